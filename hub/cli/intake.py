"""What came from stations and needs a person: quarantine, exports on a stick, keys, how it all stands."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

from hub.cli.common import Commands, add, config, work
from hub.errors import ProblemError


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    add(commands, "status", _status).add_argument("--json", action="store_true", help="as one JSON object")
    quarantine = add(commands, "quarantine", _quarantine)
    what = quarantine.add_mutually_exclusive_group()
    what.add_argument("--release", type=UUID, metavar="ID", help="file it after all")
    what.add_argument(
        "--keep", type=UUID, metavar="ID", help="leave it unfiled for good; it stays here, whole"
    )
    what.add_argument("--all", action="store_true", help="list what was settled as well")
    quarantine.add_argument("--note", default="", help="what was found; needed with --keep")
    taking = add(commands, "import", _import)
    taking.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="an export, or .envelope files of drain"
    )
    taking.add_argument("--revoked-too", action="store_true", help="also of a station that was revoked")
    rotate = add(commands, "rotate-keys", _rotate_keys)
    rotate.add_argument(
        "--overlap-days",
        type=float,
        help="days until the new signing key is used, so that stations have heard of it (7)",
    )


def _quarantine(options: argparse.Namespace) -> int:
    """List what could not be filed, or settle one: release it, or keep it unfiled with a note."""
    from hub.intake import decisions, quarantine

    if options.release:
        work(options, lambda s: decisions.release(s, options.release, "command-line", options.note))
        print("It is in line to be filed. Should it fail again, it is listed again with the reason.")
        return 0
    if options.keep:
        if not options.note.strip():
            raise ProblemError(422, "usage", "--keep needs --note: say what was found.")
        work(options, lambda s: decisions.keep(s, options.keep, "command-line", options.note))
        print("It is settled. It stays in quarantine, whole: see --all.")
        return 0
    for row in work(options, lambda s: quarantine.listed(s, settled=options.all)):
        print(json.dumps({key: None if value is None else str(value) for key, value in row.items()}))
    return 0


def _import(options: argparse.Namespace) -> int:
    """Take what a station wrote to a stick (`python -m offline_queue export`); safe to run twice."""
    from hub.app import open_database
    from hub.intake.importing import Counts, Importer
    from hub.keys import HubKeys

    if not options.data.is_dir():
        raise ProblemError(422, "no-hub", f"There is no hub in {options.data}.")
    settings = config(options)
    db = open_database(settings)
    failed = False
    try:
        keys = HubKeys.load(options.data, settings.limits.key_days)
        importer = Importer(db, keys, options.revoked_too)
        for path in options.files:
            counts = Counts()
            try:
                counts = importer.take(path, _bar(path))
            except (ProblemError, ValueError, OSError) as error:
                failed = True
                print(f"{path}: {error} What came before that is stored.", file=sys.stderr)
            else:
                print(f"{path}: {counts.new} new, {counts.known} known, {counts.quarantined} quarantined")
    finally:
        db.close()
    if not failed:
        print("The hub files them within seconds when it runs, or when it is started.")
    return 1 if failed else 0


def _bar(path: Path) -> Any:
    """Return what shows how far a file is read, where somebody watches."""
    size = path.stat().st_size if path.is_file() else 0

    def progress(read: int) -> None:
        if sys.stderr.isatty() and size:
            filled = 40 * read // size
            end = "\n" if read >= size else ""
            print(f"\r[{'#' * filled:<40}] {100 * read // size:3d} %", end=end, file=sys.stderr, flush=True)

    return progress


def _rotate_keys(options: argparse.Namespace) -> int:
    """Make new sealing and signing keys; stations hear of them at once, or when they are back.

    Old private keys are kept, to open what was sealed before. Back the folder keys/ up again. The root key
    stays.
    """
    from hub.keys import rotate
    from hub.times import rfc3339

    limits = config(options).limits
    overlap = limits.key_overlap_days if options.overlap_days is None else options.overlap_days
    work(options, lambda _: None)
    keys = rotate(options.data, limits.key_days, overlap)
    print(f"Key set version {keys.version}.")
    print(f"Stations seal to {keys.sealing[-1].id.hex()} as soon as they hear of it.")
    print(
        f"Receipts are signed with {keys.signing[-1].id.hex()} from {rfc3339(keys.signing[-1].not_before)}."
    )
    print(f"Back up {options.data / 'keys'} now: without it what stations seal cannot be opened.")
    return 0


def _status(options: argparse.Namespace) -> int:
    """Show how the hub stands; exit status 1 when something needs a person."""
    from hub.intake import standing
    from hub.keys import HubKeys

    limits = config(options).limits
    found: standing.Standing = work(options, standing.of)
    keys = HubKeys.load(options.data, limits.key_days)
    ending = keys.ending(limits.key_warning_days)
    if options.json:
        print(json.dumps(standing.as_json(found) | {"keys": ending}))
    else:
        print(f"{found.unfiled} envelopes wait to be filed")
        for code, count in found.quarantined.items():
            print(f"{count} in quarantine: {code}")
        for kind, count in found.gaps.items():
            print(f"{count} places where a station's chain is {kind}")
        for place in found.places:
            print(f"  {place}")
        for words in (*found.alarms, *ending):
            print(words)
    return 1 if found.quarantined or found.alarms or ending else 0
