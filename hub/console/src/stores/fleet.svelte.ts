/** The stations as an operator looks after them: how each does, machines that wait to be let in, what they are told. */

import { type Api, wordsOf } from "../lib/api.ts";
import type {
  FleetStation,
  SetAside,
  StationAlarm,
  StationOrder,
  WaitingMachine,
} from "../lib/types/fleet.ts";

export class Fleet {
  stations = $state.raw<FleetStation[] | null>(null);
  /** Machines that used a code and wait for somebody to compare their fingerprints. */
  waiting = $state.raw<WaitingMachine[]>([]);
  /** What the hub could not take or file, oldest first. */
  aside = $state.raw<SetAside[]>([]);
  orders = $state.raw<Record<string, StationOrder[]>>({});
  problem = $state("");
  said = $state("");
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  async fetch(): Promise<void> {
    try {
      const [stations, waiting, aside] = await Promise.all([
        this.#api.stations(),
        this.#api.enrolments(),
        this.#api.setAside(),
      ]);
      this.stations = stations.items;
      this.waiting = waiting.items;
      this.aside = aside.items;
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

  release(thing: SetAside, note: string): Promise<void> {
    const said = "It is in line to be filed. Should it fail again, it is back here with the reason.";
    return this.#do(this.#api.decide(thing.id, "release", note), said);
  }

  keep(thing: SetAside, note: string): Promise<void> {
    return this.#do(this.#api.decide(thing.id, "keep", note), "It stays unfiled, and is kept whole.");
  }

  settle(alarm: StationAlarm, note: string): Promise<void> {
    return this.#do(this.#api.settleAlarm(alarm.id, note), "Noted. A further sign raises it again.");
  }

  /** Let a technician in; returns the code to be read out, empty when it was refused. */
  async technician(station: FleetStation, challenge: string, name: string): Promise<string> {
    let code = "";
    const asked = this.#api.technician(station.id, challenge, name).then((answer) => {
      code = answer.code;
    });
    const said = station.connected
      ? `${station.name} opens by itself.`
      : `${station.name} is away: read the code out.`;
    await this.#do(asked, said);
    return code;
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
