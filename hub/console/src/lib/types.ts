/** What the hub says and is told: the console's protocol, as JSON. Times are RFC 3339, units UCUM. */

import type { Refusal } from "../trust/proof.ts";

import type { Update } from "./rtt.ts";

export type Level = "E" | "P" | "N";
export type VisitState = "in-progress" | "waiting" | "in-call" | "stored" | "callback" | "left" | "done";
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
export type TextKind = "chat" | "caption";
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
  /** The hub's root key (base64), and its word for this browser's key (JSON of a `Voucher`). */
  root: string;
  voucher: string | null;
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

export type DutyKind = "review" | "callback" | "left";

/** What must still be done for a patient who is gone. */
export interface Duty {
  kind: DutyKind;
  since: string;
  /** Until then it is promised to the patient, or asked of us. */
  due_at: string;
  owner: { id: string; name: string } | null;
  /** Each deed in order. */
  tries: { at: string; by: string; what: string; note: string }[];
  /** Why a case was left, and the wish: "review", "in-person" (goes somewhere), "specialist"; else empty. */
  why: string;
  wish: string;
}

/** Somebody at a station asked for a person, and nobody there came in time. */
export interface Page {
  id: string;
  station: string;
  address: string;
  phone: string;
  visit: string | null;
  asked_at: string;
  /** Nothing may sound there. */
  quiet: boolean;
  answered_by: string | null;
  answered_at: string | null;
}

/** Waiting times in seconds: the middle one, and the one that nine in ten stay under. */
export interface Spread {
  count: number;
  median_s: number;
  p90_s: number;
}

/** How well a station serves: counts, nobody's data. */
export interface Figures {
  started: number;
  going_on: number;
  finished: number;
  ended: Record<string, number>;
  steps: Record<string, number>;
  asked: number;
  answered: number;
  wait: Spread | null;
  nobody: number;
  no_call: Record<string, number>;
  chose: Record<string, number>;
  open: number;
  overdue: number;
  pages: number;
  page_wait: Spread | null;
}

export interface UsageReport {
  first: string;
  last: string;
  all: Figures;
  stations: { id: string; name: string; address: string; seen_at: string | null; figures: Figures }[];
}

export interface ReadinessItem {
  id: string;
  colour: "green" | "amber" | "red";
  finding: string;
  detail: string;
  about: string;
}

/** A station as an operator looks after it; `readiness` as it said of itself. */
export interface FleetStation {
  id: string;
  name: string;
  address: string;
  state: "enrolled" | "not enrolled" | "revoked";
  version: string;
  seen_at: string | null;
  connected: boolean;
  profile: { wanted: number; in_use: number | null };
  readiness: { state: string; items: ReadinessItem[]; lacks: string[]; tested_at: string } | null;
  certificate_days: number | null;
  waiting: number | null;
  devices: { id: string; role: string; product: string; calibration_due: string }[];
  disabled: string;
  alerts: { kind: string; level: "danger" | "warning"; words: string; since: string | null }[];
}

export interface WaitingMachine {
  fingerprint: string;
  station: string;
  name: string;
  address: string;
  machine: string;
  network: string;
  asked_at: string;
  enrolled_before: boolean;
}

export interface StationOrder {
  id: string;
  kind: string;
  text: string;
  made_by: string;
  made_at: string;
  done_at: string | null;
  ok: boolean;
  detail: string;
  has_content: boolean;
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
    /** "card" or "phone", with the birth date; "wristband" or "list": by staff; else empty: only told. */
    known_by: string;
    /** Who speaks for a minor. */
    guardian: { name: string; relation: string } | null;
    /** "staff" when somebody on site does it with the patient. */
    attended: string;
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
  duty: Duty | null;
  /** In long-term care: whose visit it is. */
  resident: ResidentShown | null;
}

/** A resident on a row of the list. `code_status` in words. */
export interface ResidentShown {
  id: string;
  number: string;
  facility: string;
  room: string;
  called: string;
  code_status: string;
  code_status_note: string;
}

export interface Contact {
  name: string;
  phone: string;
  relation: string;
}

/** What is usual for a resident: the middle of so many readings of the two weeks before today. */
export interface Usual {
  kind: string;
  display: string;
  value: number;
  unit: string;
  readings: number;
}

/** Something staff noted, in lines. */
export interface CareNote {
  kind: string;
  at: string;
  title: string;
  by: string;
  lines: { label: string; text: string }[];
}

