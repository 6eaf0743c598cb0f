/** Measurements, and the pictures, clips and sounds beside them. Units are UCUM. The console's protocol, as JSON; times are RFC 3339. */

export type Act =
  | "oximetry"
  | "blood_pressure"
  | "temperature"
  | "weight"
  | "glucose"
  | "heart_rate"
  | "respiration"
  | "alertness"
  | "oxygen_use"
  | "pain"
  | "height";

export type Grade = "good" | "usable" | "not_reliable";

export interface Value {
  kind: string;
  value: number;
  unit: string;
  /** The number with its unit in words. */
  display: string;
  /** As the device gave it, where that was another unit; else empty. */
  measured: string;
}

export interface Device {
  manufacturer: string;
  model: string;
  transport: string;
  serial: string | null;
  firmware: string | null;
  /** ISO dates. */
  calibrated_on: string | null;
  calibration_due: string | null;
  checked_by: string | null;
}

export interface Measurement {
  id: string;
  act: Act;
  at: string;
  attempt: number;
  grade: Grade;
  reasons: { code: string; words: string }[];
  values: Value[];
  device: Device;
  site: string | null;
  position: string | null;
  derived_from: string[];
  /** What the device itself said about it, in words. */
  said: string[];
  /** "HI" or "LO" where a meter showed that instead of a number; else empty. */
  off_scale: string;
  /** The device's clock minus the station's; `at` is put right by it. */
  clock_error_s: number | null;
  /** When the hub had it. */
  received_at: string | null;
  /** It came to the hub long after it was made. */
  late: boolean;
  /** Nothing vouches for `at`. */
  time_unsure: boolean;
  /** Why `at` is not simply the station's clock, in words; else empty. */
  time_note: string;
  /** The reading that came first under the same id, with other content. */
  twin: string | null;
  /** What staff saw, in words, where it is no number; else empty. */
  observed: string;
  /** Who entered it by hand, as they said; empty: a device gave it. */
  by_hand: string;
}

/** A picture, clip, sound or other large thing. Unknown numbers are 0, an unknown scale null. */
export interface Attachment {
  id: string;
  kind: string;
  media_type: string;
  title: string;
  site: string;
  view: string;
  laterality: string;
  taken_at: string;
  device: string;
  /** Who took it: "patient" or "staff"; empty: not told. */
  by: string;
  width_px: number;
  height_px: number;
  duration_s: number;
  mm_per_px: number | null;
  mm_per_px_error: number | null;
  /** White balance by the card: factors of red, green, blue in linear light; null: no card. */
  gains: number[] | null;
  grade: string;
  reasons: string[];
  ask: string | null;
  size: number;
  state: "waiting" | "ready" | "unreadable" | "quarantined";
  parts: number;
  parts_here: number;
  /** Where its bytes are; empty until they may be shown. */
  url: string;
  /** Traces of place and device that were taken out of it. */
  removed: string[];
}

/** NEWS2. `total` null: none, and `why` says so. `band`: "low", "single" (a single 3), "medium", "high". */
export interface Score {
  total: number | null;
  band: string;
  at: string | null;
  scale: number;
  parts: { name: string; words: string; points: number }[];
  why: string;
}
