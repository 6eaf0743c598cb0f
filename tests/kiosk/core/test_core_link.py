"""The way to the hub: its Retry-After, the profile's limits, keys that change; what a thief would find."""

import asyncio
import base64
import hashlib
import time
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from station_state import StationState

from contract import station
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
from contract.profile import LinkConfig, SpaceConfig
from contract.seal import SealError, seal, unseal
from kiosk.core.clock import Clock
from kiosk.core.hub import retry_after
from kiosk.core.identity import Identity
from kiosk.core.saving import MIB, Saving, budget_of, limits_of
from offline_queue import Put, Store, Unreachable

NOON = 1_795_521_600


def http(moment: float) -> str:
    return formatdate(moment, usegmt=True)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "120"}, 120.0),
        ({"Retry-After": " 7 "}, 7.0),
        ({"Retry-After": "9" * 400}, 999_999_999_999.0),
        ({"Retry-After": http(NOON + 90)}, 90.0),
        ({"Retry-After": http(NOON - 90)}, 0.0),
        ({"Retry-After": http(NOON + 90), "Date": http(NOON + 60)}, 30.0),
        ({"Retry-After": http(10**9 + 5), "Date": http(10**9)}, 5.0),  # our clock is wrong by decades
        ({"Retry-After": http(NOON + 90), "Date": "yesterday"}, 90.0),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "³"}, None),
        ({"Retry-After": "Fri, 99 Dec 99999 99:99:99 GMT"}, None),
    ],
)
def test_retry_after_in_seconds_and_as_a_date(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, NOON) == seconds


def test_the_profile_sets_quotas_and_the_link() -> None:
    limits = limits_of(SpaceConfig(media_mib=100, log_mib=1, document_mib=10))
    assert limits.quotas == {Lane.MEDIA: 100 * MIB, Lane.LOG: MIB, Lane.DOCUMENT: 10 * MIB}
    free = budget_of(LinkConfig())
    assert (free.metered, free.cap_bytes_s, free.call_media_bytes_s) == (False, None, 8000)
    tight = budget_of(LinkConfig(metered=True, cap_kbit=512, call_share_percent=0, media_kbit_in_call=0))
    assert (tight.metered, tight.cap_bytes_s) == (True, 64_000)
    assert tight.call_share > 0
    assert tight.call_media_bytes_s > 0


class RotatingHub:
    """In the place of HubLink: away for as long as the test says, and then with other keys."""

    def __init__(self, state: StationState, identity: Identity) -> None:
        self.state = state
        self.public = identity.key.public_key().public_bytes_raw()
        self.keys = identity.keys_bytes
        self.there = False
        self.epoch = uuid4()
        self.got: list[Envelope] = []
        self.fetched = 0

    async def deliver(self, batch: list[SignedEnvelope]) -> bytes:
        if not self.there:
            raise Unreachable("no network")
        opened = [open_envelope(each, self.public) for each in batch]
        known = {envelope.id for envelope in self.got}
        self.got += [envelope for envelope in opened if envelope.id not in known]
        items = tuple(
            ReceiptItem(e.id, digest(signed.envelope), Fate.STORED)
            for e, signed in zip(opened, batch, strict=True)
        )
        return sign_receipt(Receipt(1, self.epoch, int(time.time()), items), self.state.signing)

    async def fetch_keys(self) -> bytes:
        self.fetched += 1
        return self.keys


