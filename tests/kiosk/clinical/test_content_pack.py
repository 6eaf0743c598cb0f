"""A content pack: what it may change, and that what a profile says goes before it."""

from pathlib import Path
from uuid import UUID

import pytest

from contract.profile import Profile
from kiosk.__main__ import main
from kiosk.clinical.content import ContentError, check, read, split
from kiosk.clinical.library import read_folder, shipped_files
from kiosk.clinical.pack import pack, unpack
from kiosk.visit.context import ProfileError, context_for

FILE = "reasons/020-chest-pain.json"
CHEST = b"Did a doctor ever find heart trouble?"


def profile(questions: bytes = b"") -> Profile:
    return Profile(
        version=1,
        station=UUID(int=1),
        name="",
        address="",
        site_phone="",
        hub_url="https://localhost",
        questions=questions,
    )


def asked(content: bytes, own: bytes = b"") -> list[str]:
    form = context_for(profile(own), content).questionnaire
    return [item.words("en") for item in form.questions()]


def with_words(text: bytes) -> bytes:
    return pack({FILE: shipped_files()[FILE].replace(CHEST, text)})


def test_a_profile_goes_before_a_pack_and_that_before_what_is_shipped() -> None:
    assert CHEST.decode() in asked(b"")
    assert "From the pack?" in asked(with_words(b"From the pack?"))
    both = asked(with_words(b"From the pack?"), with_words(b"From the profile?"))
    assert "From the profile?" in both and "From the pack?" not in both


def test_a_packs_translations_are_those_of_its_questions() -> None:
    words = read_folder("words")["es.json"]
    context = context_for(profile(), pack({"words/es.json": words}))
    assert context.questionnaire == context_for(profile()).questionnaire
    with pytest.raises(ProfileError, match=r"es\.json"):
        context_for(profile(), pack({"words/es.json": b"{}"}))


@pytest.mark.parametrize(
    "garbage", [b"x", b"\x78\x9c", pack({"rules/symptoms.json": b"["}), pack({"other.json": b"{}"})]
)
def test_what_can_not_be_used_says_so(garbage: bytes) -> None:
    with pytest.raises(ProfileError):
        context_for(profile(), garbage)


def test_packed_by_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = tmp_path / "folder", tmp_path / "seven.pack"
    (folder / "rules").mkdir(parents=True)
    assert main(["content", "pack", str(folder), str(out)]) == 1
    (folder / "rules" / "symptoms.json").write_bytes(read_folder("rules")["symptoms.json"])
    assert main(["content", "pack", str(folder), str(out)]) == 0
    assert list(unpack(out.read_bytes())) == ["rules/symptoms.json"]
    check(read(out.read_bytes()))
    (folder / "rules" / "symptoms.json").write_bytes(b"[]")
    assert main(["content", "pack", str(folder), str(out)]) == 1
    assert "not take it away" in capsys.readouterr().err
    with pytest.raises(ContentError):
        check(split({"words/xx.json": b"?"}))
