"""Stations and their enrolment."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, false, true
from sqlalchemy.orm import Mapped, mapped_column

from hub.models.base import Base, partial


class Station(Base):
    """A station. `certificate` is the SHA-256 of its DER; `public` its raw Ed25519 key.

    `next_certificate`: of the same key, renewed; both are good, for the answer may have got lost on its way.
    """

    __tablename__ = "station"
    __table_args__ = (Index("station_next_certificate", "next_certificate", unique=True),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    address: Mapped[str]
    phone: Mapped[str]
    overrides: Mapped[dict[str, Any]]
    profile_version: Mapped[int] = mapped_column(default=1)
    certificate: Mapped[bytes | None] = mapped_column(unique=True)
    next_certificate: Mapped[bytes | None]
    public: Mapped[bytes | None]
    enrolled_at: Mapped[float | None]
    revoked_at: Mapped[float | None]
    boot_id: Mapped[str | None]
    version: Mapped[str] = mapped_column(default="")
    seen_at: Mapped[float | None]
    created_at: Mapped[float]
    told: Mapped[dict[str, Any] | None]  # the newest contract.wire.StationStatus, as JSON has it
    told_at: Mapped[float | None]
    # every envelope up to this row it knows to be in a backup
    backed_up_row: Mapped[int] = mapped_column(default=0, server_default="0")
    facility_id: Mapped[UUID | None]  # long-term care: whose staff signs in here
    staff_told: Mapped[bool] = mapped_column(default=False, server_default=false())  # it holds a staff list


class EnrolCode(Base):
    """A station's one-time code, as hash, and the machine that used it.

    `serial`: only the machine with this serial number may use it; empty: any. `attended`: an operator
    compares the machine's fingerprint before it is certified. `public`: the raw key of the machine that
    used the code at `used_at`; nobody else can from then on. `certificate`: PEM of what that machine was
    given.
    """

    __tablename__ = "enrol_code"
    hash: Mapped[bytes] = mapped_column(primary_key=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"))
    expires_at: Mapped[float]
    used_at: Mapped[float | None]
    serial: Mapped[str] = mapped_column(default="", server_default="")
    attended: Mapped[bool] = mapped_column(default=True, server_default=true())
    public: Mapped[bytes | None]
    machine: Mapped[str] = mapped_column(default="", server_default="")  # its serial number, as it says
    network: Mapped[str] = mapped_column(default="", server_default="")  # the address it asked from
    decided_at: Mapped[float | None]
    decided_by: Mapped[str] = mapped_column(default="", server_default="")
    refused: Mapped[bool] = mapped_column(default=False, server_default=false())
    certificate: Mapped[bytes | None]


class StationOrder(Base):
    """What an operator wants a station to do; repeated to it until it says what came of it (`done_at`)."""

    __tablename__ = "station_order"
    __table_args__ = (partial("station_order_open", "station_id", where="done_at IS NULL"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"))
    kind: Mapped[str]
    text: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[float]
    done_at: Mapped[float | None]
    ok: Mapped[bool] = mapped_column(default=False, server_default=false())
    detail: Mapped[str] = mapped_column(default="", server_default="")
    content: Mapped[bytes | None]


class StationKey(Base):
    """Every raw Ed25519 key a station was certified with: what an earlier machine signed still counts."""

    __tablename__ = "station_key"
    public: Mapped[bytes] = mapped_column(primary_key=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"), index=True)
    since: Mapped[float]


class StationBoot(Base):
    """A start of a station's machine, as it said hello or as its envelopes name it.

    `low` and `high` bound what is to be added to the boot's monotonic seconds to get Unix seconds.
    """

    __tablename__ = "station_boot"
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"), primary_key=True)
    boot_id: Mapped[str] = mapped_column(primary_key=True)
    first_at: Mapped[float]
    hello_at: Mapped[float | None]
    address: Mapped[str] = mapped_column(default="")
    version: Mapped[str] = mapped_column(default="")
    low: Mapped[float | None]
    high: Mapped[float | None]


class ClockAnchor(Base):
    """At `hub_at` (Unix seconds, give or take `error_s`) a boot's monotonic clock showed `monotonic_ns`."""

    __tablename__ = "clock_anchor"
    __table_args__ = (Index("clock_anchor_of", "station_id", "boot_id", "monotonic_ns"),)
    row: Mapped[int] = mapped_column(primary_key=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"))
    boot_id: Mapped[str]
    monotonic_ns: Mapped[int]
    hub_at: Mapped[float]
    error_s: Mapped[float]


class StationAlarm(Base):
    """Something about a station that a technician must look at. `kind`: cloned, chain (hub.intake.alarms)."""

    __tablename__ = "station_alarm"
    __table_args__ = (partial("station_alarm_open", "station_id", where="settled_at IS NULL"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"))
    kind: Mapped[str]
    why: Mapped[list[Any]]  # each sign once, in words
    since: Mapped[float]
    last_at: Mapped[float]
    settled_at: Mapped[float | None]
    settled_by: Mapped[str | None]
    note: Mapped[str | None]
