"""The level meter: silence is dark, a voice is in the middle, and nothing is said twice."""

import pytest

from contract.control import SoundLevel
from media.sound.meter import Meter, tenths


@pytest.mark.parametrize(
    ("decibels", "lit"), [(-120, 0), (-60, 0), (-50, 2), (-36, 5), (-24, 8), (-12, 10), (0, 10)]
)
def test_it_is_even_in_decibels(decibels: float, lit: int) -> None:
    assert tenths(10 ** (decibels / 20)) == lit


def test_it_only_grows_with_the_sound() -> None:
    seen = [tenths(step / 1000) for step in range(1001)]
    assert seen == sorted(seen)
    assert set(seen) == set(range(11))


def test_nothing_is_said_twice() -> None:
    meter = Meter()
    assert meter.look(0.0, 0.0) is None
    assert meter.look(0.016, 0.0) == SoundLevel(microphone=5)
    assert meter.look(0.0161, 0.0) is None
    assert meter.look(0.0161, 0.1) == SoundLevel(microphone=5, speaker=8)
    assert meter.look(0.0, 0.0) == SoundLevel()
