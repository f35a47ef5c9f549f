// Codes on pages: the panel that opens over a list, a code on a page of its own, and small things beside them.

import { ask, whyNot } from './fetching.js';
import { Keeping } from './keep.js';
import { Panel } from './panel.js';
import { reveals } from './reveal.js';
import { ring, write } from './ring.js';
import { clock, number, word } from './words.js';

let panel = null;
document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-code], [data-steps-to]');
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey || !document.getElementById('code-panel')) return;
  event.preventDefault();
  panel?.close();
  panel = new Panel(opener, (closed) => { if (panel === closed) panel = null; });
});

// A code on a page of its own, kept showing there.
document.querySelectorAll('[data-keep-page]').forEach((button) => {
  const { keepPage: id, csrf, left } = button.dataset;
  const digits = document.querySelector('[data-kept]');
  const truth = document.querySelector('[data-kept-truth]');
  const say = (text) => { document.querySelector('[data-kept-say]').textContent = text; };
  const loaded = performance.now();
  const pressed = () => button.setAttribute('aria-pressed', keeping.on);
  let ends = loaded + Number(left) * 1000;
  let gone;
  const over = () => {
    clearTimeout(gone);
    gone = setTimeout(() => write(digits, []), Math.max(0, ends - performance.now()));
  };
  const keeping = new Keeping(async () => {
    try {
      const code = await ask(id, csrf, 'renew');
      write(digits, code.groups);
      truth.textContent = word('recorded-until', { index: number.format(code.index), time: clock(code.until) });
      ends = performance.now() + code.until - code.now;
      over();
      say('');
      keeping.after(code.until - code.now);
    } catch (thrown) {
      if (thrown.code === 'busy') keeping.after(thrown.seconds * 1000);
      else keeping.stop();
      say(whyNot(thrown));
    }
    pressed();
  });
  button.hidden = false;
  button.addEventListener('click', () => {
    if (keeping.on) {
      keeping.stop();
    } else {
      keeping.start(loaded);
      keeping.after(Math.max(0, ends - performance.now()));
      over();
    }
    pressed();
  });
});

// A code that came with the page, such as one to prove a seed with.
document.querySelectorAll('[data-shown]').forEach((box) => {
  const around = box.querySelector('[data-ring]');
  if (!around) return;
  const counted = ring(around);
  counted.run(Number(box.dataset.left), Number(box.dataset.life), () => {
    counted.hide();
    box.querySelector('[data-digits]').classList.add('none');
  });
});

// Where scripts find this server.
document.querySelectorAll('[data-origin]').forEach((place) => { place.textContent = location.origin; });

reveals(document);
