"""Reading an ECG that another machine has written as a DICOM file: 12-lead and general ECG waveforms.

Pure but for the one read of the file. What a file claims is checked against limits before anything is made
of it, and whatever is wrong with it ends in one `EcgFileError`: its text names no patient, for it says what
is wrong and never what the file holds. Whose ECG it is, is not read at all: the elements that say so are not
among those asked for, and whoever hands the file in knows it. Why DICOM: docs/devices/ecg-files.md.
"""

import io
import math
import re
import sys
import warnings
from array import array
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import msgspec
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.errors import InvalidDicomError
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    General32bitECGWaveformStorage,
    GeneralECGWaveformStorage,
    ImplicitVRLittleEndian,
    TwelveLeadECGWaveformStorage,
)

from contract.measurement import Kind, Value

MAX_FILE_BYTES: Final = 8 * 1024 * 1024
MAX_SAMPLES: Final = 2_000_000
"""Of all leads together: five minutes of twelve leads at 500 Hz are 1.8 million."""

MAX_STRIPS: Final = 5  # multiplex groups; the standard's number for a 12-lead ECG
MAX_LEADS: Final = 24  # of one strip; the standard's number for a general ECG
MAX_ANNOTATIONS: Final = 5000
MAX_ITEMS: Final = 40_000
"""Of all sequences. Each costs far more memory than its eight bytes; a real 12-lead file has hundreds."""

RATE_HZ: Final = (50.0, 10_000.0)
HEART_RATE: Final = (20.0, 300.0)
MAX_GAIN: Final = 1e6  # uV or mV a step
MAX_BASELINE: Final = 1e9
EARLIEST_YEAR: Final = 2000  # before it, the machine's clock was never set
DECIMALS: Final = 6
"""Of a sample: far finer than any device, coarse enough to hide binary fractions."""

_KINDS: Final = {
    TwelveLeadECGWaveformStorage: "12-lead",
    GeneralECGWaveformStorage: "general",
    General32bitECGWaveformStorage: "general",
}
_SYNTAXES: Final = frozenset({ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian})

_ITEM: Final = (b"\xfe\xff\x00\xe0", b"\xff\xfe\xe0\x00")  # little and big endian

_ASKED_FOR: Final = [
    "SpecificCharacterSet",
    "SOPClassUID",
    "AcquisitionDateTime",
    "TimezoneOffsetFromUTC",
    "Manufacturer",
    "ManufacturerModelName",
    "WaveformAnnotationSequence",
    "WaveformSequence",
]
_SAMPLES: Final = {("SS", 16): "h", ("SL", 32): "i"}
_UNITS: Final = frozenset({"uV", "mV"})

_LEADS: Final = (
    {1: "I", 2: "II", 61: "III", 62: "aVR", 63: "aVL", 64: "aVF", 65: "-aVR", 66: "V8", 67: "V9"}
    | {number + 2: f"V{number}" for number in range(1, 8)}
    | {number + 8: f"V{number}R" for number in range(2, 8)}
    | {16: "X", 17: "Y", 18: "Z"}
)
"""By the number that MDC (`2:1`) and SCP-ECG (`5.6.3-9-1`) give a lead."""

_LEAD_CODE = re.compile(r"(?:2:|5\.6\.3-9-)(\d{1,3})\Z")
_PLAIN = re.compile(r"[A-Za-z0-9 +./,-]{1,32}\Z")
_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,6}))?([+-]\d{4})?\Z", re.ASCII)
_ZONE = re.compile(r"([+-])(0\d|1[0-4])([0-5]\d)\Z", re.ASCII)

_STATES: Final = {
    "DISCONNECTED": "probe-unplugged",
    "TEST DATA": "test",
    "QUESTIONABLE": "artefact",
    "INVALID": "sensor-fault",
}
_RATE_CODES: Final = frozenset({("LN", "8867-4"), ("MDC", "2:16770")})
_RATE_NAMES: Final = frozenset({"heart rate", "ventricular rate", "ventricular heart rate"})
_RATE_UNITS: Final = frozenset(
    {"/min", "1/min", "bpm", "{h.b.}/min", "{beats}/min", "{beat}/min", "beats/min"}
)


class EcgFileError(ValueError):
    """The file can't be read, or is no ECG that is understood here. The text is for a person."""


class Lead(msgspec.Struct, frozen=True, omit_defaults=True):
    """One lead of a strip. `unit`: UCUM, "uV" or "mV"; None: no sample was taken there."""

    name: str
    unit: str
    samples: tuple[float | None, ...]
    flags: tuple[str, ...] = ()


class Strip(msgspec.Struct, frozen=True, omit_defaults=True):
    """Leads recorded together. `derived`: computed (a median beat …), not what the electrodes saw."""

    label: str
    rate_hz: float
    leads: tuple[Lead, ...]
    derived: bool = False
    offset_s: float = 0.0  # from the recording's start


