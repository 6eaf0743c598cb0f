"""What was written, noted for forwarding in the same transaction; nothing while nobody wants it."""

from typing import Final

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from hub.models import Base, ForwardChange, ForwardTarget

_WANTED: Final = "forwarding"  # of this session, which is one transaction: asked once
_CHANGES: Final = Base.metadata.tables[ForwardChange.__tablename__]
_NOTE: Final = insert(_CHANGES)


def note(session: Session, kind: str, identity: str) -> None:
    """Note that a resource was written."""
    if _WANTED not in session.info:
        session.info[_WANTED] = session.scalar(select(ForwardTarget.name).limit(1)) is not None
    if session.info[_WANTED]:
        session.connection().execute(_NOTE, {"type": kind, "id": identity})
