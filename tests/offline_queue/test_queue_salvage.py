"""Damage: set aside, salvaged row by row, reported, and work goes on. Nothing is lied about."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contract.envelope import Fate, Lane, open_envelope
from offline_queue import Put, QueueUnavailable, Reader, State, audit

NewPut = Callable[..., Put]
PAGE = 4096


def fill(station: Any, new_put: NewPut, count: int = 60) -> list[Put]:
    """A store with all states in it, closed."""
    store = station.open()
    puts = [new_put([Lane.READING, Lane.ALERT, Lane.LOG][n % 3]) for n in range(count)]
    for n in range(0, count, 5):
        store.commit(puts[n : n + 5])
    store.close()
    return puts


def damaged_files(station: Any) -> list[Path]:
    return sorted(station.directory.glob("queue-damaged-*.db"))


def problems(station: Any) -> list[str]:
    reader = station.read()
    found = [p.what for p in audit.verify(reader, station.public) if isinstance(p, audit.Problem)]
    reader.close()
    return found


@pytest.mark.parametrize("seed", range(8))
def test_zeroed_pages_cost_only_what_was_on_them(station: Any, new_put: NewPut, seed: int) -> None:
    puts = fill(station, new_put)
    file = station.directory / "queue.db"
    content = bytearray(file.read_bytes())
    pages = random.Random(seed).sample(range(1, len(content) // PAGE), 2)
    for page in pages:
        content[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    file.write_bytes(content)
    store = station.open()
    fresh = new_put()
    store.commit([fresh])
    got = {e.id for e in station.envelopes()}
    assert fresh.id in got
    if store.damage is None:  # the pages were free, or a check cannot see it
        return
    assert got <= {p.id for p in puts} | {fresh.id}
    assert store.damage.salvaged == len(got) - 1
    assert [f.name for f in damaged_files(station)] == [store.damage.kept_as]
    reader = station.read()
    assert reader.damage() == [store.damage]
    lost = [e.id for e in reader.entries() if e.state is State.DAMAGED]
    assert len(lost) == store.damage.lost
    reader.close()
    assert set(problems(station)) <= {"known to be damaged", "its payload is gone"}
    store.close()
    again = station.open()
    assert again.damage is None
    assert again.commit(puts) == [p for p in puts if p.id not in got]  # what was lost may be put again


def test_one_broken_payload_page_loses_only_its_rows(station: Any, hub: Any, new_put: NewPut) -> None:
    puts = fill(station, new_put)
    store = station.open()
    reader = station.read()
    signed = {row.id: row.signed for row in reader.rows()}
    reader.close()
    store.settle(hub.receipt([signed[puts[0].id]]), hub.keys)
    store.settle(hub.receipt([signed[puts[3].id]], Fate.QUARANTINED), hub.keys)
    store_id = store.store_id
    store.close()
    page = (station.directory / "queue.db").read_bytes().index(puts[-1].payload.ciphertext) // PAGE
    with (station.directory / "queue.db").open("r+b") as file:
        file.seek(page * PAGE)
        file.write(b"\xff" * PAGE)
    again = station.open()
    assert again.damage is not None
    assert 1 <= again.damage.lost <= 12
    assert again.damage.salvaged == len(puts) - again.damage.lost
    assert again.store_id != store_id  # a new chain: the old one's end cannot be known
    reader = station.read()
    assert reader.state_of(puts[0].id) in (State.SENT, State.DAMAGED)
    assert reader.state_of(puts[3].id) in (State.QUARANTINED, State.DAMAGED)
    assert None not in [reader.state_of(p.id) for p in puts]
    reader.close()
    for lane in (Lane.READING, Lane.ALERT, Lane.LOG):
        kept = [e.id for e in station.envelopes() if e.lane is lane]
        assert kept == [p.id for p in puts if p.lane is lane and p.id in set(kept)]
    fresh = new_put()
    again.commit([fresh])
    assert next(e for e in station.envelopes() if e.id == fresh.id).seq == 1


@pytest.mark.parametrize("garbage", [b"", b"not a database at all" * 500, bytes(PAGE * 3)])
def test_a_file_that_is_no_database_any_more(station: Any, new_put: NewPut, garbage: bytes) -> None:
    fill(station, new_put)
    (station.directory / "queue.db").write_bytes(garbage)
    store = station.open()
    assert store.damage is not None
    assert store.damage.salvaged == 0
    assert damaged_files(station)[0].read_bytes() == garbage
    store.commit([new_put()])
    assert len(station.envelopes()) == 1
    assert problems(station) == []


def test_truncated_log_leaves_a_true_prefix(station: Any, new_put: NewPut) -> None:
    """A log cut anywhere: what remains is the beginning of what was, chain intact."""
    store = station.open()
    puts = [new_put() for _ in range(20)]
    for each in puts:
        store.commit([each])
    log = (station.directory / "queue.db-wal").read_bytes()
    base = (station.directory / "queue.db").read_bytes()
    store.close()
    counts = set()
    generator = random.Random(5)
    home = station.directory
    for n, cut in enumerate([0, 10, 32, len(log) - 1, *(generator.randrange(len(log)) for _ in range(30))]):
        station.directory = home.parent / f"cut-{n}"
        station.directory.mkdir()
        (station.directory / "queue.db").write_bytes(base)
        (station.directory / "queue.db-wal").write_bytes(log[:cut])
        store = station.open()
        kept = [e.id for e in station.envelopes()]
        assert kept == [p.id for p in puts[: len(kept)]]
        assert store.commit(puts) == puts[len(kept) :]
        assert problems(station) == []
        counts.add(len(kept))
        store.close()
        shutil.rmtree(station.directory)
    assert len(counts) > 5


def laid(station: Any, name: str, base: bytes, log: bytes | None) -> None:
    """A store's directory with these files, beside the first one."""
    station.directory = station.directory.parent / name
    station.directory.mkdir()
    (station.directory / "queue.db").write_bytes(base)
    if log is not None:
        (station.directory / "queue.db-wal").write_bytes(log)


