"""Core and session: what the devices are told to do, how they are and what they gave."""

from uuid import UUID

from contract.measurement import Act, Instant, Measurement, Value
from contract.message import Message

# ---- session to core --------------------------------------------------------------------------


class Measure(Message, tag="measure", frozen=True):
    """Start one act. `id` becomes the Measurement's id. For the cuff `rested`: the rest time was kept."""

    id: UUID
    act: Act
    attempt: int
    site: str | None = None
    position: str | None = None
    cuff_size: str | None = None
    rested: bool = True


class StopMeasure(Message, tag="stop-measure", frozen=True):
    """STOP: also when nothing runs; the cuff's stop goes out at once."""

    act: Act


class Alive(Message, tag="alive", frozen=True):
    """Every 250 ms while a cuff inflates; 750 ms of silence stops the cuff."""


class AckMeasurement(Message, tag="ack-measurement", frozen=True):
    """Put and saved: core need no longer keep it."""

    id: UUID


ToInstruments = Measure | StopMeasure | Alive | AckMeasurement

# ---- core to session --------------------------------------------------------------------------


class DeviceState(Message, tag="device-state", frozen=True):
    """`state`: absent, found, ready, measuring, fault, attention; `role` as in `profile.DeviceConfig`.

    `fault` and `remedy`: ids with words (ui). `attention`: what a device that still measures wants somebody
    to see to, also ids with words, for instance "battery-low" or "calibration-due".
    """

    device: str
    role: str
    state: str
    fault: str = ""
    product: str = ""
    battery_low: bool = False
    remedy: str = ""
    attention: tuple[str, ...] = ()
    by_hand: bool = False  # the person starts it, and only the person can stop it
    site: str = ""  # where on the body it measures, as the profile says ("oral", …)


class Pleth(Message, tag="pleth", frozen=True):
    """One oximeter frame as it came. Wave 0..127; None: the device says invalid. t: monotonic arrival."""

    device: str
    t_ns: int
    wave: int
    spo2: int | None
    pulse_rate: int | None
    perfusion_index: float | None
    flags: tuple[str, ...]


class Progress(Message, tag="progress", frozen=True):
    """Where an act stands.

    `phase` for oximetry: no-finger, searching, hold-still, settling, accepted;
    for blood pressure: starting, inflating, deflating, done, stopped. use-device: the person measures with
    the device, its result comes by itself. The other acts use those of these that fit. `fraction` 0..1.
    """

    act: Act
    phase: str
    fraction: float = 0.0
    cuff_pressure: int | None = None  # mm[Hg]
    shown: tuple[Value, ...] = ()  # what the device shows now, not (yet) a reading


class Measured(Message, tag="measured", frozen=True):
    """The act is done; core keeps this until AckMeasurement (and sends it again to a new session)."""

    measurement: Measurement


class MeasureFailed(Message, tag="measure-failed", frozen=True):
    """The act gave nothing. `fault` and `remedy`: ids with words (ui)."""

    id: UUID
    act: Act
    fault: str
    at: Instant
    remedy: str = ""


FromInstruments = DeviceState | Pleth | Progress | Measured | MeasureFailed
