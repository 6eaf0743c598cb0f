"""Going through a visit by a keypad's arrows and OK alone, and by what the voice says and nothing else."""

from collections.abc import Callable
from unittest.mock import patch

from PySide6.QtTest import QTest
from screen_person import Person
from speech_house import SpeechHouse, Spoken

import ui.voice.speaker
from ui.hands import box
from ui.program import connect_reading
from ui.voice.line import Line
from ui.voice.script import bare
from ui.voice.speaker import Speaker

MOST_STEPS = 120
LOOK_MS = 3


class Clock:
    """The voice's clock: it goes when the test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def give_voice(person: Person, house: SpeechHouse, clock: Callable[[], float]) -> Speaker:
    """Give a person's screen a voice, as `ui.program` does."""
    person.session.voice_there = lambda: house.up
    with patch.object(ui.voice.speaker, "LOOK_MS", 0):
        speaker = Speaker(person.window, Line(house.reach, person.window), person.session.inputs, clock)
    person.session.published.connect(speaker.changed)
    person.session.repeatWanted.connect(speaker.repeat)
    connect_reading(speaker, person.session)
    person.session.publish()
    return speaker


class Keypad:
    """An arrow to go on, OK and Back: the focus is seen. `onward`: that arrow ("Down", or "Right" alone)."""

    def __init__(self, person: Person, onward: str = "Down") -> None:
        self.person = person
        self.onward = onward

    def press(self, name: str) -> None:
        """Go there and press OK."""
        self.person.ready(name)
        self.go_to(name)
        self.ok()

    def ok(self) -> None:
        """Press OK."""
        self.person.key("Return")

    def write(self, field: str, text: str) -> None:
        """Go to the field, then to each key of our keyboard, and back to the field."""
        for _ in range(MOST_STEPS):
            if self.here() == f"{field}-input":
                break
            self.person.key("Right" if self.here().endswith("-input") else "Down")
        for character in text:
            self.go_to_key("key-" + {" ": "space"}.get(character, character))
            self.ok()
        while not self.here().endswith("-input"):
            self.person.key("Up")

    def go_to_key(self, name: str) -> None:
        """From a field or a key to a key."""
        for _ in range(MOST_STEPS):
            if self.here() == name:
                return
            self.person.key(towards(self.person, name))
        raise AssertionError(f"the arrows never come to {name}; the focus is on {self.here()!r}")

    def go_to(self, name: str) -> None:
        """Press the arrow until the focus is there."""
        for _ in range(MOST_STEPS):
            if self.here() == name:
                return
            self.person.key("Right" if self.here().endswith("-input") else self.onward)
        raise AssertionError(f"{self.onward} never comes to {name}; the focus is on {self.here()!r}")

    def here(self) -> str:
        """Return the name of what has the focus."""
        item = self.person.focused()
        return "" if item is None else item.objectName()


def towards(person: Person, name: str) -> str:
    """Somebody who sees nothing: goes on until the voice names what is wanted, then presses OK."""
    here = person.focused()
    if here is None or not here.objectName().startswith("key-"):
        return "Down"
    at, to = box(here).center(), box(person.hands.find(name)).center()
    if abs(to.y() - at.y()) > box(here).height() / 2:
        return "Down" if to.y() > at.y() else "Up"
    return "Right" if to.x() > at.x() else "Left"


class Listener:
    """Somebody who sees nothing: goes on until the voice names what is wanted, then presses OK."""

    def __init__(self, person: Person, house: SpeechHouse, speaker: Speaker) -> None:
        self.person = person
        self.house = house
        self.speaker = speaker

    def press(self, name: str) -> None:
        """Listen for its words, as the screen shows them; press OK when they were the last ones said."""
        self.person.ready(name)
        self.listen_for(bare(self.person.hands.find(name).property("label")))
        self.person.key("Return")
        self.quiet()

    def write(self, field: str, text: str) -> None:
        """Find the field and our keyboard by ear, each key as well."""
        input_name = f"{field}-input"
        plate = self.person.hands.find(field)
        self.listen_for(bare(plate.property("name")))
        assert self.person.focused() is self.person.hands.find(input_name)
        self.key("Down")
        for character in text:
            self.listen_for_key("key-" + {" ": "space"}.get(character, character))
            self.person.key("Return")
            self.quiet()
        for _ in range(MOST_STEPS):
            last = self.last()
            if last is not None and last.text.startswith(bare(plate.property("name"))):
                return
            self.key("Up")

    def listen_for(self, words: str) -> None:
        """Press the arrow until these words are what the focus says of itself: they, and what it is."""
        for _ in range(MOST_STEPS):
            last = self.last()
            if last is not None and last.text.startswith(words) and last.text != words:
                return
            item = self.person.focused()
            here = "" if item is None else item.objectName()
            self.key("Right" if here.startswith("key-") or here.endswith("-input") else "Down")
        raise AssertionError(f"the voice never says {words!r}; last: {self.house.said[-8:]}")

    def listen_for_key(self, name: str) -> None:
        """Press arrows until the voice has said a key of our keyboard."""
        words = str(self.person.hands.find(name).property("label")).casefold()
        for _ in range(MOST_STEPS):
            item, last = self.person.focused(), self.last()
            there = item is not None and item.objectName() == name
            if there and last is not None and last.text.casefold() == words:
                return
            self.key(towards(self.person, name))
        raise AssertionError(f"the voice never says {words!r}; last: {self.house.said[-8:]}")

    def last(self) -> Spoken | None:
        """Return what was said last."""
        self.quiet()
        spoken = [one for one in self.house.said if one.kind in ("words", "char")]
        return spoken[-1] if spoken else None

    def key(self, name: str) -> None:
        """Press a key and hear it out."""
        self.person.key(name)
        self.quiet()

    def quiet(self) -> None:
        """Wait until nothing more is to be said."""
        self.person.wait(lambda: not self.speaker.busy, "the voice to have said all")
        QTest.qWait(LOOK_MS)
        self.person.wait(lambda: not self.speaker.busy, "the voice to have said all")
