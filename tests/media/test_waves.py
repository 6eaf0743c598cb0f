"""A stethoscope's sound as a wave; what does not fit the way is left out and holds nothing up."""

import json
import math

import numpy as np

from contract.control import Wave
from media.sound.portaudio import BLOCK
from media.waves import SoundWave, clock_text, level, wave_text


def blocks(peaks: list[int]) -> list[Wave]:
    wave, found = SoundWave(), list[Wave]()
    for n, peak in enumerate(peaks):
        block = np.zeros(BLOCK, np.int16)
        block[BLOCK // 2 + 7] = -peak
        made = wave.take(block, n)
        if made is not None:
            found.append(made)
    return found


def test_a_sound_is_the_peak_of_each_ten_milliseconds() -> None:
    [wave] = blocks([32767, 0, 328, 0, 0])
    assert (wave.kind, wave.rate_hz, wave.t_ns) == ("sound", 100.0, 4)
    assert wave.samples[:2] == (0, 127)
    assert wave.samples[2:4] == (0, 0)
    assert wave.samples[5] == level(328)


def test_levels_are_in_decibels() -> None:
    assert level(0) == 0
    assert level(32768) == 127
    half = [level(round(32768 * math.pow(10, -decibels / 20))) for decibels in (0, 33, 66, 80)]
    assert half[0] == 127
    assert abs(half[1] - 64) <= 1
    assert half[2:] == [0, 0]


def test_gaps_and_the_clock_are_said_as_the_browser_reads_them() -> None:
    wave = Wave(kind="pleth", t_ns=9_007_199_254_740_993, rate_hz=60.0, samples=(1, None))
    assert json.loads(wave_text(wave)) == {
        "kind": "pleth", "t_ns": 9_007_199_254_740_993, "rate_hz": 60.0, "samples": [1, None],
    }  # fmt: skip
    assert json.loads(clock_text(7, 8)) == {"kind": "clock", "rtp": 7, "t_ns": 8}
