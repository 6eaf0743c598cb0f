"""Pictures as DICOM: judged by dciodvfy, read back by pydicom, with nothing in them that must not be."""

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import cv2
import numpy as np
import pydicom
import pytest
from pydicom.encaps import generate_frames
from traced_files import plain_jpeg, traced_jpeg

from hub.dicom import photographic, stow
from hub.dicom.decode import pixels
from hub.dicom.decoder import decoded
from hub.dicom.photographic import DERMOSCOPIC, OPHTHALMIC, PHOTOGRAPHIC
from hub.dicom.picture import Patient, Picture, UnfitError, as_it_is
from hub.traces.look import look
from hub.traces.source import Bytes

KNOWN = ("<99CAREPOST>", "<DMS>", "empty when actually unknown")


def picture(*, grey: bool = False, **changes: Any) -> Picture:
    content = plain_jpeg(320, 240, grey=grey)
    clean = look("image/jpeg", Bytes(content))
    assert clean is not None
    made = Picture(
        id=UUID(int=1),
        visit=UUID(int=2),
        number=3,
        started_at="2026-11-26T09:00:00.000+01:00",
        station="Elm Street Pharmacy",
        patient=Patient(UUID(int=4), "Ana María", "Ruiz", "1950-03-02"),
        taken_at="2026-11-26T09:05:00.250+01:00",
        device=("Logitech", "C920"),
        device_id=UUID(int=5),
        kind="photo:skin",
        view="close",
        laterality="left",
        title="Rash on the left arm",
        width_px=clean.width,
        height_px=clean.height,
        components=clean.components,
        subsampled=bool(clean.subsampled),
        mm_per_px=0.0521,
        mm_per_px_error=0.0004,
        grade="poor",
        reasons=("blurred", "dark"),
        media_type="image/jpeg",
        content=content,
        gains=(1.21, 1.0, 0.84),
    )
    return replace(made, **changes)


def corners() -> bytes:
    """Return a PNG whose corners tell which way up it is: red, green, blue, white."""
    shown = np.zeros((11, 13, 3), np.uint8)  # an odd number of bytes
    shown[0, 0], shown[0, -1], shown[-1, 0], shown[-1, -1] = (0, 0, 255), (0, 255, 0), (255, 0, 0), (255,) * 3
    done, encoded = cv2.imencode(".png", shown)
    assert done
    return encoded.tobytes()


EACH: dict[str, tuple[Picture, str]] = {
    "skin": (picture(), PHOTOGRAPHIC),
    "wound": (picture(kind="photo:wound", view="", laterality=""), PHOTOGRAPHIC),
    "throat": (
        picture(kind="photo:throat", mm_per_px=None, mm_per_px_error=None, grade="good"),
        PHOTOGRAPHIC,
    ),
    "eye": (picture(kind="photo:eye", view="up", laterality="right"), OPHTHALMIC),
    "eye of a side not told": (picture(kind="photo:eye", laterality=""), PHOTOGRAPHIC),
    "dermoscopy": (picture(view="dermoscopy"), DERMOSCOPIC),
    "grey": (picture(grey=True), PHOTOGRAPHIC),
    "png": (picture(media_type="image/png", content=b"", pixels=pixels(corners())), PHOTOGRAPHIC),
    "turned eye": (
        picture(kind="photo:eye", content=traced_jpeg(6), pixels=pixels(traced_jpeg(6))),
        OPHTHALMIC,
    ),
    "of nobody known": (picture(patient=Patient(UUID(int=4), "", "", ""), kind="", title=""), PHOTOGRAPHIC),
    "other letters": (picture(patient=Patient(UUID(int=4), "玲", "王", "1950")), PHOTOGRAPHIC),
}


@pytest.mark.parametrize(("made", "kind"), EACH.values(), ids=EACH)
def test_dciodvfy_finds_no_error(tmp_path: Path, made: Picture, kind: str) -> None:
    path = tmp_path / "picture.dcm"
    path.write_bytes(photographic.write(made))
    judged = subprocess.run(["dciodvfy", "-new", str(path)], capture_output=True, text=True, check=False)
    said = judged.stderr.splitlines()
    assert [line for line in said if line.startswith("Error")] == []
    warnings = [line for line in said if line.startswith("Warning")]
    assert [line for line in warnings if not any(known in line for known in KNOWN)] == []
    read = pydicom.dcmread(io.BytesIO(path.read_bytes()))
    assert kind == read.SOPClassUID
    if made.pixels is None:
        # padded to be even
        assert next(generate_frames(read.PixelData, number_of_frames=1)).startswith(made.content)
    else:
        assert read.PixelData.startswith(made.pixels.data)


def test_dciodvfy_would_find_one(tmp_path: Path) -> None:
    found = photographic.data_set(picture())
    del found.AcquisitionContextSequence
    found.ImageType = "ORIGINAL"
    path = tmp_path / "picture.dcm"
    found.save_as(path, enforce_file_format=True)
    judged = subprocess.run(["dciodvfy", "-new", str(path)], capture_output=True, text=True, check=False)
    assert "Error" in judged.stderr


