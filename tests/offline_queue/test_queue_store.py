"""What a store promises: durable, once, chained, signed; receipts, epochs, forgetting; full disks."""

import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract.envelope import (
    FIRST,
    Fate,
    Lane,
    ReceiptItem,
    SignedEnvelope,
    digest,
    open_envelope,
)
from contract.export import read_export
from contract.seal import SealError
from offline_queue import (
    Limits,
    PayloadTooLarge,
    Put,
    QueueFull,
    QueueUnavailable,
    StaleReceipt,
    State,
    Store,
    audit,
)
from offline_queue.database import connect
from offline_queue.model import DAY_S

NewPut = Callable[..., Put]


def held(station: Any) -> list[SignedEnvelope]:
    reader = station.read()
    signed = [row.signed for row in reader.rows() if row.signed is not None]
    reader.close()
    return signed


def states(station: Any, puts: Sequence[Put]) -> list[State | None]:
    reader = station.read()
    found = [reader.state_of(put.id) for put in puts]
    reader.close()
    return found


def problems(station: Any) -> list[str]:
    reader = station.read()
    found = [p.what for p in audit.verify(reader, station.public) if isinstance(p, audit.Problem)]
    reader.close()
    return found


def waiting(station: Any) -> int:
    reader = station.read()
    count: int = sum(by[State.SAVED] for by in reader.counts().values())
    reader.close()
    return count


def test_chain_signature_and_coarse_times(station: Any, new_put: NewPut) -> None:
    station.clock.now += 1799
    store = station.open()
    puts = [new_put(lane) for lane in (Lane.READING, Lane.ALERT, Lane.READING, Lane.LOG, Lane.READING)]
    store.commit(puts[:3])
    store.commit(puts[3:])
    envelopes = station.envelopes()  # each signature is checked alone
    assert {e.id for e in envelopes} == {put.id for put in puts}
    readings = [(e, s) for e, s in zip(envelopes, held(station), strict=True) if e.lane is Lane.READING]
    assert [e.seq for e, _ in readings] == [1, 2, 3]
    assert readings[0][0].prev == FIRST
    assert [e.prev for e, _ in readings[1:]] == [digest(s.envelope) for _, s in readings[:2]]
    first = readings[0][0]
    assert (first.wall, first.monotonic, first.boot_id) == (station.clock.now - 1799, 7200, UUID(int=7))
    assert (first.station, first.store) == (station.id, store.store_id)
    assert first.sealed() == puts[0].payload
    assert first.bucket == 512
    assert problems(station) == []


def test_chain_goes_on_after_reopening(station: Any, new_put: NewPut) -> None:
    for _ in range(3):
        store = station.open()
        store.commit([new_put(), new_put(Lane.ALERT)])
        store.close()
    assert [e.seq for e in station.envelopes()] == [1, 2, 3, 1, 2, 3]
    assert len({e.store for e in station.envelopes()}) == 1
    assert problems(station) == []


def test_same_id_is_kept_once_within_a_batch_and_across(station: Any, new_put: NewPut) -> None:
    store = station.open()
    first, other = new_put(content=b"first"), new_put()
    again = new_put(content=b"again", id=first.id)
    assert store.commit([first, again, other]) == [first, other]
    assert store.commit([again]) == []
    assert store.commit([again, third := new_put()]) == [third]
    assert station.envelopes()[0].payload == b"first"
    assert [e.seq for e in station.envelopes()] == [1, 2, 3]
    assert problems(station) == []


def test_same_id_is_a_no_op_after_delivery_and_after_forgetting(
    station: Any, hub: Any, new_put: NewPut
) -> None:
    store = station.open(keep_s=DAY_S)
    put = new_put()
    store.commit([put])
    store.settle(hub.receipt(held(station)), hub.keys)
    assert store.commit([put]) == []
    station.clock.now += DAY_S + 3 * 3600
    assert store.forget() == 1
    assert held(station) == []
    assert store.commit([put]) == []
    store.close()
    assert station.open().commit([put]) == []
    assert states(station, [put]) == [State.SENT]


def test_forgets_not_before_its_time_and_only_what_the_profile_allows(
    station: Any, hub: Any, new_put: NewPut
) -> None:
    store = station.open(keep_s=DAY_S, forget_when=Fate.BACKED_UP)
    puts = [new_put() for _ in range(3)]
    store.commit(puts)
    stored, backed_up, quarantined = held(station)
    store.settle(hub.receipt([stored]), hub.keys)
    store.settle(hub.receipt([quarantined], Fate.QUARANTINED), hub.keys)
    assert store.settle(hub.receipt([backed_up]), hub.keys)[0].state is State.SENT
    assert store.settle(hub.receipt([backed_up], Fate.BACKED_UP), hub.keys) == []
    station.clock.now += DAY_S - 1
    assert store.forget() == 0
    station.clock.now += 3600 + 1
    assert store.forget() == 1
    assert held(station) == [stored, quarantined]
    assert problems(station) == []


