"""NEWS2 as the hub takes it: an Observation with its parts, and a plain no to what is none."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from hub_process import Browser, HubProcess
from hub_station import StationClient, VisitAtStation, instant

from contract.documents import Measured, Person, Scored, ScorePart
from contract.measurement import (
    BY_HAND,
    NO_DEVICE,
    Act,
    DeviceIdentity,
    Grade,
    Instant,
    Kind,
    Measurement,
    Quality,
    Value,
)
from hub.errors import FilingError
from hub.fhir import scores
from hub.fhir.observations import observation_id
from hub.visits.scores import band

AT = "2026-11-24T09:00:00+00:00"
CUFF, ALERT = uuid4(), uuid4()
GOOD = Scored(
    visit=uuid4(),
    at=Instant(AT, 1, "boot", "synced"),
    score="news2",
    total=4,
    parts=(
        ScorePart("respiratory_rate", 0, uuid4(), "heart_rate", "respiratory_rate"),
        ScorePart("spo2", 1, uuid4(), "oximetry", "spo2"),
        ScorePart("oxygen", 0),
        ScorePart("systolic", 0, CUFF, "blood_pressure", "systolic"),
        ScorePart("pulse_rate", 0, CUFF, "blood_pressure", "pulse_rate"),
        ScorePart("consciousness", 3, ALERT, "alertness"),
        ScorePart("temperature", 0, uuid4(), "temperature", "temperature"),
    ),
)


def test_a_score_names_its_parts_and_what_they_are_of() -> None:
    scores.check(GOOD)
    made = scores.observation(uuid4(), GOOD, GOOD.visit, AT)
    assert made["valueQuantity"]["value"] == 4
    points = {each["code"]["coding"][0]["code"]: each["valueQuantity"]["value"] for each in made["component"]}
    assert points == {part.name: part.points for part in GOOD.parts}
    of = {each["reference"].removeprefix("Observation/") for each in made["derivedFrom"]}
    pulse = observation_id(CUFF, Act.BLOOD_PRESSURE, Kind.PULSE_RATE)
    assert {str(CUFF), str(pulse), str(ALERT)} <= of and len(of) == 6  # oxygen is an answer


@pytest.mark.parametrize(
    "changed",
    [
        {"score": "apgar"},
        {"total": 5},
        {"scale": 3},
        {"parts": GOOD.parts[1:], "total": 4},
        {"parts": (*GOOD.parts, GOOD.parts[0])},
        {"parts": (ScorePart("respiratory_rate", -1), *GOOD.parts[1:]), "total": 3},
        {"parts": (ScorePart("respiratory_rate", 0, uuid4(), "hearing", ""), *GOOD.parts[1:])},
        {"parts": (ScorePart("respiratory_rate", 0, uuid4(), "respiration", "wishes"), *GOOD.parts[1:])},
    ],
)
def test_what_is_no_score_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(FilingError):
        scores.check(msgspec.structs.replace(GOOD, **changed))


@pytest.mark.parametrize(
    ("total", "points", "expected"),
    [
        (0, [0], "low"),
        (4, [1, 1, 2], "low"),
        (3, [3], "single"),
        (4, [3, 1], "single"),
        (5, [3, 2], "medium"),
        (6, [2, 2, 2], "medium"),
        (7, [3, 3, 1], "high"),
        (20, [3], "high"),
    ],
)
def test_the_band_is_the_colleges(total: int, points: list[int], expected: str) -> None:
    assert band(total, points) == expected


# ---- on the console --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def provider(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


def made(station: StationClient, act: Act, *values: Value, **more: Any) -> Measurement:
    device = NO_DEVICE if more else DeviceIdentity("Contec", "CMS50D+", "contec", "serial")
    return Measurement(uuid4(), act, values, instant(station.boot), device, Quality(Grade.GOOD), **more)


def shown(provider: Browser, visit: VisitAtStation) -> dict[str, Any]:
    score: dict[str, Any] = provider.get(f"/api/visits/{visit.id}").json()["score"]
    return score


def test_the_console_says_what_is_missing_and_then_the_score(
    hub: HubProcess, station: StationClient, provider: Browser
) -> None:
    visit = VisitAtStation(station)
    by_hand = {"measured_by": BY_HAND, "entered_by": "nurse, R. Diaz"}
    readings = [
        made(station, Act.OXIMETRY, Value(Kind.SPO2, 95, "%"), Value(Kind.PULSE_RATE, 72, "/min")),
        made(station, Act.TEMPERATURE, Value(Kind.TEMPERATURE, 36.8, "Cel"), site="oral"),
        made(station, Act.RESPIRATION, Value(Kind.RESPIRATORY_RATE, 16, "/min"), **by_hand),
    ]
    station.deliver(visit.opened(), *(Measured(visit=visit.id, at=visit.at, measurement=m) for m in readings))
    station.settled()
    score = shown(provider, visit)
    assert (score["total"], score["band"], score["at"], score["parts"]) == (None, "", None, [])
    assert score["why"] == "Still missing: air or oxygen, systolic blood pressure, consciousness."

    told = msgspec.structs.replace(GOOD, visit=visit.id, at=visit.at, parts=without_sources(GOOD.parts))
    station.deliver(told)
    station.settled()
    score = shown(provider, visit)
    assert (score["total"], score["band"], score["scale"], score["why"]) == (4, "single", 1, "")
    assert score["at"].startswith(visit.at.wall[:16])
    assert {part["name"]: part["points"] for part in score["parts"]} == {p.name: p.points for p in GOOD.parts}


def without_sources(parts: tuple[ScorePart, ...]) -> tuple[ScorePart, ...]:
    return tuple(ScorePart(part.name, part.points) for part in parts)


def test_a_child_has_no_score_and_that_is_said(
    hub: HubProcess, station: StationClient, provider: Browser
) -> None:
    visit = VisitAtStation(station)
    child = Person(given="Ida", family="Young", birth_date="2019-03-01", anonymous=False)
    station.deliver(visit.opened())
    station.post([station.identify(visit, child)])
    station.settled()
    assert shown(provider, visit)["why"] == "NEWS2 is not used under 16 years."
