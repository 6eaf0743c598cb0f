"""The frozen station: one folder of executables that answers and shows what the checkout does.

Made first, which takes minutes; or the one that CAREPOST_FROZEN names, as `scripts/release` does.
"""

import contextlib
import functools
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import cv2
import msgspec
import numpy as np
import pytest
from PyInstaller.archive.readers import CArchiveReader
from station_state import StationState

from contract.profile import DeviceConfig, MediaConfig, Timing
from demo.driver import Driver
from demo.memory import family
from demo.world import Options, World, wait_for

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

CHECKOUT: Final = Path(__file__).resolve().parents[2]
FROZEN: Final = Path(os.environ.get("CAREPOST_FROZEN", CHECKOUT / "dist" / "carepost")).resolve()
MODULES: Final = {
    "kiosk": "kiosk",
    "core": "kiosk.core",
    "guard": "peripherals.guard",
    "media": "media",
    "session": "ui",
    "peripherals": "peripherals",
    "queue": "offline_queue",
    "provisioning": "provisioning",
}
HUB: Final = {"hub", "starlette", "uvicorn", "sqlalchemy", "alembic", "playwright"}
NETWORK: Final = {"httpx", "websockets", "aiortc", "serial", "av", "cv2", "numpy"}
# What each process must not even carry: DESIGN's import layers, as they end up on a station's disk.
FOREIGN: Final = {
    "session": {"peripherals", "media", "offline_queue", "provisioning", *NETWORK},
    "core": {"ui", "media", "PySide6", "aiortc", "av", "cv2"},
    "media": {"ui", "kiosk", "peripherals", "offline_queue", "PySide6"},
    "guard": {"ui", "media", "offline_queue", "PySide6", *NETWORK},
    "kiosk": {"ui", "media", "peripherals", "offline_queue", "PySide6", *NETWORK},
}
# Qt's GPL-only modules, and the two GNU libraries that Python itself may link to.
GPL: Final = (
    *("virtualkeyboard", "charts", "datavis", "graphs", "quick3d", "quicktimeline", "lottie", "httpserver"),
    *("networkauth", "waylandcompositor", "shadertools", "readline", "libgdbm"),
)
UNUSED_QT: Final = (
    "webengine",
    "multimedia",
    "quickcontrols",
    "designer",
    "sql",
    "printsupport",
    "quicktest",
)


@pytest.fixture(scope="module")
def frozen() -> Path:
    """The folder, made from the checkout as it is."""
    if "CAREPOST_FROZEN" not in os.environ:
        subprocess.run([CHECKOUT / "scripts" / "freeze"], check=True, cwd=CHECKOUT)
    return FROZEN


def answer(line: list[str], cwd: Path) -> tuple[int, str]:
    done = subprocess.run(line, capture_output=True, text=True, check=False, cwd=cwd)
    return done.returncode, done.stdout + done.stderr


@functools.cache
def carried(process: str) -> frozenset[str]:
    """The Python packages inside an executable, whole names."""
    archive = CArchiveReader(str(FROZEN / f"carepost-{process}"))
    [name] = [name for name in archive.toc if name.endswith(".pyz")]
    return frozenset(archive.open_embedded_archive(name).toc)


@pytest.mark.parametrize(
    "line",
    [
        ("peripherals", "devices"),
        ("peripherals", "simulate", "nothing"),
        ("peripherals", "decode", "--device", "contec-v5", "recording.hex"),
        ("kiosk", "rules", "list", "--json"),
        ("kiosk", "rules", "docs"),
        ("kiosk", "--state", "nowhere"),
        ("media", "sources"),
        ("queue", "status", "--help"),
        ("provisioning", "status", "--state", "station"),
        *((name, "--help") for name in MODULES),
    ],
    ids=" ".join,
)
def test_a_frozen_tool_answers_as_the_checkouts_does(
    frozen: Path, tmp_path: Path, line: tuple[str, ...]
) -> None:
    StationState(tmp_path / "station")
    (tmp_path / "recording.hex").write_text("84 20 20 61 62 " * 3)
    name, *arguments = line
    told = answer([str(frozen / f"carepost-{name}"), *arguments], tmp_path)
    assert told == answer([sys.executable, "-m", MODULES[name], *arguments], tmp_path)
    assert len(told[1]) > 20


def test_no_process_carries_what_is_not_its_own(frozen: Path) -> None:
    for process in MODULES:
        packages = {name.split(".")[0] for name in carried(process)}
        assert "contract" in packages
        assert not packages & (HUB | FOREIGN.get(process, set())), process
    assert not [name for name in carried("session") if name.startswith("kiosk.core")]
    assert not [name for name in carried("core") if name.startswith(("kiosk.visit", "kiosk.clinical"))]


