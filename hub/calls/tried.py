"""The socket for a technician's network test: it names the relays and gives back what is said."""

import asyncio
from typing import Final

import msgspec
from starlette.websockets import WebSocket, WebSocketDisconnect

from hub.calls import ice
from hub.calls.switch import Switch
from hub.fleet.stations import KnownStation
from hub.web.caller import Caller

ECHOES: Final = 16  # frames given back in one test
ECHO_BYTES: Final = 256
LIFE_S: Final = 30.0


class NetworkTest:
    """Serves one test after the other; changes nothing, and never stands for the station's own socket."""

    def __init__(self, switch: Switch) -> None:
        self._switch = switch

    async def serve(self, websocket: WebSocket, caller: Caller) -> None:
        """Name the relays with credentials of ten minutes, then echo."""
        assert isinstance(caller, KnownStation)
        await websocket.accept()
        try:
            async with asyncio.timeout(LIFE_S):
                await websocket.send_bytes(msgspec.msgpack.encode(ice.servers(self._switch.turn, caller.id)))
                for _ in range(ECHOES):
                    await websocket.send_bytes((await websocket.receive_bytes())[:ECHO_BYTES])
                await websocket.close()
        except TimeoutError:
            await websocket.close()
        except (WebSocketDisconnect, KeyError, RuntimeError):
            return  # gone, or a text frame
