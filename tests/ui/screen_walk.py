"""Walks a window's items and says, in words, what a person with poor eyes or shaky hands would trip over."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from ui.gallery.stage import SCREEN, Stage
from ui.hands import box, clip_of

MM = SCREEN.px_per_mm  # pixels in a millimetre
CAPS = {"Atkinson Hyperlegible": 0.668}  # height of a capital, of the font's size
NOTO_CAP = 0.714
CAP_MM = 4.8  # US Section 508 402.4
LARGE_CAP_MM = 7.3  # EN 301 549 5.1.4
TARGET_MM = 15.0
BETWEEN_MM = 3.0
LINE_CHARACTERS = 62  # look.md: 60 and a little, because a line holds whole words
CONTRAST = 4.5
ROUNDING = 1.5  # px


@dataclass(frozen=True)
class Word:
    """Text as painted."""

    item: QQuickItem
    text: str
    place: QRectF
    cap_mm: float


def words_of(items: list[QQuickItem]) -> list[Word]:
    """Return every text among items."""
    return [_word(item) for item in items if item.inherits("QQuickText") and item.property("text")]


def targets_of(items: list[QQuickItem]) -> list[QQuickItem]:
    """Return everything among items that takes a finger."""
    found = []
    for item in items:
        if item.property("shape") is not None and item.property("atOnce") is not None:
            found.append(item)
        elif item.inherits("QQuickTextInput"):
            plate = item.parentItem()
            assert plate is not None
            found.append(plate)
    return found


def faults(stage: Stage, *, large: bool) -> list[str]:
    """Return everything that is wrong, as sentences; empty: nothing."""
    found: list[str] = []
    for items in layers(stage):
        words, targets = words_of(items), targets_of(items)
        assert words or targets
        found += _text_faults(stage, words, LARGE_CAP_MM if large else CAP_MM)
        found += _overlaps(words)
        found += _target_faults(stage, targets)
        found += _covered(words, targets)
    return found


def contrast_faults(stage: Stage, picture: QImage) -> list[str]:
    """Return texts whose colour is too near the colour they are painted on."""
    found: list[str] = []
    words = words_of(layers(stage)[0])
    for word in words:
        part = word.place.intersected(_sight(stage, word.item))
        if not word.item.isEnabled() or part.height() < word.place.height() / 2:
            continue
        ink, ground = QColor(word.item.property("color")), ground_of(picture, part)
        ratio = contrast(ink, ground)
        if ratio < CONTRAST:
            found.append(f"{word.text!r}: {ink.name()} on {ground.name()} is only {ratio:.1f}:1")
    return found


def layers(stage: Stage) -> list[list[QQuickItem]]:
    """Return what lies on top first: what an overlay covers does not count, what a panel covers is apart."""
    items = list(stage.hands.items())
    overlay = next((i for i in items if i.objectName() == "overlay" and i.childItems()), None)
    if overlay is not None:
        return [[i for i in items if _within(i, overlay)]]
    panel = next((i for i in items if i.objectName() in ("volume-panel", "language-panel")), None)
    if panel is None:
        return [items]
    return [[i for i in items if _within(i, panel) is inside] for inside in (True, False)]


def contrast(a: QColor, b: QColor) -> float:
    """Return WCAG's contrast ratio."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ground_of(picture: QImage, place: QRectF) -> QColor:
    """Return the commonest colour at the rim of a text's place: what it is painted on."""
    rect = place.toAlignedRect().adjusted(-2, 0, 2, 0).intersected(picture.rect())
    counts: dict[int, int] = {}
    for y in (rect.top(), rect.bottom()):
        for x in range(rect.left(), rect.right() + 1, 2):
            rgb = picture.pixel(x, y)
            counts[rgb] = counts.get(rgb, 0) + 1
    return QColor(max(counts, key=lambda rgb: counts[rgb]))


def _luminance(colour: QColor) -> float:
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _within(item: QQuickItem, ancestor: QQuickItem) -> bool:
    up: QQuickItem | None = item
    while up is not None:
        if up == ancestor:
            return True
        up = up.parentItem()
    return False


def _word(item: QQuickItem) -> Word:
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    spare = item.width() - width
    align = _number(item, "effectiveHorizontalAlignment")
    x = {2: spare, 4: spare / 2}.get(align, 0.0)
    down = {64: item.height() - height, 128: (item.height() - height) / 2}
    y = down.get(_number(item, "verticalAlignment"), 0.0)
    place = item.mapRectToScene(QRectF(x, y, width, height))
    font = item.property("font")
    size = font.pixelSize() * item.mapRectToScene(QRectF(0, 0, 1, 1)).height()
    return Word(item, str(item.property("text")), place, size * CAPS.get(font.family(), NOTO_CAP) / MM)