def test_ids_are_forgotten_from_the_front_and_the_chain_holds(
    station: Any, hub: Any, new_put: NewPut
) -> None:
    store = station.open(keep_s=0, remember_s=DAY_S)
    puts = [new_put() for _ in range(4)]
    store.commit(puts)
    store.settle(hub.receipt(held(station)), hub.keys)
    station.clock.now += 2 * 3600
    assert store.forget() == 4
    station.clock.now += DAY_S + 3600
    assert store.forget() == 3  # the last stays: the next one names its hash
    assert states(station, puts) == [None, None, None, State.SENT]
    store.close()
    station.open().commit([new_put()])
    assert [e.seq for e in station.envelopes()] == [5]
    assert problems(station) == []


def test_receipt_with_wrong_key_changes_nothing(station: Any, hub: Any, new_put: NewPut) -> None:
    store = station.open()
    put = new_put()
    store.commit([put])
    good = hub.receipt(held(station))
    with pytest.raises(SealError):
        store.settle(
            good, {key: Ed25519PrivateKey.generate().public_key().public_bytes_raw() for key in hub.keys}
        )
    with pytest.raises(SealError):
        store.settle(good, {})
    for broken in (b"", b"ok", good[:-1], good[:40] + bytes([good[40] ^ 1]) + good[41:]):
        with pytest.raises(SealError):
            store.settle(broken, hub.keys)
    assert states(station, [put]) == [State.SAVED]
    assert [c.state for c in store.settle(good, hub.keys)] == [State.SENT]
    assert store.settle(good, hub.keys) == []


def test_receipt_for_another_hash_or_an_unknown_id_is_ignored(
    station: Any, hub: Any, new_put: NewPut
) -> None:
    store = station.open()
    put = new_put()
    store.commit([put])
    wrong = hub.sign([ReceiptItem(put.id, bytes(32), Fate.STORED), ReceiptItem(uuid4(), FIRST, Fate.STORED)])
    assert store.settle(wrong, hub.keys) == []
    assert states(station, [put]) == [State.SAVED]


def test_quarantined_stays_visible_and_can_be_stored_later(station: Any, hub: Any, new_put: NewPut) -> None:
    store = station.open(keep_s=0)
    put = new_put()
    store.commit([put])
    changes = store.settle(hub.receipt(held(station), Fate.QUARANTINED), hub.keys)
    assert [(c.id, c.lane, c.stream, c.state) for c in changes] == [
        (put.id, Lane.READING, put.stream, State.QUARANTINED)
    ]
    station.clock.now += 1000 * DAY_S
    assert store.forget() == 0
    assert waiting(station) == 0
    assert [c.state for c in store.settle(hub.receipt(held(station)), hub.keys)] == [State.SENT]


def test_restored_hub_is_offered_everything_again(station: Any, hub: Any, new_put: NewPut) -> None:
    store = station.open()
    puts = [new_put() for _ in range(3)]
    store.commit(puts[:2])
    before = hub.receipt(held(station))
    store.settle(before, hub.keys)
    store.commit(puts[2:])
    hub.epoch = uuid4()
    changes = store.settle(hub.receipt(held(station)[2:]), hub.keys)
    assert {c.id: c.state for c in changes} == {
        puts[0].id: State.SAVED,
        puts[1].id: State.SAVED,
        puts[2].id: State.SENT,
    }
    assert states(station, puts) == [State.SAVED, State.SAVED, State.SENT]
    with pytest.raises(StaleReceipt):
        store.settle(before, hub.keys)
    assert states(station, puts) == [State.SAVED, State.SAVED, State.SENT]


def test_every_commit_is_synced(station: Any) -> None:
    """Without FULL, a power cut loses what was said to be saved."""
    station.open()
    db = connect(station.directory / "queue.db", Limits())
    assert db.execute("PRAGMA synchronous").fetchone() == (2,)
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    db.close()


def test_one_process_at_a_time(station: Any) -> None:
    station.open()
    with pytest.raises(QueueUnavailable, match="another process"):
        station.open()


def test_what_can_never_be_put_is_refused(station: Any, new_put: NewPut) -> None:
    store = station.open(limits=Limits(max_payload=1000))
    with pytest.raises(ValueError, match="16 bytes"):
        store.check(new_put(stream=b"short"))
    with pytest.raises(PayloadTooLarge, match="at most 1000"):
        store.check(new_put(content=bytes(1001)))
    store.check(new_put(content=bytes(1000)))


def test_full_database_refuses_whole_batches_and_recovers(station: Any, new_put: NewPut) -> None:
    store = station.open(limits=Limits(max_pages=40))
    kept: list[Put] = []
    with pytest.raises(QueueFull, match="no space"):
        while True:
            kept += store.commit([new_put(Lane.ALERT, content=bytes(3000)) for _ in range(3)])
    assert {e.id for e in station.envelopes()} == {put.id for put in kept}
    for _ in range(3):
        with pytest.raises(QueueFull):
            store.commit([new_put(Lane.ALERT, content=bytes(9000)), new_put(Lane.ALERT, content=bytes(9000))])
    station.space_returns(store)
    kept += store.commit([new_put(Lane.ALERT, content=bytes(9000))])
    assert [e.seq for e in station.envelopes()] == list(range(1, len(kept) + 1))
    assert problems(station) == []


