/** The console's vocabulary: codes of the protocol in plain words. An unknown code is shown readably. */

import type { Act, Device, Disposition, Grade, Level, Measurement, Value, VisitState } from "./types.ts";

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

export const ACTS: Record<Act, string> = {
  oximetry: "Oxygen and pulse",
  blood_pressure: "Blood pressure",
  temperature: "Temperature",
  weight: "Weight",
  glucose: "Glucose",
  heart_rate: "Heart rate",
};

/** What a station measures when asked; the others are shown when they came. */
export const ASKED: readonly Act[] = ["oximetry", "blood_pressure"];

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
};

const UNITS: Record<string, string> = { "mm[Hg]": "mmHg", Cel: "°C" };

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
export const kind = (value: Value): string => KINDS[value.kind] ?? readable(value.kind);
export const callEnd = (reason: string): string => CALL_ENDS[reason] ?? "The call has ended.";
export const actOf = (act: Act): string => ACTS[act] ?? readable(act);

const SKIPS: Record<string, string> = { "not-measured-here": "The station can't measure it yet" };
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
