"""The round's state machine: `step`. What is the round's own is here; all the rest is the visit's `step`.

Total like the visit's: what has no row changes nothing, nothing raises, and the very same state comes back.
"""

from collections.abc import Callable
from typing import Any, Final

from contract import instruments, staff, station
from kiosk.rounds import bedside, checking, signing, telling
from kiosk.rounds import events as e
from kiosk.rounds.effects import Effect, TryPin
from kiosk.rounds.model import Shift
from kiosk.rounds.pen import Pen
from kiosk.visit import calls, papers, table
from kiosk.visit import events as v
from kiosk.visit.context import Context
from kiosk.visit.model import Screen
from kiosk.visit.state import State
from kiosk.visit.turn import Turn

Handler = Callable[[Pen, Any], None]

OWN: Final[dict[type, Handler]] = {  # whoever is signed in, or nobody; the handlers look where they are
    e.SignInWanted: signing.wanted,
    e.BadgeTyping: signing.typing,
    e.BadgeGiven: signing.badge_given,
    e.PinGiven: signing.pin_given,
}
IN_SHIFT: Final[dict[type, Handler]] = {
    e.ListCame: signing.list_came,
    e.ListRefused: signing.list_refused,
    e.FindWanted: checking.find,
    e.Found: checking.found,
    e.ResidentPicked: checking.picked,
    e.BandUnknown: checking.unknown,
    e.ResidentConfirmed: checking.confirmed,
    e.UndoWanted: checking.undo,
    e.WrongAfterwards: bedside.wrong_afterwards,
    v.LeaveWanted: signing.asked,
    v.LeaveConfirmed: signing.confirmed,
    v.StillHere: signing.still_here,
}
AT_BEDSIDE: Final[dict[type, Handler]] = {
    e.RoundTouched: telling.touched,
    e.RoundChose: telling.chose,
    e.RoundWrote: telling.wrote,
    e.SbarKept: telling.sbar_kept,
}
ON_SCREEN: Final[dict[tuple[Screen, type], Handler]] = {
    (Screen.ROUND, v.WentBack): checking.went_back,
    (Screen.FIND, v.WentBack): checking.went_back,
    (Screen.CHECK, v.WentBack): checking.went_back,
    (Screen.BEDSIDE, v.Continued): bedside.go_on,
    (Screen.OUT_OF_ORDER, v.Finished): lambda pen, _: signing.end(pen, "asked"),
    (Screen.SIGNED_OUT, v.Finished): signing.finished,
    (Screen.SIGNED_OUT, v.Continued): signing.finished,
    **{(screen, v.WentBack): telling.went_back for screen in telling.UP},
    **{(screen, v.Finished): bedside.back_to_bed for screen in bedside.DONE_AT},
    **{(screen, v.Continued): bedside.back_to_bed for screen in bedside.DONE_AT},
    (Screen.WAITING, v.WentBack): bedside.back_to_bed,
    (Screen.NOBODY, v.WentBack): bedside.back_to_bed,
}
UNDER_LEAVING: Final = (v.LeaveConfirmed, v.StillHere, v.PersonWanted, v.StaffHere, v.StopPressed, v.Touched)
FROM_CORE: Final[dict[type, Handler]] = {
    staff.SignedIn: signing.signed_in,
    staff.SignInRefused: signing.refused,
    staff.SignedOut: signing.core_ends,
}
AGAIN: Final = (  # until the badge was shown again after a crash
    e.BadgeGiven,
    e.BadgeTyping,
    v.WentBack,
    v.LeaveWanted,
    v.LeaveConfirmed,
    v.StillHere,
    v.PersonWanted,
    v.PageClosed,
    v.StaffHere,
    v.StopPressed,
    v.LanguageChosen,
    v.Touched,
)
CALL_COMES_OVER: Final = (Screen.BEDSIDE, Screen.SBAR)
NOT_A_PERSON: Final = (*table.NOT_A_PERSON, e.ListCame, e.ListRefused)


