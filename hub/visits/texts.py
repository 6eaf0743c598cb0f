"""What was written and captioned in a visit: kept only if the patient says so, otherwise erased.

While a visit goes on its lines are rows of `chat`, and messages on their way to the session. A transcript
that the session sealed is kept as a DocumentReference; without one both go when the visit ends, or as soon
as the patient says no. (SQLite overwrites what is deleted, `secure_delete`; backups made meanwhile keep it
until they are thrown away.)
"""

import base64
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from contract import talk
from contract.documents import Said, Transcript
from contract.talk import TEXT_KINDS, ChatLine
from hub.errors import FilingError
from hub.fhir.store import put
from hub.fhir.terms import OURS, Json, coding, concept, derived, identifier, patient_id, reference
from hub.models import Chat, LiveMessage, Visit
from hub.times import now, parse, rfc3339

LONGEST: Final = 4000  # characters of a line that are kept


def drop(session: Session, row: Visit) -> None:
    """Erase what was written in a visit, also what its session has not taken yet."""
    if not session.scalar(select(exists().where(Chat.visit_id == row.id))):
        return
    session.execute(delete(Chat).where(Chat.visit_id == row.id))
    for message in session.scalars(select(LiveMessage).where(LiveMessage.visit_id == row.id)):
        if _is_line(message.plain):
            session.delete(message)
    row.text_kept = False


def closed(session: Session, row: Visit) -> None:
    """The visit is over: without the patient's word nothing written is kept."""
    if row.text_kept is not True:
        drop(session, row)


def _is_line(plain: bytes) -> bool:
    try:
        return isinstance(talk.decode(plain), ChatLine)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False


def keep(session: Session, row: Visit, transcript: Transcript, at: str, station: UUID) -> list[str]:
    """File a transcript; a later one takes its place. Returns the resource. FilingError when it is none."""
    for line in transcript.lines:
        if line.kind not in TEXT_KINDS:
            raise FilingError("a transcript with a line of an unknown kind")
        try:
            parse(line.at)
        except ValueError as error:
            raise FilingError("a line's time in the transcript is not RFC 3339 with offset") from error
    row.text_kept = True
    if not session.scalar(select(exists().where(Chat.visit_id == row.id))):
        for number, line in enumerate(transcript.lines):  # they were erased before it came: for the console
            session.add(
                Chat(
                    id=derived(row.id, f"transcript/{number}"),
                    visit_id=row.id,
                    at=line.at,
                    sender=line.sender,
                    text=line.text[:LONGEST],
                    kind=line.kind,
                )
            )
    return [put(session, resource(row, transcript.lines, at, station))]


def resource(row: Visit, lines: tuple[Said, ...], at: str, station: UUID) -> Json:
    """Return the DocumentReference of a transcript."""
    ident = derived(row.id, "transcript")
    text = "".join(f"{said(line)}\n" for line in lines).encode()
    times = sorted((line.at for line in lines), key=parse) or [at]
    return {
        "resourceType": "DocumentReference",
        "id": str(ident),
        "identifier": [identifier(ident)],
        "status": "current",
        "docStatus": "final",
        "type": concept(coding(OURS + "document", "transcript"), text="Transcript of text and captions"),
        "subject": reference("Patient", patient_id(row.id)),
        "date": rfc3339(now()),
        "author": [reference("Device", station)],
        "description": "What was written and captioned in the call, kept as the patient wished",
        "content": [
            {
                "attachment": {
                    "contentType": "text/plain; charset=utf-8",
                    "title": "Transcript",
                    "creation": at,
                    "size": len(text),
                    "data": base64.b64encode(text).decode(),
                }
            }
        ],
        "context": {
            "encounter": [reference("Encounter", row.id)],
            "period": {"start": times[0], "end": times[-1]},
        },
    }


def said(line: Said) -> str:
    """Return a line of the transcript as text: when, who, what."""
    who = "patient" if line.sender == "patient" else line.sender
    what = " (caption)" if line.kind == "caption" else ""
    return f"{line.at} {who}{what}: {line.text}"
