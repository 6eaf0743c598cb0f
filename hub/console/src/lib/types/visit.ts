/** A visit: in the list, and with all that belongs to it. The console's protocol, as JSON; times are RFC 3339. */

import type { Care, ResidentShown } from "./facility.ts";
import type { HealthLink, Plan } from "./plan.ts";
import type { Attachment, Measurement, Score } from "./readings.ts";
import type { ChatLine } from "./text.ts";
import type { Alarm, Duty, Level, Page } from "./urgent.ts";

export type VisitState = "in-progress" | "waiting" | "in-call" | "stored" | "callback" | "left" | "done";

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
  score: Score;
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

export interface Worklist {
  items: VisitSummary[];
  on_call: number;
  /** The oldest first. */
  pages: Page[];
}
