"""Questionnaires within a visit: which item is next, taking an answer, sending them to the hub.

What a questionnaire is, and what its answers mean, is kiosk.clinical.questionnaire's.
"""

from collections.abc import Mapping
from typing import Final

from contract import documents
from kiosk.clinical import questionnaire as forms
from kiosk.clinical.questionnaire import Answer, Questionnaire
from kiosk.clinical.questions import NO_CUFF_ON, SYMPTOM
from kiosk.visit.events import Answered
from kiosk.visit.turn import Turn

NOT_TAKEN: Final = "answer-not-taken"


def next_item(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> str:
    """Return the id of the first question without an answer, empty when there is none."""
    item = forms.next_item(questionnaire, answers)
    return item.link_id if item else ""


def taken(
    turn: Turn, questionnaire: Questionnaire, answers: Mapping[str, Answer], event: Answered
) -> dict[str, Answer] | None:
    """Return the answers with this one; None (with a mistake to show) when it does not fit."""
    if event.item != turn.state.item:
        return None  # a touch that came too late, for the question before
    try:
        forms.check_answer(questionnaire, event.item, event.answer)
    except forms.AnswerError:
        turn.set(mistake=NOT_TAKEN)
        return None
    turn.set(mistake="")
    return {**answers, event.item: event.answer}


def seal_answers(turn: Turn) -> None:
    """Send the answers why the patient came, when the hub does not have just these."""
    state = turn.state
    if state.answers and state.answers != state.answers_sent:
        turn.set(answers_sent=state.answers)
        _seal(turn, turn.context.questionnaire, state.answers)


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
    )
    turn.seal(document)


def harmless(questionnaire: Questionnaire, link_id: str) -> Answer:
    """Return an answer that raises no alarm (rehearsals): no, none of these, or what means the least."""
    item = questionnaire.item(link_id)
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
