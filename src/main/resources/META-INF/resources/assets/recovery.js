// Ways to keep recovery codes. Without this module one writes them down, or prints the page oneself.

const codes = () => [...document.querySelectorAll('#codes li')].map((one) => one.textContent.trim());

const ways = {
  copy: async (button) => {
    await navigator.clipboard.writeText(codes().join('\n'));
    const words = button.querySelector('span');
    const plain = words.textContent;
    words.textContent = button.dataset.done;
    setTimeout(() => { words.textContent = plain; }, 2000);
  },
  save: (button) => {
    const text = `${button.dataset.heading.replace('%1', () => location.host)}\n\n${codes().join('\n')}\n`;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = 'cofactor-recovery-codes.txt';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  },
  print: () => print(),
};

document.querySelector('[data-keeps]').hidden = false;
document.querySelectorAll('[data-keep]').forEach((button) => {
  if (button.dataset.keep === 'copy' && !navigator.clipboard) button.hidden = true;
  button.addEventListener('click', () => ways[button.dataset.keep](button));
});
