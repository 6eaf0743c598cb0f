"""Leaving: asked for or forgotten, always with time to say "I'm still here"; then nothing is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from screen_person import Person, Station, answer_to, to_questions

from contract import documents, station
from contract.profile import Timing
from kiosk.visit import events as e
from kiosk.visit.model import Screen, seconds_left

IMPATIENT = Timing(rest_s=1, between_s=1, idle_s=1, still_here_s=5)


@pytest.fixture
def forgotten(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Person]:
    """At a station that warns after a second, and whose profile asks for too short a countdown."""
    site = Station(tmp_path / "station", timing=IMPATIENT)
    person = Person(qapp, site).start()
    yield person
    person.die()
    site.close()


def test_the_warning_gives_at_least_20_seconds_and_a_touch_stays(forgotten: Person) -> None:
    to_questions(forgotten)
    where = forgotten.session.state.item
    forgotten.wait(lambda: forgotten.session.state.leaving is not None, "the warning")
    forgotten.settle()
    leaving = forgotten.session.state.leaving
    assert leaving is not None
    assert seconds_left(leaving.timer, leaving.timer.since_ns) >= 20
    assert any(character.isdigit() for character in forgotten.seen("overlay-seconds").text)
    forgotten.tap("stay")
    assert forgotten.session.state.leaving is None
    assert forgotten.session.state.item == where
    assert not forgotten.hands.shows("overlay-heading")


def test_behind_the_warning_nothing_can_be_touched(forgotten: Person) -> None:
    to_questions(forgotten)
    forgotten.wait(lambda: forgotten.session.state.leaving is not None, "the warning")
    forgotten.settle()
    answer = forgotten.hands.find("answer-none-of-these")
    assert not answer.isEnabled()
    focused = forgotten.focused()
    assert focused is not None
    assert focused.objectName() == "stay"


def test_leave_erases_and_ends_the_session(person: Person) -> None:
    to_questions(person)
    person.tap("finish")
    person.tap("leave-now")
    person.on(Screen.GOODBYE)
    person.wait(lambda: person.ended, "the end")
    person.wait(lambda: bool(person.core.all(station.VisitEnded)), "core to read its end")
    assert person.core.paper(documents.VisitClosed).how == "left"


def test_goodbye_does_not_say_saved_before_it_is(person: Person) -> None:
    to_questions(person)
    person.core.saves = False
    person.feed(e.LeaveWanted)
    person.tap("leave-now")
    person.on(Screen.GOODBYE)
    assert person.reads("We are saving your visit.")
    assert not person.reads("saved and locked")
    for put in person.core.all(station.Put):
        person.core.say(station.PutDone(id=put.id, state="saved"))
    person.wait(lambda: person.reads("Your visit is saved and locked."), "saved")


def test_no_warning_in_an_emergency(forgotten: Person) -> None:
    to_questions(forgotten)
    answer_to(forgotten, Screen.QUESTION, until="", chest_pain=True)
    forgotten.on(Screen.EMERGENCY)
    ticks = forgotten.session.state.touched_ns
    forgotten.wait(
        lambda: forgotten.session.instant().monotonic_ns - ticks > 2_500_000_000, "time to pass by"
    )
    assert forgotten.session.state.leaving is None


def test_get_a_person_from_everywhere(person: Person) -> None:
    person.tap("person")
    person.wait(lambda: person.reads("The center was told. Nobody has answered yet."), "the truth")
    assert person.reads("555 0100")
    person.tap("close-page")
    to_questions(person)
    person.tap("person")
    person.wait(lambda: len(person.core.all(station.PagePerson)) == 2, "the second page")


def test_a_person_can_be_called_while_the_warning_is_up(forgotten: Person) -> None:
    to_questions(forgotten)
    forgotten.wait(lambda: forgotten.session.state.leaving is not None, "the warning")
    forgotten.tap("person-too")
    forgotten.wait(lambda: bool(forgotten.core.all(station.PagePerson)), "the page")
    forgotten.wait(lambda: forgotten.reads("The center was told."), "who was told")
    assert forgotten.reads("Are you still here?")
