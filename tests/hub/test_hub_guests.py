"""Guests with a part of their own: a consultant who may see pictures, a captioner who writes what is said."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from hub_process import Browser, HubProcess, eventually
from hub_station import WALL, StationClient
from test_hub_pictures import SKIN, Picture
from test_hub_rooms import Third, hub, server  # noqa: F401
from traced_files import SECRET, traced_jpeg

from contract.rtt import Writer
from contract.talk import GUEST_ROLES, ChatLine, PicturesAnswered, Typing
from hub.accounts.logins import User
from hub.models import Audit, Blob
from hub.web.caller import Rule, may


@pytest.fixture
def room(hub: HubProcess, station: StationClient) -> Iterator[Third]:  # noqa: F811
    with Third(hub, station) as made:
        yield made


def photographed(room: "Third | Other") -> Picture:
    """Take a picture in this visit; it is whole at the hub."""
    picture = Picture(room.at, traced_jpeg(), "image/jpeg", **SKIN)
    picture.visit = room.visit
    picture.send(*picture.chunks)
    room.at.deliver(picture.attached())
    eventually(
        lambda: [b for b in room.hub.rows(Blob) if b.id == picture.manifest.id and b.state == "ready"], "it"
    )
    return picture


def shows(room: Third, person: UUID, *, yes: bool) -> None:
    """The patient answers whether somebody may see the pictures."""
    told = PicturesAnswered(id=uuid4(), visit=room.visit.id, at=WALL, person=person, yes=yes)
    room.station.send(room.visit.live(told))


def consultant_in(room: Third, ruiz: Browser) -> UUID:
    """Let Dr Ruiz in."""
    person = UUID(room.invite("consultant", "ruiz")["person"])
    ruiz.send("/api/ask-to-join")
    room.people(("Dr Ada",), ("Dr Ruiz",))
    room.says(person, yes=True)
    room.people(("Dr Ada", "Dr Ruiz"))
    return person


def test_a_consultant_sees_the_pictures_by_the_patients_yes_and_only_in_the_call(room: Third) -> None:
    with Browser(room.hub, "ruiz", "consultant") as ruiz:
        listed = f"/api/calls/{room.call}/pictures"
        assert ruiz.get(listed).status_code == 404  # asked in by nobody
        picture = photographed(room)
        one = f"{listed}/{picture.manifest.id}"
        person = consultant_in(room, ruiz)
        for path in (listed, one):  # let in, and no word on pictures
            answer = ruiz.get(path)
            assert (answer.status_code, answer.json()["error"]["code"]) == (403, "not-shared")
        shows(room, person, yes=False)
        with ruiz.socket("/api/guest-socket") as theirs:
            theirs.until("invitation")
            shows(room, person, yes=True)
            assert theirs.until("invitation", lambda m: m["pictures"])["state"] == "admitted"
            [seen] = ruiz.get(listed).json()["attachments"]
            assert (seen["kind"], seen["url"], seen["state"]) == ("photo:skin", one, "ready")
            content = ruiz.get(one).content
            assert content and SECRET not in content
            part = ruiz.http.get(one, headers={"Range": "bytes=0-9"})
            assert (part.status_code, part.content) == (206, content[:10])
            other = photographed(Other(room))
            assert ruiz.get(f"{listed}/{other.manifest.id}").status_code == 404  # of another visit
            assert ruiz.get(f"{listed}/{uuid4()}").status_code == 404
            second = photographed(room)
            theirs.until("pictures")
            both = {str(each.manifest.id) for each in (picture, second)}
            eventually(
                lambda: {a["id"] for a in ruiz.get(listed).json()["attachments"]} == both, "both pictures"
            )
        assert ruiz.get(f"/fhir/R4/Binary/{picture.manifest.id}").status_code == 403  # this way alone
        room.do("remove", {"person": str(person)})
        room.people(("Dr Ada",))
        assert ruiz.get(one).status_code == ruiz.get(listed).status_code == 404
        noted = [a for a in room.hub.rows(Audit) if a.action == "guest-picture-read"]
        assert f"{room.call},{picture.manifest.id}" in {a.target for a in noted}
        assert {a.actor for a in noted} == {"user:ruiz"}


class Other:
    """Another visit at the same station."""

    def __init__(self, room: Third) -> None:
        self.at, self.hub = room.at, room.hub
        self.visit = Picture(room.at, b"x", "image/jpeg").visit
        room.at.deliver(self.visit.opened())


def test_the_patients_yes_for_family_shows_them_nothing(room: Third) -> None:
    guest, person = room.let_in()
    with guest.socket("/api/guest-socket") as theirs:
        theirs.until("invitation")
        shows(room, person, yes=True)
        assert theirs.until("invitation")["pictures"] is False
    assert guest.get(f"/api/calls/{room.call}/pictures").status_code == 403


def caption(guest: Browser, call: UUID, **told: object) -> Any:
    return guest.send(f"/api/calls/{call}/captions", {"kind": "caption"} | told)


def test_a_captioner_writes_what_is_said_once_let_in(room: Third) -> None:
    room.console.send(type="watch", visit=str(room.visit.id))
    guest = room.guest(room.invite("captioner", "Cora")["code"])
    assert caption(guest, room.call, text="too early").status_code == 404
    guest.send("/api/ask-to-join")
    [asking] = room.people(("Dr Ada",), ("Cora",)).asking
    assert asking.role == "captioner"
    room.says(asking.person, yes=True)
    room.people(("Dr Ada", "Cora"))
    with guest.socket("/api/guest-socket") as theirs:
        assert theirs.until("invitation", lambda m: m["room"])["visit"] == str(room.visit.id)
        writer = Writer(1)
        writer.write("Good morning")
        update = writer.update(0.0)
        assert update is not None
        theirs.send(
            type="typing", visit=str(room.visit.id), kind="chat", update=update
        )  # not theirs to write
        theirs.send(type="typing", visit=str(uuid4()), kind="caption", update=update)
        theirs.send(type="typing", visit=str(room.visit.id), kind="caption", update=update)
        _, typing = room.live(Typing)
        assert (typing.sender, typing.kind, typing.update.insert) == ("Cora", "caption", "Good morning")
        assert room.console.until("typing")["sender"] == "Cora"
    line = caption(guest, room.call, text="Good morning", line=str(uuid4()))
    assert line.status_code == 200
    _, said = room.live(ChatLine)
    assert (said.sender, said.kind, said.text) == ("Cora", "caption", "Good morning")
    corrected = caption(guest, room.call, text="Good evening", corrects=line.json()["id"])
    assert corrected.status_code == 200
    assert caption(guest, room.call, text="x", corrects=str(uuid4())).status_code == 404
    assert caption(guest, room.call, text="hello", kind="chat").status_code == 422
    assert caption(guest, uuid4(), text="another call").status_code == 404
    shown = room.browser.get(f"/api/visits/{room.visit.id}").json()["chat"]
    assert [(c["text"], c["sender"], c["kind"]) for c in shown] == [("Good evening", "Cora", "caption")]
    room.do("remove", {"person": str(asking.person)})
    room.people(("Dr Ada",))
    assert caption(guest, room.call, text="still here?").status_code in {401, 404}


def test_nobody_but_a_captioner_captions_as_a_guest(room: Third) -> None:
    guest, _ = room.let_in()
    assert caption(guest, room.call, text="hello").status_code == 403


@pytest.mark.parametrize("role", ["provider", "operator", *GUEST_ROLES])
def test_the_rules_of_guests(role: str) -> None:
    user = User(uuid4(), "a", "A", role, "", b"", False, 0.0)
    assert may(Rule.GUEST, user) is (role in GUEST_ROLES)
    assert may(Rule.CONSULTANT, user) is (role == "consultant")
    assert may(Rule.CAPTIONER, user) is (role == "captioner")
    assert may(Rule.PROVIDER, user) is (role == "provider")
