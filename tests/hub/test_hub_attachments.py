"""Photos and sounds by the chunk, to a real hub: whole in any order, or set aside with a reason."""

import base64
import hashlib
import io
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hub_process import Browser, HubProcess, eventually
from hub_station import OXIMETER, StationClient, VisitAtStation
from msgspec.structs import replace

from contract.blob import CHUNK, Chunk, Manifest, Sealer, chunks_of
from contract.documents import Attached, Captured
from contract.envelope import Fate, sign_batch
from hub.intake import decisions, quarantine
from hub.models import Audit, Blob, Quarantine, Resource


@pytest.fixture(scope="module")
def provider(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


class Photo:
    """A photo of a visit, sealed and not yet delivered."""

    def __init__(self, station: StationClient, content: bytes, media_type: str = "image/jpeg") -> None:
        self.station, self.content = station, content
        self.visit = VisitAtStation(station)
        sealer = Sealer(io.BytesIO(content), station=station.id)
        self.chunks = list(sealer)
        self.manifest = sealer.manifest()
        self.media_type = media_type

    def attached(self, **changes: Any) -> Attached:
        """Return the document that is put last."""
        about = Captured(
            media_type=self.media_type,
            title="Rash on the left arm",
            taken=self.visit.at,
            device=OXIMETER,
            site="left-upper-arm",
        )
        told = Attached(visit=self.visit.id, at=self.visit.at, blob=self.manifest, about=about)
        if "media_type" in changes:
            return replace(told, about=replace(about, **changes))
        return replace(told, **changes)

    def send(self, *chunks: Chunk) -> None:
        """Deliver chunks."""
        receipt = self.station.post(
            sign_batch([self.station.chunk(c, self.visit.id) for c in chunks], self.station.key)
        )
        assert {item.fate for item in receipt.items} == {Fate.STORED}

    def deliver(self) -> "Photo":
        """Deliver all of it."""
        self.station.deliver(self.visit.opened())
        self.send(*self.chunks)
        self.station.deliver(self.attached())
        return self


def state(hub: HubProcess, photo: Photo) -> str | None:
    return next((row.state for row in hub.rows(Blob) if row.id == photo.manifest.id), None)


def becomes(hub: HubProcess, photo: Photo, wanted: str) -> None:
    eventually(lambda: state(hub, photo) == wanted, f"an attachment that is {wanted}")


def described(provider: Browser, photo: Photo) -> dict[str, Any]:
    found = provider.fhir(f"DocumentReference/{photo.manifest.id}")
    assert isinstance(found, dict)
    return found


def path(photo: Photo) -> str:
    return f"/fhir/R4/Binary/{photo.manifest.id}"


@pytest.fixture(scope="module")
def photo(hub: HubProcess, station: StationClient) -> Photo:
    made = Photo(station, os.urandom(2 * CHUNK + 1000)).deliver()
    becomes(hub, made, "ready")
    return made


def test_an_attachment_becomes_fhir_with_its_bytes(
    hub: HubProcess, station: StationClient, provider: Browser, photo: Photo
) -> None:
    found = described(provider, photo)
    attachment = found["content"][0]["attachment"]
    assert found["docStatus"] == "final"
    assert found["type"]["coding"][0]["code"] == "72170-4"
    assert found["context"]["encounter"] == [{"reference": f"Encounter/{photo.visit.id}"}]
    assert found["extension"][0]["valueCodeableConcept"]["text"] == "left upper arm"
    assert attachment["url"] == f"Binary/{photo.manifest.id}"
    assert (attachment["contentType"], attachment["size"]) == ("image/jpeg", len(photo.content))
    [author] = found["author"]
    assert provider.fhir(author["reference"])["modelNumber"] == OXIMETER.model
    assert provider.get(path(photo)).content == photo.content
    told = provider.found("Provenance", target=f"DocumentReference/{photo.manifest.id}")
    assert sorted(one["activity"]["coding"][0]["code"] for one in told) == ["CREATE", "UPDATE"]
    assert f"Binary/{photo.manifest.id}" in str(told)
    everything = provider.fhir(f"Encounter/{photo.visit.id}/$everything")
    assert found in [entry["resource"] for entry in everything["entry"]]
    search = provider.found("DocumentReference", encounter=f"Encounter/{photo.visit.id}")
    assert search == [found]


@pytest.mark.parametrize("size", [0, 1, CHUNK], ids=["empty", "a-byte", "a-chunk"])
def test_the_smallest_ones(hub: HubProcess, station: StationClient, provider: Browser, size: int) -> None:
    photo = Photo(station, os.urandom(size)).deliver()
    becomes(hub, photo, "ready")
    assert provider.get(path(photo)).content == photo.content


def test_chunks_and_manifest_in_any_order(hub: HubProcess, station: StationClient, provider: Browser) -> None:
    photo = Photo(station, os.urandom(3 * CHUNK))
    photo.send(photo.chunks[2])  # before the visit is known
    station.deliver(photo.attached())
    becomes(hub, photo, "waiting")
    found = described(provider, photo)
    assert found["docStatus"] == "preliminary"
    assert "url" not in found["content"][0]["attachment"]
    assert provider.get(path(photo)).status_code == 404
    photo.send(photo.chunks[0])
    station.deliver(photo.visit.opened())
    assert state(hub, photo) == "waiting"
    photo.send(photo.chunks[1])
    becomes(hub, photo, "ready")
    assert provider.get(path(photo)).content == photo.content


def test_a_chunk_that_comes_twice_is_there_once(
    hub: HubProcess, station: StationClient, provider: Browser, photo: Photo
) -> None:
    """The same envelope again, and the same chunk in another one (the station's disk had lost the first)."""
    before = len(hub.rows(Resource))
    batch = sign_batch([station.chunk(photo.chunks[1], photo.visit.id)], station.key)
    for _ in range(2):
        [item] = station.post(batch).items
        assert item.fate is Fate.STORED
    assert provider.get(path(photo)).content == photo.content
    assert len(hub.rows(Resource)) == before


def test_the_same_manifest_again_changes_nothing(
    hub: HubProcess, station: StationClient, provider: Browser, photo: Photo
) -> None:
    found = described(provider, photo)
    station.deliver(photo.attached())
    other = Photo(station, b"later").deliver()
    becomes(hub, other, "ready")  # so the one before it is filed
    assert described(provider, photo) == found


def _quarantined(hub: HubProcess, photo: Photo) -> Quarantine:
    [row] = [r for r in hub.rows(Quarantine) if r.station_id == photo.station.id and r.settled_at is None]
    return row


def _wrong(photo: Photo, how: str) -> None:
    """Spoil what will be delivered."""
    told = photo.manifest
    match how:
        case "hash":
            photo.manifest = replace(told, sha256=bytes(32))
        case "other-content":
            forged = Photo(photo.station, photo.content)
            photo.chunks[1] = Chunk(1, photo.chunks[1].id, forged.chunks[1].sealed, CHUNK)
        case "swapped":
            one, two = photo.chunks[:2]
            photo.chunks[:2] = [Chunk(0, one.id, two.sealed, CHUNK), Chunk(1, two.id, one.sealed, CHUNK)]
        case "cut":
            size = len(photo.content) - 1
            photo.manifest = Manifest(told.id, told.key, size, chunks_of(size), told.sha256)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("hash", "the hash differs"),
        ("other-content", "part 2 of 3 is of something else"),
        ("swapped", "part 1 of 3 does not open"),
        ("cut", "part 3 of 3 has another size"),
    ],
)
def test_what_is_not_what_its_manifest_says_is_set_aside(
    hub: HubProcess, provider: Browser, how: str, words: str
) -> None:
    with StationClient.enrolled(hub, f"Wrong {how}") as station:
        photo = Photo(station, os.urandom(2 * CHUNK + 100))
        _wrong(photo, how)
        photo.deliver()

        becomes(hub, photo, "quarantined")
        row = _quarantined(hub, photo)
        assert words in row.reason
        assert row.code == "attachment"
        assert described(provider, photo)["docStatus"] == "preliminary"
        assert provider.get(path(photo)).status_code == 404

        if how != "hash":
            return
        # a person has it tried again: still wrong, still kept
        hub.db.write_now(lambda s: decisions.release(s, row.id, "olga", "again"))
        eventually(lambda: _open(hub, row), "the second finding")
        assert words in _quarantined(hub, photo).reason


