"""The packet link: typed messages and descriptors, a slow or broken other side, who is there."""

import asyncio
import os
import select
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from uuid import uuid4

import pytest

from contract import control, instruments, station
from contract.aiolink import AioLink
from contract.link import MAX_PACKET, MAX_WAITING, Link, LinkClosed, accept, connect, listen

Ends = tuple["Link[station.ToSession, station.FromSession]", "Link[station.FromSession, station.ToSession]"]


def ends() -> Ends:
    one, two = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_NONBLOCK)
    return Link(one, station.ToSession), Link(two, station.FromSession)


def test_messages_and_descriptors_arrive_together() -> None:
    session, core = ends()
    fd = os.memfd_create("x")
    core.send(station.VideoRing(which="self"), [fd])
    core.send(station.HubState(online=True, since="2026-11-24T10:00:00+00:00"))
    (ring, fds), (state, none) = session.receive()
    assert ring == station.VideoRing(which="self")
    assert len(fds) == 1
    assert os.fstat(fds[0]).st_ino == os.fstat(fd).st_ino
    assert isinstance(state, station.HubState)
    assert none == []
    for each in (*fds, fd):
        os.close(each)
    session.close()
    core.close()


def test_the_end_comes_after_what_was_said_before_it() -> None:
    session, core = ends()
    core.send(station.HubState(online=False, since=""))
    core.close()
    assert len(session.receive()) == 1
    with pytest.raises(LinkClosed):
        session.receive()
    session.close()


@pytest.mark.parametrize(
    "garbage", [b"\xc1", b"\x80", b"hello", b"\x81\xa4type\xa5other", b"\x81\xa4type\xa3\xff\xff\xff"]
)
def test_garbage_closes_the_link_and_leaks_no_descriptor(garbage: bytes) -> None:
    one, two = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_NONBLOCK)
    link: Link[station.FromSession, station.ToSession] = Link(two, station.FromSession)
    fd = os.memfd_create("x")
    before = len(list(Path("/proc/self/fd").iterdir()))
    socket.send_fds(one, [garbage], [fd])
    with pytest.raises(LinkClosed):
        link.receive()
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    os.close(fd)
    one.close()
    link.close()


def test_what_came_before_garbage_is_not_lost_with_it() -> None:
    """A reading that media's or a device's bad moment must not cost."""
    (a, b), pipe = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET), os.pipe()
    a.setblocking(False)
    good: Link[station.FromSession, station.ToSession] = Link(a, station.FromSession)
    good.send(station.HubState(online=True, since="x"), [pipe[0]])
    a.send(b"\x81\xa4type\xa9hub-\xff\xff\xff\xff\xff")
    b.setblocking(False)
    received: Link[station.ToSession, station.FromSession] = Link(b, station.ToSession)
    [(message, fds)] = received.receive()
    assert isinstance(message, station.HubState) and len(fds) == 1
    for _ in range(2):
        with pytest.raises(LinkClosed):
            received.receive()
    for fd in (*fds, *pipe):
        os.close(fd)
    good.close()
    received.close()


def test_a_slow_reader_loses_waves_but_no_message_and_is_given_up_at_last() -> None:
    session, core = ends()
    sample = instruments.Pleth(
        device="o", t_ns=1, wave=1, spo2=None, pulse_rate=None, perfusion_index=None, flags=()
    )
    state = station.HubState(online=True, since="x" * 1000)
    while not core.wants_write:
        core.send(state)
    assert not core.send(sample, droppable=True)
    with pytest.raises(LinkClosed):
        for _ in range(MAX_WAITING + 1):
            core.send(state)
    assert all(isinstance(message, station.HubState) for message, _ in session.receive())
    session.close()
    core.close()


def test_a_packet_too_large_is_the_senders_mistake() -> None:
    session, core = ends()
    with pytest.raises(ValueError, match="over the limit"):
        core.send(station.HubState(online=True, since="x" * MAX_PACKET))
    session.close()
    core.close()


def test_the_socket_is_ours_alone_and_says_who_came(tmp_path: Path) -> None:
    path = tmp_path / "s"
    listener = listen(path)
    assert path.stat().st_mode & 0o777 == 0o600
    client = connect(path)
    sock = accept(listener)
    assert sock is not None
    link: Link[control.FromMedia, control.ToMedia] = Link(sock, control.FromMedia)
    assert link.peer.pid == os.getpid()
    again = listen(path)  # a stale socket file is no obstacle
    for each in (client, listener, again):
        each.close()
    link.close()


async def test_on_a_loop_messages_flow_and_the_end_is_told_once() -> None:
    one, two = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_NONBLOCK)
    got: list[object] = []
    ended: list[str] = []
    done = asyncio.Event()

    def take(message: station.FromSession, fds: list[int]) -> None:
        got.append(message)
        if isinstance(message, instruments.Alive):
            raise RuntimeError("a handler's mistake")

    def end(reason: str) -> None:
        ended.append(reason)
        done.set()

    core: AioLink[station.FromSession, station.ToSession] = AioLink(two, station.FromSession, take, end)
    session: Link[station.ToSession, station.FromSession] = Link(one, station.ToSession)
    visit = uuid4()
    session.send(instruments.Alive())
    session.send(station.VisitStarted(visit=visit))
    session.close()
    async with asyncio.timeout(5):
        await done.wait()
    assert got == [instruments.Alive(), station.VisitStarted(visit=visit)]
    assert len(ended) == 1
    assert core.closed
    assert not core.send(station.HubState(online=True, since=""))


KNOCK = """
import os, socket, sys
os.setgroups([])
os.setgid(int(sys.argv[2]))
os.setuid(int(sys.argv[2]))
with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as sock:
    sock.connect(sys.argv[1])
    print(sock.recv(10).decode() or "shut")
"""


@pytest.mark.skipif(os.getuid() != 0, reason="only root can be other users")
@pytest.mark.parametrize(
    ("group", "shared", "answer"), [(4321, True, "in"), (4322, True, "shut"), (4321, False, "shut")]
)
def test_another_user_comes_in_only_by_the_folders_group(group: int, shared: bool, answer: str) -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        Path(name).chmod(0o711)
        folder = Path(name) / "sockets"
        folder.mkdir()
        os.chown(folder, 0, 4321)
        folder.chmod(0o2711 if shared else 0o711)
        listener = listen(folder / "a.sock")
        if group != 4321 or not shared:
            (folder / "a.sock").chmod(
                0o666 if shared else 0o606
            )  # the path lets it in: the kernel's word does not
        knocking = subprocess.Popen(
            [sys.executable, "-c", KNOCK, str(folder / "a.sock"), str(group)],
            stdout=subprocess.PIPE,
            text=True,
        )
        select.select([listener], [], [], 10)
        if sock := accept(listener):
            sock.send(b"in")
            sock.close()
        listener.close()
        assert knocking.communicate(timeout=10)[0].strip() == answer
