"""The other commands of `python -m peripherals`, as a technician types them."""

import contextlib
import json
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydicom.data import get_testdata_file
from stations import PATIENCE_S, simulate

from peripherals.__main__ import main
from peripherals.capture import read_log
from peripherals.discovery import Seen
from peripherals.registry import PRODUCTS
from peripherals.simulators.scenarios import built_in


def _hear_ctrl_c() -> None:
    """A shell's background commands ignore Ctrl-C, and so would what we start, if we are one of them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Program:
    """A running command and what it prints."""

    def __init__(self, *words: str) -> None:
        command = [sys.executable, "-m", "peripherals", *words]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, bufsize=1, preexec_fn=_hear_ctrl_c
        )

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


def test_devices_lists_what_is_here_and_what_can_be_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with simulate("rbp9804", link=tmp_path / "cuff", appears=Seen("", "", 0x067B, 0x23C3, "S7", "1-2")):
        assert main(["devices", "--simulated", str(tmp_path)]) == 0
        here, _, known = capsys.readouterr().out.partition("This station can read:")
        assert main(["devices", "--simulated", str(tmp_path), "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
    assert "067b:23c3" in here and "S7" in here and PRODUCTS["rbp9804"].title in here
    lines = {line.split()[0]: line for line in known.strip().splitlines()}
    assert set(lines) == set(PRODUCTS)
    assert "19200 8O1, 4800 8O1" in lines["contec-v5"]
    assert "cuff" in lines["rbp9804"]
    assert told["present"][0]["perhaps"] == ["rbp9804"]


def test_devices_of_an_empty_machine(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["devices", "--simulated", str(tmp_path)]) == 0
    assert "nothing that could be a device" in capsys.readouterr().out


def test_a_reading_taken_by_a_technician(capsys: pytest.CaptureFixture[str]) -> None:
    with simulate("contec-v7", speed=2) as device:  # faster, it would miss its keep-alive
        assert main(["monitor", "--device", "contec-v7", "--port", device.port, "--measure"]) == 0
    last = capsys.readouterr().out.strip().splitlines()[-1]
    assert last == "reading: spo2 97 %  pulse_rate 72 /min  perfusion_index 3.2 %  good"


def test_a_capture_holds_both_sides_and_decodes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "capture.jsonl"
    with simulate("contec-v7", speed=5) as device:
        words = ["record", "--device", "contec-v7", "--port", device.port, "--out", str(out)]
        assert main([*words, "--seconds", "1"]) == 0
        assert main(words) == 2  # never over an older one
    lines = read_log(out)
    assert lines[1].dir == "host" and lines[1].data == PRODUCTS["contec-v7"].start
    assert any(line.dir == "device" for line in lines)
    capsys.readouterr()
    assert main(["decode", "--device", "contec-v7", str(out)]) == 0
    decoded = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {line["values"].get("spo2") for line in decoded} <= {97, None}
    assert any(line["values"].get("spo2") == 97 for line in decoded)


def test_recording_an_unknown_device_only_listens(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "capture.jsonl"
    with simulate("contec-v5", speed=5) as device:
        words = ["record", "--port", device.port, "--baud", "19200", "--seconds", "0.5", "--out", str(out)]
        assert main(words) == 0
    assert not [line for line in read_log(out) if line.dir == "host"]
    assert main(["record", "--out", str(tmp_path / "other")]) == 2
    assert main(["record", "--device", "contec-v5", "--port", "/dev/no", "--out", str(tmp_path / "x")]) == 1
    assert "not-connected" in capsys.readouterr().err


def test_the_doctor_says_what_a_device_speaks_like(capsys: pytest.CaptureFixture[str]) -> None:
    with simulate("contec-v7") as device:
        assert main(["doctor", "--device", "contec-v7", "--port", device.port]) in (0, 1)
        assert "answers and is understood" in capsys.readouterr().out
    with simulate("contec-v5", speed=5) as device:
        assert main(["doctor", "--device", "contec-v7", "--port", device.port]) == 1
        assert PRODUCTS["contec-v5"].title in capsys.readouterr().out
    with simulate("contec-v5", "silent") as device:
        assert main(["doctor", "--device", "contec-v5", "--port", device.port]) == 1
        assert "nothing comes" in capsys.readouterr().out


def test_the_doctor_of_this_machine_says_something(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) in (0, 1)
    assert capsys.readouterr().out.strip()


def test_an_ecg_file_as_json_and_one_that_is_none(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = get_testdata_file("waveform_ecg.dcm", download=False)
    assert main(["ecg", str(path)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["kind"] == "12-lead"
    assert told["strips"][0]["leads"]
    broken = tmp_path / "broken.dcm"
    broken.write_bytes(b"no ecg")
    assert main(["ecg", str(broken)]) == 1
    assert "no DICOM file" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["devices", "doctor", "monitor", "record", "decode", "ecg", "simulate"])
def test_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0
    assert command in capsys.readouterr().out
