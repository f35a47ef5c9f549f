// The code panel: fetched on demand, counted by the server's clock and the code's own step, gone with it.

import { Keeping } from './keep.js';

const WARN_BELOW = 7;
const DOTS = '···';
const number = new Intl.NumberFormat();
const clock = (millis) => new Date(millis).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });

// A ring that runs down; the number is the truth, the ring a courtesy.
const ring = (box) => {
  const hand = box.querySelector('.hand');
  const count = box.querySelector('[data-seconds-left]');
  let timer;
  const stop = () => clearTimeout(timer);
  const run = (left, life, ended) => {
    stop();
    box.hidden = false;
    const end = performance.now() + left;
    const tick = () => {
      const rest = end - performance.now();
      if (rest <= 0) {
        ended();
        return;
      }
      const seconds = Math.ceil(rest / 1000);
      count.textContent = seconds;
      hand.style.strokeDashoffset = 100 * (1 - rest / life);
      box.classList.toggle('warn', seconds < WARN_BELOW && !box.classList.contains('waits'));
      timer = setTimeout(tick, rest % 1000 || 1000);
    };
    tick();
  };
  return { run, stop, hide: () => { stop(); box.hidden = true; } };
};

const write = (digits, groups) => {
  const gone = groups.length === 0;
  digits.classList.toggle('none', gone);
  const texts = gone ? [DOTS, DOTS] : groups;
  while (digits.children.length > texts.length) digits.lastElementChild.remove();
  while (digits.children.length < texts.length) digits.append(document.createElement('span'));
  texts.forEach((text, at) => { digits.children[at].textContent = text; });
};

class Refused extends Error {
  constructor(problem, seconds) {
    super(problem.detail ?? 'This did not work.');
    this.code = problem.code;
    this.holder = problem.heldBy?.name ?? 'Somebody else';
    this.because = problem.because;
    this.seconds = seconds;
    this.isAStep = /^(approval-.*|step-up-required|reason-required)$/.test(this.code);
  }
}

// Why a page that keeps a code showing does not go on at the moment, or not any more.
const whyNot = ({ code, because, holder, seconds, message }) => {
  if (code === 'busy') return `${because === 'held' ? holder : 'Somebody who waits'} comes first. This goes on in about ${seconds} s.`;
  if (code === 'showing-ended') return 'It was shown for five minutes. Ask again to go on.';
  return sentence(message);
};

const ask = async (id, csrf, wait, signal) => {
  const answer = await fetch(`/secrets/${id}/code`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-CSRF-Token': csrf },
    body: new URLSearchParams({ wait }),
    signal,
  });
  if (answer.redirected) {
    location.reload(); // the session has ended: the page leads to the door
    return new Promise(() => {});
  }
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(said, Number(answer.headers.get('Retry-After') ?? 0));
  return said;
};

