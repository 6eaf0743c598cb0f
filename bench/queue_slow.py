"""As `queue_put`, with every sync 20 ms slower for ours and the peers alike: flash as kiosks have it."""

from typing import Final

from bench.queue_put import MANY, Size, measure, rows
from bench.rows import Row

SYNC_US: Final = 20_000
SLOW: Final = Size(one=60, ours=MANY * 40, theirs=MANY * 2, takes=40)


def run(runs: int) -> list[Row]:
    """Measure on a disk that syncs slowly."""
    return rows("queue_slow", measure(runs, SLOW, SYNC_US))
