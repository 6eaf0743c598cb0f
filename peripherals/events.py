"""What the supervisor is told and what it reports; the ids of faults and remedies.

Every fault id and remedy id has words in each language (package `ui`); `FAULT_IDS` and `REMEDY_IDS`
are the lists the translations are checked against. Times are monotonic nanoseconds of this boot
(`time.monotonic_ns`), taken when the bytes arrived.
"""

from enum import StrEnum
from typing import Final
from uuid import UUID

import msgspec

from contract.measurement import Act, DeviceIdentity, Measurement, Value


class Role(StrEnum):
    """What a device is for."""

    OXIMETER = "oximeter"
    CUFF = "cuff"
    THERMOMETER = "thermometer"
    SCALE = "scale"
    GLUCOSE_METER = "glucose-meter"
    HEART_MONITOR = "heart-monitor"
    SCANNER = "scanner"


class State(StrEnum):
    """Where a device stands."""

    ABSENT = "absent"  # no such port, or it was unplugged
    FOUND = "found"  # the port is open, nothing understood yet
    READY = "ready"  # its dialect is understood
    MEASURING = "measuring"
    FAULT = "fault"  # something a technician or a replug must cure
    ATTENTION = "attention"  # usable, but it wants something (probe out, no answer yet)


class Attention(StrEnum):
    """What a device that works wants from somebody, as ids with words on the screen."""

    BATTERY_LOW = "battery-low"
    CLOCK_WRONG = "clock-wrong"
    CALIBRATION_DUE = "calibration-due"


class Fault(StrEnum):
    """Why something did not work, as ids; the words are the screen's."""

    # the line
    NOT_CONNECTED = "not-connected"
    UNPLUGGED = "unplugged"
    PORT_BUSY = "port-busy"
    PORT_DENIED = "port-denied"
    PORT_ERROR = "port-error"
    NO_DATA = "no-data"
    NOT_UNDERSTOOD = "not-understood"
    UNKNOWN_PRODUCT = "unknown-product"
    TWO_ALIKE = "two-alike"  # two devices of one kind, and nothing says which is meant
    NO_BLUETOOTH = "no-bluetooth"  # no adapter, or it is switched off
    # an act of measuring
    BUSY = "busy"
    STOPPED = "stopped"
    NO_FINGER = "no-finger"
    PROBE_UNPLUGGED = "probe-unplugged"
    NO_SIGNAL = "no-signal"
    NO_RESULT = "no-result"  # the device gave nothing in the time: nobody used it, or it was not sent
    MOVED = "moved"  # the person moved while it measured
    BATTERY = "battery"  # too low to measure
    OVERLOAD = "overload"  # more than the scale carries
    UNDERLOAD = "underload"
    DEVICE_RANGE = "device-range"  # above or below what the device can measure
    DEVICE_SENSOR = "device-sensor"  # its sensor or probe is broken, or missing
    DEVICE_TEMPERATURE = "device-temperature"  # too warm or too cold around it
    TEST_STRIP = "test-strip"  # used, damp, wrong or too little blood
    DEVICE_ERROR = "device-error"  # a code that no document explains
    # a cuff
    NO_ANSWER = "no-answer"
    OVERPRESSURE = "overpressure"
    CUFF_LEAK_OR_SIGNAL = "cuff-leak-or-signal"
    CUFF_SENSOR = "cuff-sensor"
    CUFF_DEFLATION = "cuff-deflation"
    CUFF_LEAK = "cuff-leak"
    CUFF_MOTOR = "cuff-motor"
    CUFF_ERROR = "cuff-error"  # a code that no document explains
    CUFF_IMPLAUSIBLE = "cuff-implausible"
    CUFF_TIMEOUT = "cuff-timeout"
    CUFF_MUST_REST = "cuff-must-rest"  # four inflations in ten minutes
    CUFF_HOLDS = "cuff-holds"  # told to stop, it keeps its pressure: open it by hand
    CUFF_PRESSURE_LIMIT = "cuff-pressure-limit"  # we stopped it: above our limit, or inflated too long


