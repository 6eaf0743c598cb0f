/** How the stations serve, in figures without patients. The console's protocol, as JSON; times are RFC 3339. */

/** Waiting times in seconds: the middle one, and the one that nine in ten stay under. */
export interface Spread {
  count: number;
  median_s: number;
  p90_s: number;
}

/** How well a station serves: counts, nobody's data. */
export interface Figures {
  started: number;
  going_on: number;
  finished: number;
  ended: Record<string, number>;
  steps: Record<string, number>;
  asked: number;
  answered: number;
  wait: Spread | null;
  nobody: number;
  no_call: Record<string, number>;
  chose: Record<string, number>;
  open: number;
  overdue: number;
  pages: number;
  page_wait: Spread | null;
}

export interface UsageReport {
  first: string;
  last: string;
  all: Figures;
  stations: { id: string; name: string; address: string; seen_at: string | null; figures: Figures }[];
}
