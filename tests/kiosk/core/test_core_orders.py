"""What the hub's operator has a station do: once, across restarts, and said."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pytest

from contract import station, wire
from kiosk.core.orders import Orders


class Site:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.told: list[station.ToSession] = []
        self.sent: list[Any] = []
        self.did: list[str] = []
        self.orders = self.new()

    def new(self) -> Orders:
        return Orders(
            self.path,
            self.told.append,
            self.send,
            test=lambda: self.did.append("test"),
            restart=lambda: self.did.append("restart"),
            about=lambda: {"version": "1"},
            changed=lambda: self.did.append("changed"),
        )

    def send(self, message: wire.ToHub) -> bool:
        self.sent.append(message)
        return True

    def order(self, kind: str, text: str = "") -> wire.Order:
        made = wire.Order(order=uuid4(), kind=kind, text=text)
        self.orders.came(made)
        return made


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "orders.json")


def test_out_of_service_and_words_on_the_screen_outlive_core(site: Site) -> None:
    site.order("disable", "painting")
    site.order("message", "Closed at noon")
    assert site.told[-1] == station.OperatorSays(disabled="painting", notice="Closed at noon")
    again = site.new()
    assert again.disabled == "painting"
    again.session_came()
    assert site.told[-1] == station.OperatorSays(disabled="painting", notice="Closed at noon")
    site.order("enable")
    site.order("message")
    assert site.told[-1] == station.OperatorSays()


def test_an_order_said_twice_is_done_once_also_after_a_restart(site: Site) -> None:
    made = site.order("restart")
    site.orders = site.new()
    site.orders.came(made)
    assert site.did == ["restart"]
    assert [(one.order, one.ok) for one in site.sent] == [(made.order, True)] * 2


def test_a_bundle_has_figures_and_the_newest_lines_of_the_log(site: Site) -> None:
    import logging

    logging.getLogger("kiosk.core.x").warning("the disk is slow")
    site.order("diagnostics")
    told = msgspec.json.decode(site.sent[-1].content)
    assert told["version"] == "1" and any("the disk is slow" in line for line in told["log"])


def test_a_bundle_whose_answer_got_lost_is_gathered_again(site: Site) -> None:
    made = site.order("diagnostics")
    site.orders.came(made)
    assert msgspec.json.decode(site.sent[-1].content)["version"] == "1"


def test_what_is_not_known_is_said_and_a_disk_that_takes_nothing_too(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.order("explode")
    assert not site.sent[-1].ok

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.core.orders.keep", full)
    site.order("disable", "x")
    assert not site.sent[-1].ok and site.orders.disabled == ""


def test_a_file_that_is_none_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "o").write_bytes(b"\xff")
    assert Site(tmp_path / "o").orders.disabled == ""
