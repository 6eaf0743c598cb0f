"""How long somebody in line may have to wait: those on call take one after the other. Pure."""

import heapq
from collections.abc import Iterable
from typing import Final

LEAST_LEFT: Final = 0.25  # of a usual call: what one that lasts longer than usual may still take


def wait_s(position: int, providers: int, under_way: Iterable[float], usual_s: float) -> int | None:
    """Return the seconds until the one at `position` (1 is next) is called; None when nobody is on call.

    `providers`: on call, those in a call included; `under_way`: how long their calls have lasted, seconds;
    `usual_s`: how long a call takes.
    """
    if providers <= 0:
        return None
    busy = [max(usual_s - lasted, LEAST_LEFT * usual_s) for lasted in under_way][:providers]
    free_at = [0.0] * (providers - len(busy)) + busy
    heapq.heapify(free_at)
    for _ in range(position - 1):
        heapq.heapreplace(free_at, free_at[0] + usual_s)
    return round(free_at[0])
