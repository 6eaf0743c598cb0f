"""The two guides of a page: pictures that are there, of scenes that are there, in plain words."""

import re
from pathlib import Path

import pytest
from reading_grade import grade

from ui.gallery import SCENES
from ui.gallery.__main__ import GUIDES

DOCS = Path(__file__).resolve().parents[2] / "docs"
PICTURE = re.compile(r"!\[[^]]+\]\(guides/(\w+)\.png\)")


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_shows_the_pictures_that_are_made_for_it(guide: str) -> None:
    shown = PICTURE.findall((DOCS / f"guide-{guide}.md").read_text())
    assert tuple(shown) == GUIDES[guide]
    assert set(shown) <= set(SCENES)
    assert not [name for name in shown if not (DOCS / "guides" / f"{name}.png").exists()]


@pytest.mark.parametrize(("guide", "most"), [("patient", 6), ("staff", 7)])
def test_a_guide_is_plain(guide: str, most: int) -> None:
    text = PICTURE.sub("", (DOCS / f"guide-{guide}.md").read_text())
    text = re.sub(r"\]\([^)]*\)|[|*#\[_]|---", " ", text)
    assert grade(text.replace(":", ".").replace(";", ".")) <= most


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_is_a_page(guide: str) -> None:
    text = (DOCS / f"guide-{guide}.md").read_text()
    assert len(re.findall(r"[a-z]+", text, re.IGNORECASE)) < 950
