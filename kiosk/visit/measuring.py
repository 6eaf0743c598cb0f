"""What devices say: readings, failures, comings and goings; and what a provider asks for."""

from typing import Final
from uuid import UUID

import msgspec

from contract import documents, station
from contract.measurement import Act
from kiosk.visit import cuff, oximeter
from kiosk.visit.acts import (
    MUST_REST,
    NO_ANSWER,
    NO_SCREEN,
    ROLE,
    STOPPED,
    failed,
    gave_nothing,
    give_up,
    keep,
    may_inflate,
    missing,
    remedy,
    start,
)
from kiosk.visit.alarms import cancel_act, look, page
from kiosk.visit.events import Continued, FromCore, MeasureAgreed, Skipped, StopPressed
from kiosk.visit.flow import enter_cuff, onward
from kiosk.visit.model import SKIP_REASONS, Asked, Problem, Screen, reliable
from kiosk.visit.turn import Turn

TAKEN: Final = {Act.OXIMETRY: oximeter.taken, Act.BLOOD_PRESSURE: cuff.taken}  # each act with a screen


def measured(turn: Turn, event: FromCore) -> None:
    """Take a reading: seal it, judge it, go on."""
    if not isinstance(event.message, station.Measured):
        return
    measurement = event.message.measurement
    repeats_before = _repeats(turn)
    if not keep(turn, measurement):
        return
    act, running = measurement.act, turn.state.running
    record = turn.state.record(act)
    ours = running is not None and running.id == measurement.id
    if ours:
        turn.set(running=None)
    if reliable(measurement):
        turn.set_record(act, readings=(*record.readings, measurement.id))
    elif ours:
        turn.set_record(act, failures=record.failures + 1)
    if look(turn) or running is None or not ours:
        return
    again = tuple(sorted(_repeats(turn) - repeats_before))
    if not reliable(measurement):
        failed(turn, Problem(act, reasons=measurement.quality.reasons))
    elif running.in_call:
        turn.set(asked=None)
    else:
        TAKEN[running.act](turn, again)


def _repeats(turn: Turn) -> set[str]:
    return {fired.rule for fired in turn.state.fired if fired.action == "R"}


def measure_failed(turn: Turn, event: FromCore) -> None:
    """The running act gave nothing."""
    message, running = event.message, turn.state.running
    if isinstance(message, station.MeasureFailed) and running is not None and running.id == message.id:
        gave_nothing(turn, running, message.fault, message.remedy)


def stop_pressed(turn: Turn, _event: StopPressed) -> None:
    """STOP: the cuff's stop goes out, whether anything runs or not."""
    running = turn.state.running
    turn.tell(station.StopMeasure(act=running.act if running else Act.BLOOD_PRESSURE))
    if running is not None:
        gave_nothing(turn, running, STOPPED)


def time_out(turn: Turn) -> None:
    """Give up an act that core never answered."""
    running = turn.state.running
    if running is None:
        return
    limits, timing = turn.context.limits, turn.context.profile.timing
    oximetry = running.act is Act.OXIMETRY
    allowed = timing.measure_timeout_s + limits.oximetry_answer_s if oximetry else limits.pressure_answer_s
    if turn.since_s(running.since_ns) >= allowed:
        turn.tell(station.StopMeasure(act=running.act))
        gave_nothing(turn, running, NO_ANSWER)


def skipped(turn: Turn, event: Skipped) -> None:
    """ "I can't", "I don't want to": on every measuring screen."""
    act = _act_of_screen(turn)
    if act is None:
        return
    cancel_act(turn)
    if not turn.state.record(act).done:
        give_up(turn, act, event.reason if event.reason in SKIP_REASONS else "other")
    onward(turn)


def _act_of_screen(turn: Turn) -> Act | None:
    if turn.state.screen is Screen.MEASURE_PROBLEM:
        return turn.state.problem.act if turn.state.problem else None
    at_oximeter = turn.state.screen in (Screen.OXIMETER_PREPARE, Screen.OXIMETER)
    return Act.OXIMETRY if at_oximeter else Act.BLOOD_PRESSURE


def try_again(turn: Turn, _event: Continued) -> None:
    """Once more, or onward when there is nothing more to try."""
    what = turn.state.problem
    if what is None or what.final or turn.state.record(what.act).done:
        onward(turn)
    elif what.act is Act.OXIMETRY:
        start(turn, Act.OXIMETRY)
    else:
        cuff.again(turn)


def device_is(turn: Turn, event: FromCore) -> None:
    """Follow the devices; go on by itself when the missing one is back."""
    message = event.message
    if not isinstance(message, station.DeviceState):
        return
    others = tuple(d for d in turn.state.devices if d.device != message.device)
    held = turn.state.cuff_holds
    turn.set(devices=(*others, message))
    if turn.state.cuff_holds and not held:
        page(turn)
    what = turn.state.problem
    if turn.state.screen is not Screen.MEASURE_PROBLEM or what is None or not what.untried:
        return
    if ROLE[what.act] == message.role and not missing(turn, what.act):
        turn.set(problem=None)
        if what.act is Act.OXIMETRY:
            turn.show(Screen.OXIMETER_PREPARE)
        else:
            cuff.prepare_again(turn)


def asked_for(turn: Turn, id: UUID, act: str) -> None:
    """Show a provider's wish; the patient decides."""
    if act not in tuple(Act) or not turn.state.call.live or turn.state.running is not None:
        return
    wanted = Act(act)
    refusal = missing(turn, wanted)
    helps = remedy(turn, wanted) if refusal not in ("", NO_SCREEN) else ""
    if refusal == NO_SCREEN and not turn.state.record(wanted).skipped:  # the provider is told as well
        turn.set_record(wanted, skipped=NO_SCREEN)
        turn.seal(documents.MeasureSkipped(visit=turn.visit, at=turn.at, act=wanted, reason=NO_SCREEN))
    if turn.state.record(wanted).failures >= turn.context.limits.failures_max:
        refusal, helps = "unmeasurable", ""
    elif wanted is Act.BLOOD_PRESSURE and not may_inflate(turn):
        refusal, helps = MUST_REST, ""
    turn.set(asked=Asked(id, wanted, refusal, helps))


def agreed(turn: Turn, event: MeasureAgreed) -> None:
    """Yes: measure within the call (a cuff not yet fitted: its questions first). No: put it away."""
    asked = turn.state.asked
    if asked is None or turn.state.running is not None:
        return
    if not event.yes or asked.refusal:
        turn.set(asked=None)
    elif asked.act is Act.BLOOD_PRESSURE and turn.state.cuff is None:
        turn.set(asked=None)
        turn.set_record(Act.BLOOD_PRESSURE, done=False, skipped="")
        enter_cuff(turn)
    elif asked.act is Act.BLOOD_PRESSURE and not may_inflate(turn):
        turn.set(asked=msgspec.structs.replace(asked, refusal=MUST_REST))
    else:
        start(turn, asked.act, in_call=True)
