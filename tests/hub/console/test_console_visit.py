"""An open visit: what is always in sight, how readings look, chat, call-backs, stored cases."""

import re

import pytest
from console_hub import ConsoleHub
from console_visits import ago, device, name, oximetry, reading, visit
from playwright.async_api import Locator, Page, expect

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def opened(desk: Page, word: str) -> None:
    """Open a visit by the keyboard."""
    await desk.locator(f"#row-{name(word)}").focus()
    await desk.keyboard.press("Enter")
    await expect(desk.locator(f"#row-{name(word)}")).to_have_attribute("aria-current", "true")
    await expect(desk.get_by_test_id("patient-header")).to_be_visible()


async def style(of: Locator, what: str) -> str:
    """Return a computed style."""
    return str(await of.evaluate(f"(node) => getComputedStyle(node)['{what}']"))


async def test_address_phone_company_and_consent_are_in_sight(desk: Page) -> None:
    await opened(desk, "rosa")
    header = desk.get_by_test_id("patient-header")
    for words in (
        "12 Elm Street, Springfield",
        "+1 555 010 4471",
        "Family",
        "Consent 2026-1",
        "Spanish",
        "75 years",
    ):
        await expect(header).to_contain_text(words)
    await expect(header.get_by_role("link")).to_have_attribute("href", "tel:+15550104471")


async def test_a_missing_consent_is_said(desk: Page) -> None:
    await opened(desk, "walk")
    await expect(desk.get_by_test_id("consent")).to_contain_text("No consent recorded")
    await expect(desk.get_by_test_id("accept")).to_have_count(0)


async def test_news2_stands_beside_the_readings_with_band_moment_and_parts(desk: Page) -> None:
    await opened(desk, "rosa")
    score = desk.get_by_test_id("score")
    await expect(score).to_contain_text(re.compile(r"NEWS2\s*5\s*Medium: urgent review\s*at \d\d:\d\d"))
    await expect(score.get_by_role("listitem")).to_have_count(7)
    await expect(score).to_contain_text("Respiratory rate 2")
    await expect(score).to_contain_text("Consciousness 0")


async def test_without_news2_it_is_said_why(desk: Page) -> None:
    await opened(desk, "walk")
    await expect(desk.get_by_test_id("score")).to_contain_text(
        "No score. Still missing: respiratory rate, consciousness."
    )


async def test_every_reading_has_unit_time_device_attempt_and_quality(desk: Page) -> None:
    await opened(desk, "rosa")
    row = desk.get_by_test_id("reading").filter(has_text="149/90")
    for words in (
        "mmHg",
        "beats/min",
        "Rossmax RBP-9804 B2407",
        "Left upper arm",
        "Usable, with care",
        "shortened",
    ):
        await expect(row).to_contain_text(words)
    assert (await row.locator("td").first.inner_text()).count(":") == 2
    await expect(row.locator("td").last).to_have_text("2")
    await expect(desk.get_by_test_id("reading").filter(has_text="Mean of 2")).to_contain_text("150/91")


async def test_every_kind_of_reading_has_a_table_with_its_unit(desk: Page) -> None:
    await opened(desk, "mai")
    rows = desk.get_by_test_id("reading")
    for words in (
        ("38", "°C", "As measured: 100.4 °F", "Oral", "Welch Allyn SureTemp Plus T55", "says: estimated"),
        ("72.5", "kg", "Height", "170", "cm", "Tanita SC-240"),
        ("6.2", "mmol/L", "The device's clock was 2 h ahead"),
        ("HI", "says: HI, above what it can measure"),
        ("72", "beats/min", "Polar H10 P9"),
    ):
        [first, *rest] = words
        row = rows.filter(has=desk.locator("b", has_text=re.compile(f"^{re.escape(first)}$"))).filter(
            has_text=rest[-1]
        )
        await expect(row).to_have_count(1)
        for each in rest:
            await expect(row).to_contain_text(each)
    details = await rows.filter(has_text="SureTemp").locator(".where").last.get_attribute("title")
    checked = "calibration checked 2026-10-01 by J. Ortiz · calibration due 2027-10-01"
    assert details == f"serial:ttyUSB2 · firmware 2.1 · {checked}"
    await expect(desk.get_by_test_id("latest")).to_contain_text(
        re.compile(r"Temperature\s+38\s+°C\s+Weight\s+72.5\s+kg\s+Glucose\s+HI\s+Heart rate\s+72\s+beats/min")
    )


