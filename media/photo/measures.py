"""What of a picture can be measured: light, clipping, sharpness, and what stands out of the skin."""

from typing import Any, Final, NamedTuple, cast

import cv2
import numpy as np
import numpy.typing as npt

from media.photo.card import Card, outline
from media.pictures import Image

REGION_PX: Final = 1024  # the longer side a region is scaled to before sharpness is measured
_LOW, _HIGH = 2, 253  # grey values at and beyond which a pixel is clipped
_STANDS_OUT: Final = 9.0  # CIELAB distance from the ground that a subject has at least (8-bit a, b)
_SPECK: Final = 0.0004  # of the area: smaller blobs are no subject


class Subject(NamedTuple):
    """The largest thing that stands out. `area`: its box's share of all; `cut`: it touches an edge."""

    box: tuple[int, int, int, int]  # x, y, width, height in px
    area: float
    cut: bool


class Measures(NamedTuple):
    """`luma` 0..255; `dark`, `bright`: clipped shares; `fineness` as the function says."""

    short_side: int
    luma: float
    dark: float
    bright: float
    fineness: float


def measure(picture: Image, card: Card | None = None, subject: Subject | None = None) -> Measures:
    """Measure the region that matters: the subject with its surroundings, else all but the rim."""
    height, width = picture.shape[:2]
    region = _region(picture, subject)
    grey = cv2.cvtColor(region, cv2.COLOR_BGR2GRAY)
    light = _without_card(picture, card)
    return Measures(
        short_side=min(width, height),
        luma=float(light.mean()),
        dark=float(np.mean(light <= _LOW)),
        bright=float(np.mean(light >= _HIGH)),
        fineness=fineness(_scaled(cast(Image, grey))),
    )


def fineness(grey: Image) -> float:
    """Return how strong fine differences are beside coarse ones, in the direction where they are weakest.

    A blur takes the fine ones and leaves the coarse, whatever there is to see, and a shaken picture loses
    them in one direction alone. Differences of pixels two apart, after Gaussians of 1 and 3 px: their ratio
    (RMS) in four directions. About 1 and a third and less is blurred, 1.6 and more is sharp; measured beside
    the variance of the Laplacian and the blur effect of Crété-Roffet (docs/photos.md), which depend on what
    is seen.
    """
    values = grey.astype(np.float32)
    fine, coarse = (cv2.GaussianBlur(values, (0, 0), sigma) for sigma in (1.0, 3.0))
    return min(
        float(np.sqrt(_energy(fine, *step) / max(_energy(coarse, *step), 1e-6)))
        for step in ((0, 2), (2, 0), (2, 2), (2, -2))
    )


def _energy(values: "npt.NDArray[Any]", down: int, across: int) -> float:
    """Return the mean square of differences between pixels that lie so far apart."""
    height, width = values.shape
    one = values[: height - down, max(0, -across) : width - max(0, across)]
    other = values[down:, max(0, across) : width + min(0, across)]
    return float(np.mean(np.square(one - other)))


def _scaled(grey: Image) -> Image:
    factor = REGION_PX / max(grey.shape)
    if factor >= 1:
        return grey
    return cast(Image, cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA))


def _region(picture: Image, subject: Subject | None) -> Image:
    height, width = picture.shape[:2]
    if subject is None:
        return picture[height // 10 : height - height // 10, width // 10 : width - width // 10]
    x, y, w, h = subject.box
    more = max(w, h, min(width, height) // 4) // 4
    left, top = max(0, x - more), max(0, y - more)
    return picture[top : min(height, y + h + more), left : min(width, x + w + more)]


def _without_card(picture: Image, card: Card | None) -> Image:
    """Return the grey values that count for the light: the printed card is white and black on purpose."""
    factor = min(1.0, 640 / max(picture.shape[:2]))
    small = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    if card is None:
        return cast(Image, grey.reshape(-1))
    mask = np.full(grey.shape, 255, np.uint8)
    cv2.fillConvexPoly(mask, np.rint(outline(card) * factor).astype(np.int32), 0)
    left = grey[mask > 0]
    return cast(Image, left if left.size else grey.reshape(-1))


def find_subject(picture: Image, card: Card | None = None) -> Subject | None:
    """Find what differs in colour from its ground: a mark on skin. None when nothing does.

    The ground is the median colour; what is farther from it than Otsu's threshold (and than `_STANDS_OUT`),
    and not the card, is grouped, and the largest group near the middle is it.
    """
    factor = min(1.0, 320 / max(picture.shape[:2]))
    small = cv2.GaussianBlur(cv2.resize(picture, None, fx=factor, fy=factor), (0, 0), 2)
    colours = cv2.cvtColor(small, cv2.COLOR_BGR2LAB).astype(np.float32)
    mask = np.full(small.shape[:2], 255, np.uint8)
    if card is not None:
        cv2.fillConvexPoly(mask, _grown(np.asarray(outline(card) * factor)), 0)
    ground = np.median(colours[mask > 0], axis=0)
    apart = np.sqrt(((colours - ground) ** 2 * (0.2, 1, 1)).sum(axis=2))
    scaled = np.clip(apart * 4, 0, 255).astype(np.uint8)
    level, _ = cv2.threshold(scaled[mask > 0].reshape(-1, 1), 0, 255, cv2.THRESH_OTSU)
    stands = ((scaled > max(level, _STANDS_OUT * 4)) & (mask > 0)).astype(np.uint8)
    stands = cv2.morphologyEx(stands, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    return _largest(cast(Image, stands), factor)


def _grown(
    quad: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]",
) -> "np.ndarray[tuple[int, ...], np.dtype[np.int32]]":
    middle = quad.mean(axis=0)
    return np.asarray(np.rint(middle + (quad - middle) * 1.12), np.int32)


def _largest(mask: Image, factor: float) -> Subject | None:
    height, width = mask.shape
    count, _, stats, centres = cv2.connectedComponentsWithStats(mask)
    best, best_size = 0, 0.0
    for number in range(1, count):
        x, y = centres[number]
        away = np.hypot(x / width - 0.5, y / height - 0.5)
        size = stats[number, cv2.CC_STAT_AREA] * (1 - away)
        if size > best_size:
            best, best_size = number, float(size)
    if not best or stats[best, cv2.CC_STAT_AREA] < _SPECK * width * height:
        return None
    x, y, w, h = (int(stats[best, what]) for what in range(4))
    cut = x <= 1 or y <= 1 or x + w >= width - 1 or y + h >= height - 1
    box = tuple(int(value / factor) for value in (x, y, w, h))
    return Subject((box[0], box[1], box[2], box[3]), w * h / (width * height), cut)
