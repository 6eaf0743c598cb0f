"""kill -9 of a station's queue at random points of put, send and delete, against a hub that is killed too.

Half of the kills come at a random write, sync, rename, send or receive (in the middle of it where there is a
middle), half at a random time. In the end everything that was said to be durable is at the hub once, as it
was, and in order within its stream and lane.
"""

import random
import signal
from collections import Counter
from pathlib import Path

import pytest
from faults_report import Rounds
from hub_process import HubProcess
from hub_station import StationClient
from queue_against_hub import QueueStation, compare, port_of
from tcp_proxy import Proxy

UNTIL_THE_END = 0


@pytest.mark.parametrize("own", [12, pytest.param(150, marks=pytest.mark.long)])
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
        proxy.target = port_of(hub)
        station = QueueStation(crash_disk_library, state, folder, proxy.url)
        kills = rounds.count(own)
        for number in range(kills):
            if number % 10 == 5:
                hub.kill()
                counts["hub kills"] += 1
            elif number % 10 == 6 or hub.process.poll() is not None:
                hub.start()
                proxy.target = port_of(hub)
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
            proxy.target = port_of(hub)
        assert station.live([1], puts=0, kill_step=UNTIL_THE_END) == 0
        station.close()
        counts += compare(hub, folder)
    rounds.report("kill -9 of station and hub", counts)
    assert counts["station kills"] >= kills // 3
    assert counts["said to be durable"] > 2 * kills
