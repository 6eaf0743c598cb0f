"""Every product understands its simulator at made-up times, and again in the same words."""

import pytest

from peripherals.devices.product import Manner, Product
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Packet
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.simulators.dialogue import TICK_S, Dialogue
from peripherals.simulators.scenarios import find

SECONDS = 40.0
MEASURES_AT_S = 3.0

every_product = pytest.mark.parametrize("product", PRODUCTS.values(), ids=lambda product: product.name)


def held(product: Product) -> Dialogue:
    """Let the device be used once."""
    dialogue = Dialogue(product, SIMULATORS[product.name], find("healthy"))
    while dialogue.t < SECONDS:
        if dialogue.t == MEASURES_AT_S:
            dialogue.conversation.measure(dialogue.now)
            dialogue.answer()
            if product.manner is Manner.INFLATE:
                dialogue.send(product.start)
        dialogue.tick()
    return dialogue


def is_reading(frame: Frame, product: Product) -> bool:
    wanted = {
        Manner.STREAM: FrameKind.LIVE,
        Manner.INFLATE: FrameKind.RESULT,
        Manner.SPOT: FrameKind.RESULT,
        Manner.SCAN: FrameKind.CARD,
    }
    return frame.kind is wanted[product.manner] and bool(frame.values or frame.payload)


@every_product
def test_a_product_understands_its_simulator(product: Product) -> None:
    dialogue = held(product)
    assert dialogue.conversation.understood
    assert any(is_reading(frame, product) for frame in dialogue.frames)
    assert all(0 <= t <= SECONDS + TICK_S for t, _ in dialogue.heard)


@every_product
def test_a_dialogue_is_the_same_every_time(product: Product) -> None:
    one, other = held(product), held(product)
    assert one.heard == other.heard
    assert one.frames == other.frames


def test_two_that_would_talk_for_ever_are_stopped() -> None:
    class Echo:
        period_s = 1.0

        def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
            return [Packet(data, channel)]

        def tick(self, t: float) -> list[Packet]:
            return []

        def measuring_for(self, t: float) -> float:
            return t

    dialogue = Dialogue(PRODUCTS["contec-v7"], lambda *story: Echo(), find("healthy"))
    dialogue.conversation.heard = lambda data, channel, now: dialogue.conversation.say(b"again") or []  # type: ignore[method-assign,func-returns-value]
    dialogue.send(b"first")
    assert 1000 < len(dialogue.heard) < 20_000
