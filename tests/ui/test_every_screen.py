"""Every screen and overlay, both ways up, in letters of three sizes: readable, nothing cut off."""

import pytest
from PySide6.QtGui import QGuiApplication
from screen_walk import contrast_faults, faults

from ui.gallery import SCENES
from ui.gallery.stage import Stage
from ui.inputs import Prefs

WAYS = [
    (way, size, language)
    for way in ("landscape", "portrait")
    for size in range(3)
    for language in ("es", "ar", "en")
]
EVERYDAY = ("portrait", 0, "es")  # Spanish is longer, and portrait is narrower
WHOLE = {("landscape", 0, "ar"), ("portrait", 2, "es")}


def _when(way: tuple[str, int, str]) -> list[pytest.MarkDecorator]:
    """Say when a way of showing is tried: each takes its half minute."""
    if way == EVERYDAY:
        return []
    return [pytest.mark.e2e if way in WHOLE else pytest.mark.long]


@pytest.mark.parametrize(
    ("orientation", "size", "language"),
    [pytest.param(*way, marks=_when(way), id="-".join(map(str, way))) for way in WAYS],
)
def test_everything_can_be_read_and_touched(
    qapp: QGuiApplication, orientation: str, size: int, language: str
) -> None:
    stage = Stage(qapp, orientation)
    found: list[str] = []
    for name, scene in SCENES.items():
        stage.show(scene(language), Prefs(language=language, size=size))
        found += [f"{name}: {fault}" for fault in faults(stage, large=size > 0)]
    warnings = list(stage.warnings)
    stage.close()
    assert not found, "\n".join(found)
    assert not warnings, "\n".join(warnings)


@pytest.mark.parametrize(
    "contrast", [False, pytest.param(True, marks=pytest.mark.long)], ids=["normal", "strong"]
)
def test_every_text_stands_out(qapp: QGuiApplication, contrast: bool) -> None:
    stage = Stage(qapp, "landscape")
    found: list[str] = []
    for name, scene in SCENES.items():
        stage.show(scene("en"), Prefs(contrast=contrast))
        found += [f"{name}: {fault}" for fault in contrast_faults(stage, stage.picture())]
    stage.close()
    assert not found, "\n".join(found)
