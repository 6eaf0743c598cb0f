"""Coverage-guided fuzzing of everything that reads bytes from outside. Exit 1 when something was found.

Without a name all targets: each format, each product's conversation (NAME/talk), and the files we read. What
is found is left in build/fuzz, with the command that shows it again.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "peripherals"))

from fuzz_harness import fuzz, table, troubles
from fuzz_targets import PLANTED, TALK, target, targets


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    result = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    result.add_argument(
        "names", nargs="*", metavar="NAME", help="a target, or a product: both of its targets"
    )
    result.add_argument("--seconds", type=float, default=60.0, help="for each target (default 60)")
    result.add_argument("--parallel", type=int, default=2, help="processes at a time (default 2)")
    result.add_argument("--keep", type=Path, metavar="FOLDER", help="go on from its inputs, and add to them")
    result.add_argument("--again", type=Path, metavar="FILE", help="run the named target on this input only")
    result.add_argument("--list", action="store_true", help="list the targets")
    return result


def main(argv: list[str] | None = None) -> int:
    """Run; returns the exit code."""
    options = parser().parse_args(argv)
    known = targets()
    if unknown := [name for name in options.names if name not in known and name != PLANTED]:
        print(f"no target is called {', '.join(unknown)}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    if options.list:
        print("\n".join(known))
        return 0
    if options.again:
        for name in options.names:
            target(name).takes(options.again.read_bytes())
        print(f"{options.again}: nothing found")
        return 0
    names = [each for name in options.names for each in (name, name + TALK) if each in known or each == name]
    seconds = dict.fromkeys(names or known, options.seconds)
    results = fuzz(seconds, parallel=options.parallel, keep=options.keep)
    print(table(results))
    if trouble := troubles(results):
        print(f"\n{trouble}", file=sys.stderr)
    return 0 if all(result.is_well for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
