"""What may lie over a screen: leaving, a person was called. One at a time, the most important first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from kiosk.visit.leaving import unseen
from kiosk.visit.model import Screen, seconds_left
from kiosk.visit.parts import PersonPage
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import staff_here
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
    if not inputs.core_up and not inputs.starting and inputs.screen is not Screen.EMERGENCY:
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


def _signing_out(inputs: Inputs) -> OverlayProps:
    """Before staff are signed out: they can stay as often as they like."""
    leaving = inputs.state.leaving
    assert leaving is not None  # asked before
    heading = (
        QT_TRANSLATE_NOOP("Overlay", "Are you still here?")
        if leaving.why == "idle"
        else QT_TRANSLATE_NOOP("Overlay", "Do you want to sign out?")
    )
    stay = tr(QT_TRANSLATE_NOOP("Overlay", "I'm still here"))
    out = tr(QT_TRANSLATE_NOOP("Overlay", "Sign out now"))
    person = button("person-too", tr(QT_TRANSLATE_NOOP("Overlay", "Get a person")), "hand")
    return OverlayProps(
        name="leaving",
        heading=tr(heading),
        lines=(
            tr(QT_TRANSLATE_NOOP("Overlay", "All that was measured is kept. This screen will forget it.")),
            tr(QT_TRANSLATE_NOOP("Overlay", "Without an answer we sign you out.")),
            *_told(inputs),
        ),
        icon="clock",
        tone="caution",
        left=_seconds(seconds_left(leaving.timer, inputs.now_ns)),
        buttons=(
            button("stay", stay, "hand", "primary"),
            button("leave-now", out, "log-out", "danger"),
            *(() if _called(inputs) else (person,)),
        ),
    )


def _leaving(inputs: Inputs) -> OverlayProps:
    leaving, state = inputs.state.leaving, inputs.state
    assert leaving is not None  # asked before
    if inputs.duty.signed_in:
        return _signing_out(inputs)
    idle = leaving.why == "idle"
    stay = button("stay", tr(QT_TRANSLATE_NOOP("Overlay", "I'm still here")), "hand", "primary")
    leave = button("leave-now", tr(QT_TRANSLATE_NOOP("Overlay", "Leave and erase")), "log-out", "danger")
    person = button("person-too", tr(QT_TRANSLATE_NOOP("Overlay", "Get a person")), "hand")
    number = button("leave-number", tr(QT_TRANSLATE_NOOP("Overlay", "Leave a phone number first")), "phone")
    flagged = unseen(state) and state.consented and not state.hidden
    heading = (
        QT_TRANSLATE_NOOP("Overlay", "Are you still here?")
        if idle
        else QT_TRANSLATE_NOOP("Overlay", "Do you want to leave?")
    )
    lines = [
        tr(QT_TRANSLATE_NOOP("Overlay", "Your answers are locked and kept. This screen will forget you.")),
        tr(QT_TRANSLATE_NOOP("Overlay", "Without an answer we end your visit.")),
        *_told(inputs),
    ]
    if flagged:
        lines.insert(
            0,
            tr(QT_TRANSLATE_NOOP("Overlay", "Somebody should look at you first. Nobody has seen this yet.")),
        )
    asks_number = flagged and not state.call_when and not state.emergencies
    return OverlayProps(
        name="leaving",
        heading=tr(heading),
        lines=tuple(lines),
        icon="clock",
        tone="caution",
        left=_seconds(seconds_left(leaving.timer, inputs.now_ns)),
        buttons=(
            stay,
            *((number,) if asks_number else ()),
            leave,
            *(() if _called(inputs) else (person,)),
        ),
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
    """Who has heard of the call for a person, and whether anybody has answered."""
    person = inputs.state.person
    return told(inputs) if person is not None and not person.closed else ()


def told(inputs: Inputs) -> tuple[str, ...]:
    """Say it also where the page about it was put away, or never shown."""
    person = inputs.state.person
    if person is None:
        return ()
    if person.answered_by:
        return (_answered(person),)
    on_site = any(way in person.reached for way in ("site-alarm", "site"))
    lines = []
    if on_site:
        lines.append(
            tr(QT_TRANSLATE_NOOP("Overlay", "We are calling a person here. Nobody has answered yet."))
        )
    if "hub" in person.reached:
        lines.append(tr(QT_TRANSLATE_NOOP("Overlay", "The center was told. Nobody has answered yet.")))
    elif person.hub is None and not inputs.state.hub_online:
        lines.append(
            tr(QT_TRANSLATE_NOOP("Overlay", "We can't reach the center now. Please call out to a person."))
        )
    elif person.hub is None or not on_site:
        lines.append(tr(QT_TRANSLATE_NOOP("Overlay", "We are telling the center.")))
    return tuple(lines)


def _answered(person: PersonPage) -> str:
    """That somebody has seen it, never that they are on their way."""
    if person.answered_by == "staff":
        return tr(QT_TRANSLATE_NOOP("Overlay", "A person here has answered."))
    seen = tr(QT_TRANSLATE_NOOP("Overlay", "A person at the center has seen this at %1."))
    try:
        return seen.replace("%1", f"{datetime.fromisoformat(person.answered_at).astimezone():%H:%M}")
    except ValueError:
        return seen.replace("%1", "–")


def _person(inputs: Inputs) -> OverlayProps:
    person = inputs.state.person
    phone = tr(QT_TRANSLATE_NOOP("Overlay", "Phone of this place: %1")).replace(
        "%1", f"\u2068{inputs.profile.site_phone}\u2069"
    )
    counts = person is not None and person.hub is not None and not person.answered_by
    then = tr(QT_TRANSLATE_NOOP("Overlay", "If nobody comes, we tell the center in:"))
    return OverlayProps(
        name="person",
        heading=tr(QT_TRANSLATE_NOOP("Overlay", "You asked for a person.")),
        lines=(*_told(inputs), phone, *((then,) if counts else ())),
        icon="users",
        left=_seconds(seconds_left(person.hub, inputs.now_ns)) if person and person.hub and counts else "",
        buttons=(
            *_emergency(inputs),
            button(
                "close-page", tr(QT_TRANSLATE_NOOP("Overlay", "Go on meanwhile")), "arrow-right", "primary"
            ),
            *staff_here.buttons(inputs, "staff-is-here"),
        ),
    )


def _emergency(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    """Return the way to say that it can't wait, once the patient has agreed to be helped here."""
    if not inputs.state.consented or inputs.state.closing is not None:
        return ()
    return (
        button("emergency-now", tr(QT_TRANSLATE_NOOP("Overlay", "This is an emergency")), "siren", "danger"),
    )


OverlayView = view_model(OverlayProps)
