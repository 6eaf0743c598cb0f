"""Our certificate is renewed by itself: asked for in its last third, by mutual TLS, for the same key.

No restart and no reboot: connections made from then on use the new one. A hub that is away is asked again; in
the last third of 825 days that is nine months of chances. What it answers is checked before it is kept.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from cryptography import x509

from contract.enrolment import certificate_request
from contract.seal import SealError
from kiosk.core.identity import Identity
from offline_queue import Refused, Unreachable

log = logging.getLogger(__name__)

LOOK_S: Final = 6 * 3600.0
AGAIN_S: Final = 900.0  # after a hub that was away, or refused


def due(certificate: x509.Certificate, now: datetime) -> bool:
    """Is a certificate in the last third of its life (or past it)?"""
    life: timedelta = certificate.not_valid_after_utc - certificate.not_valid_before_utc
    return now >= certificate.not_valid_after_utc - life / 3


def days_left(certificate: x509.Certificate, now: datetime) -> int:
    """Return the whole days until it ends; negative after that."""
    return (certificate.not_valid_after_utc - now).days


class CertificateRenewal:
    """`ask` posts a request to the hub and returns what it answers; `now` is the hub's time."""

    def __init__(
        self, identity: Identity, ask: Callable[[bytes], Awaitable[bytes]], now: Callable[[], float]
    ) -> None:
        self._identity, self._ask, self._now = identity, ask, now
        self._look = asyncio.Event()

    def hub_is(self, online: bool) -> None:
        """Look at once after each connection."""
        if online:
            self._look.set()

    async def run(self) -> None:
        """Renew when it is time, until cancelled."""
        while True:
            wait = LOOK_S if await self.once() else AGAIN_S
            try:
                async with asyncio.timeout(wait):
                    await self._look.wait()
            except TimeoutError:
                pass
            self._look.clear()

    async def once(self) -> bool:
        """Renew if it is time; False when that should be tried again soon."""
        try:
            if not due(self._identity.certificate, datetime.fromtimestamp(self._now(), UTC)):
                return True
            self._identity.take_certificate(await self._ask(certificate_request(self._identity.key)))
        except (Refused, Unreachable) as error:
            log.warning("our certificate can't be renewed now: %s", error)
            return False
        except (SealError, OSError, ValueError) as error:
            log.warning("our certificate was not renewed: %s", error)
            return False
        log.info("our certificate is renewed until %s", self._identity.certificate.not_valid_after_utc)
        return True
