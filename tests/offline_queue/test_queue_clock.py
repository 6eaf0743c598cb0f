"""Clocks that are wrong by decades, jump or begin anew: order, keep times, back-off stand on none of them."""

import asyncio
import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from contract.envelope import Lane
from offline_queue import Delivery, Pace, Put, Queue, State, Unreachable, audit
from offline_queue.__main__ import main
from offline_queue.model import DAY_S

NewPut = Callable[..., Put]
HOUR = 3600
EPOCH, Y2038, FAR = -1_795_521_600.0, 352_000_000.0, 15e9  # added to the time of the tests


def deliver(station: Any, hub: Any, store: Any) -> None:
    reader = station.read()
    signed = [row.signed for row in reader.rows() if row.signed is not None]
    reader.close()
    store.settle(hub.receipt(signed), hub.keys)


def test_order_is_that_of_the_puts_whatever_the_clock_says(station: Any, new_put: NewPut) -> None:
    store = station.open()
    puts = []
    for wrong in (0.0, Y2038, EPOCH, -9e8, FAR, EPOCH - 2 * DAY_S, 0.0):
        station.clock.wrong = wrong
        puts.append(new_put())
        store.commit(puts[-1:])
    envelopes = station.envelopes()
    assert [e.id for e in envelopes] == [p.id for p in puts]
    assert [e.wall % HOUR for e in envelopes] == [0] * len(puts)
    assert len({e.wall for e in envelopes}) == 6
    reader = station.read()
    assert [row for row in audit.verify(reader, station.public) if isinstance(row, audit.Problem)] == []
    reader.close()


@pytest.mark.parametrize("at_delivery", [0.0, EPOCH, Y2038, FAR])
@pytest.mark.parametrize("later", [0.0, EPOCH, Y2038, FAR])
def test_no_jump_of_the_clock_shortens_or_lengthens_the_keep_time(
    station: Any, hub: Any, new_put: NewPut, at_delivery: float, later: float
) -> None:
    station.clock.wrong = at_delivery
    store = station.open(keep_s=2 * DAY_S)
    store.commit([new_put()])
    deliver(station, hub, store)
    station.clock.wrong = later
    assert store.forget() == 0
    station.clock.now += 2 * DAY_S - 1
    assert store.forget() == 0
    station.clock.now += 2 * HOUR
    assert store.forget() == 1


def test_a_reboot_begins_the_monotonic_clock_anew_and_forgets_nothing_early(
    station: Any, hub: Any, new_put: NewPut
) -> None:
    store = station.open(keep_s=DAY_S)
    store.commit([new_put()])
    deliver(station, hub, store)
    gone = []
    for wrong in (EPOCH, FAR, Y2038, 0.0, EPOCH):
        station.clock.now += 6 * HOUR
        gone.append(store.forget())  # also notes the store's age, as every hour
        store.close()
        begun = station.clock.now
        station.clock.wrong = wrong
        station.clock.since_boot = lambda begun=begun: 20.0 + station.clock.now - begun
        store = station.open(keep_s=DAY_S)
    assert gone == [0, 0, 0, 0, 1]


def test_a_crash_before_the_age_was_noted_only_keeps_for_longer(
    station: Any, hub: Any, new_put: NewPut
) -> None:
    store = station.open(keep_s=DAY_S)
    store.commit([new_put()])
    deliver(station, hub, store)
    station.clock.now += DAY_S - 1
    store.close()
    store = station.open(keep_s=DAY_S)
    station.clock.now += DAY_S - 1
    assert store.forget() == 0
    station.clock.now += 2 * HOUR
    assert store.forget() == 1


async def test_back_off_stands_on_no_wall_clock(
    station: Any, hub: Any, new_put: NewPut, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter([0.0, 4e9, -5e8] * 1000)
    monkeypatch.setattr("offline_queue.delivery.time.time", lambda: next(times))
    tries = 0
    what = new_put()
    async with Queue(station.open()) as queue:
        sent = False

        async def send(batch: list[Any]) -> bytes:
            nonlocal tries, sent
            tries += 1
            if tries < 5:
                raise Unreachable("no network")
            receipt: bytes = hub.receipt(batch)
            sent = True
            return receipt

        await queue.put(what.lane, what.payload, id=what.id, stream=what.stream)
        heard = asyncio.Event()
        queue.subscribe(lambda changes: heard.set() if changes[0].state is State.SENT else None)
        pace = Pace(first_wait_s=0.001, longest_wait_s=0.005)
        task = asyncio.create_task(Delivery(queue, send, lambda: hub.keys, pace=pace).run())
        async with asyncio.timeout(30):
            await heard.wait()
        task.cancel()
        await asyncio.wait({task})
        assert sent


def test_times_no_calendar_has_are_listed_all_the_same(station: Any, new_put: NewPut, capsys: Any) -> None:
    station.clock.wrong = 9e14
    store = station.open()
    store.commit([put := new_put(Lane.ALERT)])
    assert main(["--store", str(station.directory), "list", "--json"]) == 0
    assert UUID(json.loads(capsys.readouterr().out)[0]["id"]) == put.id
    assert main(["--store", str(station.directory), "status", "--json"]) == 0
    assert main(["--store", str(station.directory), "metrics"]) == 0