FILL = """
import resource, sys
from pathlib import Path
from uuid import UUID, uuid4
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from contract.envelope import Lane
from contract.seal import Sealed
from offline_queue import Put, QueueError, Store
signer = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
store = Store.open(Path(sys.argv[1]), station=UUID(int=1), signer=signer, boot_id=UUID(int=2))
def put():
    return Put(Lane.READING, Sealed(b"k" * 8, "s", bytes(5000)), uuid4(), bytes(16))
refused = 0
kept = 0
soft = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), soft[1]))
while refused < 4:
    try:
        store.commit([put() for _ in range(3)])
        kept += 3
    except QueueError:
        refused += 1
resource.setrlimit(resource.RLIMIT_FSIZE, soft)
for _ in range(5):
    store.commit([put()])
    kept += 1
store.close()
print(kept)
"""


@pytest.mark.parametrize("limit", [100_000, 150_001, 262_144])
def test_writes_cut_short_by_the_system_lose_nothing(station: Any, limit: int) -> None:
    """A file size limit: writes fail in the middle of the log, for real."""
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    run = subprocess.run(
        [sys.executable, "-c", FILL, station.directory, str(limit)],
        capture_output=True,
        text=True,
        check=True,
    )
    kept = int(run.stdout)
    assert kept > 5
    station.public = Ed25519PrivateKey.from_private_bytes(bytes(range(32))).public_key().public_bytes_raw()
    assert [e.seq for e in station.envelopes()] == list(range(1, kept + 1))
    assert problems(station) == []


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("DELETE FROM body WHERE place = (SELECT max(place) - 1 FROM body)", "payload is gone"),
        ("DELETE FROM entry WHERE place = (SELECT max(place) - 1 FROM entry)", "missing"),
        ("UPDATE body SET envelope = zeroblob(40) WHERE place = (SELECT max(place) FROM body)", "hash"),
        ("UPDATE entry SET hash = zeroblob(32) WHERE place = (SELECT min(place) FROM entry)", "hash"),
        ("UPDATE body SET proof = (SELECT proof FROM body ORDER BY place LIMIT 1)", "signature"),
        ("UPDATE entry SET id = randomblob(16) WHERE place = (SELECT max(place) FROM entry)", "another"),
    ],
)
def test_verify_sees_tampering(station: Any, new_put: NewPut, sql: str, what: str) -> None:
    store = station.open()
    for _ in range(4):
        store.commit([new_put(), new_put()])
    store.close()
    assert problems(station) == []
    db = sqlite3.connect(station.directory / "queue.db")
    db.execute(sql)
    db.commit()
    db.close()
    assert any(what in each for each in problems(station))


def test_verify_sees_reordering(station: Any, new_put: NewPut) -> None:
    store = station.open()
    store.commit([new_put() for _ in range(4)])
    store.close()
    db = sqlite3.connect(station.directory / "queue.db")
    low = db.execute("SELECT min(place) FROM entry").fetchone()[0]
    for table in ("entry", "body"):
        for a, b in ((low + 1, 1), (low + 2, low + 1), (1, low + 2)):
            db.execute(f"UPDATE {table} SET place = ? WHERE place = ?", (b, a))
    db.commit()
    db.close()
    assert "does not name the one before it" in problems(station)


def test_export_and_its_reading(station: Any, new_put: NewPut, tmp_path: Any) -> None:
    store = station.open()
    store.commit([new_put(lane) for lane in Lane])
    reader = station.read()
    assert audit.export(reader, tmp_path / "out", station.public) == 5
    assert sum(1 for _ in audit.drain_to(reader, tmp_path / "files")) == 5
    reader.close()
    with (tmp_path / "out").open("rb") as file:
        head, envelopes = read_export(file)
        assert head.station_public == station.public
        assert [open_envelope(e, head.station_public) for e in envelopes] == station.envelopes()
    whole = (tmp_path / "out").read_bytes()
    (tmp_path / "cut").write_bytes(whole[:-1])
    with (tmp_path / "cut").open("rb") as file, pytest.raises(ValueError, match="cut"):
        list(read_export(file)[1])
    drained = [
        msgspec.msgpack.decode(f.read_bytes(), type=SignedEnvelope) for f in (tmp_path / "files").iterdir()
    ]
    assert {e.envelope for e in drained} == {e.envelope for e in held(station)}
    assert waiting(station) == 5


def test_receipts_are_bound_to_their_purpose(station: Any, hub: Any, new_put: NewPut) -> None:
    """A signature of the hub for something else is no receipt."""
    from contract.seal import REPLY, sign

    store: Store = station.open()
    store.commit([new_put()])
    body = msgspec.msgpack.decode(hub.receipt(held(station)), type=dict)["body"]
    forged = msgspec.msgpack.encode(sign(body, context=REPLY, private=hub.key))
    with pytest.raises(SealError):
        store.settle(forged, hub.keys)
