"""How the station is doing, for who works here: from the welcome screen and back to it, without a visit.

What it shows is no part of a visit (the session shows core's `QueueState` as it comes).
"""

from typing import Final

from contract.agent import LookNow, UpdateState
from contract.control import TestSound
from contract.station import TestNetwork, TestStation, TryNow
from kiosk.visit import papers
from kiosk.visit.events import (
    Continued,
    FromCore,
    LookWanted,
    NetworkTestWanted,
    SoundTestWanted,
    StationTestWanted,
    StationWanted,
    WentBack,
)
from kiosk.visit.model import Screen
from kiosk.visit.turn import Turn

UPDATING: Final = "updating"  # State.fault


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


def test_network(turn: Turn, _event: NetworkTestWanted) -> None:
    """ "Test the network": core has every way tried."""
    if turn.state.screen is Screen.STATION:
        turn.tell(TestNetwork())


def test_sound(turn: Turn, _event: SoundTestWanted) -> None:
    """ "Test the sound": a tone from the loudspeaker, and whether the microphone hears it."""
    if turn.state.screen is Screen.STATION:
        turn.tell(TestSound())


def look_for_updates(turn: Turn, _event: LookWanted) -> None:
    """ "Look for updates": the agent asks now."""
    if turn.state.screen is Screen.STATION:
        turn.tell(LookNow())


def update_is(turn: Turn, event: FromCore) -> None:
    """A restart that core granted: nobody begins a visit any more. One that did not come about is over."""
    if not isinstance(event.message, UpdateState):
        return
    if event.message.state == "restarting":
        papers.out_of_order(turn, UPDATING)
    elif turn.state.screen is Screen.OUT_OF_ORDER and turn.state.fault == UPDATING:
        turn.set(out_from=None, fault="")
        turn.show(Screen.WELCOME)


def test_station(turn: Turn, _event: StationTestWanted) -> None:
    """ "Test the whole station": core tests itself, and says what it found."""
    if turn.state.screen is Screen.STATION:
        turn.tell(TestStation())


def forgotten(turn: Turn) -> None:
    """Nobody looks any more: the next patient finds the invitation."""
    idle_s = turn.context.profile.timing.idle_s
    if turn.state.screen is Screen.STATION and turn.since_s(turn.state.touched_ns) >= idle_s:
        turn.show(Screen.WELCOME)
