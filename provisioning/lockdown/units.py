"""systemd's units from the templates in `units/`: programs and folders filled in, included parts too. Pure.

Why units and no launcher in the appliance: docs/adr/0010. What the launcher knows beyond starting things
again is two things: it holds the visit's journal (here systemd's descriptor store, which is let go when a
session ends by itself) and it wipes (here carepost-wipe.service).
"""

import re
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Final, NamedTuple

TEMPLATES: Final = resources.files("provisioning.lockdown") / "units"
INCLUDE: Final = re.compile(r"^@include (\S+)\n", re.MULTILINE)
PLACEHOLDER: Final = re.compile(r"@([A-Z]+)@")
KINDS: Final = (".service", ".target", ".path", ".timer")
MODULES: Final = {
    "core": "kiosk.core",
    "guard": "peripherals.guard",
    "media": "media",
    "session": "ui",
    "standby": "ui.standby",
    "provisioning": "provisioning",
}


class Programs(NamedTuple):
    """Where the station's own things are. `start`: the command of each process, by name."""

    start: Mapping[str, str]
    code: Path
    state: Path = Path("/var/lib/carepost")
    share: Path = Path("/usr/lib/carepost")

    @property
    def words(self) -> dict[str, str]:
        """What the templates' placeholders stand for."""
        folders = {"CODE": str(self.code), "STATE": str(self.state), "SHARE": str(self.share)}
        return {**{name.upper(): command for name, command in self.start.items()}, **folders}


def frozen(folder: Path) -> Programs:
    """Return the programs of a frozen station (scripts/freeze)."""
    return Programs({name: str(folder / f"carepost-{name}") for name in MODULES}, folder)


def checkout(code: Path, python: Path) -> Programs:
    """Return the programs of a checkout, run by its Python."""
    return Programs({name: f"{python} -m {module}" for name, module in MODULES.items()}, code)


def fill(text: str, programs: Programs) -> str:
    """Fill in a template's placeholders; KeyError when it has one that nobody knows."""
    return PLACEHOLDER.sub(lambda found: programs.words[found[1]], text)


def units(programs: Programs) -> dict[str, str]:
    """Return every unit by its file's name."""
    made: dict[str, str] = {}
    for template in TEMPLATES.iterdir():
        if template.name.endswith(KINDS):
            text = INCLUDE.sub(lambda found: (TEMPLATES / found[1]).read_text(), template.read_text())
            made[template.name] = fill(text, programs)
    return dict(sorted(made.items()))


def wanted_by(text: str) -> tuple[tuple[str, str], ...]:
    """Return what a unit's [Install] says as (target, "wants" or "requires")."""
    found: list[tuple[str, str]] = []
    for key, kind in (("WantedBy", "wants"), ("RequiredBy", "requires")):
        for line in re.findall(rf"^{key}=(.+)$", text, re.MULTILINE):
            found += [(target, kind) for target in line.split()]
    return tuple(found)
