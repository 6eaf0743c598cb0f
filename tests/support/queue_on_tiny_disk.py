"""A store on a real disk that others fill to the last byte.

`python queue_on_tiny_disk.py FOLDER`, best a small file system of its own (a tmpfs of 40 MiB). The store must
open all the same, save an alert, refuse a reading in words, and go on by itself when there is room.
Prints what happened as JSON.
"""

import json
import sys
from pathlib import Path
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract.envelope import Lane
from contract.seal import Sealed
from offline_queue import QueueError, Store
from offline_queue.model import Put

KEY = Ed25519PrivateKey.generate()
STATION = uuid4()


def open_store(folder: Path) -> Store:
    return Store.open(folder / "queue", station=STATION, signer=KEY, boot_id=uuid4())


def put(store: Store, lane: Lane) -> str:
    try:
        store.commit([Put(lane, Sealed(b"k" * 8, "test/1", bytes(1024)), uuid4(), bytes(16))])
    except QueueError as error:
        return str(error)
    return "saved"


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return


def main() -> None:
    """See the module."""
    folder = Path(sys.argv[1])
    store = open_store(folder)
    told = {"before": put(store, Lane.READING)}
    store.close()
    fill(folder / "others")
    for opening in ("first", "second"):
        store = open_store(folder)
        told[f"{opening} alert"] = put(store, Lane.ALERT)
        told[f"{opening} reading"] = put(store, Lane.READING)
        store.close()
    (folder / "others").unlink()
    store = open_store(folder)
    told["after"] = put(store, Lane.READING)
    store.close()
    fill(folder / "others")
    store = open_store(folder)  # the room is kept back again
    told["again"] = put(store, Lane.ALERT)
    store.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main()
