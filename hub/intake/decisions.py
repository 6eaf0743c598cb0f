"""What a person decides about something in quarantine: release it, or keep it unfiled for good, with a note.

Released, by what is wrong with it (`Quarantine.code`):
- what this hub can do now and could not before (schema, key, failed, …) is filed as if it came now; what
  still cannot be comes back with the newer reason.
- `id`: the second envelope under an id is filed beside the first, as a word of its own.
- `reading`: the second reading under an id becomes an Observation of its own, beside the first. Neither is
  marked: nobody has said that the first was wrong (`entered-in-error`), nor that it is the same one changed
  (`amended`, `corrected`); a reader sees both, each naming the other.
- `visit`: filed into a visit that another station began, in the name of the station that sent it.
- what never verified is checked again: with the keys and versions known now.

Once it is settled either way, a station that offers it again hears "stored": the hub has it, whole.
"""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hub.errors import conflict, not_found
from hub.fhir.terms import derived
from hub.fleet import stations
from hub.intake import quarantine, receive
from hub.intake.chain import Chain
from hub.intake.opening import envelope_of
from hub.models import Quarantine, StoredEnvelope

OVERRULED = frozenset({"visit", "reading"})  # codes that a release sets aside, rather than tries again


def release(session: Session, identity: UUID, by: str, note: str = "") -> None:
    """File something after all; ProblemError 404, or 409 when it cannot be released."""
    row = _row(session, identity)
    if row.settled_how in {"released", "same-content"}:
        raise conflict("settled", "This was settled already.")
    match row.source:
        case "envelope":
            _again(session, row)
        case "conflict":
            _second(session, row)
        case "refused":
            _checked_again(session, row)
        case _:
            raise conflict("not-fileable", "A live message cannot be filed later; keep it with a note.")
    quarantine.settle(row, "released", by, note)


def keep(session: Session, identity: UUID, by: str, note: str) -> None:
    """Leave something unfiled for good; it stays here whole. ProblemError 404, 409."""
    row = _row(session, identity)
    if row.settled_at is not None:
        raise conflict("settled", "This was settled already.")
    stored = _stored(session, row)
    if stored is not None:
        stored.state = "settled"
    quarantine.settle(row, "kept", by, note)


def _row(session: Session, identity: UUID) -> Quarantine:
    row = session.get(Quarantine, identity)
    if row is None:
        raise not_found("quarantined thing")
    return row


def _stored(session: Session, row: Quarantine) -> StoredEnvelope | None:
    """Return the stored envelope that is this very thing, where it waits unfiled."""
    if row.source != "envelope" or row.envelope_id is None:
        return None
    stored = session.scalar(select(StoredEnvelope).where(StoredEnvelope.id == row.envelope_id))
    if stored is None or stored.signed != row.content or stored.state not in {"quarantined", "settled"}:
        return None
    return stored


def _again(session: Session, row: Quarantine) -> None:
    stored = _stored(session, row)
    if stored is None:
        raise conflict("not-fileable", "The envelope is filed, or not here any more.")
    stored.state = "stored"
    if row.code in OVERRULED:
        stored.released = row.code


def _second(session: Session, row: Quarantine) -> None:
    envelope = envelope_of(row.content)
    identity = derived(envelope.id, row.hash.hex())
    receive.add(session, row.station_id, envelope, row.content, row.hash, identity=identity)


def _checked_again(session: Session, row: Quarantine) -> None:
    station = stations.known(session, row.station_id)
    checked = receive.check(row.content, station)
    if checked.envelope is None:
        raise conflict("not-fileable", f"It still cannot be taken: {checked.problem}.")
    taken = session.scalar(select(StoredEnvelope.row).where(StoredEnvelope.id == checked.envelope.id))
    if taken is not None:
        raise conflict("not-fileable", "Its id was used by another envelope; have the station send it again.")
    chain = Chain(session, row.station_id, [checked.envelope])
    receive.add(session, row.station_id, checked.envelope, checked.raw, checked.hash)
    chain.add(checked.envelope, checked.hash)  # the hole it had left is no more
