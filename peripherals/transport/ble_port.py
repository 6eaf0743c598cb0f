"""A Bluetooth LE device on an asyncio loop: its values in, writes and reads out, its going as an error.

Channels are characteristics (`gatt_packets.py` says how they are written). What arrives comes on the
characteristic's channel, and so does what was read: `read 2A24` asks for it. After connecting the line's
characteristics are subscribed to first, since many devices say their result at once and hang up, then its
`reads` are read; these are told before anything else.
"""

import asyncio
import contextlib
import logging
import time
from functools import partial
from typing import Final

from bleak import BleakClient
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.device import BLEDevice
from bleak.exc import BleakError, BleakGATTProtocolError
from bleak.uuids import normalize_uuid_str

from peripherals.devices.product import BleLine
from peripherals.events import Fault
from peripherals.protocols.ble_talk import READ
from peripherals.protocols.conversation import Packet
from peripherals.transport.ble_faults import NOT_PAIRED, port_error
from peripherals.transport.ble_radio import Heard, Radio, radio, scan, wanted
from peripherals.transport.ble_socket import SocketClient, channel_of, on_the_air
from peripherals.transport.link import OnLost, OnPacket, PortError

__all__ = ["BleLink", "Heard", "open_line", "scan"]

CONNECT_S: Final = 20.0
PAIR_S: Final = 45.0  # somebody may have to press something
READS_S: Final = 5.0  # for all of a line's reads
CLOSE_S: Final = 1.0
DISCONNECT_S: Final = 5.0
QUEUE: Final = 64  # packets that wait to be written

log = logging.getLogger(__name__)


async def open_line(place: str, line: BleLine, on_packet: OnPacket, on_lost: OnLost) -> "BleLink":
    """Connect to a device, waiting for it as long as it takes; PortError without a radio, or when it fails.

    `place`: its Bluetooth address; "" for the first one heard that has the line's name or service; the path
    of a simulator's socket.
    """
    if "/" in place:
        await on_the_air(place)
        link = BleLink(place, line, on_packet, on_lost)
        await link.open(BleakClient(place, link.disconnected, timeout=CONNECT_S, backend=SocketClient))
        return link
    mine = radio()
    device = await mine.find(wanted(place, line))
    link = BleLink(device.address, line, on_packet, on_lost, mine)
    await link.open(_client(device, line, link))
    return link


def _client(device: BLEDevice, line: BleLine, link: "BleLink") -> BleakClient:
    timeout = PAIR_S if line.pair else CONNECT_S
    return BleakClient(device, link.disconnected, timeout=timeout, pair=line.pair)


