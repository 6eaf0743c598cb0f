"""Pixels of a picture that DICOM can't hold as it is, by a process of its own: `hub.dicom.decode`."""

import subprocess
import sys
from pathlib import Path
from typing import Final

from hub.dicom.picture import Pixels, UnfitError

TIME_S: Final = 60.0
_ROOT: Final = Path(__file__).resolve().parents[2]


def decoded(content: bytes) -> Pixels:
    """Return a file's pixels; UnfitError. Not on the loop: it waits, up to a minute."""
    command = [sys.executable, "-m", "hub.dicom.decode"]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=TIME_S, check=False, cwd=_ROOT
        )
    except subprocess.TimeoutExpired as error:
        raise UnfitError("it takes too long to be decoded") from error
    head, _, data = done.stdout.partition(b"\n")
    sizes = [int(word) for word in head.split()] if done.returncode == 0 else []
    if len(sizes) != 3 or len(data) != sizes[0] * sizes[1] * sizes[2]:
        raise UnfitError("it can't be decoded")
    width, height, channels = sizes
    return Pixels(width, height, channels, data)
