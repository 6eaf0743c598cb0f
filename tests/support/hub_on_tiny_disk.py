"""A hub on a real disk that fills up while stations send.

`python hub_on_tiny_disk.py FOLDER`, a small file system of its own (a tmpfs of 30 MiB), with tests/hub on the
path. What got a receipt must be there and filed in the end, once; without room there is no receipt, and it
says so in a way that makes the station wait; with room it goes on by itself. Prints what happened as JSON.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from uuid import UUID

from hub_process import HubProcess, eventually
from hub_station import StationClient, VisitAtStation, oximetry

from contract import wire
from contract.documents import Measured
from contract.envelope import SignedEnvelope, open_envelope
from hub.models import Reading, StoredEnvelope


def signed_id(station: StationClient, signed: SignedEnvelope) -> UUID:
    return open_envelope(signed, station.key.public_key().public_bytes_raw()).id


def fill(path: Path) -> None:
    with path.open("ab", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return


def main() -> None:
    """See the module."""
    folder = Path(sys.argv[1])
    told: Counter[str] = Counter()
    promised = set()
    with HubProcess(folder) as hub, StationClient.enrolled(hub, "Elm Street Pharmacy") as station:
        visit = VisitAtStation(station)
        promised |= {item.id for item in station.deliver(visit.opened()).items}
        fill(folder / "others")
        batches = []
        for _ in range(40):  # the database has a little room of its own left
            fill(folder / "others")
            measured = Measured(visit=visit.id, at=visit.at, measurement=oximetry(station.boot))
            batches.append(batch := station.batch(measured))
            answer = station.http.post("/station/v1/envelopes", content=wire.encode(batch))
            told[str(answer.status_code)] += 1
            if answer.status_code == 200:
                promised |= {signed_id(station, each) for each in batch}
            else:
                told["retry-after"] += "retry-after" in answer.headers
        told["alive"] = hub.process.poll() is None
        (folder / "others").unlink()
        for batch in batches:
            promised |= {item.id for item in station.post(batch).items}
        eventually(
            lambda: all(row.state == "filed" for row in hub.rows(StoredEnvelope)), "everything being filed"
        )
        kept = [row.id for row in hub.rows(StoredEnvelope)]
        told["kept"], told["promised"] = len(kept), len(promised)
        told["missing"] = len(promised - set(kept))
        told["readings"] = len(hub.rows(Reading))
    print(json.dumps(told))


if __name__ == "__main__":
    main()
