"""A room without a room: two people's speech-like sound, a loudspeaker, walls, a microphone; all by a seed.

Speech-like: syllables of a buzz through moving formants, hisses, pauses, with a talker's own pitch. It has
what a canceller lives by (a wide spectrum, gaps, changes of level) and needs nobody's voice. The path from
loudspeaker to microphone is a delay, a direct sound and an exponentially decaying tail of noise, behind a
loudspeaker that compresses a little, as small ones do.
"""

import math
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

RATE: Final = 48_000
Sound = npt.NDArray[np.float64]  # mono, 48 kHz, full scale 1

_VOWELS: Final = ((730, 1090, 2440), (270, 2290, 3010), (300, 870, 2240), (530, 1840, 2480), (570, 840, 2410))
_WIDTHS: Final = (90.0, 120.0, 180.0)  # of the formants, Hz


class Talker(NamedTuple):
    """Who speaks: mean pitch in Hz, level as the RMS of loud syllables, and the seed of what is said."""

    pitch: float
    level: float
    seed: int


def speech(talker: Talker, seconds: float) -> Sound:
    """Return speech-like sound; about a third of it is silence."""
    chance = np.random.default_rng(talker.seed)
    samples = round(seconds * RATE)
    sound = np.zeros(samples)
    at = 0
    while at < samples:
        length = round(chance.uniform(0.12, 0.3) * RATE)
        part = _hiss(chance, length // 2) if chance.random() < 0.25 else _syllable(chance, talker, length)
        part = part[: samples - at]
        sound[at : at + len(part)] += part
        pause = chance.uniform(0.3, 0.9) if chance.random() < 0.15 else chance.uniform(0.01, 0.06)
        at += len(part) + round(pause * RATE)
    return sound * talker.level


def _syllable(chance: np.random.Generator, talker: Talker, length: int) -> Sound:
    t = np.arange(length) / RATE
    sway = 1 + 0.08 * np.sin(math.tau * chance.uniform(1, 4) * t)
    pitch = talker.pitch * chance.uniform(0.85, 1.2) * sway
    phase = math.tau * np.cumsum(pitch) / RATE
    start, end = chance.choice(len(_VOWELS), 2)
    glide = np.linspace(0.0, 1.0, length)
    sound = np.zeros(length)
    for harmonic in range(1, int(4000 / talker.pitch)):
        frequency = harmonic * pitch
        gain = np.zeros(length)
        for one, other, width in zip(_VOWELS[start], _VOWELS[end], _WIDTHS, strict=True):
            centre = one + (other - one) * glide
            gain += 1 / (1 + ((frequency - centre) / width) ** 2)
        sound += gain / harmonic**0.5 * np.sin(harmonic * phase)
    shape = np.minimum(1.0, np.minimum(t / 0.02, (t[-1] - t) / 0.05))
    return _normal(sound * shape) * chance.uniform(0.5, 1.0)


def _hiss(chance: np.random.Generator, length: int) -> Sound:
    noise = np.diff(chance.standard_normal(length + 1))
    return _normal(noise * np.hanning(length)) * chance.uniform(0.1, 0.3)


def _normal(sound: Sound) -> Sound:
    return sound / (float(np.sqrt(np.mean(np.square(sound)))) + 1e-12)


class Room(NamedTuple):
    """How loudspeaker and microphone hear each other.

    `delay_ms`: from playing to hearing, devices included. `reverberation_s`: RT60. `coupling_db`: level of
    the echo against what is played. `noise_db`: of the room, against full scale.
    """

    delay_ms: float = 60.0
    reverberation_s: float = 0.35
    coupling_db: float = -6.0
    noise_db: float = -65.0
    seed: int = 1

    def echo(self, played: Sound) -> Sound:
        """Return what the microphone hears of what is played."""
        driven = np.tanh(1.5 * played) / 1.5  # a small loudspeaker compresses
        heard = convolve(driven, self._path())[: len(played)]
        late = round(self.delay_ms / 1000 * RATE)
        return np.concatenate([np.zeros(late), heard])[: len(played)]

    def noise(self, samples: int) -> Sound:
        """Return the room's own noise."""
        chance = np.random.default_rng(self.seed + 1000)
        return chance.standard_normal(samples) * 10 ** (self.noise_db / 20)

    def _path(self) -> Sound:
        chance = np.random.default_rng(self.seed)
        t = np.arange(round(self.reverberation_s * RATE)) / RATE
        tail = chance.standard_normal(len(t)) * 10 ** (-3 * t / self.reverberation_s)
        tail[: round(0.002 * RATE)] = 0.0
        tail *= 0.7 / float(np.sqrt(np.sum(np.square(tail))))
        tail[0] = 0.7
        return tail * 10 ** (self.coupling_db / 20)


def convolve(sound: Sound, path: Sound) -> Sound:
    """Return the convolution, by one large transform."""
    size = 1 << (len(sound) + len(path) - 1).bit_length()
    spectrum = np.fft.rfft(sound, size) * np.fft.rfft(path, size)
    return np.fft.irfft(spectrum, size)[: len(sound) + len(path) - 1]


def to_int16(sound: Sound) -> npt.NDArray[np.int16]:
    """Return samples as a device gives them, clipped at full scale."""
    return np.clip(np.round(sound * 32768), -32768, 32767).astype(np.int16)