class Remedy(StrEnum):
    """What a person can do about it, as ids."""

    NONE = ""
    PLUG_IN = "plug-in"
    CHECK_CABLE = "check-cable"
    SWITCH_ON = "switch-on"
    CALL_TECHNICIAN = "call-technician"
    PUT_FINGER_IN = "put-finger-in"
    HOLD_STILL = "hold-still"
    WARM_HAND = "warm-hand"
    REFIT_CUFF = "refit-cuff"
    WAIT = "wait"
    TRY_AGAIN = "try-again"
    CHARGE = "charge"  # change or charge the battery
    USE_DEVICE = "use-device"  # measure with it, then wait for its result
    STEP_OFF_AND_ON = "step-off-and-on"
    NEW_STRIP = "new-strip"
    OPEN_CUFF = "open-cuff"


FAULT_IDS: Final = tuple(str(fault) for fault in Fault)
REMEDY_IDS: Final = tuple(str(remedy) for remedy in Remedy if remedy)

REMEDIES: Final[dict[Fault, Remedy]] = {
    Fault.NOT_CONNECTED: Remedy.PLUG_IN,
    Fault.UNPLUGGED: Remedy.PLUG_IN,
    Fault.PORT_BUSY: Remedy.CALL_TECHNICIAN,
    Fault.PORT_DENIED: Remedy.CALL_TECHNICIAN,
    Fault.PORT_ERROR: Remedy.CHECK_CABLE,
    Fault.NO_DATA: Remedy.SWITCH_ON,
    Fault.NOT_UNDERSTOOD: Remedy.CHECK_CABLE,
    Fault.UNKNOWN_PRODUCT: Remedy.CALL_TECHNICIAN,
    Fault.TWO_ALIKE: Remedy.CALL_TECHNICIAN,
    Fault.NO_BLUETOOTH: Remedy.CALL_TECHNICIAN,
    Fault.NO_RESULT: Remedy.USE_DEVICE,
    Fault.MOVED: Remedy.HOLD_STILL,
    Fault.BATTERY: Remedy.CHARGE,
    Fault.OVERLOAD: Remedy.STEP_OFF_AND_ON,
    Fault.UNDERLOAD: Remedy.STEP_OFF_AND_ON,
    Fault.DEVICE_RANGE: Remedy.TRY_AGAIN,
    Fault.DEVICE_SENSOR: Remedy.CALL_TECHNICIAN,
    Fault.DEVICE_TEMPERATURE: Remedy.WAIT,
    Fault.TEST_STRIP: Remedy.NEW_STRIP,
    Fault.DEVICE_ERROR: Remedy.TRY_AGAIN,
    Fault.BUSY: Remedy.WAIT,
    Fault.STOPPED: Remedy.TRY_AGAIN,
    Fault.NO_FINGER: Remedy.PUT_FINGER_IN,
    Fault.PROBE_UNPLUGGED: Remedy.CHECK_CABLE,
    Fault.NO_SIGNAL: Remedy.WARM_HAND,
    Fault.NO_ANSWER: Remedy.SWITCH_ON,
    Fault.OVERPRESSURE: Remedy.REFIT_CUFF,
    Fault.CUFF_LEAK_OR_SIGNAL: Remedy.REFIT_CUFF,
    Fault.CUFF_SENSOR: Remedy.CALL_TECHNICIAN,
    Fault.CUFF_DEFLATION: Remedy.CALL_TECHNICIAN,
    Fault.CUFF_LEAK: Remedy.REFIT_CUFF,
    Fault.CUFF_MOTOR: Remedy.CALL_TECHNICIAN,
    Fault.CUFF_ERROR: Remedy.CALL_TECHNICIAN,
    Fault.CUFF_IMPLAUSIBLE: Remedy.REFIT_CUFF,
    Fault.CUFF_TIMEOUT: Remedy.REFIT_CUFF,
    Fault.CUFF_MUST_REST: Remedy.WAIT,
    Fault.CUFF_HOLDS: Remedy.OPEN_CUFF,
    Fault.CUFF_PRESSURE_LIMIT: Remedy.REFIT_CUFF,
}


