"""An envelope's document, opened and written down: rows and FHIR in one transaction.

FilingError says what cannot be filed and holds nothing of the content; the caller puts it in quarantine.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from contract import cards
from contract.care import ReadingRefiled, ResidentBound
from contract.documents import (
    CLEANINGS,
    NO_CALL,
    AlarmRaised,
    Answers,
    Attached,
    CallbackWanted,
    CaseLeft,
    Cleaned,
    ConsentGiven,
    Document,
    Identified,
    Measured,
    MeasureSkipped,
    Scored,
    TakeAway,
    Transcript,
    VisitClosed,
    VisitOpened,
)
from contract.measurement import Instant, Measurement
from contract.units import UnitError
from hub.errors import FilingError
from hub.facility import binding, closing, doubting, notes, refiling
from hub.fhir import build, devices, observations, scores
from hub.fhir.params import date_range
from hub.fhir.store import put
from hub.fhir.terms import Json, derived, patient_id, reference
from hub.intake import blobs, clones
from hub.intake.clock import Told
from hub.knowing import people
from hub.models import Reading, Skipped, Station, StoredEnvelope, Visit
from hub.takeaway import links
from hub.times import now, rfc3339
from hub.usage import noting
from hub.visits import record, texts, told

CLOSINGS = ("finished", "left", "timed-out", "left-before-seen")


@dataclass(frozen=True)
class Source:
    """Where a document came from. `put_right` says when an instant was; `at` is the document's own.

    `again`: it was filed before, and only its times may have changed. `released`: see StoredEnvelope.
    """

    envelope: UUID
    station: UUID
    boot: str
    seq: int
    received_at: float
    released: str
    again: bool
    at: Told
    put_right: Callable[[Instant], Told]


def source(row: StoredEnvelope, document: Document, put_right: Callable[[Instant], Told]) -> Source:
    """Return where an opened envelope's document came from."""
    return Source(
        envelope=row.id,
        station=row.station_id,
        boot=row.boot_id or document.at.boot_id,
        seq=row.seq,
        received_at=row.received_at,
        released=row.released,
        again=row.clock != "",
        at=put_right(document.at),
        put_right=put_right,
    )


def file(session: Session, document: Document, source: Source, quiet_s: float) -> Visit:
    """Write a document down; return its visit. `quiet_s`: see Limits.interrupted_after_s."""
    row = record.visit_of(
        session, document.visit, source.station, source.boot, anywhere=source.released == "visit"
    )
    if row.closed_how is None and (row.interrupt_at is not None or _of_earlier_boot(session, row)):
        row.interrupt_at = now() + quiet_s
    targets = _write(session, row, document, source)
    if row.resident_id is not None:
        doubting.mark_late(session, row.id, targets)
        targets += closing.follow(session, row.id)
    session.flush()
    station = reference("Device", source.station)
    targets = targets or [f"Encounter/{row.id}"]
    if source.again:  # what it said stands; its time is another since now
        put(session, build.provenance(derived(source.envelope, "clock"), targets, now(), station, "UPDATE"))
    else:
        put(session, build.provenance(source.envelope, targets, now(), station, "CREATE", source.at.at))
    return row


def _of_earlier_boot(session: Session, row: Visit) -> bool:
    """Say whether the station has begun anew since: such a visit may never tell its end."""
    boot = session.get_one(Station, row.station_id).boot_id
    earlier = boot is not None and row.boot_id is not None and row.boot_id != boot
    return earlier and not clones.suspected(session, row.station_id)


