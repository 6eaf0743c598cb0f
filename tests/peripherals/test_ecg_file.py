"""ECG files: what is in a sound one comes out exactly, and nothing but EcgFileError comes out of another."""

import json
import os
import random
import struct
import sys
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from ecg_files import NAMES, channel, code, ecg, group, rate, raw, twelve, written
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom import dcmread
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset
from pydicom.uid import (
    UID,
    CTImageStorage,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    General32bitECGWaveformStorage,
    GeneralECGWaveformStorage,
    ImplicitVRLittleEndian,
    JPEGBaseline8Bit,
)

from contract.measurement import Kind, Value
from peripherals import ecg_file
from peripherals.ecg_file import EcgFileError, as_json, parse_ecg, read_ecg

SOUND = written(ecg(notes=[rate(72)]))
OF_THE_PATIENT = ("Moreau", "Élodie", "P-77801", "19510203")


def recorded() -> Path:
    """A recording from a real machine (Mortara EL250), which pydicom brings along for its own tests."""
    found = get_testdata_file("waveform_ecg.dcm", download=False)
    assert isinstance(found, str)
    return Path(found)


def spoilt(change: Callable[[Dataset], Any], *, of_strip: bool = True) -> bytes:
    """A file in which something was changed in its strip, or at its top."""
    file = ecg()
    change(file.WaveformSequence[0] if of_strip else file)
    return written(file)


# ---- sound files


def test_a_real_machine_s_file_gives_the_samples_that_another_reader_finds() -> None:
    recording = read_ecg(recorded())
    assert (recording.kind, recording.manufacturer, recording.model) == (
        "12-lead",
        "Mortara Instrument, Inc.",
        "el250",
    )
    assert (recording.started, recording.flags) == ("2013-01-25T10:59:19", ("clock-unsure",))
    rhythm, beat = recording.strips
    assert (rhythm.label, rhythm.rate_hz, rhythm.derived) == ("RHYTHM", 1000.0, False)
    assert (beat.label, beat.derived) == ("MEDIAN BEAT", True)
    other = dcmread(recorded())
    for number, strip in enumerate(recording.strips):
        assert tuple(lead.name for lead in strip.leads) == NAMES
        assert {lead.unit for lead in strip.leads} == {"uV"}
        ours = np.array([lead.samples for lead in strip.leads]).T
        assert np.array_equal(ours, other.waveform_array(number))


@pytest.mark.parametrize(
    "syntax", [ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian], ids=lambda uid: uid.name
)
def test_every_way_to_write_it_reads_the_same(syntax: UID) -> None:
    order = "big" if syntax == ExplicitVRBigEndian else "little"
    recording = parse_ecg(written(ecg(twelve(order=order)), syntax))
    [strip] = recording.strips
    assert strip.rate_hz == 500
    for number, lead in enumerate(strip.leads):
        assert (lead.name, lead.unit, lead.flags) == (NAMES[number], "uV", ())
        assert lead.samples == tuple(raw(number, at) * 2.5 for at in range(20))


def test_the_time_has_the_zone_the_file_gives() -> None:
    recording = parse_ecg(SOUND)
    assert (recording.started, recording.flags) == ("2024-01-31T09:05:00.250+01:00", ())


@pytest.mark.parametrize(
    ("time", "zone", "started", "sure"),
    [
        ("20240131090500", "-0500", "2024-01-31T09:05:00-05:00", True),
        ("20240131090500-0330", "+0100", "2024-01-31T09:05:00-03:30", True),
        ("20240131090500", "", "2024-01-31T09:05:00", False),
        ("20240131090500", "+9900", "2024-01-31T09:05:00", False),
        ("19800101000000+0000", "", "1980-01-01T00:00:00+00:00", False),
        ("20240230090500", "+0100", None, False),
        ("20240131", "+0100", None, False),
        ("", "+0100", None, False),
    ],
)
def test_a_time_that_is_no_certain_moment_is_marked(
    time: str, zone: str, started: str | None, sure: bool
) -> None:
    recording = parse_ecg(written(ecg(AcquisitionDateTime=time, TimezoneOffsetFromUTC=zone)))
    assert recording.started == started
    assert recording.flags == (() if sure else ("clock-unsure",))


