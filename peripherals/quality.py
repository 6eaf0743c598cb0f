"""When an oximeter's value may be called a reading. Pure: samples with their times in, a verdict out.

Limits are proposals that need a clinician's sign-off (docs/clinical.md); sources: the UK patient guide
(unchanged for 5 s), the FDA's note on accuracy (least accurate under 80 %), our own choice for the rest.
"""

from collections import deque
from statistics import median
from typing import Final, NamedTuple

import msgspec

from contract.measurement import Grade, Kind, Quality, Reason, Value
from peripherals.events import Fault, OximeterSample, Phase

NS: Final = 1_000_000_000


class OximetryLimits(msgspec.Struct, frozen=True):
    """Every limit of the gate. Seconds, percent, beats a minute."""

    settle_s: float = 8.0  # finger in, values valid, before anything is accepted
    window_s: float = 5.0
    spo2_range: int = 1
    pulse_range: int = 2
    perfusion_least: float = 0.3
    spo2_reject_below: int = 50
    spo2_ask_again_below: int = 80
    pulse_reject: tuple[int, int] = (20, 300)
    pulse_ask_again: tuple[int, int] = (40, 150)
    longest_gap_s: float = 0.5  # between samples of one window


class Step(NamedTuple):
    """Where the gate stands after a sample; `fraction` 0..1 of what is still to wait for."""

    phase: Phase
    fraction: float


class Verdict(NamedTuple):
    """A reading and how good it is; `raw` are the samples it rests on."""

    values: tuple[Value, ...]
    quality: Quality


_NO_FINGER: Final = frozenset({"finger-out", "probe-unplugged", "sensor-fault"})
_SEARCHING: Final = frozenset({"searching", "search-too-long"})
_RESTLESS: Final = frozenset({"artefact", "movement", "unstable"})


class OximetryGate:
    """Feed it every sample of one attempt, in order."""

    def __init__(self, limits: OximetryLimits | None = None) -> None:
        self._limits = limits or OximetryLimits()
        self._window: deque[OximeterSample] = deque()
        self._valid_since: int | None = None
        self._last_phase = Phase.NO_FINGER
        self._flags: frozenset[str] = frozenset()

    def feed(self, sample: OximeterSample) -> Step:
        """Take a sample; `accepted` once the last seconds are steady: then the verdict is worth asking."""
        self._flags = frozenset(sample.flags)
        if self._window and sample.t_ns - self._window[-1].t_ns > self._limits.longest_gap_s * NS:
            self._forget()
        if self._flags & _NO_FINGER:
            return self._none(Phase.NO_FINGER)
        if self._flags & _SEARCHING or sample.spo2 is None or sample.pulse_rate is None:
            return self._none(Phase.SEARCHING)
        self._keep(sample)
        if self._flags & _RESTLESS or not self._steady():
            self._last_phase = Phase.HOLD_STILL
            return Step(Phase.HOLD_STILL, 0.0)
        since = sample.t_ns if self._valid_since is None else self._valid_since
        settled = (sample.t_ns - since) / (self._limits.settle_s * NS)
        full = self._span() / (self._limits.window_s * NS)
        fraction = min(1.0, settled, full)
        self._last_phase = Phase.ACCEPTED if fraction >= 1.0 else Phase.SETTLING
        return Step(self._last_phase, fraction)

    def verdict(self) -> Verdict | None:
        """Return what the last seconds say, unreliable unless accepted; None when there is nothing."""
        if not self._window:
            return None
        spo2 = median(s.spo2 for s in self._window if s.spo2 is not None)
        pulse = median(s.pulse_rate for s in self._window if s.pulse_rate is not None)
        perfusions = [s.perfusion_index for s in self._window if s.perfusion_index is not None]
        values = [Value(Kind.SPO2, round(spo2), "%"), Value(Kind.PULSE_RATE, round(pulse), "/min")]
        perfusion = round(median(perfusions), 2) if perfusions else None
        if perfusion is not None:
            values.append(Value(Kind.PERFUSION_INDEX, perfusion, "%"))
        return Verdict(tuple(values), self._grade(spo2, pulse, perfusion))

    def nothing(self) -> Fault:
        """Return why there is no value at all."""
        if "probe-unplugged" in self._flags:
            return Fault.PROBE_UNPLUGGED
        return Fault.NO_FINGER if self._last_phase is Phase.NO_FINGER else Fault.NO_SIGNAL

    def _grade(self, spo2: float, pulse: float, perfusion: float | None) -> Quality:
        limits = self._limits
        bad: list[Reason] = []
        if spo2 < limits.spo2_reject_below or not limits.pulse_reject[0] <= pulse <= limits.pulse_reject[1]:
            bad.append(Reason.OUT_OF_RANGE)
        if perfusion is not None and perfusion < limits.perfusion_least:
            bad.append(Reason.LOW_PERFUSION)
        if self._last_phase is not Phase.ACCEPTED:
            bad.append(Reason.ARTEFACT if self._flags & _RESTLESS else Reason.UNSTABLE)
        if bad:
            return Quality(Grade.NOT_RELIABLE, tuple(bad))
        beside: list[Reason] = []
        if spo2 < limits.spo2_ask_again_below:
            beside += [Reason.LOW_ACCURACY_RANGE, Reason.ASK_AGAIN]
        elif not limits.pulse_ask_again[0] <= pulse <= limits.pulse_ask_again[1]:
            beside.append(Reason.ASK_AGAIN)
        return Quality(Grade.USABLE if beside else Grade.GOOD, tuple(beside))

    def _none(self, phase: Phase) -> Step:
        self._forget()
        self._last_phase = phase
        return Step(phase, 0.0)

    def _forget(self) -> None:
        self._window.clear()
        self._valid_since = None

    def _keep(self, sample: OximeterSample) -> None:
        if self._valid_since is None:
            self._valid_since = sample.t_ns
        self._window.append(sample)
        while self._span() > self._limits.window_s * NS and len(self._window) > 1:
            second = self._window[1]
            if sample.t_ns - second.t_ns < self._limits.window_s * NS:
                break  # the window must still reach back far enough
            self._window.popleft()

    def _span(self) -> int:
        return self._window[-1].t_ns - self._window[0].t_ns if self._window else 0

    def _steady(self) -> bool:
        spo2 = [s.spo2 for s in self._window if s.spo2 is not None]
        pulse = [s.pulse_rate for s in self._window if s.pulse_rate is not None]
        return (
            max(spo2) - min(spo2) <= self._limits.spo2_range
            and max(pulse) - min(pulse) <= self._limits.pulse_range
        )
