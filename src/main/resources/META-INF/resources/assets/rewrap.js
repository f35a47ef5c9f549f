// Moving rows under the newest key takes one request after the other; this asks for the next where one would press again.

const fill = (text, ...parts) => parts.reduce((said, part, at) => said.replace(`%${at + 1}`, part), text);

const moveOn = async (form) => {
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-CSRF-Token': form.elements.csrf.value },
  });
  if (answer.redirected) {
    location.reload(); // the session has ended: the page leads to the door
    return false;
  }
  if (!answer.ok) throw new Error(answer.status);
  const run = await answer.json();
  const bar = form.querySelector('progress');
  bar.value = bar.max - run.left;
  form.querySelector('[data-says]').textContent = fill(form.dataset.goesOn, bar.value, bar.max, run.version);
  if (run.left === 0) {
    location.reload(); // the old version can be destroyed now, and the page says so
    return false;
  }
  if (!run.again) form.querySelector('[data-says]').textContent = form.dataset.stuck;
  return run.again;
};

document.querySelectorAll('[data-rewrap]').forEach((form) => {
  let stuck = false;
  form.addEventListener('submit', async (event) => {
    if (stuck) return; // the page that answers names the rows
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      let again = true;
      while (again) again = await moveOn(form);
      stuck = true;
    } catch {
      form.querySelector('[data-says]').textContent = form.dataset.broken;
    }
    button.disabled = false;
  });
});
