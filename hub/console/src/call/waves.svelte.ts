/** The live waves of a call, by whichever connection they come: kept, and drawn in step with its picture. */

import { type ClockMessage, WAVE_KINDS, type WaveKind, type WaveMessage } from "../lib/types/waves.ts";
import { StationClock, Wave } from "../lib/waves.ts";

/** What comes by a room: its media server counts the pictures' time stamps anew, so the clock says nothing. */
export const ROOM = -1;

/** Read a message; null for what is none. */
export function readWave(text: string): WaveMessage | ClockMessage | null {
  try {
    const told = JSON.parse(text);
    if (told.kind === "clock" && Number.isFinite(told.rtp) && Number.isFinite(told.t_ns)) return told;
    const isWave =
      WAVE_KINDS.includes(told.kind) && Number.isFinite(told.t_ns) && Array.isArray(told.samples);
    return isWave ? told : null;
  } catch {
    return null;
  }
}

export class Waves {
  /** Which have come in this call. */
  kinds = $state.raw<WaveKind[]>(["pleth"]);
  readonly #waves = new Map<WaveKind, Wave>();
  #clock = new StationClock();
  #clocks = new Map<number, StationClock>();

  /** Take what came by a connection: its generation, or `ROOM`. */
  take(source: number, message: WaveMessage | ClockMessage): void {
    const clock = this.#clocks.get(source) ?? new StationClock();
    this.#clocks.set(source, clock);
    if (message.kind === "clock") {
      if (source !== ROOM) clock.anchor(message.rtp, message.t_ns);
      return;
    }
    clock.heard(message.t_ns / 1e6, performance.now());
    if (source === ROOM || this.#clock.now(performance.now()) === null) this.#clock = clock;
    const wave = this.#waves.get(message.kind) ?? new Wave();
    this.#waves.set(message.kind, wave);
    wave.push(message);
    if (!this.kinds.includes(message.kind)) this.kinds = [...this.kinds, message.kind];
  }

  /** A picture of a connection is on the screen from `at` (performance.now()) on: the waves go by it. */
  shows(source: number, rtp: number, at: number): void {
    const clock = this.#clocks.get(source);
    if (!clock) return;
    clock.picture(rtp, at);
    this.#clock = clock;
  }

  /** Which station moment belongs to the right edge now; null: not known. */
  edge(at: number): number | null {
    return this.#clock.now(at);
  }

  get(kind: WaveKind): Wave | undefined {
    return this.#waves.get(kind);
  }
}
