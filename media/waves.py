"""Waves for the data channel: what is sent of them, the clock they share with pictures, a sound as a wave."""

import json
import math
from typing import Final

import numpy as np

from contract.control import Wave
from media.microphone import Block
from media.sound.portaudio import BLOCK, RATE

SOUND_HZ: Final = 100  # samples a second of a sound's envelope
SOUND_FLOOR_DB: Final = -66.0  # of full scale: what is drawn as nothing
HIGHEST: Final = 127  # of a sample
MESSAGE_BLOCKS: Final = 5  # of 20 ms: ten messages a second


def wave_text(wave: Wave) -> str:
    """Return a wave as the browser expects it (hub/console/src/lib/waves.ts). `t_ns`: of the last sample."""
    return json.dumps(
        {"kind": wave.kind, "t_ns": wave.t_ns, "rate_hz": wave.rate_hz, "samples": wave.samples},
        separators=(",", ":"),
    )


def clock_text(rtp: int, t_ns: int) -> str:
    """Return which moment of the waves' clock a picture's RTP time stamp stands for."""
    return json.dumps({"kind": "clock", "rtp": rtp, "t_ns": t_ns}, separators=(",", ":"))


class SoundWave:
    """A sound's envelope: the peak of each 10 ms, on a scale of decibels."""

    def __init__(self) -> None:
        self._samples: list[int | None] = []

    def take(self, block: Block, now_ns: int) -> Wave | None:
        """Take 20 ms that ended at `now_ns` (monotonic); return a wave now and then."""
        peaks = np.abs(block.astype(np.int32)).reshape(BLOCK * SOUND_HZ // RATE, -1).max(axis=1)
        self._samples += [level(int(peak)) for peak in peaks]
        if len(self._samples) < MESSAGE_BLOCKS * BLOCK * SOUND_HZ // RATE:
            return None
        samples, self._samples = tuple(self._samples), []
        return Wave(kind="sound", t_ns=now_ns, rate_hz=float(SOUND_HZ), samples=samples)


def level(peak: int) -> int:
    """Return a peak (0..32768) as 0..127: 0 at the floor and under it, 127 at full scale."""
    decibels = 20 * math.log10(max(peak, 1) / 32768)
    return round(HIGHEST * max(0.0, 1 - decibels / SOUND_FLOOR_DB))
