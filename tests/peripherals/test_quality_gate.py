"""When an oximeter's value may be called a reading: every phase, every limit on both of its sides."""

from collections.abc import Iterator

import pytest

from contract.measurement import Act, Grade, Kind, Reason, Value
from contract.quality import rules
from peripherals.events import Fault, Phase
from peripherals.quality import NOTHING_ELSE, Gate, Sample, Step

RATE = 10  # samples a second: exact in binary sums of nanoseconds
EACH_NS = 1_000_000_000 // RATE
LIMITS = rules()[Act.OXIMETRY]
UNITS = {Kind.SPO2: "%", Kind.PULSE_RATE: "/min", Kind.PERFUSION_INDEX: "%"}
SETTLE = round(LIMITS.settle_s * RATE)
WINDOW = round(LIMITS.window_s * RATE)


class Finger:
    """Feeds a gate; time goes on by itself."""

    def __init__(self) -> None:
        self.gate = Gate(LIMITS, NOTHING_ELSE)
        self.now = 0

    def show(
        self,
        count: int = 1,
        spo2: int | None = 97,
        pulse: int | None = 72,
        perfusion: float | None = None,
        flags: tuple[str, ...] = (),
    ) -> Step:
        given = {Kind.SPO2: spo2, Kind.PULSE_RATE: pulse, Kind.PERFUSION_INDEX: perfusion}
        values = {kind: Value(kind, value, UNITS[kind]) for kind, value in given.items() if value is not None}
        for _ in range(count):
            step = self.gate.feed(Sample(self.now, values, frozenset(flags)))
            self.now += EACH_NS
        return step

    def wait(self, ns: int) -> None:
        """The next sample comes this long after the last one."""
        self.now += ns - EACH_NS

    def grade(self) -> tuple[Grade, tuple[Reason, ...]]:
        verdict = self.gate.verdict()
        assert verdict is not None
        return verdict.quality.grade, verdict.quality.reasons

    def values(self) -> dict[Kind, float]:
        verdict = self.gate.verdict()
        assert verdict is not None
        return {value.kind: value.value for value in verdict.values}


@pytest.fixture
def finger() -> Iterator[Finger]:
    yield Finger()


@pytest.mark.parametrize("flag", ["finger-out", "probe-unplugged", "sensor-fault"])
def test_no_finger(finger: Finger, flag: str) -> None:
    assert finger.show(flags=(flag,)) == (Phase.NO_FINGER, 0.0)
    assert finger.gate.verdict() is None


@pytest.mark.parametrize("flag", ["searching", "search-too-long"])
def test_searching_though_it_already_shows_values(finger: Finger, flag: str) -> None:
    assert finger.show(flags=(flag,)) == (Phase.SEARCHING, 0.0)
    assert finger.gate.verdict() is None


@pytest.mark.parametrize(("spo2", "pulse"), [(None, 72), (97, None), (None, None)])
def test_searching_while_a_value_is_missing(finger: Finger, spo2: int | None, pulse: int | None) -> None:
    assert finger.show(spo2=spo2, pulse=pulse) == (Phase.SEARCHING, 0.0)
    assert finger.gate.verdict() is None


def test_settling_goes_up_evenly_and_ends_accepted_not_before(finger: Finger) -> None:
    steps = [finger.show() for _ in range(SETTLE + 1)]
    assert {step.phase for step in steps[:-1]} == {Phase.SETTLING}
    fractions = [step.fraction for step in steps]
    assert fractions[0] == 0.0
    assert fractions == sorted(fractions)
    assert max(fractions[:-1]) < 1.0
    assert steps[-1] == (Phase.ACCEPTED, 1.0)
    assert finger.grade() == (Grade.GOOD, ())


