/** Live waves, over the call's data channel. The console's protocol, as JSON; times are RFC 3339. */

export type WaveKind = "pleth" | "ecg" | "sound";

export const WAVE_KINDS: WaveKind[] = ["pleth", "ecg", "sound"];

/** A part of a live wave, over the call's data channel. `t_ns`: of the last sample; null: no signal. */
export interface WaveMessage {
  kind: WaveKind;
  t_ns: number;
  rate_hz: number;
  samples: (number | null)[];
}

/** Which moment of the waves' clock an RTP time stamp of the picture stands for. */
export interface ClockMessage {
  kind: "clock";
  rtp: number;
  t_ns: number;
}
