"""Pages of the beginning: consent, who are you, why are you here."""

from itertools import groupby
from typing import Final

from kiosk.clinical.questions import PRESENT, Item, Words
from kiosk.visit.identity import claims
from kiosk.visit.model import Screen
from ui import beside
from ui.drafts import NONE_OF_THESE
from ui.inputs import Inputs
from ui.intents import DONT_KNOW, NO, RATHER_NOT, YES, item_of, many, scale, typed
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.page import (
    RATHER_NOT_SAY,
    Choice,
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

ONLY_YOU: Final = QT_TRANSLATE_NOOP("Page", "So that nobody else can see your earlier visits.")


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
        why=tr(ONLY_YOU) if claims(inputs.state) else "",
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
    item = item_of(inputs.state, inputs.context)
    if item is None:
        return PageProps()
    language = inputs.prefs.language
    choices = _choices(item, language)
    keyboard = "digits" if item.type == "integer" else "letters"
    label = tr(QT_TRANSLATE_NOOP("Page", "Your answer"))
    groups = _groups(item, language, choices)
    return PageProps(
        heading=item.words(language),
        beside="\n".join(filter(None, (beside.of_words(text, language) for text in (item.text, item.why)))),
        why=item.why.words(language) if item.why else "",
        groups=groups,
        fields=(field(inputs, "answer", label, "", keyboard, 60),) if typed(item) else (),
        notes=mistake(inputs),
        buttons=skip() if inputs.screen is Screen.CUFF_QUESTION else _not_known(inputs, item),
    )


def _choices(item: Item, language: str) -> list[Choice]:
    """Return the answers to choose from; what goes with no other comes last."""
    if item.type == "boolean":
        yes, no = tr(QT_TRANSLATE_NOOP("Page", "Yes")), tr(QT_TRANSLATE_NOOP("Page", "No"))
        rather = [] if item.required else [choice(RATHER_NOT, tr(RATHER_NOT_SAY))]
        return [choice(YES, yes), choice(NO, no), *rather]
    if item.together:
        choices = [_answer(part.link_id, part.short or part.text, language) for part in item.items]
    else:
        known = [option for option in item.options if option is not item.unknown]
        choices = [_answer(option.code, option.text, language) for option in known]
    if many(item) and not _only_people(item):
        choices.append(choice(NONE_OF_THESE, tr(QT_TRANSLATE_NOOP("Page", "None of these"))))
    if item.unknown is not None:
        choices.append(_answer(item.unknown.code, item.unknown.text, language))
    return choices + [choice(number, number) for number in scale(item)]


def _answer(name: str, text: Words, language: str) -> Choice:
    return choice(name, text.words(language), beside=beside.of_words(text, language))


def _groups(item: Item, language: str, choices: list[Choice]) -> tuple[Choice, ...]:
    """Return the answers in groups under their headings, where they have some; what has none comes last."""
    under = {option.code: option.heading for option in item.options if option.heading is not None}
    found = []
    for heading, part in groupby(choices, lambda each: under.get(each["name"])):
        label = heading.words(language) if heading else ""
        english = beside.of_words(heading, language)
        found.append(group(list(part), label, english, many=many(item), dense=bool(scale(item))))
    return tuple(found)


def _only_people(item: Item) -> bool:
    """Is it only asked who is here, so that "none of these" is no answer?"""
    return bool(item.options) and all(any(m.system == PRESENT for m in o.means) for o in item.options)


def _not_known(inputs: Inputs, item: Item) -> tuple[Choice, ...]:
    """Return the way on ("dont-know") for who does not know what to type, where that is allowed."""
    if inputs.screen is not Screen.ABOUT or not typed(item) or item.required:
        return ()
    return (button(DONT_KNOW, tr(QT_TRANSLATE_NOOP("Page", "I don't know")), "", "quiet"),)
