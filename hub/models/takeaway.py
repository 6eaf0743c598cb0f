"""What patients took home: SMART Health Links, as the hub publishes them."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from hub.models.base import Base


class HealthLink(Base):
    """A link of a visit (hub.takeaway). No key is here: it is in the sealed envelope `envelope_id` alone.

    `hash`: SHA-256 of the secret part of its address; `passcode`: an argon2id hash. `tries_left`: wrong
    passcodes until it is shut for good. `shut`: why it no longer opens ("tries", "provider"), empty: it does
    until `expires_at`. `jwe`: the encrypted bundle, empty until it was built; `digest` of what is in it.
    """

    __tablename__ = "health_link"
    hash: Mapped[bytes] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True, unique=True)
    envelope_id: Mapped[UUID]
    passcode: Mapped[str]
    expires_at: Mapped[float] = mapped_column(index=True)
    tries_left: Mapped[int]
    shut: Mapped[str] = mapped_column(default="")
    shut_at: Mapped[float | None]
    jwe: Mapped[str] = mapped_column(default="")
    digest: Mapped[bytes] = mapped_column(default=b"")
    built_at: Mapped[float | None]
    opened: Mapped[int] = mapped_column(default=0)
    opened_at: Mapped[float | None]
