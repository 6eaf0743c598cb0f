"""What must still be done for who is gone, people asked for at stations, and how well stations serve."""

import pytest
from console_hub import CODE, ConsoleHub
from console_visits import ago, duty, morning, name, visit
from playwright.async_api import Page, expect

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.e2e]


def left(minutes: float, **more: object) -> dict[str, object]:
    """Somebody who left after a red flag, due that many minutes ago."""
    closed = {"how": "left-before-seen", "at": ago(80)}
    made: dict[str, object] = visit(
        "left", "Omar Haddad", "hall", level="P", state="left", closed=closed, reason="Fainting",
        duty=duty("left", minutes, **more),
    )  # fmt: skip
    return made


async def test_rows_say_until_when_and_whose_and_what_is_late(desk: Page, hub: ConsoleHub) -> None:
    await hub.arrange([left(14), *morning()])
    await expect(desk.locator(f"#row-{name('left')}").get_by_test_id("due")).to_contain_text(
        "Overdue for 14:"
    )
    call = desk.locator(f"#row-{name('call')}").get_by_test_id("due")
    await expect(call).to_contain_text("Due in 3")


async def test_lists_of_call_backs_reviews_who_left_and_what_is_late(desk: Page, hub: ConsoleHub) -> None:
    await hub.arrange([left(14), *morning()])
    for which, count, who in (
        ("callback", 1, "Hannah Price"),
        ("review", 1, "Anonymous"),
        ("left", 1, "Omar Haddad"),
        ("late", 1, "Omar Haddad"),
    ):
        await desk.get_by_test_id(f"filter-{which}").click()
        await expect(desk.get_by_test_id("row")).to_have_count(count)
        await expect(desk.get_by_test_id("row").first).to_contain_text(who)
    await desk.get_by_role("button", name="All", exact=True).click()
    await expect(desk.get_by_test_id("row")).to_have_count(len(morning()) + 1)


async def test_taking_trying_and_ending_it(desk: Page, hub: ConsoleHub) -> None:
    await desk.locator(f"#row-{name('call')}").click()
    form = desk.get_by_test_id("callback")
    await expect(form).to_contain_text("nobody has taken it")
    await desk.get_by_test_id("take").click()
    await expect(form).to_contain_text("yours")
    await desk.get_by_label("How it went").fill("Rang twice")
    await desk.get_by_test_id("tried-what").select_option("no-answer")
    await desk.get_by_test_id("tried").click()
    await expect(desk.get_by_test_id("tries")).to_contain_text("Dr. Amara Osei: No answer. Rang twice")
    await desk.get_by_label("How it went").fill("Fever is gone")
    await desk.get_by_test_id("outcome").select_option("no-need")
    await desk.get_by_test_id("duty-done").click()
    await expect(form).to_have_count(0)
    path = f"/api/visits/{name('call')}"
    assert hub.asked == [
        ("POST", f"{path}/take", None),
        ("POST", f"{path}/tried", {"what": "no-answer", "note": "Rang twice"}),
        ("POST", f"{path}/callback-done", {"outcome": "no-need", "note": "Fever is gone"}),
    ]


async def test_who_left_is_not_to_be_given_back(desk: Page, hub: ConsoleHub) -> None:
    me = {"id": hub.user["id"], "name": hub.user["name"]}
    await hub.arrange([left(-5, owner=me), *morning()])
    await desk.locator(f"#row-{name('left')}").click()
    await expect(desk.get_by_test_id("duty")).to_contain_text("Left before being seen")
    await expect(desk.get_by_test_id("duty")).to_contain_text("yours")
    await expect(desk.get_by_test_id("give-back")).to_have_count(0)


async def test_a_person_asked_for_stands_on_top_until_it_is_noted(desk: Page, hub: ConsoleHub) -> None:
    hub.pages = [
        {
            "id": name("page"),
            "station": "Elm Street Library",
            "address": "12 Elm Street, Springfield",
            "phone": "+1 555 010 4471",
            "visit": name("rosa"),
            "asked_at": ago(2),
            "quiet": False,
            "answered_by": None,
            "answered_at": None,
        }
    ]
    await hub.tell_worklist()
    page = desk.get_by_test_id("page")
    await expect(page).to_contain_text("+1 555 010 4471")
    await expect(desk.get_by_role("alert").filter(has_text="A person is asked for")).to_have_count(1)
    await desk.get_by_test_id("page-answer").click()
    await expect(page).to_contain_text("Dr. Amara Osei looks after it")
    await desk.get_by_label("What became of it").fill("The librarian is with her.")
    await desk.get_by_test_id("page-settle").click()
    await expect(page).to_have_count(0)
    assert [path for _, path, _ in hub.asked] == [
        f"/api/pages/{name('page')}/answer",
        f"/api/pages/{name('page')}/settle",
    ]


def figures(**more: object) -> dict[str, object]:
    """A station's figures; `more` replaces what is usual."""
    return {
        "started": 12, "going_on": 1, "finished": 8, "ended": {"finished": 8, "left": 3},
        "steps": {"questions": 1, "waiting": 2}, "asked": 9, "answered": 7,
        "wait": {"count": 7, "median_s": 247.0, "p90_s": 611.0}, "nobody": 2,
        "no_call": {"promised-time-over": 2}, "chose": {"call-back": 2}, "open": 3, "overdue": 1, "pages": 1,
        "page_wait": {"count": 1, "median_s": 41.0, "p90_s": 41.0},
    } | more  # fmt: skip


async def test_an_operator_sees_how_each_of_fifty_stations_serves(page: Page, hub: ConsoleHub) -> None:
    hub.user = hub.user | {"role": "operator", "name": "Olu Adeyemi"}
    stations = [
        {"id": name(f"s{n}"), "name": f"Station {n:02}", "address": "1 Road", "seen_at": ago(1)}
        | {"figures": figures(started=n)}
        for n in range(1, 51)
    ]
    hub.usage = {
        "first": "2026-11-20",
        "last": "2026-11-26",
        "all": figures(started=600),
        "stations": stations,
    }
    await page.goto(f"{hub.address}/#code={CODE}")
    rows = page.get_by_test_id("usage-row")
    await expect(rows).to_have_count(51)
    for words in (
        "600",
        "Questions",
        "Waiting",
        "4:07",
        "10:11",
        "7 of 9 asked",
        "1 overdue",
        "answered in 0:41",
    ):
        await expect(rows.first).to_contain_text(words)
    await expect(page.get_by_test_id("worklist")).to_have_count(0)
    await page.get_by_role("button", name="30 days").click()
    await expect(page.get_by_role("button", name="30 days")).to_have_attribute("aria-pressed", "true")
