"""`python -m kiosk content pack FOLDER FILE`: questions, rules and translations as one file for an update.

Exit status: 0; 1 when they can't be used; 2 when the folder can't be read or the file not written.
"""

import argparse
import sys
from pathlib import Path

from kiosk.clinical.content import RULES, WORDS, ContentError, check, split
from kiosk.clinical.library import REASONS
from kiosk.clinical.pack import pack
from kiosk.clinical.questions import QuestionnaireError


def main(argv: list[str]) -> int:
    """Run `content …`; `argv` begins with the word "content". Returns the exit status."""
    top = argparse.ArgumentParser(prog="kiosk", description="What updates bring beside the program.")
    content = top.add_subparsers(required=True, metavar="COMMAND").add_parser(
        "content", help="questions, rules and translations for stations that are already out"
    )
    action = content.add_subparsers(required=True, metavar="ACTION").add_parser(
        "pack",
        help="check a folder and write it as one file, for 'python -m provisioning.release add-content'",
    )
    action.add_argument(
        "folder", type=Path, help="visit.json, reasons/…, rules/…, words/…: what differs from ours"
    )
    action.add_argument("file", type=Path, help="the pack to write")
    args = top.parse_args(argv)
    try:
        files = files_of(args.folder)
        check(split(files))
        args.file.write_bytes(pack(files))
    except (ContentError, QuestionnaireError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"kiosk content: {error}", file=sys.stderr)
        return 2
    print(f"{args.file}: {', '.join(files)}")
    return 0


def files_of(folder: Path) -> dict[str, bytes]:
    """Return a folder's files by their names in a pack. Raises OSError; ContentError when there is none."""
    found = {
        f"{place}{path.name}": path.read_bytes()
        for place in ("", REASONS, RULES, WORDS)
        for path in sorted((folder / place).glob("*.json"))
    }
    if not found:
        raise ContentError(f"{folder} holds no questions, rules or words")
    return found
