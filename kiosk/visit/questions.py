"""Why are you here, and who is in the room: the visit's questionnaire, one item a screen."""

from kiosk.visit import asking
from kiosk.visit.alarms import look
from kiosk.visit.events import Answered, Continued
from kiosk.visit.flow import onward
from kiosk.visit.model import Screen
from kiosk.visit.turn import Turn


def enter(turn: Turn) -> None:
    """Show the first question without an answer; with none left, send the answers and go on."""
    if look(turn):
        return
    item = asking.next_item(turn.context.questionnaire, turn.state.answers)
    if item:
        turn.forward(Screen.QUESTION, item)
    else:
        seal_unsent(turn)
        onward(turn)


def answered(turn: Turn, event: Answered) -> None:
    """Take an answer; the rules look at once."""
    answers = asking.taken(turn, turn.context.questionnaire, turn.state.answers, event)
    if answers is None:
        return
    turn.set(answers=answers)
    enter(turn)


def kept(turn: Turn, _event: Continued) -> None:
    """The answer given before stands."""
    if turn.state.item in turn.state.answers:
        enter(turn)


def seal_unsent(turn: Turn) -> None:
    """Send the answers as they are now, when the hub does not have just these."""
    asking.seal_answers(turn)
    asking.seal_cuff_answers(turn)
