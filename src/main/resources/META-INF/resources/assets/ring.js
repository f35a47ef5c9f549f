// A ring that runs down; the number is the truth, the ring a courtesy.

const WARN_BELOW = 7;
const DOTS = '···';

export const ring = (box) => {
  const hand = box.querySelector('.hand');
  const count = box.querySelector('[data-seconds-left]');
  let timer;
  const stop = () => clearTimeout(timer);
  const run = (left, life, ended) => {
    stop();
    box.hidden = false;
    const end = performance.now() + left;
    const tick = () => {
      const rest = end - performance.now();
      if (rest <= 0) {
        ended();
        return;
      }
      const seconds = Math.ceil(rest / 1000);
      count.textContent = seconds;
      hand.style.strokeDashoffset = 100 * (1 - rest / life);
      box.classList.toggle('warn', seconds < WARN_BELOW && !box.classList.contains('waits'));
      timer = setTimeout(tick, rest % 1000 || 1000);
    };
    tick();
  };
  return { run, stop, hide: () => { stop(); box.hidden = true; } };
};

// The digits, in place: nothing else on the page moves when they change.
export const write = (digits, groups) => {
  const gone = groups.length === 0;
  digits.classList.toggle('none', gone);
  const texts = gone ? [DOTS, DOTS] : groups;
  while (digits.children.length > texts.length) digits.lastElementChild.remove();
  while (digits.children.length < texts.length) digits.append(document.createElement('span'));
  texts.forEach((text, at) => { digits.children[at].textContent = text; });
};
