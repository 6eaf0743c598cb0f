/** The console's vocabulary: codes of the protocol in plain words. An unknown code is shown readably. */

import type { Disposition } from "./types/plan.ts";
import type { Act, Device, Grade, Measurement, Value } from "./types/readings.ts";
import type { DutyKind, Level } from "./types/urgent.ts";
import type { VisitState } from "./types/visit.ts";

export const LEVELS: Record<Level, string> = { E: "Emergency", P: "Provider now", N: "Routine" };

export const STATES: Record<VisitState, string> = {
  "in-progress": "At the station",
  waiting: "Waiting",
  "in-call": "In a call",
  stored: "Stored case",
  callback: "Call back",
  left: "Left before being seen",
  done: "Done",
};

/** What is to be done for a patient who is gone: as a heading, and as a few in a list. */
export const DUTIES: Record<DutyKind, { name: string; many: string }> = {
  review: { name: "Case to review", many: "To review" },
  callback: { name: "Call back", many: "Call-backs" },
  left: { name: "Left before being seen", many: "Left" },
};

/** What an attempt came to. */
export const TRIES = {
  "no-answer": "No answer",
  busy: "Busy",
  "left-message": "Left a message",
  "wrong-number": "Wrong number",
  spoke: "Spoke, to be continued",
} as const;

/** What it came to in the end. */
export const OUTCOMES = {
  spoke: "Spoke with the patient",
  plan: "Looked at it, plan written",
  "in-person": "Seen in person, or sent there",
  "not-reached": "Could not be reached",
  "no-need": "Looked at it, nothing needed",
} as const;
export type Attempt = keyof typeof TRIES;
export type Outcome = keyof typeof OUTCOMES;

const DEEDS: Record<string, string> = {
  ...TRIES,
  took: "Took it",
  "gave-back": "Gave it back",
  given: "Given by the hub",
};
/** A line of what was done so far. */
export function deed(what: string): string {
  const [done, outcome] = what.split(": ");
  if (done === "done" && outcome) return `Done before: ${OUTCOMES[outcome as Outcome] ?? readable(outcome)}`;
  return DEEDS[what] ?? readable(what);
}

export const NO_CALL: Record<string, string> = {
  declined: "did not want a call",
  nobody: "no provider was on call",
  "promised-time-over": "nobody answered in the promised time",
  "no-connection": "there was no connection",
  dropped: "the call broke off",
  "stopped-waiting": "stopped waiting",
};
const CALL_TIMES: Record<string, string> = {
  soon: "as soon as possible",
  morning: "in the morning, 8 to 12",
  afternoon: "in the afternoon, 12 to 5",
  evening: "in the evening, 5 to 8",
};
/** When a call-back suits, by the station's clock; free words stay as they are. */
export const callTime = (when: string): string => CALL_TIMES[when] ?? when;

/** The parts of a visit, in their order. */
export const STEPS: Record<string, string> = {
  consent: "Consent",
  "about-you": "About you",
  questions: "Questions",
  measuring: "Measuring",
  results: "Results",
  waiting: "Waiting",
  call: "Call",
  after: "After",
};
export const CHOICES: Record<string, string> = {
  wait: "waited on",
  "call-back": "asked for a call",
  store: "left the case",
  "in-person": "went somewhere",
  person: "asked a person on site",
};

export const ACTS: Record<Act, string> = {
  oximetry: "Oxygen and pulse",
  blood_pressure: "Blood pressure",
  temperature: "Temperature",
  weight: "Weight",
  glucose: "Glucose",
  heart_rate: "Heart rate",
  respiration: "Breathing rate",
  alertness: "Alertness",
  oxygen_use: "Air or oxygen",
  pain: "Pain",
  height: "Height",
};

/** The values an act is done for, as far as something usual can be said of them. */
export const KINDS_OF: Partial<Record<Act, readonly string[]>> = {
  oximetry: ["spo2", "pulse_rate"],
  blood_pressure: ["systolic", "diastolic"],
  temperature: ["temperature"],
  weight: ["weight"],
  glucose: ["glucose"],
  heart_rate: ["heart_rate"],
  respiration: ["respiratory_rate"],
  pain: ["pain"],
};

