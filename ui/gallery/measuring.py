"""Scenes of measuring, and the results."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from contract import instruments, station
from contract.measurement import Act, Grade, Kind, Reason, Value
from kiosk.visit import events as e
from ui.gallery.scene import Played, Scene, table
from ui.inputs import Draft, Live


def oximeter_prepare(language: str) -> Scene:
    """Before the finger goes in."""
    visit = Played(language)
    visit.to_questions()
    visit.answer_all()
    return Scene(visit)


def oximeter_attention(language: str) -> Scene:
    """The oximeter works, and wants somebody to see to it."""
    scene = oximeter_prepare(language)
    scene.visit.device("oximeter", "attention", attention=("battery-low", "calibration-due"))
    return scene


def at_oximeter(language: str, phase: str, fraction: float = 0.0, spo2: int | None = None) -> Scene:
    """The finger is (or should be) in the clip."""
    scene = oximeter_prepare(language)
    scene.visit.do(e.Continued)
    pleth = instruments.Pleth(
        device="oximeter",
        t_ns=scene.visit.ns,
        wave=60,
        spo2=spo2,
        pulse_rate=None if spo2 is None else 72,
        perfusion_index=None,
        flags=(),
    )
    progress = instruments.Progress(act=Act.OXIMETRY, phase=phase, fraction=fraction)
    return replace(scene, live=Live(pleth if spo2 is not None else None, progress))


def oximeter_no_finger(language: str) -> Scene:
    """No finger in the clip."""
    return at_oximeter(language, "no-finger")


def oximeter_searching(language: str) -> Scene:
    """The pulse is being looked for."""
    return at_oximeter(language, "searching")


def oximeter_hold_still(language: str) -> Scene:
    """It moves too much."""
    return at_oximeter(language, "hold-still", 0.1, 95)


def oximeter_use_device(language: str) -> Scene:
    """An oximeter that the person starts, and that sends its result afterwards."""
    return at_oximeter(language, "use-device")


def oximeter_settling(language: str) -> Scene:
    """A good signal, not a reading yet."""
    return at_oximeter(language, "settling", 0.5, 97)


def oximeter_accepted(language: str) -> Scene:
    """A reading."""
    scene = at_oximeter(language, "settling", 1.0, 97)
    scene.visit.oximetry()
    return scene


def oximeter_unplugged(language: str) -> Scene:
    """The cable was pulled while it measured; the wave it had drawn is no longer the patient's."""
    scene = at_oximeter(language, "settling", 0.5, 97)
    scene.visit.device("oximeter", "absent", "unplugged", "plug-in")
    return scene


def oximeter_again(language: str) -> Scene:
    """The value is unusual: once more, after a moment."""
    scene = at_oximeter(language, "settling", 1.0, 88)
    scene.visit.oximetry(88, 96)
    return scene


def problem(language: str) -> Scene:
    """The first failed attempt."""
    scene = at_oximeter(language, "searching")
    scene.visit.fail("no-signal", "warm-hand")
    return scene


def problem_unreliable(language: str) -> Scene:
    """A reading that is not good enough, with its reasons."""
    scene = at_oximeter(language, "settling", 1.0, 88)
    scene.visit.oximetry(88, 130, Grade.NOT_RELIABLE, (Reason.MOVEMENT, Reason.LOW_PERFUSION))
    return scene


def problem_final(language: str) -> Scene:
    """The second failed attempt: a person."""
    scene = problem(language)
    scene.visit.do(e.Continued)
    scene.visit.fail("no-signal", "warm-hand")
    scene.visit.do(e.PageClosed)
    return scene


def problem_unplugged(language: str) -> Scene:
    """The oximeter's cable was pulled before it began."""
    scene = oximeter_prepare(language)
    scene.visit.device("oximeter", "absent", "unplugged", "plug-in")
    scene.visit.do(e.Continued)
    return scene


def cuff_question(language: str) -> Scene:
    """Before the cuff."""
    scene = oximeter_accepted(language)
    scene.visit.do(e.Continued)
    return replace(scene, live=Live())


def cuff_arm(language: str) -> Scene:
    """Which arm, which cuff."""
    scene = cuff_question(language)
    scene.visit.answer_all()
    return replace(scene, draft=Draft(chosen=("left", "adult")))


def cuff_posture(language: str) -> Scene:
    """How to sit."""
    scene = cuff_arm(language)
    scene.visit.do(e.CuffChosen, arm="left", size="adult")
    return scene


