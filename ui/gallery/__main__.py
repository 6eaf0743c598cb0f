"""`python -m ui.gallery --out DIR`: every screen and overlay as a PNG, and all of them on one sheet.

Without choices: English and Spanish, both ways up, normal looks. `--sheets-only` writes only
`contact-<look>.png` (docs/screens is made with it).
"""

import argparse
import os
import sys
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

ORIENTATIONS: Final = ("landscape", "portrait")
LANGUAGES: Final = ("en", "es")


class Look(NamedTuple):
    """One way to see every screen."""

    orientation: str
    language: str
    large: bool
    contrast: bool

    @property
    def name(self) -> str:
        """As in file names: "portrait-es-large"."""
        extra = (("large",) if self.large else ()) + (("contrast",) if self.contrast else ())
        return "-".join((self.orientation, self.language, *extra))


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    result = argparse.ArgumentParser(prog="python -m ui.gallery", description=__doc__)
    result.add_argument("--out", type=Path, required=True, help="folder to write to")
    result.add_argument("--language", choices=LANGUAGES, action="append")
    result.add_argument("--orientation", choices=ORIENTATIONS, action="append")
    result.add_argument("--large", action="store_true", help="large letters")
    result.add_argument("--contrast", action="store_true", help="strong contrast")
    result.add_argument("--scene", action="append", metavar="NAME", help="only this scene (repeatable)")
    result.add_argument("--sheets-only", action="store_true")
    return result


def main(argv: list[str] | None = None) -> int:
    """Draw; returns the exit code: 2 for an unknown scene."""
    options = parser().parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QSG_RENDER_LOOP", "basic")
    from ui.gallery import SCENES
    from ui.window import application

    names = options.scene or list(SCENES)
    if unknown := [name for name in names if name not in SCENES]:
        print(f"no scene is called {unknown[0]}; there are: {', '.join(SCENES)}", file=sys.stderr)
        return 2
    qt = application()
    for orientation, language in product(options.orientation or ORIENTATIONS, options.language or LANGUAGES):
        look = Look(orientation, language, options.large, options.contrast)
        draw(qt, look, names, options.out, each=not options.sheets_only)
        print(f"{look.name}: {len(names)} pictures")
    return 0


def draw(qt: "QGuiApplication", look: Look, names: list[str], out: Path, *, each: bool) -> None:
    """Draw scenes in one look into a folder."""
    from ui.gallery import SCENES
    from ui.gallery.sheet import Sheet
    from ui.gallery.stage import Stage, save
    from ui.inputs import Prefs

    prefs = Prefs(language=look.language, large=look.large, contrast=look.contrast)
    stage, sheet = Stage(qt, look.orientation), Sheet(look.orientation)
    for name in names:
        stage.show(SCENES[name](look.language), prefs)
        picture = stage.picture()
        sheet.add(name, picture)
        if each:
            save(picture, out / look.name / f"{name}.png")
    stage.close()
    save(sheet.drawn(), out / f"contact-{look.name}.png")


if __name__ == "__main__":
    from PySide6.QtGui import QGuiApplication

    sys.exit(main())
