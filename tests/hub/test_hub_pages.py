"""A person is asked for at a station: kept, on every console, answered, over; and the station is told."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from hub_process import Browser, HubProcess, eventually
from hub_station import WALL, StationClient, StationSocket, VisitAtStation

from contract import wire
from hub.models import Audit, Page, Quarantine


@pytest.fixture
def ada(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


@pytest.fixture
def socket(station: StationClient) -> Iterator[StationSocket]:
    with station.socket() as opened:
        opened.until(wire.HubHello)
        yield opened


def paged(socket: StationSocket, page: UUID, visit: UUID | None = None, *, quiet: bool = False) -> None:
    socket.send(wire.StaffPaged(visit=visit, at=WALL, page=page, quiet=quiet))
    socket.until(wire.PageReceived, lambda told: told.page == page)


def shown(browser: Browser, page: UUID) -> dict[str, Any] | None:
    pages = browser.get("/api/worklist").json()["pages"]
    return next((each for each in pages if each["id"] == str(page)), None)


def test_a_page_is_on_every_console_until_somebody_has_looked_after_it(
    hub: HubProcess, socket: StationSocket, ada: Browser
) -> None:
    page = uuid4()
    with ada.socket() as console:
        paged(socket, page)
        told = console.until("worklist", lambda m: any(each["id"] == str(page) for each in m["pages"]))
    [row] = [each for each in told["pages"] if each["id"] == str(page)]
    assert (row["station"], row["phone"], row["answered_by"]) == ("Elm Street Pharmacy", "555 0100", None)
    assert ada.send(f"/api/pages/{page}/answer").status_code == 200
    answered = socket.until(wire.PageAnswered)
    assert (answered.page, answered.by) == (page, "provider")  # a role: the patient reads it
    assert (shown(ada, page) or {})["answered_by"] == "Dr Ada"
    assert ada.send(f"/api/pages/{page}/settle", {"note": " "}).status_code == 422
    assert ada.send(f"/api/pages/{page}/settle", {"note": "The pharmacist is with her."}).status_code == 200
    assert shown(ada, page) is None
    assert ada.send(f"/api/pages/{page}/answer").status_code == 409
    actions = {entry.action for entry in hub.rows(Audit) if entry.target == str(page)}
    assert actions == {"staff-paged", "page-answer", "page-settle"}


def test_the_same_page_again_is_once_and_the_first_answer_counts(
    hub: HubProcess, socket: StationSocket, ada: Browser
) -> None:
    page = uuid4()
    paged(socket, page)
    ada.send(f"/api/pages/{page}/answer")
    paged(socket, page)
    with Browser(hub, "ben") as ben:
        ben.send(f"/api/pages/{page}/answer")
    [row] = [row for row in hub.rows(Page) if row.id == page]
    assert row.answered_by == "Dr Ada"


def test_who_comes_on_site_ends_it(hub: HubProcess, socket: StationSocket, ada: Browser) -> None:
    page = uuid4()
    paged(socket, page, quiet=True)
    assert (shown(ada, page) or {})["quiet"] is True
    socket.send(wire.PageOver(page=page, by="staff", at=WALL))
    eventually(lambda: shown(ada, page) is None, "the end of the page")
    [row] = [row for row in hub.rows(Page) if row.id == page]
    assert row.settled_by == "staff (on site)"


def test_a_station_that_was_away_hears_who_has_answered(station: StationClient, ada: Browser) -> None:
    page = uuid4()
    with station.socket() as before:
        before.until(wire.HubHello)
        paged(before, page)
    ada.send(f"/api/pages/{page}/answer")
    with station.socket() as again:
        again.until(wire.PageAnswered, lambda told: told.page == page)


def test_a_page_of_a_visit_leads_to_it_once_the_hub_knows_it(
    station: StationClient, socket: StationSocket, ada: Browser
) -> None:
    page, visit = uuid4(), VisitAtStation(station)
    paged(socket, page, visit.id)
    assert (shown(ada, page) or {})["visit"] is None
    station.deliver(visit.opened())
    station.settled()
    assert (shown(ada, page) or {})["visit"] == str(visit.id)


def test_a_station_too_old_to_number_its_pages_is_heard(socket: StationSocket, ada: Browser) -> None:
    socket.send(wire.StaffPaged(visit=None, at="2026-11-24T10:00:00+01:00"))
    page = socket.until(wire.PageReceived).page
    assert shown(ada, page) is not None


def test_another_stations_page_is_not_to_be_ended(
    hub: HubProcess, socket: StationSocket, ada: Browser
) -> None:
    page = uuid4()
    paged(socket, page)
    with StationClient.enrolled(hub, "Other") as other, other.socket() as stranger:
        stranger.until(wire.HubHello)
        stranger.send(wire.PageOver(page=page, by="staff", at=WALL))
        stranger.send(wire.StaffPaged(visit=None, at="noon", page=uuid4()))
        eventually(
            lambda: sum(row.station_id == other.id for row in hub.rows(Quarantine)) == 2, "what is set aside"
        )
    assert shown(ada, page) is not None


def test_a_page_that_is_none_is_not_found(ada: Browser) -> None:
    assert ada.send(f"/api/pages/{uuid4()}/answer").status_code == 404
    assert ada.send(f"/api/pages/{uuid4()}/settle", {"note": "x"}).status_code == 404
