"""A content pack: questionnaires, rules and translations that come by an update. Pure.

Names: `visit.json`, `reasons/NAME.json` … as a clinic's own questions (docs/questions.md),
`rules/NAME.json`, `words/LANGUAGE.json`. What a station's profile says goes before what a pack says, and
that before what is shipped.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from kiosk.clinical.catalogue import Catalogue, CatalogueError, parse_catalogue
from kiosk.clinical.grammar import RuleError
from kiosk.clinical.library import default_catalogues, default_rules, questionnaires, read_folder
from kiosk.clinical.pack import unpack
from kiosk.clinical.questions import Questionnaire, QuestionnaireError
from kiosk.clinical.rules import RuleSet, parse_rules

RULES: Final = "rules/"
WORDS: Final = "words/"


class ContentError(ValueError):
    """A content pack can't be used; the message says which file, and what is wrong with it."""


class Content(NamedTuple):
    """A pack's files by what they are; the names without their folder (reasons keep theirs)."""

    questions: Mapping[str, bytes] = {}
    rules: Mapping[str, bytes] = {}
    words: Mapping[str, bytes] = {}

    def catalogues(self) -> dict[str, Catalogue]:
        """Return the translations, ours and the pack's. Raises CatalogueError."""
        found = {name: parse_catalogue(name, data) for name, data in self.words.items()}
        return {**default_catalogues(), **{each.language: each for each in found.values()}}

    def rule_set(self) -> RuleSet:
        """Return the rules, the pack's files in place of ours. Raises RuleError."""
        if not self.rules:
            return default_rules()
        whole = parse_rules({**read_folder("rules"), **self.rules})
        if gone := sorted(
            {each.rule.id for each in default_rules().rules} - {r.rule.id for r in whole.rules}
        ):
            raise RuleError(f"{', '.join(gone)}: a pack may change a rule, not take it away")
        return whole

    def forms(self, own: Mapping[str, bytes]) -> dict[str, Questionnaire]:
        """Return the questionnaires; `own`: a profile's, that go before all. Raises QuestionnaireError."""
        return questionnaires({**self.questions, **own}, self.catalogues())


def read(packed: bytes) -> Content:
    """Return what a pack holds, not yet understood; nothing: an empty one. Raises ContentError."""
    if not packed:
        return Content()
    try:
        files = unpack(packed)
    except QuestionnaireError as error:
        raise ContentError(str(error)) from None
    return split(files)


def split(files: Mapping[str, bytes]) -> Content:
    """Sort files by what they are."""
    found: tuple[dict[str, bytes], dict[str, bytes], dict[str, bytes]] = {}, {}, {}
    for name, data in files.items():
        kind = 1 if name.startswith(RULES) else 2 if name.startswith(WORDS) else 0
        found[kind][name.removeprefix(("", RULES, WORDS)[kind])] = data
    return Content(*found)


def check(content: Content) -> None:
    """Raise ContentError unless all of it can be used as it is."""
    try:
        content.rule_set()
        content.forms({})
    except (RuleError, CatalogueError, QuestionnaireError) as error:
        raise ContentError(str(error)) from None