def _open(hub: HubProcess, row: Quarantine) -> bool:
    return any(r["id"] == row.id for r in hub.db.read_now(quarantine.listed))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"media_type": "text/html; charset=x"}, "media type is none"),
        ({"blob": Manifest(UUID(int=9), bytes(32), 1, 2, bytes(32))}, "1 bytes are not 2 chunks"),
    ],
)
def test_a_manifest_that_cannot_be_is_set_aside(hub: HubProcess, changes: dict[str, Any], words: str) -> None:
    with StationClient.enrolled(hub, "Impossible") as station:
        photo = Photo(station, b"x")
        station.deliver(photo.visit.opened(), photo.attached(**changes))
        eventually(lambda: any(r.station_id == station.id for r in hub.rows(Quarantine)), "the finding")
        assert words in _quarantined(hub, photo).reason


def test_another_attachment_under_the_same_id_is_kept_beside(hub: HubProcess, provider: Browser) -> None:
    with StationClient.enrolled(hub, "Twice") as station:
        photo = Photo(station, os.urandom(100)).deliver()
        becomes(hub, photo, "ready")
        other = Photo(station, os.urandom(100))
        photo.manifest, before = replace(other.manifest, id=photo.manifest.id), photo.manifest
        station.deliver(photo.attached())
        eventually(lambda: any(r.station_id == station.id for r in hub.rows(Quarantine)), "the finding")
        assert "used before for another" in _quarantined(hub, photo).reason
        photo.manifest = before
        assert provider.get(path(photo)).content == photo.content


