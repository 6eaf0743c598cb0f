"""The QR code on a station's screen, opened by an operator at a hub: its number is there to say yes to."""

import pytest
from console_axe import violations
from hub_process import HubProcess
from hub_station import StationClient
from playwright.async_api import Page, expect

from contract.technician import qr_text

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.e2e]


async def test_a_stations_qr_code_leads_to_its_number_and_lets_nobody_in_by_itself(
    page: Page, real: HubProcess
) -> None:
    with StationClient.enrolled(real, "Elm Street Pharmacy") as station:
        real.person("olu", "operator")
        code = real.command("sign-in-code", "olu").stdout.split()[-1]
        await page.goto(f"{real.console}/#code={code}")
        await expect(page.get_by_test_id("station-row")).to_contain_text("Elm Street Pharmacy")
        await page.goto("about:blank")  # a phone's camera opens a page of its own
        await page.goto(qr_text(station.id, "40517263", real.console))
        number = page.get_by_label("The number on its screen")
        await expect(number).to_have_value("40517263")
        await expect(page.get_by_test_id("technician-code")).to_have_count(0)
        assert await violations(page) == []
        await page.get_by_label("Who it is, for the report").fill("J. Ortiz")
        await page.get_by_role("button", name="Let them in").click()
        await expect(page.get_by_test_id("technician-code")).to_be_visible()
        assert "challenge" not in page.url, "it is good once"
