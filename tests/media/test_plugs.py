"""Headphones in the station's own socket, or by USB: told once each time, from what the kernel shows."""

import asyncio
from pathlib import Path

import pytest

from media.sound import plugs
from media.sound.plugs import Places, plugged, sockets, watch

HEADSET = bytes([9, 4, 0, 0, 0, 1, 1, 0, 0, 9, 0x24, 3, 1, 0x02, 0x04, 0, 0, 0])  # output terminal 0x0402
DESK = bytes([9, 4, 0, 0, 0, 1, 1, 0, 0, 9, 0x24, 3, 1, 0x01, 0x03, 0, 0, 0])  # 0x0301: a loudspeaker


@pytest.fixture
def places(tmp_path: Path) -> Places:
    found = Places(tmp_path / "cards", tmp_path / "inputs", tmp_path / "devices")
    for folder in found:
        folder.mkdir()
    return found


def card(places: Places, number: int, descriptors: bytes) -> None:
    usb = places.cards.parent / f"usb{number}"
    (usb / "interface").mkdir(parents=True)
    (usb / "descriptors").write_bytes(descriptors)
    (places.cards / f"card{number}").mkdir()
    (places.cards / f"card{number}" / "device").symlink_to(usb / "interface")


def switch(places: Places, name: str, bits: str) -> None:
    folder = places.inputs / name / "device" / "capabilities"
    folder.mkdir(parents=True)
    (folder / "sw").write_text(f"{bits}\n")


def test_nothing_is_plugged_in_where_there_is_nothing(places: Places) -> None:
    assert not plugged(places)
    assert not plugged(Places(*(folder / "away" for folder in places)))


@pytest.mark.parametrize(("descriptors", "worn"), [(HEADSET, True), (DESK, False), (b"", False)])
def test_a_usb_device_counts_when_it_is_worn(places: Places, descriptors: bytes, worn: bool) -> None:
    card(places, 1, descriptors)
    assert plugged(places) is worn


@pytest.mark.parametrize(
    ("bits", "has"), [("4", True), ("14", True), ("ffffffff 4", True), ("10", False), ("0", False)]
)
def test_a_socket_for_headphones_is_known_by_its_switch(places: Places, bits: str, has: bool) -> None:
    switch(places, "event7", bits)
    assert [path.name for path in sockets(places)] == (["event7"] if has else [])


@pytest.mark.parametrize(("now", "found"), [(0b100, True), (0b11011, False), (0, False)])
def test_the_socket_says_whether_they_are_in(places: Places, now: int, found: bool) -> None:
    switch(places, "event7", "4")
    assert plugged(places, lambda _: now) is found


def test_a_socket_that_cant_be_asked_is_empty(places: Places) -> None:
    switch(places, "event7", "4")
    assert not plugged(places)  # no such device
    (places.devices / "event7").write_bytes(b"")
    assert not plugged(places)  # a file answers no ioctl


async def test_each_change_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugs, "LOOK_S", 0.0)
    looks = iter([False, False, True, True, False])
    told: list[bool] = []
    done = asyncio.Event()

    def look() -> bool:
        found = next(looks, None)
        if found is None:
            done.set()
            return False
        return found

    task = asyncio.create_task(watch(told.append, look))
    await done.wait()
    task.cancel()
    assert told == [False, True, False]
