"""A wrong address never leaves a dead station: what is tried is kept when confirmed, else taken back."""

import io
import os
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from contract.proxy import PROXY, proxy
from provisioning.__main__ import main
from provisioning.commands import network
from provisioning.network import NetworkError, apply, checks, render
from provisioning.network.apply import Kept, Real, attempt, keep, load
from provisioning.network.settings import Dot1x, Settings

CA = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
OLD = Kept(Settings(dns=("10.1.0.53",)))
NEW = Kept(Settings(address="10.1.2.3/24", gateway="10.1.2.1", dns=("10.1.0.53",), proxy="http://p:3128"))
SECRET = Kept(Settings("enp1s0", dot1x=Dot1x("peap", "station7", CA, "radius.example.org")), "s3cret")


GUARD_ENDED = f"systemctl stop {apply.BACK}.timer {apply.BACK}.service"


class Tried(Real):
    """A machine below a folder; its commands are written down."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.root, self.ran, self.fails = root, list[str](), set[str]()

    def run(self, *line: str) -> bool:
        self.ran.append(" ".join(line))
        return line[0] not in self.fails

    @property
    def network(self) -> str:
        place = self.root / render.NETWORK.lstrip("/")
        return place.read_text() if place.exists() else ""


@pytest.fixture
def machine(tmp_path: Path) -> Tried:
    return Tried(tmp_path / "root")


def tries(machine: Tried, tmp_path: Path, new: Kept, confirmed: Callable[[int], bool]) -> bool:
    return attempt(new, machine, confirmed, folder=tmp_path / "kept", state=tmp_path, back=["back"])


def test_confirmed_it_stays(machine: Tried, tmp_path: Path) -> None:
    asked = list[int]()

    def yes(seconds: int) -> bool:
        asked.append(seconds)
        assert "10.1.2.3/24" in machine.network, "it is tried before it is asked"
        assert load(tmp_path / "kept") == Kept(), "a start meanwhile comes back as before"
        assert machine.ran[0] == GUARD_ENDED, "the timer of a tool that died would go off within this trial"
        assert machine.ran[1].startswith("systemd-run --on-active=") and machine.ran[1].endswith(" back")
        return True

    assert tries(machine, tmp_path, NEW, yes) and asked == [60]
    assert load(tmp_path / "kept") == NEW and "10.1.2.3/24" in machine.network
    assert machine.ran[-1] == GUARD_ENDED


def test_a_yes_counts_though_the_timer_was_first(machine: Tried, tmp_path: Path) -> None:
    def late(_: int) -> bool:
        apply.put(Kept(), machine, state=tmp_path)
        return True

    assert tries(machine, tmp_path, NEW, late)
    assert "10.1.2.3/24" in machine.network


def test_without_a_timer_that_takes_it_back_nothing_is_tried(machine: Tried, tmp_path: Path) -> None:
    machine.fails.add("systemd-run")
    with pytest.raises(NetworkError, match="Nothing was changed"):
        tries(machine, tmp_path, NEW, lambda _: True)
    assert machine.network == "" and load(tmp_path / "kept") == Kept()


@pytest.mark.parametrize(("running", "does"), [(True, "back"), (False, "start")])
def test_what_was_kept_and_can_not_be_read_is_dhcp_and_no_trial_that_stays(
    machine: Tried, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, running: bool, does: str
) -> None:
    def unreadable() -> Kept:
        raise NetworkError("it can't be read")

    apply.put(NEW, machine, state=tmp_path)  # a trial whose tool has died
    monkeypatch.setattr(apply, "load", unreadable)
    monkeypatch.setattr(apply, "Real", lambda: machine)
    machine.ran.clear()
    assert main(["network", does]) == 0
    assert machine.network == "" and bool(machine.ran) == running


def test_not_confirmed_all_is_as_it_was(machine: Tried, tmp_path: Path) -> None:
    keep(OLD, tmp_path / "kept")
    apply.put(OLD, machine, state=tmp_path)
    before = machine.network
    assert not tries(machine, tmp_path, NEW, lambda _: False)
    assert machine.network == before and load(tmp_path / "kept") == OLD
    assert proxy(machine.root / str(PROXY).lstrip("/")) is None, "a proxy that was not there is none again"


def test_a_tool_that_is_broken_off_takes_it_back(machine: Tried, tmp_path: Path) -> None:
    def broken(_: int) -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tries(machine, tmp_path, NEW, broken)
    assert machine.network == "" and load(tmp_path / "kept") == Kept()


def test_a_disk_that_takes_nothing_is_no_yes(machine: Tried, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file where the folder should be")
    with pytest.raises(OSError):
        tries(machine, tmp_path, NEW, lambda _: True)
    assert machine.network == ""


def test_the_password_is_roots_alone_and_goes_with_its_settings(machine: Tried, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    keep(SECRET, folder)
    assert stat.S_IMODE((folder / "settings.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [each.name for each in folder.iterdir()] == ["settings.json"], "one file: none without the other"
    assert load(folder) == SECRET
    apply.put(SECRET, machine, state=tmp_path)
    assert stat.S_IMODE((machine.root / render.WPA.lstrip("/")).stat().st_mode) == 0o600
    assert "systemctl restart carepost-dot1x.service" in machine.ran
    apply.put(Kept(), machine, state=tmp_path)
    assert not (machine.root / render.WPA.lstrip("/")).exists()
    assert "systemctl stop carepost-dot1x.service" in machine.ran
    keep(Kept(), folder)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("changed", [{"interface": "enp2s0"}, {"ca": CA.replace("MIIB", "MIIC")}])
def test_another_card_or_ca_is_taken_at_once(machine: Tried, tmp_path: Path, changed: dict[str, str]) -> None:
    """Neither is a word of wpa_supplicant's file."""
    apply.put(SECRET, machine, state=tmp_path)
    machine.ran.clear()
    dot1x = SECRET.settings.dot1x
    assert dot1x is not None
    other = msgspec.structs.replace(
        SECRET.settings,
        interface=changed.get("interface", "enp1s0"),
        dot1x=msgspec.structs.replace(dot1x, ca=changed.get("ca", CA)),
    )
    apply.put(Kept(other, "s3cret"), machine, state=tmp_path)
    assert "systemctl restart carepost-dot1x.service" in machine.ran


