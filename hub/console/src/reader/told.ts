/** What a patient reads of a bundle: plan, medicines, refills, referral, readings. Pure. */

import type { Bundle, Resource } from "./shlink.ts";
import { type Language, NOTES, TIMES } from "./words.ts";

export interface Told {
  title: string;
  at: string;
  plan: string;
  by: string;
  notes: { what: string; text: string }[];
  medicines: { name: string; how: string }[];
  refills: { name: string; approved: boolean; why: string; where: string }[];
  referral: string[];
  readings: { name: string; value: string; at: string }[];
}

const text = (concept: Resource | undefined): string => concept?.text ?? concept?.coding?.[0]?.display ?? "";

export function tell(bundle: Bundle, language: Language): Told {
  const resources = (bundle.entry ?? []).map((entry) => entry.resource);
  const of = (kind: string) => resources.filter((one) => one.resourceType === kind);
  const plan = of("CarePlan")[0];
  const requests = of("MedicationRequest");
  return {
    title: of("Composition")[0]?.title ?? "",
    at: bundle.timestamp ?? "",
    plan: plan?.description ?? "",
    by: plan?.author?.display ?? "",
    notes: (plan?.note ?? []).map((note: { text: string }) => noted(note.text, language)).filter(beside),
    medicines: requests.filter((one) => one.intent === "plan").map((one) => medicine(one, language)),
    refills: requests.filter((one) => one.intent !== "plan").map(refill),
    referral: of("ServiceRequest").flatMap(where),
    readings: of("Observation").flatMap(reading),
  };
}

/** The referral has a place of its own. */
const beside = (note: { what: string }): boolean =>
  !Object.values(NOTES).some((names) => names["Go to"] === note.what);

function noted(line: string, language: Language): { what: string; text: string } {
  const at = line.indexOf(": ");
  const what = line.slice(0, Math.max(0, at));
  const known = NOTES[language][what];
  return known ? { what: known, text: line.slice(at + 2) } : { what: "", text: line };
}

function medicine(one: Resource, language: Language): { name: string; how: string } {
  const dosage = one.dosageInstruction?.[0] ?? {};
  const repeat = dosage.timing?.repeat ?? {};
  const words = TIMES[language];
  const times = (repeat.when ?? [""]).map((time: string) => words[time] ?? time).join(", ");
  const amount = String(dosage.text ?? "").split(", ")[0] ?? "";
  const first = ["morning", "midday", "evening", "bedtime", "only when needed"].includes(amount)
    ? ""
    : amount;
  const days = repeat.boundsDuration ? `${repeat.boundsDuration.value} d` : "";
  const how = [first, times, days, dosage.patientInstruction].filter(Boolean).join(", ");
  return { name: text(one.medicationCodeableConcept), how };
}

function refill(one: Resource): Told["refills"][number] {
  return {
    name: text(one.medicationCodeableConcept),
    approved: one.status === "active",
    why: one.statusReason?.text ?? one.note?.[0]?.text ?? "",
    where: one.dispenseRequest?.performer?.display ?? "",
  };
}

function where(one: Resource): string[] {
  const lines = [...(one.performer ?? []), ...(one.locationReference ?? [])].map((each) =>
    String(each.display),
  );
  return [...new Set(lines), one.patientInstruction ?? ""].filter(Boolean);
}

function reading(one: Resource): Told["readings"] {
  const parts: Resource[] = one.component ?? [one];
  return parts
    .filter((part) => part.valueQuantity || part.valueString)
    .map((part) => ({
      name: text(part.code),
      value: part.valueQuantity ? `${part.valueQuantity.value} ${part.valueQuantity.unit}` : part.valueString,
      at: one.effectiveDateTime ?? "",
    }));
}