/** What a resident's visit has beside others. */
export interface Care {
  by: string;
  /** How it was made sure who it is. */
  checked: string;
  round: boolean;
  /** Why nothing was done in the round; else empty. */
  missed: string;
  allergies: string[];
  diagnoses: string[];
  medicines: string[];
  lacks_capacity: boolean;
  representative: Contact | null;
  physician: Contact | null;
  usual: Usual[];
  notes: CareNote[];
  /** Readings of this visit that were another resident's. */
  refiled: string[];
  /** Readings that were filed for another resident first. */
  refiled_here: string[];
}

/** When an act is due, by the facility's clock. No week days: every day. */
export interface Due {
  act: Act;
  times: string[];
  weekdays: number[];
  late_min: number;
}

/** What a manager tells of a resident. */
export interface ResidentForm {
  number: string;
  given: string;
  family: string;
  birth_date: string;
  called: string;
  room: string;
  language: string;
  code_status: string;
  code_status_note: string;
  allergies: string[];
  diagnoses: string[];
  medicines: string[];
  conditions: string[];
  lacks_capacity: boolean;
  representative: Contact | null;
  physician: Contact | null;
  schedule: Due[];
}

export interface Resident extends ResidentForm {
  id: string;
  /** Whether one was given. */
  wristband: boolean;
  /** ISO date; empty: there is none. */
  photo_taken: string;
}

export interface StaffMember {
  id: string;
  name: string;
  roles: string[];
  badge_at: string | null;
  revoked_at: string | null;
}

/** What is printed once: a badge (with its PIN) or a wristband. */
export interface Printed {
  token: string;
  qr: string;
  pin?: string;
}

/** A facility's day so far. */
export interface Day {
  facility: string;
  zone: string;
  at: string;
  residents: {
    id: string;
    number: string;
    display: string;
    room: string;
    turns: { act: Act; at: string; state: "done" | "skipped" | "due" | "missed" | "later" }[];
    seen_at: string;
    missed: string;
  }[];
  seen: number;
  due: number;
  missed: number;
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
  /** What staff saw, in words, where it is no number; else empty. */
  observed: string;
  /** Who entered it by hand, as they said; empty: a device gave it. */
  by_hand: string;
}

export interface ChatLine {
  id: string;
  at: string;
  sender: string;
  text: string;
  mine: boolean;
  kind: TextKind;
  /** The line of real-time text it is the end of. */
  line: string | null;
  /** It was put right after it was sent. */
  corrected: boolean;
}

/** What somebody is writing this moment; nobody keeps it. */
export interface TypingMessage {
  visit: string;
  writer: string;
  sender: string;
  kind: TextKind;
  update: Update;
}

/** A line for the patient. */
export interface NewLine {
  text: string;
  kind: TextKind;
  line?: string;
  /** An own line that this one puts right. */
  corrects?: string;
}

export type TimeOfDay = "morning" | "midday" | "evening" | "bedtime";

/** A medicine as the patient is to take it. No times: only when needed; `days` null: not said. */
export interface Medicine {
  name: string;
  amount: string;
  times: TimeOfDay[];
  days: number | null;
  note: string;
}

/** The answer to a patient who asked for a medicine again. */
export interface Refill {
  medicine: string;
  approved: boolean;
  why: string;
  pharmacy: string;
}

/** What the patient took home as a link. `why` it is shut: "tries" or "provider". */
export interface HealthLink {
  state: "waiting" | "open" | "expired" | "shut";
  why: string;
  expires_at: string;
  opened: number;
  opened_at: string | null;
}

/** What the provider writes; `disposition` is null until one is chosen. */
export interface PlanFields {
  text: string;
  disposition: Disposition | null;
  warning_signs: string[];
  referral: string;
  referral_address: string;
  referral_phone: string;
  follow_up: string;
  medicines: Medicine[];
  refills: Refill[];
}

export interface Plan extends PlanFields {
  /** Who wrote it. */
  provider: string;
  signed_at: string | null;
}

