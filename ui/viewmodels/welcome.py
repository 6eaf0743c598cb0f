"""The invitation, in every language of the profile at once: nobody has chosen one yet."""

from dataclasses import dataclass
from typing import Any, Final

from contract.quality import scheme
from kiosk.visit.model import Screen
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.tongues import NAMES, say
from ui.viewmodels.base import view_model

TALK_S: Final = 540  # questions, clip and talk of a usual visit
SHIFTS: Final = ((0, 0), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1))
TOUCH: Final = QT_TRANSLATE_NOOP("Welcome", "Touch here to begin")
HOW_LONG: Final = QT_TRANSLATE_NOOP("Welcome", "It takes about %1 minutes. You can stop at any time.")
FORGETS: Final = QT_TRANSLATE_NOOP("Welcome", "This screen forgets you when you leave.")


@dataclass(frozen=True)
class WelcomeProps:
    """`languages`: [{code, name, touch, lines}]. `right`, `down`: steps against burn-in, -1 to 1."""

    languages: tuple[dict[str, Any], ...] = ()
    place: str = ""
    right: int = 0
    down: int = 0


def minutes(inputs: Inputs) -> int:
    """Return how long a visit really takes with this profile's times."""
    timing = inputs.profile.timing
    readings = scheme(inputs.profile.pressure_scheme).readings
    return round((timing.rest_s + (readings - 1) * timing.between_s + TALK_S) / 60)


def derive(inputs: Inputs) -> WelcomeProps:
    """Return the invitation; nothing on any other screen."""
    if inputs.screen is not Screen.WELCOME:
        return WelcomeProps()
    long = str(minutes(inputs))
    right, down = SHIFTS[inputs.now_ns // 60_000_000_000 % len(SHIFTS)]
    languages = tuple(
        {
            "code": code,
            "name": NAMES[code],
            "touch": say(code, "Welcome", TOUCH),
            "lines": [say(code, "Welcome", HOW_LONG).replace("%1", long), say(code, "Welcome", FORGETS)],
        }
        for code in inputs.profile.languages
        if code in NAMES
    )
    return WelcomeProps(languages, inputs.profile.name, right, down)


WelcomeView = view_model(WelcomeProps)
