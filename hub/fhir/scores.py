"""NEWS2 as an Observation: the total, the points of each parameter, and the Observations they are of.

The score is the work of the Royal College of Physicians (National Early Warning Score 2, London 2017). LOINC
has no code for it that we could find, and SNOMED's texts may not be shipped: the codes are our own.
"""

from typing import Final
from uuid import UUID

from contract.documents import Scored, ScorePart
from contract.measurement import ACT_KINDS, Act, Kind
from hub.errors import FilingError
from hub.fhir.observations import category, observation_id
from hub.fhir.terms import OURS, Json, coding, concept, identifier, patient_id, quantity, reference

NEWS2: Final = "news2"
SYSTEM: Final = OURS + "score"
TITLE: Final = "NEWS2 (National Early Warning Score 2, Royal College of Physicians), total"
PARTS: Final = {
    "respiratory_rate": "Respiratory rate",
    "spo2": "Oxygen saturation",
    "oxygen": "Air or oxygen",
    "systolic": "Systolic blood pressure",
    "pulse_rate": "Pulse",
    "consciousness": "Consciousness",
    "temperature": "Temperature",
}
MOST: Final = 3  # points of one part
SCALES: Final = (1, 2)


def check(told: Scored) -> None:
    """Raise FilingError when this is no score we know, or does not add up."""
    names = [part.name for part in told.parts]
    if told.score != NEWS2 or sorted(names) != sorted(PARTS) or told.scale not in SCALES:
        raise FilingError("a score that is not known here")
    points = [part.points for part in told.parts]
    if not all(0 <= each <= MOST for each in points) or sum(points) != told.total:
        raise FilingError("a score that does not add up")
    for part in told.parts:
        _source(part)


def observation(identity: UUID, told: Scored, visit: UUID, at: str) -> Json:
    """Return a checked score's Observation. `at`: when it was computed, RFC 3339."""
    sources = [found for part in told.parts if (found := _source(part)) is not None]
    return {
        "resourceType": "Observation",
        "id": str(identity),
        "identifier": [identifier(identity)],
        "status": "final",
        "category": category(Kind.PAIN),  # a survey: it is computed, not measured
        "code": concept(coding(SYSTEM, NEWS2, TITLE), text=TITLE),
        "subject": reference("Patient", patient_id(visit)),
        "encounter": reference("Encounter", visit),
        "effectiveDateTime": at,
        "method": concept(text=f"Computed at the station, oxygen saturation by scale {told.scale}."),
        "valueQuantity": quantity(told.total, "{score}"),
        "component": [_component(part) for part in told.parts],
        "derivedFrom": [reference("Observation", each) for each in dict.fromkeys(sources)],
    }


def _component(part: ScorePart) -> Json:
    code = coding(f"{SYSTEM}:{NEWS2}", part.name, PARTS[part.name])
    return {
        "code": concept(code, text=PARTS[part.name]),
        "valueQuantity": quantity(part.points, "{score}"),
    }


def _source(part: ScorePart) -> UUID | None:
    """Return the Observation a part is of, None: an answer. FilingError for an act or value nobody knows."""
    if part.measurement is None:
        return None
    try:
        act = Act(part.act)
        kind = Kind(part.kind) if part.kind else next(iter(ACT_KINDS[act]), None)
    except ValueError as error:
        raise FilingError("a score of something that is not measured") from error
    return part.measurement if kind is None else observation_id(part.measurement, act, kind)
