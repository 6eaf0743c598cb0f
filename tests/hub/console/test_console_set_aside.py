"""An operator at a real hub sees and settles what could not be filed, and what a station's data raised."""

import pytest
from console_axe import violations
from hub_process import HubProcess
from hub_station import StationClient, VisitAtStation, oximetry
from playwright.async_api import Page, expect

from contract.documents import Measured
from contract.envelope import FIRST, Fate, sign_batch
from hub.models import Quarantine, StationAlarm

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.e2e]


async def test_an_operator_settles_what_stations_sent(page: Page, real: HubProcess) -> None:
    with StationClient.enrolled(real, "Elm Street Pharmacy") as station:
        visit = VisitAtStation(station)
        told = [Measured(visit=visit.id, at=visit.at, measurement=oximetry(station.boot)) for _ in range(3)]
        unknown = station.sealed(b"x", visit.id, schema="carepost.document/9")
        later = station.sealed(b"y", visit.id, schema="carepost.document/10")
        station.post([*sign_batch([unknown, later], station.key), *station.batch(visit.opened())])
        station._prev = FIRST
        assert station.deliver(*told).items[0].fate is Fate.STORED
        station.settled()

    real.person("olu", "operator")
    code = real.command("sign-in-code", "olu").stdout.split()[-1]
    await page.goto(f"{real.console}/#code={code}")
    panel = page.get_by_test_id("set-aside")
    await expect(panel).to_contain_text("Elm Street Pharmacy: CHANGED ON ITS WAY?")
    await expect(panel).to_contain_text("lane document, number 4")
    things = panel.get_by_test_id("aside")
    await expect(things).to_have_count(2)
    await expect(things.first).to_contain_text("carepost.document/9")
    assert await violations(page) == []

    alarm = panel.get_by_test_id("station-alarm")
    await alarm.get_by_role("button").click()  # without a word of what was found nothing happens
    await alarm.get_by_label("What was found at Elm Street Pharmacy").fill("A copied disk; wiped.")
    await alarm.get_by_role("button").click()
    await expect(alarm).to_have_count(0)
    [noted] = real.rows(StationAlarm)
    assert (noted.settled_by, noted.note) == ("olu", "A copied disk; wiped.")

    await things.first.get_by_role("textbox").fill("A station of the future.")
    await things.first.get_by_role("button", name="Leave it unfiled").click()
    await expect(things).to_have_count(1)
    await things.first.get_by_role("button", name="File it after all").click()
    await expect(page.get_by_text("It is in line to be filed.")).to_be_visible()
    [kept] = [row for row in real.rows(Quarantine) if row.settled_how == "kept"]
    assert (kept.settled_by, kept.note) == ("olu", "A station of the future.")
