"""A call's two directions on their ladders: the limits that follow, what the other end is told, the stills.

Over the data channel "line", JSON texts. To the browser: {"kind": "steps", "out", "in"}, the steps of what we
send and of what it is to send (media.ladder.Step), on each change and every two seconds; {"kind": "still",
"jpeg"} (base64), while moving pictures are off. From the browser: {"kind": "seen", "kbit", "width", "height",
"fps", "loss", "encoded", "encoding_s"}, what it knows of its own way to us and of its encoder, once a second;
{"kind": "still", "jpeg"} likewise. "height" in "steps": how large its picture may be, where a processor is
short (media.easing); only while two talk directly.

In a room of three and more the same goes by the data the media server passes on. Each of the others has a
step of their own ("people", by their ids); "kbit" is what each picture may take at most, where our own way
from the room is narrow (media.downlink).
"""

import asyncio
import base64
import binascii
import logging
from collections.abc import Callable, Iterable
from typing import Final

import cv2
import msgspec
import numpy as np
from av import VideoFrame

from media.downlink import Downlink
from media.easing import Easing
from media.ladder import RARE_TRIAL_S, TRIAL_S, Ladder, Seen, Step
from media.rate.link import Limits, Link

TELL_S: Final = 2.0
STILL_EVERY_S: Final = 10.0
STILL_WIDTH: Final = 320  # pixels
STILL_QUALITY: Final = 45  # of JPEG: 320 x 180 takes 5 to 9 KB
MOST_STILL: Final = 12 * 1024  # bytes
MOST_SIDE: Final = 1280  # of a still that comes, pixels
STALE_S: Final = 4.0  # what the browser said counts for so long
FULL_KBIT: Final = 1500  # a picture that takes so much is as large as it gets (hub.rooms.room)
DIRECT: Final = ""  # who sends while two talk directly
_NO_PICTURE: Final = frozenset({Step.STILL, Step.SOUND, Step.TEXT})
_ORDER: Final = tuple(Step)

_log = logging.getLogger(__name__)


class SeenThere(msgspec.Struct, frozen=True, tag="seen", tag_field="kind"):
    """What a browser knows of its way to us (media.ladder.Seen); its encoder's pictures and time."""

    kbit: float | None = None
    width: int = 0
    height: int = 0
    fps: float = 0.0
    loss: float = 0.0
    encoded: int = 0
    encoding_s: float = 0.0


class Still(msgspec.Struct, frozen=True, tag="still", tag_field="kind", omit_defaults=True):
    """A picture in place of moving ones. `of`: whose it is, where somebody passes another's on."""

    jpeg: str
    of: str = ""


class Steps(msgspec.Struct, frozen=True, tag="steps", tag_field="kind", omit_defaults=True):
    """Where both directions stand, from the station's side; in a room `in_` is the worst of `people`."""

    out: Step
    in_: Step = msgspec.field(name="in")
    people: dict[str, Step] = {}
    kbit: int = 0  # of each picture, at most; 0: no limit
    height: int = 0  # of the picture that comes, its shorter side in pixels, at most; 0: no limit


_decoder: Final = msgspec.json.Decoder(SeenThere | Still)


def limits(step: Step) -> Limits:
    """Return what may be sent on a step."""
    return Limits(video=step not in _NO_PICTURE, audio=step is not Step.TEXT)


def to_jpeg(frame: VideoFrame) -> bytes:
    """Return a picture, small, as JPEG."""
    width = min(STILL_WIDTH, frame.width)
    height = max(2, round(frame.height * width / frame.width))
    picture = frame.reformat(width=width, height=height, format="bgr24").to_ndarray()
    done, encoded = cv2.imencode(".jpg", picture, (cv2.IMWRITE_JPEG_QUALITY, STILL_QUALITY))
    return encoded.tobytes() if done else b""


def from_jpeg(text: str) -> VideoFrame | None:
    """Return the picture of a base64 JPEG; None when it is none, or too large to be one of ours."""
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error:
        return None
    if not data.startswith(b"\xff\xd8") or len(data) > MOST_STILL:
        return None
    picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    if picture is None or max(picture.shape) > MOST_SIDE:
        return None
    whole = np.ascontiguousarray(picture, np.uint8)
    return VideoFrame.from_ndarray(whole, format="bgr24").reformat(format="yuv420p")


def worst(steps: Iterable[Step]) -> Step:
    """Return the step on which the most is given up."""
    return max(steps, key=_ORDER.index, default=Step.FULL)


