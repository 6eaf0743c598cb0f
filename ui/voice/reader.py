"""What is to be said when. Pure: what was there before, what is there now, and for how long nothing was said.

- A new screen interrupts, says itself whole, and then where the focus is.
- A new focus interrupts and says itself: what it is, whether it is chosen, which of how many.
- What is typed is said letter by letter; what is masked, as a tone.
- Words that have come (a mistake, a note, who answers) are said after what is being said.
- Numbers that move (a countdown, a progress) are said again when nothing was said for a while.
"""

import re
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.mark import QT_TRANSLATE_NOOP
from ui.voice.script import Line

STILL_S: Final = 30.0  # of silence, before moving numbers are said again
MOST_MOVING: Final = 3  # of them at once
NOT_ALOUD: Final = ("title", "passcode")  # to be seen; who hears the screen is told them by the voice
_NUMBER: Final = re.compile(r"[\d.,:]*\d")
_BUTTON: Final = QT_TRANSLATE_NOOP("Voice", "%1. Button.")
_OFF: Final = QT_TRANSLATE_NOOP("Voice", "%1. Button, not ready yet.")
_CHOSEN: Final = QT_TRANSLATE_NOOP("Voice", "%1. Chosen.")
_NOT_CHOSEN: Final = QT_TRANSLATE_NOOP("Voice", "%1. Not chosen.")
_PLACE: Final = QT_TRANSLATE_NOOP("Voice", "%1 of %2.")
_FIELD: Final = QT_TRANSLATE_NOOP("Voice", "%1. Type here. The down arrow leads to the keys. OK goes on.")
_IN_FIELD: Final = QT_TRANSLATE_NOOP("Voice", "%1. It says: %2.")
_MASKED: Final = QT_TRANSLATE_NOOP("Voice", "%1. What you type here is not said. Signs so far: %2.")
_PICTURE: Final = QT_TRANSLATE_NOOP("Voice", "Picture: %1.")
_ERASED: Final = QT_TRANSLATE_NOOP("Voice", "Erased: %1.")
_ANSWERS: Final = QT_TRANSLATE_NOOP("Voice", "Answers to choose from: %1.")

_BUTTONS: Final = QT_TRANSLATE_NOOP("Voice", "Buttons here: %1.")


@dataclass(frozen=True)
class Heard:
    """What there is to hear now. `place` changes with the screen, the question and the overlay."""

    place: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    focus: Line | None = None
    fields: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Said:
    """Words to say. `how`: "words", "character" or "tone"."""

    text: str
    tongue: str = ""
    how: str = "words"


@dataclass(frozen=True)
class Speech:
    """What to say now. `interrupts`: what is being said ends first."""

    said: tuple[Said, ...] = ()
    interrupts: bool = False


def tr(text: str, *values: object) -> str:
    """Return a text of the voice's in the screen's language."""
    found = QCoreApplication.translate("Voice", text)
    for number, value in enumerate(values, 1):
        found = found.replace(f"%{number}", str(value))
    return found


def speech(before: Heard, now: Heard, silent_s: float) -> Speech:
    """Return what is to be said. `silent_s`: seconds since something was."""
    if before.place != now.place:
        return Speech(whole(now), interrupts=True)
    typed = _typed(before, now)
    if typed is not None:
        return Speech((typed, *_news(before, now)), interrupts=True)
    if now.focus is not None and _moved(before.focus, now.focus):
        return Speech((described(now.focus), *_news(before, now)), interrupts=True)
    news = _news(before, now)
    if not news and silent_s >= STILL_S:
        return Speech(_moving(now))
    return Speech(news)


def whole(now: Heard) -> tuple[Said, ...]:
    """Return all a screen says, and where the focus is."""
    words = [_read(line) for line in now.lines if line.kind in ("words", "picture")]
    words += [Said(line.text, line.tongue) for line in now.lines if line.kind == "button" and line.tongue]
    for kinds, text in ((("radio", "check"), _ANSWERS), (("button",), _BUTTONS)):
        here = [line.text for line in now.lines if line.kind in kinds and line.enabled and not line.tongue]
        if here:
            words.append(Said(tr(text, "; ".join(here))))
    return (*words, *((described(now.focus),) if now.focus is not None else ()))


def aloud(now: tuple[Line, ...]) -> tuple[Said, ...]:
    """Return the words of a page for who sees the screen: no pictures, no buttons, and no secret numbers."""
    return tuple(_read(line) for line in now if line.kind == "words" and line.name not in NOT_ALOUD)


def described(line: Line) -> Said:
    """Return what a thing says of itself when it gets the focus."""
    text = line.text
    if line.kind == "masked":
        text = tr(_MASKED, line.text, len(line.content))
    elif line.kind == "field":
        text = tr(_IN_FIELD, line.text, line.content) if line.content else tr(_FIELD, line.text)
    elif line.kind in ("radio", "check"):
        text = tr(_CHOSEN if line.chosen else _NOT_CHOSEN, line.text)
        if line.of:
            text = f"{text} {tr(_PLACE, line.place, line.of)}"
    elif line.kind == "button":
        text = tr(_BUTTON if line.enabled else _OFF, line.text)
    elif line.kind == "picture":
        text = tr(_PICTURE, line.text)
    return Said(text, line.tongue, "character" if line.kind == "key" and len(text) == 1 else "words")


def _read(line: Line) -> Said:
    return described(line) if line.kind == "picture" else Said(line.text, line.tongue)


def _moved(before: Line | None, now: Line) -> bool:
    """Has the focus gone to another thing, or the thing changed its mind? Not: has a field got a letter."""
    if before is None or before.name != now.name:
        return True
    return before.chosen != now.chosen or (
        before.text != now.text and _skeleton(before.text) != _skeleton(now.text)
    )


def _typed(before: Heard, now: Heard) -> Said | None:
    earlier = {field.name: field.content for field in before.fields}
    for field in now.fields:
        old = earlier.get(field.name, field.content)
        if old == field.content:
            continue
        if field.kind == "masked":
            return Said("", how="tone")
        if len(field.content) > len(old):
            new = field.content[len(old) :] if field.content.startswith(old) else field.content
            return Said(new, how="character" if len(new) == 1 else "words")
        gone = old[len(field.content) :]
        return Said(tr(_ERASED, gone if old.startswith(field.content) else old))
    return None


def _skeleton(text: str) -> str:
    return _NUMBER.sub("#", text)


def _news(before: Heard, now: Heard) -> tuple[Said, ...]:
    known = {_skeleton(line.text) for line in before.lines}
    return tuple(
        _read(line)
        for line in now.lines
        if line.kind in ("words", "picture")
        and _skeleton(line.text) not in known
        and _skeleton(line.text) != "#"
    )


def _moving(now: Heard) -> tuple[Said, ...]:
    moving = [line for line in now.lines if line.kind == "words" and _NUMBER.search(line.text)]
    return tuple(_read(line) for line in moving[:MOST_MOVING])
