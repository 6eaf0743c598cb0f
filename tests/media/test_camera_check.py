"""The camera's test: a covered lens, a dark room, a wall; and what a camera that is there says."""

import numpy as np

from contract.control import CameraTested
from contract.frames import RingWriter
from contract.profile import MediaConfig
from media.camera_check import check, sees
from media.capture import Capture


def picture(mean: float, spread: float) -> np.ndarray:
    dice = np.random.default_rng(1)
    return np.clip(dice.normal(mean, spread, (120, 160, 3)), 0, 255).astype(np.uint8)


def test_a_room_is_seen_and_a_covered_lens_is_not() -> None:
    assert sees([picture(110, 45)])
    assert not sees([picture(6, 2)])
    assert not sees([np.full((120, 160, 3), 200, np.uint8)])  # a sticker in the light
    assert not sees([])
    assert sees([picture(6, 2), picture(110, 45)])  # a camera that finds its exposure


async def test_nobody_sees_the_pictures() -> None:
    config = MediaConfig(camera="synthetic", microphone="silence", width=320, height=240)
    ring = RingWriter(320, 240, 3)
    capture, told = Capture(config, ring, 3, lambda: None), list[CameraTested]()
    await check(capture, told.append)
    [found] = told
    assert found.sees and found.fault == ""
    assert not capture.is_open and capture.camera.state == "off"
    await capture.close()
    ring.close()


async def test_a_camera_that_is_not_there_is_named() -> None:
    config = MediaConfig(camera="v4l2:/dev/video-none", microphone="silence", width=320, height=240)
    ring = RingWriter(320, 240, 3)
    capture, told = Capture(config, ring, 3, lambda: None), list[CameraTested]()
    await check(capture, told.append)
    assert told[0].fault == "camera-missing" and not told[0].sees
    await capture.close()
    ring.close()
