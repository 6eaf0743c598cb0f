"""One resident: their visit begins, what is due is measured, one thing after another, and it ends.

A reading belongs to the resident who was confirmed before its first byte; what is in flight when the resident
changes is nobody's. A reading filed under the wrong resident is filed anew under the right one.
"""

from collections.abc import Callable
from typing import Final
from uuid import UUID, uuid5

import msgspec

from contract.care import (
    MISSED,
    WRONG_RESIDENT,
    CodeStatusShown,
    ReadingRefiled,
    ResidentBound,
    ResidentMissed,
    WrongResident,
)
from contract.documents import Cleaned, Person, VisitOpened
from contract.envelope import Lane
from contract.instruments import AckMeasurement, StopMeasure
from contract.measurement import Act, Measurement
from contract.station import AcknowledgeAlarm, VisitEnded, VisitStarted
from kiosk.rounds.events import WrongAfterwards
from kiosk.rounds.model import Bedside, Check, DoneHere, Duty, Left, Refile, Seen
from kiosk.rounds.pen import Pen
from kiosk.visit import by_hand, flow, leaving, nobody, photos, welcome
from kiosk.visit.alarms import SAID, UNMEASURABLE, look, raise_alarm
from kiosk.visit.entries import ENTRIES
from kiosk.visit.events import Continued, Finished, FromCore, PhotoWanted, WentBack
from kiosk.visit.kinds import KINDS
from kiosk.visit.model import Screen, reliable
from kiosk.visit.parts import Care, Fired, OpenAlarm
from kiosk.visit.state import State
from kiosk.visit.turn import Turn

NO_READINGS: Final = (SAID, UNMEASURABLE)  # red flags that no rule finds again in the readings
SCALE2: Final = "scale2"  # of residents.CONDITIONS
OXYGEN: Final = "oxygen"
STILL_SAVING: Final = "still-saving"
BACK_TO_BED: Final = (  # of a visit, screens that would end it or lead nowhere in a round
    Screen.RESULTS,
    Screen.OFFER_CALL,
)
DONE_AT: Final = (Screen.PLAN, Screen.PLAN_WAITING, Screen.STORED, Screen.TAKE_AWAY)


def begin(  # noqa: PLR0917 - what makes a visit
    pen: Pen, check: Check, identifiers: tuple[str, ...], visit: UUID, public: bytes, private: bytes
) -> None:
    """Open the resident's visit and say whose it is, ahead of any reading."""
    resident = check.resident
    pen.fresh(Screen.BEDSIDE)
    care = Care(
        role=pen.duty.role,
        name=pen.duty.name or pen.duty.role,
        baseline={usual.kind: usual.value for usual in resident.baseline},
        spo2_scale=2 if SCALE2 in resident.conditions else 1,
        oxygen=OXYGEN in resident.conditions,
    )
    language = pen.state.language or pen.context.profile.languages[0]
    pen.set(
        visit=visit,
        language=language,
        session_public=public,
        session_private=private,
        consented=True,  # to care in this house; a call, a case, a picture are asked for by themselves
        attended=True,
        person_is=Person(resident.given, resident.family, resident.birth_date or None),
        care=care,
        wanted=tuple(act for act in KINDS if act in check.due and has(pen, act)),
    )
    pen.tell(VisitStarted(visit=visit))
    pen.seal(VisitOpened(visit=visit, at=pen.at, language=language, session_key=public))
    pen.seal(
        ResidentBound(
            visit=visit,
            at=pen.at,
            resident=resident.id,
            shift=shift_of(pen),
            by=pen.staff,
            how=check.how,
            identifiers=identifiers,
            photo_old=check.photo_old,
        )
    )
    pen.set(session_key_live=pen.new_id())
    welcome.say_session_key(pen)
    pen.change(
        check=None, refile=None, undo=None, left=None, to_clean=None, bedside=Bedside(check, identifiers)
    )


def shift_of(pen: Pen) -> UUID:
    """Return the shift; LookupError without one."""
    if pen.duty.shift is None:
        raise LookupError("nobody is signed in")
    return pen.duty.shift


def has(pen: Pen, act: Act) -> bool:
    """Has this station a device for it? Else it is entered by hand."""
    if act not in KINDS:
        return False
    role = KINDS[act].role
    return pen.state.device(role) is not None or any(d.role == role for d in pen.context.profile.devices)


def something_due(duty: Duty, state: State) -> bool:
    """Is anything still to be measured or entered here?"""
    return bool(state.to_measure or by_hand_due(duty, state))


def by_hand_due(duty: Duty, state: State) -> tuple[Act, ...]:
    """Return what is due and only a person can give, and nobody has given yet."""
    bed = duty.bedside
    due = bed.check.due if bed is not None else ()
    return tuple(
        act for act in ENTRIES if act in due and act not in state.wanted and not state.record(act).done
    )


