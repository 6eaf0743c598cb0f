"""What our queue costs with so many entries waiting: `python -m bench.flat_queue FOLDER…`.

Goes round: some puts, a peek, a receipt for what was peeked, a look at how things stand; so as many wait
afterwards as before. With several stores, each round at one of them is followed by one at the next, so that
what else the machine does hits all of them.
"""

import argparse
import asyncio
import json
import os
import time
from collections import defaultdict
from collections.abc import Awaitable, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final, TypeVar
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bench.our_queue import SCHEMA, ReceiptHub
from bench.processes import pss_mib
from bench.rows import quantile
from contract.envelope import Lane
from contract.seal import Sealed
from offline_queue import Limits, Put, Queue, Store

T = TypeVar("T")

SIZE: Final = 256  # bytes of a payload: the smallest bucket, so that many rows share a page
VISIT: Final = 12  # entries of a stream
AT_ONCE: Final = 10  # puts, then as many peeked and receipted, in a round
ROUNDS: Final = 200
WARM: Final = 20  # rounds before the first that counts
PART: Final = 0.99
_LIMITS: Final = Limits(quotas={})


def fill(folder: Path, count: int) -> None:
    """Put so many entries, in commits as large as they may be."""
    store = _store(folder)
    try:
        stream = b""
        for at in range(0, count, _LIMITS.max_batch):
            puts = []
            for number in range(at, min(at + _LIMITS.max_batch, count)):
                if number % VISIT == 0:
                    stream = uuid4().bytes
                puts.append(_put(stream))
            store.commit(puts)
    finally:
        store.close()


async def measure(folders: Sequence[Path]) -> list[dict[str, float]]:
    """Return the p99 of each thing in milliseconds, store by store."""
    async with AsyncExitStack() as stack:
        tried = [_Tried(await stack.enter_async_context(Queue(_store(folder)))) for folder in folders]
        for number in range(WARM + ROUNDS):
            for each in tried:
                if number == WARM:
                    each.took.clear()
                await each.round()
    return [{what: quantile(times, PART) for what, times in each.took.items()} for each in tried]


class _Tried:
    """A queue and how long everything took, in milliseconds."""

    def __init__(self, queue: Queue) -> None:
        self._queue = queue
        self._hub = ReceiptHub(UUID(int=3))  # a new epoch would put back in line what was settled before
        self.took: defaultdict[str, list[float]] = defaultdict(list)

    async def round(self) -> None:
        queue, hub, stream = self._queue, self._hub, uuid4().bytes
        for _ in range(AT_ONCE):
            put = _put(stream)
            await self._timed("put", queue.put(put.lane, put.payload, id=put.id, stream=put.stream))
            await self._timed("standing", queue.standing())
            await self._timed("waiting_since", queue.waiting_since())
        batch = await self._timed("peek", queue.peek(AT_ONCE, 1 << 20))
        changed = await self._timed("settle", queue.apply_receipt(hub.receipt(batch), hub.keys))
        if len(changed) != AT_ONCE:
            raise RuntimeError(f"{len(changed)} of {AT_ONCE} entries were settled")

    async def _timed(self, what: str, work: Awaitable[T]) -> T:
        began = time.perf_counter()
        result = await work
        self.took[what].append((time.perf_counter() - began) * 1000)
        return result


def _put(stream: bytes) -> Put:
    return Put(Lane.READING, Sealed(bytes(8), SCHEMA, os.urandom(SIZE)), uuid4(), stream)


def _store(folder: Path) -> Store:
    """Open the store as the same station each time."""
    signer = Ed25519PrivateKey.from_private_bytes(bytes(32))
    return Store.open(folder, station=UUID(int=1), signer=signer, boot_id=UUID(int=2), limits=_LIMITS)


def main(argv: list[str] | None = None) -> int:
    """Fill a store, or measure stores; print one JSON object: the times, store by store, and the memory."""
    parser = argparse.ArgumentParser(prog="python -m bench.flat_queue", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--fill", type=int, metavar="N", help="make a store with N waiting entries, only")
    options = parser.parse_args(argv)
    if options.fill:
        fill(options.folders[0], options.fill)
        return 0
    times = asyncio.run(measure(options.folders))
    print(json.dumps({"times": times, "memory": pss_mib([os.getpid()])}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
