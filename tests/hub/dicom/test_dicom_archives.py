"""Pictures sent to archives: to a real Orthanc, and to one that fails in every way an archive can."""

import io
import json
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pydicom
import pytest
from dicom_archive import Archive, Orthanc
from hub_process import HubProcess, eventually
from hub_station import StationClient, VisitAtStation
from test_hub_pictures import SKIN, Picture
from traced_files import SECRET, plain_jpeg, traced_jpeg

from contract.documents import ConsentGiven, Identified, Person, VisitClosed
from hub.dicom import photographic, stow
from hub.forward import outbox
from hub.models import Blob, ForwardVisit

QUICK = {"forward_poll_s": 0.05, "forward_first_s": 0.05, "forward_most_s": 0.2, "forward_timeout_s": 60.0}


class Clinic:
    """A hub with one station that sends pictures on."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.hub = stack.enter_context(HubProcess(folder, **QUICK))
        self.station = stack.enter_context(StationClient.enrolled(self.hub, "Elm Street Pharmacy"))

    def add(self, url: str) -> None:
        added = self.hub.command("forward add", "pacs", url, "--dicom", "--consent", "2026-11")
        assert added.returncode == 0, added.stderr

    def visit(self, *contents: bytes, version: str = "2026-11", **about: Any) -> list[Picture]:
        """Have a visit with pictures in it, over and whole."""
        visit = VisitAtStation(self.station)
        told: Any = {"visit": visit.id, "at": visit.at}
        self.station.deliver(
            visit.opened(),
            ConsentGiven(**told, version=version, language="en", given=True),
            Identified(**told, person=Person("Rosa", "Quilliam", "1961-04-05")),
        )
        pictures = [Picture(self.station, content, "image/jpeg", **SKIN | about) for content in contents]
        for picture in pictures:
            picture.visit = visit
            picture.send(*picture.chunks)
            self.station.deliver(picture.attached())
        ids = {picture.manifest.id for picture in pictures}
        eventually(
            lambda: len([b for b in self.hub.rows(Blob) if b.id in ids and b.state == "ready"]) == len(ids),
            "the pictures",
        )
        self.station.deliver(VisitClosed(**told, how="finished"))
        return pictures

    def stands(self, picture: Picture, state: str) -> None:
        def look() -> bool:
            rows = {row.visit_id: row.state for row in self.hub.rows(ForwardVisit)}
            return rows.get(picture.visit.id) == state

        eventually(look, f"{state}: {self.hub.db.read_now(outbox.status)}")

    def status(self) -> dict[str, Any]:
        [status] = self.hub.db.read_now(outbox.status)
        return status


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    with ExitStack() as stack:
        (tmp_path / "hub").mkdir()
        yield Clinic(tmp_path / "hub", stack)


@pytest.mark.faults
def test_pictures_come_to_orthanc_once_whatever_is_down(clinic: Clinic, tmp_path: Path) -> None:
    with Orthanc(tmp_path) as archive:
        clinic.add(archive.url)
        [skin, eye] = [
            *clinic.visit(traced_jpeg()),
            *clinic.visit(plain_jpeg(640, 480), kind="photo:eye", view="up", laterality="right"),
        ]
        for each in (skin, eye):
            clinic.stands(each, "sent")
        assert len(archive.instances()) == 2
        for instance in archive.instances():
            content = archive.file(instance)
            path = tmp_path / f"{instance}.dcm"
            path.write_bytes(content)
            judged = subprocess.run(["dciodvfy", "-new", path], capture_output=True, text=True, check=False)
            assert "Error" not in judged.stderr
            assert SECRET not in content
            read = pydicom.dcmread(io.BytesIO(content))
            assert str(read.PatientName) == "Quilliam^Rosa"
            if str(read.SOPClassUID) == str(photographic.OPHTHALMIC):
                assert (read.ImageLaterality, read.Modality) == ("R", "OP")
            else:
                assert read.SOPInstanceUID == photographic.instance_uid(skin.manifest.id)
        # viewers find it by DICOMweb
        found = archive.http.get("/dicom-web/studies", headers={"Accept": "application/dicom+json"}).json()
        names = [study["00100010"]["Value"][0]["Alphabetic"] for study in found]
        assert names == ["Quilliam^Rosa"] * 2
        preview = archive.http.get(f"/instances/{archive.instances()[0]}/preview")
        assert preview.headers["content-type"] == "image/png"  # it can decode the pixels

        [turned] = clinic.visit(traced_jpeg(6))  # decoded here, upright there
        clinic.stands(turned, "sent")
        [upright] = [
            read
            for read in (pydicom.dcmread(io.BytesIO(archive.file(each))) for each in archive.instances())
            if read.SOPInstanceUID == photographic.instance_uid(turned.manifest.id)
        ]
        assert upright.PhotometricInterpretation == "RGB" and SECRET not in upright.PixelData

        archive.stop()
        [late] = clinic.visit(plain_jpeg(100, 80))
        eventually(lambda: clinic.status()["failures"] > 0, "the trouble")
        clinic.hub.kill()
        clinic.hub.start()
        archive.start()
        clinic.stands(late, "sent")
        assert len(archive.instances()) == 4


def failing(reason: int) -> bytes:
    return json.dumps({stow.FAILED: {"vr": "SQ", "Value": [{stow.REASON: {"Value": [reason]}}]}}).encode()


@pytest.mark.faults
def test_an_archive_that_fails_loses_nothing_and_blocks_nobody(clinic: Clinic) -> None:
    with Archive() as archive:
        clinic.add(archive.url)
        archive.status, archive.answer = 409, failing(0x0122)
        [unwanted] = clinic.visit(plain_jpeg())
        clinic.stands(unwanted, "in-part")
        [refused] = clinic.status()["refused"]
        assert (refused["status"], "class" in refused["words"]) == (409, True)
        assert refused["resource"] == f"DocumentReference/{unwanted.manifest.id}"

        printed = bytearray(plain_jpeg())
        printed[printed.index(b"\xff\xc0") + 9] = 4  # colours: cyan, magenta, yellow, black
        [printed_one] = clinic.visit(bytes(printed))
        clinic.stands(printed_one, "in-part")
        assert any("these colours" in one["words"] for one in clinic.status()["refused"])

        asked = len(archive.taken)
        archive.answer = failing(0xA700)  # no room: it passes
        [wanted] = clinic.visit(plain_jpeg())
        eventually(lambda: len(archive.taken) >= asked + 2, "two tries")
        clinic.stands(wanted, "waiting")
        instance = photographic.instance_uid(wanted.manifest.id)
        good = {stow.STORED: {"vr": "SQ", "Value": [{stow.INSTANCE: {"Value": [instance]}}]}}
        archive.status, archive.answer = 200, json.dumps(good).encode()
        clinic.stands(wanted, "sent")

        asked = len(archive.taken)
        [private] = clinic.visit(plain_jpeg(), version="without the archive")
        clinic.stands(private, "no-consent")
        assert len(archive.taken) == asked
        good[stow.STORED]["Value"] = [
            {stow.INSTANCE: {"Value": [photographic.instance_uid(unwanted.manifest.id)]}}
        ]
        archive.answer = json.dumps(good).encode()
        assert clinic.hub.command("forward retry", refused["id"]).returncode == 0
        clinic.stands(unwanted, "sent")
