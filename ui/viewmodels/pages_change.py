"""What was said so far, each to be changed by a touch."""

from kiosk.clinical.library import default_questionnaire
from kiosk.clinical.questions import Answer, Item, Questionnaire
from kiosk.visit.asking import form_of
from kiosk.visit.change import WHO, answered, name_of
from kiosk.visit.model import Place, Screen
from kiosk.visit.state import State
from ui import beside
from ui.inputs import Inputs
from ui.intents import FORMS
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.page import Choice, PageProps, choice, group, tr


def change(inputs: Inputs) -> PageProps:
    """Who, and every answer."""
    person = inputs.state.person_is
    name = " ".join(part for part in (person.given, person.family) if part) if person is not None else ""
    nobody = tr(QT_TRANSLATE_NOOP("Page", "Without a name"))
    who = choice(WHO, tr(QT_TRANSLATE_NOOP("Page", "Who you are")), name or nobody)
    return PageProps(
        heading=tr(QT_TRANSLATE_NOOP("Page", "What do you want to change?")),
        groups=(group([who, *_answers(inputs)]),),
    )


def _answers(inputs: Inputs) -> list[Choice]:
    why, about = (_form(inputs, screen) for screen in (Screen.QUESTION, Screen.ABOUT))
    return [_line(inputs, place) for place in answered(inputs.state, why, about)]


def _form(inputs: Inputs, screen: Screen) -> Questionnaire:
    """Return what a screen asks here, which may be a clinic's own."""
    context = inputs.context
    return default_questionnaire(FORMS[screen]) if context is None else form_of(context, screen)


def _line(inputs: Inputs, place: Place) -> Choice:
    item = _form(inputs, place.screen).item(place.item)
    language = inputs.prefs.language
    answer = said(inputs.state, place.screen, item, language)
    return choice(name_of(place), item.words(language), answer, beside.of_words(item.text, language))


def said(state: State, screen: Screen, item: Item, language: str) -> str:
    """Return an answer in words."""
    answers = state.about_answers if screen is Screen.ABOUT else state.answers
    if item.together:
        parts = [part for part in item.items if answers.get(part.link_id) is True]
        return ", ".join((part.short or part.text).words(language) for part in parts) or _none()
    return _words(item, answers.get(item.link_id, ()), language)


def _words(item: Item, answer: Answer, language: str) -> str:
    if isinstance(answer, bool):
        yes, no = tr(QT_TRANSLATE_NOOP("Page", "Yes")), tr(QT_TRANSLATE_NOOP("Page", "No"))
        return yes if answer else no
    chosen = answer if isinstance(answer, tuple) else (answer,)
    options = [(code, item.option(code)) for code in chosen if isinstance(code, str)]
    words = [option.text.words(language) if option else code for code, option in options]
    words += [str(number) for number in chosen if isinstance(number, int | float)]
    return ", ".join(word for word in words if word) or _none()


def _none() -> str:
    return tr(QT_TRANSLATE_NOOP("Page", "None of these"))
