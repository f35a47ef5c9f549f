// The clipboard, where the browser lets a page write to it.

export const canCopy = Boolean(navigator.clipboard);

// Some browsers let a page write only while a button is being pressed: there the text may come later than the promise of it.
export const copyLater = async (text) => {
  if (typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(await text);
    return;
  }
  const blob = Promise.resolve(text).then((said) => new Blob([said], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
};

export const clear = () => navigator.clipboard.writeText('');
