"""What was seen at one end, as numbers. Pure; times are wall time in ms."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean
from typing import Any, Final, NamedTuple, cast

import cv2
import numpy as np

from bench.clip import HEIGHT, WIDTH
from bench.eyes import Kept, Shot
from bench.rows import quantile
from media import stamp
from media.figure import Figure
from media.pictures import Image

FREEZE_MS: Final = 200.0
STEADY_MS: Final = 1000.0  # so long without a freeze: the picture is back
NO_SSIM: Final = 0.01  # of a watch in which nothing could be seen
_C1: Final = (0.01 * 255) ** 2
_C2: Final = (0.03 * 255) ** 2


class Seen(NamedTuple):
    """One end's watch. `late`: 95th percentile of the pictures' age when shown, ms; `ssim`: their mean.

    `freezes`: gaps of more than 200 ms, `frozen` what they take in all, ms. `hd`: ms from "accept" to the
    first picture of 1280 pixels, `back`: ms from the end of a burst of loss until pictures come steadily.
    What did not happen counts as the whole watch.
    """

    frames: int
    late: float
    ssim: float
    freezes: int
    frozen: float
    width: float
    hd: float
    back: float


def seen(
    shots: Sequence[Shot], kept: Sequence[Kept], *, accepted: float, begin: float, end: float, calm: float
) -> Seen:
    """Sum up a watch from `begin` to `end`; `calm`: when a burst of loss ended."""
    shown = [shot for shot in shots if begin <= shot.at <= end]
    late = [shot.at - shot.made for shot in shown if shot.made is not None]
    gaps = freezes([shot.at for shot in shown], begin, end)
    hd = next((shot.at for shot in shots if shot.width >= WIDTH and shot.at <= end), end)
    return Seen(
        frames=max(1, len(shown)),
        late=quantile(late, 0.95) if late else end - begin,
        ssim=fmean(similarity(one) for one in kept) if kept else NO_SSIM,
        freezes=len(gaps),
        frozen=sum(gaps),
        width=fmean(shot.width for shot in shown) if shown else 1,
        hd=hd - accepted,
        back=back([shot.at for shot in shown], calm, end) - calm,
    )


def freezes(shown: Sequence[float], begin: float, end: float) -> list[float]:
    """Return the gaps of more than `FREEZE_MS` between pictures, from `begin` to `end`."""
    gaps = [later - before for before, later in pairwise([begin, *shown, end])]
    return [gap for gap in gaps if gap > FREEZE_MS]


def back(shown: Sequence[float], calm: float, end: float) -> float:
    """Return when pictures began to come without a freeze for `STEADY_MS`, not before `calm`; else `end`."""
    begun = None
    for before, later in pairwise([calm, *(at for at in shown if at >= calm), end]):
        if later - before > FREEZE_MS:
            begun = None if later == end else later
        elif begun is None:
            begun = before
        if begun is not None and later - begun >= STEADY_MS:
            return begun
    return end


_figures: dict[tuple[int, int], Figure] = {}


def similarity(one: Kept) -> float:
    """Return the SSIM of a picture that came to the one that was sent, at the size it was sent in."""
    figure = _figures.setdefault((WIDTH, HEIGHT), Figure(WIDTH, HEIGHT))
    sent = cv2.cvtColor(figure.draw(one.made), cv2.COLOR_BGR2GRAY)
    came = cv2.resize(one.grey, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR)
    top = stamp.strip_height(HEIGHT)  # the strip is no part of the clip
    return ssim(cast(Image, sent[top:]), cast(Image, came[top:]))


def ssim(one: Image, other: Image) -> float:
    """Return the mean structural similarity of two grey pictures (Wang et al. 2004: Gaussian window, 1.5)."""
    a, b = one.astype(np.float32), other.astype(np.float32)

    def blur(image: Any) -> Any:
        return cv2.GaussianBlur(image, (11, 11), 1.5)

    mean_a, mean_b = blur(a), blur(b)
    var_a, var_b = blur(a * a) - mean_a**2, blur(b * b) - mean_b**2
    together = blur(a * b) - mean_a * mean_b
    top = (2 * mean_a * mean_b + _C1) * (2 * together + _C2)
    return float((top / ((mean_a**2 + mean_b**2 + _C1) * (var_a + var_b + _C2))).mean())