def test_what_is_in_it() -> None:
    made = picture()
    read = pydicom.dcmread(io.BytesIO(photographic.write(made)))
    assert (str(read.PatientName), read.PatientID) == ("Ruiz^Ana María", str(UUID(int=4)))
    assert (read.PatientBirthDate, read.StudyDate) == ("19500302", "20261126")
    assert (read.Rows, read.Columns, read.InstanceNumber) == (240, 320, 3)
    assert list(read.PixelSpacing) == [0.0521, 0.0521]
    assert "blurred, dark" in read.ImageComments and "0.0004" in read.ImageComments
    assert "R 1.21, G 1, B 0.84" in read.ImageComments
    assert read.AcquisitionDateTime == "20261126090500.250000+0100"
    assert read.AnatomicRegionSequence[0].CodeMeaning == "Skin"
    assert read.AnatomicRegionSequence[0].AnatomicRegionModifierSequence[0].CodeMeaning == "Left"
    assert read.AcquisitionContextSequence[0].ConceptCodeSequence[0].CodeValue == "close"
    assert (read.Manufacturer, read.ManufacturerModelName) == ("Logitech", "C920")
    assert (read.Laterality, read.Modality) == ("L", "XC")
    for trace in ("DeviceSerialNumber", "GPSLatitude", "StationName"):
        assert trace not in read
    again = pydicom.dcmread(io.BytesIO(photographic.write(picture())))
    assert again.SOPInstanceUID == read.SOPInstanceUID == photographic.instance_uid(made.id)
    other = pydicom.dcmread(io.BytesIO(photographic.write(picture(id=UUID(int=9), kind="photo:eye"))))
    assert other.StudyInstanceUID == read.StudyInstanceUID
    assert other.SeriesInstanceUID != read.SeriesInstanceUID


@pytest.mark.parametrize(
    ("media_type", "process", "components", "orientation", "words"),
    [
        ("image/gif", 0, 0, 1, "only JPEG and PNG"),
        ("image/jpeg", 0xC0, 4, 1, "these colours"),
    ],
)
def test_what_cannot_become_dicom_says_why(
    media_type: str, process: int, components: int, orientation: int, words: str
) -> None:
    with pytest.raises(UnfitError, match=words):
        as_it_is(media_type, process=process, components=components, orientation=orientation)


@pytest.mark.parametrize(
    ("media_type", "process", "orientation", "whole"),
    [
        ("image/jpeg", 0xC0, 1, True),
        ("image/jpeg", 0xC2, 1, False),
        ("image/jpeg", 0xC0, 6, False),
        ("image/png", 0, 1, False),
    ],
)
def test_only_an_upright_baseline_jpeg_goes_in_as_it_is(
    media_type: str, process: int, orientation: int, whole: bool
) -> None:
    assert as_it_is(media_type, process=process, components=3, orientation=orientation) is whole


def test_what_is_decoded_is_upright_and_of_the_same_colours() -> None:
    read = pydicom.dcmread(
        io.BytesIO(photographic.write(picture(media_type="image/png", pixels=decoded(corners()))))
    )
    seen = read.pixel_array
    assert seen.shape == (11, 13, 3) and read.PhotometricInterpretation == "RGB"
    assert [tuple(map(int, seen[at])) for at in ((0, 0), (0, -1), (-1, 0), (-1, -1))] == [
        (255, 0, 0),
        (0, 255, 0),
        (0, 0, 255),
        (255, 255, 255),
    ]
    assert read.LossyImageCompression == "00"
    lying = cv2.imdecode(np.frombuffer(traced_jpeg(6), np.uint8), cv2.IMREAD_IGNORE_ORIENTATION)
    upright = decoded(traced_jpeg(6))
    assert lying is not None and (upright.width, upright.height) == lying.shape[:2]  # the sides have changed
    turned = pydicom.dcmread(io.BytesIO(photographic.write(picture(pixels=upright))))
    assert (turned.LossyImageCompression, turned.Columns) == ("01", upright.width)


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", corners()[:60]], ids=["empty", "head", "cut"])
def test_a_file_that_cannot_be_decoded_is_unfit(content: bytes) -> None:
    with pytest.raises(UnfitError, match="decoded"):
        decoded(content)


# ---- what an archive says ------------------------------------------------------------------------


def item(reason: int | None = None) -> dict[str, Any]:
    told: dict[str, Any] = {stow.INSTANCE: {"vr": "UI", "Value": ["2.25.7"]}}
    return told | ({} if reason is None else {stow.REASON: {"vr": "US", "Value": [reason]}})


def test_a_request_holds_the_file_as_one_part() -> None:
    made = stow.request(b"\x00\r\n--DICM")
    boundary = made.content_type.rpartition("boundary=")[2]
    head, rest = made.body.split(b"\r\n\r\n", 1)
    assert head == f"--{boundary}\r\nContent-Type: application/dicom".encode()
    assert rest == b"\x00\r\n--DICM\r\n--" + boundary.encode() + b"--\r\n"


def test_what_an_archive_says() -> None:
    good = {stow.STORED: {"vr": "SQ", "Value": [item()]}}
    assert stow.stored(good, "2.25.7") and not stow.stored(good, "2.25.8")
    assert stow.stored([good], "2.25.7")
    bad = {stow.FAILED: {"vr": "SQ", "Value": [item(0xA700)]}}
    assert not stow.stored(bad, "2.25.7")
    assert stow.failure(bad, "2.25.7") == 0xA700
    assert stow.failure({stow.FAILED: {"Value": [{stow.REASON: {"Value": [290]}}]}}, "2.25.7") == 290
    assert "class" in stow.words_of(0x0122) and "A9FF" in stow.words_of(0xA9FF)
    for none in (None, 7, [], [3], {}, {stow.STORED: 3}, {stow.STORED: {"Value": [None]}}, "text"):
        assert not stow.stored(none, "2.25.7")
        assert stow.failure(none, "2.25.7") is None


def test_a_hub_that_starts_does_not_load_it() -> None:
    """It takes longer to load than everything else of the hub."""
    script = "import sys, hub.serve; assert 'pydicom' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], check=True)
