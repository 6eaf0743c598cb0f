"""Why are you here, and what is to be known about you: two questionnaires, an item a screen."""

from kiosk.visit import asking
from kiosk.visit.alarms import look
from kiosk.visit.events import Answered, Continued
from kiosk.visit.flow import onward
from kiosk.visit.kinds import by_reason
from kiosk.visit.model import Screen
from kiosk.visit.turn import Turn


def enter(turn: Turn) -> None:
    """Show the first question without an answer; with none left, send the answers and go on."""
    if look(turn):
        return
    if item := asking.next_item(turn.context.questionnaire, turn.state.answers):
        turn.forward(Screen.QUESTION, item)
    elif turn.context.about and (item := asking.next_item(turn.context.about, turn.state.about_answers)):
        turn.forward(Screen.ABOUT, item)
    else:
        seal_unsent(turn)
        by_reason(turn)
        onward(turn)


def answered(turn: Turn, event: Answered) -> None:
    """Take an answer; the rules look at once."""
    about = turn.state.screen is Screen.ABOUT
    before = turn.state.about_answers if about else turn.state.answers
    answers = asking.taken(turn, asking.form_of(turn.context, turn.state.screen), before, event)
    if answers is None:
        return
    turn.set(**{"about_answers" if about else "answers": answers})
    enter(turn)


def kept(turn: Turn, _event: Continued) -> None:
    """The answer given before stands."""
    state = turn.state
    answers = state.about_answers if state.screen is Screen.ABOUT else state.answers
    if asking.is_answered(asking.form_of(turn.context, state.screen), state.item, answers):
        enter(turn)


def seal_unsent(turn: Turn) -> None:
    """Send the answers as they are now, when the hub does not have just these."""
    asking.seal_answers(turn)
    asking.seal_cuff_answers(turn)
