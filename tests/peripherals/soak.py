"""Devices that are pulled, put back, garbled, hung, flooded and left deaf at random, and what must hold.

Every time a device is plugged in it has another value. Once the station has told that it noticed the plug
pulled, nothing it tells may come from before.
"""

import contextlib
import os
import random
import threading
import time
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec
from stations import Station, until
from wire_streams import FORMATS

from contract.measurement import Act, Grade, Kind, Measurement
from contract.quality import rules
from peripherals.devices.product import SCHEMES, Manner, Product
from peripherals.discovery import Seen
from peripherals.events import (
    DeviceConfig,
    DeviceStatus,
    Event,
    Fault,
    LiveValues,
    MeasurementFailed,
    MeasurementReady,
    OximeterSample,
    Role,
    State,
)
from peripherals.hotplug import Folder
from peripherals.inflations import CuffLimits
from peripherals.protocols.conversation import Packet
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.simulators.plugs import TerminalPlug
from peripherals.simulators.port import Simulator
from peripherals.simulators.scenarios import (
    Cuff,
    Finger,
    GlucoseMeter,
    Line,
    Oximeter,
    Reading,
    Scale,
    Scenario,
    Thermometer,
)
from peripherals.worker import ACT_OF, Limits

DEVICES = ("contec-v7", "contec-eb", "rbp9804", "suretemp", "dymo", "taidoc")
SPEEDS = {Role.CUFF: 60.0, Role.THERMOMETER: 4.0}  # a glucose meter's clock must not run away from ours
GARBLED = Line(noise=0.3, cut=0.15, changed=0.1)
DEAF_S = 1.2  # the line is open, nobody reads it and nothing comes
FLOOD = 2 * 1024 * 1024  # bytes over a serial line; over another, so many reports:
FLOOD_REPORTS = 4096
FLOOD_S = 1.5  # a flood that is not taken by then is over

KINDS = {
    Act.OXIMETRY: Kind.SPO2,
    Act.BLOOD_PRESSURE: Kind.SYSTOLIC,
    Act.TEMPERATURE: Kind.TEMPERATURE,
    Act.WEIGHT: Kind.WEIGHT,
    Act.GLUCOSE: Kind.GLUCOSE,
}
NEAR = 0.06  # a temperature goes through kelvin
TIMEOUT_S = 4.0
TIMEOUT_OF_A_METER_S = 15.0  # which is asked every few seconds
SETTLE_S = 0.3


def _hurried() -> Limits:
    """The station's rules, with less patience."""
    acts = {
        act: msgspec.structs.replace(
            one,
            settle_s=min(one.settle_s, SETTLE_S),
            window_s=min(one.window_s, SETTLE_S),
            timeout_s=TIMEOUT_OF_A_METER_S if act is Act.GLUCOSE else TIMEOUT_S,
        )
        for act, one in rules().items()
    }
    return Limits(acts, CuffLimits(inflations=100_000, silence_s=2.0, longest_s=10.0))


class What(StrEnum):
    """What happens to a device."""

    PLUG = "plug in"
    ELSEWHERE = "plug in elsewhere"
    UNPLUG = "unplug"
    GARBLE = "garble"
    HANG = "hang"
    MEND = "mend"
    DEAF = "deaf"
    FLOOD = "flood"


def value_of(act: Act, generation: int) -> float:
    """Return what a device shows the so-manieth time it is plugged in; never the same twice in a row."""
    match act:
        case Act.OXIMETRY:
            return 80 + generation % 20
        case Act.BLOOD_PRESSURE:
            return 110 + generation % 60
        case Act.TEMPERATURE:
            return round(35 + 0.2 * (generation % 25), 1)
        case Act.WEIGHT:
            return 50 + generation % 60
        case _:
            return 80 + generation % 100


def story_of(act: Act, generation: int) -> Scenario:
    value = value_of(act, generation)
    return Scenario(
        f"generation {generation}",
        oximeter=Oximeter(spo2=int(value) if act is Act.OXIMETRY else 97, fingers=(Finger("in", 1),)),
        cuff=Cuff(readings=(Reading(int(value) if act is Act.BLOOD_PRESSURE else 120, 70, 72),)),
        thermometer=Thermometer(value if act is Act.TEMPERATURE else 36.8, takes_s=0.5),
        scale=Scale(value if act is Act.WEIGHT else 70.0, None, steps_on_s=0.1, still_after_s=0.3),
        glucose=GlucoseMeter(value if act is Act.GLUCOSE else 100.0, takes_s=0.3),
    )


