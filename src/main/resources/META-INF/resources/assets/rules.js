// Parts of a page that are drawn anew while somebody writes. Whatever comes instead of them, such as the door once a session has
// ended, leaves them as they are: what was typed stays, and the form says more when it is sent.

const partOf = ({ requestConfig, target }) => requestConfig.elt.closest('[hx-select]')?.getAttribute('hx-select') ?? `#${target.id}`;

document.addEventListener('htmx:beforeSwap', (event) => {
  const { detail } = event;
  if (detail.xhr.status === 422) {
    detail.shouldSwap = true; // it says what is wrong with what was typed
    detail.isError = false;
  }
  if (!detail.serverResponse.includes(`id="${partOf(detail).slice(1)}"`)) detail.shouldSwap = false;
});

// What was closed stays closed where it is drawn anew.
const closed = new Set();
document.addEventListener('toggle', ({ target }) => {
  const name = target.dataset?.stays;
  if (name && target.isConnected) closed[target.open ? 'delete' : 'add'](name);
}, true);
document.addEventListener('htmx:afterSwap', () => {
  document.querySelectorAll('[data-stays]').forEach((part) => { if (closed.has(part.dataset.stays)) part.open = false; });
});

// What is new is heard too, once, without moving the focus.
document.addEventListener('htmx:afterSettle', () => {
  const news = [...document.querySelectorAll('[data-news]')].map((part) => part.textContent.replace(/\s+/g, ' ').trim());
  document.getElementById('say').textContent = news.join(' ');
});