def before_and_after_a_checkpoint(station: Any, new_put: NewPut) -> tuple[list[Put], bytes, bytes, bytes]:
    """Return what was put, the database before and after its log was moved into it, and the log."""
    store = station.open()
    puts = [new_put() for _ in range(40)]
    for n in range(0, 40, 4):
        store.commit(puts[n : n + 4])
    before = (station.directory / "queue.db").read_bytes()
    log = (station.directory / "queue.db-wal").read_bytes()
    store.close()
    return puts, before, (station.directory / "queue.db").read_bytes(), log


def test_a_checkpoint_torn_at_any_page_is_mended_from_the_log(station: Any, new_put: NewPut) -> None:
    """Pages written up to some point, the next one by half: the log still has all of them."""
    puts, before, after, log = before_and_after_a_checkpoint(station, new_put)
    pages = len(after) // PAGE
    assert pages > 10
    padded = before.ljust(len(after), b"\0")
    for page in range(pages):
        tear = page * PAGE + PAGE // 2
        laid(station, f"torn-{page}", after[:tear] + padded[tear:], log)
        store = station.open()
        assert store.damage is None
        assert [e.id for e in station.envelopes()] == [p.id for p in puts]
        assert problems(station) == []
        store.close()
        shutil.rmtree(station.directory)
        station.directory = station.directory.parent / "queue"