def _number(item: QQuickItem, name: str) -> int:
    """Return an enum's value; PySide can't convert Text's own ones."""
    context = qmlContext(item)
    assert context is not None
    value, _ = QQmlExpression(context, item, name).evaluate()
    return int(value)


def _sight(stage: Stage, item: QQuickItem) -> QRectF:
    """Return the part of the window an item can be seen in."""
    clip = clip_of(item)
    whole = QRectF(0, 0, stage.window.width(), stage.window.height())
    return whole.intersected(box(clip)) if clip is not None else whole


def _scrolls(item: QQuickItem) -> bool:
    """Is the item in something that scrolls by arrow buttons, so that being out of sight is no loss?"""
    clip = clip_of(item)
    return clip is not None and clip.inherits("QQuickFlickable")


def _inside(outer: QRectF, inner: QRectF) -> bool:
    return outer.adjusted(-ROUNDING, -ROUNDING, ROUNDING, ROUNDING).contains(inner)


def _text_faults(stage: Stage, words: list[Word], cap_mm: float) -> Iterator[str]:
    for word in words:
        own = word.item
        if own.property("truncated"):
            yield f"{word.text!r} is cut off with dots"
        if word.place.width() > box(own).width() + ROUNDING and _number(own, "wrapMode") != 0:
            yield f"{word.text!r} is wider than its place"
        if not _scrolls(own) and not _inside(_sight(stage, own), word.place):
            yield f"{word.text!r} is cut off: {word.place}"
        if _scrolls(own) and word.place.right() > _sight(stage, own).right() + ROUNDING:
            yield f"{word.text!r} is cut off at its end"
        if word.cap_mm < cap_mm - 0.01:
            yield f"{word.text!r} has capitals of {word.cap_mm:.1f} mm"
        lines = int(own.property("lineCount"))
        if lines > 1 and max(map(len, word.text.split("\n"))) / lines > LINE_CHARACTERS:
            yield f"{word.text!r} has lines that are too long to read"


def _overlaps(words: list[Word]) -> Iterator[str]:
    for a, b in combinations(words, 2):
        common = a.place.intersected(b.place)
        if common.width() > ROUNDING and common.height() > ROUNDING and _seen_together(a.item, b.item):
            yield f"{a.text!r} and {b.text!r} overlap by {common.width():.0f} x {common.height():.0f} px"


def _seen_together(a: QQuickItem, b: QQuickItem) -> bool:
    """False when one is scrolled out of sight, where the other may lie."""
    clips = [clip_of(a), clip_of(b)]
    if clips[0] == clips[1]:
        return True
    common = box(a).intersected(box(b))
    return all(clip is None or box(clip).intersects(common) for clip in clips)


def _target_faults(stage: Stage, targets: list[QQuickItem]) -> Iterator[str]:
    for target in targets:
        place, name = box(target), target.objectName() or str(target)
        if min(place.width(), place.height()) < TARGET_MM * MM - ROUNDING:
            yield f"{name} is only {place.width() / MM:.1f} x {place.height() / MM:.1f} mm"
        if not _scrolls(target) and not _inside(_sight(stage, target), place):
            yield f"{name} is partly outside: {place}"
    for a, b in combinations(targets, 2):
        if not _seen_together(a, b):
            continue
        apart = _distance(box(a), box(b))
        if apart < BETWEEN_MM * MM - ROUNDING:
            yield f"{a.objectName()} and {b.objectName()} are {apart / MM:.1f} mm apart"


def _distance(a: QRectF, b: QRectF) -> float:
    across = max(a.left() - b.right(), b.left() - a.right())
    down = max(a.top() - b.bottom(), b.top() - a.bottom())
    return max(across, down)


def _covered(words: list[Word], targets: list[QQuickItem]) -> Iterator[str]:
    """Words that lie on a button which is not theirs."""
    for word in words:
        for target in targets:
            if _within(word.item, target) or not _seen_together(word.item, target):
                continue
            common = word.place.intersected(box(target))
            if common.width() > ROUNDING and common.height() > ROUNDING:
                yield f"{word.text!r} lies on {target.objectName()}"
