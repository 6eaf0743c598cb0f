"""The invitation, in every language of the profile at once: nobody has chosen one yet."""

from dataclasses import dataclass
from typing import Any, Final

from contract.quality import scheme
from kiosk.visit.model import Screen
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.tongues import Tongue, say, tongues_of
from ui.viewmodels.base import view_model

TALK_S: Final = 540  # questions, clip and talk of a usual visit
SHIFTS: Final = ((0, 0), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1))
TOUCH: Final = QT_TRANSLATE_NOOP("Welcome", "Touch here to begin")
HOW_LONG: Final = QT_TRANSLATE_NOOP("Welcome", "It takes about %1 minutes. You can stop at any time.")
LOOK_UP: Final = QT_TRANSLATE_NOOP("Welcome", "Look up a symptom")
CLOSED: Final = QT_TRANSLATE_NOOP("Welcome", "This station is out of service.")
CALL: Final = QT_TRANSLATE_NOOP("Welcome", "Please call %1.")
FORGETS: Final = QT_TRANSLATE_NOOP("Welcome", "This screen forgets you when you leave.")
PARTLY: Final = QT_TRANSLATE_NOOP("Welcome", "Some parts are still in English.")


@dataclass(frozen=True)
class WelcomeProps:
    """`languages`: [{code, name, family, touch, look_up, lines}]. `right`, `down`: steps against burn-in.

    `closed`: in each language why no visit begins here; nothing: one does. `notice`: the operator's words.
    """

    languages: tuple[dict[str, Any], ...] = ()
    place: str = ""
    right: int = 0
    down: int = 0
    closed: tuple[str, ...] = ()
    notice: str = ""


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
            "name": tongue.name,
            "family": tongue.family,
            "touch": say(code, "Welcome", TOUCH),
            "look_up": say(code, "Welcome", LOOK_UP),
            "lines": _lines(code, tongue, long),
        }
        for code, tongue in tongues_of(inputs.profile.languages).items()
    )
    says = inputs.operator
    notice = says.notice if says else ""
    if says is None or not says.disabled:
        return WelcomeProps(languages, inputs.profile.name, right, down, notice=notice)
    phone = inputs.profile.site_phone
    closed = tuple(
        f"{say(code, 'Welcome', CLOSED)} {say(code, 'Welcome', CALL).replace('%1', phone)}"
        for code in tongues_of(inputs.profile.languages)
    )
    return WelcomeProps((), inputs.profile.name, right, down, closed, notice)


def _lines(code: str, tongue: Tongue, long: str) -> list[str]:
    lines = [say(code, "Welcome", HOW_LONG).replace("%1", long), say(code, "Welcome", FORGETS)]
    return [*lines, say(code, "Welcome", PARTLY)] if tongue.partly else lines


WelcomeView = view_model(WelcomeProps)
