"""Fourteen ways in which other projects lost, doubled or hid data, each tried against ours.

Each test is named after the project's issue and does what went wrong there: with the queue and a hub that
answers as the test says, or, where the fault was the server's, with a real hub.
"""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID, uuid4

import msgspec
import pytest
from hub_process import Browser, HubProcess, eventually
from hub_station import StationClient, VisitAtStation, oximetry
from queue_at_work import HUB_KEYS, LIMITS, open_store, payload, put_of
from queue_line import ScriptedHub, delivering, nothing_waits

from contract.documents import CallbackWanted, Identified, Measured, Person, VisitClosed
from contract.envelope import Fate, Lane, SignedEnvelope, sign_batch
from contract.seal import Sealed
from hub.models import ChainGap, Quarantine, Reading, StoredEnvelope
from offline_queue import (
    Delivery,
    PayloadTooLarge,
    Put,
    Queue,
    QueueUnavailable,
    Reader,
    Refused,
    State,
    TooLarge,
    Unreachable,
)


async def save(queue: Queue, *puts: Put) -> None:
    for each in puts:
        await queue.put(each.lane, each.payload, id=each.id, stream=each.stream)


def several(count: int, *, lane: Lane = Lane.READING) -> list[Put]:
    """Puts of one stream: their order counts."""
    return [put_of(uuid4(), lane)._replace(stream=b"s" * 16) for _ in range(count)]


def failing(times: int, error: Exception) -> Callable[[list[SignedEnvelope]], bytes | None]:
    left = iter(range(times))

    def before(_: list[SignedEnvelope]) -> None:
        if next(left, None) is not None:
            raise error

    return before


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    with HubProcess(tmp_path_factory.mktemp("hub")) as process:
        yield process


@pytest.fixture
def station(hub: HubProcess) -> Iterator[StationClient]:
    with StationClient.enrolled(hub, "Fourteen Street") as client:
        yield client


@pytest.fixture
def provider(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "fourteen") as browser:
        yield browser


@pytest.fixture
def visit(station: StationClient) -> VisitAtStation:
    return VisitAtStation(station)


def filed(hub: HubProcess, station: StationClient) -> None:
    def look() -> bool:
        rows = [row for row in hub.rows(StoredEnvelope) if row.station_id == station.id]
        return all(row.state != "stored" for row in rows)

    eventually(look, "filing")


def measured(visit: VisitAtStation) -> Measured:
    return Measured(visit=visit.id, at=visit.at, measurement=oximetry(visit.station.boot))


# ---- the queue's ----------------------------------------------------------------------------------------


async def test_01_part_of_an_upload_succeeds_android_fhir_2408(tmp_path: Path) -> None:
    """A later request fails: what succeeded before it is not forgotten, and not sent again."""
    hub, puts = ScriptedHub(), several(20)
    first_done = iter([None])

    def second_fails(_: list[SignedEnvelope]) -> None:
        if len(hub.requests) == 2:
            next(first_done)
            raise Unreachable

    hub.before = second_fails
    async with delivering(tmp_path, hub) as queue:
        await save(queue, *puts)
        await nothing_waits(queue)
        assert {await queue.state_of(put.id) for put in puts} == {State.SENT}
    assert next(first_done, "used") == "used"
    assert hub.order == [put.id for put in puts]
    assert not set(hub.requests[0]) & {each for later in hub.requests[1:] for each in later}


async def test_02_two_sync_workers_android_fhir_2361(tmp_path: Path) -> None:
    """Neither a second task nor a second process can send as well; nothing older lands after newer."""
    hub, puts = ScriptedHub(), several(30)
    async with Queue(open_store(tmp_path)) as queue:
        delivery = Delivery(queue, hub, lambda: HUB_KEYS)
        first = asyncio.create_task(delivery.run())
        await save(queue, *puts)
        with pytest.raises(RuntimeError, match="runs already"):
            await delivery.run()
        with pytest.raises(QueueUnavailable, match="another process"):
            open_store(tmp_path)
        await nothing_waits(queue)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
    assert hub.most_at_once == 1
    assert hub.order == [put.id for put in puts]


async def test_03_the_cursor_is_now_android_fhir_1148(tmp_path: Path) -> None:
    """What is saved while a request is under way is not taken for sent by a cursor of its end's time."""
    hub, early, late = ScriptedHub(), several(3), several(3)
    async with Queue(open_store(tmp_path)) as queue:
        await save(queue, *early)
        batch = await queue.peek(100, 1 << 20)
        await save(queue, *late)
        await queue.apply_receipt(hub.store(batch), HUB_KEYS)
        assert {await queue.state_of(put.id) for put in late} == {State.SAVED}
    async with delivering(tmp_path, hub) as queue:
        await nothing_waits(queue)
    assert hub.order == [put.id for put in early + late]


