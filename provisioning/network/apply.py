"""Keeps the settings, puts their files in place, and takes back what nobody confirmed. The edge; needs root.

What is tried stands below /run alone: a machine that is switched off meanwhile comes back with what was kept
before. Where the tool dies (its terminal was on that very network), a timer of systemd takes it back.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple, Protocol

import msgspec

from contract.keyfile import SEALED
from contract.proxy import PROXY
from provisioning.network import KEPT, NetworkError
from provisioning.network.render import ALL, CA, CARD, WPA, File, files
from provisioning.network.settings import Settings, problems

CONFIRM_S: Final = 60
GUARD_S: Final = 2 * CONFIRM_S  # from before the settings are put in place, which takes its time too
BACK: Final = "carepost-network-back"  # the timer that takes a trial back
SETTINGS: Final = "settings.json"
STATE: Final = Path("/var/lib/carepost")
TAKE_BACK: Final = (  # a frozen station is its own program
    sys.executable,
    *(() if getattr(sys, "frozen", False) else ("-m", "provisioning")),
    *("network", "back"),
)


class Kept(NamedTuple):
    """Settings and the one secret that goes with them, in one file: never the one without the other."""

    settings: Settings = Settings()
    password: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    settings: Settings
    password: str = ""


class Machine(Protocol):
    """What is done to a machine."""

    def put(self, made: dict[str, File]) -> set[str]:
        """Write these files and take away ours that are not among them; returns the paths that changed."""
        ...

    def run(self, *line: str) -> bool:
        """Run a command; did it work?"""
        ...


class Real:
    """This machine; `root` for trying."""

    def __init__(self, root: Path = Path("/")) -> None:
        self._root = root

    def put(self, made: dict[str, File]) -> set[str]:
        """Write and take away."""
        changed = set()
        for path in ALL:
            place, file = self._root / path.lstrip("/"), made.get(path)
            before = place.read_text() if place.exists() else None
            if before == (file.text if file else None):
                continue
            changed.add(path)
            if file is None:
                place.unlink()
            else:
                place.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
                write(place, file.text, file.mode)
        return changed

    def run(self, *line: str) -> bool:
        """Run it, quietly."""
        try:
            return subprocess.run(line, check=False, capture_output=True).returncode == 0
        except OSError:
            return False


def write(path: Path, text: str, mode: int) -> None:
    """Replace a file, whole or not at all; nobody else can read it in between."""
    draft = path.with_name(f".{path.name}.new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "w") as file:
        os.fchmod(file.fileno(), mode)
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # what was said to be kept is, whenever the plug is pulled
    finally:
        os.close(folder)


def load(folder: Path = KEPT) -> Kept:
    """Return what is kept; DHCP where nothing is. NetworkError: it can't be read, or can't be."""
    place = folder / SETTINGS
    try:
        if not place.exists():
            return Kept()
        told = msgspec.json.decode(place.read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError) as error:
        raise NetworkError(f"{place} can't be read. `network set` makes it anew.") from error
    kept = Kept(told.settings, told.password)
    if found := problems(*kept):
        raise NetworkError("\n".join(found))
    return kept


def keep(kept: Kept, folder: Path = KEPT) -> None:
    """Have it on the disk, for root alone; nothing is kept of what comes by itself."""
    if kept == Kept():
        (folder / SETTINGS).unlink(missing_ok=True)
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write(folder / SETTINGS, msgspec.json.encode(_File(*kept)).decode() + "\n", 0o600)


def put(kept: Kept, machine: Machine, *, running: bool = True, state: Path = STATE) -> None:
    """Put its files in place; `running`: have everybody take notice."""
    changed = machine.put(files(*kept, sealed=(state / SEALED).exists()))
    if not running or not changed:
        return
    machine.run("systemctl", "reload", "carepost-lockdown.service")  # the way to proxy and time servers first
    if {WPA, CARD, CA} & changed:
        what = "restart" if kept.settings.dot1x else "stop"
        machine.run("systemctl", what, "carepost-dot1x.service")
    machine.run("networkctl", "reload")
    machine.run("systemctl", "try-restart", "systemd-networkd.service", "systemd-timesyncd.service")
    if str(PROXY) in changed:
        machine.run("systemctl", "try-restart", "carepost-core.service", "carepost-agent.service")


def attempt(
    new: Kept,
    machine: Machine,
    confirmed: Callable[[int], bool],
    *,
    folder: Path = KEPT,
    state: Path = STATE,
    back: Sequence[str] = TAKE_BACK,
) -> bool:
    """Try settings; they stay when `confirmed(seconds)` says so, else all is as it was. Was it kept?

    Whatever happens in `confirmed` (a key, a closed terminal), what was there before comes back.
    """
    try:
        before = load(folder)
    except NetworkError:  # what can't be read can't be had back
        before = Kept()
    guard = (f"{BACK}.timer", f"{BACK}.service")
    machine.run("systemctl", "stop", *guard)  # of a tool that died: it would go off within this trial
    line = (f"--on-active={GUARD_S}", f"--unit={BACK}", "--collect", *back)
    if not machine.run("systemd-run", *line):
        raise NetworkError("Nothing was changed: systemd takes no timer that would take it back.")
    kept = False
    try:
        put(new, machine, state=state)
        if confirmed(CONFIRM_S):
            keep(new, folder)
            kept = True
    finally:
        if kept:  # also where the timer was first
            machine.run("systemctl", "stop", *guard)
            put(new, machine, state=state)
        else:
            put(before, machine, state=state)
            machine.run("systemctl", "stop", *guard)
    return kept
