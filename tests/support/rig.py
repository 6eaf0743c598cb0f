"""A running world, the screen's driver, and a patient's way through it: for tests of the whole."""

from pathlib import Path

from demo.driver import Driver
from demo.report import Report
from demo.visit import Visit
from demo.world import Options, World


class Rig:
    """A running world, the screen's driver, and a patient's way through it."""

    def __init__(self, options: Options, folder: Path) -> None:
        self.world = World(options)
        self.driver = Driver(self.world.driver_socket)
        # No provider: these visits are looked at in the hub's FHIR store.
        self.visit = Visit(self.world, self.driver, None, Report(folder))  # type: ignore[arg-type]
        self.world.make_hub()
        self.world.start_devices()
        self.world.start_station()
        self.driver.connect()

    def close(self) -> None:
        self.driver.close()
        self.world.close()

    def to_oximeter(self) -> None:
        self.visit.welcome_and_consent()
        self.visit.identity()
        self.visit.questions()
        self.driver.on("oximeter_prepare")

    def to_results(self) -> None:
        self.to_oximeter()
        self.visit.oxygen()
        self.visit.blood_pressure()

    def to_inflation(self) -> None:
        self.to_oximeter()
        self.driver.tap("skip")
        self.driver.on("skip_why")
        self.driver.tap("skip-do-not-want")
        self.visit.cuff_on()
        self.driver.tap("next")
        self.driver.until(
            lambda s: s["measure"].get("pressure", "–").isdecimal() and int(s["measure"]["pressure"]) > 30,
            "an inflating cuff",
        )