async def test_everything_can_be_asked_for_and_what_staff_must_see_says_so(
    desk: Page, hub: ConsoleHub
) -> None:
    await opened(desk, "mai")
    asks = desk.locator('[data-testid^="ask-"]')
    named = [await ask.get_attribute("data-testid") for ask in await asks.all()]
    assert named[:2] == ["ask-oximetry", "ask-blood_pressure"]
    assert {"ask-temperature", "ask-weight", "ask-glucose", "ask-heart_rate"} <= set(named)
    await expect(desk.get_by_test_id("ask-respiration")).to_contain_text("Breathing rate (staff)")
    await hub.change(name("mai"), measurements=[], skipped=[{"act": "weight", "reason": "cannot-stand"}])
    await expect(desk.get_by_test_id("skipped")).to_have_text("Not measured: The patient can't stand safely")
    await expect(desk.get_by_test_id("readings").get_by_role("heading", name="Glucose")).to_have_count(0)


async def test_what_staff_entered_by_hand_is_marked_so(desk: Page, hub: ConsoleHub) -> None:
    await opened(desk, "mai")
    nothing = device("", "", None, "by-hand:")
    shown = reading("seen", "alertness", 3, [], nothing, observed="New confusion", by_hand="nurse, R. Diaz")
    await hub.change(name("mai"), measurements=[shown])
    row = desk.get_by_test_id("reading").filter(has_text="New confusion")
    await expect(row).to_have_count(1)
    await expect(row.get_by_test_id("by-hand")).to_have_text("By hand: nurse, R. Diaz")


async def test_a_failed_reading_differs_by_word_icon_strike_and_pattern(desk: Page) -> None:
    await opened(desk, "rosa")
    failed = desk.get_by_test_id("reading").filter(has_text="84")
    good = desk.get_by_test_id("reading").filter(has_text="93")
    await expect(failed).to_contain_text("Not reliable")
    await expect(failed).to_contain_text("movement during measuring")
    assert await failed.locator("svg").get_attribute("class") != await good.locator("svg").get_attribute(
        "class"
    )
    assert "line-through" in await style(failed.locator("s").first, "textDecorationLine")
    assert "repeating-linear-gradient" in await style(failed.locator("td").first, "backgroundImage")
    assert await good.locator("s").count() == 0
    assert await style(good.locator("td").first, "backgroundImage") == "none"


async def test_the_last_reliable_values_stand_together_and_a_failed_one_never_among_them(
    desk: Page, hub: ConsoleHub
) -> None:
    await opened(desk, "rosa")
    before = hub.visits[name("rosa")]["measurements"]
    await hub.change(name("rosa"), measurements=[*before, oximetry("ox-bad", 0, 71, 90, "not_reliable")])
    await expect(desk.get_by_test_id("reading").first).to_contain_text("71")
    await expect(desk.get_by_test_id("latest")).to_have_text(
        re.compile(r"SpO₂\s+93\s+%\s+150/91\s+mmHg\s+\(mean of 2\)")
    )


async def test_repeats_are_shown_as_a_trend_that_can_be_read_aloud(desk: Page) -> None:
    await opened(desk, "rosa")
    trends = desk.get_by_test_id("trend")
    await expect(trends.nth(0)).to_have_attribute("aria-label", "Repeats in order: 84 not reliable, 93")
    await expect(trends.nth(1)).to_have_attribute("aria-label", "Repeats in order: 158/94, 149/90, 151/91")


async def test_a_reading_made_now_appears_by_itself(desk: Page, hub: ConsoleHub) -> None:
    await opened(desk, "rosa")
    before = hub.visits[name("rosa")]["measurements"]
    await hub.change(name("rosa"), measurements=[*before, oximetry("ox-now", 0, 95, 90, attempt=3)])
    await expect(desk.get_by_test_id("reading").first).to_contain_text("95 %")


async def test_asking_for_a_measurement_reaches_the_hub(desk: Page, hub: ConsoleHub) -> None:
    await opened(desk, "rosa")
    await desk.get_by_test_id("ask-blood_pressure").click()
    await hub.until(lambda: bool(hub.asked))
    assert hub.asked[-1] == ("POST", f"/api/visits/{name('rosa')}/ask-measure", {"act": "blood_pressure"})
    await expect(desk.get_by_test_id("said")).to_have_text("Asked the patient to measure.")


async def test_what_was_skipped_is_said(desk: Page) -> None:
    await opened(desk, "chest")
    await expect(desk.get_by_test_id("skipped")).to_have_text("Not measured: Emergency")


async def test_a_picture_that_was_not_taken_is_said_with_the_reason(desk: Page, hub: ConsoleHub) -> None:
    refused = {"act": "photo:skin", "reason": "no-guardian"}
    await hub.change(name("mai"), skipped=[refused, refused, {"act": "photo:wound/close", "reason": "hurts"}])
    await opened(desk, "mai")
    told = desk.get_by_test_id("not-taken")
    await expect(told).to_have_count(3)
    await expect(told.first).to_have_text(
        "Photo: skin: not taken. A minor, and no parent or guardian has agreed"
    )
    await expect(told.last).to_have_text("Photo: wound, close: not taken. It hurts")


