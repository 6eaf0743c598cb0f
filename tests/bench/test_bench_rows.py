"""The statistics of a bench row: a wrong one would call a missed goal met."""

import json
import math

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.rows import LEEWAY, Ratio, alone, beside, is_met, quantile, ratio_of, student
from bench.table import markdown, plain

FIELDS = ["name", "value", "unit", "peer", "peer_value", "ratio", "low", "high", "goal", "met", "runs"]
ABOVE_0 = st.floats(0.001, 1e6)
PAIRS = st.lists(st.tuples(ABOVE_0, ABOVE_0), min_size=2, max_size=40)


def test_known_bounds() -> None:
    # ln 1, ln 2, ln 4: mean ln 2, standard deviation ln 2, t(2) = 4.303, so half = ln 2 * 4.303 / sqrt 3.
    ratio = ratio_of([1, 2, 4], [1, 1, 1])
    half = math.log(2) * 4.303 / math.sqrt(3)
    assert ratio.mean == pytest.approx(2)
    assert ratio.low == pytest.approx(2 * math.exp(-half))
    assert ratio.high == pytest.approx(2 * math.exp(half))


def test_runs_are_paired() -> None:
    # The machine was twice as slow in the second run, for both: the ratio is sure all the same.
    ratio = ratio_of([10, 20], [5, 10])
    assert ratio == pytest.approx(Ratio(2, 2, 2))


@given(PAIRS)
def test_bounds_hold_the_mean_and_turn_around_with_the_sides(pairs: list[tuple[float, float]]) -> None:
    ours, theirs = [a for a, _ in pairs], [b for _, b in pairs]
    there, back = ratio_of(ours, theirs), ratio_of(theirs, ours)
    assert there.low is not None and there.high is not None and back.high is not None
    assert there.low <= there.mean * (1 + 1e-9) and there.mean <= there.high * (1 + 1e-9)
    assert there.mean * back.mean == pytest.approx(1)
    if there.low > 0 and back.high < math.inf:
        assert there.low * back.high == pytest.approx(1)


def test_a_single_run_has_no_bounds_and_meets_nothing() -> None:
    row = beside("a", "ms", [1], "b", [2], "<= 1")
    assert (row.ratio, row.low, row.high, row.met) == (0.5, None, None, None)


@pytest.mark.parametrize(
    ("ours", "theirs"), [([], []), ([1], [1, 2]), ([0, 1], [1, 1]), ([1, 1], [1, -1])], ids=str
)
def test_what_is_no_ratio_is_refused(ours: list[float], theirs: list[float]) -> None:
    with pytest.raises(ValueError, match=r"runs|above 0"):
        ratio_of(ours, theirs)


@pytest.mark.parametrize(
    ("goal", "low", "high", "met"),
    [
        (">= 1", 0.95, 3, True),
        (">= 1", 0.949, 3, False),
        ("<= 1", 0.1, 1.05, True),
        ("<= 1", 0.1, 1.051, False),
        (">= 8", 7.6, 9, True),
        (">= 8", 7.5, 9, False),
        ("<= 0.8", 0.5, 0.84, True),
        ("<= 0.8", 0.5, 0.85, False),
    ],
)
def test_a_goal_is_judged_by_the_bound_that_matters(goal: str, low: float, high: float, met: bool) -> None:
    assert LEEWAY == 0.05
    assert is_met(goal, Ratio((low + high) / 2, low, high)) is met


def test_a_goal_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="no goal"):
        is_met("about 1", Ratio(1, 1, 1))


def test_quantiles_of_students_t() -> None:
    assert student(1) == 12.706
    assert student(30) == 2.042
    assert student(60) == pytest.approx(2.0003, abs=0.001)
    assert all(student(n) > student(n + 1) for n in range(1, 60))


def test_quantile() -> None:
    values = list(range(100, 0, -1))
    assert (quantile(values, 0.5), quantile(values, 0.99), quantile(values, 1)) == (50, 99, 100)
    assert quantile([7], 0.5) == 7
    with pytest.raises(ValueError, match="nothing"):
        quantile([], 0.5)


def test_the_json_has_every_field_in_its_order() -> None:
    for row in (alone("a", "MiB", [1, 2, 9]), beside("b", "ms", [3, 3], "peer", [6, 6], "<= 1")):
        assert list(json.loads(msgspec.json.encode(row))) == FIELDS


def test_values_are_medians() -> None:
    row = beside("a", "ms", [1, 2, 90], "b", [4, 8, 9])
    assert (row.value, row.peer_value, row.runs) == (2, 8, 3)
    assert row.goal is None and row.met is None


def test_the_table_tells_a_missed_goal() -> None:
    missed = beside("slow", "ms", [3, 3.1], "peer", [1, 1], "<= 1")
    assert missed.met is False
    assert "NO" in plain([missed]) and "| NO |" in markdown([missed])
    assert "NO" not in plain([beside("fast", "ms", [1, 1], "peer", [3, 3.1], "<= 1")])
