"""Pages on who it is: name or none, card, phone and its code, a minor's guardian, a card for next time."""

from typing import Any, Final

from contract.instruments import DeviceState
from kiosk.visit.identity import may_ask_again, scanner_ready
from kiosk.visit.model import seconds_left
from kiosk.visit.parts import Proof
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.qr import picture
from ui.viewmodels.page import PageProps, button, field, mistake, note, tr

SHOWN_DIGITS: Final = 2
CODE_AGAIN_S: Final = 30
WITHOUT: Final = QT_TRANSLATE_NOOP("Page", "Go on without it")
CODES: Final = {
    "sending": QT_TRANSLATE_NOOP("Page", "We are sending a code to the phone that ends in %1."),
    "checking": QT_TRANSLATE_NOOP("Page", "We are looking at your code."),
    "sent": QT_TRANSLATE_NOOP(
        "Page", "We sent a code to the phone that ends in %1. It works for 10 minutes."
    ),
    "right": QT_TRANSLATE_NOOP("Page", "The code is right."),
}
TROUBLES: Final = {
    "unsent": QT_TRANSLATE_NOOP("Page", "We can't send a code now. You can go on without it."),
    "wrong": QT_TRANSLATE_NOOP("Page", "This code is not right. Please look at it again."),
    "expired": QT_TRANSLATE_NOOP("Page", "This code is too old. Please ask for a new one."),
    "too-many": QT_TRANSLATE_NOOP("Page", "That was too often. Please go on without it."),
}


def who(inputs: Inputs) -> PageProps:
    """A name, a card, a phone, or none of them."""
    state = inputs.state
    buttons = [button("give-name", tr(QT_TRANSLATE_NOOP("Page", "Type my name")), "user-round", "primary")]
    if scanner_ready(state):
        buttons.append(button("by-card", tr(QT_TRANSLATE_NOOP("Page", "I have a Carepost card")), "qr-code"))
    if state.hub_online and inputs.profile.phone_codes:
        buttons.append(button("by-phone", tr(QT_TRANSLATE_NOOP("Page", "Use my phone number")), "phone"))
    buttons.append(button("anonymous", tr(QT_TRANSLATE_NOOP("Page", "Stay without a name")), "user-x"))
    attends = (
        QT_TRANSLATE_NOOP("Page", "Staff helps: on. Touch to take it back.")
        if state.attended
        else QT_TRANSLATE_NOOP("Page", "I work here and help this patient")
    )
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Who are you?")),
        why=tr(QT_TRANSLATE_NOOP("Page", "Only a card or your phone brings back your earlier values.")),
        buttons=(*buttons, button("staff-attends", tr(attends), "users", "quiet")),
        notes=mistake(inputs),
    )


def card(inputs: Inputs) -> PageProps:
    """Before the reader."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Hold your card before the reader.")),
        lines=(tr(QT_TRANSLATE_NOOP("Page", "The square with dots must face the red light.")),),
        buttons=(button("without", tr(WITHOUT), "arrow-right"),),
        notes=(*mistake(inputs), *_reader(inputs.state.device("scanner"))),
    )


def _reader(device: DeviceState | None) -> tuple[dict[str, Any], ...]:
    if device is not None and device.state not in ("fault", "absent"):
        return ()
    return (note(tr(QT_TRANSLATE_NOOP("Page", "The reader does not work now.")), "danger", "circle-alert"),)


def phone(inputs: Inputs) -> PageProps:
    """The number a code goes to."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "What is your mobile phone number?")),
        why=tr(QT_TRANSLATE_NOOP("Page", "We send it a code, to see that it is you.")),
        fields=(
            field(inputs, "phone", tr(QT_TRANSLATE_NOOP("Page", "Phone number")), "555 0123", "phone", 30),
        ),
        notes=mistake(inputs),
    )


def code(inputs: Inputs) -> PageProps:
    """The code that came, and how it stands with it."""
    proof = inputs.state.proof
    buttons = [button("without", tr(WITHOUT), "arrow-right", "quiet")]
    if may_ask_again(inputs.state, inputs.now_ns, CODE_AGAIN_S):
        buttons.insert(0, button("code-again", tr(QT_TRANSLATE_NOOP("Page", "Send a new code")), "repeat"))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Which code came to your phone?")),
        lines=_about_code(proof),
        fields=(field(inputs, "code", tr(QT_TRANSLATE_NOOP("Page", "Code")), "123456", "digits", 6),),
        notes=(*mistake(inputs), *_trouble(proof)),
        buttons=tuple(buttons),
    )


def _about_code(proof: Proof | None) -> tuple[str, ...]:
    if proof is None or proof.code not in CODES:
        return ()
    digits = "".join(c for c in proof.secret if c.isdecimal())
    return (tr(CODES[proof.code]).replace("%1", digits[-SHOWN_DIGITS:]),)


def _trouble(proof: Proof | None) -> tuple[dict[str, Any], ...]:
    if proof is None or proof.code not in TROUBLES:
        return ()
    return (note(tr(TROUBLES[proof.code]), "danger", "circle-alert"),)


def looking(inputs: Inputs) -> PageProps:
    """The hub is asked."""
    timer = inputs.state.timer
    left = seconds_left(timer, inputs.now_ns) if timer else 0
    wait = tr(QT_TRANSLATE_NOOP("Page", "This takes %1 seconds at most.")).replace("%1", str(left))
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "We are looking for your earlier visits.")),
        lines=(wait,),
        buttons=(button("without", tr(WITHOUT), "arrow-right"),),
    )


def known(inputs: Inputs) -> PageProps:
    """Is this you?"""
    proof = inputs.state.proof
    found = proof.found if proof is not None else None
    name = " ".join(part for part in (found.given, found.family) if part) if found is not None else ""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Are you %1?")).replace("%1", name),
        buttons=(button("not-me", tr(QT_TRANSLATE_NOOP("Page", "No, that is not me")), "user-x"),),
    )


def guardian(_: Inputs) -> PageProps:
    """Who is with a minor."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Which adult is here with you?")),
        why=tr(QT_TRANSLATE_NOOP("Page", "An adult must agree for you.")),
        buttons=(
            button("parent", tr(QT_TRANSLATE_NOOP("Page", "My mother or father")), "users", "primary"),
            button("guardian", tr(QT_TRANSLATE_NOOP("Page", "My legal guardian")), "users"),
            button("other", tr(QT_TRANSLATE_NOOP("Page", "Another adult")), "user-round"),
            button("nobody", tr(QT_TRANSLATE_NOOP("Page", "Nobody: call a person")), "hand"),
        ),
    )


def guardian_name(inputs: Inputs) -> PageProps:
    """The adult's name, and the yes in the minor's place."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "For the adult: what is your name?")),
        why=tr(QT_TRANSLATE_NOOP("Page", "With this you agree, for the child, to what we showed before.")),
        fields=(
            field(inputs, "guardian", tr(QT_TRANSLATE_NOOP("Page", "Your first and last name")), "", most=60),
        ),
        notes=mistake(inputs),
    )


def card_made(inputs: Inputs) -> PageProps:
    """The card for the next visit."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Your card for next time")),
        lines=(
            tr(QT_TRANSLATE_NOOP("Page", "Take a photo of it with your phone.")),
            tr(
                QT_TRANSLATE_NOOP("Page", "Next time, hold it before the reader and tell us your birth date.")
            ),
            tr(QT_TRANSLATE_NOOP("Page", "Your name is not on it.")),
        ),
        picture=picture(inputs.state.card),
        picture_words=tr(QT_TRANSLATE_NOOP("Page", "A square with dots, to be scanned")),
    )
