"""When a device's values may be called a reading. Pure: samples with their times in, a verdict out.

The rules are data (`contract/quality.json`); this is the one place that applies them. A stream goes through
a `Gate`, a device's own finished result through `judge`.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from statistics import median
from typing import Final, NamedTuple

from contract.measurement import Grade, Kind, Quality, Reason, Value
from contract.quality import ActRules, Range
from contract.units import UnitError, scale_of, standardised
from peripherals.events import Fault, Phase
from peripherals.protocols.base import Frame

NS: Final = 1_000_000_000

_WHOLE: Final = frozenset({Kind.SPO2, Kind.PULSE_RATE, Kind.HEART_RATE})
_KINDS: Final = {str(kind): kind for kind in Kind}


class Sample(NamedTuple):
    """What a device says at a moment (monotonic ns), in standard units."""

    t_ns: int
    values: Mapping[Kind, Value]
    flags: frozenset[str] = frozenset()


class Circumstances(NamedTuple):
    """What is known beside the device: rest and posture kept, the cuff's range and the arm, cm."""

    rested: bool = True
    cuff_cm: Range | None = None
    arm_cm: float | None = None
    calibration_due: bool = False


class Step(NamedTuple):
    """Where the gate stands after a sample; `fraction` 0..1 of what is still to wait for."""

    phase: Phase
    fraction: float


class Verdict(NamedTuple):
    """Values and how good they are. `flags`: the device's words that must travel with them (HI, LO …)."""

    values: tuple[Value, ...]
    quality: Quality
    flags: tuple[str, ...] = ()


def sample_of(frame: Frame, t_ns: int) -> Sample:
    """Return a frame's values in standard units; what has no kind or an unknown unit is left out."""
    values = {}
    for name, number in frame.values.items():
        kind = _KINDS.get(name)
        if kind is None:
            continue
        try:
            value, unit = standardised(name, number, frame.unit(name))
        except UnitError:
            continue
        values[kind] = Value(kind, value, unit)
    return Sample(t_ns, values, frozenset(frame.flags))


NOTHING_ELSE: Final = Circumstances()


def judge(sample: Sample, rules: ActRules, beside: Circumstances = NOTHING_ELSE) -> Verdict | None:
    """Grade one finished result. None: what makes a reading is not in it."""
    codes = tuple(sorted(rules.codes & sample.flags))
    if not codes and any(kind not in sample.values for kind in rules.needs):
        return None
    values = () if codes else tuple(sample.values.values())
    told = tuple(sorted(flag for flag in sample.flags if _travels(flag, rules)))
    return Verdict(values, _grade(values, sample.flags, rules, beside, coded=bool(codes)), told)


def _travels(flag: str, rules: ActRules) -> bool:
    return flag in rules.codes or flag in rules.doubtful or flag in rules.unreliable or flag in rules.restless


def _grade(
    values: Iterable[Value],
    flags: frozenset[str],
    rules: ActRules,
    beside: Circumstances,
    *,
    coded: bool = False,
    unsettled: Reason | None = None,
) -> Quality:
    """Return the grade with its reasons: what makes it unreliable alone, or all that stands beside it."""
    bad: list[Reason] = []
    doubts: list[Reason] = [Reason.NOT_RESTED] if rules.rested and not beside.rested else []
    doubts += [Reason.ASK_AGAIN] if coded else []
    for value in values:
        number = _in_rules_unit(value)
        if not _within(number, rules.reject.get(value.kind)):
            bad.append(Reason.OUT_OF_RANGE)
        if value.kind in rules.least and number < rules.least[value.kind][0]:
            bad.append(rules.least[value.kind][1])
        if number < rules.low_accuracy_below.get(value.kind, number):
            doubts.append(Reason.LOW_ACCURACY_RANGE)
        if not _within(number, rules.ask_again.get(value.kind)):
            doubts.append(Reason.ASK_AGAIN)
    bad += [reason for flag, reason in rules.unreliable.items() if flag in flags]
    if unsettled is not None:
        bad.append(unsettled)
    else:
        bad += [reason for flag, reason in rules.restless.items() if flag in flags]
    if beside.arm_cm is not None and not _within(beside.arm_cm, beside.cuff_cm):
        bad.append(Reason.CUFF_SIZE)
    doubts += [reason for flag, reason in rules.doubtful.items() if flag in flags]
    if beside.calibration_due:
        doubts.append(Reason.CALIBRATION_DUE)
    reasons = bad or doubts
    grade = Grade.NOT_RELIABLE if bad else Grade.USABLE if doubts else Grade.GOOD
    return Quality(grade, tuple(dict.fromkeys(reasons)))


def _in_rules_unit(value: Value) -> float:
    """Return the number in the unit the limits are in (glucose may be kept in mmol/L)."""
    scale = scale_of(value.kind, value.unit)
    return value.value if scale.factor == 1 else float((value.value - scale.zero) * scale.factor)