async def test_chat_goes_both_ways(desk: Page, hub: ConsoleHub) -> None:
    await opened(desk, "rosa")
    await desk.keyboard.press("4")
    await desk.keyboard.type("Buenos días")
    await desk.keyboard.press("Enter")
    log = desk.get_by_test_id("chat-log")
    await expect(log.locator("p").last).to_contain_text("You")
    await expect(log.locator("p").last).to_contain_text("Buenos días")
    await expect(desk.locator("#chat-text")).to_have_value("")
    line = {
        "id": name("c9"),
        "at": "2026-01-05T10:00:00Z",
        "sender": "patient",
        "text": "<b>Gracias</b>",
        "mine": False,
        "kind": "chat",
        "line": None,
        "corrected": False,
    }
    await hub.change(name("rosa"), chat=[*hub.visits[name("rosa")]["chat"], line])
    await expect(log.locator("p").last).to_contain_text("<b>Gracias</b>")  # as text, never as markup


async def test_earlier_visits_unfold(desk: Page) -> None:
    await opened(desk, "rosa")
    earlier = desk.get_by_test_id("earlier")
    await earlier.locator("summary").click()
    for words in ("138/84", "Stand up slowly.", "Dr. Amara Osei"):
        await expect(earlier).to_contain_text(words)


async def test_a_call_back_is_written_down(desk: Page, hub: ConsoleHub) -> None:
    await opened(desk, "call")
    await expect(desk.get_by_test_id("callback")).to_contain_text("in the evening, 5 to 8")
    await desk.get_by_label("How it went").fill("Spoke with her, fever is gone")
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_test_id("callback")).to_have_count(0)
    said = {"outcome": "spoke", "note": "Spoke with her, fever is gone"}
    assert hub.asked == [("POST", f"/api/visits/{name('call')}/callback-done", said)]


async def test_a_stored_case_shows_its_draft_and_no_call(desk: Page) -> None:
    await opened(desk, "stored")
    await expect(desk.get_by_test_id("status")).to_contain_text("Stored case")
    await expect(desk.get_by_test_id("plan-text")).to_have_value("Rest the ankle for two days.")
    await expect(desk.get_by_test_id("accept")).to_have_count(0)


async def test_a_visit_somebody_else_took_meanwhile_is_told(desk: Page, hub: ConsoleHub) -> None:
    await opened(desk, "rosa")
    hub.visits[name("rosa")]["provider"] = "Dr. Liam Walsh"
    await desk.keyboard.press("a")
    await expect(desk.get_by_test_id("problem")).to_contain_text("Somebody else has taken this call.")


async def test_what_came_late_or_by_a_wrong_clock_says_so_in_words(desk: Page, hub: ConsoleHub) -> None:
    note = (
        "The station's clock said 1 Jan 1970, 00:10; it was between 26 Nov 2026, 9:00 and 26 Nov 2026, 9:30."
    )
    told = {"display": "Ana Silva", "birth_date": "1990-01-02", "until": ago(90)}
    who = {"display": "Rui Silva", "birth_date": None, "anonymous": False, "told_before": [told]}
    readings = [
        oximetry("ox-unsure", 200, 97, 71, late=True, received_at=ago(2), time_unsure=True, time_note=note),
        oximetry("ox-right", 100, 98, 70),
        oximetry("ox-twin", 99, 88, 70, twin=name("ox-right")),
    ]
    over = {"closed": {"how": "finished", "at": ago(95)}, "state": "stored", "new_after_signature": ago(2)}
    await hub.arrange([visit("late", "Rui Silva", "hall", patient=who, measurements=readings, **over)])

    await expect(desk.locator(f"#row-{name('late')}")).to_contain_text("New data after signature")
    await opened(desk, "late")

    header = desk.get_by_test_id("patient-header")
    await expect(header).to_contain_text("New data came after the plan was signed")
    await expect(desk.get_by_test_id("told-before")).to_contain_text(
        "Said to be Ana Silva, born 2 Jan 1990 until"
    )
    rows = desk.get_by_test_id("reading")
    unsure, right, twin = (rows.filter(has_text=words) for words in ("1970", "98", "88"))
    for words in ("Time unsure", "Came late", note):
        await expect(unsure).to_contain_text(words)
    for row in (right, twin):
        await expect(row).not_to_contain_text("Time unsure")
        await expect(row).not_to_contain_text("Came late")
    await expect(twin).to_contain_text("Another reading came under the same id")
