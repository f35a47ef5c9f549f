// A sealed field, shown for half a minute, and not while somebody who wishes so looks elsewhere.

import { onLeaving, wished } from './covering.js';
import { led, told, Refused } from './fetching.js';
import { word } from './words.js';

const SHOWN_FOR = 30_000;
const said = (id) => document.getElementById(id)?.value ?? '';

const reveal = async (button, signal) => {
  const by = button.dataset.said ?? 'reveal';
  const answer = await fetch(button.dataset.reveal, {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-CSRF-Token': button.dataset.csrf },
    body: new URLSearchParams({ reason: said(`${by}-reason`), ticket: said(`${by}-ticket`) }),
    signal,
  });
  if (answer.redirected && !led(answer)) location.reload();
  const shown = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(shown, 0);
  return shown.value;
};

// tell: where it is said that something is shown, and why not
export const reveals = (root, tell = () => {}, signal = undefined) => root.querySelectorAll('[data-reveal]').forEach((button) => {
  const place = root.querySelector(`[data-revealed="${button.dataset.into}"]`);
  const dots = place.textContent;
  let timer;
  const hide = () => {
    clearTimeout(timer);
    place.textContent = dots;
    button.disabled = false;
  };
  onLeaving(() => { if (wished()) hide(); }, () => {}, signal);
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      place.textContent = await reveal(button, signal);
      tell(word('shown-for'));
    } catch (thrown) {
      if (thrown.name === 'AbortError') return;
      place.textContent = told(thrown);
    }
    timer = setTimeout(hide, SHOWN_FOR);
  });
});
