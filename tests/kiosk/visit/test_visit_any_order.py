"""Whatever happens in whatever order: what must hold of every visit."""

from uuid import UUID, uuid5

import hypothesis.strategies as st
import pytest
from any_touches import ANYWHERE, FIELDS, PARTS, fields_of
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from contract import documents, instruments, station, talk
from contract.cards import token_of
from contract.measurement import ACT_KINDS, Act, Grade, Kind, Reason, Value
from kiosk.visit import events as e
from kiosk.visit.age import age_of
from kiosk.visit.context import Context
from kiosk.visit.effects import EndSession, SealDocument, Tell
from kiosk.visit.leaving import NO_TIME_OUT
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal, replay
from kiosk.visit.summary import raw_rows, rows
from kiosk.visit.table import TABLE
from kiosk.visit.turn import SECOND

EXAMPLES = 70  # of each length; thousands were run by hand

COVERED = {Screen.RESUME, Screen.EMERGENCY, Screen.CALL, Screen.GOODBYE, Screen.OUT_OF_ORDER}

CALL_STATES = [
    "none",
    "requested",
    "queued",
    "nobody",
    "unreachable",
    "connecting",
    "connected",
    "lost",
    "ended",
]

CARD = token_of(b"any order")

ANA = documents.Person(given="Ana", family="Ruiz", birth_date="1950-03-02")

BEFORE = (talk.EarlierValue("spo2", 97.0, "%", "2026-01-02T03:04:05+00:00"),)


