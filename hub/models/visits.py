"""Visits and what belongs to them."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from hub.models.base import Base, partial


class Visit(Base):
    """One visit; `state` is derived from the rest (hub.visits.state) and kept for the worklist.

    `identities`: everybody the patient was said to be, in the station's order; the last one counts.
    `after_closing`: when something clinical came though the visit was closed; `news_at`: though its plan was
    signed or it was settled. The newest each time. `text_kept`: whether what was written is kept, as the
    patient wishes; None: nothing was written, or not asked yet.
    """

    __tablename__ = "visit"
    # partial: what is over does not slow down what goes on. "open = 1" is what SQLAlchemy asks for
    __table_args__ = (
        Index("visit_open", "station_id", sqlite_where=text("open = 1"), postgresql_where=text("open")),
        partial("visit_unclosed", "station_id", where="closed_how IS NULL"),
        partial("visit_interrupt", "interrupt_at", where="interrupt_at IS NOT NULL"),
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
    identities: Mapped[list[Any]] = mapped_column(default=list)
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
    callback_asked: Mapped[str] = mapped_column(default="", server_default="")  # by the station's clock
    callback_promised_s: Mapped[float | None]
    case_why: Mapped[str] = mapped_column(default="", server_default="")  # as in documents.CaseLeft
    case_wish: Mapped[str] = mapped_column(default="", server_default="")
    case_promised_s: Mapped[float | None]
    settled_at: Mapped[float | None]
    settled_by: Mapped[str | None]
    settled_note: Mapped[str | None]
    closed_how: Mapped[str | None]
    closed_at: Mapped[str | None]
    after_closing: Mapped[float | None]
    news_at: Mapped[float | None]
    interrupt_at: Mapped[float | None]
    state: Mapped[str] = mapped_column(default="in-progress")
    open: Mapped[bool] = mapped_column(default=True)
    text_kept: Mapped[bool | None]
    person_id: Mapped[UUID | None] = mapped_column(index=True)  # the same in visits proven to be one person's
    known_by: Mapped[str] = mapped_column(default="")  # "card" or "phone", with the birth date
    guardian: Mapped[dict[str, Any] | None]  # contract.documents.Guardian
    attended: Mapped[str] = mapped_column(default="")
    about: Mapped[dict[str, Any] | None]  # {"told": […], "facts": {…}} of hub.visits.told
    cleaned: Mapped[str] = mapped_column(default="", server_default="")  # contract.documents.CLEANINGS
    cleaned_at: Mapped[str | None]
    resident_id: Mapped[UUID | None] = mapped_column(index=True)  # long-term care: whose visit it is
    bound: Mapped[dict[str, Any] | None]  # … and how that was made sure (hub.facility.binding)
    missed: Mapped[str] = mapped_column(
        default="", server_default=""
    )  # … nothing was done, one of care.MISSED


class Reading(Base):
    """A measurement of a visit; `body` is contract.measurement.Measurement as JSON, without `raw`.

    `at` is its time put right, `clock` the confidence in it (empty: told before the hub looked at clocks),
    `clock_why` that in words; `body` keeps what the station said. `twin`: the reading that came first under
    the same id with other content.
    """

    __tablename__ = "reading"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    at: Mapped[str]
    body: Mapped[dict[str, Any]]
    raw: Mapped[bytes]
    received_at: Mapped[float | None]
    clock: Mapped[str] = mapped_column(default="")
    clock_why: Mapped[str] = mapped_column(default="")
    twin: Mapped[UUID | None]


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
    """A line of chat or a caption (`kind`). `account_id`: the provider who wrote it; nobody: the patient.

    `line`: the line of real-time text it is the end of. `corrected`: it was put right after it was sent.
    """

    __tablename__ = "chat"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    at: Mapped[str]
    sender: Mapped[str]
    text: Mapped[str]
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    kind: Mapped[str] = mapped_column(default="chat")
    line: Mapped[UUID | None]
    corrected: Mapped[bool] = mapped_column(default=False)


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
    medicines: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")  # talk.Medicine
    refills: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")  # talk.Refill
    referral_address: Mapped[str] = mapped_column(default="", server_default="")
    referral_phone: Mapped[str] = mapped_column(default="", server_default="")


class Call(Base):
    """A provider's call with a visit; `ended_at` empty: it goes on. SDP of the newest generation."""

    __tablename__ = "call"
    __table_args__ = (
        partial("call_active", "visit_id", unique=True, where="ended_at IS NULL"),
        Index("call_ended", "ended_at"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    started_at: Mapped[float]
    ended_at: Mapped[float | None]
    reason: Mapped[str] = mapped_column(default="")
    room: Mapped[bool] = mapped_column(default=False, server_default="0")  # by the media server, not directly
    offset: Mapped[int] = mapped_column(default=0)  # added to a station's generation after core began anew
    offer_generation: Mapped[int] = mapped_column(default=0)
    offer: Mapped[str] = mapped_column(default="")
    offer_signed: Mapped[str] = mapped_column(default="", server_default="")  # contract.trust.Proof
    answer_generation: Mapped[int] = mapped_column(default=0)
    answer: Mapped[str] = mapped_column(default="")
    answer_signed: Mapped[str] = mapped_column(default="", server_default="")
    answer_sent: Mapped[bool] = mapped_column(default=False)


class Ask(Base):
    """What a provider asked the patient for, and what became of it.

    `kind`: as in contract.asks, or "measure:ACT". `answer` and `why` as in contract.talk.AskAnswered;
    `closed`: "withdrawn" or "call-ended" where nobody waits for an answer any more.
    """

    __tablename__ = "ask"
    id: Mapped[UUID] = mapped_column(primary_key=True)  # the live message's
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    kind: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    asked_at: Mapped[float]
    answer: Mapped[str] = mapped_column(default="")
    why: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[float | None]
    closed: Mapped[str] = mapped_column(default="")


class Guest(Base):
    """Somebody asked into a call, and how far they got (hub.rooms.guests). `account_id`: once here.

    `pictures`: the patient's word on showing them the visit's pictures and sounds; None: not asked.
    """

    __tablename__ = "guest"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    call_id: Mapped[UUID] = mapped_column(ForeignKey("call.id"), index=True)
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"), index=True)
    role: Mapped[str]
    name: Mapped[str]
    code: Mapped[bytes | None] = mapped_column(unique=True)  # hash of a link's one-time code
    expires_at: Mapped[float]
    state: Mapped[str]
    since: Mapped[float]
    pictures: Mapped[bool | None]


class LiveMessage(Base):
    """A message for a session, kept in plain until the session says it has it; sealed when sent."""

    __tablename__ = "live_message"
    __table_args__ = (partial("live_waiting", "visit_id", where="acknowledged_at IS NULL"),)
    row: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"))
    plain: Mapped[bytes]
    created_at: Mapped[float]
    acknowledged_at: Mapped[float | None]
