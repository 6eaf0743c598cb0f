"""The task that sees large things become whole: every chunk here, each opens, the hash holds.

What it finds it writes down in one transaction; killed anywhere before that, it looks again. Proving reads
beside the writer, not in its way. What is whole is then looked into for traces (hub.traces). A thing that is
not what its manifest says puts the manifest's envelope in quarantine, with the reason; released by a person,
it is tried again.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.blob import BlobError
from hub.config import Limits
from hub.db import Database
from hub.facility import doubting
from hub.fhir import attachments
from hub.fhir.store import put
from hub.intake import blobs, quarantine
from hub.looking import Looking
from hub.models import Blob, StoredEnvelope
from hub.times import now
from hub.traces.pieces import Clean, UnreadableError, to_json

log = logging.getLogger("carepost.hub")


class Assembler:
    """Runs until cancelled; `look` when something of a visit was filed."""

    def __init__(self, db: Database, limits: Limits, changed: Callable[[UUID], None]) -> None:
        self._db = db
        self._changed = changed
        self._present: dict[UUID, int] = {}  # chunks here from the front on: none is looked up twice
        self._looking = Looking(self._round, "attachments wait", limits.retry_filing_s)

    def look(self, visit: UUID) -> None:
        """Something of this visit was filed: a manifest or a chunk may be among it."""
        self._looking.look(visit)

    async def run(self) -> None:
        """Look whenever woken."""
        await self._looking.run()

    async def _round(self, visits: set[UUID] | None) -> None:
        for row in await self._db.read(partial(blobs.waiting, visits=visits)):
            await self._look(row)

    async def _look(self, row: Blob) -> None:
        known = self._present.get(row.id, 0)
        self._present[row.id] = await self._db.read(partial(blobs.present, row=row, known=known))
        if self._present[row.id] < row.chunks:
            if self._present[row.id] > known:
                self._changed(row.visit_id)  # a provider sees how much of it is here
            return
        finding = await self._db.read(partial(_find, row=row))
        await self._db.write(partial(settle, identity=row.id, finding=finding))
        del self._present[row.id]
        self._changed(row.visit_id)


@dataclass(frozen=True)
class Finding:
    """What was seen of a thing all of whose chunks are here.

    `problem`: it is not what its manifest says. `traces` as in `Blob`; `clean` with its SHA-256.
    """

    problem: str = ""
    traces: str = ""
    clean: tuple[Clean, bytes] | None = None


def _find(session: Session, row: Blob) -> Finding:
    try:
        blobs.prove(session, row)
        clean = blobs.clean(session, row)
    except BlobError as error:
        return Finding(str(error))
    except UnreadableError as error:
        log.warning("attachment %s is kept and not shown: %s", row.id, error)
        return Finding(traces="unreadable")
    return Finding(traces="" if clean is None else "clean", clean=clean)


def settle(session: Session, identity: UUID, finding: Finding) -> None:
    """Write down that a thing is whole and without traces, or set it aside for a problem; once."""
    row = session.get_one(Blob, identity)
    if row.state != "waiting":
        return
    if finding.problem:
        row.state = "quarantined"
        _set_aside(session, row, f"an attachment: {finding.problem}")
        return
    row.state, row.ready_at, row.traces = "ready", row.ready_at or now(), finding.traces
    if finding.clean is not None:
        _note_clean(row, *finding.clean)
    targets = [*attachments.write(session, row), f"Binary/{row.id}"]
    doubting.mark_late(session, row.visit_id, targets)
    put(session, attachments.proven(row, targets))


def _note_clean(row: Blob, clean: Clean, sha256: bytes) -> None:
    row.pieces, row.clean_size, row.clean_sha256 = to_json(clean.pieces), clean.size, sha256
    row.removed = list(clean.removed)
    found = {
        "orientation": clean.orientation,
        "process": clean.process,
        "components": clean.components,
        "subsampled": clean.subsampled,
    }
    if clean.width and clean.height:  # what the file says of itself is surer than what was told of it
        found |= {"width_px": clean.width, "height_px": clean.height}
    row.about = row.about | found


def _set_aside(session: Session, row: Blob, reason: str) -> None:
    manifest = session.scalars(select(StoredEnvelope).where(StoredEnvelope.id == row.envelope_id)).one()
    manifest.state = "quarantined"
    quarantine.keep(
        session, row.station_id, "envelope", manifest.signed, reason, row.envelope_id, code="attachment"
    )
