"""A D-Bus with a BlueZ on it, in this process: what bleak's own backend talks to on a station.

Not a mock of ours: bleak and dbus-fast run as they are, over a socket that `DBUS_SYSTEM_BUS_ADDRESS` names.
The devices on the air are the simulators' own; `Bluez.let(seconds)` lets their time pass.
"""

import asyncio
import io
import struct
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from dbus_fast import Message, MessageType, Variant
from dbus_fast._private.unmarshaller import Unmarshaller

from peripherals.protocols.conversation import Packet
from peripherals.simulators.device import SimulatedDevice
from peripherals.transport.ble_socket import channel_of
from peripherals.transport.gatt_packets import DONE, ERROR, NOTIFY, OFF, ON, READ, TABLE, VALUE

ADAPTER = "/org/bluez/hci0"
FAILED = "org.bluez.Error.Failed"
Properties = dict[str, tuple[str, Any]]
"""Of one interface: name → (signature, value)."""


class Refused(Exception):
    """A call that is answered with an error: its name, its text."""


def full(uuid: str) -> str:
    return f"0000{uuid.lower()}-0000-1000-8000-00805f9b34fb" if len(uuid) == 4 else uuid


def variants(properties: Properties) -> dict[str, Variant]:
    return {name: Variant(signature, value) for name, (signature, value) in properties.items()}


class Device:
    """One device, as BlueZ knows it."""

    def __init__(self, address: str, name: str, services: tuple[str, ...], device: SimulatedDevice) -> None:
        self.path = f"{ADAPTER}/dev_{address.replace(':', '_')}"
        self.device = device
        self.properties: Properties = {
            "Address": ("s", address),
            "Alias": ("s", name or address.replace(":", "-")),
            "Adapter": ("o", ADAPTER),
            "UUIDs": ("as", [full(uuid) for uuid in services]),
            "Connected": ("b", False),
            "Paired": ("b", False),
            "Trusted": ("b", False),
            "ServicesResolved": ("b", False),
        }
        if name:
            self.properties["Name"] = ("s", name)
        self.characteristics: dict[str, str] = {}  # object path → channel
        self.refuses_to_pair = False
        self.hangs_up_after = ""  # a channel: it says its value and is gone


