"""An envelope's document, opened and written down: rows and FHIR in one transaction.

FilingError says what cannot be filed and holds nothing of the content; the caller puts it in quarantine.
"""

import math
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from contract import documents
from contract.documents import (
    DOCUMENT_SCHEMA,
    AlarmRaised,
    Answers,
    CallbackWanted,
    ConsentGiven,
    Document,
    Identified,
    Measured,
    MeasureSkipped,
    VisitClosed,
    VisitOpened,
)
from contract.envelope import Envelope, SignedEnvelope
from contract.measurement import Measurement
from contract.seal import SealError, unseal
from contract.units import UnitError
from hub.db.columns import clean
from hub.errors import FilingError
from hub.fhir import build, devices, observations
from hub.fhir.params import date_range
from hub.fhir.store import put
from hub.fhir.terms import Json, patient_id, reference
from hub.keys import HubKeys
from hub.models import Reading, Skipped, Station, StoredEnvelope, Visit
from hub.times import now, parse
from hub.visits import record

CLOSINGS = ("finished", "left", "timed-out", "left-before-seen")


@dataclass(frozen=True)
class Source:
    """Where a document came from."""

    envelope: UUID
    station: UUID
    boot: str


def opened(row: StoredEnvelope, keys: HubKeys) -> tuple[Document, Source]:
    """Open a stored envelope; FilingError when it cannot be."""
    signed = msgspec.msgpack.decode(row.signed, type=SignedEnvelope)
    envelope = msgspec.msgpack.decode(signed.envelope, type=Envelope)
    if envelope.schema != DOCUMENT_SCHEMA:
        raise FilingError(f"schema {envelope.schema[:40]!r} is not known here")
    try:
        plain = unseal(envelope.sealed(), station=envelope.station, private=keys.sealing)
        document = documents.decode_document(_clean(plain))
    except SealError as error:
        raise FilingError(str(error)) from error
    except msgspec.DecodeError as error:
        raise FilingError("the sealed content is not a document") from error
    if envelope.stream != document.visit.bytes:
        raise FilingError("the envelope's stream is not the document's visit")
    try:
        parse(document.at.wall)
    except ValueError as error:
        raise FilingError("the document's time is not RFC 3339 with offset") from error
    return document, Source(envelope.id, envelope.station, str(envelope.boot_id))


def _clean(plain: bytes) -> bytes:
    """Return a document without NUL in its texts (hub.db.columns): PostgreSQL's text cannot hold it.

    A scanner or a meter that pads a text with it must not cost a patient the reading; the envelope stays
    as it came.
    """
    content = msgspec.msgpack.decode(plain)
    cleaned = _cleaned(content)
    return plain if cleaned == content else msgspec.msgpack.encode(cleaned)


def _cleaned(node: Any) -> Any:
    if isinstance(node, str):
        return clean(node)
    if isinstance(node, list):
        return [_cleaned(item) for item in node]
    if isinstance(node, dict):
        return {_cleaned(key): _cleaned(value) for key, value in node.items()}
    return node


def file(session: Session, document: Document, source: Source, quiet_s: float) -> Visit:
    """Write a document down; return its visit. `quiet_s`: see Limits.interrupted_after_s."""
    row = record.visit_of(session, document.visit, source.station, source.boot)
    if row.closed_how is None and (row.interrupt_at is not None or _of_earlier_boot(session, row)):
        row.interrupt_at = now() + quiet_s
    targets = _write(session, row, document, source)
    session.flush()
    station = reference("Device", source.station)
    targets = targets or [f"Encounter/{row.id}"]
    put(session, build.provenance(source.envelope, targets, now(), station, "CREATE"))
    return row


def _of_earlier_boot(session: Session, row: Visit) -> bool:
    """Say whether the station has begun anew since: such a visit may never tell its end."""
    boot = session.get_one(Station, row.station_id).boot_id
    return boot is not None and row.boot_id is not None and row.boot_id != boot