@pytest.mark.parametrize(
    ("flag", "reason"),
    [("artefact", Reason.ARTEFACT), ("movement", Reason.MOVEMENT), ("unstable", Reason.UNSTABLE)],
)
def test_hold_still_as_long_as_the_device_says_so(finger: Finger, flag: str, reason: Reason) -> None:
    finger.show(SETTLE)
    assert finger.show(flags=(flag,)) == (Phase.HOLD_STILL, 0.0)
    assert finger.grade() == (Grade.NOT_RELIABLE, (reason,))
    assert finger.show().phase is Phase.ACCEPTED


@pytest.mark.parametrize(
    ("spo2", "pulse", "phase"),
    [
        (98, 72, Phase.ACCEPTED),
        (96, 72, Phase.ACCEPTED),
        (99, 72, Phase.HOLD_STILL),
        (95, 72, Phase.HOLD_STILL),
        (97, 74, Phase.ACCEPTED),
        (97, 70, Phase.ACCEPTED),
        (97, 75, Phase.HOLD_STILL),
        (97, 69, Phase.HOLD_STILL),
        (98, 74, Phase.ACCEPTED),
    ],
)
def test_range_within_the_window(finger: Finger, spo2: int, pulse: int, phase: Phase) -> None:
    """SpO2 may differ by exactly 1 %, the pulse by exactly 2 a minute."""
    finger.show(SETTLE)
    assert finger.show(spo2=spo2, pulse=pulse).phase is phase


def test_a_jump_is_forgiven_once_it_has_left_the_window(finger: Finger) -> None:
    finger.show(SETTLE)
    finger.show(spo2=90)
    for _ in range(WINDOW - 1):
        assert finger.show().phase is Phase.HOLD_STILL
    finger.show()
    assert finger.show().phase is Phase.ACCEPTED
    assert finger.values()[Kind.SPO2] == 97


def test_a_slow_drift_is_not_steady(finger: Finger) -> None:
    for value in range(90, 100):
        step = finger.show(20, spo2=value)
    assert step.phase is Phase.HOLD_STILL
    assert finger.grade() == (Grade.NOT_RELIABLE, (Reason.UNSTABLE,))


@pytest.mark.parametrize(
    ("perfusion", "grade", "reasons"),
    [
        (None, Grade.GOOD, ()),
        (0.3, Grade.GOOD, ()),
        (0.29, Grade.NOT_RELIABLE, (Reason.LOW_PERFUSION,)),
        (0.0, Grade.NOT_RELIABLE, (Reason.LOW_PERFUSION,)),
        (20.0, Grade.GOOD, ()),
    ],
)
def test_perfusion(
    finger: Finger, perfusion: float | None, grade: Grade, reasons: tuple[Reason, ...]
) -> None:
    finger.show(SETTLE + 1, perfusion=perfusion)
    assert finger.grade() == (grade, reasons)
    assert finger.values().get(Kind.PERFUSION_INDEX) == perfusion


@pytest.mark.parametrize(("gap_s", "phase"), [(0.5, Phase.ACCEPTED), (0.501, Phase.SETTLING)])
def test_a_gap_begins_anew(finger: Finger, gap_s: float, phase: Phase) -> None:
    finger.show(SETTLE)
    finger.wait(round(gap_s * 1e9))
    step = finger.show()
    assert step.phase is phase
    assert (step.fraction == 0.0) == (phase is Phase.SETTLING)


@pytest.mark.parametrize("flags", [("finger-out",), ("searching",)])
def test_the_finger_leaves_midway_and_everything_begins_anew(finger: Finger, flags: tuple[str, ...]) -> None:
    finger.show(SETTLE, spo2=88)
    finger.show(flags=flags)
    assert finger.gate.verdict() is None
    steps = [finger.show() for _ in range(SETTLE + 1)]
    assert {step.phase for step in steps[:-1]} == {Phase.SETTLING}
    assert steps[-1].phase is Phase.ACCEPTED
    assert finger.values()[Kind.SPO2] == 97


