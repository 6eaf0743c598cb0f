"""The page a patient's phone opens: in Chromium, with the address of the QR code, in three languages."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, expect, sync_playwright
from test_health_link import PASSCODE, link, station

pytestmark = pytest.mark.e2e
__all__ = ["link", "station"]  # fixtures
CHROMIUM = "/usr/bin/chromium"
PHONE = {"width": 390, "height": 844}
SOON_MS = 20_000
expect.set_options(timeout=SOON_MS)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


def phone(chromium: Chromium, link: str, locale: str) -> tuple[Page, list[str]]:
    """Scan the square; return the page and what its console complains about."""
    page = chromium.new_context(viewport=PHONE, locale=locale).new_page()  # type: ignore[arg-type]
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if "Content Security" in said.text else None)
    page.goto(link)
    return page, errors


@pytest.mark.parametrize(
    ("locale", "direction", "title", "bedtime", "warning"),
    [
        ("en-US", "ltr", "Your visit", "in the morning, at bedtime", "Get help at once if: fever"),
        ("es-US", "ltr", "Su visita", "por la mañana, al acostarse", "Busque ayuda enseguida si: fever"),
        ("ar-EG", "rtl", "زيارتك", "صباحًا, عند النوم", "اطلب المساعدة فورًا إذا: fever"),
    ],
)
def test_a_phone_opens_it_in_its_own_language(
    chromium: Chromium, link: str, locale: str, direction: str, title: str, bedtime: str, warning: str
) -> None:
    page, errors = phone(chromium, link, locale)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert page.evaluate("document.documentElement.dir") == direction
    page.get_by_test_id("passcode").fill(PASSCODE)
    page.get_by_test_id("open-link").click()
    expect(page.get_by_test_id("told-plan")).to_have_text("Rest and drink.")
    expect(page.get_by_test_id("told-medicine").first).to_contain_text(bedtime)
    expect(page.get_by_test_id("told-note").first).to_have_text(warning)
    expect(page.get_by_text("Not without seeing you.")).to_be_visible()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"], f"it is {wide} px wide"
    assert not page.evaluate("document.body.innerText.includes('undefined')")
    assert errors == []
    page.context.close()


def test_wrong_numbers_another_language_and_the_file_for_a_doctor(
    chromium: Chromium, link: str, tmp_path: Path
) -> None:
    page, _ = phone(chromium, link, "en-US")
    page.get_by_test_id("passcode").fill("000 000")
    page.get_by_test_id("open-link").click()
    expect(page.get_by_test_id("trouble")).to_contain_text("These numbers are not right. You can try")
    page.get_by_test_id("language-ar").click()
    expect(page.get_by_test_id("trouble")).to_contain_text("هذه الأرقام غير صحيحة")
    page.get_by_test_id("passcode").fill(PASSCODE)
    page.get_by_test_id("open-link").click()
    with page.expect_download() as download:
        page.get_by_test_id("save-file").click()
    download.value.save_as(tmp_path / "visit.json")
    assert json.loads((tmp_path / "visit.json").read_text())["resourceType"] == "Bundle"
    page.context.close()


def test_half_a_link_says_so(chromium: Chromium, link: str) -> None:
    page, errors = phone(chromium, link[:-40], "es-US")
    expect(page.get_by_test_id("trouble")).to_have_text(
        "Este enlace no está completo. Vuelva a escanear el cuadrado."
    )
    expect(page.get_by_test_id("open-link")).to_be_disabled()
    assert errors == []
    page.context.close()
