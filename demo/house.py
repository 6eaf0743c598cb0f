"""A small facility for the demo: residents, an aide and a nurse with badges, a manager; and a scanner."""

import os
import tty
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

NAME: Final = "Maple House"
ZONE: Final = "America/Chicago"
MANAGER: Final = "max"
STAFF: Final = (("Abel Ode", "aide", "258036"), ("Nora Quist", "nurse", "147093"))
RESIDENTS: Final = Path(__file__).with_name("residents.csv")


class Runs(Protocol):
    """What runs our commands."""

    folder: Path

    def module(self, *arguments: str, text: str | None = None) -> str:
        """Run a command; its output."""
        ...


@dataclass
class House:
    """What a person needs to try it. `badges` and `wristbands`: tokens by name; `pins` by name."""

    badges: dict[str, str] = field(default_factory=dict)
    pins: dict[str, str] = field(default_factory=dict)
    wristbands: dict[str, str] = field(default_factory=dict)

    def cards(self) -> list[tuple[str, str, str]]:
        """Return what can be held before the scanner: a short name for it, whose it is, its token."""
        badges = [(f"b{n}", f"badge of {name}", t) for n, (name, t) in enumerate(self.badges.items(), 1)]
        bands = [
            (f"w{n}", f"wristband of {name}", t) for n, (name, t) in enumerate(self.wristbands.items(), 1)
        ]
        return badges + bands

    def told(self) -> str:
        """Say what there is, as the demo prints it."""
        lines = [f"{NAME}: staff sign in by badge and PIN, residents wear wristbands."]
        for short, whose, token in self.cards():
            pin = f", PIN {self.pins[whose.removeprefix('badge of ')]}" if short[0] == "b" else ""
            lines.append(f"  {short}  {whose}{pin}  {token}")
        return "\n".join(lines)


def make(world: Runs, station: str) -> House:
    """Make the facility at the hub and give it the station."""
    data = ("--data", str(world.folder / "hub"))
    world.module("hub", "facility", "add", *data, NAME, "--zone", ZONE)
    world.module("hub", "facility", "station", *data, station, NAME)
    manager = ("--role", "manager", "--facility", NAME, "--password-stdin")
    world.module("hub", "user", "add", *data, MANAGER, *manager, text="\n")
    house = House()
    for name, role, pin in STAFF:
        who = (name, "--facility", NAME, "--role", role, "--badge", "--pin-stdin")
        told = world.module("hub", "staff", "add", *data, *who, text=f"{pin}\n")
        _, house.badges[name], house.pins[name] = told.split()
    everybody = (str(RESIDENTS), "--facility", NAME, "--wristbands")
    told = world.module("hub", "residents", "import", *data, *everybody)
    for line in told.splitlines()[1:]:
        _, name, token = line.split("\t")
        house.wristbands[name] = token
    return house


class Scanner:
    """A serial scanner at `path`: what is held before it is typed as a line."""

    def __init__(self, path: Path) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        path.symlink_to(os.ttyname(self._slave))

    def scan(self, token: str) -> None:
        """Hold a card before it."""
        os.write(self._master, token.encode() + b"\r")

    def close(self) -> None:
        """Unplug it."""
        os.close(self._master)
        os.close(self._slave)
