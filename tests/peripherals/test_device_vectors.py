"""Every decoder gives what the hand-made recordings say, however the bytes are cut."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from vector_files import IDS, VECTORS, Vector
from wire_streams import taken_by

from peripherals.decode import as_json, decode, is_refused, read_recording
from peripherals.devices import berry_bci, contec_v5, contec_v7, rbp9804
from peripherals.protocols.base import Frame
from peripherals.registry import PRODUCTS

# Commands as the vendors' documents and the public readers print them.
START_LIVE = "7D 81 A1 80 80 80 80 80 80"
STOP_LIVE = "7D 81 A2 80 80 80 80 80 80"
KEEP_ALIVE = "7D 81 AF 80 80 80 80 80 80"
CUFF_CONNECT = "CC 80 03 03 01 01 00 00"
CUFF_START = "CC 80 03 03 01 02 00 03"
CUFF_STOP = "CC 80 03 03 01 03 00 02"


def decoded(vector: Vector, portions: Iterable[bytes]) -> tuple[list[Frame], int]:
    decoder = PRODUCTS[vector.device].decoder()
    frames = [frame for portion in portions for frame in decoder.feed(portion)]
    frames += decoder.finish()
    return frames, decoder.dropped


def as_lines(vector: Vector, frames: list[Frame]) -> list[Any]:
    lines = [json.loads(as_json(vector.device, frame)) for frame in frames if frame.is_reading]
    return [{**line, "flags": sorted(line["flags"])} for line in lines]


streams = pytest.mark.parametrize(
    "vector",
    [vector for vector in VECTORS if not PRODUCTS[vector.device].messages],
    ids=[name for name, vector in zip(IDS, VECTORS, strict=True) if not PRODUCTS[vector.device].messages],
)


@pytest.mark.parametrize("vector", VECTORS, ids=IDS)
def test_the_command_line_s_decoder_gives_what_is_written_beside(vector: Vector) -> None:
    frames, dropped = decode(PRODUCTS[vector.device], read_recording(vector.path))
    assert as_lines(vector, frames) == vector.lines
    assert dropped == vector.dropped
    assert sum(is_refused(frame) for frame in frames) == vector.refused


@streams
@pytest.mark.parametrize("size", [1, 2, 3, 7, 10_000])
def test_a_recording_decodes_to_what_is_written_beside_it(vector: Vector, size: int) -> None:
    portions = (vector.data[at : at + size] for at in range(0, len(vector.data), size))
    frames, dropped = decoded(vector, portions)
    assert as_lines(vector, frames) == vector.lines
    assert dropped == vector.dropped
    assert sum(is_refused(frame) for frame in frames) == vector.refused


def with_values(lines: list[Any]) -> list[Any]:
    return [line for line in lines if line["values"] or line["flags"]]


@streams
def test_every_place_to_cut_a_recording_gives_a_beginning_of_it(vector: Vector) -> None:
    """Cut anywhere, what was whole before the cut stands, and nothing is made up from the stump.

    The exceptions are a three-byte record of the memory that the cut leaves of a longer frame, and the time
    of a meter's record whose value is beyond the cut.
    """
    expected = vector.lines if vector.device != "taidoc" else with_values(vector.lines)
    for cut in range(len(vector.data)):
        frames, dropped = decoded(vector, [vector.data[:cut]])
        lines = as_lines(vector, frames)
        if vector.device == "taidoc":
            lines = with_values(lines)
        assert lines == expected[: len(lines)]
        assert taken_by(frames) + dropped == cut


def test_commands_are_those_of_the_documents() -> None:
    assert contec_v7.PRODUCT.start == bytes.fromhex(START_LIVE)
    assert contec_v7.PRODUCT.stop == bytes.fromhex(STOP_LIVE)
    assert contec_v7.PRODUCT.keep_alive == bytes.fromhex(KEEP_ALIVE)
    assert contec_v7.PRODUCT.keep_alive_s == 5.0
    assert rbp9804.PRODUCT.connect == bytes.fromhex(CUFF_CONNECT)
    assert rbp9804.PRODUCT.start == bytes.fromhex(CUFF_START)
    assert rbp9804.PRODUCT.stop == bytes.fromhex(CUFF_STOP)


def test_serial_settings_are_those_of_the_documents() -> None:
    assert contec_v5.PRODUCT.lines == ((19200, "O"), (4800, "O"))
    assert berry_bci.PRODUCT.lines == ((115200, "N"),)
    assert contec_v7.PRODUCT.lines == ((115200, "N"),)
    assert rbp9804.PRODUCT.lines == ((9600, "N"),)
