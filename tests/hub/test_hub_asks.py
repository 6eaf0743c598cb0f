"""A provider asks the patient in the call for a picture or a sound; the answer comes back to the console."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from hub_process import Browser, HubProcess, eventually
from hub_room import Room
from hub_station import WALL, StationClient

from contract import asks, wire
from contract.talk import AskAnswered, AskWithdrawn, CaptureAsked, ChatLine, MeasureAsked
from hub.intake import quarantine
from hub.models import Ask, Audit, LiveMessage


@pytest.fixture
def room(hub: HubProcess, station: StationClient) -> Iterator[Room]:
    with Room(hub, station) as made:
        made.station.send(made.visit.session_key())
        yield made


def say(room: Room, ask: UUID, answer: str, why: str = "") -> None:
    told = AskAnswered(id=uuid4(), visit=room.visit.id, at=WALL, ask=ask, answer=answer, why=why)
    room.station.send(room.visit.live(told))


def wishes(room: Room) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = room.browser.get(f"/api/visits/{room.visit.id}").json()["asks"]
    return found


def becomes(room: Room, *states: str) -> None:
    eventually(lambda: [w["state"] for w in wishes(room)] == list(states), f"wishes to be {states}")


def test_a_picture_is_asked_for_and_each_answer_reaches_the_console(room: Room) -> None:
    room.in_call()
    room.do("ask-capture", {"kind": "photo:skin", "note": " The left shin "})
    ask, told = room.live(CaptureAsked)
    assert (told.kind, told.note) == ("photo:skin", "The left shin")
    [shown] = wishes(room)
    assert (shown["id"], shown["state"], shown["by"], shown["mine"]) == (str(ask), "asked", "Dr Ada", True)
    for answer, why in ((asks.YES, ""), (asks.FAILED, "camera-failed"), (asks.DONE, "")):
        say(room, ask, answer, why)
        becomes(room, answer)
    say(room, ask, asks.YES)  # an old one, sent again
    room.do("ask-measure", {"act": "oximetry"})
    measure, _ = room.live(MeasureAsked)
    say(room, measure, asks.CANNOT, "not-connected")
    becomes(room, asks.DONE, asks.CANNOT)
    assert wishes(room)[1]["why"] == "not-connected"
    rows = [r for r in room.hub.rows(Audit) if r.target == str(room.visit.id)]
    assert [(r.actor, r.outcome) for r in rows if r.action == "ask-capture"] == [("user:ada", "200")]


def test_the_end_of_the_call_ends_what_was_asked_in_it(room: Room) -> None:
    room.in_call()
    for kind in ("photo:eye", "sound:heart"):
        room.do("ask-capture", {"kind": kind})
    first, _ = room.live(CaptureAsked)
    say(room, first, asks.NO)
    becomes(room, asks.NO, "asked")
    room.do("end-call")
    becomes(room, asks.NO, "call-ended")
    # a session that comes back is not asked any more
    kept = {m.id for m in room.hub.rows(LiveMessage) if m.visit_id == room.visit.id and not m.acknowledged_at}
    assert kept.isdisjoint({UUID(wish["id"]) for wish in wishes(room)})
    second = UUID(wishes(room)[1]["id"])
    say(room, second, asks.DONE)  # it was taken before the station heard of the end
    becomes(room, asks.NO, asks.DONE)


def test_the_provider_takes_it_back(room: Room) -> None:
    room.in_call()
    room.do("ask-capture", {"kind": "clip:walking"})
    ask, _ = room.live(CaptureAsked)
    with Browser(room.hub, "bea") as other:
        assert other.send(f"/api/asks/{ask}/withdraw").json()["error"]["code"] == "taken"
    assert room.browser.send(f"/api/asks/{ask}/withdraw").status_code == 200
    assert room.live(AskWithdrawn)[1].ask == ask
    becomes(room, "withdrawn")
    assert room.browser.send(f"/api/asks/{ask}/withdraw").json()["error"]["code"] == "answered"
    assert room.browser.send(f"/api/asks/{uuid4()}/withdraw").status_code == 404


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"kind": "photo:soul"}, 422),
        ({"kind": "measure:oximetry"}, 422),
        ({"kind": "photo:skin", "note": "x" * 201}, 422),
        ({"kind": 3}, 422),
        ({}, 422),
    ],
)
def test_what_cannot_be_asked_for(room: Room, told: dict[str, Any], status: int) -> None:
    room.in_call()
    assert room.browser.send(f"/api/visits/{room.visit.id}/ask-capture", told).status_code == status
    assert wishes(room) == []


def test_only_in_ones_own_call(room: Room) -> None:
    url = f"/api/visits/{room.visit.id}/ask-capture"
    room.asks()
    assert room.browser.send(url, {"kind": "photo:skin"}).json()["error"]["code"] == "no-call"
    room.in_call()
    with Browser(room.hub, "bea") as other:
        assert other.send(url, {"kind": "photo:skin"}).json()["error"]["code"] == "taken"
    assert wishes(room) == []


def test_an_answer_to_nothing_is_set_aside(room: Room) -> None:
    say(room, uuid4(), asks.YES)
    room.in_call()
    room.do("ask-capture", {"kind": "photo:skin"})
    ask, _ = room.live(CaptureAsked)
    say(room, ask, "perhaps")
    line = ChatLine(id=uuid4(), visit=room.visit.id, at=WALL, sender="patient", text="last")
    room.station.send(room.visit.live(line))
    room.station.send(wire.LiveAck(id=ask))

    def reasons() -> bool:
        told = " / ".join(str(row["reason"]) for row in room.hub.db.read_now(quarantine.listed))
        return "a wish that is not known" in told and "a wish that is none" in told

    eventually(reasons, "both in quarantine")
    assert [row.answer for row in room.hub.rows(Ask) if row.id == ask] == [""]
