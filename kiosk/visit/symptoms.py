"""Looking up a symptom, from the welcome screen: without a visit, and without leaving anything behind.

Where one is, is in `State.item`: "" types a word, "body" the map, "part:P" a part's symptoms, "ask:S" the
signs that need help now, "now:S" they are there, "care:S" they are not. The words typed are in no event.
"""

from typing import Final

from contract.station import PagePerson
from kiosk.clinical.library import default_symptoms
from kiosk.clinical.symptoms import PARTS, Symptom
from kiosk.visit.effects import EndSession, SetLanguage
from kiosk.visit.events import SymptomsWanted, SymptomTouched, WentBack
from kiosk.visit.model import Screen
from kiosk.visit.parts import PersonPage
from kiosk.visit.state import State
from kiosk.visit.turn import Turn

BODY: Final = "body"
YES, NO = "yes", "no"


def symptom_of(item: str) -> Symptom | None:
    """Return the symptom that a place is about, or None."""
    phase, _, name = item.partition(":")
    if phase not in ("ask", "now", "care"):
        return None
    return next((each for each in default_symptoms().symptoms if each.id == name), None)


def leads_to_visit(state: State) -> bool:
    """Can a visit be begun from here?"""
    return state.screen is Screen.SYMPTOMS and state.item.startswith(("now:", "care:"))


def wanted(turn: Turn, event: SymptomsWanted) -> None:
    """ "Look up a symptom", in a language of the welcome screen."""
    if turn.state.screen is not Screen.WELCOME or event.language not in turn.context.profile.languages:
        return
    turn.set(language=event.language)
    turn.effects.append(SetLanguage(event.language))
    turn.show(Screen.SYMPTOMS)


def touched(turn: Turn, event: SymptomTouched) -> None:
    """A part of the body, a symptom, or the answer to whether a sign is there."""
    if turn.state.screen is not Screen.SYMPTOMS:
        return
    kind, _, name = event.what.partition(":")
    known = kind == "ask" and symptom_of(event.what) is not None
    if known or event.what == BODY or (kind == "part" and name in PARTS):
        turn.forward(Screen.SYMPTOMS, event.what)
    elif event.what in (YES, NO) and turn.state.item.startswith("ask:"):
        _answered(turn, turn.state.item.removeprefix("ask:"), event.what == YES)


def _answered(turn: Turn, symptom: str, yes: bool) -> None:
    """With a sign that can't wait people on site are called at once; without, what one can do comes up."""
    if not yes:
        turn.forward(Screen.SYMPTOMS, f"care:{symptom}")
        return
    quiet = default_symptoms()[symptom].quiet
    turn.tell(PagePerson(visit=None, quiet=quiet))
    turn.set(person=PersonPage(asked=turn.at, closed=True))  # the screen itself says whom it reached
    turn.forward(Screen.SYMPTOMS, f"now:{symptom}")


def went_back(turn: Turn, _event: WentBack) -> None:
    """One step back; from the first, out."""
    if turn.state.screen is Screen.SYMPTOMS and not turn.backward():
        _leave(turn)


def forgotten(turn: Turn) -> None:
    """Nobody looks any more; where help is needed now, it stays for as long again as one may take to come."""
    timing = turn.context.profile.timing
    urgent = turn.state.item.startswith("now:")
    allowed = timing.idle_s + (timing.provider_wait_s if urgent else 0)
    if turn.state.screen is Screen.SYMPTOMS and turn.since_s(turn.state.touched_ns) >= allowed:
        _leave(turn)


def _leave(turn: Turn) -> None:
    """The session ends, so that nothing that was typed or looked at is left: the next finds a new one."""
    turn.set(person=None, back=())
    turn.show(Screen.WELCOME)
    turn.effects.append(EndSession("looked-up"))
