"""What is wrong with a microphone, from what comes out of it: silence, clipping, the hum of the mains.

Looks at a second at a time and says what has been so for several: a voice, a cough, a knock are none of it.
"""

from collections import deque
from typing import Final

import numpy as np
import numpy.typing as npt

from media.faults import Fault

RATE: Final = 48_000
WINDOW: Final = RATE  # one second: lines of the spectrum stand 1 Hz apart
SECONDS: Final = 3  # for so long it must have been so
FEWER_ARE_DEAD: Final = 2  # steps of the converter; a live microphone hears its own noise
DEAD_DB: Final = -85.0  # against full scale: softer than any room
CLIPPED: Final = 32_700  # of 32 767
CLIPPED_SHARE: Final = 0.001  # of the samples of a second; a single plop is less
MAINS_HZ: Final = (50, 60)
HARMONICS: Final = 8
STANDS_OUT_DB: Final = 15.0  # of a line, over the spectrum around it
LINES: Final = 2  # of the first eight that must stand out, the first or second among them
HUM_DB: Final = -60.0  # against full scale; softer hums nobody hears
HUM_SHARE: Final = 0.3  # of all sound from 30 Hz to 4 kHz

Block = npt.NDArray[np.int16]


class Hearing:
    """Listens to one microphone, block by block; `fault` is what has been wrong with it for three seconds."""

    def __init__(self) -> None:
        self.fault = Fault.NONE
        self._blocks: list[Block] = []
        self._samples = 0
        self._seen: deque[Fault] = deque(maxlen=SECONDS)

    def take(self, block: Block) -> bool:
        """Listen to a block; True when `fault` is another one than before."""
        self._blocks.append(block)
        self._samples += len(block)
        if self._samples < WINDOW:
            return False
        self._seen.append(fault_of(np.concatenate(self._blocks)[:WINDOW]))
        self._blocks, self._samples = [], 0
        if self.fault is Fault.MICROPHONE_SILENT and self._seen[-1] is not self.fault:
            self.fault = Fault.NONE  # it hears: somebody has switched it on
            return True
        first = self._seen[0]
        if len(self._seen) < SECONDS or any(each is not first for each in self._seen):
            # A fault stays named until three seconds agree on something else: words must not flicker.
            return False
        before, self.fault = self.fault, first
        return before is not first


def fault_of(second: Block) -> Fault:
    """Say what is wrong with one second of sound, shape (48000,)."""
    if int(second.max()) - int(second.min()) <= FEWER_ARE_DEAD or level_db(second) < DEAD_DB:
        return Fault.MICROPHONE_SILENT
    if float(np.mean(np.abs(second.astype(np.int32)) >= CLIPPED)) > CLIPPED_SHARE:
        return Fault.MICROPHONE_CLIPPING
    return Fault.MICROPHONE_HUM if hums(second) else Fault.NONE


def level_db(sound: Block) -> float:
    """Return the RMS against full scale in dB."""
    return float(10 * np.log10(np.mean(np.square(sound / 32768)) + 1e-12))


def hums(second: Block) -> bool:
    """Does the hum of a 50 or 60 Hz mains carry a good part of this second?"""
    power = np.abs(np.fft.rfft(second / 32768 * np.hanning(len(second)))) ** 2
    power *= 2 / (0.375 * len(second) ** 2)  # mean square, with the window's own power taken out
    everything = float(power[30:4000].sum())
    for mains in MAINS_HZ:
        lines = [mains * number for number in range(1, HARMONICS + 1)]
        carried = [float(power[line - 2 : line + 3].sum()) for line in lines]
        around = [
            float(np.median(np.concatenate([power[line - 20 : line - 4], power[line + 5 : line + 21]]))) * 5
            for line in lines
        ]
        out = [
            10 * np.log10((line + 1e-15) / (floor + 1e-15)) > STANDS_OUT_DB
            for line, floor in zip(carried, around, strict=True)
        ]
        heard = sum(line for line, stands in zip(carried, out, strict=True) if stands)
        loud = 10 * np.log10(heard + 1e-15) > HUM_DB
        if sum(out) >= LINES and any(out[:2]) and loud and heard > HUM_SHARE * everything:
            return True
    return False
