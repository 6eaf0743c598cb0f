/** A facility as its manager sees it: the day's rounds, residents, staff; and what is to be printed once. */

import { type Api, wordsOf } from "../lib/api.ts";
import type { Day, Printed, Resident, ResidentForm, StaffMember } from "../lib/types/facility.ts";

export const TABS = ["rounds", "residents", "staff"] as const;
export type Tab = (typeof TABS)[number];

/** A badge or wristband that was just made. It is shown until it is put away, and never again. */
export interface ToPrint extends Printed {
  kind: "badge" | "wristband";
  /** Whose it is; a wristband has no name on it. */
  whose: string;
}

export class House {
  tab = $state<Tab>("rounds");
  day = $state.raw<Day | null>(null);
  residents = $state.raw<Resident[]>([]);
  staff = $state.raw<StaffMember[]>([]);
  print = $state.raw<ToPrint | null>(null);
  problem = $state("");
  said = $state("");
  busy = $state(false);
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  readonly load = () =>
    this.#do(async () => {
      const [day, residents, staff] = await Promise.all([
        this.#api.day(),
        this.#api.residents(),
        this.#api.staff(),
      ]);
      this.day = day;
      this.residents = residents.items;
      this.staff = staff.items;
    });

  readonly save = (form: ResidentForm) =>
    this.#change(() => this.#api.saveResident(form), `${form.given} ${form.family} is on the list.`);

  readonly importCsv = async (csv: string) => {
    await this.#do(async () => {
      const { added, changed } = await this.#api.importResidents(csv);
      this.said = `${added} added, ${changed} changed.`;
      this.residents = (await this.#api.residents()).items;
    });
  };

  readonly left = (who: Resident) =>
    this.#change(() => this.#api.residentLeft(who.id), `${who.given} ${who.family} is off the list.`);

  readonly wristband = (who: Resident) =>
    this.#do(async () => {
      const made = await this.#api.wristband(who.id);
      this.print = { ...made, kind: "wristband", whose: `${who.given} ${who.family}` };
      this.residents = (await this.#api.residents()).items;
    });

  readonly photo = (who: Resident, jpeg: string, taken: string) =>
    this.#change(() => this.#api.residentPhoto(who.id, jpeg, taken), "The photo is kept.");

  readonly addMember = (name: string, roles: string[]) =>
    this.#change(() => this.#api.addStaff(name, roles), `${name} is on the list. A badge is the next step.`);

  readonly badge = (who: StaffMember) =>
    this.#do(async () => {
      this.print = { ...(await this.#api.badge(who.id, "")), kind: "badge", whose: who.name };
      this.staff = (await this.#api.staff()).items;
    });

  readonly revoke = (who: StaffMember) =>
    this.#change(() => this.#api.revokeStaff(who.id), `${who.name} can no longer sign in.`);

  async #change(work: () => Promise<unknown>, said: string): Promise<boolean> {
    return this.#do(async () => {
      await work();
      this.said = said;
      [this.residents, this.staff] = await Promise.all([
        this.#api.residents().then((told) => told.items),
        this.#api.staff().then((told) => told.items),
      ]);
    });
  }

  /** Do something and say what went wrong; true when nothing did. */
  async #do(work: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.said = "";
    try {
      await work();
      this.problem = "";
      return true;
    } catch (error) {
      this.problem = wordsOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
