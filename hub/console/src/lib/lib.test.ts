/** The pure parts. Run by `npm run check` with node's own test runner. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { compare, read, strength } from "./callstats.ts";
import { neighbour, sameOrder, steady } from "./order.ts";
import { EMPTY_PLAN, howTaken, missing, NO_MEDICINE, NO_REFILL, tidy } from "./plan.ts";
import { withBitrates } from "./sdp.ts";
import { lineWords, readLine, seenIn, stepOf, unmoving } from "./steps.ts";
import { age, elapsed, elapsedWords } from "./time.ts";
import type { Measurement } from "./types/readings.ts";
import { clockError, figures, language, provenance, readable } from "./words.ts";

const NOON = Date.parse("2026-03-10T12:00:00Z");
const before = (seconds: number) => new Date(NOON - seconds * 1000).toISOString();

test("a wait is told in the unit that matters, and never negative", () => {
  const waits: [number, string][] = [
    [-5, "0:00"],
    [7, "0:07"],
    [761, "12:41"],
    [3600, "1 h 00 min"],
    [97_200, "1 d 3 h"],
  ];
  for (const [seconds, words] of waits) assert.equal(elapsed(before(seconds), NOON), words);
  assert.equal(elapsedWords(before(20), NOON), "less than a minute");
  assert.equal(elapsedWords(before(61), NOON), "1 minute");
  assert.equal(elapsedWords(before(3 * 3600 + 120), NOON), "3 hours 2 minutes");
});

test("age turns on the birthday, and is in months under two years", () => {
  assert.equal(age("1951-03-10", NOON), "75 years");
  assert.equal(age("1951-03-11", NOON), "74 years");
  assert.equal(age("2024-03-11", NOON), "23 months");
  assert.equal(age("2026-03-09", NOON), "0 months");
});

test("a steady list keeps places, drops who left, puts who came at the end", () => {
  assert.deepEqual(steady(["a", "b", "c"], ["n", "c", "a"]), ["a", "c", "n"]);
  assert.deepEqual(steady([], ["b", "a"]), ["b", "a"]);
  assert.ok(sameOrder(["a", "b"], ["a", "b"]) && !sameOrder(["a"], ["a", "b"]) && !sameOrder(["a"], ["b"]));
});

test("a step in the list stops at its ends", () => {
  assert.equal(neighbour(["a", "b"], "b", 1), "b");
  assert.equal(neighbour(["a", "b"], "a", -1), "a");
  assert.equal(neighbour(["a", "b"], null, 1), "a");
  assert.equal(neighbour([], "a", 1), undefined);
});

test("bit rates reach every VP8 payload once, and nothing else", () => {
  const sdp = [
    "m=video 9 UDP/TLS/RTP/SAVPF 96 97 98",
    "a=rtpmap:96 VP8/90000",
    "a=rtpmap:97 rtx/90000",
    "a=fmtp:97 apt=96",
    "a=rtpmap:98 VP8/90000",
    "a=fmtp:98 max-fr=30",
    "",
  ].join("\r\n");
  const munged = withBitrates(sdp);
  const rates = "x-google-start-bitrate=2500;x-google-max-bitrate=4000";
  assert.ok(munged.includes(`a=rtpmap:96 VP8/90000\r\na=fmtp:96 ${rates}\r\n`));
  assert.ok(munged.includes(`a=fmtp:98 max-fr=30;${rates}\r\n`));
  assert.ok(munged.includes("a=fmtp:97 apt=96\r\n"));
  assert.equal(withBitrates(munged), munged);
});

test("a plan needs what its disposition needs", () => {
  const plan = { ...EMPTY_PLAN, text: " x ", warning_signs: [" a ", " "] };
  assert.equal(missing(plan).length, 1);
  assert.deepEqual(missing({ ...plan, disposition: "self-care" }), []);
  assert.match(missing({ ...plan, disposition: "in-person" })[0] ?? "", /where/);
  assert.match(missing({ ...plan, disposition: "follow-up", text: " " }).join(), /Write.*when/);
  assert.deepEqual(tidy(plan), { ...plan, text: "x", warning_signs: ["a"] });
});

test("a medicine needs a time, a refused refill a reason", () => {
  const medicine = { ...NO_MEDICINE, name: " Ibuprofen ", amount: "1 tablet" };
  const plan = { ...EMPTY_PLAN, text: "x", disposition: "self-care" as const, medicines: [medicine] };
  assert.match(missing(plan)[0] ?? "", /when to take Ibuprofen/);
  assert.deepEqual(missing({ ...plan, medicines: [{ ...medicine, times: ["morning"] }] }), []);
  assert.deepEqual(missing({ ...plan, medicines: [{ ...medicine, note: "for pain" }] }), []);
  assert.equal(
    howTaken({ ...medicine, times: ["morning", "bedtime"], days: 1 }),
    "1 tablet, morning, bedtime, for 1 day",
  );
  const refused = { ...NO_REFILL, medicine: "Insulin", approved: false };
  assert.match(missing({ ...plan, medicines: [], refills: [refused] })[0] ?? "", /why Insulin/);
  assert.deepEqual(
    tidy({ ...plan, medicines: [{ ...medicine, name: " " }], refills: [NO_REFILL] }).medicines,
    [],
  );
});

test("call numbers are differences of two looks", () => {
  const look = (frames: number, bytes: number, packets: number, lost: number) => [
    { type: "inbound-rtp", kind: "video", framesDecoded: frames, bytesReceived: bytes, framesPerSecond: 30 },
    { type: "inbound-rtp", kind: "audio", packetsReceived: packets, packetsLost: lost },
    { type: "transport", selectedCandidatePairId: "p" },
    { id: "p", type: "candidate-pair", currentRoundTripTime: 0.04, localCandidateId: "l" },
    { id: "l", type: "local-candidate", candidateType: "relay" },
  ];
  const first = read(look(100, 10_000, 50, 0), 1000);
  const stats = compare(first, read(look(130, 135_000, 95, 5), 2000));
  assert.equal(stats.newFrames, 30);
  assert.equal(stats.kbitIn, 1000);
  assert.equal(stats.lossPercent, 10);
  assert.equal(stats.route, "by relay");
  assert.equal(strength(stats), "poor");
  assert.equal(strength({ ...stats, lossPercent: 0 }), "good");
  assert.equal(strength({ ...stats, lossPercent: 0, roundTripMs: 350 }), "fair");
  assert.equal(read([], 0).route, "none yet");
});

test("pressure is one figure, and the hub's unit words win", () => {
  const value = (kind: string, number: number, unit: string, display: string) => ({
    kind,
    value: number,
    unit,
    display,
  });
  const values = [
    value("pulse_rate", 72, "/min", "72 beats/min"),
    value("systolic", 120, "mm[Hg]", "120 mmHg"),
    value("diastolic", 80, "mm[Hg]", "80 mmHg"),
  ];
  const shown = figures({ values } as Measurement).map(({ label, text, unit }) => `${label} ${text} ${unit}`);
  assert.deepEqual(shown, ["Blood pressure 120/80 mmHg", "Pulse 72 beats/min"]);
});

test("every kind of reading is a figure with its unit; a meter's HI has no number", () => {
  const reading = (act: string, off_scale: string, ...values: [string, number, string, string][]) =>
    figures({
      act,
      off_scale,
      values: values.map(([kind, value, unit, display]) => ({ kind, value, unit, display, measured: "" })),
    } as Measurement).map(({ label, text, unit }) => `${label} ${text} ${unit}`);
  const scale = [
    ["weight", 72.5, "kg", "72.5 kg"],
    ["height", 170, "cm", "170 cm"],
  ] as [string, number, string, string][];
  assert.deepEqual(reading("temperature", "", ["temperature", 36.8, "Cel", "36.8 °C"]), [
    "Temperature 36.8 °C",
  ]);
  assert.deepEqual(reading("weight", "", ...scale), ["Weight 72.5 kg", "Height 170 cm"]);
  assert.deepEqual(reading("glucose", "", ["glucose", 5.5, "mmol/L", "5.5 mmol/L"]), ["Glucose 5.5 mmol/L"]);
  assert.deepEqual(reading("glucose", "HI"), ["Glucose HI "]);
});

test("a device's clock is spoken of from a minute on, its calibration whenever it is known", () => {
  assert.deepEqual([null, 0, -59].map(clockError), ["", "", ""]);
  assert.equal(clockError(90), "The device's clock was 2 min ahead");
  assert.equal(clockError(-7200), "The device's clock was 2 h behind");
  assert.equal(clockError(3 * 86_400), "The device's clock was 3 d ahead");
  const device = {
    manufacturer: "LifeScan",
    model: "OneTouch",
    transport: "serial:/dev/ttyUSB0",
    serial: "C123",
    firmware: "P02",
    calibrated_on: "2026-10-01",
    calibration_due: null,
    checked_by: "J. Ortiz",
  };
  assert.equal(
    provenance(device),
    "serial:/dev/ttyUSB0 · firmware P02 · calibration checked 2026-10-01 by J. Ortiz",
  );
  const bare = { ...device, firmware: null, calibrated_on: null, checked_by: null };
  assert.equal(provenance(bare), "serial:/dev/ttyUSB0");
});

test("codes without words are shown readably", () => {
  assert.equal(readable("one_reading-only"), "One reading only");
  assert.equal(language("es"), "Spanish");
  assert.equal(language("not a tag"), "not a tag");
});

test("a weak line is said for the worse direction, and nothing is said of a good one", () => {
  assert.equal(lineWords("full", "full"), "");
  assert.match(lineWords("slower", "smaller"), /patient's picture moves less/);
  assert.match(lineWords("smaller", "sound"), /your picture/);
  assert.match(lineWords("text", "text"), /Write to the patient/);
  assert.deepEqual(
    ["full", "smaller", "slower", "still", "sound", "text"].map((s) => unmoving(s as "full")),
    [false, false, false, true, true, true],
  );
});

test("what a station says of the line is read, and nothing else is", () => {
  assert.deepEqual(readLine('{"kind":"steps","out":"still","in":"full"}'), {
    kind: "steps",
    out: "still",
    in: "full",
  });
  const room = readLine('{"kind":"steps","out":"full","in":"still","people":{"ada":"still"},"kbit":200}');
  assert.ok(room?.kind === "steps" && room.kbit === 200);
  assert.deepEqual([stepOf(room, "ada"), stepOf(room, "ruiz"), stepOf(room, "")], ["still", "full", "still"]);
  assert.equal(readLine('{"kind":"steps","out":"full","in":"full","people":{"ada":"best"}}'), null);
  assert.equal(readLine('{"kind":"steps","out":"full","in":"full","kbit":-1}'), null);
  assert.equal(readLine('{"kind":"steps","out":"full","in":"full","height":"tall"}'), null);
  assert.equal(readLine('{"kind":"still","jpeg":"AAAA"}')?.kind, "still");
  for (const text of ["", "{}", '{"kind":"steps","out":"best","in":"full"}', '{"kind":"still","jpeg":"<x>"}'])
    assert.equal(readLine(text), null);
});

test("what the browser measures of its own way is told in kbit/s", () => {
  const report = [
    { type: "transport", id: "T", selectedCandidatePairId: "P" },
    { type: "candidate-pair", id: "P", availableOutgoingBitrate: 812_400 },
    { type: "outbound-rtp", kind: "audio", id: "A" },
    {
      type: "outbound-rtp",
      kind: "video",
      id: "V",
      frameWidth: 640,
      frameHeight: 360,
      framesPerSecond: 24.6,
      framesEncoded: 50,
      totalEncodeTime: 0.6,
    },
    { type: "remote-inbound-rtp", kind: "video", id: "R", fractionLost: 0.12 },
  ];
  assert.deepEqual(seenIn(report), {
    kind: "seen",
    kbit: 812,
    width: 640,
    height: 360,
    fps: 25,
    loss: 0.12,
    encoded: 50,
    encoding_s: 0.6,
  });
  assert.equal(seenIn([]).kbit, null);
});
