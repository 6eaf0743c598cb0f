"""Listening for Bluetooth devices: one scan for everybody who waits, for BlueZ allows a process only one.

Most health devices are on the air for some seconds after a measurement and then asleep, so waiting has no
end. The scan is begun anew every half minute: BlueZ ends one silently when the adapter is switched off, and
the new one says so.
"""

import asyncio
import contextlib
import re
from collections.abc import Callable
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

from bleak import BleakAdapter, BleakScanner
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData
from bleak.exc import BleakError
from bleak.uuids import normalize_uuid_str

from peripherals.devices.product import BleLine
from peripherals.transport.ble_faults import port_error

RENEW_S: Final = 30.0
STOP_S: Final = 3.0
ALMOST_ALL_HAVE: Final = ("1800", "1801", "180A")  # services by which connected devices are asked for


class Heard(NamedTuple):
    """A device on the air. `services`: UUIDs in full; `rssi` in dBm, None: it is connected already."""

    address: str
    name: str
    services: tuple[str, ...]
    rssi: int | None


Fits = Callable[[Heard], bool]


class Radio:
    """Scans while somebody waits. `taken`: addresses that have a line; `connecting`: one at a time."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self.connecting = asyncio.Lock()
        self._waiting: dict[asyncio.Future[BLEDevice], Fits] = {}
        self._scanning: asyncio.Task[None] | None = None
        self._ending: asyncio.Task[None] | None = None

    async def find(self, fits: Fits) -> BLEDevice:
        """Wait until a device that fits and is free is heard, and take it; PortError without a radio."""
        future: asyncio.Future[BLEDevice] = asyncio.get_running_loop().create_future()
        self._waiting[future] = fits
        if self._scanning is None:
            self._scanning = asyncio.create_task(self._scan(self._ending), name="bluetooth-scan")
        try:
            await asyncio.wait({future})
            self._leave(future)
            if self._ending is not None:  # adapters connect better when they do not scan
                await asyncio.wait({self._ending}, timeout=STOP_S)
            return future.result()
        except asyncio.CancelledError:
            self._leave(future)
            if future.done() and future.exception() is None:
                self.taken.discard(future.result().address)  # found at the moment of giving up
            raise

    def _leave(self, future: "asyncio.Future[BLEDevice]") -> None:
        self._waiting.pop(future, None)
        if not self._waiting and self._scanning is not None:
            self._ending, self._scanning = self._scanning, None
            self._ending.cancel()

    async def _scan(self, before: "asyncio.Task[None] | None") -> None:
        if before is not None:
            await asyncio.wait({before})
        try:
            while True:
                await self._look_at_the_connected()
                scanner = BleakScanner(self._advertised)
                await scanner.start()
                try:
                    await asyncio.sleep(RENEW_S)
                finally:
                    with contextlib.suppress(BleakError):  # BlueZ has ended it already
                        await scanner.stop()
        except Exception as error:
            self._scanning = None
            for future in self._waiting:
                if not future.done():
                    future.set_exception(port_error("Bluetooth", error))

    async def _look_at_the_connected(self) -> None:
        """Find devices that the system has connected already: those say nothing on the air."""
        adapter = await BleakAdapter.get()
        for device in await adapter.get_connected_devices([*ALMOST_ALL_HAVE]):
            properties = device.details["props"] if isinstance(device.details, dict) else {}
            services = tuple(properties.get("UUIDs", ()))
            self._heard(device, Heard(device.address, device.name or "", services, None))

    def _advertised(self, device: BLEDevice, data: AdvertisementData) -> None:
        name = data.local_name or device.name or ""
        self._heard(device, Heard(device.address, name, tuple(data.service_uuids), data.rssi))

    def _heard(self, device: BLEDevice, heard: Heard) -> None:
        for future, fits in self._waiting.items():
            if not future.done() and fits(heard) and device.address not in self.taken:
                self.taken.add(device.address)
                future.set_result(device)


_RADIOS: WeakKeyDictionary[asyncio.AbstractEventLoop, Radio] = WeakKeyDictionary()


def radio() -> Radio:
    """Return the radio of this loop; bleak's own connection to BlueZ is the loop's too."""
    return _RADIOS.setdefault(asyncio.get_running_loop(), Radio())


def wanted(place: str, line: BleLine) -> Fits:
    """Return what tells a device: its address, or the name or service of its kind of line."""
    service = normalize_uuid_str(line.service)
    named = re.compile(line.name) if line.name else None

    def fits(heard: Heard) -> bool:
        if place:
            return heard.address.upper() == place.upper()
        return bool(named.search(heard.name)) if named else service in heard.services

    return fits


async def scan(seconds: float) -> list[Heard]:
    """Return every device heard in so many seconds, the nearest first; PortError without a radio."""
    found: dict[str, Heard] = {}

    def note(heard: Heard) -> bool:
        before = found.get(heard.address)
        if before is not None:  # the name often comes in an answer of its own
            services = tuple(dict.fromkeys((*before.services, *heard.services)))
            heard = heard._replace(name=heard.name or before.name, services=services)
        found[heard.address] = heard
        return False

    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await radio().find(note)
    return sorted(found.values(), key=lambda heard: 0 if heard.rssi is None else -heard.rssi)
