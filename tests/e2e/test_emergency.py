"""Chest pain now: what to do at once, alarm at the hub, and the truth about who has answered."""

from pathlib import Path

import pytest

from demo.driver import Driver
from demo.provider import Provider
from demo.report import Report
from demo.visit import Visit
from demo.world import Options, World

pytestmark = pytest.mark.e2e


def test_chest_pain_is_alarmed_and_help_is_never_promised(tmp_path: Path) -> None:
    world = World(Options(rest_s=1, between_s=1))
    driver = Driver(world.driver_socket)
    try:
        world.make_hub()
        world.start_devices()
        world.start_station()
        driver.connect()
        with Provider(world.console_url) as provider:
            provider.sign_in(world.sign_in_code())
            visit = Visit(world, driver, provider, Report(tmp_path))
            visit.welcome_and_consent()
            visit.identity()
            state = driver.on("question")
            assert state["item"] == "emergency"
            driver.tap("answer-chest-pain")
            driver.tap("next")
            driver.on("emergency")
            state = driver.until(lambda s: "No answer yet" in s["emergency"]["truth"], "the alarm at the hub")
            assert state["emergency"]["number"] == "911"
            assert "12 Elm Street" in state["emergency"]["where"]
            assert not state["emergency"]["acknowledged"]
            words = (
                " ".join(step["text"] for step in state["emergency"]["steps"]).lower()
                + state["emergency"]["truth"].lower()
            )
            assert "coming" not in words
            visit.picture("emergency")
            provider.part("acknowledge").first.click()
            state = driver.until(lambda s: s["emergency"]["acknowledged"], "the acknowledgement")
            assert "provider has seen" in state["emergency"]["truth"]
    finally:
        driver.close()
        world.close()
