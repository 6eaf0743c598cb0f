/** Real-time text in the browser: the same edits, in the same order, as `contract/rtt.py` explains them. */

export interface Update {
  line: string;
  /** Rises with each update of one writer, over all lines. */
  seq: number;
  base: number;
  at: number;
  erase: number;
  insert: string;
  check: number;
}

export const EVERY_MS = 250;
const PAUSE_MS = 1_000;
const WHOLE_EVERY_MS = 3_000;
const STILL_EVERY_MS = 10_000;
export const MOST = 1000;
const KEPT = 8;
const BACK = 2;
const ENDED = 32;

const points = (text: string): string[] => Array.from(text);

/** A text without control characters, cut to what a line holds. */
export function plain(text: string): string {
  return points(text.replace(/[^\n\P{Cc}]|\p{Cs}/gu, ""))
    .slice(0, MOST)
    .join("");
}

/** CRC-32 of a text's UTF-8. */
export function crc(text: string): number {
  let value = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** The one edit that makes `after` of `before`, in code points. */
export function difference(before: string, after: string): { at: number; erase: number; insert: string } {
  const [old, now] = [points(before), points(after)];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return { at: head, erase: old.length - tail - head, insert: now.slice(head, now.length - tail).join("") };
}

/** Keep the empty line and the newest forms. */
function pruned(forms: Map<number, string>, above: number): Map<number, string> {
  return new Map([...forms].filter(([number]) => number === 0 || number > above));
}

/** One writer's line, made into updates. Moments are milliseconds of a clock that never runs back. */
export class Writer {
  #seq: number;
  #line = "";
  #text = "";
  #said = "";
  #forms = new Map<number, string>();
  #loose = false;
  #sentAt = Number.NEGATIVE_INFINITY;
  #wholeAt = Number.NEGATIVE_INFINITY;

  constructor(first: number) {
    this.#seq = Math.max(1, first) - 1; // 0 is the empty line
    this.#begin();
  }

  get line(): string {
    return this.#line;
  }

  write(text: string): void {
    this.#text = plain(text);
  }

  /** End the line, as it is sent for good now; a new one begins, empty. */
  end(): string {
    const ended = this.#line;
    this.#begin();
    this.#text = "";
    return ended;
  }

  /** Somebody may have missed everything: the next update is the whole line. */
  again(): void {
    this.#wholeAt = Number.NEGATIVE_INFINITY;
    this.#loose ||= this.#sentAt > Number.NEGATIVE_INFINITY;
  }

  /** In how many milliseconds an update is due; null: nothing to say. */
  dueIn(now: number): number | null {
    if (this.#text !== this.#said) return Math.max(0, this.#sentAt + EVERY_MS - now);
    if (this.#loose) return Math.max(0, this.#sentAt + PAUSE_MS - now);
    return this.#text ? Math.max(0, this.#wholeAt + STILL_EVERY_MS - now) : null;
  }

  update(now: number): Update | null {
    const wait = this.dueIn(now);
    if (wait === null || wait > 0) return null;
    const whole = this.#text === this.#said || now - this.#wholeAt >= WHOLE_EVERY_MS;
    const older = [...this.#forms.keys()].filter((number) => number <= this.#seq + 1 - BACK);
    const base = whole ? 0 : Math.max(0, ...older);
    const edit = difference(this.#forms.get(base) ?? "", this.#text);
    this.#seq += 1;
    this.#said = this.#text;
    this.#sentAt = now;
    this.#loose = base !== 0;
    this.#forms = pruned(this.#forms, this.#seq - KEPT).set(this.#seq, this.#text);
    if (base === 0) this.#wholeAt = now;
    return { line: this.#line, seq: this.#seq, base, ...edit, check: crc(this.#text) };
  }

  #begin(): void {
    this.#line = crypto.randomUUID();
    this.#said = "";
    this.#forms = new Map([[0, ""]]);
    this.#loose = false;
    this.#sentAt = Number.NEGATIVE_INFINITY;
    this.#wholeAt = Number.NEGATIVE_INFINITY;
  }
}

/** One writer's line as it is known here. */
export class Reader {
  text = "";
  #line = "";
  #seq = -1;
  #forms = new Map<number, string>([[0, ""]]);
  #ended: string[] = [];

  /** Take an update; false when it changes nothing. */
  take(update: Update): boolean {
    if (update.seq <= this.#seq || this.#ended.includes(update.line)) return false;
    const forms = update.line === this.#line ? this.#forms : new Map<number, string>([[0, ""]]);
    const before = forms.get(update.base);
    if (before === undefined) return false;
    const old = points(before);
    const end = update.at + update.erase;
    if (update.at < 0 || update.erase < 0 || end > old.length) return false;
    const now = [...old.slice(0, update.at), ...points(update.insert), ...old.slice(end)];
    const after = now.join("");
    if (now.length > MOST || crc(after) !== update.check) return false;
    this.#line = update.line;
    this.#seq = update.seq;
    const newest = [...forms.keys(), update.seq].sort((a, b) => a - b).slice(-KEPT);
    this.#forms = new Map([...forms].filter(([number]) => number === 0 || newest.includes(number)));
    this.#forms.set(update.seq, after);
    this.text = plain(after);
    return true;
  }

  /** A line was sent for good: what still comes of it is old. */
  ended(line: string): void {
    this.#ended = [...this.#ended.slice(-ENDED + 1), line];
    if (line === this.#line) this.text = "";
  }
}
