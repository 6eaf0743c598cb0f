"""Fuzzes one target in this process until its time is over or something is found.

    python tests/fuzz/fuzz_child.py NAME [option of libFuzzer…] [folder of inputs]

Started by `fuzz_harness.py`; what a target imports is instrumented, so that the fuzzer sees which branches
an input took.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "peripherals"))

import atheris

SEEN = ["peripherals.protocols", "peripherals.decode", "peripherals.quality", "peripherals.memory"]
SEEN += ["peripherals.capture", "peripherals.ecg_file", "peripherals.transport.packets", "fuzz_targets"]


def main() -> None:
    """Never returns: libFuzzer ends the process."""
    with atheris.instrument_imports(include=SEEN):
        from fuzz_targets import target
    takes = target(sys.argv[1]).takes
    atheris.Setup([sys.argv[0], *sys.argv[2:]], takes)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
