"""`python -m kiosk rules`: the exact form, and plain refusals with nothing on standard output."""

import io
import json
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract.profile import PROFILE, Profile
from contract.seal import sign
from kiosk.clinical.cli import main

CASE: dict[str, Any] = {
    "age": 61,
    "pregnant": False,
    "oxygen": False,
    "consciousness": "A",
    "spo2_scale": 1,
    "symptoms": ["chest_pain"],
    "readings": [
        {
            "name": "respiratory_rate",
            "value": 16,
            "unit": "/min",
            "time": "2026-11-24T09:00:00Z",
            "flags": [],
        },
        {"name": "spo2", "value": 97, "unit": "%", "time": "2026-11-24T09:00:00Z", "reliable": True},
        {"name": "systolic", "value": 185, "unit": "mm[Hg]", "time": "2026-11-24T09:01:00Z"},
        {"name": "diastolic", "value": 95, "unit": "mm[Hg]", "time": "2026-11-24T09:01:00Z"},
        {"name": "pulse_rate", "value": 72, "unit": "/min", "time": "2026-11-24T09:01:00Z"},
        {"name": "temperature", "value": 98.2, "unit": "[degF]", "site": "oral"},
        {"name": "pleth", "value": [1, 2, 3], "unit": "1"},
    ],
}
READING = {"name": "spo2", "value": 97, "unit": "%"}


def run(tmp_path: Path, data: Any) -> int:
    file = tmp_path / "case.json"
    file.write_text(data if isinstance(data, str) else json.dumps(data))
    return main(["rules", "evaluate", str(file)])


def test_the_answer_has_the_agreed_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, CASE) == 0

    answer = json.loads(capsys.readouterr().out)
    names = ("respiratory_rate", "spo2", "oxygen", "systolic", "pulse_rate", "consciousness", "temperature")
    assert answer == {
        "news2": {"total": 0, "parts": dict.fromkeys(names, 0), "any_three": False},
        "fired": [
            {
                "id": "rf-01",
                "action": "E",
                "source": "AHA [K]; WHO IITT [V]",
                "why": "Chest pain or pressure now.",
            },
            {
                "id": "rf-03",
                "action": "E",
                "source": "AHA [V]",
                "why": "Systolic 185 mm[Hg], diastolic 95 mm[Hg] (limits 180 and 120) with chest pain.",
            },
        ],
    }


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Stdin:
        buffer = io.BytesIO(b'{"age": 3}')

    monkeypatch.setattr("sys.stdin", Stdin())

    assert main(["rules", "evaluate", "-"]) == 0
    assert [fired["id"] for fired in json.loads(capsys.readouterr().out)["fired"]] == ["rf-child"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("{", "not a readable case"),
        ("[]", "not a readable case"),
        ('{"age": NaN}', "not a readable case"),
        ({"pregnant": True}, "age"),
        ({"age": -1}, "age"),
        ({"age": 131}, "age"),
        ({"age": "40"}, "age"),
        ({"age": 40, "consciousness": "X"}, "consciousness"),
        ({"age": 40, "spo2_scale": 3}, "spo2_scale"),
        ({"age": 40, "setting": "home"}, "setting"),
        ({"age": 40, "symptoms": ["chest pain"]}, "'chest pain' is not known"),
        ({"age": 40, "baseline": {"temprature": 36}}, "'temprature' is not known"),
        ({"age": 40, "readings": [{**READING, "name": "sp02"}]}, "readings[0] sp02"),
        (
            {"age": 40, "readings": [READING, {**READING, "unit": "mm[Hg]"}]},
            "readings[1] spo2: unit 'mm[Hg]'",
        ),
        ({"age": 40, "readings": [{"name": "spo2", "value": 97}]}, "the unit is missing"),
        ({"age": 40, "readings": [{**READING, "value": "HI"}]}, "'HI' is not a number"),
        ({"age": 40, "readings": [{**READING, "value": [97]}]}, "value is a list"),
        ({"age": 40, "readings": [{**READING, "value": True}]}, "readings"),
        ({"age": 40, "readings": [{**READING, "reliable": "no"}]}, "reliable"),
    ],
)
def test_what_has_no_meaning_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: Any, said: str
) -> None:
    assert run(tmp_path, data) == 2

    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err


