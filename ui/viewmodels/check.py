"""One check of a technician's, whatever it is: what to do, what the station sees of it now, what came of it.

Made from the row of `contract.commissioning`; only what a page shows beside that (a line, rings, the camera)
is told apart here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from contract.commissioning import CARD, FIGURES, NETWORK, SEE, SKIPPED, Page
from contract.measurement import Act
from contract.units import standardised
from kiosk.visit.model import Screen
from ui import hands_on
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import hands_on_words as hw
from ui.viewmodels import network, sound_test
from ui.viewmodels.base import view_model
from ui.viewmodels.page import button, note
from ui.viewmodels.readiness import PICTURES

tr = hw.tr
OWN: Final = {"screen": "Ruler", "touch": "Touch"}  # pages with a QML file of their own


@dataclass(frozen=True)
class CheckProps:
    """`rows`: of a test, as on the staff's screen. `value`: what the device shows now. `video`, `levels`:
    camera and microphone are open. `length_mm`: of the line for the ruler. `done`: rings of `targets`.
    """

    heading: str = ""
    steps: tuple[str, ...] = ()
    source: str = ""
    rows: tuple[dict[str, Any], ...] = ()
    value: str = ""
    unit: str = ""
    value_words: str = ""
    video: bool = False
    levels: bool = False
    notes: tuple[dict[str, Any], ...] = ()
    buttons: tuple[dict[str, Any], ...] = ()
    picture: str = ""
    length_mm: float = 0.0
    line_words: str = ""
    targets: int = hands_on.TARGETS
    done: int = 0


def source(inputs: Inputs) -> str:
    """Return the QML file of the present page."""
    page = hands_on.page_of(inputs)
    if page is None:
        return "Page"
    if page.subject in OWN:
        return OWN[page.subject]
    return "Form" if hands_on.wants_reference(inputs) else "Check"


def derive(inputs: Inputs) -> CheckProps:
    """Return what the check on the screen shows."""
    page = hands_on.page_of(inputs)
    if page is None or inputs.screen is not Screen.COMMISSION:
        return CheckProps()
    check = page.check
    value, unit = _value(inputs, page)
    reading = hands_on.reads(inputs)
    mm = hands_on.ruler_mm(inputs) if page.subject == "screen" else 0.0
    line = tr(QT_TRANSLATE_NOOP("Technician", "This line should be %1 mm long.")).replace("%1", f"{mm:g}")
    return CheckProps(
        heading=heading(page),
        steps=tuple(hw.check_tr(step) for step in (check.steps[-1:] if reading else check.steps)),
        source="" if reading else _source(page),
        rows=tuple(_rows(inputs, page)),
        value=value,
        unit=unit,
        value_words=tr(QT_TRANSLATE_NOOP("Technician", "The device shows now")) if page.device else "",
        video=page.subject == "camera",
        levels=page.subject == "sound",
        notes=() if reading else tuple(notes(inputs, page)),  # Hold and Stop are seen at once
        buttons=tuple(_buttons(inputs, page)),
        picture=PICTURES.get(check.subject, ""),
        length_mm=mm,
        line_words=line if mm else "",
        done=_touched(inputs, page),
    )


def heading(page: Page) -> str:
    """Return a check's title; with the device's name in the profile where there is one."""
    title = hw.check_tr(page.check.title)
    return f"{title} ({page.subject})" if page.device is not None else title


def _source(page: Page) -> str:
    if not page.check.source or not page.check.off:
        return ""
    text = tr(QT_TRANSLATE_NOOP("Technician", "May be off by %1. Source: %2"))
    most = f"{page.check.off:g} {page.check.unit}"
    if page.check.percent:
        most += f" / {page.check.percent:g} %"
    return text.replace("%1", most).replace("%2", page.check.source)


def _touched(inputs: Inputs, page: Page) -> int:
    if page.subject != "touch":
        return 0
    result = hands_on.result_of(inputs, page.subject)
    judged = result is not None and result.outcome != SKIPPED and not inputs.draft.chosen
    return hands_on.TARGETS if judged and "again" not in inputs.draft.fields else len(inputs.draft.chosen)


def _value(inputs: Inputs, page: Page) -> tuple[str, str]:
    """Return what the device shows now, or the figure that was held."""
    if page.device is None:
        return _clock(inputs) if page.subject == "clock" else ("", "")
    if not hands_on.reads(inputs):
        result = hands_on.result_of(inputs, page.subject)
        shown = result.shown if result is not None else None
        return (f"{shown:g}", page.check.unit) if shown is not None else ("", "")
    live = inputs.live
    if page.check.act is Act.BLOOD_PRESSURE:
        pressure = live.progress.cuff_pressure if live.progress else None
        return ("–" if pressure is None else str(pressure)), page.check.unit
    if page.check.act is Act.OXIMETRY:
        spo2 = live.pleth.spo2 if live.pleth else None
        return ("–" if spo2 is None else str(spo2)), page.check.unit
    shown_now = live.progress.shown if live.progress and live.progress.act is page.check.act else ()
    found = next((each for each in shown_now if each.kind is page.check.kind), None)
    if found is None:
        return "–", page.check.unit
    figure, _ = standardised(str(found.kind), found.value, found.unit)
    return f"{figure:g}", page.check.unit


def _clock(inputs: Inputs) -> tuple[str, str]:
    moment = datetime.fromtimestamp(inputs.now, UTC).astimezone()
    return f"{moment:%Y-%m-%d %H:%M:%S}", f"{moment:%Z}"


def _rows(inputs: Inputs, page: Page) -> Iterator[dict[str, Any]]:
    """Return what a test of the station's own has found, line by line."""
    if page.subject == NETWORK:
        yield from network.lines(inputs.network)
    elif page.subject == "sound":
        yield from sound_test.lines(inputs.sound)


