"""How a simulated Bluetooth device is spoken to over a socket of packets: the words of both sides.

The host asks `gatt` for the table (one line a characteristic: its service, its UUID, its properties with
commas between), `read UUID`, `notify UUID` (01 on, 00 off), or writes on the channel `UUID` itself. The
answers come on `gatt`, `value UUID` or `error UUID`, `done notify UUID` and `done UUID`; an error and a done
hold one byte, the ATT error code, 00 for none. What the device says by itself comes on `UUID`.

UUIDs are channels: four upper-case hex digits for the Bluetooth SIG's own, others whole in lower case.
"""

from typing import Final

TABLE: Final = "gatt"
READ: Final = "read "
VALUE: Final = "value "
ERROR: Final = "error "
NOTIFY: Final = "notify "
DONE: Final = "done "

ON: Final = b"\x01"
OFF: Final = b"\x00"
OK: Final = 0
