"""Profiles from one file: the organisation's, each site's, each station's own, merged in this order. Pure.

The rule of merging is JSON Merge Patch (RFC 7396): what is an object is merged name by name, null takes
back to what is shipped, everything else (numbers, texts, whole lists) replaces what was there. The file is
YAML, with comments, kept by whoever runs the stations; it holds no secrets, and names stations by their
name or id.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from contract.profile import Profile
from contract.profile_checks import unknown
from hub.errors import invalid

Settings = dict[str, Any]


class SiteSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A site: what its stations share, and each station's own by name or id (empty: nothing of its own)."""

    profile: Settings = {}
    stations: dict[str, Settings | None] = {}


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    organisation: Settings = {}
    sites: dict[str, SiteSource] = {}


class Told(NamedTuple):
    """What the file says of one station. `settings`: merged, as they go into its profile."""

    station: str
    site: str
    settings: Settings


class Change(NamedTuple):
    """One difference between two profiles; `before` or `after` None: it was, or will be, as shipped."""

    place: str
    before: Any
    after: Any

    def __str__(self) -> str:
        return f"{self.place}: {_shown(self.before)} -> {_shown(self.after)}"


def read(text: bytes) -> Source:
    """Read a file; ProblemError saying where it is wrong."""
    try:
        source = msgspec.yaml.decode(text, type=Source)
    except msgspec.ValidationError as error:
        raise invalid(f"The file does not fit: {error}.") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise invalid(f"The file is not YAML: {' '.join(str(error).split())}") from error
    wrong = list(_unknown(source))
    if wrong:
        raise invalid("A profile has no " + ", ".join(wrong) + ".")
    return source


def _unknown(source: Source) -> Iterator[str]:
    for place, settings in _layers(source):
        yield from (f"{name} (in {place})" for name in unknown(settings))


def _layers(source: Source) -> Iterator[tuple[str, Settings]]:
    yield "organisation", source.organisation
    for name, site in source.sites.items():
        yield f"site {name}", site.profile
        for station, own in site.stations.items():
            yield f"station {station}", own or {}


def merged(below: Settings, above: Settings) -> Settings:
    """Return settings with others put over them (RFC 7396)."""
    result = dict(below)
    for name, value in above.items():
        if value is None:
            result.pop(name, None)
        elif isinstance(value, dict):
            under = result.get(name)
            result[name] = merged(under if isinstance(under, dict) else {}, value)
        else:
            result[name] = value
    return result


def stations(source: Source) -> list[Told]:
    """Return every station's settings; ProblemError when one is named twice."""
    found: dict[str, Told] = {}
    for site, told in source.sites.items():
        for name, own in told.stations.items():
            if name in found:
                raise invalid(f"{name} is named at {found[name].site} and at {site}.")
            below = merged(source.organisation, told.profile)
            found[name] = Told(name, site, merged(below, own or {}))
    return list(found.values())


def changes(before: Profile, after: Profile) -> list[Change]:
    """Return what differs between two profiles of a station, place by place; not its version."""
    old, new = _flat(msgspec.to_builtins(before)), _flat(msgspec.to_builtins(after))
    return [
        Change(place, old.get(place), new.get(place))
        for place in sorted({*old, *new} - {"version"})
        if old.get(place) != new.get(place)
    ]


def _flat(content: Any, place: str = "") -> dict[str, Any]:
    named = isinstance(content, dict)
    if not named and not (isinstance(content, list) and content and isinstance(content[0], dict)):
        return {place: content}
    pairs = content.items() if named else ((item.get("id", n), item) for n, item in enumerate(content))
    result: dict[str, Any] = {}
    for name, value in pairs:
        result.update(_flat(value, f"{place}.{name}" if place else str(name)))
    return result


def _shown(value: Any) -> str:
    text = msgspec.json.encode(value).decode() if value is not None else "-"
    return text if len(text) <= 60 else f"{text[:57]}…"
