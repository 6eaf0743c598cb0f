"""Staff sign in by badge and PIN, and out: asked for, left alone, or told so by core; and after a crash.

Core judges, and counts what failed; offline too. The PIN is the session's alone and in no event.
"""

import secrets
from typing import Final

from contract import cards, staff
from contract.staff import SignedIn, SignedOut, SignInRefused, SignOut
from kiosk.rounds import bedside
from kiosk.rounds.effects import ForgetList, TryPin
from kiosk.rounds.events import BadgeGiven, BadgeTyping, ListCame, ListRefused, PinGiven, SignInWanted
from kiosk.rounds.model import Duty
from kiosk.rounds.pen import LATE_S, LIST_OLD_S, SAVE_S, SHOWN_S, Pen
from kiosk.visit import resume
from kiosk.visit.effects import EndSession
from kiosk.visit.events import (
    Finished,
    FromCore,
    LeaveConfirmed,
    LeaveWanted,
    Resumed,
    StillHere,
    Ticked,
    WentBack,
)
from kiosk.visit.leaving import still_here_s
from kiosk.visit.model import Screen
from kiosk.visit.parts import Leaving

ENTRY: Final = (Screen.WELCOME, Screen.STATION, Screen.SIGN_IN, Screen.BADGE)
SIGNING_IN: Final = (Screen.SIGN_IN, Screen.BADGE, Screen.PIN)
OVER: Final = ("wrong", "revoked", "over", "no-facility")  # refusals of the list that end the shift


def wanted(pen: Pen, _event: SignInWanted) -> None:
    """ "Sign in", on the staff's screen, where the station is one for rounds."""
    if pen.state.screen is Screen.STATION and pen.context.profile.setting == "ltc":
        pen.show(Screen.SIGN_IN)


def typing(pen: Pen, _event: BadgeTyping) -> None:
    """There is no reader, or it does not read this one."""
    if pen.state.screen is Screen.SIGN_IN:
        pen.show(Screen.BADGE)


def badge_given(pen: Pen, event: BadgeGiven) -> None:
    """A badge: on to the PIN. After a crash it shows that the same person is back."""
    badge = tidy(event.badge)
    if pen.duty.again:
        _back_again(pen, badge)
    elif pen.duty.shift is None and pen.state.visit is None and pen.state.screen in ENTRY:
        if pen.context.profile.setting != "ltc":
            return
        if cards.kind_of(badge) != cards.BADGE:
            pen.set(mistake="badge-not-ours")
            return
        pen.duty = Duty(badge=badge, touched_ns=pen.now_ns)
        pen.show(Screen.PIN)


def tidy(text: str) -> str:
    """Return a badge's number as it is written on it: typed in any case, with or without the dash."""
    plain = "".join(text.split()).upper().replace("-", "")
    return f"{plain[:4]}-{plain[4:]}" if plain.startswith("CP") else plain


def pin_given(pen: Pen, event: PinGiven) -> None:
    """A PIN: core judges it."""
    duty = pen.duty
    if pen.state.screen is not Screen.PIN or duty.waiting or duty.signed_in or not duty.badge:
        return
    if pen.over(duty.until):
        pen.change(until=None)
    elif duty.until is not None:
        return
    if not event.well_formed:
        pen.change(refusal="malformed")
        return
    pen.change(
        shift=event.shift,
        public=event.public,
        private=event.private,
        waiting=True,
        refusal="",
        touched_ns=pen.now_ns,
    )
    pen.own.append(TryPin(event.shift, duty.badge))


def signed_in(pen: Pen, event: FromCore) -> None:
    """Core says yes: the list is asked for. Said again after a crash, and asked for again."""
    message, duty = event.message, pen.duty
    if not isinstance(message, SignedIn) or message.shift != duty.shift or duty.ending:
        return
    first = not duty.signed_in
    pen.change(
        waiting=False,
        signed_in=True,
        staff=message.staff,
        roles=message.roles,
        refusal="",
        touched_ns=pen.now_ns,
    )
    if first:
        pen.fresh(Screen.ROUND)
    pen.ask_list()


def refused(pen: Pen, event: FromCore) -> None:
    """Core says no, and why."""
    message, duty = event.message, pen.duty
    if not isinstance(message, SignInRefused) or message.shift != duty.shift or duty.signed_in:
        return
    wait = pen.countdown(message.wait_s) if message.wait_s else None
    pen.change(shift=None, waiting=False, refusal=message.why, tries_left=message.tries_left, until=wait)
    pen.show(Screen.PIN, str(pen.now_ns))  # anew: what was typed is gone


def went_back(pen: Pen, _event: WentBack) -> None:
    """From the PIN to the badge, from the badge to the staff's screen; after a crash no further."""
    if pen.state.screen is Screen.BADGE:
        pen.show(Screen.SIGN_IN)
        return
    if pen.duty.waiting or pen.duty.again:
        return
    pen.own.append(ForgetList())
    pen.duty = Duty()
    pen.show(Screen.SIGN_IN if pen.state.screen is Screen.PIN else Screen.STATION)


def list_came(pen: Pen, event: ListCame) -> None:
    """The residents are there."""
    pen.change(name=event.name, refusal="")


