"""The sound test on the staff's screen; and what a patient reads of a bad microphone before the call."""

import pytest
from PySide6.QtQuick import QQuickItem
from screen_person import Person, answer_to, to_questions

from contract import queue_state, station
from contract.control import MediaState, SoundLevel, SoundTested, TestSound
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.model import Screen
from ui.viewmodels.sound_test import FAULTS, lines


def test_staff_test_the_sound_and_read_what_to_do(person: Person) -> None:
    person.tap("staff")
    person.on(Screen.STATION)
    person.core.say(queue_state.QueueState(kept=1 << 30, total=20 << 30, clock="synced"))
    person.wait(lambda: person.reads("Test the sound"), "the button")
    person.tap("test-sound")
    person.wait(lambda: person.core.all(TestSound) == [TestSound()], "the test")
    person.core.say(SoundTested(running=True, step="listening"))
    person.wait(lambda: person.reads("Please be quiet for a moment."), "what happens")
    assert not person.reads("Test the sound again")
    person.core.say(SoundLevel(microphone=4, speaker=0))
    meter = person.hands.find("test-microphone-level")
    person.wait(lambda: meter.property("tenths") == 4, "the level of the room")
    assert lit(meter) == [True, True, False, False, False]
    assert lit(person.hands.find("test-speaker-level")) == [False] * 5
    person.core.say(
        SoundTested(running=False, microphone="Desk", microphone_fault="microphone-hum", speaker="Desk")
    )
    person.wait(lambda: person.reads("The microphone hums"), "what is wrong")
    assert person.reads("Try another socket or cable.")
    assert not person.hands.shows("sound-levels")
    assert person.reads("Test the sound again")
    person.core.say(SoundTested(running=False, microphone="Desk", speaker="Desk", heard=True, delay_ms=84.2))
    person.wait(lambda: person.reads("The microphone heard the speaker, 84 ms later."), "that it is well")


def lit(meter: QQuickItem) -> list[bool]:
    """Say which of a meter's bars are lit, from the left."""
    bars = [bar for bar in meter.childItems() if bar.objectName().startswith("bar-")]
    return [bool(bar.property("lit")) for bar in sorted(bars, key=lambda bar: bar.x())]


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_says_what_is_so_and_what_to_do(person: Person, fault: str) -> None:
    part = "microphone" if "microphone" in fault else "speaker"
    found = list(lines(SoundTested(running=False, **{f"{part}_fault": fault})))  # type: ignore[arg-type]
    assert [(line["tone"], bool(line["text"]), bool(line["more"])) for line in found] == [
        ("caution", True, True)
    ]


def test_a_bad_microphone_is_named_while_the_patient_still_waits(person: Person) -> None:
    to_questions(person)
    answer_to(person, Screen.QUESTION)
    person.feed(e.Skipped, reason="do-not-want")
    person.feed(e.Skipped, reason="do-not-want")
    person.feed(e.Continued)
    person.feed(c.CallWanted, camera=True)
    person.on(Screen.WAITING)
    state = MediaState(
        camera="on", microphone="on", speaker="off", call="none", microphone_finding="microphone-silent"
    )
    person.core.say(station.MediaIs(up=True, state=state))
    person.wait(lambda: person.reads("The microphone hears nothing. Is it switched off?"), "the advice")
