"""One station that has visits to deliver: `python -m bench.station_process STATE URL VISITS`.

An enrolled station's own identity, queue and connection (kiosk.core); the session and its screen are left
out. Fills its queue, says so in a line, waits for a line, delivers everything and says so.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

from bench.visits import visit
from contract import documents, wire
from contract.documents import DOCUMENT_SCHEMA
from contract.seal import seal
from kiosk.core.clock import Clock
from kiosk.core.hub import HubLink
from kiosk.core.identity import Identity
from offline_queue import Change, Delivery, Pace, Queue, State, Store


async def deliver(identity: Identity, folder: Path, url: str, visits: int, batch: int) -> None:
    """Put the visits, wait for the word, deliver until the hub's receipts are back for all."""
    clock = Clock(uuid4())
    store = Store.open(folder, station=identity.station, signer=identity.key, boot_id=clock.boot_id)
    async with Queue(store) as queue:
        count = await _put(queue, identity, clock, visits)
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        sent, done = 0, asyncio.Event()

        def changed(changes: Sequence[Change]) -> None:
            nonlocal sent
            sent += sum(change.state is State.SENT for change in changes)
            if sent >= count:
                done.set()

        queue.subscribe(changed)
        link = HubLink(url, identity.tls(), _no_hello, lambda _: None, lambda _: None)
        pace = Pace(max_batch=batch, max_bytes=wire.MAX_BODY // 2)
        delivery = asyncio.create_task(Delivery(queue, link.deliver, identity.receipt_keys, pace=pace).run())
        await done.wait()
        print("delivered", flush=True)
        delivery.cancel()
        await asyncio.wait({delivery})
        await link.close()


async def _put(queue: Queue, identity: Identity, clock: Clock, visits: int) -> int:
    key, count = identity.keys.sealing_key(), 0
    for number in range(visits):
        for lane, document in visit(number, clock.boot_id):
            plain = documents.encode(document)
            sealed = seal(plain, station=identity.station, key=key, schema=DOCUMENT_SCHEMA)
            await queue.put(lane, sealed, id=uuid4(), stream=document.visit.bytes)
            count += 1
    return count


async def _no_hello() -> wire.StationStarted:
    raise RuntimeError("this station opens no socket")


def main(argv: list[str] | None = None) -> int:
    """Be a station."""
    parser = argparse.ArgumentParser(prog="python -m bench.station_process", description=__doc__)
    parser.add_argument("state", type=Path, help="folder made by enrolment")
    parser.add_argument("url", help="the hub's address for stations")
    parser.add_argument("visits", type=int)
    parser.add_argument("--batch", type=int, default=wire.MAX_BATCH, help="envelopes in a request, at most")
    options = parser.parse_args(argv)
    identity = Identity(options.state)
    asyncio.run(deliver(identity, options.state / "bench-queue", options.url, options.visits, options.batch))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
