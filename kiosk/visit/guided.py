"""A device that the person uses and that gives one value: its two screens, before and while it measures."""

from contract.measurement import Act
from kiosk.visit.acts import done_with, start, unconfirmed
from kiosk.visit.events import Continued, Ticked
from kiosk.visit.flow import onward, prepare
from kiosk.visit.kinds import of_screen
from kiosk.visit.turn import Turn


def started(turn: Turn, _event: Continued) -> None:
    """The person is ready; a repeat that must wait a while waits."""
    act = of_screen(turn.state)
    if act is not None and (turn.state.timer is None or turn.over(turn.state.timer)):
        start(turn, act)


def taken(turn: Turn, act: Act, again: tuple[str, ...]) -> None:
    """A reliable reading is there. `again`: the rules that want it once more, with their reason.

    A rule that wants a provider too has its way first: what takes a while is measured again meanwhile.
    """
    record = turn.state.record(act)
    if again and record.repeats < turn.context.limits.repeats_max:
        waits = [repeat.after_s or 0 for rule in again if (repeat := turn.context.rules[rule].repeat)]
        again_ns = turn.countdown(max(waits, default=0)).until_ns
        turn.set_record(act, repeat=again, repeats=record.repeats + 1, again_ns=again_ns)
        grave = any(fired.action != "R" for fired in turn.state.fired if fired.rule in again)
        onward(turn) if grave else prepare(turn, act)
        return
    unconfirmed(turn)
    done_with(turn, act)
    turn.set(timer=turn.countdown(turn.context.limits.show_value_s))


def next_wanted(turn: Turn, _event: Continued) -> None:
    """On from the accepted value."""
    if _finished(turn):
        onward(turn)


def ticked(turn: Turn, _event: Ticked) -> None:
    """The accepted value was shown long enough."""
    if turn.over(turn.state.timer) and _finished(turn):
        onward(turn)


def again(turn: Turn, act: Act) -> None:
    """Where a kind goes on after a crash: once more, unless all of it was measured."""
    record = turn.state.record(act)
    if record.done or len(record.readings) > record.repeats:
        done_with(turn, act)
        onward(turn)
    else:
        prepare(turn, act)


def _finished(turn: Turn) -> bool:
    act = of_screen(turn.state)
    return act is not None and turn.state.record(act).done and turn.state.running is None
