"""Devices read for a check: what the screen can't tell, what is held, and what belongs to nobody any more."""

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from contract import instruments
from contract.commissioning import FAILED, PASSED, SKIPPED, Answer
from contract.measurement import Act, DeviceIdentity, Grade, Instant, Kind, Measurement, Quality, Value
from contract.network import WayTested
from contract.profile import DeviceConfig, Profile
from contract.readiness import READY, Readiness
from contract.staff import Verifier
from contract.technician import SparesWanted, SpareVouched
from kiosk.core.calibrated import Calibrated
from kiosk.core.clock import Clock
from kiosk.core.commission import Commission, figure_of
from kiosk.core.devices import Devices
from kiosk.core.spares import Spares
from kiosk.core.staff import Verdict
from kiosk.core.swapping import Here, Swapping
from peripherals import events
from peripherals.events import Fault, Remedy

PROFILE = Profile(
    3,
    UUID(int=1),
    "n",
    "a",
    "p",
    "https://hub",
    devices=(
        DeviceConfig("cuff", "cuff", "rbp9804", "auto", serial="A1"),
        DeviceConfig("meter", "glucose-meter", "contour-usb", "auto"),
        DeviceConfig("cards", "scanner", "auto", "auto"),
    ),
)
AT = Instant("2026-11-27T10:00:00+00:00", 1, "b", "synced")


class Line:
    """Where orders to devices would go."""

    def __init__(self) -> None:
        self.orders: list[tuple[str, Act]] = []
        self.id: UUID | None = None

    def measure(self, act: Act, *, id: UUID, **_: object) -> None:
        self.orders.append(("measure", act))
        self.id = id

    def stop(self, act: Act) -> None:
        self.orders.append(("stop", act))

    def stop_cuff(self) -> None:
        self.orders.append(("vent", Act.BLOOD_PRESSURE))


class Bench:
    """Commissioning with devices whose reports are made here."""

    def __init__(self, folder: Path) -> None:
        self.line = Line()
        self.said: list[Any] = []
        self.told: list[tuple[bool, float | None]] = []  # whether a device is read, and the figure held
        self.folder = folder
        devices = Devices(Clock(uuid4()), self._say, lambda _: None)
        devices.supervisor = self.line  # type: ignore[assignment]
        self.devices = devices
        self.start()

    def _say(self, message: Any, **_: Any) -> bool:
        self.said.append(message)
        return True

    def start(self) -> None:
        self.commission = Commission(
            self.folder,
            PROFILE,
            b"",
            self.devices,
            lambda: self.told.append((self.commission.reading is not None, self.commission.held)),
            network=lambda: (WayTested(way="hub-https", ok=False),),
            readiness=lambda: Readiness(READY, "2026-11-27T10:00:00+00:00"),
        )

    def outcome(self, subject: str) -> str:
        return next(each.outcome for each in self.commission.results() if each.subject == subject)

    def ready(self, act: Act, value: Value, grade: Grade = Grade.GOOD) -> events.MeasurementReady:
        assert self.line.id is not None
        found = Measurement(
            self.line.id, act, (value,), AT, DeviceIdentity("m", "p", "d", "x"), Quality(grade)
        )
        return events.MeasurementReady("x", found)

    def failed(self) -> events.MeasurementFailed:
        assert self.line.id is not None
        return events.MeasurementFailed(
            "cuff", self.line.id, Act.BLOOD_PRESSURE, 1, Fault.STOPPED, Remedy.TRY_AGAIN
        )


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_a_pressure_is_held_while_it_falls_and_the_cuff_let_go(bench: Bench) -> None:
    bench.commission.read("cuff")
    assert not bench.commission.takes(events.CuffPressure("cuff", 1, 121))  # the screen shows it too
    bench.commission.hold()
    assert bench.commission.held == 121.0
    assert bench.told[-1] == (False, 121.0)
    assert ("vent", Act.BLOOD_PRESSURE) in bench.line.orders
    assert bench.commission.takes(bench.failed())  # what ends so is nobody's
    assert bench.commission.fault == ""
    bench.commission.answered("cuff", Answer(reference=120.0))
    assert bench.outcome("cuff") == PASSED
    bench.commission.answered("cuff", Answer(reference=130.0))
    assert bench.outcome("cuff") == FAILED


def test_the_screen_can_tell_no_figure_of_a_device_and_read_no_card(bench: Bench) -> None:
    bench.commission.answered("cuff", Answer(shown=120.0, reference=120.0))
    bench.commission.answered("cards", Answer(yes=True))
    bench.commission.answered("network", Answer(yes=True))
    assert [bench.outcome(each) for each in ("cuff", "cards")] == [SKIPPED, SKIPPED]
    assert bench.outcome("network") == FAILED
    bench.commission.read("cards")
    assert bench.commission.takes(events.CardSeen("cards", "token"))
    assert bench.outcome("cards") == PASSED
    assert not bench.commission.takes(events.CardSeen("cards", "token"))  # the next is a patient's


def test_a_result_that_is_not_reliable_or_another_acts_is_no_figure(bench: Bench) -> None:
    bench.commission.read("meter")
    low = Value(Kind.GLUCOSE, 100.0, "mg/dL")
    assert bench.commission.takes(bench.ready(Act.GLUCOSE, low, Grade.NOT_RELIABLE))
    assert (bench.commission.held, bench.commission.fault) == (None, "not-reliable")
    bench.commission.read("meter")
    other = msgspec.structs.replace(bench.ready(Act.GLUCOSE, low).measurement, id=uuid4())
    assert not bench.commission.takes(events.MeasurementReady("x", other))  # a visit's
    assert bench.commission.takes(bench.ready(Act.GLUCOSE, low))
    assert bench.commission.held == 100.0


