"""What a station sends is a chain: one that was changed, left out or moved shows, and technicians hear."""

from collections.abc import Iterator
from typing import Any

import pytest
from hub_process import Browser, HubProcess
from hub_station import StationClient, VisitAtStation, open_gaps, oximetry

from contract.documents import Measured
from contract.envelope import FIRST, Fate, SignedEnvelope
from hub.models import Audit, StoredEnvelope


@pytest.fixture
def station(hub: HubProcess) -> Iterator[StationClient]:
    with StationClient.enrolled(hub, "Chain Street") as client:
        yield client


@pytest.fixture(scope="module")
def operator(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "olu", "operator") as browser:
        yield browser


def alarms(operator: Browser, station: StationClient) -> list[dict[str, Any]]:
    items = operator.get("/api/stations").json()["items"]
    [found] = [item["alarms"] for item in items if item["id"] == str(station.id)]
    return list(found)


def broken(station: StationClient) -> list[SignedEnvelope]:
    """Return three envelopes, rightly signed; the last says that nothing came before it."""
    visit = VisitAtStation(station)
    told = [Measured(visit=visit.id, at=visit.at, measurement=oximetry(station.boot)) for _ in range(2)]
    first = station.batch(visit.opened(), told[0])
    station._prev = FIRST
    return [*first, *station.batch(told[1])]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)], ids=["at once", "the one before comes late"])
def test_a_chain_that_does_not_fit_together_raises_an_alarm_and_loses_nothing(
    hub: HubProcess, station: StationClient, operator: Browser, order: tuple[int, ...]
) -> None:
    envelopes = broken(station)
    for index in order:
        assert station.post([envelopes[index]]).items[0].fate is Fate.STORED
    station.settled()

    rows = [row for row in hub.rows(StoredEnvelope) if row.station_id == station.id]
    assert [row.state for row in rows] == ["filed"] * 3
    assert [(gap.kind, gap.seq) for gap in open_gaps(hub, station)] == [("broken", 3)]
    [alarm] = alarms(operator, station)
    assert alarm["words"].startswith(
        "CHANGED ON ITS WAY? what came does not continue what came before since 20"
    )
    assert alarm["why"] == ["what it says came before is not what came before (lane document, number 3)"]
    assert alarm["machines"] == []
    status = hub.here("status")
    assert status.returncode == 1
    assert "Chain Street: lane document, number 3: the one before it is another than it says" in status.stdout
    assert "Chain Street: CHANGED ON ITS WAY?" in status.stdout
    assert "number 3" in hub.here("station-list").stdout
    shown = operator.get("/api/stations").json()["items"]
    [alerts] = [item["alerts"] for item in shown if item["id"] == str(station.id)]
    assert "tamper" in {alert["kind"] for alert in alerts}
    noted = [a for a in hub.rows(Audit) if a.action == "station-chain" and a.target == str(station.id)]
    assert len(noted) == 1

    station.post(envelopes)  # offered again it is no second sign
    assert len(alarms(operator, station)) == 1
    settled = hub.here("station-settle", alarm["id"], "--note", "A disk was copied by hand.")
    assert settled.returncode == 0, settled.stderr
    assert alarms(operator, station) == []


def test_a_chain_in_whatever_order_raises_none(
    hub: HubProcess, station: StationClient, operator: Browser
) -> None:
    visit = VisitAtStation(station)
    told = [Measured(visit=visit.id, at=visit.at, measurement=oximetry(station.boot)) for _ in range(5)]
    batch = station.batch(visit.opened(), *told)
    for each in (batch[3:], batch[1:2], batch[2:3], batch[:1], batch):
        station.post(each)
    station.settled()
    assert open_gaps(hub, station) == []
    assert alarms(operator, station) == []
