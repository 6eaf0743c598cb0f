"""Real-time text of the session: our letters out as they are typed, the others' letters in. Never kept.

Neither the journal nor the visit knows of it: a line is said for good by `ChatWritten`, and heard for good as
a `ChatLine`; until then this is all there is of it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from contract import rtt
from contract.measurement import since_boot_ns
from contract.talk import ChatLine, Typing

STALE_S: Final = 30.0  # a line nobody spoke of for so long is shown no more (its writer is gone)


@dataclass(frozen=True)
class Line:
    """A line that is being written: by whom, of which kind ("chat", "caption"), and what stands there."""

    sender: str
    kind: str
    text: str


class Letters(QObject):
    """`send(update)` gives one of ours to the hub; `changed()` says that `lines` are others."""

    def __init__(
        self, send: Callable[[rtt.Update], None], changed: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._send = send
        self._changed = changed
        # A session that crashed begins above what it said before.
        self._writer = rtt.Writer(since_boot_ns() // 1_000_000)
        self._readers: dict[tuple[str, str], rtt.Reader] = {}
        self._heard: dict[tuple[str, str], tuple[str, float]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._due)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What others are writing now."""
        now = time.monotonic()
        return tuple(
            Line(self._heard[key][0], key[1], reader.text)
            for key, reader in self._readers.items()
            if reader.text and now - self._heard[key][1] < STALE_S
        )

    def write(self, text: str) -> None:
        """Our line is this now."""
        self._writer.write(text)
        self._due()

    def end(self) -> UUID:
        """Our line is sent for good; returns its id."""
        line = self._writer.end()
        self._due()
        return line

    def forget(self) -> None:
        """Another person is here: nothing of what was written stays, sent or not."""
        self._writer = rtt.Writer(since_boot_ns() // 1_000_000)
        self._readers, self._heard = {}, {}
        self._timer.stop()

    def again(self) -> None:
        """The hub can be reached again: it may have missed something."""
        self._writer.again()
        self._due()

    def take(self, typing: Typing) -> None:
        """Somebody's letters came."""
        key = (typing.writer, typing.kind)
        self._heard[key] = (typing.sender, time.monotonic())
        if self._readers.setdefault(key, rtt.Reader()).take(typing.update):
            self._changed()

    def ended(self, line: ChatLine) -> None:
        """A line came for good."""
        if line.line is not None:
            for reader in self._readers.values():
                reader.ended(line.line)
            self._changed()

    def _due(self) -> None:
        now = time.monotonic()
        update = self._writer.update(now)
        if update is not None:
            self._send(update)
        wait = self._writer.due_in(now)
        if wait is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, round(wait * 1000)))
