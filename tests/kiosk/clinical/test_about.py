"""What is asked of everybody: short, "don't know" allowed, and what the answers mean to rules and record."""

import pytest

from kiosk.clinical import default_questionnaire
from kiosk.clinical.questionnaire import (
    TOLD,
    Answer,
    AnswerError,
    check_answer,
    enabled,
    fact,
    next_item,
    present,
    symptoms,
    to_response,
    told,
)

ABOUT = default_questionnaire("about")
UNKNOWN = "asked-unknown"


def asked(**given: Answer) -> list[str]:
    """Answer as given, else "I don't know", "none" or no; the order in which questions came."""
    answers: dict[str, Answer] = {}
    while (item := next_item(ABOUT, answers)) is not None:
        harmless: Answer = (UNKNOWN,) if item.unknown else () if not item.required else False
        answers[item.link_id] = given.get(item.link_id.replace("-", "_"), harmless)
    return list(answers)


@pytest.mark.parametrize("answer", [(), (UNKNOWN,)], ids=["none", "do-not-know"])
def test_who_has_nothing_to_tell_is_asked_one_question(answer: Answer) -> None:
    assert asked(about=answer) == ["about"]


def test_each_thing_told_leads_to_its_own_question() -> None:
    assert asked(about=("illness",)) == ["about", "illness"]
    assert asked(about=("illness",), illness=("diabetes", "other")) == ["about", "illness", "illness-other"]
    assert asked(about=("blood-thinner",)) == ["about", "medicines"]
    assert asked(about=("allergy",), allergy=("food",)) == ["about", "allergy", "allergy-other"]
    assert asked(about=("pregnant", "surgery", "oxygen", "pharmacy", "somebody")) == [
        "about",
        "pregnancy-bleeding",
        "surgery",
        "oxygen-now",
        "pharmacy",
        "present",
    ]


@pytest.mark.parametrize(
    ("answers", "pregnant", "oxygen"),
    [
        ({}, None, None),
        ({"about": ()}, False, False),
        ({"about": (UNKNOWN,)}, None, None),
        ({"about": ("pregnant",)}, True, False),
        ({"about": ("oxygen",)}, False, None),  # not said yet whether right now
        ({"about": ("oxygen",), "oxygen-now": True}, False, True),
        ({"about": ("oxygen",), "oxygen-now": False}, False, False),
        ({"about": ("oxygen",), "oxygen-now": ()}, False, None),
    ],
)
def test_not_known_is_never_taken_for_no(
    answers: dict[str, Answer], pregnant: bool | None, oxygen: bool | None
) -> None:
    assert fact(ABOUT, answers, "pregnant") is pregnant
    assert fact(ABOUT, answers, "oxygen") is oxygen


def test_who_is_in_the_room() -> None:
    assert present(ABOUT, {"about": ()}) == {"alone"}
    assert present(ABOUT, {"about": (UNKNOWN,)}) == frozenset()
    assert present(ABOUT, {"about": ("somebody",)}) == {"somebody"}
    assert present(ABOUT, {"about": ("somebody",), "present": ("family", "interpreter")}) == {
        "family",
        "interpreter",
    }


def test_bleeding_means_something_only_in_pregnancy() -> None:
    answers: dict[str, Answer] = {"about": ("pregnant",), "pregnancy-bleeding": True}
    assert symptoms(ABOUT, answers) == {"bleeding"}
    answers["about"] = ()
    assert symptoms(ABOUT, answers) == frozenset()
    assert "pregnancy-bleeding" not in str(to_response(ABOUT, answers, language="en"))
    assert [item.link_id for item in ABOUT.questions() if item.private] == ["pregnancy-bleeding"]


def test_what_was_told_is_in_the_records_language_or_as_typed() -> None:
    answers: dict[str, Answer] = {
        "about": ("blood-thinner", "allergy", "illness", "pharmacy"),
        "illness": ("diabetes",),
        "allergy": ("penicillin", "other"),
        "allergy-other": "  kiwi: me pican los labios ",
        "medicines": "warfarina",
        "pharmacy": "",
    }
    assert told(ABOUT, answers) == (
        ("condition", "diabetes", "Diabetes"),
        ("medicine", "", "warfarina"),
        ("allergy", "penicillin", "Penicillin"),
        ("allergy", "", "kiwi: me pican los labios"),
    )
    kinds = {m.code for item in ABOUT.questions() for o in item.options for m in o.means if m.system == TOLD}
    assert kinds == {"condition", "allergy"}


def test_i_do_not_know_goes_with_no_other_answer() -> None:
    with pytest.raises(AnswerError, match="goes with no other"):
        check_answer(ABOUT, "about", ("pregnant", UNKNOWN))
    check_answer(ABOUT, "about", (UNKNOWN,))


def test_everything_about_oneself_may_stay_unknown() -> None:
    everything = {"about": tuple(o.code for o in ABOUT.item("about").options if o.code != UNKNOWN)}
    for item in enabled(ABOUT, {**everything, "illness": ("other",), "allergy": ("other",)}):
        assert item.unknown or not item.required or item.link_id in ("pregnancy-bleeding", "present")
