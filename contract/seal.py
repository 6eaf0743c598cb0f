"""Sealing to the hub, sealing to a session, and signatures.

HPKE (RFC 9180) base mode, X25519-HKDF-SHA256-ChaCha20Poly1305. `info` binds a ciphertext to its
station, key and schema, so that it opens nowhere else. Station ids are 16 bytes and key ids 8, the
schema comes last: the plain concatenation is unambiguous.

Plaintexts are padded to size buckets before sealing, so that a length tells little.
"""

import hashlib
import time
from typing import Final
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
SMALLEST_BUCKET: Final = 256
LARGEST_BUCKET: Final = 1 << 20  # larger things go by the chunk, not by an envelope

_LENGTH: Final = 4


class SealError(Exception):
    """A ciphertext or signature that is not what it claims to be. Says whose fault: the sender's."""


class Sealed(msgspec.Struct, frozen=True):
    """What a queue carries. Only the holder of the key `key_id` can read it."""

    key_id: bytes
    schema: str
    ciphertext: bytes


class Signed(msgspec.Struct, frozen=True):
    """A msgpack body and the Ed25519 signature over `context` and body."""

    body: bytes
    signature: bytes
    key_id: bytes


class PublicKey(msgspec.Struct, frozen=True):
    """A hub key: X25519 for sealing, Ed25519 for signing. Times are Unix seconds (UTC)."""

    id: bytes
    public: bytes
    not_before: int
    not_after: int


class KeySet(msgspec.Struct, frozen=True):
    """The hub's current keys, newest last; signed by the hub's root key, pinned at enrolment."""

    version: int
    issued: int
    sealing: tuple[PublicKey, ...]
    signing: tuple[PublicKey, ...]

    def sealing_key(self, now: float | None = None) -> PublicKey:
        """Return the newest sealing key already valid.

        An expired one is still returned: a station offline for long goes on sealing (and raises an alarm).
        """
        moment = time.time() if now is None else now
        valid = [k for k in self.sealing if k.not_before <= moment]
        return (valid or list(self.sealing))[-1]

    def signing_key(self, key_id: bytes) -> PublicKey:
        """Return the signing key with this id; SealError when the set has none."""
        for key in self.signing:
            if key.id == key_id:
                return key
        raise SealError("signed by a key that is not in the hub's key set")


def key_id(public: bytes) -> bytes:
    """Return a key's id: the first 8 bytes of the SHA-256 of its raw public bytes."""
    return hashlib.sha256(public).digest()[:8]


def pad(plain: bytes) -> bytes:
    """Pad to the next power-of-two bucket, from SMALLEST_BUCKET; ValueError above LARGEST_BUCKET."""
    needed = len(plain) + _LENGTH
    if needed > LARGEST_BUCKET:
        raise ValueError(f"{len(plain)} bytes do not fit an envelope (at most {LARGEST_BUCKET - _LENGTH})")
    bucket = max(SMALLEST_BUCKET, 1 << (needed - 1).bit_length())
    return len(plain).to_bytes(_LENGTH, "big") + plain + bytes(bucket - needed)


def unpad(padded: bytes) -> bytes:
    """Undo `pad`; SealError when the length inside cannot be."""
    length = int.from_bytes(padded[:_LENGTH], "big")
    if len(padded) < _LENGTH or length > len(padded) - _LENGTH:
        raise SealError("padding does not fit its content")
    return padded[_LENGTH : _LENGTH + length]


def info(station: UUID, key: bytes, schema: str) -> bytes:
    """Return HPKE's `info`: "carepost/1", station, key id and schema."""
    return b"carepost/1" + station.bytes + key + schema.encode()


def seal(plain: bytes, *, station: UUID, key: PublicKey, schema: str) -> Sealed:
    """Seal to a public key; used by a session to the hub, and by the hub to a session."""
    public = X25519PublicKey.from_public_bytes(key.public)
    return Sealed(key.id, schema, SUITE.encrypt(pad(plain), public, info=info(station, key.id, schema)))


def unseal(sealed: Sealed, *, station: UUID, private: X25519PrivateKey) -> bytes:
    """Open what was sealed to `private` for this station; SealError when it was not."""
    try:
        return unpad(
            SUITE.decrypt(sealed.ciphertext, private, info=info(station, sealed.key_id, sealed.schema))
        )
    except (InvalidTag, ValueError) as error:
        raise SealError("cannot be opened with this key, station and schema") from error


def session_public_key(private: X25519PrivateKey) -> PublicKey:
    """Return a session's own key in the form `seal` takes; it lives as long as the visit."""
    public = private.public_key().public_bytes_raw()
    return PublicKey(key_id(public), public, 0, 0)


def sign(body: bytes, *, context: str, private: Ed25519PrivateKey) -> Signed:
    """Sign a body for one purpose (`context`), so that a signature never serves another."""
    return Signed(
        body,
        signature(body, context=context, private=private),
        key_id(private.public_key().public_bytes_raw()),
    )


def signature(body: bytes, *, context: str, private: Ed25519PrivateKey) -> bytes:
    """Return a signature alone, as `sign` makes it, for whoever says elsewhere by which key it is."""
    return private.sign(context.encode() + b"\0" + body)


def verify(signed: Signed, *, context: str, public: bytes) -> bytes:
    """Return the body when the signature holds for this purpose; SealError when it does not."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(
            signed.signature, context.encode() + b"\0" + signed.body
        )
    except (InvalidSignature, ValueError) as error:
        raise SealError(f"signature for {context!r} does not hold") from error
    return signed.body


KEY_SET: Final = "carepost/key-set/1"
REPLY: Final = "carepost/reply/1"


def open_key_set(encoded: bytes, root_public: bytes) -> KeySet:
    """Verify and decode a signed key set; SealError when it is not the hub's."""
    try:
        signed = msgspec.msgpack.decode(encoded, type=Signed)
        return msgspec.msgpack.decode(verify(signed, context=KEY_SET, public=root_public), type=KeySet)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SealError("not a key set") from error


def close_reply(
    plain: bytes, *, station: UUID, to: PublicKey, schema: str, private: Ed25519PrivateKey
) -> bytes:
    """Seal a hub's message to a session and sign it; see `open_reply`."""
    sealed = seal(plain, station=station, key=to, schema=schema)
    return msgspec.msgpack.encode(sign(msgspec.msgpack.encode(sealed), context=REPLY, private=private))


def open_reply(
    encoded: bytes, *, station: UUID, keys: KeySet, private: X25519PrivateKey
) -> tuple[str, bytes]:
    """Verify and open a hub's message to this session: (schema, plain). SealError when it is not ours."""
    try:
        signed = msgspec.msgpack.decode(encoded, type=Signed)
        body = verify(signed, context=REPLY, public=keys.signing_key(signed.key_id).public)
        sealed = msgspec.msgpack.decode(body, type=Sealed)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SealError("not a reply") from error
    return sealed.schema, unseal(sealed, station=station, private=private)
