"""Queue and delivery, told to the session: *saved* when durable, *sent* when the hub's receipt is back."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from contract import station, wire
from contract.envelope import Fate, Lane
from contract.profile import LinkConfig, SpaceConfig
from contract.seal import SealError
from kiosk.core.clock import Clock
from kiosk.core.hub import HubLink
from kiosk.core.identity import Identity
from offline_queue import (
    Change,
    Conditions,
    Delivery,
    Limits,
    Link,
    LinkBudget,
    LinkLimits,
    Overview,
    Pace,
    PayloadTooLarge,
    Queue,
    QueueError,
    QueueFull,
    QueueUnavailable,
    Refused,
    State,
    Store,
    Unreachable,
)

log = logging.getLogger(__name__)

DAY_S: Final = 86_400
AGAIN_S: Final = 2.0  # a put the disk would not take is tried again this often while core lives
MIB: Final = 1 << 20
BYTES_A_KBIT: Final = 125


def limits_of(space: SpaceConfig) -> Limits:
    """Return a store's limits from the profile."""
    return Limits(
        quotas={
            Lane.DOCUMENT: space.document_mib * MIB,
            Lane.MEDIA: space.media_mib * MIB,
            Lane.LOG: space.log_mib * MIB,
        }
    )


def budget_of(link: LinkConfig) -> LinkLimits:
    """Return what delivery may take of the link, from the profile. At least 1 kbit/s: never nothing."""
    return LinkLimits(
        metered=link.metered,
        cap_bytes_s=link.cap_kbit * BYTES_A_KBIT if link.cap_kbit > 0 else None,
        call_share=min(100, max(1, link.call_share_percent)) / 100,
        call_media_bytes_s=max(1, link.media_kbit_in_call) * BYTES_A_KBIT,
    )


