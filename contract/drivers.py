"""The names that a profile's device can have as its driver, by role. Pure.

The table of products is the station's (`peripherals.registry`). The hub imports nothing of a station and must
know the names all the same: one that is none was noticed first at a bedside. A test holds the two together.
"""

from collections.abc import Iterator
from typing import Final

from contract.profile import Profile

AUTO: Final = "auto"  # what is found there, among the role's drivers
DRIVERS: Final[dict[str, tuple[str, ...]]] = {
    "oximeter": (
        "berry-bci",
        "ble-2a5e",
        "ble-2a5f",
        "contec-eb",
        "contec-v5",
        "contec-v7",
        "ieee11073",
        "nonin-df13",
        "nonin-df2",
        "nonin-df7",
        "nonin-df8",
    ),
    "cuff": (
        "beurer-bm55",
        "ble-2a35",
        "contec-08a",
        "ieee11073-bp",
        "microlife",
        "omron-790it",
        "omron-ble-14",
        "rbp9804",
    ),
    "thermometer": ("ble-2a1c", "ieee11073-thermometer", "suretemp"),
    "scale": ("and-scale", "ble-2a9d", "detecto", "dymo", "ieee11073-scale", "tanita", "toledo"),
    "glucose-meter": ("ble-2a18", "contour-usb", "ieee11073-glucose", "lifescan-ultraeasy", "taidoc"),
    "heart-monitor": ("ble-2a37",),
    "scanner": ("scanner-hid", "scanner-serial"),
}


def problems(profile: Profile) -> Iterator[str]:
    """Yield which devices have a driver that is none of their role's, a line each, its place first.

    Asked by the hub alone. A station takes such a profile, and says which device it can't read: one whose
    software is older than the hub must not do without all that is new because of one device.
    """
    for number, device in enumerate(profile.devices):
        known = DRIVERS.get(device.role, ())
        if device.driver not in {AUTO, *known} and known:
            yield (
                f"devices.{number}.driver: no {device.role} driver is called {device.driver!r} "
                f"({AUTO}, {', '.join(known)})"
            )
