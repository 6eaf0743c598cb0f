"""Everything by keys alone: each screen's every target is reached by Tab, seen when it is, and left again."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem
from screen_person import Keys, Person, answer_to, to_cuff, to_questions
from screen_walk import MM, layers, targets_of

from kiosk.visit.model import Screen
from ui.gallery import SCENES
from ui.gallery.stage import Stage
from ui.hands import box
from ui.inputs import Prefs

MOST = 80  # targets on a screen


@pytest.fixture(scope="module")
def stage(qapp: QGuiApplication) -> Iterator[Stage]:
    found = Stage(qapp, "landscape")
    yield found
    found.close()


def name_of(item: QQuickItem | None) -> str:
    return "" if item is None else item.objectName()


def tab_round(stage: Stage) -> list[str]:
    """Return what has the focus in turn, until it comes back to where it began."""
    names: list[str] = []
    for _ in range(MOST):
        stage.hands.key("Tab")
        stage.settle()
        name = name_of(stage.window.activeFocusItem())
        if names and name == names[0]:
            return names
        names.append(name)
    raise AssertionError(f"Tab never comes round: {names}")


SQUEEZING = {
    "cuff_starts",
    "cuff_measure",
    "cuff_again",
    "call_measuring",
    "check_cuff_reads",
}  # there every key is STOP


@pytest.mark.parametrize("scene", sorted(set(SCENES) - SQUEEZING))
def test_tab_comes_to_everything_and_round_again(stage: Stage, scene: str) -> None:
    stage.show(SCENES[scene]("en"), Prefs())
    wanted = set()
    for target in targets_of(layers(stage)[0]):
        inner = [child.objectName() for child in target.childItems() if child.inherits("QQuickTextInput")]
        name = inner[0] if inner else target.objectName()
        if target.isEnabled() and not name.startswith(("key-", "scroll-")):
            wanted.add(name)
    reached = set(tab_round(stage))
    assert wanted <= reached, wanted - reached


def rim(picture: QImage, item: QQuickItem) -> list[int]:
    """Return the colours just outside (and just inside) an item, where its focus ring is drawn."""
    place = box(item)
    y = round(place.center().y())
    first, last = round(place.left() - 2.5 * MM), round(place.left() + 3 * MM)
    return [picture.pixel(x, y) for x in range(max(0, first), last)]


@pytest.mark.parametrize("contrast", [False, True], ids=["normal", "strong"])
@pytest.mark.parametrize("scene", ["who", "question_many", "leaving", "results", "emergency"])
def test_the_focus_is_seen(stage: Stage, scene: str, contrast: bool) -> None:
    stage.show(SCENES[scene]("en"), Prefs(contrast=contrast))
    focus = QColor(stage.theme.property("focus")).rgb()
    stage.hands.key("Tab")
    stage.settle()
    item = stage.window.activeFocusItem()
    assert item is not None
    with_focus = rim(stage.picture(), item).count(focus)
    stage.hands.key("Tab")
    stage.settle()
    without = rim(stage.picture(), item).count(focus)
    assert with_focus >= without + 2


def test_escape_is_back(person: Person) -> None:
    to_questions(person)
    first = person.session.state.item
    answer_to(person, Screen.QUESTION, until="reason")
    person.key("Escape")
    assert person.session.state.item == first


def test_a_choice_keeps_the_focus_when_it_is_chosen(person: Person) -> None:
    to_questions(person)
    answer_to(person, Screen.QUESTION, until="also")
    keys = Keys(person)
    keys.go_to("answer-fever")
    person.key("Space")
    assert person.hands.find("answer-fever").property("chosen")
    assert name_of(person.focused()) == "answer-fever"


def test_our_keyboard_is_walked_with_arrows_and_left_upwards(person: Person) -> None:
    to_questions(person)
    answer_to(person, Screen.QUESTION, until="reason")
    answer_to(person, Screen.QUESTION, until="reason-text", reason="other")
    assert name_of(person.focused()) == "answer-input"
    person.key("Down")
    assert name_of(person.focused()) == "key-q"
    person.key("Right")
    person.key("Return")
    assert person.hands.find("answer-input").property("text").casefold() == "w"
    person.key("Up")
    assert name_of(person.focused()) == "answer-input"


def test_no_key_but_stop_while_the_cuff_squeezes_goes_anywhere(person: Person) -> None:
    to_cuff(person)
    person.key("Escape")
    person.on(Screen.MEASURE_PROBLEM)


@pytest.mark.parametrize("held", ["Alt", "Control", "Meta"])
def test_arrows_with_a_key_held_move_nothing(stage: Stage, held: str) -> None:
    stage.show(SCENES["who"]("en"), Prefs())
    stage.hands.key("Tab")
    stage.settle()
    before = name_of(stage.window.activeFocusItem())
    stage.hands.key("Down", held=held)
    stage.settle()
    assert name_of(stage.window.activeFocusItem()) == before
    stage.hands.key("Down")
    stage.settle()
    assert name_of(stage.window.activeFocusItem()) != before
