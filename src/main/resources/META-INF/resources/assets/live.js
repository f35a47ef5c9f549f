// What a page that stands open is told, and what is asked before a form is sent. Pages work without it.
//
// Others may listen: `cofactor:waiting` ({ toDecide, unread }) and `cofactor:settled` ({ request, own, state }) come by at the
// document. All words are the page's own, in the templates of tags/live.html.

const page = document.querySelector('[data-person]');
const place = document.getElementById('live');
const words = document.getElementById('live-words').content;

// --- What is said --------------------------------------------------------------------------------------------------

let shown = null;
const take = () => {
  shown?.remove();
  shown = null;
};
// at: where it leads instead of to the request; within: what lies over the page, so that what it holds can be reached
const say = (kind, { request = '', at, within = place } = {}) => {
  const news = words.querySelector(`[data-news="${kind}"]`);
  if (shown?.dataset.news === kind && shown.parentElement === within) return;
  take();
  shown = news.cloneNode(true);
  const link = shown.querySelector('[data-to]');
  if (link && request) link.href = at ?? link.dataset.to + request;
  shown.querySelector('[data-take]').addEventListener('click', take);
  within.append(shown);
};

// The number beside a place of the rail.
const tally = (path, number) => {
  document.querySelectorAll(`.place[href="${path}"]`).forEach((link) => {
    let box = link.querySelector('.tally');
    if (number === 0) {
      box?.remove();
      return;
    }
    if (!box) {
      box = document.createElement('span');
      box.className = 'tally';
      const unseen = document.createElement('span');
      unseen.className = 'unseen';
      unseen.textContent = ` ${link.dataset.waits}`;
      box.append('', unseen);
      link.append(box);
    }
    box.firstChild.textContent = number;
  });
};

// --- What is heard -------------------------------------------------------------------------------------------------

let stream = null;
let before = null;

// When the session was last known to stand: when the page came, and with each message, before which it is looked at.
const GOOD_FOR = 60_000;
let known = performance.now();
const doubt = () => { known = -Infinity; };
const isKnown = () => navigator.onLine && performance.now() - known < GOOD_FOR;

const tell = (kind, detail) => document.dispatchEvent(new CustomEvent(`cofactor:${kind}`, { detail }));
const waiting = (now) => {
  tally('/approvals', now.toDecide);
  tally('/notices', now.unread);
  if (before && now.toDecide > before.toDecide) say('asked');
  before = now;
  known = performance.now();
  tell('waiting', now);
};
const settled = (news) => {
  const here = location.pathname.endsWith(`/${news.request}`);
  // Where the code would stand, the way on is this page itself.
  const asked = document.querySelector(`#standing a[href$="/${news.request}"]`) ? location.href : undefined;
  if (news.own) say(words.querySelector(`[data-news="${news.state}"]`) ? news.state : 'over', { request: news.request, at: asked });
  else if (here) say('decided', { request: news.request });
  tell('settled', news);
};
const close = () => {
  stream?.close();
  stream = null;
};
const over = async ({ why }) => {
  close();
  if (why === 'session') doubt();
  if (why === 'session' && (await sitting()) === null) say('ended');
};
const open = () => {
  if (stream || document.hidden) return;
  stream = new EventSource('/live');
  const on = (name, act) => stream.addEventListener(name, ({ data }) => act(JSON.parse(data)));
  on('waiting', waiting);
  on('settled', settled);
  on('over', over);
  stream.addEventListener('error', () => {
    doubt();
    if (stream?.readyState === EventSource.CLOSED) stream = null; // not again by itself; when the page is looked at anew
  });
};

// A window nobody looks at has none: browsers open few connections to one server.
document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
addEventListener('pagehide', close);
addEventListener('pageshow', open);

// --- Before a form is sent -----------------------------------------------------------------------------------------

const PATIENCE = 10_000;

// Who sits here by the server's word: null when nobody does, nothing when it does not say. Throws where it cannot be reached.
const sitting = async (within = 0) => {
  const answer = await fetch(`/live/session?within=${within}`, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(PATIENCE) });
  if (answer.status === 204) return null;
  return answer.ok ? answer.json() : undefined;
};

// A form of the session before gets the token of the one that stands now.
const renew = (csrf, within = document) => {
  within.querySelectorAll('input[name="csrf"]').forEach((input) => { input.value = csrf; });
  within.querySelectorAll('[data-csrf]').forEach((box) => { box.dataset.csrf = csrf; });
  within.querySelectorAll('template').forEach((one) => renew(csrf, one.content));
};
// Other tabs of this browser: whoever signs out there, or proves himself and gets another token, does so here as well.
const tabs = new BroadcastChannel('cofactor');
tabs.addEventListener('message', ({ data: { person, csrf } }) => {
  if (person === page.dataset.person) renew(csrf);
  else doubt();
});
const token = document.querySelector('input[name="csrf"]')?.value;
if (token) tabs.postMessage({ person: page.dataset.person, csrf: token });

const isTyped = (field) => !['hidden', 'submit', 'button'].includes(field.type) && field.name;
const sent = new WeakSet();
const asking = new WeakSet();

const look = async (form, by) => {
  const within = form.closest('dialog, [popover]') ?? place;
  try {
    const who = await sitting(form.dataset.provedWithin);
    const typed = [...form.elements].some(isTyped);
    if (who === null && typed) return say('ended', { within });
    if (who && who.person !== page.dataset.person) return say('another', { within });
    if (who && !who.proved && typed) return say('proof', { within });
    if (who) renew(who.csrf);
    known = performance.now();
    take();
    sent.add(form);
    form.requestSubmit(by);
  } catch {
    say('unreachable', { within });
  } finally {
    asking.delete(form);
  }
  return undefined;
};

const hold = (event, form, submitter) => {
  event.preventDefault();
  event.stopImmediatePropagation();
  if (asking.has(form)) return; // pressed twice
  asking.add(form);
  look(form, submitter);
};

document.addEventListener('submit', (event) => {
  const { target: form, submitter } = event;
  // By attribute: a field may be called as a property of its form is.
  const posts = form.getAttribute('method')?.toLowerCase() === 'post' && submitter?.getAttribute('formmethod') !== 'dialog';
  if (form.getAttribute('action') === '/sign-out') tabs.postMessage({ person: null });
  else if (posts && !sent.delete(form) && !(isKnown() && !form.dataset.provedWithin)) hold(event, form, submitter);
}, true);
