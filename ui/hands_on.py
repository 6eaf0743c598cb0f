"""What a touch means to who works on the station: a technician's checks, a spare for a broken device. Pure.

Most of it is said to core at once and is no event of a visit: nothing of it needs to be in the journal, and a
PIN or a code must not be.
"""

from collections.abc import Mapping
from typing import Final

from contract import technician as t
from contract.commissioning import CARD, CHECKS, FIGURES, REPORT, Answer, Page, Result, pages
from contract.control import TestSound
from contract.measurement import Instant
from contract.station import TestNetwork
from kiosk.visit.events import TechnicianTouched
from kiosk.visit.model import Screen
from ui.drafts import MISSING, refused, replaced
from ui.inputs import Draft, Inputs

NUMBER_WRONG: Final = "number-wrong"
RULER_MM: Final = 200.0  # the line a ruler is held to, at most
RULER_SHARE: Final = 0.7  # … of the screen's width
TARGETS: Final = 5
TOUCH: Final = "touch:"
PRINT: Final = "print-test"
Meant = Draft | TechnicianTouched | t.FromTechnician | TestSound | TestNetwork | None


def page_of(inputs: Inputs) -> Page | None:
    """Return the check on the screen."""
    if inputs.screen is not Screen.COMMISSION:
        return None
    return next((page for page in pages(inputs.profile) if page.subject == inputs.state.item), None)


def result_of(inputs: Inputs, subject: str) -> Result | None:
    """Return what came of a check so far."""
    results = inputs.technician.results if inputs.technician else ()
    return next((result for result in results if result.subject == subject), None)


def reads(inputs: Inputs) -> bool:
    """Is the device of the check on the screen being read?"""
    told = inputs.technician
    return told is not None and told.reading != "" and told.reading == inputs.state.item


def wants_reference(inputs: Inputs) -> bool:
    """Is a figure there, so that the reference's is asked for?"""
    page, result = page_of(inputs), result_of(inputs, inputs.state.item)
    if page is None or page.check.way != FIGURES or page.check.reference is not None:
        return False
    return page.device is None or (result is not None and result.shown is not None and not reads(inputs))


