"""Several people in one picture and one sound."""

from uuid import UUID

import numpy as np
import pytest
from av import VideoFrame
from hypothesis import given
from hypothesis import strategies as st

from media import mosaic
from media.mosaic import Mixer, Mosaic, areas, compose, mix, within

ONE, TWO, THREE = (UUID(int=n) for n in (1, 2, 3))


def plain(luma: int, width: int = 320, height: int = 180) -> VideoFrame:
    planes = np.full((height * 3 // 2, width), 128, np.uint8)
    planes[:height] = luma
    return VideoFrame.from_ndarray(planes, format="yuv420p")


def voice(level: float) -> "np.ndarray[tuple[int, ...], np.dtype[np.int16]]":
    return np.full(1920, int(level * 32767), np.int16)


@given(st.integers(2, 5), st.sampled_from([(1280, 720), (640, 360), (960, 540)]))
def test_nobody_covers_anybody_and_all_is_even(count: int, size: tuple[int, int]) -> None:
    width, height = size
    canvas = np.zeros((height, width), int)
    for left, top, wide, high in areas(count, width, height):
        assert all(number % 2 == 0 for number in (left, top, wide, high))
        assert left + wide <= width and top + high <= height
        canvas[top : top + high, left : left + wide] += 1
    assert canvas.max() == 1


@given(st.integers(16, 2000), st.integers(16, 2000))
def test_a_picture_keeps_its_shape_in_its_place(width: int, height: int) -> None:
    area = (320, 90, 960, 540)
    left, top, wide, high = within(plain(0, width // 2 * 2, height // 2 * 2), area)
    assert left >= 320 and left + wide <= 1280 and top >= 90 and top + high <= 630
    assert wide % 2 == high % 2 == 0
    assert wide == 960 or high == 540 or abs(wide - 960) < 3 or abs(high - 540) < 3


def test_the_first_is_large_and_the_others_beside() -> None:
    whole = compose([plain(200), plain(100), plain(50, 180, 320)], 1280, 720).to_ndarray()
    assert whole.shape == (1080, 1280)
    assert abs(int(whole[360, 480]) - 200) < 3
    assert abs(int(whole[90, 1120]) - 100) < 3
    assert abs(int(whole[270, 1120]) - 50) < 3  # upright: whole, with bars at its sides
    assert whole[270, 970] == 16
    assert whole[650, 1120] == 16


async def test_who_speaks_for_a_while_becomes_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mosaic, "SWITCH_S", 0.0)
    shown: list[VideoFrame] = []
    view = Mosaic([ONE, TWO], (640, 360), shown.append)

    async def large() -> int:
        view.picture(ONE, plain(200))
        view.picture(TWO, plain(100))
        await view.close()
        return int(shown[-1].to_ndarray()[180, 200])

    assert abs(await large() - 200) < 3
    view.voice(TWO, voice(0.001))  # breathing is not speaking
    assert abs(await large() - 200) < 3
    for _ in range(3):
        view.voice(TWO, voice(0.2))
    assert abs(await large() - 100) < 3


async def test_one_person_alone_is_shown_as_they_come() -> None:
    shown: list[VideoFrame] = []
    frame = plain(77)
    Mosaic([ONE], (640, 360), shown.append).picture(ONE, frame)
    assert shown == [frame]


def test_voices_are_added_and_cut() -> None:
    assert mix([voice(0.25), voice(0.5)])[0] == pytest.approx(0.75 * 32767, abs=2)
    assert mix([voice(0.9), voice(0.9)])[0] == 32767
    assert len(mix([voice(0.1), voice(0.1)[:100]])) == 1920


def test_a_voice_is_played_when_everybodys_is_there_but_nobody_holds_it_up_for_long() -> None:
    played: list[object] = []
    mixer = Mixer(played.append)
    mixer.voice(ONE, voice(0.1))
    assert len(played) == 1  # alone
    mixer.voice(TWO, voice(0.1))
    assert len(played) == 1  # waits for the other's next
    mixer.voice(ONE, voice(0.1))
    assert len(played) == 2
    for _ in range(mosaic.BEHIND + 3):
        mixer.voice(THREE, voice(0.1))
    assert len(played) > 2  # ONE and TWO fell silent
