// Asks the server for a code. Whatever it says no to comes back as Refused; anything else went wrong on the way.

import { sentence, word } from './words.js';

export class Refused extends Error {
  constructor(problem, seconds) {
    super(problem.detail ? sentence(problem.detail) : word('failed'));
    this.code = problem.code;
    this.holder = problem.heldBy?.name ?? word('somebody');
    this.because = problem.because;
    this.seconds = seconds;
    this.isAStep = /^(approval-.*|step-up-required|reason-required)$/.test(this.code);
  }
}

// The door, or a proof that has grown old: the page goes there, and this answer never comes.
export const led = (answer) => {
  const to = new URL(answer.url);
  const away = answer.redirected && /^\/(sign-in|step-up|new-password)/.test(to.pathname);
  if (away && to.pathname.startsWith('/step-up')) location.assign(answer.url);
  else if (away) location.reload();
  return away;
};
const never = new Promise(() => {});

// said: what somebody gave as his reason, and his ticket
export const ask = async (id, csrf, wait, { said = {}, signal } = {}) => {
  const answer = await fetch(`/secrets/${id}/code`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-CSRF-Token': csrf },
    body: new URLSearchParams({ wait, ...said }),
    signal,
  });
  if (answer.redirected) {
    if (!led(answer)) location.reload();
    return never;
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(told, Number(answer.headers.get('Retry-After') ?? 0));
  return told;
};

export const told = (thrown) => (thrown instanceof Refused ? thrown.message : word('unreachable'));

// Why a page that keeps a code showing does not go on at the moment, or not any more.
export const whyNot = (thrown) => {
  if (thrown.code === 'busy') {
    const name = thrown.because === 'held' ? thrown.holder : word('waiter');
    return word('goes-on', { name, seconds: thrown.seconds });
  }
  return thrown.code === 'showing-ended' ? word('shown-enough') : told(thrown);
};
