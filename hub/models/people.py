"""Who signs in, and what they did."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from hub.models.base import Base


class Account(Base):
    """A person who signs in. `role`: provider, operator, consultant, manager, or that of one call's guest.

    `facility_id`: whose residents and staff a manager sees.
    """

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
    facility_id: Mapped[UUID | None]


class Reach(Base):
    """Where a provider works: a station or a facility. No row: everywhere."""

    __tablename__ = "reach"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    station_id: Mapped[UUID | None] = mapped_column(ForeignKey("station.id"))
    facility_id: Mapped[UUID | None] = mapped_column(ForeignKey("facility.id"))


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
    voucher: Mapped[bytes | None]  # contract.trust.Voucher for the key this browser made when it signed in


class Token(Base):
    """A program's bearer token, as hash. `use`: "fhir" (reads the record) or "metrics" (reads figures)."""

    __tablename__ = "token"
    hash: Mapped[bytes] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[float]
    expires_at: Mapped[float]
    use: Mapped[str] = mapped_column(default="fhir", server_default="fhir")


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
