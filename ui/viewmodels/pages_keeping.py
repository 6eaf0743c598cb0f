"""What we keep of the visit, where, and how to see, correct or ask about it: from what was really put."""

from typing import Any, Final

from contract import asks
from kiosk.visit.state import State
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import keeping
from ui.viewmodels.page import PageProps, note, tr

SHORT: Final = 8  # letters of the visit's number that a person can read out
_MEDIA: Final = {
    "photo": QT_TRANSLATE_NOOP("Page", "Pictures: %1"),
    "clip": QT_TRANSLATE_NOOP("Page", "Films: %1"),
    "sound": QT_TRANSLATE_NOOP("Page", "Sounds: %1"),
}


def visit_number(state: State) -> str:
    """Return what to say when asking about a visit; it says nothing about the person."""
    return str(state.visit).upper()[:SHORT] if state.visit is not None else ""


def what(state: State) -> tuple[str, ...]:
    """Return what of this visit is kept, a line each; nothing that was not given."""
    kinds = {paper.kind for paper in state.papers}
    person = state.person_is
    found = []
    if person is not None and not person.anonymous and "identified" in kinds:
        found.append(tr(QT_TRANSLATE_NOOP("Page", "Your name and birth date")))
    elif person is not None and person.anonymous:
        found.append(tr(QT_TRANSLATE_NOOP("Page", "No name: you did not give one")))
    if "answers" in kinds:
        found.append(tr(QT_TRANSLATE_NOOP("Page", "Your answers")))
    if "measured" in kinds:
        found.append(tr(QT_TRANSLATE_NOOP("Page", "What we measured")))
    found += _media(state)
    if state.keep_text:
        found.append(tr(QT_TRANSLATE_NOOP("Page", "What was written in the call")))
    if state.phone:
        found.append(tr(QT_TRANSLATE_NOOP("Page", "Your phone number, to call you back")))
    if state.plan is not None:
        found.append(tr(QT_TRANSLATE_NOOP("Page", "Your plan")))
    if state.health_link is not None:
        found.append(tr(QT_TRANSLATE_NOOP("Page", "Your link to take home")))
    return tuple(found)


def _media(state: State) -> list[str]:
    kept = [asks.family(each.kind) for each in state.kept if each.state != "lost"]
    return [
        tr(text).replace("%1", str(kept.count(family))) for family, text in _MEDIA.items() if family in kept
    ]


def where(inputs: Inputs) -> tuple[str, ...]:
    """Return where it is kept and for how long, as it stands now."""
    days = str(inputs.profile.keep_days)
    here = tr(
        QT_TRANSLATE_NOOP(
            "Page",
            "Here: a locked copy that nobody here can read. It goes %1 days after the center has it.",
        )
    )
    center = tr(
        QT_TRANSLATE_NOOP(
            "Page",
            "At the center of your care team: they read it to care for you. Each look is written down.",
        )
    )
    return (
        keeping.say(keeping.kept(inputs.state.papers)),
        center,
        here.replace("%1", days),
        tr(QT_TRANSLATE_NOOP("Page", "The video call: its picture and voice are not kept.")),
    )


def asking(inputs: Inputs) -> tuple[str, ...]:
    """Return whom to ask to see, correct or know more, and which number to say."""
    contact = inputs.profile.take_away.records_contact or inputs.profile.site_phone
    return (
        tr(QT_TRANSLATE_NOOP("Page", "To see it, correct it or ask: %1")).replace("%1", contact),
        tr(QT_TRANSLATE_NOOP("Page", "Tell them the number of your visit: %1")).replace(
            "%1", visit_number(inputs.state)
        ),
    )


def what_we_keep(inputs: Inputs) -> PageProps:
    """The page."""
    points: list[dict[str, Any]] = [note(line, "primary", "check") for line in what(inputs.state)]
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "What we keep of your visit")),
        points=tuple(points),
        lines=(),
        notes=(
            *(note(line, "ink", "lock") for line in where(inputs) if line),
            *(note(line, "primary", "phone") for line in asking(inputs)),
        ),
    )
