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
QUICK_S: Final = 0.65  # ten frames of a slow stream, and a little; or the answer to a greeting


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

    Where several settings are possible each gets a short time first, so that a device that speaks at once
    is found within three seconds; only then each gets the time that its slowest product needs. A single
    candidate that says nothing until somebody uses it is taken at its name.
    """
    lines = list(dict.fromkeys(candidate.line for candidate in candidates))
    heard = False
    for most_s in (QUICK_S, None) if len(lines) > 1 else (None,):
        for line in lines:
            products = [candidate.product for candidate in candidates if candidate.line == line]
            opened = await OpenLine.open(place, line)
            listener = _Listener(opened, products)
            try:
                conversation, product = await listener.understand(most_s, alone=len(candidates) == 1)
                return Found(product, line, opened, conversation)
            except PortError as error:
                await opened.close()
                heard = heard or opened.heard_ns > 0
                if error.fault is not Fault.NOT_UNDERSTOOD:
                    raise
            except BaseException:
                await opened.close()
                raise
    fault = Fault.NOT_UNDERSTOOD if heard else Fault.NO_DATA
    names = ", ".join(dict.fromkeys(candidate.product.name for candidate in candidates))
    raise PortError(fault, f"{place}: {'something else than' if heard else 'nothing from'} {names}")


class _Listener:
    """Listens to one line on behalf of all the products that may be on it."""

    def __init__(self, opened: OpenLine, products: list[Product]) -> None:
        self._opened = opened
        self._talks = [(product.talk(), product) for product in products]
        self._frames = 0
        opened.listener = self._take

    async def understand(self, most_s: float | None, *, alone: bool) -> tuple[Conversation, Product]:
        """Return who is understood; PortError when nobody is.

        `most_s`: give up sooner than the products need, unless something has made sense already.
        """
        for conversation, _ in self._talks:
            conversation.opened(now())
            self._answer(conversation)
        if alone and self._talks[0][1].silent:
            return self._talks[0]
        patience = max(conversation.patience_s for conversation, _ in self._talks)
        started = time.monotonic()
        while (waited := time.monotonic() - started) < patience:
            if most_s is not None and waited >= most_s and not self._frames:
                break
            await self._opened.lost_within(LOOK_S)
            for conversation, product in self._talks:
                if conversation.understood:
                    return conversation, product
                conversation.tick(now())
                self._answer(conversation)
        raise PortError(Fault.NOT_UNDERSTOOD, "not understood")

    def _take(self, packet: Packet, t_ns: int) -> None:
        moment = now()._replace(ns=t_ns)
        for conversation, _ in self._talks:
            self._frames += len(conversation.heard(packet.data, packet.channel, moment))
            self._answer(conversation)

    def _answer(self, conversation: Conversation) -> None:
        """Write what it says; a line that is lost meanwhile is noticed by who waits for it."""
        said = conversation.outgoing()
        if said and self._opened.is_open:
            with contextlib.suppress(PortError):
                self._opened.write(said)
