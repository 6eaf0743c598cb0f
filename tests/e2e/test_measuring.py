"""Every kind of device, on a port of its own, guided through on the real screen; staff enter the rest."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from rig import Rig

from demo.world import Options, wait_for

pytestmark = pytest.mark.e2e
FURTHER = {
    "thermometer": "suretemp",
    "scale": "toledo",
    "glucose-meter": "taidoc",
    "heart-monitor": "ble-2a37",
}
BREATHS = 20


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    made = Rig(Options(rest_s=1, between_s=1, further=FURTHER, sites={"heart-monitor": "chest"}), tmp_path)
    try:
        yield made
    finally:
        made.close()


def left_out(rig: Rig, why: str) -> None:
    rig.driver.tap("skip")
    rig.driver.on("skip_why")
    rig.driver.tap(f"skip-{why}")


def guided(rig: Rig, act: str) -> str:
    """From its prepare screen to the accepted number."""
    state = rig.driver.until(lambda s: (s["screen"], s["item"]) == ("device_prepare", act), f"{act}'s screen")
    assert state["page"]["picture"] and state["page"]["why"]
    rig.driver.tap("next")
    state = rig.driver.until(lambda s: s["device"]["accepted"], f"a reading of {act}", 120)
    shown: str = state["device"]["value"]
    rig.visit.picture(act)
    rig.driver.tap("next")
    return shown


def count_breaths(rig: Rig) -> None:
    rig.driver.tap("answer-hand-respiration")
    rig.driver.until(lambda s: s["count"]["phase"] == "ready", "the counter")
    rig.driver.tap("next")
    for number in range(BREATHS):
        rig.driver.tap("breath")
        rig.driver.until(lambda s, n=number: s["count"]["breaths"] == str(n + 1), "a counted breath")  # type: ignore[misc]
    rig.driver.until(lambda s: s["count"]["phase"] == "counted", "the end of the minute", 90)
    rig.driver.tap("next")


def by_hand(rig: Rig, *touches: str) -> None:
    rig.driver.until(lambda s: s["item"].startswith("menu"), "the menu")
    for touch in touches:
        rig.driver.tap(touch)


@pytest.fixture
def hub(rig: Rig) -> Iterator[httpx.Client]:
    token = rig.world.module("hub", "token", "--data", str(rig.world.folder / "hub"), "test").split()[-1]
    with httpx.Client(base_url=rig.world.console_url, headers={"Authorization": f"Bearer {token}"}) as made:
        yield made


def observations(hub: httpx.Client, visit: str) -> list[dict[str, Any]]:
    answer = hub.get("/fhir/R4/Observation", params={"_count": "200", "encounter": visit})
    answer.raise_for_status()
    return [entry["resource"] for entry in answer.json().get("entry", [])]


def coded(found: list[dict[str, Any]], code: str) -> list[dict[str, Any]]:
    return [o for o in found if any(c["code"] == code for c in o["code"].get("coding", []))]


def test_each_kind_of_device_and_what_staff_see_reach_the_hub(rig: Rig, hub: httpx.Client) -> None:
    driver = rig.driver
    rig.to_oximeter()
    left_out(rig, "hurts")
    assert guided(rig, "temperature") == "36.8"
    driver.on("cuff_question")
    left_out(rig, "cannot")
    for act, value in (("weight", "72.5"), ("glucose", "104"), ("heart_rate", "72")):
        driver.on("results")
        driver.tap(f"more-{act}")
        assert guided(rig, act) == value
    driver.on("results")
    driver.tap("by-hand")
    driver.until(lambda s: s["item"].startswith("role"), "who it is")
    driver.tap("hand-nurse")
    driver.type("mo")
    driver.tap("next")
    by_hand(rig)
    count_breaths(rig)
    by_hand(rig, "answer-hand-alertness", "hand-A")
    by_hand(rig, "answer-hand-oxygen_use", "hand-air")
    driver.until(lambda s: s["item"].startswith("menu"), "the menu")
    rig.visit.picture("by-hand")
    driver.tap("next")
    state = driver.on("results")
    breathing = next(row for row in state["results"] if row["id"] == "breathing")
    assert breathing["value"] == str(BREATHS)
    assert any("mo" in line for line in breathing["details"])

    wait_for(lambda: len(observations(hub, rig.visit.visit)) >= 9, "the readings at the hub", 60)
    found = observations(hub, rig.visit.visit)
    assert coded(found, "8310-5")[0]["bodySite"]["text"] == "oral"
    assert coded(found, "29463-7")[0]["valueQuantity"]["value"] == 72.5
    assert coded(found, "41653-7")[0]["device"]["reference"]
    [breaths] = coded(found, "9279-1")
    assert (breaths["valueQuantity"]["value"], breaths["performer"]) == (BREATHS, [{"display": "nurse, mo"}])
    assert "device" not in breaths
    assert coded(found, "80288-4")[0]["valueCodeableConcept"]["coding"][0]["code"] == "A"
    [oxygen] = coded(found, "59408-5")
    assert (oxygen["status"], oxygen["note"][0]["text"]) == ("cancelled", "Not made: it hurts.")
