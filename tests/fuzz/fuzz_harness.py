"""Runs targets, each in a process of its own, and tells what came of it.

The processes are atheris (libFuzzer in Python): it keeps the inputs that took a branch or a count of branches
not seen before and changes them further. What it finds it leaves as a file.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

from fuzz_targets import LONGEST, target

ROOT: Final = Path(__file__).resolve().parents[2]
CHILD: Final = Path(__file__).with_name("fuzz_child.py")
FOUND: Final = ROOT / "build" / "fuzz"
"""Where what was found is left."""

SLOW_S: Final = 10  # for one input: more is a finding
MEMORY_MB: Final = 1024
LOADS_S: Final = 60.0  # for its seeds

_LAST: Final = re.compile(r"^#(\d+)\s+\w+\s+cov: (\d+) ft: (\d+) corp: (\d+)/", re.MULTILINE)
_ARTIFACT: Final = re.compile(r"Test unit written to (\S+)")
_LEFT_OUT: Final = ("INFO: ", "WARNING: Failed to find", "#", "MS: ", "0x", "Base64: ", "stat::", "SUMMARY: ")


class Result(NamedTuple):
    """What came of one target. `found`: the input that broke it; `said`: how, when it is not well."""

    name: str
    inputs: int
    coverage: int  # branches seen
    features: int  # branches and how often each
    corpus: int  # inputs that each add something
    found: Path | None = None
    said: str = ""

    @property
    def is_well(self) -> bool:
        """True when it ran and nothing was found."""
        return not self.said and self.inputs > 0

    @property
    def again(self) -> str:
        """The command that shows what was found once more."""
        return f"python -m tests.fuzz --again {_relative(self.found)} {self.name}" if self.found else ""


def fuzz(
    names: Mapping[str, float], *, parallel: int = 2, keep: Path | None = None, found: Path = FOUND
) -> list[Result]:
    """Fuzz each target for so many seconds. `keep`: a folder of inputs to go on from, and to add to."""
    found.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="carepost-fuzz-") as folder:
        jobs = [_job(name, seconds, Path(folder), keep, found) for name, seconds in names.items()]
        ran = subprocess.run(
            [sys.executable, str(CHILD), str(parallel)],
            cwd=ROOT,
            env=os.environ | {"TMPDIR": folder},
            input="\n".join(map(json.dumps, jobs)),
            capture_output=True,
            text=True,
        )
        if ran.returncode:
            raise RuntimeError(f"the fuzzer did not start:\n{ran.stderr[-2000:]}")
        codes = {told["name"]: told["code"] for told in map(json.loads, ran.stdout.splitlines())}
        return [
            read_result(
                job["name"], codes.get(job["name"], 1), Path(job["output"]).read_text(errors="replace")
            )
            for job in jobs
        ]


def _job(name: str, seconds: float, folder: Path, keep: Path | None, found: Path) -> dict[str, Any]:
    """Lay out the seeds, and say what is to be done with them."""
    flat = name.replace("/", "-")
    inputs = (folder if keep is None else keep) / flat
    inputs.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target(name).seeds()):
        (inputs / f"seed-{number}").write_bytes(seed)
    output = folder / f"{flat}.out"
    output.touch()
    options = [
        f"-max_total_time={max(1, round(seconds))}",
        f"-max_len={LONGEST}",
        f"-timeout={SLOW_S}",
        f"-rss_limit_mb={MEMORY_MB}",
        f"-artifact_prefix={found / flat}-",
        str(inputs),
    ]
    return {"name": name, "options": options, "output": str(output), "most_s": seconds + SLOW_S + LOADS_S}


def read_result(name: str, code: int, output: str) -> Result:
    """Read what the fuzzer printed."""
    told = _LAST.findall(output)
    inputs, coverage, features, corpus = map(int, told[-1]) if told else (0, 0, 0, 0)
    if code == 0 and told:
        return Result(name, inputs, coverage, features, corpus)
    artifact = _ARTIFACT.search(output)
    lines = [line for line in output.splitlines() if line.strip() and not line.startswith(_LEFT_OUT)]
    said = "\n".join(lines[-25:]) or f"exit code {code}"
    return Result(name, inputs, coverage, features, corpus, Path(artifact[1]) if artifact else None, said)


def table(results: Sequence[Result]) -> str:
    """Return what was reached, as lines."""
    rows = [
        f"{one.name:32} {one.inputs:>12,} {one.coverage:>9} {one.features:>9} {one.corpus:>7}"
        + ("" if one.is_well else "  FOUND" if one.found else "  FAILED")
        for one in results
    ]
    head = f"{'target':32} {'inputs':>12} {'branches':>9} {'features':>9} {'corpus':>7}"
    return "\n".join([head, *rows, f"{'in all':32} {sum(one.inputs for one in results):>12,}"])


def troubles(results: Iterable[Result]) -> str:
    """Return what was found, each with the command that shows it again; empty when nothing was."""
    return "\n\n".join(
        f"{one.name}: {one.said or 'it ran no inputs'}" + (f"\nAgain: {one.again}" if one.again else "")
        for one in results
        if not one.is_well
    )


def _relative(path: Path | None) -> Path | None:
    return path.relative_to(ROOT) if path is not None and path.is_relative_to(ROOT) else path
