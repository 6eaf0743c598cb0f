"""Asks core, over its socket for the technician's tool."""

import contextlib
import select
import time
from pathlib import Path
from typing import Final

from contract.link import Link, LinkClosed, connect
from contract.readiness import Readiness
from contract.tool import AskReadiness, FromTool, ReadinessIs, ToTool
from provisioning.errors import ProvisioningError

ANSWER_S: Final = 10.0


def ask_readiness(run: Path, *, test: bool = False, wait_s: float = 300.0) -> Readiness:
    """Return the station's readiness, with `test` after a test of itself; ProvisioningError: none came."""
    try:
        link: Link[ToTool, FromTool] = Link(connect(run / "agent" / "tool.sock"), ReadinessIs)
    except OSError as error:
        raise ProvisioningError(f"No station runs there: {run} ({error.strerror}).") from error
    with contextlib.closing(link):
        try:
            link.send(AskReadiness(test=test))
            return _awaited(link, wait_s if test else ANSWER_S)
        except LinkClosed as error:
            raise ProvisioningError(f"The station ended the conversation: {error}.") from error


def _awaited(link: Link[ToTool, FromTool], wait_s: float) -> Readiness:
    end = time.monotonic() + wait_s
    while (left := end - time.monotonic()) > 0:
        select.select([link.fileno()], [], [], left)
        for message, _ in link.receive():
            if not message.readiness.testing:
                return message.readiness
            if message.visit:
                raise ProvisioningError("A visit is on. The test is made when it is over; ask again then.")
    raise ProvisioningError("The station did not answer in time.")
