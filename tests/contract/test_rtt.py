"""Real-time text: the cases that the browser's half is held to as well, and a line that loses much."""

import json
import random
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest

from contract.rtt import EVERY_S, MOST, Reader, Update, Writer, difference

CASES: dict[str, Any] = json.loads((Path(__file__).parent / "rtt_cases.json").read_text())
LETTERS = "abc äß عربي 😀‍"


@pytest.mark.parametrize("name", CASES["writer"])
def test_a_writer_says_what_changed_when_it_is_due(name: str) -> None:
    writer, lines = Writer(100), dict[UUID, int]()
    for row in CASES["writer"][name]:
        now = row["ms"] / 1000
        match row["do"]:
            case "end":
                writer.end()
                continue
            case "again":
                writer.again()
                continue
            case "write":
                writer.write(row["text"])
        update = writer.update(now)
        said = None
        if update is not None:
            said = msgspec.to_builtins(update) | {"line": lines.setdefault(update.line, len(lines))}
        assert said == row["update"], row
        wait = writer.due_in(now)
        assert (None if wait is None else round(wait * 1000)) == row["due_ms"], row


@pytest.mark.parametrize("name", CASES["reader"])
def test_a_reader_shows_only_what_it_knows(name: str) -> None:
    reader = Reader()
    for what, text in CASES["reader"][name]:
        if isinstance(what, str):
            reader.ended(UUID(f"00000000-0000-4000-8000-00000000000{what[-1]}"))
        else:
            reader.take(msgspec.convert(what, Update))
        assert reader.text == text, what


@pytest.mark.parametrize("seed", range(5))
def test_lost_late_and_double_updates_heal(seed: int) -> None:
    """A fifth is lost, a fifth comes twice, a third comes late; after the pause both sides show the same."""
    dice = random.Random(seed)
    writer, reader = Writer(0), Reader()
    now, text, late = 0.0, "", list[Update]()
    shown = 0
    for _ in range(200):
        now += EVERY_S
        at = dice.randint(0, len(text))
        text = text[: max(0, at - dice.randint(0, 3))] + dice.choice(LETTERS) * dice.randint(0, 3) + text[at:]
        text = text[:MOST]
        writer.write(text)
        update = writer.update(now)
        if update is not None and dice.random() > 0.2:
            late += [update] * dice.choice((1, 1, 1, 1, 2))
        while late and dice.random() > 0.3:
            shown += reader.take(late.pop(dice.randrange(len(late))))
    assert shown > 20
    wait = writer.due_in(now)
    assert wait is not None and wait <= 1
    whole = writer.update(now + wait)
    assert whole is not None and whole.base == 0
    reader.take(whole)
    assert reader.text == text


def test_without_loss_every_update_shows() -> None:
    writer, reader = Writer(0), Reader()
    for n in range(1, 60):
        writer.write("x" * n)
        update = writer.update(n * EVERY_S)
        assert update is not None and reader.take(update)
        assert reader.text == "x" * n
        assert len(update.insert) <= 2 or update.base == 0


def test_one_edit_makes_the_one_text_of_the_other() -> None:
    dice = random.Random(1)
    for _ in range(300):
        before, after = ("".join(dice.choices("aab", k=dice.randint(0, 8))) for _ in range(2))
        at, erase, insert = difference(before, after)
        assert before[:at] + insert + before[at + erase :] == after