class Slot:
    """One device of the station and the simulator that stands for it."""

    def __init__(self, name: str, folder: Path, number: int) -> None:
        self.product: Product = PRODUCTS[name]
        self.act = ACT_OF[self.product.role]
        self.id = f"{number}-{name}"
        self.generation = 0
        self.plugged = self.ill = False
        self.disturbed_until = 0.0  # its samples may be anything
        self.noticed = True  # the station has told that it lost what was plugged in before
        self.state: State | None = None
        self._busy: threading.Thread | None = None
        self._folder = folder
        self._places = 0
        self._line = self.product.lines[0]
        self._simulator: Simulator | None = None
        self._serial = f"SERIAL-{number}"

    @property
    def config(self) -> DeviceConfig:
        """The device in the station's profile: known by its serial number, wherever it is."""
        return DeviceConfig(self.id, self.product.role, "auto", self.product.name, self._serial)

    def fits(self, value: float) -> bool:
        """Is it a value of what is plugged in now, or was, as far as the station knows?"""
        return any(abs(value - value_of(self.act, one)) < NEAR for one in self.known())

    def known(self) -> set[int]:
        """Return the generations whose values may be told now."""
        return {self.generation} if self.noticed else {self.generation, self.generation - 1}

    def possible(self) -> list[What]:
        """Return what can happen to it now: nothing while it is deaf."""
        if self._busy is not None and self._busy.is_alive():
            return []
        if not self.plugged:
            return [What.PLUG, What.ELSEWHERE]
        common = [What.UNPLUG, What.UNPLUG, What.FLOOD, What.DEAF]
        return [*common, What.MEND] if self.ill else [*common, What.GARBLE, What.HANG]

    def do(self, what: What, rng: random.Random) -> threading.Thread | None:
        """Have it happen; what takes its time goes on beside."""
        match what:
            case What.PLUG | What.ELSEWHERE:
                self._plug(elsewhere=what is What.ELSEWHERE)
            case What.UNPLUG:
                self._unplug()
            case What.GARBLE:
                self._tell(line=GARBLED)
            case What.HANG:
                self._tell(silent=True)
            case What.MEND:
                self._tell()
                self.disturbed_until = time.monotonic() + 0.2
            case What.DEAF:
                self._busy = self._beside(self._deaf)
                return self._busy
            case What.FLOOD:
                harmless = FORMATS[self.product.name].harmless
                return self._beside(self._flood, bytes(rng.choices(harmless, k=4096)))
        return None

    def close(self) -> None:
        if self._simulator is not None:
            self._simulator.close()
            self._simulator = None

    # ---- inside

    def _plug(self, *, elsewhere: bool) -> None:
        self.generation += 1
        self.noticed = self.noticed and self.state is not State.READY
        story = story_of(self.act, self.generation)
        if elsewhere:
            self.close()
        if self._simulator is None:
            self._places += 1
            self._simulator = self._made(story).__enter__()
        else:
            self._simulator.set_scenario(story)
            self._simulator.replug()
        self.plugged, self.ill = True, False
        self.disturbed_until = 0.0

    def _made(self, story: Scenario) -> Simulator:
        scheme = SCHEMES[type(self._line)]
        usb = self.product.usb[0]
        return Simulator(
            SIMULATORS[self.product.name],
            story,
            scheme=scheme,
            link=self._folder / f"{self.id}-{self._places}",
            speed=SPEEDS.get(self.product.role, 1.0),
            appears=Seen(scheme, "", usb.vendor, usb.product, self._serial, f"1-{self._places}", self.id),
        )

    def _unplug(self) -> None:
        assert self._simulator
        self._simulator.unplug()
        self.plugged = False
        self.noticed = False

    def _tell(self, *, line: Line = Line(), silent: bool = False) -> None:  # noqa: B008 - frozen
        """The same device goes on in another story."""
        assert self._simulator
        self.ill = silent or line != Line()
        if self.ill:
            self.disturbed_until = float("inf")
        story = story_of(self.act, self.generation)
        self._simulator.set_scenario(msgspec.structs.replace(story, line=line, silent=silent))

    def _beside(self, what: Callable[..., None], *arguments: object) -> threading.Thread:
        """Run in a thread; meanwhile its samples may be anything."""
        self.disturbed_until = max(self.disturbed_until, time.monotonic() + FLOOD_S + DEAF_S)
        thread = threading.Thread(target=what, args=arguments, name="disturbance")
        thread.start()
        return thread

    def _deaf(self) -> None:
        if simulator := self._simulator:
            with simulator._lock:
                time.sleep(DEAF_S)

    def _flood(self, portion: bytes) -> None:
        """Say megabytes as fast as the other side takes them."""
        simulator, deadline = self._simulator, time.monotonic() + FLOOD_S
        sent = 0
        size = getattr(self._line, "report", 0)
        while simulator and sent < (FLOOD_REPORTS * size or FLOOD) and time.monotonic() < deadline:
            with simulator._lock:
                plug = simulator._plug
                if plug is None:
                    return
                if isinstance(plug, TerminalPlug):
                    with contextlib.suppress(BlockingIOError):
                        sent += os.write(plug.filenos()[0], portion)
                elif plug.send(Packet(portion[:size])):
                    sent += size
            time.sleep(0)


