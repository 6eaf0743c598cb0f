"""The cuff from the start command to the result, and every way it can end: stop is on the wire, always."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID

import pytest
from msgspec import structs
from stations import FAST, QUICK, Station, cuff, heard, oximeter, simulate, until

from contract.measurement import Act, Grade, Kind, Reason
from peripherals.devices.rbp9804 import PRODUCT
from peripherals.events import (
    CuffPressure,
    DeviceConfig,
    Fault,
    MeasurementFailed,
    MeasurementReady,
    Phase,
    Remedy,
    State,
)
from peripherals.guard_client import GuardClient
from peripherals.inflations import CuffLimits
from peripherals.protocols import rbp9804
from peripherals.protocols.conversation import Packet
from peripherals.protocols.rbp9804 import ErrorCode
from peripherals.simulators.cuff import Rbp9804Cuff
from peripherals.simulators.port import Simulator
from peripherals.simulators.scenarios import Cuff, Reading, Scenario, find
from peripherals.worker import Limits

BP = Act.BLOOD_PRESSURE
DEFAULTS = Limits()
TO_THE_END = 3 * FAST  # where nobody has to press STOP in time
TYPED = {
    ErrorCode.OVERPRESSURE: Fault.OVERPRESSURE,
    ErrorCode.LEAK_OR_SIGNAL: Fault.CUFF_LEAK_OR_SIGNAL,
    ErrorCode.LEAK_OR_SIGNAL_2: Fault.CUFF_LEAK_OR_SIGNAL,
    ErrorCode.SENSOR: Fault.CUFF_SENSOR,
    ErrorCode.DEFLATION: Fault.CUFF_DEFLATION,
    ErrorCode.LEAK: Fault.CUFF_LEAK,
    ErrorCode.MOTOR: Fault.CUFF_MOTOR,
    0x33: Fault.CUFF_ERROR,
}


class Table:
    """A station with one simulated cuff on the table, and the log of its wire."""

    def __init__(self, station: Station, device: Simulator, log: Path) -> None:
        self.station = station
        self.device = device
        self._log = log

    def sent(self) -> bytes:
        return heard(self._log)

    def after_start(self) -> bytes:
        """What the host sent after its last start command."""
        return self.sent().rpartition(PRODUCT.start)[2]

    async def inflating(self) -> UUID:
        """Start a measurement; returns once the pressure rises."""
        id = self.station.measure(BP)
        await until(lambda: self.device.device.pressure > 20, "the cuff to inflate")  # type: ignore[attr-defined]
        return id

    async def fails(self, id: UUID) -> MeasurementFailed:
        failed = await self.station.outcome(id)
        assert isinstance(failed, MeasurementFailed), failed
        return failed

    async def vented(self) -> None:
        await until(lambda: PRODUCT.stop in self.after_start(), "stop on the wire")
        await until(lambda: self.device.device.pressure == 0, "the cuff to vent")  # type: ignore[attr-defined]


@asynccontextmanager
async def table(
    folder: Path,
    scenario: Scenario | str = "healthy",
    *more: DeviceConfig,
    limits: Limits = DEFAULTS,
    guard: GuardClient | None = None,
    speed: float = FAST,
) -> AsyncIterator[Table]:
    link, log = folder / "cuff", folder / "cuff.jsonl"
    with simulate("rbp9804", scenario, link=link, log=log, speed=speed) as device:
        async with Station(cuff(str(link)), *more, limits=limits, guard=guard) as station:
            await station.is_now(State.READY, "cuff")
            yield Table(station, device, log)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path


def values(ready: MeasurementReady) -> dict[Kind, float]:
    return {value.kind: value.value for value in ready.measurement.values}


async def test_a_whole_measurement(folder: Path) -> None:
    async with table(folder, speed=TO_THE_END) as t:
        ready = await t.station.outcome(t.station.measure(BP))
        again = await t.station.outcome(t.station.measure(BP, rest_ok=False))
    assert isinstance(ready, MeasurementReady)
    assert isinstance(again, MeasurementReady)
    assert values(ready) == {Kind.SYSTOLIC: 124, Kind.DIASTOLIC: 79, Kind.PULSE_RATE: 72}
    assert values(again) == {Kind.SYSTOLIC: 121, Kind.DIASTOLIC: 77, Kind.PULSE_RATE: 71}
    assert ready.measurement.quality.grade is Grade.GOOD
    assert again.measurement.quality.reasons == (Reason.NOT_RESTED,)
    assert ready.measurement.raw == rbp9804.encode_result(124, 79, 72)
    assert t.station.phases()[:4] == [Phase.STARTING, Phase.INFLATING, Phase.DEFLATING, Phase.DONE]
    pressures = [event.pressure for event in t.station.of(CuffPressure)]
    assert max(pressures) > 160
    assert t.sent().count(PRODUCT.start) == 2


async def test_a_cuff_that_is_found_is_stopped_before_it_is_called_ready(folder: Path) -> None:
    """It may be inflating for somebody whose station has just been started anew."""
    async with table(folder) as t:
        assert t.sent().startswith(PRODUCT.connect)
        await until(lambda: t.sent().endswith(PRODUCT.stop), "stop")


@pytest.mark.parametrize("code", TYPED, ids=lambda code: f"{code:02x}")
async def test_each_error_of_the_cuff_has_its_fault(folder: Path, code: int) -> None:
    async with table(folder, Scenario("error", cuff=Cuff(error=code, error_at_s=4))) as t:
        failed = await t.fails(t.station.measure(BP))
        assert (failed.fault, failed.device_code) == (TYPED[ErrorCode(code) if code < 0x33 else 0x33], code)
        await t.vented()


async def test_a_leak(folder: Path) -> None:
    async with table(folder, "cuff-leak", speed=TO_THE_END) as t:
        failed = await t.fails(t.station.measure(BP))
        assert failed.fault is Fault.CUFF_LEAK
        assert max(event.pressure for event in t.station.of(CuffPressure)) == 58


async def test_stop_is_on_the_wire_and_the_next_measurement_works(folder: Path) -> None:
    async with table(folder) as t:
        id = await t.inflating()
        t.station.supervisor.stop_cuff()
        assert (await t.fails(id)).fault is Fault.STOPPED
        await t.vented()
        assert t.station.phases()[-1] is Phase.STOPPED
        await t.inflating()


async def test_stop_when_nothing_runs_is_on_the_wire_all_the_same(folder: Path) -> None:
    async with table(folder) as t:
        await until(lambda: PRODUCT.stop in t.sent(), "the first stop")
        before = t.sent().count(PRODUCT.stop)
        t.station.supervisor.stop_cuff()
        await until(lambda: t.sent().count(PRODUCT.stop) > before, "stop")


async def test_stopped_in_the_same_breath_it_never_starts(folder: Path) -> None:
    async with table(folder, speed=TO_THE_END) as t:
        id = t.station.measure(BP)
        t.station.supervisor.stop(BP)
        assert (await t.fails(id)).fault is Fault.STOPPED
        ready = await t.station.outcome(t.station.measure(BP))
    assert isinstance(ready, MeasurementReady)
    assert t.sent().count(PRODUCT.start) == 1


async def test_a_second_order_is_refused_and_the_first_goes_on(folder: Path) -> None:
    async with table(folder, speed=TO_THE_END) as t:
        first = await t.inflating()
        assert (await t.fails(t.station.measure(BP))).fault is Fault.BUSY
        assert isinstance(await t.station.outcome(first), MeasurementReady)
    assert t.sent().count(PRODUCT.start) == 1


async def test_four_inflations_and_no_fifth_not_even_after_a_replug(folder: Path) -> None:
    async with table(folder) as t:
        for _ in range(4):
            id = await t.inflating()
            t.station.supervisor.stop(BP)
            await t.fails(id)
            await t.vented()
        failed = await t.fails(t.station.measure(BP))
        assert (failed.fault, failed.remedy) == (Fault.CUFF_MUST_REST, Remedy.WAIT)
        t.device.unplug()
        await t.station.is_now(State.ABSENT, "cuff", Fault.NOT_CONNECTED)
        t.device.replug()
        await t.station.is_now(State.READY, "cuff")
        assert (await t.fails(t.station.measure(BP))).fault is Fault.CUFF_MUST_REST
    assert t.sent().count(PRODUCT.start) == 4


async def test_the_cable_pulled_while_it_inflates(folder: Path) -> None:
    async with table(folder) as t:
        id = await t.inflating()
        t.device.unplug()
        assert (await t.fails(id)).fault is Fault.UNPLUGGED
        await t.station.is_now(State.ABSENT, "cuff", Fault.NOT_CONNECTED)
        t.device.replug()
        await t.station.is_now(State.READY, "cuff")
        await t.vented()
        await t.inflating()


async def test_a_cuff_that_falls_silent_while_it_inflates(folder: Path) -> None:
    async with table(folder, limits=Limits(cuff=CuffLimits(silence_s=0.3))) as t:
        id = await t.inflating()
        t.device.set_scenario("silent")
        failed = await t.fails(id)
        assert (failed.fault, failed.remedy) == (Fault.NO_ANSWER, Remedy.SWITCH_ON)
        await until(lambda: PRODUCT.stop in t.after_start(), "stop on the wire")


async def test_a_cuff_that_does_not_end(folder: Path) -> None:
    async with table(folder, limits=Limits(cuff=CuffLimits(longest_s=0.4)), speed=1) as t:
        assert (await t.fails(t.station.measure(BP))).fault is Fault.CUFF_TIMEOUT
        await t.vented()


async def test_a_pressure_above_our_limit_is_stopped_whatever_the_cuff_thinks(folder: Path) -> None:
    async with table(folder, Scenario("pumps to 325", cuff=Cuff((Reading(290, 150, 80),)))) as t:
        assert (await t.fails(t.station.measure(BP))).fault is Fault.CUFF_PRESSURE_LIMIT
        await t.vented()


async def test_a_cuff_that_keeps_its_air_is_told_of_until_it_lets_go(folder: Path) -> None:
    limits = Limits(cuff=CuffLimits(held_s=0.3))
    async with table(folder, "cuff-stuck", limits=limits) as t:
        id = await t.inflating()
        await until(lambda: t.device.device.pressure > 130, "the cuff to be full")  # type: ignore[attr-defined]
        t.station.supervisor.stop_cuff()
        assert (await t.fails(id)).fault is Fault.STOPPED
        status = await t.station.is_now(State.FAULT, "cuff", Fault.CUFF_HOLDS)
        assert status.remedy is Remedy.OPEN_CUFF
        assert (await t.fails(t.station.measure(BP))).fault is Fault.CUFF_HOLDS
        before = t.after_start().count(PRODUCT.stop)
        await until(lambda: t.after_start().count(PRODUCT.stop) > before, "stop, again and again")
        t.device.set_scenario("healthy")
        t.device.device.pressure = 1  # type: ignore[attr-defined]  # opened by hand
        await t.station.is_now(State.READY, "cuff")


async def test_a_result_that_cannot_be_true(folder: Path) -> None:
    async with table(folder, Scenario("79/79", cuff=Cuff((Reading(79, 79, 70),))), speed=TO_THE_END) as t:
        assert (await t.fails(t.station.measure(BP))).fault is Fault.CUFF_IMPLAUSIBLE
        await t.vented()


class RemembersCuff(Rbp9804Cuff):
    """Answers the start command with the result of somebody before."""

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        replies = super().host_sent(data, t)
        return [*replies, Packet(rbp9804.encode_result(200, 120, 99))] if PRODUCT.start in data else replies


async def test_a_result_without_an_inflation_is_somebody_else_s(folder: Path) -> None:
    with Simulator(RemembersCuff, speed=TO_THE_END) as device:
        async with Station(cuff(device.port)) as station:
            await station.is_now(State.READY, "cuff")
            ready = await station.outcome(station.measure(BP))
    assert isinstance(ready, MeasurementReady)
    assert values(ready)[Kind.SYSTOLIC] == 124


async def test_garbage_on_the_line_changes_no_value(folder: Path) -> None:
    async with table(
        folder, structs.replace(find("garbage"), cuff=Cuff((Reading(124, 79, 72),))), speed=TO_THE_END
    ) as t:
        outcomes = [await t.station.outcome(t.station.measure(BP)) for _ in range(2)]
    for outcome in outcomes:
        if isinstance(outcome, MeasurementReady):
            assert values(outcome) == {Kind.SYSTOLIC: 124, Kind.DIASTOLIC: 79, Kind.PULSE_RATE: 72}
        else:  # the result itself was cut: it is said only once
            assert outcome.fault is Fault.NO_ANSWER
    assert any(isinstance(outcome, MeasurementReady) for outcome in outcomes)


async def test_a_silent_cuff_is_said_so_and_found_when_it_wakes(folder: Path) -> None:
    with simulate("rbp9804", "silent", speed=FAST) as device:
        async with Station(cuff(device.port)) as station:
            status = await station.is_now(State.FAULT, "cuff", Fault.NO_DATA)
            assert status.remedy is Remedy.SWITCH_ON
            device.set_scenario("healthy")
            await station.is_now(State.READY, "cuff")


async def test_the_supervisor_s_end_stops_an_inflating_cuff(folder: Path) -> None:
    async with table(folder) as t:
        id = await t.inflating()
        await t.station.end()
        await t.fails(id)
        await t.vented()


async def test_without_its_guard_the_cuff_is_not_started(folder: Path) -> None:
    async with table(folder, guard=GuardClient(folder / "nobody")) as t:
        failed = await t.fails(t.station.measure(BP))
        assert (failed.fault, failed.remedy) == (Fault.BUSY, Remedy.WAIT)
    assert PRODUCT.start not in t.sent()


async def test_oximeter_and_cuff_at_once(folder: Path) -> None:
    with simulate("contec-v5", speed=10) as finger:
        async with table(
            folder, "healthy", oximeter(finger.port, "contec-v5"), limits=QUICK, speed=TO_THE_END
        ) as t:
            await t.station.is_now(State.READY, "oximeter")
            pressure, oxygen = t.station.measure(BP), t.station.measure(Act.OXIMETRY)
            both = await asyncio.gather(t.station.outcome(pressure), t.station.outcome(oxygen))
    assert [isinstance(outcome, MeasurementReady) for outcome in both] == [True, True]
    assert [o.measurement.act for o in both if isinstance(o, MeasurementReady)] == [BP, Act.OXIMETRY]
