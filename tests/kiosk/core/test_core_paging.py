""" "Get a person": tones and the site's own paging, the hub after the set time, and who has answered."""

import asyncio
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from uuid import UUID

import msgspec
import pytest

from contract import station, wire
from contract.profile import PagingConfig, Profile
from kiosk.core.alarms import Alarms
from kiosk.core.paging import AGAIN_S, CHIME_FOR_S, GRACE_S, Pages
from kiosk.core.site import Notice, Site, allowed

VISIT = UUID(int=5)
OTHER = UUID(int=6)
PROFILE = Profile(
    version=1,
    station=UUID(int=7),
    name="Elm Street Pharmacy",
    address="12 Elm Street",
    site_phone="",
    hub_url="https://localhost:1",
)


class House:
    """A station with pages, a clock that is set by hand, and a hub that is there or not."""

    def __init__(self, *, loudspeaker: bool = True, url: str = "", hub: bool = True) -> None:
        self.now, self.hub, self.loudspeaker = 1000.0, hub, loudspeaker
        self.said: list[station.ToSession] = []
        self.told: list[wire.ToHub] = []
        self.chimes = 0
        config = PagingConfig(url=url)
        self.site = Site(msgspec.structs.replace(PROFILE, paging=config), self._chime)
        self.pages = Pages(self.site, self.said.append, self._to_hub, clock=lambda: self.now)

    def _chime(self) -> None:
        self.chimes += 1

    def _to_hub(self, message: wire.ToHub) -> bool:
        if self.hub:
            self.told.append(message)
        return self.hub

    def ask(self, visit: UUID | None = VISIT, *, quiet: bool = False) -> None:
        self.pages.page(station.PagePerson(visit=visit, quiet=quiet))
        if self.chimes:
            self.pages.chimed(self.loudspeaker)

    def after(self, seconds: float) -> None:
        """Look every half second, as the task does."""
        until = self.now + seconds
        while self.now < until:
            self.now += 0.5
            chimes = self.chimes
            asyncio.run(self.pages.look())
            if self.chimes > chimes:
                self.pages.chimed(self.loudspeaker)

    @property
    def paged(self) -> list[wire.StaffPaged]:
        return [message for message in self.told if isinstance(message, wire.StaffPaged)]

    @property
    def truth(self) -> station.PersonPaged:
        last = self.said[-1]
        assert isinstance(last, station.PersonPaged)
        return last


def test_the_site_has_a_minute_before_the_hub_is_told() -> None:
    house = House()
    house.ask()
    assert house.chimes == 1
    assert (house.truth.reached, house.truth.hub_in_s) == (("site-alarm",), 60)
    house.after(59)
    assert house.paged == []
    house.after(1.5)
    [page] = house.paged
    assert (page.visit, page.quiet) == (VISIT, False)
    assert house.truth.reached == ("site-alarm",)  # sent is not received
    assert page.page is not None
    house.pages.hub_has(page.page)
    assert house.truth == station.PersonPaged(reached=("site-alarm", "hub"))


def test_where_nothing_can_sound_the_hub_is_told_at_once() -> None:
    house = House(loudspeaker=False)
    house.ask()
    assert house.truth.reached == ()
    house.after(GRACE_S + 0.5)
    assert len(house.paged) == 1


def test_who_comes_within_the_minute_ends_it_and_the_hub_hears_nothing() -> None:
    house = House()
    house.ask()
    house.after(20)
    house.pages.person_here(station.PersonHere())
    assert house.truth.answered_by == "staff"
    chimes = house.chimes
    house.after(120)
    assert house.told == []
    assert house.chimes == chimes


def test_who_comes_later_ends_it_at_the_hub_too_also_when_that_was_away() -> None:
    house = House()
    house.ask()
    house.after(61)
    house.hub = False
    house.pages.person_here(station.PersonHere())
    house.hub = True
    house.pages.hub_is(True)
    [over] = [message for message in house.told if isinstance(message, wire.PageOver)]
    assert (over.page, over.by) == (house.paged[0].page, "staff")


def test_a_hub_that_is_away_is_told_when_it_is_back() -> None:
    house = House(hub=False)
    house.ask()
    house.after(90)
    assert house.truth == station.PersonPaged(reached=("site-alarm",))
    house.hub = True
    house.pages.hub_is(True)
    house.after(1)
    assert len(house.paged) == 1


def test_what_the_hub_has_not_confirmed_is_said_again() -> None:
    house = House(loudspeaker=False)
    house.ask()
    house.after(GRACE_S + 1)
    house.after(AGAIN_S)
    assert len(house.paged) == 2
    assert len({page.page for page in house.paged}) == 1


