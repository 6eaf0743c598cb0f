"""Looking up a symptom: what was typed is found, a body to touch, and what to do: now, soon, or oneself."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from kiosk.clinical.library import default_symptoms, finder
from kiosk.clinical.questions import Words
from kiosk.clinical.symptoms import PARTS, Symptom, plain
from kiosk.visit import symptoms
from kiosk.visit.model import Screen
from ui.beside import of_words
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import overlay
from ui.viewmodels.base import view_model
from ui.viewmodels.page import button, note

FIELD: Final = "symptom"
PART_NAMES: Final = {
    "head": QT_TRANSLATE_NOOP("Symptoms", "Head"),
    "eye": QT_TRANSLATE_NOOP("Symptoms", "Eyes"),
    "ear": QT_TRANSLATE_NOOP("Symptoms", "Ears"),
    "nose": QT_TRANSLATE_NOOP("Symptoms", "Nose"),
    "mouth": QT_TRANSLATE_NOOP("Symptoms", "Mouth or throat"),
    "neck": QT_TRANSLATE_NOOP("Symptoms", "Neck"),
    "chest": QT_TRANSLATE_NOOP("Symptoms", "Chest"),
    "belly": QT_TRANSLATE_NOOP("Symptoms", "Belly"),
    "groin": QT_TRANSLATE_NOOP("Symptoms", "Pee, stool or private parts"),
    "back": QT_TRANSLATE_NOOP("Symptoms", "My back"),
    "arm": QT_TRANSLATE_NOOP("Symptoms", "Arms or hands"),
    "leg": QT_TRANSLATE_NOOP("Symptoms", "Legs or feet"),
    "skin": QT_TRANSLATE_NOOP("Symptoms", "Skin"),
    "whole": QT_TRANSLATE_NOOP("Symptoms", "All over"),
    "mind": QT_TRANSLATE_NOOP("Symptoms", "Feelings or thoughts"),
}
SPOTS: Final = {  # on pictures/body.svg: fractions of its width and height
    "head": (0.25, 0.07),
    "neck": (0.25, 0.215),
    "chest": (0.25, 0.33),
    "belly": (0.25, 0.435),
    "groin": (0.25, 0.545),
    "back": (0.75, 0.34),
    "arm": (0.405, 0.43),
    "leg": (0.33, 0.8),
}
NO_DIAGNOSIS: Final = QT_TRANSLATE_NOOP(
    "Symptoms", "This can't tell what you have. If you are worried, get a person."
)


@dataclass(frozen=True)
class SymptomsProps:
    """`found`, `parts`: [{name, label}]. `spots`: [{name, number, x, y}] on the drawing of a body.
    `cards`: [{title, icon, lines: [{text, beside}]}] side by side. `buttons`, `notes` as of a page. `small`:
    sources.
    """

    heading: str = ""
    tone: str = ""
    why: str = ""
    cards: tuple[dict[str, Any], ...] = ()
    buttons: tuple[dict[str, Any], ...] = ()
    notes: tuple[dict[str, Any], ...] = ()
    small: str = ""
    example: str = ""
    body: str = ""
    none: str = ""
    found: tuple[dict[str, Any], ...] = ()
    parts: tuple[dict[str, Any], ...] = ()
    spots: tuple[dict[str, Any], ...] = ()
    map_words: str = ""


def tr(text: str) -> str:
    """Return a text of these screens in their language."""
    return QCoreApplication.translate("Symptoms", text)


def source(item: str) -> str:
    """Return the QML file of a place."""
    return {"": "Symptoms", symptoms.BODY: "SymptomMap"}.get(item, "SymptomPage")


def derive(inputs: Inputs) -> SymptomsProps:
    """Return what is typed and found, or the map; the rest are pages of words."""
    if inputs.screen is not Screen.SYMPTOMS:
        return SymptomsProps()
    phase, _, name = inputs.state.item.partition(":")
    if phase in ("", symptoms.BODY):
        return _map(inputs) if phase else _search(inputs)
    if phase == "part":
        return _part(inputs, name)
    symptom = symptoms.symptom_of(inputs.state.item)
    return _PHASES[phase](inputs, symptom) if symptom is not None else SymptomsProps()


def _search(inputs: Inputs) -> SymptomsProps:
    language, typed = inputs.prefs.language, inputs.draft.text(FIELD)
    found = finder(language).find(typed)
    none = QT_TRANSLATE_NOOP("Symptoms", "We don't know that word. Try another, or touch “Show on a body”.")
    return SymptomsProps(
        heading=tr(QT_TRANSLATE_NOOP("Symptoms", "What bothers you?")),
        example=tr(QT_TRANSLATE_NOOP("Symptoms", "for example: headache")),
        body=tr(QT_TRANSLATE_NOOP("Symptoms", "Show on a body")),
        none=tr(none) if len(typed) > 2 and not found else "",
        found=tuple({"name": each.id, "label": each.name.words(language)} for each in found),
    )


def _map(inputs: Inputs) -> SymptomsProps:
    # Large letters have no room on the drawing: the places are dots there, the buttons say what they are.
    numbers = {} if inputs.prefs.large else {part: place + 1 for place, part in enumerate(SPOTS)}
    shown = [*SPOTS, *(part for part in PARTS if part not in SPOTS)]
    labels = {part: tr(PART_NAMES[part]) for part in shown}
    return SymptomsProps(
        heading=tr(QT_TRANSLATE_NOOP("Symptoms", "Where is it?")),
        parts=tuple(
            {"name": part, "label": f"{numbers[part]} {labels[part]}" if part in numbers else labels[part]}
            for part in shown
        ),
        spots=tuple(
            {
                "name": part,
                "number": str(numbers.get(part, "")),
                "x": x,
                "y": y,
                "chosen": False,
                "done": False,
            }
            for part, (x, y) in SPOTS.items()
        ),
        map_words=tr(QT_TRANSLATE_NOOP("Symptoms", "A body from the front and from the back")),
    )


def _part(inputs: Inputs, part: str) -> SymptomsProps:
    language = inputs.prefs.language
    found = sorted(default_symptoms().of_part(part), key=lambda each: plain(each.name.words(language)))
    return SymptomsProps(
        heading=tr(QT_TRANSLATE_NOOP("Symptoms", "What is it?")),
        why=tr(PART_NAMES[part]),
        found=tuple({"name": each.id, "label": each.name.words(language)} for each in found),
    )


def _ask(inputs: Inputs, symptom: Symptom) -> SymptomsProps:
    """The signs that can't wait come before any word on what to do oneself."""
    yes = tr(QT_TRANSLATE_NOOP("Symptoms", "Yes, at least one"))
    no = tr(QT_TRANSLATE_NOOP("Symptoms", "No, none of these"))
    return SymptomsProps(
        heading=symptom.name.words(inputs.prefs.language),
        cards=(
            _card(
                inputs,
                QT_TRANSLATE_NOOP("Symptoms", "Is any of this so right now?"),
                "circle-alert",
                symptom.now,
            ),
        ),
        buttons=(button("symptom-yes", yes, "circle-alert"), button("symptom-no", no, "x")),
    )


