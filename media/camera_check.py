"""The camera's test: does it give pictures, and is there anything in them? No picture leaves this function.

A covered lens, a closed shutter and a dark room look alike: dark, or the same all over. A person on site sees
which it is.
"""

import asyncio
from collections.abc import Callable, Iterable
from typing import Final

import numpy as np

from contract.control import CameraTested
from media.capture import Capture
from media.faults import Fault
from media.pictures import Image

OPEN_S: Final = 8.0  # in which a camera opens and gives pictures, or does not
LOOK_S: Final = 0.1
ENOUGH: Final = 15  # pictures: by then a camera has found its exposure
DARK: Final = 24.0  # mean of luma, 0..255
FLAT: Final = 5.0  # its standard deviation
STEP: Final = 8  # every so many pixels are enough


def sees(pictures: Iterable[Image]) -> bool:
    """Is there something in any of them? BGR pictures."""
    for picture in pictures:
        luma = picture[::STEP, ::STEP].astype(np.float32).mean(axis=2)
        if luma.mean() >= DARK and luma.std() >= FLAT:
            return True
    return False


async def check(capture: Capture, tell: Callable[[CameraTested], object]) -> None:
    """Look through the camera for a moment and say what came of it; what is open already stays open."""
    seen: list[Image] = []

    def watch(picture: Image, _: int) -> None:
        if len(seen) < ENOUGH:
            seen.append(picture)

    await capture.watch(watch)
    try:
        for _ in range(round(OPEN_S / LOOK_S)):
            if len(seen) >= ENOUGH or capture.camera.state in {"absent", "failed"}:
                break
            await asyncio.sleep(LOOK_S)
        camera = capture.camera
    finally:
        await capture.unwatch(watch)
    fault = str(camera.fault) or ("" if seen else str(Fault.CAMERA_MISSING))
    tell(CameraTested(camera=camera.name, fault=fault, sees=sees(seen[-3:])))
