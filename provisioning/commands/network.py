"""network: how this station reaches its network: DHCP or static, 802.1X, proxy, DNS and time servers."""

import argparse
import os
import select
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from provisioning.commands import Commands, add

if TYPE_CHECKING:
    from provisioning.network.settings import Settings


def add_commands(commands: Commands) -> None:
    """Add the command and what it does."""
    network = commands.add_parser("network", help=__doc__, description=__doc__)
    does = network.add_subparsers(required=True, metavar="WHAT")
    put = add(does, "set", _set)
    put.add_argument("--interface", default="", metavar="CARD", help="this card alone (default: any cable)")
    put.add_argument("--address", default="", metavar="A.B.C.D/N", help="static (default: DHCP)")
    put.add_argument("--gateway", default="", metavar="A.B.C.D")
    put.add_argument("--dns", action="append", default=[], metavar="A.B.C.D", help="repeatable")
    put.add_argument("--domain", action="append", default=[], metavar="NAME", help="to look in; repeatable")
    put.add_argument("--ntp", action="append", default=[], metavar="HOST", help="time server; repeatable")
    put.add_argument("--proxy", default="", metavar="http://HOST:PORT", help="for all that goes to the hub")
    put.add_argument(
        "--dot1x", choices=("tls", "peap"), help="tls: the station's certificate; peap: a password"
    )
    put.add_argument("--identity", default="", help="the name 802.1X is told")
    put.add_argument(
        "--ca", type=Path, metavar="FILE", help="PEM: whom the network's own server is believed by"
    )
    put.add_argument("--server", default="", metavar="NAME", help="the end of that server's name")
    put.add_argument("--password-fd", type=int, metavar="N", help="read the password there; else it is asked")
    put.add_argument(
        "--hub", default="", metavar="https://…", help="try to reach it (default: the profile's)"
    )
    put.add_argument("--dry-run", action="store_true", help="print the files, and change nothing")
    add(does, "show", _show).add_argument("--files", action="store_true", help="as the files made from it")
    add(does, "undo", _undo)
    add(does, "back", _back)
    add(does, "start", _start)


def _set(options: argparse.Namespace) -> int:
    """Set the network; unless it is confirmed within 60 seconds, all is as it was."""
    from contract.keyfile import SEALED
    from provisioning.network import NetworkError, apply, render
    from provisioning.network.settings import problems

    settings = settings_of(options)
    password = _password(options.password_fd) if options.dot1x == "peap" else ""
    if found := problems(settings, password):
        raise NetworkError("\n".join(found))
    new = apply.Kept(settings, password)
    if options.dry_run:
        print(render.shown(render.files(*new, sealed=(apply.STATE / SEALED).exists())))
        return 0
    return _tried(new, options.hub or _hub())


def _undo(options: argparse.Namespace) -> int:
    """Back to DHCP on any cable, as the image comes; to be confirmed as well."""
    from provisioning.network.apply import Kept

    return _tried(Kept(), _hub())


def _show(options: argparse.Namespace) -> int:
    """Say what is set, and what of it works."""
    import msgspec

    from provisioning.network import apply, checks, render

    kept = apply.load()
    if options.files:
        print(render.shown(render.files(*kept)))
    else:
        print(msgspec.json.format(msgspec.json.encode(kept.settings)).decode())
    wrong = list(checks.failures(kept.settings, _hub()))
    print("\n".join(wrong) if wrong else "It works, as far as the hub.")
    return int(bool(wrong))


def _back(options: argparse.Namespace) -> int:
    """What was confirmed last, in place again (also what the timer does that guards a trial)."""
    return _again(running=True)


def _start(options: argparse.Namespace) -> int:
    """At each start: the files of what is kept, before the network begins."""
    return _again(running=False)


def _again(*, running: bool) -> int:
    from provisioning.network import NetworkError, apply

    try:
        kept = apply.load()
    except NetworkError as error:  # by DHCP rather than not at all
        print(error, file=sys.stderr)
        kept = apply.Kept()
    apply.put(kept, apply.Real(), running=running)
    return 0


def settings_of(options: argparse.Namespace) -> "Settings":
    """Return what the command line asks for; NetworkError: a file can't be read."""
    from provisioning.network import NetworkError
    from provisioning.network.settings import Dot1x, Settings, certificates

    try:
        ca = certificates(options.ca.read_text()) if options.ca else ""
    except (OSError, UnicodeDecodeError) as error:
        raise NetworkError(f"{options.ca} can't be read.") from error
    return Settings(
        options.interface,
        options.address,
        options.gateway,
        tuple(options.dns),
        tuple(options.domain),
        tuple(options.ntp),
        options.proxy,
        Dot1x(options.dot1x, options.identity, ca, options.server) if options.dot1x else None,
    )


def _tried(new: "object", hub: str) -> int:
    from provisioning.network import NetworkError, apply, checks

    assert isinstance(new, apply.Kept)
    if os.geteuid() != 0:
        raise NetworkError("Only root may set the network.")

    def confirmed(seconds: int) -> bool:
        wrong = checks.until_well(new.settings, hub, seconds / 3)
        print("\n".join(["Not well yet:", *wrong]) if wrong else "It works, as far as the hub.")
        print(
            f"Keep this? Type yes within {2 * seconds // 3} seconds; else all will be as it was: ",
            end="",
            flush=True,
        )
        ready, _, _ = select.select([sys.stdin], [], [], 2 * seconds / 3)
        return bool(ready) and sys.stdin.readline().strip().lower() == "yes"

    kept = apply.attempt(new, apply.Real(), confirmed)
    print("Kept." if kept else "\nNot confirmed: the network is as it was.")
    return 0 if kept else 1


def _password(descriptor: int | None) -> str:
    """Return the password: from a descriptor, or asked of the person; never from the command line."""
    import getpass

    from provisioning.network import NetworkError

    if descriptor is None:
        return getpass.getpass("Password for 802.1X: ")
    try:
        with os.fdopen(descriptor, "rb") as file:
            return file.read(4096).decode().removesuffix("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise NetworkError("No password can be read from that descriptor.") from error


def _hub() -> str:
    """Return the hub's address of this station's profile; empty while there is none."""
    from provisioning.lockdown.apply import profile_of
    from provisioning.network.apply import STATE

    profile = profile_of(STATE)
    return profile.hub_url if profile else ""
