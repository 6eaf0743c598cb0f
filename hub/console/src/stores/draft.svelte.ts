/** One visit's plan while it is being written: saved by itself, never overwritten under the writer. */

import { type Api, wordsOf } from "../lib/api.ts";
import { EMPTY_PLAN, missing, tidy } from "../lib/plan.ts";
import type { Plan, PlanFields } from "../lib/types/plan.ts";

const QUIET_MS = 800; // saved once the writer pauses this long

export type Saved = "nothing" | "saved" | "dirty" | "saving" | "failed";

export class Draft {
  fields = $state<PlanFields>({ ...EMPTY_PLAN, warning_signs: [], medicines: [], refills: [] });
  signed = $state.raw<Plan | null>(null);
  saved = $state<Saved>("nothing");
  savedAt = $state("");
  problem = $state("");
  reviewing = $state(false);
  signing = $state(false);
  readonly gaps = $derived(missing(this.fields));
  /** The hub keeps a draft only once it has a disposition. */
  readonly unsavable = $derived(this.saved === "dirty" && !this.fields.disposition);
  readonly unsaved = $derived(this.saved === "dirty" || this.saved === "saving" || this.saved === "failed");
  readonly #api: Api;
  readonly #visit: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #version = 0;
  #saving: Promise<void> | null = null;

  constructor(api: Api, visit: string) {
    this.#api = api;
    this.#visit = visit;
  }

  /** What the hub has. A writer's unsaved words win over an older draft; a signature wins over all. */
  take(plan: Plan | null): void {
    if (plan?.signed_at) {
      this.signed = plan;
      this.reviewing = false;
      this.saved = "saved";
      clearTimeout(this.#timer);
    } else if (plan && this.saved === "nothing") {
      this.fields = { ...tidy(plan) };
      this.saved = "saved";
    }
  }

  /** The writer changed something. */
  touch(): void {
    this.#version += 1;
    this.saved = "dirty";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), QUIET_MS);
  }

  /** Save now what is not saved. Never throws: a failure is shown and tried again at the next change. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#saving;
    if (this.signed || !this.fields.disposition || (this.saved !== "dirty" && this.saved !== "failed"))
      return;
    this.#saving = this.#put();
    await this.#saving;
    this.#saving = null;
  }

  async #put(): Promise<void> {
    const version = this.#version;
    this.saved = "saving";
    try {
      await this.#api.savePlan(this.#visit, tidy(this.fields));
      this.savedAt = new Date().toISOString();
      this.problem = "";
      this.saved = version === this.#version ? "saved" : "dirty";
    } catch (error) {
      this.problem = wordsOf(error);
      this.saved = "failed";
    }
  }

  /** Sign what was reviewed. True when it is signed. */
  async sign(): Promise<boolean> {
    if (this.gaps.length || this.signing) return false;
    this.signing = true;
    try {
      await this.save();
      if (this.unsaved) return false;
      const plan = await this.#api.sign(this.#visit);
      this.problem = "";
      this.take(plan);
      return true;
    } catch (error) {
      this.problem = wordsOf(error);
      return false;
    } finally {
      this.signing = false;
    }
  }
}