class Bluez:
    """The bus and the daemon. Use as an async context manager; `address` is the bus's."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "bus"
        self.address = f"unix:path={self.path}"
        self.powered = True
        self.adapter = True
        self.discovering: str | None = None
        self.slow = ""  # a call that is answered only by `hurry`
        self.calls: list[tuple[str, str]] = []  # member, path
        self.devices: dict[str, Device] = {}
        self.t = 0.0
        self._clients: dict[str, asyncio.StreamWriter] = {}
        self._serial = self._count = 0
        self._server: asyncio.Server
        self._known: set[str] = set()
        self._waiting: list[Message] = []
        self._serving: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_unix_server(self._serve, self.path)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for writer in self._clients.values():
            writer.close()
        if self._serving:
            await asyncio.wait(self._serving)

    # ---- what happens to the world

    def put_on_the_air(self, device: Device) -> None:
        """Begin to advertise."""
        self.devices[device.path] = device
        self.advertise(device)

    def advertise(self, device: Device, rssi: int = -60) -> None:
        """Say that it is there, to whoever scans."""
        if self.discovering is None:
            return
        device.properties["RSSI"] = ("n", rssi)
        if device.path in self._known:
            self.changed(device, "RSSI")
        else:
            self._known.add(device.path)
            self._signal(
                "/",
                "org.freedesktop.DBus.ObjectManager",
                "InterfacesAdded",
                "oa{sa{sv}}",
                [device.path, {"org.bluez.Device1": variants(device.properties)}],
            )

    def changed(self, device: Device, *names: str) -> None:
        """Tell of properties."""
        self._properties_changed(
            device.path, "org.bluez.Device1", {name: device.properties[name] for name in names}
        )

    def hurry(self) -> None:
        """Answer what was too slow."""
        self.slow = ""
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            self._answer(message)

    def power(self, on: bool) -> None:
        """Switch the adapter, as somebody does in a menu: BlueZ ends the scan and says nothing of it."""
        self.powered = on
        self.discovering = None
        self._properties_changed(ADAPTER, "org.bluez.Adapter1", {"Powered": ("b", on)})

    def hang_up(self, device: Device) -> None:
        """End a connection from the device's side."""
        device.properties["Connected"] = ("b", False)
        device.properties["ServicesResolved"] = ("b", False)
        self.changed(device, "Connected", "ServicesResolved")

    def let(self, seconds: float) -> None:
        """Let the devices' time pass: those that are connected say what they have to say."""
        for device in self.devices.values():
            for _ in range(round(seconds / device.device.period_s)):
                self.t += device.device.period_s
                self._say(device, device.device.tick(self.t))

    # ---- the wire

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._count += 1
        name = f":1.{self._count}"
        self._clients[name] = writer
        task = asyncio.current_task()
        assert task is not None
        self._serving.add(task)
        task.add_done_callback(self._serving.discard)
        try:
            while not (line := await reader.readline()).startswith(b"BEGIN"):
                if b"AUTH" in line:
                    writer.write(b"OK 0123456789abcdef0123456789abcdef\r\n")
                elif b"NEGOTIATE_UNIX_FD" in line:
                    writer.write(b"AGREE_UNIX_FD\r\n")
            while True:
                head = await reader.readexactly(16)
                body_size, _, fields_size = struct.unpack_from("<III", head, 4)
                rest = await reader.readexactly(-(-fields_size // 8) * 8 + body_size)
                message = Unmarshaller(io.BytesIO(head + rest)).unmarshall()  # type: ignore[arg-type]
                assert message is not None
                message.sender = name
                self._answer(message)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            if self.discovering == name:
                self.discovering = None
            del self._clients[name]
            writer.close()

    def _send(self, name: str, message: Message) -> None:
        self._serial += 1
        message.serial = self._serial
        message.sender = "org.freedesktop.DBus" if message.member == "Hello" else "org.bluez"
        if name in self._clients:
            self._clients[name].write(bytes(message._marshall(False)))

    def _signal(self, path: str, interface: str, member: str, signature: str, body: list[Any]) -> None:
        for name in list(self._clients):
            self._send(name, Message.new_signal(path, interface, member, signature, body))

    def _properties_changed(self, path: str, interface: str, properties: Properties) -> None:
        self._signal(
            path,
            "org.freedesktop.DBus.Properties",
            "PropertiesChanged",
            "sa{sv}as",
            [interface, variants(properties), []],
        )

    def _answer(self, message: Message) -> None:
        if message.message_type is not MessageType.METHOD_CALL:
            return
        self.calls.append((message.member or "", message.path or ""))
        if message.member == self.slow:
            self._waiting.append(message)
            return
        try:
            signature, body = self._do(message)
            reply = Message.new_method_return(message, signature, body)
        except Refused as error:
            reply = Message.new_error(message, *error.args)
        self._send(message.sender or "", reply)

    # ---- what BlueZ does

    def _do(self, message: Message) -> tuple[str, list[Any]]:
        path, member = message.path or "", message.member
        match member:
            case "Hello":
                return "s", [message.sender]
            case "AddMatch" | "RemoveMatch" | "SetDiscoveryFilter" | "Set":
                return "", []
            case "GetManagedObjects":
                return "a{oa{sa{sv}}}", [self._objects()]
            case "StartDiscovery":
                self._start_discovery(message.sender or "")
            case "StopDiscovery":
                if not self.powered:
                    raise Refused("org.bluez.Error.NotReady", "Resource Not Ready")
                if self.discovering is None:
                    raise Refused(FAILED, "No discovery started")
                self.discovering = None
            case "Connect" | "Pair":
                self.connect(self.devices[path], pair=member == "Pair")
            case "Disconnect":
                self.hang_up(self.devices[path])
            case "ReadValue" | "WriteValue" | "StartNotify" | "StopNotify":
                return self._gatt(path, member, message.body)
        return "", []

    def _objects(self) -> dict[str, dict[str, dict[str, Variant]]]:
        objects: dict[str, dict[str, dict[str, Variant]]] = {}
        if self.adapter:
            adapter: Properties = {"Powered": ("b", self.powered), "Roles": ("as", ["central"])}
            objects[ADAPTER] = {"org.bluez.Adapter1": variants(adapter)}
        for path in self._known:
            objects[path] = {"org.bluez.Device1": variants(self.devices[path].properties)}
        return objects

    def _start_discovery(self, name: str) -> None:
        if not self.powered:
            raise Refused("org.bluez.Error.NotReady", "Resource Not Ready")
        if self.discovering is not None:
            raise Refused("org.bluez.Error.InProgress", "Operation already in progress")
        self.discovering = name
        asyncio.get_running_loop().call_soon(self._all_advertise)

    def _all_advertise(self) -> None:
        for device in self.devices.values():
            if not device.properties["Connected"][1]:
                self.advertise(device)

    def connect(self, device: Device, *, pair: bool = False) -> None:
        """Connect it, whoever asked."""
        if pair:
            if device.refuses_to_pair:
                raise Refused("org.bluez.Error.AuthenticationFailed", "Authentication Failed")
            device.properties["Paired"] = ("b", True)
            self.changed(device, "Paired")
        device.properties["Connected"] = ("b", True)
        self.changed(device, "Connected")
        self._publish(device)
        device.properties["ServicesResolved"] = ("b", True)
        self.changed(device, "ServicesResolved")

    def _publish(self, device: Device) -> None:
        """Show the device's table as BlueZ's objects."""
        [table] = device.device.host_sent(b"", self.t, TABLE)
        services: dict[str, str] = {}
        for number, row in enumerate(table.data.decode().splitlines()):
            service, uuid, flags = row.split(" ")
            if service not in services:
                services[service] = f"{device.path}/service{len(services) + 1:04x}"
                self._added(
                    services[service],
                    "org.bluez.GattService1",
                    {"UUID": ("s", full(service)), "Device": ("o", device.path), "Primary": ("b", True)},
                )
            path = f"{services[service]}/char{number + 0x100:04x}"
            device.characteristics[path] = uuid
            self._added(
                path,
                "org.bluez.GattCharacteristic1",
                {
                    "UUID": ("s", full(uuid)),
                    "Service": ("o", services[service]),
                    "Flags": ("as", flags.split(",")),
                },
            )

    def _added(self, path: str, interface: str, properties: Properties) -> None:
        body = [path, {interface: variants(properties)}]
        self._signal("/", "org.freedesktop.DBus.ObjectManager", "InterfacesAdded", "oa{sa{sv}}", body)

    def _gatt(self, path: str, member: str, body: list[Any]) -> tuple[str, list[Any]]:
        device = next(device for device in self.devices.values() if path.startswith(device.path))
        channel = channel_of(full(device.characteristics[path]))
        verb, data = {
            "ReadValue": (READ, b""),
            "WriteValue": ("", body[0] if body else b""),
            "StartNotify": (NOTIFY, ON),
            "StopNotify": (NOTIFY, OFF),
        }[member]
        value = b""
        for packet in device.device.host_sent(bytes(data), self.t, verb + channel):
            if packet.channel == VALUE + channel:
                value = packet.data
            elif packet.channel == ERROR + channel or (
                packet.channel.startswith(DONE) and packet.data != b"\0"
            ):
                raise Refused(FAILED, f"Operation failed with ATT error: 0x{packet.data[0]:02x}")
            elif not packet.channel.startswith(DONE):
                asyncio.get_running_loop().call_soon(self._say, device, [packet])
        return ("ay", [value]) if member == "ReadValue" else ("", [])

    def _say(self, device: Device, packets: list[Packet]) -> None:
        for packet in packets:
            path = next(p for p, uuid in device.characteristics.items() if uuid == packet.channel)
            self._properties_changed(path, "org.bluez.GattCharacteristic1", {"Value": ("ay", packet.data)})
            if packet.channel == device.hangs_up_after:
                self.hang_up(device)
