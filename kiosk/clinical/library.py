"""The rules and questionnaires that come with the program: the only place here that reads files."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from kiosk.clinical.assemble import assemble
from kiosk.clinical.catalogue import Catalogue, parse_catalogue, translated
from kiosk.clinical.emergency import FirstSteps, parse_first_steps
from kiosk.clinical.questionnaire import load
from kiosk.clinical.questions import Questionnaire, QuestionnaireError
from kiosk.clinical.rules import RuleSet, parse_rules
from kiosk.clinical.symptoms import Finder, SymptomList, parse_symptoms

PACKAGE: Final = "kiosk.clinical"
VISIT: Final = "visit.json"
REASONS: Final = "reasons/"  # the files in this folder: one for each reason to come


def read_folder(folder: str) -> dict[str, bytes]:
    """Return the JSON files of one of the package's folders by name."""
    found = files(PACKAGE).joinpath(folder).iterdir()
    return {entry.name: entry.read_bytes() for entry in found if entry.name.endswith(".json")}


@cache
def default_rules() -> RuleSet:
    """Return the rules that come with the program, read once. Raises RuleError when a file is wrong."""
    return parse_rules(read_folder("rules"))


@cache
def default_catalogues() -> dict[str, Catalogue]:
    """Return the translations that come with the program by language. Raises CatalogueError."""
    files_ = read_folder("words")
    return {found.language: found for found in (parse_catalogue(*entry) for entry in files_.items())}


def questionnaire_of(data: bytes, words: Mapping[str, Catalogue] | None = None) -> Questionnaire:
    """Read one questionnaire with its translations (ours if none are given). Raises QuestionnaireError."""
    return translated(load(data), default_catalogues() if words is None else words)


@cache
def shipped_files() -> dict[str, bytes]:
    """Return the questionnaires' files by name: `visit.json`, …, `reasons/005-fever.json`, …, in order."""
    own = read_folder("questionnaires")
    reasons = {f"{REASONS}{name}": data for name, data in read_folder("questionnaires/reasons").items()}
    return dict(sorted(own.items())) | dict(sorted(reasons.items()))


@cache
def shipped_forms() -> dict[str, Questionnaire]:
    """Return our questionnaires as they are written, one a file: the visit's, the reasons', the cuff's."""
    read = {name: _read(name, data) for name, data in shipped_files().items()}
    reasons = {name: form for name, form in read.items() if name.startswith(REASONS)}
    return {VISIT: read[VISIT]} | reasons | read


def questionnaires(
    changes: Mapping[str, bytes], words: Mapping[str, Catalogue] | None = None
) -> dict[str, Questionnaire]:
    """Return the questionnaires by name, with a clinic's own files instead of or beside ours.

    `words`: their translations, ours if none are given. An empty file takes a reason away. Raises
    QuestionnaireError naming the file and the item.
    """
    names = {**shipped_files(), **changes}
    data = {name: names[name] for name in sorted(names) if names[name]}
    if gone := [name for name in names if name not in data and not name.startswith(REASONS)]:
        raise QuestionnaireError(f"{gone[0]}: only a reason's file can be taken away")
    read = {name: _read(name, content, words) for name, content in data.items()}
    reasons = {name: form for name, form in read.items() if name.startswith(REASONS)}
    found = {name.removesuffix(".json"): form for name, form in read.items() if name not in reasons}
    if strange := sorted(set(found) - {name.removesuffix(".json") for name in shipped_files()}):
        raise QuestionnaireError(f"{strange[0]}.json: no such questionnaire; a reason's is in {REASONS}")
    asked = {name: content for name, content in data.items() if name == VISIT or name in reasons}
    return found | {"visit": assemble(found["visit"], reasons, asked)}


def _read(name: str, data: bytes, words: Mapping[str, Catalogue] | None = None) -> Questionnaire:
    try:
        return questionnaire_of(data, words)
    except QuestionnaireError as error:
        raise QuestionnaireError(f"{name}: {error}") from None


@cache
def default_questionnaires() -> dict[str, Questionnaire]:
    """Return the questionnaires as shipped, read once. Raises QuestionnaireError."""
    return questionnaires({})


def default_questionnaire(name: str = "visit") -> Questionnaire:
    """Return a questionnaire that comes with the program: "visit", "about" or "cuff".

    Raises KeyError, or QuestionnaireError when a file is wrong.
    """
    return default_questionnaires()[name]


@cache
def default_first_steps() -> FirstSteps:
    """Return what to do at once in an emergency. Raises FirstStepsError when the file is wrong."""
    return parse_first_steps(files(PACKAGE).joinpath("emergency", "first-steps.json").read_bytes())


@cache
def default_symptoms() -> SymptomList:
    """Return the list of symptoms that comes with the program. Raises SymptomError when it is wrong."""
    data = files(PACKAGE).joinpath("symptoms", "symptoms.json").read_bytes()
    return translated(parse_symptoms(data), default_catalogues())


@cache
def finder(language: str) -> Finder:
    """Return who finds symptoms in a language."""
    return Finder(default_symptoms(), language)
