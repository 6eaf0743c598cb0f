"""The simplest visit takes few touches beside typing: counted by a finger on the real screens."""

import pytest
from screen_person import Person, Touch
from test_whole_visit import WAVE

from contract import documents, instruments, station, talk
from contract.measurement import Act
from kiosk.visit.model import ASKING, Screen
from ui.drafts import NONE_OF_THESE
from ui.intents import item_of

MOST = 16  # issue: no photo, "don't know" to all about oneself
REASON = "blood-pressure"


class Counted(Touch):
    """Every touch but those on our keyboard and the fields it types into."""

    def __init__(self, person: Person) -> None:
        super().__init__(person)
        self.touches: list[str] = []

    def press(self, name: str) -> None:
        self.touches.append(name)
        super().press(name)


def say_who(way: Counted, *, named: bool) -> None:
    way.press("give-name" if named else "anonymous")
    if not named:
        way.write("age", "67")
        way.press("next")
        return
    way.write("given", "ana")
    way.write("family", "ruiz")
    way.press("next")
    for field, text in (("month", "3"), ("day", "2"), ("year", "1959")):
        way.write(field, text)
    way.press("next")


def answer_simply(way: Counted, person: Person) -> None:
    """No trouble, a blood pressure check, and "I don't know" to all about oneself."""
    while person.screen in ASKING:
        item = item_of(person.session.state)
        assert item is not None
        unknown = item.unknown.code if item.unknown else NONE_OF_THESE
        if person.screen is Screen.QUESTION and item.link_id == "reason":
            unknown = REASON
        way.press(f"answer-{unknown}")
        person.wait(lambda before=item: item_of(person.session.state) != before, "the next")  # type: ignore[misc]


@pytest.mark.parametrize(
    "named", [False, pytest.param(True, marks=pytest.mark.e2e)], ids=["anonymous", "named"]
)  # typing a name takes long
def test_the_simplest_visit(person: Person, named: bool) -> None:
    way, core = Counted(person), person.core
    way.press("language-en")
    way.press("next")
    say_who(way, named=named)
    person.on(Screen.QUESTION)
    answer_simply(way, person)
    way.press("next")
    person.on(Screen.OXIMETER)
    core.wave(WAVE)
    core.oximetry(97, 72)  # accepted: after a few seconds the visit goes on by itself
    person.on(Screen.CUFF_QUESTION)
    way.press("answer-none-of-these")
    way.press("answer-adult")
    way.press("next")
    for number in range(3):
        person.wait(lambda n=number: len(core.all(instruments.Measure)) == n + 2, "an inflation")  # type: ignore[misc]
        assert core.all(instruments.Measure)[-1].act is Act.BLOOD_PRESSURE
        core.pressure(122, 78)
    person.on(Screen.RESULTS)
    way.press("next")
    way.press("next")
    core.connect_call()
    person.on(Screen.CALL)
    core.tell(talk.Plan, text="All is well.", disposition="self-care", provider="Dr. Grace Kim")
    core.say(station.CallState(state="ended"))
    person.on(Screen.PLAN)
    way.press("next")
    person.on(Screen.GOODBYE)
    assert len(way.touches) <= MOST, way.touches
    assert core.paper(documents.VisitClosed).how == "finished"
    about = next(p for p in core.papers() if isinstance(p, documents.Answers) and "pregnant" in p.facts)
    assert set(about.facts.values()) == {None}  # not known is not "no"
