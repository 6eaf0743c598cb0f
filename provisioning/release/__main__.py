"""`python -m provisioning.release`: keys, ceremonies and releases. docs/updates.md tells who does what."""

import argparse
import getpass
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
from securesystemslib.signer import CryptoSigner

from provisioning.release import keys
from provisioning.release.keys import SHOWN, ReleaseError
from provisioning.release.publishing import add_content, add_station, check
from provisioning.release.repository import (
    BY_PEOPLE,
    CHANNEL,
    ROOT,
    SNAPSHOT,
    TARGETS,
    TIMESTAMP,
    Holders,
    Repository,
)
from provisioning.updates import offers
from provisioning.updates.errors import UpdateError

PASSPHRASE = "CAREPOST_KEY_PASSPHRASE"  # noqa: S105 - asked for on the terminal when it is not set


def _passphrase(twice: bool = False) -> bytes:
    told = os.environ.get(PASSPHRASE)
    if told is None:
        told = getpass.getpass("Passphrase of the key: ")
        if twice and getpass.getpass("Once more: ") != told:
            raise ReleaseError("these were two different passphrases")
    return told.encode()


def _signer(path: Path) -> CryptoSigner:
    return keys.signer(path, _passphrase() if keys.is_encrypted(path) else None)


def _new_key(options: argparse.Namespace) -> int:
    """Make a key: NAME.key, encrypted by a passphrase, and NAME.pub."""
    made = keys.make(options.name, options.folder, None if options.bare else _passphrase(twice=True))
    print(f"{options.name}: {made.keyid[:SHOWN]}")
    return 0


def _new_root(options: argparse.Namespace) -> int:
    """Stage the first root: who holds which keys, and how many of them must sign."""
    read = {name: tuple(map(keys.public, getattr(options, name))) for name in (ROOT, TARGETS, CHANNEL)}
    online = Holders((keys.public(options.online),), 1)
    Repository(options.repository).begin(
        {
            ROOT: Holders(read[ROOT], options.threshold),
            TARGETS: Holders(read[TARGETS], options.targets_threshold),
            CHANNEL: Holders(read[CHANNEL], 1),
            SNAPSHOT: online,
            TIMESTAMP: online,
        }
    )
    print("Staged: root, targets and channel. Every holder signs now: 'sign'.")
    return 0


def _rotate(options: argparse.Namespace) -> int:
    """Stage other keys for a role: add some, remove some, or change how many must sign."""
    added = tuple(map(keys.public, options.add))
    Repository(options.repository).rotate(
        options.role, add=added, remove=tuple(options.remove), threshold=options.threshold
    )
    print(f"Staged. {'targets' if options.role == CHANNEL else 'root'} is to be signed now.")
    return 0


def _sign(options: argparse.Namespace) -> int:
    """Add a key's signature to what is staged of a role."""
    standing = Repository(options.repository).sign(options.role, _signer(options.key))
    print(f"{options.role}: signed by {len(standing.signed)}, {standing.missing} more wanted")
    return 0


def _add_station(options: argparse.Namespace) -> int:
    """Stage a version of the station's software: image.json, root.img and carepost.efi of a folder."""
    told = add_station(Repository(options.repository), options.image)
    print(f"Staged: station {told}. The holders of targets sign now.")
    return 0


def _add_content(options: argparse.Namespace) -> int:
    """Stage a version of the content: a file made by 'python -m kiosk content pack'."""
    add_content(Repository(options.repository), options.version, options.pack)
    print(f"Staged: content {options.version}. The holders of targets sign now.")
    return 0


def _offer(options: argparse.Namespace) -> int:
    """Stage what a channel offers: which released version, to how many of 100 stations, by when at least."""
    repository = Repository(options.repository)
    path = offers.CHANNEL.format(options.channel)
    before = repository.read_target(path)
    told = offers.Channel() if before is None else offers.channel(before)
    for kind, suffix in (("station", "image.json"), ("content", "content.pack")):
        version = getattr(options, kind)
        if version:
            target = f"{kind}/{version}/{suffix}"
            if not repository.has(target):
                raise ReleaseError(f"{target} was never released")
            offer = offers.Offer(target, version, options.percent, getattr(options, f"minimum_{kind}"))
            told = msgspec.structs.replace(told, **{kind: offer})
    encoded = msgspec.json.format(msgspec.json.encode(told))
    offers.channel(encoded)  # what a station would say of it
    with tempfile.NamedTemporaryFile() as file:
        file.write(encoded)
        file.flush()
        repository.add_target(path, Path(file.name))
    print(encoded.decode() + "\nStaged. The channel's holder signs now.")
    return 0


