"""Conversion to standard units: exact, with no more decimals than the device's own number had to tell."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract.units import KEPT, UNITS, UnitError, scale_of, standard_unit, standardised

CONVERTED = [
    (name, unit) for name, units in UNITS.items() for unit in list(units)[1:] if (name, unit) not in KEPT
]


@pytest.mark.parametrize(
    ("name", "value", "unit", "standard"),
    [
        ("temperature", 98.6, "[degF]", (37.0, "Cel")),
        ("temperature", 98.7, "[degF]", (37.06, "Cel")),
        ("temperature", 100.4, "[degF]", (38.0, "Cel")),
        ("temperature", 309.35, "K", (36.2, "Cel")),
        ("weight", 72500, "g", (72.5, "kg")),
        ("weight", 159.8, "[lb_av]", (72.5, "kg")),
        ("weight", 4.9, "[oz_av]", (0.14, "kg")),
        ("height", 1.75, "m", (175.0, "cm")),
        ("height", 63.5, "[in_i]", (161.3, "cm")),
        ("systolic", 16, "kPa", (120, "mm[Hg]")),
        ("spo2", 97, "%", (97, "%")),
        ("glucose", 6.2, "mmol/L", (6.2, "mmol/L")),
    ],
)
def test_the_standard_value(name: str, value: float, unit: str, standard: tuple[float, str]) -> None:
    assert standardised(name, value, unit) == standard


@given(st.sampled_from(CONVERTED), st.decimals(min_value=0, max_value=1000, places=1, allow_nan=False))
def test_the_devices_own_number_can_be_had_back(which: tuple[str, str], own: Decimal) -> None:
    name, unit = which
    value, standard = standardised(name, float(own), unit)
    scale = scale_of(name, unit)
    back = Fraction(repr(value)) / scale.factor + scale.zero
    assert standard == standard_unit(name)
    assert abs(back - Fraction(own)) <= Fraction(1, 20)


@given(st.sampled_from(sorted(UNITS)), st.text(max_size=20))
def test_a_unit_that_is_none_of_the_values_is_refused(name: str, unit: str) -> None:
    if unit not in UNITS[name]:
        with pytest.raises(UnitError):
            standardised(name, 1.0, unit)


def test_a_name_nobody_knows_has_no_unit() -> None:
    with pytest.raises(UnitError):
        standardised("shoe size", 42, "1")
