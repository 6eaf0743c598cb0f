"""The gallery's and the linter's commands; words for every id that can reach the screen."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import kiosk.visit
from contract.measurement import Reason
from kiosk.visit import entries, summary
from kiosk.visit.model import CUFF_SIZES, Screen
from ui import lint, words
from ui.gallery import SCENES
from ui.gallery.__main__ import main as gallery
from ui.viewmodels.shell import FRAMES

CHECKOUT = Path(__file__).resolve().parents[2]
MEDIA_FAULTS = (
    "camera-missing",
    "camera-failed",
    "microphone-missing",
    "microphone-failed",
    "speaker-missing",
    "speaker-failed",
    "call-refused",
    "call-failed",
    "no-relay",
    "call-lost",
)


def test_the_qml_has_no_warnings() -> None:
    assert lint.main() == 0


def test_the_linter_sees_a_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Bad.qml").write_text("import QtQuick\nItem { width: nobody.width }\n")
    monkeypatch.setattr(lint, "HERE", tmp_path)
    assert lint.main() != 0


def test_the_gallery_draws_a_scene_in_a_look(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ui.gallery", "--out", str(tmp_path), "--scene", "consent"]
    look = ["--language", "es", "--orientation", "portrait", "--size", "large", "--contrast"]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    subprocess.run([*command, *look], check=True, cwd=CHECKOUT, env=environment, capture_output=True)
    picture = QImage(str(tmp_path / "portrait-es-large-contrast" / "consent.png"))
    assert (picture.width(), picture.height()) == (1080, 1920)
    assert not QImage(str(tmp_path / "contact-portrait-es-large-contrast.png")).isNull()


def test_the_gallery_refuses_an_unknown_scene(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gallery(["--out", str(tmp_path), "--scene", "nonsense"]) == 2
    assert "nonsense" in capsys.readouterr().err


def test_the_gallery_shows_every_screen() -> None:
    assert {scene("en").visit.state.screen for scene in SCENES.values()} == set(Screen)


def test_the_names_the_readme_promises_are_in_the_screens() -> None:
    table = (CHECKOUT / "ui" / "README.md").read_text().split("| where | names |")[1].split("\n\n")[0]
    names = {name for name in re.findall(r"`([a-z0-9-]+)`", table) if not name.startswith("key-")}
    sources = [*(CHECKOUT / "ui").rglob("*.qml"), *(CHECKOUT / "ui" / "viewmodels").glob("*.py")]
    sources.append(CHECKOUT / "contract" / "commissioning.py")  # the checks name themselves there
    code = "\n".join(path.read_text() for path in sources)
    made = ("answer", "value", "result", "language")  # with what comes after them
    missing = {n for n in names if f'"{n}"' not in code and f'"{n.split("-")[0]}-" +' not in code}
    assert len(names) > 60
    assert not {name for name in missing if name.split("-")[0] not in made}


def test_every_screen_has_a_frame_and_a_qml_file() -> None:
    assert set(FRAMES) == set(Screen)
    for frame in FRAMES.values():
        assert (CHECKOUT / "ui" / "qml" / "screens" / f"{frame.source}.qml").is_file()


@pytest.mark.parametrize("fault", MEDIA_FAULTS)
def test_medias_faults_have_words(fault: str) -> None:
    assert words.fault(fault) != words.fault("unknown-id")


def test_every_reason_meaning_and_size_has_words() -> None:
    assert set(words.REASONS) == set(Reason)
    assert set(words.MEANINGS) == set(summary.MEANINGS)
    assert set(words.SIZES) == set(CUFF_SIZES)


def constants(tree: ast.Module) -> dict[str, str]:
    found = {}
    for node in tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign):
            continue
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        value = node.value
        if isinstance(target, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
            found[target.id] = value.value
    return found


def mistakes_of_the_visit() -> set[str]:
    """Every id that kiosk.visit sets as State.mistake, read from its source."""
    found = set()
    for path in Path(kiosk.visit.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text())
        names = constants(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == "mistake":
                value = node.value
                found.add(names.get(value.id, "") if isinstance(value, ast.Name) else ast.literal_eval(value))
    typed = (
        entries.MISSING,
        entries.IMPOSSIBLE,
        entries.ONE_UNIT,
        entries.UPSIDE_DOWN,
    )  # chosen by a function
    return (found | set(typed)) - {""}


def test_every_mistake_has_words() -> None:
    found = mistakes_of_the_visit()
    assert {"name-missing", "date-in-future", "not-matching"} <= found
    assert not found - set(words.MISTAKES)
