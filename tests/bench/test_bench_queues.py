"""The benches of queues measure durable puts: each of them waits for the disk, ours and every peer's."""

import shutil
import sqlite3
from collections import defaultdict
from pathlib import Path

import pytest

from bench import flat_queue
from bench.contest import PEERS_PYTHON, Contest
from bench.our_queue import measure
from bench.queue_put import Seen, rows
from bench.queues import PEERS, PLAIN, Plain, puts_per_s, takes_per_s

SYNC_US = 20_000
FASTEST = 1e6 / SYNC_US  # a second, when each waits for a sync of its own

needs_gcc = pytest.mark.skipif(shutil.which("gcc") is None, reason="the slow disk is made with gcc")


@needs_gcc
@pytest.mark.parametrize("name", PEERS)
def test_no_put_and_no_take_of_a_peer_is_faster_than_a_sync(name: str, tmp_path: Path) -> None:
    if name != PLAIN and not PEERS_PYTHON.exists():
        pytest.skip("scripts/bench has not installed the peers")
    rates = Contest(tmp_path, SYNC_US).theirs(name, 8, 1, 4)
    assert 0 < rates.put <= FASTEST
    assert 0 < rates.drain <= FASTEST


@needs_gcc
def test_no_put_of_ours_is_faster_than_a_sync_and_a_batch_shares_one(tmp_path: Path) -> None:
    contest = Contest(tmp_path, SYNC_US)
    assert 0 < contest.ours(8, 1).put <= FASTEST
    shared = contest.ours(64, 64)
    assert shared.put > 0
    assert shared.drain <= 64 * FASTEST  # all of them in one receipt, and that is durable too


async def test_all_that_was_put_is_delivered(tmp_path: Path) -> None:
    await measure(tmp_path / "q", 4, 40, sealed=True)
    with sqlite3.connect(tmp_path / "q" / "queue.db") as db:
        assert db.execute("SELECT count(*), count(DISTINCT id) FROM entry").fetchone() == (40, 40)
        assert db.execute("SELECT count(*) FROM entry WHERE standing = 0").fetchone() == (0,)
    db.close()


def test_plain_takes_the_oldest_and_the_rest_stays(tmp_path: Path) -> None:
    peer = Plain(tmp_path / "p")
    bodies = [bytes([number]) for number in range(8)]
    puts_per_s(peer, bodies, 1)
    takes_per_s(peer, 3)
    peer.close()
    with sqlite3.connect(tmp_path / "p" / "db") as db:
        assert [body for (body,) in db.execute("SELECT body FROM q ORDER BY n")] == bodies[3:]
    db.close()


def test_a_put_that_fails_is_no_rate(tmp_path: Path) -> None:
    peer = Plain(tmp_path / "p")
    peer.close()
    with pytest.raises(sqlite3.ProgrammingError):
        puts_per_s(peer, [b"a", b"b"], 2)


def test_the_best_peer_is_the_fastest_of_that_run() -> None:
    ours: defaultdict[str, list[float]] = defaultdict(lambda: [80.0, 80.0])
    put: defaultdict[str, list[float]] = defaultdict(lambda: [1.0, 1.0])
    put["one"] = [100.0, 100.0]
    put[PLAIN], put["litequeue at FULL"] = [10.0, 2.0], [2.0, 10.0]
    found = {row.name: row for row in rows("queue", Seen(ours, put, defaultdict(lambda: [4.0, 4.0])))}
    assert found["queue_put_64"].ratio == pytest.approx(8)
    assert found["queue_put_64_litequeue"].ratio == pytest.approx(80 / 20**0.5, rel=1e-3)
    assert found["queue_drain_persist_queue"].met and not found["queue_drain_huey"].goal
    assert len(found) == 3 + 2 * len(PEERS)


async def test_as_many_wait_after_flat_rounds_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flat_queue, "ROUNDS", 3)
    monkeypatch.setattr(flat_queue, "WARM", 1)
    folders = [tmp_path / "many", tmp_path / "few"]
    for folder, count in zip(folders, (1500, 30), strict=True):
        flat_queue.fill(folder, count)
    for _ in range(2):  # the second time too: nothing of the first comes back into the line
        found = await flat_queue.measure(folders)
        assert [set(each) for each in found] == [{"put", "peek", "settle", "standing", "waiting_since"}] * 2
    for folder, count in zip(folders, (1500, 30), strict=True):
        with sqlite3.connect(folder / "queue.db") as db:
            assert db.execute("SELECT count(*) FROM entry WHERE standing = 0").fetchone() == (count,)
        db.close()
