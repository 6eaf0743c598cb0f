"""The task that sees large things become whole: every chunk here, each opens, the hash holds.

What it finds it writes down in one transaction; killed anywhere before that, it looks again. Proving reads
beside the writer, not in its way. A thing that is not what its manifest says puts the manifest's envelope in
quarantine, with the reason; released by a person, it is tried again.
"""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from contract.blob import BlobError
from hub.config import Limits
from hub.db import Database
from hub.fhir import attachments, build
from hub.fhir.store import put
from hub.fhir.terms import reference
from hub.intake import blobs, quarantine
from hub.models import Blob, StoredEnvelope
from hub.times import now
from hub.web.guard import where

log = logging.getLogger("carepost.hub")


class Assembler:
    """Runs until cancelled; `look` when something of a visit was filed."""

    def __init__(self, db: Database, limits: Limits, changed: Callable[[UUID], None]) -> None:
        self._db = db
        self._limits = limits
        self._changed = changed
        self._visits: set[UUID] | None = None  # to look at; None: all, as after a start
        self._present: dict[UUID, int] = {}  # chunks here from the front on: none is looked up twice
        self._woken = asyncio.Event()
        self._woken.set()

    def look(self, visit: UUID) -> None:
        """Something of this visit was filed: a manifest or a chunk may be among it."""
        if self._visits is not None:
            self._visits.add(visit)
        self._woken.set()

    async def run(self) -> None:
        """Look whenever woken."""
        while True:
            await self._woken.wait()
            self._woken.clear()
            visits, self._visits = self._visits, set()
            try:
                for row in await self._db.read(partial(blobs.waiting, visits=visits)):
                    await self._look(row)
            except SQLAlchemyError as error:
                log.error("attachments wait: %s", where(error.__cause__ or error))
                self._visits = None
                await asyncio.sleep(self._limits.retry_filing_s)
                self._woken.set()

    async def _look(self, row: Blob) -> None:
        known = self._present.get(row.id, 0)
        self._present[row.id] = await self._db.read(partial(blobs.present, row=row, known=known))
        if self._present[row.id] < row.chunks:
            return
        problem = await self._db.read(partial(_problem, row=row))
        await self._db.write(partial(settle, identity=row.id, problem=problem))
        del self._present[row.id]
        self._changed(row.visit_id)


def _problem(session: Session, row: Blob) -> str:
    try:
        blobs.prove(session, row)
    except BlobError as error:
        return str(error)
    return ""


def settle(session: Session, identity: UUID, problem: str) -> None:
    """Write down that a thing is whole, or set it aside for a `problem`; once."""
    row = session.get_one(Blob, identity)
    if row.state != "waiting":
        return
    if problem:
        row.state = "quarantined"
        _set_aside(session, row, f"an attachment: {problem}")
        return
    row.state, row.ready_at = "ready", now()
    targets = [put(session, attachments.document_reference(row)), f"Binary/{row.id}"]
    station = reference("Device", row.station_id)
    put(session, build.provenance(row.id, targets, row.ready_at, station, "UPDATE", row.taken_at))


def _set_aside(session: Session, row: Blob, reason: str) -> None:
    manifest = session.scalars(select(StoredEnvelope).where(StoredEnvelope.id == row.envelope_id)).one()
    manifest.state = "quarantined"
    quarantine.keep(
        session, row.station_id, "envelope", manifest.signed, reason, row.envelope_id, code="attachment"
    )
