import assert from "node:assert/strict";
import { test } from "node:test";
import { lengthOf, lengthWords, placeAt, type Shown, screenAt, whiteBalance } from "./measure.ts";
import { FIT } from "./media.ts";

const picture = { width: 400, height: 300 };
const frame = { width: 800, height: 900 };
const seen: Shown = { picture, frame, view: FIT, shown: 2 };

test("a place in a picture is found again however it is turned, moved and zoomed", () => {
  assert.deepEqual(placeAt({ x: 0, y: 0 }, seen), { x: 200, y: 150 });
  assert.deepEqual(placeAt({ x: -400, y: -300 }, seen), { x: 0, y: 0 });
  assert.equal(placeAt({ x: -402, y: 0 }, seen), null);
  for (const turn of [0, 90, 180, 270]) {
    const shown = { ...seen, view: { zoom: 3, turn, x: 0.2, y: -0.1 }, shown: 6 };
    const place = placeAt(screenAt({ x: 120, y: 240 }, shown), shown);
    assert.ok(place && Math.abs(place.x - 120) < 1e-9 && Math.abs(place.y - 240) < 1e-9, String(turn));
  }
  const quarter = screenAt({ x: 400, y: 150 }, { ...seen, view: { ...FIT, turn: 90 } });
  assert.ok(Math.abs(quarter.x) < 1e-9 && quarter.y === 400); // what was right is below
});

test("a length has the error of the scale and of pointing", () => {
  const scale = { mm_per_px: 0.1, mm_per_px_error: 0.002 };
  const fine = lengthOf({ x: 0, y: 0 }, { x: 300, y: 400 }, scale, 2);
  assert.equal(fine.mm, 50);
  assert.ok(Math.abs(fine.error - Math.hypot(1, 0.1 * Math.SQRT2)) < 1e-12);
  const coarse = lengthOf({ x: 0, y: 0 }, { x: 10, y: 0 }, scale, 0.25); // one screen pixel: four of its own
  assert.ok(Math.abs(coarse.error - Math.hypot(0.02, 0.4 * Math.SQRT2)) < 1e-12);
  assert.equal(lengthWords(fine), "50 ± 1 mm");
  assert.equal(lengthWords({ mm: 12.345, error: 0.43 }), "12.3 ± 0.4 mm");
  assert.equal(lengthWords({ mm: 1.23456, error: 0.0151 }), "1.23 ± 0.02 mm");
});

test("gains stand on the diagonal, alpha stays", () => {
  assert.equal(whiteBalance([1.2, 1, 0.8]), "1.2 0 0 0 0 0 1 0 0 0 0 0 0.8 0 0 0 0 0 1 0");
});
