import assert from "node:assert/strict";
import { test } from "node:test";
import { base64Of, sizeOf, square } from "./photo.ts";
import { dueLines, dueOf, empty, formOf, linesOf, listOf } from "./residents.ts";

test("lists come back from their lines", () => {
  assert.deepEqual(listOf(" penicillin \n\n nuts"), ["penicillin", "nuts"]);
  assert.deepEqual(listOf(linesOf(["a", "b"])), ["a", "b"]);
});

test("what is due comes back with its week days", () => {
  const before = [{ act: "temperature" as const, times: ["08:00"], weekdays: [0], late_min: 30 }];
  assert.equal(dueLines(before), "temperature 08:00");
  assert.deepEqual(dueOf("temperature 09:00 21:00\noximetry 08:00", before), [
    { act: "temperature", times: ["09:00", "21:00"], weekdays: [0], late_min: 30 },
    { act: "oximetry", times: ["08:00"], weekdays: [], late_min: 120 },
  ]);
});

test("what the hub adds is not sent back", () => {
  const resident = { ...empty(), id: "x", wristband: true, photo_taken: "2026-01-01" };
  assert.deepEqual(formOf(resident), empty());
});

test("a photo is the square in the middle", () => {
  assert.deepEqual(square(640, 480), { x: 80, y: 0, side: 480 });
  assert.deepEqual(square(480, 640), { x: 0, y: 80, side: 480 });
  assert.equal(sizeOf(base64Of("data:image/jpeg;base64,AAAA")), 3);
  assert.equal(sizeOf("AAA="), 2);
});