def test_what_is_kept_is_looked_at_again(tmp_path: Path) -> None:
    keep(Kept(Settings(address="10.1.2.3/24")), tmp_path)
    with pytest.raises(NetworkError, match="needs a gateway"):
        load(tmp_path)
    (tmp_path / "settings.json").write_text("{")
    with pytest.raises(NetworkError, match="can't be read"):
        load(tmp_path)


def test_the_same_again_disturbs_nobody(machine: Tried, tmp_path: Path) -> None:
    apply.put(NEW, machine, state=tmp_path)
    assert "systemctl try-restart carepost-core.service carepost-agent.service" in machine.ran
    machine.ran.clear()
    apply.put(NEW, machine, state=tmp_path)
    assert machine.ran == []


def test_a_password_comes_by_a_descriptor() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"s3cret\n")
    os.close(writing)
    assert network._password(reading) == "s3cret"
    with pytest.raises(NetworkError):
        network._password(reading)


# ---- what does not work, from the cable on


def card(folder: Path, carrier: str) -> Path:
    (folder / "enp1s0").mkdir()
    (folder / "enp1s0" / "carrier").write_text(carrier)
    return folder


def test_no_card_and_no_cable_are_named(tmp_path: Path) -> None:
    cards = card(tmp_path, "0\n")
    assert list(checks.failures(Settings("enp9s0"), "", cards)) == [checks.NO_CARD]
    assert list(checks.failures(Settings("enp1s0"), "", cards)) == [checks.NO_CABLE]
    assert list(checks.failures(Settings(), "", cards)) == [checks.NO_CABLE]


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ({}, checks.NO_ADDRESS),
        ({"address": "2: enp1s0 inet 10.1.2.3/24"}, checks.NO_WAY),
        ({"address": "x", "route": "default via 10.1.2.1"}, ""),
    ],
)
def test_no_address_and_no_way_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: dict[str, str], word: str
) -> None:
    def answer(*line: str) -> str:
        return next((text for key, text in told.items() if key in line), "")

    monkeypatch.setattr(checks, "_told", answer)
    assert list(checks.failures(Settings(), "", card(tmp_path, "1\n"))) == ([word] if word else [])
    shut_out = list(checks.failures(SECRET.settings, "", tmp_path))
    assert shut_out == [checks.NOT_LET_IN]


@contextmanager
def answering(answer: bytes) -> Iterator[tuple[str, list[bytes]]]:
    heard = list[bytes]()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            way, _ = server.accept()
            with way:
                heard.append(way.recv(1000))
                way.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", heard
        thread.join(10)


def test_a_proxy_is_asked_for_the_hub() -> None:
    with answering(b"HTTP/1.1 200 Connection established\r\n\r\n") as (way, heard):
        assert list(checks.reached(way, "https://hub.example.org:8443")) == []
    assert heard[0].startswith(b"CONNECT hub.example.org:8443 HTTP/1.1\r\n")
    with answering(b"HTTP/1.1 403 Forbidden\r\n\r\n") as (way, _):
        assert list(checks.reached(way, "https://hub.example.org")) == [checks.PROXY_SAYS_NO]
    assert list(checks.reached(way, "https://hub.example.org")) == [checks.NO_PROXY]


def test_a_hub_that_does_not_answer_is_no_name_that_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert list(checks.reached("", f"https://127.0.0.1:{taken.getsockname()[1]}")) == [checks.NO_HUB]

    def unknown(*_: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "create_connection", unknown)
    assert list(checks.reached("", "https://hub.example.org")) == [checks.NO_NAME]


def test_only_yes_is_a_yes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    said = list[bool]()
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(checks, "until_well", lambda *_: [checks.NO_WAY])

    def attempted(_new: Kept, _machine: object, confirmed: Callable[[int], bool]) -> bool:
        said.append(confirmed(60))
        return said[-1]

    monkeypatch.setattr(apply, "attempt", attempted)
    for line, kept in (("yes\n", True), ("y\n", False), ("", False)):
        monkeypatch.setattr("select.select", lambda *a: (a[0], [], []))
        monkeypatch.setattr("sys.stdin", io.StringIO(line))
        assert network._tried(NEW, "") == (0 if kept else 1)
    monkeypatch.setattr("select.select", lambda *_: ([], [], []))
    assert network._tried(NEW, "") == 1 and said == [True, False, False, False]
    assert checks.NO_WAY in capsys.readouterr().out
