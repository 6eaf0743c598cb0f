"""The task that forwards: changes to their visits, and for each target a line of its own.

Nothing is in memory only: after a crash the database says what waits. A target that is down is asked after
again and again, more and more seldom; a visit that makes trouble goes to the end of the line.
"""

import asyncio
import logging
import random
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from hub.config import Limits
from hub.db import Database
from hub.db.engines import may_pass
from hub.forward import outbox, targets
from hub.forward.client import Client
from hub.forward.pictures import PictureSender
from hub.forward.sender import Sender
from hub.forward.targets import Target
from hub.forward.trouble import TroubleError
from hub.times import now
from hub.web.guard import where

log = logging.getLogger("carepost.hub")


def pause(limits: Limits, failures: int) -> float:
    """Return how many seconds to wait after so many failures in a row; never twice the same."""
    longest = min(limits.forward_most_s, limits.forward_first_s * 2.0 ** min(failures, 30))
    return longest * random.uniform(0.5, 1.0)


class Forwarder:
    """Runs until cancelled."""

    def __init__(self, db: Database, data: Path, limits: Limits) -> None:
        self._db, self._data, self._limits = db, data, limits
        self._lines: dict[str, tuple[Target, asyncio.Task[None]]] = {}

    async def run(self) -> None:
        """Forward whatever waits, then look again every while."""
        try:
            while True:
                try:
                    await self._look()
                except SQLAlchemyError as error:
                    log.error("forwarding waits: %s", where(error.__cause__ or error))
                except Exception as error:  # ours to mend; what can be sent goes on being sent
                    log.error("forwarding: %s", where(error))
                await asyncio.sleep(self._limits.forward_poll_s)
        finally:
            for _, line in self._lines.values():
                line.cancel()
            await asyncio.gather(*(line for _, line in self._lines.values()), return_exceptions=True)

    async def _look(self) -> None:
        everyone = await self._db.read(targets.everyone)
        there = {target.name: target for target in everyone}
        for name in set(self._lines) - set(there):
            self._lines.pop(name)[1].cancel()
        if there:
            while await self._db.read(outbox.unsorted):
                await self._db.write(outbox.sort)
        for name, target in there.items():
            known = self._lines.get(name)
            if known is not None and known[0].created_at != target.created_at:  # removed, and added again
                known[1].cancel()
            elif known is not None and not known[1].done():
                continue
            self._lines[name] = (target, asyncio.create_task(self._line(name)))

    async def _line(self, name: str) -> None:
        """Send what waits for a target, visit after visit, until nothing is due."""
        client: Client | None = None
        try:
            while due := await self._db.read(partial(_due, name=name)):
                target, visit = due
                if client is not None and client.target.created_at != target.created_at:
                    await client.close()  # to where its name led before
                    client = None
                try:
                    client = client or Client(self._data, target, self._limits)
                    await self._visit(client, visit)
                except TroubleError as trouble:
                    await self._later(target, visit, trouble)
                except Exception as error:
                    if isinstance(error, SQLAlchemyError) and may_pass(error):
                        raise
                    # ours to mend, but no other visit's matter
                    log.error("forwarding a visit to %s: %s", name, where(error))
                    words = f"A mistake of this hub's ({where(error)}): tell who looks after it."
                    await self._later(target, visit, TroubleError(words, down=False))
        except SQLAlchemyError as error:
            log.error("forwarding to %s waits: %s", name, where(error.__cause__ or error))
        except Exception as error:  # ours to mend, but no other target's matter
            log.error("forwarding to %s: %s", name, where(error))
        finally:
            if client is not None:
                await client.close()

    async def _visit(self, client: Client, visit: UUID) -> None:
        load = await self._db.read(partial(outbox.load, target=client.target, visit=visit))
        if load is not None:
            kind = PictureSender if client.target.kind == "dicom" else Sender
            await kind(self._db, client, load).send()

    async def _later(self, target: Target, visit: UUID, trouble: TroubleError) -> None:
        failures = await self._db.write(
            lambda s: outbox.trouble(s, target, visit, trouble, partial(pause, self._limits))
        )
        if failures == 1:  # the server's words may hold a patient's data: they are not for the log
            log.warning("forwarding to %s fails; python -m hub forward status says why", target.name)


def _due(session: Session, name: str) -> tuple[Target, UUID] | None:
    """Return the target and whose turn it is, when something is due."""
    target = next((one for one in targets.everyone(session) if one.name == name), None)
    if target is None or target.next_at > now():
        return None
    visit = outbox.next_visit(session, name)
    return None if visit is None else (target, visit)
