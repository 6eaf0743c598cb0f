"""The launcher and the agent: started where station and profile ask for it, else everything as it was."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from releases import Releases
from station_state import StationState

from contract.profile import UpdatesConfig
from kiosk.launcher import children_of
from kiosk.processes import UPDATES_ROOT

PATIENCE_S = 60.0

pytestmark = pytest.mark.e2e


def until(what: str, true: object, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE_S
    while not true():  # type: ignore[operator]
        assert process.poll() is None and time.monotonic() < end, what
        time.sleep(0.05)


def runs(pid: int) -> bool:
    """Is it there, and no zombie?"""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize(("trusted", "asked"), [(True, True), (True, False), (False, True)])
def test_the_agent_runs_where_it_is_asked_for(tmp_path: Path, trusted: bool, asked: bool) -> None:
    state = tmp_path / "state"
    StationState(state, updates=UpdatesConfig(by_launcher=asked))
    if trusted:
        (state / UPDATES_ROOT).write_bytes(Releases(tmp_path / "releases").root)
    run = tmp_path / "run"
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "--state", str(state), "--run", str(run), "--windowed"],
            stdout=log,
            stderr=log,
        )
    told = run / "health.json"
    try:
        until("the session starts", lambda: "session" in children_of(run), process)
        if trusted and asked:
            until("the agent says how it is", told.exists, process)
            first = children_of(run)["agent"]
            os.kill(first, signal.SIGKILL)
            until("it is started again", lambda: children_of(run)["agent"] not in (first, 0), process)
        elif trusted:
            until("it looked", lambda: "agent" in children_of(run), process)
            until("it went", lambda: not runs(children_of(run)["agent"]), process)
        agent = children_of(run).get("agent", 0)
        assert bool(agent) is trusted
    finally:
        process.terminate()
        assert process.wait(30) == 0
    assert not (agent and runs(agent))
    assert told.exists() is (trusted and asked)
    if trusted and not asked:
        assert "agent ended" not in (tmp_path / "log").read_text()  # no failure, and not once more
