"""Simulated oximeters: what is on the finger, as frames of three formats. No I/O here."""

import math
import random
from datetime import datetime
from typing import NamedTuple

from peripherals.protocols import contec_v5 as v5
from peripherals.protocols import contec_v7, five_byte
from peripherals.protocols.contec_v7 import Command, Reason, Uplink
from peripherals.protocols.conversation import Packet
from peripherals.simulators.scenarios import Oximeter, Scenario

LOW_SPO2 = 90  # below it the devices set their "low" bit


class Seen(NamedTuple):
    """What the sensor sees at a moment. `finger`: "in", "out", "searching" or "too-long"."""

    finger: str
    spo2: int | None
    pulse: int | None
    perfusion: float | None
    signal: int
    pleth: int
    bar: int
    beep: bool


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
        second = random.Random(self._seed * 100_003 + int(t))
        pulse = story.pulse + second.randint(-story.pulse_wobble, story.pulse_wobble)
        spo2 = min(100, story.spo2 + second.randint(-story.spo2_wobble, story.spo2_wobble))
        beat = t * story.pulse / 60 % 1
        wave = _wave(beat)
        pleth = 8 + round(110 * min(1.0, story.perfusion) * wave)
        bar = round(15 * min(1.0, story.perfusion) * wave)
        return Seen(finger, spo2, pulse, story.perfusion, story.signal, pleth, bar, beat < 0.1)

    def _finger(self, t: float) -> str:
        stretches = self._story.fingers
        if self._story.again:
            t %= sum(stretch.for_s for stretch in stretches)
        for stretch in stretches:
            if t < stretch.for_s:
                return stretch.state
            t -= stretch.for_s
        return stretches[-1].state


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


class ContecV7Oximeter:
    """Silent until A1; falls silent without AF; answers what it does not know with *unsupported*."""

    period_s = 1 / 60
    FORGETS_AFTER_S = 3 * contec_v7.KEEP_ALIVE_S

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._patient = Patient(scenario.oximeter, seed)
        self._alive_at: float | None = None
        self._rest = b""

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Obey start, stop and keep-alive."""
        codes, self._rest = contec_v7.read_commands(self._rest + data)
        replies = []
        for code in codes:
            if code == Command.START_LIVE:
                self._alive_at = t
            elif code == Command.KEEP_ALIVE:
                self._alive_at = None if self._alive_at is None else t
            elif code == Command.STOP_LIVE:
                self._alive_at = None
                replies.append(Packet(contec_v7.encode(Uplink.FREE, b"")))
            else:
                replies.append(Packet(contec_v7.encode(Uplink.RESULT, bytes((code, Reason.UNSUPPORTED)))))
        return replies

    def tick(self, t: float) -> list[Packet]:
        """Return the packet of this moment while live."""
        if self._alive_at is None or t - self._alive_at > self.FORGETS_AFTER_S:
            return []
        seen = self._patient.at(t)
        flags = {"out": ("sensor-fault",), "searching": ("searching",), "too-long": ("search-too-long",)}
        names: tuple[str, ...] = flags.get(seen.finger, ())
        if seen.beep:
            names += ("beep",)
        if seen.spo2 is not None and seen.spo2 < LOW_SPO2:
            names += ("low-spo2",)
        packet = contec_v7.encode_live(
            signal=seen.signal,
            pleth=contec_v7.PROBE_ERROR_WAVE if seen.finger == "out" else seen.pleth,
            bar=seen.bar,
            pulse=seen.pulse,
            spo2=seen.spo2,
            perfusion=seen.perfusion,
            flags=names,
        )
        return [Packet(packet)]

    def measuring_for(self, t: float) -> float:
        """Seconds since the story began: with the power, for an oximeter."""
        return t
