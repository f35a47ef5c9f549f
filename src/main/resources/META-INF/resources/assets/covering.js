// Whoever wishes has codes hidden while he looks at something else. The wish is kept in this browser alone.

const KEY = 'codes-hidden-elsewhere';

export const wished = () => {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false; // storage is shut off
  }
};

export const wish = (on) => {
  try {
    if (on) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is shut off: the wish holds for nothing but this panel.
  }
};

// away and back are called when somebody leaves this page for another window or tab, and when he comes back.
export const onLeaving = (away, back, signal) => {
  const look = () => (document.visibilityState === 'hidden' || !document.hasFocus() ? away() : back());
  document.addEventListener('visibilitychange', look, { signal });
  addEventListener('blur', look, { signal });
  addEventListener('focus', look, { signal });
};