def go_on(pen: Pen, _event: Continued) -> None:
    """The button at the bottom right: measure what is due, and then on to the next resident."""
    if something_due(pen.duty, pen.state):
        pen.at_bed(going=True)
        flow.onward(pen)
        chain(pen)
    else:
        leave_for_list(pen)


def chain(pen: Pen) -> None:
    """After the devices, what is counted and seen; one after another."""
    bed = pen.duty.bedside
    if bed is None or not bed.going or pen.state.screen is not Screen.BEDSIDE or pen.state.running:
        return
    if pen.state.to_measure:
        return  # a device is missing, and staff chose to go back
    rest = by_hand_due(pen.duty, pen.state)
    if rest:
        by_hand.enter(pen, rest[0])
    else:
        pen.at_bed(going=False)


def leave_for_list(pen: Pen) -> None:
    """Done here: back to the list, as soon as pictures are in the queue."""
    if all(each.over for each in pen.state.kept):
        leave(pen, "finished")
    else:
        pen.set(mistake=STILL_SAVING)


def leave(
    pen: Pen, how: str, *, missed: str = "", last: bool = False, moved: frozenset[UUID] = frozenset()
) -> None:
    """Close the visit with what it has and drop it; what is not at the hub yet is kept to be put again.

    `moved`: readings that turned out to be another resident's.
    """
    bed, visit = pen.duty.bedside, pen.state.visit
    if bed is None or visit is None:
        return
    if pen.state.running is not None:
        pen.tell(StopMeasure(act=pen.state.running.act))
        pen.set(running=None)
    leaving.settle(pen, how)
    state = pen.state
    measured = {m.id for m in state.measurements}
    done = counted(tuple(m for m in state.measurements if m.id not in moved))
    skipped = tuple(
        DoneHere(act, pen.at, skipped=state.record(act).skipped or missed)
        for act in bed.check.due
        if missed or state.record(act).skipped
    )
    seen = Seen(bed.resident.id, visit, pen.at, (*done, *skipped), missed)
    pen.change(
        bedside=None,
        seen=(*pen.duty.seen, seen),
        papers=(*pen.duty.papers, *state.papers),
        discarded=(*pen.duty.discarded, *(act for act in state.acts if act not in measured)),
        undo=None,
        left=left_of(bed, visit, state) if not moved else None,
        to_clean=visit,
    )
    pen.tell(VisitEnded(visit=visit, next=not last))
    pen.fresh(Screen.ROUND)
    if not last:
        pen.ask_list()


def left_of(bed: Bedside, visit: UUID, state: State) -> Left | None:
    """Return what is needed to find out on the list that it was the wrong resident."""
    if not state.measurements and not said(state.alarms):
        return None
    about = (bed.check.how, bed.identifiers, state.alarms, noted(bed, state))
    return Left(bed.resident.id, visit, state.measurements, *about)


def said(alarms: tuple[OpenAlarm, ...]) -> bool:
    """Is there an emergency among these that does not stand in readings? It goes where the person is."""
    return any(alarm.rule in NO_READINGS for alarm in alarms)


def noted(bed: Bedside, state: State) -> bool:
    """Was anything written down or photographed, beside what was measured?"""
    return bool(bed.observed or bed.sbar or bed.told or bed.agreed or state.kept)


def counted(measurements: tuple[Measurement, ...]) -> tuple[DoneHere, ...]:
    """Return what these count for in the schedule."""
    return tuple(DoneHere(m.act, m.effective) for m in measurements if not m.derived_from and reliable(m))


def left_out(pen: Pen, why: str) -> None:
    """Not now: nothing is measured, and why."""
    if why in MISSED:
        pen.seal(ResidentMissed(visit=pen.visit, at=pen.at, why=why, by=pen.staff))
        leave(pen, "left", missed=why)


# ---- wrong resident


def wrong(pen: Pen) -> None:
    """ "Wrong resident": this visit ends, and whose readings they are is found like any resident."""
    back = to_refile(pen, pen.state.measurements)
    pen.seal(
        WrongResident(visit=pen.visit, at=pen.at, by=pen.staff)
    )  # whoever they are found to be, or nobody
    leave(pen, "finished", moved=frozenset(m.id for m in back.readings))
    pen.change(left=None)
    if back.readings or said(back.alarms):  # else there is nothing to file anew
        pen.change(refile=back)


def wrong_afterwards(pen: Pen, event: WrongAfterwards) -> None:
    """The same from the list, of the resident who was left last."""
    left = pen.duty.left
    if left is None or pen.state.screen is not Screen.ROUND or event.resident.id != left.resident:
        return
    of_left(pen, left.visit, "afterwards", lambda visit: WrongResident(visit=visit, at=pen.at, by=pen.staff))
    former = Check(event.resident, left.how)
    pen.change(
        refile=Refile(left.readings, left.visit, former, left.identifiers, left.alarms, left.noted),
        left=None,
        seen=tuple(each for each in pen.duty.seen if each.visit != left.visit),  # nobody has measured them
    )


