import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answerOf,
  FIT,
  familyOf,
  fitting,
  isOpen,
  kindOf,
  MOST_ZOOM,
  nameOf,
  others,
  progressOf,
  qualityOf,
  scaleBar,
  viewAfter,
} from "./media.ts";
import { clockOf, colourOf, fft, spectrogram } from "./spectrum.ts";
import type { Attachment } from "./types/readings.ts";
import type { VisitDetail } from "./types/visit.ts";

const attachment = (more: Partial<Attachment>): Attachment => ({
  id: "a",
  kind: "photo:skin",
  media_type: "image/jpeg",
  title: "",
  site: "",
  view: "",
  laterality: "",
  taken_at: "2026-11-26T09:00:00Z",
  device: "",
  by: "",
  width_px: 0,
  height_px: 0,
  duration_s: 0,
  mm_per_px: null,
  mm_per_px_error: null,
  gains: null,
  grade: "good",
  reasons: [],
  ask: null,
  size: 1,
  state: "ready",
  parts: 7,
  parts_here: 7,
  url: "/fhir/R4/Binary/a",
  removed: [],
  ...more,
});

test("kinds, answers and quality are said in words, also ones not known yet", () => {
  assert.equal(kindOf("photo:skin"), "Photo: skin");
  assert.equal(kindOf("measure:oximetry"), "Oxygen and pulse");
  assert.equal(kindOf("clip:left-knee"), "Video clip: left knee");
  assert.equal(answerOf({ state: "cannot", why: "camera-missing" }), "Not possible: no camera is connected");
  assert.equal(answerOf({ state: "no", why: "" }), "The patient said no");
  assert.equal(answerOf({ state: "failed", why: "too-dark" }), "It did not work: too dark");
  assert.deepEqual([isOpen({ state: "yes" }), isOpen({ state: "done" })], [true, false]);
  assert.equal(nameOf(attachment({ view: "close-up", laterality: "left" })), "Photo: skin, close up, left");
  assert.equal(nameOf(attachment({ kind: "", title: "Rash" })), "Rash");
  assert.equal(qualityOf(attachment({ grade: "poor", reasons: ["blurred"] })), "Poor: blurred");
  assert.equal(qualityOf(attachment({ grade: "" })), "Not judged");
});

test("what is still on its way says how much of it is here", () => {
  assert.equal(progressOf(attachment({ state: "waiting", parts_here: 4, url: "" })), "4 of 7 parts here");
  assert.equal(progressOf(attachment({})), "");
  assert.match(progressOf(attachment({ state: "unreadable" })), /can't be shown/);
});

test("beside a picture stand those of its kind first, the newest first, and none that is not here", () => {
  const visit = {
    attachments: [
      attachment({ id: "shown" }),
      attachment({ id: "sound", media_type: "audio/flac" }),
      attachment({ id: "eye", kind: "photo:eye" }),
    ],
    earlier: [
      {
        attachments: [
          attachment({ id: "old", taken_at: "2026-01-01T09:00:00Z" }),
          attachment({ id: "older", taken_at: "2025-01-01T09:00:00Z" }),
          attachment({ id: "coming", state: "waiting", url: "" }),
        ],
      },
    ],
  } as unknown as VisitDetail;
  assert.deepEqual(
    others(visit, attachment({ id: "shown" })).map((each) => each.id),
    ["old", "older", "eye"],
  );
  assert.equal(familyOf({ media_type: "application/dicom" }), "file");
});

test("a scale bar is a round length that fits, and none where no scale is known", () => {
  assert.deepEqual(scaleBar(0.05, 1), { mm: 5, px: 100 });
  assert.deepEqual(scaleBar(0.05, 4), { mm: 2, px: 160 });
  assert.equal(scaleBar(null, 1), null);
  assert.equal(scaleBar(0.05, 0), null);
  assert.equal(scaleBar(0.0001, 1), null); // not even half a millimetre has room
});

test("keys zoom, turn and move a picture, never past its edge", () => {
  let view = FIT;
  assert.equal(viewAfter(view, "x"), null);
  for (let i = 0; i < 20; i += 1) view = viewAfter(view, "+") ?? view;
  assert.equal(view.zoom, MOST_ZOOM);
  for (let i = 0; i < 200; i += 1) view = viewAfter(view, "ArrowRight") ?? view;
  assert.equal(view.x, -(MOST_ZOOM - 1) / 2);
  view = viewAfter(view, "r") ?? view;
  assert.deepEqual(view, { ...FIT, turn: 90 });
  for (let i = 0; i < 3; i += 1) view = viewAfter(view, "r") ?? view;
  assert.equal(view.turn, 0);
  assert.deepEqual(viewAfter(FIT, "-"), FIT);
  assert.deepEqual(viewAfter(FIT, "ArrowUp"), { ...FIT, x: 0, y: 0 });
  assert.equal(fitting({ width: 400, height: 200 }, { width: 100, height: 100 }, 0), 0.25);
  assert.equal(fitting({ width: 400, height: 200 }, { width: 100, height: 300 }, 90), 0.5);
  assert.equal(fitting({ width: 0, height: 0 }, { width: 100, height: 100 }, 0), 0);
});

test("the transform of a tone has its peak where the tone is, and keeps its energy", () => {
  const size = 64;
  const real = Float64Array.from({ length: size }, (_, i) => Math.cos((2 * Math.PI * 5 * i) / size));
  const imag = new Float64Array(size);
  const energy = real.reduce((sum, x) => sum + x * x, 0);
  fft(real, imag);
  const power = Array.from(real, (x, i) => x * x + (imag[i] ?? 0) ** 2);
  assert.ok(Math.abs(power.reduce((a, b) => a + b, 0) / size - energy) < 1e-9);
  assert.equal(power.indexOf(Math.max(...power)), 5);
});

test("a spectrogram shows a low tone and then a high one", () => {
  const rate = 4000;
  const samples = Float32Array.from({ length: rate * 2 }, (_, i) =>
    Math.sin((2 * Math.PI * (i < rate ? 100 : 600) * i) / rate),
  );
  const { levels, rows, step } = spectrogram(samples, rate, 10);
  const loudest = (column: number) => {
    const part = levels.slice(column * rows, (column + 1) * rows);
    return part.indexOf(Math.max(...part)) * step;
  };
  assert.ok(Math.abs(loudest(2) - 100) < step);
  assert.ok(Math.abs(loudest(7) - 600) < step);
  assert.ok(rows * step >= 1000 && rows * step < 1000 + 2 * step);
  const silent = spectrogram(new Float32Array(100), rate, 2);
  assert.ok(silent.levels.every((level) => level >= 0 && level <= 1));
});

test("colours get lighter with the level", () => {
  const light = (level: number) => {
    const [red, green, blue] = colourOf(level);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const steps = [0, 0.2, 0.4, 0.6, 0.8, 1].map(light);
  assert.deepEqual(
    steps,
    [...steps].sort((a, b) => a - b),
  );
  assert.deepEqual([clockOf(67.9), clockOf(-1)], ["1:07", "0:00"]);
});
