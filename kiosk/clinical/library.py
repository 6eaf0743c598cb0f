"""The rules and questionnaires that come with the program: the only place here that reads files."""

from functools import cache
from importlib.resources import files
from typing import Final

from kiosk.clinical.emergency import FirstSteps, parse_first_steps
from kiosk.clinical.questionnaire import load
from kiosk.clinical.questions import Questionnaire
from kiosk.clinical.rules import RuleSet, parse_rules

PACKAGE: Final = "kiosk.clinical"


def read_folder(folder: str) -> dict[str, bytes]:
    """Return the JSON files of one of the package's folders by name."""
    found = files(PACKAGE).joinpath(folder).iterdir()
    return {entry.name: entry.read_bytes() for entry in found if entry.name.endswith(".json")}


@cache
def default_rules() -> RuleSet:
    """Return the rules that come with the program, read once. Raises RuleError when a file is wrong."""
    return parse_rules(read_folder("rules"))


@cache
def default_questionnaire(name: str = "visit") -> Questionnaire:
    """Return a questionnaire that comes with the program: "visit" or "cuff".

    Raises FileNotFoundError, or QuestionnaireError when the file is wrong.
    """
    return load(files(PACKAGE).joinpath("questionnaires", f"{name}.json").read_bytes())


@cache
def default_first_steps() -> FirstSteps:
    """Return what to do at once in an emergency. Raises FirstStepsError when the file is wrong."""
    return parse_first_steps(files(PACKAGE).joinpath("emergency", "first-steps.json").read_bytes())
