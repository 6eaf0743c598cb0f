"""A queue with its delivery in this process, and a hub that answers as a test says."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID, uuid4

from queue_at_work import HUB, HUB_KEYS, NOON, SIGNER, open_store

from contract.envelope import Fate, Receipt, ReceiptItem, SignedEnvelope, digest, open_envelope, sign_receipt
from offline_queue import Delivery, Pace, Queue

QUICK = Pace(first_wait_s=0.002, longest_wait_s=0.01, longest_retry_after_s=0.01, max_batch=8)
Answer = Callable[[list[SignedEnvelope]], Awaitable[bytes]]


class ScriptedHub:
    """Keeps what it is sent and signs for it; `before` may raise, or answer in its place."""

    def __init__(self) -> None:
        self.epoch = uuid4()
        self.order: list[UUID] = []
        self.payloads: dict[UUID, bytes] = {}
        self.fates: dict[UUID, Fate] = {}
        self.requests: list[list[UUID]] = []
        self.at_once = self.most_at_once = 0
        self.before: Callable[[list[SignedEnvelope]], bytes | None] = lambda _: None
        self.asked = asyncio.Event()

    async def __call__(self, batch: list[SignedEnvelope]) -> bytes:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await asyncio.sleep(0)
            self.requests.append([self._id(each) for each in batch])
            self.asked.set()
            return self.before(batch) or self.store(batch)
        finally:
            self.at_once -= 1

    def store(self, batch: list[SignedEnvelope]) -> bytes:
        """Store a batch and sign for it."""
        items = []
        for each in batch:
            envelope = open_envelope(each, SIGNER.public_key().public_bytes_raw())
            if envelope.id not in self.payloads:
                self.payloads[envelope.id] = envelope.payload
                self.order.append(envelope.id)
            fate = self.fates.get(envelope.id, Fate.STORED)
            items.append(ReceiptItem(envelope.id, digest(each.envelope), fate))
        return sign_receipt(Receipt(1, self.epoch, int(NOON), tuple(items)), HUB)

    def restore(self, order: list[UUID]) -> None:
        """Be as an earlier backup was."""
        self.order = list(order)
        self.payloads = {each: self.payloads[each] for each in order}
        self.epoch = uuid4()

    @staticmethod
    def _id(signed: SignedEnvelope) -> UUID:
        return open_envelope(signed, SIGNER.public_key().public_bytes_raw()).id


@asynccontextmanager
async def delivering(folder: Path, hub: ScriptedHub) -> AsyncIterator[Queue]:
    """Run a queue and its delivery to a hub."""
    async with Queue(open_store(folder)) as queue:
        worker = asyncio.create_task(Delivery(queue, hub, lambda: HUB_KEYS, pace=QUICK).run())
        try:
            yield queue
        finally:
            worker.cancel()
            await asyncio.gather(worker, return_exceptions=True)


async def nothing_waits(queue: Queue) -> None:
    """Wait until all is at the hub."""
    async with asyncio.timeout(20):
        while await queue.waiting_streams():  # noqa: ASYNC110 - asks the database, as a person would
            await asyncio.sleep(0.005)
