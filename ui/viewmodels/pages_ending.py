"""Pages of the end, and of what went wrong: goodbye, the privacy check, out of order."""

from typing import Any

from kiosk.visit.staff import UPDATING
from ui import words
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import keeping, taking
from ui.viewmodels.page import PageProps, button, field, mistake, note, tr


def goodbye(inputs: Inputs) -> PageProps:
    """The end, with the truth about what is saved."""
    closing = inputs.state.closing
    if closing is not None and closing.state == "late":
        how = keeping.kept(inputs.state.papers)
        return PageProps(
            heading=tr(QT_TRANSLATE_NOOP("Page", "Not everything is saved yet.")),
            lines=(
                *((keeping.say(how),) if how is keeping.Kept.FULL else ()),
                tr(QT_TRANSLATE_NOOP("Page", "Please tell a person here. Your name leaves this screen now.")),
            ),
            tone="danger",
        )
    saved = closing is not None and closing.state in ("saved", "ended")
    first = (
        tr(QT_TRANSLATE_NOOP("Page", "Your visit is saved and locked."))
        if saved
        else tr(QT_TRANSLATE_NOOP("Page", "We are saving your visit."))
    )
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Goodbye, and take care.")),
        lines=(first, tr(QT_TRANSLATE_NOOP("Page", "This screen forgets you now."))),
        notes=_paper(inputs),
        picture="finished",
    )


def _paper(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    """Say that there is paper to take, before anything is wiped."""
    printing = inputs.state.printing
    if printing is None or printing.state not in ("printing", "waiting", "printed"):
        return ()
    if printing.state == "printed":
        return (note(tr(QT_TRANSLATE_NOOP("Page", "Take your paper with you.")), "primary", "printer"),)
    if printing.state == "waiting":
        text = tr(QT_TRANSLATE_NOOP("Page", "If your paper does not come, we stop printing it."))
        return (note(f"{taking.trouble(printing.why)} {text}", "caution", "printer"),)
    return (
        note(tr(QT_TRANSLATE_NOOP("Page", "Your paper is coming. Please take it.")), "primary", "printer"),
    )


def resume(inputs: Inputs) -> PageProps:
    """Is it still the same person? Nothing of the visit is shown."""
    check = inputs.state.resume
    kind = check.kind if check else "confirm"
    asks = {
        "birth-year": (QT_TRANSLATE_NOOP("Page", "In which year were you born?"), "digits", 4),
        "first-letter": (QT_TRANSLATE_NOOP("Page", "What is the first letter of your name?"), "letters", 1),
        "age": (QT_TRANSLATE_NOOP("Page", "How old are you?"), "digits", 3),
    }
    fields: tuple[dict[str, Any], ...] = ()
    if kind in asks:
        label, keyboard, most = asks[kind]
        fields = (field(inputs, "check", tr(label), "", keyboard, most),)
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "The screen had to start again. Are you still here?")),
        lines=(tr(QT_TRANSLATE_NOOP("Page", "Nothing was lost. You can go on where you were.")),),
        fields=fields,
        buttons=(
            button("start-over", tr(QT_TRANSLATE_NOOP("Page", "I am somebody else: start over")), "repeat"),
        ),
        notes=mistake(inputs),
    )


def out_of_order(inputs: Inputs) -> PageProps:
    """The station cannot go on, or restarts for an update."""
    if inputs.state.fault == UPDATING:
        return PageProps(
            heading=tr(QT_TRANSLATE_NOOP("Page", "This station is being updated.")),
            lines=(
                tr(QT_TRANSLATE_NOOP("Page", "It is ready again in a few minutes.")),
                tr(QT_TRANSLATE_NOOP("Page", "In an emergency call %1.")).replace(
                    "%1", inputs.profile.help.emergency_number
                ),
            ),
        )
    buttons = (
        (button("leave", tr(QT_TRANSLATE_NOOP("Page", "Leave")), "log-out"),) if inputs.state.visit else ()
    )
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "This station can't go on right now.")),
        lines=(
            words.fault(inputs.state.fault),
            tr(QT_TRANSLATE_NOOP("Page", "Please ask a person here for help.")),
            tr(QT_TRANSLATE_NOOP("Page", "In an emergency call %1.")).replace(
                "%1", inputs.profile.help.emergency_number
            ),
        ),
        buttons=buttons,
        tone="danger",
    )
