"""NEWS2 as the hub takes it: an Observation with its parts, and a plain no to what is none."""

from uuid import uuid4

import msgspec
import pytest

from contract.documents import Scored, ScorePart
from contract.measurement import Act, Instant, Kind
from hub.errors import FilingError
from hub.fhir import scores
from hub.fhir.observations import observation_id

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