def test_whose_it_is_comes_out_nowhere() -> None:
    said = as_json(parse_ecg(SOUND)).decode()
    assert not any(word in said for word in OF_THE_PATIENT)
    assert any(word.encode() in SOUND for word in OF_THE_PATIENT)


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ([rate(72)], 72.0),
        ([rate(71.5, code("2:16770", "MDC", "ECG heart rate"))], 71.5),
        ([rate(64, code("X1", "99MAKER", "Ventricular Heart Rate"), "bpm")], 64.0),
        ([rate(982, code("5.10.2.1-3", "SCPECG", "RR Interval"), "ms"), rate(61)], 61.0),
        ([rate(72, unit="ms")], None),
        ([rate(0)], None),
        ([rate(999)], None),
        ([], None),
    ],
)
def test_a_heart_rate_is_taken_from_the_notes_only_where_one_is(
    notes: list[Dataset], found: float | None
) -> None:
    recording = parse_ecg(written(ecg(notes=notes)))
    assert recording.heart_rate == (None if found is None else Value(Kind.HEART_RATE, found, "/min"))


def test_gain_correction_baseline_and_unit_are_the_lead_s_own() -> None:
    lead = channel("5.6.3-9-61", "SCPECG", "Lead III", unit="mV")
    lead.ChannelSensitivity, lead.ChannelSensitivityCorrectionFactor = "0.005", "1.02"
    lead.ChannelBaseline = "-0.1"
    [strip] = parse_ecg(written(ecg(group([lead], 3), SOPClassUID=GeneralECGWaveformStorage))).strips
    [read] = strip.leads
    assert (read.name, read.unit) == ("III", "mV")
    assert read.samples == (0.41, 0.3743, 0.3386)


def test_32_bit_samples_and_padding() -> None:
    strip = group([channel()], 3)
    strip.WaveformBitsAllocated, strip.WaveformSampleInterpretation = 32, "SL"
    strip.WaveformData = struct.pack("<iii", 100_000, -2_000_000, -(2**31))
    strip.WaveformPaddingValue = struct.pack("<i", -(2**31))
    strip["WaveformPaddingValue"].VR = "OW"
    file = ecg(strip, SOPClassUID=General32bitECGWaveformStorage)
    recording = parse_ecg(written(file))
    assert recording.kind == "general"
    assert recording.strips[0].leads[0].samples == (250_000.0, -5_000_000.0, None)


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        (channel("2:11", "MDC", "Lead V3R"), "V3R"),
        (channel("2:67", "MDC", ""), "V9"),
        (channel("2:122", "MDC", "Lead CH5"), "CH5"),
        (channel("X", "99MAKER", "Lead I (Einthoven)"), "I"),
        (channel("2:1", "99MAKER", "Chest"), "Chest"),
        (channel("X", "99MAKER", "<b>"), "channel 1"),
        (channel("", "", ""), "channel 1"),
    ],
)
def test_leads_are_named(lead: Dataset, name: str) -> None:
    [strip] = parse_ecg(written(ecg(group([lead])))).strips
    assert strip.leads[0].name == name


def test_what_a_lead_s_state_says_is_told() -> None:
    loose, tested = channel(), channel()
    loose.ChannelStatus, tested.ChannelStatus = ["DISCONNECTED", "INVALID"], "TEST DATA"
    [strip] = parse_ecg(written(ecg(group([loose, tested, channel()])))).strips
    assert [lead.flags for lead in strip.leads] == [("probe-unplugged", "sensor-fault"), ("test",), ()]


