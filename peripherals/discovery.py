"""Which of the things that are plugged in is which device of the station. Pure.

A device is recognised by its USB id, its interface class, or the chip in its cable (which is only a hint: a
harmless probe decides, `probing.py`). It is remembered by its serial number and by the socket it is in.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from peripherals.devices.product import SCHEMES, EvdevLine, HidLine, PhdcLine, Product, UsbId
from peripherals.events import DeviceConfig, Fault, Role
from peripherals.probing import Candidate
from peripherals.registry import PRODUCTS, products_for
from peripherals.transport.link import PortError
from peripherals.transport.opening import Address

HEALTH_CLASS = "0f"  # USB interface class of personal healthcare devices


class Seen(msgspec.Struct, frozen=True):
    """Something that is plugged in.

    `place` is what the scheme's transport opens; `socket` where on the USB tree it is ("1-2.3"); `interfaces`
    the classes of its interfaces, two hex digits each; `specialisations` what a healthcare device says it is.
    """

    scheme: str
    place: str
    vendor: int | None = None
    product: int | None = None
    serial: str = ""
    socket: str = ""
    name: str = ""
    interfaces: tuple[str, ...] = ()
    specialisations: tuple[int, ...] = ()

    @property
    def address(self) -> Address:
        """Where to open it."""
        return Address(self.scheme, self.place)

    @property
    def description(self) -> str:
        """What a technician needs to know of something that nobody knows."""
        ids = "-" if self.vendor is None else f"{self.vendor:04x}:{self.product or 0:04x}"
        parts = [f"{self.scheme} {self.place}", f"usb {ids}", self.name and f"name {self.name!r}"]
        parts += [self.serial and f"serial {self.serial}", self.socket and f"socket {self.socket}"]
        parts += [f"interface classes {' '.join(self.interfaces)}"] if self.interfaces else []
        return ", ".join(part for part in parts if part)


class Remembered(msgspec.Struct, frozen=True):
    """Where a device of the station was the last time it was understood."""

    product: str
    serial: str = ""
    socket: str = ""


class Choice(NamedTuple):
    """A device of the station, found."""

    address: Address
    seen: Seen | None = None


def candidates(role: Role, driver: str, scheme: str) -> list[Candidate]:
    """Return the products a device may be, each in the ways it has on such a line."""
    return [
        Candidate(product, line)
        for product in products_for(role, driver)
        for line in product.lines
        if SCHEMES[type(line)] == scheme
    ]


def recognised(seen: Seen, products: Iterable[Product] = PRODUCTS.values()) -> list[Product]:
    """Return the products that something may be; for a serial bridge all that use its chip."""
    return [product for product in products if _may_be(seen, product)]


def _may_be(seen: Seen, product: Product) -> bool:
    shown = UsbId(seen.vendor, seen.product) if seen.vendor is not None and seen.product is not None else None
    for line in product.lines:
        if SCHEMES[type(line)] != seen.scheme:
            continue
        if seen.scheme == "serial" and shown in product.bridges:
            return True
        if isinstance(line, PhdcLine):
            of_kind = not line.specialisation or line.specialisation in seen.specialisations
            if (
                HEALTH_CLASS in seen.interfaces
                and (not line.ids or shown in line.ids)
                and (of_kind or not seen.specialisations)
            ):
                return True
        elif isinstance(line, HidLine | EvdevLine) and shown in line.ids:
            return True
    return False


def choose(
    config: DeviceConfig, present: Iterable[Seen], taken: Iterable[Seen], before: Remembered | None
) -> Choice:
    """Return where a device with the port "auto" is.

    The serial number of the profile decides, then the one it was known by, then the socket it was in; the
    only one of its kind needs none. PortError when it is not there, or nothing says which of two it is.
    """
    others = {seen.address for seen in taken}
    products = products_for(config.role, config.driver)
    if not products:
        raise PortError(Fault.UNKNOWN_PRODUCT, f"no {config.role} driver is called {config.driver!r}")
    fitting = [seen for seen in present if seen.address not in others and recognised(seen, products)]
    if config.serial:
        fitting = [seen for seen in fitting if seen.serial == config.serial]
    elif before is not None and len(fitting) > 1:
        same = [seen for seen in fitting if before.serial and seen.serial == before.serial]
        same = same or [seen for seen in fitting if before.socket and seen.socket == before.socket]
        fitting = same or fitting
    if not fitting:
        raise PortError(Fault.NOT_CONNECTED, f"no {config.role} is plugged in")
    if len(fitting) > 1:
        found = "; ".join(seen.description for seen in fitting)
        raise PortError(Fault.TWO_ALIKE, f"name {config.id}'s serial number or port in the profile: {found}")
    return Choice(fitting[0].address, fitting[0])


class Memory:
    """What each device of the station was the last time, in a small file; without a path it forgets."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._known: dict[str, Remembered] = {}
        if path is not None:
            try:
                self._known = msgspec.json.decode(path.read_bytes(), type=dict[str, Remembered])
            except (OSError, msgspec.MsgspecError):
                self._known = {}  # only a convenience: what is plugged in says the rest

    @property
    def known(self) -> Mapping[str, Remembered]:
        """By the device's id in the profile."""
        return self._known

    def keep(self, device: str, what: Remembered) -> None:
        """Remember; a disk that can't be written to costs only the convenience."""
        if self._known.get(device) == what:
            return
        self._known[device] = what
        if self._path is None:
            return
        fresh = self._path.with_suffix(".new")
        try:
            fresh.write_bytes(msgspec.json.format(msgspec.json.encode(self._known)))
            fresh.replace(self._path)
        except OSError:
            fresh.unlink(missing_ok=True)
