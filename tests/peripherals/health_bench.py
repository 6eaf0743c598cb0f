"""A conversation and a simulated health device wired together in made-up time, and APDUs packed by hand."""

import struct
from datetime import datetime, timedelta

import msgspec

from peripherals.protocols.base import Frame
from peripherals.protocols.conversation import Now
from peripherals.protocols.ieee11073 import phdc
from peripherals.protocols.ieee11073.talk import Ieee11073Talk
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.simulators.phdc import HealthDevice
from peripherals.simulators.scenarios import Scenario, find
from peripherals.transport.usb_channels import CONTROL

WALL = datetime(2026, 1, 5, 10, 0, 0)
CHOOSE_CONFIGURATION = bytes((0x00, 9, 1, 0, 0, 0, 0, 0))
STEP_S = 0.1


def at(t: float) -> Now:
    return Now(round(t * 1e9), WALL + timedelta(seconds=t))


class Bench:
    """Runs both ends; `said` is every APDU by who said it ("M" or "A")."""

    def __init__(self, name: str, story: Scenario | str = "healthy", *, agent: str = "") -> None:
        scenario = find(story) if isinstance(story, str) else story
        wall = WALL + timedelta(seconds=scenario.clock_error_s or 0)
        if scenario.clock_error_s is None:
            wall = datetime(2000, 1, 1)
        device = SIMULATORS[agent or name](scenario, 0, wall)
        assert isinstance(device, HealthDevice)
        talk = PRODUCTS[name].talk()
        assert isinstance(talk, Ieee11073Talk)
        self.device, self.talk = device, talk
        self.t = 0.0
        self.frames: list[Frame] = []
        self.said: list[tuple[str, bytes]] = []
        self.deaf = False  # the agent's answers are lost
        self.plug_in()

    def plug_in(self) -> None:
        """Open the device as the transport does."""
        self.device.host_sent(CHOOSE_CONFIGURATION, self.t, CONTROL)
        interface = self.device.descriptors[18 + 9 + 9 :]
        self.frames += self.talk.heard(interface, phdc.CHANNEL, at(self.t))
        self.talk.opened(at(self.t))

    def run(self, seconds: float) -> list[Frame]:
        """Let time pass; return the frames of that time."""
        before = len(self.frames)
        until = self.t + seconds
        while self.t < until:
            self.t += STEP_S
            for packet in self.device.tick(self.t):
                self.deliver(packet.data)
            self.frames += self.talk.tick(at(self.t))
            self.flush()
        return self.frames[before:]

    def deliver(self, apdu: bytes) -> None:
        """Bring an agent's APDU to the manager."""
        self.said.append(("A", apdu))
        self.frames += self.talk.heard(apdu, "", at(self.t))
        self.flush()

    def flush(self) -> None:
        """Bring the manager's APDUs to the agent and back."""
        for packet in self.talk.outgoing():
            self.said.append(("M", packet.data))
            answers = self.device.host_sent(packet.data, self.t, packet.channel)
            for answer in [] if self.deaf else answers:
                self.deliver(answer.data)

    def kinds(self, who: str) -> list[int]:
        """Return the kinds of the APDUs one side has said."""
        return [int.from_bytes(apdu[:2], "big") for by, apdu in self.said if by == who]


class Manager:
    """The manager alone, with APDUs from a hand-made agent."""

    def __init__(self, name: str = "ieee11073-bp") -> None:
        talk = PRODUCTS[name].talk()
        assert isinstance(talk, Ieee11073Talk)
        self.talk = talk
        self.t = 0.0
        self.frames: list[Frame] = []

    def hear(self, *apdus: bytes) -> list[bytes]:
        """Return what it answers."""
        for apdu in apdus:
            self.frames += self.talk.heard(apdu, "", at(self.t))
        return self.answers()

    def wait(self, seconds: float) -> list[bytes]:
        """Let time pass; return what it says."""
        until = self.t + seconds
        said = []
        while self.t < until:
            self.t += STEP_S
            self.frames += self.talk.tick(at(self.t))
            said += self.answers()
        return said

    def answers(self) -> list[bytes]:
        return [packet.data for packet in self.talk.outgoing()]


