"""NEWS2 as the console shows it: the newest total with its parts and band, or why there is none.

The score is the work of the Royal College of Physicians (London 2017). Stations compute it; nothing is
computed again here: without one from the station this says what is missing for it.
"""

from typing import Any, Final

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.measurement import Act, Grade, Kind, Measurement
from hub.fhir.scores import MOST, NEWS2, PARTS, SYSTEM
from hub.fhir.store import referring
from hub.models import Reading, Visit
from hub.times import parse

ADULT_FROM_YEARS: Final = 16
HIGH, MEDIUM = 7, 5  # totals from which the response is an emergency, and urgent
OBSERVED: Final = {"consciousness": Act.ALERTNESS, "oxygen": Act.OXYGEN_USE}
MEASURED: Final = {
    "respiratory_rate": Kind.RESPIRATORY_RATE,
    "spo2": Kind.SPO2,
    "systolic": Kind.SYSTOLIC,
    "pulse_rate": Kind.PULSE_RATE,
    "temperature": Kind.TEMPERATURE,
}


class PartView(msgspec.Struct):
    """One parameter and its points."""

    name: str
    words: str
    points: int


class ScoreView(msgspec.Struct):
    """`total` None: no score, and `why` says so. `band`: "low", "single", "medium" or "high", empty: none.

    `at`: of what was known then. `scale`: of the oxygen saturation.
    """

    total: int | None
    band: str
    at: str | None
    scale: int
    parts: list[PartView]
    why: str


def view(session: Session, row: Visit) -> ScoreView:
    """Return the newest NEWS2 of a visit."""
    found = [
        body
        for body in referring(session, "Observation", "encounter", f"Encounter/{row.id}")
        if any(c.get("system") == SYSTEM and c.get("code") == NEWS2 for c in body["code"]["coding"])
        and body["status"] != "entered-in-error"
    ]
    if found:
        return _scored(max(found, key=lambda body: parse(body["effectiveDateTime"])))
    rows = session.scalars(select(Reading).where(Reading.visit_id == row.id))
    return ScoreView(
        None, "", None, 1, [], _why_not(row, [msgspec.convert(r.body, Measurement) for r in rows])
    )


def band(total: int, points: list[int]) -> str:
    """Return the response that the college names for a score."""
    if total >= HIGH:
        return "high"
    if total >= MEDIUM:
        return "medium"
    return "single" if MOST in points else "low"


def _scored(body: dict[str, Any]) -> ScoreView:
    parts = []
    for component in body["component"]:
        [code] = [c["code"] for c in component["code"]["coding"]]
        parts.append(PartView(code, PARTS[code], int(component["valueQuantity"]["value"])))
    total = int(body["valueQuantity"]["value"])
    scale = 2 if "scale 2" in body["method"]["text"] else 1
    graded = band(total, [each.points for each in parts])
    return ScoreView(total, graded, body["effectiveDateTime"], scale, parts, "")


def _why_not(row: Visit, readings: list[Measurement]) -> str:
    facts = (row.about or {}).get("facts", {})
    if row.birth_date and _years(row) < ADULT_FROM_YEARS:
        return "NEWS2 is not used under 16 years."
    if facts.get("pregnant"):
        return "NEWS2 is not used in pregnancy."
    kinds = {value.kind for m in readings if _good(m) for value in m.values}
    seen = {m.act for m in readings if m.observed}
    missing = [name for name, kind in MEASURED.items() if kind not in kinds]
    missing += [name for name, act in OBSERVED.items() if act not in seen and not _answered(name, facts)]
    if not missing:
        return "The station has told no score."
    words = [PARTS[name].lower() for name in PARTS if name in missing]
    return f"Still missing: {', '.join(words)}."


def _answered(name: str, facts: dict[str, Any]) -> bool:
    return name == "oxygen" and facts.get("oxygen") is not None


def _years(row: Visit) -> float:
    born = parse(f"{row.birth_date}T00:00:00+00:00")
    return (parse(row.started_at) - born).days / 365.25


def _good(measurement: Measurement) -> bool:
    return measurement.quality.grade is not Grade.NOT_RELIABLE
