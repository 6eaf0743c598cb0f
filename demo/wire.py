"""What was really on the wire: a simulator's log, decoded by the project's command line."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any


def bytes_of(log: Path, direction: str) -> list[tuple[int, bytes]]:
    """Return (monotonic ns, bytes) of one direction of a simulator's log: "host" or "device"."""
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.endswith("}")]
    return [(line["t_ns"], bytes.fromhex(line["hex"])) for line in lines if line["dir"] == direction]


def decoded(log: Path, device: str) -> list[dict[str, Any]]:
    """Decode what the device sent by `python -m peripherals decode`."""
    done = subprocess.run(
        [sys.executable, "-m", "peripherals", "decode", "--device", device, str(log)],
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]
