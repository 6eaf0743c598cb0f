"""Is the station ready: facts in, a judgement out; and when it tests itself."""

import asyncio
from datetime import datetime
from typing import Any

import msgspec
import pytest

from contract import control
from contract.envelope import Lane
from contract.instruments import DeviceState
from contract.queue_state import QueueState
from contract.readiness import AMBER, GREEN, LACKS, LIMITED, OUT, READY, RED, REMEDIES, Item, Readiness
from kiosk.core.readiness import Facts, judge
from kiosk.core.selftest import Found, SelfTest, due

AT = "2026-11-26T06:00:00+00:00"
CUFF = DeviceState(device="c1", role="cuff", state="ready")
HEARD = control.SoundTested(running=False, heard=True)
FINE = Facts(
    devices=(CUFF,),
    disk_free=10 << 30,
    queue=QueueState(level="fine", clock="synced"),
    clock="synced",
    calls="good",
    certificate_days=800,
    camera="ok",
    sound=HEARD,
    update="current",
    at_rest="tpm2",
)


def of(**changes: Any) -> Readiness:
    return judge(FINE._replace(**changes), at=AT)


def item(found: Readiness, name: str) -> Item:
    return next(one for one in found.items if one.id == name)


def test_a_station_that_is_well_is_ready_and_says_so_of_everything() -> None:
    found = of()
    assert (found.state, found.lacks) == (READY, ())
    assert {one.colour for one in found.items} == {GREEN}
    assert {one.id for one in found.items} >= {"device", "disk", "queue", "clock", "hub", "calls", "camera"}


def device(**changes: object) -> dict[str, object]:
    return {"devices": (msgspec.structs.replace(CUFF, **changes),)}


def queue(**changes: object) -> dict[str, object]:
    return {"queue": msgspec.structs.replace(FINE.queue, **changes)}  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("changes", "name", "colour", "state", "lacks"),
    [
        (device(state="absent"), "device", RED, LIMITED, ("pressure",)),
        (device(state="absent", role="glucose-meter"), "device", GREEN, READY, ()),
        (device(state="fault", fault="port-error"), "device", RED, LIMITED, ("pressure",)),
        (device(battery_low=True), "device", AMBER, READY, ()),
        (device(attention=("calibration-due",)), "device", AMBER, READY, ()),
        ({**device(state="absent"), "spares": frozenset({"c1"})}, "device", AMBER, READY, ()),
        ({"disk_free": 10 << 20}, "disk", RED, OUT, ("saving",)),
        ({"disk_free": 300 << 20}, "disk", AMBER, READY, ()),
        (queue(level="full"), "queue", RED, OUT, ("saving",)),
        (queue(no_room=(Lane.READING,)), "queue", RED, OUT, ("saving",)),
        (queue(no_room=(Lane.MEDIA,)), "queue", GREEN, READY, ()),
        (queue(why="store"), "queue", RED, OUT, ("saving",)),
        (queue(level="short"), "queue", AMBER, READY, ()),
        ({"clock": "unsure"}, "clock", AMBER, READY, ()),
        ({"hub_online": False, "hub_why": "no-network"}, "hub", RED, LIMITED, ("calls", "sending")),
        ({"hub_online": False, "hub_why": "clock-wrong"}, "clock", RED, LIMITED, ("calls", "sending")),
        ({"calls": "slow"}, "calls", AMBER, READY, ()),
        ({"calls": "none"}, "calls", RED, LIMITED, ("calls",)),
        ({"camera": "covered"}, "camera", RED, LIMITED, ("picture",)),
        ({"camera": "camera-failed"}, "camera", RED, LIMITED, ("picture",)),
        ({"sound": msgspec.structs.replace(HEARD, heard=False)}, "microphone", AMBER, READY, ()),
        (
            {"sound": msgspec.structs.replace(HEARD, microphone_fault="x")},
            "microphone",
            RED,
            LIMITED,
            ("speaking",),
        ),
        ({"sound": msgspec.structs.replace(HEARD, speaker_fault="x")}, "speaker", RED, LIMITED, ("hearing",)),
        ({"certificate_days": 30}, "certificate", AMBER, READY, ()),
        ({"certificate_days": -1}, "certificate", RED, LIMITED, ("sending",)),
        ({"update": "failed"}, "update", AMBER, READY, ()),
        ({"profile_problem": "older"}, "profile", AMBER, READY, ()),
        ({"at_rest": "file"}, "at-rest", AMBER, READY, ()),
        ({"at_rest": "host", "staff_sign_in": True}, "at-rest", AMBER, LIMITED, ("staff-offline",)),
        (
            {"at_rest": "file", "staff_sign_in": True, "plain_at_rest_allowed": True},
            "at-rest",
            AMBER,
            READY,
            (),
        ),
        ({"disabled": "painting"}, "disabled", RED, OUT, ("all",)),
    ],
)
def test_each_fact(
    changes: dict[str, object], name: str, colour: str, state: str, lacks: tuple[str, ...]
) -> None:
    found = of(**changes)
    assert (item(found, name).colour, found.state, found.lacks) == (colour, state, lacks)
    assert all(one.remedy in REMEDIES and one.lacks in {"", *LACKS} for one in found.items)
    assert all(one.remedy for one in found.items if one.colour == RED)


