"""A small questionnaire of our own, so that these tests do not change with the clinic's words."""

from typing import Any
from uuid import UUID

import msgspec
import pytest

from contract.profile import Help, Profile
from kiosk.clinical import default_rules
from kiosk.clinical.questionnaire import Questionnaire, load
from kiosk.visit.context import Context
from kiosk.visit.rehearsal import Rehearsal, quick


def yes_no(link_id: str, system: str, code: str) -> dict[str, Any]:
    return {
        "linkId": link_id,
        "type": "boolean",
        "text": link_id,
        "required": True,
        "code": [{"system": f"urn:carepost:{system}", "code": code}],
    }


def choice(
    link_id: str, options: dict[str, list[tuple[str, str]]], *, repeats: bool = False
) -> dict[str, Any]:
    return {
        "linkId": link_id,
        "type": "choice",
        "text": link_id,
        "required": True,
        "repeats": repeats,
        "answerOption": [
            {
                "valueCoding": {"system": "urn:test", "code": code, "display": code},
                "extension": [
                    {
                        "url": "urn:carepost:means",
                        "valueCoding": {"system": f"urn:carepost:{system}", "code": meaning},
                    }
                    for system, meaning in meanings
                ],
            }
            for code, meanings in options.items()
        ],
    }


def form(name: str, *items: dict[str, Any]) -> Questionnaire:
    return load(
        msgspec.json.encode(
            {
                "resourceType": "Questionnaire",
                "url": f"urn:test:{name}",
                "version": "1",
                "status": "draft",
                "title": name,
                "item": items,
            }
        )
    )


VISIT_FORM = form(
    "visit",
    yes_no("chest", "symptom", "chest_pain"),
    yes_no("breathless", "symptom", "breathless"),
    yes_no("suicidal", "symptom", "suicidal_now"),
    yes_no("screen", "symptom", "suicide_screen_yes"),
    yes_no("pregnant", "fact", "pregnant"),
    choice("why", {"cough": [("reason", "cough")], "rash": [("reason", "rash")]}),
    choice("room", {"alone": [("present", "alone")], "family": [("present", "family")]}, repeats=True),
)
CUFF_FORM = form(
    "cuff",
    choice(
        "arm",
        {
            "none": [],
            "left": [("no-cuff-on", "left")],
            "both": [("no-cuff-on", "left"), ("no-cuff-on", "right")],
        },
    ),
)
PROFILE = Profile(
    version=1,
    station=UUID(int=7),
    name="Station 7",
    address="1 Main Street",
    site_phone="+1 555 0100",
    hub_url="https://localhost:1",
    help=Help(in_person_places=("City clinic",)),
)


@pytest.fixture(scope="session")
def slow_context() -> Context:
    """With the real times."""
    return Context(PROFILE, VISIT_FORM, CUFF_FORM, default_rules())


@pytest.fixture(scope="session")
def context(slow_context: Context) -> Context:
    """With the demo's short times."""
    return quick(slow_context)


@pytest.fixture
def visit(context: Context) -> Rehearsal:
    """A visit that has not begun; core saves everything at once."""
    return Rehearsal(context)
