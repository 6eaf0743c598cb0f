"""A thousand things happen to six devices: nothing crashes, leaks, or tells a value of an earlier plug."""

import asyncio
import gc
import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from soak import KINDS, Slot, Soak, What, value_of
from stations import PATIENCE_S, until

from contract.measurement import Grade, Instant, Measurement, Quality, Value
from contract.units import standard_unit
from peripherals.events import DeviceStatus, Fault, MeasurementReady, OximeterSample, State

USABLE = (State.READY, State.ATTENTION)
LONGEST_PAUSE_S = 0.22
LOOKS = 25


class Held:
    """What the process holds: tasks, threads, descriptors."""

    def __init__(self) -> None:
        gc.collect()
        self.tasks = len(asyncio.all_tasks()) if _in_a_loop() else 0
        self.threads = sorted(thread.name.rsplit("_", 1)[0] for thread in threading.enumerate())
        self.descriptors = len(list(Path("/proc/self/fd").iterdir()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and vars(self) == vars(other)

    def __repr__(self) -> str:
        return str(vars(self))


def _in_a_loop() -> bool:
    try:
        return asyncio.get_running_loop().is_running()
    except RuntimeError:
        return False


async def soak(folder: Path, seed: int, events: int) -> Soak:
    errors: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: errors.append(str(context)))
    before = Held()
    soak = Soak(folder, seed)
    async with soak.station as station:
        await soak.heal()
        await settled(soak)
        steady = Held()
        while sum(soak.done.values()) < events:
            soak.happen()
            await asyncio.sleep(soak.rng.uniform(0.0, LONGEST_PAUSE_S))
        await soak.heal()
        await settled(soak)
        for outcome in await asyncio.gather(*(station.outcome(soak.order(act)) for act in KINDS)):
            assert isinstance(outcome, MeasurementReady), outcome
        await until(lambda: soak.orders.keys() == soak.ends.keys(), "an end of every order")
        await same(steady)
    for slot in soak.slots:
        slot.close()
    await same(before)
    assert soak.complaints == []
    assert errors == []
    assert set(soak.ends.values()) == {1}
    return soak


async def same(before: Held) -> None:
    for _ in range(LOOKS):
        now = Held()
        if now == before:
            return
        await asyncio.sleep(0.2)
    assert now == before


async def settled(soak: Soak) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while waiting := [slot for slot in soak.slots if slot.state not in USABLE]:
        last = [[e for e in soak.station.of(DeviceStatus) if e.device == slot.id][-2:] for slot in waiting]
        assert time.monotonic() < deadline, f"never well again: {last}"
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.5)
    for slot in soak.slots:
        slot.noticed = True  # from a fault it comes back without a word of its loss


@pytest.fixture
def no_errors(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.ERROR)
    return caplog


async def test_sixty_things_happen(tmp_path: Path, no_errors: pytest.LogCaptureFixture) -> None:
    done = await soak(tmp_path, 1, 60)
    assert done.readings >= len(KINDS)
    assert no_errors.records == []


@pytest.mark.long
async def test_a_thousand_things_happen(tmp_path: Path, no_errors: pytest.LogCaptureFixture) -> None:
    done = await soak(tmp_path, 2, 1000)
    assert no_errors.records == []
    assert all(done.done.values())
    assert done.readings > 20


# ---- the watcher complains where there is something to complain of


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Soak, dict[str, Slot]]]:
    soak = Soak(tmp_path, 1)
    yield soak, {slot.product.name: slot for slot in soak.slots}
    for slot in soak.slots:
        slot.close()


def sample(slot: Slot, generation: int) -> OximeterSample:
    return OximeterSample(slot.id, 0, 64, int(value_of(slot.act, generation)), 72, None, ())


def status(slot: Slot, state: State, fault: Fault | None = None) -> DeviceStatus:
    return DeviceStatus(slot.id, slot.product.role, state, fault)


def measured(slot: Slot, order: UUID, generation: int) -> MeasurementReady:
    kind = KINDS[slot.act]
    value = Value(kind, value_of(slot.act, generation), standard_unit(kind))
    device = slot.product.identity("serial:/dev/x")
    return MeasurementReady(
        slot.id,
        Measurement(order, slot.act, (value,), Instant("", 0, ""), device, Quality(Grade.GOOD)),
    )


def test_a_value_of_before_is_complained_of_once_the_loss_was_noticed(
    watched: tuple[Soak, dict[str, Slot]], monkeypatch: pytest.MonkeyPatch
) -> None:
    soak, slots = watched
    slot = slots["contec-v7"]
    slot.do(What.PLUG, soak.rng)
    soak.take(status(slot, State.READY))
    slot.do(What.UNPLUG, soak.rng)
    soak.take(sample(slot, 1))  # it was on its way
    slot.do(What.PLUG, soak.rng)
    soak.take(sample(slot, 1))  # the station still reads the old terminal
    assert soak.complaints == []
    soak.take(status(slot, State.ABSENT, Fault.UNPLUGGED))
    soak.take(sample(slot, 2))
    assert soak.complaints == []
    soak.take(sample(slot, 1))
    assert len(soak.complaints) == 1


def test_a_reading_for_an_order_of_before_is_complained_of_unless_it_waits_for_a_person(
    watched: tuple[Soak, dict[str, Slot]], monkeypatch: pytest.MonkeyPatch
) -> None:
    soak, slots = watched
    monkeypatch.setattr(soak.station.supervisor, "measure", lambda act, id: None)
    for name, complaints in (("rbp9804", 1), ("contec-v7", 2), ("suretemp", 2), ("taidoc", 2)):
        slot = slots[name]
        slot.do(What.PLUG, soak.rng)
        order = soak.order(slot.act)
        slot.do(What.UNPLUG, soak.rng)
        soak.take(status(slot, State.ABSENT, Fault.UNPLUGGED))
        slot.do(What.PLUG, soak.rng)
        soak.take(measured(slot, order, 2))
        assert len(soak.complaints) == complaints, name
        soak.take(measured(slot, soak.order(slot.act), 2))
        assert len(soak.complaints) == complaints, name


def test_what_is_left_behind_is_noticed() -> None:
    before = Held()
    assert before == Held()
    with Path("/dev/null").open():
        assert before != Held()
    ending = threading.Event()
    thread = threading.Thread(target=ending.wait)
    thread.start()
    assert before != Held()
    ending.set()
    thread.join()
    assert before == Held()
