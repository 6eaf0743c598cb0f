/** Real-time text: the same cases as the station's half (`tests/contract/test_rtt.py`). */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Reader, type Update, Writer } from "./rtt.ts";

type Said = Omit<Update, "line"> & { line: number };
interface Step {
  ms: number;
  do: "write" | "look" | "end" | "again";
  text?: string;
  update?: Said | null;
  due_ms?: number | null;
}
interface Cases {
  writer: Record<string, Step[]>;
  reader: Record<string, [Update | string, string][]>;
}

const path = new URL("../../../../tests/contract/rtt_cases.json", import.meta.url);
const cases = JSON.parse(readFileSync(path, "utf8")) as Cases;

for (const [name, steps] of Object.entries(cases.writer))
  test(`a writer: ${name}`, () => {
    const writer = new Writer(100);
    const lines: string[] = [];
    for (const step of steps) {
      if (step.do === "end") writer.end();
      if (step.do === "again") writer.again();
      if (step.do === "write") writer.write(step.text ?? "");
      if (step.do === "end" || step.do === "again") continue;
      const update = writer.update(step.ms);
      if (update && !lines.includes(update.line)) lines.push(update.line);
      assert.deepEqual(update && { ...update, line: lines.indexOf(update.line) }, step.update);
      assert.equal(writer.dueIn(step.ms), step.due_ms);
    }
  });

for (const [name, steps] of Object.entries(cases.reader))
  test(`a reader: ${name}`, () => {
    const reader = new Reader();
    for (const [what, text] of steps) {
      if (typeof what === "string") reader.ended(`00000000-0000-4000-8000-00000000000${what.at(-1)}`);
      else reader.take(what);
      assert.equal(reader.text, text);
    }
  });
