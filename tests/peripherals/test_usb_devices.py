"""Finding a device of the USB healthcare class and taking it."""

import errno
from array import array
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import usb.core
import usb.util
from usb.core import USBError

from peripherals.devices.product import PhdcLine, UsbId
from peripherals.events import Fault
from peripherals.protocols.ieee11073 import phdc
from peripherals.transport.link import PortError
from peripherals.transport.usb_devices import claim, fault_of, seen

LINE = PhdcLine()


def error(number: int | None, text: str = "as libusb says it") -> USBError:
    return USBError(text, error_code=None, errno=number)


class FakeInterface:
    """An interface of pyusb: its endpoints, its class descriptors."""

    bInterfaceNumber = 3

    def __init__(self, number: int, ends: list[tuple[int, int]], extra: bytes) -> None:
        self.bInterfaceClass = number
        self.extra_descriptors = array("B", extra)
        self._ends = [
            type("End", (), {"bEndpointAddress": address, "bmAttributes": kind, "wMaxPacketSize": 64})()
            for address, kind in ends
        ]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._ends)


class FakePlugged:
    """A device of pyusb as far as finding and taking calls it."""

    def __init__(self, place: tuple[int, ...] = (2,), serial: str | None = "A1", **changes: Any) -> None:
        self.bus, self.port_numbers = 1, place
        self.idVendor, self.idProduct = 0x1209, 0x0001
        self.iSerialNumber, self.iProduct = 3, 2
        self.text = {3: serial, 2: "Scale"}
        self.interfaces = [FakeInterface(0x0F, [(0x81, 2), (0x02, 2)], phdc.write_descriptors(0x100F))]
        self.configured = True
        self.driver: bool | None = False
        self.claim_error: USBError | None = None
        self.calls: list[str] = []
        self.__dict__.update(changes)

    def __iter__(self) -> Iterator[list[FakeInterface]]:
        return iter([self.interfaces])

    def get_active_configuration(self) -> list[FakeInterface]:
        if not self.configured:
            raise error(None, "Configuration not set")
        return self.interfaces

    def set_configuration(self) -> None:
        self.calls.append("configured")
        self.configured = True

    def is_kernel_driver_active(self, number: int) -> bool:
        if self.driver is None:
            raise NotImplementedError
        return self.driver

    def detach_kernel_driver(self, number: int) -> None:
        self.calls.append("driver away")

    def attach_kernel_driver(self, number: int) -> None:
        self.calls.append("driver back")

    def ctrl_transfer(self, *setup: Any, timeout: int) -> int:
        self.calls.append(f"control {setup}")
        raise error(errno.EPIPE)


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> list[FakePlugged]:
    """What pyusb finds, to be filled by the test."""
    there: list[FakePlugged] = []

    def find(*, find_all: bool, custom_match: Callable[[Any], bool]) -> Iterator[FakePlugged]:
        return (device for device in there if custom_match(device))

    def text(device: FakePlugged, index: int) -> str:
        told = device.text[index]
        if told is None:
            raise ValueError("The device has no langid")
        return told

    def take(device: FakePlugged, number: int) -> None:
        if device.claim_error:
            raise device.claim_error
        device.calls.append(f"claimed {number}")

    monkeypatch.setattr(usb.core, "find", find)
    monkeypatch.setattr(usb.util, "get_string", text)
    monkeypatch.setattr(usb.util, "claim_interface", take)
    monkeypatch.setattr(usb.util, "release_interface", lambda device, number: device.calls.append("released"))
    monkeypatch.setattr(usb.util, "dispose_resources", lambda device: device.calls.append("disposed"))
    monkeypatch.setattr(
        usb.util,
        "find_descriptor",
        lambda configuration, bInterfaceClass: next(
            (one for one in configuration if one.bInterfaceClass == bInterfaceClass), None
        ),
    )
    return there


def refused(place: str, line: PhdcLine = LINE) -> Fault:
    with pytest.raises(PortError) as told:
        claim(place, line)
    return told.value.fault


def test_a_device_is_found_by_its_place_or_its_serial_or_alone(plugged: list[FakePlugged]) -> None:
    plugged += [FakePlugged((2,), "A1"), FakePlugged((1, 4), "B2")]
    assert claim("1-1.4", LINE).device is plugged[1]
    assert claim("serial=A1", LINE).device is plugged[0]
    assert refused("") is Fault.TWO_ALIKE
    assert refused("serial=C3") is Fault.NOT_CONNECTED
    assert refused("", PhdcLine((UsbId(1, 2),))) is Fault.NOT_CONNECTED
    del plugged[0]
    assert claim("", PhdcLine((UsbId(0x1209, 1),))).device is plugged[0]


