/** The stations as an operator looks after them: how each does, machines that wait to be let in, what they are told. */

import { type Api, wordsOf } from "../lib/api.ts";
import type { FleetStation, StationOrder, WaitingMachine } from "../lib/types/fleet.ts";

export class Fleet {
  stations = $state.raw<FleetStation[] | null>(null);
  /** Machines that used a code and wait for somebody to compare their fingerprints. */
  waiting = $state.raw<WaitingMachine[]>([]);
  orders = $state.raw<Record<string, StationOrder[]>>({});
  problem = $state("");
  said = $state("");
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  async fetch(): Promise<void> {
    try {
      const [stations, waiting] = await Promise.all([this.#api.stations(), this.#api.enrolments()]);
      this.stations = stations.items;
      this.waiting = waiting.items;
      this.problem = "";
    } catch (error) {
      this.problem = wordsOf(error);
    }
  }

  async ordersOf(station: string): Promise<void> {
    try {
      const found = await this.#api.orders(station);
      this.orders = { ...this.orders, [station]: found.items };
    } catch (error) {
      this.problem = wordsOf(error);
    }
  }

  decide(machine: WaitingMachine, how: "confirm" | "refuse"): Promise<void> {
    const id = machine.fingerprint.replaceAll(" ", "");
    const said =
      how === "confirm" ? `${machine.name}: the machine is let in.` : `${machine.name}: turned away.`;
    return this.#do(this.#api.decideEnrolment(id, how), said);
  }

  async order(station: FleetStation, kind: string, text: string): Promise<void> {
    const said = station.connected ? `${station.name} is told.` : `${station.name} is told when it is back.`;
    await this.#do(this.#api.order(station.id, kind, text), said);
    await this.ordersOf(station.id);
  }

  revoke(station: FleetStation): Promise<void> {
    return this.#do(this.#api.revokeStation(station.id), `${station.name} is refused from now on.`);
  }

  async #do(work: Promise<unknown>, said: string): Promise<void> {
    try {
      await work;
      this.said = said;
      this.problem = "";
    } catch (error) {
      this.problem = wordsOf(error);
      this.said = "";
    }
    await this.fetch();
  }
}