/** What every visit measures; the others are shown when they came, or can be asked for. */
export const ALWAYS: readonly Act[] = ["oximetry", "blood_pressure"];
/** What no device gives: staff at the station enter it, if somebody is there. */
export const BY_HAND: readonly Act[] = ["respiration", "alertness", "oxygen_use", "pain", "height"];

export const GRADES: Record<Grade, string> = {
  good: "Good",
  usable: "Usable, with care",
  not_reliable: "Not reliable",
};

export const DISPOSITIONS: Record<Disposition, { name: string; hint: string }> = {
  "self-care": { name: "Self-care", hint: "The patient looks after this at home." },
  "in-person": { name: "In-person referral", hint: "The patient should be seen by somebody in person." },
  "follow-up": { name: "Follow-up", hint: "Somebody speaks with the patient again." },
};

/** What the Royal College of Physicians asks for by a NEWS2 total. */
const BANDS: Record<string, string> = {
  low: "Low",
  single: "A single 3: urgent review",
  medium: "Medium: urgent review",
  high: "High: emergency",
};
export const bandOf = (band: string): string => BANDS[band] ?? band;

const KINDS: Record<string, string> = {
  spo2: "SpO₂",
  pulse_rate: "Pulse",
  perfusion_index: "Perfusion index",
  systolic: "Systolic",
  diastolic: "Diastolic",
  mean_arterial: "Mean arterial",
  temperature: "Temperature",
  weight: "Weight",
  height: "Height",
  glucose: "Glucose",
  respiratory_rate: "Breaths",
  heart_rate: "Heart rate",
  pain: "Pain, 0 to 10",
};

const UNITS: Record<string, string> = { "mm[Hg]": "mmHg", Cel: "°C" };

export const GUEST_ROLES = ["family", "interpreter", "consultant", "captioner", "student"] as const;
const ROLE_WORDS: Record<string, string> = {
  provider: "provider",
  family: "family or friend",
  interpreter: "interpreter",
  consultant: "consultant",
  captioner: "captioner",
  student: "student",
};
const GUEST_STATES: Record<string, string> = {
  invited: " (has the link)",
  waiting: " (in the waiting room)",
  asking: " (the patient is asked)",
  admitted: "",
};
const INVITATIONS: Record<string, string> = {
  none: "Nobody asks you into a call now.",
  asking: "The patient is asked. Please wait.",
  admitted: "You are let in. One moment…",
  refused: "The patient would rather not. Thank you for your time.",
  removed: "You were asked to leave the call. Thank you for your time.",
  left: "You have left the call.",
  over: "The call is over. You can close this page.",
};

/** Is this the role of somebody asked into a call? */
export const guestIs = (role: string): boolean => GUEST_ROLES.some((each) => each === role);
/** Somebody's part in a call. */
export const guestRole = (role: string): string => ROLE_WORDS[role] ?? readable(role);
/** How far somebody asked in has got, behind their name. */
export const guestState = (state: string): string => GUEST_STATES[state] ?? "";
/** How it stands for somebody asked into a call. */
export const invitationWords = (state: string, by: string): string =>
  state === "waiting" ? `${by} asks you into a call with a patient.` : (INVITATIONS[state] ?? "");

const REFUSALS: Record<string, string> = {
  unsigned: "The station's message had no signature.",
  forged: "A signature is not right.",
  "not-vouched": "The hub does not vouch for whoever is there. Sign out and in again.",
  fingerprint: "Somebody changed the message on its way.",
  "other-call": "The message belongs to another call.",
  old: "The message is an old one.",
  replayed: "The message was used before.",
};

/** Why a call's message was not believed, and what to do about it. */
export const refusal = (why: string): string =>
  `${REFUSALS[why] ?? "It could not be checked."} End the call and tell whoever runs this hub.`;

