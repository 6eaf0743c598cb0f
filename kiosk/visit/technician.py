"""Who works on the station: a technician's sign-in, its checks page by page, and a spare for a broken device.

From the staff's screen and back to it, never within a visit. Which pages there are is the list of
`contract.commissioning`; what was found, and who is in, is core's (`TechnicianIs`): here is only where one
is.
"""

from typing import Final

from contract import technician as t
from contract.capture import Watch
from contract.commissioning import REPORT, pages
from contract.station import SpareAnswered
from kiosk.visit.events import Continued, FromCore, StopPressed, TechnicianTouched, WentBack
from kiosk.visit.model import Screen
from kiosk.visit.turn import Turn

CODE: Final = "code"
CHECK: Final = "check:"
SPARE: Final = "spare"
WATCHED: Final = ("camera", "sound")  # pages where camera and microphone are open


def subjects(turn: Turn) -> tuple[str, ...]:
    """Return what is to be checked here, in order."""
    return tuple(page.subject for page in pages(turn.context.profile))


def touched(turn: Turn, event: TechnicianTouched) -> None:
    """A button of who works here."""
    screen, what = turn.state.screen, event.what
    if what == "sign-in" and screen in (Screen.STATION, Screen.SPARE):
        turn.show(Screen.TECHNICIAN)
        turn.tell(t.TechnicianWanted())
    elif what == CODE and screen is Screen.TECHNICIAN:
        turn.show(Screen.TECHNICIAN, CODE)
    elif what == SPARE and screen in (Screen.STATION, Screen.COMMISSION):
        _leave_check(turn)
        turn.show(Screen.SPARE)
        turn.tell(t.SparesWanted())
    elif what.startswith("spare:") and screen is Screen.SPARE:
        turn.show(Screen.SPARE, what.removeprefix("spare:"))
        turn.tell(t.SparesWanted())
    elif screen is Screen.COMMISSION:
        _in_list(turn, what)


def _in_list(turn: Turn, what: str) -> None:
    if what == "sign-out":
        _leave_check(turn)
        turn.tell(t.TechnicianOut())
        turn.show(Screen.STATION)
    elif what == REPORT:
        _open(turn, REPORT)
    elif what.startswith(CHECK) and what.removeprefix(CHECK) in subjects(turn):
        _open(turn, what.removeprefix(CHECK))


def _open(turn: Turn, item: str) -> None:
    """Turn to a page of the checks; camera and microphone are open on theirs alone."""
    _leave_check(turn)
    turn.show(Screen.COMMISSION, item)
    if item in WATCHED:
        turn.tell(Watch(on=True))


def _leave_check(turn: Turn) -> None:
    """Whatever the present page had begun is over."""
    item = turn.state.item
    if turn.state.screen is not Screen.COMMISSION or not item:
        return
    if item in WATCHED:
        turn.tell(Watch(on=False))
    page = next((page for page in pages(turn.context.profile) if page.subject == item), None)
    if page is not None and page.device is not None:
        turn.tell(t.CheckRead(subject=item, stop=True))


def went_on(turn: Turn, _event: Continued) -> None:
    """Next: the next check; after the last the report."""
    if turn.state.screen is Screen.COMMISSION and turn.state.item != REPORT:
        order = (*subjects(turn), REPORT)
        at = order.index(turn.state.item) + 1 if turn.state.item in order else 0
        _open(turn, order[at])


def went_back(turn: Turn, _event: WentBack) -> None:
    """Back: one step, to the staff's screen at last; from the list of checks that is signing out."""
    screen, item = turn.state.screen, turn.state.item
    if screen is Screen.TECHNICIAN:
        if item:
            turn.show(Screen.TECHNICIAN)
        else:
            turn.tell(t.TechnicianOut())
            turn.show(Screen.STATION)
    elif screen is Screen.COMMISSION:
        if item:
            _open(turn, "")
        else:
            _in_list(turn, "sign-out")
    elif screen is Screen.SPARE:
        turn.show(Screen.SPARE if item else Screen.COMMISSION if turn.state.technician else Screen.STATION)


def stopped(turn: Turn, _event: StopPressed) -> None:
    """STOP: the device that is being read."""
    if turn.state.screen is Screen.COMMISSION and turn.state.item:
        turn.tell(t.CheckRead(subject=turn.state.item, stop=True))


def technician_is(turn: Turn, event: FromCore) -> None:
    """Core says who is in: the checks open, or close. A screen that knows nothing of it sends them out."""
    told, screen = event.message, turn.state.screen
    if not isinstance(told, t.TechnicianIs):
        return
    inside = told.state == t.IN
    if inside is not turn.state.technician:
        turn.set(technician=inside)
    if inside and screen is Screen.TECHNICIAN:
        turn.show(Screen.COMMISSION)
    elif inside and screen not in (Screen.COMMISSION, Screen.SPARE):
        turn.tell(t.TechnicianOut())
    elif not inside and screen is Screen.COMMISSION:
        turn.show(Screen.STATION)


def spare_answered(turn: Turn, event: FromCore) -> None:
    """A spare was admitted: back to the list, which says so once core has found it."""
    told = event.message
    if isinstance(told, SpareAnswered) and not told.problem and turn.state.screen is Screen.SPARE:
        turn.show(Screen.SPARE)


def here(turn: Turn) -> None:
    """A touch keeps who is in."""
    if turn.state.screen is Screen.COMMISSION:
        turn.tell(t.TechnicianHere())


def forgotten(turn: Turn) -> None:
    """Nobody is there any more: the next patient finds the invitation. Who is in, core puts out."""
    screen = turn.state.screen
    patience = {Screen.TECHNICIAN: t.CHALLENGE_S, Screen.SPARE: turn.context.profile.timing.idle_s}.get(
        screen
    )
    if patience is not None and turn.since_s(turn.state.touched_ns) >= patience:
        turn.tell(t.TechnicianOut())
        turn.show(Screen.WELCOME)
