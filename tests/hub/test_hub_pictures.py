"""Pictures and sounds at a real hub: Media beside DocumentReference, traces gone, seen on the console."""

import base64
import hashlib
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hub_process import Browser, HubProcess, eventually
from hub_room import Room
from hub_station import OXIMETER, StationClient
from msgspec.structs import replace
from test_hub_attachments import Photo, becomes, described, path
from traced_files import SECRET, plain_jpeg, traced_flac, traced_jpeg, traced_mp4

from contract.blob import CHUNK
from contract.documents import Attached
from contract.talk import CaptureAsked
from hub.fhir.attachments import media_id
from hub.models import Quarantine

SKIN: dict[str, Any] = {
    "title": "Rash",
    "kind": "photo:skin",
    "view": "close",
    "laterality": "left",
    "site": None,
    "mm_per_px": 0.0521,
    "mm_per_px_error": 0.0004,
    "gains": (1.21, 1.0, 0.84),
    "grade": "poor",
    "reasons": ("blurred",),
    "width_px": 1,
    "height_px": 1,
}


@pytest.fixture(scope="module")
def provider(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


class Picture(Photo):
    """A picture with what the station tells of it."""

    def __init__(self, station: StationClient, content: bytes, media_type: str, **about: Any) -> None:
        super().__init__(station, content, media_type)
        self.about = about

    def attached(self, **changes: Any) -> Attached:
        told = super().attached(**changes)
        return replace(told, about=replace(told.about, **self.about))


def listed(provider: Browser, photo: Photo) -> list[dict[str, Any]]:
    found = provider.get(f"/api/visits/{photo.visit.id}").json()["attachments"]
    assert isinstance(found, list)
    return found


def shown(provider: Browser, photo: Photo) -> dict[str, Any]:
    [found] = listed(provider, photo)
    return found


def media(provider: Browser, photo: Photo) -> dict[str, Any]:
    found = provider.fhir(f"Media/{media_id(photo.manifest.id)}")
    assert isinstance(found, dict)
    return found


def test_a_photo_becomes_media_without_its_traces(
    hub: HubProcess, station: StationClient, provider: Browser
) -> None:
    photo = Picture(station, traced_jpeg(6), "image/jpeg", **SKIN).deliver()
    becomes(hub, photo, "ready")
    content = provider.get(path(photo)).content
    assert SECRET in photo.content and SECRET not in content
    found = media(provider, photo)
    assert (found["status"], found["width"], found["height"]) == ("completed", 64, 96)  # as shown: turned
    assert found["view"]["coding"][0]["code"] == "close"
    assert found["bodySite"]["coding"][0]["code"] == "left-skin"
    assert found["content"]["size"] == len(content)
    assert provider.fhir(found["device"]["reference"])["modelNumber"] == OXIMETER.model
    hashed = base64.b64encode(hashlib.sha256(content).digest()).decode()
    assert hashed in str(found["content"]["extension"])
    document = described(provider, photo)
    assert document["context"]["related"] == [{"reference": f"Media/{found['id']}"}]
    assert document["content"][0]["attachment"] == found["content"]
    told = provider.found("Provenance", target=f"Binary/{photo.manifest.id}")
    original = base64.b64encode(hashlib.sha256(photo.content).digest()).decode()
    extensions = {str(each) for each in told[0]["entity"][0]["extension"]}
    assert original in str(extensions)
    assert {"gps", "exif", "xmp"} <= {e.get("valueString") for e in told[0]["entity"][0]["extension"]}
    assert provider.found("Media", encounter=f"Encounter/{photo.visit.id}") == [found]
    everything = provider.fhir(f"Encounter/{photo.visit.id}/$everything")
    assert found in [entry["resource"] for entry in everything["entry"]]
    seen = shown(provider, photo)
    assert (seen["state"], seen["url"], seen["kind"]) == ("ready", path(photo), "photo:skin")
    assert (seen["mm_per_px"], seen["grade"], seen["reasons"]) == (0.0521, "poor", ["blurred"])
    [balance] = [one for one in found["extension"] if one["url"].endswith("white-balance")]
    assert [part["valueDecimal"] for part in balance["extension"]] == seen["gains"] == [1.21, 1.0, 0.84]
    assert seen["device"] == f"{OXIMETER.manufacturer} {OXIMETER.model}"


def test_every_range_of_what_is_shown(hub: HubProcess, station: StationClient, provider: Browser) -> None:
    photo = Picture(station, traced_jpeg(3), "image/jpeg", **SKIN).deliver()
    becomes(hub, photo, "ready")
    whole = provider.get(path(photo)).content
    for first, last in ((0, 0), (0, 40), (3, len(whole) - 1), (len(whole) - 2, len(whole) - 1)):
        answer = provider.http.get(path(photo), headers={"Range": f"bytes={first}-{last}"})
        assert (answer.status_code, answer.content) == (206, whole[first : last + 1])
    as_json = provider.http.get(path(photo), headers={"Accept": "application/fhir+json"})
    assert base64.b64decode(as_json.json()["data"]) == whole
    assert int(as_json.headers["content-length"]) == len(as_json.content)


def test_a_sound_and_a_clip(
    hub: HubProcess, station: StationClient, provider: Browser, tmp_path: Path
) -> None:
    sound = Picture(station, traced_flac(), "audio/flac", kind="sound:heart", duration_s=20.0, rate_hz=8000.0)
    clip = Picture(station, traced_mp4(tmp_path), "video/mp4", kind="clip:hands", duration_s=0.5)
    for each in (sound, clip):
        each.deliver()
        becomes(hub, each, "ready")
        assert SECRET not in provider.get(path(each)).content
        assert shown(provider, each)["removed"]
    assert media(provider, sound)["duration"] == 20.0
    assert media(provider, sound)["type"]["coding"][0]["code"] == "audio"
    assert "width" not in media(provider, sound)
    assert media(provider, clip)["type"]["coding"][0]["code"] == "video"


def test_parts_that_still_come_are_counted(
    hub: HubProcess, station: StationClient, provider: Browser
) -> None:
    content = plain_jpeg(1200, 900)
    photo = Picture(station, content + bytes(3 * CHUNK), "image/jpeg", **SKIN)
    station.deliver(photo.visit.opened())
    station.deliver(photo.attached())
    photo.send(photo.chunks[2])
    eventually(lambda: [each["parts_here"] for each in listed(provider, photo)] == [1], "the first part")
    seen = shown(provider, photo)
    assert (seen["state"], seen["parts"], seen["url"]) == ("waiting", len(photo.chunks), "")
    assert media(provider, photo)["status"] == "preparation"
    photo.send(*(chunk for chunk in photo.chunks if chunk.index != 2))
    becomes(hub, photo, "ready")
    assert provider.get(path(photo)).content == content
    assert shown(provider, photo)["parts_here"] == len(photo.chunks)


def test_what_cannot_be_cleaned_is_kept_and_not_shown(
    hub: HubProcess, station: StationClient, provider: Browser
) -> None:
    photo = Picture(station, b"\xff\xd8" + SECRET, "image/jpeg", **SKIN).deliver()
    becomes(hub, photo, "ready")
    assert (shown(provider, photo)["state"], shown(provider, photo)["url"]) == ("unreadable", "")
    answer = provider.get(path(photo))
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.content == photo.content
    assert "not shown" in str(media(provider, photo)["note"])


@pytest.mark.parametrize("wrong", [{"mm_per_px": math.nan}, {"width_px": -1}, {"view": "x" * 101}])
def test_a_number_that_cannot_be_is_set_aside(hub: HubProcess, wrong: dict[str, Any]) -> None:
    with StationClient.enrolled(hub, f"Wrong {uuid4()}") as at:
        Picture(at, plain_jpeg(), "image/jpeg", **SKIN | wrong).deliver()
        eventually(lambda: any(r.station_id == at.id for r in hub.rows(Quarantine)), "the finding")


def test_what_was_asked_for_answers_the_wish(hub: HubProcess, station: StationClient) -> None:
    with Room(hub, station) as room:
        room.station.send(room.visit.session_key())
        room.in_call()
        room.do("ask-capture", {"kind": "photo:skin"})
        ask, _ = room.live(CaptureAsked)
        photo = Picture(station, plain_jpeg(), "image/jpeg", **SKIN, ask=ask)
        photo.visit = room.visit
        photo.deliver()
        becomes(hub, photo, "ready")
        detail = room.browser.get(f"/api/visits/{room.visit.id}").json()
        assert [wish["state"] for wish in detail["asks"]] == ["done"]
        assert detail["attachments"][0]["ask"] == str(ask)
