"""What changed, the handover (SBAR), who was told, who agrees: said by staff, sealed with the visit.

An aide's observation is not a nurse's assessment: only a nurse can write one.
"""

from typing import Final

from contract.care import (
    AUTHORITIES,
    CHANGES,
    INTERPRETERS,
    PRESENT,
    SINCES,
    TELLING_WAYS,
    TELLING_WHYS,
    TOLD,
    TRENDS,
    TRIES,
    ChangeSeen,
    ConditionChange,
    Notified,
    ResidentConsent,
    Sbar,
)
from kiosk.rounds import bedside
from kiosk.rounds.events import RoundChose, RoundTouched, RoundWrote, SbarKept
from kiosk.rounds.pen import Pen
from kiosk.visit import by_hand, calls, flow
from kiosk.visit.call_events import CallWanted
from kiosk.visit.events import HandWanted, WentBack
from kiosk.visit.model import Screen

REQUESTS: Final = ("see-today", "orders", "advice", "know")
TEXT_CHARS: Final = 1000
NAME_CHARS: Final = 100
CALL: Final = "call"
CASE: Final = "case"
PHOTO: Final = "photo"
NEEDS_YES: Final = {CALL: "visit", CASE: "visit", PHOTO: "photo"}  # as in ResidentConsent.what
WORDS: Final = "words"  # a choice: what is seen is put in words too
ANSWER: Final = "answer"  # a choice: what somebody said to it is written down
LEADS: Final = {"observe": Screen.OBSERVE, "sbar": Screen.SBAR, "notify": Screen.NOTIFY}
UP: Final = {  # where Back leads
    Screen.NOT_NOW: Screen.BEDSIDE,
    Screen.OBSERVE: Screen.BEDSIDE,
    Screen.OBSERVE_HOW: Screen.OBSERVE,
    Screen.OBSERVE_NOTE: Screen.OBSERVE,
    Screen.SBAR: Screen.BEDSIDE,
    Screen.ASSESS: Screen.SBAR,
    Screen.REQUEST: Screen.SBAR,
    Screen.NOTIFY: Screen.BEDSIDE,
    Screen.TOLD: Screen.NOTIFY,
    Screen.TOLD_NAME: Screen.NOTIFY,
    Screen.TOLD_SAID: Screen.NOTIFY,
    Screen.AGREE: Screen.BEDSIDE,
    Screen.AGREE_WITH: Screen.AGREE,
    Screen.AGREE_AS: Screen.AGREE,
    Screen.AGREE_NAME: Screen.AGREE_AS,
}


def went_back(pen: Pen, _event: WentBack) -> None:
    """One step back."""
    pen.show(UP[pen.state.screen])


def touched(pen: Pen, event: RoundTouched) -> None:
    """A button of the round's screens; what does not fit the screen changes nothing."""
    what = event.what
    match pen.state.screen:
        case Screen.ROUND if what == "keep":
            bedside.keep(pen)
        case Screen.ROUND if what == "cleaned":
            bedside.cleaned(pen)
        case Screen.BEDSIDE:
            _at_bedside(pen, what)
        case Screen.NOT_NOW:
            bedside.left_out(pen, what)
        case Screen.SBAR if what == "assess" and pen.duty.is_nurse:
            pen.show(Screen.ASSESS)
        case Screen.SBAR if what == "request":
            pen.show(Screen.REQUEST)
        case Screen.REQUEST if what in REQUESTS:
            pen.at_bed(request=what, sbar_kept=False)
            pen.show(Screen.SBAR)
        case Screen.NOTIFY if what in TOLD:
            pen.at_bed(telling=(what,))
            pen.show(Screen.TOLD, what)
        case Screen.AGREE:
            _agrees(pen, what)
        case Screen.AGREE_AS if what in AUTHORITIES:
            pen.show(Screen.AGREE_NAME, what)


def _at_bedside(pen: Pen, what: str) -> None:
    if what in LEADS:
        pen.show(LEADS[what])
    elif what in NEEDS_YES:
        with_a_yes(pen, what)
    elif what == "hand":
        by_hand.wanted(pen, HandWanted(at=pen.at))
    elif what == "not-now" and not pen.state.measurements:
        pen.show(Screen.NOT_NOW)
    elif what == "wrong":
        bedside.wrong(pen)
    elif what == "specialist" and pen.state.kept:
        bedside.leave_case(pen, "specialist")
    elif what == "plan" and pen.state.plan is not None:
        pen.show(Screen.PLAN)  # once more
    elif what == "leave":
        bedside.leave_for_list(pen)


