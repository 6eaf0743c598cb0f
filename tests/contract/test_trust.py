"""Proofs of fingerprints: what is believed, and everything that is not."""

from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract import trust
from contract.trust import Claim, Expected, Judge, TrustError, Vouched

NOW = 1_790_000_000
CALL = uuid4()
SDP = "v=0\r\na=fingerprint:sha-256 AA:0B\r\na=setup:active\r\n"


def raw(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()


class World:
    """A root, an identity key, and a provider's browser with a key of its own."""

    def __init__(self, *, expires: int = NOW + 600, issuer_expires: int = NOW + 600) -> None:
        self.root, self.identity, self.own = (Ed25519PrivateKey.generate() for _ in range(3))
        self.who = uuid4()
        issuer = trust.delegate(raw(self.identity), issuer_expires, root=self.root)
        person = Vouched(
            subject=self.who, role="provider", name="Dr Ada", public=raw(self.own), expires=expires
        )
        self.voucher = trust.vouch(person, identity=self.identity, issuer=issuer)
        self.judge = Judge()

    def claim(self, **other: Any) -> Claim:
        told: dict[str, Any] = {
            "call": CALL,
            "run": "r1",
            "generation": 2,
            "role": "provider",
            "subject": self.who,
            "fingerprints": trust.fingerprints(SDP),
            "nonce": trust.new_nonce(),
            "issued": NOW,
            "expires": NOW + trust.LIFE_S,
            "answers": "offer",
        }
        return Claim(**told | other)

    def proof(self, **other: Any) -> bytes:
        return trust.prove(self.claim(**other), self.own, self.voucher)

    def believe(self, proof: bytes, sdp: str = SDP, now: float = NOW, **other: Any) -> Vouched:
        told: dict[str, Any] = {
            "call": CALL,
            "roles": ("provider",),
            "run": "r1",
            "generation": 2,
            "answers": "offer",
        }
        return self.judge.believe(proof, sdp, Expected(**told | other), root=raw(self.root), now=now)

    def refused(self, proof: bytes, sdp: str = SDP, now: float = NOW, **other: Any) -> str:
        with pytest.raises(TrustError) as refusal:
            self.believe(proof, sdp, now, **other)
        assert refusal.value.code in trust.REFUSALS
        return refusal.value.code


def test_an_answer_of_whom_the_hub_vouches_for_is_believed() -> None:
    world = World()
    assert world.believe(world.proof()).name == "Dr Ada"


def test_a_swapped_fingerprint_is_refused() -> None:
    world = World()
    proof = world.proof()
    assert world.refused(proof, SDP.replace("AA", "AB")) == "fingerprint"
    assert world.refused(proof, SDP + "a=fingerprint:sha-256 CC:DD\r\n") == "fingerprint"
    assert world.refused(proof, SDP + "a=fingerprint:sha-256 what is this\r\n") == "fingerprint"
    assert world.refused(proof, SDP.replace("sha-256", "sha-1")) == "fingerprint"
    assert world.refused(proof, "v=0\r\n") == "fingerprint"
    assert world.believe(proof).subject == world.who  # none of that used it up


def test_a_replayed_answer_is_refused() -> None:
    world = World()
    proof = world.proof()
    world.believe(proof)
    assert world.refused(proof) == "replayed"


def test_an_old_answer_is_refused() -> None:
    world = World()
    assert world.refused(world.proof(generation=1)) == "old"
    assert world.refused(world.proof(run="r0")) == "old"
    assert world.refused(world.proof(answers="the offer before")) == "other-call"
    assert world.refused(world.proof(), now=NOW + trust.LIFE_S) == "expired"
    assert world.refused(world.proof(), now=NOW - 60) == "expired"
    assert world.refused(world.proof(expires=NOW + 10 * trust.LIFE_S)) == "expired"


def test_somebody_elses_offers_have_to_rise() -> None:
    world = World()
    offers = {number: world.proof(generation=number, answers="") for number in (1, 2, 3)}
    unknown: dict[str, Any] = {"run": "", "generation": 0, "answers": ""}
    for number in (1, 3):
        world.believe(offers[number], **unknown)
    assert world.refused(offers[2], **unknown) == "old"
    world.believe(world.proof(generation=1, run="another", answers=""), **unknown)


def test_another_calls_and_another_roles_proof_is_refused() -> None:
    world = World()
    assert world.refused(world.proof(call=uuid4())) == "other-call"
    assert world.refused(world.proof(), roles=("room",)) == "other-call"
    assert world.refused(world.proof(role="room")) == "forged"  # not the role that was vouched for
    assert world.refused(world.proof(subject=UUID(int=1))) == "forged"


def test_nobody_elses_signature_will_do() -> None:
    world, other = World(), World()
    assert world.refused(trust.prove(world.claim(), other.own, world.voucher)) == "forged"
    assert world.refused(trust.prove(world.claim(), world.own)) == "not-vouched"
    assert world.refused(other.proof(subject=other.who)) == "not-vouched"  # another hub's
    for text in (b"", b"{}", b"\xff", b"[]"):
        assert world.refused(text) == "unsigned"
    told = msgspec.json.decode(world.proof(), type=trust.Proof)
    for body in (b"", b"{}", told.claim.body[:-1]):
        changed = msgspec.structs.replace(told, claim=msgspec.structs.replace(told.claim, body=body))
        assert world.refused(msgspec.json.encode(changed)) == "forged"


def test_a_key_vouched_for_in_the_past_is_refused() -> None:
    for world in (World(expires=NOW), World(issuer_expires=NOW)):
        assert world.refused(world.proof()) == "not-vouched"
