"""Simulated oximeters: what is on the finger, and the two that only speak. No I/O here."""

import math
import random
from datetime import datetime
from typing import NamedTuple

from peripherals.protocols import contec_v5 as v5
from peripherals.protocols import five_byte
from peripherals.protocols.conversation import Packet
from peripherals.simulators.scenarios import Oximeter, Scenario

LOW_SPO2 = 90  # below it the devices set their "low" bit
CYCLE_S = 10.0  # of which so much is spoilt by movement
SHAKES_SPO2 = 3
SHAKES_PULSE = 10


class Seen(NamedTuple):
    """What the sensor sees at a moment. `finger`: "in", "out", "searching" or "too-long"; `moving`: what it
    sees is spoilt by movement."""

    finger: str
    spo2: int | None
    pulse: int | None
    perfusion: float | None
    signal: int
    pleth: int
    bar: int
    beep: bool
    moving: bool = False


class Patient:
    """A finger over time: beats, a wave, and readings that change once a second."""

    def __init__(self, story: Oximeter, seed: int) -> None:
        self._story = story
        self._seed = seed

    def at(self, t: float) -> Seen:
        """Return what is seen at a time in seconds since the device was switched on."""
        finger = self._finger(t)
        if finger != "in":
            return Seen(finger, None, None, None, 0, 0, 0, False)
        story = self._story
        moving = t % CYCLE_S < story.artefact_s
        second = random.Random(self._seed * 100_003 + int(t))
        pulse = story.pulse + _jump(second, story.pulse_wobble + moving * SHAKES_PULSE)
        spo2 = min(100, story.spo2 + _jump(second, story.spo2_wobble + moving * SHAKES_SPO2))
        beat = t * story.pulse / 60 % 1
        wave = random.Random(f"{self._seed} {t:.2f}").random() if moving else _wave(beat)
        pleth = 8 + round(110 * min(1.0, story.perfusion) * wave)
        bar = round(15 * min(1.0, story.perfusion) * wave)
        return Seen(finger, spo2, pulse, story.perfusion, story.signal, pleth, bar, beat < 0.1, moving)

    def _finger(self, t: float) -> str:
        stretches = self._story.fingers
        if self._story.again:
            t %= sum(stretch.for_s for stretch in stretches)
        for stretch in stretches:
            if t < stretch.for_s:
                return stretch.state
            t -= stretch.for_s
        return stretches[-1].state


def _jump(chance: random.Random, far: int) -> int:
    return chance.randint(-far, far)


def _wave(beat: float) -> float:
    """A pulse wave with its second, smaller crest; 0..1 over one beat 0..1."""
    first = math.exp(-(((beat - 0.22) / 0.12) ** 2))
    second = 0.45 * math.exp(-(((beat - 0.55) / 0.12) ** 2))
    return min(1.0, first + second)


class FiveByteOximeter:
    """Contec V5.0A or Berry BCI: speaks by itself and hears nothing."""

    def __init__(self, scenario: Scenario, seed: int, *, berry: bool) -> None:
        self.period_s = 1 / 100 if berry else 1 / 60
        self._patient = Patient(scenario.oximeter, seed)
        self._berry = berry

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """The host's bytes mean nothing to this device."""
        return []

    def tick(self, t: float) -> list[Packet]:
        """Return the frame of this moment."""
        seen = self._patient.at(t)
        first = v5.BEEP if seen.beep else 0
        if not self._berry and seen.spo2 is not None and seen.spo2 < LOW_SPO2:
            first |= v5.LOW_SPO2
        if seen.finger == "too-long":
            first |= v5.SEARCH_TOO_LONG  # Berry's "no signal" is the same bit
        third = {"out": v5.PROBE_ERROR, "searching": v5.SEARCHING}.get(seen.finger, 0)
        frame = five_byte.encode_live(
            signal=seen.signal,
            pleth=seen.pleth,
            bar=seen.bar,
            pulse=seen.pulse,
            spo2=seen.spo2,
            first=first,
            third=third,
        )
        return [Packet(frame)]

    def measuring_for(self, t: float) -> float:
        """Seconds since the story began: with the power, for an oximeter."""
        return t


def contec_v5(scenario: Scenario, seed: int, wall: datetime) -> FiveByteOximeter:
    """Return a Contec V5.0A."""
    return FiveByteOximeter(scenario, seed, berry=False)


def berry_bci(scenario: Scenario, seed: int, wall: datetime) -> FiveByteOximeter:
    """Return a Berry BCI."""
    return FiveByteOximeter(scenario, seed, berry=True)
