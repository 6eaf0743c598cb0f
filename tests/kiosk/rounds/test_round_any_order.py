"""Whatever happens in whatever order: what must hold of every round."""

from uuid import UUID, uuid5

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from contract import care, documents, instruments, staff, station
from contract.care import MISSED, ReadingRefiled, ResidentBound
from contract.measurement import Act, Grade, Kind, Measurement, Quality, Value
from contract.residents import Resident
from kiosk.rounds import events as e
from kiosk.rounds.model import Shift
from kiosk.rounds.rehearsal import ANA, BADGE, BEN, CAROL, DINO, SHIFT, RoundRehearsal
from kiosk.rounds.table import step
from kiosk.visit import call_events as c
from kiosk.visit import events as v
from kiosk.visit.context import Context
from kiosk.visit.effects import SealDocument, Tell
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import DEVICES, WELL

RESIDENTS = (ANA, BEN, CAROL, DINO)
NAMES = {each.id: each.family for each in RESIDENTS}
TOUCHES = (
    *("observe", "sbar", "notify", "call", "case", "photo", "hand", "not-now", "wrong", "leave", "keep"),
    *("assess", "request", "see-today", "physician", "yes", "no", "on-record", "guardian", "specialist"),
    *("with", "cleaned"),
    *MISSED[:2],
)
CHOICES = (
    ("eating", "skin"),
    (),
    ("less", "today"),
    ("phone", "injury"),
    ("x",),
    ("more", "today", "words"),
    ("phone", "injury", "answer"),
    ("family", "by-family"),
)
PLAIN = (
    *(v.Continued, v.Continued, v.Continued, v.WentBack, v.Touched, v.StopPressed, c.HungUp, v.Finished),
    *(v.LeaveWanted, v.StillHere, v.StaffHere, v.PersonWanted, v.EmergencyWanted, v.HandWanted),
    *(e.FindWanted, e.BandUnknown, e.SignInWanted, e.BadgeTyping),
)
VALUES = {
    Act.OXIMETRY: (Value(Kind.SPO2, 97.0, "%"), Value(Kind.PULSE_RATE, 72.0, "/min")),
    Act.BLOOD_PRESSURE: (Value(Kind.SYSTOLIC, 122.0, "mm[Hg]"), Value(Kind.DIASTOLIC, 78.0, "mm[Hg]")),
    **WELL,
}


