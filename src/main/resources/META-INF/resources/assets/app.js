// Small comforts on top of pages that work without them.

// What scripts say stands in the page, in the language of whoever reads it, with %1 and %2 where they fill in.
const said = (what, ...filled) => filled.reduce(
  (words, one, i) => words.replace(`%${i + 1}`, () => one),
  document.getElementById('page-words').dataset[what],
);
const all = (selector, act) => document.querySelectorAll(selector).forEach(act);
const draw = (box, name) => {
  const icon = box.querySelector('use');
  icon.setAttribute('href', icon.getAttribute('href').replace(/#.*/, `#${name}`));
};

// Theme: kept in this browser only. theme.js applies it before the first paint.
all('[data-theme-choice]', (box) => {
  const root = document.documentElement;
  box.hidden = false;
  box.querySelectorAll('input').forEach((input) => {
    input.checked = input.value === (root.dataset.theme ?? 'auto');
  });
  box.addEventListener('change', ({ target }) => {
    if (target.value === 'auto') delete root.dataset.theme;
    else root.dataset.theme = target.value;
    try {
      if (target.value === 'auto') localStorage.removeItem('theme');
      else localStorage.setItem('theme', target.value);
    } catch {
      // Storage is shut off: the choice holds for this page.
    }
  });
});

// Show and hide a password.
const showPassword = (button, show) => {
  document.getElementById(button.dataset.reveals).type = show ? 'text' : 'password';
  button.setAttribute('aria-pressed', show);
  draw(button, show ? 'eye-off' : 'eye');
};
all('[data-reveals]', (button) => {
  button.hidden = false;
  button.addEventListener('click', () => showPassword(button, button.getAttribute('aria-pressed') !== 'true'));
});

// A form is sent once. The back button brings its buttons back.
document.addEventListener('submit', ({ target: form, defaultPrevented }) => {
  if (defaultPrevented || form.method === 'dialog') return;
  form.querySelectorAll('[data-reveals]').forEach((button) => showPassword(button, false));
  setTimeout(() => form.querySelectorAll('button:not([type="button"]):enabled').forEach((button) => {
    button.disabled = true;
    button.dataset.sent = '';
  }));
});
addEventListener('pageshow', () => all('[data-sent]', (button) => {
  button.disabled = false;
  delete button.dataset.sent;
}));

// What is still missing from a new password. The server decides; this only spares a round.
const say = (hint, met, words) => {
  hint.classList.toggle('met', met);
  hint.lastElementChild.textContent = words;
  draw(hint, met ? 'good' : 'info');
};
all('[data-length-of]', (hint) => {
  const input = document.getElementById(hint.dataset.lengthOf);
  const least = Number(hint.dataset.least);
  const plain = hint.lastElementChild.textContent;
  const look = () => {
    const length = [...input.value].length;
    if (length === 0) say(hint, false, plain);
    else if (length < least) say(hint, false, said('stillTooShort', length, least));
    else say(hint, true, said('longEnough', length));
  };
  input.addEventListener('input', look);
  addEventListener('pageshow', look);
});
all('[data-same-as]', (hint) => {
  const first = document.getElementById(hint.dataset.sameAs);
  const again = document.getElementById(hint.dataset.of);
  const look = () => {
    hint.hidden = again.value === '' || (again.value !== first.value && first.value.startsWith(again.value));
    const same = again.value === first.value;
    say(hint, same, same ? said('same') : said('notYetTheSame'));
  };
  first.addEventListener('input', look);
  again.addEventListener('input', look);
});

// Seconds that run down, measured from when the page arrived.
all('[data-seconds]', (count) => {
  const end = performance.now() + Number(count.dataset.seconds) * 1000;
  const words = count.closest('[data-after]');
  const held = document.querySelectorAll('[data-waits]');
  held.forEach((button) => { button.disabled = true; });
  const tick = () => {
    const left = Math.ceil((end - performance.now()) / 1000);
    if (left > 0) {
      count.textContent = said('runsDown', left);
      setTimeout(tick, 250);
    } else {
      held.forEach((button) => { button.disabled = false; });
      if (words) words.textContent = words.dataset.after;
      else count.remove();
    }
  };
  tick();
});

// Copy a short text that is on the page, such as a request id.
all('[data-copies]', (button) => {
  if (!navigator.clipboard) return;
  const plain = button.ariaLabel;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent.trim());
    button.ariaLabel = said('copied');
    draw(button, 'check');
    setTimeout(() => {
      button.ariaLabel = plain;
      draw(button, 'copy');
    }, 2000);
  });
});

// Dialogues open from a button and close through their own form.
all('[data-opens]', (button) => {
  button.addEventListener('click', () => document.getElementById(button.dataset.opens).showModal());
});

// A field that only one choice of a list asks for.
all('[data-shown-when]', (field) => {
  const [name, value] = field.dataset.shownWhen.split('=');
  const list = document.getElementById(name);
  const input = field.querySelector('input');
  const look = () => {
    field.hidden = list.value !== value;
    input.required = !field.hidden;
  };
  list.addEventListener('change', look);
  addEventListener('pageshow', look);
});

// A long list is narrowed by what is typed; what is chosen stays in sight.
const narrow = (box) => {
  if (!box.hidden) return;
  const input = box.querySelector('input');
  const lines = [...box.nextElementSibling.children];
  box.hidden = false;
  input.addEventListener('input', (event) => {
    event.stopPropagation(); // it is no part of the form
    const asked = input.value.trim().toLocaleLowerCase();
    lines.forEach((line) => {
      line.hidden = !line.querySelector('input').checked && !line.textContent.toLocaleLowerCase().includes(asked);
    });
  });
  input.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
};
all('[data-narrows]', narrow);
// Times as the reader's own clock has them.
const local = (time) => {
  const there = new Date(time.dateTime);
  time.title = time.dateTime;
  time.textContent = there.toLocaleString([], { dateStyle: 'medium', timeStyle: 'medium' });
};
all('time[datetime]', local);

// The same for parts of a page that come later.
document.addEventListener('htmx:load', ({ detail: { elt } }) => {
  elt.querySelectorAll('[data-narrows]').forEach(narrow);
  elt.querySelectorAll('time[datetime]:not([title])').forEach(local);
});

// The first field that needs another look has the focus.
document.querySelector('[aria-invalid="true"]')?.focus();
