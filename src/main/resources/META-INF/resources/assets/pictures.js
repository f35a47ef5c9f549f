// Makes of whatever somebody has a picture that the server reads: PNG, JPEG and GIF go as they are, everything else is drawn
// by the browser, which knows more formats and keeps a drawing from running or fetching anything.

export const MOST = 15 * 1024 * 1024;
const AS_IT_IS = ['image/png', 'image/jpeg', 'image/gif'];
const MOST_OF_A_DRAWING = 2 * 1024 * 1024;
const WIDEST = 3000;
const DRAWN = 640;

export const isPicture = (file) => file.type.startsWith('image/') || /\.(svg|heic|heif|avif|webp)$/i.test(file.name ?? '');
const isDrawing = (file) => file.type === 'image/svg+xml' || /\.svg$/i.test(file.name ?? '');

// On white, as codes are read.
const onWhite = (width, height, draw) => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  draw(pen);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('nothing was drawn'))), 'image/png');
  });
};

const fromPixels = async (file) => {
  const bitmap = await createImageBitmap(file);
  try {
    const scale = Math.min(1, WIDEST / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale)));
    return await onWhite(width, height, (pen) => pen.drawImage(bitmap, 0, 0, width, height));
  } finally {
    bitmap.close();
  }
};

// As a picture, a drawing runs no script and loads nothing.
const fromDrawing = async (file) => {
  if (file.size > MOST_OF_A_DRAWING) throw new Error('too large');
  const address = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const [width, height] = [image.naturalWidth || DRAWN, image.naturalHeight || DRAWN];
    const scale = DRAWN / Math.max(width, height);
    const margin = DRAWN / 16;
    return await onWhite(DRAWN + 2 * margin, DRAWN + 2 * margin, (pen) => {
      pen.imageSmoothingEnabled = false;
      pen.drawImage(image, margin, margin, width * scale, height * scale);
    });
  } finally {
    URL.revokeObjectURL(address);
  }
};

// What the browser cannot draw either goes as it is: the server says what to do about it.
export const readable = async (file) => {
  if (AS_IT_IS.includes(file.type)) return file;
  try {
    return await (isDrawing(file) ? fromDrawing(file) : fromPixels(file));
  } catch {
    return isDrawing(file) ? null : file;
  }
};
