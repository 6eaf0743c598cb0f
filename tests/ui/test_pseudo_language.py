"""Every screen in a language that nobody speaks: no words in the code alone, and longer ones still fit."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from screen_walk import faults, layers

import ui.tongues
import ui.window
from kiosk.clinical.emergency import FirstSteps
from kiosk.clinical.questions import Words
from ui import i18n
from ui.gallery import SCENES
from ui.gallery.stage import Stage
from ui.i18n.pseudo import CLOSE, LANGUAGE, OPEN, make, pseudo
from ui.inputs import Prefs
from ui.tongues import TONGUES
from ui.voice.script import spoken

OWN = re.compile(
    r"""^[\d\s.,:/%+°–…()-]*(HI|LO|mmHg|kg|cm|bpm|mg/dL|°C|°F|ms|s|Hz|Mbit/s|UDP|TCP|TLS|UTC)?[\d\s.,:/%°()-]*$"""
)
NOT_OURS = (  # names of people, places and devices, what people wrote: nobody translates them
    *(tongue.own_name for tongue in TONGUES.values()),
    *("Ruiz, Ana", "Meyer, Carol", "Okafor, Ben", "Rossi, Dino"),
    "Lungs crackle at both sides.",
    "Riverside Pharmacy",
    "12 River Street",
    "City Clinic",
    "Springfield General",
    "Dr. ",
    "Ana Ruiz",
    ".example.org:",
)
IN_REAL_LANGUAGES = "welcome"  # the idle screen speaks those that people speak


def test_what_is_said_keeps_its_placeholders_and_grows() -> None:
    assert pseudo("Step %1 of %2: %3") == "[Štêp %1 ôf %2: %3 Štêp ]"
    assert pseudo("Call {emergency_number} now.").count("{emergency_number}") == 1
    assert len(pseudo("Blood pressure")) > 1.3 * len("Blood pressure")


@pytest.fixture
def pseudo_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """All languages there are, and this one."""
    home = tmp_path / "ui"
    shutil.copytree(i18n.HERE, home / "i18n")
    make(i18n.HERE / "carepost_es.ts", home / "i18n", i18n.tool("pyside6-lrelease"))
    monkeypatch.setattr(ui.window, "HERE", home)
    monkeypatch.setattr(ui.tongues, "I18N", home / "i18n")
    words, lines = Words.words, FirstSteps.lines

    def said(self: Words, language: str) -> str:
        return pseudo(words(self, "en")) if language == LANGUAGE else words(self, language)

    def steps(self: FirstSteps, rule_id: str, language: str, *rest: object) -> tuple[str, ...]:
        found = lines(self, rule_id, "en", *rest)  # type: ignore[arg-type]
        return tuple(map(pseudo, found)) if language == LANGUAGE else found

    monkeypatch.setattr(Words, "words", said)
    monkeypatch.setattr(FirstSteps, "lines", steps)
    ui.tongues._translator.cache_clear()
    yield
    ui.tongues._translator.cache_clear()


def bare(stage: Stage, told: str) -> Iterator[str]:
    """Yield what is shown or said without ever having been given to a translator.

    `told`: what people wrote in this scene.
    """
    for item in layers(stage)[0]:
        line = spoken(item)
        if line is None or line.kind == "key" or _on_key(item) or item.property("hushed"):
            continue
        text = line.text
        known = OPEN in text or OWN.match(text) or any(part in text for part in NOT_OURS)
        if not known and item.property("language") is None and not _by_people(text, told):
            yield text
        if text.count(OPEN) != text.count(CLOSE):
            yield f"{text}: cut off"


def _by_people(text: str, told: str) -> bool:
    return all(part in told for part in text.splitlines())


def _on_key(item: QQuickItem) -> bool:
    up = item.parentItem()
    while up is not None:
        if up.property("shape") == "key" or up.property("letters"):
            return True
        up = up.parentItem()
    return False


@pytest.mark.e2e
@pytest.mark.parametrize("orientation", [pytest.param("landscape", marks=pytest.mark.long), "portrait"])
def test_every_screen_can_be_said_in_another_language(
    qapp: QGuiApplication, pseudo_language: None, orientation: str
) -> None:
    stage = Stage(qapp, orientation)
    hard, cut = [], []
    for name, scene in SCENES.items():
        shown = scene("en")
        stage.show(shown, Prefs(language=LANGUAGE))
        if not name.startswith(IN_REAL_LANGUAGES):
            told = f"{shown.visit.state!r} {shown.live!r}"
            hard += [f"{name}: {text}" for text in bare(stage, told)]
        found = [fault for fault in faults(stage, large=False) if "too long to read" not in fault]
        cut += [f"{name}: {fault}" for fault in found]  # how long a line may be is for real words to say
    stage.close()
    assert not hard, "\n".join(hard)
    assert not cut, "\n".join(cut)
