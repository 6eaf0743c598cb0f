"""Reasons to come: short, plain, each with what it measures and why; danger signs reach the rules."""

import pytest
from reading_grade import grade

from contract.measurement import Act
from contract.views import views
from kiosk.clinical import SYMPTOMS, Case, default_questionnaire, default_rules, evaluate
from kiosk.clinical.catalogue import CatalogueError, parse_catalogue, texts
from kiosk.clinical.library import (
    REASONS,
    default_catalogues,
    questionnaire_of,
    questionnaires,
    shipped_files,
)
from kiosk.clinical.questionnaire import Answer, enabled, symptoms, to_response, wants
from kiosk.clinical.questions import SYMPTOM, Questionnaire, Words

VISIT = default_questionnaire("visit")
FORMS = {
    form.reason: form
    for name, data in shipped_files().items()
    if name.startswith(REASONS)
    for form in [questionnaire_of(data)]
}
SICK = ["fever", "cough-cold", "sore-throat", "chest-pain", "breathing", "stomach", "headache", "skin", "eye"]
SICK += ["urine", "back-joint", "injury", "mood"]
CHECKS = [
    "refill",
    "after-hospital",
    "after-surgery",
    "blood-pressure",
    "diabetes",
    "heart-failure",
    "check-up",
]
WANTED = SICK + CHECKS
# Nobody says of themselves that they are not alert: those who look on do (consciousness, by hand).
SEEN_BY_OTHERS = frozenset({"not_alert", "altered"})


def test_every_reason_is_there_and_offered_in_this_order() -> None:
    offered = [option.code for option in VISIT.item("reason").options]
    assert offered == [*WANTED, "other"]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_reason_is_short_plain_and_says_why(form: Questionnaire) -> None:
    assert form.source
    asked = [item for item in form.questions() if not item.enable_when]
    assert len(asked) <= (5 if form.reason == "mood" else 3)
    whys = [want.why for want in wants(form, {})]
    assert whys or form.reason == "mood"
    for words in (form.title, *whys):
        assert words.languages >= {"en", "es"}
        assert all(len(words.words(language).split()) <= 12 for language in ("en", "es"))
    if whys:
        assert grade(" ".join(why.words("en") for why in whys)) <= 6
    for item in form.questions():
        answers = ". ".join(option.text.words("en") for option in item.options)
        if answers:
            assert grade(f"{item.words('en')} {answers}.") <= 6, item.link_id


@pytest.mark.parametrize("reason", [*WANTED, "other"])
def test_what_is_measured_and_shown_is_something_the_station_can_do(reason: str) -> None:
    answers: dict[str, Answer] = {"reason": reason}
    found = wants(VISIT, answers)
    assert len({(want.kind, want.what) for want in found}) == len(found)
    for want in found:
        assert want.what in (list(Act) if want.kind == "measure" else views().sets)
    others = [other for other in WANTED if other != reason]
    asked = [item.link_id for item in enabled(VISIT, answers)]
    own = [item.link_id for item in FORMS[reason].questions()] if reason in FORMS else []
    alien = {item.link_id for other in others for item in FORMS[other].questions()} - set(own)
    assert not alien & set(asked)


def test_a_picture_of_the_foot_only_with_a_sore() -> None:
    def pictures(sore: bool) -> list[str]:
        found = wants(VISIT, {"reason": "diabetes", "sugar-foot": sore})
        return [want.what for want in found if want.kind == "photo"]

    assert pictures(True) == ["photo:wound"]
    assert pictures(False) == []


def test_every_symptom_that_a_rule_knows_can_be_told() -> None:
    told = {
        meaning.code
        for item in VISIT.questions()
        for meaning in (*item.means, *(m for option in item.options for m in option.means))
        if meaning.system == SYMPTOM
    }
    assert SYMPTOMS - told == SEEN_BY_OTHERS


@pytest.mark.parametrize(
    ("reason", "answers", "rule", "action"),
    [
        ("fever", {"fever-signs": ("stays",)}, "rf-16", "E"),
        ("fever", {"fever-signs": ("patchy",)}, "rf-16", "E"),
        ("fever", {"fever-signs": ("no-pee",)}, "rf-16", "E"),
        ("fever", {"fever-signs": ("confused",)}, "rf-17", "E"),
        ("fever", {"also": ("stiff-neck",)}, "rf-27", "E"),
        ("sore-throat", {"throat-signs": ("noise",)}, "rf-10", "E"),
        ("chest-pain", {"chest-when": "now"}, "rf-01", "E"),
        ("breathing", {"breath-now": "hard"}, "rf-10", "E"),
        ("breathing", {"breath-signs": ("blue",)}, "rf-10", "E"),
        ("breathing", {"breath-allergy": True, "breath-now": "rest"}, "rf-19", "E"),
        ("headache", {"head-signs": ("neck",)}, "rf-27", "E"),
        ("skin", {"skin-signs": ("hives", "swollen")}, "rf-19", "E"),
        ("skin", {"skin-what": "bite", "skin-signs": ("swollen",)}, "rf-19", "E"),
        ("eye", {"eye-urgent": ("splash",)}, "rf-29", "E"),
        ("eye", {"eye-urgent": ("lost",)}, "rf-29", "E"),
        ("urine", {"urine-signs": ("burns", "no-pee")}, "rf-16", "E"),
        ("injury", {"injury-signs": ("bleeds",)}, "rf-25", "E"),
        ("mood", {"mood-wish": True}, "rf-23", "P"),
        ("mood", {"mood-tried": True}, "rf-23", "P"),
        ("mood", {"mood-took": True}, "rf-28", "E"),
        ("after-hospital", {"hospital-signs": ("confused",)}, "rf-17", "E"),
        ("check-up", {"also": ("seizure",)}, "rf-18", "E"),
    ],
)
def test_a_danger_sign_is_heard_by_the_rules(
    reason: str, answers: dict[str, Answer], rule: str, action: str
) -> None:
    found = symptoms(VISIT, {"reason": reason, **answers})
    fired = evaluate(Case(age=40, symptoms=found), default_rules()).get(rule)
    assert fired is not None and fired.action == action
    calm = symptoms(VISIT, {"reason": reason})
    assert evaluate(Case(age=40, symptoms=calm), default_rules()).worst is None


