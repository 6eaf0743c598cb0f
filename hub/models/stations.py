"""Stations and their enrolment."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from hub.models.base import Base


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
