"""The encoders do what no wrapper of theirs can: follow the link while they run."""

import ctypes
from pathlib import Path
from typing import cast

import av
import numpy as np
import pytest

from media.codecs import libraries, opus, vp8


def picture(number: int, width: int = 320, height: int = 240) -> vp8.Planes:
    rows, columns = np.mgrid[0 : height * 3 // 2, 0:width]
    return np.ascontiguousarray((columns * 3 + rows * 2 + number * 7) % 256, np.uint8)


def run(encoder: vp8.Encoder, settings: vp8.Settings, pictures: int, force: int = -1) -> list[vp8.Encoded]:
    return [
        encoder.encode(picture(at, settings.width, settings.height), settings, at == force)
        for at in range(pictures)
    ]


def kbit(encoded: list[vp8.Encoded]) -> float:
    return sum(len(one.data) for one in encoded) * 8 / 1000 / (len(encoded) / 30)


def test_bitrate_changes_without_a_key_frame() -> None:
    encoder = vp8.Encoder()
    wide = run(encoder, vp8.Settings(320, 240, 1500, 30), 60)
    narrow = run(encoder, vp8.Settings(320, 240, 200, 30), 60)
    assert [one.key for one in wide + narrow].count(True) == 1
    assert wide[0].key
    assert kbit(narrow[30:]) < 0.4 * kbit(wide[30:])
    assert narrow[-1].quantiser > wide[-1].quantiser
    encoder.close()


def test_a_key_frame_comes_when_it_is_wanted_and_with_a_new_size() -> None:
    encoder = vp8.Encoder()
    some = run(encoder, vp8.Settings(320, 240, 500, 30), 10, force=5)
    assert [at for at, one in enumerate(some) if one.key] == [0, 5]
    smaller = run(encoder, vp8.Settings(160, 120, 500, 30), 2)
    assert [one.key for one in smaller] == [True, False]
    decoder = av.CodecContext.create("libvpx", "r")
    frames = [frame for one in some + smaller for frame in decoder.decode(av.Packet(one.data))]
    assert [(frame.width, frame.height) for frame in frames[-3:]] == [(320, 240), (160, 120), (160, 120)]
    shown = frames[9].to_ndarray()[:240].astype(int)
    assert np.abs(shown - picture(9)[:240]).mean() < 20


def test_planes_of_another_size_are_refused() -> None:
    with pytest.raises(vp8.EncoderError, match="planes"):
        vp8.Encoder().encode(picture(0), vp8.Settings(640, 480, 500, 30))


def test_another_libvpx_is_refused() -> None:
    config = (ctypes.c_uint32 * 100)()
    with pytest.raises(vp8.EncoderError, match="elsewhere"):
        vp8._check_layout(config)


def test_a_library_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "_MAPS", Path("/dev/null"))
    with pytest.raises(OSError, match="libopus"):
        libraries.loaded.__wrapped__("opus")


def voice(blocks: int) -> opus.Samples:
    at = np.arange(blocks * opus.BLOCK)
    swell = 1 + np.sin(at / 3000)
    sound = swell * (np.sin(at * 0.03) + 0.5 * np.sin(at * 0.071)) * 5000
    return cast(opus.Samples, (sound + np.random.default_rng(1).normal(0, 200, at.size)).astype(np.int16))


def encoded(encoder: opus.Encoder, sound: opus.Samples) -> list[bytes]:
    return [encoder.encode(block) for block in sound.reshape(-1, opus.BLOCK)]


def test_loss_at_the_other_end_makes_packets_carry_the_one_before() -> None:
    encoder = opus.Encoder()
    sound = voice(40)
    assert not any(map(opus.carries_previous, encoded(encoder, sound)))
    encoder.follow(32_000, 0.2)
    assert sum(map(opus.carries_previous, encoded(encoder, sound))) > 30


def test_what_was_lost_is_recovered_better_than_concealed() -> None:
    encoder = opus.Encoder()
    encoder.follow(32_000, 0.2)
    packets = encoded(encoder, voice(60))
    errors = {"whole": 0.0, "recovered": 0.0, "concealed": 0.0}
    whole = opus.Decoder()
    truth = [whole.decode(packet) for packet in packets]
    for way in ("recovered", "concealed"):
        decoder = opus.Decoder()
        for at, packet in enumerate(packets):
            if at % 6 == 5:
                continue
            if at % 6 == 0 and at:
                got = decoder.recovered(packet) if way == "recovered" else decoder.concealed()
                errors[way] += float(np.square(got.astype(float) - truth[at - 1]).mean())
            decoder.decode(packet)
    assert errors["recovered"] < 0.3 * errors["concealed"]


def test_nothing_is_sent_in_silence() -> None:
    encoder = opus.Encoder()
    packets = encoded(encoder, np.zeros(100 * opus.BLOCK, np.int16))
    assert sum(map(bool, packets[20:])) < 10
    assert all(encoded(encoder, voice(5)))


def test_damaged_sound_is_told() -> None:
    with pytest.raises(opus.OpusError):
        opus.Decoder().decode(b"\xff\xff\xff")
    with pytest.raises(opus.OpusError, match="block"):
        opus.Encoder().encode(np.zeros(10, np.int16))
