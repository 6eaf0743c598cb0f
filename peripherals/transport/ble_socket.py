"""A simulated Bluetooth device through bleak's own seam: a client backend that speaks packets on a socket.

Everything above it is what runs with a real device: `BleakClient`, its errors, its services.
"""

import asyncio
import contextlib
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from bleak.args import SizedBuffer
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.client import BaseBleakClient, NotifyCallback
from bleak.backends.descriptor import BleakGATTDescriptor
from bleak.backends.device import BLEDevice
from bleak.backends.service import BleakGATTService, BleakGATTServiceCollection
from bleak.exc import BleakDeviceNotFoundError, BleakError, BleakGATTProtocolError
from bleak.uuids import normalize_uuid_str

from peripherals.protocols.conversation import Packet
from peripherals.transport import packets
from peripherals.transport.gatt_packets import DONE, ERROR, NOTIFY, OFF, OK, ON, READ, TABLE, VALUE

LOOK_S: Final = 0.1
ANSWER_S: Final = 5.0
MTU: Final = 247
_BASE: Final = "-0000-1000-8000-00805f9b34fb"


def channel_of(uuid: str) -> str:
    """Return a characteristic's channel: the short form of a UUID of the Bluetooth SIG."""
    full = normalize_uuid_str(uuid)
    return full[4:8].upper() if full.startswith("0000") and full.endswith(_BASE) else full


async def on_the_air(path: str) -> None:
    """Wait until a path is there: a device that is off or asleep is no error."""
    while not _exists(path):  # noqa: ASYNC110 - a file has no event
        await asyncio.sleep(LOOK_S)


def _exists(path: str) -> bool:
    return Path(path).exists()


