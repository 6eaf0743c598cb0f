"""Calling a provider from a resident's bed: all leads back to the resident, nothing is a patient's."""

import pytest

from kiosk.visit.model import SKIP_REASONS, Screen
from ui.gallery import SCENES
from ui.inputs import Prefs
from ui.viewmodels import pages, photo, round_words, shell
from ui.viewmodels import round as round_page
from ui.viewmodels.page import PageProps

CALLING = ("round_waiting", "round_nobody", "round_case_left", "round_plan_waiting")
OF_A_PATIENT = {"change", "take-away", "leave", "card", "what-we-keep", "in-person"}


def page_of(name: str) -> PageProps:
    return pages.derive(SCENES[name]("en").inputs(Prefs()))


@pytest.mark.parametrize("name", CALLING)
def test_nothing_that_is_a_patients_is_offered_to_staff(name: str) -> None:
    page = page_of(name)
    assert page.why, "whose call it is"
    assert not OF_A_PATIENT & {each["name"] for each in page.buttons}
    assert not any("your answers" in line for line in page.lines)


@pytest.mark.parametrize("name", CALLING)
def test_the_way_leads_back_to_the_resident(name: str) -> None:
    scene = SCENES[name]("en")
    bar = shell.derive(scene.inputs(Prefs()))
    assert bar.next_label == "Back to the resident" or bar.back


def test_why_nothing_was_measured_is_said_for_every_reason() -> None:
    assert set(round_words.SKIPPED) == set(SKIP_REASONS)
    scene = SCENES["left_out"]("en")
    assert scene.visit.screen is Screen.BEDSIDE
    cards = round_page.derive(scene.inputs(Prefs())).cards
    assert "Left out for another reason." in [card["meaning"] for card in cards]


def test_staff_are_asked_of_the_body_and_not_of_theirs() -> None:
    shown = photo.derive(SCENES["round_photo"]("en").inputs(Prefs()))
    assert shown.heading == "Where on the body is it?"
    assert not any("my" in each["label"].lower().split() for each in shown.choices)
    assert "your body" in photo.derive(SCENES["photo_place"]("en").inputs(Prefs())).heading
