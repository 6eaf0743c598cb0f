"""Times put right: clocks at 1970 or 2038, one set within a visit, boots that never spoke, late contact."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from hub_process import Browser, HubProcess, eventually
from hub_station import StationClient, VisitAtStation, oximetry
from hypothesis import given
from hypothesis import strategies as st

from contract import wire
from contract.documents import Measured, VisitClosed
from contract.measurement import Instant
from hub.intake import clock
from hub.intake.clock import AGREED, CORRECTED, TOLD, UNSURE, Anchor, Bounds, put_right
from hub.models import ClockAnchor
from hub.times import now, parse, rfc3339

NS = 1_000_000_000
T = 1_790_000_000.0  # of the hub
EVER = Bounds(0.0, 4e9)
EPOCH = "1970-01-01T01:00:07+01:00"
Y2038 = "2038-01-19T03:14:07+00:00"


def at(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


def told(wall: str, seconds: float, confidence: str = "unsure") -> Instant:
    return Instant(wall, int(seconds * NS), "a", confidence)


def anchor(seconds: float, hub_at: float, error_s: float = 2.0) -> Anchor:
    return Anchor(int(seconds * NS), hub_at, error_s)


# ---- the core -----------------------------------------------------------------------------------


@pytest.mark.parametrize("wall", [EPOCH, Y2038, "2026-09-21T00:00:00-05:00"])
@pytest.mark.parametrize("confidence", ["unsure", "synced"])
def test_with_an_anchor_the_wall_clock_does_not_matter(wall: str, confidence: str) -> None:
    found = put_right(told(wall, 400, confidence), [anchor(1000, T)], Bounds(0, 0))

    assert found.confidence == CORRECTED
    assert found.moment == pytest.approx(T - 600, abs=0.001)
    assert parse(found.at).utcoffset() == parse(wall).utcoffset()  # the station's own zone stays
    assert "put right by its last contact with the hub" in found.why


def test_a_right_clock_is_left_as_it_is() -> None:
    wall = at(T - 600 + 3.0)
    found = put_right(told(wall, 400), [anchor(1000, T)], EVER)
    assert found == clock.Told(wall, AGREED)


def test_a_clock_set_within_a_visit_makes_no_reading_jump() -> None:
    """Two readings a minute apart; between them NTP moved the wall clock by 56 years."""
    anchors = [anchor(1000, T)]
    first = put_right(told(EPOCH, 500), anchors, EVER)
    second = put_right(told(at(T - 440), 560), anchors, EVER)
    assert second.moment - first.moment == pytest.approx(60, abs=0.001)
    assert (first.confidence, second.confidence) == (CORRECTED, AGREED)


def test_without_an_anchor_the_stations_own_comparison_counts() -> None:
    assert put_right(told(at(T), 5, "synced"), [], Bounds(0, 0)) == clock.Told(at(T), TOLD)


def test_without_any_a_clock_that_can_be_right_is_kept_unsure() -> None:
    found = put_right(told(at(T + 5), 5), [], Bounds(T, T + 10))
    assert (found.at, found.confidence) == (at(T + 5), UNSURE)
    assert not found.sure
    assert found.why


@pytest.mark.parametrize(("wall", "nearest"), [(EPOCH, T), (Y2038, T + 10)])
def test_a_clock_that_cannot_be_right_is_moved_to_the_nearest_bound(wall: str, nearest: float) -> None:
    found = put_right(told(wall, 5), [], Bounds(T, T + 10))
    assert (found.moment, found.confidence) == (nearest, UNSURE)
    assert clock.spoken(parse(wall)) in found.why


def test_a_machine_that_slept_between_two_anchors_says_how_unsure_that_is() -> None:
    moment, error = clock.estimate(300 * NS, [anchor(0, T), anchor(1000, T + 8000)])
    assert moment == T + 300
    assert error == pytest.approx(7000)


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(-1e5, 4e9))
def test_order_and_distance_within_a_boot_are_the_monotonic_clocks(a: float, b: float, wall: float) -> None:
    walls = (at(wall), at(0))
    first, second = (
        put_right(told(w, s), [anchor(0, T)], EVER).moment for w, s in zip(walls, (a, b), strict=True)
    )
    off = clock.AGREED_S + 2.0 + max(a, b) * clock.DRIFT
    assert abs((second - first) - (b - a)) <= 2 * off + 0.002


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 second"), (59, "59 seconds"), (180, "3 minutes"), (7200, "2 hours"), (1.8e9, "57 years")],
)
def test_durations_in_words(seconds: float, words: str) -> None:
    assert clock.duration(seconds) == words


# ---- through the hub ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def provider(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


@pytest.fixture
def station(hub: HubProcess) -> Iterator[StationClient]:
    with StationClient.enrolled(hub, "Clock Street") as client:
        yield client


def visit_at(station: StationClient, wall: str, seconds: float) -> VisitAtStation:
    """Return a visit begun by a clock that nobody compared."""
    visit = VisitAtStation(station)
    visit.at = Instant(wall, int(seconds * NS), str(station.boot), "unsure")
    return visit


def measured(visit: VisitAtStation, wall: str, seconds: float) -> Measured:
    moment = Instant(wall, int(seconds * NS), str(visit.station.boot), "unsure")
    reading = msgspec.structs.replace(oximetry(visit.station.boot), effective=moment)
    return Measured(visit=visit.id, at=moment, measurement=reading)


def shown(provider: Browser, visit: VisitAtStation) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = provider.get(f"/api/visits/{visit.id}").json()["measurements"]
    return found


def moments(provider: Browser, visit: VisitAtStation) -> list[float]:
    return [parse(m["at"]).timestamp() for m in shown(provider, visit)]


def anchored(hub: HubProcess, boot: UUID) -> int:
    return sum(1 for a in hub.rows(ClockAnchor) if a.boot_id == str(boot))


def test_a_station_at_1970_that_reached_the_hub_has_the_right_times(
    hub: HubProcess, station: StationClient, provider: Browser
) -> None:
    with station.socket(monotonic_ns=1000 * NS) as socket:
        socket.until(wire.HubHello)
        came = now()
        eventually(lambda: anchored(hub, station.boot), "the anchor")
        visit = visit_at(station, EPOCH, 900)
        told_ = measured(visit, EPOCH, 940)
        closed = VisitClosed(visit=visit.id, at=visit.at, how="finished")
        station.deliver(visit.opened(), told_, closed)
        station.settled()

    [row] = shown(provider, visit)
    assert parse(row["at"]).timestamp() == pytest.approx(came - 60, abs=10)
    assert not row["time_unsure"]
    assert "slow" in row["time_note"]
    [observation] = provider.found("Observation", encounter=str(visit.id), code="2708-6")
    assert observation["effectiveDateTime"] == row["at"]
    extension = {e["url"].removeprefix("urn:carepost:"): e for e in observation["extension"]}
    assert extension["station-time"]["valueDateTime"] == EPOCH  # the station's own word stays
    assert extension["time-confidence"]["valueCode"] == "corrected"
    assert row["time_note"] in [note["text"] for note in observation["note"]]
    [encounter] = provider.found("Encounter", _id=str(visit.id))
    assert parse(encounter["period"]["start"]).timestamp() == pytest.approx(came - 100, abs=10)


@pytest.mark.parametrize("wall", [EPOCH, Y2038])
def test_a_boot_that_never_spoke_is_placed_between_its_neighbours(
    hub: HubProcess, station: StationClient, provider: Browser, wall: str
) -> None:
    """On-line, switched off, a visit off-line by a wrong clock, switched off, on-line again."""
    with station.socket(monotonic_ns=5000 * NS) as socket:
        socket.until(wire.HubHello)
        eventually(lambda: anchored(hub, station.boot), "the anchor")
    before = visit_at(station, EPOCH, 4000)
    station.deliver(measured(before, EPOCH, 4000))
    station.settled()
    [low] = moments(provider, before)
    station.boot = uuid4()
    visit = visit_at(station, wall, 10)
    batch = station.batch(measured(visit, wall, 20), measured(visit, wall, 50))
    station.boot = uuid4()
    with station.socket(monotonic_ns=30 * NS) as socket:
        socket.until(wire.HubHello)
        eventually(lambda: anchored(hub, station.boot), "the anchor")
    high = now() - 30

    station.post(batch)
    station.settled()

    first, second = moments(provider, visit)
    assert low - 1 <= first <= second <= high + 1
    rows = shown(provider, visit)
    assert [row["time_unsure"] for row in rows] == [True, True]
    assert all(clock.spoken(parse(wall)) in row["time_note"] for row in rows)
    if wall == EPOCH:  # the nearest bound is the earlier one; from there on its own clock counts
        assert second - first == pytest.approx(30, abs=0.01)


def test_first_contact_that_comes_late_puts_right_what_was_filed(
    hub: HubProcess, station: StationClient, provider: Browser
) -> None:
    visit = visit_at(station, Y2038, 100)
    station.deliver(visit.opened(), measured(visit, Y2038, 160))
    station.settled()
    [before] = shown(provider, visit)
    assert before["time_unsure"]

    with station.socket(monotonic_ns=400 * NS) as socket:
        socket.until(wire.HubHello)
        came = now()
        eventually(lambda: not shown(provider, visit)[0]["time_unsure"], "the right time")
    station.settled()

    [row] = shown(provider, visit)
    assert row["id"] == before["id"]
    assert parse(row["at"]).timestamp() == pytest.approx(came - 240, abs=10)
    [observation] = provider.found("Observation", encounter=str(visit.id), code="2708-6")
    assert observation["meta"]["versionId"] == "2"
    assert observation["issued"] == row["received_at"] == before["received_at"]
    sources = provider.found("Provenance", target=f"Observation/{observation['id']}")
    assert {s["activity"]["coding"][0]["code"] for s in sources} == {"CREATE", "UPDATE"}
    detail = provider.get(f"/api/visits/{visit.id}").json()
    assert parse(detail["started_at"]).timestamp() == pytest.approx(came - 300, abs=10)


def test_a_clock_told_within_a_connection_counts_as_well(
    hub: HubProcess, station: StationClient, provider: Browser
) -> None:
    visit = visit_at(station, EPOCH, 100)
    with station.socket() as socket:  # a station too old to tell it in its hello
        socket.until(wire.HubHello)
        station.deliver(measured(visit, EPOCH, 110))
        station.settled()
        assert shown(provider, visit)[0]["time_unsure"]
        socket.send(wire.ClockTold(boot_id=station.boot, time=EPOCH, monotonic_ns=120 * NS))
        assert socket.until(wire.HubTime).monotonic_ns == 120 * NS
        came = now()
        eventually(lambda: not shown(provider, visit)[0]["time_unsure"], "the right time")
        for _ in range(3):  # the same again is no news
            socket.send(wire.ClockTold(boot_id=station.boot, time=EPOCH, monotonic_ns=120 * NS))
            socket.until(wire.HubTime)
        for nonsense in (-1, 1 << 63):
            socket.send(wire.ClockTold(boot_id=station.boot, time=EPOCH, monotonic_ns=nonsense))
            socket.until(wire.HubTime)
    assert moments(provider, visit)[0] == pytest.approx(came - 10, abs=10)
    assert anchored(hub, station.boot) == 1


def test_the_worklist_keeps_its_order_though_clocks_are_wrong(
    hub: HubProcess, station: StationClient, provider: Browser
) -> None:
    """Nobody waits for 56 years, and nobody comes from the future: the oldest is the oldest."""
    with station.socket(monotonic_ns=1000 * NS) as socket:
        socket.until(wire.HubHello)
        eventually(lambda: anchored(hub, station.boot), "the anchor")
        later, earlier = visit_at(station, EPOCH, 800), visit_at(station, Y2038, 500)
        right = visit_at(station, rfc3339(now() - 100), 900)
        station.deliver(later.opened(), earlier.opened(), right.opened())
        station.settled()
        ours = {str(v.id) for v in (later, earlier, right)}
        listed = [i["id"] for i in provider.get("/api/worklist").json()["items"] if i["id"] in ours]
    assert listed == [str(earlier.id), str(later.id), str(right.id)]
