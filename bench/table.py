"""Rows as a table for people, plain or Markdown, and progress on stderr."""

import sys
import time
from collections.abc import Iterable, Sequence
from typing import Final

from bench.rows import Row

_HEAD: Final = ("what", "ours", "unit", "peer", "peer's", "ratio", "95 %", "goal", "met", "runs")
_STARTED: Final = time.monotonic()


def say(words: str) -> None:
    """Tell what is being done."""
    print(f"[{time.monotonic() - _STARTED:4.0f}s] {words}", file=sys.stderr, flush=True)


def plain(rows: Iterable[Row]) -> str:
    """Return the rows in columns."""
    lines = [_HEAD, *map(_cells, rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(_HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def markdown(rows: Iterable[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines: list[Sequence[str]] = [_HEAD, ["---"] * len(_HEAD), *map(_cells, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    bounds = "" if row.low is None else f"{row.low:g} – {row.high:g}"
    met = {True: "yes", False: "NO", None: ""}[row.met]
    return (
        row.name,
        f"{row.value:g}",
        row.unit,
        row.peer or "",
        "" if row.peer_value is None else f"{row.peer_value:g}",
        "" if row.ratio is None else f"{row.ratio:g} ×",
        bounds,
        f"{row.goal} ×" if row.goal else "",
        met,
        str(row.runs),
    )
