"""The task that files stored envelopes in the order they came, also those of before a crash.

An envelope is written down and marked as filed together, or not at all; a few share a commit. When one of
them cannot be filed, that commit is undone and each is filed again behind a savepoint of its own: nearly all
can, and savepoints cost PostgreSQL two more questions for each. What the content forbids goes to quarantine;
what the database cannot do now (a full disk) is tried again later.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from functools import partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from contract import blob
from contract.care import ReadingRefiled
from hub.config import Limits
from hub.db import Database
from hub.db.engines import may_pass
from hub.errors import FilingError
from hub.intake import filing, quarantine
from hub.intake.anchors import Clocks
from hub.intake.opening import document_of, envelope_of
from hub.keys import HubKeys
from hub.models import Station, StoredEnvelope, Visit
from hub.web.guard import where

log = logging.getLogger("carepost.hub")
AT_ONCE = 20  # envelopes in a commit: other writers wait no longer than these take


class _NotTogether(Exception):
    """One of several envelopes cannot be filed: they are to be filed apart."""


class Filer:
    """Runs until cancelled; `wake` after each batch stored."""

    def __init__(self, db: Database, keys: HubKeys, limits: Limits, changed: Callable[[UUID], None]) -> None:
        self._db = db
        self._keys = keys
        self._limits = limits
        self._changed = changed
        self._woken = asyncio.Event()
        self._woken.set()

    def wake(self) -> None:
        """There may be something to file."""
        self._woken.set()

    async def run(self) -> None:
        """File whatever is stored, then wait for more."""
        while True:
            with contextlib.suppress(TimeoutError):  # the command line puts things in line as well
                async with asyncio.timeout(self._limits.retry_filing_s):
                    await self._woken.wait()
            self._woken.clear()
            try:
                while rows := await self._db.read(_next):
                    for visit in await self._file_some(rows):
                        self._changed(visit)
                    if len(rows) < AT_ONCE:
                        break  # whatever was stored since has woken us
            except SQLAlchemyError as error:
                log.error("filing waits: %s", where(error.__cause__ or error))
                await asyncio.sleep(self._limits.retry_filing_s)
                self._woken.set()

    async def _file_some(self, rows: list[int]) -> set[UUID]:
        try:
            return await self._db.write(partial(self.file_some, rows=rows))
        except _NotTogether:
            return await self._db.write(partial(self.file_some, rows=rows, apart=True))

    def file_some(self, session: Session, rows: list[int], *, apart: bool = False) -> set[UUID]:
        """File stored envelopes in this transaction; return the visits that changed.

        `apart`: what cannot be filed is set aside and holds up none of the others. Otherwise it raises
        _NotTogether, and the transaction is to be undone.
        """
        query = select(StoredEnvelope).where(StoredEnvelope.row.in_(rows), StoredEnvelope.state == "stored")
        envelopes = list(session.scalars(query.order_by(StoredEnvelope.row)))
        named = {row.station_id for row in envelopes}
        # a session forgets what nobody holds: hold what every one of them asks for again
        held: list[object] = list(session.scalars(select(Station).where(Station.id.in_(named))))
        changed = set[UUID]()
        clocks = Clocks(session)
        for row in envelopes:
            visit = self._file(session, row, clocks, changed, apart=apart)
            if isinstance(visit, Visit):
                held.append(visit)
                changed.add(visit.id)
            elif visit is not None:
                changed.add(visit)
        try:
            session.flush()  # what the database refuses shows here, not at the commit
        except Exception as error:
            if may_pass(error) or apart:
                raise
            raise _NotTogether from error
        return changed

    def _file(
        self, session: Session, row: StoredEnvelope, clocks: Clocks, changed: set[UUID], *, apart: bool
    ) -> Visit | UUID | None:
        """File one envelope, or set it aside; return the visit it changed (of a chunk its id), if it did.

        `changed` takes what it changed elsewhere.
        """
        try:
            envelope = envelope_of(row.signed)
            if envelope.schema == blob.SCHEMA:  # no document: it waits as it is until its manifest is here
                row.state = "filed"
                return UUID(bytes=envelope.stream)
            with session.begin_nested() if apart else contextlib.nullcontext():
                document = document_of(envelope, self._keys)
                source = filing.source(row, document, partial(clocks.put_right, row))
                visit = filing.file(session, document, source, self._limits.interrupted_after_s)
            if isinstance(document, ReadingRefiled):
                changed.add(document.former_visit)
        except FilingError as error:
            if not apart:
                raise _NotTogether from error
            self._set_aside(session, row, str(error), error.code)
            return None
        except Exception as error:  # ours to mend, but nobody else's envelopes wait for it
            if may_pass(error):
                raise
            if not apart:
                raise _NotTogether from error
            log.error("filing envelope %s: %s", row.id, where(error))
            self._set_aside(session, row, f"the hub failed to file it ({where(error)})", "failed")
            return None
        row.state = "filed"
        row.at, row.clock = source.at.moment, source.at.confidence
        return visit

    @staticmethod
    def _set_aside(session: Session, row: StoredEnvelope, reason: str, code: str) -> None:
        row.state = "quarantined"
        quarantine.keep(session, row.station_id, "envelope", row.signed, reason, row.id, code=code)


_NEXT = (
    select(StoredEnvelope.row)
    .where(StoredEnvelope.state == "stored")
    .order_by(StoredEnvelope.row)
    .limit(AT_ONCE)
)


def _next(session: Session) -> list[int]:
    return list(session.connection().scalars(_NEXT))
