"""Acts of measuring in general: starting one, keeping what it gave, giving it up.

Two failed or unreliable attempts of an act lead to a person, never to a third. Every reading that comes
for an act of this visit is sealed once, also a late one and one that is not reliable.
"""

from typing import Final
from uuid import uuid5

import msgspec

from contract import documents, instruments
from contract.envelope import Lane
from contract.measurement import Act, Measurement
from contract.station import PagePerson
from kiosk.visit import repeats, wishes
from kiosk.visit.alarms import look, page, raise_unmeasurable
from kiosk.visit.kinds import CUFF_SCREENS, KINDS, SHARED
from kiosk.visit.model import MISSING, Screen, reliable
from kiosk.visit.parts import Failure, PersonPage, Problem, Running
from kiosk.visit.turn import Turn

# Fault ids as in the peripherals' list, and our own.
NOT_CONNECTED: Final = "not-connected"
NO_ANSWER: Final = "no-answer"
STOPPED: Final = "stopped"
MUST_REST: Final = "cuff-must-rest"
RESTARTED: Final = "station-restarted"
NOT_RELIABLE: Final = "not-reliable"
NO_SCREEN: Final = "not-measured-here"

BY_HAND_ONLY: Final = tuple(act for act in Act if act not in KINDS)  # staff enter them, no device gives them

MEASURING: Final = (
    Screen.OXIMETER_PREPARE,
    Screen.OXIMETER,
    *SHARED,
    *CUFF_SCREENS,
    Screen.SKIP_WHY,
    Screen.MEASURE_PROBLEM,
)


def missing(turn: Turn, act: Act) -> str:
    """Return why an act can't start (a fault id), or nothing."""
    if act in BY_HAND_ONLY:
        return ""
    if not turn.state.core_up:
        return RESTARTED
    device = turn.state.device(KINDS[act].role)
    if device is None:
        has = any(each.role == KINDS[act].role for each in turn.context.profile.devices)
        return NOT_CONNECTED if has else NO_SCREEN
    return (device.fault or NOT_CONNECTED) if device.state in MISSING else ""


def remedy(turn: Turn, act: Act) -> str:
    """Return what would help a device that is missing (an id with words), or nothing."""
    device = turn.state.device(KINDS[act].role) if act in KINDS else None
    return device.remedy if turn.state.core_up and device is not None else ""


def tell_staff(turn: Turn, act: Act) -> None:
    """A device that is needed is missing or broken: staff are called, once for each, beside the screen."""
    if act in turn.state.staff_told or not turn.state.core_up:
        return
    turn.set(staff_told=(*turn.state.staff_told, act))
    turn.tell(PagePerson(visit=turn.state.visit))
    if turn.state.person is None:
        turn.set(person=PersonPage(asked=turn.at, closed=True))


def start(turn: Turn, act: Act, *, in_call: bool = False) -> None:
    """Tell core to measure, or show why it can't be."""
    record = turn.state.record(act)
    if turn.state.running is not None:
        return
    if record.failures >= turn.context.limits.failures_max:
        failed(turn, Problem(act))
        return
    if fault := missing(turn, act):
        not_there(turn, act, fault)
        return
    cuff, kind = turn.state.cuff if act is Act.BLOOD_PRESSURE else None, KINDS[act]
    measure = instruments.Measure(
        id=turn.new_id(),
        act=act,
        attempt=record.attempts + 1,
        site=f"{cuff.arm}-upper-arm" if cuff else kind.site,
        position=kind.position,
        cuff_size=cuff.size if cuff else None,
        rested=cuff.rested if cuff else True,
    )
    turn.tell(measure)
    turn.set_record(act, attempts=measure.attempt)
    turn.set(
        acts=(*turn.state.acts, measure.id),
        running=Running(measure.id, act, measure.attempt, turn.now_ns, in_call),
        problem=None,
    )
    if act is Act.BLOOD_PRESSURE:
        turn.set(inflations_ns=(*turn.state.inflations_ns, turn.now_ns))
    if not in_call:
        place = kind.place(kind.runs)
        turn.show(place.screen, place.item)


def not_there(turn: Turn, act: Act, fault: str) -> None:
    """A device that is needed can't be used now: say so, and have staff know."""
    tell_staff(turn, act)
    failures = turn.state.record(act).failures
    problem(turn, Problem(act, fault, failures=failures, untried=True, remedy=remedy(turn, act)))


def may_inflate(turn: Turn) -> bool:
    """No more than four inflations in ten minutes."""
    limits = turn.context.limits
    recent = [then for then in turn.state.inflations_ns if turn.since_s(then) < limits.inflation_window_s]
    return len(recent) < limits.inflations_max