def test_the_json_holds_it_all() -> None:
    said = json.loads(as_json(parse_ecg(SOUND)))
    assert said["heart_rate"] == {"kind": "heart_rate", "value": 72.0, "unit": "/min"}
    assert said["strips"][0]["leads"][0]["samples"][:2] == [250.0, 232.5]
    assert said["strips"][0]["leads"][0]["unit"] == "uV"


# ---- files that are refused


def refusal(data: bytes) -> str:
    with pytest.raises(EcgFileError) as caught:
        parse_ecg(data)
    said = str(caught.value)
    assert said
    assert not any(word in said for word in OF_THE_PATIENT)
    return said


def without(keyword: str) -> Callable[[Dataset], None]:
    return lambda item: delattr(item, keyword)


def to(keyword: str, value: object) -> Callable[[Dataset], None]:
    return lambda item: setattr(item, keyword, value)


def of_lead(change: Callable[[Dataset], None]) -> Callable[[Dataset], None]:
    return lambda strip: change(strip.ChannelDefinitionSequence[3])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (to("NumberOfWaveformChannels", 11), "contradicts itself"),
        (to("NumberOfWaveformChannels", 0), "NumberOfWaveformChannels"),
        (to("NumberOfWaveformChannels", 500), "NumberOfWaveformChannels"),
        (without("NumberOfWaveformChannels"), "NumberOfWaveformChannels"),
        (to("NumberOfWaveformSamples", 21), "more or fewer samples"),
        (to("NumberOfWaveformSamples", 0), "NumberOfWaveformSamples"),
        (to("NumberOfWaveformSamples", 0xFFFFFFFF), "claims more than"),
        (to("NumberOfWaveformSamples", ecg_file.MAX_SAMPLES), "claims more than"),
        (to("SamplingFrequency", "0"), "sampling rate"),
        (to("SamplingFrequency", "1e9"), "sampling rate"),
        (without("SamplingFrequency"), "SamplingFrequency"),
        (to("WaveformBitsAllocated", 8), "16 or 32 bit"),
        (to("WaveformSampleInterpretation", "UB"), "16 or 32 bit"),
        (to("WaveformData", b""), "more or fewer samples"),
        (without("WaveformData"), "more or fewer samples"),
        (without("ChannelDefinitionSequence"), "ChannelDefinitionSequence"),
        (of_lead(without("ChannelSensitivityUnitsSequence")), "lead 4"),
        (of_lead(to("ChannelSensitivityUnitsSequence", [code("mm", "UCUM", "mm")])), "lead 4"),
        (of_lead(without("ChannelSensitivity")), "ChannelSensitivity"),
        (of_lead(to("ChannelSensitivity", "0")), "lead 4"),
        (of_lead(to("ChannelSensitivity", "1e300")), "lead 4"),
        (of_lead(to("ChannelBaseline", "-1e12")), "lead 4"),
        (of_lead(to("ChannelBaseline", ["1", "2"])), "ChannelBaseline"),
    ],
)
def test_a_strip_that_contradicts_itself_is_refused(change: Callable[[Dataset], None], words: str) -> None:
    assert words in refusal(spoilt(change))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (without("WaveformSequence"), "WaveformSequence has 0 items"),
        (to("WaveformSequence", []), "WaveformSequence has 0 items"),
        (to("WaveformSequence", [twelve()] * 6), "WaveformSequence has 6 items"),
        (to("WaveformSequence", [twelve(75_000)] * 3), "claims more than"),
        (to("SOPClassUID", CTImageStorage), "no 12-lead or general ECG"),
        (to("WaveformAnnotationSequence", [Dataset()] * 5001), "WaveformAnnotationSequence has 5001 items"),
        (to("WaveformAnnotationSequence", [Dataset()] * 40_000), "more than 40000 items"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_refused(
    change: Callable[[Dataset], None], words: str
) -> None:
    assert words in refusal(spoilt(change, of_strip=False))


def test_a_compressed_file_is_refused_before_it_is_inflated(monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(ecg(), DeflatedExplicitVRLittleEndian)
    monkeypatch.setattr(zlib, "decompress", lambda *_: pytest.fail("it was inflated"))
    assert "compressed" in refusal(data)


def test_a_syntax_for_pictures_is_refused() -> None:
    assert "transfer syntax" in refusal(written(ecg(), JPEGBaseline8Bit))


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 200, b"{}", os.urandom(3000), b"\0" * 128 + b"DICM", SOUND[132:]], ids=len
)
def test_what_is_no_dicom_file_is_refused(data: bytes) -> None:
    refusal(data)


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.dcm"
    with path.open("wb") as file:
        file.write(SOUND)
        file.truncate(10**10)  # a hole: no disk is filled
    with pytest.raises(EcgFileError, match="more than 8388608 bytes"):
        read_ecg(path)


