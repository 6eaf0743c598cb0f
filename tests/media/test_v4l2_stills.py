"""A still of a V4L2 camera: its largest size, the sharpest of what comes, and the moving picture again.

OpenCV's capture is made up here: machines that test have no camera.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from contract.profile import MediaConfig
from media import forms, v4l2
from media.faults import Fault, SourceError
from media.grabbers import SETTLE, V4l2Grabber

CONFIG = MediaConfig(camera="v4l2:/dev/null", microphone="silence", speaker="none", width=1280, height=720)
FULL = (3264, 2448)


class Sensor:
    """A camera as OpenCV shows it: a picture's first pixel is its number, `sharp` is the one in focus."""

    def __init__(self, *_: Any) -> None:
        self.size = [640, 480]
        self.read_at: list[tuple[int, int]] = []
        self.sharp = -1
        self.fails_at = -1

    def isOpened(self) -> bool:
        return True

    def set(self, what: int, value: float) -> bool:
        if what in (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT):
            self.size[what == cv2.CAP_PROP_FRAME_HEIGHT] = int(value)
        return True

    def read(self) -> tuple[bool, Any]:
        number = len(self.read_at)
        self.read_at.append((self.size[0], self.size[1]))
        if number == self.fails_at:
            return False, None
        picture = np.full((self.size[1], self.size[0], 3), 90, np.uint8)
        if number == self.sharp:
            picture[:, ::16] = 160  # edges that outlive the scaling down
            picture[:, 1::16] = picture[:, 2::16] = picture[:, 3::16] = 160
        picture[0, 0] = number
        return True, picture

    def release(self) -> None:
        """Nothing is held."""


class Node:
    """The driver's word on the camera."""

    def __init__(self, *sizes: tuple[int, int]) -> None:
        self._sizes = sizes

    def sizes(self) -> tuple[tuple[int, int], ...]:
        return self._sizes

    def controls(self) -> tuple[()]:
        return ()

    def close(self) -> None:
        """Nothing is held."""


@pytest.fixture
def sensor(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sensor]:
    made = Sensor()
    monkeypatch.setattr(cv2, "VideoCapture", lambda *_: made)
    yield made


def opened(monkeypatch: pytest.MonkeyPatch, *sizes: tuple[int, int]) -> V4l2Grabber:
    monkeypatch.setattr(v4l2, "open_device", lambda _: Node(*sizes) if sizes else None)
    return V4l2Grabber(forms.CameraInfo("/dev/null", "Exam camera"), CONFIG)


def test_it_is_of_full_size_and_the_sharpest_once_the_exposure_stands(
    sensor: Sensor, monkeypatch: pytest.MonkeyPatch
) -> None:
    grabber = opened(monkeypatch, (640, 480), (1280, 720), FULL)
    abilities = grabber.abilities()
    assert (abilities.width, abilities.height, abilities.pauses) == (*FULL, True)
    assert grabber.read().shape == (720, 1280, 3)
    sensor.sharp = SETTLE - 1  # of the last three: the first picture was read already
    still = grabber.still()
    assert still.shape == (FULL[1], FULL[0], 3)
    assert still[0, 0, 0] == sensor.sharp
    assert sensor.read_at == [(1280, 720), *[FULL] * SETTLE]
    assert grabber.read().shape == (720, 1280, 3)  # and the call has its picture again


def test_an_early_picture_is_not_taken_however_sharp(sensor: Sensor, monkeypatch: pytest.MonkeyPatch) -> None:
    sensor.sharp = 0
    still = opened(monkeypatch, FULL).still()
    assert still[0, 0, 0] >= SETTLE - 3


def test_a_still_that_fails_gives_the_moving_picture_back(
    sensor: Sensor, monkeypatch: pytest.MonkeyPatch
) -> None:
    grabber = opened(monkeypatch, FULL)
    sensor.fails_at = 2
    with pytest.raises(SourceError) as failed:
        grabber.still()
    assert failed.value.fault is Fault.CAMERA_FAILED
    assert grabber.read().shape == (720, 1280, 3)


@pytest.mark.parametrize("sizes", [(), ((640, 480),), ((1280, 720),)])
def test_where_nothing_is_larger_the_next_picture_is_it(
    sensor: Sensor, monkeypatch: pytest.MonkeyPatch, sizes: tuple[tuple[int, int], ...]
) -> None:
    grabber = opened(monkeypatch, *sizes)
    assert not grabber.abilities().pauses
    assert grabber.still().shape == (720, 1280, 3)
    assert len(sensor.read_at) == 1


def test_a_node_that_is_not_there_is_said() -> None:
    with pytest.raises(SourceError) as missing:
        V4l2Grabber(forms.CameraInfo(str(Path("/dev/video-none")), "none"), CONFIG)
    assert missing.value.fault is Fault.CAMERA_MISSING
