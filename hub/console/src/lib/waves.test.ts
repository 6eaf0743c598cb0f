/** Waves and pictures by one clock: a step in both shows at the same moment, gaps stay gaps. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { WaveMessage } from "./types/waves.ts";
import { StationClock, Wave } from "./waves.ts";

const HZ = 60;
const BOOT_NS = 8_000_000_000_000_000; // after 93 days
const ORIGIN = 4_294_960_000; // RTP time stamps run over soon

function message(fromMs: number, samples: (number | null)[], rate = HZ): WaveMessage {
  const t_ns = BOOT_NS + (fromMs + ((samples.length - 1) * 1_000) / rate) * 1e6;
  return { kind: "pleth", t_ns, rate_hz: rate, samples };
}

/** The station's wave steps from 0 to 100 at 3 s; messages of 6 samples, in the order they are given. */
function stepping(order: (messages: WaveMessage[]) => WaveMessage[] = (all) => all): Wave {
  const messages = [];
  for (let first = 0; first < HZ * 6; first += 6) {
    const samples = [...Array(6).keys()].map((n) => ((first + n) / HZ >= 3 ? 100 : 0));
    messages.push(message((first / HZ) * 1_000, samples));
  }
  const wave = new Wave();
  for (const each of order(messages)) wave.push(each);
  return wave;
}

/** When (ms) the step is first drawn at the right edge. */
function drawn(wave: Wave, clock: StationClock, from: number, to: number): number {
  for (let at = from; at < to; at += 5) {
    const edge = clock.now(at);
    if (edge !== null && wave.data(edge)[1].includes(100)) return at;
  }
  return Number.NaN;
}

test("a step in the wave is drawn when the picture that shows it is on the screen", () => {
  for (const delay of [40, 180, 900]) {
    const clock = new StationClock();
    clock.anchor(ORIGIN, BOOT_NS);
    const wave = stepping(); // it has arrived long before the picture
    let shownAt = Number.NaN;
    let drawnAt = Number.NaN;
    for (let at = 0; at < 6_000; at += 5) {
      const captured = Math.floor((at - delay) / 33.3) * 33.3; // 30 pictures a second, `delay` late
      if (captured >= 0 && (at - delay) % 33.3 < 5) {
        clock.picture((ORIGIN + Math.round(captured * 90)) >>> 0, at);
        if (captured >= 3_000 && Number.isNaN(shownAt)) shownAt = at;
      }
      const edge = clock.now(at);
      if (Number.isNaN(drawnAt) && edge !== null && wave.data(edge)[1].includes(100)) drawnAt = at;
    }
    assert.ok(Math.abs(shownAt - drawnAt) <= 40, `${delay}: ${shownAt} and ${drawnAt}`);
  }
});

test("without a picture the wave goes by its own arrival, a little behind", () => {
  const clock = new StationClock();
  assert.equal(clock.now(10_000), null);
  for (let t = 0; t < 3_000; t += 100) clock.heard(BOOT_NS / 1e6 + t, 50_000 + t + (t % 300 ? 80 : 20));
  assert.equal(drawn(stepping(), clock, 50_000, 60_000), 50_000 + 3_000 + 20 + 150);
});

test("a picture that stands still for long no longer holds the wave up", () => {
  const clock = new StationClock();
  clock.anchor(0, BOOT_NS);
  clock.picture(0, 1_000);
  clock.heard(BOOT_NS / 1e6 + 5_000, 6_000);
  assert.equal(clock.now(1_500), BOOT_NS / 1e6 + 500);
  assert.equal(clock.now(6_000), BOOT_NS / 1e6 + 5_000 - 150);
});

test("messages out of order and twice give the same wave", () => {
  const edge = BOOT_NS / 1e6 + 6_000;
  const straight = stepping().data(edge);
  assert.deepEqual(
    stepping((all) => [...all.slice(0, 8), ...all.slice(4, 20).reverse(), ...all.slice(20)]).data(edge),
    straight,
  );
});

test("what was lost, and what the device calls no signal, is drawn as a gap", () => {
  const edge = BOOT_NS / 1e6 + 6_000;
  const [xs, lost] = stepping((all) => all.filter((_, index) => index !== 20)).data(edge);
  assert.equal(lost.filter((value) => value === null).length, 1);
  assert.ok(xs.every((x, index) => index === 0 || x > (xs[index - 1] ?? 0)));
  const wave = new Wave();
  wave.push(message(0, [1, null, null, 2]));
  assert.deepEqual(wave.data(BOOT_NS / 1e6 + 100)[1], [1, null, null, 2]);
});

test("a wave that stopped is gone, one that is still to be shown is not yet live", () => {
  const start = BOOT_NS / 1e6;
  const wave = new Wave();
  assert.equal(wave.state(start), "none");
  wave.push(message(0, [1, 2, 3]));
  assert.equal(wave.state(start - 1), "gone");
  assert.equal(wave.state(start + 100), "live");
  assert.equal(wave.state(start + 2_100), "gone");
});
