"""A plan's orders: what no patient could follow is refused; the rest goes to the screen and into FHIR."""

from collections.abc import Iterator
from typing import Any

import pytest
from hub_process import Browser, HubProcess
from hub_station import StationClient, VisitAtStation

from contract import wire
from contract.talk import Medicine, Plan, Refill

PLAN: dict[str, Any] = {"text": "Rest.", "disposition": "self-care"}
MEDICINE: dict[str, Any] = {
    "name": "Ibuprofen",
    "amount": "1 tablet",
    "times": ["morning"],
    "days": 5,
    "note": "",
}
REFILL: dict[str, Any] = {"medicine": "Zolpidem", "approved": False, "why": "", "pharmacy": ""}


@pytest.fixture(scope="module")
def provider(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


@pytest.fixture
def visit(station: StationClient) -> VisitAtStation:
    made = VisitAtStation(station)
    station.deliver(made.opened())
    station.settled()
    return made


@pytest.mark.parametrize(
    "orders",
    [
        {"medicines": [MEDICINE | {"times": ["at dawn"]}]},
        {"medicines": [MEDICINE | {"days": 0}]},
        {"medicines": [MEDICINE | {"days": 1000}]},
        {"medicines": [MEDICINE] * 31},
        {"refills": [REFILL | {"why": "x" * 30_000}]},
    ],
)
def test_what_no_patient_could_follow_is_not_kept(
    provider: Browser, visit: VisitAtStation, orders: dict[str, Any]
) -> None:
    path = f"/api/visits/{visit.id}"
    assert provider.send(f"{path}/plan", PLAN | orders, "PUT").status_code == 422
    assert provider.get(path).json()["plan"] is None


def test_a_no_without_a_reason_is_not_signed(provider: Browser, visit: VisitAtStation) -> None:
    path = f"/api/visits/{visit.id}"
    assert provider.send(f"{path}/plan", PLAN | {"refills": [REFILL]}, "PUT").status_code == 200
    refused = provider.send(f"{path}/sign")
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "no-reason")
    told = PLAN | {"refills": [REFILL | {"why": "See us first."}]}
    assert provider.send(f"{path}/plan", told, "PUT").status_code == 200
    assert provider.send(f"{path}/sign").status_code == 200


def test_orders_reach_the_stations_screen_and_the_record(
    provider: Browser, station: StationClient, visit: VisitAtStation
) -> None:
    more = {"referral": "City Clinic", "referral_address": "40 Main Street", "referral_phone": "555 0199"}
    refills = [REFILL | {"approved": True, "pharmacy": "Elm Street"}]
    path = f"/api/visits/{visit.id}"
    with station.socket() as socket:
        orders = {"medicines": [MEDICINE, MEDICINE | {"name": " "}], "refills": refills}
        provider.send(f"{path}/plan", PLAN | orders | more, "PUT").raise_for_status()
        provider.send(f"{path}/sign").raise_for_status()
        plan = visit.open(socket.until(wire.LiveIn, lambda m: m.visit == visit.id))
    assert isinstance(plan, Plan)
    assert plan.medicines == (Medicine(name="Ibuprofen", amount="1 tablet", times=("morning",), days=5),)
    assert plan.refills == (Refill(medicine="Zolpidem", approved=True, pharmacy="Elm Street"),)
    assert (plan.referral_address, plan.referral_phone) == ("40 Main Street", "555 0199")
    requests = provider.found("MedicationRequest", encounter=str(visit.id))
    assert {each["medicationCodeableConcept"]["text"] for each in requests} == {"Ibuprofen", "Zolpidem"}
    [referral] = provider.found("ServiceRequest", encounter=str(visit.id))
    assert referral["locationReference"] == [{"display": "40 Main Street"}]
    [care] = provider.found("CarePlan", encounter=str(visit.id))
    assert len(care["activity"]) == 3
    shown = provider.get(path).json()["plan"]
    assert [each["name"] for each in shown["medicines"]] == ["Ibuprofen"]
