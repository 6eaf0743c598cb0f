"""Long-term care in a browser: a resident's visit at the desk, and the page of whoever manages a home."""

import pytest
from console_axe import violations
from console_hub import CODE, ConsoleHub
from console_visits import Json, ago, device, name, reading, value, visit
from playwright.async_api import Page, expect

pytestmark = pytest.mark.asyncio(loop_scope="session")


def resident_visit() -> Json:
    """Return the visit of a resident whose oxygen is lower than usual; one reading was another's."""
    clip = device("Contec", "CMS50D+", None, "serial:ttyUSB0")
    own = reading("own", "oximetry", 4, [value("spo2", 92, "%", "%")], clip)
    other = reading("other", "oximetry", 9, [value("spo2", 99, "%", "%")], clip)
    note = {"at": ago(3), "by": "Abel Ode (aide)"}
    changes = [{"label": "", "text": "Eating: less than usual, since today"}]
    handed = [{"label": "Situation", "text": "Short of breath"}, {"label": "Request", "text": "Please look"}]
    care = {
        "by": "Abel Ode (aide)",
        "checked": "wristband scanned; read back: birth date, wristband",
        "round": True,
        "missed": "",
        "allergies": ["penicillin"],
        "diagnoses": ["COPD"],
        "medicines": [],
        "lacks_capacity": True,
        "representative": {"name": "Eva Adler", "phone": "555 0101", "relation": "daughter"},
        "physician": None,
        "usual": [{"kind": "spo2", "display": "97 %", "value": 97, "unit": "%", "readings": 12}],
        "notes": [
            note | {"kind": "condition-change", "title": "What has changed", "lines": changes},
            note | {"kind": "sbar", "title": "Handover (SBAR)", "lines": handed},
        ],
        "refiled": [other["id"]],
        "refiled_here": [],
    }
    resident = {
        "id": name("ruth"),
        "number": "101",
        "facility": "Maple House",
        "room": "1",
        "called": "Ruthie",
    }
    status = {"code_status": "Do not resuscitate (DNR)", "code_status_note": ""}
    return visit(
        "ruth", "Ruth Adler", "clinic", measurements=[other, own], care=care, resident=resident | status
    )


async def test_a_residents_visit_shows_who_what_is_usual_and_what_staff_noted(
    desk: Page, hub: ConsoleHub
) -> None:
    made = resident_visit()
    await hub.arrange([made])
    row = desk.get_by_test_id("row").filter(has_text="Ruth Adler")
    await expect(row.get_by_test_id("resident")).to_have_text("Resident, room 1")
    await row.click()
    await expect(desk.get_by_test_id("code-status")).to_contain_text("Do not resuscitate")
    await expect(desk.get_by_test_id("known-by")).to_contain_text("wristband scanned")
    await expect(desk.get_by_test_id("usual")).to_contain_text("SpO₂ 97 %")
    notes = desk.get_by_test_id("care-note")
    await expect(notes.first).to_contain_text("Handover (SBAR)")
    await expect(notes.last).to_contain_text("Eating: less than usual")
    await expect(desk.get_by_test_id("care")).to_contain_text("Eva Adler, daughter, 555 0101")
    await expect(desk.get_by_test_id("refiled")).to_contain_text("Another resident's")
    await expect(desk.get_by_test_id("latest")).to_contain_text("92")
    await expect(desk.get_by_test_id("latest")).not_to_contain_text("99")
    assert await violations(desk) == []


def home() -> dict[str, Json]:
    """Return what a manager's routes say."""
    turn = {"act": "temperature", "at": ago(300), "state": "missed"}
    one = {"id": name("ruth"), "number": "101", "display": "Ruth Adler", "room": "1", "turns": [turn]}
    day = {
        "facility": "Maple House",
        "zone": "America/Chicago",
        "at": ago(0),
        "seen": 0,
        "due": 0,
        "missed": 1,
    }
    form = {
        "number": "101", "given": "Ruth", "family": "Adler", "birth_date": "1938-05-17", "called": "Ruthie",
        "room": "1", "language": "en", "code_status": "dnr", "code_status_note": "", "physician": None,
        "allergies": ["penicillin"], "diagnoses": [], "medicines": [], "conditions": [],
        "lacks_capacity": False, "representative": None,
        "schedule": [{"act": "temperature", "times": ["08:00"], "weekdays": [], "late_min": 120}],
    }  # fmt: skip
    member = {"id": name("abel"), "name": "Abel Ode", "roles": ["aide"], "badge_at": None, "revoked_at": None}
    qr = "data:image/svg+xml;charset=utf-8,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"
    return {
        "round": day | {"residents": [one | {"seen_at": "", "missed": "asleep"}]},
        "residents": {"items": [form | {"id": name("ruth"), "wristband": False, "photo_taken": ""}]},
        "residents/import": {"added": 2, "changed": 1},
        f"residents/{name('ruth')}/wristband": {"token": "CPW1-" + "A" * 26, "qr": qr},
        "staff": {"items": [member]},
        f"staff/{name('abel')}/badge": {"token": "CPB1-" + "B" * 26, "pin": "258036", "qr": qr},
        f"staff/{name('abel')}/revoke": {},
    }


async def test_a_manager_sees_the_day_and_cares_for_residents_and_staff(page: Page, hub: ConsoleHub) -> None:
    hub.user = hub.user | {"role": "manager", "name": "Max Home"}
    hub.facility = home()
    await page.goto(f"{hub.address}/#code={CODE}")
    day = page.get_by_test_id("round-row")
    await expect(day).to_contain_text("Temperature")
    await expect(day).to_contain_text("missed")
    await expect(day).to_contain_text("asleep")
    assert await violations(page) == []
    await page.get_by_test_id("tab-residents").click()
    assert await violations(page) == []
    await page.get_by_role("button", name="Change Ruth Adler").click()
    await page.get_by_test_id("resident-room").fill("7")
    await page.get_by_test_id("resident-due").fill("temperature 08:00 20:00")
    assert await violations(page) == []
    await page.get_by_test_id("save-resident").click()
    await expect(page.get_by_test_id("said")).to_contain_text("Ruth Adler is on the list")
    method, path, body = hub.asked[-1]
    assert (method, path, body["room"], body["allergies"]) == (
        "PUT",
        "/api/facility/residents",
        "7",
        ["penicillin"],
    )
    assert body["schedule"][0]["times"] == ["08:00", "20:00"]
    file = {"name": "home.csv", "mimeType": "text/csv", "buffer": b"number,given\n"}
    await page.get_by_test_id("import").set_input_files(file)  # type: ignore[arg-type]
    await expect(page.get_by_test_id("said")).to_have_text("2 added, 1 changed.")
    await page.get_by_test_id("wristband").click()
    await expect(page.get_by_test_id("print-once")).to_contain_text("CPW1-")
    await page.get_by_test_id("put-away").click()
    await page.get_by_test_id("tab-staff").click()
    await page.get_by_test_id("badge").click()
    await expect(page.get_by_test_id("pin")).to_have_text("258036")
    assert await violations(page) == []
    await page.get_by_test_id("put-away").click()
    await expect(page.get_by_test_id("print-once")).to_have_count(0)
    await page.get_by_test_id("revoke").click()
    await page.get_by_test_id("revoke-yes").click()
    await expect(page.get_by_test_id("said")).to_contain_text("can no longer sign in")
    assert hub.asked[-1][1] == f"/api/facility/staff/{name('abel')}/revoke"
