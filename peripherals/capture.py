"""A capture: every byte between a device and its host, with its time, as a file of JSON lines.

One object a line: `{"t_ns": monotonic, "dir": "host" | "device" | "port", "hex", "channel", "note"}`; "host"
is what the host sent, "device" what the device sent, "port" tells `opened PATH`, `unplugged` and the like in
`note`. `python -m peripherals record` writes one of a real device, a simulator one of itself; `decode` reads
them.
"""

import time
from pathlib import Path

import msgspec

from peripherals.protocols.conversation import Packet


class LogLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the log; see the module."""

    t_ns: int
    dir: str
    hex: str
    note: str = ""
    channel: str = ""

    @property
    def data(self) -> bytes:
        """The bytes."""
        return bytes.fromhex(self.hex)


class Capture:
    """Writes a capture, unbuffered; without a path it writes nothing. OSError when the disk is full."""

    def __init__(self, path: Path | None) -> None:
        self._file = path.open("wb", buffering=0) if path else None

    def write(self, direction: str, packet: Packet, note: str = "") -> None:
        """Add a line."""
        if self._file is not None:
            line = LogLine(time.monotonic_ns(), direction, packet.data.hex(), note, packet.channel)
            self._file.write(msgspec.json.encode(line) + b"\n")

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()


def read_log(path: Path) -> list[LogLine]:
    """Read a capture back; a last line still being written is left out. ValueError when it is none."""
    lines = path.read_bytes().split(b"\n")[:-1]
    return [msgspec.json.decode(line, type=LogLine) for line in lines]
