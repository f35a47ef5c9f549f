// An export is sent from where it lies, to be looked at and once more to be taken in; nothing of it is kept between.

const form = document.getElementById('importing');
const plan = document.getElementById('plan');
const fault = form.querySelector('[data-fault]');

const refuse = (text) => {
  fault.hidden = !text;
  fault.querySelector('p').textContent = text;
};

const send = async (to, accept, more = {}) => {
  const body = new FormData(form);
  Object.entries(more).forEach(([name, value]) => body.set(name, value));
  body.delete('csrf');
  const answer = await fetch(to, { method: 'POST', headers: { Accept: accept, 'X-CSRF-Token': form.elements.csrf.value }, body });
  if (answer.redirected) location.reload(); // the session has ended: the page leads to the door
  return answer;
};

const busy = async (work) => {
  refuse('');
  form.toggleAttribute('aria-busy', true);
  form.querySelectorAll('button').forEach((button) => { button.disabled = true; });
  try {
    await work();
  } catch {
    refuse(form.dataset.unreached);
  }
  form.toggleAttribute('aria-busy', false);
  form.querySelectorAll('button').forEach((button) => { button.disabled = false; });
};

const take = async () => {
  const chosen = [...plan.querySelectorAll('[data-entry]:checked')].map((box) => box.dataset.entry);
  const answer = await send(form.dataset.apply, 'application/json', { entries: chosen.join(',') });
  const said = await answer.json().catch(() => ({}));
  if (answer.ok) return location.assign(said.next);
  const text = said.detail ?? '';
  refuse(text ? `${text[0].toUpperCase()}${text.slice(1)}.` : form.dataset.unreached);
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  busy(async () => {
    plan.textContent = form.dataset.reading;
    const answer = await send(form.action, 'text/html').catch((error) => {
      plan.textContent = '';
      throw error;
    });
    const isPart = answer.ok || answer.status === 422;
    const page = new DOMParser().parseFromString(isPart ? await answer.text() : '', 'text/html');
    plan.replaceChildren(...page.body.childNodes);
    if (!isPart) refuse(form.dataset.unreached);
    plan.querySelector('[data-take]')?.addEventListener('click', () => busy(take));
  });
});

// What was looked at is not what would be taken in any more.
form.addEventListener('change', ({ target }) => {
  if (!plan.contains(target)) plan.replaceChildren();
});