def test_a_path_that_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.dcm", Path("/dev/zero")):
        with pytest.raises(EcgFileError, match="no such file"):
            read_ecg(path)


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.dcm"
    path.write_bytes(SOUND)

    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(EcgFileError, match="Permission denied") as caught:
        read_ecg(path)
    assert str(path) not in str(caught.value)


def test_a_claimed_length_far_beyond_the_file_costs_no_memory() -> None:
    """The waveform's length field says four gigabytes, and one sample is missing."""
    at = SOUND.rindex(struct.pack("<HH2sH", 0x5400, 0x1010, b"OW", 0)) + 8
    data = SOUND[:at] + struct.pack("<I", 0xFFFFFFF0) + SOUND[at + 4 : -2]
    tracemalloc.start()
    try:
        refusal(data)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 20 * len(data) + 2_000_000


def test_sequences_nested_without_end_are_refused() -> None:
    at = SOUND.index(struct.pack("<HH2sH", 0x5400, 0x0100, b"SQ", 0))
    nested = (
        struct.pack("<HH2sHI", 0x5400, 0x0100, b"SQ", 0, 0xFFFFFFFF) + b"\xfe\xff\x00\xe0\xff\xff\xff\xff"
    )
    before = sys.getrecursionlimit()
    assert "damaged" in refusal(SOUND[:at] + nested * 5000)
    assert sys.getrecursionlimit() == before


def test_cut_anywhere_it_is_refused() -> None:
    data = written(ecg(twelve(4)))
    for end in range(len(data)):
        refusal(data[:end])


def read_or_refused(data: bytes) -> None:
    """Either an EcgFileError, or something that can be said as JSON and keeps the limits."""
    try:
        recording = parse_ecg(data)
    except EcgFileError as error:
        assert str(error)
        return
    said = json.loads(as_json(recording))
    assert said["kind"] in ("12-lead", "general")
    assert 1 <= len(recording.strips) <= ecg_file.MAX_STRIPS
    assert (
        sum(len(lead.samples) for strip in recording.strips for lead in strip.leads) <= ecg_file.MAX_SAMPLES
    )


@settings(max_examples=150, deadline=None, database=None)
@given(seed=st.integers(0, 2**32), flips=st.integers(1, 20))
def test_with_bytes_changed_nothing_else_escapes(seed: int, flips: int) -> None:
    dice = random.Random(seed)
    data = bytearray(SOUND)
    for _ in range(flips):
        data[dice.randrange(128, len(data))] = dice.randrange(256)
    read_or_refused(bytes(data))


@settings(max_examples=100, deadline=None, database=None)
@given(seed=st.integers(0, 2**32))
def test_with_pieces_cut_out_doubled_and_moved_nothing_else_escapes(seed: int) -> None:
    dice = random.Random(seed)
    a, b = sorted(dice.randrange(132, len(SOUND)) for _ in range(2))
    piece = SOUND[a:b]
    at = dice.randrange(132, len(SOUND))
    for data in (SOUND[:a] + SOUND[b:], SOUND[:b] + piece + SOUND[b:], SOUND[:at] + piece + SOUND[at:]):
        read_or_refused(data)