class EcgRecording(msgspec.Struct, frozen=True):
    """What is in a file.

    `started`: ISO 8601 with its offset from UTC; the flag `clock-unsure` says that the offset, or the whole
    time, is unknown. `heart_rate` only where the writing machine gives one.
    """

    kind: str  # "12-lead" or "general"
    started: str | None
    heart_rate: Value | None
    manufacturer: str
    model: str
    strips: tuple[Strip, ...]
    flags: tuple[str, ...] = ()


def read_ecg(path: Path) -> EcgRecording:
    """Read a DICOM ECG file; EcgFileError when that is not possible."""
    try:
        if not path.is_file():
            raise EcgFileError("there is no such file")
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise EcgFileError(f"the file can't be read: {error.strerror}") from None
    return parse_ecg(data)


def parse_ecg(data: bytes) -> EcgRecording:
    """Read a DICOM ECG file's bytes; EcgFileError when that is not possible."""
    if len(data) > MAX_FILE_BYTES:
        raise EcgFileError(f"the file has more than {MAX_FILE_BYTES} bytes")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what does not fit the standard but can be read
            return _recording(_data_set(data))
    except EcgFileError:
        raise
    except InvalidDicomError:
        raise EcgFileError("it is no DICOM file") from None
    except Exception as error:
        # pydicom raises whatever it meets; its words may hold the patient's, so they stay here.
        raise EcgFileError(f"the file is damaged ({type(error).__name__})") from None


def as_json(recording: EcgRecording) -> bytes:
    """One JSON object, without a line's end."""
    return msgspec.json.encode(recording)


def _data_set(data: bytes) -> Dataset:
    if DeflatedExplicitVRLittleEndian.encode() in data:
        raise EcgFileError("it is compressed")  # reading on would inflate it, to whatever size
    if sum(data.count(tag) for tag in _ITEM) > MAX_ITEMS:
        raise EcgFileError(f"it has more than {MAX_ITEMS} items")
    file = dcmread(io.BytesIO(data), specific_tags=list(_ASKED_FOR))
    if file.file_meta.get("TransferSyntaxUID") not in _SYNTAXES:
        raise EcgFileError("its transfer syntax is none in which an ECG may be written")
    return file


def _recording(file: Dataset) -> EcgRecording:
    kind = _KINDS.get(file.get("SOPClassUID"))
    if kind is None:
        raise EcgFileError("it is a DICOM file, but no 12-lead or general ECG")
    groups = _sequence(file, "WaveformSequence", 1, MAX_STRIPS)
    little_endian = file.file_meta.TransferSyntaxUID.is_little_endian
    left = MAX_SAMPLES
    strips = []
    for group in groups:
        strip = _strip(group, little_endian, left)
        left -= sum(len(lead.samples) for lead in strip.leads)
        strips.append(strip)
    started, sure = _started(file)
    return EcgRecording(
        kind,
        started,
        _heart_rate(file),
        _plain(file.get("Manufacturer")),
        _plain(file.get("ManufacturerModelName")),
        tuple(strips),
        () if sure else ("clock-unsure",),
    )


def _strip(group: Dataset, little_endian: bool, most: int) -> Strip:
    """Read one multiplex group, of at most so many samples."""
    leads = _integer(group, "NumberOfWaveformChannels", 1, MAX_LEADS)
    length = _integer(group, "NumberOfWaveformSamples", 1, 2**32)
    if leads * length > most:
        raise EcgFileError(f"it claims more than {MAX_SAMPLES} samples")
    rate = _number(group, "SamplingFrequency")
    if not RATE_HZ[0] <= rate <= RATE_HZ[1]:
        raise EcgFileError("its sampling rate is impossible")
    definitions = _sequence(group, "ChannelDefinitionSequence", 1, MAX_LEADS)
    if len(definitions) != leads:
        raise EcgFileError("the number of its leads contradicts itself")
    raw = _raw(group, leads * length, little_endian)
    padding = _padding(group, raw.itemsize, little_endian)
    return Strip(
        label=_plain(group.get("MultiplexGroupLabel")),
        rate_hz=rate,
        leads=tuple(
            _lead(definition, number + 1, raw[number::leads], padding)
            for number, definition in enumerate(definitions)
        ),
        derived=group.get("WaveformOriginality") == "DERIVED",
        offset_s=_number(group, "MultiplexGroupTimeOffset", 0.0) / 1000,
    )


def _raw(group: Dataset, count: int, little_endian: bool) -> "array[int]":
    said = (group.get("WaveformSampleInterpretation"), group.get("WaveformBitsAllocated"))
    code = next((code for known, code in _SAMPLES.items() if known == said), None)
    if code is None:
        raise EcgFileError("its samples are not signed 16 or 32 bit numbers")
    data = group.get("WaveformData")
    samples = array(code)
    if not isinstance(data, bytes) or len(data) != count * samples.itemsize:
        raise EcgFileError("it holds more or fewer samples than it says")
    samples.frombytes(data)
    if little_endian != (sys.byteorder == "little"):
        samples.byteswap()
    return samples