def step(shift: Shift, event: e.Event, context: Context) -> tuple[Shift, tuple[Effect, ...]]:
    """Return the next state of both, and what is to be done."""
    if isinstance(event, e.Between):
        return event.shift, ()
    pen = Pen(shift, event.at, context)
    if not isinstance(event, NOT_A_PERSON) and shift.duty.shift is not None:
        if not heeded(shift, event):
            return shift, ()
        pen.change(touched_ns=pen.now_ns)
    handler = handler_for(shift, event)
    if handler is not None:
        handler(pen, event)
    if isinstance(event, v.Ticked):
        signing.ticked(pen, event)
        left_papers(pen, lambda turn, _: papers.retry_refused(turn), event)
    if handler is None and not isinstance(event, e.Own):
        pen.state, effects = table.step(pen.state, event, context)
        pen.effects.extend(effects)
    if isinstance(event, v.FromCore) and isinstance(event.message, station.Welcome):
        left_papers(pen, _put_all, event)
        if pen.duty.waiting and pen.duty.shift is not None:  # core did not hear it, or has forgotten
            pen.own.append(TryPin(pen.duty.shift, pen.duty.badge))
    beside(pen, shift, event)
    after = Shift(pen.duty, pen.state)
    return (shift if after == shift else after), (*pen.effects, *pen.own)


def left_a_resident(before: Shift, after: Shift) -> bool:
    """Was a resident left, so that nothing of them need be remembered? "Undo" leads straight to another."""
    left = before.state.visit is not None and after.state.visit != before.state.visit
    return left and after.duty.signed_in


def heeded(shift: Shift, event: e.Event) -> bool:
    """Does what a person does count now? Not what is behind a question, an end, or a lock."""
    duty, state = shift.duty, shift.state
    if duty.ending:
        return isinstance(event, v.Finished | v.Continued | v.PersonWanted | v.PageClosed | v.Touched)
    if state.leaving is not None and not isinstance(event, UNDER_LEAVING):
        return False
    return not duty.again or state.screen is Screen.EMERGENCY or isinstance(event, AGAIN)


def handler_for(shift: Shift, event: e.Event) -> Handler | None:
    """Return who handles an event of the round's; None: the visit does."""
    duty, state = shift.duty, shift.state
    if isinstance(event, v.FromCore):
        return _of_core(shift, event)
    kind = type(event)
    if kind is v.Resumed:
        return signing.resumed if duty.badge else None
    if kind in OWN:
        return OWN[kind]
    if state.screen in signing.SIGNING_IN and kind is v.WentBack:
        return signing.went_back
    if not duty.signed_in:
        return None
    if kind in AT_BEDSIDE:
        there = duty.bedside is not None or state.screen is Screen.ROUND
        return AT_BEDSIDE[kind] if there and not duty.again else None
    if kind in IN_SHIFT:
        return IN_SHIFT[kind]
    return ON_SCREEN.get((state.screen, kind))


def _of_core(shift: Shift, event: v.FromCore) -> Handler | None:
    message, duty = event.message, shift.duty
    if isinstance(message, instruments.Measured) and message.measurement.id in duty.discarded:
        return bedside.late
    if isinstance(message, station.PutDone) and any(paper.id == message.id for paper in duty.papers):
        return lambda pen, event: left_papers(pen, papers.put_done, event)
    return FROM_CORE.get(type(message))


def left_papers(pen: Pen, handle: Callable[[Turn, Any], None], event: v.Event) -> None:
    """Do with what is left of former residents as a visit does with its own, until the hub has it."""
    if not pen.duty.papers:
        return
    aside = Turn(State(papers=pen.duty.papers), pen.at, pen.context)
    handle(aside, event)
    pen.effects.extend(aside.effects)
    kept = tuple(paper for paper in aside.state.papers if paper.state not in papers.FINAL)
    if kept != pen.duty.papers:
        pen.change(papers=kept)


def _put_all(turn: Turn, _event: v.Event) -> None:
    for paper in turn.state.papers:
        if not paper.durable:
            papers.put_again(turn, paper)


def beside(pen: Pen, before: Shift, event: e.Event) -> None:
    """What a round does where the visit's machine has gone on by itself."""
    if not pen.duty.signed_in or pen.duty.ending:
        return
    state = pen.state
    if state.screen is Screen.RESUME:
        pen.change(again=True)
        pen.show(Screen.SIGN_IN)
    if pen.duty.bedside is None or pen.duty.again:
        return
    bedside.code_status(pen)
    if state.screen in bedside.BACK_TO_BED:
        pen.show(Screen.BEDSIDE)
    if before.state.screen is Screen.BY_HAND and len(state.measurements) == len(before.state.measurements):
        if state.screen is Screen.BEDSIDE:
            pen.at_bed(going=False)  # staff went back: not into it again by itself
    elif before.state.screen is not Screen.BEDSIDE:
        bedside.chain(pen)
    if pen.state.screen in CALL_COMES_OVER and pen.state.call.live:
        pen.show(Screen.CALL)
    elif pen.state.screen is Screen.BEDSIDE and pen.state.plan is not None and not pen.state.plan_seen:
        calls.show_plan(pen)
