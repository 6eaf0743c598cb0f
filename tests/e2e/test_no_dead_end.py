"""No dead end, in a whole station with a real console: the hub off, no provider there, the call dropped."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from demo.driver import Driver
from demo.provider import Provider
from demo.report import Report
from demo.visit import GIVEN, Visit
from demo.world import Options, World

pytestmark = pytest.mark.e2e
PROMISED = "A provider looks at your answers within 24 hours."
AFTER = "There is no connection now. A provider looks at your answers within 24 hours once it is back."


class House:
    """A station with a patient, and providers who come and go."""

    def __init__(self, folder: Path) -> None:
        self.world = World(Options(rest_s=1, between_s=1, provider_wait_s=300))
        self.driver = Driver(self.world.driver_socket)
        self.report = Report(folder)
        self.world.make_hub()
        self.world.start_devices()
        self.world.start_station()
        self.driver.connect()

    def close(self) -> None:
        self.driver.close()
        self.world.close()

    def to_offer(self) -> None:
        """Answer the questions, measure nothing, and come to the offer of a provider."""
        driver = self.driver
        visit = Visit(self.world, driver, None, self.report)  # type: ignore[arg-type]
        visit.welcome_and_consent()
        visit.identity()
        visit.questions()
        for screen in ("oximeter_prepare", "cuff_question"):
            driver.on(screen)
            driver.tap("skip")
            driver.on("skip_why")
            driver.tap("skip-do-not-want")
        driver.on("results")
        driver.tap("next")
        driver.on("offer_call")

    def lines(self) -> str:
        page: dict[str, Any] = self.driver.state()["page"]
        return " ".join([page["heading"], *page["lines"]])

    def finish(self) -> None:
        """Leave, and wait for the next session's welcome."""
        self.driver.tap("next")
        self.driver.connect()
        self.driver.on("welcome")

    def provider(self) -> Provider:
        return Provider(self.world.console_url)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    made = House(tmp_path_factory.mktemp("no-dead-end"))
    try:
        yield made
    finally:
        made.close()


def test_with_the_hub_off_the_wish_waits_sealed_and_the_patient_is_told_the_truth(house: House) -> None:
    driver, world = house.driver, house.world
    driver.until(lambda s: s["hub_online"], "the hub")
    world.kill("hub")
    driver.until(lambda s: not s["hub_online"], "the hub to be missed")
    house.to_offer()
    driver.tap("next")
    driver.on("nobody")
    assert "there is no connection" in house.lines()
    driver.tap("store")
    driver.on("stored")
    driver.until(lambda s: all(p["state"] == "saved" for p in s["papers"]), "all to be saved here")
    assert AFTER in house.lines() and PROMISED not in house.lines()
    house.finish()

    assert GIVEN.encode() not in b"".join(
        path.read_bytes() for path in (world.station_state / "queue").rglob("*") if path.is_file()
    )
    world.start_hub()
    with house.provider() as provider:
        provider.sign_in(world.sign_in_code())
        row = provider.page.get_by_test_id("row").filter(has_text=GIVEN)
        # its day began when the hub had it
        expect(row).to_contain_text(re.compile("Due in 2[34] h"), timeout=60_000)
        row.click()
        form = provider.part("callback")
        expect(form).to_contain_text("Case to review")
        expect(form).to_contain_text("there was no connection")
        expect(provider.page.locator("#answers")).to_be_visible()
        provider.page.get_by_label("How it went").fill("Looked at it.")
        provider.part("outcome").select_option("no-need")
        provider.part("duty-done").click()
        expect(row).to_have_count(0)
        assert provider.errors == []


def test_nobody_there_then_a_dropped_call_then_a_call_back(house: House) -> None:
    driver, world = house.driver, house.world
    driver.until(lambda s: s["hub_online"], "the hub", 60)
    house.to_offer()
    driver.tap("next")
    driver.on("nobody")
    assert "No provider can answer right now." in house.lines()
    driver.tap("wait")
    driver.on("waiting")
    with house.provider() as provider:
        provider.sign_in(world.sign_in_code())
        provider.on_call()
        driver.until(lambda s: s["call"] == "queued", "the place in line")
        assert "You are next." in house.lines()
        provider.open_first()
        provider.accept()
        driver.on("call")
        driver.until(lambda s: s["call"] == "connected", "the call", 90)
    # the provider's browser is gone, for good: the hub ends the call, the patient is not left alone with it
    driver.on("nobody", 90)
    assert "The call broke off." in house.lines()
    assert "You have no plan yet." in house.lines()
    driver.tap("call-back")
    driver.on("callback")
    driver.type("5550123")
    driver.tap("next")
    driver.on("callback_when")
    assert "5550123" in house.lines()
    driver.tap("when-soon")
    driver.on("stored")
    driver.until(
        lambda s: "A provider calls you within 2 hours." in " ".join(s["page"]["lines"]), "the promise"
    )
    driver.tap("person")
    driver.until(lambda s: s["overlay"] == "person", "the call for a person")
    with house.provider() as provider:
        provider.sign_in(world.sign_in_code())
        page = provider.part("page")  # nothing can sound here: the hub has it almost at once
        expect(page).to_contain_text("Elm Street Pharmacy", timeout=60_000)
        provider.part("page-answer").click()
        driver.until(
            lambda s: any("has seen this at" in line for line in s["overlay_lines"]),
            "the answer on the screen",
        )
        driver.tap("close-page")
        house.finish()
        provider.page.get_by_label("What became of it").fill("The pharmacist is with her.")
        provider.part("page-settle").click()
        row = provider.page.get_by_test_id("row").filter(has_text=GIVEN)
        expect(row).to_contain_text("Call back", timeout=60_000)
        row.click()
        expect(provider.part("callback")).to_contain_text("5550123")
        expect(provider.part("duty")).to_contain_text(re.compile("due in [12] h"))
        provider.part("take").click()
        expect(provider.part("duty")).to_contain_text("yours")
        provider.page.get_by_label("How it went").fill("Spoke with her.")
        provider.part("duty-done").click()
        expect(row).to_have_count(0)
        assert provider.errors == []
