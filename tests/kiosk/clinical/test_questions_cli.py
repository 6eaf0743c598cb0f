"""A clinic edits the questions: badly, and it is told where and what; well, and the station asks them."""

import base64
import json
import zlib
from pathlib import Path
from uuid import UUID

import pytest

from contract.profile import Profile
from kiosk.clinical.library import shipped_files
from kiosk.clinical.pack import FILES_MOST, pack, unpack
from kiosk.clinical.questionnaire import enabled
from kiosk.clinical.questions import QuestionnaireError
from kiosk.clinical.questions_cli import main
from kiosk.visit.context import ProfileError, context_for, shipped_context

FEVER = "reasons/005-fever.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    where = tmp_path / "ours"
    assert main(["questions", "export", str(where)]) == 0
    return where


def edit(folder: Path, old: str, new: str, name: str = FEVER) -> None:
    text = (folder / name).read_text()
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1))


def test_what_comes_with_the_program_is_good(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questions", "check", str(folder)]) == 0
    assert capsys.readouterr().err == "Good. Changed: nothing.\n"
    assert main(["questions", "export", str(folder)]) == 2
    assert "File exists" in capsys.readouterr().err  # nothing edited is written over


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"item": [', '"item": [,', f"error: {FEVER}: not a questionnaire we can read"),
        ('"required": true', '"requierd": true', "requierd"),
        ('"code": "confusion"', '"code": "confuson"', "item 'fever-signs': 'confuson' is not a known code"),
        ('"valueCode": "oximetry"', '"valueCode": "oxymetry"', "measure 'oxymetry' is not one of"),
        (
            '"linkId": "fever-more"',
            '"linkId": "also"',
            "item 'also': this linkId is in the visit's file already",
        ),
        ('"code": "fever"\n', '"code": "skin"\n', "the reason 'skin' is in reasons/005-fever.json already"),
        (
            '"valueString": "I feel sick or hurt"',
            '"valueInteger": 1',
            "urn:carepost:heading needs a valueString",
        ),
    ],
)
def test_a_bad_edit_gets_a_clear_error(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    edit(folder, old, new)
    assert main(["questions", "check", str(folder)]) == 1
    assert said in capsys.readouterr().err
    assert main(["questions", "pack", str(folder)]) == 1
    assert capsys.readouterr().out == ""


def test_all_mistakes_are_told_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(folder, '"code": "confusion"', '"code": "confuson"')
    edit(folder, "linkId = 'mood-down'", "linkId = 'mood-dwon'", "reasons/065-mood.json")
    (folder / "extra.json").write_text("{}")
    assert main(["questions", "check", str(folder)]) == 1
    said = capsys.readouterr().err
    assert said.count("error: ") == 3
    assert "item 'mood-two': the expression" in said and "names 'mood-dwon', which is no linkId here" in said
    assert "extra.json: no such questionnaire" in said


def test_the_urgent_questions_stay_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = json.loads((folder / "visit.json").read_text())
    form["item"] = form["item"][1:]
    (folder / "visit.json").write_text(json.dumps(form))
    assert main(["questions", "check", str(folder)]) == 1
    assert "an urgent question comes first" in capsys.readouterr().err


def test_a_good_edit_has_hints_and_reaches_the_visit(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(folder, "What else do you have?", "What else is wrong?")
    (folder / "reasons" / "060-injury.json").write_text("")
    assert main(["questions", "check", str(folder)]) == 0
    said = capsys.readouterr().err
    assert "hint: reasons/005-fever.json: not in 'es' yet, so shown in English: 'What else is wrong?'" in said

    assert main(["questions", "pack", str(folder)]) == 0
    told = json.loads(capsys.readouterr().out)
    context = context_for(profile(base64.b64decode(told["questions"])))
    asked = enabled(context.questionnaire, {"reason": "fever"})
    assert "What else is wrong?" in [item.words("es") for item in asked]
    reasons = [option.code for option in context.questionnaire.item("reason").options]
    assert "injury" not in reasons and "fever" in reasons


def profile(questions: bytes = b"", **clinical: float) -> Profile:
    numbers = {name.replace("__", ".").replace("_x_", "-"): value for name, value in clinical.items()}
    return Profile(
        2, UUID(int=7), "S", "A", "P", "https://localhost:1", clinical=numbers, questions=questions
    )


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (b"xxxx", "these are no packed questionnaires"),
        (zlib.compress(b"x")[:-2], "no packed questionnaires|cut off"),
        (zlib.compress(bytes(4 * FILES_MOST)), "cut off or too large"),
        (pack({FEVER: b"{"}), "reasons/005-fever.json: not a questionnaire we can read"),
        (pack({"visit.json": b""}), "visit.json: only a reason's file can be taken away"),
        (pack({"toe.json": shipped_files()["cuff.json"]}), "toe.json: no such questionnaire"),
    ],
)
def test_a_profile_with_bad_questions_is_refused_whole(questions: bytes, said: str) -> None:
    with pytest.raises(ProfileError, match=said):
        context_for(profile(questions))
    assert shipped_context(profile(questions)).questionnaire == context_for(profile()).questionnaire


def test_a_profile_with_a_number_that_is_not_proposed_is_refused() -> None:
    with pytest.raises(ProfileError, match="comes from a source"):
        context_for(profile(rf_x_03__systolic_from=200))
    assert context_for(profile(rf_x_07__spo2_below=88)).rules["rf-07"].thresholds["spo2_below"].value == 88


def test_too_much_is_not_packed() -> None:
    with pytest.raises(QuestionnaireError, match="more than"):
        pack({"visit.json": bytes(FILES_MOST + 1)})
    assert unpack(pack({"a": b"b"})) == {"a": b"b"}


def test_the_list_and_help(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["questions", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(shipped_files())
    assert any(line.split(" | ")[-1] == "temperature, oximetry, blood_pressure" for line in lines)
    assert main(["questions", "check", str(folder / "none")]) == 2
    with pytest.raises(SystemExit) as left:
        main(["questions", "--help"])
    assert left.value.code == 0
