// A screenshot of a QR code: dropped, pasted or chosen, sent as bare bytes, and never kept.

const MOST = 15 * 1024 * 1024;
const zone = document.querySelector('[data-drop]');
const fault = document.getElementById('picture-fault');
const choices = document.getElementById('picture-choices');
const title = zone.querySelector('b');
const words = title.textContent;

const refuse = (text) => {
  fault.hidden = false;
  fault.querySelector('p').textContent = text;
};

const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}.`;

const offer = (file, codes) => {
  choices.hidden = false;
  choices.replaceChildren(Object.assign(document.createElement('p'), { textContent: 'There are several codes in it. Which one?' }));
  for (const code of codes) {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'button',
      textContent: [code.issuer, code.account].filter(Boolean).join(' · ') || `Code ${code.choose}`,
    });
    button.addEventListener('click', () => send(file, code.choose));
    choices.append(button);
  }
};

const send = async (file, choose = '') => {
  fault.hidden = true;
  choices.hidden = true;
  if (file.size > MOST) {
    refuse('This picture is larger than 15 MB. Take a screenshot of the code alone.');
    return;
  }
  zone.classList.add('busy');
  title.textContent = 'Reading the picture';
  try {
    const mode = document.querySelector('[name="mode"]:checked')?.value ?? 'planned';
    const answer = await fetch(`${zone.dataset.drop}?${new URLSearchParams({ choose, mode })}`, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/octet-stream',
        'X-CSRF-Token': zone.dataset.csrf,
      },
      body: file,
    });
    if (answer.redirected) {
      location.reload();
      return;
    }
    const said = await answer.json().catch(() => ({}));
    if (answer.ok) {
      location.assign(said.next);
      return;
    }
    if (said.code === 'several-codes') offer(file, said.codes);
    else refuse(sentence(said.detail ?? 'this did not work'));
  } catch {
    refuse('Cofactor cannot be reached. Try again.');
  }
  zone.classList.remove('busy');
  title.textContent = words;
};

const first = (files) => {
  const file = [...(files ?? [])].find((one) => one.type.startsWith('image/'));
  if (file) send(file);
  else if (files?.length) refuse('This is no picture. Take a screenshot of the QR code.');
};

zone.hidden = false;
zone.querySelector('input').addEventListener('change', ({ target }) => first(target.files));
addEventListener('dragover', (event) => {
  event.preventDefault();
  zone.classList.add('over');
});
addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) zone.classList.remove('over');
});
addEventListener('drop', (event) => {
  event.preventDefault();
  zone.classList.remove('over');
  first(event.dataTransfer.files);
});
addEventListener('paste', (event) => first(event.clipboardData.files));
