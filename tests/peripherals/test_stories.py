"""Stories: the built-in ones, the one on the page about writing them, and what is none."""

import re
from pathlib import Path

import pytest

from peripherals.simulators.scenarios import built_in, find, read

PAGE = Path(__file__).resolve().parents[2] / "docs" / "devices" / "scenarios.md"


def test_the_built_in_stories_can_be_read_and_say_what_happens() -> None:
    assert len(built_in()) > 15
    assert all(story.says for story in built_in().values())


def test_the_story_of_the_page_is_one(tmp_path: Path) -> None:
    [text] = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(), re.DOTALL)
    path = tmp_path / "mine.yaml"
    path.write_text(text)
    story = find(str(path))
    assert story.says.startswith("the finger comes out")
    assert [happening.what for happening in story.happenings] == ["unplug", "hang"]
    assert story.clock_error_s == 600


@pytest.mark.parametrize(
    "text",
    [
        "",
        "says: [",
        "says: x\nkettle: 1",
        "says: x\noximeter: {spo2: high}",
        "says: x\noximeter: {fingers: [{state: in}]}",
        "- a\n- b",
        "\x00\x01",
        "says: &a [*a]",
    ],
)
def test_what_is_no_story_is_refused_with_its_place(text: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text)
    with pytest.raises(ValueError, match=r"bad\.yaml"):
        read(path)


def test_a_name_nobody_wrote_lists_the_stories() -> None:
    with pytest.raises(ValueError, match="healthy"):
        find("boiling")
    with pytest.raises(ValueError, match="gone"):
        find("gone.yaml")