def _write(  # noqa: PLR0912 - a case a document
    session: Session, row: Visit, document: Document, source: Source
) -> list[str]:
    """Write one document's rows and resources; return the resources."""
    at = source.at.at
    match document:
        case VisitOpened():
            row.language, row.started_at = document.language, at
            noting.started(session, row)
            record.bind_key(row, document.session_key)
            record.refresh(session, row)
            return [f"Encounter/{row.id}", f"Patient/{patient_id(row.id)}"]
        case ConsentGiven():
            return _consent(session, row, document, source)
        case Identified():
            if row.resident_id is not None:
                raise FilingError("a resident's visit takes the name from the facility's list")
            if document.person.birth_date is not None:
                _birth_date(document.person.birth_date)
            record.identify(session, row, document.person, record.Telling(at, source.seq, source.envelope))
            _who(session, row, document, source.seq)
            return [f"Patient/{patient_id(row.id)}"]
        case Answers():
            return _answers(session, row, document, source)
        case Measured():
            return _measured(session, row, document.measurement, source)
        case Attached():
            _news(row, source)
            return blobs.file(session, row, document, source)
        case MeasureSkipped():
            return _skipped(session, row, document, source)
        case Scored():
            return _scored(session, row, document, source)
        case AlarmRaised():
            _news(row, source)
            record.raise_alarm(
                session, row, document.alarm, document.rule, document.level, document.quiet, at, document.why
            )
            return [f"Flag/{document.alarm}"]
        case CallbackWanted():
            _callback(session, row, document, source)
            return [f"Patient/{patient_id(row.id)}"]
        case CaseLeft():
            _case(session, row, document, source)
            return [f"Encounter/{row.id}"]
        case Transcript():
            return texts.keep(session, row, document, at, source.station)
        case VisitClosed():
            if document.how not in CLOSINGS:
                raise FilingError("how the visit closed is not a word known here")
            record.close(session, row, document.how, at, document)
            return [f"Encounter/{row.id}"]
        case TakeAway():
            links.file(session, row, document, source.envelope)
            return []
        case Cleaned():
            if document.how not in CLEANINGS:
                raise FilingError("how the station was cleaned is not a word known here")
            row.cleaned, row.cleaned_at = document.how, at
            return []
        case ResidentBound():
            binding.file(session, row, document, record.Telling(at, source.seq, source.envelope))
            return [f"Encounter/{row.id}", f"Patient/{patient_id(row.id)}"]
        case ReadingRefiled():
            refiling.note(session, row, document, at)
            made = _measured(session, row, document.measurement, source)
            made += refiling.mark_former(session, document.former_visit, document.former)
            return made + closing.follow(session, document.former_visit)
        case _:
            return notes.file(session, row, document, source)


def _consent(session: Session, row: Visit, document: ConsentGiven, source: Source) -> list[str]:
    at = source.at.at
    of_visit = document.what == "visit"
    if of_visit and document.given and (not source.again or row.consent_version == document.version):
        row.consent_version, row.consent_at = document.version, at
    version = document.version if of_visit else f"{document.what}:{document.version}"
    made = build.consent(source.envelope, row.id, at, version, document.language, document.given)
    if document.by:
        made["performer"] = [{"display": document.by}]
    return [put(session, made)]


def _who(session: Session, row: Visit, document: Identified, seq: int) -> None:
    """Note what belongs to the newest telling: how it was shown, a minor's guardian, who helps."""
    if any(token and not cards.is_card(token) for token in (document.card, document.new_card)):
        raise FilingError("a card that is none of ours")
    if row.identities[-1]["seq"] != seq:
        return  # a later one came before it
    people.link(session, row, document)
    row.guardian = None if document.guardian is None else msgspec.to_builtins(document.guardian)
    row.attended = document.attended
    record.refresh(session, row)


def _callback(session: Session, row: Visit, document: CallbackWanted, source: Source) -> None:
    if not source.again:  # it has no time that could change
        row.callback_phone, row.callback_when = document.phone, document.when
        row.callback_asked = document.at.wall
        row.callback_promised_s = float(document.promised_s) or None
        record.refresh(session, row)


def _case(session: Session, row: Visit, document: CaseLeft, source: Source) -> None:
    if document.why not in NO_CALL:
        raise FilingError("why a case was left is not a word known here")
    if not source.again:
        row.case_why, row.case_wish = document.why, document.wish
        row.case_promised_s = float(document.promised_s) or None
        record.refresh(session, row)


def _news(row: Visit, source: Source) -> None:
    """Mark a visit that something clinical came for: it may be over, its plan signed."""
    if not source.again:
        row.news_at = now()
        if row.closed_how is not None:
            row.after_closing = row.news_at


def _birth_date(text: str) -> None:
    try:
        date_range(text)
    except ValueError as error:
        raise FilingError("the birth date is not an ISO date") from error
    if len(text) > 10:
        raise FilingError("the birth date is not an ISO date")


