"""Both directions on their ladders: limits, what the browser is told, stills both ways."""

import json
from base64 import b64encode
from typing import Any

import numpy as np
import pytest
from av import VideoFrame

from media.degrading import DIRECT, MOST_STILL, Degrading, from_jpeg, limits, to_jpeg
from media.easing import START_S
from media.ladder import Step
from media.rate.link import Link


def frame(width: int = 1280, height: int = 720) -> VideoFrame:
    picture = np.zeros((height, width, 3), np.uint8)
    picture[:, width // 2 :] = (30, 60, 200)
    return VideoFrame.from_ndarray(picture, format="bgr24").reformat(format="yuv420p")


class Line:
    """A call's line, played by hand half a second at a time."""

    def __init__(self) -> None:
        self.link = Link(fresh=True, available_kbit=2000.0, width_out=1280, height_out=720, fps_out=30.0)
        self.link.queue_ms = 400.0
        self.said: list[dict[str, Any]] = []
        self.shown: list[VideoFrame] = []
        self.of: list[str] = []  # of whom they are
        self.picture: VideoFrame | None = frame()
        self.now = 100.0
        self.degrading = Degrading(
            self.link,
            self._say,
            self._show,
            lambda: self.picture,
        )

    def _show(self, who: str, picture: VideoFrame) -> None:
        self.of.append(who)
        self.shown.append(picture)

    def _say(self, text: str) -> None:
        self.said.append(json.loads(text))

    def steps(self) -> tuple[str, str]:
        return str(self.degrading.out), str(self.degrading.coming)

    async def play(
        self,
        seconds: float,
        kbit: float,
        there: dict[str, Any] | None = None,
        decoding_ms: float | None = 5.0,
    ) -> None:
        """`decoding_ms` None: no picture comes."""
        self.link.available_kbit = kbit
        for _ in range(int(seconds * 2)):
            self.now += 0.5
            if decoding_ms is not None:
                self.link.decoded(decoding_ms, self.now)
            if there is not None:
                self.degrading.take(json.dumps({"kind": "seen", **there}), self.now)
            await self.degrading.look(self.now)

    def told(self, kind: str) -> list[dict[str, Any]]:
        return [one for one in self.said if one["kind"] == kind]


async def test_a_weak_line_stops_the_picture_sends_stills_then_sound_then_text_and_all_comes_back() -> None:
    line = Line()
    await line.play(3, 2000)
    assert line.link.limits == limits(Step.FULL)
    assert line.told("steps")[0] == {"kind": "steps", "out": "full", "in": "full"}
    await line.play(25, 80)
    assert line.steps() == ("still", "full")
    assert not line.link.limits.video
    assert line.link.limits.audio
    stills = line.told("still")
    assert len(stills) == 2, "one at once, one ten seconds later"
    there = from_jpeg(stills[0]["jpeg"])
    assert there is not None
    assert (there.width, there.height) == (320, 180)
    await line.play(12, 30)
    assert line.steps() == ("sound", "full")
    sent = len(line.told("still"))
    await line.play(12, 30)
    assert len(line.told("still")) == sent
    await line.play(12, 5)
    assert not line.link.limits.audio
    assert line.told("steps")[-1]["out"] == "text"
    await line.play(12, 2000)
    assert line.link.limits == limits(Step.FULL)
    assert line.told("steps")[-1] == {"kind": "steps", "out": "full", "in": "full"}


async def test_the_browsers_own_word_decides_what_it_is_to_send() -> None:
    line = Line()
    good = {"kbit": 3000, "width": 1280, "height": 720, "fps": 30, "loss": 0.05}
    await line.play(5, 2000, good)
    await line.play(12, 2000, good | {"kbit": 60, "width": 320, "height": 180})
    assert line.steps() == ("full", "still")
    assert line.told("steps")[-1] == {"kind": "steps", "out": "full", "in": "still"}
    assert line.told("still") == []
    line.degrading.take(json.dumps({"kind": "still", "jpeg": b64encode(to_jpeg(frame())).decode()}), line.now)
    assert len(line.shown) == 1
    await line.play(20, 2000, good)
    assert line.steps() == ("full", "full")
    line.degrading.take(json.dumps({"kind": "still", "jpeg": "/9j/"}), line.now)
    assert len(line.shown) == 1, "a still is shown only in place of a picture that does not move"


async def test_in_a_room_each_has_a_step_of_their_own_and_stills_are_of_somebody() -> None:
    line = Line()
    line.degrading.meet(("ada", "ruiz"))
    weak = {"kind": "seen", "kbit": 60, "width": 320, "height": 180, "fps": 30, "loss": 0.1}
    still = json.dumps({"kind": "still", "jpeg": b64encode(to_jpeg(frame())).decode()})
    for _ in range(24):
        line.now += 0.5
        line.degrading.take(json.dumps(weak), line.now, "ruiz")
        line.degrading.take(json.dumps(weak), line.now, "nobody here")
        await line.degrading.look(line.now, (2000.0, 0.0))
    assert line.told("steps")[-1] == {
        "kind": "steps",
        "out": "full",
        "in": "still",
        "people": {"ada": "full", "ruiz": "still"},
    }
    for who in ("ada", "ruiz", "nobody here"):
        line.degrading.take(still, line.now, who)
    assert line.of == ["ruiz"]
    line.degrading.meet(("ada",))
    assert line.degrading.coming is Step.FULL
    line.degrading.meet((DIRECT,))
    await line.play(1, 2000)
    assert line.told("steps")[-1] == {"kind": "steps", "out": "full", "in": "full"}


async def test_a_narrow_way_from_a_room_makes_everybodys_picture_smaller_and_then_still() -> None:
    """Loss is all that is known of it: what came is shared out, and more is asked for once none is lost."""
    line = Line()
    line.degrading.meet(("ada", "ruiz"))
    shares = []
    for _ in range(40):
        line.now += 0.5
        sent = 2 * (line.told("steps")[-1].get("kbit", 0) or 1500) if line.said else 3000.0
        carried = min(sent, 500.0)
        await line.degrading.look(line.now, (carried, 1 - carried / sent))
        shares.append(line.told("steps")[-1].get("kbit", 0))
    assert shares[0] == 0 and shares[-1] == 200  # 0.8 of 500 kbit/s for the two of them
    assert line.degrading.coming is Step.SMALLER
    for _ in range(40):
        line.now += 0.5
        await line.degrading.look(line.now, (120.0, 0.3))
    assert line.told("steps")[-1]["people"] == {"ada": "sound", "ruiz": "sound"}
    for _ in range(300):
        line.now += 0.5
        await line.degrading.look(line.now, (120.0, 0.0))
    assert line.told("steps")[-1]["people"] == {"ada": "full", "ruiz": "full"}
    assert "kbit" not in line.told("steps")[-1]


async def test_without_a_camera_there_is_no_still_and_silence_of_the_browser_is_no_weak_line() -> None:
    line = Line()
    line.picture = None
    await line.play(12, 80)
    assert line.told("still") == []
    assert line.degrading.coming is Step.FULL


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"kind":"seen","kbit":"x"}', '{"kind":"steps"}', "\x00"])
async def test_what_makes_no_sense_is_left_out(text: str) -> None:
    line = Line()
    line.degrading.take(text, 1.0)
    await line.play(2, 2000)


