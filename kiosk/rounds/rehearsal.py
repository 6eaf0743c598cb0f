"""A round played without screen, devices or hub: for tests and for pictures of every screen.

The residents here are made up.
"""

from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID, uuid5

import msgspec

from contract import cards, staff, station
from contract.measurement import Act
from contract.residents import Baseline, Contact, Resident
from contract.rounds import Due
from contract.talk import EarlierValue
from kiosk.rounds import events as e
from kiosk.rounds.due import acts_due
from kiosk.rounds.effects import Effect
from kiosk.rounds.model import Duty, Shift
from kiosk.rounds.table import left_a_resident, step
from kiosk.visit import events as v
from kiosk.visit.context import Context
from kiosk.visit.effects import SealDocument
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import Rehearsal

SHIFT: Final = UUID("b7a7f0f4-62a1-4a2b-8a55-0c9d2f1e0a01")
NURSE: Final = UUID("0d6b8f7e-0000-4000-8000-00000000a001")
BADGE: Final = "CPB1-ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ROUTINE: Final = (Act.OXIMETRY, Act.BLOOD_PRESSURE, Act.TEMPERATURE)


def band(number: int) -> str:
    """Return the wristband's token of a made-up resident."""
    return f"CPW1-{chr(ord('A') + number) * 26}"


def made_up(number: int, given: str, family: str, **more: Any) -> Resident:
    """Return a made-up resident, due for the routine at nine."""
    schedule = tuple(Due(act, ("09:00",)) for act in ROUTINE)
    return Resident(
        **{
            "id": uuid5(SHIFT, f"resident/{number}"),
            "number": f"{100 + number}",
            "given": given,
            "family": family,
            "birth_date": f"19{40 + number}-03-{10 + number}",
            "room": f"{10 + number}",
            "wristband": cards.hash_of(band(number)),
            "schedule": schedule,
            **more,
        }
    )


ANA: Final = made_up(
    0,
    "Ana",
    "Ruiz",
    code_status="dnr",
    diagnoses=("Heart failure", "Type 2 diabetes"),
    medicines=("Furosemide 40 mg in the morning", "Metformin 500 mg twice a day"),
    allergies=("Penicillin",),
    baseline=(
        Baseline("systolic", 118, "mm[Hg]", 9),
        Baseline("diastolic", 74, "mm[Hg]", 9),
        Baseline("spo2", 96, "%", 12),
        Baseline("pulse_rate", 70, "/min", 12),
        Baseline("temperature", 36.5, "Cel", 8),
    ),
    latest=(EarlierValue("spo2", 95, "%", "2026-11-23T09:10:00+00:00"),),
    physician=Contact("Dr. Lee", "555 0170"),
    representative=Contact("Eva Ruiz", "555 0171", "daughter"),
)
BEN: Final = made_up(1, "Ben", "Okafor", code_status="full", conditions=("scale2",))
CAROL: Final = made_up(
    2, "Carol", "Meyer", lacks_capacity=True, representative=Contact("Tom Meyer", "555 0172", "son")
)
DINO: Final = made_up(3, "Dino", "Rossi", schedule=())
EVERYBODY: Final = (ANA, BEN, CAROL, DINO)


class RoundRehearsal(Rehearsal):
    """A shift under way. `roles`: of who signs in."""

    def __init__(
        self,
        context: Context,
        *,
        saves: bool = True,
        hub: bool = True,
        roles: tuple[str, ...] = ("nurse",),
        residents: tuple[Resident, ...] = EVERYBODY,
    ) -> None:
        self.duty = Duty()
        self.own: list[Effect] = []
        self.roles = roles
        self.residents = residents
        profile = msgspec.structs.replace(context.profile, setting="ltc")
        super().__init__(msgspec.structs.replace(context, profile=profile), saves=saves, hub=hub)
        self.ns += 300 * 1_000_000_000
        for role in ("thermometer", "scanner"):
            self.device(role, "ready")

    def feed(self, event: e.Event) -> tuple[Effect, ...]:  # type: ignore[override]
        """Feed one event to round and visit; with `saves`, core answers what came of it."""
        self.events.append(event)  # type: ignore[arg-type]
        before = Shift(self.duty, self.state)
        shift, effects = step(before, event, self.context)
        self.duty, self.state = shift.duty, shift.state
        if left_a_resident(before, shift):
            self.events = [e.Between(at=event.at, shift=shift)]  # type: ignore[list-item]
        self.effects.extend(effects)  # type: ignore[arg-type]
        if self.saves:
            for effect in effects:
                if isinstance(effect, SealDocument):
                    self.core(station.PutDone(id=effect.id, state="saved"))
        return effects

    # ---- parts of a shift

    def to_pin(self) -> None:
        """Scan the badge on the welcome screen."""
        self.do(e.BadgeGiven, badge=BADGE)

    def type_pin(self) -> None:
        """A PIN was typed."""
        self.do(e.PinGiven, shift=SHIFT, public=b"p" * 32, private=b"s" * 32)

    def sign_in(self, *, list_there: bool = True) -> None:
        """Badge, PIN, and the list."""
        self.to_pin()
        self.type_pin()
        self.core(
            staff.SignedIn(shift=SHIFT, staff=NURSE, roles=self.roles, until="2026-11-24T21:00:00+00:00")
        )
        if list_there:
            self.do(e.ListCame, name="Mo Silva")

    @property
    def clock(self) -> datetime:
        """This moment on the facility's clock."""
        return datetime.fromisoformat(self.at.wall).astimezone(UTC)

    def pick(
        self, resident: Resident, how: str = "scan", *, photo: bool = False, photo_old: bool = False
    ) -> None:
        """Scan a wristband or touch a name."""
        due = acts_due(resident, self.duty.seen, self.clock)
        self.do(e.ResidentPicked, resident=resident, how=how, due=due, photo=photo, photo_old=photo_old)

    def confirm(self, *identifiers: str) -> None:
        """Two identifiers were read back."""
        visit = uuid5(SHIFT, f"visit/{len(self.effects)}")
        self.do(
            e.ResidentConfirmed,
            identifiers=identifiers or ("name", "birth-date"),
            visit=visit,
            public=b"p" * 32,
            private=b"s" * 32,
        )

    def to_bed(self, resident: Resident, how: str = "scan") -> None:
        """Scan, check, and stand at the bedside."""
        self.pick(resident, how)
        self.confirm()

    def undo(self) -> None:
        """Take "wrong resident" back."""
        visit = uuid5(SHIFT, f"undo/{len(self.effects)}")
        self.do(e.UndoWanted, visit=visit, public=b"p" * 32, private=b"s" * 32)

    def touch(self, what: str) -> None:
        """Touch a button of the round's."""
        self.do(e.RoundTouched, what=what)

    def measure_all(self) -> None:
        """Measure what is due until the bedside is shown again."""
        self.do(v.Continued)
        for _ in range(60):
            if self.screen is Screen.BEDSIDE:
                return
            self.go_on()

    def go_on(self) -> None:
        """Do what willing staff would do on this screen."""
        match self.screen:
            case Screen.BEDSIDE if self.state.visit is not None:
                self.do(v.Continued)
            case Screen.OXIMETER | Screen.DEVICE_MEASURE if not self.state.running:
                self.do(v.Continued)
            case _:
                super().go_on()

    def resume(self) -> None:
        """The session died and a new one replayed the journal."""
        events, duty = list(self.events), Shift()
        for event in events:
            duty, _ = step(duty, e.decode(e.encode(event)), self.context)
        self.duty, self.state = duty.duty, duty.state
        self.do(v.Resumed)
