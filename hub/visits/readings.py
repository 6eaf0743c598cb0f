"""A visit's readings as the console shows them: quality, time and unit in words."""

from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.measurement import OFF_SCALE, Kind, Measurement, Value
from contract.units import UnitError
from hub.fhir.observations import as_filed
from hub.intake.clock import UNSURE
from hub.models import Reading
from hub.times import maybe, parse
from hub.visits.words import flag_words, observed_words, reason_words

UNIT_WORDS: Final = {
    "mm[Hg]": "mmHg",
    "Cel": "°C",
    "[degF]": "°F",
    "[lb_av]": "lb",
    "[oz_av]": "oz",
    "[in_i]": "in",
    "{score}": "of 10",
}
_A_MINUTE: Final = {
    Kind.PULSE_RATE: "beats/min",
    Kind.HEART_RATE: "beats/min",
    Kind.RESPIRATORY_RATE: "breaths/min",
}


class MeasurementView(msgspec.Struct):
    """A reading with its quality. `off_scale`: "HI" or "LO" in the place of a number, else empty.

    `said`: what the device itself said about it, in words. `clock_error_s`: how far its clock was off; `at`
    is put right by it. `time_unsure`: nothing vouches for `at`; `time_note` says why it is what it is, in
    words, empty when the station's clock was right. `late`: it came to the hub long after it was made.
    `observed`: what staff saw, in words, where it is no number; `by_hand`: who entered it, empty: a device.
    `twin`: the reading that came first under the same id, with other content.
    """

    id: UUID
    act: str
    at: str
    attempt: int
    grade: str
    reasons: list[dict[str, str]]
    values: list[dict[str, Any]]
    device: dict[str, Any]
    site: str | None
    position: str | None
    derived_from: list[UUID]
    said: list[str]
    off_scale: str
    clock_error_s: float | None
    received_at: str | None
    late: bool
    time_unsure: bool
    time_note: str
    twin: UUID | None
    observed: str
    by_hand: str


def measurements(session: Session, visit: UUID, late_after_s: float) -> list[MeasurementView]:
    """Return a visit's readings in the order they were made."""
    rows = session.scalars(select(Reading).where(Reading.visit_id == visit))
    ordered = sorted(rows, key=lambda r: (parse(r.at), r.id))
    return [_measurement(msgspec.convert(r.body, Measurement), r, late_after_s) for r in ordered]


def _measurement(m: Measurement, row: Reading, late_after_s: float) -> MeasurementView:
    after = 0.0 if row.received_at is None else row.received_at - parse(row.at).timestamp()
    device = {
        "manufacturer": m.device.manufacturer,
        "model": m.device.model,
        "serial": m.device.serial,
        "transport": m.device.transport,
        "firmware": m.device.firmware,
        "calibrated_on": m.device.calibrated_on,
        "checked_by": m.device.checked_by,
        "calibration_due": m.device.calibration_due,
    }
    return MeasurementView(
        id=m.id,
        act=m.act.value,
        at=row.at,
        attempt=m.attempt,
        grade=m.quality.grade.value,
        reasons=[{"code": r.value, "words": reason_words(r)} for r in m.quality.reasons],
        values=[_value(v) for v in m.values],
        device=device,
        site=m.site,
        position=m.position,
        derived_from=list(m.derived_from),
        said=flag_words(m),
        off_scale=OFF_SCALE.get(m.off_scale, ""),
        clock_error_s=m.clock_error_s,
        received_at=maybe(row.received_at),
        late=after > late_after_s,
        time_unsure=row.clock == UNSURE,
        time_note=row.clock_why,
        twin=row.twin,
        observed=observed_words(m),
        by_hand=(m.entered_by or "staff") if m.by_hand else "",
    )


def _value(value: Value) -> dict[str, Any]:
    """Return a value in the unit it is filed in; `measured` in words where it came in another."""
    filed = _filed(value)
    return {
        "kind": filed.kind.value,
        "value": _number(filed),
        "unit": filed.unit,
        "display": _display(filed),
        "measured": _display(value) if filed != value else "",
    }


def shown(kind: str, value: float, unit: str) -> str:
    """Return a value in words."""
    return _display(Value(Kind(kind), value, unit))


def _filed(value: Value) -> Value:
    try:
        return as_filed(value)
    except UnitError:  # filed before units were checked
        return value


def _number(value: Value) -> float:
    return int(value.value) if value.value.is_integer() else round(value.value, 2)


def _display(value: Value) -> str:
    unit = _A_MINUTE.get(value.kind, value.unit)
    return f"{_number(value)} {UNIT_WORDS.get(unit, unit)}"
