"""The reason decides what is measured and which pictures are asked for (with the questions as shipped)."""

import pytest

from contract.measurement import Act
from kiosk.visit.context import Context, context_for
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import Rehearsal, quick

ALL = ("thermometer", "scale", "glucose-meter", "heart-monitor")


def came_for(context: Context, reason: str, *devices: str) -> Rehearsal:
    visit = Rehearsal(quick(context_for(context.profile)))
    for role in devices:
        visit.device(role, "ready")
    visit.to_questions()
    visit.answer_all({"reason": reason})
    return visit


@pytest.mark.parametrize(
    ("reason", "acts"),
    [
        ("cough-cold", (Act.OXIMETRY, Act.TEMPERATURE)),
        ("blood-pressure", (Act.OXIMETRY, Act.BLOOD_PRESSURE)),
        ("diabetes", (Act.BLOOD_PRESSURE, Act.WEIGHT, Act.GLUCOSE)),
        ("heart-failure", (Act.OXIMETRY, Act.BLOOD_PRESSURE, Act.WEIGHT)),
        ("skin", (Act.TEMPERATURE,)),
        ("other", (Act.OXIMETRY, Act.BLOOD_PRESSURE)),
        ("mood", ()),
    ],
)
def test_each_reason_is_measured_by_what_it_needs(
    context: Context, reason: str, acts: tuple[Act, ...]
) -> None:
    visit = came_for(context, reason, *ALL)
    assert visit.state.wanted == acts


def test_a_device_that_the_station_never_had_is_asked_of_nobody(context: Context) -> None:
    visit = came_for(context, "diabetes")
    assert visit.state.wanted == (Act.BLOOD_PRESSURE,)


def test_with_nothing_to_measure_a_provider_is_offered_at_once(context: Context) -> None:
    assert came_for(context, "mood", *ALL).shows(Screen.OFFER_CALL)


def test_the_eye_is_shown_when_the_eye_is_why_one_came(context: Context) -> None:
    visit = came_for(context, "eye", *ALL)
    for _ in range(60):
        if visit.shows(Screen.PHOTO) or visit.shows(Screen.RESULTS):
            break
        visit.go_on()
    assert visit.shows(Screen.PHOTO)
