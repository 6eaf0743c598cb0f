"""`python -m ui.gallery --out DIR`: every screen and overlay as a PNG, and all of them on one sheet.

Without choices: English and Spanish, both ways up, normal looks. `--sheets-only` writes only
`contact-<look>.png`. `python -m ui.gallery --docs docs` makes every picture of docs/ that shows screens anew.
"""

import argparse
import os
import sys
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

from ui.tongues import TONGUES

ORIENTATIONS: Final = ("landscape", "portrait")
SIZES: Final = ("normal", "large", "largest")


class Look(NamedTuple):
    """One way to see every screen."""

    orientation: str
    language: str
    size: int
    contrast: bool

    @property
    def name(self) -> str:
        """As in file names: "portrait-es-large"."""
        extra = ((SIZES[self.size],) if self.size else ()) + (("contrast",) if self.contrast else ())
        return "-".join((self.orientation, self.language, *extra))


SHEETS: Final = (  # of docs/screens
    *(Look("landscape", "en", size, contrast=False) for size in range(3)),
    *(Look("portrait", "es", size, contrast=False) for size in range(3)),
    *(Look(orientation, "ar", 0, contrast=False) for orientation in ORIENTATIONS),
    Look("landscape", "vi", 0, contrast=False),
    Look("portrait", "zh", 0, contrast=False),
)
GUIDES: Final = {  # the pictures of docs/guide-*.md and docs/technician.md, English
    "patient": (
        "welcome", "who", "question_one", "oximeter_settling", "cuff_measure", "results", "call", "take_away",
    ),
    "staff": (
        "welcome_attention", "station_waiting", "person_on_site", "emergency_sent", "problem_final",
        "by_hand_menu", "take_away_no_printer", "cleaning_locked",
        "sign_in_pin", "round_list", "bedside_measured",
    ),
    "technician": (
        "station_limited", "technician_asked", "technician_code", "technician_checks",
        "check_network", "check_clock", "check_screen", "check_touch", "check_sound", "check_camera",
        "check_printer", "check_cuff_reads", "check_cuff", "check_oximeter", "check_scale", "check_card",
        "report_open", "report_made", "spare_which", "spare_badge",
    ),
}  # fmt: skip
GUIDE_WIDTH: Final = 480  # px


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    result = argparse.ArgumentParser(prog="python -m ui.gallery", description=__doc__)
    where = result.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", type=Path, help="folder to write to")
    where.add_argument("--docs", type=Path, help="the documentation's folder: its sheets and guides")
    result.add_argument("--language", choices=tuple(TONGUES), action="append")
    result.add_argument("--orientation", choices=ORIENTATIONS, action="append")
    result.add_argument("--size", choices=SIZES, action="append", help="of the letters: 1, 1.5 and 2 times")
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
    if options.docs:
        for look in SHEETS:
            draw(qt, look, names, options.docs / "screens", each=False)
        draw_guides(qt, options.docs / "guides")
        return 0
    wanted = (
        options.orientation or ORIENTATIONS,
        options.language or ("en", "es"),
        options.size or SIZES[:1],
    )
    for orientation, language, size in product(*wanted):
        look = Look(orientation, language, SIZES.index(size), options.contrast)
        draw(qt, look, names, options.out, each=not options.sheets_only)
        print(f"{look.name}: {len(names)} pictures")
    return 0


def draw(qt: "QGuiApplication", look: Look, names: list[str], out: Path, *, each: bool) -> None:
    """Draw scenes in one look into a folder."""
    from ui.gallery import SCENES
    from ui.gallery.sheet import Sheet
    from ui.gallery.stage import Stage, save
    from ui.inputs import Prefs

    prefs = Prefs(language=look.language, size=look.size, contrast=look.contrast)
    stage, sheet = Stage(qt, look.orientation), Sheet(look.orientation)
    for name in names:
        stage.show(SCENES[name](look.language), prefs)
        picture = stage.picture()
        sheet.add(name, picture)
        if each:
            save(picture, out / look.name / f"{name}.png")
    stage.close()
    save(sheet.drawn(), out / f"contact-{look.name}.png")


def draw_guides(qt: "QGuiApplication", out: Path) -> None:
    """Draw the guides' pictures, small, into a folder."""
    from ui.gallery import SCENES
    from ui.gallery.sheet import few_colours
    from ui.gallery.stage import Stage, save
    from ui.inputs import Prefs

    stage = Stage(qt, "landscape")
    for name in sorted({name for names in GUIDES.values() for name in names}):
        stage.show(SCENES[name]("en"), Prefs())
        save(few_colours(stage.picture(), GUIDE_WIDTH), out / f"{name}.png")
    stage.close()


if __name__ == "__main__":
    from PySide6.QtGui import QGuiApplication

    sys.exit(main())
