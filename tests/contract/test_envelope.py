"""Envelopes can each be checked alone; receipts hold only with the hub's signature."""

from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from msgspec import msgpack, structs

from contract.envelope import (
    FIRST,
    Envelope,
    Fate,
    Lane,
    Receipt,
    ReceiptItem,
    digest,
    encode,
    open_envelope,
    open_receipt,
    sign_batch,
    sign_receipt,
)
from contract.seal import SealError, key_id

KEY = Ed25519PrivateKey.generate()
PUBLIC = KEY.public_key().public_bytes_raw()


def envelope(number: int, payload: bytes = b"sealed") -> Envelope:
    return Envelope(
        version=1,
        id=UUID(int=number),
        station=UUID(int=1),
        store=UUID(int=2),
        lane=Lane.READING,
        stream=bytes(16),
        seq=number,
        prev=FIRST,
        key_id=b"k" * 8,
        schema="s/1",
        wall=0,
        monotonic=0,
        boot_id=UUID(int=3),
        bucket=256,
        payload=payload,
    )


@given(st.integers(1, 70))
def test_each_envelope_of_a_batch_is_checked_alone(count: int) -> None:
    made = [envelope(n) for n in range(1, count + 1)]
    for one, signed in zip(made, sign_batch([encode(e) for e in made], KEY), strict=True):
        assert open_envelope(signed, PUBLIC) == one


def test_encoding_is_canonical() -> None:
    made = envelope(1)
    assert encode(msgpack.decode(encode(made), type=Envelope)) == encode(made)


def test_a_forged_changed_or_foreign_one_is_refused() -> None:
    first, second, third = sign_batch([encode(envelope(n)) for n in (1, 2, 3)], KEY)
    for bad in (
        structs.replace(first, envelope=second.envelope),
        structs.replace(first, path=second.path),
        structs.replace(first, path=()),
        structs.replace(third, signature=bytes(64)),
        structs.replace(first, envelope=encode(envelope(1, b"other"))),
    ):
        with pytest.raises(SealError):
            open_envelope(bad, PUBLIC)
    with pytest.raises(SealError):
        open_envelope(first, Ed25519PrivateKey.generate().public_key().public_bytes_raw())


def test_an_unknown_version_or_garbage_is_refused_though_signed() -> None:
    (newer,) = sign_batch([encode(structs.replace(envelope(1), version=2))], KEY)
    (garbage,) = sign_batch([b"garbage"], KEY)
    for bad in (newer, garbage):
        with pytest.raises(SealError):
            open_envelope(bad, PUBLIC)


def test_an_empty_batch_is_the_callers_mistake() -> None:
    with pytest.raises(ValueError, match="at least one"):
        sign_batch([], KEY)


def test_a_receipt_holds_only_with_the_hubs_key() -> None:
    item = ReceiptItem(uuid4(), digest(encode(envelope(1))), Fate.STORED)
    receipt = Receipt(1, uuid4(), 0, (item,))
    signed = sign_receipt(receipt, KEY)
    assert open_receipt(signed, {key_id(PUBLIC): PUBLIC}) == receipt
    for encoded, keys in (
        (signed, {}),
        (signed, {key_id(PUBLIC): Ed25519PrivateKey.generate().public_key().public_bytes_raw()}),
        (signed[:-1], {key_id(PUBLIC): PUBLIC}),
        (b"", {key_id(PUBLIC): PUBLIC}),
    ):
        with pytest.raises(SealError):
            open_receipt(encoded, keys)
