"""A picture's data set: its class, and all that the class's modules ask for (DICOM PS3.3 A.32.4 ff.). Pure.

Ids are derived from the visit's and the picture's, so that the same picture is the same instance each time.
No place and nothing of the camera but its make is in it; the JPEG was freed of traces before (hub.traces).
"""

import io
import re
from datetime import UTC, datetime
from typing import Final
from uuid import UUID, uuid5

from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code
from pydicom.tag import Tag
from pydicom.uid import UID, ExplicitVRLittleEndian, JPEGBaseline8Bit

from contract import asks
from hub.dicom.picture import Picture, Pixels

PHOTOGRAPHIC: Final = UID("1.2.840.10008.5.1.4.1.1.77.1.4")
OPHTHALMIC: Final = UID("1.2.840.10008.5.1.4.1.1.77.1.5.1")
DERMOSCOPIC: Final = UID("1.2.840.10008.5.1.4.1.1.77.1.7")
MODALITY: Final = {PHOTOGRAPHIC: "XC", OPHTHALMIC: "OP", DERMOSCOPIC: "DMS"}
DERMOSCOPY: Final = "dermoscopy"  # a view: the camera's own lens on the skin
OURS: Final = "99CAREPOST"  # coding scheme of what DICOM has no code for
SIDES: Final = {"left": ("L", codes.SCT.Left), "right": ("R", codes.SCT.Right)}
_DELIMITERS: Final = re.compile(r"[\^=\\]")  # of a name's parts in DICOM
PAIRED: Final = frozenset({"skin", "wound", "eye"})  # of SITES: what has a left and a right
SERIES: Final = tuple(f"photo:{region}" for region in asks.KINDS["photo"])
SITES: Final[dict[str, Code]] = {
    "skin": codes.SCT.Skin,
    "wound": codes.SCT.Skin,
    "eye": codes.SCT.Eye,
    "throat": codes.SCT.Pharynx,
}


def sop_class(picture: Picture) -> UID:
    """Return the class of a picture; an eye whose side is not known can only be a photograph."""
    if asks.subject(picture.kind) == "eye" and picture.laterality in SIDES:
        return OPHTHALMIC
    if asks.subject(picture.kind) == "skin" and picture.view == DERMOSCOPY:
        return DERMOSCOPIC
    return PHOTOGRAPHIC


def uid(identity: UUID) -> UID:
    """Return a UUID as a UID (PS3.5 B.2)."""
    return UID(f"2.25.{identity.int}")


def instance_uid(picture: UUID) -> UID:
    """Return the SOP instance's UID of a picture."""
    return uid(uuid5(picture, "dicom"))


def study_uid(visit: UUID) -> UID:
    """Return the study's UID of a visit."""
    return uid(uuid5(visit, "dicom/study"))


def write(picture: Picture) -> bytes:
    """Return the picture as a DICOM file."""
    file = io.BytesIO()
    data_set(picture).save_as(file, enforce_file_format=True)
    return file.getvalue()


def data_set(picture: Picture) -> Dataset:
    """Return the picture's data set, ready to be saved."""
    kind = sop_class(picture)
    found = Dataset()
    found.SpecificCharacterSet = "ISO_IR 192"
    found.SOPClassUID, found.SOPInstanceUID = kind, instance_uid(picture.id)
    _patient(found, picture)
    _study_and_series(found, picture, kind)
    _equipment(found, picture)
    _image(found, picture)
    _pixels(found, picture)
    _scale(found, picture)
    _site(found, picture, kind)
    _context(found, picture)
    if kind == OPHTHALMIC:
        _ophthalmic(found, picture)
    elif kind == DERMOSCOPIC:
        _dermoscopic(found, picture)
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = kind, found.SOPInstanceUID
    meta.TransferSyntaxUID = JPEGBaseline8Bit if picture.pixels is None else ExplicitVRLittleEndian
    found.file_meta = meta
    return found


