"""Scenes of guided devices, of leaving a measurement out, and of staff entering by hand."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import msgspec

from contract import instruments
from contract.measurement import Act, Kind, Value
from contract.talk import EarlierValue
from kiosk.visit import events as e
from kiosk.visit.kinds import KINDS
from ui.gallery.scene import Played, Scene, table
from ui.inputs import Draft, Live


def prepare(language: str, act: Act, site: str = "") -> Scene:
    """The device is there; its measurement was wanted from the results."""
    visit = Played(language)
    visit.to_results()
    role = KINDS[act].role
    visit.core(instruments.DeviceState(device=role, role=role, state="ready", product=role, site=site))
    visit.do(e.MoreWanted, act=act)
    return Scene(visit)


def running(language: str, act: Act, phase: str, *shown: Value, site: str = "") -> Scene:
    """The device is being used."""
    scene = prepare(language, act, site)
    scene.visit.do(e.Continued)
    fraction = 0.6 if phase == "settling" else 0.0
    progress = instruments.Progress(act=act, phase=phase, fraction=fraction, shown=shown)
    return replace(scene, live=Live(progress=progress))


def thermometer_mouth(language: str) -> Scene:
    """A thermometer for the mouth."""
    return prepare(language, Act.TEMPERATURE, "oral")


def thermometer_armpit(language: str) -> Scene:
    """A thermometer for the armpit."""
    return prepare(language, Act.TEMPERATURE, "axillary")


def thermometer_ear(language: str) -> Scene:
    """A thermometer for the ear."""
    return prepare(language, Act.TEMPERATURE, "tympanic")


def thermometer_forehead(language: str) -> Scene:
    """A thermometer for the forehead."""
    return prepare(language, Act.TEMPERATURE, "forehead")


def thermometer_any(language: str) -> Scene:
    """A thermometer of which nobody said where it measures."""
    return prepare(language, Act.TEMPERATURE)


def thermometer_running(language: str) -> Scene:
    """It measures."""
    return running(language, Act.TEMPERATURE, "use-device", site="oral")


def thermometer_done(language: str) -> Scene:
    """A reading."""
    scene = running(language, Act.TEMPERATURE, "settling", site="oral")
    scene.visit.give(Act.TEMPERATURE)
    return scene


def thermometer_again(language: str) -> Scene:
    """A fever: once more, to be sure."""
    scene = running(language, Act.TEMPERATURE, "settling", site="oral")
    scene.visit.reading((Value(Kind.TEMPERATURE, 39.6, "Cel"),))
    return scene


def scale(language: str) -> Scene:
    """Can you stand safely?"""
    return prepare(language, Act.WEIGHT)


def scale_empty(language: str) -> Scene:
    """Nobody on it yet."""
    return running(language, Act.WEIGHT, "no-finger")


def scale_settling(language: str) -> Scene:
    """The number is not a reading yet."""
    return running(language, Act.WEIGHT, "settling", Value(Kind.WEIGHT, 72.5, "kg"))


def scale_done(language: str) -> Scene:
    """A reading, in pounds too."""
    scene = running(language, Act.WEIGHT, "settling")
    scene.visit.give(Act.WEIGHT)
    return scene


def glucose(language: str) -> Scene:
    """Clean hands, new needle, new strip."""
    return prepare(language, Act.GLUCOSE)


def glucose_running(language: str) -> Scene:
    """The drop and the strip."""
    return running(language, Act.GLUCOSE, "use-device")


def glucose_done(language: str) -> Scene:
    """A reading."""
    scene = running(language, Act.GLUCOSE, "use-device")
    scene.visit.give(Act.GLUCOSE)
    return scene


def heart_strap(language: str) -> Scene:
    """The strap around the chest."""
    return prepare(language, Act.HEART_RATE)


def heart_strap_running(language: str) -> Scene:
    """A good signal, not a reading yet."""
    return running(language, Act.HEART_RATE, "settling", Value(Kind.HEART_RATE, 74, "/min"))


def device_gone(language: str) -> Scene:
    """The cable was pulled while it measured."""
    scene = running(language, Act.WEIGHT, "no-finger")
    scene.visit.device("scale", "absent", "unplugged", "plug-in")
    return scene


def device_missing(language: str) -> Scene:
    """A needed device is not there: staff were told, and may measure by hand."""
    visit = Played(language)
    visit.device("oximeter", "fault", "device-sensor", "call-technician")
    visit.to_questions()
    visit.answer_all()
    return Scene(visit)


def skip_why(language: str) -> Scene:
    """Why is this left out?"""
    visit = Played(language)
    visit.to_questions()
    visit.answer_all()
    visit.do(e.SkipWanted)
    return Scene(visit)


def by_hand_role(language: str) -> Scene:
    """Who enters it?"""
    visit = Played(language)
    visit.to_results()
    visit.do(e.HandWanted)
    return Scene(visit)


def by_hand_name(language: str) -> Scene:
    """Their name."""
    scene = by_hand_role(language)
    scene.visit.do(e.HandTouched, what="nurse")
    return replace(scene, draft=Draft(fields={"staff": "R. Diaz"}))


def by_hand_menu(language: str) -> Scene:
    """What to enter; NEWS2 is not complete yet."""
    scene = by_hand_role(language)
    scene.visit.do(e.HandTouched, what="nurse")
    scene.visit.do(e.HandNamed, name="R. Diaz")
    return scene


def entering(language: str, act: Act) -> Scene:
    """One of the menu."""
    scene = by_hand_menu(language)
    scene.visit.do(e.HandTouched, what=act)
    return scene


def by_hand_count_ready(language: str) -> Scene:
    """Before counting breaths."""
    return entering(language, Act.RESPIRATION)


def by_hand_counting(language: str) -> Scene:
    """Counting, half a minute in."""
    scene = by_hand_count_ready(language)
    scene.visit.do(e.Continued)
    for _ in range(8):
        scene.visit.do(e.HandTouched, what="breath")
        scene.visit.wait(4)
    return scene


def by_hand_counted(language: str) -> Scene:
    """The minute is over."""
    scene = by_hand_counting(language)
    scene.visit.wait(60)
    return scene


def by_hand_count_wrong(language: str) -> Scene:
    """A count that can't be."""
    scene = by_hand_count_ready(language)
    scene.visit.do(e.Continued)
    scene.visit.wait(61)
    scene.visit.do(e.Continued)
    return scene


