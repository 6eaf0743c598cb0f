"""Letter by letter in the browser, both ways; captions, and putting one right; what was erased."""

from typing import Any
from uuid import uuid4

import msgspec
import pytest
from console_hub import ConsoleHub
from console_visits import ago, name
from playwright.async_api import Page, expect
from test_console_call import ROSA, calling  # noqa: F401 - a fixture
from test_console_visit import opened

from contract.rtt import Reader, Update, Writer

pytestmark = pytest.mark.asyncio(loop_scope="session")


def letters(hub: ConsoleHub, kind: str) -> list[Update]:
    said = [told for told in hub.told if told["type"] == "typing" and told["kind"] == kind]
    assert all(told["visit"] == ROSA for told in said)
    return [msgspec.convert(told["update"], Update) for told in said]


def text_of(updates: list[Update]) -> str:
    reader = Reader()
    for update in updates:
        reader.take(update)
    return reader.text


async def patient_types(hub: ConsoleHub, text: str, *, sender: str = "patient") -> None:
    writer = Writer(1)
    writer.write(text)
    update: Any = msgspec.to_builtins(writer.update(0.0))
    typing = {"type": "typing", "visit": ROSA, "writer": sender, "sender": sender, "kind": "chat"}
    await hub.tell(typing | {"update": update})


async def test_our_letters_go_out_as_typed_and_end_with_the_line(desk: Page, hub: ConsoleHub) -> None:
    await opened(desk, "rosa")
    await desk.keyboard.press("4")
    await desk.keyboard.type("Buenas")
    await hub.until(lambda: text_of(letters(hub, "chat")) == "Buenas")
    await desk.keyboard.press("Backspace")
    await desk.keyboard.type("os")
    await hub.until(lambda: text_of(letters(hub, "chat")) == "Buenaos")
    assert not hub.asked  # nothing was sent for good
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_test_id("chat-log")).to_contain_text("Buenaos")
    [(_, _, body)] = hub.asked
    assert body == {"text": "Buenaos", "kind": "chat", "line": str(letters(hub, "chat")[0].line)}
    await desk.keyboard.type("x")
    await hub.until(lambda: letters(hub, "chat")[-1].line != letters(hub, "chat")[0].line)


async def test_the_patients_letters_show_as_plain_text_until_the_line_comes(
    desk: Page, hub: ConsoleHub
) -> None:
    await opened(desk, "rosa")
    await patient_types(hub, "عندي <b>صداع</b>")
    now = desk.get_by_test_id("chat-now")
    await expect(now).to_contain_text("Rosa Delgado is writing")
    await expect(now.locator(".text")).to_have_text("عندي <b>صداع</b>")
    assert await now.locator(".text").evaluate("(e) => getComputedStyle(e).direction") == "rtl"
    await patient_types(hub, "Dr. Bo", sender="Dr. Bo")  # somebody else in the call
    await expect(now).to_have_count(2)


@pytest.mark.e2e
async def test_after_a_break_the_whole_line_is_said_again(desk: Page, hub: ConsoleHub) -> None:
    await opened(desk, "rosa")
    await desk.keyboard.press("4")
    await desk.keyboard.type("abc")
    await hub.until(lambda: text_of(letters(hub, "chat")) == "abc")
    before = len(letters(hub, "chat"))
    await hub.drop_sockets()
    await hub.until(lambda: any(u.base == 0 for u in letters(hub, "chat")[before:]), 15)
    assert text_of(letters(hub, "chat")[-1:]) == "abc"


@pytest.mark.e2e
async def test_captions_are_written_as_one_speaks_and_put_right(
    calling: Page,  # noqa: F811
    hub: ConsoleHub,
) -> None:
    await calling.get_by_test_id("captions-button").click()
    await calling.locator("#caption-text").click()
    await calling.keyboard.type("Take too")
    await hub.until(lambda: text_of(letters(hub, "caption")) == "Take too")
    await calling.keyboard.press("Enter")
    captions = calling.get_by_test_id("captions")
    await expect(captions.locator("li")).to_have_text(["Take too"])
    await expect(calling.get_by_test_id("chat-log")).not_to_contain_text("Take too")
    await captions.get_by_label("Correct: Take too").click()
    await calling.keyboard.press("Backspace")
    await calling.keyboard.press("Backspace")
    await calling.keyboard.type("wo")
    await calling.keyboard.press("Enter")
    await expect(captions.locator("li")).to_have_text(["Take two (corrected)"])
    [first, second] = [body for _, path, body in hub.asked if path.endswith("/chat")]
    assert (first["kind"], first["text"]) == ("caption", "Take too")
    assert second == {"text": "Take two", "kind": "caption", "corrects": hub.visits[ROSA]["chat"][-1]["id"]}
    assert text_of(letters(hub, "caption")) == "Take too"  # a correction is no line under way


@pytest.mark.e2e
async def test_what_was_erased_is_said_to_be(desk: Page, hub: ConsoleHub) -> None:
    await opened(desk, "rosa")
    await hub.change(name("rosa"), chat=[], text_kept=False)
    await expect(desk.get_by_test_id("chat-log")).to_contain_text("erased, as the patient wished")
    line = {"id": str(uuid4()), "at": ago(0), "sender": "patient", "text": "again", "mine": False}
    more = line | {"kind": "chat", "line": None, "corrected": False}
    await hub.change(name("rosa"), chat=[more])
    await expect(desk.get_by_test_id("chat-log")).not_to_contain_text("erased")
