"""Acts of measuring in general: starting one, keeping what it gave, giving it up.

Two failed or unreliable attempts of an act lead to a person, never to a third. Every reading that comes
for an act of this visit is sealed once, also a late one and one that is not reliable.
"""

from typing import Final
from uuid import uuid5

import msgspec

from contract import documents, station
from contract.envelope import Lane
from contract.measurement import Act, Measurement
from kiosk.visit import repeats
from kiosk.visit.alarms import look, page, raise_unmeasurable
from kiosk.visit.model import Failure, Problem, Running, Screen, reliable
from kiosk.visit.turn import Turn

ROLE: Final[dict[Act, str]] = {  # as in contract.profile.DeviceConfig
    Act.OXIMETRY: "oximeter",
    Act.BLOOD_PRESSURE: "cuff",
    Act.TEMPERATURE: "thermometer",
    Act.WEIGHT: "scale",
    Act.GLUCOSE: "glucose-meter",
    Act.HEART_RATE: "heart-monitor",
}
SCREEN: Final[dict[Act, Screen]] = {  # what can be started; the others can only come in
    Act.OXIMETRY: Screen.OXIMETER,
    Act.BLOOD_PRESSURE: Screen.CUFF_MEASURE,
}
MISSING: Final = ("absent", "fault")
# Fault ids as in the peripherals' list, and our own.
NOT_CONNECTED: Final = "not-connected"
NO_ANSWER: Final = "no-answer"
STOPPED: Final = "stopped"
MUST_REST: Final = "cuff-must-rest"
RESTARTED: Final = "station-restarted"
NOT_RELIABLE: Final = "not-reliable"
NO_SCREEN: Final = "not-measured-here"

MEASURING: Final = (
    Screen.OXIMETER_PREPARE,
    Screen.OXIMETER,
    Screen.CUFF_QUESTION,
    Screen.CUFF_ARM,
    Screen.CUFF_POSTURE,
    Screen.CUFF_REST,
    Screen.CUFF_MEASURE,
    Screen.CUFF_BETWEEN,
    Screen.MEASURE_PROBLEM,
)


def missing(turn: Turn, act: Act) -> str:
    """Return why an act can't start (a fault id), or nothing."""
    if act not in SCREEN:
        return NO_SCREEN
    if not turn.state.core_up:
        return RESTARTED
    device = turn.state.device(ROLE[act])
    if device is None:
        return NOT_CONNECTED
    return (device.fault or NOT_CONNECTED) if device.state in MISSING else ""


def remedy(turn: Turn, act: Act) -> str:
    """Return what would help a device that is missing (an id with words), or nothing."""
    device = turn.state.device(ROLE[act])
    return device.remedy if turn.state.core_up and device is not None else ""


def start(turn: Turn, act: Act, *, in_call: bool = False) -> None:
    """Tell core to measure, or show why it can't be."""
    record = turn.state.record(act)
    if turn.state.running is not None:
        return
    if record.failures >= turn.context.limits.failures_max:
        failed(turn, Problem(act))
        return
    if fault := missing(turn, act):
        why = Problem(act, fault, failures=record.failures, untried=True, remedy=remedy(turn, act))
        problem(turn, why)
        return
    cuff = turn.state.cuff if act is Act.BLOOD_PRESSURE else None
    measure = station.Measure(
        id=turn.new_id(),
        act=act,
        attempt=record.attempts + 1,
        site=f"{cuff.arm}-upper-arm" if cuff else "finger",
        position="sitting",
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
        turn.show(SCREEN[act])


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
            refusal = what.fault or NOT_RELIABLE
            turn.set(asked=msgspec.structs.replace(asked, refusal=refusal, remedy=what.remedy))
        return
    turn.set(problem=what)
    turn.show(Screen.MEASURE_PROBLEM)


def keep(turn: Turn, measurement: Measurement) -> bool:
    """Seal a reading of this visit, once; False when it is known already or none of ours."""
    state = turn.state
    if any(known.id == measurement.id for known in state.measurements):
        paper = next((p for p in state.papers if p.measurement == measurement.id), None)
        if paper is not None and paper.durable:  # core did not hear it the first time
            turn.tell(station.AckMeasurement(id=measurement.id))
        return False
    if measurement.id not in state.acts:
        return False  # of another visit: never under this one's name
    add(turn, measurement)
    return True


def keep_only(turn: Turn, event: object) -> None:
    """A reading that comes after the visit was closed is still kept."""
    message = getattr(event, "message", None)
    if isinstance(message, station.Measured):
        keep(turn, message.measurement)


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
