"""`install`, `uninstall`, `lockdown`: the locked station on a Debian that is there."""

import argparse
import subprocess
import sys
from pathlib import Path

from provisioning.commands import Commands, add, add_state
from provisioning.errors import ProvisioningError

NEEDED = [
    "cage",
    "seatd",
    "xwayland",
    "usbguard",
    "nftables",
    "rsyslog",
    "rsyslog-openssl",
    "wpasupplicant",
    "cups-daemon",
    "cups-client",
    "speech-dispatcher",
    "speech-dispatcher-espeak-ng",
    "libportaudio2",
    "libegl1",
    "libgl1",
    "libxkbcommon0",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libfontconfig1",
    "fonts-noto-cjk",
    "fonts-noto-core",
    "libusb-1.0-0",
]


def add_commands(commands: Commands) -> None:
    """Add the commands of locking down."""
    put = add(commands, "install", _install)
    put.add_argument("--dry-run", action="store_true", help="show every file and change, and change nothing")
    put.add_argument(
        "--frozen", type=Path, help="folder of a frozen station (scripts/freeze); default: this code"
    )
    put.add_argument(
        "--appliance",
        action="store_true",
        help="nothing but the station runs here: no consoles, no shell in an emergency",
    )
    put.add_argument("--root", type=Path, default=Path("/"), help="where the files go (default: /)")
    away = add(commands, "uninstall", _uninstall)
    away.add_argument("--root", type=Path, default=Path("/"), help="where the files are (default: /)")
    rules = add(commands, "lockdown", _lockdown)
    rules.add_argument("what", choices=("show", "apply"), help="print the rules, or make and load them")
    add_state(rules)


def _install(options: argparse.Namespace) -> int:
    """Make this Debian a locked station: units, users, rules. What was there before can be had back."""
    from provisioning.lockdown import install, plan, units

    programs = (
        units.frozen(options.frozen.resolve())
        if options.frozen
        else units.checkout(Path(__file__).resolve().parents[2], Path(sys.executable))
    )
    wanted = plan.plan(programs, appliance=options.appliance)
    for line in install.changes(wanted, options.root):
        print(line)
    missing = _missing() if options.root == Path("/") else []
    if missing:
        print(f"Debian packages that are missing: apt install {' '.join(missing)}")
    if options.dry_run:
        return 0
    if missing:
        raise ProvisioningError("Nothing was changed: install those packages first.")
    count = install.install(wanted, options.root)
    _take_effect(options.root)
    print(f"{count} files and links written. 'python -m provisioning uninstall' takes them back.")
    return 0


def _uninstall(options: argparse.Namespace) -> int:
    """Take back what `install` wrote, and put back what was there before."""
    from provisioning.lockdown import install

    print(f"{install.undo(options.root)} files and links taken back.")
    _take_effect(options.root)
    return 0


def _lockdown(options: argparse.Namespace) -> int:
    """Make USBGuard's and nftables' rules from the station's signed profile; print or load them."""
    from provisioning.lockdown import LockdownError, apply

    try:
        if options.what == "apply":
            changed = apply.apply(options.state)
            print(f"made anew: {', '.join(changed) or 'nothing, all is as it was'}")
            return 0
        for name, text in apply.made(apply.profile_of(options.state), apply.users()).items():
            print(f"==> {name}\n{text}")
    except (LockdownError, subprocess.CalledProcessError) as error:
        raise ProvisioningError(f"The rules could not be made: {error}") from error
    return 0


def _missing() -> list[str]:
    line = ["dpkg-query", "-W", "-f=${Package} ${db:Status-Status}\n", *NEEDED]
    told = subprocess.run(line, capture_output=True, text=True, check=False).stdout
    there = {words[0] for words in map(str.split, told.splitlines()) if words[1:] == ["installed"]}
    return [name for name in NEEDED if name not in there]


def _take_effect(root: Path) -> None:
    """Make users and folders, and tell systemd, where this is the machine that runs."""
    if root != Path("/") or not Path("/run/systemd/system").is_dir():
        return
    for line in (
        ["systemd-sysusers"],
        ["systemctl", "daemon-reload"],
        ["systemd-tmpfiles", "--create"],
        ["udevadm", "control", "--reload"],
        ["sysctl", "--quiet", "--system"],
    ):
        subprocess.run(line, check=False)
