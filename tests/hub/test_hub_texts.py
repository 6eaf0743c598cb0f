"""Real-time text is written nowhere; captions are put right; text is kept only if the patient wishes it."""

import base64
from collections.abc import Iterator
from uuid import uuid4

import msgspec
import pytest
from hub_process import Browser, HubProcess, eventually
from hub_room import Room
from hub_station import WALL, StationClient, VisitAtStation, instant

from contract import talk, wire
from contract.documents import Said, Transcript, VisitClosed
from contract.rtt import Reader, Update, Writer
from contract.talk import ChatLine, TextDropped, Typing
from hub.intake import quarantine
from hub.models import Audit, Chat, LiveMessage

pytestmark = pytest.mark.e2e


@pytest.fixture
def room(hub: HubProcess, station: StationClient) -> Iterator[Room]:
    with Room(hub, station) as made:
        made.station.send(made.visit.session_key())
        yield made


def watched(room: Room) -> None:
    room.console.send(type="watch", visit=str(room.visit.id))
    room.console.until("visit", lambda m: m["visit"]["id"] == str(room.visit.id))


def letters(text: str, first: int = 1) -> list[Update]:
    """Type a text, letter by letter."""
    writer, found = Writer(first), list[Update]()
    for n in range(1, len(text) + 1):
        writer.write(text[:n])
        update = writer.update(n * 0.25)
        assert update is not None
        found.append(update)
    return found


def say(room: Room, text: str) -> ChatLine:
    line = ChatLine(id=uuid4(), visit=room.visit.id, at=WALL, sender="patient", text=text)
    room.station.send(room.visit.live(line))
    return line


def texts(room: Room) -> list[str]:
    return [row.text for row in room.hub.rows(Chat) if row.visit_id == room.visit.id]


def waiting_lines(room: Room) -> list[talk.Live]:
    rows = [row for row in room.hub.rows(LiveMessage) if row.visit_id == room.visit.id]
    return [m for m in (talk.decode(r.plain) for r in rows) if isinstance(m, ChatLine | Typing)]


def test_the_patients_letters_reach_who_watches_and_are_written_nowhere(room: Room) -> None:
    watched(room)
    reader = Reader()
    for update in letters("Ay, me duele"):
        typing = Typing(id=uuid4(), visit=room.visit.id, at=WALL, update=update, sender="<forged>")
        room.station.send(room.visit.live(typing))
        told = room.console.until("typing")
        assert (told["writer"], told["sender"], told["visit"]) == ("patient", "patient", str(room.visit.id))
        assert reader.take(msgspec.convert(told["update"], Update))
    assert reader.text == "Ay, me duele"
    assert texts(room) == []
    assert not [row for row in room.hub.rows(LiveMessage) if row.visit_id == room.visit.id]


def test_the_providers_letters_reach_the_station_sealed_and_are_not_kept(room: Room) -> None:
    watched(room)
    with Browser(room.hub, "bea") as other, other.socket() as beside:
        beside.send(type="watch", visit=str(room.visit.id))
        beside.until("visit")
        for update in letters("مرحبا"):
            built = msgspec.to_builtins(update)
            room.console.send(type="typing", visit=str(room.visit.id), kind="caption", update=built)
            came = room.station.until(wire.LiveIn, lambda m: not m.keep)
            typing = room.visit.open(came)
            assert isinstance(typing, Typing)
            assert (typing.update, typing.kind, typing.sender) == (update, "caption", "Dr Ada")
            assert beside.until("typing")["sender"] == "Dr Ada"
    assert waiting_lines(room) == []


def test_letters_for_a_visit_that_is_not_watched_go_nowhere(room: Room) -> None:
    watched(room)
    [update] = letters("x")
    for visit in (uuid4(), room.visit.id):
        built = msgspec.to_builtins(update)
        room.console.send(type="typing", visit=str(visit), kind="chat", update=built)
    came = room.station.until(wire.LiveIn, lambda m: not m.keep)
    assert came.visit == room.visit.id


def test_another_stations_letters_are_set_aside(room: Room, hub: HubProcess) -> None:
    watched(room)
    with StationClient.enrolled(hub, "Elsewhere") as thief, thief.socket() as socket:
        fake = VisitAtStation(thief)
        fake.id = room.visit.id
        socket.send(fake.live(Typing(id=uuid4(), visit=fake.id, at=WALL, update=letters("x")[0])))

        def aside() -> bool:
            told = [str(row["reason"]) for row in room.hub.db.read_now(quarantine.listed)]
            return any("not this station's" in reason for reason in told)

        eventually(aside, "the quarantine")
        say(room, "mine")
        seen = room.console.until("visit", lambda m: bool(m["visit"]["chat"]))
        assert [line["text"] for line in seen["visit"]["chat"]] == ["mine"]


