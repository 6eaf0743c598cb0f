"""What may lie over a screen: leaving, a person was called. One at a time, the most important first."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from kiosk.visit.model import seconds_left
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.base import view_model
from ui.viewmodels.page import button


@dataclass(frozen=True)
class OverlayProps:
    """`name`: empty when nothing lies over the screen. `left`: the countdown in words, if there is one."""

    name: str = ""
    heading: str = ""
    lines: tuple[str, ...] = ()
    icon: str = "info"
    tone: str = "primary"
    left: str = ""
    buttons: tuple[dict[str, Any], ...] = ()


def tr(text: str) -> str:
    """Return an overlay's text in the screen's language."""
    return QCoreApplication.translate("Overlay", text)


def derive(inputs: Inputs) -> OverlayProps:
    """Return the overlay to show."""
    if not inputs.core_up and not inputs.starting:
        return OverlayProps(
            name="away",
            heading=tr(QT_TRANSLATE_NOOP("Overlay", "One moment, please.")),
            lines=(tr(QT_TRANSLATE_NOOP("Overlay", "A part of the station starts again. Nothing is lost.")),),
            icon="hourglass",
        )
    if inputs.state.cuff_holds:
        return _cuff_holds(inputs)
    if inputs.state.leaving is not None:
        return _leaving(inputs)
    if _called(inputs):
        return _person(inputs)
    return OverlayProps()


def _cuff_holds(inputs: Inputs) -> OverlayProps:
    """The cuff does not let its air out: above all else, until it does."""
    person = button("person-too", tr(QT_TRANSLATE_NOOP("Overlay", "Get a person")), "hand", "primary")
    return OverlayProps(
        name="cuff-holds",
        heading=tr(QT_TRANSLATE_NOOP("Overlay", "Open the cuff by hand now.")),
        lines=(
            tr(QT_TRANSLATE_NOOP("Overlay", "It does not let its air out by itself.")),
            tr(QT_TRANSLATE_NOOP("Overlay", "Pull the strap open, or pull the hose out. Then take it off.")),
            *_told(inputs),
        ),
        icon="triangle-alert",
        tone="danger",
        buttons=() if _called(inputs) else (person,),
    )


def _leaving(inputs: Inputs) -> OverlayProps:
    leaving = inputs.state.leaving
    assert leaving is not None  # asked before
    idle = leaving.why == "idle"
    stay = button("stay", tr(QT_TRANSLATE_NOOP("Overlay", "I'm still here")), "hand", "primary")
    leave = button("leave-now", tr(QT_TRANSLATE_NOOP("Overlay", "Leave and erase")), "log-out", "danger")
    person = button("person-too", tr(QT_TRANSLATE_NOOP("Overlay", "Get a person")), "hand")
    called = _called(inputs)
    heading = (
        QT_TRANSLATE_NOOP("Overlay", "Are you still here?")
        if idle
        else QT_TRANSLATE_NOOP("Overlay", "Do you want to leave?")
    )
    return OverlayProps(
        name="leaving",
        heading=tr(heading),
        lines=(
            tr(
                QT_TRANSLATE_NOOP("Overlay", "Your answers are locked and kept. This screen will forget you.")
            ),
            tr(QT_TRANSLATE_NOOP("Overlay", "Without an answer we end your visit.")),
            *_told(inputs),
        ),
        icon="clock",
        tone="caution",
        left=_seconds(seconds_left(leaving.timer, inputs.now_ns)),
        buttons=(stay, leave) if called else (stay, leave, person),
    )


def _seconds(count: int) -> str:
    if count == 1:
        return tr(QT_TRANSLATE_NOOP("Overlay", "1 second"))
    return tr(QT_TRANSLATE_NOOP("Overlay", "%1 seconds")).replace("%1", str(count))


def _called(inputs: Inputs) -> bool:
    """Was a person called, and the page about it not put away yet?"""
    person = inputs.state.person
    return person is not None and not person.closed


def _told(inputs: Inputs) -> tuple[str, ...]:
    """Who has heard of the call for a person."""
    person = inputs.state.person
    if person is None or person.closed:
        return ()
    if "hub" in person.reached:
        return (tr(QT_TRANSLATE_NOOP("Overlay", "The center was told. Nobody has answered yet.")),)
    return (tr(QT_TRANSLATE_NOOP("Overlay", "We can't reach the center now. Please call out to a person.")),)


def _person(inputs: Inputs) -> OverlayProps:
    phone = tr(QT_TRANSLATE_NOOP("Overlay", "Phone of this place: %1")).replace(
        "%1", inputs.profile.site_phone
    )
    return OverlayProps(
        name="person",
        heading=tr(QT_TRANSLATE_NOOP("Overlay", "You asked for a person.")),
        lines=(*_told(inputs), phone),
        icon="users",
        buttons=(
            button(
                "close-page", tr(QT_TRANSLATE_NOOP("Overlay", "Go on meanwhile")), "arrow-right", "primary"
            ),
        ),
    )


OverlayView = view_model(OverlayProps)