def _card(inputs: Inputs, title: str, icon: str, lines: tuple[Words, ...]) -> dict[str, Any]:
    language = inputs.prefs.language
    told = [{"text": line.words(language), "beside": of_words(line, language)} for line in lines]
    return {"title": tr(title), "icon": icon, "lines": told}


def _now(inputs: Inputs, symptom: Symptom) -> SymptomsProps:
    """Help is needed now: the number, the place, and the truth about who was told."""
    helping, quiet = inputs.profile.help, symptom.quiet
    call = QT_TRANSLATE_NOOP("Symptoms", "Call %1 now, or ask someone near you to call.")
    line = QT_TRANSLATE_NOOP("Symptoms", "Call or text %1. Someone will listen, day and night.")
    need = QT_TRANSLATE_NOOP("Symptoms", "You need help now.")
    alone = QT_TRANSLATE_NOOP("Symptoms", "You don't have to be alone with this.")
    number = helping.crisis_number if quiet else helping.emergency_number
    where = tr(QT_TRANSLATE_NOOP("Symptoms", "You are at: %1"))
    return SymptomsProps(
        heading=tr(alone if quiet else need),
        tone="" if quiet else "danger",
        notes=(
            note(tr(line if quiet else call).replace("%1", number), "ink", "phone"),
            *((_poison(inputs),) if symptom.id == "poison" else ()),
            note(where.replace("%1", f"{inputs.profile.name}, {inputs.profile.address}"), "ink", "house"),
            *(note(line, "ink", "users") for line in overlay.told(inputs)),
        ),
    )


def _poison(inputs: Inputs) -> dict[str, Any]:
    text = tr(QT_TRANSLATE_NOOP("Symptoms", "Poison help: %1"))
    return note(text.replace("%1", inputs.profile.help.poison_number), "ink", "phone")


def _care(inputs: Inputs, symptom: Symptom) -> SymptomsProps:
    again = tr(QT_TRANSLATE_NOOP("Symptoms", "Get help at once if one of the signs before comes up."))
    soon = QT_TRANSLATE_NOOP("Symptoms", "See someone soon if:")
    oneself = QT_TRANSLATE_NOOP("Symptoms", "What you can do now:")
    levels = ((soon, "clock", symptom.soon), (oneself, "house", symptom.self_care))
    return SymptomsProps(
        heading=symptom.name.words(inputs.prefs.language),
        cards=tuple(_card(inputs, title, icon, lines) for title, icon, lines in levels if lines),
        notes=(note(again, "caution", "triangle-alert"), note(tr(NO_DIAGNOSIS), "muted", "info")),
        small=_sources(symptom),
    )


def _sources(symptom: Symptom) -> str:
    given = (symptom.sources.now, symptom.sources.soon, symptom.sources.self_care)
    sources = "; ".join(dict.fromkeys(source for source in given if source))
    text = tr(QT_TRANSLATE_NOOP("Symptoms", "Sources: %1"))
    return text.replace("%1", f"{sources}. ICD-10-CM {symptom.code}")


_PHASES: Final = {"ask": _ask, "now": _now, "care": _care}
SymptomsView = view_model(SymptomsProps)
