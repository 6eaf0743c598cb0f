"""Sending: peek, send, receipt, mark. One worker, and the only place of the queue that tries again.

Anything but the hub's valid signed receipt leaves every entry where it was.
"""

import asyncio
import logging
import random
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from enum import StrEnum

from contract.envelope import Lane, SignedEnvelope
from contract.seal import SealError
from offline_queue.budget import Conditions, LinkBudget
from offline_queue.errors import QueueError, StaleReceipt
from offline_queue.model import Change, Link, LinkState, State
from offline_queue.pace import BatchSize, Pace
from offline_queue.queue import Queue

_log = logging.getLogger(__name__)

Send = Callable[[list[SignedEnvelope]], Awaitable[bytes]]
HubKeys = Callable[[], Mapping[bytes, bytes]]  # raw Ed25519 signing keys of the hub by key id


class Unreachable(Exception):
    """Raised by `send`: no answer from the hub."""


class Refused(Exception):
    """Raised by `send`: the hub answered, but not with a receipt. `retry_after` in seconds, if it said so."""

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class TooLarge(Refused):
    """Raised by `send`: the request was larger than somebody on the way takes (HTTP 413)."""


class _Wake(StrEnum):
    """Why a wait ended early. An alert or a nudge is worth a try in any wait, a put only in a back-off."""

    PUT = "put"
    URGENT = "urgent"


_ANY = frozenset(_Wake)
_URGENT = frozenset({_Wake.URGENT})