class Ordered(NamedTuple):
    """An order, and the generations of each device whose values it may get."""

    act: Act
    may: dict[str, set[int]]


class Soak:
    """Watches everything the station tells."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.rng = random.Random(seed)
        self.slots = [Slot(name, folder, number) for number, name in enumerate(DEVICES)]
        self.complaints: list[str] = []
        self.told = 0
        self.done: dict[What, int] = dict.fromkeys(What, 0)
        self.orders: dict[UUID, Ordered] = {}
        self.ends: dict[UUID, int] = {}
        self.readings = 0
        self._by_id = {slot.id: slot for slot in self.slots}
        self._beside: list[threading.Thread] = []
        self.station = Station(
            *(slot.config for slot in self.slots),
            limits=_hurried(),
            finder=Folder(folder),
            listener=self.take,
        )

    # ---- what happens

    def happen(self) -> None:
        """Let something happen to some device, and sometimes somebody measure."""
        awake = [slot for slot in self.slots if slot.possible()]
        if awake:
            slot = self.rng.choice(awake)
            self._do(slot, self.rng.choice(slot.possible()))
        if self.rng.random() < 0.6:
            self.order(self.rng.choice(list(KINDS)))
        elif self.rng.random() < 0.2:
            self.station.supervisor.stop(self.rng.choice(list(KINDS)))

    def _do(self, slot: Slot, what: What) -> None:
        self.done[what] += 1
        thread = slot.do(what, self.rng)
        if thread is not None:
            self._beside.append(thread)

    def order(self, act: Act) -> UUID:
        id = uuid4()
        self.orders[id] = Ordered(act, {slot.id: slot.known() for slot in self.slots})
        self.station.supervisor.measure(act, id=id)
        return id

    async def heal(self) -> None:
        """Plug everything in anew, in good health."""
        await until(lambda: not any(thread.is_alive() for thread in self._beside), "all floods to be over")
        for slot in self.slots:
            if slot.plugged:
                self._do(slot, What.UNPLUG)
        for slot in self.slots:
            self._do(slot, What.PLUG)

    # ---- what is told

    def take(self, event: Event) -> None:
        self.told += 1
        match event:
            case DeviceStatus(device=device):
                self._status(self._by_id[device], event)
            case OximeterSample(device=device, spo2=spo2) if spo2 is not None:
                self._shown(self._by_id[device], spo2)
            case LiveValues(device=device, values=values):
                slot = self._by_id[device]
                for value in values:
                    if value.kind is KINDS[slot.act]:
                        self._shown(slot, value.value)
            case MeasurementReady(device=device, measurement=measurement):
                self._ready(self._by_id[device], measurement)
            case MeasurementFailed(id=id):
                self.ends[id] = self.ends.get(id, 0) + 1

    def _status(self, slot: Slot, status: DeviceStatus) -> None:
        slot.state = status.state
        if status.state is State.FOUND or status.fault in (Fault.UNPLUGGED, Fault.NOT_CONNECTED):
            slot.noticed = True

    def _shown(self, slot: Slot, value: float) -> None:
        """A value on the screen may be none (a scale while somebody steps on), but none from before."""
        if time.monotonic() < slot.disturbed_until or slot.fits(value):
            return
        before = [slot.generation - ago for ago in range(1, 6)]
        if any(abs(value - value_of(slot.act, one)) < NEAR for one in before):
            self.complaints.append(f"{slot.id} shows {value} of an earlier time; now {slot.known()}")

    def _ready(self, slot: Slot, measurement: Measurement) -> None:
        self.ends[measurement.id] = self.ends.get(measurement.id, 0) + 1
        value = measurement.get(KINDS[slot.act])
        if value is None:
            return
        self.readings += 1
        reliable = measurement.quality.grade is not Grade.NOT_RELIABLE
        if reliable and not slot.fits(value.value):
            self.complaints.append(f"{slot.id} measured {value.value}; it is {slot.known()}")
        may = self.orders[measurement.id].may[slot.id]
        own = any(abs(value.value - value_of(slot.act, one)) < NEAR for one in may)
        if reliable and not own and slot.product.manner is not Manner.SPOT:
            self.complaints.append(f"{slot.id} measured {value.value} for an order given to {may}")
