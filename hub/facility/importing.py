"""A facility's residents from a CSV file: all of it, or nothing and what is wrong, line by line.

Columns by their names in the first line, in any order. Several things in one cell are divided by ";".
`schedule`: "temperature 08:00 20:00; oximetry 08:00". A number that is there already is changed.
"""

import csv
import io
from typing import Any, Final

import msgspec
from sqlalchemy.orm import Session

from contract.measurement import Act
from contract.residents import Contact
from contract.rounds import Due
from hub.errors import ProblemError, invalid
from hub.facility import residents
from hub.facility.residents import ResidentForm
from hub.models import Facility

NEEDED: Final = ("number", "given", "family", "birth_date")
LISTS: Final = ("allergies", "diagnoses", "medicines", "conditions")
CONTACTS: Final = ("representative", "physician")
PARTS: Final = ("name", "phone", "relation")
PLAIN: Final = ("called", "room", "language", "code_status", "code_status_note")
COLUMNS: Final = (
    *NEEDED,
    *PLAIN,
    *LISTS,
    "lacks_capacity",
    "schedule",
    *(f"{who}_{part}" for who in CONTACTS for part in PARTS if (who, part) != ("physician", "relation")),
)
YES: Final = ("yes", "true", "1", "x")
NO: Final = ("", "no", "false", "0")
MOST_ERRORS: Final = 50


class Imported(msgspec.Struct, frozen=True):
    """How many were added, how many changed."""

    added: int
    changed: int


def load(session: Session, facility: Facility, text: str) -> Imported:
    """Import a file's text; ProblemError 422 with a line for each mistake, and nothing is changed."""
    new, wrong = [], []
    for number, form in read(text):
        try:
            new.append(residents.save(session, facility, form)[1])
        except ProblemError as error:
            wrong.append(f"Line {number}: {error.message}")
    _refuse(wrong)
    return Imported(sum(new), len(new) - sum(new))


def read(text: str) -> list[tuple[int, ResidentForm]]:
    """Return the residents of a file, each with its line; ProblemError 422 with a line for each mistake."""
    lines = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        named = [name.strip().lower() for name in lines.fieldnames or ()]
        _columns(named)
        lines.fieldnames = named
        rows = [(lines.line_num, row) for row in lines]
    except csv.Error as error:
        raise invalid(f"The file is no CSV: line {lines.line_num}: {error}.") from error
    found: list[tuple[int, ResidentForm]] = []
    wrong: list[str] = []
    seen: dict[str, int] = {}
    for number, row in rows:
        try:
            form = _form(row)
            if form.number in seen:
                raise invalid(f"The number {form.number} is in line {seen[form.number]} already.")
            seen[form.number] = number
            found.append((number, form))
        except ProblemError as error:
            wrong.append(f"Line {number}: {error.message}")
    _refuse(wrong)
    if not found:
        raise invalid("The file has no residents.")
    return found


def _refuse(wrong: list[str]) -> None:
    if wrong:
        more = [f"… and {len(wrong) - MOST_ERRORS} more."] if len(wrong) > MOST_ERRORS else []
        raise invalid("\n".join([*wrong[:MOST_ERRORS], *more]))


def _columns(named: list[str]) -> None:
    if missing := [name for name in NEEDED if name not in named]:
        raise invalid(f"The first line must name the columns; missing: {', '.join(missing)}.")
    if unknown := [name for name in named if name not in COLUMNS]:
        raise invalid(f"There is no column {unknown[0]!r}. Known are: {', '.join(COLUMNS)}.")
    if len(set(named)) < len(named):
        raise invalid("A column is there twice.")


def _form(row: dict[str | Any, str | Any]) -> ResidentForm:
    if None in row or None in row.values():
        raise invalid("This line has more or fewer cells than the first one.")
    cells = {name: cell.strip() for name, cell in row.items()}
    told: dict[str, Any] = {name: cells[name] for name in (*NEEDED, *PLAIN) if cells.get(name)}
    told |= {name: _several(cells.get(name, "")) for name in LISTS}
    for name in NEEDED:
        told.setdefault(name, "")
    for who in CONTACTS:
        parts = {part: cells.get(f"{who}_{part}", "") for part in PARTS}
        if parts["name"]:
            told[who] = Contact(**parts)
        elif any(parts.values()):
            raise invalid(f"The {who} has a phone or a relation, but no name.")
    form = ResidentForm(
        **told,
        lacks_capacity=_yes(cells.get("lacks_capacity", "")),
        schedule=_schedule(cells.get("schedule", "")),
    )
    residents.check(form)
    return form


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _yes(cell: str) -> bool:
    if cell.lower() not in (*YES, *NO):
        raise invalid(f"lacks_capacity is yes or no, not {cell!r}.")
    return cell.lower() in YES


def _schedule(cell: str) -> list[Due]:
    found = []
    for part in _several(cell):
        act, *times = part.split()
        if act not in tuple(Act):
            raise invalid(f"{act!r} is none of {', '.join(Act)}.")
        found.append(Due(Act(act), tuple(times)))
    return found
