"""A technician at a station's screen, at a whole hub: the yes, the code by phone, the report."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hub_process import Browser, HubProcess, eventually
from hub_station import StationClient

from contract import commissioning, wire
from contract import technician as t
from contract.commissioning import Report, Result
from contract.seal import SealError, open_key_set
from hub.models import Audit

AT = "2026-11-27T09:30:00.000+01:00"


@pytest.fixture(scope="module")
def operator(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "otto-of-the-technicians", "operator") as browser:
        yield browser


def ask(
    browser: Browser, station: StationClient, challenge: str = "0123 4567", name: str = "J. Ortiz"
) -> httpx.Response:
    told = {"challenge": challenge, "technician": name}
    return browser.send(f"/api/stations/{station.id}/technician", told)


def test_the_yes_reaches_a_station_that_is_there_and_is_for_it_alone(
    hub: HubProcess, operator: Browser
) -> None:
    with (
        StationClient.enrolled(hub, "Bolt Street") as station,
        StationClient.enrolled(hub, "Nut Street") as other,
        station.socket() as socket,
    ):
        keys = open_key_set(socket.until(wire.HubHello).keys, (station.state / "root.pub").read_bytes())
        secret = socket.until(t.TechnicianSecret).secret
        answer = ask(operator, station).json()
        assert answer["there"] is True
        entry = socket.until(t.TechnicianEntry).entry
        told = t.open_entry(entry, station=station.id, keys=keys)
        assert (told.challenge, told.technician) == ("01234567", "J. Ortiz")
        assert told.by == "user:otto-of-the-technicians"
        with pytest.raises(SealError):
            t.open_entry(entry, station=other.id, keys=keys)
        assert t.digits(answer["code"]) == t.code_for(secret, station.id, "01234567")
        with other.socket() as theirs:
            theirs.until(wire.HubHello)
            assert theirs.until(t.TechnicianSecret).secret != secret


def test_a_station_that_is_away_is_opened_by_phone_also_from_the_command_line(
    hub: HubProcess, operator: Browser
) -> None:
    with StationClient.enrolled(hub, "Away Street") as station:
        answer = ask(operator, station).json()
        assert answer["there"] is False
        told = ("--challenge", "01234567", "--technician", "J. Ortiz")
        said = hub.here("station-technician", str(station.id), *told)
        assert said.stdout.strip() == answer["code"]
        ours = ("technician-yes", str(station.id))
    assert [row.outcome for row in hub.rows(Audit) if (row.action, row.target) == ours].count(
        "J. Ortiz, 01234567"
    ) == 2


@pytest.mark.parametrize(
    ("challenge", "name", "status"), [("123", "J", 422), ("01234567", " ", 422), ("01234567", "x" * 61, 422)]
)
def test_what_is_no_challenge_or_nobody_is_refused(
    hub: HubProcess, operator: Browser, challenge: str, name: str, status: int
) -> None:
    with StationClient.enrolled(hub, "Bad Street") as station:
        assert ask(operator, station, challenge, name).status_code == status


def report_of(station: StationClient) -> Report:
    result = Result("cuff", "Blood pressure against a reference", "passed", next_due="2028-11-26")
    return Report(str(station.id), "Bolt Street", "1 Bolt Street", "J. Ortiz", AT, (result,))


def test_a_report_comes_back_signed_and_gives_lines_for_the_profile(
    hub: HubProcess, operator: Browser
) -> None:
    with StationClient.enrolled(hub, "Report Street") as station, station.socket() as socket:
        socket.until(wire.HubHello)
        content = commissioning.signed(report_of(station), station.key)
        socket.send(
            t.TechnicianNoted(kind="commissioned", at=AT, detail="J. Ortiz: all passed", content=content)
        )
        kept = eventually(
            lambda: operator.get(f"/api/stations/{station.id}/orders").json()["items"] or None, "the report"
        )
        assert (kept[0]["kind"], kept[0]["ok"], kept[0]["has_content"]) == ("commissioned", True, True)
        bundle = json.loads(operator.get(f"/api/orders/{kept[0]['id']}/bundle").content)
        assert bundle["report"]["technician"] == "J. Ortiz"
    said = hub.here("station-commissioning", str(station.id)).stdout
    assert "all checks passed" in said and "calibration_due: 2028-11-26" in said


@pytest.mark.parametrize("spoilt", ["unsigned", "other-station", "unknown-kind", "time"])
def test_what_is_no_report_of_this_station_waits_for_a_person(
    hub: HubProcess, operator: Browser, spoilt: str
) -> None:
    with StationClient.enrolled(hub, "Spoilt Street") as station, station.socket() as socket:
        socket.until(wire.HubHello)
        content = commissioning.signed(report_of(station), station.key)
        told: dict[str, Any] = {"kind": "commissioned", "at": AT, "content": content}
        match spoilt:
            case "unsigned":
                told["content"] = content.replace(b"Ortiz", b"0rtiz")
            case "other-station":
                with StationClient.enrolled(hub, "Foreign Street") as foreign:
                    told["content"] = commissioning.signed(report_of(foreign), station.key)
            case "unknown-kind":
                told["kind"] = "walked-in"
            case "time":
                told["at"] = "yesterday"
        before = len(operator.get("/api/quarantine").json()["items"])
        socket.send(t.TechnicianNoted(**told))
        eventually(
            lambda: len(operator.get("/api/quarantine").json()["items"]) > before or None, "the quarantine"
        )
        assert not operator.get(f"/api/stations/{station.id}/orders").json()["items"]
