"""Questionnaires within a visit: which item is next, taking an answer, sending them to the hub.

What a questionnaire is, and what its answers mean, is kiosk.clinical.questionnaire's.
"""

from collections.abc import Mapping
from typing import Final

from contract import documents
from kiosk.clinical import questionnaire as forms
from kiosk.clinical.questionnaire import Answer, Item, Meaning, Questionnaire
from kiosk.clinical.questions import NO_CUFF_ON, SYMPTOM
from kiosk.visit.context import Context
from kiosk.visit.events import Answered
from kiosk.visit.model import Screen
from kiosk.visit.turn import Turn

NOT_TAKEN: Final = "answer-not-taken"


def next_item(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> str:
    """Return the id of the first question without an answer, empty when there is none.

    Of questions that are asked together: that of their group.
    """
    item = forms.next_item(questionnaire, answers)
    if item is None:
        return ""
    group = questionnaire.asked_with(item.link_id)
    return group.link_id if group else item.link_id


def form_of(context: Context, screen: Screen) -> Questionnaire:
    """Return the questionnaire a screen asks. Raises LookupError for one that asks none."""
    form = {
        Screen.QUESTION: context.questionnaire,
        Screen.ABOUT: context.about,
        Screen.CUFF_QUESTION: context.cuff_questionnaire,
    }.get(screen)
    if form is None:
        raise LookupError(f"{screen} asks no questionnaire")
    return form


def is_answered(questionnaire: Questionnaire, link_id: str, answers: Mapping[str, Answer]) -> bool:
    """Does a question, or each of those asked together, have an answer?"""
    parts = _parts(questionnaire, link_id)
    return all(part.link_id in answers for part in parts) if parts else link_id in answers


def taken(
    turn: Turn, questionnaire: Questionnaire, answers: Mapping[str, Answer], event: Answered
) -> dict[str, Answer] | None:
    """Return the answers with this one; None (with a mistake to show) when it does not fit.

    Questions asked together are answered by a tuple of those that are so, or one by one.
    """
    shown = turn.state.item
    parts = {part.link_id for part in _parts(questionnaire, shown)} if shown else set()
    if event.item != shown and event.item not in parts:
        return None  # a touch that came too late, for the question before
    try:
        told = _spread(event, parts) if event.item == shown and parts else {event.item: event.answer}
        for link_id, answer in told.items():
            forms.check_answer(questionnaire, link_id, answer)
    except forms.AnswerError:
        turn.set(mistake=NOT_TAKEN)
        return None
    turn.set(mistake="")
    return {**answers, **told}


def _parts(questionnaire: Questionnaire, link_id: str) -> tuple[Item, ...]:
    """Return the questions a group asks together; none for a question."""
    try:
        item = questionnaire.item(link_id)
    except KeyError:
        return ()
    return item.items if item.together else ()


def _spread(event: Answered, parts: set[str]) -> dict[str, Answer]:
    if not isinstance(event.answer, tuple) or not parts.issuperset(event.answer):
        raise forms.AnswerError(f"{event.item}: what is so is a list of its questions")
    return {link_id: link_id in event.answer for link_id in sorted(parts)}


def seal_answers(turn: Turn) -> None:
    """Send the answers why the patient came and about the patient, when the hub does not have just these."""
    state = turn.state
    if state.answers and state.answers != state.answers_sent:
        turn.set(answers_sent=state.answers)
        _seal(turn, turn.context.questionnaire, state.answers)
    about = turn.context.about
    if about is not None and state.about_answers and state.about_answers != state.about_answers_sent:
        turn.set(about_answers_sent=state.about_answers)
        _seal(turn, about, state.about_answers)


def seal_cuff_answers(turn: Turn) -> None:
    """Send the answers asked before the cuff, when the hub does not have just these."""
    state = turn.state
    if state.cuff_answers and state.cuff_answers != state.cuff_answers_sent:
        turn.set(cuff_answers_sent=state.cuff_answers)
        _seal(turn, turn.context.cuff_questionnaire, state.cuff_answers)


def _seal(turn: Turn, questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> None:
    language = turn.state.language
    document = documents.Answers(
        visit=turn.visit,
        at=turn.at,
        response=forms.to_response(questionnaire, answers, language=language, authored=turn.at.wall),
        symptoms=tuple(sorted(forms.symptoms(questionnaire, answers))),
        present=tuple(sorted(forms.present(questionnaire, answers))),
        reason=forms.reason(questionnaire, answers, language),
        told=tuple(documents.Told(*each) for each in forms.told(questionnaire, answers)),
        facts=facts(questionnaire, answers),
    )
    turn.seal(document)


def facts(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> dict[str, bool | None]:
    """Return what the answers say of each fact the questionnaire asks for; None: not known."""
    asked = {m.code for item in questionnaire.questions() for m in _meant(item) if m.system == forms.FACT}
    return {code: forms.fact(questionnaire, answers, code) for code in sorted(asked)}


def _meant(item: Item) -> tuple[Meaning, ...]:
    return (*item.means, *(meaning for option in item.options for meaning in option.means))


def harmless(questionnaire: Questionnaire, link_id: str) -> Answer:
    """Return an answer that raises no alarm (rehearsals): no, none of these, or what means the least."""
    item = questionnaire.item(link_id)
    if item.together:
        return ()
    if item.type == "boolean":
        return False
    if item.type == "integer":
        return item.minimum or 0
    if item.type == "string":
        return "rehearsal"
    if item.repeats:
        return ()
    return min(
        item.options, key=lambda option: sum(m.system in (SYMPTOM, NO_CUFF_ON) for m in option.means)
    ).code
