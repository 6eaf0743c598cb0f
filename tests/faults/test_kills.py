"""kill -9 of each process at the worst moment: nothing lost or doubled, the cuff let go, the visit on."""

import json
import os
import signal
import time
from pathlib import Path
from typing import Any, Self

import httpx
import pytest
from rig import Rig

from demo.driver import Driver
from demo.provider import Provider
from demo.report import Report
from demo.visit import Visit
from demo.wire import bytes_of
from demo.world import Options, World, wait_for
from peripherals.protocols.rbp9804 import Op, command

pytestmark = pytest.mark.faults
STOP = command(Op.STOP)
STOP_WITHIN_S = 1.0
VIDEO_BACK_WITHIN_S = 5.0


class Fhir:
    """Reads the hub's FHIR store as a program with a token."""

    def __init__(self, world: World) -> None:
        token = world.module("hub", "token", "--data", str(world.folder / "hub"), "test").split()[-1]
        self._client = httpx.Client(
            base_url=world.console_url + "/fhir/R4", headers={"Authorization": f"Bearer {token}"}
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def all(self, kind: str, **query: str) -> list[dict[str, Any]]:
        answer = self._client.get(f"/{kind}", params={"_count": "200", **query})
        answer.raise_for_status()
        return [entry["resource"] for entry in answer.json().get("entry", [])]

    def pressures(self, visit: str) -> int:
        return len(self.all("Observation", code="http://loinc.org|85354-9", encounter=visit))

    def oxygen(self, visit: str) -> int:
        return len(self.all("Observation", code="http://loinc.org|59408-5", encounter=visit))

    def closed(self, visit: str) -> bool:
        found = self.all("Encounter", _id=visit)
        return bool(found) and found[0]["status"] == "finished"


def arrived_once(world: World, visit: str) -> None:
    """Everything of the visit is at the hub, and each thing once."""
    with Fhir(world) as fhir:
        _arrived_once(fhir, visit)


def _arrived_once(fhir: Fhir, visit: str) -> None:
    wait_for(lambda: fhir.pressures(visit) >= 4 and fhir.oxygen(visit) >= 1, "the visit at the hub", 60)
    time.sleep(0.05)
    assert fhir.pressures(visit) == 4  # three readings and their mean
    assert fhir.oxygen(visit) == 1
    assert len(fhir.all("Encounter")) == 1
    patients = fhir.all("Patient")
    assert len(patients) == 1
    assert "Quillfeather" in json.dumps(patients)


def durable(state: dict[str, Any]) -> bool:
    return bool(state["papers"]) and all(p["state"] in ("saved", "sent") for p in state["papers"])


def leave_stored(rig: Rig) -> None:
    """From the results: no provider can be had; leave the case, and go."""
    rig.driver.tap("next")
    rig.driver.on("offer_call")
    rig.driver.tap("next")
    state = rig.driver.on("nobody", 40)
    assert any("Nobody has seen your answers yet" in line for line in state["page"]["lines"])
    rig.driver.tap("store")
    rig.driver.on("stored")
    rig.driver.tap("next")
    rig.driver.connect()
    rig.driver.on("welcome")


def test_hub_killed_before_saved_and_back_after_the_wipe(rig: Rig) -> None:
    rig.world.kill("hub")
    rig.to_results()
    rig.driver.until(durable, "everything saved here")
    leave_stored(rig)
    rig.world.start_hub()
    arrived_once(rig.world, rig.visit.visit)


def test_core_killed_between_saved_and_sent(rig: Rig) -> None:
    rig.world.kill("hub")
    rig.to_results()
    rig.driver.until(durable, "everything saved here")
    assert not any(p["state"] == "sent" for p in rig.driver.state()["papers"])
    before = rig.world.kill_station_process("core")
    wait_for(lambda: rig.world.station_pids()["core"] != before, "a new core")
    rig.driver.until(lambda s: s["overlay"] != "away", "core is back for the session")
    assert rig.driver.state()["screen"] == "results"
    rig.world.start_hub()
    rig.driver.until(lambda s: all(p["state"] == "sent" for p in s["papers"]), "everything sent", 90)
    arrived_once(rig.world, rig.visit.visit)


def stop_after(log: Path, killed_ns: int) -> float:
    """Seconds from the kill to the first stop command on the wire."""
    wait_for(
        lambda: any(STOP in data and at > killed_ns for at, data in bytes_of(log, "host")),
        "the stop command on the wire",
        5,
    )
    at = next(at for at, data in bytes_of(log, "host") if STOP in data and at > killed_ns)
    return (at - killed_ns) / 1e9


@pytest.mark.parametrize("victim", ["session", "core"])
def test_killed_mid_inflation_the_cuff_lets_go(rig: Rig, victim: str) -> None:
    rig.to_inflation()
    killed = time.monotonic_ns()
    before = rig.world.kill_station_process(victim)
    assert stop_after(rig.world.folder / "cuff.jsonl", killed) <= STOP_WITHIN_S
    wait_for(lambda: rig.world.station_pids()[victim] != before, f"a new {victim}")
    if victim == "core":
        rig.driver.until(lambda s: s["screen"] != "cuff_measure", "the visit goes on")
        return
    rig.driver.connect()
    state = rig.driver.on("resume")
    assert "Quillfeather" not in json.dumps(state, ensure_ascii=False)
    rig.driver.type("1948")
    rig.driver.tap("next")
    rig.driver.until(lambda s: s["screen"].startswith("cuff_"), "the visit goes on where it was")


def test_a_stopped_session_stops_the_cuff_too(rig: Rig) -> None:
    """Not dead but hung: 750 ms of silence are enough."""
    rig.to_inflation()
    pid = rig.world.station_pids()["session"]
    stopped = time.monotonic_ns()
    os.kill(pid, signal.SIGSTOP)
    try:
        assert stop_after(rig.world.folder / "cuff.jsonl", stopped) <= 2 * STOP_WITHIN_S
    finally:
        os.kill(pid, signal.SIGCONT)


def test_media_killed_in_a_call_the_picture_is_back(options: Options, tmp_path: Path) -> None:
    world = World(options)
    driver = Driver(world.driver_socket)
    try:
        world.make_hub()
        world.start_devices()
        world.start_station()
        driver.connect()
        with Provider(world.console_url) as provider:
            provider.sign_in(world.sign_in_code())
            provider.on_call()
            visit = Visit(world, driver, provider, Report(tmp_path))
            visit.welcome_and_consent()
            visit.identity()
            visit.questions()
            for screen in ("oximeter_prepare", "cuff_question"):
                driver.on(screen)
                driver.tap("skip")
                driver.on("skip_why")
                driver.tap("skip-do-not-want")
            driver.on("results")
            visit.call()
            frames = _frames(provider)
            remote = driver.state()["remote_frames"]
            killed = time.monotonic()
            world.kill_station_process("media")
            while _frames(provider) == frames or driver.state()["remote_frames"] <= remote + 5:
                # The browser makes a new picture for the new connection, its count begins anew.
                assert time.monotonic() - killed < 2 * VIDEO_BACK_WITHIN_S, "no picture came back"
                provider.page.wait_for_timeout(50)
                if not _flows(provider):
                    frames = _frames(provider)
            print(f"picture back after {time.monotonic() - killed:.1f} s")
            assert driver.state()["screen"] == "call"
    finally:
        driver.close()
        world.close()


def _frames(provider: Provider) -> int:
    look = provider.look()
    return int(look["frames"]) if look else 0


def _flows(provider: Provider) -> bool:
    first = _frames(provider)
    provider.page.wait_for_timeout(150)
    return _frames(provider) > first
