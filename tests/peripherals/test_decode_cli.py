"""`python -m peripherals decode` to the letter of the interfaces page."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from vector_files import IDS, VECTORS, Vector

from peripherals.__main__ import main
from peripherals.registry import PRODUCTS

KNOWN_FLAGS = {
    "beep",
    "finger-out",
    "searching",
    "search-too-long",
    "low-spo2",
    "low-perfusion",
    "artefact",
    "sensor-fault",
    "probe-unplugged",
    "pi-invalid",
    "from-memory",
    "low-battery",
    "movement",
    "irregular-pulse",
    "loose-cuff",
    "bad-position",
    "rate-out-of-range",
    "ongoing",
    "estimated",
    "validated",
    "demo",
    "test",
    "unstable",
    "overload",
    "underload",
    "high",
    "low",
    "clock-unsure",
}
GOLDEN = "01 E0 84 93 92 BC E3 FF FF"


class Output:
    """What one run printed."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.err = err
        self.lines: list[dict[str, Any]] = [json.loads(line) for line in out.splitlines()]

    @property
    def dropped(self) -> int:
        found = re.search(r"(\d+) bytes belong to no frame", self.err)
        return int(found[1]) if found else 0


@pytest.fixture
def decode(capsys: pytest.CaptureFixture[str]) -> Any:
    def run(device: str, path: Path) -> Output:
        code = main(["decode", "--device", device, str(path)])
        told = capsys.readouterr()
        return Output(code, told.out, told.err)

    return run


def sorted_flags(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**line, "flags": sorted(line["flags"])} for line in lines]


@pytest.mark.parametrize("vector", VECTORS, ids=IDS)
@pytest.mark.parametrize("form", ["hex", "binary"])
def test_recordings(vector: Vector, form: str, decode: Any, tmp_path: Path) -> None:
    path = vector.path
    if form == "binary":
        path = tmp_path / "recording.bin"
        path.write_bytes(vector.data)
    done = decode(vector.device, path)
    assert done.code == 0
    assert sorted_flags(done.lines) == vector.lines
    assert done.dropped == vector.dropped
    if vector.refused:
        assert f"{vector.refused} results cannot be true" in done.err
    assert bool(done.err) == bool(vector.dropped or vector.refused)


@pytest.mark.parametrize("vector", VECTORS, ids=IDS)
def test_each_line_has_the_five_keys_and_only_known_flags(vector: Vector, decode: Any) -> None:
    for line in decode(vector.device, vector.path).lines:
        assert list(line) == ["device", "time", "values", "units", "flags"]
        assert line["values"].keys() == line["units"].keys()
        for flag in line["flags"]:
            assert flag in KNOWN_FLAGS or re.fullmatch(r"error-\d+", flag)


@pytest.mark.parametrize(
    "text",
    [
        GOLDEN,
        GOLDEN.lower(),
        GOLDEN.replace(" ", ""),
        "\n".join(GOLDEN.split()) + "\n",
        "\t" + GOLDEN.replace(" ", "\r\n") + "  \r\n",
    ],
)
def test_hex_text_in_any_case_and_spacing(text: str, decode: Any, tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text(text)
    done = decode("contec-v7", path)
    assert [line["values"]["spo2"] for line in done.lines] == [99]
    assert done.err == ""


def test_half_a_hex_pair_at_the_end_is_a_trailing_byte(decode: Any, tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text(GOLDEN + " F")
    done = decode("contec-v7", path)
    assert (done.code, len(done.lines), done.dropped) == (0, 1, 1)


@pytest.mark.parametrize("device", PRODUCTS)
@pytest.mark.parametrize("content", [b"", b"\n", b"\xff" * 1000, b"\x00" * 1000, b"not hex, not a frame"])
def test_nothing_but_garbage_is_counted_and_no_failure(
    device: str, content: bytes, decode: Any, tmp_path: Path
) -> None:
    path = tmp_path / "garbage"
    path.write_bytes(content)
    done = decode(device, path)
    assert (done.code, done.lines) == (0, [])
    assert done.dropped == len(content.strip())


def test_a_frame_across_two_portions_of_a_long_file(decode: Any, tmp_path: Path) -> None:
    path = tmp_path / "long.bin"
    path.write_bytes(bytes.fromhex(GOLDEN) * 20_000)
    done = decode("contec-v7", path)
    assert len(done.lines) == 20_000
    assert done.dropped == 0


def test_an_unknown_device_is_exit_2_with_the_names(decode: Any, tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text(GOLDEN)
    done = decode("kettle", path)
    assert (done.code, done.lines) == (2, [])
    assert "'kettle'" in done.err
    for name in ("contec-v5", "berry-bci", "contec-v7", "rbp9804"):
        assert name in done.err


@pytest.mark.parametrize("missing", ["nowhere.bin", "."])
def test_a_file_that_cannot_be_read_is_said_so(missing: str, decode: Any, tmp_path: Path) -> None:
    done = decode("contec-v7", tmp_path / missing)
    assert (done.code, done.lines) == (2, [])
    assert str(tmp_path) in done.err


def test_as_a_program(tmp_path: Path) -> None:
    path = tmp_path / "noisy.hex"
    path.write_text("FF 00 " + GOLDEN)
    done = subprocess.run(
        [sys.executable, "-m", "peripherals", "decode", "--device", "contec-v7", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "device": "contec-v7",
        "time": None,
        "values": {"signal": 4, "pleth": 19, "bar": 2, "pulse_rate": 60, "spo2": 99},
        "units": {"signal": "1", "pleth": "1", "bar": "1", "pulse_rate": "/min", "spo2": "%"},
        "flags": ["pi-invalid"],
    }
    assert "2 bytes belong to no frame" in done.stderr
