/** What a plan needs before it may be signed. Pure. */

import type { Medicine, PlanFields, Refill, TimeOfDay } from "./types/plan.ts";

export const TIMES: Record<TimeOfDay, string> = {
  morning: "Morning",
  midday: "Midday",
  evening: "Evening",
  bedtime: "Bedtime",
};
export const NO_MEDICINE: Medicine = { name: "", amount: "", times: [], days: null, note: "" };
export const NO_REFILL: Refill = { medicine: "", approved: true, why: "", pharmacy: "" };

export const EMPTY_PLAN: PlanFields = {
  text: "",
  disposition: null,
  warning_signs: [],
  referral: "",
  referral_address: "",
  referral_phone: "",
  follow_up: "",
  medicines: [],
  refills: [],
};

/** What is still missing, in words; empty when the plan can be signed. */
export function missing(plan: PlanFields): string[] {
  const gaps: string[] = [];
  if (!plan.text.trim()) gaps.push("Write what the patient should do.");
  if (!plan.disposition) gaps.push("Choose what happens next: self-care, referral or follow-up.");
  if (plan.disposition === "in-person" && !plan.referral.trim())
    gaps.push("Say where the patient should go.");
  if (plan.disposition === "follow-up" && !plan.follow_up.trim()) gaps.push("Say when the follow-up is.");
  for (const medicine of plan.medicines)
    if (!medicine.name.trim() && (medicine.amount || medicine.note || medicine.times.length))
      gaps.push("Name each medicine.");
  for (const medicine of plan.medicines)
    if (medicine.name.trim() && !medicine.times.length && !medicine.note.trim())
      gaps.push(`Say when to take ${medicine.name.trim()}.`);
  for (const refill of plan.refills)
    if (refill.medicine.trim() && !refill.approved && !refill.why.trim())
      gaps.push(`Say why ${refill.medicine.trim()} is not approved.`);
  return gaps;
}

/** How a medicine is taken, in a line. */
export function howTaken(medicine: Medicine): string {
  const times = medicine.times.map((time) => TIMES[time].toLowerCase()).join(", ") || "only when needed";
  const days = medicine.days ? `for ${medicine.days} day${medicine.days === 1 ? "" : "s"}` : "";
  return [medicine.amount, times, days, medicine.note].filter(Boolean).join(", ");
}

/** As the hub keeps it: trimmed, without empty warning signs. */
export function tidy(plan: PlanFields): PlanFields {
  return {
    text: plan.text.trim(),
    disposition: plan.disposition,
    warning_signs: plan.warning_signs.map((sign) => sign.trim()).filter(Boolean),
    referral: plan.referral.trim(),
    referral_address: plan.referral_address.trim(),
    referral_phone: plan.referral_phone.trim(),
    follow_up: plan.follow_up.trim(),
    medicines: plan.medicines
      .filter((medicine) => medicine.name.trim())
      .map((medicine) => ({
        name: medicine.name.trim(),
        amount: medicine.amount.trim(),
        times: [...medicine.times],
        days: medicine.days || null,
        note: medicine.note.trim(),
      })),
    refills: plan.refills
      .filter((refill) => refill.medicine.trim())
      .map((refill) => ({
        medicine: refill.medicine.trim(),
        approved: refill.approved,
        why: refill.why.trim(),
        pharmacy: refill.pharmacy.trim(),
      })),
  };
}