class Saving:
    """Makes what the session seals durable, and has it delivered."""

    def __init__(
        self,
        folder: Path,
        identity: Identity,
        clock: Clock,
        hub: HubLink,
        to_session: Callable[[station.ToSession], bool],
        *,
        touched: Callable[[], None] = lambda: None,
        in_call: Callable[[], bool] = lambda: False,
        take_keys: Callable[[bytes], None] = lambda _: None,
    ) -> None:
        """`touched` is called when the queue may stand differently.

        `in_call`: does a call use the link? `take_keys`: takes a key set that is not verified yet.
        """
        self._in_call = in_call
        self._take_keys = take_keys
        self._folder = folder
        self._identity = identity
        self._clock = clock
        self._hub = hub
        self._to_session = to_session
        self._touched = touched
        self._tasks: set[asyncio.Task[object]] = set()
        self._putting: set[UUID] = set()
        self._unsaved: dict[UUID, Lane] = {}  # of these: what the disk would not take yet
        self._queue: Queue | None = None
        self._delivery: Delivery | None = None

    async def open(self) -> None:
        """Open the store (a damaged one is set aside and salvaged) and get ready to deliver."""
        store = Store.open(
            self._folder,
            station=self._identity.station,
            signer=self._identity.key,
            boot_id=self._clock.boot_id,
            keep_s=self._identity.profile.keep_days * DAY_S,
            forget_when=Fate(self._identity.profile.forget_when),
            limits=limits_of(self._identity.profile.space),
        )
        self._queue = await Queue(store).__aenter__()
        self._queue.subscribe(self._changed)
        self._queue.subscribe_space(lambda _: self._touched())
        self._delivery = Delivery(
            self._queue,
            self._hub.deliver,
            self._identity.receipt_keys,
            pace=Pace(max_batch=wire.MAX_BATCH, max_bytes=wire.MAX_BODY // 2),
            budget=LinkBudget(budget_of(self._identity.profile.link)),
            conditions=lambda: Conditions(in_call=self._in_call()),
            on_link=self._link_is,
        )

    async def close(self) -> None:
        """Finish what was put, then close the store."""
        for task in self._tasks:
            task.cancel()
        if self._queue:
            await self._queue.close()

    async def deliver(self) -> None:
        """Deliver until cancelled."""
        if self._delivery:
            await self._delivery.run()

    @property
    def unsaved(self) -> tuple[Lane, ...]:
        """The lanes of things that were given to us and that the disk has not taken yet."""
        return tuple(self._unsaved.values())

    async def overview(self) -> Overview:
        """Return how the queue stands; QueueUnavailable when that can't be said just now."""
        if self._queue is None:
            raise QueueUnavailable("the queue is not open")
        return await self._queue.standing()

    def nudge(self) -> None:
        """The hub is back, or a person asked: try at once."""
        if self._delivery:
            self._delivery.nudge()

    async def waiting_visits(self) -> set[UUID]:
        """Return the visits that have something the hub does not have yet; QueueError.

        Asked once a connection: the answer may be as long as the queue.
        """
        if self._queue is None:
            return set()
        return {UUID(bytes=stream) for stream in await self._queue.waiting_streams()}

    def hub_is_of(self, receipt: bytes) -> None:
        """Note the hub's epoch: one that was restored is offered at once what it may lack."""
        if receipt:
            self._begin(self._apply(receipt))

    def backed_up(self, message: wire.BackedUp) -> None:
        """Note what the hub has in a backup; it is told when that is durable, and else says it again."""
        self._begin(self._backed_up(message))

    async def _backed_up(self, message: wire.BackedUp) -> None:
        if await self._apply(message.receipt):
            self._hub.send(wire.BackedUpNoted(through=message.through))

    async def _apply(self, receipt: bytes) -> bool:
        queue = self._queue
        assert queue is not None  # the hub is connected to only after `open`
        try:
            await queue.apply_receipt(receipt, self._identity.receipt_keys())
        except (SealError, QueueError) as error:
            log.warning("a receipt that came by the socket is not noted: %s", error)
            return False
        return True

    def _begin(self, work: Coroutine[Any, Any, object]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _link_is(self, link: Link) -> None:
        """A receipt we cannot check may be signed by a key newer than our key set: ask for the newest."""
        self._touched()
        if link is Link.BAD_RECEIPT:
            self._begin(self._fetch_keys())

    async def _fetch_keys(self) -> None:
        try:
            keys = await self._hub.fetch_keys()
        except (Unreachable, Refused) as error:
            log.info("the hub's key set cannot be fetched: %s", error)
            return
        version = self._identity.keys.version
        self._take_keys(keys)
        if self._identity.keys.version > version:
            self.nudge()

    def put(self, message: station.Put) -> None:
        """Save it; the session is told when it is durable, or that it could not be saved yet."""
        if message.id not in self._putting:
            self._putting.add(message.id)
            self._begin(self._put(message))

    async def _put(self, message: station.Put) -> None:
        """Put until it is durable: a full disk may have room again before the visit is over."""
        queue = self._queue
        assert queue is not None  # messages come only after `open`
        try:
            while True:
                try:
                    await queue.put(message.lane, message.sealed, id=message.id, stream=message.visit.bytes)
                    break
                except (PayloadTooLarge, ValueError) as error:
                    log.error("something of %s can never be put: %s", message.lane, error)
                    self._told(message.id, "failed", "too-large")
                    return
                except QueueError as error:
                    log.warning("something of %s is not saved yet: %s", message.lane, error)
                    self._unsaved[message.id] = message.lane
                    self._touched()
                    self._told(message.id, "failed", "full" if isinstance(error, QueueFull) else "unusable")
                    await asyncio.sleep(AGAIN_S)
            state = await queue.state_of(message.id)
            self._told(message.id, str(state or State.SAVED))
        finally:
            self._putting.discard(message.id)
            self._unsaved.pop(message.id, None)

    def _changed(self, changes: Sequence[Change]) -> None:
        self._touched()
        for change in changes:
            if change.state is not State.SAVED:  # that one is told by whoever put it
                self._told(change.id, str(change.state))

    def _told(self, identity: UUID, state: str, detail: str = "") -> None:
        self._to_session(station.PutDone(id=identity, state=state, detail=detail))