class SocketClient(BaseBleakClient):
    """Connected while its socket is. `address` is the socket's path."""

    def __init__(
        self,
        address_or_ble_device: BLEDevice | str,
        services: set[str] | None = None,
        *,
        disconnected_callback: Callable[[], None] | None,
        timeout: float,
        **kwargs: Any,
    ) -> None:
        super().__init__(address_or_ble_device, disconnected_callback=disconnected_callback, timeout=timeout)
        self._socket: socket.socket | None = None
        self._callbacks: dict[str, NotifyCallback] = {}
        self._answers: dict[str, asyncio.Future[Packet]] = {}

    @property
    def name(self) -> str:
        """The socket's path."""
        return self.address

    @property
    def mtu_size(self) -> int:
        """What most devices agree to."""
        return MTU

    @property
    def is_connected(self) -> bool:
        """True from `connect` to the end of the socket."""
        return self._socket is not None

    async def connect(self, pair: bool, **kwargs: Any) -> None:
        """Connect and ask for the table; there is nobody to pair with."""
        line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        line.setblocking(False)
        try:
            line.connect(self.address)
        except OSError as error:
            line.close()
            raise BleakDeviceNotFoundError(self.address, f"{self.address}: {error}") from error
        self._socket = line
        asyncio.get_running_loop().add_reader(line, self._readable)
        try:
            self.services = _services((await self._ask(Packet(b"", TABLE), TABLE)).data)
        except BaseException:
            self._let_go()
            raise

    async def disconnect(self) -> None:
        """Hang up."""
        self._hung_up()

    async def pair(self, *args: Any, **kwargs: Any) -> None:
        """Nothing to do."""

    async def unpair(self) -> None:
        """Nothing to do."""

    async def read_gatt_char(
        self, characteristic: BleakGATTCharacteristic, *, use_cached: bool = False, **kwargs: Any
    ) -> bytearray:
        """Read."""
        channel = channel_of(characteristic.uuid)
        answer = await self._ask(Packet(b"", READ + channel), VALUE + channel, ERROR + channel)
        if answer.channel == ERROR + channel:
            raise BleakGATTProtocolError(answer.data[0])
        return bytearray(answer.data)

    async def write_gatt_char(
        self, characteristic: BleakGATTCharacteristic, data: SizedBuffer, response: bool
    ) -> None:
        """Write; with response, wait for it."""
        channel = channel_of(characteristic.uuid)
        packet = Packet(bytes(data), channel)
        if response:
            _check(await self._ask(packet, DONE + channel))
        else:
            self._send(packet)

    async def start_notify(
        self, characteristic: BleakGATTCharacteristic, callback: NotifyCallback, **kwargs: Any
    ) -> None:
        """Subscribe."""
        channel = channel_of(characteristic.uuid)
        self._callbacks[channel] = callback
        _check(await self._ask(Packet(ON, NOTIFY + channel), DONE + NOTIFY + channel))

    async def stop_notify(self, characteristic: BleakGATTCharacteristic) -> None:
        """End a subscription."""
        channel = channel_of(characteristic.uuid)
        _check(await self._ask(Packet(OFF, NOTIFY + channel), DONE + NOTIFY + channel))
        self._callbacks.pop(channel, None)

    async def read_gatt_descriptor(
        self, descriptor: BleakGATTDescriptor, *, use_cached: bool = False, **kwargs: Any
    ) -> bytearray:
        """Refused: the table has no descriptors."""
        raise BleakError("a simulated device has no descriptors")

    async def write_gatt_descriptor(self, descriptor: BleakGATTDescriptor, data: SizedBuffer) -> None:
        """Refused: the table has no descriptors."""
        raise BleakError("a simulated device has no descriptors")

    async def _ask(self, packet: Packet, *answers: str) -> Packet:
        future: asyncio.Future[Packet] = asyncio.get_running_loop().create_future()
        self._answers.update(dict.fromkeys(answers, future))
        try:
            self._send(packet)
            async with asyncio.timeout(ANSWER_S):
                return await future
        finally:
            for channel in answers:
                self._answers.pop(channel, None)

    def _send(self, packet: Packet) -> None:
        if self._socket is None:
            raise BleakError("Not connected")
        try:
            self._socket.send(packets.pack(packet))
        except OSError as error:
            raise BleakError(f"{self.address}: {error}") from error

    def _readable(self) -> None:
        while self._socket is not None:
            try:
                data = self._socket.recv(packets.SIZE)
            except BlockingIOError:
                return
            except OSError:
                data = b""
            if not data:
                self._hung_up()
            elif (packet := packets.unpack(data)) is not None:
                self._take(packet)

    def _take(self, packet: Packet) -> None:
        waiting = self._answers.get(packet.channel)
        if waiting is not None:
            if not waiting.done():
                waiting.set_result(packet)
        elif callback := self._callbacks.get(packet.channel):
            callback(bytearray(packet.data))

    def _hung_up(self) -> None:
        if self._socket is None:
            return
        self._let_go()
        if self._disconnected_callback is not None:
            self._disconnected_callback()

    def _let_go(self) -> None:
        line, self._socket = self._socket, None
        self.services = None
        self._callbacks.clear()
        if line is not None:
            asyncio.get_running_loop().remove_reader(line)
            with contextlib.suppress(OSError):
                line.close()
        for waiting in self._answers.values():
            if not waiting.done():
                waiting.set_exception(BleakError("Not connected"))


def _check(answer: Packet) -> None:
    if answer.data[0] != OK:
        raise BleakGATTProtocolError(answer.data[0])


def _services(table: bytes) -> BleakGATTServiceCollection:
    """Build what bleak keeps of a device's table; handles are given in the table's order."""
    result = BleakGATTServiceCollection()
    known: dict[str, BleakGATTService] = {}
    for handle, row in enumerate(table.decode().splitlines(), start=0x100):
        service_uuid, uuid, properties = row.split(" ")
        if service_uuid not in known:
            known[service_uuid] = BleakGATTService(None, len(known) + 1, normalize_uuid_str(service_uuid))
            result.add_service(known[service_uuid])
        result.add_characteristic(
            BleakGATTCharacteristic(
                None,
                handle,
                normalize_uuid_str(uuid),
                list(properties.split(",")),  # type: ignore[arg-type]  # the table's words are bleak's
                lambda: MTU - 3,
                known[service_uuid],
            )
        )
    return result
