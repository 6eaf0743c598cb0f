"""Finding out which product is on a line: by listening, and by greetings that start nothing.

Products that share a line's settings are listened to together, so that a wrong guess costs no time; settings
are tried one after the other. What was there the last time is tried first.
"""

import contextlib
import time
from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from peripherals.devices.product import Line, Product
from peripherals.events import Fault
from peripherals.protocols.conversation import Conversation, Now, Packet
from peripherals.transport.link import PortError
from peripherals.transport.opening import OpenLine

LOOK_S: Final = 0.05


class Candidate(NamedTuple):
    """A product, reached in one of its ways."""

    product: Product
    line: Line


class Found(NamedTuple):
    """A product that is there, on its open line."""

    product: Product
    line: Line
    opened: OpenLine
    conversation: Conversation


def now() -> Now:
    """Return this moment as devices know it."""
    return Now(time.monotonic_ns(), datetime.now())


async def find(place: str, candidates: Sequence[Candidate]) -> Found:
    """Return the first candidate that is understood; PortError with what was seen when none is.

    A single candidate that says nothing until somebody uses it is taken at its name.
    """
    heard = False
    for line in dict.fromkeys(candidate.line for candidate in candidates):
        products = [candidate.product for candidate in candidates if candidate.line == line]
        opened = await OpenLine.open(place, line)
        try:
            conversation, product = await _listen(opened, products, alone=len(candidates) == 1)
            return Found(product, line, opened, conversation)
        except PortError as error:
            await opened.close()
            heard = heard or opened.heard_ns > 0
            if error.fault not in (Fault.NO_DATA, Fault.NOT_UNDERSTOOD):
                raise
        except BaseException:
            await opened.close()
            raise
    fault = Fault.NOT_UNDERSTOOD if heard else Fault.NO_DATA
    names = ", ".join(dict.fromkeys(candidate.product.name for candidate in candidates))
    raise PortError(fault, f"{place}: {'something else than' if heard else 'nothing from'} {names}")


async def _listen(opened: OpenLine, products: list[Product], *, alone: bool) -> tuple[Conversation, Product]:
    talks = [(product.talk(), product) for product in products]

    def take(packet: Packet, t_ns: int) -> None:
        moment = now()._replace(ns=t_ns)
        for conversation, _ in talks:
            conversation.heard(packet.data, packet.channel, moment)
            _answer(opened, conversation)

    opened.listener = take
    for conversation, _ in talks:
        conversation.opened(now())
        _answer(opened, conversation)
    if alone and products[0].silent:
        return talks[0]
    started = time.monotonic()
    patience = max(conversation.patience_s for conversation, _ in talks)
    while time.monotonic() - started < patience:
        await opened.lost_within(LOOK_S)
        for conversation, product in talks:
            if conversation.understood:
                return conversation, product
            conversation.tick(now())
            _answer(opened, conversation)
    raise PortError(Fault.NO_DATA, "not understood")


def _answer(opened: OpenLine, conversation: Conversation) -> None:
    """Write what it says; a line that is lost meanwhile is noticed by who waits for it."""
    said = conversation.outgoing()
    if said and opened.is_open:
        with contextlib.suppress(PortError):
            opened.write(said)
