"""Why the hub can't be spoken to, as ids with words (`contract.queue_state.WHYS`). Pure.

A person on site can mend some of it (a cable, a router) and none of the rest; what to do about each is on the
staff's screen and in docs/queue.md.
"""

import errno
import socket
import ssl
from collections.abc import Iterator
from typing import Final

from offline_queue import Link

NO_WAY_OUT: Final = frozenset({errno.ENETUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL})
NOT_YET_VALID, EXPIRED = 9, 10  # X509_V_ERR_CERT_NOT_YET_VALID, X509_V_ERR_CERT_HAS_EXPIRED
NOT_KNOWN: Final = frozenset({401, 403})
LATER: Final = frozenset({429, 503})


def of_error(error: BaseException) -> str:
    """Return why there was no answer at all."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return "clock-wrong" if cause.verify_code in {NOT_YET_VALID, EXPIRED} else "not-trusted"
    if any(isinstance(cause, ssl.SSLError) and "ALERT" in (cause.reason or "") for cause in causes):
        return "not-known"  # the other side refused our certificate
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return "no-network"
    if any(isinstance(cause, OSError) and cause.errno in NO_WAY_OUT for cause in causes):
        return "no-network"
    return "no-answer"


def of_status(status: int) -> str:
    """Return why an answer was no receipt, by its HTTP status."""
    if status in NOT_KNOWN:
        return "not-known"
    return "busy" if status in LATER else "turned-away"


def of_link(link: Link, trouble: str) -> str:
    """Return why delivery does not go. `trouble`: what the connection met last."""
    match link:
        case Link.BAD_RECEIPT:
            return "bad-receipt"
        case Link.LOCAL:
            return "store"
        case Link.REFUSED:
            return trouble or "turned-away"
        case Link.UNREACHABLE:
            return trouble or "no-answer"
    return trouble


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and all it was made of."""
    waiting, seen = [error], set[int]()
    while waiting:
        here = waiting.pop()
        if id(here) in seen:
            continue
        seen.add(id(here))
        yield here
        waiting += [cause for cause in (here.__cause__, here.__context__) if cause is not None]
        if isinstance(here, BaseExceptionGroup):
            waiting += here.exceptions
