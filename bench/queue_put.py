"""Durable puts and their delivery, beside other durable queues. 1 KiB of random bytes each, on the real disk.

Ours always does more than its peers: an id that is never taken twice, a chain by lane, one signature a
commit. "Sealed" adds HPKE for every payload, as the session does before it puts. The drain runs our real
delivery against a hub in the same process that answers each batch with a signed receipt; what a hub itself
does with a batch is not in it. Peers take and acknowledge one by one, durably.
"""

import asyncio
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple
from uuid import uuid4

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from bench.queues import PLAIN, PersistQueue, Plain, best_peer, puts_per_s, takes_per_s
from bench.rows import Row, beside
from bench.table import say
from contract.envelope import (
    Envelope,
    Fate,
    Lane,
    Receipt,
    ReceiptItem,
    SignedEnvelope,
    digest,
    sign_receipt,
)
from contract.seal import Sealed, key_id, seal, session_public_key
from offline_queue import Change, Delivery, Queue, State, Store

ONE: Final = 1500  # puts of a single producer in a run
MANY: Final = 64
OURS: Final = 64 * 150  # puts of 64 producers in a run; slower peers do fewer, rates are compared
THEIRS: Final = 64 * 40
DRAIN: Final = 1500  # what a peer takes in a run
SIZE: Final = 1024
SCHEMA: Final = "bench/1"

_envelope = msgspec.msgpack.Decoder(Envelope).decode


def run(runs: int) -> list[Row]:
    """Measure all of it `runs` times, ours and the peers' in turn."""
    best = best_peer()
    seen: dict[str, list[float]] = {}
    for number in range(runs):
        say(f"queue: run {number + 1} of {runs}, beside {best.name}")
        with _folder() as folder:
            for name, rate in _one_run(folder, best).items():
                seen.setdefault(name, []).append(rate)
    unit, many = "puts/s", f"{best.name}, {MANY} threads"
    return [
        beside("queue_put_1", unit, seen["one"], f"{PLAIN}, one writer", seen["plain one"], ">= 0.65"),
        beside("queue_put_64", unit, seen["many"], many, seen["best many"], ">= 8"),
        beside("queue_put_64_sealed", unit, seen["sealed"], many, seen["best many"], ">= 1.5"),
        beside("queue_drain", "1/s", seen["drain"], best.name, seen["best drain"], _drain_goal(best)),
    ]


def _drain_goal(best: type[PersistQueue] | type[Plain]) -> str | None:
    """The goal was set beside persist-queue; plain sqlite3 is several times faster than that at taking."""
    return ">= 20" if best is PersistQueue else None


def _one_run(folder: Path, best: type[Plain] | type[PersistQueue]) -> dict[str, float]:
    bodies = [os.urandom(SIZE) for _ in range(THEIRS)]
    result = {"one": asyncio.run(_ours(folder / "one", 1, ONE)).put}
    plain = Plain(folder / "plain")
    result["plain one"] = puts_per_s(plain, bodies[:ONE], 1)
    plain.close()
    unsealed = asyncio.run(_ours(folder / "many", MANY, OURS))
    result["many"], result["drain"] = unsealed.put, unsealed.drain
    peer = best(folder / "best")
    result["best many"] = puts_per_s(peer, bodies, MANY)
    result["best drain"] = takes_per_s(peer, DRAIN)
    peer.close()
    result["sealed"] = asyncio.run(_ours(folder / "sealed", MANY, OURS // 2, sealed=True)).put
    return result


class _Rates(NamedTuple):
    """Puts and deliveries a second."""

    put: float
    drain: float


class _Hub:
    """Answers with a signed receipt for everything it is sent."""

    def __init__(self) -> None:
        self._key = Ed25519PrivateKey.generate()
        public = self._key.public_key().public_bytes_raw()
        self.keys = {key_id(public): public}
        self._epoch = uuid4()

    async def send(self, batch: list[SignedEnvelope]) -> bytes:
        items = tuple(
            ReceiptItem(_envelope(each.envelope).id, digest(each.envelope), Fate.STORED) for each in batch
        )
        return sign_receipt(Receipt(1, self._epoch, int(time.time()), items), self._key)


async def _ours(folder: Path, producers: int, count: int, *, sealed: bool = False) -> _Rates:
    station = uuid4()
    hub_key = session_public_key(X25519PrivateKey.generate())
    store = Store.open(folder, station=station, signer=Ed25519PrivateKey.generate(), boot_id=uuid4())
    bodies = [os.urandom(SIZE) for _ in range(count)]
    ids = [uuid4() for _ in range(count)]

    async def produce(queue: Queue, number: int) -> None:
        stream = number.to_bytes(16, "big")
        for at in range(number, count, producers):
            payload = (
                seal(bodies[at], station=station, key=hub_key, schema=SCHEMA)
                if sealed
                else Sealed(hub_key.id, SCHEMA, bodies[at])
            )
            await queue.put(Lane.READING, payload, id=ids[at], stream=stream)

    async with Queue(store) as queue:
        began = time.perf_counter()
        await asyncio.gather(*(produce(queue, number) for number in range(producers)))
        put = count / (time.perf_counter() - began)
        return _Rates(put, await _drain(queue, count))


async def _drain(queue: Queue, count: int) -> float:
    hub = _Hub()
    sent, done = 0, asyncio.Event()

    def changed(changes: Sequence[Change]) -> None:
        nonlocal sent
        sent += sum(change.state is State.SENT for change in changes)
        if sent >= count:
            done.set()

    queue.subscribe(changed)
    delivery = Delivery(queue, hub.send, lambda: hub.keys)
    began = time.perf_counter()
    task = asyncio.create_task(delivery.run())
    await done.wait()
    rate = count / (time.perf_counter() - began)
    task.cancel()
    await asyncio.wait({task})
    return rate


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder on a disk: /tmp may be memory."""
    made = Path(tempfile.mkdtemp(prefix="carepost-bench-", dir="/var/tmp"))
    try:
        yield made
    finally:
        shutil.rmtree(made)
