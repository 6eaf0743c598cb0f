"""An emergency: what to do at once, and only the truth about who has heard of it."""

import re

import pytest
from PySide6.QtGui import QColor
from screen_person import Person, to_call, to_questions

from contract import instruments, station, talk
from kiosk.visit import events as e
from kiosk.visit.model import Screen

# What may not be said before somebody has acknowledged the alarm.
COMING = re.compile(
    r"\b(on (its|their|the) way|is coming|will come|help comes|ambulance"
    r"|en camino|ya viene|vendrá|ambulancia|vio su alarma|has seen your alarm)\b",
    re.IGNORECASE,
)


def promised(person: Person) -> list[str]:
    return [text for text in person.texts() if COMING.search(text)]


def chest_pain(person: Person, language: str = "en") -> None:
    person.tap(f"language-{language}")
    person.feed(e.ConsentAnswered, given=True)
    person.feed(e.WhoChosen, anonymous=True)
    person.feed(e.AgeGiven, years=70)
    person.on(Screen.QUESTION)
    person.tap("answer-chest-pain")
    person.tap("next")
    person.on(Screen.EMERGENCY)


@pytest.mark.parametrize("language", ["en", "es"])
def test_help_is_never_promised_before_somebody_has_acknowledged(person: Person, language: str) -> None:
    chest_pain(person, language)
    person.wait(lambda: bool(person.core.all(station.RaiseAlarm)), "the alarm")
    assert person.reads("911")
    assert not promised(person)
    person.core.alarm(hub_has_it=True)
    person.wait(lambda: person.session.state.alarms[0].hub_has_it, "the hub to have it")
    person.settle()
    assert not promised(person)
    person.tap("call")
    person.wait(lambda: bool(person.core.all(station.RequestCall)), "the call")
    person.core.say(station.CallState(state="nobody"))
    person.wait(lambda: person.session.state.call.state == "nobody", "nobody")
    person.settle()
    assert person.screen is Screen.EMERGENCY
    assert not promised(person)
    at = "2026-11-24T10:35:00+00:00"
    person.core.alarm(hub_has_it=True, acknowledged_by="provider", acknowledged_at=at)
    person.wait(lambda: bool(promised(person)), "the acknowledgement")
    assert person.reads("10:35")


def test_the_truth_counts_the_minutes(person: Person) -> None:
    chest_pain(person)
    assert person.reads("It has not reached anybody yet.")
    person.core.alarm(hub_has_it=True)
    person.wait(lambda: person.reads("No answer yet."), "the hub's having it")
    assert re.search(r"\b0:0\d\b", person.seen("emergency-truth").text)


def test_it_is_red_and_unlike_the_others(person: Person) -> None:
    chest_pain(person)
    person.settle()
    picture = person.window.grabWindow()
    danger = QColor(person.theme.property("dangerFill")).rgb()
    points = [(x, y) for x in range(5, 1900, 60) for y in range(5, 900, 60)]
    red = sum(picture.pixel(x, y) == danger for x, y in points)
    assert red > len(points) / 2


def test_the_quiet_one_has_no_red(person: Person) -> None:
    to_questions(person)
    person.tap("answer-self-harm")
    person.tap("next")
    person.on(Screen.EMERGENCY)
    person.settle()
    assert person.reads("988")
    picture = person.window.grabWindow()
    danger = QColor(person.theme.property("dangerFill")).rgb()
    assert danger not in {picture.pixel(x, y) for x in range(0, 1900, 7) for y in range(0, 1080, 7)}


def test_a_mistake_leads_back_and_the_alarm_stands(person: Person) -> None:
    chest_pain(person)
    person.tap("mistake")
    person.on(Screen.QUESTION)
    assert len(person.core.all(station.RaiseAlarm)) == 1
    assert not person.core.all(station.AcknowledgeAlarm)


def test_a_person_on_site_acknowledges(person: Person) -> None:
    chest_pain(person)
    person.tap("staff-here")
    person.tap("staff-no")  # where the button was: two touches of a hand that shakes end no alarm
    person.settle()
    assert not person.core.all(station.AcknowledgeAlarm)
    person.tap("staff-here")
    person.tap("staff-yes")
    person.wait(lambda: bool(person.core.all(station.AcknowledgeAlarm)), "the acknowledgement")
    assert not promised(person)  # not before core says so
    person.core.alarm(acknowledged_by="staff", acknowledged_at="2026-11-24T10:35:00+00:00")
    person.tap("go-on")
    person.on(Screen.QUESTION)


def test_it_never_ends_a_live_call(person: Person) -> None:
    to_call(person)
    asked = talk.MeasureAsked
    person.core.tell(asked, act="oximetry")
    person.tap("measure-yes")
    person.wait(lambda: bool(person.core.all(instruments.Measure)), "the measurement")
    person.core.oximetry(80, 72)
    person.wait(lambda: person.session.state.running is None, "the reading")
    person.core.tell(asked, act="oximetry")
    person.tap("measure-yes")
    person.wait(lambda: len(person.core.all(instruments.Measure)) == 2, "the repeat")
    person.core.oximetry(80, 72)
    person.wait(lambda: bool(person.core.all(station.RaiseAlarm)), "the alarm")
    person.wait(lambda: person.session.app.views["emergency"].props.shown, "the emergency")
    person.settle()
    assert person.screen is Screen.CALL
    assert person.session.state.call.live
    assert person.reads("911")
    assert not person.core.all(station.CancelCall)
    assert not promised(person)
