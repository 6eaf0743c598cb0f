"""Clinical words that nobody qualified has reviewed stand with the English beside them."""

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication

import ui.beside
import ui.viewmodels.emergency
from kiosk.clinical import default_first_steps
from kiosk.clinical.questions import Words
from ui.gallery import SCENES
from ui.gallery.stage import Stage
from ui.inputs import Prefs
from ui.voice.script import script

ENGLISH = "Stop and sit down."


def shown(stage: Stage, language: str) -> list[str]:
    """Return the first steps and what stands beside them."""
    stage.show(SCENES["emergency"](language), Prefs(language=language))
    items = [item for item in stage.hands.items() if item.inherits("QQuickText")]
    return [str(item.property("text")) for item in items]


def texts(stage: Stage) -> set[str]:
    """Return all that is to be read."""
    return {str(item.property("text")) for item in stage.hands.items() if item.inherits("QQuickText")}


@pytest.mark.parametrize(
    ("scene", "english"),
    [
        (
            "question_many",
            {"Bad back pain", "Do you have any of these now?\nSome signs together need help fast."},
        ),
        ("results", {"In the usual range for adults."}),
        ("offer_call_offline", {"Somebody should look at this now."}),
        ("plan_orders", {"Get help at once if:", "If you get worse, call 911."}),
    ],
)
def test_clinical_words_stand_with_the_english_and_are_said_once(
    qapp: QGuiApplication, scene: str, english: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(qapp, "landscape")
    for language in ("es", "ar"):
        stage.show(SCENES[scene](language), Prefs(language=language))
        assert english <= texts(stage)
        said = " ".join(line.text for line in script(stage.window))
        assert not any(text in said for text in english)
    monkeypatch.setattr(ui.beside, "reviewers", lambda: {"es": "A. Ruiz, MD"})
    monkeypatch.setattr(Words, "reviewed", lambda self, language: True)
    stage.show(SCENES[scene]("es"), Prefs(language="es"))
    assert not english & texts(stage)
    stage.close()


def test_first_steps_stand_with_the_english_until_they_are_reviewed(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(qapp, "landscape")
    assert shown(stage, "en").count(ENGLISH) == 1
    spanish = shown(stage, "es")
    assert {"Pare y siéntese.", ENGLISH} <= set(spanish)
    assert ENGLISH not in {
        line.text for line in script(stage.window)
    }  # the voice says the patient's language alone
    reviewed = msgspec.structs.replace(default_first_steps(), reviewed_by={"es": "A. Ruiz, MD"})
    monkeypatch.setattr(ui.viewmodels.emergency, "default_first_steps", lambda: reviewed)
    assert ENGLISH not in shown(stage, "es")
    assert ENGLISH in shown(stage, "ar")
    stage.close()
