"""DICOM ECG files made here, sound ones and ones to spoil; every number in them is known."""

import io
from collections.abc import Sequence

from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian, TwelveLeadECGWaveformStorage, generate_uid

NAMES = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
CODES = ("2:1", "2:2", "2:61", "2:62", "2:63", "2:64", "2:3", "2:4", "2:5", "2:6", "2:7", "2:8")


def code(value: str, scheme: str, meaning: str) -> Dataset:
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, scheme, meaning
    return item


def channel(value: str = "2:1", scheme: str = "MDC", meaning: str = "Lead I", unit: str = "uV") -> Dataset:
    item = Dataset()
    item.ChannelSourceSequence = [code(value, scheme, meaning)]
    item.ChannelSensitivity = "2.5"
    item.ChannelSensitivityUnitsSequence = [code(unit, "UCUM", unit)]
    item.ChannelSensitivityCorrectionFactor = "1"
    item.ChannelBaseline = "0"
    return item


def raw(lead: int, at: int) -> int:
    """The number stored for a lead at a place."""
    return (lead + 1) * 100 - at % 1000 * 7


def group(channels: Sequence[Dataset], length: int = 20, order: str = "little") -> Dataset:
    """One multiplex group at 500 Hz."""
    item = Dataset()
    item.MultiplexGroupTimeOffset = "0"
    item.MultiplexGroupLabel = "RHYTHM"
    item.WaveformOriginality = "ORIGINAL"
    item.NumberOfWaveformChannels = len(channels)
    item.NumberOfWaveformSamples = length
    item.SamplingFrequency = "500"
    item.ChannelDefinitionSequence = list(channels)
    item.WaveformBitsAllocated = 16
    item.WaveformSampleInterpretation = "SS"
    numbers = (raw(lead, at) for at in range(length) for lead in range(len(channels)))
    item.WaveformData = b"".join(
        n.to_bytes(2, "little" if order == "little" else "big", signed=True) for n in numbers
    )
    item["WaveformData"].VR = "OW"
    return item


def twelve(length: int = 20, order: str = "little") -> Dataset:
    """Twelve leads."""
    channels = [channel(value, "MDC", f"Lead {name}") for name, value in zip(NAMES, CODES, strict=True)]
    return group(channels, length, order)


def rate(value: float, concept: Dataset | None = None, unit: str = "/min") -> Dataset:
    """An annotation with a heart rate."""
    note = Dataset()
    note.ConceptNameCodeSequence = [concept or code("8867-4", "LN", "Heart rate")]
    note.MeasurementUnitsCodeSequence = [code(unit, "UCUM", unit)]
    note.NumericValue = str(value)
    return note


def ecg(*groups: Dataset, notes: Sequence[Dataset] = (), **elements: object) -> Dataset:
    """A whole file, with a patient in it."""
    file = Dataset()
    file.SpecificCharacterSet = "ISO_IR 192"
    file.SOPClassUID = TwelveLeadECGWaveformStorage
    file.SOPInstanceUID = generate_uid()
    file.AcquisitionDateTime = "20240131090500.250+0100"
    file.Modality = "ECG"
    file.Manufacturer = "Maker"
    file.ManufacturerModelName = "ECG-1"
    file.PatientName = "Moreau^Élodie"
    file.PatientID = "P-77801"
    file.PatientBirthDate = "19510203"
    file.WaveformSequence = list(groups) or [twelve()]
    if notes:
        file.WaveformAnnotationSequence = list(notes)
    for keyword, value in elements.items():
        setattr(file, keyword, value)
    return file


def written(file: Dataset, syntax: UID = ExplicitVRLittleEndian) -> bytes:
    """The bytes of a file."""
    file.file_meta = FileMetaDataset()
    file.file_meta.TransferSyntaxUID = syntax
    file.file_meta.MediaStorageSOPClassUID = file.SOPClassUID
    file.file_meta.MediaStorageSOPInstanceUID = file.SOPInstanceUID
    buffer = io.BytesIO()
    file.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()
