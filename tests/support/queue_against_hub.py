"""The killable station from outside, and the comparison of what it said with what the hub has."""

import json
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path
from uuid import UUID

import crash_disk
import msgspec
from hub_process import HubProcess, eventually
from queue_station import Journal, document

from contract import documents
from contract.documents import Measured
from contract.envelope import Envelope, SignedEnvelope
from contract.seal import unseal
from hub.keys import HubKeys
from hub.models import ChainGap, Quarantine, Reading, StoredEnvelope

SUPPORT = Path(crash_disk.__file__).parent


def port_of(hub: HubProcess) -> int:
    """Return where the hub listens for stations now."""
    return int(hub.stations.rsplit(":", 1)[1])


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
        """Let it end."""
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
    eventually(lambda: all_filed(hub), "filing")
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
    """Say whether the hub has filed whatever it stored."""
    return all(row.state == "filed" for row in hub.rows(StoredEnvelope))
