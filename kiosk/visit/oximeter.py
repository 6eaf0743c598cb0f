"""The oximeter's two screens: the finger in the clip, and the value shown."""

from contract.measurement import Act
from kiosk.visit.acts import done_with, start
from kiosk.visit.events import Continued, Ticked
from kiosk.visit.flow import onward
from kiosk.visit.model import Screen
from kiosk.visit.turn import Turn


def started(turn: Turn, _event: Continued) -> None:
    """The finger is in; a repeat that must wait a while waits."""
    if turn.state.timer is None or turn.over(turn.state.timer):
        start(turn, Act.OXIMETRY)


def taken(turn: Turn, again: tuple[str, ...]) -> None:
    """A reliable reading is there. `again`: the rules that want it once more, with their reason."""
    record = turn.state.oximetry
    if again and record.repeats < turn.context.limits.repeats_max:
        turn.set_record(Act.OXIMETRY, repeat=again, repeats=record.repeats + 1)
        turn.show(Screen.OXIMETER_PREPARE)
        waits = [repeat.after_s or 0 for rule in again if (repeat := turn.context.rules[rule].repeat)]
        if any(waits):
            turn.set(timer=turn.countdown(max(waits)))
        return
    done_with(turn, Act.OXIMETRY)
    turn.set(timer=turn.countdown(turn.context.limits.show_value_s))


def next_wanted(turn: Turn, _event: Continued) -> None:
    """On from the accepted value."""
    if turn.state.oximetry.done and turn.state.running is None:
        onward(turn)


def ticked(turn: Turn, _event: Ticked) -> None:
    """The accepted value was shown long enough."""
    if turn.over(turn.state.timer) and turn.state.oximetry.done and turn.state.running is None:
        onward(turn)
