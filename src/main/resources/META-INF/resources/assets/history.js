// An earlier value, shown for half a minute.

const SHOWN_FOR = 30_000;
const said = (id) => document.getElementById(id)?.value ?? '';
const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}.`;

document.querySelectorAll('[data-shows]').forEach((button) => {
  const place = document.querySelector(`[data-value="${button.dataset.into}"]`);
  const dots = place.textContent;
  const show = (text) => {
    place.textContent = text;
    setTimeout(() => {
      place.textContent = dots;
      button.disabled = false;
    }, SHOWN_FOR);
  };
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const answer = await fetch(button.dataset.shows, {
        method: 'POST',
        headers: { Accept: 'application/json', 'X-CSRF-Token': button.dataset.csrf },
        body: new URLSearchParams({ reason: said('why'), ticket: said('ticket') }),
      });
      if (answer.redirected) {
        location.reload(); // the session has ended: the page leads to the door
        return;
      }
      const told = await answer.json();
      show(answer.ok ? told.value : sentence(told.detail));
    } catch {
      show(button.dataset.unreached);
    }
  });
});