def _renew(options: argparse.Namespace) -> int:
    """Stage a role as it is with a later end, to be signed again before the old one runs out."""
    Repository(options.repository).renew(options.role)
    print(f"Staged: {options.role}.")
    return 0


def _publish(options: argparse.Namespace) -> int:
    """Publish what is staged and signed (or nothing), and today's word of what belongs together."""
    done = Repository(options.repository).publish(_signer(options.key))
    print("Published: " + ", ".join([*done, "timestamp"]))
    return 0


def _status(options: argparse.Namespace) -> int:
    """Say what is published until when, and what waits for whose signature."""
    repository = Repository(options.repository)
    for role in (ROOT, TARGETS, CHANNEL, SNAPSHOT, TIMESTAMP):
        found = repository.published(role)
        if found is not None:
            print(f"{role:10} version {found.signed.version}, until {found.signed.expires:%F %R} UTC")
        if role in BY_PEOPLE and repository.staged(role) is not None:
            standing = repository.standing(role)
            print(f"{'':10} staged: {len(standing.signed)} signed, {standing.missing} more wanted")
    return 0


def _check(options: argparse.Namespace) -> int:
    """Look at a repository as a new station would: everything that is offered is fetched and proven."""
    for line in check(options.repository, options.root.read_bytes(), options.channel):
        print(line)
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    result = argparse.ArgumentParser(
        prog="python -m provisioning.release", description="Make and sign Carepost's releases."
    )
    commands = result.add_subparsers(required=True, metavar="COMMAND")

    def add(
        name: str, function: Callable[[argparse.Namespace], int], *, repository: bool = True
    ) -> argparse.ArgumentParser:
        words = (function.__doc__ or "").strip()
        command = commands.add_parser(name, help=words, description=words)
        command.set_defaults(run=function)
        if repository:
            command.add_argument("repository", type=Path, help="the repository's folder")
        return command

    new_key = add("new-key", _new_key, repository=False)
    new_key.add_argument("name", help="for instance 'root-anna'")
    new_key.add_argument("--folder", type=Path, default=Path(), help="where it goes: a stick, not a disk")
    new_key.add_argument(
        "--bare", action="store_true", help="without a passphrase (an online key in a vault)"
    )
    new_root = add("new-root", _new_root)
    for role in (ROOT, TARGETS, CHANNEL):
        new_root.add_argument(f"--{role}", type=Path, nargs="+", required=True, metavar="PUB", help="holders")
    new_root.add_argument(
        "--online", type=Path, required=True, metavar="PUB", help="of the repository itself"
    )
    new_root.add_argument("--threshold", type=int, default=2, help="how many must sign a root")
    new_root.add_argument("--targets-threshold", type=int, default=2, help="how many must sign a release")
    for name in ("rotate", "add-key"):
        rotate = add(name, _rotate)
        rotate.add_argument("role", choices=(ROOT, TARGETS, CHANNEL, SNAPSHOT, TIMESTAMP))
        rotate.add_argument("--add", type=Path, nargs="*", default=[], metavar="PUB")
        rotate.add_argument("--remove", nargs="*", default=[], metavar="KEYID", help="the id's beginning")
        rotate.add_argument("--threshold", type=int)
    sign = add("sign", _sign)
    sign.add_argument("role", choices=BY_PEOPLE)
    sign.add_argument("--key", type=Path, required=True, help="NAME.key")
    station = add("add-station", _add_station)
    station.add_argument("image", type=Path, help="folder with image.json, root.img and carepost.efi")
    content = add("add-content", _add_content)
    content.add_argument("version", help="for instance 7")
    content.add_argument("pack", type=Path)
    offer = add("offer", _offer)
    offer.add_argument("--channel", default="stable")
    offer.add_argument("--percent", type=int, default=100, help="of the stations")
    for kind in ("station", "content"):
        offer.add_argument(f"--{kind}", default="", metavar="VERSION")
        offer.add_argument(
            f"--minimum-{kind}", default="", metavar="VERSION", help="older ones take it at once"
        )
    add("renew", _renew).add_argument("role", choices=BY_PEOPLE)
    add("publish", _publish).add_argument("--key", type=Path, required=True, help="the online key")
    add("status", _status)
    checked = add("check", _check)
    checked.add_argument("--root", type=Path, required=True, help="the root stations are built with")
    checked.add_argument("--channel", default="stable")
    return result


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    options = parser().parse_args(argv)
    try:
        code: int = options.run(options)
    except (ReleaseError, UpdateError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
