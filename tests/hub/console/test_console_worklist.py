"""The worklist: order, clocks, alarms, on call, and that nothing moves under the reader."""

import re

import pytest
from console_hub import ConsoleHub
from console_visits import ago, chest, morning, name, rosa, visit
from playwright.async_api import Page, expect

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def shown(desk: Page) -> list[str]:
    """Return the names in the order of the rows."""
    names = await desk.locator("[data-testid=row] .name").all_inner_texts()
    return [" ".join(text.split()[:2]) for text in names]


async def test_rows_stand_in_the_hubs_order_and_say_who_why_where(desk: Page) -> None:
    assert (await shown(desk))[:3] == ["Tom Becker", "Rosa Delgado", "Mai Nguyen"]
    row = desk.locator(f"#row-{name('rosa')}")
    for words in (
        "Provider now",
        "Waiting",
        "75 years",
        "Spanish",
        "Short of breath",
        "Elm Street Library",
        "family",
    ):
        await expect(row).to_contain_text(words)
    await expect(desk.locator(f"#row-{name('call')}")).to_contain_text("+1 555 010 7788")


async def test_waiting_time_ticks(desk: Page) -> None:
    waited = desk.locator(f"#row-{name('rosa')}").get_by_test_id("waited")
    before = await waited.inner_text()
    assert before.startswith("4:")
    await expect(waited).not_to_have_text(before)


async def test_a_computer_with_a_wrong_clock_shows_the_right_waiting_time(
    page: Page, hub: ConsoleHub
) -> None:
    await page.add_init_script("const real = Date.now; Date.now = () => real() + 3_600_000;")
    await page.goto(f"{hub.address}/#code=CODE-1234")
    waited = page.locator(f"#row-{name('rosa')}").get_by_test_id("waited")
    await expect(waited).to_have_text(re.compile("^4:"))


async def test_a_new_order_waits_while_the_list_is_pointed_at(desk: Page, hub: ConsoleHub) -> None:
    await desk.locator(f"#row-{name('rosa')}").hover()
    before = await shown(desk)
    urgent = visit("late", "Lena Fischer", "hall", level="E", waiting_since=ago(0))
    await hub.arrange([urgent, *reversed(morning())])
    await expect(desk.get_by_test_id("new-order")).to_be_visible()
    assert await shown(desk) == [*before, "Lena Fischer"]
    await desk.keyboard.press("r")
    assert (await shown(desk))[0] == "Lena Fischer"
    await expect(desk.get_by_test_id("new-order")).to_have_count(0)


async def test_a_new_order_comes_by_itself_when_nobody_is_in_the_list(desk: Page, hub: ConsoleHub) -> None:
    heading = desk.get_by_role("heading", name="Waiting and open visits")
    await heading.hover()  # beside the list, and only once all of it stands still
    await hub.arrange([rosa(), chest()])
    await expect(desk.locator("[data-testid=row] .name").first).to_contain_text("Rosa")


async def test_an_alarm_stands_on_top_until_it_is_acknowledged(desk: Page, hub: ConsoleHub) -> None:
    alarms = desk.get_by_test_id("alarms")
    await expect(alarms).to_contain_text("Chest pain now")
    await expect(alarms).to_contain_text("Harbor Community Hall")
    await desk.keyboard.press("6")
    await desk.keyboard.press("Enter")
    await expect(alarms).to_have_count(0)
    assert ("POST", f"/api/alarms/{name('alarm')}/acknowledge", None) in hub.asked


async def test_a_quiet_alarm_says_that_the_patient_sees_nothing(desk: Page, hub: ConsoleHub) -> None:
    alarm = chest()["alarms"][0] | {
        "id": name("quiet"),
        "quiet": True,
        "why": "Answered yes to the safety question",
    }
    await hub.tell({"type": "alarm", "visit": name("mai"), "alarm": alarm})
    await expect(desk.get_by_test_id("alarms")).to_contain_text("the patient's screen shows nothing of it")


async def test_on_call_says_what_it_means(desk: Page, hub: ConsoleHub) -> None:
    switch = desk.get_by_test_id("on-call")
    await expect(switch).to_have_attribute("aria-checked", "false")
    await desk.keyboard.press("o")
    await expect(switch).to_have_attribute("aria-checked", "true")
    await expect(desk.get_by_text("Patients are told a provider will answer.")).to_be_visible()
    assert hub.on_call


async def test_the_hub_gone_and_back_is_told_and_the_list_is_fresh(desk: Page, hub: ConsoleHub) -> None:
    hub.refuse_sockets = True
    await hub.drop_sockets()
    await expect(desk.get_by_test_id("link")).to_contain_text("Hub can't be reached")
    hub.visits.pop(name("mai"))
    hub.refuse_sockets = False
    await expect(desk.get_by_test_id("link")).to_have_text("Live", timeout=15_000)
    await expect(desk.locator(f"#row-{name('mai')}")).to_have_count(0)


async def test_nobody_waiting_is_said(desk: Page, hub: ConsoleHub) -> None:
    await hub.arrange([])
    await expect(desk.get_by_test_id("nobody")).to_be_visible()