# ---- who agrees


def with_a_yes(pen: Pen, then: str) -> None:
    """Do it, once the resident or the representative has agreed; asked once a visit."""
    if NEEDS_YES[then] in pen.bed.agreed:
        _do(pen, then)
    else:
        pen.at_bed(then=then)
        pen.show(Screen.AGREE)


def _do(pen: Pen, then: str) -> None:
    pen.at_bed(then="")
    if then == CALL and pen.state.call.wanted:
        flow.to_waiting(pen)
    elif then == CALL:
        calls.wanted(pen, CallWanted(at=pen.at, camera=True))
    elif then == CASE:
        bedside.leave_case(pen, "review")
    elif then == PHOTO:
        bedside.pictures(pen)


def _agrees(pen: Pen, what: str) -> None:
    able = not pen.bed.resident.lacks_capacity
    if what == "yes" and able:
        _consent(pen, "resident", "resident-decides")
    elif what == "no":
        _refuse(pen)
    elif what == "with":
        pen.show(Screen.AGREE_WITH)
    elif what in ("on-record", "assessed-unable"):
        pen.at_bed(basis=what)
        pen.show(Screen.AGREE_AS)


def _refuse(pen: Pen) -> None:
    who = "representative" if pen.bed.resident.lacks_capacity else "resident"
    _seal_consent(pen, who, "on-record" if who == "representative" else "resident-decides", given=False)
    pen.at_bed(then="")
    pen.show(Screen.BEDSIDE)
    pen.set(mistake="not-agreed")


def _consent(pen: Pen, who: str, basis: str, name: str = "", authority: str = "") -> None:
    then = pen.bed.then
    _seal_consent(pen, who, basis, name, authority)
    pen.at_bed(agreed=(*pen.bed.agreed, NEEDS_YES.get(then, "visit")))
    pen.show(Screen.BEDSIDE)
    _do(pen, then)


def _seal_consent(
    pen: Pen, who: str, basis: str, name: str = "", authority: str = "", *, given: bool = True
) -> None:
    representative = pen.bed.resident.representative
    if who == "representative" and not name and representative is not None:
        name = representative.name
    pen.seal(
        ResidentConsent(
            visit=pen.visit,
            at=pen.at,
            version=pen.context.profile.consent_version,
            language=pen.state.language,
            given=given,
            who=who,
            basis=basis,
            by=pen.staff,
            name=name,
            authority=authority or ("other" if who == "representative" else ""),
            present=("staff", *(each for each in PRESENT if each in pen.bed.with_us)),
            interpreter=next((how for how in INTERPRETERS if f"by-{how}" in pen.bed.with_us), ""),
            what=NEEDS_YES.get(pen.bed.then, "visit"),
        )
    )


# ---- what changed


def chose(pen: Pen, event: RoundChose) -> None:
    """Several choices at once."""
    match pen.state.screen:
        case Screen.OBSERVE:
            _observed(pen, event.what)
        case Screen.OBSERVE_HOW:
            _described(pen, event.what)
        case Screen.TOLD:
            _telling(pen, event.what)
        case Screen.AGREE_WITH:
            pen.at_bed(with_us=event.what)
            pen.show(Screen.AGREE)


def _observed(pen: Pen, what: tuple[str, ...]) -> None:
    """What has changed; nothing: as usual, which is written down as well."""
    found = tuple(each for each in CHANGES if each in what)
    pen.at_bed(changes=(), asked_of=found, observed=False)
    _next_change(pen)


def _described(pen: Pen, what: tuple[str, ...]) -> None:
    trend = next((each for each in TRENDS if each in what), "")
    when = next((each for each in SINCES if each in what), "")
    bed = pen.bed
    if not trend or not when or not bed.asked_of:
        return
    pen.at_bed(noting=(trend, when))
    if WORDS in what:
        pen.show(Screen.OBSERVE_NOTE, bed.asked_of[0])
    else:
        _change(pen, "")


