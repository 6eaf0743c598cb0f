"""The network test as core has it made: an enrolled station, a real hub, a real coturn, gone at last."""

import asyncio
from pathlib import Path

import pytest
from coturn import relay
from hub_process import HubProcess
from hub_station import StationClient

from contract import network
from contract.station import NetworkTested
from kiosk.core.nettest import NetworkTest

pytestmark = pytest.mark.e2e
PATIENCE_S = 120


async def findings(state: Path) -> list[NetworkTested]:
    """Have core's test made; return what it told until its end."""
    told: list[NetworkTested] = []
    news = asyncio.Event()

    def tell(state: NetworkTested) -> None:
        told.append(state)
        news.set()

    test = NetworkTest(state, tell)
    test.start()
    test.start()  # twice is once
    async with asyncio.timeout(PATIENCE_S):
        while not told or told[-1].running:
            news.clear()
            await news.wait()
    await test.close()
    return told


async def test_staff_learn_which_ways_work_here(tmp_path: Path) -> None:
    async with relay(tmp_path / "relay") as coturn:
        turn = {"urls": coturn.urls(), "secret": coturn.secret}
        hub = await asyncio.to_thread(HubProcess, tmp_path, turn=turn)
        try:
            media = {"relay_ca": coturn.ca}
            with await asyncio.to_thread(StationClient.enrolled, hub, "Elm Street", media=media) as station:
                told = await findings(station.state)
                good = told[-1]
                assert [len(one.results) for one in told] == [0, 1, 2, 3, 4, 5, 6, 6]
                assert [(one.way, one.ok) for one in good.results] == [(way, True) for way in network.WAYS]
                assert network.verdict(good.results) == "good"
                await coturn.end()
                without = (await findings(station.state))[-1]
                assert [one.ok for one in without.results] == [True, True, False, False, False, False]
                assert network.verdict(without.results) == "none"
                assert [one.what for one in network.asks(without.results)] == ["any-relay"]
                await asyncio.to_thread(hub.stop)
                alone = (await findings(station.state))[-1]
                assert network.verdict(alone.results) == "no-hub"
        finally:
            await asyncio.to_thread(hub.__exit__, None, None, None)


async def test_a_test_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    told = await findings(tmp_path)  # no station's folder
    assert told[-1].failed
    assert told[-1].results == ()