def _write(session: Session, row: Visit, document: Document, source: Source) -> list[str]:
    """Write one document's rows and resources; return the resources."""
    at = document.at.wall
    match document:
        case VisitOpened():
            row.language, row.started_at = document.language, at
            record.bind_key(row, document.session_key)
            record.refresh(session, row)
            return [f"Encounter/{row.id}", f"Patient/{patient_id(row.id)}"]
        case ConsentGiven():
            if document.given:
                row.consent_version, row.consent_at = document.version, at
            made = build.consent(
                source.envelope, row.id, at, document.version, document.language, document.given
            )
            return [put(session, made)]
        case Identified():
            if document.person.birth_date is not None:
                _birth_date(document.person.birth_date)
            record.identify(session, row, document.person)
            return [f"Patient/{patient_id(row.id)}"]
        case Answers():
            return _answers(session, row, document, source)
        case Measured():
            return _measured(session, row, document.measurement)
        case MeasureSkipped():
            return _skipped(session, row, document, source)
        case AlarmRaised():
            record.raise_alarm(
                session, row, document.alarm, document.rule, document.level, document.quiet, at, document.why
            )
            return [f"Flag/{document.alarm}"]
        case CallbackWanted():
            row.callback_phone, row.callback_when = document.phone, document.when
            record.refresh(session, row)
            return [f"Patient/{patient_id(row.id)}"]
        case VisitClosed():
            if document.how not in CLOSINGS:
                raise FilingError("how the visit closed is not a word known here")
            record.close(session, row, document.how, at)
            return [f"Encounter/{row.id}"]


def _birth_date(text: str) -> None:
    try:
        date_range(text)
    except ValueError as error:
        raise FilingError("the birth date is not an ISO date") from error
    if len(text) > 10:
        raise FilingError("the birth date is not an ISO date")


def _answers(session: Session, row: Visit, document: Answers, source: Source) -> list[str]:
    made = build.questionnaire_response(source.envelope, row.id, document.at.wall, document.response)
    # Several questionnaires may be answered in a visit; the newest response to each of them counts.
    asked = str(document.response.get("questionnaire", ""))
    row.answers = {**(row.answers or {}), asked: document.response}
    row.reason = document.reason or row.reason
    row.present = list(document.present) or row.present
    record.refresh(session, row)
    return [_put(session, made)]


def _put(session: Session, resource: Json) -> str:
    """Write a resource that is in part the sender's; FilingError when it cannot be indexed."""
    try:
        return put(session, resource)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise FilingError(f"the {resource['resourceType']} has a part of the wrong form") from error


def _measured(session: Session, row: Visit, measurement: Measurement) -> list[str]:
    try:
        parse(measurement.effective.wall)
    except ValueError as error:
        raise FilingError("the measurement's time is not RFC 3339 with offset") from error
    numbers = [value.value for value in measurement.values]
    if not all(math.isfinite(number) for number in (*numbers, measurement.clock_error_s or 0.0)):
        raise FilingError("a measured value is not a number")
    existing = session.get(Reading, measurement.id)
    if existing is not None and existing.visit_id != row.id:
        raise FilingError("the measurement belongs to another visit")
    try:
        made = observations.observations(measurement, row.id, row.station_id)
    except UnitError as error:
        raise FilingError("a measured value's unit is none of its kind's") from error
    if existing is None:
        body = msgspec.to_builtins(msgspec.structs.replace(measurement, raw=b""))
        session.add(
            Reading(
                id=measurement.id,
                visit_id=row.id,
                at=measurement.effective.wall,
                body=body,
                raw=measurement.raw,
            )
        )
        put(session, devices.device(measurement.device, row.station_id))
        return [put(session, observation) for observation in made]
    return [f"Observation/{observation['id']}" for observation in made]


def _skipped(session: Session, row: Visit, document: MeasureSkipped, source: Source) -> list[str]:
    if session.get(Skipped, source.envelope) is None:
        session.add(Skipped(id=source.envelope, visit_id=row.id, act=document.act, reason=document.reason))
    made = observations.not_made(source.envelope, document.act, document.reason, row.id, document.at.wall)
    return [put(session, made)]