class AnyVisit(RuleBasedStateMachine):
    """Random events, with enough sense in them to get far."""

    made_context: Context

    @initialize(
        saves=st.booleans(), hub=st.sampled_from([True, True, False]), part=st.sampled_from(list(PARTS))
    )
    def start(self, saves: bool, hub: bool, part: str) -> None:
        self.visit = Rehearsal(self.made_context, saves=saves, hub=hub)
        self.given: dict[UUID, object] = {}
        self.unconfirmed = False
        self.looked_at = 0
        self.emergencies = 0
        self.resumes = 0
        self.saved_papers: set[UUID] = set()
        self.count = 0
        PARTS[part](self.visit)

    # ---- what can happen

    @rule(times=st.integers(1, 3))
    def go_on(self, times: int) -> None:
        for _ in range(times):
            self.visit.go_on()
            self.must_hold()

    @precondition(lambda self: not self.visit.ended)
    @rule(data=st.data())
    def touch_what_is_there(self, data: st.DataObject) -> None:
        here = (kind for screen, kind in TABLE if screen is self.visit.screen)
        kinds = sorted((kind for kind in here if kind.__module__ == e.__name__), key=str)
        if kinds:
            kind = data.draw(st.sampled_from(kinds))
            self.visit.do(kind, **fields_of(kind, data, self.visit.state.item))

    @rule(data=st.data(), kind=st.sampled_from(ANYWHERE))
    def touch_anywhere(self, data: st.DataObject, kind: type) -> None:
        self.visit.do(kind, **fields_of(kind, data, self.visit.state.item))

    @rule(data=st.data(), kind=st.sampled_from(list(FIELDS)))
    def touch_what_is_not_there(self, data: st.DataObject, kind: type) -> None:
        self.visit.do(kind, **fields_of(kind, data, self.visit.state.item))

    @precondition(lambda self: not self.visit.ended)
    @rule(seconds=st.sampled_from([1, 5, 20, 61, 100]))
    def wait(self, seconds: int) -> None:
        self.visit.wait(seconds)

    @rule(
        grade=st.sampled_from(list(Grade)),
        first=st.sampled_from([40.0, 85.0, 91.0, 97.0, 120.0, 190.0, 250.0]),
        second=st.sampled_from([30.0, 45.0, 72.0, 95.0, 140.0, 160.0]),
        unit=st.sampled_from(["%", "%", "mm[Hg]", "furlong"]),
    )
    def read(self, grade: Grade, first: float, second: float, unit: str) -> None:
        if not self.visit.told(instruments.Measure):
            return
        act = self.visit.told(instruments.Measure)[-1].act
        values: tuple[Value, ...]
        if act is Act.OXIMETRY:
            values = (Value(Kind.SPO2, first, unit), Value(Kind.PULSE_RATE, second, "/min"))
        elif act is not Act.BLOOD_PRESSURE:
            values = (Value(ACT_KINDS[act][0], second, unit),)
        else:
            values = (Value(Kind.SYSTOLIC, first, "mm[Hg]"), Value(Kind.DIASTOLIC, second, "mm[Hg]"))
        reasons = () if grade is Grade.GOOD else (Reason.UNSTABLE,)
        self.visit.reading(values, grade, reasons)

    @rule(fault=st.sampled_from(["no-finger", "unplugged", "cuff-leak", "stopped"]))
    def fail(self, fault: str) -> None:
        self.visit.fail(fault)

    @rule(
        role=st.sampled_from(["oximeter", "cuff", "thermometer", "scale"]),
        state=st.sampled_from(["absent", "ready", "fault", "ready"]),
    )
    def device(self, role: str, state: str) -> None:
        self.visit.device(role, state)

    @rule(state=st.sampled_from(CALL_STATES), providers=st.integers(0, 2))
    def call(self, state: str, providers: int) -> None:
        self.visit.core(station.CallState(state=state, providers=providers))

    @rule(online=st.booleans())
    def hub(self, online: bool) -> None:
        self.visit.core(station.HubState(online=online, since=""))

    @rule(act=st.sampled_from(["oximetry", "blood_pressure", "weight", "alertness"]), n=st.integers(0, 5))
    def ask(self, act: str, n: int) -> None:
        live = talk.MeasureAsked(id=uuid5(VISIT, f"ask{n}"), visit=VISIT, at="", act=act)
        self.visit.hub(live)

    @rule(kind=st.sampled_from(["photo:skin", "sound:heart", "clip:hands", "x"]), n=st.integers(0, 5))
    def ask_for_a_capture(self, kind: str, n: int) -> None:
        self.visit.hub(talk.CaptureAsked(id=uuid5(VISIT, f"ask{n}"), visit=VISIT, at="", kind=kind))

    @rule(n=st.integers(0, 5))
    def take_it_back(self, n: int) -> None:
        ask = uuid5(VISIT, f"ask{n}")
        self.visit.hub(talk.AskWithdrawn(id=uuid5(ask, "back"), visit=VISIT, at="", ask=ask))

    @rule(token=st.sampled_from([CARD, CARD, "29999001234567"]))
    def card(self, token: str) -> None:
        self.visit.core(station.CardRead(token=token))

    @rule(known=st.booleans(), asked=st.booleans(), why=st.sampled_from(["no-match", "too-many"]))
    def who_it_is(self, known: bool, asked: bool, why: str) -> None:
        """The hub on a card or phone; `asked` false: to a question of nobody's."""
        ask = self._asked() if asked else uuid5(VISIT, "stray")
        live = uuid5(ask, f"who/{known}/{why}/{asked}")
        person, earlier = (ANA, BEFORE) if known else (None, ())
        self.visit.hub(
            talk.IdentityAnswer(id=live, visit=VISIT, at="", ask=ask, person=person, why=why, earlier=earlier)
        )

    @rule(state=st.sampled_from(talk.CODE_STATES))
    def code(self, state: str) -> None:
        ask = self._asked()
        told = talk.CodeState(id=uuid5(ask, f"code/{state}"), visit=VISIT, at="", ask=ask, state=state)
        self.visit.hub(told)

    def _asked(self) -> UUID:
        proof = self.visit.state.proof
        return proof.ask if proof is not None and proof.ask is not None else VISIT

    @rule(up=st.booleans())
    def media(self, up: bool) -> None:
        self.visit.core(station.MediaIs(up=up))

    @rule(reached=st.sampled_from([(), ("hub",)]))
    def paged(self, reached: tuple[str, ...]) -> None:
        self.visit.core(station.PersonPaged(reached=reached))

    @rule()
    def plan(self) -> None:
        self.visit.plan()

    @rule(state=st.sampled_from(["saved", "sent", "failed", "quarantined"]), which=st.integers(0, 50))
    def put_done(self, state: str, which: int) -> None:
        papers = self.visit.state.papers
        if papers:
            self.visit.core(station.PutDone(id=papers[which % len(papers)].id, state=state))

    @rule(which=st.integers(0, 5))
    def acknowledge(self, which: int) -> None:
        if alarms := self.visit.state.alarms:
            self.visit.acknowledge(alarms[which % len(alarms)].id)

    @rule(hub=st.booleans())
    def core_restarts(self, hub: bool) -> None:
        self.visit.do(e.CoreLost)
        self.visit.wait(3)
        self.visit.core_is_up(hub=hub)

    @rule()
    def core_goes(self) -> None:
        self.visit.do(e.CoreLost)

    @precondition(lambda self: self.resumes < 3)
    @rule()
    def crash(self) -> None:
        self.resumes += 1
        self.visit.resume()
        self.visit.core_is_up()

    # ---- what must hold

    @invariant()
    def must_hold(self) -> None:
        self._look_at_new_events()
        self._covered_until_confirmed()
        state = self.visit.state
        if state.leaving and state.leaving.why == "idle":
            timer = state.leaving.timer
            assert timer.until_ns - timer.since_ns >= 20 * SECOND
        raised = [alarm for alarm in state.alarms if alarm.level == "E"]
        if len(raised) > self.emergencies and not (state.call.live or state.closing):
            assert state.screen is Screen.EMERGENCY
        self.emergencies = len(raised)

    def _covered_until_confirmed(self) -> None:
        state = self.visit.state
        if state.hidden:
            assert state.screen in COVERED
            assert rows(state, self.made_context) == ()
            assert raw_rows(state, self.made_context) == ()

    @invariant()
    def nothing_of_before_without_a_proof(self) -> None:
        """Earlier values are there only for whom the hub has known by a card or a phone with a birth date."""
        state = self.visit.state
        if state.earlier:
            assert state.proof is not None and state.proof.found == ANA
            claims = self.visit.live(talk.IdentityClaimed)
            assert any(claim.card or state.proof.kind == "phone" for claim in claims)
        for told in self.visit.sealed(documents.Identified):
            assert told.how == "told" or told.person == ANA

    @invariant()
    def no_picture_that_is_refused(self) -> None:
        """Of a minor without a guardian's yes, and of private parts."""
        state = self.visit.state
        if state.shooting is not None and state.shooting.phase != "refused":
            age = age_of(state, self.visit.at)
            assert age is None or age >= 18 or state.guardian is not None
            assert state.shooting.place != "private"

    def _look_at_new_events(self) -> None:
        for event in self.visit.events[self.looked_at :]:
            if isinstance(event, e.FromCore) and isinstance(event.message, instruments.Measured):
                measurement = event.message.measurement
                self.given[measurement.id] = measurement
        self.looked_at = len(self.visit.events)

    def teardown(self) -> None:
        if not hasattr(self, "visit"):
            return
        self._effects_in_order()
        self._readings_sealed_once()
        assert replay(self.visit.events, self.made_context) == self.visit.state
        self._there_is_a_way_on()

    def _effects_in_order(self) -> None:
        consented = False
        saved = {
            event.message.id
            for event in self.visit.events
            if isinstance(event, e.FromCore)
            and isinstance(event.message, station.PutDone)
            and event.message.state != "failed"
        }
        paper_of: dict[UUID, UUID] = {}
        raised: set[UUID] = set()
        closed = False
        for effect in self.visit.effects:
            match effect:
                case SealDocument(document=documents.ConsentGiven(given=given)):
                    consented = given
                case SealDocument(document=documents.VisitClosed()):
                    closed = True
                case SealDocument(
                    document=documents.Identified() | documents.CallbackWanted() | documents.MeasureSkipped()
                ):
                    assert consented
                case SealDocument(id=paper, document=documents.Measured(measurement=measurement)):
                    paper_of[measurement.id] = paper
                case SealDocument(document=documents.AlarmRaised(alarm=alarm)):
                    assert alarm in raised
                case Tell(message=instruments.Measure() | station.RequestCall() | station.OpenCamera()):
                    assert consented
                case Tell(message=station.RaiseAlarm(alarm=alarm)):
                    raised.add(alarm)
                case Tell(message=instruments.AckMeasurement(id=measurement_id)):
                    assert paper_of[measurement_id] in saved
                case EndSession():
                    assert closed
        inflations = self.visit.state.inflations_ns
        for start in inflations:
            assert sum(start <= other < start + 600 * SECOND for other in inflations) <= 4

    def _readings_sealed_once(self) -> None:
        ours = {measure.id for measure in self.visit.told(instruments.Measure)}
        sealed: dict[UUID, set[UUID]] = {}
        for effect in self.visit.effects:
            if isinstance(effect, SealDocument) and isinstance(effect.document, documents.Measured):
                sealed.setdefault(effect.document.measurement.id, set()).add(effect.id)
        for reading in set(self.given) & ours:
            assert len(sealed[reading]) == 1
        for ids in sealed.values():
            assert len(ids) == 1

    def _there_is_a_way_on(self) -> None:
        """With everything working again, a willing patient always comes to the end."""
        visit = self.visit
        visit.saves = True
        visit.core_is_up()
        for paper in visit.state.papers:
            if not paper.durable:
                visit.core(station.PutDone(id=paper.id, state="saved"))
        visit.device("oximeter", "ready")
        visit.device("cuff", "ready")
        for role in ("thermometer", "scale"):
            if visit.state.device(role):
                visit.device(role, "ready")
        for _ in range(80):
            if visit.ended:
                return
            before = visit.state
            visit.go_on()
            if visit.state.screen in NO_TIME_OUT and visit.state == before:
                visit.wait(61)
        raise AssertionError(f"no way on from {visit.state.screen}")


@pytest.mark.parametrize("steps", [12, 40])
def test_any_order(context: Context, steps: int) -> None:
    class Bound(AnyVisit):
        made_context = context

    run_state_machine_as_test(
        Bound,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
