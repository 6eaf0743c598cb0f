"""Stamps survive the codec and scaling, and never give a wrong time."""

import av
import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from media import stamp
from media.grabbers import SyntheticGrabber
from media.pictures import i420_to_bgra, to_i420

TIMES = st.integers(0, 2**48 - 1)


@given(TIMES, st.sampled_from([(64, 36), (426, 240), (640, 360), (1280, 720), (720, 1280), (1366, 768)]))
def test_what_is_drawn_is_read(ms: int, size: tuple[int, int]) -> None:
    width, height = size
    for shape in ((height, width), (height, width, 3), (height, width, 4)):
        picture = np.full(shape, 90, np.uint8)
        stamp.draw(picture, ms)
        assert stamp.read(picture) == ms
        assert (picture[stamp.strip_height(height) :] == 90).all()


@given(TIMES)
def test_opacity_is_no_part_of_it(ms: int) -> None:
    picture = np.full((360, 640, 4), 90, np.uint8)
    stamp.draw(picture, ms)
    picture[:, :, 3] = 255
    assert stamp.read(picture) == ms


@pytest.mark.parametrize("size", [(960, 540), (640, 360), (480, 270)])
def test_it_survives_scaling(size: tuple[int, int]) -> None:
    picture = np.zeros((720, 1280, 3), np.uint8)
    stamp.draw(picture, 1_790_000_000_123)
    assert (
        stamp.read(cv2.resize(picture, size, interpolation=cv2.INTER_AREA).astype(np.uint8))
        == 1_790_000_000_123
    )


def test_it_survives_vp8_at_a_low_bitrate() -> None:
    encoder = av.CodecContext.create("libvpx", "w")
    assert isinstance(encoder, av.VideoCodecContext)
    encoder.width, encoder.height, encoder.pix_fmt = 1280, 720, "yuv420p"
    encoder.bit_rate = 500_000
    encoder.options = {"deadline": "realtime", "cpu-used": "-6", "lag-in-frames": "0"}
    decoder = av.CodecContext.create("libvpx", "r")
    assert isinstance(decoder, av.VideoCodecContext)
    grabber = SyntheticGrabber(1280, 720, 120)
    drawn, read = [], []
    for number in range(15):
        picture = grabber.read()
        drawn.append(stamp.read(picture))
        frame = av.VideoFrame.from_numpy_buffer(to_i420(picture), format="yuv420p")
        frame.pts = number
        for packet in encoder.encode(frame):
            read += [stamp.read(i420_to_bgra(out.to_ndarray())) for out in decoder.decode(packet)]  # type: ignore[arg-type]
    assert drawn[0] is not None
    assert read == drawn


@given(st.integers(0, 2**32 - 1))
def test_a_picture_without_a_stamp_gives_none(seed: int) -> None:
    noise = np.random.default_rng(seed).integers(0, 256, (40, 320, 3), np.uint8)
    assert stamp.read(noise) is None
    assert stamp.read(np.zeros((40, 320, 3), np.uint8)) is None
    assert stamp.read(noise[:, : stamp.CELLS - 1]) is None


@given(TIMES, st.integers(0, stamp.CELLS - 1))
def test_one_wrong_cell_is_noticed(ms: int, cell: int) -> None:
    picture = np.zeros((36, 640, 3), np.uint8)
    stamp.draw(picture, ms)
    columns = slice(cell * 10, cell * 10 + 10)
    picture[:, columns] = 251 - picture[:, columns]
    assert stamp.read(picture) is None


def test_a_narrow_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="63 columns"):
        stamp.draw(np.zeros((36, 63, 3), np.uint8), 0)
