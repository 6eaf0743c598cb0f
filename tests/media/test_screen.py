"""What is decoded reaches the remote ring, whatever its size, and is gone after the call."""

import os

import av
import numpy as np
import pytest

from contract.frames import RingReader, RingWriter
from media.screen import RemoteScreen


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((1280, 720), (1280, 720)),
        ((640, 360), (640, 360)),
        ((1920, 1080), (1280, 720)),
        ((321, 241), (320, 240)),
    ],
)
async def test_a_frame_is_shown(size: tuple[int, int], shown: tuple[int, int]) -> None:
    ring = RingWriter(1280, 720, 3)
    reader = RingReader(os.dup(ring.fd), os.dup(ring.event))
    screen = RemoteScreen(ring, 1280, 720, 3)
    red = np.full((size[1], size[0], 3), (255, 0, 0), np.uint8)
    screen.show(av.VideoFrame.from_ndarray(red, format="rgb24").reformat(format="yuv420p"))
    await screen.finish()
    frame = reader.newest()
    assert frame is not None
    assert (frame.width, frame.height) == shown
    blue, green, full_red, _ = np.frombuffer(frame.data, np.uint8).reshape(-1, 4).mean(axis=0)
    assert full_red > 240 > 15 > max(blue, green)
    await screen.blank()
    last = reader.newest()
    assert last is not None
    assert not any(last.data)
    memory = np.frombuffer(os.pread(ring.fd, os.fstat(ring.fd).st_size, 0), np.uint8)
    assert np.count_nonzero(memory) < 1000, "a picture is left in the ring's memory"
    reader.close()
    ring.close()


async def test_the_newest_frame_wins() -> None:
    ring = RingWriter(64, 64, 3)
    reader = RingReader(os.dup(ring.fd), os.dup(ring.event))
    screen = RemoteScreen(ring, 64, 64, 3)
    for level in range(16, 236, 4):
        grey = np.full((96, 64), 128, np.uint8)
        grey[:64] = level
        screen.show(av.VideoFrame.from_ndarray(grey, format="yuv420p"))
    await screen.finish()
    frame = reader.newest()
    assert frame is not None
    assert frame.number < 10, "frames queue up"
    assert frame.data[0] > 245
    reader.close()
    ring.close()
