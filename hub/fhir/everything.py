"""A visit and all that refers to it."""

from typing import Any

from sqlalchemy.orm import Session

from hub.fhir import store
from hub.fhir.params import PARAMS, TYPES
from hub.fhir.terms import Json


def everything(session: Session, identity: str) -> list[Json]:
    """Return a visit's Encounter and what belongs to it; nothing when there is no such visit."""
    encounter = store.get(session, "Encounter", identity)
    if encounter is None:
        return []
    found = {("Encounter", identity): encounter}
    reference = f"Encounter/{identity}"
    for kind in TYPES:
        if "encounter" in PARAMS[kind]:
            _add(found, store.referring(session, kind, "encounter", reference))
    mentioned = sorted({name for resource in found.values() for name in references(resource)})
    _add(found, store.many(session, mentioned))
    for name in [name for kind, name in found if kind == "Patient"]:
        _add(found, store.referring(session, "Consent", "patient", f"Patient/{name}"))
    for kind, name in list(found):
        _add(found, store.referring(session, "Provenance", "target", f"{kind}/{name}"))
    return list(found.values())


def _add(found: dict[tuple[str, str], Json], more: list[Json]) -> None:
    for resource in more:
        found.setdefault((resource["resourceType"], resource["id"]), resource)


def references(node: Any) -> set[str]:
    """Return the local references anywhere in a resource."""
    if isinstance(node, dict):
        own = node.get("reference")
        inner = set().union(*(references(value) for value in node.values())) if node else set()
        return inner | ({own} if isinstance(own, str) and own.count("/") == 1 else set())
    if isinstance(node, list):
        return set().union(*(references(each) for each in node)) if node else set()
    return set()
