"""A store at work on a disk that tells what was done to it: puts, receipts, forgetting, closing and opening.

`python queue_at_work.py FOLDER SEED ROUNDS SYNCHRONOUS [FAILING]` runs under crash_disk and marks in the
trace what has been promised. SYNCHRONOUS other than FULL is the control: then promises must be found broken.
FAILING: one put in so many meets a disk that fails to write or to sync for a moment, and is put again.
"""

import errno
import hashlib
import random
import sqlite3
import sys
from pathlib import Path
from typing import Final
from unittest import mock
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract.envelope import Fate, Lane, Receipt, ReceiptItem, digest, sign_receipt
from contract.seal import Sealed, key_id
from offline_queue import Limits, Put, QueueError, Reader, Store
from offline_queue.database import connect

STATION: Final = UUID(int=1)
SIGNER: Final = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
HUB: Final = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
HUB_PUBLIC: Final = HUB.public_key().public_bytes_raw()
HUB_KEYS: Final = {key_id(HUB_PUBLIC): HUB_PUBLIC}
EPOCH: Final = UUID(int=3)
NOON: Final = 1_795_521_600.0
LIMITS: Final = Limits(checkpoint_pages=12)  # so that cuts hit checkpoints too
AT_ONCE: Final = -7200.0  # "keep" so long after the hub's receipt: forget as soon as asked


def open_store(folder: Path) -> Store:
    """Open the store in a folder as this program does."""
    return Store.open(
        folder, station=STATION, signer=SIGNER, boot_id=UUID(int=2), keep_s=AT_ONCE, limits=LIMITS,
        wall=lambda: NOON, monotonic=lambda: 7300.0,
    )  # fmt: skip


def payload(identity: UUID) -> bytes:
    """Return what is put under an id, between 1 byte and five pages long."""
    seed = hashlib.sha256(identity.bytes).digest()
    return (seed * 640)[: 1 + int.from_bytes(seed[:3], "big") % 20_000]


def put_of(identity: UUID, lane: Lane = Lane.READING) -> Put:
    """Return the put of an id."""
    return Put(lane, Sealed(b"hub-key1", "test/1", payload(identity)), identity, identity.bytes)


def receipt_for(folder: Path, identities: list[UUID]) -> bytes:
    """Return the hub's receipt for what a store holds of these."""
    reader = Reader(folder)
    try:
        items = [
            ReceiptItem(row.id, digest(row.signed.envelope), Fate.STORED)
            for row in reader.rows()
            if row.id in identities and row.signed is not None
        ]
    finally:
        reader.close()
    return sign_receipt(Receipt(1, EPOCH, int(NOON), tuple(items)), HUB)


def _weaken(synchronous: str) -> None:
    def weak(path: Path, limits: Limits) -> sqlite3.Connection:
        connection = connect(path, limits)
        connection.execute(f"PRAGMA synchronous = {synchronous}")
        return connection

    mock.patch("offline_queue.store.connect", weak).start()


def _commit(store: Store, puts: list[Put]) -> None:
    """Commit, and again while the disk fails."""
    while True:
        try:
            store.commit(puts)
        except QueueError:
            continue
        return


def _work(folder: Path, dice: random.Random, rounds: int, failing: int) -> None:
    from crash_disk import Preloaded

    disk = Preloaded()
    store = open_store(folder)
    reader = Reader(folder)  # as the queue's own: with it open, a close does not empty the log
    reader.counts()
    waiting: list[UUID] = []
    for _ in range(rounds):
        match dice.choices(("put", "settle", "forget", "reopen"), (12, 4, 2, 1))[0]:
            case "put":
                puts = [
                    put_of(UUID(int=dice.getrandbits(128)), dice.choice(list(Lane)))
                    for _ in range(dice.randrange(1, 6))
                ]
                if failing and dice.randrange(failing) == 0:
                    disk.fail(dice.randrange(1, 12), errno.EIO, count=dice.randrange(1, 4), syncs=True)
                _commit(store, puts)
                disk.heal()
                waiting += [put.id for put in puts]
                disk.mark("saved " + " ".join(str(put.id) for put in puts))
            case "settle":
                some = [each for each in waiting if dice.random() < 0.5]
                disk.mark("settling " + " ".join(map(str, some)))
                store.settle(receipt_for(folder, some), HUB_KEYS)
                disk.mark("settled " + " ".join(map(str, some)))
                waiting = [each for each in waiting if each not in some]
            case "forget":
                store.forget()
            case "reopen":
                store.close()
                store = open_store(folder)
    reader.close()
    store.close()


def main() -> None:
    """See the module."""
    folder, seed, rounds, synchronous = sys.argv[1:5]
    if synchronous != "FULL":
        _weaken(synchronous)
    _work(Path(folder), random.Random(int(seed)), int(rounds), int(sys.argv[5]) if sys.argv[5:] else 0)


if __name__ == "__main__":
    main()
