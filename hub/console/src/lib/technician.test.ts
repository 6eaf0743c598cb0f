import assert from "node:assert/strict";
import { test } from "node:test";
import { askedIn } from "./technician.ts";

const STATION = "5f0c2c52-6a4e-4f0e-9d2b-0b6c1de0a001";

test("what a station's QR code opened says which station and which number", () => {
  assert.deepEqual(askedIn(`#technician=${STATION}&challenge=01234567`), {
    station: STATION,
    challenge: "01234567",
  });
});

test("anything else asks for nothing", () => {
  for (const hash of [
    "",
    "#code=abc",
    `#technician=${STATION}`,
    "#technician=x&challenge=01234567",
    `#technician=${STATION}&challenge=1<b>`,
  ])
    assert.equal(askedIn(hash), null, hash);
});