async def test_the_hub_changes_its_keys_while_the_station_is_offline(tmp_path: Path) -> None:
    """Sealed to the old key, sent to a hub that signs with a new one: all arrives once, in order."""
    state = StationState(tmp_path)
    identity = Identity(tmp_path)
    hub = RotatingHub(state, identity)
    told: dict[tuple[UUID, str], asyncio.Event] = {}

    def tell(message: station.ToSession) -> bool:
        if isinstance(message, station.PutDone):
            told.setdefault((message.id, message.state), asyncio.Event()).set()
        return True

    async def heard(identity: UUID, word: str) -> None:
        async with asyncio.timeout(60):
            await told.setdefault((identity, word), asyncio.Event()).wait()

    def take(keys: bytes) -> None:
        identity.take_keys(keys)

    saving = Saving(
        tmp_path / "queue",
        identity,
        Clock(),
        hub,  # type: ignore[arg-type]
        tell,
        take_keys=take,
    )
    await saving.open()
    delivering = asyncio.create_task(saving.deliver())
    visit, puts = uuid4(), []
    for number in range(20):
        key = identity.keys.sealing_key()
        sealed = seal(b"reading %d" % number, station=identity.station, key=key, schema="test/1")
        puts.append(station.Put(id=uuid4(), lane=Lane.READING, visit=visit, sealed=sealed))
        saving.put(puts[-1])
        await heard(puts[-1].id, "saved")
    old = state.sealing
    state.signing, state.sealing = Ed25519PrivateKey.generate(), X25519PrivateKey.generate()
    hub.keys = state.write_keys(2)
    hub.there = True
    saving.nudge()
    for put in puts:
        await heard(put.id, "sent")
    assert hub.fetched >= 1
    assert identity.keys.version == 2
    assert [envelope.id for envelope in hub.got] == [put.id for put in puts]
    opened = [unseal(e.sealed(), station=identity.station, private=old) for e in hub.got]
    assert opened == [b"reading %d" % number for number in range(20)]
    delivering.cancel()
    await asyncio.wait({delivering})
    await saving.close()


SECRET = "Ada Lovelace, born 10 December 1815, chest pain since this morning"


def shapes(text: str) -> Iterator[bytes]:
    """Yield a text as it may lie in a file: encodings, base64 at any offset, hex."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        raw = text.encode(encoding)
        yield raw
        yield raw[::-1]
        yield raw.hex().encode()
        yield raw.hex().upper().encode()
        for offset in range(3):
            yield base64.b64encode(bytes(offset) + raw)[4:-4]


def found(folder: Path) -> list[Path]:
    """Return the files in which any part of the secret lies in any shape."""
    parts = [shape for words in SECRET.split(", ") for shape in shapes(words)]
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file for file in files if any(part in file.read_bytes() for part in parts)]


def keys_in(folder: Path) -> Iterator[bytes]:
    """Yield every 32 bytes of the small files, and what the station's own key could be turned into."""
    for file in folder.rglob("*"):
        if file.is_file() and file.stat().st_size < 8192:
            content = file.read_bytes()
            yield from (content[at : at + 32] for at in range(len(content) - 31))
    own = Identity(folder).key.private_bytes_raw()
    yield own
    yield hashlib.sha512(own).digest()[:32]
    yield hashlib.sha256(own).digest()


def test_the_station_cannot_read_back_what_it_stored(tmp_path: Path) -> None:
    """With everything on its disk at hand, a running store's log included. The hub's key opens it."""
    folder = tmp_path / "state"
    state = StationState(folder)
    identity = Identity(folder)
    store = Store.open(folder / "queue", station=identity.station, signer=identity.key, boot_id=uuid4())
    key = identity.keys.sealing_key()
    puts = [
        Put(lane, seal(SECRET.encode(), station=identity.station, key=key, schema="t/1"), uuid4(), bytes(16))
        for lane in Lane
    ]
    store.commit(puts)
    try:
        assert {file.name for file in (folder / "queue").iterdir()} >= {"queue.db", "queue.db-wal"}
        assert found(folder) == []
        tried = set(keys_in(folder))
        assert len(tried) > 1000
        for candidate in tried:
            with pytest.raises(SealError):
                private = X25519PrivateKey.from_private_bytes(candidate)
                unseal(puts[0].payload, station=identity.station, private=private)
    finally:
        store.close()
    assert found(folder) == []
    for put in puts:  # the control: it can be opened, by the hub
        opened = unseal(put.payload, station=identity.station, private=state.sealing)
        assert opened == SECRET.encode()
    for shape in (SECRET.encode(), SECRET.encode("utf-16-le"), base64.b64encode(b"x" + SECRET.encode())):
        (folder / "planted").write_bytes(b"...." + shape)  # and the search finds
        assert found(folder) == [folder / "planted"]
