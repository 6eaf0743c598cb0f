/**
 * Live waves, in step with the picture: each sample has the station's time, and so has each picture on the
 * screen (its RTP time stamp, which the station told the meaning of). Pure: moments are given, in ms of
 * performance.now(); station times are ms of the station's monotonic clock.
 */

import type { WaveMessage } from "./types/waves.ts";

export const WAVE_SECONDS = 6;
const KEPT_MS = WAVE_SECONDS * 1_000 + 3_000; // the picture is behind the waves by its buffer
const PICTURE_OLD_MS = 1_000; // without a new picture for so long, the wave goes by its own arrival
const BEHIND_MS = 150; // …and stays behind by what a picture's buffer usually is
const OFFSETS = 64; // messages whose way is compared
const RTP_HZ = 90_000;
const GAP_PERIODS = 2.5; // samples further apart are not joined
const GONE_MS = 2_000;

/** What the station's clock shows in the picture that is on the screen. */
export class StationClock {
  #anchor: { rtp: number; stationMs: number } | null = null;
  #shown: { stationMs: number; at: number } | null = null;
  #offsets: number[] = [];

  /** The station says which of its moments an RTP time stamp stands for. */
  anchor(rtp: number, tNs: number): void {
    this.#anchor = { rtp, stationMs: tNs / 1e6 };
  }

  /** A picture is on the screen from `at` on. */
  picture(rtp: number, at: number): void {
    if (!this.#anchor) return;
    const ticks = (rtp - this.#anchor.rtp) >>> 0; // time stamps run over after 13 hours
    this.#shown = { stationMs: this.#anchor.stationMs + (ticks / RTP_HZ) * 1_000, at };
  }

  /** A message of this station moment arrived at `at`. */
  heard(stationMs: number, at: number): void {
    this.#offsets = [...this.#offsets.slice(-OFFSETS + 1), at - stationMs];
  }

  /** Which station moment belongs to the right edge now; null: nothing is known yet. */
  now(at: number): number | null {
    const shown = this.#shown;
    if (shown && at - shown.at < PICTURE_OLD_MS) return shown.stationMs + Math.max(0, at - shown.at);
    if (!this.#offsets.length) return null;
    return at - Math.min(...this.#offsets) - BEHIND_MS;
  }
}

interface Sample {
  t: number;
  value: number | null;
}

/** One kind of wave. Messages may come in any order, twice, or not at all. */
export class Wave {
  rateHz = 0;
  #samples: Sample[] = [];

  push(message: WaveMessage): void {
    if (!(message.rate_hz > 0)) return;
    if (message.rate_hz !== this.rateHz) this.#samples = [];
    this.rateHz = message.rate_hz;
    const period = 1_000 / message.rate_hz;
    const last = message.t_ns / 1e6;
    const first = message.samples.length - 1;
    const came = message.samples.map((value, index) => ({ t: last - (first - index) * period, value }));
    const newest = this.#samples.at(-1);
    const all = [...this.#samples, ...came];
    if (newest && came[0] && came[0].t <= newest.t) all.sort((a, b) => a.t - b.t);
    const edge = (all.at(-1)?.t ?? 0) - KEPT_MS;
    this.#samples = all.filter(({ t }, index) => t > edge && t !== all[index - 1]?.t);
  }

  /** Is there a signal at this station moment? "none": there never was one. */
  state(edge: number): "none" | "live" | "gone" {
    if (!this.#samples.length) return "none";
    return this.#samples.some(({ t, value }) => value !== null && t <= edge && t > edge - GONE_MS)
      ? "live"
      : "gone";
  }

  /** Seconds before the edge (−6 … 0) and the samples, null where there is a gap. */
  data(edge: number): [number[], (number | null)[]] {
    const xs: number[] = [];
    const ys: (number | null)[] = [];
    const longest = (GAP_PERIODS * 1_000) / this.rateHz;
    let before = Number.NaN;
    for (const { t, value } of this.#samples) {
      if (t > edge || t < edge - WAVE_SECONDS * 1_000) continue;
      if (t - before > longest) {
        xs.push((before + longest / 2 - edge) / 1_000);
        ys.push(null);
      }
      xs.push((t - edge) / 1_000);
      ys.push(value);
      before = t;
    }
    return [xs, ys];
  }
}