def problem(turn: Turn, what: Problem) -> None:
    """Show in words why there is no reading: on its own screen, or beside the call."""
    asked = turn.state.asked
    if turn.state.screen is Screen.CALL:
        if asked is not None:
            wishes.refused(turn, asked, what.fault or NOT_RELIABLE, what.remedy)
        return
    turn.set(problem=what)
    turn.show(Screen.MEASURE_PROBLEM)


def keep(turn: Turn, measurement: Measurement) -> bool:
    """Seal a reading of this visit, once; False when it is known already or none of ours."""
    state = turn.state
    if any(known.id == measurement.id for known in state.measurements):
        paper = next((p for p in state.papers if p.measurement == measurement.id), None)
        if paper is not None and paper.durable:  # core did not hear it the first time
            turn.tell(instruments.AckMeasurement(id=measurement.id))
        return False
    if measurement.id not in state.acts:
        return False  # of another visit: never under this one's name
    add(turn, measurement)
    return True


def keep_only(turn: Turn, event: object) -> None:
    """A reading that comes after the visit was closed is still kept, and may still raise an alarm."""
    message = getattr(event, "message", None)
    if isinstance(message, instruments.Measured) and keep(turn, message.measurement):
        look(turn)


def add(turn: Turn, measurement: Measurement) -> None:
    """Seal a measurement under an id of its own."""
    turn.set(measurements=(*turn.state.measurements, measurement))
    turn.seal(
        documents.Measured(visit=turn.visit, at=turn.at, measurement=measurement),
        Lane.READING,
        uuid5(turn.visit, f"measured/{measurement.id}"),
    )


def gave_nothing(turn: Turn, running: Running, fault: str, remedy: str = "") -> None:
    """Count an attempt without any value, and say why and what would help."""
    act = running.act
    turn.set(running=None, failed=(*turn.state.failed, Failure(act, turn.at, fault)))
    turn.set_record(act, failures=turn.state.record(act).failures + 1)
    if not look(turn):
        failed(turn, Problem(act, fault, remedy=remedy))


def failed(turn: Turn, what: Problem) -> None:
    """Offer one more try; after the second failure call a person and raise the finding."""
    failures = turn.state.record(what.act).failures
    final = failures >= turn.context.limits.failures_max
    if final:
        give_up(turn, what.act, "unmeasurable")
        page(turn)
    problem(turn, msgspec.structs.replace(what, failures=failures, final=final))


def give_up(turn: Turn, act: Act, reason: str) -> None:
    """Close an act without a (further) reading, and say so to the hub."""
    record = turn.state.record(act)
    if reason == "unmeasurable" or _grave(turn, record.repeat):
        raise_unmeasurable(turn, f"{act}: {reason} after {record.attempts} attempts")
    if record.done:
        return
    if act is Act.BLOOD_PRESSURE:
        derive(turn)
    turn.set_record(act, skipped=reason)
    turn.seal(documents.MeasureSkipped(visit=turn.visit, at=turn.at, act=act, reason=reason))
    done_with(turn, act)


def unconfirmed(turn: Turn) -> None:
    """A grave value was to be measured again, and will not be any more: it counts as it stands."""
    state = turn.state
    open_ = tuple(fired.rule for fired in state.fired if fired.action == "R")
    if not state.seen and _grave(turn, open_):
        raise_unmeasurable(turn, f"not measured again, as asked for by: {', '.join(open_)}")


def _grave(turn: Turn, repeat: tuple[str, ...]) -> bool:
    """Would a repeat that confirms the value have called for a provider or worse?"""
    steps = [step for rule in repeat for step in turn.context.rules[rule].steps]
    return any(step.action in ("E", "P") for step in steps)


def done_with(turn: Turn, act: Act) -> None:
    """Close an act: Back leads around it."""
    turn.set_record(act, done=True, repeat=())
    turn.forget_way(*MEASURING)


def derive(turn: Turn) -> None:
    """Add the mean of the blood pressure readings, once."""
    record = turn.state.pressure
    if record.mean is not None:
        return
    by_id = {measurement.id: measurement for measurement in turn.state.measurements}
    oximeter = by_id[turn.state.oximetry.readings[-1]] if turn.state.oximetry.readings else None
    readings = [by_id[id] for id in record.readings]
    mean = repeats.mean(readings, turn.new_id(), turn.context.scheme, oximeter)
    if mean is not None:
        turn.set_record(Act.BLOOD_PRESSURE, mean=mean.id)
        add(turn, mean)


def pressure_readings(turn: Turn) -> list[Measurement]:
    """Return the reliable raw blood pressures, oldest first."""
    return [m for m in turn.state.measurements if m.id in turn.state.pressure.readings and reliable(m)]
