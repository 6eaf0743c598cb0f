"""Real processes, killed for real: what was said to be saved is there, once, and is delivered, once."""

import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from offline_queue import Queue, Reader, State, audit

SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))

PRODUCER = """
import asyncio, sys
from pathlib import Path
from uuid import UUID, uuid4
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from contract.envelope import Lane
from contract.seal import Sealed
from offline_queue import Limits, Queue, Store
signer = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
async def produce(queue, lane):
    while True:
        name = uuid4()
        await queue.put(lane, Sealed(b"hub-key1", "t", name.bytes * 50), id=name, stream=bytes(16))
        print(name, flush=True)
async def main():
    # few pages to a checkpoint, so that kills hit checkpoints too
    limits = Limits(checkpoint_pages=20)
    who = {"station": UUID(int=1), "signer": signer, "boot_id": UUID(int=2)}
    store = Store.open(Path(sys.argv[1]), **who, limits=limits)
    async with Queue(store) as queue:
        await asyncio.gather(*(produce(queue, lane) for lane in Lane for _ in range(3)))
asyncio.run(main())
"""

SENDER = """
import asyncio, sys
from pathlib import Path
from uuid import UUID
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from contract.envelope import open_envelope
from offline_queue import Delivery, Queue, Store
signer = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
public = signer.public_key().public_bytes_raw()
async def send(batch):
    for signed in batch:
        print(open_envelope(signed, public).id)
    print("sent", flush=True)
    await asyncio.Event().wait()  # killed here, between sending and the receipt
async def main():
    store = Store.open(Path(sys.argv[1]), station=UUID(int=1), signer=signer, boot_id=UUID(int=2))
    async with Queue(store) as queue:
        await Delivery(queue, send, dict).run()
asyncio.run(main())
"""


def produce_and_kill(directory: Path, after: int) -> list[UUID]:
    """Return the ids printed by a producer that is killed in the middle of its work."""
    with subprocess.Popen(
        [sys.executable, "-c", PRODUCER, str(directory)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        printed = [process.stdout.readline() for _ in range(after)]
        process.send_signal(signal.SIGKILL)
        printed += process.stdout.readlines()
    assert process.returncode == -signal.SIGKILL
    return [UUID(line) for line in map(str.strip, printed) if len(line) == 36]


def check(directory: Path, expected: set[UUID]) -> list[UUID]:
    reader = Reader(directory)
    entries = list(reader.entries())
    found = list(audit.verify(reader, SIGNER.public_key().public_bytes_raw()))
    reader.close()
    assert not [each for each in found if isinstance(each, audit.Problem)]
    ids = [entry.id for entry in entries]
    assert len(ids) == len(set(ids))
    assert expected <= set(ids)
    assert {entry.state for entry in entries} == {State.SAVED}
    return ids


def test_every_printed_id_is_there_once_after_any_kill(tmp_path: Path) -> None:
    generator = random.Random(3)
    printed: set[UUID] = set()
    for _ in range(12):
        printed |= set(produce_and_kill(tmp_path / "q", generator.randrange(1, 400)))
        check(tmp_path / "q", printed)
    assert len(printed) > 500


def test_command_line_producer_killed(tmp_path: Path) -> None:
    for kill_after in (1, 7, 60):
        directory = tmp_path / str(kill_after)
        with subprocess.Popen(
            [sys.executable, "-m", "offline_queue", "--store", str(directory), "put", "--lane", "reading"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        ) as process:  # fmt: skip
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write("line\n" * 500)
            process.stdin.flush()
            printed = [process.stdout.readline() for _ in range(kill_after)]
            process.send_signal(signal.SIGKILL)
            printed += process.stdout.readlines()
            process.stdin.close()
        reader = Reader(directory)
        kept = [str(entry.id) for entry in reader.entries()]
        reader.close()
        complete = [line.strip() for line in printed if line.endswith("\n")]
        assert kept[: len(complete)] == complete
        assert len(kept) <= len(complete) + 1


def send_and_kill(directory: Path) -> list[UUID]:
    """Return the ids that were sent by a delivery killed before any receipt."""
    with subprocess.Popen(
        [sys.executable, "-c", SENDER, str(directory)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        sent = []
        while (line := process.stdout.readline().strip()) != "sent":
            sent.append(UUID(line))
        process.send_signal(signal.SIGKILL)
    return sent


@pytest.mark.parametrize("_", range(3))
async def test_killed_between_sending_and_receipt_sends_again(
    station: Any, hub: Any, new_put: Any, _: int
) -> None:
    station.signer, station.public = SIGNER, SIGNER.public_key().public_bytes_raw()
    store = station.open()
    puts = [new_put() for _ in range(20)]
    store.commit(puts)
    store.close()
    sent = send_and_kill(station.directory)
    assert sent == [put.id for put in puts]
    check(station.directory, set(sent))
    async with Queue(station.open()) as queue:
        batch = await queue.peek(100, 1 << 20)
        await queue.apply_receipt(hub.receipt(batch), hub.keys)
        assert [e.id for e in hub.got] == sent
        assert await queue.peek(100, 1 << 20) == []


def test_one_worker_and_a_lock_that_ends_with_its_process(station: Any, new_put: Any) -> None:
    """Two delivering processes would reorder; a killed one must not keep the next one out."""
    station.signer, station.public = SIGNER, SIGNER.public_key().public_bytes_raw()
    store = station.open()
    store.commit([new_put()])
    store.close()
    with subprocess.Popen(
        [sys.executable, "-c", SENDER, str(station.directory)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        while process.stdout.readline().strip() != "sent":
            pass
        second = subprocess.run(
            [sys.executable, "-c", SENDER, str(station.directory)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert second.returncode == 1
        assert "another process has this queue open" in second.stderr
        assert second.stdout == ""
        process.send_signal(signal.SIGKILL)
    station.open().close()