def notes(inputs: Inputs, page: Page) -> Iterator[dict[str, Any]]:
    """Return what came of it, and what is in the way."""
    told, result = inputs.technician, hands_on.result_of(inputs, page.subject)
    if page.subject == "camera":
        yield from _looks(inputs)
    if page.subject == "clock" and inputs.queue is not None and inputs.queue.clock == "unsure":
        text = QT_TRANSLATE_NOOP("Technician", "The center's clock was not compared yet.")
        yield note(tr(text), "caution", "clock")
    if told is not None and told.fault and told.subject == page.subject and not hands_on.reads(inputs):
        yield note(hw.fault(told.fault), "danger", "circle-alert")
    if result is None or (result.outcome == SKIPPED and page.check.way != SEE):
        return
    words, tone, icon = hw.OUTCOMES[result.outcome]
    yield note(" ".join(filter(None, (tr(words) + ".", hw.figures(result)))), tone, icon)
    if result.next_due:
        text = tr(QT_TRANSLATE_NOOP("Technician", "Next check due: %1.")).replace("%1", result.next_due)
        yield note(text, "good", "clock")


def _looks(inputs: Inputs) -> Iterator[dict[str, Any]]:
    looks = inputs.looks
    if looks is None or looks.sharp is None:
        yield note(tr(QT_TRANSLATE_NOOP("Technician", "The camera gives no picture.")), "danger", "video-off")
        return
    text = tr(QT_TRANSLATE_NOOP("Technician", "Light %1 of 255 · sharpness %2 (1.45 and more is sharp)"))
    figures = text.replace("%1", f"{looks.light:.0f}").replace("%2", f"{looks.sharp:.2f}")
    yield note(figures, "ink", "camera")
    for advice in looks.advice:
        if advice in hw.ADVICE:
            yield note(tr(hw.ADVICE[advice]), "caution", "triangle-alert")


def _buttons(inputs: Inputs, page: Page) -> Iterator[dict[str, Any]]:
    check, reading = page.check, hands_on.reads(inputs)
    if page.subject == NETWORK and (label := network.button(inputs.network)):
        yield button("test-network", label, "activity", "primary")
    if page.subject == "sound" and (label := sound_test.button(inputs.sound)):
        yield button("test-sound", label, "volume-2", "primary")
    if page.subject == "printer":
        yield button(
            "print-test", tr(QT_TRANSLATE_NOOP("Technician", "Print a test page")), "printer", "primary"
        )
    if page.subject == "touch" and _touched(inputs, page):
        yield button("touch-again", tr(QT_TRANSLATE_NOOP("Technician", "Touch them again")), "repeat")
    if check.way == SEE:
        yield button("check-yes", tr(QT_TRANSLATE_NOOP("Technician", "Yes")), "check")
        yield button("check-no", tr(QT_TRANSLATE_NOOP("Technician", "No")), "x")
    if check.way == CARD or (check.way == FIGURES and page.device is not None):
        yield from _reading(inputs, page, reading=reading)


def _reading(inputs: Inputs, page: Page, *, reading: bool) -> Iterator[dict[str, Any]]:
    if not reading:
        result = hands_on.result_of(inputs, page.subject)
        again = result is not None and result.shown is not None
        first = QT_TRANSLATE_NOOP("Technician", "Read the device")
        more = QT_TRANSLATE_NOOP("Technician", "Read it again")
        yield button("read", tr(more if again else first), "repeat" if again else "activity", "primary")
        return
    if page.check.way == FIGURES:
        yield button("hold", tr(QT_TRANSLATE_NOOP("Technician", "Hold this figure")), "hand", "primary")
    kind = "danger" if hands_on.inflates(inputs) else "plain"
    yield button("stop-reading", tr(QT_TRANSLATE_NOOP("Technician", "Stop")), "octagon-x", kind)


CheckView = view_model(CheckProps)
