"""Our queue as a contender: `python -m bench.our_queue FOLDER` measures it in a process of its own.

It does more than its peers: an id that is never taken twice, a chain by lane, one signature a commit.
`--sealed` adds HPKE for every payload, as the session does before it puts. The drain runs our real delivery
against a hub in this process that answers each batch with a signed receipt; what a hub itself does with a
batch is not in it.
"""

import argparse
import asyncio
import json
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple
from uuid import UUID, uuid4

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from bench.queues import SIZE
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

SCHEMA: Final = "bench/1"

_envelope = msgspec.msgpack.Decoder(Envelope).decode


class Rates(NamedTuple):
    """Puts and deliveries a second."""

    put: float
    drain: float


class ReceiptHub:
    """Answers with a signed receipt for everything it is sent."""

    def __init__(self, epoch: UUID | None = None) -> None:
        self._key = Ed25519PrivateKey.generate()
        public = self._key.public_key().public_bytes_raw()
        self.keys = {key_id(public): public}
        self._epoch = epoch or uuid4()

    def receipt(self, batch: Sequence[SignedEnvelope]) -> bytes:
        """Sign that each is stored."""
        items = tuple(
            ReceiptItem(_envelope(each.envelope).id, digest(each.envelope), Fate.STORED) for each in batch
        )
        return sign_receipt(Receipt(1, self._epoch, int(time.time()), items), self._key)

    async def send(self, batch: list[SignedEnvelope]) -> bytes:
        """Be what a delivery sends with."""
        return self.receipt(batch)


async def measure(folder: Path, producers: int, count: int, *, sealed: bool = False) -> Rates:
    """Put `count` payloads from so many producers, then deliver them all."""
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
        return Rates(put, await _drain(queue, count))


async def _drain(queue: Queue, count: int) -> float:
    hub = ReceiptHub()
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


def main(argv: list[str] | None = None) -> int:
    """Measure our queue; print one JSON object: puts a second, deliveries a second."""
    parser = argparse.ArgumentParser(prog="python -m bench.our_queue", description=__doc__)
    parser.add_argument("folder", type=Path, help="is made")
    parser.add_argument("--puts", type=int, required=True, help=f"how many, of {SIZE} random bytes each")
    parser.add_argument("--producers", type=int, default=1, help="coroutines that put")
    parser.add_argument("--sealed", action="store_true", help="seal each payload with HPKE")
    options = parser.parse_args(argv)
    rates = asyncio.run(measure(options.folder, options.producers, options.puts, sealed=options.sealed))
    print(json.dumps(rates._asdict()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
