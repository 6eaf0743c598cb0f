"""Real-time text: what somebody writes, letter by letter, as small edits that heal. Pure.

After XEP-0301 (insert, erase, refresh of the whole) and RFC 4103 (what is sent covers what was sent just
before). An `Update` says how a line differs from that line as it was at an earlier update (`base`; 0 is the
empty line): the one before the last, so that a lost update is made up for by the next, one that comes late
or twice is left out, and whoever missed more waits for the next whole line. A whole line goes after each
pause and every few seconds. Places and counts are Unicode code points, as in XEP-0301. The browser's half is
`hub/console/src/lib/rtt.ts`; `tests/contract/rtt_cases.json` holds both to the same.
"""

import unicodedata
import zlib
from typing import Final
from uuid import UUID, uuid4

import msgspec

EVERY_S: Final = 0.25  # between two updates; XEP-0301 and ITU-T F.700 allow 1 s, 0.3 s feels immediate
PAUSE_S: Final = 1.0  # without a change after which the whole line is told once
WHOLE_EVERY_S: Final = 3.0  # a line that changes is told whole this often, so that much loss heals too
STILL_EVERY_S: Final = 10.0  # one that stands still, for whoever comes late (XEP-0301)
MOST: Final = 1000  # code points of a line
KEPT: Final = 8  # earlier forms of a line that an update may speak of
BACK: Final = 2  # updates an update covers, itself included
ENDED: Final = 32  # lines that were ended and may still be spoken of


class Update(msgspec.Struct, frozen=True):
    """An edit of a line: at place `at`, `erase` code points go and `insert` comes.

    `seq` rises with each update of one writer, over all lines. `check`: CRC-32 of the whole line's UTF-8
    after the edit.
    """

    line: UUID
    seq: int
    base: int
    at: int
    erase: int
    insert: str
    check: int


def plain(text: str) -> str:
    """Return a text without control characters, cut to `MOST`; what people see is plain text."""
    kept = (c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"})
    return "".join(kept)[:MOST]


def crc(text: str) -> int:
    """Return the check of a line."""
    return zlib.crc32(text.encode(errors="replace"))


def difference(before: str, after: str) -> tuple[int, int, str]:
    """Return the one edit (place, erased, inserted) that makes `after` of `before`."""
    shorter = min(len(before), len(after))
    head = 0
    while head < shorter and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shorter - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return head, len(before) - tail - head, after[head : len(after) - tail]


class Writer:
    """One writer's line, made into updates. `first`: the lowest number for an update.

    A writer that may begin anew (a session that crashed, a page that was loaded again) takes milliseconds of
    a clock that goes on: at most one update falls into one of them.
    """

    def __init__(self, first: int) -> None:
        self._seq = max(1, first) - 1  # 0 is the empty line
        self._text = ""
        self._said = ""
        self._forms: dict[int, str] = {}
        self._loose = False  # the last update was not the whole line
        self._begin()

    @property
    def line(self) -> UUID:
        """The line under way."""
        return self._line

    def write(self, text: str) -> None:
        """Say what the whole line is now."""
        self._text = plain(text)

    def end(self) -> UUID:
        """End the line, as it is sent for good now; return its id. A new one begins, empty."""
        ended = self._line
        self._begin()
        self._text = ""
        return ended

    def again(self) -> None:
        """Somebody may have missed everything: the next update is the whole line."""
        self._whole_at = float("-inf")
        self._loose = self._loose or self._sent_at > float("-inf")

    def due_in(self, now: float) -> float | None:
        """Return in how many seconds an update is due (0: now); None: nothing to say. `now` in seconds."""
        if self._text != self._said:
            return max(0.0, self._sent_at + EVERY_S - now)
        if self._loose:
            return max(0.0, self._sent_at + PAUSE_S - now)
        return max(0.0, self._whole_at + STILL_EVERY_S - now) if self._text else None

    def update(self, now: float) -> Update | None:
        """Return the update that is due at `now` (s, never running back), if one is."""
        wait = self.due_in(now)
        if wait is None or wait > 0:
            return None
        whole = self._text == self._said or now - self._whole_at >= WHOLE_EVERY_S
        base = 0 if whole else max((n for n in self._forms if n <= self._seq + 1 - BACK), default=0)
        at, erase, insert = difference(self._forms.get(base, ""), self._text)
        self._seq += 1
        self._said, self._sent_at, self._loose = self._text, now, base != 0
        self._forms = {n: t for n, t in self._forms.items() if n == 0 or n > self._seq - KEPT}
        self._forms[self._seq] = self._text
        if base == 0:
            self._whole_at = now
        return Update(self._line, self._seq, base, at, erase, insert, crc(self._text))

    def _begin(self) -> None:
        self._line = uuid4()
        self._said = ""
        self._forms = {0: ""}
        self._loose = False
        self._sent_at = self._whole_at = float("-inf")


class Reader:
    """One writer's line as it is known here. `text`: what to show."""

    def __init__(self) -> None:
        self.text = ""
        self._line: UUID | None = None
        self._seq = -1
        self._forms: dict[int, str] = {0: ""}
        self._ended: list[UUID] = []

    def take(self, update: Update) -> bool:
        """Take an update; False when it changes nothing (late, twice, or of a line not known well enough)."""
        if update.seq <= self._seq or update.line in self._ended:
            return False
        forms = self._forms if update.line == self._line else {0: ""}
        before = forms.get(update.base)
        if before is None or not 0 <= update.at <= update.at + update.erase <= len(before):
            return False
        after = before[: update.at] + update.insert + before[update.at + update.erase :]
        if len(after) > MOST or crc(after) != update.check:
            return False
        self._line, self._seq = update.line, update.seq
        newest = sorted((*forms, update.seq))[-KEPT:]
        self._forms = {0: "", **{n: t for n, t in forms.items() if n in newest}, update.seq: after}
        self.text = plain(after)
        return True

    def ended(self, line: UUID) -> None:
        """A line was sent for good: what still comes of it is old."""
        self._ended = [*self._ended[-ENDED + 1 :], line]
        if line == self._line:
            self.text = ""
