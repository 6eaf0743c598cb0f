"""Who is at the other end of a station's connection, behind one interface.

In-process: `PeerProtocol` takes the client certificate from TLS, once a connection, and puts it where
uvicorn copies it into every scope's state, of HTTP requests and of the WebSocket that a connection turns
into. At scale a TLS proxy's header over a unix socket takes its place: another `PeerSource`.
"""

import asyncio
import ssl
from typing import Any, Final, Protocol

from starlette.requests import HTTPConnection
from uvicorn.protocols.http.h11_impl import H11Protocol

_STATE: Final = "carepost_peer_certificate"


class PeerProtocol(H11Protocol):
    """uvicorn's HTTP protocol, remembering the peer's certificate."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take the certificate; TLS has been shaken hands on by now."""
        tls: Any = transport.get_extra_info("ssl_object")
        der = tls.getpeercert(binary_form=True) if isinstance(tls, ssl.SSLObject | ssl.SSLSocket) else None
        self.app_state = {**self.app_state, _STATE: der}
        super().connection_made(transport)


class PeerSource(Protocol):
    """Says which certificate a request or socket came with."""

    def certificate(self, connection: HTTPConnection) -> bytes | None:
        """Return the verified certificate's DER, or None."""
        ...


class TlsPeer:
    """The certificate of this process's own TLS listener."""

    def certificate(self, connection: HTTPConnection) -> bytes | None:
        """Return what PeerProtocol left; a client cannot write there."""
        der = connection.scope.get("state", {}).get(_STATE)
        return der if isinstance(der, bytes) else None
