"""Which resident: a wristband or the list, then two identifiers read back against the person.

The room number is none of them. A photo that is older than a year does not count.
"""

from contract.care import IDENTIFIERS, WrongResident
from kiosk.rounds import bedside
from kiosk.rounds.events import BandUnknown, FindWanted, Found, ResidentConfirmed, ResidentPicked, UndoWanted
from kiosk.rounds.model import IDENTIFIERS_LEAST, Check
from kiosk.rounds.pen import Pen
from kiosk.visit.events import WentBack
from kiosk.visit.model import Screen

FIND_CHARS = 40
BETWEEN = (Screen.ROUND, Screen.FIND, Screen.CHECK)


def picked(pen: Pen, event: ResidentPicked) -> None:
    """A wristband was scanned or a name touched. At a bedside another one changes nothing but is said."""
    duty = pen.duty
    if duty.bedside is not None:
        if event.how == "scan" and event.resident.id != duty.bedside.resident.id:
            pen.set(mistake="another-wristband")
        return
    if pen.state.screen not in BETWEEN:
        return
    if duty.refile is not None and event.resident.id == duty.refile.former.resident.id:
        pen.set(mistake="the-same-resident")
        return
    pen.change(check=Check(event.resident, event.how, event.due, event.photo_old, event.photo))
    pen.show(Screen.CHECK, str(event.resident.id))  # what was ticked was ticked for this one


def unknown(pen: Pen, _event: BandUnknown) -> None:
    """Nobody here wears what was scanned."""
    if pen.state.screen in BETWEEN or pen.duty.bedside is not None:
        pen.set(mistake="band-unknown")


def find(pen: Pen, _event: FindWanted) -> None:
    """Look for a name."""
    if pen.state.screen is Screen.ROUND:
        pen.show(Screen.FIND)


def found(pen: Pen, event: Found) -> None:
    """Show who has it in their name; nothing: everybody."""
    if pen.state.screen in (Screen.FIND, Screen.ROUND):
        pen.show(Screen.ROUND, " ".join(event.text.split())[:FIND_CHARS])


def countable(check: Check) -> tuple[str, ...]:
    """Return the identifiers that can be read back, beside the wristband."""
    return ("name", "birth-date", *(("photo",) if check.photo and not check.photo_old else ()))


def enough(check: Check, identifiers: tuple[str, ...]) -> tuple[str, ...]:
    """Return what was identified by, when that suffices, else nothing. A scanned wristband is one."""
    read_back = tuple(each for each in IDENTIFIERS if each in identifiers and each in countable(check))
    all_of = (*(("wristband",) if check.how == "scan" else ()), *read_back)
    return all_of if read_back and len(all_of) >= IDENTIFIERS_LEAST else ()


def confirmed(pen: Pen, event: ResidentConfirmed) -> None:
    """It is this resident: their visit begins, before anything is measured."""
    check = pen.duty.check
    if pen.state.screen is not Screen.CHECK or check is None:
        return
    identifiers = enough(check, event.identifiers)
    if not identifiers:
        pen.set(mistake="two-identifiers")
        return
    refile = pen.duty.refile
    bedside.begin(pen, check, identifiers, event.visit, event.public, event.private)
    if refile is not None:
        bedside.take_over(pen, refile)
        pen.change(undo=refile)


def undo(pen: Pen, event: UndoWanted) -> None:
    """They were the former resident's after all: filed back, in a new visit of theirs.

    What was noted in the former visit is right again; a visit that had nothing but them is in error itself.
    """
    undo, bed = pen.duty.undo, pen.duty.bedside
    if undo is None or bed is None or pen.state.screen is not Screen.BEDSIDE:
        return
    moved = tuple(m for m in pen.state.measurements if m.id in bed.refiled)
    back = bedside.to_refile(pen, moved)
    if len(moved) == len(pen.state.measurements):
        pen.seal(WrongResident(visit=pen.visit, at=pen.at, by=pen.staff))
    bedside.leave(pen, "finished", moved=frozenset(bed.refiled))
    bedside.begin(pen, undo.former, undo.identifiers, event.visit, event.public, event.private)
    bedside.take_over(pen, back)
    bedside.take_back(pen, undo.visit)


def went_back(pen: Pen, _event: WentBack) -> None:
    """From the check and the search to the list; from the list for a wrong resident: nobody else's, then."""
    if pen.state.screen is Screen.CHECK:
        pen.change(check=None)
        pen.show(Screen.ROUND)
    elif pen.state.screen is Screen.FIND or (pen.state.screen is Screen.ROUND and pen.state.item):
        pen.show(Screen.ROUND)
