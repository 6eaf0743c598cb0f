/** The last seconds of a waveform, as uPlot wants them. Filled by the data channel, read per frame. */

import type { WaveMessage } from "../lib/types.ts";

export const WAVE_SECONDS = 6;

export class Wave {
  /** When the last samples came (performance.now()), 0 for never. */
  lastMs = 0;
  rateHz = 0;
  #samples: number[] = [];

  push(message: WaveMessage, nowMs: number): void {
    if (message.kind !== "pleth" || !(message.rate_hz > 0)) return;
    if (message.rate_hz !== this.rateHz) this.#samples = [];
    this.rateHz = message.rate_hz;
    this.lastMs = nowMs;
    this.#samples.push(...message.samples);
    const room = Math.ceil(this.rateHz * WAVE_SECONDS);
    if (this.#samples.length > room) this.#samples.splice(0, this.#samples.length - room);
  }

  /** Seconds before now (−6 … 0) and the samples. */
  data(): [number[], number[]] {
    const last = this.#samples.length - 1;
    return [this.#samples.map((_, index) => (index - last) / this.rateHz), this.#samples];
  }
}