def cleaned(pen: Pen) -> None:
    """Hands and devices were cleaned after the resident who was left last."""
    if (visit := pen.duty.to_clean) is not None:
        of_left(pen, visit, "cleaned", lambda it: Cleaned(visit=it, at=pen.at, how="cleaned"))
        pen.change(to_clean=None)


def of_left(pen: Pen, visit: UUID, name: str, document: Callable[[UUID], Cleaned | WrongResident]) -> None:
    """Seal a document of a visit that was left."""
    beside = Turn(State(visit=visit), pen.at, pen.context)
    beside.seal(document(visit), id=uuid5(visit, f"left/{name}"))
    pen.effects.extend(beside.effects)
    pen.change(papers=(*pen.duty.papers, *beside.state.papers))


def keep(pen: Pen) -> None:
    """They are the resident's they were filed under after all."""
    refile = pen.duty.refile
    if refile is None:
        return
    here = refile.former.resident.id
    seen = Seen(here, refile.visit, pen.at, counted(refile.readings))
    pen.change(refile=None, seen=(*pen.duty.seen, seen))
    take_back(pen, refile.visit)
    pen.set(mistake="")


def take_back(pen: Pen, visit: UUID) -> None:
    """A visit that was left was its resident's after all, with all that was noted in it."""
    of_left(
        pen,
        visit,
        "taken-back",
        lambda here: WrongResident(visit=here, at=pen.at, by=pen.staff, wrong=False),
    )


def to_refile(pen: Pen, readings: tuple[Measurement, ...]) -> Refile:
    """Return these readings of the present visit as such that belong elsewhere."""
    check, identifiers = pen.bed.check, pen.bed.identifiers
    stay = len(readings) < len(pen.state.measurements)  # what else was measured here may be what they are of
    alarms = () if stay else pen.state.alarms
    return Refile(readings, pen.visit, check, identifiers, alarms, noted(pen.bed, pen.state))


def take_over(pen: Pen, refile: Refile) -> None:
    """File readings of a wrong resident's visit in this one; the rules look at them as this resident's."""
    new: dict[UUID, UUID] = {former.id: pen.new_id() for former in refile.readings}
    for former in refile.readings:
        mine = msgspec.structs.replace(
            former,
            id=new[former.id],
            derived_from=tuple(new[each] for each in former.derived_from if each in new),
        )
        pen.set(measurements=(*pen.state.measurements, mine))
        pen.seal(
            ReadingRefiled(
                visit=pen.visit,
                at=pen.at,
                measurement=mine,
                former=former.id,
                former_visit=refile.visit,
                by=pen.staff,
            ),
            Lane.READING,
        )
        record = pen.state.record(mine.act)
        pen.set_record(
            mine.act,
            done=True,
            readings=(*record.readings, *((mine.id,) if reliable(mine) and not mine.derived_from else ())),
            mean=mine.id if mine.derived_from else record.mean,
        )
    pen.at_bed(refiled=tuple(new.values()))
    for alarm in refile.alarms:
        pen.tell(AcknowledgeAlarm(alarm=alarm.id, by=WRONG_RESIDENT))
        # Said or seen of whoever is in this bed. Who took it over before had another one, and another code
        # status, in mind: it is to be taken over anew.
        if alarm.rule in NO_READINGS:
            raise_alarm(pen, Fired(alarm.rule, alarm.level, alarm.why, "", quiet=alarm.quiet), anew=True)
    look(pen)


# ---- beside the visit's own


def back_to_bed(pen: Pen, _event: Finished | Continued | WentBack) -> None:
    """The call or the plan is over, or waiting goes on beside: back to this resident. The round goes on."""
    pen.set(back=())
    pen.show(Screen.BEDSIDE)


def pictures(pen: Pen) -> None:
    """A picture of a wound."""
    photos.wanted(pen, PhotoWanted(at=pen.at))


def leave_case(pen: Pen, wish: str) -> None:
    """The whole case is left to be looked at, by a provider or by a specialist."""
    pen.set(obstacle=pen.state.obstacle or nobody.DECLINED)
    nobody.leave_case(pen, wish)
    pen.show(Screen.BEDSIDE)


def late(pen: Pen, event: FromCore) -> None:
    """A reading that was in flight when the resident changed: nobody's. Core need not keep it."""
    measurement = getattr(event.message, "measurement", None)
    if measurement is not None:
        pen.tell(AckMeasurement(id=measurement.id))


def code_status(pen: Pen) -> None:
    """An emergency is on the screen, and with it the code status: that it was shown is written down."""
    bed = pen.duty.bedside
    if bed is None or pen.state.screen is not Screen.EMERGENCY:
        return
    new = [a.id for a in pen.state.alarms if a.level == "E" and a.id not in bed.shown]
    for alarm in new:
        pen.seal(CodeStatusShown(visit=pen.visit, at=pen.at, alarm=alarm, status=bed.resident.code_status))
    if new:
        pen.at_bed(shown=(*bed.shown, *new))
