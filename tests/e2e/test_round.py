"""A round with a real hub, scanner and devices: offline after the list, a crash, and all of it kept."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from rig import Rig
from round_rig import NURSE, scan, sign_in, to_bed

from demo.world import Options, wait_for

pytestmark = pytest.mark.e2e


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    made = Rig(Options(rest_s=1, between_s=1, facility=True), tmp_path)
    try:
        yield made
    finally:
        made.close()


def pulse_and_oxygen(rig: Rig) -> None:
    """Measure the oxygen; what else is due is left for later."""
    driver = rig.driver
    driver.tap("next")
    driver.on("oximeter_prepare")
    driver.tap("next")
    driver.on("cuff_question", 120)  # an accepted value is shown for a while, then it goes on by itself
    driver.tap("skip")
    driver.on("skip_why")
    driver.tap("skip-other")
    driver.until(lambda s: s["screen"] == "by_hand", "the temperature, which is due as well")
    driver.tap("back")
    driver.tap("back")
    driver.on("bedside")


def resources(hub: httpx.Client, kind: str, **query: str) -> list[dict[str, Any]]:
    answer = hub.get(f"/fhir/R4/{kind}", params={"_count": "200", **query})
    answer.raise_for_status()
    return [entry["resource"] for entry in answer.json().get("entry", [])]


def test_a_round_from_badge_to_sign_out_offline_after_the_list(rig: Rig) -> None:
    driver, world = rig.driver, rig.world
    driver.on("welcome")
    sign_in(rig)
    rig.visit.picture("round")
    world.kill("hub")
    driver.until(lambda s: not s["hub_online"], "the hub to be missed")

    to_bed(rig, "Adler")
    pulse_and_oxygen(rig)
    rig.visit.picture("bedside")
    driver.tap("bed-wrong")
    driver.on("round")
    state = to_bed(rig, "Osei")
    assert "Osei" in state["round"]["heading"]
    assert "Adler" not in str(state["round"]["cards"])
    assert any("Oxygen" in card["name"] for card in state["round"]["cards"])
    driver.tap("bed-sbar")
    driver.on("sbar")
    driver.tap("sbar-request")
    driver.tap("ask-see-today")
    driver.on("sbar")
    driver.tap("sbar-assess")
    driver.on("assess")
    driver.type("fluid")
    driver.tap("next")
    driver.on("sbar")
    rig.visit.picture("handover")
    driver.tap("next")
    driver.on("bedside")
    driver.tap("bed-leave")
    driver.on("round")

    to_bed(rig, "Moreno")
    driver.tap("bed-not-now")
    driver.on("not_now")
    driver.tap("missed-asleep")
    driver.on("round")

    world.kill_station_process("session")
    driver.connect()
    state = driver.on("sign_in")
    assert "Osei" not in str(state["page"]) + str(state["round"])
    driver.until(lambda s: s["devices"].get("scanner") == "ready", "the scanner")
    scan(rig, NURSE)
    driver.on("round")
    state = driver.until(lambda s: "Adler" in str(s["round"]["parts"]), "the list, from core alone")
    left_out = next(part for part in state["round"]["parts"] if part["id"] == "left-out")
    assert [row["label"] for row in left_out["rows"]] == ["Moreno, Ines"]
    driver.until(lambda s: all(p["state"] == "saved" for p in s["left_papers"]), "all to be saved here")
    driver.tap("finish")
    driver.until(lambda s: s["overlay"] == "leaving", "the question")
    driver.tap("leave-now")
    driver.connect()
    driver.on("welcome")

    queue = [p.read_bytes() for p in (world.station_state / "queue").rglob("*") if p.is_file()]
    assert not any(b"Adler" in data or b"Moreno" in data for data in queue)
    world.start_hub()
    token = world.module("hub", "token", "--data", str(world.folder / "hub"), "test").split()[-1]
    with httpx.Client(base_url=world.console_url, headers={"Authorization": f"Bearer {token}"}) as hub:
        wait_for(lambda: len(resources(hub, "Composition")) == 1, "the handover at the hub", 60)
        names = {p["id"]: p["name"][0]["family"] for p in resources(hub, "Patient")}
        oxygen = [o for o in resources(hub, "Observation", code="59408-5") if "valueQuantity" in o]
        wait_for(lambda: resources(hub, "Observation", status="cancelled") != [], "who was left out", 30)

        def status_of(family: str) -> list[str]:
            return [o["status"] for o in oxygen if names[o["subject"]["reference"].split("/")[1]] == family]

        assert status_of("Adler") == ["entered-in-error"]
        assert status_of("Osei") == ["final"]
        [handover] = resources(hub, "Composition")
        assert names[handover["subject"]["reference"].split("/")[1]] == "Osei"
        assert "fluid" in str(handover).lower()
        assert "see this person today" in str(handover)
