"""SSIP, the protocol of Speech Dispatcher, as far as a screen that speaks needs it. Pure.

One command at a time: the next goes out when the reply to the one before is there. What is said to be dropped
is taken back before it was sent, or cancelled at the other end. Source: "SSIP Documentation", Speech
Dispatcher 0.11. Nothing here waits: a synthesiser that hangs leaves the screen as it is.
"""

from collections import deque
from dataclasses import dataclass
from typing import Final

CLIENT: Final = "carepost:session:main"
LONGEST_REPLY: Final = 65_536  # bytes without an end of line: that is no Speech Dispatcher
LOUDEST: Final = 100
QUIETEST: Final = -100
_KEPT: Final = (b"SET SELF CLIENT_NAME", b"SET SELF NOTIFICATION")  # what a stop does not take back


class NotSsip(Exception):
    """The other end does not speak SSIP."""


@dataclass(frozen=True)
class Utterance:
    """Words in one language (BCP 47). `volume`: -100..100, `rate`: -100..100 as SSIP counts them."""

    text: str
    language: str
    volume: int = 0
    rate: int = 0
    character: bool = False  # one letter, said by its name
    tone: bool = False  # a tone in its place: what is masked on the screen is not said


@dataclass(frozen=True)
class _Step:
    send: bytes
    speaks: bool = False  # after the reply to this, words follow


class Dialogue:
    """Our end of one connection."""

    def __init__(self) -> None:
        self._steps: deque[_Step] = deque((_command(f"SET SELF CLIENT_NAME {CLIENT}"),))
        self._awaited = False
        self._awaits_words = False
        self._buffer = b""
        self._said: tuple[str, int, int] = ("", 0, 1000)  # language, volume, rate as last set
        self._followed = False
        self._speaking: set[bytes] = set()  # messages whose end has not been told
        self._told: list[bytes] = []  # the lines of one reply or event so far

    def follow(self) -> None:
        """Have the other end tell when something was said to its end, or cut short."""
        if not self._followed:
            self._followed = True
            self._steps.extend(_command(f"SET SELF NOTIFICATION {kind} ON") for kind in ("END", "CANCEL"))

    def say(self, utterance: Utterance) -> None:
        """Have something said after all that was to be said before."""
        for name, before, now in zip(
            ("LANGUAGE", "VOLUME", "RATE"), self._said, _manner(utterance), strict=True
        ):
            if before != now:
                self._steps.append(_command(f"SET SELF {name} {now}"))
        self._said = _manner(utterance)
        if utterance.tone:
            self._steps.append(_command("SOUND_ICON prompt"))
        elif utterance.character:
            self._steps.append(_command(f"CHAR {_character(utterance.text)}"))
        else:
            self._steps.append(_Step(b"SPEAK\r\n", speaks=True))
            self._steps.append(_Step(_body(utterance.text)))

    def stop(self) -> None:
        """Be silent now, and forget what was still to be said."""
        words = self._steps[0] if self._steps and self._awaits_words else None
        kept = [step for step in self._steps if step.send.startswith(_KEPT)]
        self._steps.clear()
        self._speaking.clear()
        self._said = ("", 0, 1000)
        if words is not None:
            self._steps.append(words)  # the other end waits for them; they are cancelled at once
        self._steps.extend([*kept, _command("CANCEL SELF")])

    def out(self) -> bytes:
        """Return what is to be sent now; empty while a reply is awaited."""
        if self._awaited or not self._steps:
            return b""
        step = self._steps.popleft()
        self._awaited = True
        self._awaits_words = step.speaks
        return step.send

    @property
    def idle(self) -> bool:
        """Is no reply awaited?"""
        return not self._awaited

    @property
    def done(self) -> bool:
        """Is there nothing more to send, and no reply awaited?"""
        return self.idle and not self._steps

    @property
    def silent(self) -> bool:
        """Was all that was to be said said to its end? Known only of what followed `follow`."""
        return self.done and not self._speaking

    def feed(self, data: bytes) -> None:
        """Take what the other end said. Raises NotSsip."""
        self._buffer += data
        *lines, self._buffer = self._buffer.split(b"\n")
        if len(self._buffer) > LONGEST_REPLY:
            raise NotSsip("a reply without an end")
        for line in lines:
            self._reply(line.rstrip(b"\r"))

    def _reply(self, line: bytes) -> None:
        if len(line) < 4 or not line[:3].isdigit() or line[3:4] not in (b" ", b"-"):
            raise NotSsip(f"{line[:40]!r} is no reply")
        if line[3:4] == b"-":
            self._told.append(line[4:])
            return
        told, self._told = self._told, []
        if line[:1] == b"7":  # an event: of which message, of which client
            if line[:3] in (b"702", b"703"):
                self._speaking.difference_update(told[:1])
            return
        if line[:3] == b"225" and self._followed:
            self._speaking.update(told[:1])
        if line[:1] not in (b"1", b"2") and self._awaits_words and self._steps:
            self._steps.popleft()  # it takes no words now: they are not sent as commands
        self._awaited = False
        if line[:3] != b"230":
            self._awaits_words = False


def _manner(utterance: Utterance) -> tuple[str, int, int]:
    volume = max(QUIETEST, min(LOUDEST, utterance.volume))
    return utterance.language, volume, max(QUIETEST, min(LOUDEST, utterance.rate))


def _command(words: str) -> _Step:
    return _Step(words.encode() + b"\r\n")


def _character(text: str) -> str:
    return "space" if text[:1].isspace() else text[:1]


def _body(text: str) -> bytes:
    """Return words as SSIP wants them: CRLF after each line, a lone full stop at the end, ours doubled."""
    lines = [("." + line if line.startswith(".") else line) for line in text.splitlines() or [""]]
    return ("\r\n".join(lines) + "\r\n.\r\n").encode()
