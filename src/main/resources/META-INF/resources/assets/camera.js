// A camera before which somebody holds a QR code: looked at here where the browser can, and else one picture a second is sent to
// be read like any other. It goes off by itself.

const LONGEST = 90_000;
const WIDEST = 960;
const BETWEEN_OWN = 200;
const BETWEEN_SENT = 1_000;

export const there = () => Boolean(navigator.mediaDevices?.getUserMedia);

const reader = async () => {
  if (!('BarcodeDetector' in window)) return null;
  const known = await window.BarcodeDetector.getSupportedFormats().catch(() => []);
  return known.includes('qr_code') ? new window.BarcodeDetector({ formats: ['qr_code'] }) : null;
};

export class Camera {
  #stream = null;
  #timer;
  #end = 0;

  // seen: what to do with the text of a code, true where it is one; sent: what to do with a picture, true where it was read, or
  // how many milliseconds to wait
  constructor(video, { seen, sent, over }) {
    this.video = video;
    this.seen = seen;
    this.sent = sent;
    this.over = over;
  }

  async on() {
    const wanted = { video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false };
    this.#stream = await navigator.mediaDevices.getUserMedia(wanted);
    this.video.srcObject = this.#stream;
    await this.video.play();
    this.#end = performance.now() + LONGEST;
    const own = await reader();
    this.#again(() => (own ? this.#look(own) : this.#send()), own ? BETWEEN_OWN : BETWEEN_SENT);
  }

  off() {
    clearTimeout(this.#timer);
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = null;
    this.video.srcObject = null;
  }

  #again(act, pause) {
    this.#timer = setTimeout(async () => {
      if (!this.#stream) return;
      if (performance.now() > this.#end) {
        this.off();
        this.over();
        return;
      }
      const wait = await act();
      if (this.#stream && wait !== true) this.#again(act, Math.max(pause, Number(wait) || 0));
    }, pause);
  }

  async #look(own) {
    const codes = await own.detect(this.video).catch(() => []);
    return codes.some((code) => this.seen(code.rawValue));
  }

  async #send() {
    const { videoWidth, videoHeight } = this.video;
    if (!videoWidth) return 0;
    const scale = Math.min(1, WIDEST / videoWidth);
    const canvas = Object.assign(document.createElement('canvas'), {
      width: Math.round(videoWidth * scale),
      height: Math.round(videoHeight * scale),
    });
    canvas.getContext('2d').drawImage(this.video, 0, 0, canvas.width, canvas.height);
    const frame = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', .9); });
    return frame ? this.sent(frame) : 0;
  }
}
