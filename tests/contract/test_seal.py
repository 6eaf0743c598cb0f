"""Sealing binds a payload to its station, key and schema; signatures serve one purpose only."""

import time
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from msgspec import msgpack, structs

from contract.seal import (
    KEY_SET,
    LARGEST_BUCKET,
    SMALLEST_BUCKET,
    KeySet,
    PublicKey,
    Sealed,
    SealError,
    Signed,
    close_reply,
    key_id,
    open_key_set,
    open_reply,
    pad,
    seal,
    session_public_key,
    sign,
    unpad,
    unseal,
    verify,
)

STATION = UUID("6b0c9c3e-5f4a-4b1e-8a51-0d6f6a1c2b3d")
PRIVATE = X25519PrivateKey.generate()
PUBLIC = session_public_key(PRIVATE)
SIGNER = Ed25519PrivateKey.generate()
SIGNER_PUBLIC = SIGNER.public_key().public_bytes_raw()


@given(st.binary(max_size=5000))
def test_what_is_sealed_opens_again(plain: bytes) -> None:
    sealed = seal(plain, station=STATION, key=PUBLIC, schema="s/1")
    assert unseal(sealed, station=STATION, private=PRIVATE) == plain


def test_a_small_difference_of_length_does_not_show() -> None:
    sizes = {len(seal(b"x" * n, station=STATION, key=PUBLIC, schema="s/1").ciphertext) for n in range(1, 252)}
    assert len(sizes) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda s: structs.replace(s, schema="s/2"),
        lambda s: structs.replace(s, key_id=b"\0" * 8),
        lambda s: structs.replace(s, ciphertext=s.ciphertext[:-1]),
        lambda s: structs.replace(s, ciphertext=b""),
        lambda s: structs.replace(s, ciphertext=bytes([s.ciphertext[0] ^ 1]) + s.ciphertext[1:]),
    ],
)
def test_a_changed_one_does_not_open(change: "object") -> None:
    sealed = seal(b"secret", station=STATION, key=PUBLIC, schema="s/1")
    changed = change(sealed)  # type: ignore[operator]
    with pytest.raises(SealError):
        unseal(changed, station=STATION, private=PRIVATE)


def test_another_station_or_key_does_not_open_it() -> None:
    sealed = seal(b"secret", station=STATION, key=PUBLIC, schema="s/1")
    with pytest.raises(SealError):
        unseal(sealed, station=uuid4(), private=PRIVATE)
    with pytest.raises(SealError):
        unseal(sealed, station=STATION, private=X25519PrivateKey.generate())


@given(st.binary(max_size=3000))
def test_padding_is_undone_and_of_a_size_class(plain: bytes) -> None:
    padded = pad(plain)
    assert unpad(padded) == plain
    assert len(padded) >= SMALLEST_BUCKET
    assert len(padded) & (len(padded) - 1) == 0


@given(st.binary(max_size=40))
def test_padding_that_cannot_be_is_refused(garbage: bytes) -> None:
    length = int.from_bytes(garbage[:4], "big")
    if len(garbage) < 4 or length > len(garbage) - 4:
        with pytest.raises(SealError):
            unpad(garbage)
    else:
        assert unpad(garbage) == garbage[4 : 4 + length]


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        pad(bytes(LARGEST_BUCKET))


def test_a_signature_serves_one_purpose() -> None:
    signed = sign(b"body", context="a", private=SIGNER)
    assert verify(signed, context="a", public=SIGNER_PUBLIC) == b"body"
    for other in (
        structs.replace(signed, body=b"other"),
        structs.replace(signed, signature=bytes(64)),
        structs.replace(signed, signature=b"short"),
    ):
        with pytest.raises(SealError):
            verify(other, context="a", public=SIGNER_PUBLIC)
    with pytest.raises(SealError):
        verify(signed, context="b", public=SIGNER_PUBLIC)


def key_set(*sealing: PublicKey) -> KeySet:
    return KeySet(1, 0, sealing, (PublicKey(key_id(SIGNER_PUBLIC), SIGNER_PUBLIC, 0, 0),))


def test_an_expired_key_is_still_used_while_no_other_is_there() -> None:
    old = PublicKey(b"old-----", PUBLIC.public, 0, 10)
    later = PublicKey(b"later---", PUBLIC.public, 2**40, 2**41)
    assert key_set(old, later).sealing_key(time.time()) is old
    assert key_set(old, later).sealing_key(2**40 + 1) is later


def test_a_key_set_of_somebody_else_is_refused() -> None:
    body = msgpack.encode(key_set(PUBLIC))
    mine = msgpack.encode(sign(body, context=KEY_SET, private=SIGNER))
    assert open_key_set(mine, SIGNER_PUBLIC).sealing == (PUBLIC,)
    theirs = msgpack.encode(sign(body, context=KEY_SET, private=Ed25519PrivateKey.generate()))
    for bad in (theirs, b"", b"garbage", mine[:-1]):
        with pytest.raises(SealError):
            open_key_set(bad, SIGNER_PUBLIC)


def test_a_reply_opens_only_for_its_session() -> None:
    keys = key_set(PUBLIC)
    reply = close_reply(b"plan", station=STATION, to=PUBLIC, schema="carepost.live/1", private=SIGNER)
    assert open_reply(reply, station=STATION, keys=keys, private=PRIVATE) == ("carepost.live/1", b"plan")
    with pytest.raises(SealError):
        open_reply(reply, station=STATION, keys=keys, private=X25519PrivateKey.generate())
    forged = close_reply(
        b"plan", station=STATION, to=PUBLIC, schema="carepost.live/1", private=Ed25519PrivateKey.generate()
    )
    with pytest.raises(SealError):
        open_reply(forged, station=STATION, keys=keys, private=PRIVATE)
    unsigned = msgpack.encode(
        Signed(msgpack.encode(Sealed(PUBLIC.id, "x", b"")), bytes(64), key_id(SIGNER_PUBLIC))
    )
    with pytest.raises(SealError):
        open_reply(unsigned, station=STATION, keys=keys, private=PRIVATE)
