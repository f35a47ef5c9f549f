// What scripts of codes say stands in the page, in a list of terms; here only numbers and names are put in.

const list = document.getElementById('code-words');
const terms = new Map([...(list?.content.querySelectorAll('dt') ?? [])].map((term) => [term.textContent, term.nextElementSibling.textContent]));

export const word = (term, given = {}) =>
  (terms.get(term) ?? '').replace(/\[(\w+)\]/g, (place, name) => given[name] ?? '');

export const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}.`;

export const number = new Intl.NumberFormat();
export const clock = (millis) => new Date(millis).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });

// A moment near by, as short as can be: the hour of today, the day and hour of this week, else the date.
const DAY = 86_400_000;
export const near = (moment) => {
  const there = new Date(moment);
  const away = Math.abs(there - Date.now());
  const hour = { hour: '2-digit', minute: '2-digit' };
  if (there.toDateString() === new Date().toDateString()) return there.toLocaleTimeString([], hour);
  if (away < 6 * DAY) return there.toLocaleString([], { weekday: 'short', ...hour });
  return there.toLocaleDateString([], { dateStyle: 'medium' });
};
export const nearTimes = (root, which = 'time[data-near]') => root.querySelectorAll(which).forEach((time) => {
  time.title = new Date(time.dateTime).toLocaleString([], { dateStyle: 'full', timeStyle: 'long' });
  time.textContent = near(time.dateTime);
});
