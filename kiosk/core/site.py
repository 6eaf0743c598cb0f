"""Calling people on site: tones from the station's loudspeaker, and the site's own paging by a web address.

What goes to that address names the station and the kind of help, never a patient.
"""

import logging
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

import httpx
import msgspec

from contract.profile import PagingConfig, Profile
from kiosk.core.clock import now_text

log = logging.getLogger(__name__)

POST_S: Final = 5.0  # for one answer of the site's paging
LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")


class Notice(msgspec.Struct, frozen=True):
    """What the site's paging is told, as JSON. `kind`: "person" or "emergency". `quiet`: without noise."""

    station: str
    place: str
    kind: str
    quiet: bool
    at: str  # RFC 3339


def allowed(url: str) -> bool:
    """May this be posted to? https, or this machine itself."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)


class Site:
    """The ways to people on site. `chime` has media sound three tones."""

    def __init__(self, profile: Profile, chime: Callable[[], None]) -> None:
        self._station, self._place = profile.name, profile.address
        self._chime = chime
        self.config: PagingConfig = profile.paging
        if self.config.url and not allowed(self.config.url):
            log.warning("the profile's address for paging is not https: it is not used")

    @property
    def pages(self) -> bool:
        """Has the site a paging of its own?"""
        return allowed(self.config.url)

    def sound(self) -> None:
        """Sound the tones once; media says whether they were to be heard."""
        if self.config.chime:
            self._chime()

    async def page(self, kind: str, *, quiet: bool) -> bool:
        """Tell the site's paging; False when it did not take it. Whoever asks tries again."""
        notice = Notice(self._station, self._place, kind, quiet, now_text())
        try:
            async with httpx.AsyncClient(timeout=POST_S, trust_env=False) as client:
                answer = await client.post(
                    self.config.url,
                    content=msgspec.json.encode(notice),
                    headers={"Content-Type": "application/json"},
                )
        except (httpx.HTTPError, OSError) as error:
            log.warning("the site's paging does not answer: %s", type(error).__name__)
            return False
        if answer.is_error:
            log.warning("the site's paging refuses: status %d", answer.status_code)
        return not answer.is_error
