"""What is fuzzed: every registered format, every product's conversation, and every file we read.

A target is a function of bytes that returns, whatever they are. All is found by the registry: a new device
has its targets the moment it is registered.
"""

import contextlib
import math
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import fuzz_seeds
from fuzz_legal import check_frame
from fuzz_play import Player
from fuzz_script import Hear, read
from wire_streams import check_account, run

from peripherals.decode import decode, read_recording
from peripherals.devices.product import Product
from peripherals.ecg_file import EcgFileError, parse_ecg
from peripherals.ecg_file import as_json as ecg_json
from peripherals.protocols.base import Frame
from peripherals.protocols.conversation import Packet
from peripherals.registry import PRODUCTS
from peripherals.simulators import scenarios
from peripherals.transport import packets

LONGEST: Final = 4096  # bytes of an input
TALK: Final = "/talk"
PLANTED: Final = "planted"


class Target(NamedTuple):
    """`takes` any bytes and returns, or the fuzzer has found something; `seeds` to begin with."""

    takes: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]


def decodes_a_stream(product: Product) -> Target:
    """The first byte says how the rest is cut; whole and cut it must mean the same."""

    def takes(data: bytes) -> None:
        stream = data[1:]
        whole, counted = run(product.name, [stream])
        portions = _portions(stream, data[0] if data else 0)
        assert b"".join(portions) == stream
        frames, decoder = run(product.name, portions)
        assert frames == whole, "cut, it means something else"
        assert decoder.dropped == counted.dropped, "cut, it drops something else"
        check_account(whole, counted, stream)
        for frame in whole:
            check_frame(frame)

    return Target(takes, lambda: fuzz_seeds.streams(product))


def _portions(stream: bytes, how: int) -> list[bytes]:
    """Cut in portions of 1 to 8 bytes, for 0 in single ones; of each kind a fixed pattern."""
    portions, at, state = [], 0, how
    while at < len(stream):
        size = 1 + (state >> 4 & 7) if how else 1
        portions.append(stream[at : at + size])
        at += size
        state = state * 37 + 11 & 0xFF
    return portions


def decodes_messages(product: Product) -> Target:
    """A script of which only what is heard counts: each portion is a message."""

    def takes(data: bytes) -> None:
        decoder = product.decoder()
        frames: list[Frame] = []
        fed = 0
        for step in read(data):
            if isinstance(step, Hear):
                frames += decoder.feed(step.data)
                fed += len(step.data)
        frames += decoder.finish()
        # Several records of one message share its bytes; a line of keys is made of many messages.
        taken = sum({id(frame.raw): len(frame.raw) for frame in frames}.values())
        assert taken + decoder.dropped == fed, f"{taken} bytes taken, {decoder.dropped} dropped of {fed}"
        for frame in frames:
            check_frame(frame)

    return Target(takes, lambda: fuzz_seeds.messages(product))


def talks(product: Product) -> Target:
    """A script of a whole conversation: greeted, measured, downloaded, interrupted, flooded."""
    return Target(lambda data: Player(product).play(data), lambda: fuzz_seeds.dialogues(product))


def _recordings() -> Target:
    """The first byte names the product; the rest is a file: binary, hex text, or a capture."""
    file = Path(tempfile.gettempdir()) / f"carepost-fuzz-{os.getpid()}.rec"
    names = sorted(PRODUCTS)

    def takes(data: bytes) -> None:
        file.write_bytes(data[1:])
        product = PRODUCTS[names[data[0] % len(names) if data else 0]]
        recording = read_recording(file)
        file.unlink()
        assert len(recording.data) <= len(data)
        for frame in decode(product, recording).frames:
            check_frame(frame)

    return Target(takes, lambda: fuzz_seeds.recordings(names))


def _stories() -> Target:
    """A scenario's YAML: a story, or a ValueError that says where and why."""
    file = Path(tempfile.gettempdir()) / f"carepost-fuzz-{os.getpid()}.yaml"

    def takes(data: bytes) -> None:
        file.write_bytes(data)
        with contextlib.suppress(ValueError):
            scenarios.read(file)
        file.unlink()

    return Target(takes, fuzz_seeds.stories)


def _ecg_files() -> Target:
    """A DICOM file: an ECG of finite numbers, or an EcgFileError, which is a ValueError."""

    def takes(data: bytes) -> None:
        try:
            recording = parse_ecg(data)
        except EcgFileError:
            return
        samples = [sample for strip in recording.strips for lead in strip.leads for sample in lead.samples]
        assert 0 < len(samples) <= len(data)
        assert all(sample is None or math.isfinite(sample) for sample in samples)
        assert ecg_json(recording)

    return Target(takes, fuzz_seeds.ecg_files)


def _packets() -> Target:
    """What comes over a simulator's socket: a packet that packs to the same bytes, or none."""

    def takes(data: bytes) -> None:
        packet = packets.unpack(data)
        assert packet is None or packets.pack(packet) == data

    return Target(takes, lambda: [b"\0\x01\x02", b"feature\0\x01", packets.pack(Packet(b"\x06", "2A5E"))])


def _planted() -> Target:
    """Finds fault with three bytes in a row: to see that the fuzzer finds what is wrong, and says so."""

    def takes(data: bytes) -> None:
        if data[:1] == b"a" and data[1:2] == b"b" and data[2:3] == b"c":
            raise ZeroDivisionError("planted")

    return Target(takes, lambda: [b"x"])


def targets() -> dict[str, Target]:
    """Return everything that is fuzzed, by name."""
    found: dict[str, Target] = {}
    for name, product in PRODUCTS.items():
        found[name] = decodes_messages(product) if product.messages else decodes_a_stream(product)
        found[name + TALK] = talks(product)
    return found | {
        "recordings": _recordings(),
        "stories": _stories(),
        "ecg-files": _ecg_files(),
        "packets": _packets(),
    }


def target(name: str) -> Target:
    """Return one of them, or the planted one; KeyError."""
    return _planted() if name == PLANTED else targets()[name]
