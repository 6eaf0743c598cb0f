"""The protocol of queue and hub as a machine that hypothesis drives: the real store, the real intake.

Put, send, receipts that are lost, late, doubled; both sides closed at any moment and opened again; a hub
restored from an older backup; keys that rotate; time that passes. Whatever the order of these:
what was said to be saved is held until the hub said it has it and the keep time has passed; the hub has
nothing twice, nothing changed, and everything in its order; and in the end it has all that is not forgotten.

A restored hub may get something new before the station hears of the new epoch and offers the old again. Then
the order is that of the numbers in the chain, and the chain is whole in the end.
"""

import contextlib
import shutil
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

import hypothesis.strategies as st
import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from faults_report import Rounds
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from contract.envelope import Envelope, Fate, Lane, SignedEnvelope
from contract.seal import Sealed, key_id
from hub.app import new_epoch, open_database
from hub.config import Config
from hub.fleet import stations
from hub.fleet.stations import KnownStation
from hub.intake import receive
from hub.models import ChainGap, StoredEnvelope
from offline_queue import Put, Reader, StaleReceipt, Store, audit
from offline_queue.model import Standing

MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # nothing here is about what a disk keeps
HOUR = 3600.0
KEEP_S = 24 * HOUR
SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = SIGNER.public_key().public_bytes_raw()
STREAMS = (b"a" * 16, b"b" * 16)


