"""The cuff: its questions, which arm, posture, rest, and the repeats."""

from contract.measurement import Act
from kiosk.clinical.questionnaire import arms
from kiosk.visit import asking, repeats
from kiosk.visit.acts import (
    MUST_REST,
    derive,
    done_with,
    give_up,
    may_inflate,
    pressure_readings,
    problem,
    start,
)
from kiosk.visit.alarms import look, page
from kiosk.visit.events import Answered, Continued, CuffChosen, Ticked
from kiosk.visit.flow import enter_cuff, onward
from kiosk.visit.model import CUFF_SIZES, Screen
from kiosk.visit.parts import Cuff, Problem
from kiosk.visit.turn import SECOND, Turn


def answered(turn: Turn, event: Answered) -> None:
    """Take an answer of the cuff's questionnaire."""
    answers = asking.taken(turn, turn.context.cuff_questionnaire, turn.state.cuff_answers, event)
    if answers is None:
        return
    turn.set(cuff_answers=answers)
    if not look(turn):
        enter_cuff(turn)


def kept(turn: Turn, _event: Continued) -> None:
    """The answer given before stands."""
    if turn.state.item in turn.state.cuff_answers:
        enter_cuff(turn)


def _arms(turn: Turn) -> tuple[str, ...]:
    return arms(turn.context.cuff_questionnaire, turn.state.cuff_answers)


def chosen(turn: Turn, event: CuffChosen) -> None:
    """Take arm and size; without a cuff that fits there is no reading."""
    if event.size == "none":
        give_up(turn, Act.BLOOD_PRESSURE, "no-cuff-fits")
        onward(turn)
    elif event.arm not in _arms(turn):
        turn.set(mistake="arm-excluded")
    elif event.size in CUFF_SIZES:
        turn.set(cuff=Cuff(event.arm, event.size))
        turn.forward(Screen.CUFF_POSTURE)


def rest(turn: Turn, _event: Continued) -> None:
    """Sit as in the picture: the rest begins."""
    turn.forward(Screen.CUFF_REST)
    turn.set(timer=turn.countdown(turn.context.profile.timing.rest_s))


def rest_cut_short(turn: Turn, _event: Continued) -> None:
    """Start now: the reading says that the rest was not kept."""
    _rested(turn, turn.over(turn.state.timer))


def rest_ticked(turn: Turn, _event: Ticked) -> None:
    """The rest is over: the cuff starts by itself, as the screen said."""
    if turn.over(turn.state.timer):
        _rested(turn, True)


def _rested(turn: Turn, kept: bool) -> None:
    cuff = turn.state.cuff
    if cuff is not None:
        turn.set(cuff=Cuff(cuff.arm, cuff.size, kept))
        _inflate(turn)


def _inflate(turn: Turn) -> None:
    """Start a reading; with the inflations used up, go on with what there is."""
    if may_inflate(turn):
        start(turn, Act.BLOOD_PRESSURE)
    elif pressure_readings(turn):
        _finish(turn)
    else:
        failures = turn.state.pressure.failures
        give_up(turn, Act.BLOOD_PRESSURE, "unmeasurable")
        page(turn)
        problem(turn, Problem(Act.BLOOD_PRESSURE, MUST_REST, failures=failures, final=True))


def taken(turn: Turn, again: tuple[str, ...]) -> None:
    """A reliable reading is there: the next after a minute, or the mean.

    `again`: the rules that want it repeated; the scheme's next reading is that repeat, after its last one
    there is one more.
    """
    record = turn.state.pressure
    planned = repeats.more_needed(pressure_readings(turn), turn.context.scheme)
    one_more = bool(again) and record.repeats < turn.context.limits.repeats_max
    if (planned or one_more) and may_inflate(turn):
        turn.set_record(Act.BLOOD_PRESSURE, repeat=again, repeats=record.repeats + (not planned))
        wait_between(turn)
    else:
        _finish(turn)


def _finish(turn: Turn) -> None:
    derive(turn)
    done_with(turn, Act.BLOOD_PRESSURE)
    onward(turn)


def wait_between(turn: Turn) -> None:
    """Wait a minute from now before the next inflation."""
    turn.show(Screen.CUFF_BETWEEN)
    turn.set(timer=turn.countdown(turn.context.profile.timing.between_s))


def between_ticked(turn: Turn, _event: Ticked) -> None:
    """The minute is over: the cuff starts by itself."""
    if turn.over(turn.state.timer):
        _inflate(turn)


def again(turn: Turn) -> None:
    """Once more after a failure, not sooner than a minute after the last inflation began."""
    between_s = turn.context.profile.timing.between_s
    if turn.state.cuff is None:
        enter_cuff(turn)
        return
    last = turn.state.inflations_ns[-1] if turn.state.inflations_ns else None
    if last is not None and turn.since_s(last) < between_s:
        turn.show(Screen.CUFF_BETWEEN)
        turn.set(timer=turn.countdown((last - turn.now_ns) / SECOND + between_s))
    else:
        _inflate(turn)


def prepare_again(turn: Turn) -> None:
    """Where to go on when the cuff is back, or after the station restarted."""
    if turn.state.cuff is None:
        enter_cuff(turn)
    elif turn.state.pressure.readings:
        taken(turn, turn.state.pressure.repeat)
    else:
        turn.show(Screen.CUFF_POSTURE)
