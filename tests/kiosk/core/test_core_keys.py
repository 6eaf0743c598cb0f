"""The hub's key sets at the station: the newest is kept, older ones are refused, expired ones still serve."""

import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from station_state import StationState

from contract import queue_state, wire
from contract.envelope import Fate, Receipt, ReceiptItem, open_receipt, sign_receipt
from contract.seal import KEY_SET, KeySet, PublicKey, SealError, key_id, seal, sign, unseal
from kiosk.core.identity import Identity
from kiosk.core.troubles import Troubles

NOW = int(time.time()) + 3600  # never before the set that a test begins with, however long the tests take


def public(key: Any, until: int = NOW + 86_400, begin: int = 0) -> PublicKey:
    raw = key.public_key().public_bytes_raw()
    return PublicKey(key_id(raw), raw, begin, until)


def signed(state: StationState, keys: KeySet, by: Ed25519PrivateKey | None = None) -> bytes:
    return msgspec.msgpack.encode(
        sign(msgspec.msgpack.encode(keys), context=KEY_SET, private=by or state.root)
    )


def key_set(
    state: StationState, version: int, issued: int = NOW, sealing: tuple[PublicKey, ...] = ()
) -> KeySet:
    return KeySet(version, issued, sealing or (public(state.sealing),), (public(state.signing),))


def test_a_newer_set_is_kept_and_the_next_start_knows_it(tmp_path: Path) -> None:
    state = StationState(tmp_path)
    identity = Identity(tmp_path)
    assert identity.take_keys(signed(state, key_set(state, 2)))
    assert identity.keys.version == Identity(tmp_path).keys.version == 2
    assert not (tmp_path / "keys.signed.new").exists()


@pytest.mark.parametrize(("version", "issued"), [(1, NOW), (2, NOW), (3, NOW - 86_400)], ids="123")
def test_an_older_set_played_again_is_refused(tmp_path: Path, version: int, issued: int) -> None:
    state = StationState(tmp_path)
    identity = Identity(tmp_path)
    newest = signed(state, key_set(state, 2))
    identity.take_keys(newest)
    assert not identity.take_keys(signed(state, key_set(state, version, issued)))
    assert (identity.keys_bytes, (tmp_path / "keys.signed").read_bytes()) == (newest, newest)


def test_a_set_that_the_pinned_root_did_not_sign_is_refused(tmp_path: Path) -> None:
    state = StationState(tmp_path)
    identity = Identity(tmp_path)
    for forged in (signed(state, key_set(state, 9), Ed25519PrivateKey.generate()), b"", b"\xc0 nonsense"):
        with pytest.raises(SealError):
            identity.take_keys(forged)
    assert identity.keys.version == Identity(tmp_path).keys.version == 1


def test_a_set_that_cannot_be_kept_is_not_used(tmp_path: Path) -> None:
    state = StationState(tmp_path)
    identity = Identity(tmp_path)
    (tmp_path / "keys.signed.new").mkdir()
    with pytest.raises(OSError):
        identity.take_keys(signed(state, key_set(state, 2)))
    assert identity.keys.version == Identity(tmp_path).keys.version == 1


def test_rotation_with_overlap(tmp_path: Path) -> None:
    """Sealed before to the old key, after to the new one; receipts by either key hold while both are told."""
    state = StationState(tmp_path)
    identity = Identity(tmp_path)
    before = seal(b"before", station=state.station, key=identity.keys.sealing_key(), schema="t/1")
    new_seal, new_sign = X25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    both = KeySet(
        2,
        NOW,
        (public(state.sealing), public(new_seal, begin=NOW - 7200)),
        (public(state.signing), public(new_sign)),
    )
    assert identity.take_keys(signed(state, both))
    after = seal(b"after", station=state.station, key=identity.keys.sealing_key(), schema="t/1")
    assert unseal(before, station=state.station, private=state.sealing) == b"before"
    assert unseal(after, station=state.station, private=new_seal) == b"after"
    receipt = Receipt(1, uuid4(), NOW, (ReceiptItem(uuid4(), bytes(32), Fate.STORED),))
    for private in (state.signing, new_sign):
        assert open_receipt(sign_receipt(receipt, private), identity.receipt_keys()) == receipt
    only_new = KeySet(3, NOW, (public(new_seal),), (public(new_sign),))
    assert identity.take_keys(signed(state, only_new))
    with pytest.raises(SealError):
        open_receipt(sign_receipt(receipt, state.signing), identity.receipt_keys())


def test_an_expired_key_is_still_sealed_to_while_offline(tmp_path: Path) -> None:
    state = StationState(tmp_path)
    identity = Identity(tmp_path)
    old = key_set(state, 2, sealing=(public(state.sealing, until=NOW - 7200),))
    identity.take_keys(signed(state, old))
    sealed = seal(b"still", station=state.station, key=identity.keys.sealing_key(), schema="t/1")
    assert unseal(sealed, station=state.station, private=state.sealing) == b"still"


class Hub:
    def __init__(self) -> None:
        self.there = False
        self.heard: list[wire.StationTrouble] = []

    def take(self, message: wire.ToHub) -> bool:
        if self.there:
            assert isinstance(message, wire.StationTrouble)
            self.heard.append(message)
        return self.there


def test_a_technicians_alarm_waits_for_the_hub_and_is_told_once() -> None:
    hub = Hub()
    troubles = Troubles(hub.take, lambda: "2026-11-26T10:00:00+00:00")
    expired = queue_state.QueueState(keys_expired_at="2026-11-20T00:00:00+00:00")
    troubles.seen(expired)
    troubles.seen(msgspec.structs.replace(expired, tried_at="later"))
    troubles.seen(queue_state.QueueState())  # the keys came with the connection that tells of it
    assert hub.heard == []
    hub.there = True
    troubles.tell()
    troubles.tell()
    assert [(m.kind, m.since) for m in hub.heard] == [("keys-expired", "2026-11-26T10:00:00+00:00")]
    troubles.seen(expired)  # it comes up again
    assert [m.kind for m in hub.heard] == ["keys-expired", "keys-expired"]


def test_each_trouble_is_told_apart_and_says_nothing_of_a_patient() -> None:
    hub = Hub()
    hub.there = True
    troubles = Troubles(hub.take, lambda: "")
    troubles.seen(queue_state.QueueState(level="short", kept=90 << 20, total=100 << 20))
    troubles.seen(queue_state.QueueState(level="full", kept=99 << 20, total=100 << 20, damaged=2))
    troubles.seen(
        queue_state.QueueState(
            level="full", kept=99 << 20, total=100 << 20, damage=queue_state.FoundDamage(8, 1)
        )
    )
    assert {m.kind for m in hub.heard} == {"memory-short", "memory-full", "unreadable", "store-damaged"}
    assert len(hub.heard) == 4
    assert "carried over 8, lost 1" in hub.heard[-1].detail
