"""Steps of a round in real processes, for tests in tests/e2e: a badge, the list, a resident's bed."""

from typing import Any, Final

from rig import Rig

NURSE: Final = "Nora Quist"
PATIENCE: Final = 20


def scan(rig: Rig, whose: str) -> None:
    house, scanner = rig.world.house, rig.world.scanner
    assert house is not None and scanner is not None
    token = house.badges.get(whose) or next(t for name, t in house.wristbands.items() if whose in name)
    scanner.scan(token)


def sign_in(rig: Rig) -> None:
    driver = rig.driver
    driver.until(lambda s: s["devices"].get("scanner") == "ready", "the scanner")
    scan(rig, NURSE)
    driver.on("pin")
    assert rig.world.house is not None
    for _ in range(PATIENCE):  # refused in words until the hub has told the station who works here
        driver.type(rig.world.house.pins[NURSE])
        driver.tap("next")
        judged = driver.until(lambda s: s["screen"] == "round" or s["page"]["notes"], "yes or no")
        if judged["screen"] == "round":
            break
    driver.on("round")
    driver.until(lambda s: "Adler" in str(s["round"]["parts"]), "the list")


def to_bed(rig: Rig, whose: str) -> dict[str, Any]:
    driver = rig.driver
    scan(rig, whose)
    driver.on("check")
    driver.tap("answer-birth-date")
    driver.tap("next")
    return driver.on("bedside")