def _answers(session: Session, row: Visit, document: Answers, source: Source) -> list[str]:
    told.check(document)
    made = build.questionnaire_response(source.envelope, row.id, source.at.at, document.response)
    if source.again:
        return [_put(session, made)]
    _news(row, source)
    # Several questionnaires may be answered in a visit; the newest response to each of them counts.
    asked = str(document.response.get("questionnaire", ""))
    row.answers = {**(row.answers or {}), asked: document.response}
    row.reason = document.reason or row.reason
    row.present = list(document.present) or row.present
    record.refresh(session, row)
    return [_put(session, made), *told.file(session, row, document, source.envelope, source.at.at)]


def _put(session: Session, resource: Json) -> str:
    """Write a resource that is in part the sender's; FilingError when it cannot be indexed."""
    try:
        return put(session, resource)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise FilingError(f"the {resource['resourceType']} has a part of the wrong form") from error


def _measured(session: Session, row: Visit, measurement: Measurement, source: Source) -> list[str]:
    try:
        told = source.put_right(measurement.effective)
    except ValueError as error:
        raise FilingError("the measurement's time is not RFC 3339 with offset") from error
    numbers = [value.value for value in measurement.values]
    if not all(math.isfinite(number) for number in (*numbers, measurement.clock_error_s or 0.0)):
        raise FilingError("a measured value is not a number")
    reading = _reading(session, row, measurement, source)
    try:
        when = observations.When(told.at, told.confidence, told.why, rfc3339(source.received_at))
        made = observations.observations(
            _own(reading, measurement), row.id, source.station, when, reading.twin
        )
    except UnitError as error:
        raise FilingError("a measured value's unit is none of its kind's") from error
    made = refiling.marked(session, row.id, reading.id, made)
    if reading.clock and not source.again:  # the same reading in an envelope of its own: once is enough
        return [f"Observation/{observation['id']}" for observation in made]
    reading.at, reading.clock, reading.clock_why = told.at, told.confidence, told.why
    session.add(reading)
    if not measurement.by_hand:
        put(session, devices.device(measurement.device, source.station))
    if not source.again:
        _news(row, source)
        if row.closed_how is not None or row.settled_at is not None:
            record.refresh(session, row)
    return [put(session, observation) for observation in made]


def _reading(session: Session, row: Visit, measurement: Measurement, source: Source) -> Reading:
    """Return the reading's row, a new one when it is new; FilingError when its id means something else."""
    found = session.get(Reading, measurement.id)
    if found is None:
        return _new_reading(row, measurement, source)
    if found.visit_id != row.id:
        raise FilingError("the measurement belongs to another visit")
    if _same(found, measurement):
        return found
    if source.released not in {"id", "reading"}:
        raise FilingError("its measurement came before with other content", "reading")
    second = derived(measurement.id, f"twin/{source.envelope}")
    twin = session.get(Reading, second)
    if twin is None:
        twin = _new_reading(row, msgspec.structs.replace(measurement, id=second), source)
        twin.twin = measurement.id
    return twin


def _new_reading(row: Visit, measurement: Measurement, source: Source) -> Reading:
    return Reading(
        id=measurement.id,
        visit_id=row.id,
        at=measurement.effective.wall,
        body=msgspec.to_builtins(msgspec.structs.replace(measurement, raw=b"")),
        raw=measurement.raw,
        received_at=source.received_at,
        clock="",
    )


def _same(found: Reading, measurement: Measurement) -> bool:
    told = msgspec.convert(found.body, Measurement)
    return msgspec.structs.replace(told, raw=found.raw) == measurement


def _own(reading: Reading, measurement: Measurement) -> Measurement:
    return msgspec.structs.replace(measurement, id=reading.id)


def _scored(session: Session, row: Visit, document: Scored, source: Source) -> list[str]:
    scores.check(document)
    for part in document.parts:
        reading = session.get(Reading, part.measurement) if part.measurement is not None else None
        if reading is not None and reading.visit_id != row.id:
            raise FilingError("a score of another visit's reading")
    return [put(session, scores.observation(source.envelope, document, row.id, source.at.at))]


def _skipped(session: Session, row: Visit, document: MeasureSkipped, source: Source) -> list[str]:
    if session.get(Skipped, source.envelope) is None:
        session.add(Skipped(id=source.envelope, visit_id=row.id, act=document.act, reason=document.reason))
    made = observations.not_made(source.envelope, document.act, document.reason, row.id, source.at.at)
    return [put(session, made)]
