"""FHIR R4 over HTTP: read, search, a visit's everything, and what we can do (metadata)."""

from typing import Final
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from hub.config import Limits
from hub.db import Database
from hub.errors import ProblemError, not_found
from hub.fhir import store
from hub.fhir.everything import everything
from hub.fhir.params import PARAMS, TYPES
from hub.fhir.terms import Json
from hub.web.caller import Caller

MEDIA: Final = "application/fhir+json"
VERSION: Final = "4.0.1"
PAGING: Final = frozenset({"_count", "_offset"})


def _answer(resource: Json) -> Response:
    return Response(msgspec.json.encode(resource), media_type=MEDIA)


def _known(kind: str) -> str:
    if kind not in TYPES:
        raise not_found("type of resource here")
    return kind


def _number(query: dict[str, str], name: str, default: int, most: int) -> int:
    text = query.get(name, str(default))
    if not text.isdecimal() or len(text) > 9:
        raise ProblemError(400, "invalid", f"{name} is a whole number.")
    return min(int(text), most)


class FhirApi:
    """The FHIR routes."""

    def __init__(self, db: Database, limits: Limits) -> None:
        self._db = db
        self._limits = limits

    async def metadata(self, request: Request, _: Caller) -> Response:
        """The CapabilityStatement."""
        resources: list[Json] = [
            {
                "type": kind,
                "interaction": [{"code": "read"}, {"code": "search-type"}],
                "searchParam": [
                    {"name": name, "type": param.kind} for name, param in sorted(PARAMS[kind].items())
                ],
            }
            for kind in TYPES
        ]
        resources.append({"type": "Binary", "interaction": [{"code": "read"}]})
        return _answer(
            {
                "resourceType": "CapabilityStatement",
                "status": "active",
                "date": "2026-11-24",
                "kind": "instance",
                "fhirVersion": VERSION,
                "format": ["json"],
                "software": {"name": "Carepost hub"},
                "implementation": {"description": "Carepost hub", "url": str(request.base_url) + "fhir/R4"},
                "rest": [{"mode": "server", "resource": resources}],
            }
        )

    async def read(self, request: Request, _: Caller) -> Response:
        """One resource."""
        kind, identity = _known(request.path_params["type"]), request.path_params["id"]
        found = await self._db.read(lambda s: store.get(s, kind, identity))
        if found is None:
            raise not_found(kind)
        return _answer(found)

    async def search(self, request: Request, _: Caller) -> Response:
        """A page of a type's resources as a searchset Bundle."""
        kind = _known(request.path_params["type"])
        given = dict(request.query_params)
        count = _number(given, "_count", self._limits.page, self._limits.page_max)
        offset = _number(given, "_offset", 0, 1 << 31)
        query = [(k, v) for k, v in request.query_params.multi_items() if k not in PAGING]
        found = await self._db.read(lambda s: store.search(s, kind, query, count, offset))
        base = str(request.base_url) + f"fhir/R4/{kind}"
        links = [{"relation": "self", "url": _url(base, query, count, offset)}]
        if offset + count < found.total and count:
            links.append({"relation": "next", "url": _url(base, query, count, offset + count)})
        return _answer(_bundle(request, found.resources, found.total, links))

    async def everything(self, request: Request, _: Caller) -> Response:
        """A visit and all that refers to it."""
        identity = request.path_params["id"]
        found = await self._db.read(lambda s: everything(s, identity))
        if not found:
            raise not_found("Encounter")
        links = [{"relation": "self", "url": str(request.url)}]
        return _answer(_bundle(request, found, len(found), links))


def _url(base: str, query: list[tuple[str, str]], count: int, offset: int) -> str:
    return base + "?" + urlencode([*query, ("_count", str(count)), ("_offset", str(offset))])


def _bundle(request: Request, resources: list[Json], total: int, links: list[dict[str, str]]) -> Json:
    base = str(request.base_url) + "fhir/R4"
    return {
        "resourceType": "Bundle",
        "type": "searchset",
        "total": total,
        "link": links,
        "entry": [
            {
                "fullUrl": f"{base}/{resource['resourceType']}/{resource['id']}",
                "resource": resource,
                "search": {"mode": "match"},
            }
            for resource in resources
        ],
    }
