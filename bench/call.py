"""A call between the station and the console, beside Chromium to Chromium on the same machine.

Set-up: from the provider's touch on "accept" until both ends have a picture; the station's call goes through
the hub, the peer's through nothing. Then both ends are watched for ten seconds: frames shown, and how old a
picture is when it is shown ("glass to glass", without the camera's and the display's own time). `to_console`
is the way of the station's picture, `to_station` the way of the provider's. Calls and the peer's calls take
turns; the pages of a peer's call are gone when ours begins. All on one machine: no network is in between.
"""

from typing import Final, NamedTuple

from bench.eyes import JAVASCRIPT, PageEye, RingEye, Seen
from bench.pair import pair
from bench.rig import Rig, process_of, rig
from bench.rows import Row, beside, quantile
from bench.table import say
from demo.provider import Provider
from demo.world import Options

WATCH_S: Final = 10.0
PEER: Final = "Chromium to Chromium"


class Call(NamedTuple):
    """One call: set-up in ms, and what came to either end."""

    setup: float
    console: Seen
    station: Seen


def run(runs: int) -> list[Row]:
    """Call `runs` times each way."""
    ours, theirs = [], []
    with rig(Options(idle_s=600), prepare=_open_eyes) as made:
        made.to_oximeter()
        made.to_results()
        for number in range(runs):
            say(f"call: run {number + 1} of {runs}")
            ours.append(_call(made))
            theirs.append(_peer_call(made))
    return [
        beside("call_setup", "ms", [c.setup for c in ours], PEER, [c.setup for c in theirs]),
        *_way("to_console", [c.console for c in ours], [c.console for c in theirs]),
        *_way("to_station", [c.station for c in ours], [c.station for c in theirs]),
    ]


def _way(way: str, ours: list[Seen], theirs: list[Seen]) -> list[Row]:
    def row(name: str, unit: str, part: float, goal: str | None = None) -> Row:
        mine, others = ([quantile(each.late, part) for each in side] for side in (ours, theirs))
        return beside(f"glass_{way}_{name}", unit, mine, PEER, others, goal)

    return [
        beside(
            *(f"call_frames_{way}", "in 10 s", [s.frames for s in ours]),
            *(PEER, [s.frames for s in theirs], ">= 1"),
        ),
        beside(f"call_width_{way}", "px", [s.width for s in ours], PEER, [s.width for s in theirs]),
        row("p50", "ms", 0.5),
        row("p95", "ms", 0.95, "<= 1.1"),
    ]


def _open_eyes(provider: Provider) -> None:
    provider.page.add_init_script(JAVASCRIPT)


def _call(made: Rig) -> Call:
    made.ask_for_call()
    eye = PageEye(made.provider.page)
    with RingEye(process_of(made.world, "media")) as ring:
        made.accept()
        accepted, first = eye.first()
        setup = max(first, ring.first()) - accepted
        eye.begin()
        ring.begin()
        made.wait(WATCH_S)
        result = Call(setup, eye.end(), ring.end())
    made.hang_up()
    return result


def _peer_call(made: Rig) -> Call:
    browser = made.provider.page.context.browser
    assert browser
    with pair(browser) as peer:
        station, provider = PageEye(peer.station), PageEye(peer.provider)
        peer.call()
        accepted, first = provider.first()
        setup = max(first, station.first()[1]) - accepted
        station.begin()
        provider.begin()
        made.wait(WATCH_S)
        return Call(setup, provider.end(), station.end())
