"""Traces removed from every format that is shown: nothing of them is left, and the picture is the same."""

import io
import json
import struct
import wave
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from traced_files import (
    SECRET,
    Image,
    chunk,
    plain_jpeg,
    samples,
    segment,
    traced_flac,
    traced_jpeg,
    traced_mp4,
    traced_png,
    traced_wav,
)

from hub.traces import exif, look, pieces
from hub.traces.pieces import Clean, Keep, Put, UnreadableError, Zeros
from hub.traces.source import Bytes


def written(content: bytes, clean: Clean, first: int = 0, end: int | None = None) -> bytes:
    """Return (a range of) the clean file, as the hub makes it."""
    made = b""
    for piece in pieces.part(clean.pieces, first, clean.size if end is None else end):
        match piece:
            case Keep(start, stop):
                made += content[start:stop]
            case Zeros(size):
                made += bytes(size)
            case Put(data):
                made += data
    return made


def cleaned(media_type: str, content: bytes) -> tuple[Clean, bytes]:
    clean = look.look(media_type, Bytes(content))
    assert clean is not None
    kept = pieces.from_json(json.loads(json.dumps(pieces.to_json(clean.pieces))))
    assert kept == list(clean.pieces)
    made = written(content, clean)
    assert len(made) == clean.size
    return clean, made


def pixels(data: bytes, *, turn: bool = False) -> Image:
    how = cv2.IMREAD_COLOR if turn else cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION
    image = cv2.imdecode(np.frombuffer(data, np.uint8), how)
    assert image is not None
    return image.astype(np.uint8)


# ---- pictures ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "how", [{}, {"progressive": True}, {"grey": True}], ids=["plain", "progressive", "grey"]
)
def test_a_jpeg_without_its_traces_is_the_same_picture(how: dict[str, bool]) -> None:
    content = traced_jpeg(**how)
    assert SECRET in content
    clean, made = cleaned("image/jpeg", content)
    assert SECRET not in made
    assert np.array_equal(pixels(made), pixels(content))
    assert (clean.width, clean.height) == (96, 64)
    assert clean.process == (0xC2 if "progressive" in how else 0xC0)
    words = {"exif", "gps", "maker notes", "xmp", "photoshop", "comment", "app2", "app11", "app0"}
    assert set(clean.removed) == words | {"what stood behind the picture"}
    assert b"ICC_PROFILE" in made  # the colours are no trace
    again, same = cleaned("image/jpeg", made)
    assert (again.removed, same) == ((), made)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_which_way_up_stays(orientation: int) -> None:
    content = traced_jpeg(orientation)
    clean, made = cleaned("image/jpeg", content)
    assert clean.orientation == orientation
    assert SECRET not in made
    assert np.array_equal(pixels(made, turn=True), pixels(content, turn=True))
    assert (clean.height, clean.width) == pixels(made, turn=True).shape[:2]
    png, made = cleaned("image/png", traced_png(orientation))
    assert (png.orientation, png.height, png.width) == (orientation, clean.height, clean.width)
    assert SECRET not in made and pixels(made).shape == (64, 96, 3)


def test_a_thumbnail_in_jfif_goes() -> None:
    plain = plain_jpeg()
    small = segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01" + bytes([2, 2]) + b"\x55" * 12)
    content = plain[:2] + small + plain[20:]
    clean, made = cleaned("image/jpeg", content)
    assert clean.removed == ("thumbnail",)
    assert b"\x55" * 12 not in made
    assert np.array_equal(pixels(made), pixels(plain))


def test_a_png_without_its_traces_is_the_same_picture() -> None:
    content = traced_png()
    clean, made = cleaned("image/png", content)
    assert SECRET not in made
    assert np.array_equal(pixels(made), pixels(content))
    assert {"comment", "xmp", "exif", "gps", "time"} <= set(clean.removed)


@pytest.mark.parametrize("order", [">", "<"])
def test_exif_of_both_orders(order: str) -> None:
    from traced_files import exif as made

    assert exif.read(made(6, order=order)[6:]) == exif.Exif(6, gps=True, maker=True)


@given(st.binary(max_size=200))
def test_no_exif_breaks_its_reader(data: bytes) -> None:
    assert 1 <= exif.read(b"MM\x00*" + data).orientation <= 8
    exif.read(data)


# ---- films and sounds ----------------------------------------------------------------------------


def test_a_film_without_its_traces_plays_the_same(tmp_path: Path) -> None:
    content = traced_mp4(tmp_path)
    clean, made = cleaned("video/mp4", content)
    assert SECRET in content and b"51.5007" in content
    assert SECRET not in made and b"51.5007" not in made
    assert len(made) == len(content)
    assert {"user data", "xmp"} <= set(clean.removed)

    def frames(data: bytes) -> list[Image]:
        with av.open(io.BytesIO(data), "r") as container:
            return [f.to_ndarray(format="rgb24").astype(np.uint8) for f in container.decode(video=0)]

    before, after = frames(content), frames(made)
    assert len(after) == 5
    assert all(np.array_equal(a, b) for a, b in zip(before, after, strict=True))


