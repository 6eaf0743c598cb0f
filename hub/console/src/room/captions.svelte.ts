/** What a captioner writes: letters as they are typed, whole lines kept by the hub, own lines put right. */

import type { Update } from "../lib/rtt.ts";
import type { NewLine } from "../lib/types/text.ts";
import { Letters } from "../stores/letters.svelte.ts";

export interface Caption {
  id: string;
  text: string;
}

export class CaptionPad {
  lines = $state.raw<Caption[]>([]);
  readonly #letters: Letters;
  readonly #keep: (line: NewLine) => Promise<string | null>;

  /** `type` passes letters on, false when it can't now; `keep` sends a whole line: its id, null when it failed. */
  constructor(type: (update: Update) => boolean, keep: (line: NewLine) => Promise<string | null>) {
    this.#letters = new Letters((_, update) => type(update));
    this.#keep = keep;
  }

  write(text: string): void {
    this.#letters.write("caption", text);
  }

  /** Send a line, or put the one with this id right. */
  async send(text: string, corrects: string): Promise<boolean> {
    const about = corrects ? { corrects } : { line: this.#letters.end("caption") };
    const id = await this.#keep({ ...about, text, kind: "caption" });
    if (!id) return false;
    this.lines = corrects
      ? this.lines.map((line) => (line.id === corrects ? { ...line, text } : line))
      : [...this.lines, { id, text }];
    return true;
  }

  stop(): void {
    this.#letters.stop();
  }
}
