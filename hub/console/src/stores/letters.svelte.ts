/** Real-time text of the open visit: our letters out as they are typed, the others' letters in. Never kept. */

import { Reader, type Update, Writer } from "../lib/rtt.ts";
import type { ChatLine, TextKind, TypingMessage } from "../lib/types/text.ts";

/** A line that somebody is writing this moment. */
export interface Line {
  key: string;
  sender: string;
  kind: TextKind;
  text: string;
}

const STALE_MS = 30_000; // a line nobody spoke of for so long: its writer is gone

/** One field of ours: sends what changed when it is due. */
class Pen {
  readonly #send: (update: Update) => boolean;
  readonly #writer = new Writer(Date.now());
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (update: Update) => boolean) {
    this.#send = send;
  }

  write(text: string): void {
    this.#writer.write(text);
    this.#due();
  }

  end(): string {
    const line = this.#writer.end();
    this.#due();
    return line;
  }

  again(): void {
    this.#writer.again();
    this.#due();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #due(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    const update = this.#writer.update(now);
    if (update) this.#send(update);
    const wait = this.#writer.dueIn(now);
    if (wait !== null) this.#timer = setTimeout(() => this.#due(), wait);
  }
}

export class Letters {
  lines = $state.raw<Line[]>([]);
  readonly #pens: Record<TextKind, Pen>;
  #readers = new Map<string, { reader: Reader; sender: string; kind: TextKind; heard: number }>();
  #ended = new Set<string>();

  /** `send`: false when the hub can't be reached now; the next whole line makes up for it. */
  constructor(send: (kind: TextKind, update: Update) => boolean) {
    this.#pens = {
      chat: new Pen((update) => send("chat", update)),
      caption: new Pen((update) => send("caption", update)),
    };
  }

  write(kind: TextKind, text: string): void {
    this.#pens[kind].write(text);
  }

  /** Our line is sent for good; returns its id. */
  end(kind: TextKind): string {
    return this.#pens[kind].end();
  }

  /** The hub is back. */
  again(): void {
    for (const pen of Object.values(this.#pens)) pen.again();
  }

  take(told: TypingMessage): void {
    const key = `${told.writer}/${told.kind}`;
    const known = this.#readers.get(key);
    const reader = known?.reader ?? new Reader();
    this.#readers.set(key, { reader, sender: told.sender, kind: told.kind, heard: performance.now() });
    if (reader.take(told.update)) this.#show();
  }

  /** Lines that came for good: what still comes of them is old. */
  sent(chat: ChatLine[]): void {
    for (const { line } of chat) {
      if (!line || this.#ended.has(line)) continue;
      this.#ended.add(line);
      for (const { reader } of this.#readers.values()) reader.ended(line);
    }
    this.#show();
  }

  stop(): void {
    for (const pen of Object.values(this.#pens)) pen.stop();
  }

  #show(): void {
    const now = performance.now();
    this.lines = [...this.#readers]
      .filter(([, { reader, heard }]) => reader.text && now - heard < STALE_MS)
      .map(([key, { reader, sender, kind }]) => ({ key, sender, kind, text: reader.text }));
  }
}
