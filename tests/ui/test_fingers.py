"""Shaky hands: one tap for two, action on release, STOP at once, palms and edges are no fingers."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from screen_person import Person, answer_to, to_cuff, to_questions
from shiboken6 import delete

from contract import instruments
from contract.measurement import Act
from kiosk.visit.model import Screen
from ui.app import App
from ui.hands import ONE_TAP_MS, Hands
from ui.manners import Manners

ONES = ("answer-fever", "answer-none-of-these")


def at_many(person: Person) -> None:
    to_questions(person)
    answer_to(person, Screen.QUESTION, until="also")
    person.ready("answer-fever")
    person.calm()


def stops(person: Person) -> list[instruments.StopMeasure]:
    person.settle()
    return person.core.all(instruments.StopMeasure)


def by_reader(person: Person, name: str) -> None:
    """Press as a screen reader does: no touch, no key."""
    told = QAccessible.queryAccessibleInterface(person.hands.find(name))
    assert told is not None
    actions = told.actionInterface()
    actions.doAction(next(action for action in actions.actionNames() if action in ("Press", "Toggle")))
    person.settle()


def test_a_second_tap_within_400_ms_is_the_same_tap(person: Person) -> None:
    at_many(person)
    for _ in range(3):
        person.hands.tap("answer-fever")
    assert person.hands.find("answer-fever").property("chosen")
    QTest.qWait(ONE_TAP_MS)
    person.hands.tap("answer-fever")
    assert not person.hands.find("answer-fever").property("chosen")


def test_an_answer_tapped_twice_is_said_once(person: Person) -> None:
    to_questions(person)
    first = person.session.state.item
    person.ready("answer-none-of-these")
    person.calm()
    place = person.hands.press("answer-none-of-these")
    person.hands.release(place)
    person.settle()
    second = person.session.state.item
    person.hands.tap_at(place)
    person.settle()
    assert first != second == person.session.state.item


def test_next_tapped_twice_goes_on_once(person: Person) -> None:
    at_many(person)
    first = person.session.state.item
    person.tap("answer-fever")
    person.calm()
    place = person.hands.press("next")
    person.hands.release(place)
    person.settle()
    second = person.session.state.item
    person.hands.tap_at(place)
    person.settle()
    assert first != second == person.session.state.item


def test_a_screen_readers_press_counts_however_soon_it_comes_unless_it_is_the_same(person: Person) -> None:
    at_many(person)
    other = next(
        s.object for s in person.hands.seen() if s.object.startswith("answer-") and s.object not in ONES
    )
    for name in ("answer-fever", other, other):
        by_reader(person, name)
    assert person.hands.find("answer-fever").property("chosen")
    assert person.hands.find(other).property("chosen")


def test_a_button_acts_on_release_and_not_when_the_finger_has_slid_away(person: Person) -> None:
    person.ready("language-en")
    person.calm()
    point = person.hands.press("language-en")
    person.settle()
    assert person.screen is Screen.WELCOME
    person.hands.release(point + QPoint(0, 400))
    person.settle()
    assert person.screen is Screen.WELCOME
    person.hands.release(person.hands.press("language-en"))
    person.on(Screen.CONSENT)


def test_stop_acts_as_soon_as_it_is_touched(person: Person) -> None:
    to_cuff(person)
    before = len(stops(person))
    person.ready("stop")
    point = person.hands.press("stop")
    assert len(stops(person)) == before + 1
    person.hands.release(point)
    person.on(Screen.MEASURE_PROBLEM)
    assert stops(person)[-1].act is Act.BLOOD_PRESSURE


def test_stop_is_a_third_of_the_width(person: Person) -> None:
    to_cuff(person)
    assert person.seen("stop").width >= person.window.width() / 3 - 1


@pytest.mark.parametrize("key", ["Space", "Escape", "A", "Tab", "Down", "F5", "Backspace", "Control"])
def test_while_the_cuff_squeezes_any_key_is_stop(person: Person, key: str) -> None:
    to_cuff(person)
    before = len(stops(person))
    person.hands.key(key, "a" if key == "A" else "")
    person.on(Screen.MEASURE_PROBLEM)
    assert len(stops(person)) == before + 1


def test_alive_is_said_while_the_cuff_squeezes_and_not_after(person: Person) -> None:
    to_cuff(person)
    person.wait(lambda: len(person.core.all(instruments.Alive)) >= 2, "signs of life")
    person.hands.key("Space")
    person.on(Screen.MEASURE_PROBLEM)
    person.settle()
    count = len(person.core.all(instruments.Alive))
    QTest.qWait(300)
    assert len(person.core.all(instruments.Alive)) == count


GLASS = b"""
import QtQuick
Window {
    width: 400; height: 300; visible: true
    property int touches: 0
    property bool keysUsed: false
    TapHandler { onTapped: parent.Window.window.touches++ }
}
"""


def test_a_touch_that_begins_at_the_very_edge_is_no_finger(qapp: QGuiApplication) -> None:
    engine = QQmlApplicationEngine()
    engine.loadData(GLASS)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    app = App(lambda: None)
    Manners(window, app, 4.0)
    hands = Hands(window)
    qapp.processEvents()
    for at in (QPoint(3, 150), QPoint(396, 150), QPoint(200, 2), QPoint(200, 297)):
        hands.tap_at(at)
        qapp.processEvents()
    assert window.property("touches") == 0
    hands.tap_at(QPoint(20, 150))
    qapp.processEvents()
    assert window.property("touches") == 1
    delete(engine)
