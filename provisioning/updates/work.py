"""One look for updates: what is offered, judged; what is for this station, fetched and put in place.

Blocks, for minutes at a time; runs in a thread of the agent's. `Told` is how it says where it is, and how
it hears that a visit began: then it stops at the next piece, and goes on from there another time.
"""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol
from uuid import UUID

from provisioning.updates import noted, offers, slots
from provisioning.updates.client import Trust, Trusted, tidy
from provisioning.updates.errors import UpdateError
from provisioning.updates.sources import Source

log = logging.getLogger(__name__)


class Paused(Exception):
    """A visit began: what is not done yet waits. What came is kept."""


class Told(Protocol):
    """`step(state, version, done, of)` says where the work is; raises Paused when it has to wait."""

    def __call__(self, state: str, version: str, done: int, of: int) -> None:
        """Say it."""
        ...


class Station(NamedTuple):
    """What the judging needs to know of this station. `content`: the version in use, empty: none."""

    id: UUID
    channel: str
    content: str


class Found(NamedTuple):
    """What came of a look. `pack`: a proven content pack and its version. `back_from`: tried, not well."""

    waiting: str = ""
    forced: bool = False
    pack: tuple[str, Path] | None = None
    trouble: UpdateError | None = None


class Work:
    """`places`: the machine's slots, None: it has none and only content comes."""

    def __init__(self, folder: Path, trust: Trust, places: slots.Slots | None) -> None:
        self._folder, self._trust, self._slots = folder, trust, places

    def look(self, sources: Sequence[Source], station: Station, told: Told) -> Found:
        """Look at each source in turn until one can be believed. Raises Paused; UpdateError is in `Found`."""
        trouble: UpdateError | None = None
        told("looking", "", 0, 1)
        for source in sources:
            try:
                trusted = self._trust.look(source)
                return self._take(trusted, trusted.channel(station.channel), station, told)
            except UpdateError as error:
                log.warning("updates: %s: %s", error.why, error)
                trouble = trouble or error
        return Found(waiting=self._slots.waiting if self._slots else "", trouble=trouble)

    def _take(self, trusted: Trusted, channel: offers.Channel, station: Station, told: Told) -> Found:
        known = noted.read(self._folder)
        found = Found()
        keep: set[str] = set()
        try:
            if channel.content is not None:
                found = self._content(trusted, channel.content, station, frozenset(known.refused), told)
                if found.pack:
                    keep.add(found.pack[1].name)
            if self._slots is not None:
                self._withdraw(channel.station, station)
            if channel.station is not None and self._slots is not None:
                failed = frozenset(known.failed) | self._slots.failed
                taken = self._software(trusted, channel.station, station, failed, told)
                found = found._replace(waiting=taken.waiting, forced=taken.forced)
        except UpdateError as error:
            log.warning("updates: %s: %s", error.why, error)
            return found._replace(trouble=error)
        tidy(self._trust.inbox, keep)
        return found

    def _content(
        self, trusted: Trusted, offer: offers.Offer, station: Station, refused: frozenset[str], told: Told
    ) -> Found:
        running = station.content or "0"
        if not offers.verdict(offer, running=running, station=station.id, failed=refused).take:
            return Found()
        return Found(pack=(offer.version, trusted.fetch(offer.target, _progress(told, offer.version))))

    def _withdraw(self, offer: offers.Offer | None, station: Station) -> None:
        """Take back what waits here for its first start, when the channel does not offer it to us any more.

        It was found bad elsewhere, perhaps: who stops a roll-out at noon must not find it started at night.
        """
        assert self._slots is not None
        waiting = self._slots.waiting
        if not waiting or self._slots.trying:
            return
        ours = offer is not None and offers.same(waiting, offer.version)
        if offer is not None and ours:
            ours = offers.verdict(offer, running=self._slots.version, station=station.id).take
        if ours:
            return
        log.info("%s is not offered any more: it is not started", waiting)
        self._slots.withdraw()

    def _software(
        self, trusted: Trusted, offer: offers.Offer, station: Station, failed: frozenset[str], told: Told
    ) -> Found:
        assert self._slots is not None
        verdict = offers.verdict(offer, running=self._slots.version, station=station.id, failed=failed)
        if not verdict.take or self._slots.trying:
            return Found(waiting=self._slots.waiting)
        if not offers.same(self._slots.waiting, offer.version):
            described, root, efi = offers.station_files(offer)
            image = slots.image(trusted.fetch(described).read_bytes())
            if offers.version(image.version) != offers.version(offer.version):
                raise UpdateError("not-understood", f"{described} is of {image.version}")
            progress = _progress(told, offer.version)
            files = trusted.fetch(root, progress), trusted.fetch(efi)
            self._slots.write(image, *files, lambda done, of: told("writing", offer.version, done, of))
        return Found(waiting=self._slots.waiting, forced=verdict.forced)


def _progress(told: Told, version: str) -> Callable[[int, int], None]:
    return lambda done, of: told("fetching", version, done, of)