@pytest.mark.parametrize("text", ["", "not base64!", "AAAA", "/9j/", "A" * 2 * MOST_STILL])
def test_what_is_no_still_is_not_shown(text: str) -> None:
    assert from_jpeg(text) is None


async def test_a_browser_that_encodes_too_slowly_is_asked_for_less_and_a_decoder_that_is_late_too() -> None:
    line = Line()
    slow = {"kbit": 3000, "width": 1280, "height": 720, "fps": 11, "loss": 0.0}
    for second in range(8):
        await line.play(1, 2000, slow | {"encoded": 11 * second, "encoding_s": 0.6 * second})
    assert line.steps() == ("full", "full"), "the line is not to blame"
    assert line.told("steps")[-1]["height"] == 504
    late = Line()
    await late.play(9, 2000, decoding_ms=250.0)
    assert late.told("steps")[-1]["height"] == 504


async def test_a_slow_decoder_s_last_picture_is_no_reason_to_ask_for_less_once_none_comes() -> None:
    line = Line()
    await line.play(START_S + 1, 2000, decoding_ms=250.0)
    await line.play(20, 2000, decoding_ms=None)
    assert "height" not in line.told("steps")[-1]
    await line.play(20, 2000)
    assert "height" not in line.told("steps")[-1], "the mean begins anew"