@pytest.mark.parametrize("block", [512, PAGE, 3 * PAGE])
def test_zeroed_blocks_never_make_it_tell_a_lie(station: Any, new_put: NewPut, block: int) -> None:
    """What is read back is what was put, or it is reported; and the station goes on."""
    puts, _, after, _ = before_and_after_a_checkpoint(station, new_put)
    of = {put.id: put.payload for put in puts}
    hurt = 0
    for at in random.Random(block).sample(range(0, len(after), 512), 14):
        laid(
            station, f"zero-{at}", after[:at] + bytes(min(block, len(after) - at)) + after[at + block :], None
        )
        store = station.open()
        store.commit([fresh := new_put()])
        missing = set(of)
        reader = station.read()
        for head in reader.fronts(1000)[Lane.READING]:
            body = reader.bodies([head.place]).get(head.place)
            if body is not None and body.sound:
                envelope = open_envelope(body.signed, station.public)
                assert envelope.id == fresh.id or envelope.sealed() == of[envelope.id]
                missing.discard(envelope.id)
        known = {e.id: e.state for e in reader.entries()}
        reader.close()
        if missing:
            hurt += 1
            seen = store.damage is not None or problems(station)
            assert seen, f"{len(missing)} gone without a word"
        assert known[fresh.id] is State.SAVED
        store.close()
        shutil.rmtree(station.directory)
        station.directory = station.directory.parent / "queue"
    assert hurt > 2


@pytest.mark.parametrize("lost", [("queue.db-shm",), ("queue.db-wal",), ("queue.db-wal", "queue.db-shm")])
def test_missing_side_files_leave_a_true_prefix(station: Any, new_put: NewPut, lost: tuple[str, ...]) -> None:
    store = station.open()
    puts = [new_put() for _ in range(20)]
    for each in puts:
        store.commit([each])
    copy = station.directory.parent / "copy"
    shutil.copytree(station.directory, copy)
    store.close()
    for name in lost:
        (copy / name).unlink()
    station.directory = copy
    again = station.open()
    kept = [e.id for e in station.envelopes()]
    assert kept == [p.id for p in puts[: len(kept)]]
    assert len(kept) == 20 or "queue.db-wal" in lost
    assert again.commit(puts) == puts[len(kept) :]
    assert problems(station) == []


def test_a_log_without_its_database_is_not_played_into_a_new_one(station: Any, new_put: NewPut) -> None:
    store = station.open()
    store.commit([new_put()])
    log = (station.directory / "queue.db-wal").read_bytes()
    store.close()
    (station.directory / "queue.db").unlink()
    (station.directory / "queue.db-wal").write_bytes(log)
    again = station.open()
    again.commit([new_put()])
    assert len(station.envelopes()) == 1
    assert [f.read_bytes() for f in station.directory.glob("queue-orphan-*-wal")] == [log]


def test_an_interrupted_replacement_is_finished(station: Any, new_put: NewPut) -> None:
    """Killed between the two renames: the old one is aside already, the new one not yet in place."""
    puts = fill(station, new_put)
    directory = station.directory
    (directory / "queue.db").rename(directory / "queue-new.db")
    (directory / "queue.db-wal").write_bytes(b"left over from the damaged one")
    store = station.open()
    assert store.damage is None
    assert {e.id for e in station.envelopes()} == {p.id for p in puts}


@pytest.mark.parametrize("left", [b"", b"half a database"])
def test_an_interrupted_beginning_is_begun_again(station: Any, new_put: NewPut, left: bytes) -> None:
    station.directory.mkdir()
    (station.directory / "queue-new.db").write_bytes(left)
    store = station.open()
    assert store.damage is None
    store.commit([new_put()])
    assert not (station.directory / "queue-new.db").exists()


def test_damage_while_running_is_healed_by_the_next_put(station: Any, new_put: NewPut) -> None:
    store = station.open()
    puts = [new_put() for _ in range(60)]
    store.commit(puts)
    store.close()
    store = station.open()
    with (station.directory / "queue.db").open("r+b") as file:
        size = file.seek(0, 2)
        file.seek(PAGE)
        file.write(b"\xff" * (size - PAGE))
    fresh = new_put()
    for _ in range(3):
        try:
            store.commit([fresh])
            break
        except QueueUnavailable:
            continue
    assert store.damage is not None
    assert fresh.id in {e.id for e in station.envelopes()}


def test_no_queue_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(QueueUnavailable, match="no queue"):
        Reader(tmp_path)


def test_a_directory_that_cannot_be_is_said_so(station: Any) -> None:
    station.directory.write_bytes(b"a file")
    with pytest.raises(QueueUnavailable, match="directory"):
        station.open()
