"""Change what was said: who it is, or any answer, from wherever Back no longer leads to it."""

from typing import Final

from kiosk.clinical import questionnaire as forms
from kiosk.clinical.questionnaire import Questionnaire
from kiosk.visit import asking, flow
from kiosk.visit.events import ChangeWanted, WentBack
from kiosk.visit.model import Place, Screen
from kiosk.visit.state import State
from kiosk.visit.turn import Turn

WHO: Final = "who"


def name_of(place: Place) -> str:
    """Return what an event calls a question."""
    return f"{place.screen}:{place.item}"


def answered(state: State, why: Questionnaire, about: Questionnaire | None) -> tuple[Place, ...]:
    """Return every question that has an answer and still makes sense, in the order they are asked."""
    asked = ((Screen.QUESTION, why, state.answers), (Screen.ABOUT, about, state.about_answers))
    found: list[Place] = []
    for screen, form, answers in asked:
        if form is None:
            continue
        for item in forms.enabled(form, answers):
            group = form.asked_with(item.link_id)
            place = Place(screen, group.link_id if group else item.link_id)
            if place not in found and asking.is_answered(form, place.item, answers):
                found.append(place)
    return tuple(found)


def wanted(turn: Turn, _event: ChangeWanted) -> None:
    """Show what can be changed."""
    turn.forward(Screen.CHANGE)


def chosen(turn: Turn, event: ChangeWanted) -> None:
    """To what is to be changed; what was said stands until something else is."""
    if event.what == WHO:
        turn.forward(Screen.WHO)
        return
    for place in answered(turn.state, turn.context.questionnaire, turn.context.about):
        if name_of(place) == event.what:
            turn.forward(place.screen, place.item)


def left(turn: Turn, _event: WentBack) -> None:
    """Nothing (more) to change: back to where it was, which may be the call or the line."""
    if turn.state.call.live:
        turn.show(Screen.CALL)
    elif not turn.backward():
        if turn.state.call.wanted:
            flow.to_waiting(turn)
        else:
            flow.onward(turn)
