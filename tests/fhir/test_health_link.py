"""A link that a patient took home, opened by an independent reader; what it finds is judged by the judges."""

import json
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from fhir_judges import NODE, against
from fhir_readings import every_kind
from hub_process import Browser, HubProcess, eventually
from hub_station import StationClient, VisitAtStation, answers

from contract import health_link
from contract.documents import Answers, Identified, Measured, Person, TakeAway, Told, VisitClosed
from hub.models import HealthLink

HERE = Path(__file__).resolve().parent
LINK, KEY, PASSCODE = b"\x07" * 32, b"\x2a" * 32, "407192"
ORDERS = {
    "text": "Rest and drink.",
    "disposition": "in-person",
    "warning_signs": ["fever"],
    "referral": "City Clinic, this week",
    "referral_address": "40 Main Street",
    "referral_phone": "555 0199",
    "medicines": [
        {
            "name": "Ibuprofen",
            "amount": "1 tablet",
            "times": ["morning", "bedtime"],
            "days": 5,
            "note": "food",
        },
        {"name": "Cough syrup", "amount": "10 ml", "times": [], "days": None, "note": "at night"},
    ],
    "refills": [
        {"medicine": "Lisinopril", "approved": True, "why": "", "pharmacy": "Elm Street Pharmacy"},
        {"medicine": "Zolpidem", "approved": False, "why": "Not without seeing you."},
    ],
}
SAID: Any = {
    "told": (
        Told("allergy", "penicillin", "Penicillin"),
        Told("condition", "", "Asthma"),
        Told("medicine", "", "Salbutamol"),
        Told("surgery", "", "Knee operation"),
    ),
    "facts": {"pregnant": True, "blood-thinner": False},
}
Json = dict[str, Any]


def read(link: str, passcode: str, *most: str) -> Json:
    """Open a link as somebody else's software does."""
    done = subprocess.run(
        [NODE, HERE / "link.mjs", link, passcode, *most],
        cwd=HERE,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    found: Json = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def station(hub: HubProcess) -> Iterator[StationClient]:
    with StationClient.enrolled(hub, "Elm Street", take_away={"link_url": hub.console}) as client:
        yield client


@pytest.fixture(scope="module")
def link(hub: HubProcess, station: StationClient) -> str:
    """A whole visit with a signed plan and a link; the link as the session's QR code holds it."""
    visit = VisitAtStation(station)
    about: Any = {"visit": visit.id, "at": visit.at}
    until = datetime.now(UTC) + timedelta(days=90)
    station.deliver(
        visit.opened(),
        Identified(**about, person=Person("Somebody", "Else", "1970-01-01")),
        Identified(**about, person=Person("Rosa", "Quilliam", "1961-04-05")),
        Answers(
            **about,
            response=answers("visit", "<b>Dizzy</b>"),
            symptoms=(),
            present=(),
            reason="Dizzy",
            **SAID,
        ),
        *(Measured(**about, measurement=made) for made in every_kind(station.boot).values()),
        TakeAway(**about, link=LINK, key=KEY, passcode=PASSCODE, expires_at=until.isoformat()),
        VisitClosed(**about, how="finished"),
    )
    station.settled()
    with Browser(hub, "ada") as provider:
        assert provider.send(f"/api/visits/{visit.id}/plan", ORDERS, "PUT").status_code == 200
        assert provider.send(f"/api/visits/{visit.id}/sign").status_code == 200
        whole = provider.fhir(f"Encounter/{visit.id}/$everything")
    ordered = [e["resource"] for e in whole["entry"] if e["resource"]["resourceType"].endswith("Request")]
    assert len(ordered) == 5 and against([*ordered, whole]) == []

    def published() -> bool:
        rows = [row for row in hub.rows(HealthLink) if row.visit_id == visit.id]
        return bool(rows) and len(rows[0].jwe) > 0

    eventually(published, "the link")
    made = health_link.shlink(hub.console, LINK, KEY, round(until.timestamp()), "Elm Street")
    return health_link.for_phones(hub.console, made)


def test_an_independent_reader_opens_it_and_judges_find_it_valid(hub: HubProcess, link: str) -> None:
    def whole() -> Json | None:
        found = read(link, PASSCODE)
        kinds = [e["resource"]["resourceType"] for e in found["resources"][0]["entry"]]
        return found if "CarePlan" in kinds else None  # the plan was signed after it was first published

    told = eventually(whole, "the plan behind the link")
    assert told["label"] == "Elm Street" and told["manifest"]["status"] == "finalized"
    [bundle] = told["resources"]
    assert against([bundle, *(entry["resource"] for entry in bundle["entry"])]) == []
    assert bundle["type"] == "document" and bundle["entry"][0]["resource"]["resourceType"] == "Composition"
    text = json.dumps(bundle)
    told_of = ("Penicillin", "Asthma", "Salbutamol", "Knee operation", "Pregnant", "Quilliam")
    for words in (*told_of, "Ibuprofen", "Not without seeing you.", "40 Main Street", "fever"):
        assert words in text, words
    assert "Somebody" not in text  # who it was said to be before
    urls = {entry["fullUrl"] for entry in bundle["entry"]}
    sections = bundle["entry"][0]["resource"]["section"]
    assert all("<b>" not in section["text"]["div"] for section in sections)  # words of a patient's, no markup
    entries = [e["reference"] for section in sections for e in section.get("entry", [])]
    assert len(entries) > 10 and set(entries) <= urls
    assert {s["code"]["coding"][0]["code"] for s in sections} >= {"10160-0", "48765-2", "11450-4", "8716-3"}


def test_a_large_file_is_fetched_from_its_own_address(link: str) -> None:
    told = read(link, PASSCODE, "1000")
    [file] = told["manifest"]["files"]
    assert "location" in file and "embedded" not in file
    assert told["resources"][0]["resourceType"] == "Bundle"


def test_a_wrong_passcode_and_a_wrong_key_open_nothing(hub: HubProcess, link: str) -> None:
    assert read(link, "000000")["error"] == "SHLInvalidPasscodeError"
    other = health_link.shlink(hub.console, LINK, b"\x01" * 32, 4_000_000_000, "")
    assert read(other, PASSCODE)["error"] == "SHLDecryptionError"
    gone = health_link.shlink(hub.console, uuid4().bytes * 2, KEY, 4_000_000_000, "")
    assert read(gone, PASSCODE)["error"] == "SHLManifestNotFoundError"
