"""What carries a code to a phone: a clinic's own message service, or an outbox for tests and demonstrations.

Nothing here is logged: number and text are the patient's.
"""

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import urlsplit

import httpx
import msgspec

from hub.errors import invalid

TIMEOUT_S: Final = 15.0
OUTBOX: Final = "outbox:"


class GatewayError(Exception):
    """The message was not taken; the text says why without number or code."""


class Gateway(Protocol):
    """One way to phones."""

    async def send(self, phone: str, text: str) -> None:
        """Hand a message over. Raises GatewayError when it was not taken."""


class Message(msgspec.Struct, frozen=True):
    """One message, as both ways write it."""

    to: str
    text: str


@dataclass(frozen=True)
class Outbox:
    """A file with a JSON object a line, read by whoever plays the phone. Only its owner may read it."""

    file: Path

    async def send(self, phone: str, text: str) -> None:
        """Add a line."""
        try:
            await asyncio.to_thread(self._add, msgspec.json.encode(Message(phone, text)) + b"\n")
        except OSError as error:
            raise GatewayError(error.strerror or "the outbox can't be written") from error

    def _add(self, line: bytes) -> None:
        descriptor = os.open(self.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            os.write(descriptor, line)
        finally:
            os.close(descriptor)


@dataclass(frozen=True)
class HttpGateway:
    """A message service behind an address: POST {"to", "text"}, with a bearer token; 2xx says taken."""

    url: str
    token: str

    async def send(self, phone: str, text: str) -> None:
        """Post a message."""
        headers = {"Content-Type": "application/json"}
        headers |= {"Authorization": f"Bearer {self.token}"} if self.token else {}
        content = msgspec.json.encode(Message(phone, text))
        try:
            async with httpx.AsyncClient(timeout=TIMEOUT_S, follow_redirects=False) as client:
                answer = await client.post(self.url, content=content, headers=headers)
        except httpx.HTTPError as error:
            raise GatewayError(type(error).__name__) from error
        if not answer.is_success:
            raise GatewayError(f"status {answer.status_code}")


def gateway_of(where: str, token: str = "") -> Gateway:
    """Return the gateway an operator names: "outbox:FILE" or an https address. ProblemError for others."""
    if where.startswith(OUTBOX) and where != OUTBOX:
        return Outbox(Path(where.removeprefix(OUTBOX)))
    parts = urlsplit(where)
    if parts.scheme != "https" or not parts.hostname or parts.username is not None:
        raise invalid(f"{where} is neither outbox:FILE nor an https address without a password in it.")
    return HttpGateway(where, token)
