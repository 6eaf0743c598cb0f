"""What a product is to the supervisor: identity, serial settings, commands, fault codes."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec

from contract.measurement import DeviceIdentity
from peripherals.events import Fault, Role
from peripherals.protocols.base import Decoder


class SerialSettings(NamedTuple):
    """Bits a second and parity ("N", "O", "E"); always 8 data bits, 1 stop bit."""

    baud: int
    parity: str = "N"


class UsbId(NamedTuple):
    """Vendor and product of the USB bridge in the cable: a hint, many things share a bridge."""

    vendor: int
    product: int


class Product(msgspec.Struct, frozen=True, kw_only=True):
    """One product. Commands are whole frames, empty when the product has none.

    `settings` are tried in order until what comes decodes consistently. `frames_per_s` is how often
    it speaks by itself (0: only when asked). `stop` also is what the guard writes to make a cuff safe.
    `fault_codes` explains the device's own error numbers.
    """

    name: str
    title: str
    role: Role
    manufacturer: str
    model: str
    protocol: str
    settings: tuple[SerialSettings, ...]
    decoder: Callable[[], Decoder]
    usb: tuple[UsbId, ...] = ()
    connect: bytes = b""
    start: bytes = b""
    stop: bytes = b""
    keep_alive: bytes = b""
    keep_alive_s: float = 0.0
    frames_per_s: float = 0.0
    fault_codes: Mapping[int, Fault] = {}
    unknown_fault: Fault = Fault.CUFF_ERROR

    def identity(self, port: str) -> DeviceIdentity:
        """Return what is known of the device on a port; these products do not tell more unasked."""
        return DeviceIdentity(self.manufacturer, self.model, self.protocol, f"serial:{port}")

    def fault_of(self, code: int) -> Fault:
        """Explain one of the device's error numbers."""
        return self.fault_codes.get(code, self.unknown_fault)
