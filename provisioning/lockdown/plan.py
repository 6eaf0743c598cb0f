"""All that makes a machine a locked station: files and links below a root, as data. Pure.

The same plan is put on a Debian that is there (`install`) and into the image (`provisioning.image`).
"""

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from provisioning.lockdown.units import Programs, fill, units, wanted_by

TREE: Final = resources.files("provisioning.lockdown") / "tree"
UDEV: Final = resources.files("peripherals") / "udev" / "60-carepost.rules"
CUPS: Final = resources.files("provisioning") / "cups"
SYSTEM: Final = PurePosixPath("etc/systemd/system")
NOTHING: Final = "/dev/null"
SECRET: Final = 0o600
PROGRAM: Final = 0o755
PLAIN: Final = 0o644
ONLY_ROOT: Final = frozenset({"usbguard-daemon.conf"})  # its daemon refuses it otherwise
PROGRAMS: Final = frozenset({"last-words", "healthy", "after-wipe", "visit-over"})

# No console to log in at, no shell in an emergency, nothing that writes memory to a disk or changes the
# system.
MASKED: Final = (
    "getty@.service",
    "serial-getty@.service",
    "console-getty.service",
    "container-getty@.service",
    "autovt@.service",
    "getty.target",
    "getty-static.service",
    "debug-shell.service",
    "ctrl-alt-del.target",
    "swap.target",
    "systemd-coredump.socket",
    "kexec.target",
    "hibernate.target",
    "hybrid-sleep.target",
    "suspend.target",
    "suspend-then-hibernate.target",
    "sleep.target",
    "apt-daily.timer",
    "apt-daily-upgrade.timer",
    "rsyslog.service",
    "ssh.service",
    "ssh.socket",
)


class File(NamedTuple):
    """A file: what is in it, and who may do what with it."""

    content: bytes
    mode: int = PLAIN


class Plan(NamedTuple):
    """Files and links by their path below the root, without a slash before it."""

    files: dict[str, File]
    links: dict[str, str]


def plan(programs: Programs, *, appliance: bool = True) -> Plan:
    """Return what a locked station has. `appliance`: nothing but a station runs on the machine.

    Where it does (a Debian of somebody's own), consoles and what else runs there are left alone.
    """
    files = {path: _file(entry, programs) for path, entry in _walk(TREE, PurePosixPath())}
    files["etc/udev/rules.d/60-carepost.rules"] = File(UDEV.read_bytes())
    for name in ("cupsd.conf", "cups-files.conf"):
        files[f"etc/cups/{name}"] = File((CUPS / name).read_bytes())
    links: dict[str, str] = {}
    for name, text in units(programs).items():
        if name in ("emergency.service", "rescue.service") and not appliance:
            continue
        files[str(SYSTEM / name)] = File(text.encode())
        for target, kind in wanted_by(text):
            links[str(SYSTEM / f"{target}.{kind}" / name)] = f"/{SYSTEM / name}"
    if appliance:
        links |= {str(SYSTEM / name): NOTHING for name in MASKED}
        links[str(SYSTEM / "default.target")] = "/lib/systemd/system/graphical.target"
    return Plan(dict(sorted(files.items())), dict(sorted(links.items())))


def _walk(folder: Traversable, at: PurePosixPath) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, at / entry.name)
        else:
            yield str(at / entry.name), entry


def _file(entry: Traversable, programs: Programs) -> File:
    mode = SECRET if entry.name in ONLY_ROOT else PROGRAM if entry.name in PROGRAMS else PLAIN
    return File(fill(entry.read_text(), programs).encode(), mode)