def test_a_film_with_a_track_of_places_is_not_shown(tmp_path: Path) -> None:
    content = traced_mp4(tmp_path).replace(b"vide", b"camm")
    with pytest.raises(UnreadableError, match="neither picture nor sound"):
        look.look("video/mp4", Bytes(content))


def test_a_flac_without_its_comments_sounds_the_same() -> None:
    content = traced_flac()
    assert SECRET in content
    clean, made = cleaned("audio/flac", content)
    assert SECRET not in made and len(made) == len(content)
    assert "comment" in clean.removed
    with av.open(io.BytesIO(made), "r") as container:
        heard = np.concatenate([f.to_ndarray()[0] for f in container.decode(audio=0)])
    assert np.array_equal(heard, samples())


def test_a_wav_without_its_comments_sounds_the_same() -> None:
    content = traced_wav()
    clean, made = cleaned("audio/wav", content)
    assert SECRET not in made
    assert clean.removed == ("comment", "what stood behind the sound")
    with wave.open(io.BytesIO(made)) as sound:
        assert sound.readframes(9999) == samples().tobytes()


# ---- what is not what it says --------------------------------------------------------------------

JPEG = plain_jpeg()
HOSTILE: dict[str, tuple[str, bytes]] = {
    "a page": ("image/jpeg", b"<script>alert(1)</script>"),
    "nothing": ("image/jpeg", b""),
    "cut in a table": ("image/jpeg", JPEG[:40]),
    "cut in the scan": ("image/jpeg", JPEG[:-2]),
    "a segment beyond the end": ("image/jpeg", JPEG[:2] + b"\xff\xe1\xff\xff" + JPEG[2:40]),
    "a segment of no length": ("image/jpeg", JPEG[:2] + b"\xff\xe1\x00\x00" + JPEG[2:]),
    "no picture": ("image/jpeg", b"\xff\xd8\xff\xd9"),
    "something between": ("image/jpeg", JPEG[:2] + b"abc" + JPEG[2:]),
    "two in one": ("image/jpeg", JPEG[:-2] + JPEG[2:]),
    "too many parts": (
        "image/jpeg",
        JPEG[:2] + (segment(0xFE, b"x") + segment(0xDD, b"\x00\x00")) * 5000 + JPEG[2:],
    ),
    "a png of nothing": ("image/png", b"\x89PNG\r\n\x1a\n"),
    "a png without size": ("image/png", b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b"")),
    "a png too long": ("image/png", b"\x89PNG\r\n\x1a\n" + b"\xff\xff\xff\xffIHDR" + bytes(40)),
    "a png with an unknown need": (
        "image/png",
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
        + chunk(b"EVIL", b""),
    ),
    "a film of nothing": ("video/mp4", b"\x00\x00\x00\x08ftyp"),
    "a box in a box beyond it": (
        "video/mp4",
        b"\x00\x00\x00\x08ftyp\x00\x00\x00\x10moov\x00\x00\x00\x20trak",
    ),
    "a box of negative room": ("video/mp4", b"\x00\x00\x00\x08ftyp" + b"\x00\x00\x00\x01moov" + bytes(8)),
    "boxes without end": ("video/mp4", b"\x00\x00\x00\x08ftyp" + b"\x00\x00\x00\x08free" * 20_000),
    "a sound of nothing": ("audio/flac", b"fLaC"),
    "a sound that does not begin": ("audio/flac", b"fLaC\x84\x00\x00\x00"),
    "a wav without samples": ("audio/wav", b"RIFF\x04\x00\x00\x00WAVE"),
    "a picture nobody here can clean": ("image/heic", b"\x00\x00\x00\x18ftypheic"),
}


@pytest.mark.parametrize(("media_type", "content"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_not_what_it_says_is_not_shown(media_type: str, content: bytes) -> None:
    with pytest.raises(UnreadableError):
        look.look(media_type, Bytes(content))


def test_what_holds_no_traces_is_passed_on_as_it_is() -> None:
    assert look.look("application/dicom", Bytes(b"anything")) is None
    assert look.look("audio/ogg", Bytes(b"anything")) is None


FILES: dict[str, bytes] = {
    "image/jpeg": traced_jpeg(6),
    "image/png": traced_png(6),
    "audio/flac": traced_flac(),
    "audio/wav": traced_wav(),
}


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_a_file_with_bytes_changed_is_clean_or_refused(data: st.DataObject) -> None:
    media_type = data.draw(st.sampled_from(sorted(FILES)))
    content = bytearray(FILES[media_type])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content))) :]
    told = bytes(content)
    try:
        clean = look.look(media_type, Bytes(told))
    except UnreadableError:
        return
    assert clean is not None
    made = written(told, clean)
    assert len(made) == clean.size
    first = data.draw(st.integers(0, len(made)))
    end = data.draw(st.integers(first, len(made)))
    assert written(told, clean, first, end) == made[first:end]
