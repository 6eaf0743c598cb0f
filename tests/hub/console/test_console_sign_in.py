"""Signing in, staying signed in, signing out."""

import pytest
from console_hub import CODE, PASSWORD, ConsoleHub
from playwright.async_api import Page, expect

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_name_and_password_by_keyboard_alone(page: Page, hub: ConsoleHub) -> None:
    await page.goto(hub.address)
    await page.get_by_label("Name").focus()
    await page.keyboard.type("amara")
    await page.keyboard.press("Tab")
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Dr. Amara Osei")).to_be_visible()


async def test_a_wrong_password_is_told_in_words_and_leaves_the_focus_on_it(
    page: Page, hub: ConsoleHub
) -> None:
    await page.goto(hub.address)
    await page.get_by_label("Name").fill("amara")
    await page.get_by_label("Password").fill("wrong")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("The name or the password is not right.")
    await expect(page.get_by_label("Password")).to_be_focused()
    await expect(page.get_by_label("Password")).to_have_value("")


async def test_a_code_in_the_address_signs_in_and_leaves_the_address(page: Page, hub: ConsoleHub) -> None:
    await page.goto(f"{hub.address}/#code={CODE}")
    await expect(page.get_by_test_id("worklist")).to_be_visible()
    assert CODE not in page.url
    await page.reload()
    await expect(page.get_by_test_id("worklist")).to_be_visible()  # by the session, not by the code


async def test_a_used_code_is_told_and_a_code_can_be_typed(page: Page, hub: ConsoleHub) -> None:
    await page.goto(f"{hub.address}/#code=used-already")
    await expect(page.get_by_test_id("problem")).to_be_visible()
    await page.get_by_role("button", name="Use a one-time code").click()
    await page.get_by_label("One-time code").fill(CODE)
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("worklist")).to_be_visible()


async def test_signing_out_leaves_nothing_of_patients_on_the_page(desk: Page, hub: ConsoleHub) -> None:
    await desk.get_by_test_id("sign-out").click()
    await expect(desk.get_by_test_id("sign-in")).to_be_visible()
    assert "Rosa" not in await desk.content()


async def test_a_session_that_ended_at_the_hub_leads_to_the_sign_in(desk: Page, hub: ConsoleHub) -> None:
    hub.forget_sessions()
    await hub.drop_sockets()
    await expect(desk.get_by_text("You were signed out. Please sign in again.")).to_be_visible()
    assert "Rosa" not in await desk.content()
