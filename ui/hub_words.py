"""The session's key: made when a visit begins, and what the hub seals to it is opened with it."""

import logging
from uuid import UUID, uuid4

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from contract import talk
from contract.measurement import Instant
from contract.seal import KeySet, SealError, open_reply
from kiosk.visit.events import Begun

log = logging.getLogger("ui")


def begun(at: Instant, language: str) -> Begun:
    """Return the event that a visit begins, with its id and the session's key pair."""
    public, private = key_pair()
    return Begun(at=at, language=language, visit=uuid4(), session_public=public, session_private=private)


def key_pair() -> tuple[bytes, bytes]:
    """Return a new raw X25519 key pair: public, private."""
    private = X25519PrivateKey.generate()
    return private.public_key().public_bytes_raw(), private.private_bytes_raw()


def opened(reply: bytes, *, station: UUID, keys: KeySet, private: bytes) -> talk.Live | None:
    """Return a live message of the hub's; None when it is not the hub's, not for us, or no message."""
    if not private:
        return None
    try:
        key = X25519PrivateKey.from_private_bytes(private)
        schema, plain = open_reply(reply, station=station, keys=keys, private=key)
        if schema != talk.LIVE_SCHEMA:
            raise SealError("not a live message")
        return talk.decode(plain)
    except (SealError, msgspec.DecodeError, UnicodeDecodeError) as error:
        log.warning("a message of the hub's is refused: %s", error)
        return None
