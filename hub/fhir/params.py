"""What can be searched: one table of resource types, their parameters and where the values are.

A path is dotted; lists on the way are walked. Kinds: token (Coding, CodeableConcept, Identifier, code),
reference, string, date (instant, dateTime, date or Period).
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from hub.fhir.terms import Json


class Param(NamedTuple):
    """One search parameter."""

    kind: str
    paths: tuple[str, ...]


_PATIENT: Final = Param("reference", ("subject", "patient"))
_ENCOUNTER: Final = Param("reference", ("encounter",))
_STATUS: Final = Param("token", ("status",))
_IDENTIFIER: Final = Param("token", ("identifier",))
_CATEGORY: Final = Param("token", ("category",))
_CODE: Final = Param("token", ("code",))
_COMMON: Final = {"patient": _PATIENT, "encounter": _ENCOUNTER, "identifier": _IDENTIFIER, "status": _STATUS}

PARAMS: Final[dict[str, dict[str, Param]]] = {
    "Patient": {
        "identifier": _IDENTIFIER,
        "name": Param("string", ("name.text", "name.family", "name.given")),
        "family": Param("string", ("name.family",)),
        "given": Param("string", ("name.given",)),
        "birthdate": Param("date", ("birthDate",)),
        "link": Param("reference", ("link.other",)),
    },
    "Encounter": {
        **_COMMON,
        "class": Param("token", ("class",)),
        "date": Param("date", ("period",)),
    },
    "Observation": {
        **_COMMON,
        "category": _CATEGORY,
        "code": _CODE,
        "combo-code": Param("token", ("code", "component.code")),
        "date": Param("date", ("effectiveDateTime",)),
        "device": Param("reference", ("device",)),
        "derived-from": Param("reference", ("derivedFrom",)),
    },
    "Device": {
        "identifier": _IDENTIFIER,
        "status": _STATUS,
        "manufacturer": Param("string", ("manufacturer",)),
        "model": Param("string", ("modelNumber",)),
        "device-name": Param("string", ("deviceName.name",)),
    },
    "QuestionnaireResponse": {
        **_COMMON,
        "authored": Param("date", ("authored",)),
        "questionnaire": Param("reference", ("questionnaire",)),
    },
    "Consent": {
        "patient": _PATIENT,
        "identifier": _IDENTIFIER,
        "status": _STATUS,
        "category": _CATEGORY,
        "date": Param("date", ("dateTime",)),
        "data": Param("reference", ("provision.data.reference",)),
    },
    "Provenance": {
        "target": Param("reference", ("target",)),
        "recorded": Param("date", ("recorded",)),
        "agent": Param("reference", ("agent.who",)),
        "entity": Param("token", ("entity.what.identifier",)),
    },
    "DocumentReference": {
        **_COMMON,
        "type": Param("token", ("type",)),
        "contenttype": Param("token", ("content.attachment.contentType",)),
        "date": Param("date", ("date",)),
        "period": Param("date", ("context.period",)),
        "author": Param("reference", ("author",)),
        "encounter": Param("reference", ("context.encounter",)),
    },
    "Media": {
        **_COMMON,
        "type": Param("token", ("type",)),
        "view": Param("token", ("view",)),
        "site": Param("token", ("bodySite",)),
        "created": Param("date", ("createdDateTime",)),
        "device": Param("reference", ("device",)),
    },
    "Condition": {
        **_COMMON,
        "category": _CATEGORY,
        "code": _CODE,
        "verification-status": Param("token", ("verificationStatus",)),
        "recorded-date": Param("date", ("recordedDate",)),
    },
    "AllergyIntolerance": {
        **_COMMON,
        "code": _CODE,
        "verification-status": Param("token", ("verificationStatus",)),
        "date": Param("date", ("recordedDate",)),
    },
    "MedicationStatement": {
        **_COMMON,
        "encounter": Param("reference", ("context",)),
        "code": Param("token", ("medicationCodeableConcept",)),
    },
    "Procedure": {**_COMMON, "code": _CODE},
    "CarePlan": {**_COMMON, "category": _CATEGORY, "date": Param("date", ("created",))},
    "MedicationRequest": {
        **_COMMON,
        "intent": Param("token", ("intent",)),
        "code": Param("token", ("medicationCodeableConcept",)),
        "authoredon": Param("date", ("authoredOn",)),
    },
    "ServiceRequest": {
        **_COMMON,
        "intent": Param("token", ("intent",)),
        "category": _CATEGORY,
        "code": _CODE,
        "authored": Param("date", ("authoredOn",)),
    },
    "Composition": {
        **_COMMON,
        "type": Param("token", ("type",)),
        "date": Param("date", ("date",)),
    },
    "Communication": {
        **_COMMON,
        "category": _CATEGORY,
        "sent": Param("date", ("sent",)),
    },
    "Flag": {**_COMMON, "category": _CATEGORY, "code": _CODE, "date": Param("date", ("period",))},
}
for _type in PARAMS.values():
    if "patient" in _type:
        _type["subject"] = _type["patient"]

TYPES: Final = tuple(PARAMS)


LONGEST: Final = 256  # characters of a text that are indexed; PostgreSQL takes no index row beyond 2700 bytes


class Value(NamedTuple):
    """An indexed value: text for tokens, references and strings; low and high Unix seconds for dates."""

    param: str
    text: str = ""
    low: float | None = None
    high: float | None = None


def _walk(node: Any, path: str) -> Iterator[Any]:
    head, _, rest = path.partition(".")
    for item in node if isinstance(node, list) else [node]:
        if isinstance(item, dict) and head in item:
            found = item[head]
            if rest:
                yield from _walk(found, rest)
            else:
                yield from found if isinstance(found, list) else [found]


def date_range(text: str) -> tuple[float, float]:
    """Return the first and last second a FHIR date, dateTime or instant may mean; ValueError if none."""
    try:
        return _date_range(text)
    except OverflowError as error:  # the last day there is has no day after it
        raise ValueError("a date at the end of time") from error


def _date_range(text: str) -> tuple[float, float]:
    if len(text) == 4:
        start = datetime(int(text), 1, 1, tzinfo=UTC)
        end = datetime(int(text) + 1, 1, 1, tzinfo=UTC)
    elif len(text) == 7:
        start = datetime.fromisoformat(text + "-01").replace(tzinfo=UTC)
        end = (start + timedelta(days=32)).replace(day=1)
    elif len(text) == 10:
        start = datetime.fromisoformat(text).replace(tzinfo=UTC)
        end = start + timedelta(days=1)
    else:
        start = datetime.fromisoformat(text)
        start = start if start.tzinfo else start.replace(tzinfo=UTC)
        fine = "." in text
        end = start + (timedelta(milliseconds=1) if fine else timedelta(seconds=1))
    return start.timestamp(), end.timestamp()


def fold(text: str) -> str:
    """Return a string as strings are compared: without case."""
    return text.casefold().strip()


def cut(text: str) -> str:
    """Return as much of a text as is indexed: what is sought is cut the same."""
    return text[:LONGEST]


def _tokens(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield f"|{value}"
    elif isinstance(value, bool):
        yield f"|{str(value).lower()}"
    elif isinstance(value, dict):
        codings = value.get("coding")
        for one in codings if isinstance(codings, list) else [value]:
            code = one.get("code", one.get("value"))
            if code is not None:
                yield f"{one.get('system', '')}|{code}"


def _dates(value: Any) -> tuple[float, float]:
    if isinstance(value, dict):
        low = date_range(value["start"])[0] if "start" in value else -1e12
        return low, date_range(value["end"])[1] if "end" in value else 1e12
    return date_range(str(value))


def values(resource: Json) -> Iterator[Value]:
    """Yield everything a resource can be found by, each value once."""
    seen: set[Value] = set()
    for name, param in PARAMS[resource["resourceType"]].items():
        for path in param.paths:
            for raw in _walk(resource, path):
                for found in _indexed(name, param.kind, raw):
                    value = found._replace(text=cut(found.text))
                    if value not in seen:
                        seen.add(value)
                        yield value


def _indexed(name: str, kind: str, raw: Any) -> Iterator[Value]:
    if kind == "token":
        for text in _tokens(raw):
            # found by "system|code" and by "code" alone
            yield Value(name, text)
            if not text.startswith("|"):
                yield Value(name, "|" + text.partition("|")[2])
    elif kind == "reference":
        target = raw.get("reference") if isinstance(raw, dict) else raw
        if isinstance(target, str):
            yield Value(name, target)
    elif kind == "string":
        yield Value(name, fold(str(raw)))
    else:
        low, high = _dates(raw)
        yield Value(name, low=low, high=high)
