"""What a product is to the engine: identity, the lines it can be reached by, its conversation, its faults."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

import msgspec

from contract.measurement import DeviceIdentity
from peripherals.events import Fault, Role
from peripherals.protocols.base import Decoder
from peripherals.protocols.conversation import UNKNOWN, Conversation, Learnt, Plain

TEXT_MAX: Final = 64  # characters of a device's name, number or firmware


class UsbId(NamedTuple):
    """Vendor and product. Of a serial bridge it is only a hint: many things share one."""

    vendor: int
    product: int


class SerialLine(NamedTuple):
    """Bits a second and parity ("N", "O", "E"); always 8 data bits, 1 stop bit."""

    baud: int
    parity: str = "N"


class HidLine(NamedTuple):
    """USB HID. `report`: bytes in a report without its number (writes are filled up with zeros)."""

    ids: tuple[UsbId, ...]
    report: int = 64
    interface: int | None = None  # where a device has several


class BleLine(NamedTuple):
    """Bluetooth LE: the service advertised, the characteristics whose notifications or indications are read.

    UUIDs in full or as four hex digits. `write`: the characteristic that takes what is said on no particular
    channel, for a product that says the same on every line. `name`: a pattern of the advertised name, where
    the service is not advertised or says too little. `reads` are read once after connecting (Device
    Information).
    """

    service: str
    notify: tuple[str, ...]
    name: str = ""
    pair: bool = False
    write: str = ""
    reads: tuple[str, ...] = ("2A29", "2A24", "2A25", "2A26", "2A19")


class PhdcLine(NamedTuple):
    """USB Personal Healthcare Device Class: interface class 0F, bulk endpoints.

    `specialisation`: what its descriptors must name (a term of IEEE 11073-10101), where they name anything.
    """

    ids: tuple[UsbId, ...] = ()
    specialisation: int = 0


class EvdevLine(NamedTuple):
    """A keyboard-like device, grabbed so that nothing it types reaches a form."""

    ids: tuple[UsbId, ...]


Line = SerialLine | HidLine | BleLine | PhdcLine | EvdevLine

SCHEMES: Final[dict[type, str]] = {
    SerialLine: "serial",
    HidLine: "hid",
    BleLine: "ble",
    PhdcLine: "usb",
    EvdevLine: "evdev",
}


class Manner(StrEnum):
    """How a device is used."""

    STREAM = "stream"  # speaks all the time; a gate decides when a value is a reading
    INFLATE = "inflate"  # a cuff that the host starts, under guard
    SPOT = "spot"  # the person uses it, it gives one result
    SCAN = "scan"  # reads cards and wristbands


class Product(msgspec.Struct, frozen=True, kw_only=True):
    """One product. Commands are whole frames, empty when the product has none.

    `lines` are tried in order until what comes decodes consistently. `frames_per_s` is how often it speaks
    by itself (0: only when asked). `stop` also is what the guard writes to make a cuff safe.
    `fault_codes` explains the device's own error numbers. `messages`: its line delivers whole messages, so
    a recording of hex text has one a line. `conversation` makes the one it needs; without, its commands do.
    `silent`: says nothing, whatever it is asked, until somebody uses it. `apart`: it measures only while it
    is not connected, so that it is missing is no fault, and an order waits for it. `shared`: may serve one
    person after another (home glucose meters may not).
    """

    name: str
    title: str
    role: Role
    manufacturer: str
    model: str
    protocol: str
    lines: tuple[Line, ...]
    decoder: Callable[[], Decoder]
    manner: Manner = Manner.STREAM
    bridges: tuple[UsbId, ...] = ()
    conversation: Callable[[], Conversation] | None = None
    connect: bytes = b""
    start: bytes = b""
    stop: bytes = b""
    keep_alive: bytes = b""
    keep_alive_s: float = 0.0
    frames_per_s: float = 0.0
    fault_codes: Mapping[int, Fault] = {}
    unknown_fault: Fault = Fault.DEVICE_ERROR
    messages: bool = False
    silent: bool = False
    apart: bool = False
    shared: bool = True

    @property
    def usb(self) -> tuple[UsbId, ...]:
        """Every USB id it may show, of its own or of the bridge in its cable."""
        own = [
            id for line in self.lines if isinstance(line, HidLine | PhdcLine | EvdevLine) for id in line.ids
        ]
        return (*self.bridges, *own)

    def talk(self) -> Conversation:
        """Return a fresh conversation with one such device."""
        if self.conversation is not None:
            return self.conversation()
        return Plain(
            self.decoder(),
            greeting=self.connect or (self.start if self.manner is Manner.STREAM else b""),
            keep_alive=self.keep_alive,
            every_s=self.keep_alive_s,
            frames_per_s=self.frames_per_s,
        )

    def identity(self, address: str, learnt: Learnt = UNKNOWN) -> DeviceIdentity:
        """Return what is known of the device at an address (`SCHEME:PLACE`)."""
        return DeviceIdentity(
            self.manufacturer,
            shown(learnt.model) or self.model,
            self.protocol,
            address,
            shown(learnt.serial),
            shown(learnt.firmware),
        )

    def fault_of(self, code: int) -> Fault:
        """Explain one of the device's error numbers."""
        return self.fault_codes.get(code, self.unknown_fault)


def shown(text: str | None) -> str | None:
    """Return what a device says of itself as it may be stored and shown: short, nothing but print."""
    return "".join(filter(str.isprintable, text or ""))[:TEXT_MAX].strip() or None
