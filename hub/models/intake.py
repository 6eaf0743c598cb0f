"""What stations sent, as it came."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hub.models.base import Base, partial


class StoredEnvelope(Base):
    """An envelope as it came. `state`: stored, filed, quarantined, settled (a person let it be unfiled).

    `id` is the envelope's, or derived from it for a second one under the same id that a person released.
    `released`: the quarantine's code that a person overruled. `at` (Unix seconds) is when its document was
    said, put right; `clock` is the confidence in that (hub.intake.clock), empty until it is filed.
    """

    __tablename__ = "envelope"
    __table_args__ = (
        Index("envelope_chain", "station_id", "store_id", "lane", "seq"),
        Index("envelope_of_station", "station_id", "row"),
        partial("envelope_open", "row", where="state = 'stored'"),
        partial("envelope_unsure", "station_id", "boot_id", where="clock = 'unsure'"),
    )
    row: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"))
    store_id: Mapped[UUID]
    lane: Mapped[str]
    seq: Mapped[int]
    hash: Mapped[bytes]
    signed: Mapped[bytes]
    received_at: Mapped[float]
    state: Mapped[str] = mapped_column(default="stored")
    released: Mapped[str] = mapped_column(default="")
    boot_id: Mapped[str | None]
    at: Mapped[float | None]
    clock: Mapped[str] = mapped_column(default="")


class Backup(Base):
    """A backup that was verified: every envelope up to `last_row` is in it. `place`: where it was put."""

    __tablename__ = "backup"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    place: Mapped[str]
    made_at: Mapped[float]
    verified_at: Mapped[float]
    epoch: Mapped[str]
    last_row: Mapped[int]


class Blob(Base):
    """A large thing: its manifest was filed, its chunks are envelopes (contract.blob.chunk_id).

    `state`: waiting (for chunks, or to be checked), ready (whole, its hash proven), quarantined.
    `envelope_id` is the manifest's. `taken_at` is RFC 3339, put right; `device` the id of a Device (the
    station's own where it is not known). `about`: the rest of contract.documents.Captured.
    `traces`: what was found when it was looked into (hub.traces): "" (nothing to look for in this type),
    "clean", or "unreadable". A clean one's `pieces`, their size and SHA-256, and what was `removed`.
    """

    __tablename__ = "blob"
    __table_args__ = (partial("blob_waiting", "visit_id", where="state = 'waiting'"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"))
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"))
    envelope_id: Mapped[UUID]
    key: Mapped[bytes]
    size: Mapped[int]
    chunks: Mapped[int]
    sha256: Mapped[bytes]
    media_type: Mapped[str]
    title: Mapped[str]
    site: Mapped[str | None]
    device: Mapped[UUID]
    taken_at: Mapped[str]
    received_at: Mapped[float]
    ready_at: Mapped[float | None]
    state: Mapped[str] = mapped_column(default="waiting")
    about: Mapped[dict[str, Any]] = mapped_column(default=dict)
    traces: Mapped[str] = mapped_column(default="")
    pieces: Mapped[list[Any] | None]
    clean_size: Mapped[int | None]
    clean_sha256: Mapped[bytes | None]
    removed: Mapped[list[Any]] = mapped_column(default=list)

    @property
    def shown_size(self) -> int:
        """Bytes of what is shown and sent on."""
        return self.size if self.clean_size is None else self.clean_size

    @property
    def shown_sha256(self) -> bytes:
        """SHA-256 of what is shown and sent on."""
        return self.sha256 if self.clean_sha256 is None else self.clean_sha256


class ChainGap(Base):
    """A hole (the one before is missing) or a break (its hash is another) in a station's chain."""

    __tablename__ = "chain_gap"
    __table_args__ = (
        UniqueConstraint("station_id", "store_id", "lane", "seq", "kind"),
        partial("chain_gap_open", "station_id", where="closed_at IS NULL"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"))
    store_id: Mapped[UUID]
    lane: Mapped[str]
    seq: Mapped[int]  # the envelope whose predecessor is missing or another
    kind: Mapped[str]  # "missing", "broken", "forked" (two envelopes at this place)
    noted_at: Mapped[float]
    closed_at: Mapped[float | None]


class Quarantine(Base):
    """What could not be taken or filed, whole, until a person looks; kept also after that.

    `source`: refused, conflict, envelope, live. `code` says what is wrong (hub.intake.quarantine). `hash` is
    that of the content, of a conflict that of its envelope. `settled_how`: released, kept, same-content.
    """

    __tablename__ = "quarantine"
    __table_args__ = (
        UniqueConstraint("station_id", "hash", "source"),
        partial("quarantine_open", "noted_at", where="settled_at IS NULL"),
        Index("quarantine_envelope", "envelope_id"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"))
    source: Mapped[str]
    code: Mapped[str] = mapped_column(default="")
    envelope_id: Mapped[UUID | None]
    hash: Mapped[bytes]
    content: Mapped[bytes]
    reason: Mapped[str]
    noted_at: Mapped[float]
    settled_at: Mapped[float | None]
    settled_by: Mapped[str | None]
    settled_how: Mapped[str | None]
    note: Mapped[str | None]
