"""Reading a running program as a screen reader does: over AT-SPI, on a display and buses of its own.

Nothing of the program is imported: what is found is what Orca would find.
"""

import asyncio
import os
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, NamedTuple

from dbus_fast import BusType, Message, MessageType
from dbus_fast.aio import MessageBus

SERVICE: Final = "org.a11y.atspi"
ROOT: Final = "/org/a11y/atspi/accessible/root"
CHECKED, ENABLED, FOCUSABLE, FOCUSED, SHOWING = 4, 8, 11, 12, 25  # bits of AtspiStateType
ACTS: Final = ("Press", "Toggle")  # what a button can be told


class Node(NamedTuple):
    """One thing that is shown. `states`: bits of AtspiStateType."""

    bus: str
    path: str
    name: str
    role: str
    states: int

    def has(self, state: int) -> bool:
        """Is this state's bit set?"""
        return bool(self.states >> state & 1)


class ScreenReader:
    """A display, a session bus, and who listens on its accessibility bus. `environment`: of who is read."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700)
        self._display = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        own = {"DISPLAY": f":{_line(self._display)}", "XDG_RUNTIME_DIR": str(folder)}
        self._buses = subprocess.Popen(  # it starts the accessibility bus when that is asked for
            ["dbus-daemon", "--session", "--nofork", "--nosyslog", "--nopidfile", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, **own},
            start_new_session=True,
        )
        self.environment = {
            **os.environ,
            **own,
            "DBUS_SESSION_BUS_ADDRESS": _line(self._buses),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self._loop = asyncio.new_event_loop()
        self._bus = self._loop.run_until_complete(self._connect(self.environment["DBUS_SESSION_BUS_ADDRESS"]))

    def close(self) -> None:
        """Take display and buses down."""
        self._loop.run_until_complete(_leave(self._bus))
        self._loop.close()
        os.killpg(self._buses.pid, signal.SIGTERM)  # with what it started for us
        self._display.terminate()
        for process in (self._buses, self._display):
            process.wait()
            assert process.stdout is not None
            process.stdout.close()

    async def _connect(self, session: str) -> MessageBus:
        first = await MessageBus(bus_address=session, bus_type=BusType.SESSION).connect()
        (address,) = await _call(first, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        await _leave(first)
        return await MessageBus(bus_address=address, bus_type=BusType.SESSION).connect()

    # ---- looking

    def shown(self) -> list[Node]:
        """Return everything that is shown, of every program, in the order of its tree."""
        return self._loop.run_until_complete(self._walk(f"{SERVICE}.Registry", ROOT))

    async def _walk(self, bus: str, path: str) -> list[Node]:
        try:
            (children,) = await self._ask(bus, path, "GetChildren")
            node = None if path == ROOT else await self._node(bus, path)
        except GoneError:
            return []
        if node is not None and not node.has(SHOWING) and node.role not in ("application", "frame"):
            return []
        below = await asyncio.gather(*(self._walk(*child) for child in children))
        return [*([node] if node else []), *(found for part in below for found in part)]

    async def _node(self, bus: str, path: str) -> Node:
        (role,), ((low, high),), (name,) = await asyncio.gather(
            self._ask(bus, path, "GetRoleName"),
            self._ask(bus, path, "GetState"),
            _call(
                self._bus,
                bus,
                path,
                "org.freedesktop.DBus.Properties",
                "Get",
                "ss",
                [f"{SERVICE}.Accessible", "Name"],
            ),
        )
        return Node(bus, path, name.value, role, low | high << 32)

    async def _ask(self, bus: str, path: str, member: str) -> list[Any]:
        return await _call(self._bus, bus, path, f"{SERVICE}.Accessible", member)

    # ---- doing

    def press(self, node: Node) -> None:
        """Have a button do what it does."""
        self._loop.run_until_complete(self._press(node))

    async def _press(self, node: Node) -> None:
        action = f"{SERVICE}.Action"
        (offered,) = await _call(self._bus, node.bus, node.path, action, "GetActions")
        place = next(n for n, (name, *_) in enumerate(offered) if name in ACTS)
        await _call(self._bus, node.bus, node.path, action, "DoAction", "i", [place])

    def key(self, *names: str) -> None:
        """Press keys of a real keyboard, by X's names for them."""
        subprocess.run(["xdotool", "key", "--delay", "4", *names], env=self.environment, check=True)

    def give_keys_to(self, title: str) -> None:
        """Give a window the keyboard: no window manager is here to do it."""
        wanted = ["xdotool", "search", "--sync", "--onlyvisible", "--name", title, "windowfocus"]
        subprocess.run(wanted, env=self.environment, check=True, capture_output=True)


async def _leave(bus: MessageBus) -> None:
    """Hang up, and wait for it: a loop that ends sooner leaves the socket open."""
    bus.disconnect()
    await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]


class GoneError(Exception):
    """What was asked is no longer there."""


async def _call(
    bus: MessageBus,
    destination: str,
    path: str,
    interface: str,
    member: str,
    signature: str = "",
    body: Iterable[Any] = (),
) -> list[Any]:
    message = Message(destination, path, interface, member, signature=signature, body=list(body))
    reply = await bus.call(message)
    if reply is None or reply.message_type is MessageType.ERROR:
        raise GoneError(f"{member} of {path}: {reply.body if reply else 'no answer'}")
    return list(reply.body)


def _line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()
