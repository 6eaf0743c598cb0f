"""What happens to a simulated device's bytes on their way: noise, cuts, changed bytes, delays, lumps."""

import random
from collections import deque

from peripherals.protocols.conversation import Packet
from peripherals.simulators.scenarios import Line

NOISE_MAX = 3  # bytes: too few to look like a frame


class BadLine:
    """Takes packets in, gives them out spoilt and late as the story says. Times in seconds."""

    def __init__(self, story: Line, seed: int) -> None:
        self._story = story
        self._random = random.Random(seed)
        self._waiting: deque[tuple[float, Packet]] = deque()

    def put(self, packet: Packet, t: float) -> None:
        """Take one packet."""
        story = self._story
        due = t + story.delay_s
        if story.burst_s:
            due = (due // story.burst_s + 1) * story.burst_s
        self._waiting.append((due, packet._replace(data=self._spoil(packet.data))))

    def due(self, t: float) -> list[Packet]:
        """Return what arrives by now."""
        result = []
        while self._waiting and self._waiting[0][0] <= t:
            result.append(self._waiting.popleft()[1])
        return result

    def _spoil(self, data: bytes) -> bytes:
        story, chance = self._story, self._random.random()
        if not data or chance >= story.noise + story.cut + story.changed:
            return data
        if chance < story.noise:
            return self._random.randbytes(self._random.randint(1, NOISE_MAX)) + data
        if chance < story.noise + story.cut:
            return data[: self._random.randrange(len(data))]
        spoilt = bytearray(data)
        spoilt[self._random.randrange(len(data))] ^= self._random.randrange(1, 256)
        return bytes(spoilt)
