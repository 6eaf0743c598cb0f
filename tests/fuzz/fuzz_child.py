"""Fuzzes targets, each in a process forked from this one, until its time is over or something is found.

    python tests/fuzz/fuzz_child.py PARALLEL < jobs

Started by `fuzz_harness.py`; a job is a JSON line `{"name", "options", "output", "most_s"}`. What a target
imports is instrumented, so that the fuzzer sees which branches an input took: once, for all of them. The exit
codes are told, a JSON line each `{"name", "code"}`, in the order in which they end.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "peripherals"))

import atheris

SEEN = ["peripherals.protocols", "peripherals.decode", "peripherals.quality", "peripherals.memory"]
SEEN += ["peripherals.capture", "peripherals.ecg_file", "peripherals.transport.packets", "fuzz_targets"]
SEEN += ["pydicom.filereader", "pydicom.values", "pydicom.fileutil"]
LOOK_S = 0.05

Job = dict[str, Any]


def fuzz(job: Job) -> None:
    """Be the process of one target; libFuzzer ends it."""
    from fuzz_targets import target

    output = os.open(job["output"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    atheris.Setup(["fuzz", *job["options"]], target(job["name"]).takes)
    atheris.Fuzz()


def start(job: Job) -> int:
    """Fork; return the pid."""
    if pid := os.fork():
        return pid
    fuzz(job)  # what it finds is written when the interpreter ends
    sys.exit(1)


def main() -> None:
    """Run all jobs, so many at a time; one that does not end is killed."""
    with atheris.instrument_imports(include=SEEN):
        import fuzz_targets  # noqa: F401 - imported here so that it is instrumented
    waiting = [json.loads(line) for line in sys.stdin]
    running: dict[int, tuple[Job, float]] = {}
    while waiting or running:
        while waiting and len(running) < int(sys.argv[1]):
            job = waiting.pop(0)
            running[start(job)] = (job, time.monotonic() + job["most_s"])
        for pid, (job, deadline) in list(running.items()):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                del running[pid]
                code = os.waitstatus_to_exitcode(status)
                print(json.dumps({"name": job["name"], "code": code}), flush=True)
            elif time.monotonic() > deadline:
                os.kill(pid, signal.SIGKILL)
        time.sleep(LOOK_S)


if __name__ == "__main__":
    main()