def _change(pen: Pen, note: str) -> None:
    bed = pen.bed
    if not bed.asked_of or not all(bed.noting):
        return
    change = ChangeSeen(bed.asked_of[0], *bed.noting, note)
    pen.at_bed(changes=(*bed.changes, change), asked_of=bed.asked_of[1:], noting=("", ""))
    _next_change(pen)


def _next_change(pen: Pen) -> None:
    if rest := pen.bed.asked_of:
        pen.show(Screen.OBSERVE_HOW, rest[0])
        return
    pen.seal(ConditionChange(visit=pen.visit, at=pen.at, changes=pen.bed.changes, by=pen.staff))
    pen.at_bed(observed=True, sbar_kept=False)
    pen.show(Screen.BEDSIDE)


# ---- text


def wrote(pen: Pen, event: RoundWrote) -> None:
    """A nurse's assessment, a name of who was told, or who agrees."""
    text = " ".join(event.text.split())
    match pen.state.screen:
        case Screen.ASSESS if pen.duty.is_nurse:
            pen.at_bed(assessment=text[:TEXT_CHARS], sbar_kept=False)
            pen.show(Screen.SBAR)
        case Screen.OBSERVE_NOTE:
            _change(pen, text[:TEXT_CHARS])
        case Screen.TOLD_NAME:
            _named(pen, text[:NAME_CHARS])
        case Screen.TOLD_SAID:
            _said(pen, text[:TEXT_CHARS])
        case Screen.AGREE_NAME:
            if text:
                _consent(pen, "representative", pen.bed.basis, text[:NAME_CHARS], pen.state.item)
            else:
                pen.set(mistake="missing")


# ---- the handover


def sbar_kept(pen: Pen, event: SbarKept) -> None:
    """Keep the handover as it was shown; a later one replaces it. Then the call or the case, if wanted."""
    if pen.state.screen is not Screen.SBAR:
        return
    bed, duty = pen.bed, pen.duty
    sbar = bed.sbar or pen.new_id()
    pen.seal(
        Sbar(
            visit=pen.visit,
            at=pen.at,
            id=sbar,
            situation=event.situation,
            background=event.background,
            request=event.request,
            observation=event.observation,
            observed_by=duty.staff if event.observation else None,
            assessment=bed.assessment if duty.is_nurse else "",
            assessed_by=duty.staff if bed.assessment and duty.is_nurse else None,
        )
    )
    pen.at_bed(sbar=sbar, sbar_kept=True)
    pen.show(Screen.BEDSIDE)
    if event.then in (CALL, CASE):
        with_a_yes(pen, event.then)


# ---- who was told


def _telling(pen: Pen, what: tuple[str, ...]) -> None:
    way = next((each for each in TELLING_WAYS if each in what), "")
    why = next((each for each in TELLING_WHYS if each in what), "")
    who = pen.state.item
    if not way or not why or who not in TOLD:
        return
    pen.at_bed(telling=(who, way, why, *((ANSWER,) if ANSWER in what and way not in TRIES else ())))
    if who == "resident":
        _named(pen, f"{pen.bed.resident.given} {pen.bed.resident.family}".strip())
    else:
        pen.show(Screen.TOLD_NAME, who)


def _named(pen: Pen, person: str) -> None:
    if not person:
        pen.set(mistake="missing")
        return
    if len(pen.bed.telling) < len(("who", "way", "why")):
        return
    if ANSWER in pen.bed.telling:
        pen.at_bed(telling=(*pen.bed.telling, person))
        pen.show(Screen.TOLD_SAID, pen.bed.telling[0])
    else:
        _told(pen, person, "")


def _said(pen: Pen, said: str) -> None:
    """What came of it, in the words of whom was told."""
    if ANSWER in pen.bed.telling[:-1]:
        _told(pen, pen.bed.telling[-1], said)


def _told(pen: Pen, person: str, said: str) -> None:
    who, way, why = pen.bed.telling[:3]
    pen.seal(
        Notified(
            visit=pen.visit,
            at=pen.at,
            id=pen.new_id(),
            who=who,
            person=person,
            when=pen.at.wall,
            how=way,
            why=why,
            by=pen.staff,
            said=said,
        )
    )
    told = pen.bed.told if way in TRIES else (*pen.bed.told, (who, pen.at.wall))
    pen.at_bed(telling=(), told=told)
    pen.show(Screen.NOTIFY)
