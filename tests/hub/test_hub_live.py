"""Live messages and alerts through both sockets of a real hub."""

from datetime import datetime, timedelta, timezone
from uuid import UUID, uuid4

from hub_process import eventually
from hub_room import Room
from hub_station import WALL, StationClient, VisitAtStation

from contract import wire
from contract.talk import ChatLine, MeasureAsked, Plan, ProviderJoined
from hub.intake import quarantine
from hub.models import Alarm, LiveMessage, Visit
from hub.times import parse


def test_chat_goes_both_ways_sealed(room: Room) -> None:
    room.station.send(room.visit.session_key())
    now = datetime.now(timezone(timedelta(hours=13))).isoformat()  # its clock's text is later than the hub's
    said = ChatLine(id=uuid4(), visit=room.visit.id, at=now, sender="patient", text="My arm is sore")
    for _ in range(2):  # a repeat is the same line
        room.station.send(room.visit.live(said))
    room.console.send(type="watch", visit=str(room.visit.id))
    seen = room.console.until("visit", lambda m: len(m["visit"]["chat"]) > 0)
    assert [(c["text"], c["mine"]) for c in seen["visit"]["chat"]] == [("My arm is sore", False)]

    room.do("chat", {"text": " Which one? "})
    identity, line = room.live(ChatLine)
    assert (line.text, line.sender) == ("Which one?", "Dr Ada")
    room.station.send(wire.LiveAck(id=identity))
    room.do("ask-measure", {"act": "oximetry"})
    assert room.live(MeasureAsked)[1].act == "oximetry"
    detail = room.browser.get(f"/api/visits/{room.visit.id}").json()
    assert [(c["text"], c["mine"]) for c in detail["chat"]] == [
        ("My arm is sore", False),
        ("Which one?", True),
    ]


def test_the_plan_is_kept_until_the_session_has_it(room: Room) -> None:
    room.in_call()
    plan = {"text": "Rest and drink", "disposition": "follow-up", "warning_signs": ["fever"]}
    room.do("plan", plan | {"follow_up": "Friday"}, "PUT")
    room.do("sign")
    room.station.send(room.visit.session_key())  # the key comes after what is sealed to it
    assert room.live(ProviderJoined)[1].name == "Dr Ada"
    first, told = room.live(Plan)
    assert (told.text, told.disposition, told.provider) == ("Rest and drink", "follow-up", "Dr Ada")
    assert (told.warning_signs, told.follow_up) == (("fever",), "Friday")

    room.station.connection.close()
    with room.at.socket() as again:
        room.station = again
        again_id, again_told = room.live(Plan)
        assert (again_id, again_told) == (first, told)
        again.send(wire.LiveAck(id=first))
        eventually(
            lambda: any(m.id == first and m.acknowledged_at for m in room.hub.rows(LiveMessage)),
            "the acknowledgement",
        )
    with room.at.socket() as last:
        room.station = last
        room.live(ProviderJoined)  # nobody has said to have this one
        room.do("chat", {"text": "bye"})
        assert type(room.live(Plan | ChatLine)[1]) is ChatLine

    [care] = room.browser.found("CarePlan", encounter=str(room.visit.id))
    assert care["description"] == "Rest and drink"
    assert room.browser.send(f"/api/visits/{room.visit.id}/sign").json()["error"]["code"] == "signed"
    again_put = room.browser.send(f"/api/visits/{room.visit.id}/plan", plan, "PUT")
    assert again_put.json()["error"]["code"] == "signed"


def test_another_sessions_key_or_an_unreadable_message_is_set_aside(room: Room) -> None:
    room.station.send(room.visit.session_key())
    thief = VisitAtStation(room.at)
    thief.id = room.visit.id
    room.station.send(thief.session_key())
    line = ChatLine(id=uuid4(), visit=uuid4(), at=WALL, sender="patient", text="x")
    room.station.send(room.visit.live(line))
    room.station.send(wire.VisitState(visit=room.visit.id, state="exploded"))

    def reasons() -> bool:
        told = " / ".join(str(row["reason"]) for row in room.hub.db.read_now(quarantine.listed))
        return "another session key" in told and "another visit" in told and "visit state" in told

    eventually(reasons, "the quarantine")
    [row] = [v for v in room.hub.rows(Visit) if v.id == room.visit.id]
    assert row.session_key == room.visit.public
    room.do("chat", {"text": "still there?"})  # the socket is still good
    assert room.live(ChatLine)[1].text == "still there?"


# ---- alerts ---------------------------------------------------------------------------------------


def alert(room: Room, alarm: UUID) -> wire.AlertRaised:
    return wire.AlertRaised(
        alarm=alarm, visit=room.visit.id, rule="rf-02", level="E", quiet=False, raised_at=WALL
    )


def test_an_alert_is_received_seen_and_said_to_be_seen(room: Room) -> None:
    alarm = uuid4()
    room.station.send(alert(room, alarm))
    assert room.station.until(wire.AlertReceived).alarm == alarm
    shown = room.console.until("alarm", lambda m: m["alarm"]["id"] == str(alarm))
    assert (shown["visit"], shown["alarm"]["acknowledged_at"]) == (str(room.visit.id), None)
    room.station.send(alert(room, alarm))  # repeated until somebody has seen it
    assert room.station.until(wire.AlertReceived).alarm == alarm

    assert room.browser.send(f"/api/alarms/{alarm}/acknowledge").status_code == 200

    seen = room.station.until(wire.AlertAcknowledged)
    assert (seen.alarm, seen.by) == (alarm, "provider")  # a role, no name
    assert len([a for a in room.hub.rows(Alarm) if a.id == alarm]) == 1
    [flag] = room.browser.found("Flag", encounter=str(room.visit.id))
    assert flag["status"] == "inactive"
    with room.at.socket() as again:  # who missed it is told again
        assert again.until(wire.AlertAcknowledged, lambda m: m.alarm == alarm).by == "provider"


def test_an_alert_seen_on_site_is_told_to_the_console(room: Room) -> None:
    alarm = uuid4()
    room.station.send(alert(room, alarm))
    room.station.until(wire.AlertReceived)
    room.station.send(wire.AlertSeen(alarm=alarm, by="pharmacist", at=WALL))
    room.console.send(type="watch", visit=str(room.visit.id))
    seen = room.console.until("visit", lambda m: m["visit"]["alarms"][0]["acknowledged_by"] is not None)
    assert seen["visit"]["alarms"][0]["acknowledged_by"] == "pharmacist (on site)"
    assert parse(seen["visit"]["alarms"][0]["acknowledged_at"]) == parse(
        WALL
    )  # when it was, told late or not


def test_another_station_cannot_speak_for_a_visit(room: Room) -> None:
    call = room.in_call()
    with StationClient.enrolled(room.hub, "Other Street") as other, other.socket() as socket:
        socket.until(wire.HubHello)
        socket.send(wire.Signal(call=call, generation=9, kind="offer", sdp="stolen"))
        socket.send(wire.CallCancel(visit=room.visit.id))
        socket.send(alert(room, uuid4()))

        def set_aside() -> bool:
            listed = room.hub.db.read_now(quarantine.listed)
            return sum(1 for row in listed if row["station"] == other.id) == 3

        eventually(set_aside, "the quarantine")
    assert room.state() == "in-call"
