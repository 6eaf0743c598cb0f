"""Screens made of words, choices and fields: what they can show, and the parts they are made of."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from ui import beside, words
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.base import view_model

translate = QCoreApplication.translate
Choice = dict[str, Any]
LONG: Final = 200  # signs: more is a long text
RATHER_NOT_SAY: Final = QT_TRANSLATE_NOOP("Page", "I'd rather not say")
DO_NOT_WANT: Final = QT_TRANSLATE_NOOP("Page", "Skip this measurement")


@dataclass(frozen=True)
class PageProps:
    """What a page of words shows. `groups`: [{label, many, dense, choices: [{name, label, hint, beside}],
    beside}]; `chosen` is apart from them, so that touching one does not make them all anew.

    `buttons` are said at once: [{name, label, icon, kind}]. `fields`: [{name, label, text, example,
    keyboard, error, most}]. `notes`, `points`: [{tone, icon, text, beside}]. `beside`: the English of words
    that nobody has reviewed (`ui.beside`).
    """

    heading: str = ""
    beside: str = ""
    lines: tuple[str, ...] = ()
    points: tuple[dict[str, Any], ...] = ()
    why: str = ""
    picture: str = ""
    picture_words: str = ""
    groups: tuple[dict[str, Any], ...] = ()
    chosen: tuple[str, ...] = ()
    buttons: tuple[dict[str, Any], ...] = ()
    fields: tuple[dict[str, Any], ...] = ()
    notes: tuple[dict[str, Any], ...] = ()
    tone: str = ""
    long: bool = False  # so much to read that somebody may want it read aloud


def is_long(page: PageProps) -> bool:
    """Is there so much to read that somebody may want it read aloud?"""
    texts = (page.why, *page.lines, *(one["text"] for one in (*page.points, *page.notes)))
    return not page.groups and not page.fields and sum(map(len, texts)) > LONG


def tr(text: str) -> str:
    """Return a page's text in the screen's language."""
    return translate("Page", text)


def button(name: str, label: str, icon: str = "", kind: str = "plain") -> dict[str, Any]:
    """Return one button that is said at once."""
    return {"name": name, "label": label, "icon": icon, "kind": kind}


def choice(name: str, label: str, hint: str = "", beside: str = "") -> Choice:
    """Return one answer."""
    return {"name": name, "label": label, "hint": hint, "beside": beside}


def group(
    choices: list[Choice], label: str = "", beside: str = "", *, many: bool = False, dense: bool = False
) -> dict[str, Any]:
    """Return answers that belong together. `many` may be chosen; `dense`: short ones, several in a row."""
    return {"label": label, "many": many, "dense": dense, "choices": choices, "beside": beside}


def note(text: str, tone: str = "primary", icon: str = "info", beside: str = "") -> dict[str, Any]:
    """Return a line with an icon."""
    return {"text": text, "tone": tone, "icon": icon, "beside": beside}


def clinical(inputs: Inputs, text: str, tone: str, icon: str) -> dict[str, Any]:
    """Return a note of what a rule asks for, with the English beside it where nobody has reviewed it."""
    return note(tr(text), tone, icon, beside.of_screen(text, tr(text), inputs.prefs.language))


def field(  # noqa: PLR0917 - a row of a table
    inputs: Inputs, name: str, label: str, example: str = "", keyboard: str = "letters", most: int = 60
) -> dict[str, Any]:
    """Return one line to type into, with what is wrong with it."""
    refused, why = inputs.draft.refused
    error = words.say(words.MISTAKES, why) if refused == name else ""
    return {
        "name": name,
        "label": label,
        "text": inputs.draft.fields.get(name, ""),
        "example": example,
        "keyboard": keyboard,
        "most": most,
        "error": error,
    }


def mistake(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    """Return why the last entry was not taken, as a note; nothing when it was."""
    text = words.say(words.MISTAKES, inputs.state.mistake)
    return (note(text, "danger", "circle-alert"),) if text else ()


def skip() -> tuple[dict[str, Any], ...]:
    """Return the button that leaves a measurement out."""
    return (button("skip", tr(DO_NOT_WANT), "ban", "quiet"),)


PageView = view_model(PageProps)
