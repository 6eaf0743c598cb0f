"""Automatic gain: a soft voice is made louder, a loud one softer, slowly, and only by what is a voice.

libwebrtc's own (the only mode its wheel offers) lifts everything by up to 15 dB, the rest of an echo too.
This one learns from the person alone: never while the other side speaks, never from the room's noise.
"""

import math
from typing import Final

import numpy as np
import numpy.typing as npt

TARGET_DB: Final = -23.0  # RMS of speech against full scale, as broadcasters have it (EBU R 128)
MOST_DB: Final = 15.0
LEAST_DB: Final = -12.0
UP_DB: Final = 0.06  # a block of 20 ms: 3 dB/s of speech
DOWN_DB: Final = 0.2
VOICE_DB: Final = -55.0  # softer than this is no voice
OVER_NOISE_DB: Final = 10.0  # a voice is louder than the room by so much
FAR_DB: Final = -50.0  # louder than this the other side speaks
FAR_BLOCKS: Final = 15  # 300 ms, after which the room has forgotten it
CEILING: Final = 0.9  # of full scale, for peaks
NOISE_RISE_DB: Final = 0.02  # a block, of the estimate of the room's noise

Samples = npt.NDArray[np.float64]


def level_db(block: Samples) -> float:
    """Return a block's RMS against full scale 1, in dB; -120 for silence."""
    return 10 * math.log10(float(np.mean(np.square(block))) + 1e-12)


class Gain:
    """Follows one voice."""

    def __init__(self) -> None:
        self.db = 0.0
        self._noise_db = 0.0  # the first pause is softer
        self._far_since = FAR_BLOCKS
        self._factor = 1.0

    def apply(self, near: Samples, far_db: float) -> Samples:
        """Return a block (full scale 1) at the gain learnt so far; `far_db`: level of what is played."""
        self._far_since = 0 if far_db > FAR_DB else self._far_since + 1
        here_db = level_db(near)
        self._noise_db = min(here_db, self._noise_db + NOISE_RISE_DB)
        if self._far_since >= FAR_BLOCKS and here_db > max(VOICE_DB, self._noise_db + OVER_NOISE_DB):
            miss = TARGET_DB - (here_db + self.db)
            self.db = float(np.clip(self.db + np.clip(miss, -DOWN_DB, UP_DB), LEAST_DB, MOST_DB))
        peak = float(np.max(np.abs(near)))
        wanted = min(10 ** (self.db / 20), CEILING / peak if peak > 0 else math.inf)
        # No step within a block; a peak is met from its first sample on.
        start = min(self._factor, wanted) if wanted < self._factor else self._factor
        slope = np.linspace(start, wanted, len(near))
        self._factor = wanted
        return near * slope