def test_a_caption_is_put_right_by_who_wrote_it(room: Room) -> None:
    watched(room)
    line = uuid4()
    room.do("chat", {"text": "Take too tablets.", "kind": "caption", "line": str(line)})
    _, told = room.live(ChatLine)
    assert (told.kind, told.line, told.corrects) == ("caption", line, None)
    room.do("chat", {"text": "Take two tablets.", "kind": "caption", "corrects": str(told.id)})
    right = room.live(ChatLine)[1]
    while right.corrects is None:  # the first, sent again: nobody has said to have it
        right = room.live(ChatLine)[1]
    assert (right.text, right.corrects) == ("Take two tablets.", told.id)
    [shown] = room.browser.get(f"/api/visits/{room.visit.id}").json()["chat"]
    assert (shown["text"], shown["kind"], shown["line"]) == ("Take two tablets.", "caption", str(line))
    assert shown["corrected"] is True
    theirs = say(room, "My own words")
    eventually(lambda: "My own words" in texts(room), "the patient's line")
    for other in (theirs.id, uuid4()):
        refused = room.browser.send(
            f"/api/visits/{room.visit.id}/chat", {"text": "changed", "corrects": str(other)}
        )
        assert refused.status_code == 404
    assert "changed" not in texts(room)


def test_what_the_patient_does_not_want_kept_is_erased_at_once(room: Room) -> None:
    watched(room)
    say(room, "private")
    room.do("chat", {"text": "also private"})
    eventually(lambda: len(texts(room)) == 2, "both lines")
    room.station.send(room.visit.live(TextDropped(id=uuid4(), visit=room.visit.id, at=WALL)))
    seen = room.console.until("visit", lambda m: m["visit"]["text_kept"] is False)
    assert seen["visit"]["chat"] == []
    assert waiting_lines(room) == []
    dropped = [r for r in room.hub.rows(Audit) if r.action == "text-dropped"]
    assert [r.target for r in dropped] == [str(room.visit.id)]


def test_without_a_word_of_the_patients_it_is_erased_with_the_end_of_the_visit(room: Room) -> None:
    say(room, "private")
    room.do("chat", {"text": "also private"})
    eventually(lambda: len(texts(room)) == 2, "both lines")
    room.at.deliver(VisitClosed(visit=room.visit.id, at=instant(room.at.boot), how="left"))
    eventually(lambda: texts(room) == [], "nothing kept")
    assert waiting_lines(room) == []
    assert room.browser.get(f"/api/visits/{room.visit.id}").json()["text_kept"] is False


def transcript(room: Room, *lines: Said) -> Transcript:
    return Transcript(visit=room.visit.id, at=instant(room.at.boot), lines=lines)


def test_a_transcript_is_filed_and_what_was_written_stays(room: Room) -> None:
    say(room, "مرحبا")
    eventually(lambda: len(texts(room)) == 1, "the line")
    lines = (
        Said(WALL, "patient", "chat", "مرحبا"),
        Said("2026-11-24T09:31:00+01:00", "Dr Ada", "caption", "Two tablets."),
    )
    room.at.deliver(transcript(room, lines[0]))
    room.at.deliver(transcript(room, *lines))  # after a second call: all of it
    room.at.deliver(VisitClosed(visit=room.visit.id, at=instant(room.at.boot), how="finished"))

    def filed() -> bool:
        found = room.browser.found("DocumentReference", encounter=str(room.visit.id))
        return bool(found) and found[0]["meta"]["versionId"] == "2"

    eventually(filed, "the transcript")
    [document] = room.browser.found("DocumentReference", encounter=str(room.visit.id))
    attachment = document["content"][0]["attachment"]
    text = base64.b64decode(attachment["data"]).decode()
    assert text.splitlines() == [
        f"{WALL} patient: مرحبا",
        "2026-11-24T09:31:00+01:00 Dr Ada (caption): Two tablets.",
    ]
    assert attachment["size"] == len(text.encode())
    eventually(
        lambda: room.browser.get(f"/api/visits/{room.visit.id}").json()["closed"] is not None, "the end"
    )
    assert texts(room) == ["مرحبا"]


def test_a_transcript_that_comes_after_the_text_was_erased_brings_it_back(room: Room) -> None:
    say(room, "mine")
    eventually(lambda: texts(room) == ["mine"], "the line")
    room.station.send(room.visit.live(TextDropped(id=uuid4(), visit=room.visit.id, at=WALL)))
    eventually(lambda: texts(room) == [], "nothing")
    room.at.deliver(transcript(room, Said(WALL, "patient", "chat", "mine")))
    eventually(lambda: texts(room) == ["mine"], "the line again")
    assert room.browser.get(f"/api/visits/{room.visit.id}").json()["text_kept"] is True
