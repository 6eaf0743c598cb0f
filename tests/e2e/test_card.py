"""A card from one visit to the next: drawn on the screen, held before the reader, with the birth date."""

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import cv2
import pytest
from rig import Rig

from contract import cards
from demo.visit import FAMILY, GIVEN
from demo.world import Options

pytestmark = pytest.mark.e2e
AGAIN_S = range(2, 60, 2)  # the card is held before the reader until it is read


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    found = Rig(Options(rest_s=1, between_s=1, idle_s=600, further={"scanner": "scanner-serial"}), tmp_path)
    try:
        yield found
    finally:
        found.close()


def measured(rig: Rig) -> None:
    """Oxygen alone; the cuff is skipped."""
    rig.driver.on("oximeter_prepare")
    rig.visit.oxygen()
    rig.driver.on("cuff_question")
    rig.driver.tap("skip")
    rig.driver.on("skip_why")
    rig.driver.tap("skip-do-not-want")
    rig.driver.on("results")


def card_on_the_screen(rig: Rig, folder: Path) -> str:
    """Take the card, and read its square as a phone does."""
    rig.driver.tap("next")
    rig.driver.on("offer_call")
    rig.driver.tap("decline-call")
    rig.driver.on("stored")
    rig.driver.tap("card")
    rig.driver.on("card_made")
    rig.driver.picture(folder / "card.png")
    seen = cv2.imread(str(folder / "card.png"))
    assert seen is not None
    text, _, _ = cv2.QRCodeDetector().detectAndDecode(seen)
    rig.driver.tap("next")
    rig.driver.on("stored")
    return text


def hold(rig: Rig, card: str, folder: Path) -> None:
    """Hold a card before a reader that is plugged in for it."""
    story = folder / "card.yaml"
    story.write_text(json.dumps({"says": "a card", "cards": [{"text": card, "at_s": at} for at in AGAIN_S]}))
    rig.world.start_device("scanner", "scanner-serial", str(story))


def known(rig: Rig, card: str, folder: Path) -> None:
    """Come again with the card."""
    rig.world.kill("scanner")  # else it reads the card of before as soon as it is asked who comes
    rig.visit.welcome_and_consent()
    hold(rig, card, folder)
    rig.driver.until(lambda s: s["devices"].get("scanner") in ("ready", "found"), "the reader")
    if rig.driver.state()["screen"] == "who":  # else it was read already
        rig.driver.tap("by-card")
    rig.driver.on("birth_date")
    for field, text in (("month", "7"), ("day", "21"), ("year", "1948")):
        rig.driver.tap(field)
        rig.driver.type(text)
    rig.driver.tap("next")


def test_a_card_brings_back_the_name_and_the_last_values_until_it_is_lost(rig: Rig, tmp_path: Path) -> None:
    rig.to_oximeter()
    measured(rig)
    visit = UUID(rig.driver.state()["visit"])
    card = card_on_the_screen(rig, tmp_path)
    assert cards.is_card(card)
    rig.driver.tap("next")
    rig.driver.connect()

    known(rig, card, tmp_path)
    assert f"{GIVEN} {FAMILY}" in rig.driver.on("known")["page"]["heading"]
    rig.driver.tap("next")
    rig.visit.questions()
    measured(rig)
    oxygen = next(row for row in rig.driver.state()["results"] if row["id"] == "oxygen")
    assert any(line.startswith("Last time") for line in oxygen["details"])
    rig.driver.tap("finish")
    rig.driver.tap("leave-now")
    rig.driver.connect()

    said = rig.world.module("hub", "card", "revoke", "--data", str(rig.world.folder / "hub"), str(visit))
    assert said.startswith("Revoked: 1")
    known(rig, card, tmp_path)
    rig.driver.until(lambda s: s["screen"] == "birth_date" and s["page"]["notes"], "the birth date once more")
    assert card.encode() not in b"".join(path.read_bytes() for path in rig.world.folder.glob("*.log"))
