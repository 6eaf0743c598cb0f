"""A technician looks through the camera: frames that are light, dark, blurred, or not there."""

import asyncio
from collections.abc import Callable
from typing import cast

import cv2
import numpy as np
import pytest

from contract.capture import Looks
from contract.frames import RingWriter
from contract.profile import MediaConfig
from media import looking
from media.capture import Capture
from media.looking import Looking
from media.photo.gate import BLURRED, TOO_DARK
from media.pictures import Image


def scene(mean: float = 120, blur: float = 0) -> Image:
    """Return a frame of things of all sizes, one before the other, as bright and as blurred as asked."""
    dice = np.random.default_rng(7)
    picture = np.zeros((240, 320, 3), np.uint8)
    for _ in range(3000):
        x, y, size = int(dice.integers(320)), int(dice.integers(240)), int(2 + dice.pareto(1.5) * 3)
        grey = float(np.clip(dice.normal(mean, mean / 3), 3, 250))
        cv2.circle(picture, (x, y), size, (grey, grey, grey), -1)
    return cv2.GaussianBlur(picture, (0, 0), blur).astype(np.uint8) if blur else picture


def alone() -> Looking:
    """Return one that frames are given to by hand."""
    return Looking(cast(Capture, None), lambda _: None)


class Watched:
    """Looking over a real `Capture`, with what it said."""

    def __init__(self, camera: str = "synthetic") -> None:
        config = MediaConfig(camera=camera, microphone="silence", width=320, height=240)
        self.ring = RingWriter(320, 240, 3)
        self.capture = Capture(config, self.ring, 3, lambda: None)
        self.said = list[Looks]()
        self.looking = Looking(self.capture, self.said.append)

    async def until(self, holds: Callable[[Looks], bool]) -> Looks:
        async with asyncio.timeout(60):
            while not (self.said and holds(self.said[-1])):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        return self.said[-1]

    async def close(self) -> None:
        await self.looking.end()
        await self.capture.close()
        self.ring.close()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "EVERY_S", 0.02)


def judged(picture: Image) -> Looks:
    """Return what is said of one frame that has just come."""
    watched = alone()
    watched._seen(picture, 0)
    return watched._looks()


def test_light_and_sharpness_are_told_apart() -> None:
    good, dark, blurred = (judged(scene(*how)) for how in ((120, 0), (12, 0), (120, 4)))
    assert good.advice == () and good.sharp is not None and 90 < good.light < 150
    assert TOO_DARK in dark.advice and dark.light < 20
    assert BLURRED in blurred.advice and blurred.sharp is not None and blurred.sharp < good.sharp


async def test_a_camera_gives_figures_until_the_end_and_is_closed_then() -> None:
    watched = Watched()
    await watched.looking.begin()
    await watched.looking.begin()  # begun twice is begun once
    assert (await watched.until(lambda looks: looks.sharp is not None)).light > 0
    assert watched.capture.is_open
    await watched.looking.end()
    said = len(watched.said)
    assert not watched.capture.is_open and watched.capture.camera.state == "off"
    await asyncio.sleep(0.1)
    assert len(watched.said) == said, "nothing is said after the end"
    assert watched.looking._looks() == Looks(), "and nothing is remembered"
    await watched.close()


async def test_a_call_that_had_it_open_keeps_it() -> None:
    watched = Watched()
    await watched.capture.open()
    await watched.looking.begin()
    await watched.until(lambda looks: looks.sharp is not None)
    await watched.looking.end()
    assert watched.capture.is_open
    await watched.close()


async def test_without_a_camera_there_are_no_figures() -> None:
    watched = Watched("v4l2:/dev/video-none")
    await watched.looking.begin()
    await watched.until(lambda _: len(watched.said) > 3)
    assert set(watched.said) == {Looks()}
    await watched.close()


def test_an_old_picture_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("media.looking.time.monotonic", lambda: now)
    watched = alone()
    watched._seen(scene(), 0)
    assert watched._looks().sharp is not None
    now += looking.OLD_S + 0.1
    assert watched._looks() == Looks()
