"""Pixels of a picture that DICOM can't hold as it is: PNG, progressive JPEG, one that is turned.

`python -m hub.dicom.decode < FILE` writes "WIDTH HEIGHT CHANNELS" and the pixels, upright, 8 bit, grey or
RGB. It is a process of its own with little memory (`hub.dicom.decoder` starts it), because a decoder in C
reads what a station sent: the only place of the hub where one does.
"""

import resource
import sys
from typing import Final

import cv2
import numpy as np

from hub.dicom.picture import Pixels, UnfitError

LARGEST: Final = 64 << 20  # bytes of pixels: 22 megapixels in colour
MEMORY: Final = 2 << 30  # bytes of address space; the libraries alone take a third of it


def pixels(content: bytes) -> Pixels:
    """Return a file's pixels, upright by its EXIF; UnfitError when it is no picture or too large."""
    read = np.frombuffer(content, np.uint8)
    # 16 bits become 8, transparency goes; ANYCOLOR keeps grey grey
    picture = cv2.imdecode(read, cv2.IMREAD_ANYCOLOR) if read.size else None
    if picture is None or picture.nbytes > LARGEST:
        raise UnfitError("it can't be decoded, or is too large")
    colour = picture.ndim == 3
    shown = cv2.cvtColor(picture, cv2.COLOR_BGR2RGB) if colour else picture
    height, width = shown.shape[:2]
    return Pixels(width, height, 3 if colour else 1, shown.tobytes())


def main() -> int:
    """Decode what comes on the standard input."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    cv2.setNumThreads(1)
    try:
        found = pixels(sys.stdin.buffer.read())
    except (UnfitError, cv2.error, MemoryError):
        return 1
    sys.stdout.buffer.write(f"{found.width} {found.height} {found.channels}\n".encode())
    sys.stdout.buffer.write(found.data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
