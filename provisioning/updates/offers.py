"""What a channel offers, and to whom: the signed file `channel/NAME.json`, and the pure rules of a roll-out.

A channel names one version of the station's software and one of its content. Which files exist at all is
signed offline by the releases' keys; the channel's key only chooses among them, so whoever steals it can hold
a roll-out back or hurry it, and can't make a station run anything that was not released.
"""

import hashlib
import re
from datetime import datetime, time
from typing import Annotated, Final, NamedTuple
from uuid import UUID

import msgspec

from provisioning.updates.errors import UpdateError

CHANNEL: Final = "channel/{}.json"
CHANNEL_MOST: Final = 64 << 10  # bytes
_VERSION: Final = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}){0,3}")
_WINDOW: Final = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])")

Version = tuple[int, ...]


class Offer(msgspec.Struct, frozen=True):
    """One version that may be taken.

    `percent` of the stations take it (which, the station's id decides). `minimum`: a station that runs less
    than this takes the offer whatever percent and hours say, as soon as no visit is under way; empty: none.
    """

    target: str
    version: str
    percent: Annotated[int, msgspec.Meta(ge=0, le=100)] = 100
    minimum: str = ""


class Channel(msgspec.Struct, frozen=True):
    """What there is. `None`: nothing of the kind."""

    station: Offer | None = None
    content: Offer | None = None


class Window(NamedTuple):
    """The hours of a site in which a station may restart, local time; from == to: always."""

    start: time
    end: time

    def holds(self, moment: time) -> bool:
        """Is a local time within? A window may reach over midnight."""
        if self.start <= self.end:
            return self.start == self.end or self.start <= moment < self.end
        return moment >= self.start or moment < self.end


class Verdict(NamedTuple):
    """Is an offer for this station? `why`: newest, older, failed, refused, not-yet, forced or take."""

    take: bool
    why: str
    forced: bool = False


def version(text: str) -> Version:
    """Return a version's numbers, trailing zeros left out ("1.2.0" is "1.2"); UpdateError when it is none."""
    if not _VERSION.fullmatch(text):
        raise UpdateError("not-understood", f"{text[:40]!r} is no version")
    numbers = [int(part) for part in text.split(".")]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def same(one: str, other: str) -> bool:
    """Are two versions the same ("1.2" is "1.2.0")? None (an empty text) is no other's."""
    return bool(one and other) and version(one) == version(other)


def window(text: str) -> Window:
    """Return a window written "22:00-05:00"; UpdateError when it is none."""
    found = _WINDOW.fullmatch(text)
    if not found:
        raise UpdateError("not-understood", f"{text[:40]!r} is no window of hours such as 22:00-05:00")
    hour, minute, to_hour, to_minute = map(int, found.groups())
    return Window(time(hour, minute), time(to_hour, to_minute))


def channel(encoded: bytes) -> Channel:
    """Decode a channel's file; UpdateError when it is none."""
    try:
        told = msgspec.json.decode(encoded, type=Channel)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UpdateError("not-understood", f"the channel's file: {error}") from error
    for offer in (told.station, told.content):
        if offer is not None:
            version(offer.version)
            if offer.minimum and version(offer.minimum) > version(offer.version):
                raise UpdateError("not-understood", "the channel wants more than it offers")
    return told


def chosen(station: UUID, offered: str, percent: int) -> bool:
    """Is a station among the first `percent` of a version? The same stations stay in as it grows."""
    digest = hashlib.sha256(station.bytes + offered.encode()).digest()
    return int.from_bytes(digest[:8]) * 100 < percent << 64


def verdict(offer: Offer, *, running: str, station: UUID, failed: frozenset[str] = frozenset()) -> Verdict:
    """Judge an offer. `failed`: versions that this station tried and that were not well (or refused).

    An older version is never taken: to go back, release the old one under a new number.
    """
    if version(offer.version) == version(running):
        return Verdict(False, "newest")
    if version(offer.version) < version(running):
        return Verdict(False, "older")
    if version(offer.version) in {version(each) for each in failed}:
        return Verdict(False, "failed")
    if offer.minimum and version(running) < version(offer.minimum):
        return Verdict(True, "forced", forced=True)
    if not chosen(station, offer.version, offer.percent):
        return Verdict(False, "not-yet")
    return Verdict(True, "take")


def may_restart(*, visit: bool, forced: bool, hours: Window, now: datetime) -> str:
    """Say why the station may not restart now ("visit" or "hours"); empty: it may. `now` in local time."""
    if visit:
        return "visit"
    if not forced and not hours.holds(now.timetz().replace(tzinfo=None)):
        return "hours"
    return ""


def station_files(offer: Offer) -> tuple[str, str, str]:
    """Return the paths of a version's three files: description, root and what the boot loader starts."""
    folder = offer.target.rpartition("/")[0]
    return offer.target, f"{folder}/root.img.xz", f"{folder}/carepost.efi"