class AnyOrder(RuleBasedStateMachine):
    """Staff, residents, devices, core and a session that dies."""

    context: Context

    @initialize(roles=st.sampled_from([("nurse",), ("aide",), ("aide", "nurse")]), hub=st.booleans())
    def begins(self, roles: tuple[str, ...], hub: bool) -> None:
        self.duty = RoundRehearsal(self.context, roles=roles, hub=hub)
        self.bound: dict[UUID, UUID] = {}  # resident by visit
        self.acts: dict[UUID, UUID] = {}  # visit by act
        self.given: dict[UUID, UUID] = {}  # visit by reading that came in time
        self.seen = 0
        self.duty.sign_in()
        self.look()

    def look(self) -> None:
        """Keep the books of what was told and sealed since, and judge it."""
        fresh, self.seen = self.duty.effects[self.seen :], len(self.duty.effects)
        for effect in fresh:
            if isinstance(effect, Tell) and isinstance(effect.message, instruments.Measure):
                assert self.duty.state.visit is not None
                self.acts[effect.message.id] = self.duty.state.visit
            if not isinstance(effect, SealDocument):
                continue
            document = effect.document
            if isinstance(document, ResidentBound):
                assert self.bound.setdefault(document.visit, document.resident) == document.resident
            elif isinstance(document, documents.Measured):
                assert document.visit in self.bound, "a reading before anybody said whose it is"
                reading = document.measurement
                if not reading.derived_from and not reading.by_hand:
                    assert self.acts[reading.id] == document.visit, "a reading at the wrong resident"
            elif isinstance(document, ReadingRefiled):
                assert self.bound[document.visit] != self.bound[document.former_visit]
            elif isinstance(document, care.Sbar):
                assert not document.assessment or "nurse" in self.duty.roles

    def do(self, kind: type, **fields: object) -> None:
        self.duty.do(kind, **fields)
        self.look()

    # ---- people

    @rule(resident=st.sampled_from(RESIDENTS), how=st.sampled_from(["scan", "list"]), old=st.booleans())
    def pick(self, resident: Resident, how: str, old: bool) -> None:
        self.duty.pick(resident, how, photo=True, photo_old=old)
        self.look()

    @rule(
        identifiers=st.sampled_from([("name", "birth-date"), ("name",), ("photo", "name"), ("room", "x"), ()])
    )
    def confirm(self, identifiers: tuple[str, ...]) -> None:
        visit = uuid5(SHIFT, f"visit/{len(self.duty.effects)}")
        self.do(
            e.ResidentConfirmed, identifiers=identifiers, visit=visit, public=b"p" * 32, private=b"s" * 32
        )

    @rule(kind=st.sampled_from(PLAIN))
    def touch(self, kind: type) -> None:
        self.do(kind)

    @rule(resident=st.sampled_from(RESIDENTS))
    def wrong_afterwards(self, resident: Resident) -> None:
        self.do(e.WrongAfterwards, resident=resident)

    @rule(what=st.sampled_from(TOUCHES))
    def touch_of_a_round(self, what: str) -> None:
        self.do(e.RoundTouched, what=what)

    @precondition(lambda self: self.duty.screen is Screen.BEDSIDE)
    @rule(what=st.sampled_from(["leave", "leave", "wrong", "observe"]))
    def leave(self, what: str) -> None:
        self.do(e.RoundTouched, what=what)

    @rule(what=st.sampled_from(CHOICES))
    def choose(self, what: tuple[str, ...]) -> None:
        self.do(e.RoundChose, what=what)

    @rule(text=st.sampled_from(["Dr. Lee", " ", "x" * 3000]))
    def write(self, text: str) -> None:
        self.do(e.RoundWrote, text=text)

    @rule(then=st.sampled_from(["", "call", "case"]))
    def handover(self, then: str) -> None:
        self.do(e.SbarKept, situation="S", background="B", request="R", observation="O", then=then)

    @precondition(lambda self: self.duty.duty.undo is not None)
    @rule()
    def undo(self) -> None:
        visit = uuid5(SHIFT, f"undo/{len(self.duty.effects)}")
        self.do(e.UndoWanted, visit=visit, public=b"p" * 32, private=b"s" * 32)

    @rule(reason=st.sampled_from(["hurts", "gave-up"]))
    def skip(self, reason: str) -> None:
        self.do(v.Skipped, reason=reason)

    @rule()
    def willing(self) -> None:
        self.duty.go_on()
        self.look()

    @rule(badge=st.sampled_from([BADGE, BADGE[:-1] + "2"]))
    def badge(self, badge: str) -> None:
        self.do(e.BadgeGiven, badge=badge)

    # ---- devices, core, time

    @precondition(lambda self: self.duty.state.running is not None)
    @rule()
    def reading(self) -> None:
        running = self.duty.state.running
        assert running is not None
        assert self.duty.state.visit is not None
        self.given[running.id] = self.duty.state.visit
        self._measured(running.id, running.act)

    @precondition(lambda self: self.acts)
    @rule(which=st.integers(0, 99))
    def late_reading(self, which: int) -> None:
        act = sorted(self.acts)[which % len(self.acts)]
        self._measured(act, Act.OXIMETRY)

    def _measured(self, id: UUID, act: Act) -> None:
        reading = Measurement(
            id=id,
            act=act,
            values=VALUES[act],
            effective=self.duty.at,
            device=DEVICES[act],
            quality=Quality(Grade.GOOD),
        )
        self.duty.core(instruments.Measured(measurement=reading))
        self.look()

    @rule(online=st.booleans())
    def hub(self, online: bool) -> None:
        self.duty.core(station.HubState(online=online, since=self.duty.at.wall))
        self.look()

    @rule(state=st.sampled_from(["queued", "connected", "ended", "nobody"]))
    def call(self, state: str) -> None:
        self.duty.core(station.CallState(state=state))
        self.look()

    @rule()
    def core_restarts(self) -> None:
        self.do(v.CoreLost)
        self.duty.core_is_up()
        self.duty.core(staff.SignedIn(shift=SHIFT, staff=SHIFT, roles=self.duty.roles, until=""))
        self.look()

    @rule(saves=st.booleans())
    def disk(self, saves: bool) -> None:
        self.duty.saves = saves

    @rule(seconds=st.sampled_from([1, 5, 61, 200]))
    def time_passes(self, seconds: int) -> None:
        self.duty.wait(seconds)
        self.look()

    @rule()
    def session_dies(self) -> None:
        self.duty.resume()
        self.look()

    # ---- what must hold

    @invariant()
    def nothing_of_one_resident_with_another(self) -> None:
        bed, state = self.duty.duty.bedside, self.duty.state
        shown = repr(msgspec.to_builtins(state))
        if bed is None:
            assert state.visit is None or state.closing is not None
            assert not state.measurements
            assert not any(name in shown for name in NAMES.values())
            return
        others = [name for id, name in NAMES.items() if id != bed.resident.id]
        assert not any(name in shown + repr(msgspec.to_builtins(bed)) for name in others)
        assert state.visit in self.bound
        assert self.bound[state.visit] == bed.resident.id

    @invariant()
    def no_reading_is_lost(self) -> None:
        sealed = {d.measurement.id: d.visit for d in self.duty.sealed(documents.Measured)}
        assert {id: sealed.get(id) for id in self.given} == self.given
        kept = {paper.id for paper in (*self.duty.duty.papers, *self.duty.state.papers)}
        put = {f.id for f in self.duty.effects if isinstance(f, SealDocument)}
        sent: set[UUID] = set()  # this core never says "sent": all that was put is still held
        assert put - sent == kept

    @invariant()
    def what_is_refiled_is_all_there(self) -> None:
        here = {m.id for m in self.duty.state.measurements}
        moved = {
            r.measurement.id for r in self.duty.sealed(ReadingRefiled) if r.visit == self.duty.state.visit
        }
        assert moved <= here

    @invariant()
    def after_a_crash_nothing_shows_before_the_badge(self) -> None:
        duty, state = self.duty.duty, self.duty.state
        if duty.again and not duty.ending:
            assert state.screen in (Screen.SIGN_IN, Screen.BADGE, Screen.EMERGENCY, Screen.OUT_OF_ORDER)
            assert state.visit is None or state.hidden

    @invariant()
    def the_end_is_an_end(self) -> None:
        if self.duty.duty.ending:
            assert self.duty.screen is Screen.SIGNED_OUT
            assert self.duty.state.visit is None

    def teardown(self) -> None:
        if not hasattr(self, "duty"):
            return
        shift = Shift()
        for event in self.duty.events:
            shift, _ = step(shift, e.decode(e.encode(event)), self.duty.context)
        assert (shift.duty, shift.state) == (self.duty.duty, self.duty.state)


@pytest.mark.parametrize("steps", [25, pytest.param(120, marks=pytest.mark.long)])
def test_a_round_in_any_order(context: Context, steps: int) -> None:
    machine = type("Machine", (AnyOrder,), {"context": context})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=40,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
