"""Forwarding to other records: where to, what has changed, which visits wait, what each target has of us."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from hub.models.base import Base, partial


class ForwardTarget(Base):
    """A server that visits are sent to. Its secrets are files in the data folder, not here.

    `auth`: {"kind": "none" | "bearer" | "client", "token_url", "client_id", "scope"}; `consents`: versions of
    the consent that let data go there; `entries`: resources in a transaction at most; `failures`: in a row.
    `kind`: "fhir", or "dicom" for a picture archive with DICOMweb; `largest`: bytes of a file that goes.
    """

    __tablename__ = "forward_target"
    name: Mapped[str] = mapped_column(primary_key=True)
    url: Mapped[str]
    auth: Mapped[dict[str, Any]]
    consents: Mapped[list[Any]]
    from_start: Mapped[bool]
    entries: Mapped[int]
    created_at: Mapped[float]
    failures: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[float] = mapped_column(default=0.0)
    trouble: Mapped[str] = mapped_column(default="")
    ok_at: Mapped[float | None]
    kind: Mapped[str] = mapped_column(default="fhir")
    largest: Mapped[int] = mapped_column(default=64 << 20)


class ForwardChange(Base):
    """A resource that was written, in the transaction that wrote it; until it is sorted to its visit."""

    __tablename__ = "forward_change"
    row: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str]
    id: Mapped[str]


class ForwardVisit(Base):
    """A visit for a target. `changes` counts, so that what changes while it is sent is not passed over.

    `state`: waiting, sent, in-part (something was refused), open (not over yet), no-consent.
    """

    __tablename__ = "forward_visit"
    __table_args__ = (partial("forward_waiting", "target", "attempts", "since", where="state = 'waiting'"),)
    target: Mapped[str] = mapped_column(ForeignKey("forward_target.name"), primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(primary_key=True)
    changes: Mapped[int] = mapped_column(default=1)
    state: Mapped[str] = mapped_column(default="waiting")
    since: Mapped[float]
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[float] = mapped_column(default=0.0)
    trouble: Mapped[str] = mapped_column(default="")


class ForwardItem(Base):
    """What a target has of a resource: its version here, and its name there ("Patient/7"; empty: not told).

    `remote` None: never sent. `refused_version`: the version that was refused for good, until a person
    releases it or there is a newer one.
    """

    __tablename__ = "forward_item"
    __table_args__ = (partial("forward_refused", "target", where="refused_version IS NOT NULL"),)
    target: Mapped[str] = mapped_column(ForeignKey("forward_target.name"), primary_key=True)
    type: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[UUID] = mapped_column(unique=True)
    visit_id: Mapped[UUID]
    version: Mapped[int] = mapped_column(default=0)
    remote: Mapped[str | None]
    refused_version: Mapped[int | None]
    refused_status: Mapped[int | None]
    refused_words: Mapped[str] = mapped_column(default="")
    refused_at: Mapped[float | None]
