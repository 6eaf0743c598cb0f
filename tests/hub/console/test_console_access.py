"""For everybody: axe finds nothing in any state or theme; the keyboard reaches all and is never trapped."""

import asyncio

import pytest
from console_axe import violations
from console_hub import CODE, ConsoleHub
from console_station import Station
from console_visits import name
from playwright.async_api import Page, Route, expect

pytestmark = pytest.mark.asyncio(loop_scope="session")

THEMES = pytest.mark.parametrize("theme", ["light", "dark"])


async def open_visit(page: Page, word: str) -> None:
    """Open a visit and wait for it."""
    await page.locator(f"#row-{name(word)}").press("Enter")
    await expect(page.get_by_test_id("patient-header")).to_be_visible()


@THEMES
async def test_axe_finds_nothing_before_signing_in(page: Page, hub: ConsoleHub, theme: str) -> None:
    await page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    await page.goto(f"{hub.address}/#code=wrong")
    await expect(page.get_by_test_id("problem")).to_be_visible()
    assert await violations(page) == []
    await page.get_by_role("button", name="Use a one-time code").click()
    assert await violations(page) == []


@THEMES
async def test_axe_finds_nothing_on_the_desk(desk: Page, hub: ConsoleHub, theme: str) -> None:
    await desk.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    found = {"nothing open": await violations(desk)}
    for word in ("rosa", "chest", "walk", "busy", "call", "stored"):
        await open_visit(desk, word)
        found[word] = await violations(desk)
    await desk.get_by_test_id("review").click()
    found["review"] = await violations(desk)
    await desk.get_by_test_id("sign").click()
    await expect(desk.get_by_test_id("plan-signed")).to_be_visible()
    found["signed"] = await violations(desk)
    await open_visit(desk, "mai")
    await desk.get_by_test_id("add-sign").click()
    await desk.get_by_test_id("review").click()
    await expect(desk.get_by_test_id("gaps")).to_be_visible()
    found["gaps"] = await violations(desk)
    await desk.locator("#plan").focus()
    await desk.keyboard.press("?")
    found["keys"] = await violations(desk)
    await desk.keyboard.press("Escape")
    await desk.locator(f"#row-{name('mai')}").hover()
    hub.refuse_sockets = True
    await hub.arrange(list(reversed(hub.visits.values())))
    await hub.drop_sockets()
    await expect(desk.get_by_test_id("new-order")).to_be_visible()
    await expect(desk.get_by_test_id("link")).to_contain_text("can't be reached")
    found["hub gone, new order"] = await violations(desk)
    assert {state: problems for state, problems in found.items() if problems} == {}


@THEMES
async def test_axe_finds_nothing_in_a_call(desk: Page, hub: ConsoleHub, station: Station, theme: str) -> None:
    await desk.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    await open_visit(desk, "rosa")
    hub.accepted = None
    await desk.keyboard.press("a")
    await expect(desk.get_by_test_id("call-words")).to_have_text("Calling the station…")
    found = {"calling": await violations(desk)}
    await station.offer(hub.visits[name("rosa")]["call"]["id"])
    await expect(desk.get_by_test_id("stage")).to_have_attribute("data-phase", "live", timeout=15_000)
    for key in "mcd":
        await desk.keyboard.press(key)
    found["live"] = await violations(desk)
    await desk.keyboard.press("e")
    found["end asked"] = await violations(desk)
    await desk.keyboard.press("Escape")
    await open_visit(desk, "mai")
    found["elsewhere"] = await violations(desk)
    await hub.tell({"type": "call-ended", "call": hub.visits[name("rosa")]["call"]["id"], "reason": "ended"})
    await open_visit(desk, "rosa")
    found["ended"] = await violations(desk)
    assert {state: problems for state, problems in found.items() if problems} == {}


async def test_tab_goes_round_the_whole_desk_and_out_of_it(desk: Page) -> None:
    await desk.locator(f"#row-{name('rosa')}").click()
    await desk.get_by_role("link", name="Skip to who is waiting").focus()
    where = """document.activeElement === document.body ? 'out'
        : document.activeElement.closest('section, main, header, nav').className"""
    seen: list[str] = []
    while len(seen) < 80 and "out" not in seen:
        seen.append(str(await desk.evaluate(where)))
        await desk.keyboard.press("Tab")
    assert seen[-1] == "out"
    for part in ("skips", "alarms", "worklist", "plan"):
        assert any(part in place for place in seen), part
    assert sum("worklist" in place for place in seen) == 1  # arrows move inside the list, Tab passes it


async def test_skip_links_lead_past_the_list(desk: Page) -> None:
    await desk.evaluate("document.activeElement.blur()")
    await desk.keyboard.press("Tab")
    await desk.keyboard.press("Tab")
    await expect(desk.get_by_role("link", name="Skip to the patient")).to_be_in_viewport()
    await desk.keyboard.press("Enter")
    await expect(desk.locator("#patient")).to_be_focused()


async def test_arrows_move_in_the_list_and_focus_is_seen(desk: Page) -> None:
    await desk.keyboard.press("1")
    await expect(desk.locator(f"#row-{name('chest')}")).to_be_focused()
    await desk.keyboard.press("ArrowDown")
    row = desk.locator(f"#row-{name('rosa')}")
    await expect(row).to_be_focused()
    assert await row.evaluate("(node) => getComputedStyle(node).outlineStyle") == "solid"
    await desk.keyboard.press("End")
    await expect(desk.locator(f"#row-{name('stored')}")).to_be_focused()


async def test_the_help_lists_the_keys_and_single_keys_can_be_switched_off(desk: Page) -> None:
    await desk.keyboard.press("?")
    await expect(desk.get_by_test_id("shortcuts")).to_contain_text("Accept the open visit's call")
    await desk.get_by_test_id("single-keys").uncheck()
    await desk.keyboard.press("Escape")
    await desk.keyboard.press("o")
    await expect(desk.get_by_test_id("on-call")).to_have_attribute("aria-checked", "false")


async def test_letters_in_a_text_field_are_text_and_escape_gives_the_keys_back(desk: Page) -> None:
    await open_visit(desk, "rosa")
    await desk.keyboard.press("4")
    await desk.keyboard.type("oat")
    await expect(desk.locator("#chat-text")).to_have_value("oat")
    await desk.keyboard.press("Escape")
    await expect(desk.locator("#chat")).to_be_focused()
    await desk.keyboard.press("2")
    await expect(desk.locator("#patient")).to_be_focused()


async def test_the_theme_is_remembered(page: Page, hub: ConsoleHub) -> None:
    await page.emulate_media(color_scheme="light")
    await page.goto(f"{hub.address}/#code={CODE}")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = await page.evaluate(ground)
    await page.get_by_test_id("theme").click()
    await page.get_by_test_id("theme").click()
    dark = await page.evaluate(ground)
    assert dark != light
    await page.reload()
    assert await page.evaluate(ground) == dark


async def test_a_slow_hub_does_not_take_the_focus_away_from_who_writes(desk: Page) -> None:
    arrived = asyncio.Event()

    async def late(route: Route) -> None:
        await arrived.wait()
        await route.continue_()

    await desk.route("**/api/visits/*", late)
    await open_visit(desk, "rosa")  # shown by the socket before the request is answered
    await desk.keyboard.press("4")
    await desk.keyboard.type("Hola")
    async with desk.expect_response("**/api/visits/*"):
        arrived.set()
    await desk.evaluate("() => new Promise(requestAnimationFrame)")
    await desk.keyboard.type(" Rosa")
    await expect(desk.locator("#chat-text")).to_have_value("Hola Rosa")
