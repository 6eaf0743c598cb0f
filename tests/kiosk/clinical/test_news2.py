"""NEWS2 (Royal College of Physicians): golden rows and every step of the chart."""

import json
from typing import Any, Literal

import msgspec
import pytest

from kiosk.clinical import Case, Reading, Vitals, default_rules, evaluate, news2

GOLDEN = [
    ("16,97,n,120,72,A,36.8,1", 0, False),
    ("16,91,n,120,72,A,36.8,1", 3, True),
    ("16,90,n,120,72,A,36.8,2", 0, False),
    ("16,97,y,120,72,A,36.8,2", 5, True),
    ("26,92,n,98,118,A,38.6,1", 10, True),
    ("16,97,n,120,72,C,36.8,1", 3, True),
    ("9,94,n,101,91,A,38.1,1", 5, False),
    ("30,88,y,80,140,U,34.0,1", 20, True),
]


def vitals(row: str) -> Vitals:
    rate, spo2, oxygen, systolic, pulse, level, temperature, scale = row.split(",")
    return Vitals(
        respiratory_rate=float(rate),
        spo2=float(spo2),
        oxygen=oxygen == "y",
        systolic=float(systolic),
        pulse_rate=float(pulse),
        consciousness=level,  # type: ignore[arg-type]
        temperature=float(temperature),
        spo2_scale=2 if scale == "2" else 1,
    )


@pytest.mark.parametrize(("row", "total", "three"), GOLDEN)
def test_golden(row: str, total: int, three: bool) -> None:
    score = news2(vitals(row))

    assert (score.total, score.any_three) == (total, three)
    assert sum(score.parts.values()) == total


STEPS: list[tuple[str, list[tuple[float, int]]]] = [
    (
        "respiratory_rate",
        [(8, 3), (9, 1), (11, 1), (12, 0), (20, 0), (21, 2), (24, 2), (25, 3), (8.5, 3), (24.5, 3)],
    ),
    ("spo2", [(91, 3), (92, 2), (93, 2), (94, 1), (95, 1), (96, 0), (100, 0), (91.5, 3)]),
    ("systolic", [(90, 3), (91, 2), (100, 2), (101, 1), (110, 1), (111, 0), (219, 0), (220, 3)]),
    (
        "pulse_rate",
        [(40, 3), (41, 1), (50, 1), (51, 0), (90, 0), (91, 1), (110, 1), (111, 2), (130, 2), (131, 3)],
    ),
    (
        "temperature",
        [
            (35.0, 3),
            (35.04, 3),
            (35.05, 1),
            (36.0, 1),
            (36.05, 0),
            (38.0, 0),
            (38.04, 0),
            (38.05, 1),
            (39.0, 1),
            (39.04, 1),
            (39.05, 2),
            (39.1, 2),
        ],
    ),
]


@pytest.mark.parametrize(
    ("name", "value", "points"), [(name, value, points) for name, rows in STEPS for value, points in rows]
)
def test_each_step_of_the_chart(name: str, value: float, points: int) -> None:
    normal: dict[str, Any] = {
        "respiratory_rate": 16,
        "spo2": 97,
        "oxygen": False,
        "systolic": 120,
        "pulse_rate": 72,
        "consciousness": "A",
        "temperature": 36.8,
    }
    assert news2(Vitals(**{**normal, name: value})).parts[name] == points


@pytest.mark.parametrize(
    ("spo2", "oxygen", "points"),
    [
        *((83, False, 3), (84, False, 2), (85, False, 2), (86, False, 1), (87, False, 1), (88, False, 0)),
        *((92, False, 0), (93, False, 0), (100, False, 0), (83, True, 3), (88, True, 0), (92, True, 0)),
        *((93, True, 1), (94, True, 1), (95, True, 2), (96, True, 2), (97, True, 3)),
    ],
)
def test_scale_2(spo2: float, oxygen: bool, points: int) -> None:
    score = news2(
        Vitals(
            respiratory_rate=16,
            spo2=spo2,
            oxygen=oxygen,
            systolic=120,
            pulse_rate=72,
            consciousness="A",
            temperature=36.8,
            spo2_scale=2,
        )
    )
    assert score.parts["spo2"] == points


@pytest.mark.parametrize("name", ["respiratory_rate", "spo2", "oxygen", "systolic", "temperature"])
def test_a_missing_parameter_gives_no_score(name: str) -> None:
    full = vitals(GOLDEN[0][0])
    values = {field: getattr(full, field) for field in full.__struct_fields__}
    score = news2(Vitals(**{**values, name: None}))

    assert (score.total, score.missing, score.parts) == (None, (name,), {})


def whole(age: float | None = 40, pregnant: bool = False, pulse: str = "pulse_rate") -> Case:
    row = [
        ("respiratory_rate", 16.0, "/min"),
        ("spo2", 97.0, "%"),
        ("systolic", 120.0, "mm[Hg]"),
        (pulse, 72.0, "/min"),
        ("temperature", 36.8, "Cel"),
    ]
    level: Literal["A"] = "A"
    readings = tuple(Reading(*one) for one in row)
    return Case(age=age, pregnant=pregnant, oxygen=False, consciousness=level, readings=readings)


def test_either_pulse_feeds_the_score() -> None:
    assert evaluate(whole(), default_rules()).news2.total == 0
    assert evaluate(whole(pulse="heart_rate"), default_rules()).news2.total == 0


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (whole(age=15.9), {"missing": [], "not_applicable": "NEWS2 is not used under 16 years"}),
        (whole(pregnant=True), {"missing": [], "not_applicable": "NEWS2 is not used in pregnancy"}),
        (whole(age=None), {"missing": ["age"]}),
    ],
)
def test_not_for_everybody(case: Case, said: dict[str, object]) -> None:
    printed = json.loads(json.dumps(evaluate(case, default_rules()).to_dict()))

    assert printed["news2"] == {"total": None, **said}


def test_the_newest_believable_value_counts() -> None:
    more = (Reading("spo2", 91.0, "%"), Reading("spo2", 99.0, "%", reliable=False))
    case = whole()
    later = msgspec.structs.replace(case, readings=(*case.readings, *more))

    assert evaluate(later, default_rules()).news2.parts["spo2"] == 3
