"""Words in other languages: Qt Linguist sources (carepost_XX.ts) and how they become what Qt loads.

`python -m ui.i18n` compiles them; `python -m ui.i18n --update` collects new texts into them first.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
UI: Final = HERE.parent
LISTS: Final = (UI.parent / "contract" / "commissioning.py",)  # words that the command line says as well


def tool(name: str) -> str:
    """Return one of Qt's tools, beside this Python."""
    return str(Path(sys.executable).with_name(name))


def compile_all() -> list[Path]:
    """Make a .qm beside each .ts that is newer than its .qm; return what was made."""
    made = []
    for source in sorted(HERE.glob("carepost_*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            fresh = target.with_suffix(".qm.new")  # a session that runs has the old one mapped
            subprocess.run([tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(fresh)], check=True)
            fresh.replace(target)
            made.append(target)
    return made


def update(language: str) -> None:
    """Collect the texts of all screens and view models into one language's .ts."""
    sources = [str(p) for p in sorted(UI.rglob("*.py")) if "i18n" not in p.parts]
    sources += [str(p) for p in (*sorted(UI.rglob("*.qml")), *LISTS)]
    target = HERE / f"carepost_{language}.ts"
    subprocess.run(
        [
            tool("pyside6-lupdate"),
            "-silent",
            "-no-obsolete",
            "-locations",
            "none",
            *sources,
            "-ts",
            str(target),
        ],
        check=True,
    )