def _padding(group: Dataset, size: int, little_endian: bool) -> int | None:
    """Return the number that stands for no sample."""
    data = group.get("WaveformPaddingValue")
    if not isinstance(data, bytes) or len(data) != size:
        return None
    return int.from_bytes(data, "little" if little_endian else "big", signed=True)


def _lead(definition: Dataset, number: int, raw: "array[int]", padding: int | None) -> Lead:
    unit = _code(definition, "ChannelSensitivityUnitsSequence")[1]
    if unit not in _UNITS:
        raise EcgFileError(f"lead {number} is not in millivolts or microvolts")
    gain = _number(definition, "ChannelSensitivity") * _number(
        definition, "ChannelSensitivityCorrectionFactor", 1.0
    )
    zero = _number(definition, "ChannelBaseline", 0.0)
    if not 0 < abs(gain) <= MAX_GAIN or abs(zero) > MAX_BASELINE:
        raise EcgFileError(f"lead {number} has an impossible sensitivity or baseline")
    samples = tuple(None if one == padding else round(one * gain + zero, DECIMALS) for one in raw)
    status = definition.get("ChannelStatus")
    said = [status] if isinstance(status, str) else list(status or ())
    flags = tuple(flag for word, flag in _STATES.items() if word in said)
    return Lead(_lead_name(definition, number), unit, samples, flags)


def _lead_name(definition: Dataset, number: int) -> str:
    """Return the lead's name by its code, by what the code is said to mean, or its place."""
    scheme, code, meaning = _code(definition, "ChannelSourceSequence")
    match = _LEAD_CODE.match(code) if scheme in ("MDC", "SCPECG") else None
    if match and (known := _LEADS.get(int(match[1]))):
        return known
    for text in (meaning, definition.get("ChannelLabel")):
        name = _plain(re.sub(r"^Lead\s+|\s*\(.*$", "", text) if isinstance(text, str) else None)
        if name:
            return name
    return f"channel {number}"


def _started(file: Dataset) -> tuple[str | None, bool]:
    """Return when it was recorded, and whether that is a moment beyond doubt."""
    match = _TIME.match(str(file.get("AcquisitionDateTime") or "").strip())
    if match is None:
        return None, False
    year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
    try:
        time = datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None, False
    told = time.isoformat() + (f".{match[7]}" if match[7] else "")
    zone = _ZONE.match(match[8] or str(file.get("TimezoneOffsetFromUTC") or "").strip())
    if zone is None:
        return told, False
    return f"{told}{zone[1]}{zone[2]}:{zone[3]}", year >= EARLIEST_YEAR


def _heart_rate(file: Dataset) -> Value | None:
    """Return the heart rate that the writing machine found, if it says so; the first one of several."""
    for note in _sequence(file, "WaveformAnnotationSequence", 0, MAX_ANNOTATIONS):
        scheme, code, meaning = _code(note, "ConceptNameCodeSequence")
        if (scheme, code) not in _RATE_CODES and meaning.strip().lower() not in _RATE_NAMES:
            continue
        if _code(note, "MeasurementUnitsCodeSequence")[1].lower() not in _RATE_UNITS:
            continue
        rate = _number(note, "NumericValue", 0.0)
        if HEART_RATE[0] <= rate <= HEART_RATE[1]:
            return Value(Kind.HEART_RATE, rate, "/min")
    return None


# ---- elements of a data set, which may hold anything


def _sequence(item: Dataset, keyword: str, least: int, most: int) -> Sequence[Dataset]:
    value = item.get(keyword)
    found = list(_items(value)) if value is not None else []
    if not least <= len(found) <= most:
        raise EcgFileError(f"{keyword} has {len(found)} items")
    return found


def _items(value: Any) -> Iterator[Dataset]:
    for one in value:
        if not isinstance(one, Dataset):
            raise EcgFileError("a sequence holds no items")
        yield one


def _code(item: Dataset, keyword: str) -> tuple[str, str, str]:
    """Return the scheme, value and meaning of a coded entry; empty where there is none."""
    found = _sequence(item, keyword, 0, 100)
    if not found:
        return "", "", ""
    scheme, code, meaning = (
        str(found[0].get(name) or "") for name in ("CodingSchemeDesignator", "CodeValue", "CodeMeaning")
    )
    return scheme, code, meaning


def _integer(item: Dataset, keyword: str, least: int, most: int) -> int:
    value = item.get(keyword)
    if not isinstance(value, int) or not least <= value <= most:
        raise EcgFileError(f"{keyword} is missing or impossible")
    return value


def _number(item: Dataset, keyword: str, otherwise: float | None = None) -> float:
    value = item.get(keyword)
    if value is None and otherwise is not None:
        return otherwise
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number):
        raise EcgFileError(f"{keyword} is missing or no number")
    return number


def _plain(text: Any) -> str:
    """Return a short plain text, or nothing."""
    return text.strip() if isinstance(text, str) and _PLAIN.match(text.strip()) else ""
