"""Visits that were begun for the wrong resident, as staff said: nothing of them counts as this resident's.

Their readings may be filed anew with the right one (`refiling`), or never be: whoever was measured may not be
found before the shift ends. All of it stays to be seen, as entered in error.
"""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from contract.care import WrongResident
from contract.measurement import Kind
from hub.fhir import care
from hub.fhir.store import get, put
from hub.fhir.terms import Json, derived
from hub.models import CareNote, Reading

KIND: Final = str(WrongResident.__struct_config__.tag)


def note_id(visit: UUID) -> UUID:
    """Return the id of the note: the newest word of a visit counts."""
    return derived(visit, KIND)


def is_wrong(session: Session, visit: UUID) -> bool:
    """Is a visit not the resident's it is bound to, as staff said last?"""
    return bool(wrong_ones(session, [visit]))


def wrong_ones(session: Session, visits: Sequence[UUID] | Select[Any]) -> set[UUID]:
    """Return which of these visits are not the resident's they are bound to."""
    query = select(CareNote.visit_id, CareNote.body).where(
        CareNote.kind == KIND, CareNote.visit_id.in_(visits)
    )
    return {visit for visit, body in session.execute(query) if body["wrong"]}


def readings(session: Session, visit: UUID) -> list[UUID]:
    """Return a visit's readings."""
    return list(session.scalars(select(Reading.id).where(Reading.visit_id == visit)))


def mark(session: Session, visit: UUID) -> list[str]:
    """Mark a visit's Observations that are there, or take the mark back; return them."""
    wrong = is_wrong(session, visit)
    found: list[Json] = []
    for reading in readings(session, visit):
        ids = [reading, *(derived(reading, f"observation/{kind}") for kind in Kind)]
        found += [body for one in ids if (body := get(session, "Observation", str(one))) is not None]
    return [put(session, care.doubted(each) if wrong else care.believed(each)) for each in found]