def ruler_mm(inputs: Inputs) -> float:
    """Return how long the line is: a round number that fits on the screen, whichever way up."""
    screen = inputs.profile.screen
    least = min(screen.width_mm, screen.height_px / screen.px_per_mm)
    return min(RULER_MM, least * RULER_SHARE // 10 * 10)


def choose(inputs: Inputs, name: str, at: Instant) -> Meant:
    """Return what touching a button means; None: it is none of these."""
    screen, item = inputs.screen, inputs.state.item
    if screen is Screen.STATION and name in ("technician", "swap"):
        return TechnicianTouched(at=at, what="sign-in" if name == "technician" else "spare")
    if screen is Screen.TECHNICIAN and name == "code":
        return TechnicianTouched(at=at, what=name)
    if screen is Screen.SPARE:
        return _spare(item, name, at)
    if screen is not Screen.COMMISSION:
        return None
    if name in ("sign-out", REPORT, "spare") or name.startswith("check:"):
        return TechnicianTouched(at=at, what=name)
    if item == REPORT:
        return t.ReportWanted() if name == "make-report" else None
    return _check(inputs, name)


def _spare(item: str, name: str, at: Instant) -> Meant:
    if name == "sign-in" or name.startswith("spare:"):
        return TechnicianTouched(at=at, what=name)
    if name == "look-again":
        return t.SparesWanted()
    return t.SpareVouched(device=item) if name == "admit" and item else None


def _check(inputs: Inputs, name: str) -> Meant:
    subject = inputs.state.item
    page = page_of(inputs)
    if page is None:
        return None
    told: dict[str, Meant] = {
        "check-yes": t.CheckAnswered(subject=subject, answer=Answer(yes=True, note=_note(inputs, subject))),
        "check-no": t.CheckAnswered(subject=subject, answer=Answer(yes=False, note=_note(inputs, subject))),
        "read": t.CheckRead(subject=subject),
        "hold": t.CheckRead(subject=subject, hold=True),
        "stop-reading": t.CheckRead(subject=subject, stop=True),
        "test-network": TestNetwork(),
        "test-sound": TestSound(),
        "touch-again": replaced(inputs.draft, chosen=(), fields={"again": "yes"}),
    }
    if page.check.way == CARD and name == "check-yes":
        return None
    if name.startswith(TOUCH):
        return _touched(inputs, subject, name)
    return told.get(name)


def _note(inputs: Inputs, subject: str) -> str:
    """Keep the note that the station itself has made beside an answer."""
    result = result_of(inputs, subject)
    return result.note if result is not None else ""


def _touched(inputs: Inputs, subject: str, name: str) -> Meant:
    """A ring was touched: "touch:N:MM" beside its middle. After the last, the worst is the figure."""
    number, _, miss = name.removeprefix(TOUCH).partition(":")
    try:
        at, beside = int(number), float(miss)
    except ValueError:
        return None
    if at != len(inputs.draft.chosen):
        return None
    chosen = (*inputs.draft.chosen, f"{beside:.1f}")
    if len(chosen) < TARGETS:
        return replaced(inputs.draft, chosen=chosen)
    return t.CheckAnswered(subject=subject, answer=Answer(shown=max(float(each) for each in chosen)))


def next_event(inputs: Inputs) -> Meant:
    """Return what Next means; None: what it means everywhere."""
    draft = inputs.draft
    if inputs.screen is Screen.TECHNICIAN and inputs.state.item:
        for field in ("technician", "code"):
            if not draft.text(field):
                return refused(draft, field, MISSING)
        return t.TechnicianCode(code=draft.text("code"), technician=draft.text("technician"))
    if inputs.screen is Screen.SPARE and inputs.state.item and asks_badge(inputs):
        badge = draft.text("scanned") or draft.text("badge")
        if not badge:
            return refused(draft, "badge", MISSING)
        if not draft.text("pin"):
            return refused(draft, "pin", MISSING)
        return t.SpareVouched(device=inputs.state.item, badge=badge, pin=draft.text("pin"))
    return _reference(inputs) if wants_reference(inputs) else None


def _reference(inputs: Inputs) -> Meant:
    """The reference's figure, once it is another than was judged already."""
    page, draft = page_of(inputs), inputs.draft
    assert page is not None
    text = draft.text("reference")
    if not text:
        return refused(draft, "reference", MISSING)
    try:
        reference = float(text.replace(",", "."))
    except ValueError:
        return refused(draft, "reference", NUMBER_WRONG)
    result = result_of(inputs, page.subject)
    if judged(inputs):
        return None
    shown = result.shown if result is not None else None
    if page.device is None:
        shown = ruler_mm(inputs)
    return t.CheckAnswered(subject=page.subject, answer=Answer(shown=shown, reference=reference))


def judged(inputs: Inputs) -> bool:
    """Is what is typed what was judged, so that Next goes on?"""
    result = result_of(inputs, inputs.state.item)
    if result is None or result.reference is None or result.allowed is None:
        return False
    try:
        return float(inputs.draft.text("reference").replace(",", ".")) == result.reference
    except ValueError:
        return False


def without_secrets(fields: Mapping[str, str]) -> dict[str, str]:
    """Return a draft's fields without what was a secret, once it was said."""
    return {name: text for name, text in fields.items() if name not in ("pin", "code", "again")}


def asks_badge(inputs: Inputs) -> bool:
    """Does a badge with its PIN answer for the spare? Not while a technician does."""
    spares = inputs.spares
    return spares is not None and spares.vouching and not inputs.state.technician


def inflates(inputs: Inputs) -> bool:
    """Is a cuff read, which then squeezes? Then any key is STOP, and core hears that we are alive."""
    page = page_of(inputs)
    return page is not None and page.check.subject == "cuff" and reads(inputs)


def drafted(inputs_item: str, results: tuple[Result, ...]) -> dict[str, str]:
    """Return the fields a check begins with: the reference it was judged by before."""
    result = next((each for each in results if each.subject == inputs_item), None)
    if result is None or result.reference is None or result.subject not in {*CHECKS, inputs_item}:
        return {}
    return {"reference": f"{result.reference:g}"}