def _patient(found: Dataset, picture: Picture) -> None:
    who = picture.patient
    # as text: a PersonName made here would be encoded before the character set is known
    found.PatientName = "^".join(_DELIMITERS.sub(" ", part) for part in (who.family, who.given)).strip("^")
    found.PatientID = str(who.id)
    found.IssuerOfPatientID = "Carepost"
    found.PatientBirthDate = who.birth_date.replace("-", "") if len(who.birth_date) == 10 else ""
    found.PatientSex = ""


def _date_time(text: str) -> tuple[str, str, str]:
    """Return date, time and offset as DICOM writes them."""
    moment = datetime.fromisoformat(text)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return f"{moment:%Y%m%d}", f"{moment:%H%M%S}.{moment.microsecond:06}", f"{moment:%z}"[:5]


def _study_and_series(found: Dataset, picture: Picture, kind: UID) -> None:
    found.StudyInstanceUID = study_uid(picture.visit)
    found.SeriesInstanceUID = uid(uuid5(picture.visit, f"dicom/series/{MODALITY[kind]}/{picture.kind}"))
    found.StudyDate, found.StudyTime, _ = _date_time(picture.started_at)
    found.StudyID = str(picture.visit)[:16]
    found.AccessionNumber = found.ReferringPhysicianName = ""
    found.Modality = MODALITY[kind]
    found.SeriesNumber = SERIES.index(picture.kind) + 2 if picture.kind in SERIES else 1
    found.InstanceNumber = picture.number
    found.SeriesDescription = (picture.title or picture.kind)[:64]
    side = SIDES[picture.laterality][0] if picture.laterality in SIDES else ""
    if kind != OPHTHALMIC and (side or asks.subject(picture.kind) in PAIRED) and not _unpaired(picture):
        found.Laterality = side


def _unpaired(picture: Picture) -> bool:
    subject = asks.subject(picture.kind)
    return subject in SITES and subject not in PAIRED


def _equipment(found: Dataset, picture: Picture) -> None:
    maker, model = picture.device
    found.Manufacturer = maker[:64]
    if model:
        found.ManufacturerModelName = model[:64]
    found.InstitutionName = picture.station[:64]


def _image(found: Dataset, picture: Picture) -> None:
    day, time, offset = _date_time(picture.taken_at)
    found.ContentDate, found.ContentTime = day, time
    found.AcquisitionDate, found.AcquisitionTime = day, time
    found.AcquisitionDateTime = day + time + offset
    found.TimezoneOffsetFromUTC = offset
    found.ImageType = ["ORIGINAL", "PRIMARY"]
    found.PatientOrientation = ""
    found.BurnedInAnnotation = "NO"
    found.LossyImageCompression = "00"
    if picture.media_type == "image/jpeg":  # also when it had to be decoded: what was lost stays lost
        found.LossyImageCompression = "01"
        found.LossyImageCompressionMethod = "ISO_10918_1"
        raw = picture.width_px * picture.height_px * picture.components
        found.LossyImageCompressionRatio = f"{raw / max(1, len(picture.content)):.1f}"
    if comments := _comments(picture):
        found.ImageComments = comments


def _comments(picture: Picture) -> str:
    """Return how the picture was judged and where its scale is from; these classes have no place for it."""
    said = []
    if picture.grade:
        why = f" ({', '.join(picture.reasons)})" if picture.reasons else ""
        said.append(f"Photo gate: {picture.grade}{why}.")
    if picture.mm_per_px:
        error = f", error {picture.mm_per_px_error:.3g} mm a pixel" if picture.mm_per_px_error else ""
        said.append(f"Scale from a card in the picture, true in its plane{error}.")
    if picture.gains:
        red, green, blue = picture.gains
        gains = f"R {red:.3g}, G {green:.3g}, B {blue:.3g}"
        said.append(f"White balance by the card, not applied: {gains} (linear).")
    return " ".join(said)


def _pixels(found: Dataset, picture: Picture) -> None:
    if picture.pixels is not None:
        _decoded_pixels(found, picture.pixels)
        return
    _shape(found, picture.width_px, picture.height_px, picture.components)
    if picture.components == 1:
        found.PhotometricInterpretation = "MONOCHROME2"
    else:
        found.PhotometricInterpretation = "YBR_FULL_422" if picture.subsampled else "YBR_FULL"
    found.PixelData = encapsulate([picture.content])
    found["PixelData"].is_undefined_length = True


