"""What a screen says, read from the items it shows, in the order in which they stand.

Made from what is drawn and not beside it: a new screen speaks without a word more, and can't say another
thing than it shows. Words on a button belong to the button. A Picture says what it shows, a Field its name
and what is in it. An item (or one it is in) may carry `tongue`, the language its words are in; `hushed`: not
read (English beside words that nobody has reviewed yet, captions of what is heard anyway).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtQuick import QQuickItem, QQuickWindow

CONTROL_PLACES: Final = frozenset({"keyboard", "header", "bar"})  # walked to, not read out with the screen


@dataclass(frozen=True)
class Line:
    """Something said. `kind`: words, picture, button, radio, check, key, field or masked."""

    text: str
    kind: str = "words"
    name: str = ""  # its objectName
    tongue: str = ""  # "": the screen's language
    chosen: bool = False
    enabled: bool = True
    place: int = 0  # of several answers: which, from 1
    of: int = 0
    content: str = ""  # of a field; of a masked one as many dots


def script(window: QQuickWindow) -> tuple[Line, ...]:
    """Return what the window says: the overlay's words alone while one lies over the screen."""
    roots = _roots(window)
    return tuple(line for root in roots for line in _walk(root))


def focused(window: QQuickWindow) -> Line | None:
    """Return what the thing with the focus says of itself."""
    item = window.activeFocusItem()
    return None if item is None else spoken(item)


def spoken(item: QQuickItem) -> Line | None:
    """Return what one item says; None: nothing."""
    if item.inherits("QQuickTextInput"):
        return _field(item)
    if _presses(item):
        return _button(item)
    if item.inherits("QQuickText"):
        text = str(item.property("text") or "").strip()
        return Line(text, name=item.objectName(), tongue=_tongue(item)) if text else None
    description = item.property("description")
    if isinstance(description, str) and description and item.property("picture_name") is None:
        return Line(description, kind="picture", name=item.objectName(), tongue=_tongue(item))
    return None


def _roots(window: QQuickWindow) -> list[QQuickItem]:
    found = {item.objectName(): item for item in _all(window.contentItem()) if item.objectName()}
    overlay = found.get("overlay")
    if overlay is not None and overlay.childItems():
        return [overlay]
    named = [
        found.get("title"),
        found.get("camera-light"),
        found.get("microphone-light"),
        found.get("screen"),
    ]
    return [item for item in named if item is not None]


def _all(item: QQuickItem) -> Iterator[QQuickItem]:
    if not item.isVisible() or item.opacity() == 0:
        return
    yield item
    for child in item.childItems():
        yield from _all(child)


def _walk(item: QQuickItem) -> Iterator[Line]:
    if not item.isVisible() or item.opacity() == 0 or item.property("hushed"):
        return
    if item.objectName() in CONTROL_PLACES or item.objectName().startswith("scroll-"):
        return
    line = spoken(item)
    if line is not None:
        yield line
    if line is None or line.kind == "picture":
        for child in item.childItems():
            yield from _walk(child)


def _presses(item: QQuickItem) -> bool:
    return item.property("shape") is not None and item.property("atOnce") is not None


def _button(item: QQuickItem) -> Line | None:
    shape = str(item.property("shape"))
    label = bare(item.property("label"))
    if not label:
        return None
    place, of = _among(item, shape) if shape in ("radio", "check") else (0, 0)
    hint = str(item.property("hint") or "").strip()
    return Line(
        f"{label}. {hint}" if hint and not item.property("hint_hushed") else label,
        kind=shape,
        name=item.objectName(),
        tongue=_tongue(item),
        chosen=bool(item.property("chosen")) and shape != "key",
        enabled=item.isEnabled(),
        place=place,
        of=of,
    )


def bare(text: object) -> str:
    """Return a name without the full stop it may end with: more is said after it."""
    return str(text or "").strip().removesuffix(".")


def _among(item: QQuickItem, shape: str) -> tuple[int, int]:
    parent = item.parentItem()
    alike = [
        other
        for other in (parent.childItems() if parent is not None else [])
        if other.isVisible() and _presses(other) and other.property("shape") == shape
    ]
    return (alike.index(item) + 1, len(alike)) if item in alike and len(alike) > 1 else (0, 0)


def _field(item: QQuickItem) -> Line:
    field = item.parentItem()
    while field is not None and field.property("byContent") is None:
        field = field.parentItem()
    name = bare(field.property("name")) if field is not None else ""
    text = str(item.property("text") or "")
    masked = field is not None and bool(field.property("masked"))
    return Line(
        name,
        kind="masked" if masked else "field",
        name=item.objectName(),
        tongue=_tongue(item),
        content="\N{BULLET}" * len(text) if masked else text,
    )


def _tongue(item: QQuickItem) -> str:
    up: QQuickItem | None = item
    while up is not None:
        tongue = up.property("tongue")
        if (
            isinstance(tongue, str) and tongue and up.property("layout") is None
        ):  # a keyboard's is what it types
            return tongue
        up = up.parentItem()
    return ""
