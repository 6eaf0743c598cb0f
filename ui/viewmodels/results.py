"""Results: what was measured, when, by which device, how well, and what it means in plain words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from contract.measurement import OFF_SCALE, Act, Grade, Value
from contract.units import scale_of
from kiosk.visit import summary
from kiosk.visit.context import Context
from ui import words
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import keeping
from ui.viewmodels.base import view_model

_TONES: Final = {
    summary.IN_RANGE: ("good", "circle-check"),
    summary.VERY_LOW: ("danger", "triangle-alert"),
    summary.VERY_HIGH: ("danger", "triangle-alert"),
    summary.NO_MEANING: ("muted", "ban"),
    summary.NOT_MEASURED: ("muted", "minus"),
    summary.ASK_PROVIDER: ("primary", "stethoscope"),
}


_SAVED: Final = {
    keeping.Kept.NONE: "",
    keeping.Kept.SAVING: QT_TRANSLATE_NOOP("Results", "Saving …"),
    keeping.Kept.FAILED: QT_TRANSLATE_NOOP("Results", "Not saved yet. We keep trying."),
    keeping.Kept.FULL: QT_TRANSLATE_NOOP("Results", "Not saved: the memory is full. Please get a person."),
    keeping.Kept.HELD: QT_TRANSLATE_NOOP("Results", "Saved here. A part must be fetched by a person."),
    keeping.Kept.SAVED: QT_TRANSLATE_NOOP("Results", "Saved. It will be sent."),
    keeping.Kept.SENT: QT_TRANSLATE_NOOP("Results", "Saved and sent."),
}


_SAVED_TONES: Final = {
    keeping.Kept.FAILED: "caution",
    keeping.Kept.HELD: "caution",
    keeping.Kept.FULL: "danger",
}
TENTHS: Final = frozenset({"Cel", "[degF]", "kg", "[lb_av]", "mmol/L"})  # shown with one decimal
FAMILIAR: Final = {
    "Cel": ("[degF]", QT_TRANSLATE_NOOP("Results", "That is %1 °F.")),
    "kg": ("[lb_av]", QT_TRANSLATE_NOOP("Results", "That is %1 pounds.")),
}


@dataclass(frozen=True)
class ResultsProps:
    """`rows`: [{name, value, unit, meaning, tone, icon, details, reliable}]; `strip`: short, for the call."""

    rows: tuple[dict[str, Any], ...] = ()
    strip: tuple[dict[str, Any], ...] = ()
    saved: str = ""
    saved_tone: str = "good"


def tr(text: str) -> str:
    """Return a text of this screen in its language."""
    return QCoreApplication.translate("Results", text)


def derive(inputs: Inputs, context: Context) -> ResultsProps:
    """Return the rows; nothing while the privacy check is still to come."""
    rows = tuple(row(each) for each in summary.rows(inputs.state, context))
    strip = tuple(r for r in rows if r["value"])
    how = keeping.kept(p for p in inputs.state.papers if p.kind == "measured")
    saved = tr(_SAVED[how]) if _SAVED[how] else ""
    tone = _SAVED_TONES.get(how, "good")
    return ResultsProps(rows, strip, saved, tone)


def row(given: summary.Row) -> dict[str, Any]:
    """Return one result in words."""
    value, unit = value_of(given)
    tone, icon = _TONES.get(given.meaning, ("caution", "circle-alert"))
    return {
        "name": words.say(words.NAMES, given.name),
        "id": given.name,
        "value": value,
        "unit": unit,
        "meaning": words.say(words.MEANINGS, given.meaning),
        "tone": tone,
        "icon": icon,
        "details": tuple(_details(given)),
        "reliable": given.grade is not Grade.NOT_RELIABLE and bool(value),
    }


def value_of(given: summary.Row) -> tuple[str, str]:
    """Return the number and its unit; pressures as "120/80"."""
    if not given.values:
        return OFF_SCALE.get(given.off_scale, ""), ""
    text = "/".join(_number(value) for value in given.values)
    return text, words.unit(given.values[0].unit)


def _number(value: Value) -> str:
    return f"{value.value:.{1 if value.unit in TENTHS else 0}f}"


def _also(given: summary.Row) -> str:
    """The same in the unit that people in the US know, where that is another."""
    for value in given.values:
        if value.unit in FAMILIAR:
            unit, text = FAMILIAR[value.unit]
            scale = scale_of(value.kind, unit)
            return tr(text).replace("%1", f"{float(value.value / scale.factor + scale.zero):.1f}")
    return ""


def _details(given: summary.Row) -> list[str]:
    beside = (
        words.say(words.OFF_SCALES, given.off_scale),
        _also(given),
        words.say(words.SITES, given.site) if given.act is Act.TEMPERATURE else "",
    )
    lines = [line for line in beside if line]
    lines += [words.say(words.REASONS, reason) for reason in given.reasons]
    if given.measured_at and given.device is not None:
        when = f"{datetime.fromisoformat(given.measured_at):%H:%M}"
        text = tr(QT_TRANSLATE_NOOP("Results", "Measured at %1 with %2."))
        lines.append(
            text.replace("%1", when).replace("%2", f"{given.device.manufacturer} {given.device.model}")
        )
    if given.readings > 1:
        text = tr(QT_TRANSLATE_NOOP("Results", "The average of %1 readings."))
        lines.append(text.replace("%1", str(given.readings)))
    if "spo2-accuracy" in given.notes and given.values:
        lines.append(tr(QT_TRANSLATE_NOOP("Results", "The true value may be up to 4 % higher or lower.")))
    return lines


ResultsView = view_model(ResultsProps)