async def test_04_restored_server_cht_core_8093(tmp_path: Path) -> None:
    """The hub comes back from an older backup: what it lost is sent again, what it has stays once."""
    hub, before, lost, after = ScriptedHub(), several(4), several(4), several(1)
    async with delivering(tmp_path, hub) as queue:
        await save(queue, *before, *lost)
        await nothing_waits(queue)
        hub.restore(hub.order[:4])
        await save(queue, *after)  # the next receipt tells the new epoch
        async with asyncio.timeout(20):
            while len(hub.order) < 9:  # noqa: ASYNC110 - until the hub has it
                await asyncio.sleep(0.005)
        await nothing_waits(queue)
    assert set(hub.order) == {put.id for put in before + lost + after}
    assert [each for each in hub.order if each != after[0].id] == [put.id for put in before + lost]


async def test_05_an_interrupted_sync_is_not_complete_cht_core_7419(tmp_path: Path) -> None:
    """Interrupted in the middle, the queue forgets what was receipted and nothing of the rest."""
    hub, puts = ScriptedHub(), several(20)
    async with Queue(open_store(tmp_path)) as queue:
        await save(queue, *puts)
        await queue.apply_receipt(hub.store(await queue.peek(8, 1 << 20)), HUB_KEYS)
        await queue.peek(8, 1 << 20)  # sent, then killed before the answer
    store = open_store(tmp_path)
    store.forget()
    store.close()
    reader = Reader(tmp_path)
    held = {row.id for row in reader.rows() if row.signed is not None}
    reader.close()
    assert held == {put.id for put in puts[8:]}


async def test_07_deleted_although_the_send_failed_getodk_1017(tmp_path: Path) -> None:
    """No failure, of whatever kind, lets anything be forgotten."""
    hub, puts = ScriptedHub(), several(5)
    errors = [Unreachable(), TimeoutError(), ConnectionResetError(), Refused("500"), RuntimeError("bug")]

    def before(_: list[SignedEnvelope]) -> bytes | None:
        if errors:
            raise errors.pop()
        return b"OK" if len(hub.requests) < 8 else None  # an answer, but no receipt

    hub.before = before
    async with delivering(tmp_path, hub) as queue:
        await save(queue, *puts)
        while len(hub.requests) < 7:
            hub.asked.clear()
            assert await queue.forget() == 0
            assert {await queue.state_of(put.id) for put in puts} == {State.SAVED}
            async with asyncio.timeout(20):
                await hub.asked.wait()
        await nothing_waits(queue)
    assert hub.payloads == {put.id: payload(put.id) for put in puts}


async def test_13_an_oversized_attachment_is_not_skipped_couchdb_1734(tmp_path: Path) -> None:
    """Too large is said at once, to whoever puts it; what is just small enough arrives whole."""
    hub = ScriptedHub()
    large = Put(Lane.MEDIA, Sealed(b"hub-key1", "t", bytes(LIMITS.max_payload + 1)), uuid4(), bytes(16))
    fits = large._replace(payload=Sealed(b"hub-key1", "t", b"x" * LIMITS.max_payload), id=uuid4())
    async with delivering(tmp_path, hub) as queue:
        with pytest.raises(PayloadTooLarge):
            await save(queue, large)
        assert await queue.state_of(large.id) is None
        await save(queue, fits)
        await nothing_waits(queue)
    assert hub.payloads == {fits.id: fits.payload.ciphertext}


async def test_13_what_the_hub_calls_too_large_is_kept_and_seen_couchdb_1734(tmp_path: Path) -> None:
    """A hub, or a proxy before it, refuses a thing as too large: it steps aside, is counted, and stays."""
    hub = ScriptedHub()
    large = Put(Lane.MEDIA, Sealed(b"hub-key1", "t", bytes(LIMITS.max_payload)), uuid4(), bytes(16))
    after = several(3)

    def too_large(batch: list[SignedEnvelope]) -> None:
        if any(len(each.envelope) >= LIMITS.max_payload for each in batch):
            raise TooLarge("status 413")

    hub.before = too_large
    async with delivering(tmp_path, hub) as queue:
        await save(queue, large, *after)
        await nothing_waits(queue)
        assert await queue.state_of(large.id) is State.REFUSED
        assert (await queue.standing()).refused == 1
    assert hub.order == [put.id for put in after]
    reader = Reader(tmp_path)
    [kept] = [row for row in reader.rows() if row.id == large.id]
    reader.close()
    assert kept.signed is not None


@pytest.mark.parametrize("status", [401, 422])
async def test_14_one_bad_record_blocks_nobody_and_no_status_deletes(tmp_path: Path, status: int) -> None:
    """401 and 422 leave everything in place; a record that can't be filed is set aside, seen, and passed."""
    hub, puts = ScriptedHub(), several(10)
    hub.fates[puts[3].id] = Fate.QUARANTINED
    hub.before = failing(3, Refused(f"status {status}"))
    async with delivering(tmp_path, hub) as queue:
        await save(queue, *puts)
        await nothing_waits(queue)
        states = [await queue.state_of(put.id) for put in puts]
    assert len(hub.requests) > 3
    assert states == [State.SENT] * 3 + [State.QUARANTINED] + [State.SENT] * 6
    assert hub.order == [put.id for put in puts]
    reader = Reader(tmp_path)
    [kept] = [row for row in reader.rows() if row.id == puts[3].id]
    reader.close()
    assert kept.signed is not None


