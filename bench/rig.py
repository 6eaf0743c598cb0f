"""A station with its hub, simulated devices and a provider's Chromium, brought to where a bench begins."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from bench.table import say
from demo.driver import Driver
from demo.provider import Provider
from demo.report import Report
from demo.visit import Visit
from demo.world import Options, World, wait_for

PATIENT_S: Final = 900  # how long a measurement may take: a bench watches one that never settles
CONNECT_S: Final = 40.0


class PatientWorld(World):
    """A world in which a measurement is given all the time a bench needs."""

    def profile(self) -> dict[str, Any]:
        """Return the station's profile."""
        profile = super().profile()
        profile["timing"]["measure_timeout_s"] = PATIENT_S
        return profile


class QuickVisit(Visit):
    """A visit without pictures of its screens."""

    def picture(self, name: str) -> None:
        """Take none."""


class Rig:
    """One station and one provider; the steps of a visit that benches need."""

    def __init__(self, world: World, driver: Driver, provider: Provider) -> None:
        self.world = world
        self.driver = driver
        self.provider = provider
        self._visit = QuickVisit(world, driver, provider, Report(world.folder / "report"))

    def to_oximeter(self) -> None:
        """From the welcome to where the finger goes into the clip."""
        say("a patient answers the questions")
        self._visit.welcome_and_consent()
        self._visit.identity()
        self._visit.questions()
        self.driver.on("oximeter_prepare")

    def to_inflation(self) -> None:
        """From the welcome to a cuff that inflates."""
        self.to_oximeter()
        self.driver.tap("skip")
        for screen, name in (
            ("skip_why", "skip-do-not-want"),
            ("cuff_question", "answer-none-of-these"),
            ("cuff_arm", "answer-adult"),
            ("cuff_posture", "next"),
        ):
            self.driver.on(screen)
            self.driver.tap(name)
        self.inflating()

    def inflating(self) -> None:
        """Wait until there is pressure in the cuff."""
        self.driver.until(
            lambda s: s["measure"].get("pressure", "–").isdecimal() and int(s["measure"]["pressure"]) > 30,
            "an inflating cuff",
        )

    def to_results(self) -> None:
        """Leave out every measurement."""
        while (state := self.driver.state())["screen"] != "results":
            before = (state["screen"], state["item"])
            self.driver.tap("skip-do-not-want" if state["screen"] == "skip_why" else "skip")
            self.driver.until(lambda s, b=before: (s["screen"], s["item"]) != b, "the next screen")  # type: ignore[misc]

    def ask_for_call(self) -> None:
        """From the results, or from waiting for the plan after a call, into the line."""
        if self.driver.state()["screen"] == "plan_waiting":
            self.driver.tap("call")
        else:
            self.driver.tap("next")
            self.driver.on("offer_call")
            self.driver.tap("next")
        self.driver.on("waiting")
        self.provider.open_first()
        self.provider.part("accept").first.wait_for()

    def accept(self) -> None:
        """The provider takes the call; both see each other."""
        self.provider.accept()
        self.driver.until(lambda s: s["call"] == "connected", "the call", CONNECT_S)

    def hang_up(self) -> None:
        """The provider ends the call; what was written in it, if anything, is kept."""
        self.provider.end_call()
        state = self.driver.until(lambda s: s["screen"] in ("keep_text", "plan_waiting"), "the call's end")
        if state["screen"] == "keep_text":
            self.driver.tap("keep-text")
            self.driver.on("plan_waiting")

    def wait_for(self, name: str) -> None:
        """Wait until something of this name is on the station's screen."""
        wait_for(lambda: name in {seen["object"] for seen in self.driver.ask("tree")["items"]}, name)

    def wait(self, seconds: float) -> None:
        """Let time pass, the browser's events included."""
        self.provider.page.wait_for_timeout(seconds * 1000)


@contextmanager
def rig(
    options: Options | None = None,
    prepare: Callable[[Provider], None] | None = None,
    make: Callable[[Options | None], World] = PatientWorld,
) -> Iterator[Rig]:
    """Start everything; the station shows its welcome, the provider is on call.

    `prepare` gets the provider before the console is opened; `make` another kind of world.
    """
    world = make(options)
    driver = Driver(world.driver_socket)
    try:
        say("hub, enrolment, devices, station")
        world.make_hub()
        world.start_devices()
        world.start_station()
        driver.connect()
        with Provider(world.console_url) as provider:
            if prepare:
                prepare(provider)
            provider.sign_in(world.sign_in_code())
            provider.on_call()
            driver.on("welcome")
            yield Rig(world, driver, provider)
    finally:
        driver.close()
        world.close()


def process_of(world: World, name: str) -> Path:
    """Return /proc/PID of one of the station's processes."""
    return Path(f"/proc/{world.station_pids()[name]}")
