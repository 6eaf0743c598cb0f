"""Results: what was measured, when, by which device, how well, and what it means in plain words."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from contract.measurement import Act, Grade, Kind, Value
from contract.talk import EarlierValue
from contract.units import scale_of
from kiosk.visit import summary
from kiosk.visit.context import Context
from kiosk.visit.kinds import extra
from ui import beside, local, words
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import keeping, kinds
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
    "cm": ("[in_i]", QT_TRANSLATE_NOOP("Results", "That is %1 inches.")),
}


@dataclass(frozen=True)
class ResultsProps:
    """`rows`: [{name, value, unit, meaning, beside, tone, icon, details, reliable}]; `strip`: short, for the
    call. `beside`: the English of words that nobody has reviewed.
    """

    rows: tuple[dict[str, Any], ...] = ()
    strip: tuple[dict[str, Any], ...] = ()
    saved: str = ""
    saved_tone: str = "good"
    more: tuple[dict[str, Any], ...] = ()  # [{name, label}]: what could be measured besides
    next_words: str = ""  # what happens next
    next_beside: str = ""
    next_tone: str = "primary"


def tr(text: str) -> str:
    """Return a text of this screen in its language."""
    return QCoreApplication.translate("Results", text)


def derive(inputs: Inputs, context: Context) -> ResultsProps:
    """Return the rows; nothing while the privacy check is still to come."""
    language = inputs.prefs.language
    rows = tuple(row(each, language) for each in summary.rows(inputs.state, context))
    strip = tuple(r for r in rows if r["value"])
    how = keeping.kept(p for p in inputs.state.papers if p.kind == "measured")
    saved = tr(_SAVED[how]) if _SAVED[how] else ""
    tone = _SAVED_TONES.get(how, "good")
    more = tuple({"name": f"more-{act}", "label": _more(act)} for act in extra(inputs.state))
    next_words, next_tone = _next(inputs)
    english = beside.of_screen(next_words, tr(next_words), language) if inputs.state.level != "N" else ""
    return ResultsProps(rows, strip, saved, tone, more, tr(next_words), english, next_tone)


def _more(act: Act) -> str:
    text = tr(QT_TRANSLATE_NOOP("Results", "Measure also: %1"))
    return text.replace("%1", kinds.tr(kinds.WORDS[act].step))


def _next(inputs: Inputs) -> tuple[str, str]:
    """Return what happens next, in one line of English, with its tone."""
    state = inputs.state
    if state.level != "N" and not state.seen:
        return QT_TRANSLATE_NOOP(
            "Results", "A provider should see you soon. Touch Next to ask for one."
        ), "caution"
    if not state.hub_online:
        text = QT_TRANSLATE_NOOP(
            "Results", "There is no connection just now. Touch Next: you can wait or be called back."
        )
        return text, "caution"
    return QT_TRANSLATE_NOOP("Results", "Next: talk to a provider about this. You choose how."), "primary"


def row(given: summary.Row, language: str) -> dict[str, Any]:
    """Return one result in words."""
    value, unit = value_of(given)
    meaning = words.say(words.MEANINGS, given.meaning)
    tone, icon = _TONES.get(given.meaning, ("caution", "circle-alert"))
    return {
        "name": words.say(words.NAMES, given.name),
        "id": given.name,
        "value": value,
        "unit": unit,
        "meaning": meaning,
        "beside": beside.of_screen(words.MEANINGS.get(given.meaning, ""), meaning, language),
        "tone": tone,
        "icon": icon,
        "details": (*_why_not(given), *_details(given)),
        "reliable": given.grade is not Grade.NOT_RELIABLE and bool(value),
    }


def value_of(given: summary.Row) -> tuple[str, str]:
    """Return the number and its unit; pressures as "120/80"."""
    if not given.values:
        return words.off_scale(given.off_scale), ""
    text = "/".join(number(value) for value in given.values)
    return text, words.unit(given.values[0].unit, given.values[0].kind)


def number(value: Value) -> str:
    """Return a value's number with as many decimals as one shows."""
    return local.number(value.value, 1 if value.unit in TENTHS else 0)


def also(values: tuple[Value, ...]) -> str:
    """Return the same in the unit that people in the US know, where that is another."""
    for value in values:
        if value.unit in FAMILIAR:
            unit, text = FAMILIAR[value.unit]
            scale = scale_of(value.kind, unit)
            return tr(text).replace("%1", local.number(value.value / scale.factor + scale.zero, 1))
    return ""


def _last_time(values: tuple[EarlierValue, ...]) -> str:
    """Say what it was the last time, and when."""
    same = tuple(Value(Kind(each.kind), each.value, each.unit) for each in values)
    text = tr(QT_TRANSLATE_NOOP("Results", "Last time, on %1: %2"))
    shown = f"{'/'.join(number(value) for value in same)} {words.unit(same[0].unit, same[0].kind)}"
    return text.replace("%1", local.day(values[0].at)).replace("%2", shown)


def _why_not(given: summary.Row) -> tuple[str, ...]:
    """Say why there is no number."""
    why = words.say(words.SKIPPED, given.skipped) if given.meaning == summary.NOT_MEASURED else ""
    return (why,) if why else ()


def _details(given: summary.Row) -> list[str]:
    parts = (
        words.observed(given.act, given.observed) if given.observed else "",
        words.say(words.OFF_SCALES, given.off_scale),
        also(given.values),
        words.say(words.SITES, given.site) if given.act is Act.TEMPERATURE else "",
    )
    lines = [line for line in parts if line]
    lines += [words.say(words.REASONS, reason) for reason in given.reasons]
    when = local.clock(given.measured_at) if given.measured_at else ""
    if given.by:
        text = tr(QT_TRANSLATE_NOOP("Results", "Entered by hand at %1 by: %2"))
        lines.append(text.replace("%1", when).replace("%2", words.staff(given.by)))
    elif when and given.device is not None:
        text = tr(QT_TRANSLATE_NOOP("Results", "Measured at %1 with %2."))
        lines.append(
            text.replace("%1", when).replace("%2", f"{given.device.manufacturer} {given.device.model}")
        )
    if given.earlier:
        lines.append(_last_time(given.earlier))
    if given.readings > 1:
        text = tr(QT_TRANSLATE_NOOP("Results", "The average of %1 readings."))
        lines.append(text.replace("%1", str(given.readings)))
    if "spo2-accuracy" in given.notes and given.values and not given.by:
        lines.append(tr(QT_TRANSLATE_NOOP("Results", "The true value may be up to 4 % higher or lower.")))
    return lines


ResultsView = view_model(ResultsProps)
