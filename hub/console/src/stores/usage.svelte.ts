/** How well the stations serve: the figures of some days, fetched when asked for. */

import { type Api, wordsOf } from "../lib/api.ts";
import type { UsageReport } from "../lib/types/usage.ts";

const DAY_MS = 86_400_000;
export const SPANS = [1, 7, 30, 90] as const;
export type Span = (typeof SPANS)[number];

/** A day as its ISO date, by this computer's calendar. */
export const dayOf = (ms: number): string => new Intl.DateTimeFormat("sv-SE").format(ms);

export class Usage {
  report = $state.raw<UsageReport | null>(null);
  span = $state<Span>(7);
  problem = $state("");
  readonly #api: Api;
  readonly #now: () => number;

  constructor(api: Api, now: () => number) {
    this.#api = api;
    this.#now = now;
  }

  /** Fetch the last `span` days, today included. */
  async fetch(span: Span): Promise<void> {
    this.span = span;
    const now = this.#now();
    try {
      this.report = await this.#api.usage(dayOf(now - (span - 1) * DAY_MS), dayOf(now));
      this.problem = "";
    } catch (error) {
      this.problem = wordsOf(error);
    }
  }
}
