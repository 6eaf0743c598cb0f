"""A station's place in the network, taken apart: a namespace with two cables to this machine, A and B.

Inside there is only what the cables give, and this machine can be reached at an address of its own over
either, as a hub can. Needs root and a kernel that lets it (`allowed`).
"""

import contextlib
import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Final, Self

_WORKER: Final = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
NET: Final = f"10.{213 + _WORKER}"  # rooms beside each other have addresses of their own
HERE: Final = f"{NET}.0.1"  # this machine, over either cable
_PREFIX: Final = 30


class Room:
    """A namespace with cable A plugged in. `program` makes a program that runs inside.

    `walled`: as behind a firewall, nothing can be reached but this machine at HERE.
    """

    def __init__(self, name: str, *, walled: bool = False) -> None:
        self.name = name
        self._to = HERE if walled else "default"
        self._cables = {"a": (f"{NET}.1.1", f"{NET}.1.2"), "b": (f"{NET}.2.1", f"{NET}.2.2")}

    def __enter__(self) -> Self:
        _ip("netns", "add", self.name)
        _ip("address", "add", f"{HERE}/32", "dev", "lo")
        _ip("-n", self.name, "link", "set", "lo", "up")
        for cable, (outer, inner) in self._cables.items():
            here, there = self._ends(cable)
            _ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", self.name)
            _ip("address", "add", f"{outer}/{_PREFIX}", "dev", here)
            _ip("-n", self.name, "address", "add", f"{inner}/{_PREFIX}", "dev", there)
            _ip("link", "set", here, "up")
        self.plug("a")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _ip("address", "delete", f"{HERE}/32", "dev", "lo")
        for cable in self._cables:
            with contextlib.suppress(subprocess.CalledProcessError):
                _ip("link", "delete", self._ends(cable)[0])
        _ip("netns", "delete", self.name)

    def plug(self, cable: str) -> None:
        """Bring a cable up, the way out over it: the other one, if it is up, comes second."""
        there = self._ends(cable)[1]
        _ip("-n", self.name, "link", "set", there, "up")
        _ip("-n", self.name, "route", "prepend", self._to, "via", self._cables[cable][0], "dev", there)

    def pull(self, cable: str) -> None:
        """Take a cable out: its address no longer works, its routes are gone."""
        _ip("-n", self.name, "link", "set", self._ends(cable)[1], "down")

    def program(self, folder: Path, *command: str) -> Path:
        """Write a program that runs `command`, with what it is given behind, in here."""
        path = folder / "in-the-room"
        path.write_text(f'#!/bin/sh\nexec nsenter --net=/run/netns/{self.name} -- {" ".join(command)} "$@"\n')
        path.chmod(0o755)
        return path

    def _ends(self, cable: str) -> tuple[str, str]:
        return f"{self.name}{cable}0", f"{self.name}{cable}1"


def allowed() -> str:
    """Return why there can be no such room here; empty when there can."""
    if os.geteuid():
        return "needs root"
    name = f"cp{os.getpid()}t"
    try:
        _ip("netns", "add", name)
        try:
            _ip("link", "add", f"{name}0", "type", "veth", "peer", "name", f"{name}1", "netns", name)
        finally:
            _ip("netns", "delete", name)  # takes its end of the cable along, and so the cable
    except FileNotFoundError:
        return "there is no program `ip`"
    except subprocess.CalledProcessError as error:
        return f"the kernel allows no network namespaces with cables: {error.stderr.strip()}"
    return ""


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True, text=True)
