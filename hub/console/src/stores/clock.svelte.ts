/** The hub's clock, ticking once a second: a wrong clock of this computer must not lengthen a wait. */

const NOTICEABLE_MS = 2_000; // the hub's Date header has whole seconds only

export class Clock {
  now = $state(Date.now());
  #offset = 0;

  start(): () => void {
    const timer = setInterval(() => this.#tick(), 1000);
    return () => clearInterval(timer);
  }

  /** What the hub's clock says now; a value that is no number is ignored. */
  correct(hubMs: number): void {
    const offset = hubMs - Date.now();
    if (Number.isNaN(offset)) return;
    this.#offset = Math.abs(offset) > NOTICEABLE_MS ? offset : 0;
  }

  #tick(): void {
    this.now = Date.now() + this.#offset;
  }
}