class Delivery:
    """The sync worker of one queue. Run `run()` as a task; cancel it to stop, at any moment."""

    def __init__(
        self,
        queue: Queue,
        send: Send,
        hub_keys: HubKeys,
        *,
        pace: Pace | None = None,
        budget: LinkBudget | None = None,
        conditions: Callable[[], Conditions] = Conditions,
        jitter: Callable[[], float] = random.random,
        on_link: Callable[[Link], None] | None = None,
    ) -> None:
        """Deliver what waits in `queue` by `send`; what comes back must be signed by one of `hub_keys`.

        `conditions` is asked before each request; `jitter` returns 0 to 1; `on_link` is told each change.
        """
        self._queue, self._send, self._hub_keys = queue, send, hub_keys
        self._pace = pace or Pace()
        self._size = BatchSize(self._pace)
        self._budget = budget or LinkBudget()
        self._conditions = conditions
        self._jitter = jitter
        self._on_link = on_link
        self._reasons: set[_Wake] = set()  # what has happened since the last look
        self._heeded: frozenset[_Wake] = frozenset()  # what ends the present wait
        self._woken = asyncio.Event()
        self._failures = 0
        self._next_housekeeping = 0.0
        self._running = False
        self.link = Link.STOPPED

    def nudge(self) -> None:
        """Try at once: the network is back, or a person asked."""
        self._set(_Wake.URGENT)

    async def run(self) -> None:
        """Deliver until cancelled. RuntimeError when it runs already: two workers would reorder."""
        if self._running:
            raise RuntimeError("this delivery runs already")
        self._running = True
        stop = self._queue.subscribe(self._changed)
        try:
            while True:
                await self._round()
        finally:
            stop()
            self._running = False
            self._report(Link.STOPPED)

    async def _round(self) -> None:
        self._reasons.clear()  # before looking, so that what comes while we look is not missed
        batch: list[SignedEnvelope] = []
        began = self._now()
        try:
            await self._housekeeping()
            batch = await self._next()
            if not batch:
                return
            self._report(Link.SENDING)
            began = self._now()
            async with asyncio.timeout(self._patience(batch)):
                answer = await self._send(batch)
            self._budget.sent(self._queue.offered_bytes, self._now() - began)
            changed = await self._queue.apply_receipt(answer, self._hub_keys())
        except TooLarge as refusal:
            await self._too_large(batch, refusal)
        except Refused as refusal:
            await self._back_off(Link.REFUSED, str(refusal), refusal.retry_after)
        except (SealError, StaleReceipt) as error:
            _log.warning("the hub's answer is no receipt: %s", error)
            await self._back_off(Link.BAD_RECEIPT, str(error))
        except QueueError as error:
            _log.warning("delivery: %s", error)
            await self._back_off(Link.LOCAL, str(error))
        except (Unreachable, TimeoutError) as error:
            self._took_too_long(batch, self._now() - began)
            await self._back_off(Link.UNREACHABLE, str(error) or "no answer")
        except Exception as error:  # whatever `send` is made of: the worker must outlive it
            _log.error("sending failed: %s", type(error).__name__)
            await self._back_off(Link.UNREACHABLE, type(error).__name__)
        else:
            if any(change.state is not State.SAVED for change in changed):
                self._failures = 0
                self._size.grow()
            else:
                await self._back_off(Link.BAD_RECEIPT, "a receipt for nothing that was sent")

    async def _next(self) -> list[SignedEnvelope]:
        """Return the next batch; when there is none that may go, wait for a while first."""
        turn = self._budget.turn(self._conditions(), self._now(), self._size.bytes)
        for lanes in turn.tiers:
            size = self._budget.small(lanes, turn.max_bytes)
            if batch := await self._queue.peek(self._size.count, size, lanes):
                return batch
        if turn.held and await self._queue.peek(1, 1, turn.held):
            self._report(Link.PACED, turn.why)
            await self._wait(min(turn.wait_s, self._pace.paced_look_s), _ANY)
        else:
            self._report(Link.IDLE)
            await self._wait(self._pace.look_again_s, _ANY)
        return []

    async def _too_large(self, batch: list[SignedEnvelope], refusal: TooLarge) -> None:
        """Send less at once; one that is too large even alone steps out of the line, and is seen."""
        size = sum(len(signed.envelope) for signed in batch)
        if len(batch) > 1:
            self._size.shrink(len(batch), size)
            return
        if size <= self._pace.never_too_large:
            await self._back_off(Link.REFUSED, str(refusal), refusal.retry_after)
            return
        _log.error("an envelope of %d bytes is refused as too large, even alone; it stays here", size)
        try:
            await self._queue.refuse(self._queue.offered)
        except QueueError as error:
            await self._back_off(Link.LOCAL, str(error))

    def _took_too_long(self, batch: list[SignedEnvelope], seconds: float) -> None:
        if batch and seconds >= self._pace.slow_failure_s:
            self._size.shrink(len(batch), sum(len(signed.envelope) for signed in batch))
            self._budget.sent(self._queue.offered_bytes, seconds)

    def _patience(self, batch: list[SignedEnvelope]) -> float:
        size = sum(len(signed.envelope) for signed in batch)
        return self._pace.send_timeout_s + size / self._pace.slowest_bytes_s

    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    async def _housekeeping(self) -> None:
        now = self._now()
        if now >= self._next_housekeeping:
            self._next_housekeeping = now + self._pace.housekeeping_s
            await self._queue.forget()

    async def _back_off(self, link: Link, reason: str, retry_after: float | None = None) -> None:
        """Wait longer after each failure, see `Pace.back_off`.

        New puts end it, but tries are never closer than `first_wait_s`; after a Retry-After only an alert or
        a nudge does.
        """
        self._report(link, reason)
        wait = self._pace.back_off(self._failures, self._jitter, retry_after)
        self._failures += 1
        if retry_after is not None:
            await self._wait(wait, _URGENT)
            return
        least = min(wait, self._pace.first_wait_s)
        if not await self._wait(least, _URGENT):
            await self._wait(wait - least, _ANY)

    async def _wait(self, seconds: float, reasons: frozenset[_Wake]) -> bool:
        """Wait, but not past one of the reasons; return whether there was one."""
        self._heeded = reasons
        if self._reasons & reasons:
            return True
        self._woken.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return False
        return True

    def _changed(self, changes: Sequence[Change]) -> None:
        saved = [change for change in changes if change.state is State.SAVED]
        if saved:
            self._set(_Wake.URGENT if any(c.lane is Lane.ALERT for c in saved) else _Wake.PUT)

    def _set(self, why: _Wake) -> None:
        self._reasons.add(why)
        if why in self._heeded:
            self._woken.set()

    def _report(self, link: Link, reason: str = "") -> None:
        """Note how it goes; the moment since when stays while only the reason changes."""
        before = self._queue.link
        since = before.since if link is before.link else time.time()
        self._queue.link = LinkState(link, reason, since)
        if link is not self.link:
            self.link = link
            if self._on_link is not None:
                self._on_link(link)