def test_a_missing_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "evaluate", str(tmp_path / "none.json")]) == 2
    assert "No such file" in capsys.readouterr().err


def test_an_unknown_field_is_told_but_does_no_harm(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, {"age": 40, "pregnent": True, "readings": [{**READING, "note": "x"}]}) == 0
    assert "pregnent, readings.note" in capsys.readouterr().err


LOW: dict[str, Any] = {
    "age": 61,
    "readings": [{**READING, "value": 89, "time": f"2026-11-24T09:0{minute}:00Z"} for minute in (0, 1)],
}


def signed_profile(numbers: dict[str, float]) -> bytes:
    profile = Profile(1, UUID(int=1), "S", "A", "P", "https://localhost", clinical=numbers)
    return msgspec.msgpack.encode(
        sign(msgspec.msgpack.encode(profile), context=PROFILE, private=Ed25519PrivateKey.generate())
    )


@pytest.mark.parametrize(
    "changed",
    [
        b'{"rf-07.spo2_below": 88}',
        b'{"languages": ["en"], "clinical": {"rf-07.spo2_below": 88}}',
        signed_profile({"rf-07.spo2_below": 88}),
    ],
    ids=["plain", "profile", "signed"],
)
def test_changed_numbers_are_tried(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changed: bytes
) -> None:
    (tmp_path / "profile").write_bytes(changed)
    assert run(tmp_path, LOW) == 0
    assert "rf-07" in [fired["id"] for fired in json.loads(capsys.readouterr().out)["fired"]]
    assert (
        main(["rules", "evaluate", str(tmp_path / "case.json"), "--profile", str(tmp_path / "profile")]) == 0
    )
    printed = capsys.readouterr()
    assert "rf-07" not in [fired["id"] for fired in json.loads(printed.out)["fired"]]
    assert "rf-07.spo2_below = 88" in printed.err


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (b'{"rf-03.systolic_from": 170}', "can't be changed"),
        (b'{"rf-07.spo2": 88}', "no such threshold"),
        (b'{"rf-07.spo2_below": "88"}', "neither numbers by name"),
        (b'{"clinical": {}}', "no numbers"),
        (b"[1]", "neither numbers by name"),
        (b"\x81\xa1", "neither JSON nor"),
        (b"", "neither JSON nor"),
    ],
)
def test_numbers_that_can_not_be_used_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changed: bytes, said: str
) -> None:
    case, profile = tmp_path / "case.json", tmp_path / "profile"
    case.write_text(json.dumps(LOW))
    profile.write_bytes(changed)
    assert main(["rules", "evaluate", str(case), "--profile", str(profile)]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and said in printed.err


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 36
    assert " ".join(lines[6].split()) == "rf-07 Low oxygen | R within 60 s → E | from 16 y | Carepost [P]"

    assert main(["rules", "list", "--json"]) == 0
    rules = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [rule["id"] for rule in rules if rule["quiet"]] == ["rf-24"]


@pytest.mark.parametrize("arguments", [["--help"], ["rules", "--help"], ["rules", "evaluate", "--help"]])
def test_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(arguments)
    assert leaving.value.code == 0
    assert "usage: kiosk" in capsys.readouterr().out


def test_the_page_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    page = Path(__file__).parents[3] / "docs" / "clinical.md"

    assert main(["rules", "docs"]) == 0
    assert page.read_text() == capsys.readouterr().out, "run: python -m kiosk rules docs > docs/clinical.md"


def test_the_page_names_every_rule_with_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    main(["rules", "docs"])
    page = capsys.readouterr().out

    assert "### rf-27: Two of: altered, stiff neck, fever, headache" in page
    assert "- Source: WHO IITT [V]; softening by Carepost [P]" in page
    assert "(pulse > 130 /min and pulse ≤ 150 /min) in two readings, counting also pulse > 130 /min" in page