def test_a_figure_is_compared_in_the_checks_unit(bench: Bench) -> None:
    assert figure_of((Value(Kind.GLUCOSE, 5.5, "mmol/L"),), Kind.GLUCOSE) == pytest.approx(99.1, abs=0.05)
    assert figure_of((Value(Kind.WEIGHT, 44.1, "[lb_av]"),), Kind.WEIGHT) == pytest.approx(20.0, abs=0.01)
    assert figure_of((), Kind.WEIGHT) is None


def test_reading_anew_forgets_the_figure_but_not_the_reference(bench: Bench) -> None:
    bench.commission.read("cuff")
    bench.commission.takes(events.CuffPressure("cuff", 1, 121))
    bench.commission.hold()
    bench.commission.answered("cuff", Answer(reference=120.0))
    bench.commission.read("cuff")
    assert bench.outcome("cuff") == SKIPPED
    bench.commission.stop()
    assert bench.commission.fault == "stopped"


def test_what_was_found_outlives_core_but_not_another_profile(bench: Bench) -> None:
    bench.commission.answered("clock", Answer(yes=True))
    bench.start()
    assert bench.outcome("clock") == PASSED
    (bench.folder / "commissioning.json").write_bytes(b'{"profile": 2, "answers": {"clock": {"yes": true}}}')
    bench.start()
    assert bench.outcome("clock") == SKIPPED


def test_the_session_hears_of_no_reading_made_for_a_check(bench: Bench) -> None:
    bench.commission.read("meter")
    bench.commission.takes(bench.ready(Act.GLUCOSE, Value(Kind.GLUCOSE, 100.0, "mg/dL")))
    assert not [each for each in bench.said if isinstance(each, instruments.Measured)]


def test_dates_set_here_count_until_a_profile_knows_better(tmp_path: Path) -> None:
    (tmp_path / "calibrated.json").write_bytes(
        b'{"cuff": {"on": "2026-11-27", "by": "jo", "due": "2028-11-26", "serial": "A1"},'
        b' "meter": {"on": "2026-11-27", "by": "jo", "due": "2027-11-27", "serial": "other"}}'
    )
    cuff, meter, _ = Calibrated(tmp_path).applied(PROFILE).devices
    assert (cuff.calibrated_on, cuff.calibration_due) == ("2026-11-27", "2028-11-26")
    assert meter.calibrated_on == ""  # another device is in its place
    newer = msgspec.structs.replace(PROFILE.devices[0], calibrated_on="2026-11-28", calibration_due="x")
    profile = msgspec.structs.replace(PROFILE, devices=(newer,))
    assert Calibrated(tmp_path).applied(profile).devices[0].calibration_due == "x"


class Vouching:
    """Whoever judges badges."""

    can_vouch = True

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict

    def vouch(self, _badge: str, _pin: str, told: object) -> None:
        told(self.verdict)  # type: ignore[operator]


class Swap:
    """The swap wizard's side in core."""

    def __init__(self, folder: Path, here: Here, verdict: Verdict) -> None:
        self.said: list[Any] = []
        self.noted: list[str] = []
        self.restarts = 0
        self.spares = Spares(folder, PROFILE)
        self.swapping = Swapping(
            self.spares,
            Vouching(verdict),  # type: ignore[arg-type]
            PROFILE,
            lambda: here,
            strangers=lambda: (events.DeviceSeen("serial:/dev/x", ("RBP-9804",), "d", "A2"),),
            tell=self.said.append,
            noted=self.noted.append,
            restart=self._restart,
        )

    def _restart(self) -> None:
        self.restarts += 1


NOBODY = Here(visit=False, signed_in=None, technician="")
NURSE = uuid4()


def verifier() -> Verifier:
    return Verifier(badge=b"b", argon2="", staff=NURSE, roles=("nurse",))


def test_a_badge_answers_for_a_spare(tmp_path: Path) -> None:
    swap = Swap(tmp_path, NOBODY, Verdict("", verifier()))
    swap.swapping.wanted(SparesWanted())
    assert swap.said[-1].seen[0].serial == "A2" and swap.said[-1].models["cuff"] == "rbp9804"
    swap.swapping.vouched(SpareVouched(device="cuff", badge="x", pin="2580"))
    assert swap.spares.admitted["cuff"].by == NURSE and swap.restarts == 1
    assert swap.noted == [f"cuff: a rbp9804, by staff {NURSE}"]


@pytest.mark.parametrize(
    ("here", "badge", "problem"),
    [
        (NOBODY, "", "sign-in"),
        (NOBODY, "x", "refused"),
        (Here(visit=True, signed_in=None, technician="jo"), "", "visit"),
    ],
)
def test_nobody_else_does(tmp_path: Path, here: Here, badge: str, problem: str) -> None:
    swap = Swap(tmp_path, here, Verdict("wrong", tries_left=3))
    swap.swapping.vouched(SpareVouched(device="cuff", badge=badge, pin="1" if badge else ""))
    assert swap.said[-1].problem == problem
    assert not swap.spares.admitted and not swap.restarts


def test_a_technician_who_is_in_answers_too(tmp_path: Path) -> None:
    swap = Swap(tmp_path, Here(visit=False, signed_in=None, technician="jo"), Verdict("wrong"))
    swap.swapping.vouched(SpareVouched(device="cuff"))
    assert "cuff" in swap.spares.admitted and "technician jo" in swap.noted[0]