def _within(number: float, limits: Range | None) -> bool:
    return limits is None or limits[0] <= number <= limits[1]


class Gate:
    """Judges a stream: feed it every sample of one attempt, in order.

    `gap_s`: how far apart the device's own samples are at most, where that is more than the rules' gap.
    """

    def __init__(self, rules: ActRules, beside: Circumstances, gap_s: float = 0.0) -> None:
        self._rules = rules
        self._beside = beside
        self._gap_ns = max(rules.longest_gap_s, gap_s) * NS
        self._window: deque[Sample] = deque()
        self._valid_since: int | None = None
        self._last_phase = Phase.NO_FINGER
        self._flags: frozenset[str] = frozenset()

    def feed(self, sample: Sample) -> Step:
        """Take a sample; `accepted` once the last seconds are steady: then the verdict is worth asking."""
        rules = self._rules
        self._flags = sample.flags
        if self._window and sample.t_ns - self._window[-1].t_ns > self._gap_ns:
            self._forget()
        if sample.flags & rules.absent or self._nobody(sample):
            return self._none(Phase.NO_FINGER)
        if sample.flags & rules.searching or any(kind not in sample.values for kind in rules.needs):
            return self._none(Phase.SEARCHING)
        self._keep(sample)
        if not sample.flags.isdisjoint(rules.restless) or not self._steady():
            self._last_phase = Phase.HOLD_STILL
            return Step(Phase.HOLD_STILL, 0.0)
        fraction = min(1.0, self._settled(sample.t_ns), self._full())
        self._last_phase = Phase.ACCEPTED if fraction >= 1.0 else Phase.SETTLING
        return Step(self._last_phase, fraction)

    def verdict(self) -> Verdict | None:
        """Return what the last seconds say, unreliable unless accepted; None when there is nothing."""
        if not self._window:
            return None
        values = tuple(self._middle(kind) for kind in self._kinds())
        unsettled = None
        if self._last_phase is not Phase.ACCEPTED:
            restless = [reason for flag, reason in self._rules.restless.items() if flag in self._flags]
            unsettled = restless[0] if restless else Reason.UNSTABLE
        flags = self._flags | self._seen()
        quality = _grade(values, flags, self._rules, self._beside, unsettled=unsettled)
        told = tuple(sorted(flag for flag in flags if _travels(flag, self._rules)))
        return Verdict(values, quality, told)

    def _seen(self) -> frozenset[str]:
        """Return what spoils or doubts the values anywhere in the window: some say it only with a beat."""
        lasting = self._rules.unreliable.keys() | self._rules.doubtful.keys()
        return frozenset(flag for sample in self._window for flag in sample.flags if flag in lasting)

    def nothing(self) -> Fault:
        """Return why there is no value at all."""
        if "probe-unplugged" in self._flags:
            return Fault.PROBE_UNPLUGGED
        if "overload" in self._flags:
            return Fault.OVERLOAD
        if "underload" in self._flags:
            return Fault.UNDERLOAD
        return Fault.NO_FINGER if self._last_phase is Phase.NO_FINGER else Fault.NO_SIGNAL

    def _nobody(self, sample: Sample) -> bool:
        there = self._rules.present
        return any(
            kind in sample.values and sample.values[kind].value < least for kind, least in there.items()
        )

    def _settled(self, now_ns: int) -> float:
        since = now_ns if self._valid_since is None else self._valid_since
        return (now_ns - since) / (self._rules.settle_s * NS) if self._rules.settle_s else 1.0

    def _full(self) -> float:
        return self._span() / (self._rules.window_s * NS) if self._rules.window_s else 1.0

    def _kinds(self) -> list[Kind]:
        seen = dict.fromkeys(kind for sample in self._window for kind in sample.values)
        return [*self._rules.needs, *(kind for kind in seen if kind not in self._rules.needs)]

    def _middle(self, kind: Kind) -> Value:
        seen = [sample.values[kind] for sample in self._window if kind in sample.values]
        middle = median(value.value for value in seen)
        return Value(kind, round(middle) if kind in _WHOLE else round(middle, 3), seen[-1].unit)

    def _none(self, phase: Phase) -> Step:
        self._forget()
        self._last_phase = phase
        return Step(phase, 0.0)

    def _forget(self) -> None:
        self._window.clear()
        self._valid_since = None

    def _keep(self, sample: Sample) -> None:
        if self._valid_since is None:
            self._valid_since = sample.t_ns
        self._window.append(sample)
        while self._span() > self._rules.window_s * NS and len(self._window) > 1:
            second = self._window[1]
            if sample.t_ns - second.t_ns < self._rules.window_s * NS:
                break  # the window must still reach back far enough
            self._window.popleft()

    def _span(self) -> int:
        return self._window[-1].t_ns - self._window[0].t_ns if self._window else 0

    def _steady(self) -> bool:
        for kind, apart in self._rules.steady.items():
            seen = [sample.values[kind].value for sample in self._window]
            if max(seen) - min(seen) > apart:
                return False
        return True