class Degrading:
    """One call's. `send` takes texts for the browsers; `newest` gives our own picture.

    `show` takes stills with who they are of: `DIRECT`, or in a room somebody's id.
    """

    def __init__(
        self,
        link: Link,
        send: Callable[[str], None],
        show: Callable[[str, VideoFrame], None],
        newest: Callable[[], VideoFrame | None],
    ) -> None:
        self._link = link
        self._send, self._show, self._newest = send, show, newest
        self._out = Ladder(trial_s=RARE_TRIAL_S)
        self._others = {DIRECT: Ladder(trial_s=TRIAL_S)}
        self._there: dict[str, tuple[Seen, float]] = {}
        self._downlink = Downlink()
        self._down = Ladder(trial_s=TRIAL_S)
        self._easing = Easing()
        self._told: tuple[Steps, float] | None = None
        self._still_at: float | None = None

    @property
    def out(self) -> Step:
        """The step of what we send."""
        return self._out.step

    @property
    def coming(self) -> Step:
        """The step of what the others send; the worst of theirs."""
        return worst(self._step_of(who) for who in self._others)

    def meet(self, people: Iterable[str]) -> None:
        """Say who sends now: `DIRECT` alone, or everybody else in a room."""
        now = dict.fromkeys(people)
        if now.keys() == self._others.keys():
            return
        self._others = {who: self._others.get(who) or Ladder(trial_s=TRIAL_S) for who in now}
        self._there = {who: told for who, told in self._there.items() if who in now}
        if DIRECT in now:
            self._downlink, self._down = Downlink(), Ladder(trial_s=TRIAL_S)

    async def look(self, now: float, came: tuple[float, float] | None = None) -> None:
        """Judge both directions and act on it. Called twice a second while media flows.

        `came`: what came from a room in the last half second, kbit/s, and the share lost before repair.
        """
        link = self._link
        kbit = link.available_kbit if link.fresh else None
        seen = Seen(kbit, link.width_out, link.height_out, link.fps_out, link.loss_out, link.queue_ms)
        link.limits = limits(self._out.look(now, seen))
        for who, ladder in self._others.items():
            told = self._there.get(who)
            ladder.look(now, told[0] if told is not None and now - told[1] < STALE_S else Seen())
        steps = self._steps(now, came)
        if self._told is None or steps != self._told[0] or now - self._told[1] >= TELL_S:
            self._told = (steps, now)
            self._send(msgspec.json.encode(steps).decode())
        await self._send_still(now)

    def _steps(self, now: float, came: tuple[float, float] | None) -> Steps:
        if DIRECT in self._others:
            return Steps(self.out, self.coming, height=self._easing.look(now, self._link.decoding(now)))
        share = None
        if came is not None:
            limit = self._downlink.look(now, *came)
            share = None if limit is None else limit / max(1, len(self._others))
            size = round(min(FULL_KBIT, share or FULL_KBIT))  # pictures get smaller as their rate does
            self._down.look(now, Seen(share, size, 1, 1.0, came[1]))
        people = {who: self._step_of(who) for who in self._others}
        return Steps(self.out, self.coming, people, 0 if share is None else max(1, round(share)))

    def _step_of(self, who: str) -> Step:
        """Return the step of what one of the others sends: by their way to the room, and ours from it."""
        return worst((self._others[who].step, self._down.step))

    def take(self, text: str, now: float, who: str = DIRECT) -> None:
        """Take what a browser says; what is none of it is left out."""
        if who not in self._others:
            return
        try:
            told = _decoder.decode(text)
        except (msgspec.DecodeError, UnicodeDecodeError):
            _log.info("the browser says something about the line that makes no sense")
            return
        if isinstance(told, SeenThere):
            self._easing.encoded(told.encoded, told.encoding_s)
            self._there[who] = (Seen(told.kbit, told.width, told.height, told.fps, told.loss), now)
        elif (
            not told.of
            and self._step_of(who) in _NO_PICTURE
            and (picture := from_jpeg(told.jpeg)) is not None
        ):
            self._show(who, picture)

    async def _send_still(self, now: float) -> None:
        if self.out is not Step.STILL:
            self._still_at = None
            return
        frame = self._newest()
        if frame is None or (self._still_at is not None and now - self._still_at < STILL_EVERY_S):
            return
        self._still_at = now
        jpeg = await asyncio.to_thread(to_jpeg, frame)
        if 0 < len(jpeg) <= MOST_STILL:
            self._send(msgspec.json.encode(Still(base64.b64encode(jpeg).decode())).decode())
