"""kill -9 of a station's queue at random points of put, send and delete, against a hub that is killed too.

Half of the kills come at a random write, sync, rename, send or receive (in the middle of it where there is a
middle), half at a random time. In the end everything that was said to be durable is at the hub once, as it
was, and in order within its stream and lane.
"""

import json
import random
import signal
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path
from uuid import UUID

import crash_disk
import msgspec
import pytest
from faults_report import Rounds
from hub_process import HubProcess, eventually
from hub_station import StationClient
from queue_station import Journal, document
from tcp_proxy import Proxy

from contract import documents
from contract.documents import Measured
from contract.envelope import Envelope, SignedEnvelope
from contract.seal import unseal
from hub.keys import HubKeys
from hub.models import ChainGap, Quarantine, Reading, StoredEnvelope

SUPPORT = Path(crash_disk.__file__).parent
UNTIL_THE_END = 0


class QueueStation:
    """The process that lives and is killed again and again; see queue_station.py."""

    def __init__(self, library: Path, state: Path, folder: Path, url: str) -> None:
        folder.mkdir()
        self._process = subprocess.Popen(
            [sys.executable, SUPPORT / "queue_station.py", state, folder, url],
            env=crash_disk.environment(library, folder / "queue")
            | {"PYTHONPATH": f"{SUPPORT}:{SUPPORT.parent.parent}"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def live(self, streams: list[int], puts: int, *, kill_step: int = 0, kill_after_s: float = 0.0) -> int:
        """Live until killed or all is delivered; return the exit status."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        told = {"kill_step": kill_step, "kill_after_s": kill_after_s, "streams": streams, "puts": puts}
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the station's process is gone"
        return int(json.loads(line)["status"])

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()


def arrived(hub: HubProcess) -> dict[UUID, tuple[Envelope, bytes]]:
    """Return every envelope at the hub with its opened content, in the order of their coming."""
    keys = HubKeys.load(hub.data, 1)
    found = {}
    for row in sorted(hub.rows(StoredEnvelope), key=lambda row: row.row):
        envelope = msgspec.msgpack.decode(
            msgspec.msgpack.decode(row.signed, type=SignedEnvelope).envelope, type=Envelope
        )
        assert envelope.id not in found
        private = keys.sealing_key(envelope.key_id)
        assert private is not None
        plain = unseal(envelope.sealed(), station=envelope.station, private=private)
        found[envelope.id] = (envelope, plain)
    return found


def compare(hub: HubProcess, folder: Path) -> Counter[str]:
    """Compare what was said to be durable with what is at the hub; return the counts."""
    journal = Journal(folder)
    said, begun = journal.said(), journal.begun()
    found = arrived(hub)
    expected = {document(*each)[0]: each for each in begun}
    assert {document(*each)[0] for each in said} <= found.keys()
    assert found.keys() <= expected.keys()
    order: dict[tuple[int, str], list[int]] = defaultdict(list)
    for identity, (envelope, plain) in found.items():
        stream, lane, number = expected[identity]
        assert plain == documents.encode(document(stream, lane, number)[1])
        assert (envelope.stream, envelope.lane) == (UUID(int=stream).bytes, lane)
        order[stream, lane].append(number)
    for numbers in order.values():
        assert numbers == sorted(numbers)
    readings = {
        told.measurement.id for each in found if isinstance(told := document(*expected[each])[1], Measured)
    }
    assert {row.id for row in hub.rows(Reading)} == readings
    assert len(hub.rows(Reading)) == len(readings)
    assert [gap for gap in hub.rows(ChainGap) if gap.closed_at is None or gap.kind == "broken"] == []
    assert hub.rows(Quarantine) == []
    return Counter({"said to be durable": len(set(said)), "at the hub": len(found)})


def all_filed(hub: HubProcess) -> bool:
    return all(row.state == "filed" for row in hub.rows(StoredEnvelope))


@pytest.mark.parametrize("own", [20, pytest.param(150, marks=pytest.mark.faults)])
def test_every_kill_loses_nothing_doubles_nothing_and_keeps_the_order(
    rounds: Rounds, crash_disk_library: Path, tmp_path: Path, own: int
) -> None:
    dice = random.Random(rounds.seed)
    counts: Counter[str] = Counter()
    folder = tmp_path / "station"
    (tmp_path / "hub").mkdir()
    with Proxy() as proxy, HubProcess(tmp_path / "hub") as hub:
        with StationClient.enrolled(hub, "Kill Street") as client:
            state = client.state
        proxy.target = int(hub.stations.rsplit(":", 1)[1])
        station = QueueStation(crash_disk_library, state, folder, proxy.url)
        kills = rounds.count(own)
        for number in range(kills):
            if number % 10 == 5:
                hub.kill()
                counts["hub kills"] += 1
            elif number % 10 == 6 or hub.process.poll() is not None:
                hub.start()
                proxy.target = int(hub.stations.rsplit(":", 1)[1])
            streams = [number // 5 * 2 + 1, number // 5 * 2 + 2]
            by_step = dice.random() < 0.5
            status = station.live(
                streams,
                puts=12,
                kill_step=dice.randrange(1, 600) if by_step else 0,
                kill_after_s=0.6 if by_step else dice.uniform(0.001, 0.4),
            )
            assert status in (0, -signal.SIGKILL)
            counts["station kills" if status else "lives that ended first"] += 1
        if hub.process.poll() is not None:
            hub.start()
            proxy.target = int(hub.stations.rsplit(":", 1)[1])
        assert station.live([1], puts=0, kill_step=UNTIL_THE_END) == 0
        station.close()
        eventually(lambda: all_filed(hub), "filing")
        counts += compare(hub, folder)
    rounds.report("kill -9 of station and hub", counts)
    assert counts["station kills"] >= kills // 3
    assert counts["said to be durable"] > 2 * kills
