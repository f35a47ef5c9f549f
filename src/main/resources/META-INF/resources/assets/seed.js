// The ways in for a seed: a picture dropped, pasted, chosen or seen by the camera, a link pasted. Pictures go as bare bytes and
// are kept nowhere. Where there is no secret yet they are looked at first, and go along with the form.

import { Camera, there } from './camera.js';
import { MOST, isPicture, readable } from './pictures.js';

const ways = document.querySelector('[data-ways]');
const words = ways.dataset;
const part = (name) => ways.querySelector(`[data-${name}]`);
const form = ways.closest('form');
const zone = part('drop');
const title = part('title');
const plain = title.textContent;
const key = document.getElementById('key');
const field = (name) => form.elements.namedItem(name);
let held = null; // a picture that was looked at, and which of its codes

const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}.`;

const refuse = (text) => {
  part('fault').hidden = false;
  part('fault').querySelector('p').textContent = text;
};

const clear = () => {
  part('fault').hidden = true;
  part('choices').hidden = true;
};

const typed = (shown) => form.querySelectorAll('[data-typed]').forEach((one) => { one.hidden = !shown; });

const address = (choose) => {
  const to = new URL(words.send || words.look, location);
  if (choose) to.searchParams.set('choose', choose);
  const mode = form.querySelector('[name="mode"]:checked');
  if (mode) to.searchParams.set('mode', mode.value);
  const folder = field('folder');
  if (folder) to.searchParams.set('folder', folder.value);
  return to;
};

const post = async (to, body, type) => {
  const answer = await fetch(to, {
    method: 'POST',
    headers: { Accept: 'application/json', ...(type && { 'Content-Type': type }), 'X-CSRF-Token': words.csrf },
    body,
  });
  if (answer.redirected) {
    location.reload(); // the session has ended: the page leads to the door
    return new Promise(() => {});
  }
  const said = await answer.json().catch(() => ({}));
  return { ok: answer.ok, said, wait: Number(answer.headers.get('Retry-After') ?? 0) * 1000 };
};

const fill = (input, text) => {
  if (input && !input.value && text) input.value = text;
};

const show = (said) => {
  const name = [said.issuer, said.account].filter(Boolean).join(' · ') || words.one;
  const what = part('found-what').dataset[said.period > 0 ? 'timed' : 'counted'];
  part('found-name').textContent = name;
  part('found-what').textContent = what
    .replace('%t', said.type.toUpperCase()).replace('%d', said.digits).replace('%p', said.period);
  part('found').hidden = false;
  fill(field('name'), said.issuer || said.account);
  fill(form.querySelector('[data-account]'), said.account);
};

const offer = (blob, codes) => {
  part('choices').hidden = false;
  part('choices').replaceChildren(Object.assign(document.createElement('p'), { textContent: words.which }));
  for (const code of codes) {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'button',
      textContent: [code.issuer, code.account].filter(Boolean).join(' · ') || `${words.one} ${code.choose}`,
    });
    button.addEventListener('click', () => send(blob, code.choose));
    part('choices').append(button);
  }
  part('choices').querySelector('button').focus();
};

const taken = (blob, choose, said) => {
  if (said.next) {
    location.assign(said.next);
    return;
  }
  held = { blob, choose };
  key.value = '';
  zone.hidden = true;
  typed(false);
  show(said);
};

const send = async (blob, choose = '') => {
  clear();
  zone.classList.add('busy');
  title.textContent = words.reading;
  try {
    const { ok, said } = await post(address(choose), blob, 'application/octet-stream');
    if (ok) taken(blob, choose, said);
    else if (said.code === 'several-codes') offer(blob, said.codes);
    else refuse(sentence(said.detail ?? words.unreached.slice(0, -1)));
  } catch {
    refuse(words.unreached);
  }
  zone.classList.remove('busy');
  title.textContent = plain;
};

const take = async (file) => {
  off();
  clear();
  if (!isPicture(file)) refuse(words.noPicture);
  else if (file.size > MOST) refuse(words.tooLarge);
  else {
    const picture = await readable(file);
    if (picture === null) refuse(words.undrawn);
    else if (picture.size > MOST) refuse(words.tooLarge);
    else await send(picture);
  }
};

// A link says who it is for, which is shown; what it holds stays in the field, covered.
const link = async (text) => {
  off();
  clear();
  key.value = text;
  key.focus();
  if (!words.look || !/^otpauth/i.test(text)) return;
  const { ok, said } = await post(address(''), text, 'text/plain').catch(() => ({ said: {} }));
  if (ok) show(said);
  else refuse(said.detail ? sentence(said.detail) : words.unreached);
};

const camera = new Camera(ways.querySelector('video'), {
  seen: (text) => {
    if (!/^otpauth/i.test(text)) return false;
    link(text);
    return true;
  },
  sent: async (frame) => {
    const { ok, said, wait } = await post(address(''), frame, 'application/octet-stream').catch(() => ({ said: {} }));
    if (ok) {
      off();
      taken(frame, '', said);
    } else if (said.code === 'several-codes') {
      off();
      offer(frame, said.codes);
    } else if (said.code && !['no-qr-code', 'busy', 'overloaded', 'picture-took-too-long'].includes(said.code)) {
      off();
      refuse(sentence(said.detail));
    } else return wait;
    return true;
  },
  over: () => {
    off();
    refuse(words.nothing);
  },
});

function off() {
  camera.off();
  part('viewer').hidden = true;
}

// The picture goes after the form, to the secret that is made by it.
const keep = async () => {
  const buttons = form.querySelectorAll('button:not([type="button"])');
  buttons.forEach((button) => { button.disabled = true; });
  try {
    const made = await post(form.action, new URLSearchParams(new FormData(form)));
    if (made.ok) {
      const to = new URL(`${made.said.next}/picture`, location);
      if (held.choose) to.searchParams.set('choose', held.choose);
      const entered = await post(to, held.blob, 'application/octet-stream').catch(() => ({}));
      location.assign(entered.ok ? entered.said.next : made.said.next);
      return;
    }
    refuse(sentence(made.said.detail ?? words.unreached.slice(0, -1)));
  } catch {
    refuse(words.unreached);
  }
  part('fault').focus();
  buttons.forEach((button) => { button.disabled = false; });
};

form.addEventListener('submit', (event) => {
  off();
  if (!held) return;
  event.preventDefault();
  keep();
});
part('other').addEventListener('click', () => {
  held = null;
  part('found').hidden = true;
  zone.hidden = false;
  typed(true);
  part('drop').querySelector('input').focus();
});
key.addEventListener('input', () => { part('found').hidden = true; });

zone.hidden = false;
part('camera').hidden = !there();
part('camera').addEventListener('click', async () => {
  clear();
  part('viewer').hidden = false;
  part('seen').textContent = words.looking;
  try {
    await camera.on();
    part('camera-off').focus();
  } catch {
    off();
    refuse(words.denied);
  }
});
part('camera-off').addEventListener('click', () => {
  off();
  part('camera').focus();
});
addEventListener('pagehide', off);
zone.querySelector('input').addEventListener('change', ({ target }) => {
  if (target.files.length) take(target.files[0]);
  target.value = '';
});
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
  if (event.dataTransfer.files.length) take(event.dataTransfer.files[0]);
});
addEventListener('paste', (event) => {
  const [file] = event.clipboardData.files;
  const text = event.clipboardData.getData('text').trim();
  const elsewhere = event.target.closest('input, textarea');
  if (file) take(file);
  else if (/^otpauth/i.test(text) || (!elsewhere && /^[a-z2-7][a-z2-7 -]{14,}=*$/i.test(text))) link(text);
  else return;
  event.preventDefault();
});
