"""The photo gate on the held-out part of its labelled set: the bad it rejects and the good it keeps.

Beside it, on the same pictures, the gate with its measure of sharpness replaced by the proposal it began
with: the variance of the Laplacian at 512 px, at least 100. `python -m bench.photos --help` for other parts
of the set. None of these pictures is a patient's.
"""

import argparse
import math
import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final, NamedTuple

import cv2
import numpy as np

from bench.photo_scenes import GOOD, HELD_OUT, TUNE, Image, Labelled, from_photos, labelled
from bench.rows import Row
from bench.table import say
from media.photo.gate import BLURRED, Gate

LAPLACIAN: Final = 100.0
LAPLACIAN_PX: Final = 512
GOAL: Final = 0.9
FREE: Final = ("astronaut.png", "chelsea.png", "coffee.png", "motorcycle_left.png", "rocket.jpg", "brick.png")


class Judged(NamedTuple):
    """One picture's label and what was said. `scale_off`: of mm/px, in its stated standard deviations."""

    view: str
    fault: str
    reasons: tuple[str, ...]
    peer: tuple[str, ...]  # the reasons with the Laplacian instead
    scale_off: float | None


def judge(one: Labelled) -> Judged:
    """Judge one picture both ways."""
    verdict = Gate(one.kind, one.view).judge(one.picture)
    others = tuple(reason for reason in verdict.reasons if reason != BLURRED)
    peer = (*others, *((BLURRED,) if laplacian(one.picture) < LAPLACIAN else ()))
    off = None
    if one.mm_per_px is not None and verdict.card is not None:
        off = (verdict.card.mm_per_px - one.mm_per_px) / verdict.card.error
    return Judged(one.view, one.fault, verdict.reasons, peer, off)


def laplacian(picture: Image) -> float:
    """Return the variance of the Laplacian of the picture's middle at 512 px."""
    height, width = picture.shape[:2]
    middle = cv2.cvtColor(
        picture[height // 10 : -height // 10, width // 10 : -width // 10], cv2.COLOR_BGR2GRAY
    )
    factor = min(1.0, LAPLACIAN_PX / max(middle.shape))
    small = cv2.resize(middle, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return float(cv2.Laplacian(small, cv2.CV_64F).var())


def _of_seed(seed: int) -> list[Judged]:
    return [judge(one) for one in labelled([seed])]


def procedural(seeds: Iterable[int], workers: int = 2) -> list[Judged]:
    """Make and judge the pictures of these seeds."""
    with ProcessPoolExecutor(workers) as pool:
        return [judged for some in pool.map(_of_seed, seeds, chunksize=4) for judged in some]


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the 95 % bounds of a share (Wilson's)."""
    z = 1.96
    share, middle = hits / of, 1 + z * z / of
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (share + z * z / (2 * of) - half) / middle, (share + z * z / (2 * of) + half) / middle


def rows_of(judged: list[Judged], what: str) -> list[Row]:
    """Return two rows: of the bad how many are rejected, of the good how many kept."""
    found = []
    for name, some, rejects in (
        ("bad rejected", [one for one in judged if one.fault != GOOD], True),
        ("good kept", [one for one in judged if one.fault == GOOD], False),
    ):
        ours, theirs = (
            sum(bool(said) is rejects for said in s)
            for s in zip(*((o.reasons, o.peer) for o in some), strict=True)
        )
        low, high = wilson(ours, len(some))
        found.append(
            Row(
                name=f"photo gate, {what}: {name}",
                value=round(ours / len(some), 3),
                unit=f"of {len(some)}",
                peer="Laplacian >= 100",
                peer_value=round(theirs / len(some), 3),
                ratio=None,
                low=round(low, 3),
                high=round(high, 3),
                goal=f">= {GOAL}",
                met=ours / len(some) >= GOAL,
                runs=1,
            )
        )
    return found


def run(runs: int) -> list[Row]:
    """Judge the held-out part once: it is the same each time."""
    say(f"photos: {2 * len(HELD_OUT)} pictures, made by seed")
    return rows_of(procedural(HELD_OUT), "held-out")


def main(argv: list[str] | None = None) -> int:
    """Judge a part of the set and say what went wrong with which; 1 when the goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.photos", description=__doc__)
    parser.add_argument("--part", choices=("tune", "held-out"), default="held-out")
    parser.add_argument("--most", type=int, metavar="N", help="only the first N seeds")
    parser.add_argument(
        "--free", type=Path, metavar="DIR", help="instead: free photographs (skimage/data of scikit-image)"
    )
    options = parser.parse_args(argv)
    if options.free:
        judged, what = [judge(one) for one in from_photos(options.free, FREE)], "free photographs"
    else:
        seeds = TUNE if options.part == "tune" else HELD_OUT
        judged, what = procedural(seeds[: options.most]), options.part
    rows = rows_of(judged, what)
    for row in rows:
        print(
            f"{row.name}: {row.value:.1%} ({row.low:.1%} – {row.high:.1%}) {row.unit}"
            f"; {row.peer}: {row.peer_value:.1%}"
        )
    bad = [one for one in judged if one.fault != GOOD]
    caught, all_of = Counter(one.fault for one in bad if one.reasons), Counter(one.fault for one in bad)
    print(
        "rejected: "
        + ", ".join(f"{fault} {caught[fault]}/{count}" for fault, count in sorted(all_of.items()))
    )
    print(
        f"good and rejected: {Counter((o.view, o.reasons) for o in judged if o.fault == GOOD and o.reasons)}"
    )
    offs = [abs(one.scale_off) for one in judged if one.scale_off is not None]
    if offs:
        print(
            f"scale: {np.mean(np.array(offs) <= 2):.1%} of {len(offs)} cards within two standard deviations"
        )
    return int(not all(row.met for row in rows))


if __name__ == "__main__":
    sys.exit(main())
