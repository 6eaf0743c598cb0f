"""How delivery behaves, every number named; and how large a request may be, by what happened to the last."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Pace:
    """How delivery behaves, every number named."""

    max_batch: int = 256  # envelopes in a request
    max_bytes: int = 4 << 20  # bytes in a request
    first_batch: int = 32  # envelopes in the first request, doubled by each that gets through
    first_bytes: int = 256 << 10  # bytes in the first request, doubled likewise
    fewest_bytes: int = 4 << 10  # bytes; requests shrink no further, then go one envelope at a time
    send_timeout_s: float = 60.0  # a half-open connection counts as unreachable after this …
    slowest_bytes_s: float = 2000.0  # … and the time its bytes take at this rate
    slow_failure_s: float = 2.0  # a request that failed after so long was perhaps too large for its link
    never_too_large: int = 64 << 10  # bytes; a refusal of less as too large is no matter of size
    first_wait_s: float = 0.5  # back-off after the first failure; also the least between tries on new puts
    longest_wait_s: float = 60.0
    longest_retry_after_s: float = 3600.0  # an absurd Retry-After must not silence a station for days
    look_again_s: float = 60.0  # when nothing waits: another process may have put something back in line
    paced_look_s: float = 5.0  # when something is held back: a call may have ended
    housekeeping_s: float = 3600.0  # between rounds of forgetting

    def back_off(self, failures: int, jitter: Callable[[], float], retry_after: float | None) -> float:
        """Return the seconds to wait after so many failures in a row: full jitter, up to a doubling limit.

        A Retry-After is waited for at least, and a little longer: not every station at the same moment.
        """
        longest = min(self.first_wait_s * 2.0 ** min(failures, 30), self.longest_wait_s)
        wait = longest * jitter()
        if retry_after is None:
            return wait
        asked = min(max(retry_after, 0.0), self.longest_retry_after_s)
        return max(wait, asked * (1 + jitter() / 10))


class BatchSize:
    """Envelopes and bytes of the next request: doubled by success, halved by what was too much."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self.count = min(pace.first_batch, pace.max_batch)
        self.bytes = min(pace.first_bytes, pace.max_bytes)

    def grow(self) -> None:
        """One got through."""
        self.count = min(self.count * 2, self._pace.max_batch)
        self.bytes = min(self.bytes * 2, self._pace.max_bytes)

    def shrink(self, count: int, size: int) -> None:
        """One of so many envelopes and bytes was too much."""
        self.count = max(1, min(self.count, count) // 2)
        self.bytes = max(self._pace.fewest_bytes, min(self.bytes, size) // 2)
