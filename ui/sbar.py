"""A handover (SBAR) from the data: what happened, who it is, what was seen, what is asked.

Two tongues of one text: as the screen shows it to staff, and in English, which the hub's readers share.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from contract.care import ChangeSeen
from contract.measurement import Act, Kind, Measurement
from contract.residents import Resident
from kiosk.rounds.usual import AS_USUAL, HIGHER, UNKNOWN, beside
from kiosk.visit.judge import observed
from kiosk.visit.model import reliable
from ui import local
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import round_words as rw
from ui.viewmodels.results import TENTHS

SHOWN: Final = (
    Kind.SYSTOLIC,
    Kind.DIASTOLIC,
    Kind.PULSE_RATE,
    Kind.HEART_RATE,
    Kind.SPO2,
    Kind.TEMPERATURE,
    Kind.RESPIRATORY_RATE,
    Kind.GLUCOSE,
    Kind.WEIGHT,
    Kind.PAIN,
)
_UNITS: Final = {
    "mm[Hg]": "mmHg",
    "/min": "/min",
    "Cel": "°C",
    "[degF]": "°F",
    "[lb_av]": "lb",
    "{score}": "",
}
_ALERT: Final = {
    "A": QT_TRANSLATE_NOOP("Round", "Alert"),
    "C": QT_TRANSLATE_NOOP("Round", "Newly confused"),
    "V": QT_TRANSLATE_NOOP("Round", "Answers to voice only"),
    "P": QT_TRANSLATE_NOOP("Round", "Answers to pain only"),
    "U": QT_TRANSLATE_NOOP("Round", "Does not answer"),
}


@dataclass(frozen=True)
class Parts:
    """The parts, line by line. The assessment is a nurse's own and not made from data."""

    situation: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    observation: tuple[str, ...] = ()
    request: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tongue:
    """How texts and numbers are written."""

    text: Callable[[str], str]
    number: Callable[[float, int], str]

    def fill(self, text: str, *values: object) -> str:
        """Return a text with its gaps filled."""
        said = self.text(text)
        for place, value in enumerate(values, 1):
            said = said.replace(f"%{place}", str(value))
        return said


ENGLISH: Final = Tongue(lambda text: text, lambda value, decimals: f"{value:.{decimals}f}")
SCREEN: Final = Tongue(rw.tr, local.number)


def compose(inputs: Inputs, *, english: bool = False) -> Parts:
    """Return the handover as it is now."""
    bed = inputs.duty.bedside
    if bed is None:
        return Parts()
    tongue = ENGLISH if english else SCREEN
    return Parts(
        tuple(_situation(inputs, tongue)),
        tuple(_background(bed.resident, tongue)),
        tuple(_seen(bed.changes, tongue)),
        (tongue.text(rw.REQUESTS[bed.request]),) if bed.request else (),
    )


def _situation(inputs: Inputs, t: Tongue) -> list[str]:
    state, bed = inputs.state, inputs.duty.bedside
    assert bed is not None
    when = clock_of(state.measurements[-1].effective.wall) if state.measurements else ""
    lines = [t.fill(QT_TRANSLATE_NOOP("Round", "Measured at %1."), when)] if when else []
    for kind in SHOWN:
        newest = newest_of(state.measurements, kind)
        if newest is not None:
            lines.append(_value(newest, kind, bed.resident, t))
    alert = observed(state, Act.ALERTNESS)
    if alert in _ALERT:
        lines.append(t.text(_ALERT[alert]))
    if inputs.news2 is not None and inputs.news2.total is not None:
        lines.append(t.fill(QT_TRANSLATE_NOOP("Round", "NEWS2: %1"), inputs.news2.total))
    lines += [f"{alarm.level}: {alarm.why}" for alarm in state.alarms]
    return lines or [t.text(QT_TRANSLATE_NOOP("Round", "Nothing was measured yet."))]


def newest_of(measurements: tuple[Measurement, ...], kind: Kind) -> Measurement | None:
    """Return the newest reliable measurement of a kind; a mean before its parts."""
    found = [m for m in measurements if m.get(kind) is not None and reliable(m)]
    return max(found, key=lambda m: (bool(m.derived_from), m.effective.monotonic_ns), default=None)


def _value(measurement: Measurement, kind: Kind, resident: Resident, t: Tongue) -> str:
    value = measurement.get(kind)
    assert value is not None
    decimals = 1 if value.unit in TENTHS else 0
    unit = _UNITS.get(value.unit, value.unit)
    text = f"{t.text(rw.VALUES[kind])}: {t.number(value.value, decimals)} {unit}".strip()
    stands = beside(measurement, kind, resident.baseline)
    if stands.how == UNKNOWN:
        return text
    usual = t.number(stands.usual, 1 if stands.unit in TENTHS else 0)
    if stands.how == AS_USUAL:
        same = QT_TRANSLATE_NOOP("Round", "usually %1")
        return f"{text} ({t.fill(same, usual)})"
    changed = (
        QT_TRANSLATE_NOOP("Round", "usually %1, now higher")
        if stands.how == HIGHER
        else QT_TRANSLATE_NOOP("Round", "usually %1, now lower")
    )
    return f"{text} ({t.fill(changed, usual)})"


def _background(resident: Resident, t: Tongue) -> list[str]:
    lists = (
        (QT_TRANSLATE_NOOP("Round", "Known illnesses: %1"), resident.diagnoses),
        (QT_TRANSLATE_NOOP("Round", "Medicines: %1"), resident.medicines),
        (QT_TRANSLATE_NOOP("Round", "Allergies: %1"), resident.allergies),
    )
    none = t.text(QT_TRANSLATE_NOOP("Round", "none on record"))
    lines = [t.fill(text, ", ".join(items) or none) for text, items in lists]
    status = t.text(rw.CODE_STATUSES.get(resident.code_status, rw.CODE_STATUSES["unknown"]))
    lines.insert(0, t.fill(QT_TRANSLATE_NOOP("Round", "Code status: %1"), status))
    if resident.code_status_note:
        lines.insert(1, resident.code_status_note)
    return lines


def _seen(changes: tuple[ChangeSeen, ...], t: Tongue) -> list[str]:
    return [
        f"{t.text(rw.CHANGES[each.what])}: {t.text(rw.TRENDS[each.trend])}. {t.text(rw.SINCES[each.since])}"
        + (f". {each.note}" if each.note else "")
        for each in changes
    ]


def clock_of(wall: str) -> str:
    """Return a moment's time of day with its zone; empty when it is none."""
    try:
        at = datetime.fromisoformat(wall)
    except ValueError:
        return ""
    return f"{at:%Y-%m-%d %H:%M %Z}".strip()
