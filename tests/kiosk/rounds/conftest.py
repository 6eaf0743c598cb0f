"""A station for rounds, with the real rules and short times."""

from uuid import UUID

import pytest

from contract.profile import DeviceConfig, Profile
from kiosk.clinical.library import default_questionnaire, default_rules
from kiosk.rounds.rehearsal import RoundRehearsal
from kiosk.visit.context import Context
from kiosk.visit.rehearsal import quick

PROFILE = Profile(
    version=1,
    station=UUID(int=7),
    name="Cart 3",
    address="1 Main Street",
    site_phone="+1 555 0100",
    hub_url="https://localhost:1",
    setting="ltc",
    devices=(
        DeviceConfig("oximeter", "oximeter", "auto", "auto"),
        DeviceConfig("cuff", "cuff", "auto", "auto"),
    ),
)


@pytest.fixture(scope="session")
def context() -> Context:
    return quick(
        Context(
            PROFILE,
            default_questionnaire("visit"),
            default_questionnaire("cuff"),
            default_rules(),
            about=default_questionnaire("about"),
        )
    )


@pytest.fixture
def shift(context: Context) -> RoundRehearsal:
    """Nobody is signed in."""
    return RoundRehearsal(context)


@pytest.fixture
def duty(shift: RoundRehearsal) -> RoundRehearsal:
    """A nurse is signed in, the list is there."""
    shift.sign_in()
    return shift