def test_somebody_at_the_hub_answers() -> None:
    house = House(loudspeaker=False)
    house.ask()
    house.after(GRACE_S + 1)
    [page] = house.paged
    assert page.page is not None
    house.pages.hub_has(page.page)
    house.pages.answered(wire.PageAnswered(page=page.page, by="provider", at="2026-11-26T10:00:00+00:00"))
    assert (house.truth.answered_by, house.truth.answered_at) == ("provider", "2026-11-26T10:00:00+00:00")
    house.after(60)
    assert len(house.paged) == 1


def test_pressing_again_is_the_same_page_and_rings_again() -> None:
    house = House()
    house.ask()
    house.ask()
    assert house.chimes == 2
    house.after(61)
    assert len(house.paged) == 1


def test_a_quiet_page_makes_no_sound_and_goes_to_the_hub() -> None:
    house = House()
    house.ask(quiet=True)
    house.after(GRACE_S + 1)
    assert house.chimes == 0
    assert [page.quiet for page in house.paged] == [True]


def test_who_leaves_is_still_looked_for_but_nothing_rings_for_an_empty_chair() -> None:
    house = House()
    house.ask()
    house.pages.visit_over()
    chimes = house.chimes
    house.after(61)
    assert house.chimes == chimes
    assert [page.visit for page in house.paged] == [VISIT]
    said = len(house.said)
    house.ask(OTHER)
    assert house.said[said:] != []  # the next patient's own page, told to them alone
    assert house.truth.hub_in_s == 60


def test_the_next_person_without_a_visit_is_heard_although_nobody_came_to_the_one_before() -> None:
    house = House()
    house.ask(None, quiet=True)
    house.after(90)
    house.pages.visit_over()  # a visit came and went meanwhile
    assert house.chimes == 0
    house.ask(None)
    assert house.chimes == 1
    assert house.truth.reached == ("site-alarm",)
    house.after(CHIME_FOR_S + 1)
    chimes = house.chimes
    house.ask(None)  # again after all was silent
    assert house.chimes == chimes + 1


def test_tones_end_by_themselves() -> None:
    house = House(hub=False)
    house.ask()
    house.after(CHIME_FOR_S)
    chimes = house.chimes
    house.after(60)
    assert house.chimes == chimes


def test_the_sites_own_paging_gets_the_place_and_never_the_visit(own_paging: "OwnPaging") -> None:
    house = House(loudspeaker=False, url=own_paging.url)
    house.ask()
    house.after(1)
    assert house.truth.reached == ("site",)
    house.after(30)
    assert len(own_paging.got) == 1
    notice = msgspec.json.decode(own_paging.got[0], type=Notice, strict=True)
    assert (notice.station, notice.kind, notice.quiet) == ("Elm Street Pharmacy", "person", False)
    assert str(VISIT).encode() not in own_paging.got[0]
    assert house.paged == []  # the site has its minute


def test_a_paging_that_refuses_is_asked_again_and_the_hub_told_meanwhile(own_paging: "OwnPaging") -> None:
    own_paging.status = 503
    house = House(loudspeaker=False, url=own_paging.url)
    house.ask()
    house.after(GRACE_S + 1)
    assert len(house.paged) == 1
    own_paging.status = 200
    house.after(AGAIN_S)
    assert "site" in house.truth.reached


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://pager.example.org/in", True),
        ("http://127.0.0.1:9/in", True),
        ("http://pager.example.org/in", False),
        ("file:///etc/passwd", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_a_page_goes_by_https_or_stays_in_the_house(url: str, may: bool) -> None:
    assert allowed(url) is may


def test_an_emergency_sounds_here_until_somebody_has_seen_it(tmp_path: Path) -> None:
    chimes: list[str] = []
    site = Site(PROFILE, lambda: chimes.append("tones"))
    alarms = Alarms(tmp_path / "alarms.json", lambda _: None, lambda _: True, site)
    raised = station.RaiseAlarm(alarm=UUID(int=1), visit=VISIT, rule="rf-01", level="E", quiet=False)
    alarms.raise_alarm(raised)
    assert chimes == ["tones"]
    alarms.acknowledged_here(station.AcknowledgeAlarm(alarm=UUID(int=1), by="staff"))
    alarms.raise_alarm(raised)  # a replayed journal says it again
    alarms.raise_alarm(msgspec.structs.replace(raised, alarm=UUID(int=2), quiet=True))
    alarms.raise_alarm(msgspec.structs.replace(raised, alarm=UUID(int=3), level="P"))
    assert chimes == ["tones"]


class OwnPaging:
    """A nurse call that takes JSON, on this machine."""

    def __init__(self) -> None:
        self.got: list[bytes] = []
        self.status = 200
        house = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                house.got.append(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(house.status)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/page"


@pytest.fixture
def own_paging() -> Iterator[OwnPaging]:
    made = OwnPaging()
    thread = Thread(target=made.server.serve_forever, args=(0.05,))
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()
