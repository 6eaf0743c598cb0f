"""A reading's way in one go: a simulated device's bytes, the engine, core, session, the hub's FHIR.

Every step takes what the step before really put out, as bytes where they are separate processes.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from msgspec import msgpack
from stations import Station, quick, simulate

from contract import documents, station
from contract.measurement import Measurement
from hub.fhir.devices import device
from hub.fhir.observations import observations
from kiosk.core.clock import Clock
from kiosk.core.devices import Devices
from peripherals.events import DeviceConfig, MeasurementReady, State
from peripherals.registry import PRODUCTS
from peripherals.worker import ACT_OF

VISIT, STATION = uuid4(), uuid4()
SPEED = {"suretemp": 4.0, "detecto": 4.0}  # a meter's own clock must run as ours does


async def measured(name: str, story: str, place: Path) -> Measurement:
    """Let the real engine measure with a simulated device."""
    product = PRODUCTS[name]
    act = ACT_OF[product.role]
    with simulate(name, story, speed=SPEED.get(name, 1.0), link=place / f"{name}-{story}") as simulator:
        config = DeviceConfig(
            "it",
            product.role,
            simulator.port,
            name,
            calibrated_on="2026-10-01",
            calibrated_by="J. Ortiz",
            calibration_due="2099-01-01",
        )
        async with Station(config, limits=quick(act, timeout_s=20.0)) as engine:
            await engine.is_now(State.READY, "it")
            ready = await engine.outcome(engine.measure(act))
            assert isinstance(ready, MeasurementReady), ready
            return ready.measurement


def through_core_and_session(measurement: Measurement) -> Measurement:
    """Let core tell a session of it, and the session put it into a document."""
    told: list[Any] = []

    def to_session(message: station.ToSession, *, droppable: bool = False) -> bool:
        told.append(msgpack.decode(msgpack.encode(message), type=station.ToSession))
        return True

    Devices(Clock(), to_session, lambda _: None).take(MeasurementReady("it", measurement))
    [message] = told
    document = documents.Measured(visit=VISIT, at=Clock().instant(), measurement=message.measurement)
    opened = documents.decode(documents.encode(document))
    assert isinstance(opened, documents.Measured)
    return opened.measurement


def loinc(observation: dict[str, Any]) -> str:
    return str(next(c["code"] for c in observation["code"]["coding"] if c["system"] == "http://loinc.org"))


def amount(observation: dict[str, Any]) -> tuple[float, str]:
    return observation["valueQuantity"]["value"], observation["valueQuantity"]["code"]


Check = Callable[[dict[str, dict[str, Any]]], None]


def temperature(found: dict[str, dict[str, Any]]) -> None:
    assert amount(found["8310-5"]) == (39.4, "Cel")
    assert found["8310-5"]["bodySite"]["text"] == "oral"


def weight_and_height(found: dict[str, dict[str, Any]]) -> None:
    assert set(found) == {"29463-7", "8302-2"}
    (kilograms, unit), (centimetres, other) = amount(found["29463-7"]), amount(found["8302-2"])
    assert (unit, other) == ("kg", "cm")
    assert kilograms == pytest.approx(72.5, abs=0.1)
    assert centimetres == pytest.approx(171, abs=0.2)


def low_sugar(found: dict[str, dict[str, Any]]) -> None:
    assert amount(found["41653-7"]) == (48, "mg/dL")


def sugar_too_high(found: dict[str, dict[str, Any]]) -> None:
    assert found["41653-7"]["valueString"] == "HI"
    assert found["41653-7"]["interpretation"][0]["coding"][0]["code"] == ">"


def heart_rate(found: dict[str, dict[str, Any]]) -> None:
    assert amount(found["8867-4"]) == (72, "/min")


CASES: dict[tuple[str, str], Check] = {
    ("ble-2a37", "healthy"): heart_rate,
    ("suretemp", "feverish"): temperature,
    ("detecto", "healthy"): weight_and_height,
    ("lifescan-ultraeasy", "low-sugar"): low_sugar,
    ("lifescan-ultraeasy", "meter-high"): sugar_too_high,
}


async def test_from_the_devices_bytes_to_fhir(tmp_path: Path) -> None:
    played = await asyncio.gather(*(measured(name, story, tmp_path) for name, story in CASES))
    for made, check in zip(played, CASES.values(), strict=True):
        assert through_core_and_session(made) == made
        found = {loinc(o): o for o in observations(made, VISIT, STATION)}
        check(found)
        for observation in found.values():
            assert observation["status"] == "final"
            assert observation["effectiveDateTime"] == made.effective.wall
        kept = device(made.device, STATION)
        assert kept["note"][0]["text"] == "Calibration checked on 2026-10-01 by J. Ortiz, due on 2099-01-01."
        assert kept["modelNumber"] == made.device.model
        assert made.raw
