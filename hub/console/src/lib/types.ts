/** What the hub says and is told: the console's protocol, as JSON. Times are RFC 3339, units UCUM. */

export type Level = "E" | "P" | "N";
export type VisitState = "in-progress" | "waiting" | "in-call" | "stored" | "callback" | "left" | "done";
export type Act = "oximetry" | "blood_pressure" | "temperature" | "weight" | "glucose" | "heart_rate";
export type Grade = "good" | "usable" | "not_reliable";
export type Disposition = "self-care" | "in-person" | "follow-up";

export interface User {
  id: string;
  name: string;
  role: string;
}

export interface SignedIn {
  user: User;
  csrf: string;
  on_call?: boolean;
}

export interface Alarm {
  id: string;
  rule: string;
  level: Level;
  why: string;
  /** The patient's screen shows nothing of it: the station stays silent. */
  quiet: boolean;
  raised_at: string;
  acknowledged_by: string | null;
  acknowledged_at: string | null;
}

export interface VisitSummary {
  id: string;
  station: { name: string; address: string; phone: string };
  patient: {
    display: string;
    birth_date: string | null;
    anonymous: boolean;
    /** Who it was said to be earlier in the visit, where that was somebody else. */
    told_before: { display: string; birth_date: string | null; until: string }[];
  };
  language: string;
  reason: string;
  level: Level;
  state: VisitState;
  waiting_since: string | null;
  started_at: string;
  present: string[];
  callback: { phone: string; when: string } | null;
  provider: string | null;
  alarms: Alarm[];
  /** Since when there is something clinical that came after the plan was signed or the visit settled. */
  new_after_signature: string | null;
  /** The same for what came though the visit was over. */
  after_closing: string | null;
}

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
}

export interface ChatLine {
  id: string;
  at: string;
  sender: string;
  text: string;
  mine: boolean;
}

/** What the provider writes; `disposition` is null until one is chosen. */
export interface PlanFields {
  text: string;
  disposition: Disposition | null;
  warning_signs: string[];
  referral: string;
  follow_up: string;
}

export interface Plan extends PlanFields {
  /** Who wrote it. */
  provider: string;
  signed_at: string | null;
}

export interface EarlierVisit {
  id: string;
  started_at: string;
  reason: string;
  measurements: Measurement[];
  plan: Plan | null;
}

export interface VisitDetail extends VisitSummary {
  answers: { question: string; answer: string }[];
  consent: { version: string; at: string } | null;
  measurements: Measurement[];
  skipped: { act: Act; reason: string }[];
  chat: ChatLine[];
  call: { id: string; state: string } | null;
  plan: Plan | null;
  earlier: EarlierVisit[];
  closed: { how: string; at: string } | null;
}

export interface Worklist {
  items: VisitSummary[];
  on_call: number;
}

export interface IceServer {
  urls: string | string[];
  username?: string;
  credential?: string;
}

export interface Accepted {
  call: string;
  ice_servers: IceServer[];
}

/** Hub to console, over the socket. */
export type FromHub =
  | ({ type: "worklist" } & Worklist)
  | { type: "visit"; visit: VisitDetail }
  | { type: "signal"; call: string; generation: number; kind: "offer"; sdp: string }
  | { type: "call-ended"; call: string; reason: string }
  | { type: "alarm"; visit: string; alarm: Alarm };

/** Console to hub, over the socket. */
export type ToHub =
  | { type: "watch"; visit: string | null }
  | { type: "signal"; call: string; generation: number; kind: "answer"; sdp: string }
  | { type: "restart"; call: string };

/** The station's waveform, over the call's data channel. */
export interface WaveMessage {
  kind: "pleth";
  t_ns: number;
  rate_hz: number;
  samples: number[];
}
