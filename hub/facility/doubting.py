"""Visits that were begun for the wrong resident, as staff said: nothing of them counts as this resident's.

Their readings may be filed anew with the right one (`refiling`), or never be: whoever was measured may not be
found before the shift ends. All of it stays to be seen, as entered in error: readings, what staff noted, the
handover, who was told, consents, pictures. A red flag stays open until the readings are filed elsewhere
(`closing`): somebody is in danger, whoever it is.
"""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from contract.care import WrongResident
from hub.fhir import care
from hub.fhir.store import many, put, referring
from hub.fhir.terms import derived, patient_id, reference
from hub.models import CareNote, Reading

KINDS: Final = ("Observation", "Composition", "Communication", "Consent", "DocumentReference", "Media")
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
    """Mark all that was measured, noted and photographed in a visit, or take the mark back; return it."""
    wrong, whom = is_wrong(session, visit), f"Patient/{patient_id(visit)}"  # each visit has its own Patient
    found = [body for kind in KINDS for body in referring(session, kind, "patient", whom)]
    return [put(session, care.doubted(each) if wrong else care.believed(each)) for each in found]


def mark_late(session: Session, visit: UUID, targets: Sequence[str]) -> None:
    """Mark what was written ("Type/id") after staff had said so: envelopes and pictures come in any order.

    Not the whole visit each time; and of the targets only what is this visit's: a reading that is filed anew
    here names the former one too.
    """
    if not is_wrong(session, visit):
        return
    whom = reference("Patient", patient_id(visit))
    for each in many(session, [name for name in targets if name.partition("/")[0] in KINDS]):
        if whom in (each.get("subject"), each.get("patient")):
            put(session, care.doubted(each))
