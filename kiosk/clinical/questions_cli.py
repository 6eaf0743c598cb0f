"""`python -m kiosk questions list|export|check|pack`: a clinic's own questionnaires.

Exit status: 0; 1 when the check found errors; 2 when the folder can't be used.
"""

import argparse
import base64
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kiosk.clinical.checking import Report, check
from kiosk.clinical.library import REASONS, shipped_files, shipped_forms
from kiosk.clinical.pack import pack
from kiosk.clinical.questions import QuestionnaireError

WRONG: Final = 1
BAD_INPUT: Final = 2


def main(argv: list[str]) -> int:
    """Run `questions …`; `argv` begins with the word "questions". Returns the exit status."""
    args = parser().parse_args(argv)
    try:
        status: int = args.run(args)
    except (OSError, QuestionnaireError) as error:
        print(f"kiosk questions: {error}", file=sys.stderr)
        return BAD_INPUT
    return status


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(prog="kiosk", description="The questions that a Carepost station asks.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    questions = commands.add_parser("questions", help="list, change and check the questionnaires")
    actions = questions.add_subparsers(required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="every file with its title, questions, and what it measures")
    listing.set_defaults(run=_list)
    for name, function, words in (
        ("export", _export, "write our files into a new folder, to be edited"),
        ("check", _check, "say what is wrong with the files of a folder, all of it at once"),
        ("pack", _pack, "check a folder and print what goes into a station's profile"),
    ):
        action = actions.add_parser(name, help=words, description=words)
        action.add_argument("folder", metavar="FOLDER", type=Path, help="visit.json, cuff.json, reasons/…")
        action.set_defaults(run=function)
    return top


def changes_of(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder that differ from ours, by name. Raises OSError."""
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is no folder")
    found = {path.name: path.read_bytes() for path in sorted(folder.glob("*.json"))}
    found |= {REASONS + path.name: path.read_bytes() for path in sorted((folder / REASONS).glob("*.json"))}
    ours = shipped_files()
    return {name: data for name, data in found.items() if ours.get(name) != data}


def _list(_args: argparse.Namespace) -> int:
    for name, form in shipped_forms().items():
        wants = ", ".join(want.what for want in form.wants)
        count = sum(1 for _ in form.questions())
        print(f"{name:32} {form.title.words('en')} | {count} questions" + (f" | {wants}" if wants else ""))
    return 0


def _export(args: argparse.Namespace) -> int:
    (args.folder / REASONS).mkdir(parents=True, exist_ok=True)
    for name, data in shipped_files().items():
        with (args.folder / name).open("xb") as file:  # what somebody edited is never written over
            file.write(data)
    print(f"{len(shipped_files())} files are in {args.folder}. An empty file takes its reason away.")
    return 0


def _check(args: argparse.Namespace) -> int:
    changes = changes_of(args.folder)
    report = check(changes)
    _say(report, changes)
    return WRONG if report.errors else 0


def _say(report: Report, changes: Mapping[str, bytes]) -> None:
    for error in report.errors:
        print(f"error: {error}", file=sys.stderr)
    for hint in report.hints:
        print(f"hint: {hint}", file=sys.stderr)
    names = ", ".join(changes) or "nothing"
    if not report.errors:
        print(f"Good. Changed: {names}.", file=sys.stderr)


def _pack(args: argparse.Namespace) -> int:
    changes = changes_of(args.folder)
    report = check(changes)
    _say(report, changes)
    if report.errors:
        return WRONG
    print(json.dumps({"questions": base64.b64encode(pack(changes)).decode()}))
    return 0