MOOD = ("mood-down", "mood-joy")
MORE = ("mood-sleep", "mood-tired", "mood-eat", "mood-self", "mood-focus", "mood-speed")


@pytest.mark.parametrize(("down", "joy", "more"), [("0", "0", False), ("1", "1", False), ("1", "2", True)])
def test_low_mood_leads_to_the_other_questions(down: str, joy: str, more: bool) -> None:
    answers: dict[str, Answer] = {"reason": "mood", "mood-down": down, "mood-joy": joy}
    asked = [item.link_id for item in enabled(VISIT, answers)]
    assert (set(MORE) <= set(asked)) is more
    assert not {"mood-two", "mood-nine"} & set(asked)
    assert {"mood-wish", "mood-tried"} <= set(asked)
    assert "how-bad" not in asked


def test_the_sums_go_with_the_answers() -> None:
    answers: dict[str, Answer] = {"reason": "mood", **dict.fromkeys((*MOOD, *MORE), "2")}
    told = str(to_response(VISIT, answers, language="en"))
    assert (
        "'linkId': 'mood-two', 'text': 'Sum of the first two (0 to 6)', 'answer': [{'valueInteger': 4}]"
        in told
    )
    assert "'answer': [{'valueInteger': 16}]" in told
    assert "mood-nine" not in str(to_response(VISIT, {**answers, "mood-down": "0"}, language="en"))


def test_checks_do_not_ask_how_bad_it_is() -> None:
    def asked(reason: str) -> set[str]:
        return {item.link_id for item in enabled(VISIT, {"reason": reason})}

    assert {"how-long", "how-bad", "also"} <= asked("back-joint")
    assert {"how-long", "how-bad"} & asked("refill") == set()
    assert "also" in asked("refill")  # danger signs are asked whatever the reason


def test_all_of_it_is_in_spanish() -> None:
    for name in ("visit", "cuff"):
        form = default_questionnaire(name)
        hidden = {item.words("en") for item, _ in form.walk() if item.calculate}
        bare = {words.words("en") for words in texts(form) if "es" not in words.languages}
        assert bare <= hidden


def test_nobody_reviewed_the_words_yet_and_they_say_so() -> None:
    question = VISIT.item("reason").text
    assert question.reviewed("en") and question.reviewed("xx") and not question.reviewed("es")
    signed = Words({"en": "Sit.", "es": "Siéntese."}, {"es": "A. Ruiz, MD"})
    assert signed.reviewed("es")
    assert default_catalogues()["es"].reviewed_by is None


def test_a_translation_may_name_its_own_reviewer() -> None:
    data = '{"language": "es", "words": {"Sit.": {"text": "Siéntese.", "reviewed_by": "A. Ruiz"}}}'
    entry = parse_catalogue("es.json", data.encode()).find("Sit.")
    assert entry is not None and (entry.text, entry.reviewed_by) == ("Siéntese.", "A. Ruiz")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("es.json", '{"language": "es"', "not readable"),
        ("ar.json", '{"language": "es", "words": {}}', "its language is 'es'"),
        ("es.json", '{"language": "es", "words": {"Sit.": " "}}', "'Sit.' has no words"),
    ],
)
def test_a_broken_file_of_translations_is_told(name: str, data: str, said: str) -> None:
    with pytest.raises(CatalogueError, match=said):
        parse_catalogue(name, data.encode())


def test_the_version_names_exactly_what_was_asked() -> None:
    fever = shipped_files()["reasons/005-fever.json"]
    other = questionnaires({"reasons/005-fever.json": fever.replace(b"Cold, gray", b"Cold, grey")})["visit"]
    assert other.version != VISIT.version
    assert other.version.split("+")[0] == VISIT.version.split("+")[0]
    gone = questionnaires({"reasons/005-fever.json": b""})["visit"]
    assert "fever" not in [option.code for option in gone.item("reason").options]
