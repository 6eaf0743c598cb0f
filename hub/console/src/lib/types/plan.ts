/** What a provider prescribes and a patient takes home. The console's protocol, as JSON; times are RFC 3339. */

export type Disposition = "self-care" | "in-person" | "follow-up";
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
