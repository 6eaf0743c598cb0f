"""What a process says to systemd: ready, alive, a descriptor to keep; and nothing where nobody listens."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from contract import systemd


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as sock:
        sock.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        yield sock


def test_ready_alive_and_a_descriptor(heard: socket.socket) -> None:
    systemd.ready()
    systemd.alive()
    assert heard.recv(100) == b"READY=1"
    assert heard.recv(100) == b"WATCHDOG=1"
    fd = os.memfd_create("journal")
    systemd.keep("journal", fd)
    text, fds, _, _ = socket.recv_fds(heard, 100, 1)
    assert text == b"FDSTORE=1\nFDNAME=journal"
    assert os.fstat(fds[0]).st_ino == os.fstat(fd).st_ino
    for each in (fd, *fds):
        os.close(each)


def test_without_systemd_nothing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    assert not systemd.say("READY=1")
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "nobody"))
    assert not systemd.say("READY=1")
    assert systemd.kept("journal") is None


def test_who_is_watched_says_so_three_times_in_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "15000000")
    assert systemd.alive_every_s() == 5.0
    monkeypatch.setenv("WATCHDOG_PID", "1")
    assert systemd.alive_every_s() == 0.0
    monkeypatch.setenv("WATCHDOG_PID", str(os.getpid()))
    monkeypatch.setenv("WATCHDOG_USEC", "soon")
    assert systemd.alive_every_s() == 0.0


async def test_a_loop_that_stands_still_is_not_alive(
    heard: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "6000")
    beating = asyncio.create_task(systemd.beat())
    while True:
        await asyncio.sleep(0.002)
        try:
            assert heard.recv(100) == b"WATCHDOG=1"
            break
        except BlockingIOError:
            continue
    beating.cancel()
    monkeypatch.delenv("WATCHDOG_USEC")
    await systemd.beat()


def test_a_descriptor_comes_back_by_its_name() -> None:
    fd = os.memfd_create("journal")
    os.write(fd, b"events")
    child = (
        "import os; os.environ['LISTEN_PID'] = str(os.getpid())\n"
        "from contract import systemd\n"
        "assert systemd.kept('other') is None\n"
        "print(os.pread(systemd.kept('journal'), 10, 0).decode())\n"
    )
    code = f"import os\nos.dup2({fd}, 3)\nos.execv({sys.executable!r}, ['python', '-c', {child!r}])"
    environment = {**os.environ, "LISTEN_FDS": "1", "LISTEN_FDNAMES": "journal"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        pass_fds=(fd,),
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    os.close(fd)
    assert done.stdout == "events\n"
