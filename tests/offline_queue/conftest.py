"""A station's identity, stores on a clock that tests turn, a hub that signs receipts with a real key."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract.envelope import (
    Envelope,
    Fate,
    Lane,
    Receipt,
    ReceiptItem,
    SignedEnvelope,
    digest,
    open_envelope,
    sign_receipt,
)
from contract.seal import Sealed, key_id
from offline_queue import Limits, Put, Reader, Store

NOON = 1_795_521_600.0  # a full hour


class Clock:
    """`now` passes for both clocks; `wrong` is what the wall clock adds to it."""

    def __init__(self) -> None:
        self.now = NOON
        self.wrong = 0.0

    def __call__(self) -> float:
        return self.now + self.wrong

    def since_boot(self) -> float:
        return 7300.0 + self.now - NOON


class Station:
    """Opens stores and makes puts; remembers nothing."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.id = uuid4()
        self.signer = Ed25519PrivateKey.generate()
        self.public = self.signer.public_key().public_bytes_raw()
        self.clock = Clock()
        self.stores: list[Store] = []

    def open(self, **options: Any) -> Store:
        store = Store.open(
            self.directory,
            station=self.id,
            signer=self.signer,
            boot_id=UUID(int=7),
            wall=self.clock,
            monotonic=self.clock.since_boot,
            **options,
        )
        self.stores.append(store)
        return store

    def space_returns(self, store: Store) -> None:
        """Lift the page limit a test set; a connection keeps the one it was made with."""
        store.limits = Limits()
        store._disconnect()

    def read(self) -> Reader:
        return Reader(self.directory)

    def envelopes(self) -> list[Envelope]:
        """Everything held, each checked alone, by lane and in order."""
        reader = self.read()
        try:
            return [open_envelope(row.signed, self.public) for row in reader.rows() if row.signed]
        finally:
            reader.close()


class Hub:
    """Signs receipts; keeps what it was sent, in order."""

    def __init__(self, station: Station) -> None:
        self.station = station
        self.key = Ed25519PrivateKey.generate()
        public = self.key.public_key().public_bytes_raw()
        self.keys = {key_id(public): public}
        self.epoch = uuid4()
        self.got: list[Envelope] = []

    def receipt(self, batch: Iterable[SignedEnvelope], fate: Fate = Fate.STORED) -> bytes:
        items = []
        for signed in batch:
            envelope = open_envelope(signed, self.station.public)
            self.got.append(envelope)
            items.append(ReceiptItem(envelope.id, digest(signed.envelope), fate))
        return self.sign(items)

    def sign(self, items: Iterable[ReceiptItem]) -> bytes:
        return sign_receipt(Receipt(1, self.epoch, int(NOON), tuple(items)), self.key)


def make_put(
    lane: Lane = Lane.READING,
    content: bytes | None = None,
    *,
    stream: bytes = b"s" * 16,
    id: UUID | None = None,
) -> Put:
    payload = os.urandom(300) if content is None else content
    return Put(lane, Sealed(b"hub-key1", "test/1", payload), id or uuid4(), stream)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    station = Station(tmp_path / "queue")
    yield station
    for store in station.stores:
        store.close()


@pytest.fixture
def hub(station: Station) -> Hub:
    return Hub(station)


@pytest.fixture
def new_put() -> Callable[..., Put]:
    return make_put
