"""Clinical rules, NEWS2, questionnaires and first steps in an emergency: data and pure functions.

    case.py, units.py    what the rules look at, in which units
    findings.py          which readings may be believed
    conditions.py        the language of conditions; grammar.py reads it
    rules.py             rules as data; evaluate.py applies them
    news2.py             National Early Warning Score 2
    questions.py         what a questionnaire is; questionnaire_file.py reads a small subset of FHIR
    questionnaire.py     what to ask next, what answers mean, the FHIR response
    emergency.py         what to do at once, in the person's language
    library.py           the files that come with the program (the only I/O)
    cli.py               python -m kiosk rules …
    documentation.py     docs/clinical.md from the data; describe.py puts conditions into words

Carepost is not a diagnosis: rules escalate, they never reassure.
"""

from kiosk.clinical.case import SYMPTOMS, Case, CaseError, Reading, parse_case
from kiosk.clinical.emergency import FirstSteps
from kiosk.clinical.evaluate import Fired, Outcome, evaluate
from kiosk.clinical.grammar import RuleError
from kiosk.clinical.library import default_first_steps, default_questionnaire, default_rules
from kiosk.clinical.news2 import News2, Vitals, news2
from kiosk.clinical.rules import Action, Rule, RuleSet, parse_rules

__all__ = [
    "SYMPTOMS",
    "Action",
    "Case",
    "CaseError",
    "Fired",
    "FirstSteps",
    "News2",
    "Outcome",
    "Reading",
    "Rule",
    "RuleError",
    "RuleSet",
    "Vitals",
    "default_first_steps",
    "default_questionnaire",
    "default_rules",
    "evaluate",
    "news2",
    "parse_case",
    "parse_rules",
]