# ---- the hub's ------------------------------------------------------------------------------------------


def test_06_edited_after_an_interrupted_send_odk_collect_5317_4589(
    hub: HubProcess, station: StationClient, visit: VisitAtStation
) -> None:
    """Same id, other body: kept beside the first for a person, not refused for ever; the line goes on."""
    [first] = station.batch(measured(visit))
    assert station.post([first]).items[0].fate is Fate.STORED
    fields = msgspec.msgpack.decode(first.envelope, type=list[object])
    sealed = msgspec.msgpack.decode(station.batch(measured(visit))[0].envelope, type=list[object])
    fields[14] = sealed[14]
    [edited] = sign_batch([msgspec.msgpack.encode(fields)], station.key)
    after = station.batch(measured(visit))

    receipt = station.post([edited, *after])

    assert [item.fate for item in receipt.items] == [Fate.QUARANTINED, Fate.STORED]
    kept = [row for row in hub.rows(Quarantine) if row.content == msgspec.msgpack.encode(edited)]
    assert len(kept) == 1
    assert kept[0].settled_at is None


def test_08_a_later_attribute_of_a_sent_visit_intelehealth_999(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    """A visit that was sent gets a name and a callback later: both arrive, the doctors' list has it."""
    station.deliver(visit.opened(), measured(visit))
    filed(hub, station)
    station.deliver(
        Identified(visit=visit.id, at=visit.at, person=Person("Ada", "Later", "1950-01-02")),
        CallbackWanted(visit=visit.id, at=visit.at, phone="555 0199", when="morning"),
        VisitClosed(visit=visit.id, at=visit.at, how="finished"),
    )
    filed(hub, station)
    listed = {row["id"]: row for row in provider.get("/api/worklist").json()["items"]}
    assert str(visit.id) in listed
    assert "Later" in str(listed[str(visit.id)])


def test_09_two_events_of_one_moment_stay_two_nightscout_8185(
    hub: HubProcess, station: StationClient, visit: VisitAtStation
) -> None:
    """Same time, same device, same values: two readings, for identity is an id and no time."""
    one, two = measured(visit), measured(visit)
    assert one.measurement.effective == two.measurement.effective
    assert one.measurement.values == two.measurement.values
    station.deliver(visit.opened(), one, two)
    filed(hub, station)
    found = [row.id for row in hub.rows(Reading) if row.visit_id == visit.id]
    assert sorted(found) == sorted([one.measurement.id, two.measurement.id])


def test_10_a_retry_is_no_new_row_nocturne_405_xdrip_860(
    hub: HubProcess, station: StationClient, visit: VisitAtStation
) -> None:
    """Sent again and again, alone and in other company, also sealed anew under another envelope: one row."""
    told = measured(visit)
    batch = station.batch(visit.opened(), told)
    for request in (batch, batch[1:], batch[::-1], [batch[1], batch[1]]):
        station.post(request)
    station.deliver(told)
    filed(hub, station)
    assert [row.id for row in hub.rows(Reading) if row.visit_id == visit.id] == [told.measurement.id]
    rows = [row for row in hub.rows(StoredEnvelope) if row.station_id == station.id]
    assert len({row.id for row in rows}) == len(rows)


def test_11_a_backlog_after_an_outage_is_stored_and_shown_androidaps_2494_nightscout_6134(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    """A backlog comes after what is new, and backwards: all is stored, and shown to the provider."""
    station.deliver(visit.opened())
    backlog = [measured(visit) for _ in range(12)]
    batch = station.batch(*backlog)
    station.deliver(measured(visit))
    station.post(batch[::-1])
    filed(hub, station)
    shown = provider.get(f"/api/visits/{visit.id}").json()["measurements"]
    assert {each.measurement.id for each in backlog} <= {UUID(each["id"]) for each in shown}
    assert len(shown) == len(backlog) + 1


def test_12_no_green_word_with_records_missing_sanamobile_88(
    hub: HubProcess, station: StationClient, visit: VisitAtStation
) -> None:
    """The receipt names each envelope it is for; the hub knows, and says, that one in between is missing."""
    batch = station.batch(visit.opened(), measured(visit), measured(visit))
    receipt = station.post([batch[0], batch[2]])
    ids = [msgspec.msgpack.decode(each.envelope, type=list[object])[1] for each in batch]
    assert [str(item.id) for item in receipt.items] == [ids[0], ids[2]]

    def open_gaps() -> int:
        rows = hub.rows(ChainGap)
        return sum(1 for gap in rows if gap.station_id == station.id and gap.closed_at is None)

    assert open_gaps() == 1
    station.post([batch[1]])
    assert open_gaps() == 0
