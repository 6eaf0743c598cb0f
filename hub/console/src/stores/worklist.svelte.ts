/** Who is waiting, in an order that does not move under the reader's eyes. */

import { sameOrder, steady } from "../lib/order.ts";
import type { Alarm, DutyKind, Page } from "../lib/types/urgent.ts";
import type { Worklist as Told, VisitSummary } from "../lib/types/visit.ts";

/** Which rows are shown: all, or what is to be done of one kind, or what is late. */
export type Filter = "all" | DutyKind | "late";

/** An alarm with the visit it belongs to. */
export interface RaisedAlarm {
  alarm: Alarm;
  visit: VisitSummary;
}

export class Worklist {
  /** Providers on call, this one included. */
  onCall = $state(0);
  loaded = $state(false);
  /** Somebody points at the list or moves in it: keep the order. */
  held = $state(false);
  #byId = $state.raw(new Map<string, VisitSummary>());
  #wanted = $state.raw<string[]>([]);
  #shown = $state.raw<string[]>([]);

  /** People at stations who asked for a person, the oldest first. */
  pages = $state.raw<Page[]>([]);
  filter = $state<Filter>("all");
  /** The hub's clock in ms, to the minute: what is late. */
  minute = $state(0);
  readonly #all = $derived(this.#shown.flatMap((id) => this.#byId.get(id) ?? []));
  /** The rows as shown. */
  readonly items = $derived(this.#all.filter((item) => this.#fits(item, this.filter)));
  /** The hub's order differs from the one shown. */
  readonly stale = $derived(!sameOrder(this.#shown, this.#wanted));
  /** Alarms nobody has acknowledged, the oldest first. */
  readonly alarms = $derived(
    this.#wanted
      .flatMap((id) => this.#alarmsOf(id))
      .sort((a, b) => Date.parse(a.alarm.raised_at) - Date.parse(b.alarm.raised_at)),
  );

  take(told: Told): void {
    this.onCall = told.on_call;
    this.#byId = new Map(told.items.map((item) => [item.id, item]));
    this.pages = told.pages;
    this.#wanted = told.items.map((item) => item.id);
    this.#shown = this.held ? steady(this.#shown, this.#wanted) : this.#wanted;
    this.loaded = true;
  }

  /** Show the hub's order now. */
  reorder(): void {
    this.#shown = this.#wanted;
  }

  /** The reader left the list. */
  release(): void {
    this.held = false;
    this.reorder();
  }

  clear(): void {
    this.take({ items: [], on_call: 0, pages: [] });
    this.filter = "all";
    this.loaded = false;
  }

  /** How many rows a filter would show. */
  count(filter: Filter): number {
    return this.#all.filter((item) => this.#fits(item, filter)).length;
  }

  #fits(item: VisitSummary, filter: Filter): boolean {
    if (filter === "all") return true;
    if (filter === "late") return item.duty !== null && Date.parse(item.duty.due_at) < this.minute;
    return item.duty?.kind === filter;
  }

  get(id: string): VisitSummary | undefined {
    return this.#byId.get(id);
  }

  /** The first in the hub's order who waits for a call. */
  next(): VisitSummary | undefined {
    return this.#wanted.flatMap((id) => this.#byId.get(id) ?? []).find((item) => item.state === "waiting");
  }

  /** An alarm that came by itself, before the list that has it. */
  alarm(visit: string, alarm: Alarm): void {
    const item = this.#byId.get(visit);
    if (!item) return;
    const alarms = [...item.alarms.filter((known) => known.id !== alarm.id), alarm];
    this.#byId = new Map(this.#byId).set(visit, { ...item, alarms });
  }

  #alarmsOf(id: string): RaisedAlarm[] {
    const visit = this.#byId.get(id);
    const open = visit?.alarms.filter((alarm) => !alarm.acknowledged_at) ?? [];
    return visit ? open.map((alarm) => ({ alarm, visit })) : [];
  }
}
