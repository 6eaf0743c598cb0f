"""The launcher leaves no session behind, whenever it is stopped.

In bubblewrap's place stands a program whose child lives on when it is ended: as a real one's does that is
ended before its child could ask to die with it, which takes it some milliseconds.
"""

import asyncio
import os
import select
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk import launcher
from kiosk.launcher import Launcher
from kiosk.processes import Paths, ScreenOptions

LEAVES_A_CHILD = """#!{python}
import os, sys, time
os.close(int(sys.argv[2]))  # --info-fd
alive = open({alive!r}, "w")
os.fork()
print("here", file=alive, flush=True)
time.sleep(600)
"""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    made = Paths(tmp_path / "state", tmp_path / "run")
    made.make_folders()
    made.core_socket.touch()
    return made


@pytest.fixture
def alive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A pipe that both processes of a session say "here" into: it is at its end when both have gone."""
    place, program = tmp_path / "alive", tmp_path / "walls"
    os.mkfifo(place)
    program.write_text(LEAVES_A_CHILD.format(python=sys.executable, alive=str(place)))
    program.chmod(0o755)
    monkeypatch.setattr(launcher, "ORDER", ("session",))
    monkeypatch.setattr(launcher, "command", lambda *_: [str(program)])
    reading = os.open(place, os.O_RDONLY | os.O_NONBLOCK)
    yield reading
    os.close(reading)


def gone(alive: int) -> bool:
    """Have all gone (before a minute is over)? What they still said is read."""
    while select.select([alive], [], [], 60)[0]:
        if not os.read(alive, 100):
            return True
    return False


async def both_are_here(alive: int) -> None:
    heard = b""
    while heard.count(b"here") < 2:
        await asyncio.sleep(0.01)
        try:
            heard += os.read(alive, 100)
        except BlockingIOError:
            continue


def test_a_session_that_its_walls_left_behind_is_ended(paths: Paths, alive: int) -> None:
    async def stopped() -> None:
        ours = Launcher(paths, ScreenOptions())
        running = asyncio.create_task(ours.run())
        await both_are_here(alive)
        ours.stop()
        await running

    asyncio.run(stopped())
    assert gone(alive), "python -m ui would still be there"


def test_a_session_that_is_just_being_started_is_ended(
    paths: Paths, alive: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked to stop when the process is there and asyncio has not told of it yet."""
    start, made, go_on = asyncio.create_subprocess_exec, asyncio.Event(), asyncio.Event()

    async def slow(*line: str, **how: Any) -> asyncio.subprocess.Process:
        process = await start(*line, **how)
        made.set()
        await go_on.wait()
        return process

    async def stopped() -> None:
        monkeypatch.setattr(asyncio, "create_subprocess_exec", slow)
        ours = Launcher(paths, ScreenOptions())
        running = asyncio.create_task(ours.run())
        await made.wait()
        await both_are_here(alive)
        ours.stop()
        await asyncio.sleep(0)
        go_on.set()
        await running

    asyncio.run(stopped())
    assert gone(alive)