def _decoded_pixels(found: Dataset, pixels: Pixels) -> None:
    _shape(found, pixels.width, pixels.height, pixels.channels)
    found.PhotometricInterpretation = "RGB" if pixels.channels > 1 else "MONOCHROME2"
    found.PixelData = pixels.data + b"\0" * (len(pixels.data) % 2)
    found["PixelData"].VR = "OB"


def _shape(found: Dataset, width: int, height: int, channels: int) -> None:
    found.SamplesPerPixel = channels
    found.Rows, found.Columns = height, width
    found.BitsAllocated = found.BitsStored = 8
    found.HighBit, found.PixelRepresentation = 7, 0
    if channels > 1:
        found.PlanarConfiguration = 0


def _scale(found: Dataset, picture: Picture) -> None:
    if picture.mm_per_px:
        found.PixelSpacing = [f"{picture.mm_per_px:.8g}"] * 2


def _site(found: Dataset, picture: Picture, kind: UID) -> None:
    site = SITES.get(asks.subject(picture.kind))
    if site is None:
        return
    region = _code(site)
    if picture.laterality in SIDES:
        letter, side = SIDES[picture.laterality]
        region.AnatomicRegionModifierSequence = [_code(side)]
        if kind == OPHTHALMIC:
            found.ImageLaterality = letter
    found.AnatomicRegionSequence = [region]


def _code(code: Code) -> Dataset:
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator = code.value, code.scheme_designator
    item.CodeMeaning = code.meaning
    return item


def _context(found: Dataset, picture: Picture) -> None:
    """Say which view it is: PS3.3 has no code for the views of a photograph, so it is ours."""
    found.AcquisitionContextSequence = []
    if picture.view:
        item = Dataset()
        item.ValueType = "CODE"
        item.ConceptNameCodeSequence = [_code(Code("view", OURS, "View"))]
        words = picture.view.replace("-", " ")
        item.ConceptCodeSequence = [_code(Code(picture.view[:16], OURS, words[:64]))]
        found.AcquisitionContextSequence = [item]


def _ophthalmic(found: Dataset, picture: Picture) -> None:
    """Add what PS3.3 A.41.4 asks for of a photograph from outside the eye; a film of one frame."""
    found.SynchronizationFrameOfReferenceUID = uid(uuid5(picture.id, "dicom/synchronization"))
    found.SynchronizationTrigger, found.AcquisitionTimeSynchronized = "NO TRIGGER", "N"
    found.NumberOfFrames, found.FrameTime = 1, "0"
    found.FrameIncrementPointer = Tag("FrameTime")
    camera = codes.cid4202.ExternalCamera
    found.AcquisitionDeviceTypeCodeSequence = [_code(camera)]
    for name in ("IlluminationTypeCodeSequence", "LightPathFilterTypeStackCodeSequence"):
        setattr(found, name, [])
    found.ImagePathFilterTypeStackCodeSequence = []
    found.LensesCodeSequence = []
    found.DetectorType = ""
    found.PatientEyeMovementCommanded = ""
    found.RefractiveStateSequence = []
    found.EmmetropicMagnification = found.IntraOcularPressure = found.HorizontalFieldOfView = None
    found.PupilDilated = ""


def _dermoscopic(found: Dataset, picture: Picture) -> None:
    """Add what PS3.3 A.32.11 asks for beside a photograph's; the device is known by our id of it alone."""
    found.FrameOfReferenceUID, found.PositionReferenceIndicator = uid(uuid5(picture.id, "dicom/frame")), ""
    found.DeviceSerialNumber, found.SoftwareVersions = str(picture.device_id), "Carepost"
    found.RecognizableVisualFeatures = "NO"
    found.LightSourcePolarization = found.ContactMethod = ""
    found.EmitterColorTemperature = found.OpticalMagnificationFactor = None
