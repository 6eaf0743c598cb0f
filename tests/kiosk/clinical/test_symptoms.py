"""The list of symptoms: coded, sourced, plain, never a diagnosis; found by whoever can't spell."""

import json
from typing import Any

import pytest
from reading_grade import grade

from kiosk.clinical.library import default_symptoms, finder
from kiosk.clinical.symptoms import PARTS, Finder, Symptom, SymptomError, parse_symptoms, plain, sound

LIST = default_symptoms()
DISEASES = (
    "cancer pneumonia stroke appendicitis meningitis influenza flu covid diabetes asthma arthritis migraine "
    "epilepsy depression sepsis angina hepatitis anemia dementia"
)


@pytest.mark.parametrize("symptom", LIST.symptoms, ids=lambda symptom: symptom.id)
def test_a_symptom_is_coded_sourced_plain_and_names_no_disease(symptom: Symptom) -> None:
    assert "R00" <= symptom.code <= "R99.99"
    assert symptom.now and symptom.sources.now
    assert bool(symptom.soon) == bool(symptom.sources.soon)
    assert bool(symptom.self_care) == bool(symptom.sources.self_care)
    assert symptom.soon or symptom.self_care  # "no" leads to something to do
    lines = (symptom.name, *symptom.now, *symptom.soon, *symptom.self_care)
    for line in lines:
        assert line.languages >= {"en", "es"}
        assert all(len(line.words(language).split()) <= 12 for language in ("en", "es"))
    text = " ".join(f"{line.words('en').rstrip('.')}." for line in lines[1:])
    assert grade(text) <= 6
    told = {*plain(" ".join(line.words("en") for line in lines)).split()}
    assert not told & ({*DISEASES.split()} - {"diabetes"})  # "you have diabetes" is a thing one knows
    assert set(symptom.also) >= {"en", "es"}


def test_every_part_of_the_body_has_some_and_only_one_is_quiet() -> None:
    assert all(len(LIST.of_part(part)) >= 2 for part in PARTS)
    assert [symptom.id for symptom in LIST.symptoms if symptom.quiet] == ["suicide"]
    with pytest.raises(KeyError):
        _ = LIST["toe"]


EN = {
    "hedake": "headache",
    "diarea": "diarrhea",
    "stomack ake": "belly-pain",
    "my belly hurts": "belly-pain",
    "dissy": "dizzy",
    "cant breeth": "short-breath",
    "my hart is racing": "palpitations",
    "chest pane": "chest-pain",
    "heart atack": "chest-pain",
    "throte": "sore-throat",
    "i want to die": "suicide",
    "pee burns": "burning-pee",
    "backpain": "back-pain",
    "leg swolen": "swollen-legs",
    "toothake": "tooth",
    "nummness": "numb",
    "feaver": "fever",
    "caugh": "cough",
    "SEZURE": "seizure",
    "too many pils": "poison",
}
ES = {
    "dolor de cabesa": "headache",
    "calentura": "fever",
    "no puedo respirar": "short-breath",
    "me duele la panza": "belly-pain",
    "diarea": "diarrhea",
    "nauceas": "nausea",
    "sarpuyido": "rash",
    "orina arde": "burning-pee",
    "moreton": "bruises",
    "quiero morir": "suicide",
    "inchazon de piernas": "swollen-legs",
    "bomito": "vomiting",
    "combulsion": "seizure",
    "headache": "headache",  # many type the English word
}


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [("en", *pair) for pair in EN.items()] + [("es", *pair) for pair in ES.items()],
)
def test_typed_wrongly_and_still_found_first(language: str, typed: str, meant: str) -> None:
    assert finder(language).find(typed)[0].id == meant


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_name_is_found_with_any_letter_left_out_or_two_turned_round(language: str) -> None:
    lost = []
    for symptom in LIST.symptoms:
        name = symptom.name.words(language)
        longest = max(name.split(), key=len)
        if len(longest) < 6:
            continue
        for at in range(1, len(longest) - 1, 4):
            turned = longest[:at] + longest[at + 1] + longest[at] + longest[at + 2 :]
            for wrong in (longest[:at] + longest[at + 1 :], turned):
                if symptom not in finder(language).find(name.replace(longest, wrong)):
                    lost.append((name, wrong))
    assert not lost


