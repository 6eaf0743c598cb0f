"""Pictures, clips and sounds in a session's hands: from media's descriptor to the last sealed chunk.

What is not kept is closed and so forgotten; nothing is ever written to a file.
"""

import base64
import logging
import os
from collections.abc import Callable
from typing import BinaryIO, Final
from uuid import UUID

from contract.capture import NotTaken, SoundShown, Taken, Thing, open_taken
from contract.documents import Captured
from ui.attaching import Attaching

log = logging.getLogger("ui")

NOT_WHAT_WAS_SAID: Final = "not-handed-over"  # a fault id
PNG: Final = b"\x89PNG\r\n\x1a\n"
MOST_PNG: Final = 4 << 20
STATES: Final = {"saved": "saved", "failed": "failed", "waiting": "waiting"}

Attach = Callable[[BinaryIO, int, Captured, Callable[[Attaching], None]], Attaching]


def data_url(message: SoundShown, fds: list[int]) -> str:
    """Return the spectrogram beside a message as a data URL, and close it; empty when it is none."""
    try:
        [fd] = fds
        with os.fdopen(fd, "rb") as file:
            file.seek(0)
            png = file.read(message.size + 1)
    except (ValueError, OSError) as error:
        log.warning("a picture of a sound is refused: %s", error)
        return ""
    if len(png) != message.size or message.size > MOST_PNG or not png.startswith(PNG):
        log.warning("a picture of a sound is refused: it is not what was said")
        return ""
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


class Holder:
    """Holds what was taken until it is saved or dropped. `told(id, state)` as in `events.TakenStored`."""

    def __init__(self, attach: Attach, told: Callable[[UUID, str], None]) -> None:
        self._attach = attach
        self._told = told
        self._held: dict[UUID, tuple[BinaryIO, Thing]] = {}
        self._said: dict[UUID, str] = {}

    def came(self, message: Taken, fds: list[int]) -> Taken | NotTaken:
        """Take over a descriptor; what is not what was said of it counts as not taken."""
        try:
            [fd] = fds
            file = open_taken(fd, message.thing)
        except ValueError as error:
            log.warning("what was handed over is refused: %s", error)
            return NotTaken(id=message.id, fault=NOT_WHAT_WAS_SAID)
        self.drop(message.id)
        self._held[message.id] = file, message.thing
        return message

    def keep(self, id: UUID, about: Captured) -> None:
        """Seal it by the chunk."""
        if id not in self._held:
            self._told(id, "lost")
            return
        file, thing = self._held[id]

        def told(attaching: Attaching) -> None:
            self._heard(id, attaching)

        self._attach(file, thing.size, about, told)

    def drop(self, id: UUID) -> None:
        """Forget one."""
        file, _ = self._held.pop(id, (None, None))
        if file is not None:
            file.close()

    def close(self) -> None:
        """Forget all of them."""
        for id in list(self._held):
            self.drop(id)

    def _heard(self, id: UUID, attaching: Attaching) -> None:
        if attaching.over:
            self.drop(id)
        state = STATES.get(attaching.state)
        if state is not None and self._said.get(id) != state:
            self._said[id] = state
            self._told(id, state)
