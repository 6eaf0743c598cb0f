"""When packets really came: the kernel's time of arrival, not the moment our loop got round to them.

On a busy machine that is tens of milliseconds later, and a sender's delay-based control takes it for a queue
on the link and sends less. aioice reads its sockets through asyncio, which gives no ancillary data; so the
time is asked for afterwards (SIOCGSTAMPNS, socket(7): of the packet last read).
"""

import contextlib
import fcntl
import struct
import time
from typing import Any, Final

SIOCGSTAMPNS: Final = 0x8907  # linux/sockios.h
OLD_S: Final = 1.0  # what is older is no arrival but a clock that was set


class _Stamped(bytes):
    """A datagram that knows when it came (seconds, monotonic)."""

    at: float


class Arrivals:
    """For one ICE transport of aiortc; `at` is when the datagram came that its `_recv` gave last."""

    def __init__(self, ice: Any) -> None:
        self.at = 0.0
        self._connection: Any = ice.iceGatherer._connection
        self._keep = self._connection.data_received
        self._connection.data_received = self._received
        self._recv = ice._recv
        ice._recv = self._given

    def _received(self, data: bytes, component: int) -> None:
        """Take a datagram at once after it was read (aioice's `data_received`)."""
        stamped = _Stamped(data)
        stamped.at = time.monotonic() - self._age_s()
        self._keep(stamped, component)

    async def _given(self) -> bytes:
        data: bytes = await self._recv()
        self.at = data.at if isinstance(data, _Stamped) else time.monotonic()
        return data

    def _age_s(self) -> float:
        """Return how long ago the packet last read came; 0 where that cannot be known (a relay's)."""
        pair = self._connection._nominated.get(1)
        transport = getattr(pair and pair.protocol, "transport", None)
        sock = transport.get_extra_info("socket") if transport else None
        if sock is None:
            return 0.0
        with contextlib.suppress(OSError):
            seconds, nanoseconds = struct.unpack("qq", fcntl.ioctl(sock.fileno(), SIOCGSTAMPNS, bytes(16)))
            age = time.time() - seconds - nanoseconds / 1e9
            return age if 0 <= age < OLD_S else 0.0
        return 0.0
