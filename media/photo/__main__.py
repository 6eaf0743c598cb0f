"""`python -m media.photo`: the Carepost card to print, and what the gate says of a picture."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import cv2

from contract.views import views
from media.photo import card as cards
from media.photo.card_pdf import PAGES, pdf
from media.photo.gate import Gate
from media.pictures import Image


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    found = argparse.ArgumentParser(prog="python -m media.photo", description=__doc__)
    commands = found.add_subparsers(dest="command", required=True)
    card = commands.add_parser("card", help="write the Carepost card as a PDF: print it at 100 %%")
    card.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    card.add_argument("--page", choices=sorted(PAGES), default="letter")
    judge = commands.add_parser("judge", help="say whether pictures are good enough, and why not")
    judge.add_argument(
        "--kind", choices=[k for k in views().sets if k.startswith("photo:")], default="photo:skin"
    )
    judge.add_argument("--view", default="close", help="one of the kind's views (contract/views.json)")
    judge.add_argument("files", nargs="+", type=Path, metavar="PICTURE")
    length = commands.add_parser(
        "measure", help="the length between two points of a picture with the card in it"
    )
    length.add_argument("file", type=Path, metavar="PICTURE")
    length.add_argument("points", nargs=2, metavar="X,Y", help="pixels from the top left corner")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status: 1 when a picture is not good enough or cannot be measured."""
    options = parser().parse_args(arguments)
    if options.command == "card":
        options.out.write_bytes(pdf(options.page))
        print(f"{options.out}: two cards; print at 100 %, the scale must be 50 mm long")
        return 0
    try:
        if options.command == "measure":
            return measure(options.file, [_point(text) for text in options.points])
        return max([judge(path, Gate(options.kind, options.view)) for path in options.files])
    except ValueError as error:
        print(f"media.photo: {error}", file=sys.stderr)
        return 2


def judge(path: Path, gate: Gate) -> int:
    """Print one picture's verdict and what it is based on."""
    verdict = gate.judge(_read(path))
    m = verdict.measures
    print(f"{path}: {verdict.grade}{''.join(f' {reason}' for reason in verdict.reasons)}")
    print(
        f"  short side {m.short_side} px, luma {m.luma:.0f}, clipped {m.dark:.1%} dark "
        f"{m.bright:.1%} bright, fineness {m.fineness:.2f}"
    )
    if verdict.card is not None:
        print(f"  card: {verdict.card.mm_per_px:.4f} ± {verdict.card.error:.4f} mm/px", end="")
        print(
            f", colours ΔE00 {verdict.balance.colour_de:.1f}" if verdict.balance else ", patches not in sight"
        )
    return int(bool(verdict.reasons))


def measure(path: Path, points: list[tuple[float, float]]) -> int:
    """Print a length in the card's plane."""
    card = cards.find(_read(path))
    if card is None:
        print(f"{path}: no Carepost card is seen in it", file=sys.stderr)
        return 1
    length, error = card.length_mm(*points)
    print(f"{length:.1f} ± {error:.1f} mm in the card's plane")
    return 0


def _point(text: str) -> tuple[float, float]:
    try:
        x, y = text.split(",")
        return float(x), float(y)
    except ValueError as error:
        raise ValueError(f"{text!r} is not a point like 120,340") from error


def _read(path: Path) -> Image:
    picture = cv2.imread(str(path), cv2.IMREAD_COLOR) if path.is_file() else None
    if picture is None:
        raise ValueError(f"{path} is not a picture that can be read")
    return cast(Image, picture)


if __name__ == "__main__":
    sys.exit(main())
