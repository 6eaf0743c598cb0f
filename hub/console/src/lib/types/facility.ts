/** Long-term care: residents, staff and rounds. The console's protocol, as JSON; times are RFC 3339. */

import type { Act } from "./readings.ts";

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
