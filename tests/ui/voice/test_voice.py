"""The voice on the real screens: how it begins and ends, and what it never says aloud."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from screen_keypad import Clock, Listener, give_voice
from screen_person import Person, Station, answer_to, to_call, to_questions
from speech_house import SpeechHouse

from contract import control
from kiosk.visit import events as e
from kiosk.visit.model import Screen
from ui.inputs import Prefs
from ui.viewmodels import page, pages_about
from ui.voice import keypad
from ui.voice.speaker import KEY_S


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def house() -> Iterator[SpeechHouse]:
    found = SpeechHouse()
    yield found
    found.hang_up()


@pytest.fixture
def listener(person: Person, house: SpeechHouse, clock: Clock) -> Iterator[Listener]:
    speaker = give_voice(person, house, clock)
    yield Listener(person, house, speaker)
    speaker.close()


def headphones(person: Person, *, plugged: bool) -> None:
    person.core.say(control.Headphones(plugged=plugged))
    person.wait(lambda: person.session.touches.headphones is plugged, "the headphones")


def heard(listener: Listener) -> str:
    listener.quiet()
    return "\n".join(one.text for one in listener.house.said)


def test_the_idle_screen_names_the_key_aloud_every_30_s_in_each_language(
    person: Person, house: SpeechHouse, clock: Clock, listener: Listener
) -> None:
    listener.quiet()
    assert not house.said  # nobody was spoken to yet
    for language, words in (("en", "raised round key"), ("es", "tecla redonda"), ("en", "raised round key")):
        clock.now += KEY_S + 0.1
        mark = len(house.said)
        person.wait(lambda m=mark: len(house.said) > m, "the key's name")  # type: ignore[misc]
        listener.quiet()
        (said,) = house.said[mark:]
        assert said.language == language
        assert words in said.text


def test_a_site_may_keep_the_idle_screen_silent(
    qapp: QGuiApplication, tmp_path: Path, house: SpeechHouse, clock: Clock
) -> None:
    site = Station(tmp_path / "station", voice_names_key=False)
    person = Person(qapp, site).start()
    speaker = give_voice(person, house, clock)
    clock.now += KEY_S * 3
    Listener(person, house, speaker).quiet()
    assert not house.said
    speaker.close()
    person.die()
    site.close()


@pytest.mark.parametrize("key", ["F1", "Help"])
def test_the_raised_key_begins_it_and_then_says_all_again(
    person: Person, listener: Listener, key: str
) -> None:
    listener.key(key)
    said = heard(listener)
    assert "The voice is on." in said
    assert "People near you can hear this." in said
    assert "It takes about" in said
    assert person.hands.find("language-en").property("label") in said
    mark = len(listener.house.said)
    listener.key(key)
    again = "\n".join(one.text for one in listener.house.said[mark:])
    assert "It takes about" in again


def test_each_language_is_named_in_its_own_voice(listener: Listener) -> None:
    listener.key("F1")
    heard(listener)
    spanish = [one for one in listener.house.said if one.text.startswith("Español:")]
    assert spanish
    assert {one.language for one in spanish} == {"es"}


def test_plugging_headphones_in_begins_it_and_pulling_them_out_ends_it(
    person: Person, listener: Listener
) -> None:
    headphones(person, plugged=False)
    to_questions(person)
    assert heard(listener) == ""
    headphones(person, plugged=True)
    said = heard(listener)
    assert str(person.hands.text("heading")) in said
    assert "People near you" not in said
    mark = len(listener.house.said)
    headphones(person, plugged=False)
    listener.quiet()
    rest = listener.house.since(mark)
    assert ["headphones are out" in one.text for one in rest] == [True]
    person.tap("answer-none-of-these")
    listener.quiet()
    assert listener.house.since(mark) == rest  # not a word of the visit on the loudspeaker


def test_headphones_that_were_there_before_anybody_came_say_nothing(
    person: Person, listener: Listener
) -> None:
    headphones(person, plugged=True)
    person.tap("language-en")
    assert heard(listener) == ""


def test_who_chose_the_loudspeaker_keeps_it_when_headphones_go(person: Person, listener: Listener) -> None:
    headphones(person, plugged=False)
    listener.key("F1")
    headphones(person, plugged=True)
    headphones(person, plugged=False)
    assert not person.session.inputs().prefs.voice  # what went to headphones does not go on aloud
    listener.key("F1")
    assert person.session.inputs().prefs.voice


def test_a_keypad_that_feels_its_own_socket_counts_as_well(person: Person, listener: Listener) -> None:
    listener.key("F15")
    assert person.session.inputs().prefs.private
    listener.key("F16")
    assert not person.session.inputs().prefs.voice


def test_the_volume_has_keys_is_said_and_never_silences_the_voice(person: Person, listener: Listener) -> None:
    listener.key("F1")
    for _ in range(7):
        listener.key("VolumeDown")
    assert person.session.inputs().prefs.volume == 0
    mark = len(listener.house.said)
    listener.key("VolumeUp")
    listener.quiet()
    (said,) = listener.house.said[mark:]
    assert "Volume 1 of 5" in said.text
    assert said.volume > -100


def test_the_next_person_begins_without_a_voice_and_at_the_usual_volume(
    qapp: QGuiApplication, at_site: Station
) -> None:
    first = Person(qapp, at_site).start()
    first.session.touches.prefer(Prefs(voice=True, volume=1, contrast=True, size=2, hidden=True))
    first.die()
    second = Person(qapp, at_site).start()
    assert second.session.inputs().prefs == Prefs()
    second.die()


@pytest.mark.parametrize(
    ("masked", "kind", "text"),
    [(False, "char", "q"), (True, "sound_icon", "prompt")],
    ids=["plain", "masked"],
)
def test_letters_are_said_and_what_is_masked_is_a_tone(
    person: Person, listener: Listener, monkeypatch: pytest.MonkeyPatch, masked: bool, kind: str, text: str
) -> None:
    plain = page.field
    monkeypatch.setattr(pages_about, "field", lambda *about: plain(*about) | {"masked": masked})
    to_questions(person)
    answer_to(person, Screen.QUESTION, until="reason")
    answer_to(person, Screen.QUESTION, until="reason-text", reason="other")
    listener.key("F1")
    person.settle()
    mark = len(listener.house.said)
    person.hands.find("answer-input").forceActiveFocus()
    person.key("Q", "q")
    listener.quiet()
    typed = [one for one in listener.house.said[mark:] if one.kind in ("char", "sound_icon")]
    assert [(one.kind, one.text.casefold()) for one in typed] == [(kind, text)]
    if masked:
        assert not [one for one in listener.house.said[mark:] if "q" in one.text.casefold().split()]


def test_a_mistake_is_said_when_it_comes(person: Person, listener: Listener) -> None:
    person.tap("language-en")
    person.feed(e.ConsentAnswered, given=True)
    person.feed(e.WhoChosen, anonymous=False)
    person.on(Screen.NAME)
    listener.key("F1")
    mark = len(listener.house.said)
    person.tap("next")
    listener.quiet()
    assert any("Please type your" in one.text for one in listener.house.said[mark:])


def test_what_others_say_in_a_call_is_not_read_over_their_voice(person: Person, listener: Listener) -> None:
    to_call(person)
    listener.key("F1")
    said = heard(listener)
    assert "Dr. Grace Kim" in said


def test_the_screen_can_be_hidden_only_from_who_hears_it(person: Person, listener: Listener) -> None:
    to_questions(person)
    person.tap("volume")
    assert not person.hands.shows("wish-hidden")
    person.tap("wish-voice")
    person.tap("wish-hidden")
    assert person.hands.find("curtain").isVisible()
    picture = person.window.grabWindow()
    shown = {picture.pixelColor(x, y).name() for x in range(5, picture.width(), 9) for y in (60, 900, 1060)}
    assert shown == {"#000000"}
    before = person.session.state.item
    person.key("Down")  # the keys go on
    listener.quiet()
    person.tap("show-screen")
    assert not person.hands.shows("curtain")
    assert person.session.state.item == before


def test_no_key_means_two_things() -> None:
    kinds = [keypad.OK, keypad.BACK, keypad.HELP, keypad.LOUDER, keypad.QUIETER]
    kinds += [keypad.HEADPHONES_IN, keypad.HEADPHONES_OUT]
    assert sum(map(len, kinds)) == len(frozenset().union(*kinds))


def test_a_station_without_a_synthesiser_offers_no_voice(person: Person) -> None:
    person.key("F1")
    assert not person.session.inputs().prefs.voice
    to_questions(person)
    person.tap("volume")
    assert not person.hands.shows("wish-voice")


def test_a_synthesiser_that_dies_and_comes_back_is_used_again(person: Person, listener: Listener) -> None:
    listener.key("F1")
    listener.house.hang_up()
    listener.quiet()
    mark = len(listener.house.said)
    listener.key("Down")
    listener.key("Down")
    listener.quiet()
    assert len(listener.house.said) > mark


# ---- one page read aloud, without a voice otherwise ----------------------------------------------------


def to_results(person: Person) -> None:
    to_questions(person)
    answer_to(person, Screen.QUESTION)
    person.feed(e.Skipped, reason="do-not-want")
    person.feed(e.Skipped, reason="do-not-want")
    person.on(Screen.RESULTS)
    person.ready("read-aloud")


def test_a_page_is_read_aloud_once_on_a_wish_and_the_button_stops_it(
    person: Person, house: SpeechHouse, listener: Listener
) -> None:
    to_results(person)
    assert heard(listener) == ""
    person.tap("read-aloud")
    said = heard(listener)
    assert person.hands.text("heading") in said
    assert person.hands.text("what-next") in said
    assert "Button" not in said  # who sees the screen needs no list of them
    assert person.hands.text("read-aloud") == "Stop reading"
    person.calm()
    person.tap("read-aloud")
    listener.quiet()
    assert house.said[-1].kind == "stop"
    assert person.hands.text("read-aloud") == "Read this to me"


def test_what_was_read_to_its_end_can_be_read_again(
    person: Person, house: SpeechHouse, listener: Listener
) -> None:
    to_results(person)
    person.tap("read-aloud")
    heard(listener)
    assert "Stop reading" in person.hands.text("read-aloud")
    house.end()
    person.wait(lambda: person.hands.text("read-aloud") == "Read this to me", "the end of the reading")


def test_another_page_ends_the_reading(person: Person, house: SpeechHouse, listener: Listener) -> None:
    to_results(person)
    person.tap("read-aloud")
    heard(listener)
    person.tap("next")
    person.on(Screen.OFFER_CALL)
    listener.quiet()
    assert house.said[-1].kind == "stop"
    assert not person.session.inputs().prefs.reading
    assert not person.session.inputs().prefs.voice


def test_who_hears_the_whole_screen_has_no_such_button(person: Person, listener: Listener) -> None:
    to_results(person)
    listener.key("F1")
    person.wait(lambda: not person.hands.shows("read-aloud"), "the voice in its place")
