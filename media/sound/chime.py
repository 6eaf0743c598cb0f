"""The test sound: three rising tones, and a short sweep by which it is found again; and a call for help."""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

RATE: Final = 48_000
TONES_HZ: Final = (523.25, 659.25, 783.99)  # C, E, G
TONE_S: Final = 0.4
SWEEP_HZ: Final = (500.0, 4000.0)
SWEEP_S: Final = 0.4
LEVEL: Final = 0.25  # of full scale
CALL_LEVEL: Final = 0.7
SECONDS: Final = len(TONES_HZ) * TONE_S + SWEEP_S
HEARD: Final = 8.0  # the sweep's match, in standard deviations of all the others
LONGEST_S: Final = 1.0  # from loudspeaker to microphone

Block = npt.NDArray[np.int16]
Sound = npt.NDArray[np.float64]


class Found(NamedTuple):
    """Whether the microphone heard the test sound, and how late after it was given out, in ms."""

    heard: bool
    delay_ms: float = 0.0


def chime() -> Block:
    """Return the test sound, 1.6 s."""
    return _samples(np.concatenate([*_tones(), _sweep()]) * LEVEL)


def call() -> Block:
    """Return the tones that call a person on site: the same three, twice, louder; 2.4 s."""
    return _samples(np.concatenate([*_tones(), *_tones()]) * CALL_LEVEL)


def _tones() -> list[Sound]:
    return [_shaped(np.sin(2 * np.pi * hertz * _time(TONE_S))) for hertz in TONES_HZ]


def _samples(sound: Sound) -> Block:
    return np.round(sound * 32767).astype(np.int16)


def find(recorded: Block, given_at: int) -> Found:
    """Look for the test sound in what was recorded; `given_at`: the sample at which it was given out."""
    sweep = _sweep()
    start = given_at + round(len(TONES_HZ) * TONE_S * RATE)
    part = recorded[start : start + round(LONGEST_S * RATE) + len(sweep)] / 32768
    if len(part) < len(sweep) + RATE // 10:
        return Found(False)
    size = 1 << (len(part) + len(sweep)).bit_length()
    match = np.fft.irfft(np.fft.rfft(part, size) * np.conj(np.fft.rfft(sweep, size)))[
        : len(part) - len(sweep)
    ]
    best = int(np.argmax(np.abs(match)))
    usual = float(np.sqrt(np.median(np.square(match)))) + 1e-9
    # Digital silence matches nothing: the sound itself must be there too.
    loud = float(np.std(part[best : best + len(sweep)])) > 1e-4
    return Found(bool(loud and abs(match[best]) > HEARD * usual), best / RATE * 1000)


def _sweep() -> Sound:
    t = _time(SWEEP_S)
    low, high = SWEEP_HZ
    return _shaped(np.sin(2 * np.pi * (low * t + (high - low) / (2 * SWEEP_S) * t**2)))


def _time(seconds: float) -> Sound:
    return np.arange(round(seconds * RATE)) / RATE


def _shaped(sound: Sound) -> Sound:
    """Fade in and out, so that nothing clicks."""
    fade = min(len(sound) // 4, RATE // 50)
    shape = np.ones(len(sound))
    shape[:fade] = 0.5 - 0.5 * np.cos(np.pi * np.arange(fade) / fade)
    shape[-fade:] = shape[:fade][::-1]
    return sound * shape
