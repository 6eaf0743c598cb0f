"""From a byte's arrival at the oximeter's port to the frame that shows it, beside the display's frame time.

The simulated device's values jump about, so that the measurement goes on for as long as we watch. Every wave
sample counts: from core's reading its last byte to the session's `frameSwapped`. What the display itself
takes afterwards is not in it, nor is the line's own time (at 115 200 baud 0.8 ms a frame of 9 bytes).
In the call the session swaps a frame for each new picture of the call too, and draws no wave: there a sample
counts up to the next frame.
"""

from typing import Final

from bench.rig import Rig, rig
from bench.rows import Row, beside, quantile
from bench.table import say
from demo.world import Options

FRAME_MS: Final = 1000 / 60
WATCH_S: Final = 8.0
LEAST: Final = 60
GOAL: Final = "<= 2"


def run(runs: int) -> list[Row]:
    """Measure on the oximeter's own screen and in a call."""
    with rig(Options(oximeter_scenario="weak-signal", idle_s=600)) as made:
        made.to_oximeter()
        made.driver.tap("next")
        made.driver.until(lambda s: s["measure"].get("spo2", "–") != "–", "a value on the screen")
        on_screen = _watch(made, runs, "oximeter screen")
        made.to_results()
        made.ask_for_call()
        made.accept()
        made.provider.part("ask-oximetry").click()
        made.wait_for("measure-yes")
        made.driver.tap("measure-yes")
        made.wait(3)
        in_call = _watch(made, runs, "in the call")
    peer, theirs = "a 60 Hz display's frame", [FRAME_MS] * runs
    return [
        beside("wire_to_frame_p50", "ms", [quantile(r, 0.5) for r in on_screen], peer, theirs),
        beside("wire_to_frame_p99", "ms", [quantile(r, 0.99) for r in on_screen], peer, theirs, GOAL),
        beside("wire_to_frame_in_call_p50", "ms", [quantile(r, 0.5) for r in in_call], peer, theirs),
        beside("wire_to_frame_in_call_p99", "ms", [quantile(r, 0.99) for r in in_call], peer, theirs, GOAL),
    ]


def _watch(made: Rig, runs: int, where: str) -> list[list[float]]:
    """Return each run's delays in ms."""
    result = []
    before: list[int] = made.driver.ask("latency")["ns"]
    for number in range(runs):
        say(f"wire to frame, {where}: run {number + 1} of {runs}")
        made.wait(WATCH_S)
        kept: list[int] = made.driver.ask("latency")["ns"]
        fresh = since(before, kept)
        if len(fresh) < LEAST:
            raise RuntimeError(f"only {len(fresh)} samples of the wave came to the screen")
        result.append([ns / 1e6 for ns in fresh])
        before = kept
    return result


def since(before: list[int], kept: list[int]) -> list[int]:
    """Return what has come since `before` was asked; the session keeps the newest few hundred only."""
    last = before[-1:]
    return next((kept[at + 1 :] for at in reversed(range(len(kept))) if kept[at : at + 1] == last), kept)