def list_refused(pen: Pen, event: ListRefused) -> None:
    """The hub gives none: for now, or because the shift is not (or no longer) one."""
    pen.change(refusal=event.why)
    if event.why in OVER and not pen.duty.ending:
        end(pen, "asked")
        pen.change(refusal=event.why)


# ---- time, and the way out


def asked(pen: Pen, _event: LeaveWanted) -> None:
    """ "Sign out": once more, as everything is wiped."""
    if not pen.duty.ending:
        pen.set(leaving=Leaving("asked", pen.countdown(still_here_s(pen))))


def confirmed(pen: Pen, _event: LeaveConfirmed) -> None:
    """Sign out now."""
    if pen.state.leaving is not None:
        end(pen, "asked")


def still_here(pen: Pen, _event: StillHere) -> None:
    """Stay; as often as one likes."""
    pen.set(leaving=None)


def may_sign_out(pen: Pen) -> bool:
    """May nobody's answer be a sign-out? Not while somebody is measured, in a call, or in an emergency."""
    state = pen.state
    return state.running is None and not state.call.wanted and not state.emergencies


def ticked(pen: Pen, _event: Ticked) -> None:
    """Left alone: warned, then signed out. The list is asked for again now and then."""
    duty, state = pen.duty, pen.state
    if duty.ending:
        ended(pen)
    elif duty.signed_in:
        if state.leaving is not None:
            if pen.over(state.leaving.timer):
                end(pen, "idle" if state.leaving.why == "idle" else "asked") if may_sign_out(
                    pen
                ) else pen.set(leaving=None)
        elif may_sign_out(pen) and _alone_s(pen) >= pen.context.profile.staff.sign_out_s:
            pen.set(leaving=Leaving("idle", pen.countdown(still_here_s(pen))))
        elif pen.since_s(duty.asked_ns) >= LIST_OLD_S:
            pen.ask_list()
    elif state.screen in SIGNING_IN:
        if pen.over(duty.until):
            pen.change(until=None, refusal="")
        if _alone_s(pen) >= pen.context.profile.timing.idle_s and not duty.waiting:
            pen.own.append(ForgetList())
            pen.duty = Duty()
            pen.fresh(Screen.WELCOME)


def _alone_s(pen: Pen) -> float:
    return pen.since_s(max(pen.duty.touched_ns, pen.state.touched_ns))


def core_ends(pen: Pen, event: FromCore) -> None:
    """Core says that nobody is signed in any more."""
    message = event.message
    if not isinstance(message, SignedOut) or message.shift != pen.duty.shift:
        return
    if not pen.duty.ending:
        end(pen, message.why if message.why in staff.SIGN_OUTS else "unknown")


def end(pen: Pen, why: str) -> None:
    """The shift is over: the resident's visit is closed with what it has; what is not saved is waited for."""
    bedside.leave(pen, "finished" if why == "asked" else "timed-out", last=True)
    if why in ("asked", "idle") and pen.duty.shift is not None:
        pen.tell(SignOut(shift=pen.duty.shift, why=why))
    pen.own.append(ForgetList())
    pen.fresh(Screen.SIGNED_OUT)
    pen.change(ending=why, ending_ns=pen.now_ns, check=None, refile=None, undo=None, again=False)


def ended(pen: Pen) -> None:
    """All is saved, or it was said long enough that it is not: the session ends, and the wipe follows."""
    duty = pen.duty
    if duty.ended:
        return
    waited_s = pen.since_s(duty.ending_ns)
    saved = all(paper.durable for paper in duty.papers)
    if (saved and waited_s >= SHOWN_S) or waited_s >= SAVE_S + LATE_S:
        pen.change(ended=True)
        pen.effects.append(EndSession("signed-out", saved))


def finished(pen: Pen, _event: Finished) -> None:
    """ "Done", on the goodbye."""
    if all(paper.durable for paper in pen.duty.papers) and not pen.duty.ended:
        pen.change(ended=True)
        pen.effects.append(EndSession("signed-out", True))


# ---- after a crash


def resumed(pen: Pen, event: Resumed) -> None:
    """A new session: nothing of a resident is shown until the badge has been shown again."""
    duty = pen.duty
    if duty.ended:
        pen.effects.append(EndSession("signed-out", all(paper.durable for paper in duty.papers)))
        return
    if pen.state.visit is not None:
        resume.resumed(pen, event)
    if duty.ending:
        return
    if not duty.signed_in:
        pen.change(waiting=False, shift=None)  # the PIN died with the session
        return
    pen.set(leaving=None)
    pen.change(again=True, touched_ns=pen.now_ns, refusal="")
    if pen.state.screen is not Screen.EMERGENCY:
        pen.show(Screen.SIGN_IN)


def _back_again(pen: Pen, badge: str) -> None:
    """The same badge: on where it stopped."""
    if not secrets.compare_digest(badge.encode(), pen.duty.badge.encode()):
        pen.set(mistake="badge-not-the-same")
        return
    pen.change(again=False, touched_ns=pen.now_ns)
    check = pen.state.resume
    if check is not None:
        pen.set(resume=None, mistake="")
        resume.return_to(pen, check.back)
    elif pen.duty.check is not None:
        pen.show(Screen.CHECK, str(pen.duty.check.resident.id))
    else:
        pen.show(Screen.ROUND)
