"""What devices report reaches the session: every act, every state, cards unread and unkept."""

import logging
from typing import Any
from uuid import uuid4

import pytest

from contract import control, instruments, station
from contract.measurement import Act, DeviceIdentity, Grade, Kind, Measurement, Quality, Value
from kiosk.core.clock import Clock
from kiosk.core.devices import Devices
from kiosk.visit.kinds import KINDS
from peripherals import events
from peripherals.supervisor import Supervisor
from peripherals.worker import ROLE_OF

THERMOMETER = DeviceIdentity("Welch Allyn", "SureTemp Plus", "suretemp", "serial:/dev/ttyUSB3")
TOKEN = "CP-4711-secret"


class Around:
    """The ways out of Devices, recorded; the supervisor is a real one without devices."""

    def __init__(self) -> None:
        self.there = True
        self.session: list[Any] = []
        self.media: list[control.ToMedia] = []
        self.devices = Devices(Clock(), self._to_session, self.media.append)
        self.devices.supervisor = Supervisor([], self.devices.take, Clock().instant)

    def _to_session(self, message: station.ToSession, *, droppable: bool = False) -> bool:
        if self.there:
            self.session.append(message)
        return self.there


def status(*wishes: events.Attention, **more: Any) -> events.DeviceStatus:
    state = events.State.ATTENTION if wishes else events.State.READY
    told: dict[str, Any] = {"state": state, "attention": wishes} | more
    return events.DeviceStatus("meter", events.Role.GLUCOSE_METER, **told)


def warm() -> Measurement:
    return Measurement(
        uuid4(),
        Act.TEMPERATURE,
        (Value(Kind.TEMPERATURE, 36.8, "Cel"),),
        Clock().instant(),
        THERMOMETER,
        Quality(Grade.GOOD),
    )


@pytest.mark.parametrize("act", list(Act))
async def test_every_act_can_be_asked_for_and_its_failure_says_what_helps(act: Act) -> None:
    a = Around()
    one = uuid4()
    a.devices.measure(instruments.Measure(id=one, act=act, attempt=1))
    [failed] = a.session
    assert isinstance(failed, instruments.MeasureFailed)
    assert (failed.id, failed.act, failed.fault, failed.remedy) == (one, act, "not-connected", "plug-in")
    a.devices.stop(instruments.StopMeasure(act=act))


async def test_a_reading_of_any_act_is_kept_until_it_is_saved() -> None:
    a = Around()
    a.there = False
    measurement = warm()
    a.devices.take(events.MeasurementReady("thermometer", measurement))
    a.there = True
    a.devices.session_came()
    assert a.session == [instruments.Measured(measurement=measurement)]
    a.devices.saved(measurement.id)
    a.devices.session_came()
    assert len(a.session) == 1


@pytest.mark.parametrize(
    ("wishes", "battery", "told"),
    [
        ((), False, ()),
        ((events.Attention.BATTERY_LOW,), True, ("battery-low",)),
        (
            (events.Attention.CLOCK_WRONG, events.Attention.CALIBRATION_DUE),
            False,
            ("clock-wrong", "calibration-due"),
        ),
    ],
)
async def test_what_a_device_wants_is_told(
    wishes: tuple[events.Attention, ...], battery: bool, told: tuple[str, ...]
) -> None:
    a = Around()
    a.devices.take(status(*wishes))
    [state] = a.session
    assert (state.role, state.battery_low, state.attention) == ("glucose-meter", battery, told)


async def test_a_fault_is_told_with_what_helps() -> None:
    a = Around()
    fault, remedy = events.Fault.BATTERY, events.REMEDIES[events.Fault.BATTERY]
    a.devices.take(status(state=events.State.FAULT, fault=fault, remedy=remedy))
    assert (a.session[0].state, a.session[0].fault, a.session[0].remedy) == ("fault", "battery", "charge")


async def test_a_card_is_handed_on_and_forgotten(caplog: pytest.LogCaptureFixture) -> None:
    a = Around()
    with caplog.at_level(logging.DEBUG):
        a.devices.take(events.CardSeen("badges", TOKEN))
        a.there = False
        a.devices.take(events.CardSeen("badges", TOKEN))  # nobody there: lost, not kept
        a.there = True
        a.devices.session_came()
    assert a.session == [station.CardRead(token=TOKEN)]
    assert TOKEN not in caplog.text
    assert TOKEN not in repr(a.session) and TOKEN not in repr(vars(a.devices))


async def test_what_a_personal_device_had_stored_enters_no_visit() -> None:
    a = Around()
    a.devices.take(events.StoredReading("meter", warm()))
    a.devices.session_came()
    assert a.session == []


async def test_a_strange_device_is_noted_for_the_technician(caplog: pytest.LogCaptureFixture) -> None:
    a = Around()
    with caplog.at_level(logging.INFO):
        a.devices.take(events.DeviceSeen("hid:1-2", ("Contour USB",), "1a79:6002 Bayer"))
    assert a.session == []
    assert "hid:1-2: Contour USB was plugged in" in caplog.text


def test_session_and_devices_mean_the_same_role_by_an_act() -> None:
    roles = {act: kind.role for act, kind in KINDS.items()}
    assert {act: str(role) for act, role in ROLE_OF.items()} == roles
