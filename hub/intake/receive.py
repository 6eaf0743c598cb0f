"""A batch of envelopes: each verified alone, all stored in one transaction, one signed receipt.

What the station's signature does not cover and what names another station goes to quarantine, and the receipt
says so; the others are not held up. Of what does not verify only so much is kept, lest a broken station fill
the hub: the receipt says nothing of the rest, which stays there until a person has settled some.
Other bytes under an id used before are opened: the same content sealed again is the same thing, other content
is a conflict, kept beside the first until a person has settled it.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract import wire
from contract.envelope import (
    FIRST,
    VERSION,
    Envelope,
    Fate,
    Receipt,
    ReceiptItem,
    SignedEnvelope,
    digest,
    open_envelope,
    sign_receipt,
)
from contract.seal import SealError
from hub.backup import records
from hub.errors import ProblemError
from hub.fleet.stations import KnownStation
from hub.intake import quarantine
from hub.intake.chain import Chain
from hub.models import Meta, StoredEnvelope
from hub.times import now

log = logging.getLogger("carepost.hub")
NO_ID: Final = UUID(int=0)  # in a receipt for bytes that hold no envelope; the hash tells which
EPOCH: Final = "epoch"
LAST_SEQ: Final = (1 << 63) - 1  # what the database holds


@dataclass(frozen=True)
class Checked:
    """One item of a batch: its bytes, their hash, and either the envelope or what is wrong with it."""

    raw: bytes
    hash: bytes
    envelope: Envelope | None
    claimed: UUID
    problem: str = ""
    code: str = ""

    @property
    def key(self) -> bytes:
        """What tells these very bytes, signature and all, from others."""
        return digest(self.raw)


def split(body: bytes) -> list[bytes]:
    """Return a batch's items, each still encoded; ProblemError when it is no batch at all."""
    try:
        items = msgspec.msgpack.decode(body, type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ProblemError(400, "not-a-batch", "This is not a batch of envelopes.") from error
    if len(items) > wire.MAX_BATCH:
        raise ProblemError(413, "too-large", f"A batch has at most {wire.MAX_BATCH} envelopes.")
    return [bytes(item) for item in items]


def check(raw: bytes, station: KnownStation) -> Checked:
    """Verify one item against the station's certified key (82 µs)."""
    try:
        signed = msgspec.msgpack.decode(raw, type=SignedEnvelope)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Checked(raw, digest(raw), None, NO_ID, "not a signed envelope", "malformed")
    hashed = digest(signed.envelope)
    try:
        envelope = open_envelope(signed, station.public)
    except SealError as error:
        return Checked(raw, hashed, None, _claimed(signed.envelope), str(error), _code(signed.envelope))
    if envelope.station != station.id:
        return Checked(raw, hashed, None, envelope.id, "names another station", "station")
    if not 1 <= envelope.seq <= LAST_SEQ or len(envelope.prev) != len(FIRST) or len(envelope.stream) != 16:
        return Checked(raw, hashed, None, envelope.id, "its place in the chain cannot be", "place")
    return Checked(raw, hashed, envelope, envelope.id)


def _code(encoded: bytes) -> str:
    """Say what is wrong with bytes that did not verify: a version of later stations, or not a station's."""
    try:
        later = msgspec.msgpack.decode(encoded, type=Envelope).version != VERSION
    except (msgspec.DecodeError, UnicodeDecodeError):
        return "malformed"
    return "version" if later else "forged"


def _claimed(encoded: bytes) -> UUID:
    try:
        return msgspec.msgpack.decode(encoded, type=Envelope).id
    except (msgspec.DecodeError, UnicodeDecodeError):
        return NO_ID


Same = Callable[[bytes, bytes], bool]  # do two signed envelopes hold the same content?


def store(
    session: Session,
    station: KnownStation,
    batch: list[Checked],
    same: Same,
    refused_room: int | None = None,
) -> tuple[ReceiptItem, ...]:
    """Store a checked batch and return what became of each item, but for refused ones there is no room for.

    `refused_room`: bytes that a station's refused items may take together until a person has settled them;
    None: all there are.
    """
    ids = [item.envelope.id for item in batch if item.envelope is not None]
    query = select(StoredEnvelope.id, StoredEnvelope.hash, StoredEnvelope.state)
    known = {
        row.id: (row.hash, row.state) for row in session.execute(query.where(StoredEnvelope.id.in_(ids)))
    }
    backed_up = records.backed_up(session, known)
    chain = Chain(session, station.id, [item.envelope for item in batch if item.envelope is not None])
    items = []
    for item in batch:
        envelope = item.envelope
        fate: Fate | None = Fate.STORED
        if envelope is None:
            fate = _refused(session, station, item, refused_room)
        elif envelope.id not in known:
            add(session, station.id, envelope, item.raw, item.hash)
            chain.add(envelope, item.hash)
            known[envelope.id] = (item.hash, "stored")
        elif known[envelope.id][0] != item.hash:
            fate = _conflict(session, station, item, same)
        elif known[envelope.id][1] == "quarantined":
            fate = Fate.QUARANTINED
        elif envelope.id in backed_up:
            fate = Fate.BACKED_UP
        if fate is not None:
            items.append(ReceiptItem(item.claimed, item.hash, fate))
    return tuple(items)


def _refused(session: Session, station: KnownStation, item: Checked, room: int | None) -> Fate | None:
    """Keep what does not verify, while there is room; what a person has settled already stays so."""
    row = quarantine.find(session, station.id, "refused", item.key)
    if row is None:
        if room is not None and quarantine.unsettled(session, station.id) + len(item.raw) > room:
            log.warning("station %s: no more of what does not verify is kept: %s", station.id, item.problem)
            return None
        row = quarantine.keep(
            session,
            station.id,
            "refused",
            item.raw,
            item.problem,
            item.claimed,
            code=item.code,
            digest=item.key,
        )
    return Fate.QUARANTINED if row.settled_at is None else Fate.STORED


def _conflict(session: Session, station: KnownStation, item: Checked, same: Same) -> Fate:
    """Keep other bytes under an id used before; nobody is asked about the same content sealed again."""
    row = quarantine.find(session, station.id, "conflict", item.hash)
    if row is None:
        reason = "its id was used before for something else"
        row = quarantine.keep(
            session, station.id, "conflict", item.raw, reason, item.claimed, code="id", digest=item.hash
        )
        session.flush()
        first = session.scalars(select(StoredEnvelope.signed).where(StoredEnvelope.id == item.claimed)).one()
        if same(first, item.raw):
            quarantine.settle(row, "same-content", "hub")
    return Fate.QUARANTINED if row.settled_at is None else Fate.STORED


def add(
    session: Session,
    station: UUID,
    envelope: Envelope,
    raw: bytes,
    hashed: bytes,
    *,
    identity: UUID | None = None,
) -> None:
    """Add an envelope to what is to be filed. `identity`: of a second one under the same id."""
    session.add(
        StoredEnvelope(
            id=identity or envelope.id,
            station_id=station,
            store_id=envelope.store,
            lane=envelope.lane.value,
            seq=envelope.seq,
            hash=hashed,
            signed=raw,
            received_at=now(),
            boot_id=str(envelope.boot_id),
            released="id" if identity else "",
        )
    )


def receipt(session: Session, items: tuple[ReceiptItem, ...], key: Ed25519PrivateKey) -> bytes:
    """Sign what became of a batch."""
    epoch = UUID(session.get_one(Meta, EPOCH).value)
    return sign_receipt(Receipt(1, epoch, int(now()), items), key)
