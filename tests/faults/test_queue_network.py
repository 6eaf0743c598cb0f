"""A network that cuts, is silent, crawls, loses answers, doubles and reorders: everything once, in order."""

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest
from faults_report import Rounds
from hub_process import WAIT_S, HubProcess, eventually
from hub_station import StationClient, VisitAtStation, oximetry
from queue_against_hub import QueueStation, all_filed, compare, port_of
from tcp_proxy import Proxy

from contract.documents import Measured
from contract.envelope import Fate
from hub.models import ChainGap, Reading, StoredEnvelope


class Rig(NamedTuple):
    proxy: Proxy
    hub: HubProcess
    station: QueueStation
    folder: Path


@pytest.fixture
def rig(crash_disk_library: Path, tmp_path: Path) -> Iterator[Rig]:
    (tmp_path / "hub").mkdir()
    folder = tmp_path / "station"
    with Proxy() as proxy, HubProcess(tmp_path / "hub") as hub:
        with StationClient.enrolled(hub, "Far Street") as client:
            state = client.state
        proxy.target = port_of(hub)
        station = QueueStation(crash_disk_library, state, folder, proxy.url)
        yield Rig(proxy, hub, station, folder)
        station.close()


def cut_off(proxy: Proxy) -> None:
    proxy.up = False
    proxy.cut()


def half_open(proxy: Proxy) -> None:
    proxy.silent = True


def crawling(proxy: Proxy) -> None:
    proxy.rate = 30_000


def answer_cut_short(proxy: Proxy) -> None:
    proxy.drop_answers = 2500  # about the end of the handshake and the first answer


def reset_again_and_again(proxy: Proxy) -> None:
    proxy.cut()
    proxy.drop_answers = 500


def heal(proxy: Proxy) -> None:
    proxy.up, proxy.silent, proxy.rate, proxy.drop_answers = True, False, 0, None
    proxy.cut()  # what hung in the old connections is gone, as after a change of networks


@pytest.mark.parametrize("fault", [cut_off, half_open, crawling, answer_cut_short, reset_again_and_again])
def test_a_bad_network_loses_and_doubles_nothing(
    rig: Rig, rounds: Rounds, fault: Callable[[Proxy], None]
) -> None:
    assert rig.station.live([1], puts=2) == 0
    with ThreadPoolExecutor(1) as thread:
        fault(rig.proxy)
        living = thread.submit(rig.station.live, [2, 3], 6)
        assert rig.proxy.met.wait(WAIT_S)
        heal(rig.proxy)
        assert living.result(4 * WAIT_S) == 0
    counts = compare(rig.hub, rig.folder)
    rounds.report(f"network, {fault.__name__}", counts)
    assert counts["at the hub"] == counts["said to be durable"] == 3 * 2 + 2 * 3 * 6


def test_requests_doubled_reordered_and_at_once_are_stored_once(rig: Rig, rounds: Rounds) -> None:
    with StationClient.enrolled(rig.hub, "Echo Street") as client:
        visit = VisitAtStation(client)
        told = [Measured(visit=visit.id, at=visit.at, measurement=oximetry(client.boot)) for _ in range(23)]
        batch = client.batch(visit.opened(), *told)
        requests = [batch[at : at + 3] for at in range(0, len(batch), 3)] * 4
        random.Random(rounds.seed).shuffle(requests)
        with ThreadPoolExecutor(4) as threads:
            receipts = list(threads.map(client.post, requests))
    assert {item.fate for receipt in receipts for item in receipt.items} == {Fate.STORED}
    rows = [row for row in rig.hub.rows(StoredEnvelope) if row.station_id == client.id]
    assert sorted(row.seq for row in rows) == list(range(1, 25))
    compare_filed(rig.hub, {each.measurement.id for each in told})


def compare_filed(hub: HubProcess, readings: set[object]) -> None:

    eventually(lambda: all_filed(hub), "filing")
    assert {row.id for row in hub.rows(Reading)} == readings
    assert [gap for gap in hub.rows(ChainGap) if gap.closed_at is None or gap.kind == "broken"] == []
