"""What must still be done for patients, who was asked to come, and how well stations serve."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from hub.models.base import Base, partial


class Duty(Base):
    """What somebody must do for a patient who is no longer there; one a visit (hub.visits.duties).

    `kind`: "review", "callback" or "left". `due_at`: until then it is promised, or asked of us. `tries`: each
    deed in order. `outcome` once it is done, `note` in the owner's words.
    """

    __tablename__ = "duty"
    __table_args__ = (partial("duty_open", "owner_id", where="done_at IS NULL"),)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), primary_key=True)
    kind: Mapped[str]
    since: Mapped[float]
    due_at: Mapped[float]
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    owned_at: Mapped[float | None]
    tries: Mapped[list[Any]] = mapped_column(default=list)
    done_at: Mapped[float | None]
    done_by: Mapped[str | None]
    outcome: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Page(Base):
    """Somebody at a station asked for a person, and nobody on site came in time.

    `asked_at` as the station wrote it. Open until `settled_at`: somebody came on site, or whoever here
    answered it has noted what became of it. `visit_id`: None when no visit had begun.
    """

    __tablename__ = "page"
    __table_args__ = (partial("page_open", "received_at", where="settled_at IS NULL"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"), index=True)
    visit_id: Mapped[UUID | None]
    asked_at: Mapped[str]
    received_at: Mapped[float]
    quiet: Mapped[bool] = mapped_column(default=False)
    answered_at: Mapped[float | None]
    answered_by: Mapped[str | None]
    answered_role: Mapped[str | None]
    settled_at: Mapped[float | None]
    settled_by: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")


class Usage(Base):
    """How a visit went, without the patient: which part it ended in, how long until a provider came.

    `id` is made from the visit's and does not lead back to it by itself. `day`: ISO date at the station.
    `how` as in Visit.closed_how, empty while it goes on; `step`, `no_call`, `chose` as in VisitClosed.
    """

    __tablename__ = "usage"
    __table_args__ = (Index("usage_day", "day", "station_id"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"))
    day: Mapped[str]
    how: Mapped[str] = mapped_column(default="")
    step: Mapped[str] = mapped_column(default="")
    no_call: Mapped[str] = mapped_column(default="")
    chose: Mapped[str] = mapped_column(default="")
    asked_at: Mapped[float | None]  # for a provider, first
    answered_at: Mapped[float | None]  # by a provider, first