/** What the patient was asked for. `state`: "asked", an answer, "withdrawn" or "call-ended". */
export interface Ask {
  id: string;
  /** "photo:skin", "clip:hands", "sound:heart" or "measure:oximetry". */
  kind: string;
  note: string;
  by: string;
  mine: boolean;
  asked_at: string;
  state: string;
  why: string;
  answered_at: string | null;
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

export interface EarlierVisit {
  id: string;
  started_at: string;
  reason: string;
  measurements: Measurement[];
  attachments: Attachment[];
  plan: Plan | null;
  /** Of the same person; else only of the same name and birth date. */
  proven: boolean;
}

export interface VisitDetail extends VisitSummary {
  answers: { question: string; answer: string }[];
  /** What the patient told of themselves, unconfirmed. `alerts`: to be seen before anything is prescribed. */
  about: { asked: boolean; alerts: string[]; told: { kind: string; label: string; text: string }[] };
  consent: { version: string; at: string } | null;
  measurements: Measurement[];
  /** `act`: a measurement's, or "photo:wound/close" of a picture. */
  skipped: { act: string; reason: string }[];
  chat: ChatLine[];
  /** Whether the patient wishes what was written to be kept; null: not asked, or nothing written. */
  text_kept: boolean | null;
  asks: Ask[];
  attachments: Attachment[];
  call: { id: string; state: string } | null;
  /** Asked into the call, whether they are in it yet or not. */
  people: GuestPerson[];
  plan: Plan | null;
  earlier: EarlierVisit[];
  closed: { how: string; at: string } | null;
  link: HealthLink | null;
  /** How many cards bring this patient back. */
  cards: number;
  /** Whether the station was wiped clean after the visit: "cleaned", "no-wipes" or "unanswered". */
  cleaned: { how: string; at: string } | null;
  /** Of a resident's visit. */
  care: Care | null;
}

export interface GuestPerson {
  id: string;
  name: string;
  role: string;
  /** invited, waiting, asking or admitted. */
  state: string;
}

export interface Consultant {
  name: string;
  display: string;
  here: boolean;
}

/** How it stands for somebody asked into a call. */
export interface Invitation extends Ways {
  state: string;
  call: string | null;
  role: string;
  /** Who asked them in. */
  by: string;
  people: { person: string; name: string; role: string }[];
  room: boolean;
  /** Who we are in the room. */
  me?: string;
  /** The patient said yes to showing us pictures and sounds. */
  pictures: boolean;
  /** For a captioner: what the captions belong to. */
  visit?: string | null;
}

/** A room's answer to what we send, or its offer of what the others do; `streams` whose is whose. */
export interface FeedsMessage {
  type: "signal";
  call: string;
  generation: number;
  kind: "answer" | "feeds";
  sdp: string;
  signed: string;
  streams?: { mid: string; kind: string; person: string; label?: string }[];
}

/** Our offer to a room of what we send, or the answer to its offer. */
export interface ToRoom {
  type: "signal";
  call: string;
  generation: number;
  kind: "offer" | "feeds-answer";
  sdp: string;
  signed: string;
}

export interface Worklist {
  items: VisitSummary[];
  on_call: number;
  /** The oldest first. */
  pages: Page[];
}

export interface IceServer {
  urls: string | string[];
  username?: string;
  credential?: string;
}

/** How a call may go: the relays with fresh credentials, and whether nothing else may be used. */
export interface Ways {
  ice_servers: IceServer[];
  relay_only: boolean;
}

export interface Accepted extends Ways {
  call: string;
  /** The hub's word for the station's key: JSON of a `Voucher`. */
  station: string;
  /** Three or more are in it: by the media server. */
  room: boolean;
}

/** Hub to console, over the socket. */
export type FromHub =
  | ({ type: "worklist" } & Worklist)
  | { type: "visit"; visit: VisitDetail }
  | ({ type: "signal"; call: string; generation: number; kind: "offer"; sdp: string; signed: string } & Ways)
  | FeedsMessage
  | ({ type: "room"; call: string; room: boolean } & Ways)
  | ({ type: "invitation" } & Invitation)
  | { type: "pictures" }
  | ({ type: "ways"; call: string } & Ways)
  | { type: "call-refused"; call: string; why: string }
  | { type: "call-ended"; call: string; reason: string }
  | ({ type: "typing" } & TypingMessage)
  | { type: "alarm"; visit: string; alarm: Alarm };

/** Console to hub, over the socket. */
export type ToHub =
  | { type: "watch"; visit: string | null }
  | { type: "signal"; call: string; generation: number; kind: "answer"; sdp: string; signed: string }
  | ToRoom
  | { type: "refused"; call: string; generation: number; why: Refusal }
  | { type: "restart"; call: string }
  | { type: "typing"; visit: string; kind: TextKind; update: Update };

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
