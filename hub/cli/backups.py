"""Backups of a hub while it serves, and a hub made again out of one."""

import argparse
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hub.cli.common import Commands, add, database, work
from hub.errors import ProblemError

if TYPE_CHECKING:
    from hub.backup.making import Done
    from hub.backup.manifest import Progress
    from hub.backup.sealed_keys import KeyFile


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    backup = add(commands, "backup", _backup)
    backup.add_argument("--to", type=Path, required=True, help="the folder of backups, on another disk")
    backup.add_argument("--keep", type=_count, metavar="N", help="remove all but this hub's N newest there")
    verify = commands.add_parser("backup-verify", help=_verify.__doc__, description=_verify.__doc__)
    verify.set_defaults(run=_verify)
    verify.add_argument("backup", type=Path, help="one backup's folder")
    keys = add(commands, "backup-keys", _keys)
    keys.add_argument("--to", type=Path, required=True, metavar="FILE", help="a new file, kept apart")
    _passphrase_option(keys)
    restore = add(commands, "restore", _restore)
    restore.add_argument("--from", dest="backup", type=Path, required=True, help="one backup's folder")
    restore.add_argument("--keys", type=Path, metavar="FILE", help="what backup-keys wrote")
    restore.add_argument("--database", metavar="postgresql://…", help="where a PostgreSQL backup's tables go")
    restore.add_argument("--replace", action="store_true", help="set aside what is there (never deleted)")
    _passphrase_option(restore)
    add(commands, "restored", _restored)


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return count


def _passphrase_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="its first line; asked for when not given"
    )


def _progress() -> "Progress":
    from hub.backup.making import bar

    if not sys.stderr.isatty():
        return lambda _what, _done, _whole: None
    return bar(lambda text: print(text, end="", file=sys.stderr, flush=True))


def _tell(done: "Done") -> None:
    facts = done.manifest.facts
    rows = sum(facts.counts.values())
    print(f"{done.path}: of {done.manifest.made_at}, {facts.last_row} envelopes, {rows} rows; verified.")
    if done.broken is not None:
        print(f"But the audit's chain is BROKEN at row {done.broken}, here as in the hub.", file=sys.stderr)


def _backup(options: argparse.Namespace) -> int:
    """Back the hub up, also while it serves; verified before it counts. Without the keys (backup-keys)."""
    from hub.backup import making

    with database(options) as db:
        done = making.make(db, options.data, options.to, options.keep, _progress())
    _tell(done)
    if options.data.stat().st_dev == options.to.stat().st_dev:
        print("The backup is on the same disk as the hub: what takes one takes both.", file=sys.stderr)
    return 0


def _verify(options: argparse.Namespace) -> int:
    """Read a backup whole, and compare it with what was written down of it."""
    from hub.backup import making

    _tell(making.verify(options.backup, _progress()))
    return 0


def _keys(options: argparse.Namespace) -> int:
    """Write the hub's keys into one file, sealed by a passphrase. Keep it apart from the backups."""
    from hub.backup import sealed_keys

    files = sealed_keys.gather(options.data)
    sealed_keys.write(options.to, files, _passphrase(options, new=True))
    print(f"{options.to} holds the hub's keys. Keep it, and its passphrase, apart from the backups.")
    return 0


def _restore(options: argparse.Namespace) -> int:
    """Make a hub out of a backup. Stations then offer again what they still hold."""
    from hub.backup.restoring import Wanted, restore
    from hub.serve import ServeError

    keys = _opened(options)
    wanted = Wanted(options.backup, options.data, keys, options.database, options.replace)
    try:
        restored = restore(wanted, _progress())
    except ServeError as error:
        raise ProblemError(422, "serve", f"{error} Stop it first.") from error
    _tell(restored.done)
    for place in restored.aside:
        print(f"What was there before is in {place}.")
    if restored.left:
        print(f"In no backup, so only there; copy what the hub still needs: {', '.join(restored.left)}.")
    for name in restored.missing:
        print(f"The key {name} is MISSING: it was made after these keys were backed up.", file=sys.stderr)
    if restored.missing:
        words = "What stations sealed to it waits in quarantine until it is in the folder keys/."
        print(words, file=sys.stderr)
    print(
        f"The hub in {options.data} is as it was at {restored.done.manifest.made_at}. Start it: stations "
        "offer again what they still hold.\nDo again what was done since: revoked stations, disabled "
        "accounts, new people. Everybody has to sign in again."
    )
    return 0


def _opened(options: argparse.Namespace) -> "tuple[KeyFile, ...] | None":
    from hub.backup import sealed_keys

    if options.keys is not None:
        return sealed_keys.read(options.keys, _passphrase(options, new=False))
    if not (options.replace and (options.data / sealed_keys.KEYS).is_dir()):
        words = "The keys are not in a backup: give the file that backup-keys wrote, with --keys."
        raise ProblemError(422, "usage", words)
    return None


def _passphrase(options: argparse.Namespace, *, new: bool) -> str:
    if options.passphrase_file is not None:
        with options.passphrase_file.open() as file:
            return str(file.readline()).rstrip("\n")
    if not sys.stdin.isatty():
        raise ProblemError(422, "usage", "Nobody can be asked for a passphrase here: give --passphrase-file.")
    typed = getpass.getpass("Passphrase of the file of keys: ")
    if new and getpass.getpass("Once more: ") != typed:
        raise ProblemError(422, "usage", "These are two different passphrases.")
    return typed


def _restored(options: argparse.Namespace) -> int:
    """Say that the database was restored by other means: stations offer again what they still hold."""
    from hub.app import new_epoch

    work(options, new_epoch)
    print("Stations will offer again what they still hold.")
    return 0