def test_of_qt_only_what_is_used_and_none_of_its_gpl_modules(frozen: Path) -> None:
    files = [path for path in frozen.rglob("*") if not path.is_dir()]
    names = [path.relative_to(frozen).as_posix().lower() for path in files]
    assert "_internal/pyside6/qt/lib/libqt6quick.so.6" in names
    assert [name for name in names if any(word in Path(name).name for word in GPL)] == []
    ours = [name for name in names if "qt" in name]
    assert [name for name in ours if any(word in Path(name).name for word in UNUSED_QT)] == []
    assert [path for path in files if not path.exists()] == [], "links to what was left out"
    assert (frozen / "LICENSE").exists() and (frozen / "NOTICE").exists()


def make_station(program: Path | None) -> World:
    """A station without a hub, its simulated devices from the same programs."""
    world = World(Options(station_program=program and program / "carepost-kiosk"))
    told = world.profile()
    StationState(
        world.station_state,
        devices=msgspec.convert(told["devices"], tuple[DeviceConfig, ...]),
        timing=msgspec.convert(told["timing"], Timing),
        media=msgspec.convert(told["media"], MediaConfig),
    )
    peripherals = (
        [str(program / "carepost-peripherals")] if program else [sys.executable, "-m", "peripherals"]
    )
    for role, product in (("oximeter", world.options.oximeter), ("cuff", "rbp9804")):
        world.start(role, [*peripherals, "simulate", product, "--link", str(world.folder / role)])
        wait_for((world.folder / role).exists, f"the simulated {role}")
    return world


@pytest.fixture
def worlds() -> Iterator[list[World]]:
    made: list[World] = []
    yield made
    for world in made:
        world.close()


def consent_of(world: World, driver: Driver) -> tuple[str, cv2.typing.MatLike]:
    """Walk from the welcome screen to the consent, in Spanish; its heading and its picture."""
    world.start_station()
    driver.until(
        lambda state: state["screen"] == "welcome" and set(state["devices"].values()) == {"ready"},
        "the welcome screen with both devices ready",
    )
    driver.tap("language-es")
    state = driver.on("consent")
    path = world.folder / "consent.png"
    previous = b""
    while not path.exists() or path.read_bytes() != previous:  # until nothing moves any more
        previous = path.read_bytes() if path.exists() else b""
        driver.picture(path)
    picture = cv2.imread(str(path))
    assert picture is not None
    return state["page"]["heading"], picture


def environment_of(pid: int) -> dict[bytes, bytes]:
    pairs = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    return dict(pair.split(b"=", 1) for pair in pairs if b"=" in pair)


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])


def test_the_frozen_station_shows_what_the_checkouts_shows_and_leaves_nothing(
    frozen: Path, worlds: list[World]
) -> None:
    world, plain = make_station(frozen), make_station(None)
    worlds += [world, plain]
    with contextlib.closing(Driver(world.driver_socket)) as driver:
        heading, picture = consent_of(world, driver)
    pids = world.station_pids()
    assert set(pids) - {"speech"} == {
        "guard",
        "core",
        "media",
        "session",
    }  # the voice is a program of the system's
    for name, pid in pids.items():
        assert name == "speech" or Path(f"/proc/{pid}/exe").readlink() == frozen / f"carepost-{name}"
    walls = parent_of(pids["session"])  # bubblewrap, a program of the system's
    assert os.fsencode(frozen) not in environment_of(walls).get(b"LD_LIBRARY_PATH", b"")

    launcher = world.processes["station"]
    running = family(launcher.pid)
    assert {*pids.values(), walls} < set(running)
    launcher.send_signal(signal.SIGTERM)
    assert launcher.wait(10) == 0
    wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in running), "the end of every process", 5)

    with contextlib.closing(Driver(plain.driver_socket)) as driver:
        plain_heading, plain_picture = consent_of(plain, driver)
    assert heading == plain_heading
    assert heading.startswith("Antes")
    assert picture.shape == (1080, 1920, 3)
    assert picture.std() > 10
    assert np.array_equal(picture, plain_picture)


def test_the_folder_works_where_it_is_put(frozen: Path, tmp_path: Path) -> None:
    """Hard links, not a copy of half a gigabyte: only the place differs."""
    moved = tmp_path / "elsewhere"
    shutil.copytree(frozen, moved, copy_function=os.link, symlinks=True)
    assert answer([str(moved / "carepost-peripherals"), "devices"], tmp_path) == answer(
        [str(frozen / "carepost-peripherals"), "devices"], tmp_path
    )
