"""Every screen and overlay, both ways up, in normal and large letters: readable, nothing cut off."""

import pytest
from PySide6.QtGui import QGuiApplication
from screen_walk import contrast_faults, faults

from ui.gallery import SCENES
from ui.gallery.stage import Stage
from ui.inputs import Prefs


@pytest.mark.parametrize("language", ["es", pytest.param("en", marks=pytest.mark.long)])  # Spanish is longer
@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_everything_can_be_read_and_touched(
    qapp: QGuiApplication, orientation: str, large: bool, language: str
) -> None:
    stage = Stage(qapp, orientation)
    found: list[str] = []
    for name, scene in SCENES.items():
        stage.show(scene(language), Prefs(language=language, large=large))
        found += [f"{name}: {fault}" for fault in faults(stage, large=large)]
    warnings = list(stage.warnings)
    stage.close()
    assert not found, "\n".join(found)
    assert not warnings, "\n".join(warnings)


@pytest.mark.parametrize("contrast", [False, True], ids=["normal", "strong"])
def test_every_text_stands_out(qapp: QGuiApplication, contrast: bool) -> None:
    stage = Stage(qapp, "landscape")
    found: list[str] = []
    for name, scene in SCENES.items():
        stage.show(scene("en"), Prefs(contrast=contrast))
        found += [f"{name}: {fault}" for fault in contrast_faults(stage, stage.picture())]
    stage.close()
    assert not found, "\n".join(found)