def cuff_rest(language: str) -> Scene:
    """Quiet rest."""
    scene = cuff_posture(language)
    scene.visit.do(e.Continued)
    scene.visit.wait(3)
    return scene


def cuff_starts(language: str) -> Scene:
    """The cuff was told to start."""
    scene = cuff_rest(language)
    scene.visit.wait(10)
    return scene


def cuff_measure(language: str) -> Scene:
    """The cuff squeezes."""
    progress = instruments.Progress(
        act=Act.BLOOD_PRESSURE, phase="inflating", fraction=0.4, cuff_pressure=142
    )
    return replace(cuff_starts(language), live=Live(None, progress))


def cuff_by_hand(language: str) -> Scene:
    """A cuff that the person starts: its own button."""
    progress = instruments.Progress(act=Act.BLOOD_PRESSURE, phase="use-device")
    scene = cuff_starts(language)
    scene.visit.core(instruments.DeviceState(device="cuff", role="cuff", state="ready", by_hand=True))
    return replace(scene, live=Live(None, progress))


def cuff_again(language: str) -> Scene:
    """The second reading, the cuff lets go."""
    scene = cuff_between(language)
    scene.visit.wait(10)
    progress = instruments.Progress(act=Act.BLOOD_PRESSURE, phase="deflating", fraction=0.8, cuff_pressure=86)
    return replace(scene, live=Live(None, progress))


def cuff_between(language: str) -> Scene:
    """Between two readings."""
    scene = cuff_measure(language)
    scene.visit.pressure(128, 79)
    scene.visit.wait(4)
    return replace(scene, live=Live())


def cuff_stopped(language: str) -> Scene:
    """STOP was pressed."""
    scene = cuff_measure(language)
    scene.visit.do(e.StopPressed)
    return scene


def cuff_holds(language: str) -> Scene:
    """The cuff does not let its air out."""
    scene = cuff_stopped(language)
    scene.visit.device("cuff", "fault", "cuff-holds")
    scene.visit.core(station.PersonPaged(reached=("hub",)))
    return scene


def results(language: str) -> Scene:
    """Everything measured well."""
    visit = Played(language)
    visit.to_results()
    return Scene(visit)


def results_mixed(language: str) -> Scene:
    """Low oxygen with a weak signal, and a blood pressure that is not good enough."""
    visit = Played(language)
    visit.to_oximeter()
    visit.oximetry(94, 104, Grade.USABLE, (Reason.WEAK_SIGNAL,))
    visit.do(e.Continued)
    visit.fit_cuff()
    for _ in range(2):
        if visit.state.running is None:
            visit.do(e.Continued)
            visit.wait(11)
        visit.pressure(148, 94, grade=Grade.NOT_RELIABLE, reasons=(Reason.MOVEMENT, Reason.IRREGULAR_PULSE))
    visit.do(e.PageClosed)
    visit.do(e.Continued)
    return Scene(visit)


def results_beside(language: str) -> Scene:
    """What came in beside: a temperature with its site, weight and height, a meter's HI, a heart rate."""
    visit = Played(language)
    visit.to_results()
    visit.beside(Act.TEMPERATURE, Value(Kind.TEMPERATURE, 37.2, "Cel"), site="oral")
    visit.beside(Act.WEIGHT, Value(Kind.WEIGHT, 72.5, "kg"), Value(Kind.HEIGHT, 170.0, "cm"))
    visit.beside(Act.GLUCOSE, flags=("high",), grade=Grade.USABLE, reasons=(Reason.ASK_AGAIN,))
    visit.beside(Act.HEART_RATE, Value(Kind.HEART_RATE, 74.0, "/min"))
    return Scene(visit)


def results_none(language: str) -> Scene:
    """Nothing measured, nothing saved yet."""
    visit = Played(language)
    visit.to_questions()
    visit.answer_all()
    visit.do(e.Skipped, reason="do-not-want")
    visit.do(e.Skipped, reason="do-not-want")
    return Scene(visit)


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    oximeter_prepare,
    oximeter_attention,
    oximeter_no_finger,
    oximeter_searching,
    oximeter_hold_still,
    oximeter_use_device,
    oximeter_settling,
    oximeter_accepted,
    oximeter_unplugged,
    oximeter_again,
    problem,
    problem_unreliable,
    problem_final,
    problem_unplugged,
    cuff_question,
    cuff_arm,
    cuff_posture,
    cuff_rest,
    cuff_starts,
    cuff_measure,
    cuff_by_hand,
    cuff_between,
    cuff_again,
    cuff_stopped,
    cuff_holds,
    results,
    results_mixed,
    results_beside,
    results_none,
)
