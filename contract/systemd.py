"""What a process says to systemd, where systemd started it: ready, alive, and a descriptor to keep.

Without systemd (a checkout, the launcher) the environment names no socket, and nothing is said. Whoever says
"alive" does so from real progress: a frame that was shown, a loop that went round; never from a bare timer.
"""

import contextlib
import os
import socket
from collections.abc import Sequence
from typing import Final

FIRST_FD: Final = 3  # of those that systemd gives, as sd_listen_fds(3) says


def say(text: str, fds: Sequence[int] = ()) -> bool:
    """Send a message of sd_notify(3); False when nobody listens."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return False
    if address.startswith("@"):
        address = "\0" + address[1:]
    kind = socket.SOCK_DGRAM | socket.SOCK_CLOEXEC
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, kind) as sock:
        sock.connect(address)
        socket.send_fds(sock, [text.encode()], list(fds))
        return True
    return False


def ready() -> None:
    """Say that the process does its work from now on."""
    say("READY=1")


def alive() -> None:
    """Say that there was progress."""
    say("WATCHDOG=1")


def alive_every_s() -> float:
    """Return how often, in seconds, `alive` should be said; 0.0 when nobody watches this process."""
    try:
        watched = os.environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
        return int(os.environ["WATCHDOG_USEC"]) / 3e6 if watched else 0.0
    except (KeyError, ValueError):
        return 0.0


def keep(name: str, fd: int) -> None:
    """Give a descriptor to systemd, which gives it back to this unit's next process if this one dies."""
    say(f"FDSTORE=1\nFDNAME={name}", [fd])


def kept(name: str) -> int | None:
    """Return the descriptor of this name that systemd kept; None when it has none."""
    if os.environ.get("LISTEN_PID") != str(os.getpid()):
        return None
    names = os.environ.get("LISTEN_FDNAMES", "").split(":")
    if name not in names:
        return None
    fd = FIRST_FD + names.index(name)
    os.set_inheritable(fd, False)
    return fd


async def beat() -> None:
    """Say "alive" from an asyncio loop, each time that it has gone round; returns when nobody watches."""
    import asyncio  # not every process has a loop

    while every := alive_every_s():
        await asyncio.sleep(every)
        alive()
