"""Moments: Unix seconds inside, RFC 3339 with offset outside."""

import time
from datetime import UTC, datetime


def now() -> float:
    """Return Unix seconds."""
    return time.time()


def rfc3339(moment: float) -> str:
    """Write Unix seconds as RFC 3339 in UTC, to the millisecond."""
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds")


def maybe(moment: float | None) -> str | None:
    """`rfc3339`, or None."""
    return None if moment is None else rfc3339(moment)


def parse(text: str) -> datetime:
    """Read an RFC 3339 moment with offset; ValueError when it is none."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without an offset")
    return moment
