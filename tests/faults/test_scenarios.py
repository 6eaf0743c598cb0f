"""Garbage on the line, a pulled cable, a finger taken out, a leaking cuff: a clear screen, nothing lost."""

import os
import signal
from pathlib import Path

import pytest
from rig import Rig

from demo.world import Options

pytestmark = pytest.mark.faults


def test_garbage_on_the_line_changes_no_value(tmp_path: Path) -> None:
    rig = Rig(
        Options(rest_s=1, between_s=1, cuff_speed=8, oximeter_scenario="garbage", cuff_scenario="garbage"),
        tmp_path,
    )
    try:
        rig.to_results()
        shown = {row["id"]: row["value"] for row in rig.driver.state()["results"]}
        assert shown == {"oxygen": "97", "pulse": "72", "blood-pressure": "120/77"}
    finally:
        rig.close()


def test_a_pulled_cable_is_said_in_words_and_mends_itself(rig: Rig) -> None:
    rig.to_oximeter()
    rig.driver.tap("next")
    rig.driver.until(lambda s: s["measure"]["spo2"].isdecimal(), "moving numbers")
    os.kill(rig.world.processes["oximeter"].pid, signal.SIGUSR1)
    state = rig.driver.on("measure_problem", 20)
    assert "unplugged" in state["page"]["heading"]
    assert state["devices"]["oximeter"] == "absent"
    rig.driver.picture(rig.visit.report.folder / "unplugged.png")
    os.kill(rig.world.processes["oximeter"].pid, signal.SIGUSR2)
    rig.driver.until(lambda s: s["devices"]["oximeter"] == "ready", "the oximeter again", 20)
    if rig.driver.state()["screen"] == "measure_problem":
        rig.driver.tap("next")
    rig.driver.until(lambda s: s["measure"].get("accepted"), "a reading after all", 60)


def test_two_failures_of_a_leaking_cuff_lead_to_a_person_not_to_a_third(tmp_path: Path) -> None:
    rig = Rig(Options(rest_s=1, between_s=1, cuff_speed=8, cuff_scenario="cuff-leak"), tmp_path)
    try:
        rig.to_inflation()
        state = rig.driver.on("measure_problem", 60)
        assert "air" in state["page"]["heading"]
        rig.driver.tap("next")
        state = rig.driver.until(
            lambda s: s["screen"] == "measure_problem" and "check you now" in s["page"]["heading"],
            "a person instead of a third attempt",
            90,
        )
        assert not any(button["name"] == "try-again" for button in state["page"]["buttons"])
    finally:
        rig.close()
