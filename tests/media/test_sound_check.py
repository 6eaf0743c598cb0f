"""The sound test: the sweep is found in a room, its delay is told, and nothing is found where nothing is."""

import numpy as np
import pytest

from bench.room import Room, to_int16
from media.sound import chime

GIVEN_AT = 48_000


def recorded(room: Room, gain: float = 1.0) -> np.ndarray:
    sound = np.zeros(5 * 48_000)
    sound[GIVEN_AT : GIVEN_AT + len(chime.chime())] = chime.chime() / 32768
    return to_int16(room.echo(sound) * gain + room.noise(len(sound)))


@pytest.mark.parametrize("delay_ms", [10.0, 85.0, 400.0])
def test_the_sound_is_found_and_how_late(delay_ms: float) -> None:
    found = chime.find(recorded(Room(delay_ms=delay_ms, coupling_db=-20)), GIVEN_AT)
    assert found.heard
    assert found.delay_ms == pytest.approx(delay_ms, abs=5)


def test_a_soft_one_is_found_in_a_loud_room() -> None:
    assert chime.find(recorded(Room(coupling_db=-30, noise_db=-50)), GIVEN_AT).heard


def test_nothing_is_found_in_noise_or_silence_or_too_little() -> None:
    assert not chime.find(recorded(Room(noise_db=-40), gain=0.0), GIVEN_AT).heard
    assert not chime.find(np.zeros(5 * 48_000, np.int16), GIVEN_AT).heard
    assert not chime.find(recorded(Room())[: GIVEN_AT + 48_000], GIVEN_AT).heard


def test_it_is_no_louder_than_it_should_be_and_does_not_click() -> None:
    sound = chime.chime().astype(np.float64) / 32767
    assert np.abs(sound).max() <= chime.LEVEL + 0.001
    assert np.abs(np.diff(sound)).max() < 0.15
    assert len(sound) == pytest.approx(chime.SECONDS * 48_000)
