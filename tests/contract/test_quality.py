"""The rules as data: whole, in the right units' ranges, and only of things that exist."""

import json
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from contract.measurement import ACT_KINDS, Act, Kind
from contract.quality import FILE, ActRules, rules, scheme, schemes

DECODED = json.loads(FILE.read_text())


def test_every_act_has_rules_and_says_where_they_are_from() -> None:
    assert set(rules()) == set(Act)
    for act, its in rules().items():
        assert its.source and its.timeout_s > 0
        assert set(its.needs) >= set(ACT_KINDS[act])  # none where staff see a code


@pytest.mark.parametrize("act", Act)
def test_limits_stand_in_each_other(act: Act) -> None:
    mine = rules()[act]
    assert set(mine.needs) <= set(mine.reject)
    for kind, (low, high) in mine.ask_again.items():
        assert mine.reject[kind][0] <= low < high <= mine.reject[kind][1]
    assert set(mine.steady) <= set(mine.needs)
    assert mine.settle_s == 0 or mine.window_s <= mine.settle_s


@pytest.mark.parametrize("act", Act)
def test_flags_are_those_a_device_can_show(act: Act) -> None:
    """Read, not imported: the list is the devices'."""
    base = (Path(__file__).resolve().parents[2] / "peripherals" / "protocols" / "base.py").read_text()
    mine = rules()[act]
    for flag in (
        *mine.codes,
        *mine.absent,
        *mine.searching,
        *mine.restless,
        *mine.unreliable,
        *mine.doubtful,
    ):
        assert f'"{flag}"' in base


def test_a_misspelt_rule_is_refused() -> None:
    told = DECODED["acts"]["oximetry"] | {"settel_s": 8}
    with pytest.raises(msgspec.ValidationError, match="settel_s"):
        msgspec.convert(told, ActRules)


def test_schemes() -> None:
    assert (scheme("esh").readings, scheme("aha").readings) == (3, 2)
    assert scheme("of nobody") == scheme("esh")
    sizes = list(schemes().cuffs.values())
    assert sizes[0][0] == 22 and sizes[-1][1] == 52
    assert all(high + 1 == low for (_, high), (low, _) in pairwise(sizes))


def test_glucose_knows_hi_and_lo() -> None:
    assert rules()[Act.GLUCOSE].codes == {"high", "low"}
    assert rules()[Act.GLUCOSE].needs == (Kind.GLUCOSE,)
