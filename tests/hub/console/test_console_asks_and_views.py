"""A real hub between: a photo and a sound are asked for, come by the chunk, and are looked at."""

import asyncio
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

import pytest
from hub_process import HubProcess
from hub_station import WALL, StationClient, StationSocket, VisitAtStation
from playwright.async_api import Page, expect
from test_hub_pictures import Picture
from traced_files import plain_jpeg, traced_flac

from contract import asks, wire
from contract.blob import CHUNK
from contract.documents import ConsentGiven, Identified, Person
from contract.talk import AskAnswered, CaptureAsked
from hub.accounts import people
from hub.models import Audit

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.e2e]

T = TypeVar("T")
SOON = 30_000


class Patient:
    """A patient at a station whose every message is real; what blocks is done in a thread."""

    def __init__(self, hub: HubProcess, stack: ExitStack) -> None:
        self.hub = hub
        self.station = stack.enter_context(StationClient.enrolled(hub, "Elm Street Pharmacy"))
        self.visit = VisitAtStation(self.station)
        self.socket: StationSocket = stack.enter_context(self.station.socket())
        told: Any = {"visit": self.visit.id, "at": self.visit.at}
        self.station.deliver(
            self.visit.opened(),
            ConsentGiven(**told, version="2026-11", language="en", given=True),
            Identified(**told, person=Person("Rosa", "Quilliam", "1961-04-05")),
        )
        self.socket.send(wire.CallRequest(visit=self.visit.id, level="N", language="en"))

    def asked(self) -> tuple[UUID, str, str]:
        """Wait for a wish; say yes to it."""
        while True:
            told = self.socket.until(wire.LiveIn)
            live = self.visit.open(told)
            self.socket.send(wire.LiveAck(id=told.id))
            if isinstance(live, CaptureAsked):
                yes = AskAnswered(id=uuid4(), visit=self.visit.id, at=WALL, ask=live.id, answer=asks.YES)
                self.socket.send(self.visit.live(yes))
                return live.id, live.kind, live.note

    def takes(self, content: bytes, media_type: str, **about: Any) -> Picture:
        """Take what was asked for; nothing of it is sent yet."""
        taken = Picture(self.station, content, media_type, **about)
        taken.visit = self.visit
        return taken


async def aside(work: Callable[[], T]) -> T:
    """Do what blocks beside the page."""
    return await asyncio.to_thread(work)


@pytest.fixture
def patient(tmp_path: Path, dist: Path) -> Iterator[Patient]:
    assert dist.is_dir()  # the real hub serves it
    with ExitStack() as stack:
        yield Patient(stack.enter_context(HubProcess(tmp_path)), stack)


async def ask(page: Page, kind: str, note: str = "") -> None:
    await page.get_by_test_id("ask-kind").select_option(kind)
    await page.get_by_test_id("ask-note").fill(note)
    await page.get_by_test_id("ask-capture").click()


async def test_a_photo_and_a_sound_are_asked_for_received_and_looked_at(page: Page, patient: Patient) -> None:
    hub = patient.hub
    hub.db.write_now(lambda s: people.add(s, "ada", "Dr Ada", "provider", None))
    await page.goto(f"{hub.console}/#code={hub.code('ada')}")
    row = page.locator(f"#row-{patient.visit.id}")
    await row.press("Enter", timeout=SOON)
    await page.get_by_test_id("accept").click()
    patient.socket.send(patient.visit.session_key())

    await ask(page, "photo:skin", "The left shin, please")
    wish, kind, note = await aside(patient.asked)
    assert (kind, note) == ("photo:skin", "The left shin, please")
    wishes = page.get_by_test_id("asks").get_by_role("listitem")
    await expect(wishes.first).to_contain_text("The patient said yes", timeout=SOON)
    # in several parts, of which the last come when the page has shown the first
    photo = patient.takes(
        plain_jpeg(640, 480) + bytes(2 * CHUNK),
        "image/jpeg",
        kind=kind,
        view="close",
        mm_per_px=0.1,
        ask=wish,
    )
    await aside(lambda: patient.station.deliver(photo.attached()))
    await aside(lambda: photo.send(photo.chunks[0]))
    progress = page.get_by_test_id("progress")
    await expect(progress).to_have_text(f"1 of {len(photo.chunks)} parts here", timeout=SOON)
    await expect(wishes.first).to_contain_text("Done", timeout=SOON)
    await aside(lambda: photo.send(*photo.chunks[1:]))
    tile = page.get_by_test_id("attachment")
    await expect(tile).to_be_enabled(timeout=SOON)
    await tile.press("Enter")
    viewer = page.get_by_test_id("viewer")
    await expect(viewer.locator("img")).to_have_js_property("naturalWidth", 640, timeout=SOON)
    await expect(viewer.get_by_test_id("scale-bar")).to_have_text(re.compile(r"\d+ mm"))
    await page.keyboard.press("Escape")

    await ask(page, "sound:heart")
    wish, kind, _ = await aside(patient.asked)
    sound = patient.takes(traced_flac(), "audio/flac", kind=kind, duration_s=1.0, ask=wish)
    await aside(lambda: sound.send(*sound.chunks))
    await aside(lambda: patient.station.deliver(sound.attached()))
    await expect(tile).to_have_count(2, timeout=SOON)
    await expect(tile.nth(1)).to_be_enabled(timeout=SOON)
    await tile.filter(has_text="Sound: heart").click()
    await expect(viewer.get_by_test_id("spectrogram")).to_be_visible(timeout=SOON)
    await page.keyboard.press("Escape")

    seen = {row.target for row in hub.rows(Audit) if row.action == "fhir-binary" and row.actor == "user:ada"}
    assert seen == {str(photo.manifest.id), str(sound.manifest.id)}
    noted = [row.action for row in hub.rows(Audit) if row.target == str(patient.visit.id)]
    assert noted.count("ask-capture") == 2

    await ask(page, "clip:walking")
    await page.keyboard.press("e")
    await page.get_by_test_id("end-confirm").click()
    await expect(wishes.first).to_contain_text("The call ended first", timeout=SOON)
