"""A store on a disk that is full from the n-th write on, for n = 1, 2, 3 …, until nothing is left to fail.

`python queue_on_full_disk.py FOLDER STRIDE` runs under crash_disk. Each act must fail with the queue's own
error, save nothing by half, and work once there is room again; prints {act: {outcome: n …}} as JSON.
"""

import errno
import json
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from crash_disk import Preloaded
from queue_at_work import HUB_KEYS, SIGNER, open_store, put_of, receipt_for

from offline_queue import QueueError, Reader, Store, audit

PUBLIC = SIGNER.public_key().public_bytes_raw()
OLD = [UUID(int=number) for number in range(100, 130)]
NEW = [UUID(int=number) for number in range(200, 203)]


class NotAsPromised(Exception):
    """What the test is about."""


def held(folder: Path) -> dict[UUID, str]:
    """Return how every entry stands; NotAsPromised when something does not verify."""
    reader = Reader(folder)
    try:
        problems = [each for each in audit.verify(reader, PUBLIC) if isinstance(each, audit.Problem)]
        known = [each for each in problems if each.what in ("known to be damaged", "its payload is gone")]
        if len(problems) > len(known):
            raise NotAsPromised(problems)
        return {
            row.id: row.standing.name + ("" if row.signed else " without payload") for row in reader.rows()
        }
    finally:
        reader.close()


def put(store: Store) -> None:
    store.commit([put_of(each) for each in NEW])


def settle(store: Store) -> None:
    store.settle(receipt_for(store.directory, OLD), HUB_KEYS)


def forget(store: Store) -> None:
    store.forget()


def prepare(folder: Path, *, settled: bool) -> None:
    store = open_store(folder)
    for at in range(0, len(OLD), 5):
        store.commit([put_of(each) for each in OLD[at : at + 5]])
    if settled:
        store.settle(receipt_for(folder, OLD), HUB_KEYS)
    store.close()


def damage(folder: Path) -> None:
    """Spoil one page in the middle."""
    content = bytearray((folder / "queue.db").read_bytes())
    middle = len(content) // 4096 // 2 * 4096
    content[middle : middle + 4096] = bytes(4096)
    (folder / "queue.db").write_bytes(content)


class Trial:
    """One act on a copy of a folder."""

    def __init__(self, disk: Preloaded, template: Path, work: Path) -> None:
        self._disk, self._template, self._work = disk, template, work
        self.counts: Counter[str] = Counter()

    def fresh(self) -> Path:
        shutil.rmtree(self._work, ignore_errors=True)
        shutil.copytree(self._template, self._work)
        return self._work

    def act(self, act: Callable[[Store], None], number: int, *, half: bool, error: int) -> bool:
        """Fail from the `number`th write on; return whether anything failed at all."""
        folder = self.fresh()
        store = open_store(folder)
        before = held(folder)
        self._disk.fail(number, error, half=half, syncs=error == errno.EIO)
        failed = self._try(lambda: act(store))
        met = self._disk.failures()
        self._disk.heal()
        found = held(folder)
        if failed:
            act(store)
        after = held(folder)
        if found not in (before, after):
            raise NotAsPromised(f"{act.__name__} failed at write {number} by half")
        store.close()
        reopened = open_store(folder)
        if reopened.damage is not None or held(folder) != after or after == before:
            raise NotAsPromised(f"{act.__name__}, write {number}: {reopened.damage}")
        reopened.close()
        self.counts["tried"] += 1
        return met > 0

    def opening(self, number: int, *, half: bool, expected: dict[UUID, str]) -> bool:
        """The same for opening a store: making one, or salvaging a damaged one."""
        folder = self.fresh()
        self._disk.fail(number, errno.ENOSPC, half=half)
        self._try(lambda: open_store(folder).close())
        met = self._disk.failures()
        self._disk.heal()
        store = open_store(folder)
        put(store)
        store.close()
        kept = {each: how for each, how in held(folder).items() if each not in NEW}
        if kept != expected:
            raise NotAsPromised(f"opening failed at write {number}: {len(kept)} of {len(expected)} kept")
        self.counts["tried"] += 1
        return met > 0

    def _try(self, work: Callable[[], None]) -> bool:
        try:
            work()
        except QueueError as raised:
            self.counts[type(raised).__name__] += 1
            return True
        return False


def numbers(trial: Callable[[int], bool], stride: int) -> None:
    """Try n = 1, 1 + stride … until nothing fails any more."""
    number = 1
    while trial(number):
        number += stride


def main() -> None:
    """See the module."""
    root, stride = Path(sys.argv[1]), int(sys.argv[2])
    disk = Preloaded()
    report = {}
    waiting, sent, broken, none = (root / name for name in ("waiting", "sent", "broken", "none"))
    prepare(waiting, settled=False)
    prepare(sent, settled=True)
    prepare(broken, settled=False)
    damage(broken)
    none.mkdir()
    for act, template in ((put, waiting), (settle, waiting), (forget, sent)):
        for error, said in ((errno.ENOSPC, "QueueFull"), (errno.EIO, "QueueUnavailable")):
            for half in (False, True):
                trial = Trial(disk, template, root / "work")
                numbers(lambda n, t=trial, a=act, h=half, e=error: t.act(a, n, half=h, error=e), stride)  # type: ignore[misc]
                name = f"{act.__name__}, {errno.errorcode[error]}{', by half' if half else ''}"
                if trial.counts.keys() != {"tried", said}:
                    raise NotAsPromised(f"{name}: {trial.counts}")
                report[name] = dict(trial.counts)
    for name, template in (("making a store", none), ("salvage", broken)):
        whole = Trial(disk, template, root / "work")
        folder = whole.fresh()
        open_store(folder).close()
        expected = held(folder)
        for half in (False, True):
            trial = Trial(disk, template, root / "work")
            numbers(lambda n, t=trial, h=half, e=expected: t.opening(n, half=h, expected=e), stride)  # type: ignore[misc]
            report[f"{name}{', by half' if half else ''}"] = dict(trial.counts)
    print(json.dumps(report))


if __name__ == "__main__":
    main()
