/** A resident's form as text fields: lists a line each, what is due as "temperature 08:00 20:00". */

import type { Due, Resident, ResidentForm } from "./types/facility.ts";
import type { Act } from "./types/readings.ts";

export const CODE_STATUSES: Record<string, string> = {
  unknown: "Not known",
  full: "Full treatment",
  dnr: "Do not resuscitate (DNR)",
  dni: "Do not intubate (DNI)",
  "dnr-dni": "Do not resuscitate or intubate",
  comfort: "Comfort care only",
  other: "Other (see the note)",
};

/** The lists of a form. */
export const LISTS = ["allergies", "diagnoses", "medicines"] as const;

export const empty = (): ResidentForm => ({
  number: "",
  given: "",
  family: "",
  birth_date: "",
  called: "",
  room: "",
  language: "en",
  code_status: "unknown",
  code_status_note: "",
  allergies: [],
  diagnoses: [],
  medicines: [],
  conditions: [],
  lacks_capacity: false,
  representative: null,
  physician: null,
  schedule: [],
});

/** What is told of a resident, without what the hub adds. */
export function formOf({ id: _, wristband: __, photo_taken: ___, ...form }: Resident): ResidentForm {
  return form;
}

export const linesOf = (list: string[]): string => list.join("\n");
export const listOf = (lines: string): string[] =>
  lines
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

export const dueLines = (schedule: Due[]): string =>
  linesOf(schedule.map((due) => [due.act, ...due.times].join(" ")));
/** Week days and lateness of an act stay as they were; the hub says what is wrong with the rest. */
export const dueOf = (lines: string, before: Due[]): Due[] =>
  listOf(lines).map((line) => {
    const [act = "", ...times] = line.split(/\s+/);
    const known = before.find((due) => due.act === act);
    return { weekdays: [], late_min: 120, ...known, act: act as Act, times };
  });
