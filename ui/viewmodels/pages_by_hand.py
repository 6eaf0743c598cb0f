"""Pages where staff enter what no device gives: who they are, what, where, the number or what they saw."""

from collections.abc import Callable
from typing import Any, Final

from contract.measurement import OBSERVED, Act, Kind
from kiosk.clinical.news2 import News2
from kiosk.visit.entries import ENTRIES, ROLES, Field
from kiosk.visit.parts import Entering
from ui import words
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.page import PageProps, button, choice, field, group, mistake, note, tr

TITLES: Final[dict[Act, str]] = {
    Act.RESPIRATION: QT_TRANSLATE_NOOP("Page", "Breathing rate"),
    Act.ALERTNESS: QT_TRANSLATE_NOOP("Page", "Alertness"),
    Act.OXYGEN_USE: QT_TRANSLATE_NOOP("Page", "Air or oxygen"),
    Act.PAIN: QT_TRANSLATE_NOOP("Page", "Pain"),
    Act.BLOOD_PRESSURE: QT_TRANSLATE_NOOP("Page", "Blood pressure"),
    Act.OXIMETRY: QT_TRANSLATE_NOOP("Page", "Oxygen and pulse"),
    Act.TEMPERATURE: QT_TRANSLATE_NOOP("Page", "Temperature"),
    Act.HEART_RATE: QT_TRANSLATE_NOOP("Page", "Pulse"),
    Act.WEIGHT: QT_TRANSLATE_NOOP("Page", "Weight"),
    Act.HEIGHT: QT_TRANSLATE_NOOP("Page", "Height"),
    Act.GLUCOSE: QT_TRANSLATE_NOOP("Page", "Blood sugar"),
}
_FIELDS: Final[dict[tuple[Kind, str], tuple[str, str]]] = {  # label, example
    (Kind.SYSTOLIC, "mm[Hg]"): (QT_TRANSLATE_NOOP("Page", "Upper (mmHg)"), "120"),
    (Kind.DIASTOLIC, "mm[Hg]"): (QT_TRANSLATE_NOOP("Page", "Lower (mmHg)"), "80"),
    (Kind.PULSE_RATE, "/min"): (QT_TRANSLATE_NOOP("Page", "Pulse a minute"), "72"),
    (Kind.HEART_RATE, "/min"): (QT_TRANSLATE_NOOP("Page", "Beats a minute"), "72"),
    (Kind.SPO2, "%"): (QT_TRANSLATE_NOOP("Page", "Oxygen (%)"), "97"),
    (Kind.TEMPERATURE, "Cel"): (QT_TRANSLATE_NOOP("Page", "In °C"), "37.0"),
    (Kind.TEMPERATURE, "[degF]"): (QT_TRANSLATE_NOOP("Page", "Or in °F"), "98.6"),
    (Kind.WEIGHT, "kg"): (QT_TRANSLATE_NOOP("Page", "In kg"), "72.5"),
    (Kind.WEIGHT, "[lb_av]"): (QT_TRANSLATE_NOOP("Page", "Or in pounds"), "160"),
    (Kind.HEIGHT, "cm"): (QT_TRANSLATE_NOOP("Page", "In cm"), "170"),
    (Kind.HEIGHT, "[in_i]"): (QT_TRANSLATE_NOOP("Page", "Or in inches"), "67"),
    (Kind.GLUCOSE, "mg/dL"): (QT_TRANSLATE_NOOP("Page", "In mg/dL"), "110"),
    (Kind.GLUCOSE, "mmol/L"): (QT_TRANSLATE_NOOP("Page", "Or in mmol/L"), "6.1"),
}
_SITES: Final[dict[str, str]] = {
    "oral": QT_TRANSLATE_NOOP("Page", "In the mouth"),
    "axillary": QT_TRANSLATE_NOOP("Page", "Under the arm"),
    "tympanic": QT_TRANSLATE_NOOP("Page", "In the ear"),
    "forehead": QT_TRANSLATE_NOOP("Page", "On the forehead"),
    "rectal": QT_TRANSLATE_NOOP("Page", "In the bottom"),
}
_LETTERS: Final = {  # what a professional knows them by
    "A": QT_TRANSLATE_NOOP("Page", "A: alert"),
    "C": QT_TRANSLATE_NOOP("Page", "C: new confusion"),
    "V": QT_TRANSLATE_NOOP("Page", "V: voice"),
    "P": QT_TRANSLATE_NOOP("Page", "P: pain"),
    "U": QT_TRANSLATE_NOOP("Page", "U: unresponsive"),
}
_PARTS: Final = {  # of NEWS2
    "respiratory_rate": TITLES[Act.RESPIRATION],
    "spo2": QT_TRANSLATE_NOOP("Page", "Oxygen"),
    "oxygen": TITLES[Act.OXYGEN_USE],
    "systolic": TITLES[Act.BLOOD_PRESSURE],
    "pulse_rate": TITLES[Act.HEART_RATE],
    "consciousness": TITLES[Act.ALERTNESS],
    "temperature": TITLES[Act.TEMPERATURE],
    "age": QT_TRANSLATE_NOOP("Page", "Age"),
}
_PAIN_NUMBERS: Final = tuple(str(number) for number in range(11))


def by_hand(inputs: Inputs) -> PageProps:
    """One part of entering by hand."""
    now = inputs.state.entering
    return _PHASES[now.phase](inputs, now) if now is not None and now.phase in _PHASES else PageProps()


