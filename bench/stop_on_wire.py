"""From the touch of STOP to the stop command on the cuff's wire, with every core of the machine busy.

The touch is the moment the driver asks the session for it; the wire is the simulated cuff's own log. In
between are the session's drawing, its socket to core, core's loop and the port. The limit is the design's.
"""

import multiprocessing
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from bench.rig import Rig, rig
from bench.rows import Row, beside
from bench.table import say
from demo.wire import bytes_of
from demo.world import Options, wait_for
from peripherals.devices.rbp9804 import PRODUCT

LIMIT_MS: Final = 100.0
GOAL: Final = "<= 1"
HEATING_S: Final = 1.0
AFTER_FAILURE: Final = 2  # a second failed act leads to a person: two touches a visit


def run(runs: int) -> list[Row]:
    """Measure each touch in turn; a visit has two."""
    delays: list[float] = []
    while len(delays) < runs:
        with rig(Options(between_s=1)) as made:
            made.to_inflation()
            delays.append(_touch(made, len(delays), runs))
            for _ in range(min(AFTER_FAILURE - 1, runs - len(delays))):
                made.driver.tap("next")
                _inflates_again(made, len(delays))
                delays.append(_touch(made, len(delays), runs))
    limit = [LIMIT_MS] * runs
    return [beside("stop_on_wire_full_cpu", "ms", delays, "the limit", limit, GOAL)]


def _inflates_again(made: Rig, before: int) -> None:
    """Wait for the next start on the wire, and for its pressure."""
    log = made.world.folder / "cuff.jsonl"
    starts = before % AFTER_FAILURE + 1
    wait_for(lambda: sum(PRODUCT.start in data for _, data in bytes_of(log, "host")) >= starts, "a start", 30)
    time.sleep(HEATING_S)  # what the screen shows of the inflation before is gone
    made.inflating()


def _touch(made: Rig, number: int, runs: int) -> float:
    """Touch STOP while every core is busy; return the delay in ms."""
    say(f"STOP at full load: touch {number + 1} of {runs}")
    log = made.world.folder / "cuff.jsonl"
    with busy():
        time.sleep(HEATING_S)
        touched_ns = time.monotonic_ns()
        made.driver.tap("stop")
        wait_for(lambda: any(_is_stop(line, touched_ns) for line in bytes_of(log, "host")), "stop", 10)
    at_ns = next(line[0] for line in bytes_of(log, "host") if _is_stop(line, touched_ns))
    delay_ms = (at_ns - touched_ns) / 1e6
    say(f"{delay_ms:.1f} ms")
    return delay_ms


def _is_stop(line: tuple[int, bytes], after_ns: int) -> bool:
    return line[0] >= after_ns and PRODUCT.stop in line[1]


@contextmanager
def busy() -> Iterator[None]:
    """Keep every core busy with ordinary work."""
    burners = [multiprocessing.Process(target=_burn, daemon=True) for _ in range(os.cpu_count() or 1)]
    for burner in burners:
        burner.start()
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.join()


def _burn() -> None:
    while True:
        sum(range(10_000))