const CALL_ENDS: Record<string, string> = {
  ended: "The call has ended.",
  "patient-ended": "The patient ended the call.",
  "provider-lost": "The call ended: the connection to you was lost for too long.",
  "station-lost": "The call ended: the station can't be reached.",
  transferred: "The call went to another provider.",
};

/** "left-upper-arm" or "one_reading_only" → "Left upper arm". */
export function readable(code: string): string {
  const words = code.replaceAll(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const unit = (ucum: string): string => UNITS[ucum] ?? ucum;
export const nameOf = (code: string): string => KINDS[code] ?? readable(code);
export const kind = (value: Value): string => nameOf(value.kind);
export const callEnd = (reason: string): string => CALL_ENDS[reason] ?? "The call has ended.";
export const actOf = (act: Act): string => ACTS[act] ?? readable(act);

const SKIPS: Record<string, string> = {
  "not-measured-here": "The station can't measure it",
  "do-not-want": "The patient did not want it",
  hurts: "It hurts",
  cannot: "The patient can't do it",
  "cannot-stand": "The patient can't stand safely",
  "no-cuff-fits": "No cuff fits the arm",
  "arms-excluded": "No arm may have a cuff",
  "device-missing": "The device is missing or broken; staff were told",
  "gave-up": "Given up after a failed attempt",
  unmeasurable: "Two attempts failed",
  "no-guardian": "A minor, and no parent or guardian has agreed",
  private: "Private parts are not photographed at this station",
  other: "Another reason",
};
export const whySkipped = (reason: string): string => SKIPS[reason] ?? readable(reason);

/** A language tag in its English name: "es" → "Spanish". */
export function language(tag: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** A group of values shown as one: "142/88 mmHg" is how blood pressure is read. */
export interface Figure {
  label: string;
  text: string;
  unit: string;
}

/** The hub shows "72 beats/min" where UCUM only says "/min": its unit words win. */
function unitOf(value: Value): string {
  const number = `${value.value} `;
  return value.display.startsWith(number) ? value.display.slice(number.length) : unit(value.unit);
}

/** The figures of a measurement in reading order; systolic and diastolic become one. */
export function figures(measurement: Measurement): Figure[] {
  const find = (name: string) => measurement.values.find((value) => value.kind === name);
  const [systolic, diastolic] = [find("systolic"), find("diastolic")];
  const rest = measurement.values.filter(
    (value) => !(systolic && diastolic) || (value !== systolic && value !== diastolic),
  );
  if (measurement.observed) return [{ label: actOf(measurement.act), text: measurement.observed, unit: "" }];
  if (measurement.off_scale)
    return [{ label: actOf(measurement.act), text: measurement.off_scale, unit: "" }];
  const shown = rest.map((value) => ({ label: kind(value), text: String(value.value), unit: unitOf(value) }));
  if (!systolic || !diastolic) return shown;
  const pressure = `${systolic.value}/${diastolic.value}`;
  return [{ label: "Blood pressure", text: pressure, unit: unit(systolic.unit) }, ...shown];
}

/** Where a device is and who has checked it, for those who ask. */
export function provenance(device: Device): string {
  const { transport, firmware, calibrated_on: on, checked_by: by, calibration_due: due } = device;
  const checked = [on, by && `by ${by}`].filter(Boolean).join(" ");
  return [
    transport,
    firmware && `firmware ${firmware}`,
    checked && `calibration checked ${checked}`,
    due && `calibration due ${due}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** How far the device's own clock was off, when by a minute or more. */
export function clockError(seconds: number | null): string {
  const off = Math.abs(seconds ?? 0);
  if (off < 60) return "";
  const [size, word] = off < 3600 ? [60, "min"] : off < 86_400 ? [3600, "h"] : [86_400, "d"];
  return `The device's clock was ${Math.round(off / size)} ${word} ${(seconds ?? 0) > 0 ? "ahead" : "behind"}`;
}