def _role(_inputs: Inputs, _now: Entering) -> PageProps:
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "For staff only: who are you?")),
        why=tr(QT_TRANSLATE_NOOP("Page", "It is noted with every number you enter.")),
        buttons=tuple(button(f"hand-{role}", words.say(words.STAFF, role), "user-round") for role in ROLES),
    )


def _name(inputs: Inputs, now: Entering) -> PageProps:
    return PageProps(
        heading=words.say(words.STAFF, now.role),
        fields=(field(inputs, "staff", tr(QT_TRANSLATE_NOOP("Page", "Your name or initials"))),),
        notes=mistake(inputs),
    )


def _menu(inputs: Inputs, now: Entering) -> PageProps:
    said = tr(QT_TRANSLATE_NOOP("Page", "By: %1")).replace("%1", words.staff(now.by))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "What do you want to enter?")),
        why=said,
        notes=(*_score(inputs.news2), *_again(inputs)),
        groups=(group([choice(f"hand-{act}", tr(TITLES[act])) for act in ENTRIES], many=True),),
        chosen=tuple(f"hand-{act}" for act in ENTRIES if _entered(inputs, act)),
    )


def _entered(inputs: Inputs, act: Act) -> bool:
    return any(m.act is act and m.by_hand for m in inputs.state.measurements)


def _score(score: News2 | None) -> tuple[dict[str, Any], ...]:
    """NEWS2 for who works here, or what is still missing for it."""
    if score is None or score.not_applicable:
        return ()
    if score.total is not None:
        total = tr(QT_TRANSLATE_NOOP("Page", "NEWS2 (Royal College of Physicians): %1"))
        return (note(total.replace("%1", str(score.total)), "primary", "activity"),)
    missing = ", ".join(tr(_PARTS[part]) for part in score.missing if part in _PARTS)
    text = tr(QT_TRANSLATE_NOOP("Page", "For NEWS2 we still need: %1")).replace("%1", missing)
    return (note(text, "primary", "info"),)


def _again(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    """What a rule wants once more."""
    text = tr(QT_TRANSLATE_NOOP("Page", "%1: unusual. Please take it once more, to be sure."))
    acts = [act for act in ENTRIES if inputs.state.record(act).repeat]
    return tuple(note(text.replace("%1", tr(TITLES[act])), "caution", "repeat") for act in acts)


def _site(inputs: Inputs, now: Entering) -> PageProps:
    names = _SITES | words.ARMS
    sites = ENTRIES[now.act].sites if now.act else ()
    said = {site: tr(_SITES[site]) if site in _SITES else words.say(words.ARMS, site) for site in sites}
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Where was it measured?")),
        buttons=tuple(button(f"hand-{site}", said[site], "") for site in sites if site in names),
    )


def _numbers(inputs: Inputs, now: Entering) -> PageProps:
    if now.act is Act.PAIN:
        return _pain(inputs)
    entry = ENTRIES[now.act] if now.act else None
    return PageProps(
        heading=tr(TITLES[entry.act]) if entry else "",
        fields=tuple(_typed(inputs, each) for each in entry.fields) if entry else (),
        notes=mistake(inputs),
    )


def _typed(inputs: Inputs, given: Field) -> dict[str, Any]:
    label, example = _FIELDS[given.kind, given.unit]
    optional = tr(QT_TRANSLATE_NOOP("Page", "(if known)")) if given.optional else ""
    return field(inputs, given.name, f"{tr(label)} {optional}".strip(), example, "number", 6)


def _pain(inputs: Inputs) -> PageProps:
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "How strong is the pain?")),
        why=tr(QT_TRANSLATE_NOOP("Page", "0 is no pain, 10 is the worst there is. The patient may point.")),
        groups=(group([choice(number, number) for number in _PAIN_NUMBERS], dense=True),),
        buttons=(
            button("hand-signs", tr(QT_TRANSLATE_NOOP("Page", "The patient can't say or point")), "users"),
        ),
        notes=mistake(inputs),
    )


def _signs(inputs: Inputs, now: Entering) -> PageProps:
    known = words.OBSERVED[Act.PAIN]
    choices = [choice(code, words.say(known, code)) for code in OBSERVED[Act.PAIN]]
    choices.append(choice("none-of-these", tr(QT_TRANSLATE_NOOP("Page", "None of these"))))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Which signs of pain do you see?")),
        why=tr(QT_TRANSLATE_NOOP("Page", "Watch for a minute, also while the patient moves.")),
        groups=(group(choices, many=True),),
        notes=mistake(inputs),
    )


def _codes(inputs: Inputs, now: Entering) -> PageProps:
    act = now.act or Act.ALERTNESS
    alert = act is Act.ALERTNESS
    heading = (
        QT_TRANSLATE_NOOP("Page", "How awake is the patient?")
        if alert
        else QT_TRANSLATE_NOOP("Page", "Does the patient get oxygen now?")
    )
    buttons = [
        button(
            f"hand-{code}",
            " · ".join(t for t in (words.observed(act, (code,)), tr(_LETTERS[code]) if alert else "") if t),
        )
        for code in OBSERVED[act]
    ]
    return PageProps(heading=tr(heading), buttons=tuple(buttons))


_PHASES: Final[dict[str, Callable[[Inputs, Entering], PageProps]]] = {
    "role": _role,
    "name": _name,
    "menu": _menu,
    "site": _site,
    "numbers": _numbers,
    "signs": _signs,
    "codes": _codes,
}
