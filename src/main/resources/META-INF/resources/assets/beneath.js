// What stands beneath the code in the panel: the steps to it, taken in place and followed, and whatever else is in the secret.

import { canCopy } from './clip.js';
import { led } from './fetching.js';
import { reveals } from './reveal.js';
import { nearTimes, word } from './words.js';

const FIRST_LOOKS = 4_000;
const LATER_LOOKS = 15_000;
const LATER = 2 * 60_000;
const LONGEST = 15 * 60_000;

export class Aside {
  #box;
  #id;
  #own;
  #on;
  #signal;
  #timer;
  #since = 0;

  // own: whether the page below shows the rest itself. on: stands(how, first), fetch(said), say(text)
  constructor(box, id, { own, on, signal }) {
    this.#box = box;
    this.#id = id;
    this.#own = own;
    this.#on = on;
    this.#signal = signal;
    box.addEventListener('submit', (event) => this.#submit(event));
    box.addEventListener('click', (event) => this.#copy(event));
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
    document.addEventListener('cofactor:settled', () => this.#look(), { signal });
  }

  async load() {
    const part = await this.#fetch();
    this.#box.removeAttribute('aria-busy');
    if (part) this.#put(part, true);
  }

  async #fetch() {
    try {
      const answer = await fetch(`/secrets/${this.#id}/panel`, { headers: { 'HX-Request': 'true' }, signal: this.#signal });
      if (led(answer) || !answer.ok || answer.redirected) return null;
      return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-stands]');
    } catch {
      return null; // nothing beneath the code is better than a code that is not shown
    }
  }

  #put(part, first) {
    const stood = this.#box.querySelector('[data-stands]')?.dataset.stands;
    if (this.#own) part.querySelector('[data-inside]')?.remove();
    nearTimes(part, 'time[datetime]');
    this.#box.replaceChildren(document.importNode(part, true));
    reveals(this.#box, (text) => this.#on.say(text), this.#signal);
    if (canCopy) this.#box.querySelectorAll('[data-copies-field]').forEach((button) => { button.hidden = false; });
    const how = part.dataset.stands;
    if (how !== 'waits') clearTimeout(this.#timer);
    else if (stood !== 'waits') this.#follow();
    this.#on.stands(how, first);
  }

  // An answer is looked for while somebody sees the panel, and not for ever: looking keeps nothing and changes nothing.
  #follow() {
    this.#since = performance.now();
    this.#later();
  }

  #later() {
    clearTimeout(this.#timer);
    const waited = performance.now() - this.#since;
    if (waited > LONGEST) this.#on.say(word('not-followed'));
    else this.#timer = setTimeout(() => this.#look(), waited < LATER ? FIRST_LOOKS : LATER_LOOKS);
  }

  async #look() {
    const here = this.#box.querySelector('[data-stands]');
    if (here?.dataset.stands !== 'waits') return;
    if (document.visibilityState === 'visible') {
      const part = await this.#fetch();
      const standing = (of) => of.querySelector('#standing')?.textContent.replace(/\s+/g, ' ');
      if (part && part.dataset.stands !== 'waits') {
        this.#put(part, false);
        return;
      }
      if (part && part.querySelectorAll('#standing bdi').length !== here.querySelectorAll('#standing bdi').length) {
        here.querySelector('#standing').replaceWith(document.importNode(part.querySelector('#standing'), true));
        this.#on.say(standing(part));
      }
    }
    this.#later();
  }

  async #submit(event) {
    const form = event.target;
    event.preventDefault();
    if ('fetches' in form.dataset) {
      this.#on.fetch(Object.fromEntries(new FormData(form)));
      return;
    }
    const buttons = form.querySelectorAll('button');
    buttons.forEach((button) => { button.disabled = true; });
    try {
      const answer = await fetch(form.getAttribute('action'), {
        method: 'POST',
        headers: { Accept: 'text/html' },
        body: new URLSearchParams(new FormData(form, event.submitter)),
        signal: this.#signal,
      });
      if (!led(answer)) await this.#sent(form, answer);
    } catch (thrown) {
      if (thrown.name !== 'AbortError') this.#on.say(word('unreachable'));
    }
    buttons.forEach((button) => { button.disabled = false; });
  }

  async #sent(form, answer) {
    if (!answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      this.#fault(form, page.querySelector('#ask-fault, #glass-fault, #fault, main p')?.textContent ?? word('failed'));
      return;
    }
    const part = await this.#fetch();
    if (!part) return;
    this.#put(part, false);
    const standing = this.#box.querySelector('#standing');
    standing?.setAttribute('tabindex', '-1');
    (standing ?? this.#box.querySelector('form textarea, form button'))?.focus();
    this.#on.say(word(part.dataset.stands === 'waits' ? 'asked' : form.getAttribute('action').endsWith('/withdraw') ? 'withdrawn' : 'changed'));
  }

  #fault(form, text) {
    form.querySelector('.fault')?.remove();
    const fault = document.createElement('p');
    fault.className = 'fault';
    fault.setAttribute('role', 'alert');
    fault.textContent = text.trim();
    form.prepend(fault);
    form.querySelector('textarea, input:not([type="hidden"])')?.focus();
  }

  async #copy(event) {
    const button = event.target.closest('[data-copies-field]');
    if (!button) return;
    await navigator.clipboard.writeText(this.#box.querySelector(`[data-copied-from="${button.dataset.copiesField}"]`).textContent);
    this.#on.say(word('copied'));
  }
}
