"""A made-up heart and breath: first and second heart sounds, and the hiss of air, at plausible pitches.

For demonstrations and tests. Nobody's, and no disease: it only has what guidance and filters look for.
"""

import math
from typing import Final

import numpy as np
import numpy.typing as npt

RATE: Final = 48_000
BEATS_A_MINUTE: Final = 75
BREATHS_A_MINUTE: Final = 15
SECONDS: Final = 4  # a whole number of beats (5) and of breaths (1)
_S1: Final = ((35.0, 0.07), (55.0, 0.06), (90.0, 0.03))  # Hz, decay in s
_S2: Final = ((60.0, 0.04), (110.0, 0.035), (150.0, 0.02))
_SYSTOLE_S: Final = 0.3  # from the first sound to the second

Sound = npt.NDArray[np.float64]


def body(level: float = 0.25, noise: float = 0.0015, seed: int = 11) -> Sound:
    """Return four seconds, to be repeated; full scale is 1. `level`: peak of the heart; `noise`: RMS."""
    samples = SECONDS * RATE
    chance = np.random.default_rng(seed)
    sound = chance.standard_normal(samples) * noise
    sound += _breath(chance, samples) * level * 0.06
    for beat in range(SECONDS * BEATS_A_MINUTE // 60):
        at = beat * 60 / BEATS_A_MINUTE
        _add(sound, at, _thud(_S1) * level)
        _add(sound, at + _SYSTOLE_S, _thud(_S2) * level * 0.7)
    return sound


def _thud(parts: tuple[tuple[float, float], ...]) -> Sound:
    t = np.arange(round(0.2 * RATE)) / RATE
    waves = [np.sin(math.tau * hertz * t) * np.exp(-t / decay) for hertz, decay in parts]
    rise = np.minimum(1.0, t / 0.008)
    thud = np.asarray(np.sum(waves, axis=0), np.float64) * rise
    return np.asarray(thud / np.max(np.abs(thud)))


def _breath(chance: np.random.Generator, samples: int) -> Sound:
    spectrum = np.fft.rfft(chance.standard_normal(samples))
    hertz = np.fft.rfftfreq(samples, 1 / RATE)
    spectrum *= np.exp(-(((hertz - 300) / 200) ** 2))
    hiss = np.fft.irfft(spectrum, samples)
    t = np.arange(samples) / RATE
    return np.asarray(hiss / np.max(np.abs(hiss)) * np.sin(math.pi * BREATHS_A_MINUTE / 60 * t) ** 2)


def _add(sound: Sound, at_s: float, part: Sound) -> None:
    start = round(at_s * RATE)
    place = np.arange(start, start + len(part)) % len(sound)
    sound[place] += part
