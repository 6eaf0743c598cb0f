"""A station's queue process for the kill tests: the real queue, delivery and link; it puts sealed readings.

`python queue_station.py STATE FOLDER URL` reads JSON, a line for each life (see `main`).
Every life is a process of its own (forked, so that its start costs milliseconds). It journals each id before
it puts it, as a session does, and puts again what no answer came for; what is durable it says in `said.log`.
"""

import asyncio
import contextlib
import json
import logging
import os
import random
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec
from crash_disk import Preloaded

from contract import documents, wire
from contract.documents import DOCUMENT_SCHEMA, Document, Measured, VisitOpened
from contract.envelope import Lane
from contract.measurement import (
    Act,
    DeviceIdentity,
    Grade,
    Instant,
    Kind,
    Measurement,
    Quality,
    Value,
)
from contract.seal import seal
from kiosk.core.hub import HubLink
from kiosk.core.identity import Identity
from offline_queue import Delivery, Limits, Link, Pace, Queue, Store

BOOT: Final = UUID(int=2)
PACE: Final = Pace(
    max_batch=8, first_wait_s=0.01, longest_wait_s=0.05, housekeeping_s=0.02, send_timeout_s=2.0,
    longest_retry_after_s=0.05,
)  # fmt: skip
AT_ONCE: Final = -7200.0  # "keep" after the hub's receipt: forget as soon as there is a receipt
LANES: Final = (Lane.READING, Lane.DOCUMENT, Lane.ALERT)


def document(stream: int, lane: Lane, number: int) -> tuple[UUID, Document]:
    """Return the `number`th thing of a stream and lane, and its id: the same for ever."""
    dice = random.Random(f"{stream}/{lane}/{number}")
    identity, visit = UUID(int=dice.getrandbits(128)), UUID(int=stream)
    at = Instant("2026-11-24T09:30:00.000+01:00", number, str(BOOT), "synced")
    if number == 0 and lane is LANES[0]:
        return identity, VisitOpened(visit=visit, at=at, language="en", session_key=bytes(32))
    oximeter = DeviceIdentity("Contec", "CMS50D+", "contec-v7", "serial:/dev/ttyUSB0")
    value = Value(Kind.SPO2, float(90 + number % 10), "%")
    reading = Measurement(
        UUID(int=dice.getrandbits(128)), Act.OXIMETRY, (value,), at, oximeter, Quality(Grade.GOOD)
    )
    return identity, Measured(visit=visit, at=at, measurement=reading)


class Journal:
    """What was begun and what was said to be durable; appended, whole lines, so that no kill spoils it."""

    def __init__(self, folder: Path) -> None:
        self._begun, self._said = folder / "begun.log", folder / "said.log"

    def begin(self, stream: int, lane: Lane, number: int) -> None:
        self._append(self._begun, f"{stream} {lane} {number}")

    def say(self, stream: int, lane: Lane, number: int) -> None:
        self._append(self._said, f"{stream} {lane} {number}")

    def begun(self) -> list[tuple[int, Lane, int]]:
        return self._read(self._begun)

    def said(self) -> list[tuple[int, Lane, int]]:
        return self._read(self._said)

    @staticmethod
    def _append(path: Path, line: str) -> None:
        with path.open("ab", buffering=0) as file:
            file.write(line.encode() + b"\n")

    @staticmethod
    def _read(path: Path) -> list[tuple[int, Lane, int]]:
        lines = path.read_text().splitlines() if path.exists() else []
        return [(int(s), Lane(lane), int(n)) for s, lane, n in map(str.split, lines)]


async def _hello() -> wire.StationStarted:
    return wire.StationStarted(boot_id=BOOT, time="", version="1", waiting_visits=())


class Life:
    """From one start to the next kill."""

    def __init__(self, identity: Identity, folder: Path, url: str) -> None:
        self._identity = identity
        self._journal = Journal(folder)
        store = Store.open(
            folder / "queue", station=identity.station, signer=identity.key, boot_id=BOOT, keep_s=AT_ONCE,
            limits=Limits(checkpoint_pages=20),
        )  # fmt: skip
        self._queue = Queue(store)
        self._link = HubLink(url, identity.tls(), _hello, lambda _: None, lambda _: None)
        self._delivery = Delivery(
            self._queue, self._link.deliver, identity.receipt_keys, pace=PACE, on_link=self._on_link
        )
        self._idle = asyncio.Event()

    def _on_link(self, link: Link) -> None:
        if link is Link.IDLE:
            self._idle.set()
        else:
            self._idle.clear()

    async def put(self, stream: int, lane: Lane, number: int) -> None:
        identity, told = document(stream, lane, number)
        sealed = seal(
            documents.encode(told), station=self._identity.station, key=self._identity.keys.sealing_key(),
            schema=DOCUMENT_SCHEMA,
        )  # fmt: skip
        await self._queue.put(lane, sealed, id=identity, stream=UUID(int=stream).bytes)
        self._journal.say(stream, lane, number)

    async def live(self, streams: list[int], puts: int) -> None:
        """Put and deliver until killed, or until all is put and delivered."""
        begun, said = self._journal.begun(), set(self._journal.said())
        async with self._queue:
            delivering = asyncio.create_task(self._delivery.run())
            for left in (each for each in begun if each not in said):
                await self.put(*left)
            await asyncio.gather(*(self._produce(s, lane, begun, puts) for s in streams for lane in LANES))
            while await self._queue.waiting_streams():  # noqa: ASYNC110 - killed at any moment
                await asyncio.sleep(0.01)
            delivering.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await delivering
        await self._link.close()

    async def _produce(self, stream: int, lane: Lane, begun: list[tuple[int, Lane, int]], puts: int) -> None:
        number = sum(1 for s, its, _ in begun if (s, its) == (stream, lane))
        for each in range(number, number + puts):
            self._journal.begin(stream, lane, each)
            await self.put(stream, lane, each)


def _begin_life(identity: Identity, folder: Path, url: str, told: dict[str, Any]) -> None:
    Preloaded().kill(told["kill_step"])

    async def live() -> None:
        await Life(identity, folder, url).live(told["streams"], told["puts"])

    asyncio.run(live())


def main() -> None:
    """See the module."""
    state, folder, url = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    logging.disable(logging.ERROR)
    identity = Identity(state)
    for line in sys.stdin:
        told = msgspec.json.decode(line)
        child = os.fork()
        if child == 0:
            status = 1
            try:
                _begin_life(identity, folder, url, told)
                status = 0
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(status)
        if told["kill_after_s"]:
            time.sleep(told["kill_after_s"])
            os.kill(child, signal.SIGKILL)  # dead or not, it keeps its number until we have waited for it
        _, waited = os.waitpid(child, 0)
        print(json.dumps({"status": os.waitstatus_to_exitcode(waited)}), flush=True)


if __name__ == "__main__":
    main()
