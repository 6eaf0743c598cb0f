"""Transactions of resources for a server that gives them ids of its own, and what it made of them. Pure.

A resource that the server may not have is `POST` with `ifNoneExist`: sent twice (an answer that got lost, a
second hub) it is there once. One that it has is `PUT` to its place there. A reference names the place of what
the server has, the `fullUrl` of what comes in the same transaction, and else the identifier of what is meant.

`fullUrl`s are UUIDs of their own, never those of our identifiers: Medplum replaces a `fullUrl`'s UUID
wherever a text holds it, also inside an identifier. An attachment's address is that of the Binary there.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any, Final

from hub.fhir.everything import references
from hub.fhir.terms import OURS, URI, Json, named
from hub.forward import files

MEDIA: Final = "application/fhir+json"
ONE_IDENTIFIER: Final = frozenset({"QuestionnaireResponse", "Composition"})
NO_IDENTIFIER: Final = frozenset({"Provenance", "Binary"})  # R4 gives them none: found by a tag
TAG: Final = OURS + "id"
STAYS: Final = frozenset({OURS + "identity-told-before"})  # may be another person's name
ANCHORS: Final = ("subject", "patient", "encounter")  # without these a resource is nobody's
_PLACE: Final = re.compile(r"(?:^|/)([A-Z][A-Za-z]+/[A-Za-z0-9.\-]{1,64})(?:/_history/[^/]+)?$")
WORDS: Final = 500  # of a server's refusal


class AnswerError(Exception):
    """The server's answer is not one to a transaction."""


@dataclass(frozen=True)
class Transaction:
    """A Bundle to send; `names`: which of our resources each entry is, those in `own` first."""

    names: tuple[str, ...]
    own: frozenset[str]
    bundle: Json


@dataclass(frozen=True)
class Made:
    """What the server made of one entry. `place`: where it is there ("Patient/7"), empty when not told."""

    name: str
    status: int
    place: str
    words: str


def name_of(resource: Json) -> str:
    """Return "Type/id"."""
    return f"{resource['resourceType']}/{resource['id']}"


def in_order(resources: Iterable[Json]) -> list[Json]:
    """Return resources so that what is referred to comes first.

    Ours have no circles. A station's (answers, readings made of each other) may: then a transaction takes
    along what is needed.
    """
    by_name = {name_of(resource): resource for resource in resources}
    graph = {name: sorted(references(one) & set(by_name) - {name}) for name, one in sorted(by_name.items())}
    try:
        return [by_name[name] for name in TopologicalSorter(graph).static_order()]
    except CycleError:
        return [by_name[name] for name in graph]


def anchors(resource: Json) -> set[str]:
    """Return whom and what a resource is about."""
    told = (resource.get(name) for name in ANCHORS)
    return {str(one["reference"]) for one in told if isinstance(one, dict) and "reference" in one}


def transaction(
    own: Iterable[Json], others: Mapping[str, Json], known: Mapping[str, str], dead: Collection[str]
) -> Transaction:
    """Return a transaction of `own`.

    `others`: what else may go along when a reference needs it; `known`: places at the server (empty: it is
    there, we do not know where); `dead`: what the server refused.
    """
    entries: dict[str, Json] = {name_of(one): one for one in own}
    mine = frozenset(entries)
    waiting = list(entries.values())
    while waiting:
        for needed in sorted(references(waiting.pop())):
            if not known.get(needed) and needed in others and needed not in entries and needed not in dead:
                entries[needed] = others[needed]
                waiting.append(others[needed])
    made = [_entry(one, known, entries, along=name not in mine) for name, one in entries.items()]
    return Transaction(tuple(entries), mine, {"resourceType": "Bundle", "type": "transaction", "entry": made})


def _entry(resource: Json, known: Mapping[str, str], entries: Mapping[str, Json], *, along: bool) -> Json:
    name, kind = name_of(resource), str(resource["resourceType"])
    content = _pointed(_keyed(resource, known), known, entries)
    place = known.get(name)
    search = f"_tag={TAG}|{resource['id']}" if kind in NO_IDENTIFIER else f"identifier={URI}|{_urn(resource)}"
    if place is None or along:
        request = {"method": "POST", "url": kind, "ifNoneExist": search}
    elif place:
        content["id"] = place.partition("/")[2]
        request = {"method": "PUT", "url": place}
    else:
        request = {"method": "PUT", "url": f"{kind}?{search}"}
    return {"fullUrl": _full_url(name), "resource": content, "request": request}


def _full_url(name: str) -> str:
    return named(f"entry/{name}").urn