class Template:
    """A hub's database with one station, made once: every example begins with a copy."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "template"
        db = open_database(Config(self.folder))
        try:
            self.station: UUID = db.write_now(lambda s: stations.create(s, "Model Street", "", "", {})).id
        finally:
            db.close()


class Protocol(RuleBasedStateMachine):
    """See the module."""

    template: Template
    counts: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="carepost-model-", dir=MEMORY))
        self.known = KnownStation(self.template.station, "Model Street", PUBLIC)
        self.age = 0.0
        self.put_order: dict[tuple[bytes, Lane], list[UUID]] = defaultdict(list)
        self.puts: dict[UUID, Put] = {}
        self.receipted: dict[UUID, float] = {}  # when the store first took a receipt for it
        self.forgotten: set[UUID] = set()
        self.late: list[bytes] = []  # receipts still on their way
        self.sent: list[list[SignedEnvelope]] = []  # batches the network may deliver once more
        self.keys: dict[bytes, bytes] = {}
        self.restored = False
        self.rotate()
        self.data = self.folder / "hub"
        shutil.copytree(self.template.folder, self.data)
        self.hub = open_database(Config(self.data))

    @initialize(when=st.sampled_from((Fate.STORED, Fate.BACKED_UP)))
    def begin(self, when: Fate) -> None:
        self.when = when
        self.open()
        for stream in STREAMS:  # so that even the shortest example has something to lose
            for lane in (Lane.ALERT, Lane.READING):
                self._put(lane, stream, 2)

    def open(self) -> None:
        self.store = Store.open(
            self.folder / "queue", station=self.known.id, signer=SIGNER, boot_id=UUID(int=2), keep_s=KEEP_S,
            forget_when=self.when, wall=lambda: 1_795_521_600.0, monotonic=lambda: self.age,
        )  # fmt: skip

    def reading(self) -> Reader:
        return Reader(self.store.directory)

    # ---- the station --------------------------------------------------------------------------------

    @rule(
        lane=st.sampled_from((Lane.ALERT, Lane.READING, Lane.LOG)),
        stream=st.sampled_from(STREAMS),
        many=st.integers(1, 3),
    )
    def put(self, lane: Lane, stream: bytes, many: int) -> None:
        self._put(lane, stream, many)

    def _put(self, lane: Lane, stream: bytes, many: int) -> None:
        made: list[Put] = []
        for _ in range(many):
            identity = UUID(int=len(self.puts) + len(made) + 1)
            made.append(Put(lane, Sealed(b"hub-key1", "test/1", identity.bytes * 20), identity, stream))
        assert self.store.commit(made) == made
        for each in made:
            self.puts[each.id] = each
            self.put_order[stream, lane].append(each.id)

    @precondition(lambda self: self.puts)
    @rule(data=st.data())
    def put_again(self, data: Any) -> None:
        again = self.puts[data.draw(st.sampled_from(sorted(self.puts)))]
        assert self.store.commit([again]) == []

    @rule()
    def close_and_open(self) -> None:
        self.store.close()
        self.open()
        assert self.store.damage is None

    @rule(hours=st.sampled_from((1, 13, 40)))
    def time_passes(self, hours: int) -> None:
        self.age += hours * HOUR
        self.store.forget()

    def waiting(self, limit: int) -> list[SignedEnvelope]:
        reader = self.reading()
        try:
            places = [head.place for heads in reader.fronts(limit).values() for head in heads][:limit]
            bodies = reader.bodies(places)
            assert all(bodies[place].sound for place in places)
            return [bodies[place].signed for place in places]
        finally:
            reader.close()

    def take(self, receipt: bytes) -> None:
        before = self.held_and_waiting()
        with contextlib.suppress(StaleReceipt):
            self.store.settle(receipt, self.keys)
        for identity in before - self.held_and_waiting():
            self.receipted[identity] = self.age

    def held_and_waiting(self) -> set[UUID]:
        reader = self.reading()
        try:
            return {row.id for row in reader.rows() if row.standing is Standing.WAITING}
        finally:
            reader.close()

    # ---- the network, and the hub ---------------------------------------------------------------------

    def deliver(self, batch: list[SignedEnvelope]) -> bytes:
        checked = [receive.check(msgspec.msgpack.encode(each), self.known) for each in batch]
        return self.hub.write_now(
            lambda s: receive.receipt(
                s, receive.store(s, self.known, checked, lambda one, other: one == other), self.signing
            )
        )

    @rule(limit=st.integers(1, 5), answer=st.sampled_from(("comes", "is lost", "is late", "comes twice")))
    def send(self, limit: int, answer: str) -> None:
        batch = self.waiting(limit)
        receipt = self.deliver(batch)
        self.sent.append(batch)
        if answer == "is late":
            self.late.append(receipt)
        for _ in range({"comes": 1, "comes twice": 2}.get(answer, 0)):
            self.take(receipt)

    @precondition(lambda self: self.sent)
    @rule(data=st.data(), heard=st.booleans())
    def a_request_arrives_again(self, data: Any, heard: bool) -> None:
        receipt = self.deliver(data.draw(st.sampled_from(self.sent)))
        if heard:
            self.take(receipt)

    @precondition(lambda self: self.late)
    @rule(data=st.data())
    def a_late_receipt_arrives(self, data: Any) -> None:
        self.take(self.late.pop(data.draw(st.integers(0, len(self.late) - 1))))

    @rule()
    def back_up(self) -> None:
        backup = self.folder / "backup"
        self.hub.close()
        shutil.rmtree(backup, ignore_errors=True)
        shutil.copytree(self.data, backup)
        self.hub = open_database(Config(self.data))

    @precondition(lambda self: (self.folder / "backup").exists())
    @rule()
    def restore(self) -> None:
        self.hub.close()
        shutil.rmtree(self.data)
        shutil.copytree(self.folder / "backup", self.data)
        self.hub = open_database(Config(self.data))
        self.hub.write_now(new_epoch)
        self.restored = True
        self.sent.clear()  # what was on its way when the hub went down is gone with it

    @rule()
    def rotate(self) -> None:
        self.signing = Ed25519PrivateKey.generate()
        public = self.signing.public_key().public_bytes_raw()
        self.keys[key_id(public)] = public

    # ---- what holds -------------------------------------------------------------------------------------

    @invariant()
    def what_was_saved_is_held_until_it_may_be_forgotten(self) -> None:
        if not hasattr(self, "store"):
            return
        type(self).counts["steps"] += 1
        reader = self.reading()
        try:
            rows = {row.id: row for row in reader.rows()}
            assert [each for each in audit.verify(reader, PUBLIC) if isinstance(each, audit.Problem)] == []
        finally:
            reader.close()
        assert rows.keys() == self.puts.keys()
        for identity, row in rows.items():
            if row.signed is None and identity not in self.forgotten:
                self.forgotten.add(identity)
                assert row.standing is Standing.FORGOTTEN
                assert self.when is Fate.STORED  # this hub never says "backed up"
                assert self.age - self.receipted[identity] >= KEEP_S

    @invariant()
    def the_hub_has_nothing_twice_changed_or_out_of_order(self) -> None:
        order: dict[tuple[bytes, Lane], list[UUID]] = defaultdict(list)
        for signed in self.at_hub():
            envelope = msgspec.msgpack.decode(signed.envelope, type=Envelope)
            assert envelope.payload == self.puts[envelope.id].payload.ciphertext
            order[envelope.stream, envelope.lane].append(envelope.id)
        for which, identities in order.items() if not self.restored else ():
            there = set(identities)
            assert identities == [each for each in self.put_order[which] if each in there]

    def at_hub(self) -> list[SignedEnvelope]:
        query = select(StoredEnvelope).order_by(StoredEnvelope.row)
        rows = self.hub.read_now(lambda s: list(s.scalars(query)))
        return [msgspec.msgpack.decode(row.signed, type=SignedEnvelope) for row in rows]

    def teardown(self) -> None:
        try:
            if hasattr(self, "store"):
                self.in_the_end_the_hub_has_it()
                self.store.close()
        finally:
            self.hub.close()
            shutil.rmtree(self.folder)

    def in_the_end_the_hub_has_it(self) -> None:
        self.take(self.deliver([]))  # the hub's hello tells its epoch
        while batch := self.waiting(50):
            self.take(self.deliver(batch))
        self.what_was_saved_is_held_until_it_may_be_forgotten()
        self.the_hub_has_nothing_twice_changed_or_out_of_order()
        there = {msgspec.msgpack.decode(each.envelope, type=Envelope).id for each in self.at_hub()}
        lacking = self.puts.keys() - there
        assert lacking <= self.forgotten
        gaps = self.hub.read_now(lambda s: list(s.scalars(select(ChainGap))))
        assert [gap for gap in gaps if gap.kind == "broken"] == []
        assert lacking or [gap for gap in gaps if gap.closed_at is None] == []
        type(self).counts.update({"runs": 1, "puts": len(self.puts)})


def test_the_protocol_keeps_its_promises_in_any_order(rounds: Rounds, tmp_path: Path) -> None:
    Protocol.template = Template(tmp_path)
    Protocol.counts.clear()
    run_state_machine_as_test(
        Protocol,
        settings=settings(
            max_examples=rounds.count(10),
            stateful_step_count=25,
            deadline=None,
            database=None,
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        ),
    )
    rounds.report("model", Protocol.counts)
