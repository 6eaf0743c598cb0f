"""Every registered device, from its simulator through the real transport and the supervisor to a reading.

All at once: they take their real time, and the machine has little to do meanwhile.
"""

import asyncio
from pathlib import Path

from stations import Outcome, Station, until

from contract.measurement import Grade, Kind
from peripherals.devices.product import SCHEMES, Line, Manner, Product
from peripherals.events import CardSeen, DeviceConfig, DeviceStatus, MeasurementReady, Role, State
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.simulators.port import Simulator
from peripherals.worker import ACT_OF, Limits

EXPECTED: dict[Role, dict[Kind, float]] = {
    Role.OXIMETER: {Kind.SPO2: 97, Kind.PULSE_RATE: 72},
    Role.CUFF: {Kind.SYSTOLIC: 124, Kind.DIASTOLIC: 79},
    Role.THERMOMETER: {Kind.TEMPERATURE: 36.8},
    Role.SCALE: {Kind.WEIGHT: 72.5},
    Role.GLUCOSE_METER: {Kind.GLUCOSE: 104},
    Role.HEART_MONITOR: {Kind.HEART_RATE: 72},
}
UNITS = {Kind.TEMPERATURE: "Cel", Kind.WEIGHT: "kg", Kind.GLUCOSE: "mg/dL", Kind.SYSTOLIC: "mm[Hg]"}
NEAR = {Kind.TEMPERATURE: 0.06, Kind.WEIGHT: 0.06, Kind.HEART_RATE: 3.0}
USABLE = (State.READY, State.ATTENTION)


async def reading(product: Product, line: Line, folder: Path) -> Outcome:
    """Measure once with one product on one of its lines."""
    scheme = SCHEMES[type(line)]
    link = folder / f"{product.name}-{scheme}"
    speed = 6 if product.manner is Manner.INFLATE else 1
    with Simulator(SIMULATORS[product.name], "healthy", scheme=scheme, link=link, speed=speed):
        config = DeviceConfig("device", product.role, f"{scheme}:{link}", product.name)
        async with Station(config, limits=Limits()) as station:
            await until(
                lambda: any(status.state in USABLE for status in station.of(DeviceStatus)),
                f"{product.name}; told: {station.states()}",
            )
            outcome = await station.outcome(station.measure(ACT_OF[product.role]))
            assert station.latest("device").identity is not None
            return outcome


async def test_every_device_gives_the_reading_of_its_story(tmp_path: Path) -> None:
    measuring = [product for product in PRODUCTS.values() if product.manner is not Manner.SCAN]
    assert measuring
    runs = [(product, line) for product in measuring for line in {type(x): x for x in product.lines}.values()]
    outcomes = await asyncio.gather(*(reading(*run, tmp_path) for run in runs), return_exceptions=True)
    complaints = []
    for (product, line), outcome in zip(runs, outcomes, strict=True):
        if complaint := wrong(product, outcome):
            complaints.append(f"{product.name} on {SCHEMES[type(line)]}: {complaint}")
    assert not complaints, "\n".join(complaints)


def wrong(product: Product, outcome: Outcome | BaseException) -> str:
    """Say what is wrong with a reading; nothing when it is right."""
    if not isinstance(outcome, MeasurementReady):
        return repr(outcome)
    measurement = outcome.measurement
    for kind, expected in EXPECTED[product.role].items():
        value = measurement.get(kind)
        if value is None or abs(value.value - expected) > NEAR.get(kind, 0.01):
            return f"{kind} is {value}, not {expected}"
        if kind in UNITS and value.unit != UNITS[kind]:
            return f"{kind} is in {value.unit}"
    if measurement.quality.grade is not Grade.GOOD:
        return f"{measurement.quality}"
    if not measurement.raw:
        return "its bytes were not kept"
    return ""


async def test_every_scanner_reads_the_card_of_its_story_and_no_other(tmp_path: Path) -> None:
    scanners = [product for product in PRODUCTS.values() if product.manner is Manner.SCAN]
    for product in scanners:
        scheme = SCHEMES[type(product.lines[0])]
        link = tmp_path / product.name
        with Simulator(SIMULATORS[product.name], "healthy", scheme=scheme, link=link):
            for pattern, expected in ((r"CP1-[0-9A-Z]{8}", ["CP1-7Q2M9XKD"]), (r"XX-\d+", [])):
                config = DeviceConfig(
                    "scanner", Role.SCANNER, f"{scheme}:{link}", product.name, pattern=pattern
                )
                async with Station(config) as station:
                    await station.is_now(State.READY, "scanner")
                    if expected:
                        await until(lambda s=station: bool(s.of(CardSeen)), "a card")  # type: ignore[misc]
                    else:
                        await asyncio.sleep(0.1)
                    assert [card.token for card in station.of(CardSeen)] == expected
