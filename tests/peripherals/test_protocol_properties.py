"""What must hold for any bytes, in any portions, in every format. The invariants are those of h11's fuzzer.

No format but the cuff's has a checksum: a frame is then any bytes of its shape, so "no value that was not
sent" means there that every frame stands on the wire as it is, and that noise between frames adds none.
"""

import random
import tracemalloc

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from wire_streams import FORMATS, check_account, cut, printed, run

from peripherals.decode import as_json
from peripherals.protocols.base import FLAGS, UNITS, xor
from peripherals.registry import PRODUCTS

quick = settings(max_examples=40, deadline=None, database=None)
devices = pytest.mark.parametrize("device", FORMATS)
streams = pytest.mark.parametrize("device", [name for name in FORMATS if not PRODUCTS[name].messages])
messages = pytest.mark.parametrize("device", [name for name in FORMATS if PRODUCTS[name].messages])
seeds = st.integers(0, 2**32)
places = st.lists(st.integers(0, 10**6), max_size=12)


@st.composite
def noisy(draw: st.DrawFn, device: str) -> bytes:
    """Genuine frames, whole, cut or with a byte changed, among any bytes."""
    rng = random.Random(draw(seeds))
    pieces = []
    for what in draw(st.lists(st.sampled_from(["frame", "cut", "changed", "bytes"]), max_size=12)):
        data = bytearray(FORMATS[device].make(rng).data)
        if what == "cut":
            data = data[: rng.randrange(len(data))]
        elif what == "changed":
            data[rng.randrange(len(data))] = rng.randrange(256)
        elif what == "bytes":
            data = bytearray(draw(st.binary(max_size=8)))
        pieces.append(bytes(data))
    return b"".join(pieces)


@devices
def test_every_format_has_its_frames_here(device: str) -> None:
    assert set(FORMATS) == set(PRODUCTS)
    assert FORMATS[device].make(random.Random(0)).data


@streams
@quick
@given(data=st.data())
def test_however_the_bytes_come_they_mean_the_same(device: str, data: st.DataObject) -> None:
    stream = data.draw(noisy(device) | st.binary(max_size=200))
    whole, counted = run(device, [stream])
    for portions in ([stream[i : i + 1] for i in range(len(stream))], cut(stream, data.draw(places))):
        frames, decoder = run(device, portions)
        assert frames == whole
        assert decoder.dropped == counted.dropped
    check_account(whole, counted, stream)


@devices
@quick
@given(stream=st.binary(max_size=400))
def test_any_bytes_give_only_values_with_units_in_their_range(device: str, stream: bytes) -> None:
    frames, _ = run(device, [stream])
    for frame in frames:
        assert frame.values.keys() <= UNITS.keys()
        assert frame.flags == () or all(f in FLAGS or f.startswith("error-") for f in frame.flags)
        assert as_json(device, frame)
        assert 0 < frame.values.get("spo2", 1) <= 100
        assert frame.values.get("pulse_rate", 1) > 0
        if "systolic" in frame.values:
            assert frame.values["diastolic"] < frame.values["systolic"]


@streams
@quick
@given(seed=seeds, count=st.integers(1, 20), where=places)
def test_noise_between_frames_changes_nothing(device: str, seed: int, count: int, where: list[int]) -> None:
    rng = random.Random(seed)
    sent = [FORMATS[device].make(rng) for _ in range(count)]
    noise = [bytes(rng.choices(FORMATS[device].harmless, k=rng.randrange(9))) for _ in sent]
    if device == "contec-v5":  # what follows a record of the memory tells it from a live frame
        noise = [b"" if len(one.data) == 3 else burst for one, burst in zip(sent, noise, strict=True)]
    stream = b"".join(one.data + burst for one, burst in zip(sent, noise, strict=True))
    frames, decoder = run(device, cut(stream, where))
    assert printed(frames) == [values for one in sent for values in one.values]
    assert decoder.dropped == sum(map(len, noise))


@streams
@quick
@given(seed=seeds, before=st.binary(max_size=60))
def test_after_any_noise_the_third_frame_is_right_again(device: str, seed: int, before: bytes) -> None:
    """At most the first two frames behind noise are lost or wrong, and they are not held back."""
    rng = random.Random(seed)
    sent = [FORMATS[device].make(rng) for _ in range(6)]
    expected = [values for one in sent[2:] for values in one.values]
    decoder = PRODUCTS[device].decoder()
    frames = decoder.feed(before + b"".join(one.data for one in sent))
    if device == "contec-v5":
        frames += decoder.finish()
    seen = printed(frames)
    assert seen[len(seen) - len(expected) :] == expected


@messages
@quick
@given(seed=seeds, count=st.integers(1, 5), before=st.binary(min_size=1, max_size=30))
def test_a_message_stands_alone(device: str, seed: int, count: int, before: bytes) -> None:
    """Garbage before, between and behind messages changes none of them; one that is cut gives nothing."""
    rng = random.Random(seed)
    decoder = PRODUCTS[device].decoder()
    for _ in range(count):
        decoder.feed(before)
        sent = FORMATS[device].make(rng)
        assert printed(decoder.feed(sent.data)) == list(sent.values)
        assert printed(decoder.feed(sent.data[:-1])) == []


@devices
@quick
@given(seed=seeds)
@example(seed=2032)
def test_what_the_encoder_writes_the_decoder_reads(device: str, seed: int) -> None:
    sent = FORMATS[device].make(random.Random(seed))
    frames, decoder = run(device, [sent.data])
    assert printed(frames) == list(sent.values)
    rows = dict.fromkeys(frame.raw for frame in frames)  # a text that fills its report ends a row
    assert not rows or b"".join(rows) == sent.data
    assert decoder.dropped == 0


@streams
@pytest.mark.parametrize("filler", [b"\x00", b"\xff", b"\xf0", b"\x01\xe0", b"\xaa\x80\x03\x20\x01", b"\xaa"])
def test_a_flood_of_bytes_without_an_end_is_not_kept(device: str, filler: bytes) -> None:
    decoder = PRODUCTS[device].decoder()
    portion = filler * (1024 // len(filler))
    tracemalloc.start()
    try:
        for _ in range(10):
            decoder.feed(portion)
        before, _ = tracemalloc.get_traced_memory()
        for _ in range(40):
            decoder.feed(portion)
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 16_384  # of 40 960 fed; the interpreter's own free lists come and go


def test_of_two_overlapping_frames_the_one_that_ends_first_is_it() -> None:
    """Its device said it whole; the other only looks like a frame because its check byte happens to fit."""
    inner = bytes.fromhex("AA 80 03 04 01 05 00 78 7B")
    body = b"\x03\x0f\x01\x06" + b"\x00" + inner + b"\x00\x00\x00"
    outer = b"\xaa\x80" + body + bytes((xor(body),))
    for portions in ([outer], [outer[i : i + 1] for i in range(len(outer))]):
        frames, decoder = run("rbp9804", portions)
        assert [frame.raw for frame in frames] == [inner]
        assert decoder.dropped == len(outer) - len(inner)