@pytest.mark.parametrize(
    ("spo2", "pulse", "grade", "reasons"),
    [
        (80, 72, Grade.GOOD, ()),
        (79, 72, Grade.USABLE, (Reason.LOW_ACCURACY_RANGE, Reason.ASK_AGAIN)),
        (50, 72, Grade.USABLE, (Reason.LOW_ACCURACY_RANGE, Reason.ASK_AGAIN)),
        (49, 72, Grade.NOT_RELIABLE, (Reason.OUT_OF_RANGE,)),
        (100, 72, Grade.GOOD, ()),
        (97, 40, Grade.GOOD, ()),
        (97, 39, Grade.USABLE, (Reason.ASK_AGAIN,)),
        (97, 150, Grade.GOOD, ()),
        (97, 151, Grade.USABLE, (Reason.ASK_AGAIN,)),
        (97, 20, Grade.USABLE, (Reason.ASK_AGAIN,)),
        (97, 19, Grade.NOT_RELIABLE, (Reason.OUT_OF_RANGE,)),
        (97, 300, Grade.USABLE, (Reason.ASK_AGAIN,)),
        (97, 301, Grade.NOT_RELIABLE, (Reason.OUT_OF_RANGE,)),
        (79, 151, Grade.USABLE, (Reason.LOW_ACCURACY_RANGE, Reason.ASK_AGAIN)),
    ],
)
def test_limits_of_the_value(
    finger: Finger, spo2: int, pulse: int, grade: Grade, reasons: tuple[Reason, ...]
) -> None:
    assert finger.show(SETTLE + 1, spo2=spo2, pulse=pulse).phase is Phase.ACCEPTED
    assert finger.grade() == (grade, reasons)


@pytest.mark.parametrize("count", [1, WINDOW, SETTLE])
def test_out_of_time_while_settling_is_kept_as_unreliable(finger: Finger, count: int) -> None:
    finger.show(count)
    assert finger.grade() == (Grade.NOT_RELIABLE, (Reason.UNSTABLE,))
    assert finger.values() == {Kind.SPO2: 97, Kind.PULSE_RATE: 72}


def test_what_a_device_says_with_one_beat_counts_for_the_window(finger: Finger) -> None:
    finger.show(SETTLE)
    finger.show(flags=("low-perfusion",))
    assert finger.show().phase is Phase.ACCEPTED
    assert finger.grade() == (Grade.NOT_RELIABLE, (Reason.LOW_PERFUSION,))


def test_every_reason_is_told(finger: Finger) -> None:
    finger.show(5, spo2=45, perfusion=0.1)
    assert finger.grade() == (
        Grade.NOT_RELIABLE,
        (Reason.OUT_OF_RANGE, Reason.LOW_PERFUSION, Reason.UNSTABLE),
    )


def test_values_are_medians_of_the_window_alone(finger: Finger) -> None:
    finger.show(SETTLE, spo2=90, perfusion=9.0)
    finger.show(WINDOW, spo2=97, pulse=72, perfusion=1.0)
    finger.show(2, spo2=98, pulse=74, perfusion=7.0)
    assert finger.values() == {Kind.SPO2: 97, Kind.PULSE_RATE: 72, Kind.PERFUSION_INDEX: 1.0}


@pytest.mark.parametrize(
    ("last", "fault"),
    [
        (("finger-out",), Fault.NO_FINGER),
        (("sensor-fault",), Fault.NO_FINGER),
        (("probe-unplugged",), Fault.PROBE_UNPLUGGED),
        (("searching",), Fault.NO_SIGNAL),
        (("search-too-long",), Fault.NO_SIGNAL),
    ],
)
@pytest.mark.parametrize("seen_before", [0, 20])
def test_why_there_is_nothing(finger: Finger, last: tuple[str, ...], fault: Fault, seen_before: int) -> None:
    if seen_before:
        finger.show(seen_before)
    finger.show(3, spo2=None, pulse=None, flags=last)
    assert finger.gate.verdict() is None
    assert finger.gate.nothing() is fault


def test_a_gate_that_was_fed_nothing_saw_no_finger() -> None:
    gate = Gate(LIMITS, NOTHING_ELSE)
    assert gate.verdict() is None
    assert gate.nothing() is Fault.NO_FINGER
