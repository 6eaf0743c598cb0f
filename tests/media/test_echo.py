"""Echo cancellation in a synthetic room (bench.echo measures more rooms, for longer), and the gain."""

import numpy as np
import pytest

from bench.echo import FRAME, KEPT_DB, Scene, loss_db, near_gains, ours, rms, scene
from bench.room import RATE
from media.sound.echo import BLOCK, EchoFilter
from media.sound.gain import LEAST_DB, MOST_DB, TARGET_DB, Gain, level_db
from media.sound.voice import Voice


@pytest.fixture(scope="module")
def room() -> Scene:
    return scene(3, seconds=9.0)


def test_the_loudspeaker_is_not_sent_back(room: Scene) -> None:
    heard = room.microphone(echo=True, near=False)
    sent = ours(room.far, heard)
    assert loss_db(rms(heard, room.learnt_s), rms(sent, room.learnt_s)) >= 25.0


def test_who_speaks_against_an_equally_loud_echo_is_not_chopped(room: Scene) -> None:
    gains = near_gains(room, ours)
    assert len(gains) > 100
    assert abs(float(np.median(gains))) < 3.0  # type 1, full duplex, of ITU-T P.340
    assert float(np.mean(gains >= KEPT_DB)) > 0.75


def test_a_filter_that_learnt_another_room_begins_afresh_instead_of_adding_echo() -> None:
    chance = np.random.default_rng(3)
    played = chance.standard_normal((60, BLOCK)) * 0.1
    one = EchoFilter()
    for block in played[:40]:
        left = one.take(block, block * 0.5)
    assert level_db(left) < level_db(played[39] * 0.5) - 30
    for block in played[40:]:  # the room is turned upside down
        left = one.take(block, block * -0.5)
        assert level_db(left) < level_db(block * 0.5) + 7
    assert level_db(left) < level_db(played[59] * 0.5) - 10


def test_nothing_played_changes_nothing() -> None:
    chance = np.random.default_rng(4)
    one = EchoFilter()
    for block in chance.standard_normal((20, BLOCK)) * 0.1:
        assert one.take(np.zeros(BLOCK), block) == pytest.approx(block, abs=1e-9)


@pytest.mark.parametrize(("level", "bound"), [(-45.0, MOST_DB), (-5.0, LEAST_DB), (-28.0, TARGET_DB + 28.0)])
def test_a_voice_comes_to_one_level(level: float, bound: float) -> None:
    voice = np.sin(np.arange(BLOCK) / RATE * 2 * np.pi * 250) * 2**0.5 * 10 ** (level / 20)
    pause = voice * 10 ** (-40 / 20)
    gain = Gain()
    for number in range(1500):
        sent = gain.apply(pause if number % 10 == 0 else voice, -120.0)
        assert np.max(np.abs(sent)) <= 1.0
    assert gain.db == pytest.approx(min(MOST_DB, max(LEAST_DB, bound)), abs=0.5)


def test_neither_the_other_side_nor_the_room_turns_the_gain_up() -> None:
    chance = np.random.default_rng(5)
    soft = chance.standard_normal(BLOCK) * 0.01
    spoken_over, noise_only = Gain(), Gain()
    for _ in range(500):
        spoken_over.apply(soft, -20.0)
        noise_only.apply(soft, -120.0)
    assert spoken_over.db == 0.0
    assert noise_only.db < 1.0


def test_before_the_library_is_loaded_sound_passes_as_it_is() -> None:
    block = np.arange(FRAME, dtype=np.int16)
    voice = Voice()
    voice.far(block, 0.02)
    assert voice.near(block, 0.02) is block
