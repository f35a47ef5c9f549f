// What goes on in the background is looked at again and again while it is in sight, and no longer than it runs.

const EVERY = 1500;
const PATIENCE = 5;

const follow = (box, failures = 0) => {
  setTimeout(async () => {
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => follow(box), { once: true });
      return;
    }
    try {
      const answer = await fetch(box.dataset.follow, { headers: { Accept: 'text/html' } });
      if (answer.redirected) {
        location.reload(); // the session has ended: the page leads to the door
        return;
      }
      if (!answer.ok) throw new Error(answer.status);
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(box.id);
      if (!fresh) return;
      if (!fresh.dataset.follow) {
        location.reload(); // it has ended: buttons that waited for it are there again
        return;
      }
      box.replaceWith(fresh);
      follow(fresh);
    } catch {
      if (failures < PATIENCE) follow(box, failures + 1);
    }
  }, EVERY * (failures + 1));
};

document.querySelectorAll('[data-follow]').forEach((box) => follow(box));
