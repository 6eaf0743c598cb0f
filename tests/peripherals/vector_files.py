"""The recordings of tests/vectors: bytes as hex text, and beside each what it holds, written by hand."""

import json
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).resolve().parent.parent / "vectors"

UNITS = {
    "spo2": "%",
    "pulse_rate": "/min",
    "perfusion_index": "%",
    "pleth": "1",
    "signal": "1",
    "bar": "1",
    "systolic": "mm[Hg]",
    "diastolic": "mm[Hg]",
    "cuff_pressure": "mm[Hg]",
}


class Vector(NamedTuple):
    """One recording. `lines` are the objects that `decode` must print, in order, flags sorted."""

    device: str
    path: Path
    data: bytes
    lines: list[dict[str, Any]]
    dropped: int
    refused: int


def load(path: Path) -> Vector:
    told = json.loads(path.with_suffix(".json").read_text())
    device = path.parent.name
    lines = [
        {
            "device": device,
            "time": None,
            "values": row["values"],
            "units": {name: UNITS[name] for name in row["values"]},
            "flags": sorted(row["flags"]),
        }
        for row in told["frames"]
    ]
    data = bytes.fromhex(path.read_text())
    return Vector(device, path, data, lines, told["dropped"], told["refused"])


VECTORS = [load(path) for path in sorted(FOLDER.glob("*/*.hex"))]
IDS = [f"{vector.device}-{vector.path.stem}" for vector in VECTORS]
