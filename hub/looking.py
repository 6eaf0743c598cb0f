"""A task that looks at visits in which something happened: woken by them, and at all after a start."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError

from hub.web.guard import where

log = logging.getLogger("carepost.hub")


class Looking:
    """Runs until cancelled; `look` when something of a visit happened.

    `work` gets the visits, or None: all, as after a start and after a database that failed (then `what` is
    in the log, and it is tried again after `retry_s`). `every_s`: also looked, at none, that often.
    """

    def __init__(
        self,
        work: Callable[[set[UUID] | None], Awaitable[None]],
        what: str,
        retry_s: float,
        every_s: float | None = None,
    ) -> None:
        self._work, self._what = work, what
        self._retry_s, self._every_s = retry_s, every_s
        self._visits: set[UUID] | None = None
        self._woken = asyncio.Event()
        self._woken.set()

    def look(self, visit: UUID) -> None:
        """Something of this visit happened."""
        if self._visits is not None:
            self._visits.add(visit)
        self._woken.set()

    async def run(self) -> None:
        """Look whenever woken."""
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._every_s):
                    await self._woken.wait()
            self._woken.clear()
            visits, self._visits = self._visits, set()
            try:
                await self._work(visits)
            except SQLAlchemyError as error:
                log.error("%s: %s", self._what, where(error.__cause__ or error))
                self._visits = None
                await asyncio.sleep(self._retry_s)
                self._woken.set()
