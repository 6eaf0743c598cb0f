"""A still as a file: JPEG that loses next to nothing (20:1 at most), with nothing in it but the picture."""

from typing import Final, NamedTuple

import cv2

from media.pictures import Image

RATIO_MOST: Final = 20.0  # ATA: no more than 20:1; of 24 bit a pixel
QUALITIES: Final = (92, 96, 99)
JPEG: Final = "image/jpeg"
PNG: Final = "image/png"


class Encoded(NamedTuple):
    """A file's bytes and media type."""

    data: bytes
    media_type: str


def encode(picture: Image) -> Encoded:
    """Return the picture as JPEG, colours unreduced (4:4:4), upright, without Exif, place, time or device.

    The quality goes up until no more than 20:1 is lost; a picture so even that it is still smaller is kept as
    PNG, which loses nothing. ValueError when it is no picture.
    """
    if picture.ndim != 3 or not picture.size:
        raise ValueError("not a picture")
    for quality in QUALITIES:
        data = _written(
            ".jpg",
            picture,
            [
                cv2.IMWRITE_JPEG_QUALITY,
                quality,
                cv2.IMWRITE_JPEG_SAMPLING_FACTOR,
                cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444,
            ],
        )
        if picture.nbytes / len(data) <= RATIO_MOST:
            return Encoded(data, JPEG)
    return Encoded(_written(".png", picture, []), PNG)


def markers(data: bytes) -> list[int]:
    """Return a JPEG's markers up to the picture itself (0xE1: Exif or XMP); ValueError when it is none."""
    if data[:2] != b"\xff\xd8":
        raise ValueError("not a JPEG")
    found, at = [], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        found.append(data[at + 1])
        if data[at + 1] == 0xDA:
            return found
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    raise ValueError("a JPEG that ends before its picture")


def _written(suffix: str, picture: Image, settings: list[int]) -> bytes:
    good, data = cv2.imencode(suffix, picture, settings)
    if not good:
        raise ValueError("the picture could not be written")
    return bytes(data)
