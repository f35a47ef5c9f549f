// A file dropped or chosen goes as bare bytes; a text file is read into its field, to be looked at before it is sent.

const files = document.querySelector('[data-file]');

if (files) {
  const words = files.dataset;
  const title = files.querySelector('[data-title]');
  const plain = title.textContent;
  const fault = document.querySelector('[data-fault]');
  const refuse = (text) => {
    fault.hidden = false;
    fault.querySelector('p').textContent = text;
  };
  const send = async (file) => {
    fault.hidden = true;
    if (file.size === 0) return refuse(words.empty);
    if (file.size > Number(words.longest)) return refuse(words.tooLarge);
    title.textContent = words.sending;
    try {
      const answer = await fetch(words.send, {
        method: 'POST',
        headers: { Accept: 'application/json', 'Content-Type': 'application/octet-stream', 'X-CSRF-Token': words.csrf },
        body: file,
      });
      if (answer.redirected) return location.reload(); // the session has ended: the page leads to the door
      const said = await answer.json().catch(() => ({}));
      if (answer.ok) return location.assign(said.next);
      const text = said.detail ?? '';
      refuse(text ? `${text[0].toUpperCase()}${text.slice(1)}.` : words.unreached);
    } catch {
      refuse(words.unreached);
    }
    title.textContent = plain;
  };
  files.hidden = false;
  files.querySelector('input').addEventListener('change', ({ target }) => {
    if (target.files.length) send(target.files[0]);
    target.value = '';
  });
  addEventListener('dragover', (event) => {
    event.preventDefault();
    files.classList.add('over');
  });
  addEventListener('dragleave', (event) => { if (!event.relatedTarget) files.classList.remove('over'); });
  addEventListener('drop', (event) => {
    event.preventDefault();
    files.classList.remove('over');
    if (event.dataTransfer.files.length) send(event.dataTransfer.files[0]);
  });
}

document.querySelectorAll('[data-text-file]').forEach((box) => {
  const text = document.getElementById(box.dataset.textFile);
  box.hidden = false;
  box.querySelector('input').addEventListener('change', async ({ target }) => {
    const [file] = target.files;
    if (file && file.size <= text.maxLength) text.value = await file.text();
    target.value = '';
    text.focus();
  });
});
