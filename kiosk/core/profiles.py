"""A changed profile's way in: fetched from the hub, judged by the session, kept only if it can be used.

Core can read that it is the hub's, and for this station; whether its questions and numbers can be asked is
the session's to say, for core knows nothing of medicine. Until then, and when it is refused, the last good
profile stays on the disk and in use. What it says of devices, sound and delivery counts from core's next
start.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from contract import station
from contract.profile import Profile, open_profile
from contract.profile_checks import problems
from contract.seal import SealError
from kiosk.core.identity import Identity
from offline_queue import Refused, Unreachable

log = logging.getLogger(__name__)

LOOK_S: Final = 3600.0  # without a new connection, how often the hub is asked
REFUSED: Final = "profile-refused"
DETAIL_CHARS: Final = 200  # as the hub takes them


class Profiles:
    """`fetch` gets the signed profile from the hub; `tell` reaches the session, `trouble` the technicians."""

    def __init__(
        self,
        identity: Identity,
        fetch: Callable[[], Awaitable[bytes]],
        tell: Callable[[station.ToSession], object],
        trouble: Callable[[str, str], object],
    ) -> None:
        self._identity, self._fetch, self._tell, self._trouble = identity, fetch, tell, trouble
        self._look = asyncio.Event()
        self._offered: tuple[bytes, Profile] | None = None
        self._refused: bytes = b""  # the newest that could not be used: not offered again
        self.problem = ""  # why it could not, in words for a technician

    def hub_is(self, online: bool) -> None:
        """Ask the hub at once after each connection."""
        if online:
            self.look()

    def look(self) -> None:
        """Ask the hub at once: it has another one."""
        self._look.set()

    async def run(self) -> None:
        """Ask the hub for our profile now and then, until cancelled."""
        while True:
            await self._wait()
            try:
                self.came(await self._fetch())
            except (Refused, Unreachable) as error:
                log.info("the hub does not give our profile: %s", error)

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(LOOK_S):
                await self._look.wait()
        except TimeoutError:
            pass
        self._look.clear()

    def came(self, encoded: bytes) -> None:
        """Offer a newer profile to the session; of what is refused here a technician hears why, once."""
        if encoded in {self._refused, self._identity.profile_bytes}:
            return
        try:
            profile = open_profile(encoded, self._identity.root)
        except SealError as error:
            self._refuse(encoded, f"it is not our hub's, or no profile: {error}")
            return
        mine = self._identity.profile
        if profile.station != mine.station:
            self._refuse(encoded, "it is another station's")
        elif profile.version < mine.version:
            self._refuse(encoded, f"version {profile.version} is older than {mine.version}, which is in use")
        elif profile.version > mine.version:
            wrong = problems(profile)
            if wrong:
                self._refuse(encoded, f"version {profile.version}: {'; '.join(wrong)}")
                return
            self._offered = (encoded, profile)
            self.session_came()

    def _refuse(self, encoded: bytes, why: str) -> None:
        """Keep the last good one and say why."""
        self._refused, self.problem = encoded, why[:DETAIL_CHARS]
        self._trouble(REFUSED, self.problem)

    def session_came(self) -> None:
        """Offer what is not judged yet (again, to a new session)."""
        if self._offered is not None:
            self._tell(station.ProfileOffered(profile=self._offered[0]))

    def judged(self, message: station.ProfileJudged) -> None:
        """Keep it, or keep the last good one and say why."""
        if self._offered is None or self._offered[1].version != message.version:
            return
        (encoded, _), self._offered = self._offered, None
        if message.problem:
            self._refuse(encoded, f"version {message.version}: {message.problem}")
            return
        try:
            self._identity.take_profile(encoded)
            self.problem = ""
            log.info("profile version %d is in use", message.version)
        except OSError as error:
            log.warning("the new profile can't be kept: %s", error)