def _urn(resource: Json) -> str:
    return f"urn:uuid:{resource['id']}"


def _keyed(resource: Json, known: Mapping[str, str]) -> Json:
    """Return a copy without what is this hub's own (id, version) and with what it is found by."""
    content = {name: value for name, value in resource.items() if name not in {"id", "meta"}}
    meta = {name: value for name, value in resource.get("meta", {}).items() if name == "profile"}
    if resource["resourceType"] == "Patient" and "extension" in content:
        content["extension"] = [one for one in content["extension"] if one["url"] not in STAYS]
        if not content["extension"]:
            del content["extension"]
    if resource["resourceType"] in files.KINDS:
        content["content"] = _addressed(content["content"], known)
    kind, key = resource["resourceType"], {"system": URI, "value": _urn(resource)}
    if kind in NO_IDENTIFIER:
        meta["tag"] = [{"system": TAG, "code": resource["id"]}]
    elif kind in ONE_IDENTIFIER:
        content["identifier"] = key
    else:
        others = [one for one in resource.get("identifier", []) if one.get("system") != URI]
        content["identifier"] = [key, *others]
    return content | ({"meta": meta} if meta else {})


def _addressed(content: Any, known: Mapping[str, str]) -> Any:
    """Return attachments with the address of their bytes there; ours would lead nowhere."""
    if isinstance(content, list):
        return [one | {"attachment": files.addressed(one["attachment"], known)} for one in content]
    return files.addressed(content, known)


def _pointed(node: Any, known: Mapping[str, str], entries: Mapping[str, Json]) -> Any:
    """Return a copy whose references are the server's, or names of what comes along."""
    if isinstance(node, list):
        return [_pointed(each, known, entries) for each in node]
    if not isinstance(node, dict):
        return node
    copy = {name: _pointed(value, known, entries) for name, value in node.items()}
    target = copy.get("reference")
    if not isinstance(target, str) or target.count("/") != 1:
        return copy
    if place := known.get(target):
        return copy | {"reference": place}
    if target in entries:
        return copy | {"reference": _full_url(target)}
    kind, _, identity = target.partition("/")
    del copy["reference"]
    return copy | {"type": kind, "identifier": {"system": URI, "value": f"urn:uuid:{identity}"}}


def answered(sent: Transaction, answer: object) -> list[Made]:
    """Return what became of each entry; AnswerError when this is no answer to it."""
    entries = answer.get("entry") if isinstance(answer, dict) else None
    if (
        not isinstance(answer, dict)
        or answer.get("resourceType") != "Bundle"
        or not isinstance(entries, list)
    ):
        raise AnswerError("the server did not answer with a Bundle")
    if len(entries) != len(sent.names):
        raise AnswerError("the server's answer has not an entry for each of ours")
    return [_made(name, entry) for name, entry in zip(sent.names, entries, strict=True)]


def _made(name: str, entry: Any) -> Made:
    response = entry.get("response") if isinstance(entry, dict) else None
    status = str(response.get("status", "")) if isinstance(response, dict) else ""
    if not isinstance(response, dict) or not re.match(r"\d{3}\b", status):
        raise AnswerError("an entry of the server's answer has no status")
    kind = name.partition("/")[0]
    resource = entry.get("resource")
    told = [str(response.get("location") or "")]
    if isinstance(resource, dict) and resource.get("resourceType") == kind:
        told.append(f"{kind}/{resource.get('id', '')}")
    return Made(name, int(status[:3]), next(_places(told, kind), ""), words_of(response.get("outcome")))


def place_of(*told: str) -> str:
    """Return the first place of a Binary that is told ("Binary/7"), empty when none is."""
    return next(_places(told, "Binary"), "")


def _places(told: Iterable[str], kind: str) -> Iterator[str]:
    for text in told:
        found = _PLACE.search(text)
        if found and found[1].startswith(kind + "/"):
            yield found[1]


def words_of(outcome: object) -> str:
    """Return what an OperationOutcome says; nothing when it is none."""
    if not isinstance(outcome, dict) or outcome.get("resourceType") != "OperationOutcome":
        return ""
    issues = outcome.get("issue")
    said = []
    for issue in issues if isinstance(issues, list) else []:
        if isinstance(issue, dict):
            details = issue.get("details")
            text = details.get("text") if isinstance(details, dict) else None
            where = issue.get("expression")
            places = ", ".join(map(str, where)) if isinstance(where, list) else ""
            said.append(" ".join(str(part) for part in (places, text, issue.get("diagnostics")) if part))
    return "; ".join(said)[:WORDS] or "no reason given"
