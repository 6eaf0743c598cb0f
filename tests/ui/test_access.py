"""The 20 checks of access (docs/access.md) that no other test makes, over every scene of the gallery."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem
from screen_person import Person
from screen_walk import MM, contrast, layers, targets_of

from contract.profile import Timing
from kiosk.visit import events as e
from kiosk.visit.model import Screen
from ui.gallery import SCENES
from ui.gallery.stage import Stage
from ui.hands import box, clip_of
from ui.inputs import Prefs
from ui.voice.script import Line, script

CHECKOUT = Path(__file__).resolve().parents[2]
QML = sorted((CHECKOUT / "ui" / "qml").rglob("*.qml")) + sorted((CHECKOUT / "ui" / "keyboard").glob("*.qml"))
EDGE = 3.0  # contrast of what shows where a control is
SECONDS_LEAST = 20  # WCAG 2.2.1
TIMES_LEAST = 10
HELPERS = {"person", "person-too", "staff-here", "close-page", "photo-staff"}
NO_HELPER = {  # who works here stands before it; or a person was called already
    Screen.STATION,
}
WIPED = {"cleaning_locked", "cleaning_unlocking"}  # half a minute without touches, so that it can be wiped


@dataclass
class Seen:
    """What one scene showed."""

    script: tuple[Line, ...]
    names: set[str]
    screen: Screen
    overlay: bool
    toned: list[tuple[str, str]] = field(default_factory=list)
    faint: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def walk(qapp: QGuiApplication) -> Iterator[dict[str, Seen]]:
    """Every scene, once."""
    stage = Stage(qapp, "landscape")
    seen = {}
    for name, scene in SCENES.items():
        shown = scene("en")
        stage.show(shown, Prefs())
        items = layers(stage)[0]
        seen[name] = Seen(
            script=script(stage.window),
            names={item.objectName() for item in stage.hands.items()},
            screen=shown.visit.state.screen,
            overlay=any(i.objectName() == "overlay" and i.childItems() for i in stage.hands.items()),
            toned=[
                toned(item) for item in items if item.property("tone") and item.property("icon") is not None
            ],
            faint=list(faint(stage, items, stage.picture())),
            headings=[str(i.property("text")) for i in items if i.objectName() == "heading"],
        )
    yield seen
    stage.close()


def toned(item: QQuickItem) -> tuple[str, str]:
    """Return the icon and the words beside a colour that means something."""
    return str(item.property("icon")), str(item.property("text"))


def faint(stage: Stage, items: list[QQuickItem], picture: QImage) -> Iterator[str]:
    """Yield controls whose edge or face does not stand out from what is around them (as painted)."""
    whole = stage.window.contentItem()
    for item in targets_of(items):
        place = box(item)
        clip = clip_of(item)
        sight = box(whole) if clip is None else box(clip).intersected(box(whole))
        if not item.isEnabled() or not sight.contains(place) or item.property("shape") == "key":
            continue
        middle = int(place.center().y())
        outside = QColor(picture.pixel(max(0, int(place.left() - 2.5 * MM)), middle))
        rim = [
            QColor(picture.pixel(x, middle)) for x in range(int(place.left()), int(place.left() + 1.2 * MM))
        ]
        if max((contrast(outside, colour) for colour in rim), default=0) < EDGE:
            yield item.objectName()


MISTAKES = ("Please", "is a number", "do not match")


@pytest.mark.e2e
def test_01_controls_stand_out_from_their_ground(walk: dict[str, Seen]) -> None:
    assert not {name: seen.faint for name, seen in walk.items() if seen.faint}


@pytest.mark.e2e
def test_05_no_colour_means_something_alone(walk: dict[str, Seen]) -> None:
    pairs = [pair for seen in walk.values() for pair in seen.toned]
    assert len(pairs) > 50
    assert not [pair for pair in pairs if not (pair[0] and pair[1])]


def test_05_what_is_chosen_has_another_shape_than_what_is_not() -> None:
    choice = (CHECKOUT / "ui/qml/Carepost/Choice.qml").read_text()
    assert re.search(r"chosen \? \"square-check\" : \"square\"", choice)
    assert re.search(r"chosen \? \"circle-dot\" : \"circle\"", choice)


def test_06_time_outs_leave_time_enough() -> None:
    assert Timing().still_here_s >= SECONDS_LEAST


def test_06_more_time_can_be_asked_for_again_and_again(person: Person) -> None:
    person.tap("language-en")
    person.on(Screen.CONSENT)
    for _ in range(TIMES_LEAST + 2):
        person.feed(e.LeaveWanted)
        assert person.session.app.views["overlay"].props.name == "leaving"
        person.tap("stay")
        assert person.session.app.views["overlay"].props.name == ""
    assert person.screen is Screen.CONSENT


def test_07_nothing_moves_for_ever_or_flashes() -> None:
    endless = [p.name for p in QML if re.search(r"Animation\.Infinite|AnimatedImage|\bBlink", p.read_text())]
    assert not endless
    lasting = [int(n) for p in QML for n in re.findall(r"duration: (\d+)", p.read_text())]
    assert all(n <= 5000 for n in lasting)


@pytest.mark.e2e
def test_08_every_screen_has_a_spoken_script_with_its_heading(walk: dict[str, Seen]) -> None:
    for name, seen in walk.items():
        said = [line.text for line in seen.script]
        assert sum(map(len, said)) >= 10, name
        if not seen.overlay:
            assert set(seen.headings) <= set(said), name


def test_13_no_gesture_needs_a_path_a_hold_or_two_fingers() -> None:
    """Swiping in a Scroller is one way of two: the arrow buttons do the same."""
    words = r"DragHandler|PinchHandler|MultiPointTouchArea|SwipeView|onPressAndHold|onLongPressed"
    assert not [p.name for p in QML if re.search(words, p.read_text())]


@pytest.mark.e2e
def test_15_nobody_needs_a_body_feature_to_go_on(walk: dict[str, Seen]) -> None:
    assert any(
        {"anonymous", "give-name"} <= seen.names for seen in walk.values() if seen.screen is Screen.WHO
    )


@pytest.mark.e2e
def test_16_a_call_has_captions_and_text(walk: dict[str, Seen]) -> None:
    call = [seen for seen in walk.values() if seen.screen is Screen.CALL and not seen.overlay]
    assert any("captions" in seen.names for seen in call)
    assert any("write" in seen.names for seen in call)


def test_17_who_reads_arabic_has_it_from_right_to_left(qapp: QGuiApplication) -> None:
    stage = Stage(qapp, "landscape")
    sides = {}
    for language in ("en", "ar"):
        stage.show(SCENES["who"](language), Prefs(language=language))
        sides[language] = [box(stage.hands.find(name)).center().x() for name in ("back", "finish")]
    stage.close()
    assert sides["en"][0] < sides["en"][1]
    assert sides["ar"][0] > sides["ar"][1]


@pytest.mark.e2e
def test_18_a_mistake_is_said_in_words_beside_its_field(walk: dict[str, Seen]) -> None:
    mistaken = {name: seen for name, seen in walk.items() if name.endswith(("mistake", "_wrong"))}
    assert mistaken
    for name, seen in mistaken.items():
        assert any(said in line.text for line in seen.script for said in MISTAKES), name


@pytest.mark.e2e
def test_19_a_person_can_be_asked_for_everywhere(walk: dict[str, Seen]) -> None:
    alone = {name for name, seen in walk.items() if not HELPERS & seen.names and seen.screen not in NO_HELPER}
    assert alone == WIPED


def test_every_check_names_tests_that_are_there() -> None:
    text = (CHECKOUT / "docs" / "access.md").read_text().split("## The 20 checks")[1]
    rows = re.findall(r"^\| (\d+) \|(.*)\|$", text, re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, 21))
    sources = "\n".join(p.read_text() for p in (CHECKOUT / "tests").rglob("test_*.py"))
    for number, row in rows:
        named = re.findall(r"`(test_[a-z0-9_]+)`", row)
        assert named or "by hand" in row, number
        assert not [name for name in named if f"def {name}(" not in sources], number
