"""The page to take home at a real CUPS with the station's settings; and what is said when there is none."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from cups_server import QUEUE, Cups, cups_server
from pytestqt.qtbot import QtBot

from ui.printing import ALERTS, Printer, why
from ui.viewmodels.taking import TROUBLES

PAGE = b"%PDF-1.4\n% the plan of Wilhelmina Oxenstierna\n%%EOF\n"
PATIENCE_MS = 30_000


@pytest.fixture(scope="module")
def cups() -> Iterator[Cups]:
    folder = Path(tempfile.mkdtemp(prefix="cups-", dir="/tmp"))
    folder.rmdir()
    with cups_server(folder) as server:
        yield server


class Asked:
    """A printer and what it says."""

    def __init__(self, qtbot: QtBot, socket: Path, queue: str = QUEUE) -> None:
        self.told: list[tuple[UUID, str, str]] = []
        self.printer = Printer(queue, lambda *said: self.told.append(said), socket)
        self._qtbot = qtbot

    def until(self, state: str, reason: str = "") -> None:
        self._qtbot.waitUntil(
            lambda: bool(self.told) and self.told[-1][1:] == (state, reason), timeout=PATIENCE_MS
        )


@pytest.mark.faults
def test_a_page_comes_out_as_it_was_made_and_nothing_of_it_stays(qtbot: QtBot, cups: Cups) -> None:
    asked, id = Asked(qtbot, cups.socket), uuid4()
    before = len(cups.pages())
    asked.printer.print(id, PAGE, "carepost 1")
    asked.until("printed")
    assert [said[0] for said in asked.told] == [id] * len(asked.told)
    assert asked.told[0][1:] == ("printing", "")
    assert cups.pages()[before:] == [PAGE]
    qtbot.waitUntil(lambda: not cups.spooled(), timeout=PATIENCE_MS)


@pytest.mark.faults
def test_without_paper_it_waits_says_so_and_goes_on(qtbot: QtBot, cups: Cups) -> None:
    cups.mode("empty")
    asked, before = Asked(qtbot, cups.socket), len(cups.pages())
    asked.printer.print(uuid4(), PAGE, "carepost 2")
    asked.until("waiting", "paper-out")
    cups.mode("ready")
    asked.until("printed")
    assert len(cups.pages()) == before + 1


@pytest.mark.faults
def test_what_was_cancelled_never_comes_out(qtbot: QtBot, cups: Cups) -> None:
    """Also by a session that did not begin it: the one before it died."""
    cups.mode("empty")
    first, second, before = Asked(qtbot, cups.socket), Asked(qtbot, cups.socket), len(cups.pages())
    first.printer.print(uuid4(), PAGE, "carepost 3")
    first.until("waiting", "paper-out")
    assert any(PAGE in path.read_bytes() for path in cups.spooled())  # it is there: the search can find it
    second.printer.cancel()
    qtbot.waitUntil(lambda: not cups.spooled(), timeout=PATIENCE_MS)
    cups.mode("ready")
    first.until("printed")  # gone is all that the first can see
    first.told.clear()
    first.printer.print(uuid4(), PAGE + b"%next\n", "carepost 4")
    first.until("printed")
    assert cups.pages()[before:] == [PAGE + b"%next\n"]


@pytest.mark.faults
def test_a_printer_that_fails_is_told_in_words(qtbot: QtBot, cups: Cups) -> None:
    cups.mode("broken")
    asked = Asked(qtbot, cups.socket)
    asked.printer.print(uuid4(), PAGE, "carepost 5")
    asked.until("waiting", "paused")  # CUPS stops a printer that fails: a person must see to it
    asked.printer.cancel()
    qtbot.waitUntil(lambda: not cups.spooled(), timeout=PATIENCE_MS)


@pytest.mark.faults
def test_a_queue_that_is_not_there_is_no_printer(qtbot: QtBot, cups: Cups) -> None:
    asked = Asked(qtbot, cups.socket, "nowhere")
    asked.printer.print(uuid4(), PAGE, "carepost 6")
    asked.until("failed", "no-printer")


def test_without_cups_it_is_said_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    asked = Asked(qtbot, tmp_path / "none.sock")
    asked.printer.print(uuid4(), PAGE, "carepost 7")
    assert [said[1:] for said in asked.told] == [("failed", "no-printer")]
    asked.printer.cancel()  # and nothing to cancel is no fault


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("printer desk is idle.  enabled since now\n\tAlerts: none\n", ""),
        ("printer desk now printing desk-1.\n\tAlerts: media-empty-error\n", "paper-out"),
        ("printer desk now printing desk-1.\n\tAlerts: marker-supply-low-warning media-jam\n", "paper-jam"),
        ("printer desk now printing desk-1.\n\tAlerts: toner-low-warning\n", ""),
        ("printer desk disabled since now -\n\tunknown reason\n\tAlerts: none\n", "paused"),
        ("printer desk now printing desk-1.\n\tDescription: media-empty\n\tAlerts: none\n", ""),
    ],
)
def test_why_nothing_comes_out(told: str, reason: str) -> None:
    assert why(told) == reason


def test_each_reason_has_words() -> None:
    assert {word for _, word in ALERTS} | {"no-printer", "refused", "interrupted"} == set(TROUBLES)
