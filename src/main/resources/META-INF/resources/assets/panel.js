// The code panel: fetched on demand, counted by the server's clock and the code's own step, gone with it.

import { Aside } from './beneath.js';
import { canCopy, clear } from './clip.js';
import { onLeaving, wish, wished } from './covering.js';
import { ask, led, Refused, told, whyNot } from './fetching.js';
import { Keeping } from './keep.js';
import { ring, write } from './ring.js';
import { clock, number, word } from './words.js';

const FIVE_MINUTES = 5 * 60_000;
const STEPS = new Set(['words', 'waits', 'steps']);

export class Panel {
  // gone: called when it is closed
  constructor(opener, gone) {
    this.opener = opener;
    this.gone = gone;
    this.direct = 'code' in opener.dataset;
    this.id = opener.dataset.code ?? opener.dataset.stepsTo;
    this.box = document.getElementById('code-panel').content.firstElementChild.cloneNode(true);
    this.part = (name) => this.box.querySelector(`[data-${name}]`);
    this.box.querySelector('h2').textContent = opener.dataset.name;
    this.part('path').textContent = opener.dataset.path;
    this.ring = ring(this.part('ring'));
    this.stopped = new AbortController();
    this.code = null;
    this.given = {};
    this.keeping = new Keeping(() => this.get('renew'));
    this.wire();
    document.body.append(this.box);
    this.showsCode(this.direct);
    this.buttons();
    this.box.querySelector('h2').focus({ preventScroll: true });
    this.beneath = new Aside(this.part('aside'), this.id, {
      own: 'own' in opener.dataset,
      signal: this.stopped.signal,
      on: { stands: (how, first) => this.stands(how, first), fetch: (said) => this.fetchWith(said), say: (text) => this.say(text) },
    });
    if (this.direct) this.get('0');
    this.beneath.load();
  }

  wire() {
    const { signal } = this.stopped;
    const on = (name, act) => this.part(name).addEventListener('click', act);
    on('keep', () => this.keep());
    on('close', () => this.close());
    on('copy', () => this.copy());
    on('digits', () => this.copy());
    on('next', () => this.next());
    on('get', () => this.get('0'));
    on('clears', () => this.clears());
    this.part('how').addEventListener('click', (event) => this.went(event.target.closest('[data-went]')));
    this.part('covers').checked = wished();
    this.part('covers').addEventListener('change', ({ target }) => wish(target.checked));
    onLeaving(() => this.cover(), () => this.uncover(), signal);
    document.addEventListener('keydown', (event) => this.key(event), { signal });
  }

  close() {
    this.stopped.abort();
    this.keeping.stop();
    this.ring.stop();
    this.box.remove();
    this.gone(this);
    this.opener.focus();
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const typing = event.target.closest?.('input:not([type="checkbox"]), textarea, select');
    if (typing && (event.key !== 'Escape' || typing.value !== '')) return; // nothing typed is lost by a key
    if (event.key === 'Escape') this.close();
    else if (event.key === 'c' && this.code) this.copy();
    else if (event.key === 'n' && !this.part('acts').hidden && !this.part('next').disabled) this.next();
  }

  say(text, good = false) {
    this.part('say').textContent = text;
    this.part('say').classList.toggle('good', good);
  }

  // Before the steps to it are taken there is no code, and no place for one.
  showsCode(on) {
    for (const name of ['box', 'acts', 'comforts']) this.part(name).hidden = !on;
  }

  // How things stand beneath, at first and whenever that has changed.
  stands(how, first) {
    const get = this.part('get');
    if (STEPS.has(how) && !this.code) {
      get.hidden = true;
      this.showsCode(false);
    } else if (how === 'ready' && !this.direct && !this.code) {
      if (first && !this.tried) {
        this.tried = true;
        this.get('0');
      } else {
        get.hidden = false;
        if (!first) this.say(word('granted'), true);
      }
    } else if (how === 'none' && !this.direct) {
      this.say(word('changed'));
    }
  }

  fetchWith(said) {
    this.given = said;
    this.get('0');
  }

  buttons() {
    const copy = this.part('copy');
    const next = this.part('next');
    copy.disabled = !this.code;
    this.part('digits').disabled = !this.code;
    next.disabled = Boolean(this.asking);
    copy.classList.toggle('primary', Boolean(this.code));
    next.classList.toggle('primary', !this.code && !this.asking);
    const keep = this.part('keep');
    keep.hidden = this.code?.until === null;
    keep.disabled = !this.code && !this.keeping.on;
    keep.setAttribute('aria-pressed', this.keeping.on);
  }

  async get(wait) {
    if (this.asking) return;
    this.asking = true;
    this.buttons();
    try {
      const code = await ask(this.id, this.box.dataset.csrf, wait, { said: this.given, signal: this.stopped.signal });
      if (wait !== 'renew') this.asked = performance.now();
      this.show(code);
    } catch (thrown) {
      if (thrown.name === 'AbortError') return;
      this.asking = false;
      if (wait === 'renew') this.standsBack(thrown);
      else if (thrown.code === 'busy') this.wait(thrown, wait);
      else this.refused(thrown);
    }
  }

