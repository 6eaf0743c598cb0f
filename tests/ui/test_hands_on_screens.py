"""Who works on the station, at the real screen: a technician's sign-in, every check, the report, a spare."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from reading_grade import grade
from screen_person import Person, Station, Touch

from contract import capture, cards, commissioning, control, instruments, station
from contract import technician as t
from contract.commissioning import CHECKS, Answer
from contract.measurement import Act
from contract.network import WayTested
from contract.profile import DeviceConfig, TakeAwayConfig
from contract.queue_state import QueueState
from kiosk.visit.model import Screen
from ui.gallery import SCENES
from ui.inputs import Prefs
from ui.viewmodels import hands_on_words as hw
from ui.viewmodels import pages
from ui.viewmodels import station as station_view

DEVICES = (
    DeviceConfig("cuff", "cuff", "rbp9804", "auto", serial="A1"),
    DeviceConfig("clip", "oximeter", "auto", "auto"),
    DeviceConfig("cards", "scanner", "auto", "auto"),
)
GOOD = tuple(WayTested(way=way, ok=True) for way in ("hub-https", "hub-socket", "udp"))


@pytest.fixture
def site(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Station]:
    """A station with devices and a printer."""
    found = Station(tmp_path / "s", devices=DEVICES, take_away=TakeAwayConfig(printer="desk"))
    yield found
    found.close()


M = TypeVar("M")


class Technician:
    """Somebody at the screen, and a core that keeps what was found as the real one does."""

    def __init__(self, qapp: QGuiApplication, site: Station) -> None:
        self.person = Person(qapp, site).start()
        self.core, self.profile = site.core, site.state.profile
        self.answers: dict[str, Answer] = {"network": commissioning.of_network(GOOD)}
        self.person.core.say(QueueState(kept=1, total=9, clock="synced"))

    def told(self, **more: Any) -> None:
        results = commissioning.results(self.profile, self.answers, date(2026, 11, 27))
        fine: dict[str, Any] = {"state": t.IN, "name": "J. Ortiz", "results": results}
        self.core.say(t.TechnicianIs(**{**fine, **more}))

    def found(self, subject: str, **answer: Any) -> None:
        self.answers[subject] = Answer(**answer)
        self.told()
        self.person.settle()

    def enter(self) -> None:
        self.person.tap("staff")
        self.person.on(Screen.STATION)
        self.person.tap("technician")
        self.person.on(Screen.TECHNICIAN)
        self.said(t.TechnicianWanted)
        self.told()
        self.person.on(Screen.COMMISSION)

    def said(self, kind: type[M]) -> M:
        self.person.wait(lambda: bool(self.core.all(kind)), f"a {kind.__name__}")
        return self.core.all(kind)[-1]

    def at(self, item: str) -> None:
        self.person.wait(lambda: self.person.session.state.item == item, f"the check {item}")
        self.person.settle()


@pytest.fixture
def technician(qapp: QGuiApplication, site: Station) -> Iterator[Technician]:
    found = Technician(qapp, site)
    yield found
    found.person.die()


def test_the_challenge_is_shown_and_the_code_goes_to_core_alone(technician: Technician) -> None:
    person = technician.person
    person.tap("staff")
    person.on(Screen.STATION)
    person.tap("technician")
    person.on(Screen.TECHNICIAN)
    technician.core.say(t.TechnicianIs(state=t.ASKED, challenge="40517263", tries_left=5))
    person.wait(lambda: person.reads("4051 7263"), "the challenge")
    person.tap("code")
    person.wait(lambda: person.session.state.item == "code", "the form")
    person.settle()
    Touch(person).write("technician", "jo")
    Touch(person).write("code", "12345678")
    person.tap("next")
    assert technician.said(t.TechnicianCode) == t.TechnicianCode(code="12345678", technician="jo")
    told = t.TechnicianIs(state=t.ASKED, challenge="40517263", why="wrong", tries_left=2)
    technician.core.say(told)
    person.wait(lambda: person.reads("This code is wrong. Tries left: 2."), "why not")
    assert "12345678" not in bytes(person.session._journal.replay().__repr__(), "utf-8").decode()


def test_a_patient_gets_no_further_than_the_number(technician: Technician) -> None:
    person = technician.person
    person.tap("staff")
    person.on(Screen.STATION)
    for name in ("check:cuff", "report", "make-report", "admit"):
        person.session.app.actions.choose(name)  # as a key would, though no button says it
    person.settle()
    person.on(Screen.STATION)
    assert not technician.core.all(t.ReportWanted) and not technician.core.all(t.SpareVouched)
    person.tap("back")
    person.on(Screen.WELCOME)
    person.tap("language-en")
    person.wait(lambda: person.session.state.visit is not None, "a visit")
    person.session.app.actions.choose("technician")
    technician.told()
    person.settle()
    assert person.session.state.visit is not None and person.screen is not Screen.COMMISSION


def test_every_check_is_a_page_and_each_ends_in_an_answer(technician: Technician) -> None:
    person, core = technician.person, technician.core
    technician.enter()
    person.tap("answer-check:network")
    technician.at("network")
    person.tap("test-network")
    technician.said(station.TestNetwork)
    core.say(station.NetworkTested(running=False, at="2026-11-27T10:00:00+00:00", results=GOOD))
    person.wait(lambda: person.reads("Calls work well from here."), "the network")
    person.tap("next")
    technician.at("clock")
    person.tap("check-yes")
    assert technician.said(t.CheckAnswered) == t.CheckAnswered(subject="clock", answer=Answer(yes=True))
    technician.found("clock", yes=True)
    person.wait(lambda: person.reads("Passed"), "that it passed")
    person.tap("next")
    technician.at("screen")
    line = person.seen("line")
    assert line.width == pytest.approx(180 * person.theme.property("mm"), abs=1)
    Touch(person).write("reference", "181")
    person.tap("next")
    assert technician.said(t.CheckAnswered).answer == Answer(shown=180.0, reference=181.0)
    technician.found("screen", shown=180.0, reference=181.0)
    person.tap("next")
    technician.at("touch")
    touch_all(technician)
    answer = technician.said(t.CheckAnswered).answer
    assert answer.shown is not None and answer.shown < 1
    technician.found("touch", shown=answer.shown)
    person.tap("next")
    technician.at("sound")
    assert technician.said(capture.Watch) == capture.Watch(on=True)
    person.tap("test-sound")
    technician.said(control.TestSound)
    core.say(control.SoundTested(running=False, speaker="a", microphone="b", heard=True, delay_ms=45))
    person.wait(lambda: person.reads("The microphone heard the speaker"), "the sound")
    person.tap("check-yes")
    technician.found("sound", yes=True)
    person.tap("next")
    technician.at("camera")
    core.say(capture.Looks(light=40, sharp=1.2, advice=("too-dark", "blurred")))
    person.wait(lambda: person.reads("sharpness 1.20"), "the figures")
    assert person.reads("Too dark. Put a light before the face.")
    core.say(capture.Looks(light=120, sharp=1.8))
    person.wait(lambda: person.reads("sharpness 1.80"), "better ones")
    person.tap("check-yes")
    technician.found("camera", yes=True)
    person.tap("next")
    technician.at("printer")
    assert technician.said(capture.Watch) == capture.Watch(on=False)
    person.tap("print-test")
    person.tap("check-no")
    assert technician.said(t.CheckAnswered).answer.yes is False
    technician.found("printer", yes=False)
    person.tap("next")
    technician.at("cuff")


def rings_touched(person: Person, number: int) -> bool:
    return len(person.session.touches.draft.chosen) == number


def touch_all(technician: Technician) -> None:
    """Touch the middle of each ring, where it is drawn."""
    person = technician.person
    for number in range(5):
        person.wait(partial(rings_touched, person, number), f"ring {number}")
        person.settle()
        ring = person.seen("ring")
        at = QPointF(ring.x + ring.width / 2, ring.y + ring.height / 2).toPoint()
        person.calm()
        QTest.mouseClick(person.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_a_device_is_read_held_and_compared(technician: Technician) -> None:
    person, core = technician.person, technician.core
    technician.enter()
    person.tap("answer-check:cuff")
    technician.at("cuff")
    person.tap("read")
    assert technician.said(t.CheckRead) == t.CheckRead(subject="cuff")
    technician.told(reading="cuff", subject="cuff")
    core.say(instruments.Progress(act=Act.BLOOD_PRESSURE, phase="deflating", cuff_pressure=121))
    person.wait(lambda: person.reads("121"), "the pressure")
    technician.said(instruments.Alive)  # core hears that somebody watches the cuff
    person.tap("hold")
    assert technician.said(t.CheckRead) == t.CheckRead(subject="cuff", hold=True)
    technician.found("cuff", shown=121.0)
    person.wait(lambda: person.reads("The station has read 121 mmHg."), "the form")
    person.tap("next")
    assert person.reads("Please fill this in.")
    Touch(person).write("reference", "120")
    person.tap("next")
    assert technician.said(t.CheckAnswered).answer == Answer(shown=121.0, reference=120.0)
    technician.found("cuff", shown=121.0, reference=120.0)
    person.wait(lambda: person.reads("1 mmHg off, 3 mmHg allowed."), "the judgement")
    assert person.reads("Next check due: 2028-11-26.")
    person.tap("next")
    technician.at("clip")


def test_any_key_stops_a_cuff_that_is_read(technician: Technician) -> None:
    person = technician.person
    technician.enter()
    person.tap("answer-check:cuff")
    technician.at("cuff")
    technician.told(reading="cuff", subject="cuff")
    person.wait(lambda: person.session.app.views["shell"].props.inflating, "STOP on every key")
    QTest.keyClick(person.window, Qt.Key.Key_A)
    person.wait(
        lambda: t.CheckRead(subject="cuff", stop=True) in technician.core.all(t.CheckRead), "the stop"
    )
    technician.told(subject="cuff", fault="stopped")
    person.wait(lambda: person.reads("Stopped. Nothing was read."), "that it stopped")


def test_the_report_says_what_is_open_and_what_was_signed(technician: Technician) -> None:
    person = technician.person
    technician.enter()
    person.tap("report")
    technician.at("report")
    assert person.reads("Not done: Clock")
    person.tap("make-report")
    technician.said(t.ReportWanted)
    dates = {"cuff": "2028-11-26"}
    technician.told(report="made", passed=True, fingerprint="1f2e 3d4c", dates=dates)
    person.wait(lambda: person.reads("Signed. All checks passed."), "the report")
    assert person.reads("1f2e 3d4c") and person.reads("cuff: checked, due again 2028-11-26")
    person.tap("sign-out")
    technician.said(t.TechnicianOut)
    person.on(Screen.STATION)


def test_who_is_signed_out_by_core_leaves_the_checks(technician: Technician) -> None:
    person = technician.person
    technician.enter()
    person.tap("answer-check:camera")
    technician.at("camera")
    technician.core.say(t.TechnicianIs(state=t.OUT, why="idle"))
    person.on(Screen.STATION)


def test_a_fresh_screen_sends_who_was_in_out(technician: Technician) -> None:
    technician.told()
    technician.said(t.TechnicianOut)
    technician.person.on(Screen.WELCOME)


BADGE = cards.new_token(cards.BADGE)


def test_a_spare_is_admitted_by_badge_and_pin_which_are_nowhere_kept(technician: Technician) -> None:
    person, core = technician.person, technician.core
    person.tap("staff")
    person.on(Screen.STATION)
    person.tap("swap")
    person.on(Screen.SPARE)
    technician.said(t.SparesWanted)
    seen = t.Seen("serial:/dev/ttyUSB1", ("RBP-9804",), "A2207")
    core.say(t.SparesAre(models={"cuff": "rbp9804"}, seen=(seen,), vouching=True))
    person.tap("answer-spare:cuff")
    person.wait(lambda: person.reads("serial number A2207"), "the spare's serial number")
    core.say(station.CardRead(token=BADGE))
    person.wait(lambda: person.session.touches.draft.text("scanned") == BADGE, "the badge")
    person.settle()
    Touch(person).write("pin", "2580")
    person.tap("next")
    assert technician.said(t.SpareVouched) == t.SpareVouched(device="cuff", badge=BADGE, pin="2580")
    refused = station.SpareAnswered(device="cuff", problem="refused", why="wrong", tries_left=4)
    core.say(refused)
    person.wait(lambda: person.reads("Badge and PIN do not fit. Tries left: 4."), "why not")
    journal = b"".join(person.session._journal.replay())
    assert BADGE.encode() not in journal and b"2580" not in journal
    core.say(station.SpareAnswered(device="cuff"))
    person.wait(lambda: person.reads("The spare for cuff is in use."), "that it is in use")


def test_a_technician_answers_for_a_spare_where_no_badge_is_known(technician: Technician) -> None:
    person, core = technician.person, technician.core
    technician.enter()
    person.tap("spare")
    person.on(Screen.SPARE)
    core.say(t.SparesAre(models={"cuff": "rbp9804"}, problems={"cards": "by-address"}))
    person.tap("answer-spare:cards")
    person.wait(lambda: person.reads("Bluetooth address alone"), "why not")
    person.tap("back")
    person.tap("answer-spare:cuff")
    person.wait(lambda: person.session.state.item == "cuff", "the device")
    person.settle()
    person.tap("admit")
    assert technician.said(t.SpareVouched) == t.SpareVouched(device="cuff")


@pytest.mark.parametrize(
    "words", [*hw.REFUSALS.values(), *hw.SPARE_PROBLEMS.values(), *hw.BADGES.values(), *hw.ADVICE.values()]
)
def test_words_are_plain(words: str) -> None:
    assert grade(words) <= 7.5


def test_every_row_of_the_list_has_a_page_and_every_refusal_words() -> None:
    assert set(t.REFUSALS) <= set(hw.REFUSALS)
    assert set(station.SPARE_PROBLEMS) == set(hw.SPARE_PROBLEMS)
    shown = pages.derive(SCENES["technician_checks"]("en").inputs(Prefs()))
    assert len(shown.groups[0]["choices"]) == 7 + 4
    assert {row.subject for row in CHECKS.values()} == set(CHECKS)


def test_the_door_is_there_also_while_core_has_said_nothing(qapp: QGuiApplication) -> None:
    shown = station_view.derive(replace(SCENES["station_unknown"]("en").inputs(Prefs())))
    assert shown.technician


def test_messages_with_secrets_say_nothing_of_them_when_printed() -> None:
    said = (
        t.TechnicianCode(code="12345678", technician="x"),
        t.SpareVouched(device="cuff", badge=BADGE, pin="2580"),
        t.TechnicianSecret(secret=b"secret"),
    )
    assert not any(word in repr(each) for each in said for word in ("12345678", BADGE, "2580", "secret'"))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(said[0]), type=t.TechnicianCode) == said[0]
