"""What a profile must be beyond its form: numbers in their ranges, names once, and no secret in it.

Asked by the hub before it signs one, and by the station before it uses one: neither trusts the other to have.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, get_args, get_origin, get_type_hints
from urllib.parse import parse_qsl, urlsplit

import msgspec

from contract import lockdown_words
from contract.profile import Profile

ROLES: Final = ("oximeter", "cuff", "thermometer", "scale", "glucose-meter", "heart-monitor", "scanner")
SECRET_NAMES: Final = re.compile(
    r"(?i)^(password|passwd|pass|secret|token|key|api_?key|sig(nature)?|auth\w*|pin)$"
)
SECRET_TEXTS: Final = re.compile(
    r"(?i)-----BEGIN [A-Z ]*PRIVATE KEY|\bbearer [\w.~+/-]{8,}|\beyJ[\w-]{10,}\.[\w-]{10,}\."
)
SHORTEST_STILL_HERE_S: Final = 20


def problems(profile: Profile) -> list[str]:
    """Return what is wrong with a profile, a line each, its place first; empty: it can be used."""
    return [
        *_numbers(profile),
        *_devices(profile),
        *lockdown_words.problems(profile),
        *(f"{place}: holds a secret" for place in secrets(profile)),
    ]


def _numbers(profile: Profile) -> Iterator[str]:
    screen, timing, media = profile.screen, profile.timing, profile.media
    for name in ("width_px", "height_px", "width_mm"):
        if getattr(screen, name) <= 0:
            yield f"screen.{name}: must be above 0"
    for name in timing.__struct_fields__:
        if getattr(timing, name) < 0:
            yield f"timing.{name}: must not be below 0"
    if timing.still_here_s < SHORTEST_STILL_HERE_S:
        yield f"timing.still_here_s: must be {SHORTEST_STILL_HERE_S} or more"
    for name in ("width", "height", "fps", "max_bitrate_kbit"):
        if getattr(media, name) <= 0:
            yield f"media.{name}: must be above 0"
    if not 0 <= profile.link.call_share_percent <= 100:
        yield "link.call_share_percent: must be 0 to 100"
    if profile.keep_days < 0:
        yield "keep_days: must not be below 0"
    if not profile.languages:
        yield "languages: there must be one"
    if urlsplit(profile.hub_url).scheme != "https":
        yield "hub_url: must begin with https://"


def _devices(profile: Profile) -> Iterator[str]:
    for name, count in Counter(device.id for device in profile.devices).items():
        if count > 1:
            yield f"devices: {name!r} is there {count} times"
    for number, device in enumerate(profile.devices):
        if device.role not in ROLES:
            yield f"devices.{number}.role: {device.role!r} is none of {', '.join(ROLES)}"
        if not device.id or not device.driver or not device.port:
            yield f"devices.{number}: id, driver and port must be given"
        try:
            re.compile(device.pattern)
        except re.error:
            yield f"devices.{number}.pattern: is no regular expression"


def secrets(content: Any, place: str = "") -> Iterator[str]:
    """Yield the places of texts that look like a secret: private keys, passwords in addresses, tokens."""
    if isinstance(content, msgspec.Struct):
        content = msgspec.structs.asdict(content)
    if isinstance(content, dict):
        for name, value in content.items():
            yield from secrets(value, f"{place}.{name}" if place else str(name))
    elif isinstance(content, list | tuple):
        for number, value in enumerate(content):
            yield from secrets(value, f"{place}.{number}")
    elif isinstance(content, str) and _is_secret(content):
        yield place


def _is_secret(text: str) -> bool:
    if SECRET_TEXTS.search(text):
        return True
    try:
        parts = urlsplit(text)
        named = [name for name, value in parse_qsl(parts.query) if value]
        return bool(parts.scheme and parts.netloc) and (
            parts.password is not None or any(SECRET_NAMES.match(name) for name in named)
        )
    except ValueError:
        return False


def unknown(told: Any, kind: Any = Profile, place: str = "") -> Iterator[str]:
    """Yield the places of names that a profile does not have: a typing error must not pass for a setting."""
    if get_origin(kind) is tuple and isinstance(told, list | tuple):
        for number, value in enumerate(told):
            yield from unknown(value, get_args(kind)[0], f"{place}.{number}")
    elif isinstance(kind, type) and issubclass(kind, msgspec.Struct) and isinstance(told, dict):
        hints = get_type_hints(kind)
        for name, value in told.items():
            here = f"{place}.{name}" if place else str(name)
            if name in hints:
                yield from unknown(value, hints[name], here)
            else:
                yield here
