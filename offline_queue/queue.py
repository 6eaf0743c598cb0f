"""The asyncio front of a store: many callers put, one writer thread commits what arrived meanwhile.

No artificial delay: a commit takes whatever came in while the one before it was being synced. The event
loop is woken once a commit. Reads have a thread of their own, so a slow disk never blocks the loop.
"""

import asyncio
import contextlib
import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any, NamedTuple, Self, TypeVar
from uuid import UUID

from contract.envelope import Lane, SignedEnvelope
from contract.seal import Sealed
from offline_queue.errors import LaneFull, QueueError, QueueUnavailable
from offline_queue.line import Line
from offline_queue.model import Change, Link, LinkState, Overview, Put, Space, State
from offline_queue.reader import Reader
from offline_queue.store import Store

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

Listener = Callable[[Sequence[Change]], None]
SpaceListener = Callable[[Space], None]


class _Waiting(NamedTuple):
    put: Put
    done: asyncio.Future[None]


class _Job(NamedTuple):
    work: Callable[[], Any]
    done: asyncio.Future[Any]


class _Offered(NamedTuple):
    lane: Lane
    size: int


class Queue:
    """A durable outbox for one event loop. Use as `async with Queue(store) as queue`; it closes the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._limits = store.limits
        self._inbox: SimpleQueue[_Waiting | _Job | None] = SimpleQueue()
        self._line = Line(store.limits.weights)
        self._offered: dict[UUID, _Offered] = {}
        self._listeners: list[Listener] = []
        self._space_listeners: list[SpaceListener] = []
        self._told_space = store.space
        self._looking: asyncio.Task[None] | None = None
        self._writer = threading.Thread(target=self._write_until_closed, name="queue-writer", daemon=True)
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="queue-reader")
        self._reader: Reader | None = None
        self._open = False
        self.link = LinkState(Link.STOPPED, "", time.time())  # kept by the delivery

    async def __aenter__(self) -> Self:
        self._loop = asyncio.get_running_loop()
        self._writer.start()
        self._open = True
        self._looking = self._loop.create_task(self._look_now_and_then())
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Finish what was put, then close the store. Putting afterwards raises QueueUnavailable."""
        if not self._open:
            return
        self._open = False
        if self._looking is not None:
            self._looking.cancel()
            await asyncio.wait({self._looking})
        self._inbox.put(None)
        await asyncio.to_thread(self._writer.join)
        await self._loop.run_in_executor(self._reading, self._close_reader)
        self._reading.shutdown(wait=False)
        self._store.close()

    async def put(self, lane: Lane, payload: Sealed, *, id: UUID, stream: bytes) -> None:
        """Return once the payload is durable. The same id again is a no-op, also after delivery.

        Raises QueueFull (LaneFull: only this lane) or QueueUnavailable (not saved: put the same id again
        later), PayloadTooLarge, ValueError. When cancelled, the payload may have been saved; putting it again
        is safe.
        """
        put = Put(lane, payload, id, stream)
        self._store.check(put)
        if not self._open or self._inbox.qsize() >= self._limits.max_pending:
            raise QueueUnavailable("too much waits to be saved" if self._open else "the queue is closed")
        done: asyncio.Future[None] = self._loop.create_future()
        self._inbox.put(_Waiting(put, done))
        await done

    async def peek(self, limit: int, max_bytes: int, lanes: Iterable[Lane] = Lane) -> list[SignedEnvelope]:
        """Return what to send next, alerts first, in order within each lane; it stays until a receipt.

        At most `limit` envelopes and `max_bytes` bytes, but always the first however large. `lanes`: only of
        these.
        """
        lanes = tuple(lanes)
        while True:
            chosen, damaged = await self._read(lambda reader: self._choose(reader, limit, max_bytes, lanes))
            if damaged:
                await self._take_out(damaged)
            if chosen or not damaged:  # sound ones behind damaged ones do not wait for another peek
                break
        self._offered = {identity: offered for identity, offered, _ in chosen}
        return [signed for _, _, signed in chosen]

    async def _take_out(self, damaged: list[UUID]) -> None:
        _log.error("%d payloads cannot be read back from the disk; taken out of the line", len(damaged))
        self._tell(await self._work(lambda: self._store.mark_damaged(damaged)))

    @property
    def offered(self) -> list[UUID]:
        """What the last `peek` returned, in its order."""
        return list(self._offered)

    @property
    def offered_bytes(self) -> dict[Lane, int]:
        """The bytes of that by lane."""
        sizes: dict[Lane, int] = {}
        for offered in self._offered.values():
            sizes[offered.lane] = sizes.get(offered.lane, 0) + offered.size
        return sizes

    async def apply_receipt(self, receipt: bytes, public_of: Mapping[bytes, bytes]) -> list[Change]:
        """Mark what the hub's signed receipt names; return what changed. See `Store.settle` for errors."""
        changes: list[Change] = await self._work(lambda: self._store.settle(receipt, public_of))
        settled = {change.id for change in changes if change.state is not State.SAVED}
        for identity, offered in self._offered.items():
            if identity in settled:
                self._line.served(offered.lane, offered.size)
        self._tell(changes)
        return changes

    async def refuse(self, identities: Sequence[UUID]) -> list[Change]:
        """Take out of the line what is too large to get through even alone; it stays, and is seen."""
        return await self._changing(lambda: self._store.mark_refused(identities))

    async def release(self, identities: Sequence[UUID] | None = None) -> list[Change]:
        """Put what was quarantined or refused back in line, to be offered again; None: all of it."""
        return await self._changing(lambda: self._store.release(identities))

    async def _changing(self, work: Callable[[], list[Change]]) -> list[Change]:
        changes = await self._work(work)
        self._tell(changes)
        return changes

    async def forget(self) -> int:
        """Forget what is due, a portion at a time so that puts get in between; return how many rows."""
        total = 0
        while gone := await self._work(self._store.forget):
            total += gone
        return total

    async def state_of(self, identity: UUID) -> State | None:
        """Return how an entry stands; None when this id was never put (or long ago)."""
        return await self._read(lambda reader: reader.state_of(identity))

    async def waiting_streams(self) -> set[bytes]:
        """Return the streams (visits) that have something waiting."""
        return await self._read(Reader.waiting_streams)

    async def waiting_since(self) -> int | None:
        """Return when the oldest waiting entry was put: Unix seconds, coarse."""
        return await self._read(Reader.waiting_since)

    async def counts(self) -> dict[Lane, dict[State, int]]:
        """Return how many entries of each lane stand how."""
        return await self._read(Reader.counts)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` in the loop with each commit's state changes; return how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def standing(self) -> Overview:
        """Return how things stand, in one struct; cheap however long the queue is."""
        insight = await self._work(self._store.insight)
        return Overview(
            lanes=insight.lanes,
            link=self.link,
            space=insight.space,
            epoch=insight.epoch,
            last_receipt=insight.last_receipt,
            damage=self._store.damage,
        )

    @property
    def space(self) -> Space:
        """How full it was at the last look, at most `Limits.look_s` ago."""
        return self._store.space

    def subscribe_space(self, listener: SpaceListener) -> Callable[[], None]:
        """Call `listener` in the loop when a level or a refusal changes; return how to stop that.

        What is so already is in `space`.
        """
        self._space_listeners.append(listener)
        return lambda: self._space_listeners.remove(listener)

    async def _look_now_and_then(self) -> None:
        """Space may run short, and return, by what others do to the disk."""
        while True:
            await asyncio.sleep(self._limits.look_s)
            with contextlib.suppress(QueueError):  # said to whoever puts
                await self._work(self._store.look)

    def _choose(
        self, reader: Reader, limit: int, max_bytes: int, lanes: Iterable[Lane]
    ) -> tuple[list[tuple[UUID, _Offered, SignedEnvelope]], list[UUID]]:
        chosen, damaged = [], []
        heads = self._line.choose(reader.fronts(limit, lanes), limit, max_bytes)
        bodies = reader.bodies([head.place for head in heads])
        for head in heads:
            body = bodies.get(head.place)
            if body is not None and body.sound:
                chosen.append((body.id, _Offered(body.lane, head.size), body.signed))
            elif body is not None:
                damaged.append(body.id)
        return chosen, damaged

    async def _read(self, ask: Callable[[Reader], _T]) -> _T:
        if not self._open:
            raise QueueUnavailable("the queue is closed")
        return await self._loop.run_in_executor(self._reading, self._with_reader, ask)

    def _with_reader(self, ask: Callable[[Reader], _T]) -> _T:
        """Runs in the reading thread. A failed connection is dropped; the next question opens another."""
        if self._reader is None:
            self._reader = Reader(self._store.directory, self._limits)
        try:
            return ask(self._reader)
        except QueueError:
            self._close_reader()
            raise

    def _close_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    async def _work(self, work: Callable[[], _T]) -> _T:
        """Run something in the writer thread, after what was put before it."""
        if not self._open:
            raise QueueUnavailable("the queue is closed")
        done: asyncio.Future[_T] = self._loop.create_future()
        self._inbox.put(_Job(work, done))
        return await done

    def _write_until_closed(self) -> None:
        """The writer thread."""
        closing = False
        while not closing:
            waiting: list[_Waiting] = []
            jobs: list[_Job] = []
            size = 0
            item = self._inbox.get()
            while True:
                if isinstance(item, _Waiting):
                    waiting.append(item)
                    size += len(item.put.payload.ciphertext)
                elif item is None:
                    closing = True
                else:
                    jobs.append(item)
                full = len(waiting) >= self._limits.max_batch or size >= self._limits.max_batch_bytes
                if closing or full or self._inbox.empty():
                    break
                item = self._inbox.get_nowait()
            if waiting:
                self._commit(waiting)
            for job in jobs:
                self._perform(job)
            self._notice_space()

    def _commit(self, waiting: list[_Waiting]) -> None:
        error: Exception | None = None
        fresh: list[Put] = []
        refused: dict[int, LaneFull] = {}
        try:
            fresh, refused = self._store.commit_what_may([w.put for w in waiting])
        except Exception as raised:
            error = raised
        self._call(self._committed, waiting, fresh, refused, error)

    def _perform(self, job: _Job) -> None:
        try:
            self._call(_resolve, job.done, job.work(), None)
        except Exception as error:
            self._call(_resolve, job.done, None, error)

    def _call(self, function: Callable[..., None], *arguments: object) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has closed; nobody waits any more
            self._loop.call_soon_threadsafe(function, *arguments)

    def _committed(
        self,
        waiting: list[_Waiting],
        fresh: list[Put],
        refused: Mapping[int, LaneFull],
        error: Exception | None,
    ) -> None:
        """In the loop: answer everybody of one commit."""
        for index, (_, done) in enumerate(waiting):
            why = error or refused.get(index)
            if not done.done():
                if why is None:
                    done.set_result(None)
                else:
                    done.set_exception(_own_copy(why))
        if fresh and self._listeners:
            self._tell([Change(put.id, put.lane, put.stream, State.SAVED) for put in fresh])

    def _notice_space(self) -> None:
        """In the writer thread: have a change of space told."""
        space = self._store.space
        if space is not self._told_space:
            if space.levels != self._told_space.levels:
                self._call(self._tell_space, space)
            self._told_space = space

    def _tell_space(self, space: Space) -> None:
        for listener in tuple(self._space_listeners):
            try:
                listener(space)
            except Exception:
                _log.exception("a listener to the queue's space failed")

    def _tell(self, changes: Sequence[Change]) -> None:
        if not changes:
            return
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception:
                _log.exception("a listener to the queue failed")


def _own_copy(error: Exception) -> Exception:
    """Return an error of its own for one of many waiters: a raised one grows a traceback."""
    if isinstance(error, QueueError):
        return type(error)(*error.args)
    return QueueUnavailable(f"the queue could not save: {error!r}")


def _resolve(done: asyncio.Future[Any], result: object, error: Exception | None) -> None:
    if done.done():
        return
    if error is None:
        done.set_result(result)
    else:
        done.set_exception(error)