class Phase(StrEnum):
    """Where an act stands; the same words as `contract.instruments.Progress.phase`."""

    NO_FINGER = "no-finger"  # nobody is there: no finger in the clip, nobody on the scale
    SEARCHING = "searching"
    USE_DEVICE = "use-device"  # measure with it now; its result comes by itself
    HOLD_STILL = "hold-still"
    SETTLING = "settling"
    ACCEPTED = "accepted"
    STARTING = "starting"
    INFLATING = "inflating"
    DEFLATING = "deflating"
    DONE = "done"
    STOPPED = "stopped"


class DeviceConfig(msgspec.Struct, frozen=True):
    """One device of the station.

    `port`: a serial port's path, `SCHEME:PLACE` (serial, hid, usb, ble, evdev), or "auto": discovery finds
    it, by `serial` (its serial number) where that is given. `driver`: a name of the registry, or "auto".
    `personal`: it belongs to one person, so its memory may be read. Dates are ISO. `pattern`: of cards.
    `site`: where on the body it measures, for a reading that does not say so itself.
    """

    id: str
    role: Role
    port: str
    driver: str = "auto"
    serial: str = ""
    personal: bool = False
    calibrated_on: str = ""
    calibrated_by: str = ""
    calibration_due: str = ""
    pattern: str = ""
    site: str = ""


class DeviceStatus(msgspec.Struct, frozen=True):
    """A device's state changed. `detail` is for logs and technicians, in plain English."""

    device: str
    role: Role
    state: State
    fault: Fault | None = None
    remedy: Remedy = Remedy.NONE
    product: str = ""
    identity: DeviceIdentity | None = None
    detail: str = ""
    attention: tuple[Attention, ...] = ()
    by_hand: bool = False  # the person starts it, and only the person can stop it
    site: str = ""  # where on the body it measures, as the profile says


class DeviceSeen(msgspec.Struct, frozen=True):
    """Something was plugged in that no device of the station is: by name if a product is recognised, else
    with its descriptors, for the technician."""

    address: str
    products: tuple[str, ...]
    description: str
    serial: str = ""


class OximeterSample(msgspec.Struct, frozen=True):
    """One oximeter frame. Pleth 0..127; None: the device does not give it, or marks it invalid."""

    device: str
    t_ns: int
    pleth: int | None
    spo2: int | None
    pulse_rate: int | None
    perfusion_index: float | None
    flags: tuple[str, ...]
    rate_hz: float = 60.0  # of the wave


class LiveValues(msgspec.Struct, frozen=True):
    """What a device other than an oximeter shows now, not (yet) a reading; no value: it shows none."""

    device: str
    act: Act
    t_ns: int
    values: tuple[Value, ...]
    flags: tuple[str, ...] = ()


class CuffPressure(msgspec.Struct, frozen=True):
    """The pressure in the cuff now, mm[Hg]."""

    device: str
    t_ns: int
    pressure: int


class ActProgress(msgspec.Struct, frozen=True):
    """Where an act stands; `fraction` 0..1 of what is still to wait for."""

    device: str
    act: Act
    phase: Phase
    fraction: float = 0.0


class MeasurementReady(msgspec.Struct, frozen=True):
    """The act is done. Its grade may well be `not_reliable`."""

    device: str
    measurement: Measurement


class MeasurementFailed(msgspec.Struct, frozen=True):
    """The act gave nothing. `device_code`: the device's own number, where it gave one."""

    device: str
    id: UUID
    act: Act
    attempt: int
    fault: Fault
    remedy: Remedy
    device_code: int | None = None


class StoredReading(msgspec.Struct, frozen=True):
    """A record from the memory of a personal device, at its own time; never part of an act."""

    device: str
    measurement: Measurement


class CardSeen(msgspec.Struct, frozen=True):
    """A card that matched the station's pattern was held before the scanner. Never logged, never stored."""

    device: str
    token: str

    def __repr__(self) -> str:
        """Say nothing of the token: events are printed when something goes wrong."""
        return f"CardSeen({self.device!r})"


Event = (
    DeviceStatus
    | DeviceSeen
    | OximeterSample
    | LiveValues
    | CuffPressure
    | ActProgress
    | MeasurementReady
    | MeasurementFailed
    | StoredReading
    | CardSeen
)
