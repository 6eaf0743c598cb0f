"""The plan: saved by itself, reviewed, signed; and the whole way by keyboard."""

import pytest
from console_hub import ConsoleHub, problem
from console_station import Station
from console_visits import NO_ORDERS, name
from playwright.async_api import Page, expect

pytestmark = pytest.mark.asyncio(loop_scope="session")

ROSA = name("rosa")


def plans(hub: ConsoleHub) -> list[dict[str, object]]:
    """Return every draft the console saved, oldest first."""
    return [body for method, path, body in hub.asked if (method, path) == ("PUT", f"/api/visits/{ROSA}/plan")]


async def write(desk: Page) -> None:
    """Open the visit and write a complete plan."""
    await desk.locator(f"#row-{ROSA}").focus()
    await desk.keyboard.press("Enter")
    await desk.get_by_test_id("disposition-self-care").check()
    await desk.get_by_test_id("plan-text").fill("Rest today.")


async def test_accept_plan_sign_by_keyboard_alone(desk: Page, hub: ConsoleHub, station: Station) -> None:
    await desk.keyboard.press("6")
    await desk.keyboard.press("Enter")
    await desk.keyboard.press("1")
    await desk.keyboard.press("j")
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_test_id("accept")).to_be_visible()
    await expect(desk.locator("#patient")).to_be_focused()
    await desk.keyboard.press("a")
    await expect(desk.get_by_test_id("stage")).to_have_attribute("data-phase", "live", timeout=15_000)
    await desk.keyboard.press("5")
    await desk.keyboard.type("See your doctor today. ")
    await desk.keyboard.press("Shift+Tab")
    await desk.keyboard.press("Space")  # going backwards, the last of the three is reached first
    await desk.keyboard.press("ArrowLeft")
    await desk.keyboard.press("Tab")
    await desk.keyboard.press("Tab")
    await desk.keyboard.press("Enter")
    await desk.keyboard.type("Pain in the chest")
    await desk.keyboard.press("Enter")
    await desk.keyboard.type("Fainting")
    for _ in range(3):
        await desk.keyboard.press("Tab")
    await desk.keyboard.type("Springfield General")
    await desk.keyboard.press("Control+Enter")
    await expect(desk.locator("#plan-review")).to_be_focused()
    await desk.keyboard.press("Tab")
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_test_id("plan-signed")).to_contain_text("by Dr. Amara Osei")
    await expect(desk.locator("#plan")).to_be_focused()
    await desk.keyboard.press("e")
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_test_id("call-words")).to_have_text("The call has ended.")
    await hub.until(
        lambda: hub.asked[-1][1].endswith("end-call")
    )  # the page does not wait for the hub with that
    assert plans(hub)[-1] == {
        "text": "See your doctor today.",
        "disposition": "in-person",
        "warning_signs": ["Pain in the chest", "Fainting"],
        "referral": "Springfield General",
        "follow_up": "",
        **NO_ORDERS,
    }
    assert [path.rsplit("/", 1)[-1] for _, path, _ in hub.asked if not path.endswith("plan")] == [
        "acknowledge", "accept", "sign", "end-call",
    ]  # fmt: skip


async def test_a_draft_saves_itself_and_is_there_after_a_reload(desk: Page, hub: ConsoleHub) -> None:
    await write(desk)
    await expect(desk.get_by_test_id("save-state")).to_contain_text("Draft saved")
    await desk.reload()
    await desk.locator(f"#row-{ROSA}").press("Enter")
    await expect(desk.get_by_test_id("plan-text")).to_have_value("Rest today.")


async def test_words_without_a_disposition_are_said_to_be_unsaved(desk: Page, hub: ConsoleHub) -> None:
    await desk.locator(f"#row-{ROSA}").press("Enter")
    await desk.get_by_test_id("plan-text").fill("Rest today.")
    await expect(desk.get_by_test_id("save-state")).to_contain_text("Not saved until you choose")
    assert plans(hub) == []


async def test_what_the_hub_tells_meanwhile_does_not_overwrite_the_writer(
    desk: Page, hub: ConsoleHub
) -> None:
    await write(desk)
    await expect(desk.get_by_test_id("save-state")).to_have_attribute("data-saved", "saved")
    await desk.get_by_test_id("plan-text").press_sequentially(" And")
    await hub.change(ROSA, reason="Short of breath, worse")
    await expect(desk.get_by_test_id("patient-header")).to_contain_text("worse")
    await desk.get_by_test_id("plan-text").press_sequentially(" drink.")
    await expect(desk.get_by_test_id("plan-text")).to_have_value("Rest today. And drink.")