def test_the_only_one_of_its_kind_needs_no_place(plugged: list[FakePlugged]) -> None:
    cuff = [FakeInterface(0x0F, [(0x81, 2), (0x02, 2)], phdc.write_descriptors(0x1007))]
    plugged += [FakePlugged((2,)), FakePlugged((3,), interfaces=cuff)]
    assert claim("", PhdcLine(specialisation=0x1007)).device is plugged[1]
    assert refused("", PhdcLine(specialisation=0x1004)) is Fault.NOT_CONNECTED
    assert claim("1-2", PhdcLine(specialisation=0x1004)).device is plugged[0]  # named: the talk will tell
    for device in plugged:
        device.interfaces[0].extra_descriptors = array("B")  # it does not say what it is
    assert refused("", PhdcLine(specialisation=0x1007)) is Fault.TWO_ALIKE


def test_others_are_not_looked_at(plugged: list[FakePlugged]) -> None:
    plugged.append(FakePlugged(interfaces=[FakeInterface(0x03, [(0x81, 3)], b"")]))
    assert refused("") is Fault.NOT_CONNECTED
    assert seen() == []


def test_a_serial_that_may_not_be_read_is_a_matter_of_permission(plugged: list[FakePlugged]) -> None:
    plugged.append(FakePlugged(serial=None))
    assert refused("serial=A1") is Fault.PORT_DENIED
    assert [one.serial for one in seen()] == [""]


def test_what_is_seen_is_told(plugged: list[FakePlugged]) -> None:
    plugged.append(FakePlugged((1, 4)))
    assert seen() == [(0x1209, 0x0001, "A1", "Scale", "1-1.4", (0x0F,))]


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.EACCES, Fault.PORT_DENIED),
        (errno.EBUSY, Fault.PORT_BUSY),
        (errno.ENODEV, Fault.NOT_CONNECTED),
        (errno.EPROTO, Fault.PORT_ERROR),
    ],
)
def test_why_it_cannot_be_taken(plugged: list[FakePlugged], number: int, fault: Fault) -> None:
    plugged.append(FakePlugged(claim_error=error(number)))
    assert refused("") is fault
    assert plugged[0].calls[-1] == "disposed"
    assert fault_of(error(number)) is fault


def test_the_kernel_s_driver_goes_and_comes_back(plugged: list[FakePlugged]) -> None:
    plugged.append(FakePlugged(driver=True))
    claimed = claim("", LINE)
    claimed.release()
    assert plugged[0].calls == ["driver away", "claimed 3", "released", "driver back", "disposed"]


def test_a_system_without_kernel_drivers_and_a_device_nobody_configured(plugged: list[FakePlugged]) -> None:
    plugged.append(FakePlugged(driver=None, configured=False))
    claim("", LINE)
    assert plugged[0].calls == ["configured", "claimed 3"]


def test_preambles_that_somebody_switched_on_are_switched_off(plugged: list[FakePlugged]) -> None:
    with_preamble = bytes.fromhex("04200201") + phdc.write_descriptors(0x100F)[4:]
    plugged.append(FakePlugged(interfaces=[FakeInterface(0x0F, [(0x81, 2), (0x02, 2)], with_preamble)]))
    claim("", LINE)
    assert plugged[0].calls[-1] == f"control {(0x21, 1, 0x0101, 3, None)}"


def test_an_interrupt_endpoint_is_read_too_and_without_endpoints_it_is_no_agent(
    plugged: list[FakePlugged],
) -> None:
    extra = phdc.write_descriptors(0x100F)
    ends = [(0x81, 2), (0x83, 3), (0x84, 1), (0x02, 2)]
    plugged.append(FakePlugged(interfaces=[FakeInterface(0x0F, ends, extra)]))
    assert claim("", LINE).ins == (0x81, 0x83)
    plugged[0].interfaces = [FakeInterface(0x0F, [(0x81, 2)], extra)]
    assert refused("") is Fault.NOT_UNDERSTOOD


def test_without_libusb_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(**_: Any) -> None:
        raise usb.core.NoBackendError("No backend available")

    monkeypatch.setattr(usb.core, "find", find)
    assert refused("") is Fault.PORT_ERROR
