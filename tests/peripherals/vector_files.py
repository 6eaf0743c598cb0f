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
    "mean_arterial": "mm[Hg]",
    "heart_rate": "/min",
    "rr_interval": "ms",
    "temperature": "Cel",
    "weight": "kg",
    "height": "cm",
    "glucose": "mg/dL",
    "sequence": "1",
}


class Vector(NamedTuple):
    """One recording. `lines` are the objects that `decode` must print, in order, flags sorted.

    The JSON file beside the bytes: `made` (how, from what source), `dropped`, `refused`, and `frames` with
    `values`, `flags` and, where they are not the usual ones, `time` and `units`.
    """

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
            "time": row.get("time"),
            "values": row["values"],
            "units": {name: UNITS[name] for name in row["values"]} | row.get("units", {}),
            "flags": sorted(row["flags"]),
        }
        for row in told["frames"]
    ]
    data = bytes.fromhex(path.read_text())
    return Vector(device, path, data, lines, told["dropped"], told["refused"])


VECTORS = [load(path) for path in sorted(FOLDER.glob("*/*.hex"))]
IDS = [f"{vector.device}-{vector.path.stem}" for vector in VECTORS]
