"""Can a station do its work? What its test of itself found, item by item, for staff, hub and technician.

Ids only; words and pictures are the screens' (`ui.viewmodels.readiness`, `provisioning.commands.readiness`).
Nothing of a patient is in it.
"""

from typing import Final

import msgspec

READY: Final = "ready"
LIMITED: Final = "limited"  # some of what a visit is for is missing: `lacks`
OUT: Final = "out-of-service"  # no patient should begin here
STATES: Final = (READY, LIMITED, OUT)

GREEN, AMBER, RED = "green", "amber", "red"

LACKS: Final = (
    "saving",  # nothing new is kept
    "pressure",
    "oximetry",
    "temperature",
    "weight",
    "glucose",
    "heart-rate",
    "cards",  # cards and badges are not read
    "calls",
    "picture",  # the patient is not seen
    "speaking",  # the patient is not heard
    "hearing",  # the provider is not heard
    "sending",  # kept here until the hub is back
    "staff-offline",  # staff sign in only while the hub is there
    "all",  # switched off by the hub's operator
)

REMEDIES: Final = (
    "",
    "call-technician",
    "check-cable",  # of this device: plugged in, switched on
    "replace-battery",
    "use-spare",
    "calibrate",
    "check-network",
    "ask-it",  # docs/network.md: what to ask the IT department for
    "wait",  # it mends itself
    "uncover-camera",
    "turn-up-sound",
    "plug-headset",
    "make-room",
    "set-clock",
    "renew",  # certificate: by itself when the hub is there, else enrol anew
    "update",
    "lock-disk",
    "ask-operator",
    "test-again",
)


class Item(msgspec.Struct, frozen=True):
    """One thing that was looked at. `about`: which, where there are several (a device's id).

    `finding`: what is so, an id; `detail`: figures for a technician, of a device its role; `lacks`: what a
    visit can't do for it.
    """

    id: str
    colour: str
    finding: str = ""
    remedy: str = ""
    detail: str = ""
    about: str = ""
    lacks: str = ""


class Readiness(msgspec.Struct, frozen=True):
    """What a station says of itself. `at`: RFC 3339, `tested_at` as well: of the last whole test, or empty.

    `lacks` of `LACKS`, in its order.
    """

    state: str
    at: str
    items: tuple[Item, ...] = ()
    lacks: tuple[str, ...] = ()
    tested_at: str = ""
    testing: bool = False

    def same(self, other: "Readiness | None") -> bool:
        """Does it say the same, apart from when?"""
        return other is not None and msgspec.structs.replace(other, at=self.at) == self
