"""Pages of calling a provider from a resident's bed: for staff, who go on with their round.

The same screens as a patient's (pages_talking). Nothing is taken home from here, nothing told is changed
here, and the way on always leads back to the resident.
"""

from collections.abc import Callable
from typing import Final

from kiosk.visit.model import Screen
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import keeping, pages_talking
from ui.viewmodels.page import PageProps, button
from ui.viewmodels.round_parts import here
from ui.viewmodels.round_words import tr

CALL_AGAIN: Final = QT_TRANSLATE_NOOP("Round", "Call again")


def waiting(inputs: Inputs) -> PageProps:
    """The place in line; the round may go on meanwhile."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "Please wait for a provider.")),
        why=here(inputs),
        lines=(
            pages_talking.place(inputs.state.call),
            *pages_talking.how_long(inputs),
            *_unseen(inputs),
            tr(QT_TRANSLATE_NOOP("Round", "You can go back to the resident: the call comes to you.")),
        ),
        notes=pages_talking.sound(inputs),
        buttons=(button("hang-up", tr(QT_TRANSLATE_NOOP("Round", "Stop waiting")), "x"),),
        picture="waiting",
    )


def nobody(inputs: Inputs) -> PageProps:
    """Nobody answers: what happened, and every way to go on."""
    state = inputs.state
    again = QT_TRANSLATE_NOOP("Round", "Keep waiting") if state.obstacle != "dropped" else CALL_AGAIN
    look = QT_TRANSLATE_NOOP("Round", "Leave the case: a provider looks at it")
    back = QT_TRANSLATE_NOOP("Round", "Have a provider call back")
    urgent = QT_TRANSLATE_NOOP("Round", "This is urgent: call the physician or an ambulance.")
    return PageProps(
        heading=pages_talking.nobody_words(inputs),
        why=here(inputs),
        lines=(
            *((tr(urgent),) if state.level in ("E", "P") else ()),
            *_unseen(inputs),
            keeping.say(keeping.kept(state.papers)),
        ),
        buttons=(
            button("wait", tr(again), "hourglass", "primary"),
            button("store", tr(look), "save"),
            button("call-back", tr(back), "phone"),
        ),
        tone="caution",
    )


def plan_waiting(inputs: Inputs) -> PageProps:
    """The call is over, the provider writes."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "The provider is writing the plan.")),
        why=here(inputs),
        lines=(
            tr(QT_TRANSLATE_NOOP("Round", "It comes to this screen while you are with this resident.")),
            tr(QT_TRANSLATE_NOOP("Round", "If you go on before, it is kept in the resident's record.")),
        ),
        buttons=(button("call", tr(CALL_AGAIN), "video"),),
        picture="waiting",
    )


def stored(inputs: Inputs) -> PageProps:
    """The case is left, or a call back is asked for: what happens next, by when."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Round", "It is left for a provider.")),
        why=here(inputs),
        lines=(
            *_unseen(inputs),
            keeping.say(keeping.kept(inputs.state.papers)),
            *pages_talking.what_comes(inputs, _PROMISES),
        ),
        buttons=(button("call", tr(QT_TRANSLATE_NOOP("Round", "Try to call a provider")), "video"),),
        picture="finished",
    )


_PROMISES: Final = pages_talking.Promises(
    look=(
        QT_TRANSLATE_NOOP("Page", "A provider looks at this case within %1."),
        QT_TRANSLATE_NOOP(
            "Page", "There is no connection now. A provider looks at this case within %1 once it is back."
        ),
    ),
    call=(
        QT_TRANSLATE_NOOP("Page", "A provider calls back within %1."),
        QT_TRANSLATE_NOOP(
            "Page", "There is no connection now. A provider calls back within %1 once it is back."
        ),
    ),
    call_in_part=(
        QT_TRANSLATE_NOOP("Page", "A provider calls back at the time you chose."),
        QT_TRANSLATE_NOOP(
            "Page",
            "There is no connection now. A provider calls back at the time you chose, once it is back.",
        ),
    ),
)


def _unseen(inputs: Inputs) -> tuple[str, ...]:
    text = QT_TRANSLATE_NOOP("Round", "No provider has looked at this yet.")
    return () if inputs.state.seen else (tr(text),)


BEDSIDE_PAGES: Final[dict[Screen, Callable[[Inputs], PageProps]]] = {
    Screen.WAITING: waiting,
    Screen.NOBODY: nobody,
    Screen.PLAN_WAITING: plan_waiting,
    Screen.STORED: stored,
}