def test_what_was_not_tested_says_nothing() -> None:
    names = {one.id for one in judge(Facts(), at=AT).items}
    assert names.isdisjoint({"camera", "microphone", "calls", "update", "disk"})


def test_a_headset_does_not_hear_itself_and_that_is_right() -> None:
    silent = msgspec.structs.replace(HEARD, heard=False)
    assert item(of(sound=silent, headset=True), "microphone").colour == GREEN


@pytest.mark.parametrize(
    ("hour", "at", "last", "is_due"),
    [
        (7, "06:00", "2026-11-25T06:01:00+00:00", True),
        (5, "06:00", "2026-11-25T06:01:00+00:00", False),
        (7, "06:00", "2026-11-26T06:01:00+00:00", False),
        (7, "06:00", "", True),
        (7, "", "", False),
        (7, "noon", "", False),
        (7, "99:00", "", False),
    ],
)
def test_the_mornings_test_is_made_once(hour: int, at: str, last: str, is_due: bool) -> None:
    assert due(datetime.fromisoformat(f"2026-11-26T{hour:02}:30:00+00:00"), at, last) is is_due


class Station:
    """A core as far as its self-test goes; media answers at once, or not at all."""

    def __init__(self, *, media: bool = True) -> None:
        self.visit = True
        self.media = media
        self.asked: list[object] = []
        self.told: list[Readiness] = []
        self.test = SelfTest(
            self.facts, self.to_media, self.network, self.told.append, visit_on=lambda: self.visit, morning=""
        )

    def facts(self, tested: Found) -> Facts:
        return FINE._replace(camera=tested.camera, sound=tested.sound)

    def to_media(self, message: object) -> None:
        self.asked.append(type(message))
        if not self.media:
            return
        if isinstance(message, control.TestCamera):
            self.test.camera_tested(control.CameraTested(sees=False))
        else:
            self.test.sound_tested(HEARD)

    async def network(self) -> None:
        self.asked.append("network")


async def test_it_tests_when_no_visit_is_on_and_says_what_it_found() -> None:
    site = Station()
    task = asyncio.create_task(site.test.run())
    site.test.want()
    for _ in range(10):
        await asyncio.sleep(0)
    assert site.asked == [] and site.told[-1].testing  # a visit is on: the test waits
    site.visit = False
    site.test.touch()
    for _ in range(20):
        await asyncio.sleep(0)
    assert site.asked == [control.TestCamera, control.TestSound, "network"]
    assert not site.told[-1].testing and site.told[-1].tested_at
    assert site.told[-1].lacks == ("picture",)
    said = len(site.told)
    site.test.touch()
    for _ in range(10):
        await asyncio.sleep(0)
    assert len(site.told) == said  # nothing new
    task.cancel()


async def test_media_that_does_not_answer_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.core.selftest.ANSWER_S", 0.01)
    site = Station(media=False)
    site.visit = False
    task = asyncio.create_task(site.test.run())
    site.test.want()
    for _ in range(100):
        await asyncio.sleep(0.005)
        if site.told and site.told[-1].tested_at:
            break
    task.cancel()
    assert item(site.told[-1], "camera").detail == "no-answer"
