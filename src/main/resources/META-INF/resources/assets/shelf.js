// My Secrets: looking for one as it is typed, and copying a code without showing it.

import { canCopy, clear, copyLater } from './clip.js';
import { ask, told } from './fetching.js';
import { nearTimes, number, word } from './words.js';

const list = () => document.getElementById('found');
const toast = document.getElementById('copied');

const wire = (root) => {
  nearTimes(root);
  if (canCopy) root.querySelectorAll('[data-copies-code]').forEach((button) => { button.hidden = false; });
};
wire(document);
document.querySelectorAll('[data-finds] > button').forEach((button) => { button.hidden = true; }); // Enter still sends it

// What was found is told; whoever is not signed in any more is led to the door, and comes back to what he looked for.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (new URL(event.detail.xhr.responseURL).pathname === '/secrets') return;
  event.detail.shouldSwap = false;
  location.reload();
});
let telling;
document.addEventListener('htmx:afterSettle', () => {
  wire(list());
  clearTimeout(telling);
  telling = setTimeout(() => { document.getElementById('say').textContent = list().dataset.told; }, 500);
});

const say = (text) => {
  toast.hidden = false;
  toast.querySelector('[role="status"]').textContent = text;
};

const copied = (code, name) => {
  const given = { name, index: number.format(code.index), seconds: Math.ceil((code.until - code.now) / 1000) };
  say(word(code.until === null ? 'copied-of' : 'copied-of-for', given));
  toast.querySelector('[data-clears]').hidden = false;
};

// It goes to the clipboard and nowhere else. Where a step or somebody stands in the way, the panel shows it.
const copyCode = async (button) => {
  const opener = button.parentElement.querySelector('[data-code]');
  button.disabled = true;
  const asked = ask(button.dataset.copiesCode, toast.dataset.csrf, '0');
  try {
    await copyLater(asked.then((code) => code.code));
    copied(await asked, opener.dataset.name);
  } catch (thrown) {
    const why = await asked.then(() => null, (refused) => refused);
    if (why?.code === 'busy' || why?.isAStep) opener.click();
    else say(why ? told(why) : word('failed'));
  }
  button.disabled = false;
};

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copies-code]');
  if (button) await copyCode(button);
});
toast.querySelector('[data-clears]').addEventListener('click', async ({ target }) => {
  await clear();
  target.hidden = true;
  say(word('cleared'));
});
toast.querySelector('[data-closes]').addEventListener('click', () => { toast.hidden = true; });
