"""What patients tell of themselves: rows for the console, FHIR resources, and what was taken back."""

from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from contract.documents import Answers, Told
from hub.errors import FilingError
from hub.fhir import told as fhir
from hub.fhir.store import put
from hub.models import Visit

FACT_WORDS: Final = {  # by whether it is so; what is not in here goes without saying
    ("pregnant", True): "Pregnant, or may be",
    ("pregnant", None): "Does not know whether pregnant",
    ("blood-thinner", True): "Takes a blood thinner",
    ("blood-thinner", None): "Does not know about blood thinners",
    ("home-oxygen", True): "Uses oxygen at home",
    ("oxygen", True): "On oxygen now",
    ("recent-surgery", True): "Operation in the last 3 months",
}
LABELS: Final = {
    "condition": "Illness",
    "medicine": "Medicine",
    "allergy": "Allergy",
    "surgery": "Operation",
    "pharmacy": "Drugstore",
}


class AboutView(msgspec.Struct):
    """What the patient told of themselves. `alerts`: what is to be seen before anything is prescribed.

    `asked` false: nothing was asked yet, which says nothing.
    """

    asked: bool
    alerts: list[str]
    told: list[dict[str, str]]


def check(document: Answers) -> None:
    """Raise FilingError when something was told that is not known here."""
    if not all(each.kind in fhir.KINDS and len(each.text) <= fhir.TEXT_CHARS for each in document.told):
        raise FilingError("the answers tell of something that is not known here")
    if not set(document.facts) <= fhir.FACTS:
        raise FilingError("the answers state a fact that is not known here")


def file(session: Session, row: Visit, document: Answers, response: UUID, at: str) -> list[str]:
    """Write down what was told; what an earlier answer said and this one does not is taken back."""
    if not document.facts and not document.told:
        return []
    now = fhir.things(document.told, document.facts)
    before = fhir.things(*_kept(row))
    gone = [each for each in before if each not in now]
    row.about = {"told": msgspec.to_builtins(document.told), "facts": document.facts}
    made = [put(session, fhir.resource(each, row.id, response, at)) for each in now]
    return made + [put(session, fhir.resource(each, row.id, response, at, withdrawn=True)) for each in gone]


def _kept(row: Visit) -> tuple[list[Told], dict[str, bool | None]]:
    kept: dict[str, Any] = row.about or {"told": [], "facts": {}}
    return msgspec.convert(kept["told"], list[Told]), kept["facts"]


def view(row: Visit) -> AboutView:
    """Return what the console shows."""
    told, facts = _kept(row)
    alerts = [words for (fact, so), words in FACT_WORDS.items() if fact in facts and facts[fact] is so]
    listed = [{"kind": each.kind, "label": LABELS[each.kind], "text": each.text} for each in told]
    return AboutView(row.about is not None, alerts, listed)
