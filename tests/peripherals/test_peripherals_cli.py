"""The other commands of `python -m peripherals`, as a technician types them."""

import contextlib
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from stations import PATIENCE_S

from peripherals.__main__ import main
from peripherals.registry import PRODUCTS
from peripherals.simulators.scenarios import built_in
from peripherals.simulators.wirelog import read_log


class Program:
    """A running command and what it prints."""

    def __init__(self, *words: str) -> None:
        command = [sys.executable, "-m", "peripherals", *words]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, bufsize=1)

    def line(self, having: str = "") -> str:
        """The next line that has this in it."""
        assert self.process.stdout
        deadline = time.monotonic() + PATIENCE_S
        while True:
            ready, _, _ = select.select([self.process.stdout], [], [], deadline - time.monotonic())
            assert ready, f"no line with {having!r}"
            line = self.process.stdout.readline()
            assert line, f"it ended without a line with {having!r}"
            if having in line:
                return line.strip()

    def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        return self.process.wait(PATIENCE_S)

    def close(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        self.process.wait()
        assert self.process.stdout
        self.process.stdout.close()


@pytest.fixture
def programs() -> Iterator[list[Program]]:
    started: list[Program] = []
    yield started
    for program in started:
        program.close()


def wait_for(link: Path, there: bool) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while link.is_symlink() is not there:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_simulate_and_monitor_with_the_cable_pulled_and_put_back(
    programs: list[Program], tmp_path: Path
) -> None:
    link, log = tmp_path / "oximeter", tmp_path / "wire.jsonl"
    simulator = Program("simulate", "contec-v5", "--link", str(link), "--log", str(log), "--speed", "5")
    programs.append(simulator)
    port = simulator.line()
    assert port == str(link.readlink())
    monitor = Program("monitor", "--device", "contec-v5", "--port", str(link))
    programs.append(monitor)
    monitor.line("ready")
    assert "pulse 72 /min" in monitor.line("SpO2 97 %")
    simulator.process.send_signal(signal.SIGUSR1)
    wait_for(link, False)
    monitor.line("absent unplugged")
    simulator.process.send_signal(signal.SIGUSR2)
    wait_for(link, True)
    monitor.line("ready")
    assert monitor.end(signal.SIGINT) == 0
    assert simulator.end(signal.SIGTERM) == 0
    assert not link.is_symlink()
    notes = [line.note for line in read_log(log) if line.dir == "port"]
    assert [note.split()[0] for note in notes] == ["opened", "unplugged", "opened", "unplugged"]
    assert {line.dir for line in read_log(log)} == {"port", "device"}


@pytest.mark.parametrize("words", [["kettle"], ["contec-v5", "--scenario", "boiling"]])
def test_a_wrong_simulator_or_scenario_lists_the_right_ones(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", *words]) == 2
    told = capsys.readouterr().err
    assert all(name in told for name in (*PRODUCTS, *built_in()))


def test_monitor_of_an_unknown_device_lists_the_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["monitor", "--device", "kettle", "--port", "/dev/null"]) == 2
    told = capsys.readouterr().err
    assert all(name in told for name in PRODUCTS)


def test_devices_lists_each_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["devices"]) == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert set(lines) == set(PRODUCTS)
    assert "19200 8O1, 4800 8O1" in lines["contec-v5"]
    assert "cuff" in lines["rbp9804"]


def test_ports_always_says_something(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ports"]) == 0
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("command", ["ports", "devices", "monitor", "decode", "simulate"])
def test_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0
    assert command in capsys.readouterr().out
