"""How much gets through: the rate at which what we sent arrived.

After libwebrtc's BitrateEstimator: the rate in short windows, weighed against the estimate before by how
far apart they are. Bits a second; times in seconds.
"""

from typing import Final

from media.rate.sent import Arrived

FIRST_WINDOW_S: Final = 0.5
WINDOW_S: Final = 0.15
_UNCERTAINTY: Final = 10.0
_STARVED: Final = 20.0  # … when the window holds what was sent, not what could be
_SILENCE_S: Final = 2.0


class Throughput:
    """`bps` is None until half a second of arrivals is known."""

    def __init__(self) -> None:
        self.bps: float | None = None
        self._variance = 50.0
        self._began: float | None = None
        self._bits = 0
        self._newest = 0.0

    def add(self, arrived: list[Arrived], starved: bool) -> None:
        """Take a feedback's arrivals; `starved`: we had less to send than we might have sent."""
        for packet in sorted(arrived, key=lambda one: one.arrived):
            if self._began is None or packet.arrived - self._newest > _SILENCE_S:
                self._began, self._bits = packet.arrived, 0
            self._newest = max(self._newest, packet.arrived)
            window = FIRST_WINDOW_S if self.bps is None else WINDOW_S
            if (passed := packet.arrived - self._began) >= window:
                self._sample(self._bits / passed, starved)
                self._began, self._bits = packet.arrived, 0
            self._bits += packet.size * 8

    def _sample(self, bps: float, starved: bool) -> None:
        kbit = bps / 1000
        if self.bps is None:
            self.bps = bps
            return
        before = self.bps / 1000
        scale = _STARVED if starved and kbit < before else _UNCERTAINTY
        apart = scale * abs(before - kbit) / (before + min(kbit, 1e9) + 1e-9)
        sample_variance = max(apart * apart, 1e-6)
        predicted = self._variance + 5.0
        self.bps = 1000 * (sample_variance * before + predicted * kbit) / (sample_variance + predicted)
        self._variance = sample_variance * predicted / (sample_variance + predicted)
