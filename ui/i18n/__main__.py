"""`python -m ui.i18n`."""

import argparse
from pathlib import Path

from ui import i18n
from ui.i18n import pseudo

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m ui.i18n", description=i18n.__doc__)
    parser.add_argument(
        "--update", metavar="LANGUAGE", help="collect new texts into carepost_LANGUAGE.ts first"
    )
    parser.add_argument(
        "--pseudo", metavar="FOLDER", type=Path, help="make a language that nobody speaks, to look at"
    )
    options = parser.parse_args()
    if options.pseudo:
        made = pseudo.make(i18n.HERE / "carepost_es.ts", options.pseudo, i18n.tool("pyside6-lrelease"))
        print(f"made {made}")
    if options.update:
        i18n.update(options.update)
    for path in i18n.compile_all():
        print(f"made {path.name}")
