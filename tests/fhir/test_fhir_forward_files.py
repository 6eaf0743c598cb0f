"""Pictures' and sounds' bytes go along: as a Binary there, named by what describes them, whatever fails."""

import base64
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from fhir_judges import Json, against
from hub_process import eventually
from hub_station import VisitAtStation
from test_fhir_forward import Rig
from test_hub_pictures import SKIN, Picture
from traced_files import SECRET, plain_jpeg, traced_flac, traced_jpeg

from contract.blob import CHUNK
from contract.documents import VisitClosed
from hub.models import Blob, ForwardItem

pytestmark = pytest.mark.faults  # a hub and a server each


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    with ExitStack() as stack:
        yield Rig(tmp_path, stack)


def take(
    rig: Rig, content: bytes, media_type: str = "image/jpeg", **about: Any
) -> tuple[Picture, VisitAtStation]:
    """Have a visit with a picture in it."""
    visit = rig.visit(over=False)
    picture = add(rig, visit, content, media_type, **about)
    rig.station.deliver(VisitClosed(visit=visit.id, at=visit.at, how="finished"))
    return picture, visit


def add(rig: Rig, visit: VisitAtStation, content: bytes, media_type: str, **about: Any) -> Picture:
    picture = Picture(rig.station, content, media_type, **SKIN | about)
    picture.visit = visit
    picture.send(*picture.chunks)
    rig.station.deliver(picture.attached())

    def ready() -> bool:
        return any(row.id == picture.manifest.id and row.state == "ready" for row in rig.hub.rows(Blob))

    eventually(ready, "the picture")
    return picture


def addresses(found: dict[str, Json]) -> list[str]:
    """Return where the documents at the target say the bytes are; empty: nowhere."""
    documents = [one for name, one in found.items() if name.startswith("DocumentReference/")]
    media = [one for name, one in found.items() if name.startswith("Media/")]
    told = sorted(one["content"][0]["attachment"].get("url", "") for one in documents)
    assert sorted(one["content"].get("url", "") for one in media) == told
    return told


def test_bytes_go_along_and_come_later_where_they_were_refused(rig: Rig) -> None:
    rig.add()
    content = traced_jpeg() + bytes(3 * CHUNK)
    _, visit = take(rig, content)
    found = rig.there(visit)
    [place] = addresses(found)
    [(identity, file)] = rig.record.files().items()
    data = base64.b64decode(file["data"])
    assert place == f"Binary/{identity}"
    assert (file["type"], SECRET in data, len(data)) == ("image/jpeg", False, found_size(found))
    patient = next(one for name, one in found.items() if name.startswith("Patient/"))
    assert file["about"] == f"Patient/{patient['id']}"  # who may read it is for that server to say
    assert f"Binary/{identity}" in str([one for name, one in found.items() if name.startswith("Provenance/")])
    described = [one for one in found.values() if one["resourceType"] in {"Media", "DocumentReference"}]
    assert len(described) == 2 and against(described) == []

    # one it does not take: all else goes on, and its bytes follow once somebody has mended that
    rig.record.control(unwanted=["audio/flac"])
    sound, heard = take(rig, traced_flac(), "audio/flac", kind="sound:heart")
    rig.settled("in-part", heard)
    status = rig.status()
    assert [(one["resource"], one["status"]) for one in status["refused"]] == [
        (f"Binary/{sound.manifest.id}", 415)
    ]
    assert addresses(rig.record.newest()) == ["", "Binary/b1"]
    rig.record.control(unwanted=[])
    assert rig.hub.command("forward retry", status["refused"][0]["id"]).returncode == 0
    rig.there(heard)
    assert addresses(rig.record.newest()) == ["Binary/b1", "Binary/b2"]
    assert len(rig.record.files()) == 2
    # what could not be freed of traces stays here
    _, kept = take(rig, b"\xff\xd8" + SECRET)
    rig.there(kept)
    assert len(rig.record.files()) == 2


def found_size(found: dict[str, Json]) -> int:
    [media] = [one for name, one in found.items() if name.startswith("Media/")]
    return int(media["content"]["size"])


@pytest.mark.parametrize("fault", ["lost", "503"])
def test_a_file_that_fails_on_its_way_is_named_once(rig: Rig, fault: str) -> None:
    rig.record.control(fault=fault, times=1)
    rig.hub.kill()  # so that the first thing the target hears of is decided here
    rig.hub.start()
    rig.station.reconnect()
    rig.add("--from-start")
    _, visit = take(rig, plain_jpeg())
    found = rig.there(visit)
    [place] = addresses(found)
    assert place.removeprefix("Binary/") in rig.record.files()


def test_larger_ones_stay_here_and_are_shown_to_the_operator(rig: Rig) -> None:
    rig.add("--largest-mib", "0")
    _, visit = take(rig, plain_jpeg())
    rig.settled("in-part", visit)
    [refused] = rig.status()["refused"]
    assert "more than the 0 that go" in refused["words"]
    assert rig.record.files() == {}
    assert addresses(rig.record.newest()) == [""]
    assert {row.type for row in rig.hub.rows(ForwardItem)} >= {"Binary", "Media"}
