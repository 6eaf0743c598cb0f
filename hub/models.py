"""The tables. Machine times are Unix seconds; clinical times keep the text the station wrote.

Secrets (passwords, codes, session tokens) are stored as hashes only. Visits, measurements, alarms and
chat hold what the sealed documents said; `fhir_resource` holds the same as FHIR, written in the same
transaction.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """All tables."""

    type_annotation_map = {dict[str, Any]: JSON, list[Any]: JSON, bytes: LargeBinary}  # noqa: RUF012


class Meta(Base):
    """Facts about this hub by name: epoch, addresses."""

    __tablename__ = "meta"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


# ---- people -----------------------------------------------------------------------------------


class Account(Base):
    """A person who signs in. `role`: provider or operator."""

    __tablename__ = "account"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    display: Mapped[str]
    role: Mapped[str]
    password: Mapped[str | None]
    disabled: Mapped[bool] = mapped_column(default=False)
    on_call: Mapped[bool] = mapped_column(default=False)
    seen_at: Mapped[float] = mapped_column(default=0.0)
    created_at: Mapped[float]


class SignInCode(Base):
    """A one-time code, as hash."""

    __tablename__ = "sign_in_code"
    hash: Mapped[bytes] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    expires_at: Mapped[float]
    used_at: Mapped[float | None]


class Login(Base):
    """A signed-in browser; the cookie is stored as hash."""

    __tablename__ = "login"
    hash: Mapped[bytes] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    csrf: Mapped[str]
    created_at: Mapped[float]
    seen_at: Mapped[float]


class Token(Base):
    """A bearer token for reading FHIR, as hash."""

    __tablename__ = "token"
    hash: Mapped[bytes] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[float]
    expires_at: Mapped[float]


class Failure(Base):
    """A failed sign-in, counted under "account:…" and "address:…"."""

    __tablename__ = "failure"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(index=True)
    at: Mapped[float] = mapped_column(index=True)


class Audit(Base):
    """One access; `hash` covers the row and the hash before it. No patient's data."""

    __tablename__ = "audit"
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[float]
    actor: Mapped[str]
    action: Mapped[str]
    route: Mapped[str]
    target: Mapped[str]
    outcome: Mapped[str]
    address: Mapped[str]
    hash: Mapped[bytes]


# ---- stations ---------------------------------------------------------------------------------


class Station(Base):
    """A station. `certificate` is the SHA-256 of its DER; `public` its raw Ed25519 key."""

    __tablename__ = "station"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    address: Mapped[str]
    phone: Mapped[str]
    overrides: Mapped[dict[str, Any]]
    profile_version: Mapped[int] = mapped_column(default=1)
    certificate: Mapped[bytes | None] = mapped_column(unique=True)
    public: Mapped[bytes | None]
    enrolled_at: Mapped[float | None]
    revoked_at: Mapped[float | None]
    boot_id: Mapped[str | None]
    version: Mapped[str] = mapped_column(default="")
    seen_at: Mapped[float | None]
    created_at: Mapped[float]


