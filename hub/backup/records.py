"""Which envelopes are in a verified backup: all up to the row that was the last one then."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hub import audit
from hub.backup.manifest import BackupError, Manifest
from hub.models import Backup, Meta, StoredEnvelope
from hub.times import now


def note(session: Session, manifest: Manifest, name: str, where: str) -> None:
    """Note a backup that was verified; BackupError when the database was restored meanwhile."""
    if session.get_one(Meta, "epoch").value != manifest.facts.epoch:
        raise BackupError("The database was restored while it was backed up: this backup is of before.")
    _add(session, manifest, name, where)
    audit.note(session, audit.Entry("command-line", "backup", target=name))


def restored(session: Session, manifest: Manifest, name: str, where: str) -> None:
    """Note, in a hub that was made out of this backup, that it is one: the hub was copied before it knew."""
    _add(session, manifest, name, where)
    audit.note(session, audit.Entry("command-line", "restore", target=name))


def last_row(session: Session) -> int:
    """Return the row up to which every envelope is in a verified backup; 0: none is."""
    return session.scalar(select(func.max(Backup.last_row))) or 0


def backed_up(session: Session, envelopes: Iterable[UUID]) -> set[UUID]:
    """Return those envelopes that are in a verified backup."""
    named = list(envelopes)
    last = last_row(session) if named else 0
    if not last:
        return set()
    query = select(StoredEnvelope.id).where(StoredEnvelope.id.in_(named), StoredEnvelope.row <= last)
    return set(session.scalars(query))


def _add(session: Session, manifest: Manifest, name: str, where: str) -> None:
    session.add(
        Backup(
            name=name,
            place=where,
            made_at=datetime.fromisoformat(manifest.made_at).timestamp(),
            verified_at=now(),
            epoch=manifest.facts.epoch,
            last_row=manifest.facts.last_row,
        )
    )
