"""A row of the result, and the statistics behind it.

Ours and the peer's are measured in turn, run by run, so that what else the machine does hits both. The ratio
is the geometric mean of the runs' ratios; its 95 % bounds are Student's t over their logarithms. A goal on
the ratio is met when the bound that matters is within 5 % of it: ">= 1" when low >= 0.95.
"""

import math
from collections.abc import Sequence
from statistics import fmean, median, stdev
from typing import Final, NamedTuple

import msgspec

LEEWAY: Final = 0.05
# Two-sided 95 % quantiles of Student's t for 1, 2, … degrees of freedom.
_T: Final = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
)


class Row(msgspec.Struct, frozen=True):
    """One line of the result. `value` and `peer_value` are medians over the runs.

    None: there is no peer, no goal, or there were too few runs for bounds.
    """

    name: str
    value: float
    unit: str
    peer: str | None
    peer_value: float | None
    ratio: float | None
    low: float | None
    high: float | None
    goal: str | None
    met: bool | None
    runs: int


class Ratio(NamedTuple):
    """A ratio with its 95 % bounds; the bounds are None for a single run."""

    mean: float
    low: float | None
    high: float | None


def ratio_of(ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
    """Return how many times the peer's ours is. ValueError when the runs don't pair up or are not above 0."""
    if not ours or len(ours) != len(theirs):
        raise ValueError(f"{len(ours)} runs of ours do not pair with {len(theirs)} of the peer's")
    if min(*ours, *theirs) <= 0:
        raise ValueError("a ratio needs measurements above 0")
    logs = [math.log(mine / other) for mine, other in zip(ours, theirs, strict=True)]
    mean = fmean(logs)
    if len(logs) == 1:
        return Ratio(math.exp(mean), None, None)
    half = student(len(logs) - 1) * stdev(logs) / math.sqrt(len(logs))
    return Ratio(math.exp(mean), math.exp(mean - half), math.exp(mean + half))


def student(freedom: int) -> float:
    """Return the two-sided 95 % quantile of Student's t."""
    return _T[freedom - 1] if freedom <= len(_T) else 1.96 + 2.4 / freedom


def is_met(goal: str, ratio: Ratio) -> bool | None:
    """Judge a goal such as ">= 0.65" or "<= 2"; None when there are no bounds. Else ValueError."""
    sign, _, number = goal.partition(" ")
    if sign not in (">=", "<="):
        raise ValueError(f"{goal!r} is no goal")
    if ratio.low is None or ratio.high is None:
        return None
    if sign == ">=":
        return ratio.low >= float(number) * (1 - LEEWAY)
    return ratio.high <= float(number) * (1 + LEEWAY)


def beside(
    name: str,
    unit: str,
    ours: Sequence[float],
    peer: str,
    theirs: Sequence[float],
    goal: str | None = None,
) -> Row:
    """Make the row of a measurement beside its peer's, run by run."""
    ratio = ratio_of(ours, theirs)
    return Row(
        name,
        _short(median(ours)),
        unit,
        peer,
        _short(median(theirs)),
        _short(ratio.mean),
        _bound(ratio.low),
        _bound(ratio.high),
        goal,
        is_met(goal, ratio) if goal else None,
        len(ours),
    )


def near(name: str, unit: str, ours: Sequence[float], peer: str, theirs: Sequence[float]) -> Row:
    """Make the row of what may be 0, beside its peer's, without a ratio."""
    values = _short(median(ours)), _short(median(theirs))
    return Row(name, values[0], unit, peer, values[1], None, None, None, None, None, len(ours))


def alone(name: str, unit: str, ours: Sequence[float]) -> Row:
    """Make the row of a measurement that has no peer."""
    return Row(name, _short(median(ours)), unit, None, None, None, None, None, None, None, len(ours))


def quantile(values: Sequence[float], part: float) -> float:
    """Return the smallest value that at least `part` of the values do not exceed. ValueError for none."""
    if not values:
        raise ValueError("nothing was measured")
    return sorted(values)[max(0, math.ceil(part * len(values)) - 1)]


def _short(number: float) -> float:
    """Four significant digits: what lies beyond is noise."""
    return float(f"{number:.4g}")


def _bound(number: float | None) -> float | None:
    return None if number is None else _short(number)