def test_another_stations_chunks_are_not_taken_for_ours(hub: HubProcess, station: StationClient) -> None:
    photo = Photo(station, os.urandom(CHUNK + 1))
    with StationClient.enrolled(hub, "Stranger") as stranger:
        second = photo.chunks.pop()
        batch = sign_batch([stranger.chunk(second, photo.visit.id)], stranger.key)
        stranger.post(batch)
        photo.deliver()
        other = Photo(station, b"later").deliver()
        becomes(hub, other, "ready")
        assert state(hub, photo) == "waiting"


@pytest.mark.faults
def test_a_hub_killed_anywhere_makes_it_whole_once(tmp_path: Path) -> None:
    with HubProcess(tmp_path) as hub, StationClient.enrolled(hub, "Fragile") as station:
        photos = [Photo(station, os.urandom(16 * CHUNK)) for _ in range(6)]
        for n, photo in enumerate(photos):
            photo.deliver()
            time.sleep(n * 0.01)  # killed somewhere between filing and the last commit
            hub.kill()
            hub.start()
            station.reconnect()
        with Browser(hub, "ada") as browser:
            for photo in photos:
                becomes(hub, photo, "ready")
                assert browser.get(path(photo)).content == photo.content
                told = browser.found("Provenance", target=f"Binary/{photo.manifest.id}")
                assert len(told) == 1


