"""A simulated Bluetooth device: characteristics that are read, written and subscribed to. No I/O here.

What both sides say on its socket: `transport/gatt_packets.py`.
"""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from peripherals.protocols.ble import encode_date
from peripherals.protocols.ble_talk import BATTERY, CURRENT_TIME, FIRMWARE, MANUFACTURER, MODEL, SERIAL
from peripherals.protocols.conversation import Packet
from peripherals.simulators.scenarios import Scenario
from peripherals.transport.gatt_packets import DONE, ERROR, NOTIFY, OFF, READ, TABLE, VALUE

OK: Final = b"\0"
READ_NOT_PERMITTED: Final = b"\x02"
WRITE_NOT_PERMITTED: Final = b"\x03"
NO_SUBSCRIPTION: Final = b"\xfd"  # control point written before its indications are on

FULL: Final = 85  # percent
NEARLY_EMPTY: Final = 8


class Characteristic(NamedTuple):
    """One row of the table."""

    service: str
    uuid: str
    properties: str  # separated by commas, as bleak names them


class Clock:
    """The device's own clock; one that was never set tells an unknown date until it is set."""

    def __init__(self, scenario: Scenario, wall: datetime) -> None:
        self._at_zero: datetime | None = None if scenario.clock_error_s is None else wall

    def at(self, t: float) -> datetime | None:
        """Return its time, whole seconds."""
        if self._at_zero is None:
            return None
        return (self._at_zero + timedelta(seconds=t)).replace(microsecond=0)

    def set(self, raw: bytes, t: float) -> bool:
        """Set it to a date field; False when that is none."""
        try:
            now = datetime(int.from_bytes(raw[:2], "little"), *raw[2:7])
        except ValueError:
            return False
        self._at_zero = now - timedelta(seconds=t)
        return True


class GattDevice:
    """Answers the host; a kind of device overrides `spoken`, `written` and perhaps `value`."""

    period_s = 0.1

    def __init__(
        self,
        scenario: Scenario,
        wall: datetime,
        characteristics: tuple[Characteristic, ...],
        *,
        model: str,
        serial: str = "SIM-0001",
    ) -> None:
        self.clock = Clock(scenario, wall)
        battery = NEARLY_EMPTY if scenario.battery_low else FULL
        self._values = {
            MANUFACTURER: b"Carepost simulators",
            MODEL: model.encode(),
            SERIAL: serial.encode(),
            FIRMWARE: b"1.0",
            BATTERY: bytes((battery,)),
        }
        own = tuple(
            Characteristic("180F" if uuid == BATTERY else "180A", uuid, "read") for uuid in self._values
        )
        clock = (Characteristic("1805", CURRENT_TIME, "read,write"),)
        self._table = {row.uuid: row for row in (*characteristics, *own, *clock)}
        self.subscribed: set[str] = set()
        self._since: float | None = None

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Answer."""
        if channel == TABLE:  # the first thing that a host asks: a new connection
            self.subscribed.clear()
            self._since = None
            return [Packet(self._table_text(), TABLE)]
        verb, _, uuid = channel.rpartition(" ")
        if verb == READ.strip():
            value = self.value(uuid, t)
            return [
                Packet(READ_NOT_PERMITTED, ERROR + uuid) if value is None else Packet(value, VALUE + uuid)
            ]
        if verb == NOTIFY.strip():
            return [Packet(self._subscribe(uuid, data, t), DONE + channel)]
        status, said = self._write(uuid, data, t)
        return [Packet(status, DONE + uuid), *said]

    def tick(self, t: float) -> list[Packet]:
        """Return what it says by itself, to a host that has subscribed."""
        return [packet for packet in self.spoken(t) if packet.channel in self.subscribed]

    def measuring_for(self, t: float) -> float:
        """Return the seconds since the host subscribed."""
        return 0.0 if self._since is None else t - self._since

    def value(self, uuid: str, t: float) -> bytes | None:
        """Return what a characteristic reads as; None: it can't be read."""
        if uuid == CURRENT_TIME:
            now = self.clock.at(t)
            return encode_date(now) + bytes((now.isoweekday() if now else 0, 0, 0))
        return self._values.get(uuid)

    def spoken(self, t: float) -> list[Packet]:
        """Return what it would say at this moment."""
        return []

    def written(self, uuid: str, data: bytes, t: float) -> list[Packet]:
        """Take what was written; return what it says to it at once."""
        return []

    def _table_text(self) -> bytes:
        return "\n".join(" ".join(row) for row in self._table.values()).encode()

    def _subscribe(self, uuid: str, data: bytes, t: float) -> bytes:
        row = self._table.get(uuid)
        if row is None or not {"notify", "indicate"} & set(row.properties.split(",")):
            return WRITE_NOT_PERMITTED
        if data == OFF:
            self.subscribed.discard(uuid)
        else:
            self.subscribed.add(uuid)
            self._since = t if self._since is None else self._since
        return OK

    def _write(self, uuid: str, data: bytes, t: float) -> tuple[bytes, list[Packet]]:
        row = self._table.get(uuid)
        if row is None or not {"write", "write-without-response"} & set(row.properties.split(",")):
            return WRITE_NOT_PERMITTED, []
        if uuid == CURRENT_TIME:
            return (OK if self.clock.set(data, t) else WRITE_NOT_PERMITTED), []
        if "indicate" in row.properties and uuid not in self.subscribed:
            return NO_SUBSCRIPTION, []
        return OK, self.written(uuid, data, t)
