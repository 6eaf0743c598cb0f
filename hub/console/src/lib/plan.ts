/** What a plan needs before it may be signed. Pure. */

import type { PlanFields } from "./types.ts";

export const EMPTY_PLAN: PlanFields = {
  text: "",
  disposition: null,
  warning_signs: [],
  referral: "",
  follow_up: "",
};

/** What is still missing, in words; empty when the plan can be signed. */
export function missing(plan: PlanFields): string[] {
  const gaps: string[] = [];
  if (!plan.text.trim()) gaps.push("Write what the patient should do.");
  if (!plan.disposition) gaps.push("Choose what happens next: self-care, referral or follow-up.");
  if (plan.disposition === "in-person" && !plan.referral.trim())
    gaps.push("Say where the patient should go.");
  if (plan.disposition === "follow-up" && !plan.follow_up.trim()) gaps.push("Say when the follow-up is.");
  return gaps;
}

/** As the hub keeps it: trimmed, without empty warning signs. */
export function tidy(plan: PlanFields): PlanFields {
  return {
    text: plan.text.trim(),
    disposition: plan.disposition,
    warning_signs: plan.warning_signs.map((sign) => sign.trim()).filter(Boolean),
    referral: plan.referral.trim(),
    follow_up: plan.follow_up.trim(),
  };
}
