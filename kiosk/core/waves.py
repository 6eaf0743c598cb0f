"""Live waves on their way to media: samples gathered into messages that never join across a gap. Pure."""

from typing import Final

from contract.control import Wave

MESSAGES_HZ: Final = 10  # how many go each second while samples come evenly
GAP_PERIODS: Final = 4  # samples that stay out for longer than so many of their periods are a gap …
GAP_NS: Final = 150_000_000  # … but not less than this: radio devices bring theirs in bursts


class WaveBatch:
    """Samples of one kind. Moments: nanoseconds of the monotonic clock, which pictures are stamped with."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._rate_hz = 0.0
        self._samples: list[int | None] = []
        self._last_ns = 0

    def add(self, t_ns: int, rate_hz: float, sample: int | None) -> tuple[Wave, ...]:
        """Add a sample (None: the device says that there is none); return what is to be sent now."""
        out: list[Wave] = []
        longest = max(GAP_NS, int(GAP_PERIODS * 1e9 / rate_hz))
        if self._samples and (rate_hz != self._rate_hz or not 0 <= t_ns - self._last_ns <= longest):
            out.append(self._take())
        self._rate_hz, self._last_ns = rate_hz, t_ns
        self._samples.append(sample)
        if len(self._samples) >= max(1, round(rate_hz / MESSAGES_HZ)):
            out.append(self._take())
        return tuple(out)

    def _take(self) -> Wave:
        samples, self._samples = tuple(self._samples), []
        return Wave(kind=self._kind, t_ns=self._last_ns, rate_hz=self._rate_hz, samples=samples)
