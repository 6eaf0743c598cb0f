"""What a stethoscope's sound is like: how loud, how much of it is the room, whether it is moved, a beat.

Pure. The limits are of sound against full scale at the microphone's usual gain; they judge a recording, never
a patient: whether a heart or a lung is well is for who listens to it.
"""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

NOTHING: Final = "sound-nothing"  # not connected, or not on the body
SOFT: Final = "sound-too-soft"
LOUD: Final = "sound-too-loud"
ROOM: Final = "sound-room-noise"  # people talk, a fan blows
MOVED: Final = "sound-moved"  # it rubs or knocks
NO_BEAT: Final = "sound-no-beat"  # of a heart: no rhythm is found
URGENCY: Final = (NOTHING, LOUD, MOVED, ROOM, SOFT, NO_BEAT)

BODY_HZ: Final = (20.0, 500.0)
ROOM_HZ: Final = (1000.0, 4000.0)  # speech has much there; hearts nothing, lungs little, wheezes rarely
NOTHING_DB: Final = -80.0
SOFT_DB: Final = -50.0  # RMS of the body's band
CLIPPED: Final = 0.99
CLIPPED_SHARE: Final = 0.0005
ROOM_DB: Final = -20.0  # the room's band against the body's
KNOCK_DB: Final = 20.0  # the room's band: its loudest 50 ms over the usual; a heart's thuds are not in it
KNOCK_LEAST_DB: Final = -50.0
KNOCK_SHARE: Final = 0.1  # of the time; what lasts longer is no knock but a noise
PART_S: Final = 0.05
BEAT: Final = 0.25  # autocorrelation of the envelope that counts as a rhythm
BEATS_A_MINUTE: Final = (40.0, 200.0)

Sound = npt.NDArray[np.float64]


class Judgement(NamedTuple):
    """`advice`: ids with words, the most urgent first; `level`: of the body's band, 0 to 1 (full)."""

    advice: tuple[str, ...]
    level: float
    beats_a_minute: float | None = None


def judge(sound: Sound, rate: int, kind: str) -> Judgement:
    """Judge some seconds of sound (full scale 1; at least one second); `kind` as in contract.asks."""
    body_db = _db(float(np.mean(np.square(_in_band(sound, rate, BODY_HZ)))))
    room = np.sort(np.mean(np.square(_parts(_in_band(sound, rate, ROOM_HZ), round(PART_S * rate))), axis=1))
    room_db = _db(float(np.mean(room[: -max(1, round(len(room) * KNOCK_SHARE))])))  # but for knocks
    level = float(np.clip((body_db + 70) / 60, 0.0, 1.0))
    if max(body_db, room_db) < NOTHING_DB:
        return Judgement((NOTHING,), level)
    found = set()
    if float(np.mean(np.abs(sound) >= CLIPPED)) > CLIPPED_SHARE:
        found.add(LOUD)
    if body_db < SOFT_DB:
        found.add(SOFT)
    if room_db - body_db > ROOM_DB:
        found.add(ROOM)
    if _is_knocked(room):
        found.add(MOVED)
    beats = None
    if kind == "sound:heart" and len(sound) >= 3 * rate:
        beats = beats_a_minute(sound, rate)
        if beats is None and not found:
            found.add(NO_BEAT)
    return Judgement(tuple(id for id in URGENCY if id in found), level, beats)


def beats_a_minute(sound: Sound, rate: int) -> float | None:
    """Return how often the sound's envelope repeats itself; None when it does not.

    Only to say whether a heart is in the recording: it is no measurement, and never shown as one.
    """
    part = round(0.01 * rate)
    envelope = np.sqrt(np.mean(np.square(_parts(_in_band(sound, rate, (25.0, 150.0)), part)), axis=1))
    envelope = np.convolve(envelope, np.hanning(9) / np.hanning(9).sum(), "same")
    envelope -= envelope.mean()
    size = 1 << (2 * len(envelope)).bit_length()
    same = np.fft.irfft(np.abs(np.fft.rfft(envelope, size)) ** 2)[: len(envelope)]
    if same[0] <= 0:
        return None
    # Fewer pairs of parts are as far apart as that: weigh them up.
    same = same / same[0] * len(envelope) / np.arange(len(envelope), 0, -1)
    first = round(60 / BEATS_A_MINUTE[1] / 0.01)
    last = min(round(60 / BEATS_A_MINUTE[0] / 0.01), len(envelope) * 2 // 3)
    part = same[first : last + 1]
    inner = part[1:-1]
    peaks = np.flatnonzero((inner > part[:-2]) & (inner >= part[2:]))
    if not len(peaks) or inner[peaks].max() <= BEAT:
        return None
    # Two beats later it is as alike as one beat later: the first that is nearly as good counts.
    best = first + 1 + int(peaks[inner[peaks] > 0.8 * inner[peaks].max()][0])
    return 60 / (best * 0.01)


def _is_knocked(room: Sound) -> bool:
    """Is there something short and sharp in the room's band? `room`: powers of 50 ms each, sorted."""
    loudest, usual = _db(float(room[-1])), _db(float(np.median(room)))
    often = float(np.mean(room > room[-1] / 10))
    return loudest > KNOCK_LEAST_DB and loudest - usual > KNOCK_DB and often < KNOCK_SHARE


def _parts(sound: Sound, size: int) -> Sound:
    return sound[: len(sound) // size * size].reshape(-1, size)


def _in_band(sound: Sound, rate: int, band: tuple[float, float]) -> Sound:
    hertz = np.fft.rfftfreq(len(sound), 1 / rate)
    spectrum = np.fft.rfft(sound)
    spectrum[(hertz < band[0]) | (hertz > band[1])] = 0
    return np.fft.irfft(spectrum, len(sound))


def _db(power: float) -> float:
    return float(10 * np.log10(power + 1e-12))
