"""Pages of the beginning: consent, who are you, why are you here."""

from kiosk.clinical.questions import PRESENT
from kiosk.visit.model import Screen
from ui.inputs import Inputs
from ui.intents import NO, NONE_OF_THESE, RATHER_NOT, YES, item_of, scale, typed
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.page import (
    RATHER_NOT_SAY,
    PageProps,
    button,
    choice,
    field,
    group,
    mistake,
    note,
    skip,
    tr,
)


def consent(inputs: Inputs) -> PageProps:
    """The words agreed to; their version is recorded with the answer."""
    stop = QT_TRANSLATE_NOOP("Page", "You may stop at any time. This is not for emergencies: call %1.")
    points = (
        (
            "stethoscope",
            tr(QT_TRANSLATE_NOOP("Page", "We ask questions and measure. A provider may see your answers.")),
        ),
        (
            "shield-check",
            tr(
                QT_TRANSLATE_NOOP("Page", "What you say is locked at once. This station can't read it later.")
            ),
        ),
        ("log-out", tr(QT_TRANSLATE_NOOP("Page", "When you finish, this screen forgets you."))),
        (
            "camera",
            tr(QT_TRANSLATE_NOOP("Page", "The camera stays off until you say yes. Nothing is recorded.")),
        ),
        ("phone", tr(stop).replace("%1", inputs.profile.help.emergency_number)),
    )
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Before we start: is this all right with you?")),
        points=tuple(note(text, "ink", icon) for icon, text in points),
        buttons=(button("decline", tr(QT_TRANSLATE_NOOP("Page", "No, I don't agree")), "x"),),
    )


def consent_declined(_: Inputs) -> PageProps:
    """No: nothing was asked, nothing is kept but the no."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "That is your right.")),
        lines=(
            tr(
                QT_TRANSLATE_NOOP(
                    "Page", "We can't go on without your yes. A person here can still help you."
                )
            ),
        ),
        buttons=(
            button("read-again", tr(QT_TRANSLATE_NOOP("Page", "Read it again")), "repeat", "primary"),
            button("leave", tr(QT_TRANSLATE_NOOP("Page", "Leave")), "log-out"),
        ),
        picture="person-comes",
    )


def who(_: Inputs) -> PageProps:
    """A name, or none."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "Do you want to give your name?")),
        why=tr(QT_TRANSLATE_NOOP("Page", "With a name, the provider can find your earlier visits.")),
        buttons=(
            button(
                "give-name", tr(QT_TRANSLATE_NOOP("Page", "Yes, I give my name")), "user-round", "primary"
            ),
            button("anonymous", tr(QT_TRANSLATE_NOOP("Page", "No, stay without a name")), "user-x"),
        ),
    )


def name(inputs: Inputs) -> PageProps:
    """First and last name."""
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "What is your name?")),
        fields=(
            field(inputs, "given", tr(QT_TRANSLATE_NOOP("Page", "First name"))),
            field(inputs, "family", tr(QT_TRANSLATE_NOOP("Page", "Last name"))),
        ),
        notes=mistake(inputs),
    )


def birth_date(inputs: Inputs) -> PageProps:
    """The birth date; of somebody without a name only the age."""
    person = inputs.state.person_is
    if person is not None and person.anonymous:
        return PageProps(
            heading=tr(QT_TRANSLATE_NOOP("Page", "How old are you?")),
            why=tr(QT_TRANSLATE_NOOP("Page", "What a number means depends on your age.")),
            fields=(field(inputs, "age", tr(QT_TRANSLATE_NOOP("Page", "Years")), "67", "digits", 3),),
            buttons=(button("no-birth-date", tr(RATHER_NOT_SAY), "", "quiet"),),
            notes=mistake(inputs),
        )
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "When were you born?")),
        fields=(
            field(inputs, "month", tr(QT_TRANSLATE_NOOP("Page", "Month")), "7", "digits", 2),
            field(inputs, "day", tr(QT_TRANSLATE_NOOP("Page", "Day")), "21", "digits", 2),
            field(inputs, "year", tr(QT_TRANSLATE_NOOP("Page", "Year")), "1948", "digits", 4),
        ),
        buttons=(button("no-birth-date", tr(RATHER_NOT_SAY), "", "quiet"),),
        notes=mistake(inputs),
    )


def question(inputs: Inputs) -> PageProps:
    """One item of a questionnaire."""
    item = item_of(inputs.state)
    if item is None:
        return PageProps()
    language = inputs.prefs.language
    if item.type == "boolean":
        choices = [
            choice(YES, tr(QT_TRANSLATE_NOOP("Page", "Yes"))),
            choice(NO, tr(QT_TRANSLATE_NOOP("Page", "No"))),
        ]
        if not item.required:
            choices.append(choice(RATHER_NOT, tr(RATHER_NOT_SAY)))
    else:
        choices = [choice(o.code, o.text.words(language)) for o in item.options]
        if item.repeats and not any(m.system == PRESENT for o in item.options for m in o.means):
            none = tr(QT_TRANSLATE_NOOP("Page", "None of these"))
            choices.append(choice(NONE_OF_THESE, none))
        choices += [choice(number, number) for number in scale(item)]
    keyboard = "digits" if item.type == "integer" else "letters"
    label = tr(QT_TRANSLATE_NOOP("Page", "Your answer"))
    groups = (group(choices, many=item.repeats, dense=bool(scale(item))),) if choices else ()
    return PageProps(
        heading=item.words(language),
        why=item.why.words(language) if item.why else "",
        groups=groups,
        fields=(field(inputs, "answer", label, "", keyboard, 60),) if typed(item) else (),
        notes=mistake(inputs),
        buttons=skip() if inputs.screen is Screen.CUFF_QUESTION else (),
    )
