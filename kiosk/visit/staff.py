"""How the station is doing, for who works here: from the welcome screen and back to it, without a visit.

What it shows is no part of a visit (the session shows core's `QueueState` as it comes).
"""

from contract.station import TryNow
from kiosk.visit.events import Continued, StationWanted, WentBack
from kiosk.visit.model import Screen
from kiosk.visit.turn import Turn


def wanted(turn: Turn, _event: StationWanted) -> None:
    """ "I work here", on the welcome screen."""
    if turn.state.screen is Screen.WELCOME:
        turn.show(Screen.STATION)


def left(turn: Turn, _event: WentBack) -> None:
    """Back to the invitation."""
    if turn.state.screen is Screen.STATION:
        turn.show(Screen.WELCOME)


def try_now(turn: Turn, _event: Continued) -> None:
    """ "Try now": what waits is sent at once, if it can be."""
    if turn.state.screen is Screen.STATION:
        turn.tell(TryNow())


def forgotten(turn: Turn) -> None:
    """Nobody looks any more: the next patient finds the invitation."""
    idle_s = turn.context.profile.timing.idle_s
    if turn.state.screen is Screen.STATION and turn.since_s(turn.state.touched_ns) >= idle_s:
        turn.show(Screen.WELCOME)