class BleLink:
    """A connected device. Its only task reads, writes in order, and ends with it."""

    def __init__(
        self, place: str, line: BleLine, on_packet: OnPacket, on_lost: OnLost, air: Radio | None = None
    ) -> None:
        self.place = place
        self._line = line
        self._on_packet = on_packet
        self._on_lost = on_lost
        self._air = air
        self._open = False
        self._client: BleakClient
        self._known: dict[str, BleakGATTCharacteristic] = {}
        self._read: list[tuple[Packet, int]] = []
        self._held: list[tuple[Packet, int]] | None = []  # until the reads are told
        self._outgoing: asyncio.Queue[Packet] = asyncio.Queue(QUEUE)
        self._task: asyncio.Task[None] | None = None

    async def open(self, client: BleakClient) -> None:
        """Connect and subscribe; PortError when that is not possible."""
        self._client = client
        ended: PortError | None = None
        try:
            async with self._air.connecting if self._air else contextlib.nullcontext():
                await client.connect()
            self._known = self._characteristics()
            await self._subscribe()
        except Exception as error:
            if not self._held:
                await self._let_go()
                raise port_error(self.place, error) from error
            ended = port_error(self.place, error)  # it has said its result and hung up
        except BaseException:
            await self._let_go()
            raise
        self._open = True
        self._task = asyncio.create_task(self._serve(ended), name=f"bluetooth {self.place}")

    @property
    def is_open(self) -> bool:
        """False after `close` or a loss."""
        return self._open

    def write(self, packet: Packet) -> None:
        """Hand a write, or a read, over to be done in order; PortError when the line is gone or too slow."""
        if not self._open:
            raise PortError(Fault.UNPLUGGED, f"{self.place} is not connected")
        try:
            self._outgoing.put_nowait(packet)
        except asyncio.QueueFull:
            raise PortError(Fault.PORT_ERROR, f"{self.place} takes nothing") from None

    async def close(self) -> None:
        """Let go without telling `on_lost`; what was handed over is written first, within a second."""
        if self._open:
            self._open = False
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(CLOSE_S):
                    await self._outgoing.join()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})
        await self._let_go()

    def disconnected(self, client: BleakClient) -> None:
        """Called by bleak when the connection has ended, by whomever."""
        self._fail(PortError(Fault.UNPLUGGED, f"{self.place} hung up"))

    def _characteristics(self) -> dict[str, BleakGATTCharacteristic]:
        """Return what it has by channel; of two alike the one in the line's own service."""
        service = normalize_uuid_str(self._line.service)
        all_of_them = self._client.services.characteristics.values()
        them = sorted(all_of_them, key=lambda one: one.service_uuid == service)
        return {channel_of(one.uuid): one for one in them}

    async def _subscribe(self) -> None:
        """Ask for the values of what it has of the line's characteristics: one at least must be given."""
        refused: BleakGATTProtocolError | None = None
        subscribed = 0
        for channel in map(channel_of, self._line.notify):
            characteristic = self._known.get(channel)
            if characteristic is None or not {"notify", "indicate"} & set(characteristic.properties):
                continue
            try:
                await self._client.start_notify(characteristic, partial(self._arrived, channel))
                subscribed += 1
            except BleakGATTProtocolError as error:
                refused = error
                if error.code in NOT_PAIRED:
                    raise
        if not subscribed:
            wanted_ones = ", ".join(self._line.notify)
            raise refused or PortError(Fault.NOT_UNDERSTOOD, f"{self.place} has none of {wanted_ones}")

    def _arrived(self, channel: str, _: BleakGATTCharacteristic, data: bytearray) -> None:
        arrived = Packet(bytes(data), channel), time.monotonic_ns()
        if self._held is not None:
            self._held.append(arrived)
        elif self._open:
            self._on_packet(*arrived)

    async def _serve(self, ended: PortError | None) -> None:
        try:
            if ended is None:
                await self._read_all()
                self._tell()
                await self._write_all()
            else:
                self._fail(ended)
        except Exception as error:
            self._fail(port_error(self.place, error))

    async def _write_all(self) -> None:
        while True:
            packet = await self._outgoing.get()
            try:
                await self._do(packet)
            except BleakGATTProtocolError as error:  # the conversation finds out by itself
                if error.code in NOT_PAIRED:
                    raise
                log.warning("%s: %s was refused: %s", self.place, packet.channel, error)
            finally:
                self._outgoing.task_done()

    async def _read_all(self) -> None:
        """Read what the device has of the line's reads; one that it refuses is left out."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(READS_S):
                for channel in map(channel_of, self._line.reads):
                    if channel in self._known and "read" in self._known[channel].properties:
                        with contextlib.suppress(BleakError):
                            value = await self._client.read_gatt_char(self._known[channel])
                            self._read.append((Packet(bytes(value), channel), time.monotonic_ns()))

    def _tell(self) -> None:
        """Tell what was read, then what arrived meanwhile; from now on everything at once."""
        held, self._held = self._held, None
        if held is not None and self._open:
            for arrived in (*self._read, *held):
                self._on_packet(*arrived)

    async def _do(self, packet: Packet) -> None:
        reads = packet.channel.startswith(READ)
        channel = packet.channel.removeprefix(READ) or self._line.write
        characteristic = self._known.get(channel)
        if characteristic is None:
            log.warning("%s has no %r", self.place, channel)
        elif reads:
            value = await self._client.read_gatt_char(characteristic)
            self._arrived(channel, characteristic, value)
        else:
            response = "write" in characteristic.properties
            await self._client.write_gatt_char(characteristic, packet.data, response=response)

    def _fail(self, error: PortError) -> None:
        if not self._open:
            return
        self._tell()
        self._open = False
        self._free()
        if self._task is not None and self._task is not asyncio.current_task():
            self._task.cancel()
        self._on_lost(error)

    async def _let_go(self) -> None:
        self._open = False
        self._free()
        with contextlib.suppress(BleakError, TimeoutError, OSError, EOFError):
            async with asyncio.timeout(DISCONNECT_S):
                await self._client.disconnect()

    def _free(self) -> None:
        if self._air is not None:
            self._air.taken.discard(self.place)
