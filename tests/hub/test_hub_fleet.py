"""The fleet at a whole hub: what stations say of themselves, alerts, orders, figures, machines that wait."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hub_process import Browser, HubProcess, eventually
from hub_station import StationClient

from contract import wire
from contract.enrolment import certificate_request
from contract.readiness import GREEN, OUT, READY, Item, Readiness
from hub.fleet import orders
from hub.models import Audit, EnrolCode
from provisioning.enrol import Asking, EnrolError, enrol

AT = "2026-11-24T09:30:00.000+01:00"
FINE = Readiness(READY, AT, (Item("hub", GREEN, "answers"),))


@pytest.fixture(scope="module")
def operator(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "olga-of-the-fleet", "operator") as browser:
        yield browser


def told(readiness: Readiness = FINE, **more: Any) -> wire.StationStatus:
    fine: dict[str, Any] = {"readiness": readiness, "profile": 1, "certificate_days": 800}
    return wire.StationStatus(**fine, **more)


def listed(operator: Browser, station: UUID) -> dict[str, Any]:
    items = operator.get("/api/stations").json()["items"]
    return next(item for item in items if item["id"] == str(station))


def test_what_a_station_says_of_itself_is_on_the_list(hub: HubProcess, operator: Browser) -> None:
    with StationClient.enrolled(hub, "Ready Street") as station, station.socket() as socket:
        socket.until(wire.HubHello)
        socket.send(told(waiting=3, products={"cuff": "RBP-9804"}))
        shown = eventually(
            lambda: (one := listed(operator, station.id))["readiness"] and one, "what the station said"
        )
        assert shown["readiness"]["state"] == READY and shown["waiting"] == 3
        assert shown["connected"] and shown["alerts"] == []
        socket.send(told(Readiness(OUT, AT, lacks=("saving",))))
        kinds = eventually(
            lambda: [alert["kind"] for alert in listed(operator, station.id)["alerts"]] or None,
            "an alert",
        )
        assert kinds == ["out-of-service"]


def test_an_order_is_told_until_it_is_answered_and_both_are_in_the_audit(
    hub: HubProcess, operator: Browser
) -> None:
    with StationClient.enrolled(hub, "Order Street") as station:
        path = f"/api/stations/{station.id}/orders"
        assert operator.send(path, {"kind": "explode"}).status_code == 422
        assert operator.send(path, {"kind": "disable"}).status_code == 422  # without why
        made = operator.send(path, {"kind": "diagnostics"}).json()["id"]
        for answered in (False, True):  # a station that did not answer hears it again
            with station.socket() as socket:
                socket.until(wire.HubHello)
                order = socket.until(wire.Order)
                assert (str(order.order), order.kind) == (made, "diagnostics")
                if answered:
                    socket.send(wire.OrderDone(order=order.order, ok=True, content=b'{"a": 1}'))
                    eventually(lambda: operator.get(path).json()["items"][0]["ok"], "the answer")
        bundle = operator.get(f"/api/orders/{made}/bundle")
        assert bundle.json() == {"a": 1} and "attachment" in bundle.headers["content-disposition"]
        noted = [(row.actor, row.action) for row in hub.rows(Audit) if row.target in {str(station.id), made}]
        assert (f"station:{station.id}", "order-done") in noted
        assert any(actor.startswith("user:") and action == "station-diagnostics" for actor, action in noted)


def test_another_stations_order_is_none_of_yours(hub: HubProcess) -> None:
    with StationClient.enrolled(hub, "Mine") as mine, StationClient.enrolled(hub, "Thine") as thine:
        made = hub.db.write_now(lambda s: orders.make(s, mine.id, "test", "", "command-line").id)
        with thine.socket() as socket:
            socket.until(wire.HubHello)
            socket.send(wire.OrderDone(order=made, ok=True))
            socket.send(wire.ClockTold(boot_id=thine.boot, time=AT, monotonic_ns=1))
            socket.until(wire.HubTime)
        assert hub.db.read_now(lambda s: orders.of(s, mine.id))[0]["done_at"] is None


def test_a_new_profile_is_told_at_once(hub: HubProcess, tmp_path: Path) -> None:
    with StationClient.enrolled(hub, "Profile Street") as station, station.socket() as socket:
        socket.until(wire.HubHello)
        file = tmp_path / "p.json"
        file.write_text(json.dumps({"keep_days": 2}))
        assert hub.here("station-profile", str(station.id), str(file)).returncode == 0
        assert socket.until(wire.ProfileChanged).version == 2


def test_figures_are_for_operators_and_their_tokens_alone(hub: HubProcess, operator: Browser) -> None:
    def ask(token: str) -> int:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return httpx.get(f"{hub.console}/metrics", headers=headers, trust_env=False).status_code

    with StationClient.enrolled(hub, 'Figure "Street"') as station:
        figures = hub.here("token", "prometheus", "--use", "metrics").stdout.strip()
        assert (ask(""), ask("x"), ask(hub.token("no-figures")), ask(figures)) == (401, 401, 401, 200)
        text = operator.get("/metrics").text
        assert f'carepost_station_connected{{station="{station.id}",name="Figure \\"Street\\""}} 0' in text
        fhir = httpx.get(
            f"{hub.console}/fhir/R4/Patient", headers={"Authorization": f"Bearer {figures}"}, trust_env=False
        )
        assert fhir.status_code == 401  # it reads nothing else
    assert httpx.get(f"{hub.console}/health", trust_env=False).json() == {"status": "ok"}


class Machine:
    """A machine that asks to be a station, in a thread of its own."""

    def __init__(self, hub: HubProcess, code: str, state: Path, serial: str = "") -> None:
        self.fingerprint = ""
        self.problem = ""
        asked = threading.Event()

        def waits(fingerprint: str) -> None:
            self.fingerprint = fingerprint
            asked.set()

        def work() -> None:
            try:
                enrol(hub.console, code, state, Asking(serial, wait_s=20, waits=waits))
            except EnrolError as error:
                self.problem = str(error)
                asked.set()

        self.thread = threading.Thread(target=work)
        self.thread.start()
        assert asked.wait(20)


@pytest.fixture
def patient_hub(tmp_path: Path) -> Iterator[HubProcess]:
    with HubProcess(tmp_path, enrol_hold_s=0.6) as made:
        yield made


def test_a_machine_waits_until_somebody_has_compared_its_fingerprint(
    patient_hub: HubProcess, tmp_path: Path
) -> None:
    hub = patient_hub
    with Browser(hub, "olga", "operator") as olga:
        first = Machine(
            hub, hub.station_code("Wait Street", attended=True, serial="pf-1"), tmp_path / "a", "PF-1"
        )
        [shown] = olga.get("/api/enrolments").json()["items"]
        assert (shown["fingerprint"], shown["name"], shown["machine"]) == (
            first.fingerprint,
            "Wait Street",
            "PF-1",
        )
        assert hub.station_named("Wait Street").enrolled_at is None
        assert olga.send("/api/enrolments/0000 0000 0000 0000 0000/confirm").status_code == 404
        machine = first.fingerprint.replace(" ", "")
        assert olga.send(f"/api/enrolments/{machine}/confirm").json() == {"name": "Wait Street"}
        first.thread.join(20)
        assert first.problem == "" and (tmp_path / "a" / "station-key.pem").exists()
        assert olga.get("/api/enrolments").json()["items"] == []
        second = Machine(hub, hub.station_code("No Street", attended=True), tmp_path / "b")
        done = hub.here("enrolment-refuse", *second.fingerprint.split())
        assert done.returncode == 0, done.stderr
        second.thread.join(20)
        assert "turned this machine away" in second.problem and not any((tmp_path / "b").iterdir())
        [code] = [row for row in hub.rows(EnrolCode) if row.refused]
        assert code.decided_by == "command-line"


def test_a_code_is_used_once_by_one_key_and_that_key_may_ask_again(hub: HubProcess) -> None:
    code = hub.station_code("Twice Street")

    def ask(key: Ed25519PrivateKey, serial: str = "") -> httpx.Response:
        asked = wire.EnrolRequest(code, certificate_request(key), serial)
        url = f"{hub.console}/.well-known/est/simpleenroll"
        return httpx.post(url, content=wire.encode(asked), trust_env=False)

    mine, thine = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    first = ask(mine)
    assert first.status_code == 200 and ask(mine).content == first.content
    assert ask(thine).status_code == 403


def test_a_bound_code_is_good_on_one_machine_only(hub: HubProcess, tmp_path: Path) -> None:
    code = hub.station_code("Bound Street", serial="PF-77")
    with pytest.raises(EnrolError, match="serial number PF-77"):
        enrol(hub.console, code, tmp_path / "a", Asking("PF-78"))
    assert enrol(hub.console, code, tmp_path / "b", Asking("pf-77")).name == "Bound Street"
    bound = hub.here("station-code", "--name", "N", "--address", "A", "--phone", "P", "--days", "3")
    assert bound.returncode == 1 and "--serial" in bound.stderr
    long = ("--name", "N", "--address", "A", "--phone", "P", "--serial", "x", "--days", "15")
    assert "1 to 14 days" in hub.here("station-code", *long).stderr


def test_a_certificate_is_renewed_for_the_same_key_and_both_are_good(hub: HubProcess, tmp_path: Path) -> None:
    with StationClient.enrolled(hub, "Renew Street") as station:
        path = "/.well-known/est/simplereenroll"
        assert (
            station.http.post(path, content=certificate_request(Ed25519PrivateKey.generate())).status_code
            == 422
        )
        made = station.http.post(path, content=certificate_request(station.key))
        assert made.status_code == 200
        for name in ("station-key.pem", "ca.pem"):
            (tmp_path / name).write_bytes((station.state / name).read_bytes())
        (tmp_path / "station-cert.pem").write_bytes(made.content)
        with station.client(station.tls(tmp_path)) as renewed:
            assert renewed.get("/station/v1/keys").status_code == 200
        assert station.http.get("/station/v1/keys").status_code == 200
        hub.revoke(station.id)
        with station.client(station.tls(tmp_path)) as renewed:
            assert renewed.get("/station/v1/keys").status_code == 401


def test_a_swapped_machine_takes_the_name_over_and_the_old_ones_socket_ends(
    hub: HubProcess, operator: Browser
) -> None:
    with StationClient.enrolled(hub, "Swap Street") as old, old.socket() as socket:
        socket.until(wire.HubHello)
        code = hub.here("station-new-code", str(old.id), "--unattended").stdout.split()[-1]
        profile = enrol(hub.console, code, hub.data / f"swapped-{uuid4()}")
        assert (profile.station, profile.name) == (old.id, "Swap Street")
        assert socket.closed_by_the_hub()
        assert old.http.get("/station/v1/keys").status_code == 401


def test_an_operator_revokes_from_the_console(hub: HubProcess, operator: Browser) -> None:
    with StationClient.enrolled(hub, "Stolen Street") as station, station.socket() as socket:
        socket.until(wire.HubHello)
        assert operator.send(f"/api/stations/{station.id}/revoke").status_code == 200
        assert socket.closed_by_the_hub()
