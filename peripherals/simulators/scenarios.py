"""What the simulated devices do, as a table. Times are seconds of the device since it was switched on
(oximeter) or since its start command (cuff).
"""

from typing import Final, NamedTuple


class Finger(NamedTuple):
    """A stretch of the oximeter's cycle: "out", "searching", "too-long" or "in", for so long."""

    state: str
    for_s: float


class Oximeter(NamedTuple):
    """What an oximeter sees. `wobble`: how far SpO2 and pulse jump about; `perfusion` in %.

    After `fingers` is through, its last stretch lasts; with `again` it starts over instead.
    """

    spo2: int = 97
    pulse: int = 72
    perfusion: float = 3.2
    signal: int = 6
    spo2_wobble: int = 0
    pulse_wobble: int = 0
    fingers: tuple[Finger, ...] = (Finger("out", 1), Finger("searching", 2), Finger("in", 1))
    again: bool = False


class Reading(NamedTuple):
    """What one inflation finds, mm[Hg] and beats a minute."""

    systolic: int
    diastolic: int
    pulse: int


class Cuff(NamedTuple):
    """What a cuff does: the readings in turn, starting over after the last; `error` instead, at a time."""

    readings: tuple[Reading, ...] = (Reading(124, 79, 72), Reading(121, 77, 71), Reading(119, 77, 72))
    error: int | None = None
    error_at_s: float = 12.0
    leak_at: int | None = None  # mm[Hg] above which the pressure does not rise


class Scenario(NamedTuple):
    """One story for every device. `unplug_at_s`: when the cable comes out (see the classes' times)."""

    says: str
    oximeter: Oximeter = Oximeter()
    cuff: Cuff = Cuff()
    unplug_at_s: float | None = None
    noise: bool = False
    silent: bool = False


_COMES_AND_GOES = (Finger("searching", 2), Finger("in", 6), Finger("out", 4))

SCENARIOS: Final[dict[str, Scenario]] = {
    "healthy": Scenario("SpO2 97 %, pulse 72; about 121/77"),
    "low-oxygen": Scenario("SpO2 87 %, pulse 104", Oximeter(spo2=87, pulse=104, perfusion=1.4, signal=5)),
    "finger-out": Scenario(
        "the finger leaves the clip every few seconds", Oximeter(fingers=_COMES_AND_GOES, again=True)
    ),
    "no-finger": Scenario("nobody ever puts a finger in", Oximeter(fingers=(Finger("out", 1),))),
    "weak-signal": Scenario(
        "cold hand: values jump, perfusion under 0.3 %; the cuff finds no pulse",
        Oximeter(spo2=92, perfusion=0.18, signal=1, spo2_wobble=3, pulse_wobble=9),
        Cuff(error=0x02, error_at_s=25),
    ),
    "cuff-leak": Scenario("the cuff leaks: pressure stays under 60", cuff=Cuff(error=0x0F, leak_at=58)),
    "hypertensive": Scenario(
        "190/124, repeated; SpO2 96 %, pulse 92",
        Oximeter(spo2=96, pulse=92),
        Cuff(readings=(Reading(192, 125, 92), Reading(190, 124, 91), Reading(190, 124, 92))),
    ),
    "unsettled": Scenario(
        "blood pressure readings that differ by more than 10",
        cuff=Cuff(
            readings=(Reading(148, 92, 76), Reading(134, 86, 74), Reading(130, 84, 73), Reading(128, 82, 73))
        ),
    ),
    "unplugged": Scenario("the cable comes out midway, until `replug`", unplug_at_s=6.0),
    "garbage": Scenario("noise and broken frames between the good ones", noise=True),
    "silent": Scenario("plugged in, never says a word", silent=True),
}
