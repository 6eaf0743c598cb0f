"""Bell and diaphragm, and other sampling rates: all by one transform, so without any delay or phase.

An electronic stethoscope's bell emphasises 20 to 200 Hz, its diaphragm 100 to 500 Hz, its wide mode 50 to
500 Hz (3M Littmann Electronic Stethoscope 3200, user manual: "Frequency response modes"). What is stored is
unfiltered; a filter is only for the ear and the eye. Sampled at 16 kHz: three times what lung sounds need
(CORSA: at least 5512 Hz; Cheetham et al., European Respiratory Review 10, 2000), a third of the bytes.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

STORED_RATE: Final = 16_000
WIDE: Final = ""
BANDS: Final = {"bell": (20.0, 200.0), "diaphragm": (100.0, 500.0)}  # Hz, at half the amplitude
EDGE: Final = 0.25  # of the edge's frequency, on either side of it

Sound = npt.NDArray[np.float64]


def band(sound: Sound, rate: float, name: str) -> Sound:
    """Return the sound through a filter of `BANDS`; as it is for WIDE. KeyError for what is none."""
    if name == WIDE:
        return sound
    low, high = BANDS[name]
    hertz = np.fft.rfftfreq(len(sound), 1 / rate).astype(np.float64)
    spectrum = np.fft.rfft(sound) * _rise(hertz, low) * (1 - _rise(hertz, high))
    return np.fft.irfft(spectrum, len(sound))


def resample(sound: Sound, rate: int, wanted: int) -> Sound:
    """Return the sound at another rate, nothing above its half; the length is cut to whole samples."""
    if rate == wanted:
        return sound
    samples = len(sound) * wanted // rate
    spectrum = np.fft.rfft(sound)
    kept = min(len(spectrum), samples // 2 + 1)
    other = np.zeros(samples // 2 + 1, np.complex128)
    other[:kept] = spectrum[:kept]
    return np.fft.irfft(other, samples) * (samples / len(sound))


def _rise(hertz: Sound, edge: float) -> Sound:
    """From 0 to 1 as half a cosine, a half at the edge."""
    part = np.clip((hertz - edge * (1 - EDGE)) / (2 * EDGE * edge), 0.0, 1.0)
    return 0.5 - 0.5 * np.cos(np.pi * part)
