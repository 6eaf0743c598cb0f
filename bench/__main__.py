"""What Carepost costs beside its peers. Prints a table; --json FILE gets one object a line."""

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

import msgspec

from bench.rows import Row
from bench.table import markdown, plain, say

BENCHES: Final = (
    "first_frame",
    "wire_to_frame",
    "queue_put",
    "queue_slow",
    "queue_flat",
    "intake",
    "worklist",
    "call",
    "echo",
    "mouth_to_ear",
    "footprint",
    "stop_on_wire",
    "decode",
    "device_latency",
    "device_cpu",
    "photos",
)
SIZED: Final = frozenset({"queue_flat", "worklist"})  # those that can measure a larger size
RUNS: Final = 5


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    result = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    result.add_argument("names", nargs="*", metavar="NAME", help=f"which: {', '.join(BENCHES)}; none: all")
    result.add_argument("--json", type=Path, metavar="FILE", help="write one JSON object a line to FILE")
    result.add_argument("--runs", type=int, default=RUNS, help=f"measure so many times (default {RUNS})")
    result.add_argument(
        "--large",
        action="store_true",
        help=f"a million entries and visits in {', '.join(sorted(SIZED))}, not a hundred thousand",
    )
    result.add_argument(
        "--links",
        default="",
        metavar="A,B",
        help="call: only clean, loss3, poor, burst, narrow, step",
    )
    result.add_argument(
        "--first", action="store_true", help="call: before what else the machine does (root; not for CI)"
    )
    result.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    return result


def _more(name: str, options: argparse.Namespace) -> dict[str, object]:
    if name in SIZED:
        return {"large": options.large}
    return {"links": options.links, "first": options.first} if name == "call" else {}


def main(argv: list[str] | None = None) -> int:
    """Run benches; 0 when all of them ran, whether or not their goals are met."""
    options = parser().parse_args(argv)
    if unknown := [name for name in options.names if name not in BENCHES]:
        print(f"no bench is called {', '.join(unknown)}; there are: {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    if options.runs < 1:
        print("--runs must be at least 1", file=sys.stderr)
        return 2
    rows: list[Row] = []
    failed = []
    for name in options.names or BENCHES:
        try:
            rows += import_module(f"bench.{name}").run(options.runs, **_more(name, options))
        except Exception as error:
            say(f"{name} could not be measured: {type(error).__name__}: {error}")
            failed.append(name)
        if options.json:
            options.json.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
    print((markdown if options.markdown else plain)(rows))
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    say(f"done; load of this machine now {load} on {os.cpu_count()} cores")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