const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}.`;

class Panel {
  constructor(opener) {
    this.opener = opener;
    this.id = opener.dataset.code;
    this.box = document.getElementById('code-panel').content.firstElementChild.cloneNode(true);
    this.part = (name) => this.box.querySelector(`[data-${name}]`);
    this.box.querySelector('h2').textContent = opener.dataset.name;
    this.part('path').textContent = opener.dataset.path;
    this.ring = ring(this.part('ring'));
    this.stopped = new AbortController();
    this.code = null;
    this.keeping = new Keeping(() => this.get('renew'));
    this.part('keep').addEventListener('click', () => this.keep());
    this.part('close').addEventListener('click', () => this.close());
    this.part('copy').addEventListener('click', () => this.copy());
    this.part('next').addEventListener('click', () => this.next());
    this.onKey = (event) => this.key(event);
    document.addEventListener('keydown', this.onKey);
    document.body.append(this.box);
    this.buttons();
    this.box.querySelector('h2').focus({ preventScroll: true });
    this.get('0');
  }

  close() {
    this.stopped.abort();
    this.keeping.stop();
    this.ring.stop();
    document.removeEventListener('keydown', this.onKey);
    this.box.remove();
    if (panel === this) panel = null;
    this.opener.focus();
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, textarea, select')) return;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'c' && this.code) this.copy();
    else if (event.key === 'n' && !this.part('next').disabled) this.next();
  }

  say(text, good = false) {
    this.part('say').textContent = text;
    this.part('say').classList.toggle('good', good);
  }

  buttons() {
    const copy = this.part('copy');
    const next = this.part('next');
    copy.disabled = !this.code;
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
      const code = await ask(this.id, this.box.dataset.csrf, wait, this.stopped.signal);
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
      this.say(`${because === 'held' ? holder : 'Somebody who waits'} has the next one. Ask again when this one has ended.`);
      this.buttons();
      return;
    }
    this.part('ring').classList.add('waits');
    const why = { ending: 'This step is about to end.', 'others-first': 'Others have waited for this step.' };
    this.say(`${why[because] ?? `${holder} has this step.`} Yours starts in ${seconds} s.`);
    const life = seconds * 1000;
    this.ring.run(life, life, () => this.ring.hide());
    if (asked === '0') this.get('next');
    else setTimeout(() => { if (!this.stopped.signal.aborted) this.get('0'); }, life);
  }

  // Each step is on record by itself, for as long as it is kept showing.
  keep() {
    if (this.keeping.on) {
      this.keeping.stop();
      this.say('');
    } else {
      this.keeping.start(this.asked);
      this.keeping.after(Math.max(0, this.ends - performance.now()));
      this.say(`Shown until ${clock(Date.now() + 5 * 60_000 - (performance.now() - this.asked))}. Each code is recorded.`);
    }
    this.buttons();
  }

  standsBack(thrown) {
    if (thrown.code === 'busy') this.keeping.after(thrown.seconds * 1000);
    else this.keeping.stop();
    this.say(thrown instanceof Refused ? whyNot(thrown) : 'Cofactor cannot be reached. Try again.');
    this.buttons();
  }

  refused(thrown) {
    if (thrown instanceof Refused && thrown.isAStep) {
      location.assign(this.opener.href); // the page has the form for it
      return;
    }
    if (!this.code) this.ring.hide();
    this.say(thrown instanceof Refused ? sentence(thrown.message) : 'Cofactor cannot be reached. Try again.');
    this.buttons();
  }

  show(code) {
    this.asking = false;
    this.code = code;
    write(this.part('digits'), code.groups);
    this.part('ring').classList.remove('waits');
    const truth = this.part('truth');
    truth.hidden = false;
    this.part('report').href = `/reports/${code.receipt}`;
    this.part('how').hidden = false;
    truth.textContent = `Recorded as #${number.format(code.index)}`;
    if (code.until === null) {
      this.ring.hide();
      this.say('');
    } else {
      truth.textContent += ` · until ${clock(code.until)}`;
      this.ends = performance.now() + code.until - code.now;
      this.keeping.after(code.until - code.now);
      this.ring.run(code.until - code.now, code.until - code.from, () => this.ended());
      this.say(code.takenBy ? `${code.takenBy} took this code ${Math.round((code.now - code.takenAt) / 1000)} s ago.` : '');
    }
    this.buttons();
  }

  ended() {
    this.code = null;
    this.ring.hide();
    if (!this.asking) {
      write(this.part('digits'), []);
      this.say(this.keeping.on ? 'That code has ended. The next one comes in a moment.' : 'That code has ended.');
      this.part('truth').hidden = true;
    }
    this.buttons();
  }

  next() {
    if (this.code && this.code.until !== null) {
      this.say(`The next one comes at ${clock(this.code.until)}, by itself.`);
      this.get('next');
    } else {
      this.get('0');
    }
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.code.code);
      const left = this.code.until === null ? '' : ` Valid ${Math.max(0, Math.ceil((this.ends - performance.now()) / 1000))} s more.`;
      this.say(`Copied.${left}`, true);
    } catch {
      getSelection().selectAllChildren(this.part('digits'));
      this.say('Marked: copy it with your keyboard.');
    }
  }
}

let panel = null;
document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-code]');
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  panel?.close();
  panel = new Panel(opener);
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
      truth.textContent = `Recorded as #${number.format(code.index)} · until ${clock(code.until)}`;
      ends = performance.now() + code.until - code.now;
      over();
      say('');
      keeping.after(code.until - code.now);
    } catch (thrown) {
      if (thrown.code === 'busy') keeping.after(thrown.seconds * 1000);
      else keeping.stop();
      say(thrown instanceof Refused ? whyNot(thrown) : 'Cofactor cannot be reached. Try again.');
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

// A sealed field, shown for half a minute.
const SHOWN_FOR = 30_000;
const said = (id) => document.getElementById(id)?.value ?? '';
document.querySelectorAll('[data-reveal]').forEach((button) => {
  const place = document.querySelector(`[data-revealed="${button.dataset.into}"]`);
  const dots = place.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    const answer = await fetch(button.dataset.reveal, {
      method: 'POST',
      headers: { Accept: 'application/json', 'X-CSRF-Token': button.dataset.csrf },
      body: new URLSearchParams({ reason: said('reveal-reason'), ticket: said('reveal-ticket') }),
    });
    if (answer.redirected) location.reload();
    const told = await answer.json();
    place.textContent = answer.ok ? told.value : sentence(told.detail);
    setTimeout(() => {
      place.textContent = dots;
      button.disabled = false;
    }, SHOWN_FOR);
  });
});
