// One entry slides over the list, so that the list stays where it was. Without this it is a page of its own.

let open;

const close = () => {
  if (!open) return;
  const { box, opener } = open;
  open = undefined;
  box.remove();
  opener.focus();
};

const times = (box) => box.querySelectorAll('time[datetime]').forEach((time) => {
  time.title = time.dateTime;
  time.textContent = new Date(time.dateTime).toLocaleString([], { dateStyle: 'medium', timeStyle: 'medium' });
});

const show = (opener, page) => {
  const title = page.querySelector('[data-aside-title]');
  const body = page.querySelector('[data-aside-body]');
  if (!title || !body) return false;
  close();
  const box = document.getElementById('aside').content.firstElementChild.cloneNode(true);
  const name = box.querySelector('h2');
  name.textContent = title.querySelector('h1').textContent;
  name.after(...[...title.children].filter((part) => part.tagName !== 'H1'));
  box.querySelector('[data-body]').replaceWith(body);
  box.querySelector('[data-page]').href = opener.href;
  box.querySelector('[data-page]').before(...page.querySelectorAll('[data-aside-act]'));
  box.querySelector('[data-close]').addEventListener('click', close);
  times(box);
  document.body.append(box);
  open = { box, opener };
  name.focus();
  return true;
};

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
});

document.addEventListener('click', async (event) => {
  const opener = event.target.closest?.('a[data-aside]');
  if (!opener || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  try {
    const answer = await fetch(opener.href, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (answer.ok && !answer.redirected && show(opener, page)) return;
  } catch {
    // Then the page itself says what is the matter.
  }
  location.assign(opener.href);
});
