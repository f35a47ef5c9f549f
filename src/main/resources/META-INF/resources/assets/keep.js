// Keeps a code showing: each step is asked for by itself, a good second after it has begun, so that whoever waits for one comes
// first. The server holds to the same, and ends it after five minutes whatever is asked here.

const LONGEST = 5 * 60_000;
const OTHERS_FIRST = 1_100;

export class Keeping {
  #renew;
  #timer;
  #end = 0;

  constructor(renew) {
    this.#renew = renew;
  }

  get on() {
    return performance.now() < this.#end;
  }

  // since: when somebody last asked himself
  start(since = performance.now()) {
    this.#end = since + LONGEST;
  }

  stop() {
    clearTimeout(this.#timer);
    this.#end = 0;
  }

  // left: milliseconds until the step ends that is not ours, or not any more
  after(left) {
    clearTimeout(this.#timer);
    if (this.on) this.#timer = setTimeout(this.#renew, left + OTHERS_FIRST);
  }
}
