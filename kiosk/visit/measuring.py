"""What devices say: readings, failures, comings and goings; and what a provider asks for."""

from typing import Final
from uuid import UUID

from contract import asks, instruments
from contract.measurement import Act
from contract.quality import rules
from kiosk.visit import by_hand, captures, cuff, guided, wishes
from kiosk.visit.acts import (
    BY_HAND_ONLY,
    MUST_REST,
    NO_ANSWER,
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
from kiosk.visit.call_events import MeasureAgreed
from kiosk.visit.events import Continued, FromCore, MoreWanted, Skipped, SkipWanted, StopPressed, WentBack
from kiosk.visit.flow import enter_cuff, onward, prepare
from kiosk.visit.kinds import KINDS, also, extra, of_screen
from kiosk.visit.model import SKIP_REASONS, Screen, reliable
from kiosk.visit.parts import Asked, Problem
from kiosk.visit.turn import Turn

IN_CALL: Final = (Act.OXIMETRY, Act.BLOOD_PRESSURE)  # shown over the call; the others on their own screens


def measured(turn: Turn, event: FromCore) -> None:
    """Take a reading: seal it, judge it, go on."""
    if not isinstance(event.message, instruments.Measured):
        return
    measurement = event.message.measurement
    wanted_before = turn.state.again
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
    again = tuple(sorted(turn.state.again - wanted_before))
    if not reliable(measurement):
        failed(turn, Problem(act, reasons=measurement.quality.reasons))
    elif running.in_call:
        wishes.over(turn, asks.DONE)
    else:
        cuff.taken(turn, again) if act is Act.BLOOD_PRESSURE else guided.taken(turn, act, again)


def measure_failed(turn: Turn, event: FromCore) -> None:
    """The running act gave nothing."""
    message, running = event.message, turn.state.running
    if isinstance(message, instruments.MeasureFailed) and running is not None and running.id == message.id:
        gave_nothing(turn, running, message.fault, message.remedy)


def stop_pressed(turn: Turn, _event: StopPressed) -> None:
    """STOP: the cuff's stop goes out, whether anything runs or not."""
    running = turn.state.running
    turn.tell(instruments.StopMeasure(act=running.act if running else Act.BLOOD_PRESSURE))
    if running is not None:
        gave_nothing(turn, running, STOPPED)


def time_out(turn: Turn) -> None:
    """Give up an act that core never answered."""
    running = turn.state.running
    if running is None:
        return
    limits, timing = turn.context.limits, turn.context.profile.timing
    if running.act is Act.BLOOD_PRESSURE:
        allowed: float = limits.pressure_answer_s
    else:
        allowed = max(timing.measure_timeout_s, rules()[running.act].timeout_s) + limits.answer_s
    if turn.since_s(running.since_ns) >= allowed:
        turn.tell(instruments.StopMeasure(act=running.act))
        gave_nothing(turn, running, NO_ANSWER)


def skip_wanted(turn: Turn, _event: SkipWanted) -> None:
    """ "Skip this measurement": what runs is stopped, and the screen asks why."""
    act = of_screen(turn.state)
    if act is not None and not turn.state.record(act).done:
        cancel_act(turn)
        turn.show(Screen.SKIP_WHY, str(act))


def skip_taken_back(turn: Turn, _event: WentBack) -> None:
    """Rather not skip it: ready for it again."""
    if act := of_screen(turn.state):
        prepare_again(turn, act)


def skipped(turn: Turn, event: Skipped) -> None:
    """ "I can't", "I don't want to": on every measuring screen."""
    act = of_screen(turn.state)
    if act is None:
        return
    cancel_act(turn)
    if not turn.state.record(act).done:
        give_up(turn, act, event.reason if event.reason in SKIP_REASONS else "other")
    onward(turn)


def more_wanted(turn: Turn, event: MoreWanted) -> None:
    """On the results: the patient wants this measured too."""
    if event.act in extra(turn.state):
        also(turn, Act(event.act))
        onward(turn)


def try_again(turn: Turn, _event: Continued) -> None:
    """Once more, or onward when there is nothing more to try."""
    what = turn.state.problem
    if what is None or what.final or turn.state.record(what.act).done:
        onward(turn)
    elif what.act is Act.BLOOD_PRESSURE:
        cuff.again(turn)
    else:
        start(turn, what.act)


def prepare_again(turn: Turn, act: Act) -> None:
    """Where a kind goes on when its device is back."""
    turn.set(problem=None)
    cuff.prepare_again(turn) if act is Act.BLOOD_PRESSURE else prepare(turn, act)


def device_is(turn: Turn, event: FromCore) -> None:
    """Follow the devices; go on by itself when the missing one is back."""
    message = event.message
    if not isinstance(message, instruments.DeviceState):
        return
    others = tuple(d for d in turn.state.devices if d.device != message.device)
    held = turn.state.cuff_holds
    turn.set(devices=(*others, message))
    if turn.state.cuff_holds and not held:
        page(turn)
    what = turn.state.problem
    if turn.state.screen is not Screen.MEASURE_PROBLEM or what is None or not what.untried:
        return
    if KINDS[what.act].role == message.role and not missing(turn, what.act):
        prepare_again(turn, what.act)


def asked_for(turn: Turn, id: UUID, act: str) -> None:
    """Show a provider's wish; the patient decides."""
    if not turn.state.call.live:
        wishes.answer(turn, id, asks.CANNOT, wishes.NO_CALL)
        return
    if act not in tuple(Act):
        wishes.answer(turn, id, asks.CANNOT, wishes.NOT_KNOWN)
        return
    if captures.busy(turn):
        wishes.answer(turn, id, asks.CANNOT, wishes.BUSY)
        return
    wanted = Act(act)
    refusal = missing(turn, wanted)
    helps = remedy(turn, wanted) if refusal else ""
    if turn.state.record(wanted).failures >= turn.context.limits.failures_max:
        refusal, helps = "unmeasurable", ""
    elif wanted is Act.BLOOD_PRESSURE and not may_inflate(turn):
        refusal, helps = MUST_REST, ""
    wishes.show(turn, Asked(id, wanted, refusal, helps, kind=f"{asks.MEASURE}:{wanted}"))


def agreed(turn: Turn, event: MeasureAgreed) -> None:
    """Yes: measure within the call (a cuff not yet fitted: its questions first). No: put it away."""
    asked = turn.state.asked
    if asked is None or asked.agreed or turn.state.running is not None:
        return
    if asked.act is None:
        captures.answered(turn, asked, event.yes)
    elif asked.refusal:
        wishes.over(turn)
    elif not event.yes:
        wishes.over(turn, asks.NO)
    elif asked.act in BY_HAND_ONLY:
        wishes.agreed(turn, asked)
        by_hand.begin(turn, asked)
    elif asked.act not in IN_CALL or (asked.act is Act.BLOOD_PRESSURE and turn.state.cuff is None):
        wishes.over(turn, asks.YES)
        turn.set_record(asked.act, done=False, skipped="", repeats=0)
        also(turn, asked.act)
        enter_cuff(turn) if asked.act is Act.BLOOD_PRESSURE else prepare(turn, asked.act)
    elif asked.act is Act.BLOOD_PRESSURE and not may_inflate(turn):
        wishes.refused(turn, asked, MUST_REST)
    else:
        wishes.agreed(turn, asked)
        start(turn, asked.act, in_call=True)
