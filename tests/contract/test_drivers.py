"""A driver's name: the hub's list is the station's, and a profile with another one is refused by the hub."""

from collections import Counter

import msgspec
import pytest

from contract import drivers
from contract.profile import DeviceConfig, Profile
from contract.profile_checks import ROLES
from peripherals.registry import PRODUCTS


def profile(role: str, driver: str) -> Profile:
    return msgspec.convert(
        {
            "station": "00000000-0000-0000-0000-000000000001",
            "version": 1,
            "name": "S",
            "address": "A",
            "site_phone": "P",
            "hub_url": "https://hub.example.org",
            "devices": [msgspec.to_builtins(DeviceConfig("d", role, driver, "auto"))],
        },
        Profile,
    )


def test_the_names_are_those_of_the_table_of_products() -> None:
    listed = Counter((role, name) for role, names in drivers.DRIVERS.items() for name in names)
    assert listed == Counter((str(product.role), name) for name, product in PRODUCTS.items())
    assert tuple(drivers.DRIVERS) == ROLES


@pytest.mark.parametrize(
    ("role", "driver", "refused"),
    [
        ("cuff", "rbp9804", False),
        ("cuff", "auto", False),
        ("cuff", "rbp9805", True),
        ("scale", "rbp9804", True),
        ("toaster", "rbp9804", False),  # the role is refused, with words of its own
    ],
)
def test_only_a_driver_of_the_role_is_one(role: str, driver: str, refused: bool) -> None:
    told = list(drivers.problems(profile(role, driver)))
    assert [line.partition(":")[0] for line in told] == (["devices.0.driver"] if refused else [])
