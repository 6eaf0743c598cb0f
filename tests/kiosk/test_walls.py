"""The session's walls hold: no network, no device, no writable file, no other process, no station secret.

Each attempt is also made outside the walls, where it must succeed: a test that cannot fail proves nothing.
"""

import json
import os
import pty
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from contract.link import accept, listen
from kiosk.processes import TRUST_FILES, Paths, ScreenOptions, walls

ATTEMPTS = """
import json, os, socket, sys
state, core, device, port, pid = sys.argv[1:6]
def attempt(function):
    try:
        function()
    except OSError as error:
        return type(error).__name__
    return "done"
def connect(family, address):
    with socket.socket(family, socket.SOCK_STREAM) as s:
        s.settimeout(2)
        s.connect(address)
def abstract():
    with socket.socket(socket.AF_UNIX) as s:
        s.connect(chr(0) + "carepost-walls-" + port)
def core_socket():
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as s:
        s.connect(core)
def write(path):
    with open(path, "w") as file:
        file.write("x")
print(json.dumps({
    "network": attempt(lambda: connect(socket.AF_INET, ("127.0.0.1", int(port)))),
    "abstract socket": attempt(abstract),
    "device": attempt(lambda: os.close(os.open(device, os.O_RDWR | os.O_NOCTTY))),
    "station key": attempt(lambda: open(state + "/station-key.pem").read()),
    "write beside the state": attempt(lambda: write(state + "/x")),
    "write beside the program": attempt(lambda: write(os.path.dirname(json.__file__) + "/carepost-walls")),
    "another process": attempt(lambda: open("/proc/" + pid + "/environ").read()),
    "core's socket": attempt(core_socket),
    "profile": attempt(lambda: open(
        ("/run/carepost-trust" if os.path.exists("/run/carepost-trust") else state) + "/profile.signed"
    ).read()),
}))
"""
FORBIDDEN = {
    "network",
    "abstract socket",
    "device",
    "station key",
    "write beside the state",
    "write beside the program",
    "another process",
}
ALLOWED = {"core's socket", "profile"}


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    made = Paths(tmp_path / "state", tmp_path / "run")
    made.state.mkdir()
    made.core_socket.parent.mkdir(parents=True)
    for name in (*TRUST_FILES, "station-key.pem"):
        (made.state / name).write_text("x")
    return made


def attempts(paths: Paths, before: list[str]) -> dict[str, str]:
    """Make every attempt, behind the walls (`before`) or not."""
    listener = listen(paths.core_socket)
    server = socket.create_server(("127.0.0.1", 0))
    port = server.getsockname()[1]
    abstract = socket.socket(socket.AF_UNIX)
    abstract.bind("\0carepost-walls-" + str(port))
    abstract.listen()
    main, device = pty.openpty()
    other = subprocess.Popen(["sleep", "60"])
    try:
        done = subprocess.run(
            [
                *(*before, sys.executable, "-c", ATTEMPTS, str(paths.state), str(paths.core_socket)),
                *(os.ttyname(device), str(port), str(other.pid)),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        sock = accept(listener)
        if sock:
            sock.close()
    finally:
        other.kill()
        other.wait()
        for each in (listener, server, abstract):
            each.close()
        os.close(main)
        os.close(device)
    told: dict[str, str] = json.loads(done.stdout)
    return told


def test_behind_the_walls_nothing_forbidden_works_and_everything_needed_does(paths: Paths) -> None:
    told = attempts(paths, walls(paths, ScreenOptions()))
    assert {name for name, outcome in told.items() if outcome == "done"} == ALLOWED


def test_without_the_walls_every_attempt_succeeds(paths: Paths) -> None:
    told = attempts(paths, [])
    program = Path(json.__file__).parent / "carepost-walls"
    program.unlink(missing_ok=True)
    assert {name for name, outcome in told.items() if outcome == "done"} == FORBIDDEN | ALLOWED


def test_a_core_that_starts_again_is_reached_by_the_same_session(paths: Paths) -> None:
    """The folder is bound, not the socket: a new socket in it must show."""
    first = listen(paths.core_socket)
    inside = subprocess.Popen(
        [
            *walls(paths, ScreenOptions()),
            *(sys.executable, "-uc"),
            "import socket, sys\n"
            "sys.stdin.readline()\n"
            "s = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)\n"
            f"s.connect({str(paths.core_socket)!r})\n"
            "print('reached')",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    first.close()
    again = listen(paths.core_socket)
    out, _ = inside.communicate("go\n", timeout=20)
    assert out == "reached\n"
    again.close()
