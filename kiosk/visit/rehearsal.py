"""A visit played without screen, devices or hub: for tests, for pictures of every screen, for reading.

`Rehearsal` feeds events to the machine the way a session does, plays a core that saves what it is given,
and keeps every event and effect. Nothing of it runs in a real visit.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Final, TypeVar
from uuid import UUID, uuid5

import msgspec

from contract import documents, instruments, station, talk
from contract.measurement import (
    NO_DEVICE,
    Act,
    DeviceIdentity,
    Grade,
    Instant,
    Kind,
    Measurement,
    Quality,
    Reason,
    Value,
)
from kiosk.clinical.questionnaire import Answer
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.acts import BY_HAND_ONLY
from kiosk.visit.asking import form_of, harmless
from kiosk.visit.context import Context
from kiosk.visit.effects import Effect, EndSession, SealDocument, SealLive, Tell
from kiosk.visit.model import Screen
from kiosk.visit.state import State
from kiosk.visit.table import step
from kiosk.visit.turn import SECOND

T = TypeVar("T")
VISIT: Final = UUID("6f1c7c1e-0d9f-4c43-9e0b-0c3a7d1a5b11")
BOOT: Final = "5a0e7ab0-0000-4000-8000-000000000000"
START: Final = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
DEVICES: Final = {
    Act.OXIMETRY: DeviceIdentity("Contec", "CMS50D+", "contec-v5", "serial:/dev/pts/1"),
    Act.BLOOD_PRESSURE: DeviceIdentity("Maibobo", "RBP-9804", "rbp9804", "serial:/dev/pts/2"),
    Act.TEMPERATURE: DeviceIdentity("Welch Allyn", "SureTemp Plus", "suretemp", "serial:/dev/pts/3"),
    Act.WEIGHT: DeviceIdentity("Tanita", "SC-240", "tanita", "serial:/dev/pts/4"),
    Act.GLUCOSE: DeviceIdentity("LifeScan", "OneTouch UltraEasy", "lifescan-ultraeasy", "serial:/dev/pts/5"),
    Act.HEART_RATE: DeviceIdentity("Polar", "H10", "ble-2a37", "ble:C0:26:DA:01:02:03"),
    **dict.fromkeys(BY_HAND_ONLY, NO_DEVICE),
}
WELL: Final = {
    Act.TEMPERATURE: (Value(Kind.TEMPERATURE, 36.8, "Cel"),),
    Act.WEIGHT: (Value(Kind.WEIGHT, 72.5, "kg"),),
    Act.GLUCOSE: (Value(Kind.GLUCOSE, 104.0, "mg/dL"),),
    Act.HEART_RATE: (Value(Kind.HEART_RATE, 74.0, "/min"),),
}
ONE_TOUCH: Final[dict[Screen, tuple[Callable[..., e.Event], dict[str, object]]]] = {
    Screen.KEEP_TEXT: (c.TextKept, {"keep": True}),
    Screen.CONSENT: (e.ConsentAnswered, {"given": True}),
    Screen.CONSENT_DECLINED: (e.WentBack, {}),
    Screen.WHO: (e.WhoChosen, {"anonymous": False}),
    Screen.NAME: (e.NameGiven, {"given": "Ana", "family": "Ruiz"}),
    Screen.SKIP_WHY: (e.Skipped, {"reason": "cannot"}),
    Screen.PHONE: (e.WentBack, {}),
    Screen.KNOWN: (e.Continued, {}),
    Screen.GUARDIAN: (e.GuardianIs, {"relation": "parent"}),
    Screen.GUARDIAN_NAME: (e.GuardianNamed, {"name": "Eva Ruiz"}),
    Screen.CHANGE: (e.WentBack, {}),
    Screen.CARD_MADE: (e.Continued, {}),
    Screen.CUFF_ARM: (e.CuffChosen, {"arm": "right", "size": "adult"}),
    Screen.OFFER_CALL: (c.CallWanted, {"camera": True}),
    Screen.NOBODY: (c.NobodyChosen, {"choice": "store"}),
    Screen.CALLBACK: (e.WentBack, {}),
    Screen.CALLBACK_WHEN: (c.CallTimeChosen, {"when": "soon"}),
    Screen.STORED: (e.Finished, {}),
    Screen.PLAN: (e.Finished, {}),
    Screen.TAKE_AWAY: (e.Finished, {}),
    Screen.WHAT_WE_KEEP: (e.Continued, {}),
    Screen.OUT_OF_ORDER: (e.Finished, {}),
}


class Rehearsal:
    """A visit under way. `saves`: core says "saved" to each document at once."""

    def __init__(self, context: Context, *, saves: bool = True, hub: bool = True) -> None:
        self.context = context
        self.saves = saves
        self.state = State()
        self.ns = 1_000 * SECOND
        self.events: list[e.Event] = []
        self.effects: list[Effect] = []
        self.core_is_up(hub=hub)
        for role in ("oximeter", "cuff"):
            self.device(role, "ready")

    # ---- feeding

    @property
    def at(self) -> Instant:
        """This moment of the rehearsal."""
        wall = START + timedelta(microseconds=self.ns // 1000)
        return Instant(wall.isoformat(), self.ns, BOOT, "synced")

    def feed(self, event: e.Event) -> tuple[Effect, ...]:
        """Feed one event; with `saves`, core answers what came of it."""
        self.events.append(event)
        self.state, effects = step(self.state, event, self.context)
        self.effects.extend(effects)
        if self.saves:
            for effect in effects:
                if isinstance(effect, SealDocument):
                    self.core(station.PutDone(id=effect.id, state="saved"))
        return effects

    def do(self, kind: Callable[..., Any], **fields: object) -> tuple[Effect, ...]:
        """Touch something: an event of this kind, now."""
        return self.feed(kind(at=self.at, **fields))

    def core(self, message: station.ToSession) -> tuple[Effect, ...]:
        """Core says something."""
        return self.feed(e.FromCore(at=self.at, message=message))

    def core_is_up(self, *, hub: bool = True) -> None:
        """Core is there, perhaps again."""
        self.core(
            station.Welcome(
                protocol=station.PROTOCOL, boot_id=BOOT, profile=b"", keys=b"", hub_online=hub, clock="synced"
            )
        )

    def hub(self, live: talk.Live) -> tuple[Effect, ...]:
        """The hub says something."""
        return self.feed(e.FromHub(at=self.at, id=uuid5(VISIT, f"from-hub/{live.id}"), live=live))

    def wait(self, seconds: float) -> None:
        """Let time pass, a tick a second."""
        until = self.ns + round(seconds * SECOND)
        while self.ns < until:
            self.ns = min(self.ns + SECOND, until)
            self.do(e.Ticked)

    def device(
        self, role: str, state: str, fault: str = "", remedy: str = "", attention: tuple[str, ...] = ()
    ) -> None:
        """A device comes, goes, has a fault or wants something."""
        self.core(
            instruments.DeviceState(
                device=role,
                role=role,
                state=state,
                fault=fault,
                product=role,
                battery_low="battery-low" in attention,
                remedy=remedy,
                attention=attention,
            )
        )

    # ---- looking

    @property
    def screen(self) -> Screen:
        """What is shown."""
        return self.state.screen

    def shows(self, screen: Screen, item: str = "") -> bool:
        """Is this shown?"""
        return self.state.screen is screen and (not item or self.state.item == item)

    def told(self, kind: type[T]) -> list[T]:
        """Return what core was told, of one kind."""
        return [f.message for f in self.effects if isinstance(f, Tell) and isinstance(f.message, kind)]

    def sealed(self, kind: type[T]) -> list[T]:
        """Return the documents sealed, of one kind."""
        documents_ = [f.document for f in self.effects if isinstance(f, SealDocument)]
        return [document for document in documents_ if isinstance(document, kind)]

    def live(self, kind: type[T]) -> list[T]:
        """Return the live messages sealed, of one kind."""
        return [f.live for f in self.effects if isinstance(f, SealLive) and isinstance(f.live, kind)]

    @property
    def ended(self) -> EndSession | None:
        """How the session ended, or None."""
        return next((f for f in self.effects if isinstance(f, EndSession)), None)

    # ---- parts of a visit

    def begin(self, language: str = "en") -> None:
        """Touch a language."""
        self.do(e.Begun, language=language, visit=VISIT, session_public=b"p" * 32, session_private=b"s" * 32)

    def to_questions(self, *, birth_date: str = "1950-03-02") -> None:
        """Consent and say who it is."""
        self.begin()
        self.do(e.ConsentAnswered, given=True)
        self.do(e.WhoChosen, anonymous=False)
        self.do(e.NameGiven, given="Ana", family="Ruiz")
        self.do(e.BirthDateGiven, birth_date=birth_date)
        while self.screen in (Screen.GUARDIAN, Screen.GUARDIAN_NAME):
            self.go_on()

    def answer_all(self, given: dict[str, Answer] | None = None) -> int:
        """Answer questions until none is left on the screen, harmlessly but for `given`; how many."""
        count = 0
        while self.screen in (Screen.QUESTION, Screen.ABOUT, Screen.CUFF_QUESTION):
            item = self.state.item
            answer = (given or {}).get(item)
            if answer is None:
                answer = self._harmless(item)
            self.do(e.Answered, item=item, answer=answer)
            count += 1
        return count

    def _harmless(self, item: str) -> Answer:
        return harmless(form_of(self.context, self.screen), item)

    def oximetry(
        self, spo2: float = 97, pulse: float = 72, grade: Grade = Grade.GOOD, reasons: Iterable[Reason] = ()
    ) -> Measurement:
        """The running oximetry gives a reading."""
        values = (Value(Kind.SPO2, float(spo2), "%"), Value(Kind.PULSE_RATE, float(pulse), "/min"))
        return self.reading(values, grade, reasons)

    def give(self, act: Act) -> Measurement:
        """The device that runs gives what it gives of somebody who is well."""
        return self.reading(WELL[act])

    def pressure(
        self,
        systolic: float,
        diastolic: float,
        pulse: float = 72,
        grade: Grade = Grade.GOOD,
        reasons: Iterable[Reason] = (),
    ) -> Measurement:
        """The running inflation gives a reading."""
        values = (
            Value(Kind.SYSTOLIC, float(systolic), "mm[Hg]"),
            Value(Kind.DIASTOLIC, float(diastolic), "mm[Hg]"),
            Value(Kind.PULSE_RATE, float(pulse), "/min"),
        )
        return self.reading(values, grade, reasons)

    def beside(self, act: Act, *values: Value, **more: Any) -> Measurement:
        """A reading of any act, as if the visit had told core to do it."""
        measure_id = uuid5(VISIT, f"beside/{len(self.state.measurements)}")
        self.state = msgspec.structs.replace(self.state, acts=(*self.state.acts, measure_id))
        quality = Quality(more.pop("grade", Grade.GOOD), tuple(more.pop("reasons", ())))
        measurement = Measurement(measure_id, act, values, self.at, DEVICES[act], quality, **more)
        self.core(instruments.Measured(measurement=measurement))
        return measurement

    def reading(
        self, values: tuple[Value, ...], grade: Grade = Grade.GOOD, reasons: Iterable[Reason] = ()
    ) -> Measurement:
        """The running act (or, when none runs, the last one, late) gives these values."""
        running = self.state.running
        measure = self.told(instruments.Measure)[-1]
        measurement = Measurement(
            id=running.id if running else measure.id,
            act=measure.act,
            values=values,
            effective=self.at,
            device=DEVICES[measure.act],
            quality=Quality(grade, tuple(reasons)),
            attempt=measure.attempt,
            site=measure.site,
            position=measure.position,
            cuff_size=measure.cuff_size,
            raw=b"\x80\x01",
        )
        self.core(instruments.Measured(measurement=measurement))
        return measurement

    def fail(self, fault: str, remedy: str = "") -> None:
        """The running act gives nothing."""
        running = self.state.running
        if running is not None:
            self.core(
                instruments.MeasureFailed(
                    id=running.id, act=running.act, fault=fault, at=self.at, remedy=remedy
                )
            )

    def to_oximeter(self) -> None:
        """Answer everything harmlessly and put the finger in."""
        self.to_questions()
        self.answer_all()
        self.do(e.Continued)

    def to_cuff(self) -> None:
        """Measure oxygen and fit the cuff; the first inflation runs."""
        self.to_oximeter()
        self.oximetry()
        self.do(e.Continued)
        self.fit_cuff()

    def fit_cuff(self) -> None:
        """From the cuff's questions to the first inflation."""
        self.answer_all()
        self.do(e.CuffChosen, arm="left", size="adult")
        self.do(e.Continued)
        self.wait(self.context.profile.timing.rest_s)

    def to_results(self, systolic: float = 122, diastolic: float = 78) -> None:
        """All measured: three blood pressures a minute apart."""
        self.to_cuff()
        for _ in range(3):
            self.pressure(systolic, diastolic)
            self.wait(self.context.profile.timing.between_s)

    def to_call(self) -> None:
        """A provider takes the call."""
        self.to_results()
        self.do(e.Continued)
        self.do(c.CallWanted, camera=True)
        self.core(station.CallState(state="queued", position=1, providers=1, estimate_s=60))
        self.core(station.CallState(state="connecting"))
        self.hub(
            talk.ProviderJoined(
                id=uuid5(VISIT, "joined"), visit=VISIT, at=self.at.wall, name="Dr. Kim", role="physician"
            )
        )
        self.core(station.CallState(state="connected"))

    def plan(self) -> None:
        """The provider signs a plan."""
        self.hub(
            talk.Plan(
                id=uuid5(VISIT, "plan"),
                visit=VISIT,
                at=self.at.wall,
                text="Drink enough. Come back on Friday.",
                disposition="self-care",
                provider="Dr. Kim",
                warning_signs=("chest pain",),
            )
        )

    # ---- a willing patient

    def acknowledge(self, alarm: UUID) -> None:
        """A nurse has seen the alarm."""
        self.core(
            station.Alarm(
                alarm=alarm,
                visit=VISIT,
                rule="",
                level="E",
                quiet=False,
                raised_at="",
                hub_has_it=True,
                acknowledged_by="nurse",
                acknowledged_at=self.at.wall,
            )
        )

    def go_on(self) -> None:
        """Do what a willing patient, working devices and a present provider would do on this screen."""
        if self.state.leaving:
            self.do(e.StillHere)
        elif self.screen in ONE_TOUCH:
            kind, fields = ONE_TOUCH[self.screen]
            self.do(kind, **fields)
        elif not self._go_on_being_known() and not self._go_on_measuring():
            self._go_on_otherwise()

    def _go_on_being_known(self) -> bool:
        match self.screen:
            case Screen.CARD | Screen.CODE | Screen.LOOKING:
                self.do(e.Skipped, reason="do-not-want")
            case Screen.BIRTH_DATE:
                self.do(e.BirthDateGiven, birth_date="1950-03-02")
                self.do(e.AgeGiven, years=70)
            case _:
                return False
        return True

    def _go_on_measuring(self) -> bool:
        match self.screen:
            case Screen.OXIMETER if self.state.running:
                self.oximetry()
            case Screen.DEVICE_MEASURE if self.state.running:
                self.give(Act(self.state.item))
            case Screen.CUFF_MEASURE:
                self.pressure(122, 78)
            case Screen.CUFF_REST | Screen.CUFF_BETWEEN | Screen.OXIMETER | Screen.DEVICE_MEASURE:
                self.wait(61)
            case Screen.BY_HAND:
                self._go_on_by_hand()
            case (
                Screen.OXIMETER_PREPARE
                | Screen.DEVICE_PREPARE
                | Screen.CUFF_POSTURE
                | Screen.MEASURE_PROBLEM
                | Screen.RESULTS
            ):
                self.wait(61)
                self.do(e.Continued)
            case _:
                return False
        return True

    def _go_on_by_hand(self) -> None:
        """Back out of it, wherever in it one is."""
        while self.screen is Screen.BY_HAND and self.state.entering:
            self.do(e.WentBack)

    def _go_on_otherwise(self) -> None:
        state = self.state
        match state.screen:
            case Screen.WELCOME:
                self.begin()
            case Screen.QUESTION | Screen.ABOUT | Screen.CUFF_QUESTION:
                self.answer_all()
            case Screen.PHOTO:
                self.do(e.PhotoTouched, what="none")
                self.do(e.WentBack)
            case Screen.EMERGENCY:
                self.do(e.StaffHere)
                for alarm in state.alarms:
                    self.acknowledge(alarm.id)
                self.do(e.Continued)
            case Screen.WAITING | Screen.CALL if state.call.state != "connected":
                self.core(station.CallState(state="connected"))
            case Screen.CALL | Screen.PLAN_WAITING:
                self.plan()
                self.do(c.HungUp)
            case Screen.RESUME:
                person = state.person_is or documents.Person()
                right = (person.birth_date or person.given or person.family)[:4]
                kind = state.resume.kind if state.resume else ""
                self.do(
                    e.ResumeAnswered,
                    answer=right[:1] if kind == "first-letter" else right or str(state.age_given),
                )
            case Screen.GOODBYE:
                self.wait(15)

    # ---- crash and replay

    def resume(self) -> None:
        """The session died and a new one replayed the journal."""
        self.state = replay(self.events, self.context)
        self.do(e.Resumed)


def replay(events: Iterable[e.Event], context: Context) -> State:
    """Return the state after events, as read back from a journal."""
    state = State()
    for event in events:
        state, _ = step(state, e.decode(e.encode(event)), context)
    return state


def quick(context: Context) -> Context:
    """The same context with the demo's short times."""
    timing = msgspec.structs.replace(context.profile.timing, rest_s=10, between_s=10, shortened=True)
    return msgspec.structs.replace(context, profile=msgspec.structs.replace(context.profile, timing=timing))
