"""The session dies and a new one goes on; core goes away and comes back: nothing lost, nothing shown."""

import logging
from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtGui import QGuiApplication
from screen_person import Person, Station, answer_to, to_cuff

from contract import documents, instruments, station
from contract.measurement import Act
from kiosk.visit import events as e
from kiosk.visit.model import Screen

NAME, FAMILY, YEAR = "Anastasia", "Ruizgomez", "1950"


@pytest.fixture
def people(qapp: QGuiApplication, at_site: Station) -> Iterator[list[Person]]:
    """Sessions one after the other at the same station, with the same journal."""
    found: list[Person] = [Person(qapp, at_site).start()]
    yield found
    found[-1].die()


def crash(people: list[Person], qapp: QGuiApplication, at_site: Station) -> Person:
    """Kill the session and start the next one."""
    people[-1].die()
    at_site.core.hang_up()
    people.append(Person(qapp, at_site).start())
    return people[-1]


def identified(person: Person) -> None:
    person.tap("language-en")
    person.feed(e.ConsentAnswered, given=True)
    person.feed(e.WhoChosen, anonymous=False)
    person.feed(e.NameGiven, given=NAME, family=FAMILY)
    person.feed(e.BirthDateGiven, birth_date=f"{YEAR}-03-02")
    answer_to(person, Screen.QUESTION, until="reason")


def everything_qml_sees(person: Person) -> str:
    return repr([vars(view.props) for view in person.session.app.views.values()]) + repr(person.texts())


def test_after_a_crash_the_same_person_goes_on_where_they_were(
    qapp: QGuiApplication, at_site: Station, people: list[Person]
) -> None:
    identified(people[0])
    puts = {put.id for put in at_site.core.all(station.Put)}
    visit = people[0].session.state.visit
    person = crash(people, qapp, at_site)
    person.on(Screen.RESUME)
    shown = everything_qml_sees(person)
    assert not [word for word in (NAME, FAMILY, YEAR) if word in shown]
    person.hands.type("1949")
    person.tap("next")
    person.wait(lambda: person.reads("This does not match"), "the mistake's words")
    assert person.screen is Screen.RESUME
    person.hands.type("\b\b")
    person.hands.type("50")
    person.tap("next")
    person.on(Screen.QUESTION)
    assert person.session.state.item == "reason"
    assert person.session.state.visit == visit
    assert at_site.core.all(station.Hello)[-1].visit == visit
    assert puts <= {put.id for put in at_site.core.all(station.Put)}


def test_somebody_else_starts_over(qapp: QGuiApplication, at_site: Station, people: list[Person]) -> None:
    identified(people[0])
    person = crash(people, qapp, at_site)
    person.tap("start-over")
    person.on(Screen.GOODBYE)
    person.wait(lambda: person.ended, "the end")


def test_killed_while_the_cuff_squeezes_the_next_session_stops_it_and_offers_to_go_on(
    qapp: QGuiApplication, at_site: Station, people: list[Person]
) -> None:
    to_cuff(people[0])
    person = crash(people, qapp, at_site)
    person.on(Screen.RESUME)
    person.wait(lambda: bool(at_site.core.all(instruments.StopMeasure)), "the stop")
    assert at_site.core.all(instruments.StopMeasure)[0].act is Act.BLOOD_PRESSURE
    for key in "70":
        person.hands.type(key)
    person.tap("next")
    person.on(Screen.CUFF_POSTURE)


def test_a_torn_journal_record_does_not_stop_the_next_session(
    qapp: QGuiApplication, at_site: Station, people: list[Person], caplog: pytest.LogCaptureFixture
) -> None:
    identified(people[0])
    people[0].session._journal.append(b"\x93not an event")
    with caplog.at_level(logging.WARNING):
        person = crash(people, qapp, at_site)
    person.on(Screen.RESUME)
    assert "a journal record could not be read" in caplog.text
    assert NAME not in caplog.text


def test_while_core_is_away_the_screen_says_so_and_puts_are_sent_again(person: Person) -> None:
    core = person.core
    core.saves = False
    identified(person)
    item = person.session.state.item
    ids = [put.id for put in core.all(station.Put)]
    assert ids
    core.up = False
    core.hang_up()
    person.wait(lambda: person.reads("One moment, please."), "the overlay")
    assert person.reads("Nothing is lost.")
    assert not person.hands.find("back").isEnabled()
    core.up, core.saves, core.heard[:] = True, True, []
    person.wait(lambda: not person.hands.shows("overlay-heading"), "core to be back")
    person.settle()
    again: list[UUID] = [put.id for put in core.all(station.Put)]
    assert sorted(again) == sorted(ids)
    assert core.all(station.VisitStarted)
    assert person.session.state.item == item
    assert all(paper.durable for paper in person.session.state.papers)
    assert core.paper(documents.Identified).person.given == NAME


def test_nothing_lies_over_an_emergency_while_core_is_away(person: Person) -> None:
    identified(person)
    person.feed(e.EmergencyWanted)
    person.on(Screen.EMERGENCY)
    person.core.up = False
    person.core.hang_up()
    person.wait(lambda: not person.session.state.core_up, "core to be away")
    person.settle()
    assert person.reads("911")
    assert not person.hands.shows("overlay-heading")


def test_core_away_in_the_middle_of_a_squeeze_comes_back_to_sitting_down_not_to_a_squeeze(
    person: Person,
) -> None:
    to_cuff(person)
    asked = len(person.core.all(instruments.Measure))
    person.core.hang_up()
    person.wait(lambda: person.core.greetings == 2, "core to be back")
    person.on(Screen.CUFF_POSTURE)
    assert len(person.core.all(instruments.Measure)) == asked


def test_core_away_for_long_is_out_of_order_and_back_again(person: Person) -> None:
    identified(person)
    person.core.up = False
    person.core.hang_up()
    person.wait(lambda: not person.session.state.core_up, "the loss")
    later = person.session.instant()
    at = type(later)(later.wall, later.monotonic_ns + 21_000_000_000, later.boot_id, later.clock)
    person.session.feed(e.Ticked(at=at))
    person.on(Screen.OUT_OF_ORDER)
    person.core.up = True
    person.on(Screen.QUESTION)