def by_hand_alertness(language: str) -> Scene:
    """How awake?"""
    return entering(language, Act.ALERTNESS)


def by_hand_oxygen(language: str) -> Scene:
    """Air or oxygen?"""
    return entering(language, Act.OXYGEN_USE)


def by_hand_pain(language: str) -> Scene:
    """From 0 to 10."""
    return replace(entering(language, Act.PAIN), draft=Draft(chosen=("6",)))


def by_hand_pain_signs(language: str) -> Scene:
    """Of somebody who can't say."""
    scene = entering(language, Act.PAIN)
    scene.visit.do(e.HandTouched, what="signs")
    return replace(scene, draft=Draft(chosen=("face",)))


def by_hand_site(language: str) -> Scene:
    """Where it was measured."""
    return entering(language, Act.TEMPERATURE)


def by_hand_temperature(language: str) -> Scene:
    """In one unit or the other."""
    scene = by_hand_site(language)
    scene.visit.do(e.HandTouched, what="oral")
    return scene


def by_hand_pressure(language: str) -> Scene:
    """An unusual pressure must be given twice."""
    scene = entering(language, Act.BLOOD_PRESSURE)
    scene.visit.do(e.HandTouched, what="left-upper-arm")
    values = (Value(Kind.SYSTOLIC, 232.0, "mm[Hg]"), Value(Kind.DIASTOLIC, 118.0, "mm[Hg]"))
    scene.visit.do(e.HandGiven, values=values)
    return replace(scene, draft=Draft(fields={"systolic:mm[Hg]": "232", "diastolic:mm[Hg]": "118"}))


def by_hand_news2(language: str) -> Scene:
    """Everything is there for NEWS2, and one is unusual."""
    scene = by_hand_menu(language)
    visit = scene.visit
    for act, what in ((Act.OXYGEN_USE, "air"), (Act.ALERTNESS, "A")):
        visit.do(e.HandTouched, what=act)
        visit.do(e.HandTouched, what=what)
    visit.do(e.HandTouched, what=Act.TEMPERATURE)
    visit.do(e.HandTouched, what="oral")
    visit.do(e.HandGiven, values=(Value(Kind.TEMPERATURE, 39.3, "Cel"),))
    visit.do(e.HandTouched, what=Act.RESPIRATION)
    visit.do(e.Continued)
    for _ in range(18):
        visit.do(e.HandTouched, what="breath")
        visit.wait(3)
    visit.wait(10)
    visit.do(e.Continued)
    return scene


def results_by_hand(language: str) -> Scene:
    """What staff entered, marked so; a scale is there and could be used too."""
    scene = by_hand_news2(language)
    scene.visit.do(e.HandTouched, what=Act.PAIN)
    scene.visit.do(e.HandTouched, what="signs")
    scene.visit.do(e.HandGiven, codes=("face", "guarding"))
    scene.visit.do(e.Continued)
    scene.visit.device("scale", "ready")
    return scene


def results_last_time(language: str) -> Scene:
    """Somebody who has proven who they are: what it was the last time."""
    visit = Played(language)
    visit.to_results()
    last = "2026-10-02T09:00:00+00:00"
    earlier = (
        EarlierValue("systolic", 141.0, "mm[Hg]", last),
        EarlierValue("diastolic", 88.0, "mm[Hg]", last),
        EarlierValue("spo2", 96.0, "%", last),
    )
    visit.state = msgspec.structs.replace(visit.state, earlier=earlier)
    return Scene(visit)


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    thermometer_mouth,
    thermometer_armpit,
    thermometer_ear,
    thermometer_forehead,
    thermometer_any,
    thermometer_running,
    thermometer_done,
    thermometer_again,
    scale,
    scale_empty,
    scale_settling,
    scale_done,
    glucose,
    glucose_running,
    glucose_done,
    heart_strap,
    heart_strap_running,
    device_gone,
    device_missing,
    skip_why,
    by_hand_role,
    by_hand_name,
    by_hand_menu,
    by_hand_count_ready,
    by_hand_counting,
    by_hand_counted,
    by_hand_count_wrong,
    by_hand_alertness,
    by_hand_oxygen,
    by_hand_pain,
    by_hand_pain_signs,
    by_hand_site,
    by_hand_temperature,
    by_hand_pressure,
    by_hand_news2,
    results_by_hand,
    results_last_time,
)