async def test_going_to_another_visit_keeps_what_was_written(desk: Page, hub: ConsoleHub) -> None:
    await write(desk)
    await desk.locator(f"#row-{name('mai')}").press("Enter")
    await expect(desk.get_by_test_id("plan-text")).to_have_value("")
    await desk.locator(f"#row-{ROSA}").press("Enter")
    await expect(desk.get_by_test_id("plan-text")).to_have_value("Rest today.")
    await hub.until(lambda: bool(plans(hub)))


async def test_a_plan_with_gaps_is_not_reviewed_and_says_why(desk: Page) -> None:
    await desk.locator(f"#row-{ROSA}").press("Enter")
    await desk.get_by_test_id("disposition-in-person").check()
    await desk.get_by_test_id("review").click()
    await expect(desk.get_by_test_id("gaps")).to_contain_text("Write what the patient should do.")
    await expect(desk.get_by_test_id("gaps")).to_contain_text("Say where the patient should go.")


async def test_a_draft_the_hub_refuses_is_told_and_never_signed(desk: Page, hub: ConsoleHub) -> None:
    hub.plan_problem = problem(422, "too-long", "A plan has at most 8000 characters.")
    await write(desk)
    await expect(desk.get_by_text("A plan has at most 8000 characters.")).to_be_visible()
    await desk.get_by_test_id("review").click()
    await desk.get_by_test_id("sign").click()
    await expect(desk.get_by_test_id("sign")).to_be_enabled()
    await expect(desk.get_by_test_id("plan-signed")).to_have_count(0)
    assert not any(path.endswith("/sign") for _, path, _ in hub.asked)


async def test_escape_goes_back_from_the_review_to_writing(desk: Page) -> None:
    await write(desk)
    await desk.get_by_test_id("review").click()
    await expect(desk.get_by_test_id("plan-review")).to_contain_text("Rest today.")
    await expect(desk.get_by_test_id("plan-review").get_by_test_id("score-brief")).to_contain_text("NEWS2")
    await desk.keyboard.press("Escape")
    await expect(desk.get_by_test_id("plan-text")).to_be_focused()


async def test_medicines_and_refills_are_added_changed_and_removed(desk: Page, hub: ConsoleHub) -> None:
    await write(desk)
    for name_of in ("Ibuprofen 400 mg", "A mistake"):
        await desk.get_by_test_id("add-medicine").click()
        await desk.get_by_test_id("medicine-name").last.fill(name_of)
    first = desk.get_by_test_id("medicine").first
    await first.get_by_test_id("medicine-amount").fill("1 tablet")
    boxes = first.get_by_role("checkbox")
    for at in (2, 0, 1, 1):  # the second is ticked and taken back
        await boxes.nth(at).click()
    await desk.get_by_role("button", name="Remove medicine 2").click()
    await desk.get_by_test_id("add-refill").click()
    await desk.get_by_test_id("refill-medicine").fill("Insulin")
    await desk.get_by_test_id("refill-no").check()
    await desk.get_by_test_id("refill-why").fill("See your doctor first.")
    await expect(desk.get_by_test_id("medicine")).to_have_count(1)
    await expect(desk.get_by_test_id("refill-pharmacy")).to_have_count(0)
    times = [await boxes.nth(at).get_attribute("value") for at in (0, 2)]
    medicine = {"name": "Ibuprofen 400 mg", "amount": "1 tablet", "times": times, "days": None, "note": ""}
    refill = {"medicine": "Insulin", "approved": False, "why": "See your doctor first.", "pharmacy": ""}
    await expect(desk.get_by_test_id("save-state")).to_have_attribute("data-saved", "saved", timeout=15_000)
    assert plans(hub)[-1] == {**plans(hub)[-1], "medicines": [medicine], "refills": [refill]}


async def test_a_lost_card_is_revoked_after_asking(desk: Page, hub: ConsoleHub) -> None:
    await hub.change(ROSA, cards=2)
    await desk.locator(f"#row-{ROSA}").click()
    cards = desk.get_by_test_id("cards")
    await expect(cards).to_contain_text("The patient has 2 cards for the next visit.")
    await desk.get_by_test_id("revoke-cards").click()
    await desk.get_by_test_id("revoke-cards-yes").click()
    await expect(cards).to_have_count(0)
    assert ("POST", f"/api/visits/{ROSA}/revoke-cards", None) in hub.asked
