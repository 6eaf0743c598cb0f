"""A whole visit by a keypad of arrows and OK, by two switches, and by somebody who only hears it."""

from collections.abc import Iterator

import pytest
from screen_keypad import Clock, Keypad, Listener, give_voice
from screen_person import Person
from speech_house import SpeechHouse
from test_whole_visit import answer_all, measure_oxygen, measure_pressure, whole_visit

from kiosk.visit.model import Screen
from ui.tongues import TONGUES

pytestmark = pytest.mark.e2e


@pytest.fixture
def offers() -> tuple[str, ...]:
    return tuple(TONGUES)


@pytest.fixture
def listener(person: Person) -> Iterator[Listener]:
    house = SpeechHouse()
    speaker = give_voice(person, house, Clock())
    person.key("F1")
    yield Listener(person, house, speaker)
    speaker.close()
    house.hang_up()


@pytest.mark.parametrize("language", ["en", pytest.param("es", marks=pytest.mark.long), "ar"])
def test_a_visit_by_arrows_and_ok(person: Person, language: str) -> None:
    whole_visit(Keypad(person), person, language)


def test_a_visit_by_two_switches(person: Person) -> None:
    """One leads on, one chooses: nothing need be typed."""
    way = Keypad(person, "Right")
    way.press("language-en")
    person.on(Screen.CONSENT)
    way.press("next")
    person.on(Screen.WHO)
    way.press("anonymous")
    person.on(Screen.BIRTH_DATE)
    way.press("no-birth-date")
    answer_all(way, person, Screen.QUESTION)
    answer_all(way, person, Screen.ABOUT)
    measure_oxygen(way, person)
    measure_pressure(way, person)
    person.on(Screen.RESULTS)
    way.press("finish")
    way.press("leave-now")
    person.wait(lambda: person.ended, "the end of the session")


@pytest.mark.parametrize("language", ["en", pytest.param("es", marks=pytest.mark.long), "ar"])
def test_a_visit_by_ear(person: Person, listener: Listener, language: str) -> None:
    whole_visit(listener, person, language)
    said = "\n".join(one.text for one in listener.house.said)
    assert "122/78" in said
    own = {one.language for one in listener.house.said[20:] if one.kind == "words"}
    assert language in own