def u16(*numbers: int) -> bytes:
    return struct.pack(f">{len(numbers)}H", *numbers)


def octets(data: bytes) -> bytes:
    return u16(len(data)) + data


def rows(*elements: bytes) -> bytes:
    return u16(len(elements)) + octets(b"".join(elements))


def attributes(*pairs: tuple[int, bytes]) -> bytes:
    return rows(*(u16(name) + octets(value) for name, value in pairs))


def data(invoke: int, operation: int, body: bytes) -> bytes:
    return u16(0xE700) + octets(octets(u16(invoke, operation) + octets(body)))


def event(invoke: int, operation: int, type: int, info: bytes, handle: int = 0) -> bytes:
    return data(invoke, operation, u16(handle) + b"\xff" * 4 + u16(type) + octets(info))


def aarq(configuration: int = 0x02BC, **changes: int) -> bytes:
    """An association request; `changes`: version, protocol, rules, system, units, id, modes."""
    told = {
        "version": 0x80000000,
        "protocol": 0x80000000,
        "rules": 0x8000,
        "units": 0,
        "system": 0x00800000,
        "id": 20601,
        "modes": 0x0001,
    } | changes
    own = struct.pack(">IHIII", told["protocol"], told["rules"], 0x80000000, told["units"], told["system"])
    own += octets(bytes(range(8))) + u16(configuration, told["modes"]) + b"\1\0" + rows()
    return u16(0xE200) + octets(struct.pack(">I", told["version"]) + rows(u16(told["id"]) + octets(own)))


def numeric(handle: int, type: int, unit: int, *entries: tuple[int, int]) -> bytes:
    """A numeric object of a configuration report."""
    told = attributes(
        (0x092F, u16(2, type)),
        (0x0996, u16(unit)),
        (0x0A55, rows(*(u16(name, length) for name, length in entries))),
    )
    return u16(6, handle) + told


def configuration(number: int, *objects: bytes) -> bytes:
    """A confirmed configuration report."""
    return event(1, 0x0101, 0x0D1C, u16(number) + rows(*objects))


def scan(invoke: int, *observations: tuple[int, bytes], operation: int = 0x0101) -> bytes:
    """A fixed scan report."""
    seen = rows(*(u16(handle) + octets(value) for handle, value in observations))
    return event(invoke, operation, 0x0D1D, u16(0xF000, 0) + seen)


def bcd(moment: datetime) -> bytes:
    return bytes.fromhex(moment.strftime("%Y%m%d%H%M%S") + "00")


def identity(invoke: int, *told: tuple[int, bytes]) -> bytes:
    """An agent's answer to who it is."""
    return data(invoke, 0x0203, u16(0) + attributes(*told))


def story(**changes: object) -> Scenario:
    return msgspec.structs.replace(find("healthy"), **changes)


AARQ, AARE, RLRQ, RLRE, ABRT, PRST = 0xE200, 0xE300, 0xE400, 0xE500, 0xE600, 0xE700
ABORTED = bytes.fromhex("E60000020000")
SPOTS = ("ieee11073-bp", "ieee11073-scale", "ieee11073-thermometer", "ieee11073-glucose")
ALL = ("ieee11073", *SPOTS)
BP = ((1, b"\x00\x03\x00\x06" + u16(120, 80, 93)), (2, u16(64)))


def reading(when: bytes, systolic: int = 120) -> tuple[tuple[int, bytes], ...]:
    return (1, b"\x00\x03\x00\x06" + u16(systolic, 80, 93) + when), (2, u16(64) + when)


def kind_of(apdu: bytes) -> int:
    return int.from_bytes(apdu[:2], "big")


def result_of(aare: bytes) -> int:
    assert kind_of(aare) == AARE
    return int.from_bytes(aare[4:6], "big")


def operation_of(apdu: bytes) -> int:
    assert kind_of(apdu) == PRST
    return int.from_bytes(apdu[8:10], "big")
