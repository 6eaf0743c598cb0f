"""Sending: peek, send, receipt, mark. One worker, and the only place of the queue that tries again.

Anything but the hub's valid signed receipt leaves every entry where it was.
"""

import asyncio
import logging
import random
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from contract.envelope import Lane, SignedEnvelope
from contract.seal import SealError
from offline_queue.errors import QueueError, StaleReceipt
from offline_queue.model import Change, Link, LinkState, State
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


@dataclass(frozen=True)
class Pace:
    """How delivery behaves, every number named."""

    max_batch: int = 256  # envelopes in a request
    max_bytes: int = 4 << 20  # bytes in a request
    send_timeout_s: float = 60.0  # a half-open connection counts as unreachable after this …
    slowest_bytes_s: float = 2000.0  # … and the time its bytes take at this rate
    first_wait_s: float = 0.5  # back-off after the first failure; also the least between tries on new puts
    longest_wait_s: float = 60.0
    longest_retry_after_s: float = 3600.0  # an absurd Retry-After must not silence a station for days
    housekeeping_s: float = 3600.0  # between rounds of forgetting


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
        jitter: Callable[[], float] = random.random,
        on_link: Callable[[Link], None] | None = None,
    ) -> None:
        self._queue, self._send, self._hub_keys = queue, send, hub_keys
        self._pace = pace or Pace()
        self._jitter = jitter
        self._on_link = on_link
        self._reasons: set[_Wake] = set()  # what has happened since the last look
        self._heeded: frozenset[_Wake] = frozenset()  # what ends the present wait
        self._woken = asyncio.Event()
        self._failures = 0
        self._batch = self._pace.max_batch
        self._next_housekeeping = 0.0
        self._running = False
        self.link = Link.IDLE
        self._report(Link.IDLE)

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

    async def _round(self) -> None:
        self._reasons.clear()  # before looking, so that what comes while we look is not missed
        try:
            await self._housekeeping()
            batch = await self._queue.peek(self._batch, self._pace.max_bytes)
            if not batch:
                self._report(Link.IDLE)
                await self._wait(self._pace.housekeeping_s, _ANY)
                return
            self._report(Link.SENDING)
            async with asyncio.timeout(self._patience(batch)):
                answer = await self._send(batch)
            changed = await self._queue.apply_receipt(answer, self._hub_keys())
        except Refused as refusal:
            await self._back_off(Link.REFUSED, refusal.retry_after)
        except (SealError, StaleReceipt) as error:
            _log.warning("the hub's answer is no receipt: %s", error)
            await self._back_off(Link.BAD_RECEIPT)
        except QueueError as error:
            _log.warning("delivery: %s", error)
            await self._back_off(Link.LOCAL)
        except (Unreachable, TimeoutError):
            self._batch = max(1, self._batch // 2)  # a slow link may manage fewer at a time
            await self._back_off(Link.UNREACHABLE)
        except Exception as error:  # whatever `send` is made of: the worker must outlive it
            _log.error("sending failed: %s", type(error).__name__)
            await self._back_off(Link.UNREACHABLE)
        else:
            if any(change.state is not State.SAVED for change in changed):
                self._failures = 0
                self._batch = min(self._batch * 2, self._pace.max_batch)
            else:
                await self._back_off(Link.BAD_RECEIPT)

    def _patience(self, batch: list[SignedEnvelope]) -> float:
        size = sum(len(signed.envelope) for signed in batch)
        return self._pace.send_timeout_s + size / self._pace.slowest_bytes_s

    async def _housekeeping(self) -> None:
        now = asyncio.get_running_loop().time()
        if now >= self._next_housekeeping:
            self._next_housekeeping = now + self._pace.housekeeping_s
            await self._queue.forget()

    async def _back_off(self, link: Link, retry_after: float | None = None) -> None:
        """Wait longer after each failure, with jitter between half of it and all.

        New puts end it, but tries are never closer than `first_wait_s`; after a Retry-After only an alert or
        a nudge does.
        """
        self._report(link)
        self._failures += 1
        longest = min(self._pace.first_wait_s * 2 ** min(self._failures - 1, 30), self._pace.longest_wait_s)
        wait = longest * (0.5 + self._jitter() / 2)
        if retry_after is not None:
            asked = min(max(retry_after, 0.0), self._pace.longest_retry_after_s)
            await self._wait(max(wait, asked), _URGENT)
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
