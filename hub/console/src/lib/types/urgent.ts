/** What wants somebody: alarms, duties and pages. The console's protocol, as JSON; times are RFC 3339. */

export type Level = "E" | "P" | "N";

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
