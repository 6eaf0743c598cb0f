"""The page about adding a device is true: its blocks are the files they name, and make a device."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import device_contract
import pytest
from stations import Station, quick
from vector_files import load
from wire_streams import FORMATS, Format, check_account, cut, printed, run

from contract.measurement import Act, Grade, Kind, Measurement
from peripherals.decode import decode, read_recording
from peripherals.devices.product import Product
from peripherals.events import DeviceConfig, LiveValues, MeasurementFailed, MeasurementReady, Role, State
from peripherals.protocols.base import FrameKind
from peripherals.protocols.conversation import Now
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.simulators.dialogue import BEGAN
from peripherals.simulators.port import Simulator
from peripherals.simulators.scenarios import Line, Scenario, Thermometer

PAGE = device_contract.PAGES / "adding-a-device.md"
NAME = "tinytherm"
BLOCK = re.compile(r"^```(\w+) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Made(NamedTuple):
    """The device of the page."""

    product: Product
    format: Format
    files: dict[str, str]
    folder: Path


def blocks() -> dict[str, str]:
    found = BLOCK.findall(PAGE.read_text())
    assert len(found) == PAGE.read_text().count("```") // 2, "a block names no file"
    assert len({path for _, path, _ in found}) == len(found), "a file stands there twice"
    return {path: text for _, path, text in found}


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    """Write the files, import them under their own names, register the device; undone afterwards."""
    files = blocks()
    modules: dict[str, ModuleType] = {}
    for path, text in files.items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
        if place.suffix != ".py":
            continue
        parts = path.removesuffix(".py").split("/")
        name = parts[-1] if parts[0] == "tests" else ".".join(parts)
        spec = spec_from_file_location(name, place)
        assert spec and spec.loader
        module = modules[path] = module_from_spec(spec)
        monkeypatch.setitem(sys.modules, name, module)
        if parts[0] != "tests":
            monkeypatch.setattr(import_module(".".join(parts[:-1])), parts[-1], module, raising=False)
        spec.loader.exec_module(module)
    product: Product = modules["peripherals/devices/tinytherm.py"].PRODUCT
    format: Format = modules["tests/peripherals/formats_tinytherm.py"].FORMATS[NAME]
    monkeypatch.setitem(PRODUCTS, NAME, product)
    monkeypatch.setitem(SIMULATORS, NAME, modules["peripherals/simulators/tinytherm.py"].Tinytherm)
    monkeypatch.setitem(FORMATS, NAME, format)
    yield Made(product, format, files, tmp_path)


def test_its_vectors_hold_what_is_written_beside_them(made: Made) -> None:
    paths = sorted((made.folder / "tests" / "vectors" / NAME).glob("*.hex"))
    assert len(paths) == 3
    for path in paths:
        vector = load(path)
        frames, dropped = decode(made.product, read_recording(path))
        values = [frame.values for frame in frames]
        assert values == [line["values"] for line in vector.lines]
        assert [sorted(frame.flags) for frame in frames] == [line["flags"] for line in vector.lines]
        assert dropped == vector.dropped
        assert "made" in json.loads(path.with_suffix(".json").read_text())


@pytest.mark.parametrize("seed", range(20))
def test_its_decoder_keeps_the_promises_of_the_page(made: Made, seed: int) -> None:
    rng = random.Random(seed)
    sent = [made.format.make(rng) for _ in range(10)]
    noise = bytes(rng.choices(made.format.harmless, k=5))
    stream = b"".join(noise + one.data for one in sent)
    frames, decoder = run(NAME, cut(stream, [rng.randrange(100) for _ in range(9)]))
    assert printed(frames) == [values for one in sent for values in one.values]
    check_account(frames, decoder, stream)
    garbage = rng.randbytes(300)
    frames, decoder = run(NAME, [garbage])
    assert frames == run(NAME, [garbage[at : at + 1] for at in range(300)])[0]
    check_account(frames, decoder, garbage)


def test_its_conversation_takes_no_value_of_before(made: Made) -> None:
    stands, rises = (bytes.fromhex(text) for text in ("DC603C", "917C0D"))
    talk = made.product.talk()
    now = Now(0, BEGAN)
    assert talk.heard(rises + stands, "", now)[1].kind is FrameKind.RESULT
    talk.measure(now)
    kept = talk.heard(stands, "", now)[0]
    assert (kept.kind, kept.values) == (FrameKind.LIVE, {})
    assert talk.heard(rises + stands, "", now)[1].kind is FrameKind.RESULT


async def test_it_is_found_and_measured_through_the_supervisor(made: Made, tmp_path: Path) -> None:
    story = Scenario("a fever", thermometer=Thermometer(38.9, takes_s=1.0))
    measurement = await measured(made, story, tmp_path)
    assert [(value.kind, value.value, value.unit) for value in measurement.values] == [
        (Kind.TEMPERATURE, 38.9, "Cel")
    ]
    assert measurement.quality.grade is Grade.GOOD
    assert measurement.device.model == "Tinytherm"


async def test_a_bad_line_costs_it_frames_but_no_digit(made: Made, tmp_path: Path) -> None:
    story = Scenario("garbage", thermometer=Thermometer(38.9, takes_s=1.0), line=Line(noise=0.2, cut=0.1))
    measurement = await measured(made, story, tmp_path)
    assert [value.value for value in measurement.values] == [38.9]


async def measured(made: Made, story: Scenario, folder: Path) -> Measurement:
    with Simulator(SIMULATORS[NAME], story, link=folder / "port", speed=4) as device:
        config = DeviceConfig("thermometer", Role.THERMOMETER, device.port, "auto")
        async with Station(config, limits=quick(Act.TEMPERATURE)) as station:
            status = await station.is_now(State.READY, "thermometer")
            assert status.product == made.product.title
            ready = await station.outcome(station.measure(Act.TEMPERATURE))
            assert station.of(LiveValues)
    assert not isinstance(ready, MeasurementFailed), ready
    assert isinstance(ready, MeasurementReady)
    return ready.measurement


def test_nothing_is_missing(made: Made) -> None:
    """The contract test's own checks, on what the page alone holds."""
    page = made.files
    vectors = [Path(path).name for path in page if path.startswith(f"tests/vectors/{NAME}/")]
    has = device_contract.shipped()._replace(
        simulators=frozenset(SIMULATORS),
        formats=frozenset(FORMATS),
        vectors={NAME: frozenset(vectors)},
        pages={NAME: page[f"docs/devices/{NAME}.md"]},
        table=device_contract.read_table(page["docs/devices/index.md"]),
        udev=page["peripherals/udev/60-carepost.rules"],
        docstrings={NAME: sys.modules[f"peripherals.devices.{NAME}"].__doc__ or ""},
    )
    assert device_contract.complaints(made.product, has) == []


def test_its_code_is_written_as_ours_is(made: Made) -> None:
    for path, text in made.files.items():
        if path.endswith(".py"):
            for command in (["check", "--quiet"], ["format", "--check"]):
                asked = [sys.executable, "-m", "ruff", *command, "--stdin-filename", path, "-"]
                ran = subprocess.run(asked, input=text, capture_output=True, text=True, cwd=PAGE.parents[2])
                assert ran.returncode == 0, f"{path}: {ran.stdout}{ran.stderr}"


def test_the_made_up_device_is_not_registered() -> None:
    assert NAME not in PRODUCTS