class EnrolCode(Base):
    """A station's one-time code, as hash."""

    __tablename__ = "enrol_code"
    hash: Mapped[bytes] = mapped_column(primary_key=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"))
    expires_at: Mapped[float]
    used_at: Mapped[float | None]


class StoredEnvelope(Base):
    """An envelope as it came. `state`: stored, filed, quarantined."""

    __tablename__ = "envelope"
    __table_args__ = (
        Index("envelope_chain", "station_id", "store_id", "lane", "seq"),
        Index("envelope_open", "row", sqlite_where=text("state = 'stored'")),
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


class ChainGap(Base):
    """A hole (the one before is missing) or a break (its hash is another) in a station's chain."""

    __tablename__ = "chain_gap"
    __table_args__ = (
        UniqueConstraint("station_id", "store_id", "lane", "seq", "kind"),
        Index("chain_gap_open", "station_id", sqlite_where=text("closed_at IS NULL")),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"))
    store_id: Mapped[UUID]
    lane: Mapped[str]
    seq: Mapped[int]  # the envelope whose predecessor is missing or another
    kind: Mapped[str]  # "missing", "broken"
    noted_at: Mapped[float]
    closed_at: Mapped[float | None]


class Quarantine(Base):
    """What could not be taken or filed, whole, until a person looks. `source`: envelope, live."""

    __tablename__ = "quarantine"
    __table_args__ = (
        UniqueConstraint("station_id", "hash", "source"),
        Index("quarantine_open", "noted_at", sqlite_where=text("settled_at IS NULL")),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"))
    source: Mapped[str]
    envelope_id: Mapped[UUID | None]
    hash: Mapped[bytes]
    content: Mapped[bytes]
    reason: Mapped[str]
    noted_at: Mapped[float]
    settled_at: Mapped[float | None]


# ---- visits -----------------------------------------------------------------------------------


class Visit(Base):
    """One visit; `state` is derived from the rest (hub.visits.state) and kept for the worklist."""

    __tablename__ = "visit"
    # partial: what is over does not slow down what goes on. "open = 1" is what SQLAlchemy asks for
    __table_args__ = (
        Index("visit_open", "station_id", sqlite_where=text("open = 1")),
        Index("visit_unclosed", "station_id", sqlite_where=text("closed_how IS NULL")),
        Index("visit_interrupt", "interrupt_at", sqlite_where=text("interrupt_at IS NOT NULL")),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"))
    boot_id: Mapped[str | None]
    started_at: Mapped[str]
    language: Mapped[str] = mapped_column(default="")
    session_key: Mapped[bytes | None]
    given: Mapped[str] = mapped_column(default="")
    family: Mapped[str] = mapped_column(default="")
    birth_date: Mapped[str | None]
    anonymous: Mapped[bool] = mapped_column(default=False)
    match_key: Mapped[str | None] = mapped_column(index=True)
    reason: Mapped[str] = mapped_column(default="")
    present: Mapped[list[Any]] = mapped_column(default=list)
    answers: Mapped[dict[str, Any] | None]
    consent_version: Mapped[str | None]
    consent_at: Mapped[str | None]
    level: Mapped[str] = mapped_column(default="N")
    waiting_since: Mapped[float | None]
    seen: Mapped[bool] = mapped_column(default=False)
    callback_phone: Mapped[str | None]
    callback_when: Mapped[str] = mapped_column(default="")
    settled_at: Mapped[float | None]
    settled_by: Mapped[str | None]
    settled_note: Mapped[str | None]
    closed_how: Mapped[str | None]
    closed_at: Mapped[str | None]
    interrupt_at: Mapped[float | None]
    state: Mapped[str] = mapped_column(default="in-progress")
    open: Mapped[bool] = mapped_column(default=True)


class Reading(Base):
    """A measurement of a visit; `body` is contract.measurement.Measurement as JSON, without `raw`."""

    __tablename__ = "reading"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    at: Mapped[str]
    body: Mapped[dict[str, Any]]
    raw: Mapped[bytes]


class Skipped(Base):
    """A measurement asked for and not made."""

    __tablename__ = "skipped"
    id: Mapped[UUID] = mapped_column(primary_key=True)  # the envelope's
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    act: Mapped[str]
    reason: Mapped[str]


class Alarm(Base):
    """A red flag, and who has seen it."""

    __tablename__ = "alarm"
    __table_args__ = (Index("alarm_acknowledged", "acknowledged_at"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    rule: Mapped[str]
    level: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    quiet: Mapped[bool]
    raised_at: Mapped[str]
    acknowledged_by: Mapped[str | None]
    acknowledged_role: Mapped[str | None]
    acknowledged_at: Mapped[float | None]


class Chat(Base):
    """A line of text chat. `account_id`: the provider who wrote it, or nobody (the patient)."""

    __tablename__ = "chat"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    at: Mapped[str]
    sender: Mapped[str]
    text: Mapped[str]
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))


class Plan(Base):
    """What the provider wrote; a draft until `signed_at`."""

    __tablename__ = "plan"
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), primary_key=True)
    text: Mapped[str]
    disposition: Mapped[str]
    warning_signs: Mapped[list[Any]]
    referral: Mapped[str]
    follow_up: Mapped[str]
    author: Mapped[str]
    updated_at: Mapped[float]
    signed_at: Mapped[float | None]


class Call(Base):
    """A provider's call with a visit; `ended_at` empty: it goes on. SDP of the newest generation."""

    __tablename__ = "call"
    __table_args__ = (
        Index("call_active", "visit_id", unique=True, sqlite_where=text("ended_at IS NULL")),
        Index("call_ended", "ended_at"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    started_at: Mapped[float]
    ended_at: Mapped[float | None]
    reason: Mapped[str] = mapped_column(default="")
    offset: Mapped[int] = mapped_column(default=0)  # added to a station's generation after core began anew
    offer_generation: Mapped[int] = mapped_column(default=0)
    offer: Mapped[str] = mapped_column(default="")
    answer_generation: Mapped[int] = mapped_column(default=0)
    answer: Mapped[str] = mapped_column(default="")
    answer_sent: Mapped[bool] = mapped_column(default=False)


class LiveMessage(Base):
    """A message for a session, kept in plain until the session says it has it; sealed when sent."""

    __tablename__ = "live_message"
    __table_args__ = (Index("live_waiting", "visit_id", sqlite_where=text("acknowledged_at IS NULL")),)
    row: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"))
    plain: Mapped[bytes]
    created_at: Mapped[float]
    acknowledged_at: Mapped[float | None]


# ---- FHIR -------------------------------------------------------------------------------------


class Resource(Base):
    """A FHIR R4 resource as JSON text's object."""

    __tablename__ = "fhir_resource"
    __table_args__ = (Index("fhir_updated", "type", "updated_at", "id"),)
    type: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
    updated_at: Mapped[float]
    body: Mapped[dict[str, Any]]


class IndexEntry(Base):
    """A searchable value of a resource: text for tokens, references and strings, low/high for dates."""

    __tablename__ = "fhir_index"
    __table_args__ = (
        Index("fhir_index_text", "type", "param", "text", "id"),
        Index("fhir_index_date", "type", "param", "low", "high", "id"),
        Index("fhir_index_of", "type", "id"),
    )
    row: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str]
    id: Mapped[str]
    param: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    low: Mapped[float | None]
    high: Mapped[float | None]