  // Somebody else has the step: the next one is taken now, and its code comes by itself.
  wait({ seconds, holder, because }, asked) {
    if (this.code) {
      this.say(word('has-next', { name: because === 'held' ? holder : word('waiter') }));
      this.buttons();
      return;
    }
    this.opens();
    this.part('ring').classList.add('waits');
    this.say(word(['ending', 'others-first'].includes(because) ? because : 'held', { name: holder, seconds }));
    const life = seconds * 1000;
    this.ring.run(life, life, () => this.ring.hide());
    if (asked === '0') this.get('next');
    else setTimeout(() => { if (!this.stopped.signal.aborted) this.get('0'); }, life);
  }

  // The way to the code is free: what stood in it goes.
  opens() {
    this.showsCode(true);
    this.part('get').hidden = true;
    this.part('aside').querySelector('[data-steps]')?.remove();
  }

  // Each step is on record by itself, for as long as it is kept showing.
  keep() {
    if (this.keeping.on) {
      this.keeping.stop();
      this.say('');
    } else {
      this.keeping.start(this.asked);
      this.keeping.after(Math.max(0, this.ends - performance.now()));
      this.say(word('kept-until', { time: clock(Date.now() + FIVE_MINUTES - (performance.now() - this.asked)) }));
    }
    this.buttons();
  }

  standsBack(thrown) {
    if (thrown.code === 'busy') this.keeping.after(thrown.seconds * 1000);
    else this.keeping.stop();
    this.say(whyNot(thrown));
    this.buttons();
  }

  // A step that is missing now, or is again, stands beneath with the form for it.
  refused(thrown) {
    if (!this.code) this.ring.hide();
    this.say(told(thrown));
    this.buttons();
    if (thrown instanceof Refused && thrown.isAStep) {
      this.given = {};
      this.direct = false;
      this.beneath.load();
    }
  }

  show(code) {
    this.asking = false;
    this.code = code;
    this.opens();
    this.digits();
    this.part('ring').classList.remove('waits');
    this.part('truth').hidden = false;
    this.receipt = code.receipt;
    this.part('how').hidden = false;
    const recorded = { index: number.format(code.index), time: code.until === null ? '' : clock(code.until) };
    this.part('truth').textContent = word(code.until === null ? 'recorded' : 'recorded-until', recorded);
    if (code.until === null) {
      this.ring.hide();
      this.say('');
    } else {
      this.ends = performance.now() + code.until - code.now;
      this.keeping.after(code.until - code.now);
      this.ring.run(code.until - code.now, code.until - code.from, () => this.ended());
      this.say(code.takenBy ? word('took-it', { name: code.takenBy, seconds: Math.round((code.now - code.takenAt) / 1000) }) : '');
    }
    this.buttons();
  }

  // Read out digit by digit, and once; on the screen they stay in their place.
  digits() {
    const covered = this.covered && wished();
    write(this.part('digits'), this.code && !covered ? this.code.groups : []);
    this.part('read').textContent = this.code && !covered ? [...this.code.code].join(' ') : '';
  }

  cover() {
    this.covered = true;
    if (this.code && wished()) {
      this.digits();
      this.say(word('covered'));
    }
  }

  uncover() {
    if (!this.covered) return;
    this.covered = false;
    if (this.code && wished()) {
      this.digits();
      this.say('');
    }
  }

  ended() {
    this.code = null;
    this.ring.hide();
    if (!this.asking) {
      this.digits();
      this.say(word(this.keeping.on ? 'ended-goes-on' : 'ended'));
      this.part('truth').hidden = true;
    }
    this.buttons();
  }

  next() {
    if (this.code && this.code.until !== null) {
      this.say(word('next-at', { time: clock(this.code.until) }));
      this.get('next');
    } else {
      this.get('0');
    }
  }

  async copy() {
    if (!this.code) return;
    try {
      await navigator.clipboard.writeText(this.code.code);
      const seconds = Math.max(0, Math.ceil((this.ends - performance.now()) / 1000));
      this.say(word(this.code.until === null ? 'copied' : 'copied-for', { seconds }), true);
      this.part('clears').hidden = !canCopy;
    } catch {
      getSelection().selectAllChildren(this.part('digits'));
      this.say(word('marked'));
    }
  }

  // After a refusal there is more to do, which has a page.
  async went(button) {
    if (!button) return;
    const report = `/reports/${this.receipt}`;
    this.part('how').hidden = true;
    const answer = await fetch(report, {
      method: 'POST',
      headers: { Accept: 'text/html', 'X-CSRF-Token': this.box.dataset.csrf },
      body: new URLSearchParams({ result: button.dataset.went }),
    }).catch(() => null);
    if (answer && led(answer)) return;
    if (!answer?.ok) this.say(word(answer ? 'failed' : 'unreachable'));
    else if (button.dataset.went === 'rejected') location.assign(report);
    else this.say(word('noted'), true);
  }

  async clears() {
    await clear();
    this.part('clears').hidden = true;
    this.part('copy').focus();
    this.say(word('cleared'));
  }
}
