"""The call's screen: pictures that cover nothing, the light, the volume, the keyboard's tongues."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from screen_person import Person, to_call

from contract import station, talk
from contract.control import MediaState, SoundLevel
from ui.gallery import SCENES
from ui.gallery.stage import Stage
from ui.hands import ONE_TAP_MS, box
from ui.inputs import Prefs

CALLS = ("call", "call_chat", "call_unread", "call_oximetry")


@pytest.mark.e2e
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_the_own_picture_covers_neither_the_providers_nor_a_button(
    qapp: QGuiApplication, orientation: str
) -> None:
    stage = Stage(qapp, orientation)
    for name in CALLS:
        stage.show(SCENES[name]("en"), Prefs())
        for _ in range(2):
            mine = box(stage.hands.find("self-view"))
            assert not mine.intersects(box(stage.hands.find("remote-video"))), name
            for item in stage.hands.items():
                if item.property("shape") is not None and item.property("atOnce") is False:
                    assert not mine.intersects(box(item)) or item.objectName() in {"stop", "measure-yes"}, (
                        name
                    )
            assert box(stage.hands.find("root")).contains(mine), name
            if not stage.hands.shows("self-move"):
                break
            stage.hands.tap("self-move")
            stage.settle()
    stage.close()


def test_the_own_picture_moves_hides_and_comes_back(person: Person) -> None:
    to_call(person)
    before = box(person.hands.find("self-view"))
    person.tap("self-move")
    person.wait(lambda: box(person.hands.find("self-view")).x() < before.x(), "the other side")
    person.tap("self-hide")
    person.wait(lambda: not person.hands.shows("self-view"), "no own picture")
    assert not [m for m in person.core.all(station.CallControls) if not m.camera]  # hidden here, seen there
    person.tap("self-hide")
    person.wait(lambda: person.hands.shows("self-view"), "the own picture")


@pytest.mark.e2e
def test_it_is_moved_and_hidden_by_keys_as_well(person: Person) -> None:
    to_call(person)
    before = box(person.hands.find("self-view")).x()
    for name in ("self-move", "self-hide"):
        person.calm()
        person.hands.find(name).forceActiveFocus()
        person.hands.key("Return")
        person.settle()
    assert not person.hands.shows("self-view")
    person.calm()
    person.hands.key("Return")
    person.wait(lambda: person.hands.shows("self-view"), "the own picture")
    assert box(person.hands.find("self-view")).x() < before


def test_the_light_is_there_whenever_camera_or_microphone_is_on(person: Person) -> None:
    """On the welcome screen: no call, no visit."""
    for camera, microphone, light, sound in (
        ("on", "on", True, True),
        ("off", "on", True, True),
        ("on", "muted", True, False),
        ("off", "off", False, False),
    ):
        state = MediaState(camera=camera, microphone=microphone, speaker="off", call="none")
        person.core.say(station.MediaIs(up=True, state=state))
        person.wait(lambda s=state: person.session.state.call.media == s, "the state of media")  # type: ignore[misc]
        person.settle()
        assert person.hands.shows("camera-light") is light
        assert person.hands.shows("microphone-light") is sound
        assert person.hands.shows("microphone-level") is sound


def test_beside_it_is_how_loud_the_microphone_is(person: Person) -> None:
    state = MediaState(camera="on", microphone="on", speaker="on", call="none")
    person.core.say(station.MediaIs(up=True, state=state))
    person.core.say(SoundLevel(microphone=7, speaker=2))
    person.wait(lambda: person.hands.shows("microphone-level"), "the meter")
    meter = person.hands.find("microphone-level")
    person.wait(lambda: meter.property("tenths") == 7, "the level")
    person.core.say(SoundLevel())
    person.wait(lambda: meter.property("tenths") == 0, "silence")


@pytest.mark.e2e
def test_the_volume_has_a_large_button_of_its_own(person: Person) -> None:
    to_call(person)
    person.tap("call-volume")
    person.tap("call-quieter")
    quiet = person.core.all(station.CallControls)[-1].volume
    person.tap("call-louder")
    person.wait(lambda: person.core.all(station.CallControls)[-1].volume > quiet, "more volume")
    person.tap("call-volume")
    assert not person.hands.shows("call-louder")


def test_arabic_is_written_on_our_own_keyboard_and_stands_right(person: Person) -> None:
    def said() -> list[str]:
        return [m.text for m in person.core.lives() if isinstance(m, talk.ChatLine)]

    to_call(person)
    person.tap("write")
    for _ in range(2):
        person.tap("key-tongue")
        person.calm()
    person.hands.type("عندي صداع")
    field = person.hands.find("chat-field-input")
    assert field.property("text") == "عندي صداع"
    beginning = field.positionToRectangle(0)  # type: ignore[attr-defined]
    assert beginning.x() > field.width() * 0.9
    person.tap("send")
    person.wait(lambda: bool(said()), "the line")
    assert said()[-1] == "عندي صداع"


def test_the_tones_of_vietnamese_are_keys_of_their_own(person: Person) -> None:
    to_call(person)
    person.tap("write")
    for _ in range(3):
        person.tap("key-tongue")
        person.calm()
    for key in (
        "b",
        "u",
        "i",
        "space",
        "v",
        "i",
        "ê",
        "t",
        "nặng",
    ):  # the last one is too late: no vowel before it
        person.tap(f"key-{key}")
        person.calm()
    field = person.hands.find("chat-field-input")
    assert field.property("text") == "Bui Viêt"
    for key in (
        "back",
        "nặng",
        "t",
        "space",
        "ơ",
        "ngã",
        "huyền",
    ):  # another tone takes the place of the first
        person.tap(f"key-{key}")
        person.calm()
    assert field.property("text") == "Bui Việt Ờ"


@pytest.mark.e2e
def test_who_is_there_is_named_also_where_a_card_takes_the_room(qapp: QGuiApplication) -> None:
    stage = Stage(qapp, "portrait")
    stage.show(SCENES["call_people"]("en"), Prefs())
    assert stage.hands.shows("on-the-line-2") and not stage.hands.shows("people-short")
    stage.show(SCENES["call_people_writing"]("en"), Prefs())
    assert not stage.hands.shows("on-the-line-2")
    short = stage.hands.find("people-short")
    card = stage.hands.find("call-status")
    assert box(short).bottom() <= box(card).top()
    stage.close()


@pytest.mark.e2e
def test_on_a_mirrored_screen_everything_changes_sides(qapp: QGuiApplication) -> None:
    stage = Stage(qapp, "landscape")
    stage.show(SCENES["call"]("en"), Prefs())
    picture, end = box(stage.hands.find("self-view")), box(stage.hands.find("end-call"))
    stage.show(SCENES["call"]("en"), Prefs(language="ar"))
    assert box(stage.hands.find("self-view")).center().x() == pytest.approx(
        1920 - picture.center().x(), abs=2
    )
    assert box(stage.hands.find("end-call")).center().x() == pytest.approx(1920 - end.center().x(), abs=2)
    stage.close()


@pytest.mark.parametrize("size", [1, 2])
def test_in_large_letters_the_answers_and_readings_are_under_more(qapp: QGuiApplication, size: int) -> None:
    stage = Stage(qapp, "landscape")
    touched: list[str] = []
    stage.app.actions.chosen.connect(touched.append)
    stage.show(SCENES["call"]("en"), Prefs(size=size))
    assert not stage.hands.shows("change")
    assert stage.hands.shows("strip-oxygen") is (size == 1)
    picture = box(stage.hands.find("remote-video"))
    assert picture.height() > box(stage.hands.find("root")).height() / 3
    stage.show(SCENES["call_more"]("en"), Prefs(size=size))
    assert stage.hands.text("strip-oxygen").startswith("Oxygen (SpO2) 97 %")
    QTest.qWait(ONE_TAP_MS)  # "More" was touched just now
    stage.hands.tap("change")
    stage.settle()
    assert touched == ["change"]
    stage.close()