# ---- Binary ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "first", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-", 0, None),
        ("bytes=-1", -1, None),
        (f"bytes={CHUNK - 1}-{CHUNK}", CHUNK - 1, CHUNK + 1),
        (f"bytes={CHUNK}-{2 * CHUNK + 5}", CHUNK, 2 * CHUNK + 6),
        ("bytes=10-99999999", 10, None),
        ("bytes=-99999999", 0, None),
    ],
)
def test_a_range(provider: Browser, photo: Photo, asked: str, first: int, end: int | None) -> None:
    answer = provider.http.get(path(photo), headers={"Range": asked})
    part = photo.content[first:end]
    assert (answer.status_code, answer.content) == (206, part)
    start = max(0, len(photo.content) + first) if first < 0 else first
    assert answer.headers["content-range"] == f"bytes {start}-{start + len(part) - 1}/{len(photo.content)}"
    assert answer.headers["content-length"] == str(len(part))


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=-0"])
def test_a_range_that_is_not_there(provider: Browser, photo: Photo, asked: str) -> None:
    answer = provider.http.get(path(photo), headers={"Range": asked})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{len(photo.content)}"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Range": "bytes=5-2"},
        {"Range": "bytes=0-1,5-6"},
        {"Range": "lines=1-2"},
        {"Range": "bytes=-"},
        {"Range": "bytes=0-1", "If-Range": '"another"'},
    ],
)
def test_otherwise_the_whole(provider: Browser, photo: Photo, headers: dict[str, str]) -> None:
    answer = provider.http.get(path(photo), headers=headers)
    assert (answer.status_code, answer.content) == (200, photo.content)
    assert answer.headers["etag"] == f'"{hashlib.sha256(photo.content).hexdigest()}"'
    same = provider.http.get(path(photo), headers={"Range": "bytes=0-1", "If-Range": answer.headers["etag"]})
    assert (same.status_code, same.content) == (206, photo.content[:2])


def test_its_head_alone(provider: Browser, photo: Photo) -> None:
    answer = provider.http.head(path(photo))
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == str(len(photo.content))


@pytest.mark.parametrize("size", [0, 1, 2, CHUNK, CHUNK + 1])
def test_as_a_fhir_resource(hub: HubProcess, station: StationClient, provider: Browser, size: int) -> None:
    photo = Photo(station, os.urandom(size)).deliver()
    becomes(hub, photo, "ready")
    answer = provider.http.get(path(photo), headers={"Accept": "application/fhir+json"})
    assert answer.headers["content-type"] == "application/fhir+json"
    told = answer.json()
    assert (told["resourceType"], told["id"]) == ("Binary", str(photo.manifest.id))
    assert base64.b64decode(told.get("data", "")) == photo.content


@pytest.mark.parametrize(
    ("sent", "served"),
    [
        ("image/jpeg", "application/octet-stream"),  # it is none, and not shown as one
        ("audio/wav", "application/octet-stream"),
        ("audio/ogg", "audio/ogg"),
        ("application/dicom", "application/dicom"),
        ("text/html", "application/octet-stream"),
        ("image/svg+xml", "application/octet-stream"),
        ("application/javascript", "application/octet-stream"),
        ("application/pdf", "application/octet-stream"),
    ],
)
def test_a_hostile_file_runs_nothing_in_the_consoles_origin(
    hub: HubProcess, station: StationClient, provider: Browser, sent: str, served: str
) -> None:
    photo = Photo(station, b"<script>alert(document.cookie)</script>", sent).deliver()
    becomes(hub, photo, "ready")
    answer = provider.get(path(photo))
    assert answer.headers["content-type"] == served
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="{photo.manifest.id}.')
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["cache-control"] == "no-store"
    assert described(provider, photo)["content"][0]["attachment"]["contentType"] == sent


def test_each_reading_of_one_is_noted(hub: HubProcess, photo: Photo) -> None:
    token = hub.token("dermatology")
    with Browser(hub) as browser:
        browser.http.headers["Authorization"] = f"Bearer {token}"
        assert browser.get(path(photo)).content == photo.content
    noted = [row for row in hub.rows(Audit) if row.actor == "token:dermatology"]
    assert [(row.action, row.target, row.outcome) for row in noted] == [
        ("fhir-binary", str(photo.manifest.id), "200")
    ]


def test_metadata_says_that_binaries_can_be_read(provider: Browser) -> None:
    [server] = provider.fhir("metadata")["rest"]
    told = {each["type"]: [i["code"] for i in each["interaction"]] for each in server["resource"]}
    assert told["Binary"] == ["read"]
    assert told["DocumentReference"] == ["read", "search-type"]
