"""A reading that was another resident's: filed anew with the right one, the former one stays to be seen."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.care import ReadingRefiled
from contract.measurement import Kind
from hub.errors import FilingError
from hub.facility import binding, doubting
from hub.fhir import care
from hub.fhir.store import get, put
from hub.fhir.terms import Json, derived
from hub.models import Reading, Refiled, Station, Visit


def note(session: Session, row: Visit, document: ReadingRefiled, at: str) -> None:
    """Note it, at `at` (RFC 3339); FilingError when it can't be so. The former reading may come later."""
    binding.member(session, row, document.by)
    former = session.get(Visit, document.former_visit)
    facility = binding.facility_of(session, row)
    if document.former_visit == row.id or document.former == document.measurement.id:
        raise FilingError("a reading filed anew where it was before")
    if former is not None and session.get_one(Station, former.station_id).facility_id != facility.id:
        raise FilingError("a reading filed anew from another facility's visit")
    reading = session.get(Reading, document.former)
    if reading is not None and reading.visit_id != document.former_visit:
        raise FilingError("a reading filed anew that is of another visit than it says")
    found = session.get(Refiled, document.former)
    if found is None:
        session.add(
            Refiled(
                former=document.former,
                former_visit=document.former_visit,
                reading=document.measurement.id,
                visit_id=row.id,
                by=document.by,
                at=at,
            )
        )
        session.flush()
    elif (found.reading, found.visit_id) != (document.measurement.id, row.id):
        raise FilingError("a reading that was filed anew elsewhere already")


def mark_former(session: Session, visit: UUID, former: UUID) -> list[str]:
    """Mark the former Observations that are there; return them."""
    ids = [former, *(derived(former, f"observation/{kind}") for kind in Kind)]
    there = [body for identity in ids if (body := get(session, "Observation", str(identity))) is not None]
    return [put(session, each) for each in marked(session, visit, former, there)]


def marked(session: Session, visit: UUID, reading: UUID, observations: list[Json]) -> list[Json]:
    """Return a reading's Observations with what is known of its being filed anew."""
    if doubting.is_wrong(session, visit):
        observations = [care.doubted(each) for each in observations]
    gone = session.get(Refiled, reading)
    if gone is not None:
        return [care.refiled(each, gone.reading, gone.at) for each in observations]
    came = session.scalar(select(Refiled).where(Refiled.reading == reading))
    if came is not None:
        return [care.refiled_from(each, came.former) for each in observations]
    return observations
