"""The proof of the wipe: a rare name typed, then looked for everywhere, after each way out of a visit.

Each search has its control: before the wipe the same search finds what it looks for. A page waits at the
printer each time: its next paper is the next patient's.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cups_server import Cups, cups_server
from rig import Rig

from demo.memory import family, in_files, in_process, needles
from demo.traces import clipboard, shared_memory
from demo.visit import NAMES
from demo.world import Options, wait_for

pytestmark = pytest.mark.e2e
WANTED = needles(*NAMES)
REPLACED = ("session", "media", "speech")
STARTED = time.time()


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen of X's, whose server also keeps pictures and selections."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    number = server.stdout.readline().strip()
    before = {name: os.environ.get(name) for name in ("DISPLAY", "QT_QPA_PLATFORM")}
    os.environ.update(DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb")
    try:
        yield f":{number}"
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
        server.terminate()
        server.wait()
        server.stdout.close()


@pytest.fixture(scope="module")
def cups() -> Iterator[Cups]:
    folder = Path(tempfile.mkdtemp(prefix="cups-", dir="/tmp"))
    folder.rmdir()
    with cups_server(folder) as server:
        yield server


@pytest.fixture(scope="module")
def rig(display: str, cups: Cups, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    options = Options(offscreen=False, print_socket=cups.socket, idle_s=8, still_here_s=20)
    found = Rig(options, tmp_path_factory.mktemp("wipe"))
    try:
        yield found
    finally:
        found.close()


def station_family(rig: Rig) -> list[int]:
    return family(rig.world.processes["station"].pid)


def remembers(rig: Rig) -> set[str]:
    """Which processes of the station have the name in memory."""
    named = {pid: name for name, top in rig.world.station_pids().items() for pid in family(top)}
    return {named.get(pid, "launcher") for pid in station_family(rig) if in_process(pid, WANTED)}


def in_places(rig: Rig, cups: Cups) -> list[str]:
    """Files that hold the name: the station's own, logs, temporary ones, shared memory, the printer's."""
    world = rig.world
    found = in_files(world.station_state, WANTED) + in_files(world.run, WANTED)
    found += [f"{name}.log" for name in ("station",) if any(w in world.log_of(name).encode() for w in WANTED)]
    found += in_files(cups.folder, WANTED) + in_files(Path("/dev/shm"), WANTED)
    for root in {Path(tempfile.gettempdir()), Path("/var/tmp")}:
        found += [str(path) for path in root.iterdir() if _written(path) and _holds(path)]
    return found


def _written(path: Path) -> bool:
    """Is it a file of ours, written since these tests began?"""
    try:
        about = path.lstat()
    except FileNotFoundError:
        return False
    return path.is_file() and about.st_uid == os.getuid() and about.st_mtime >= STARTED


def _holds(path: Path) -> bool:
    try:
        held = path.read_bytes()
    except FileNotFoundError:
        return False
    return any(wanted in held for wanted in WANTED)


def leave(rig: Rig) -> None:
    """Asked for; on a slow machine the station asks first, with the same question."""
    if rig.driver.state()["overlay"] != "leaving":
        rig.driver.tap("finish")
    rig.driver.tap("leave-now")


def time_out(rig: Rig) -> None:
    """Nobody is there any more: the countdown, then the wipe."""
    rig.driver.until(lambda s: s["overlay"] == "leaving", "the countdown", 60)


def somebody_else(rig: Rig) -> None:
    """The session dies, and who comes is not who was there."""
    rig.world.kill_station_process("session")
    rig.driver.connect()
    rig.driver.on("resume")
    rig.driver.tap("start-over")


EXITS: dict[str, Callable[[Rig], None]] = {
    "left": leave,
    "timed-out": time_out,
    "started-over": somebody_else,
}


def waits_at_the_printer(cups: Cups) -> None:
    """A page with the name that cannot be printed, as a session that died leaves it."""
    cups.mode("empty")
    job = ["lp", "-d", "desk", "-t", "carepost x", "-"]
    environment = {**os.environ, "CUPS_SERVER": str(cups.socket), "CUPS_USER": "carepost"}
    page = f"%PDF-1.4\n% {NAMES[0]} {NAMES[1]}\n".encode()
    subprocess.run(job, env=environment, input=page, check=True, capture_output=True)


@pytest.mark.parametrize("way", EXITS)
def test_nothing_of_a_patient_is_left(rig: Rig, cups: Cups, display: str, way: str) -> None:
    rig.visit.welcome_and_consent()
    rig.visit.identity()
    waits_at_the_printer(cups)
    assert in_places(rig, cups) == [str(path) for path in cups.spooled() if path.name.startswith("d")]
    assert remembers(rig) == {"session"}  # the search finds it where it is, and nowhere else
    before, memory = rig.world.station_pids(), shared_memory(station_family(rig))
    assert any("journal" in name for name in memory.values())
    EXITS[way](rig)
    rig.driver.connect(90)
    rig.driver.on("welcome")
    wait_for(
        lambda: all(rig.world.station_pids()[name] != before[name] for name in REPLACED if name in before),
        "fresh processes",
    )
    wait_for(lambda: not set(memory) & set(shared_memory(station_family(rig))), "the old shared memory to go")
    assert remembers(rig) == set()
    wait_for(lambda: not cups.spooled(), "an empty spool")
    assert in_places(rig, cups) == []
    cups.mode("ready")
    assert not cups.pages()
    assert not any(w in held for held in clipboard(display).values() for w in WANTED)
    assert rig.driver.state()["visit"] == ""
