"""Cards and phones that bring a patient back, and the codes sent to phones. Hashes only."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from hub.models.base import Base


class KnownKey(Base):
    """A card (of one person) or a phone (perhaps of several). `kind`: "card", "phone" or "revoked".

    A lost card that was revoked stays, so that the visit it was made in does not bring it back when that is
    filed anew.
    """

    __tablename__ = "known_key"
    hash: Mapped[bytes] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    made_at: Mapped[float]


class PhoneCode(Base):
    """A code to a phone, asked for in a visit (`id`: the live message's)."""

    __tablename__ = "phone_code"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    phone: Mapped[bytes]
    code: Mapped[bytes]
    expires_at: Mapped[float]
    tries: Mapped[int] = mapped_column(default=0)
    proven: Mapped[bool] = mapped_column(default=False)