@pytest.mark.parametrize("language", ["en", "es", "xx"])
def test_every_name_is_found_by_itself(language: str) -> None:
    for symptom in LIST.symptoms:
        assert finder(language).find(symptom.name.words(language))[0] == symptom


def test_the_first_letters_are_enough_and_nothing_finds_nothing() -> None:
    assert finder("en").find("head")[0].id == "headache"
    for typed in ("", " ", "a", "?!", "xqzwk", "the of"):
        assert finder("en").find(typed) == ()


def test_how_words_sound() -> None:
    assert sound("throat") == sound("throte")
    assert sound("cabeza") == sound("cabesa")
    assert plain("  ¿Qué DOLÍA?") == "que dolia"


def row(**changes: Any) -> dict[str, Any]:
    whole = {"id": "x", "code": "R51.9", "name": "X", "parts": ["head"], "also": {}, "now": ["Now"]}
    return {**whole, "sources": {"now": "Carepost [P]"}, **changes}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row(), row()], "x: there twice"),
        ([row(code="J18.9")], "'J18.9' is no code of ICD-10-CM's R00 to R99"),
        ([row(parts=["toe"])], "known are head, eye"),
        ([row(parts=[])], "parts: none"),
        ([row(now=[])], "no sign that needs help now"),
        ([row(soon=["Soon"])], "soon: lines and a source go together"),
        ([row(sources={"now": "a", "self": "b"})], "self: lines and a source go together"),
        ([row(nwo=[])], "nwo"),
    ],
)
def test_a_wrong_edit_is_told(rows: list[dict[str, Any]], said: str) -> None:
    whole = {"mark": "P", "source": "us", "empty": {"en": []}, "hurts": [], "symptoms": rows}
    with pytest.raises(SymptomError, match=said):
        parse_symptoms(json.dumps(whole).encode())


def test_a_finder_of_a_clinics_own_list() -> None:
    data = {
        "mark": "P",
        "source": "us",
        "empty": {"en": ["my"]},
        "hurts": ["pain"],
        "symptoms": [row(name="Toe pain")],
    }
    found = Finder(parse_symptoms(json.dumps(data).encode()), "en").find("my tow pain")
    assert [symptom.id for symptom in found] == ["x"]


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("ar", "راسي يوجعني", "headache"),
        ("ar", "حراره", "fever"),
        ("ar", "الم الصدر", "chest-pain"),
        ("ar", "دوخه", "dizzy"),
        ("ar", "انتحار", "suicide"),
        ("vi", "đau đầu", "headache"),
        ("vi", "dau bung", "belly-pain"),
        ("vi", "kho tho", "short-breath"),
        ("vi", "tu tu", "suicide"),
        ("zh", "头疼", "headache"),
        ("zh", "我拉肚子了", "diarrhea"),
        ("zh", "fashao", "fever"),
        ("zh", "tou tong", "headache"),
        ("zh", "xiongtong", "chest-pain"),
    ],
)
def test_what_people_type_in_other_languages_is_found(language: str, typed: str, meant: str) -> None:
    found = Finder(default_symptoms(), language).find(typed)
    assert found
    assert found[0].id == meant


@pytest.mark.parametrize("language", ["es", "ar", "vi", "zh"])
def test_every_symptom_has_words_in_every_language_and_is_found_by_each(language: str) -> None:
    symptoms = default_symptoms()
    finder = Finder(symptoms, language)
    for symptom in symptoms.symptoms:
        for words in symptom.also[language]:
            assert symptom.id in {each.id for each in finder.find(words)}, words
