"""Every route with who may use it: the only place where routes are made. `hub/README.md` lists them."""

from typing import TYPE_CHECKING

from hub.accounts.api import AccountsApi
from hub.audit.api import OperatorApi
from hub.calls.consoles import ConsoleSocket
from hub.calls.stations import StationSocket
from hub.fhir.api import FhirApi
from hub.fhir.binary import BinaryApi
from hub.fleet.api import FleetApi
from hub.forward.api import ForwardApi
from hub.visits.api import VisitsApi
from hub.web.caller import Rule
from hub.web.guard import Endpoint

if TYPE_CHECKING:
    from hub.app import Hub


def console_endpoints(hub: "Hub") -> list[Endpoint]:
    """Return the routes of the console's listener."""
    limits = hub.config.limits
    accounts = AccountsApi(hub.config, hub.switch)
    visits = VisitsApi(hub.switch, limits)
    fleet = FleetApi(hub.db, hub.enrolment, hub.filer, limits)
    fhir = FhirApi(hub.db, limits)
    operators = OperatorApi(hub.db, hub.filer)
    forward = ForwardApi(hub.db)
    socket = ConsoleSocket(hub.switch, limits)
    provider, operator = Rule.PROVIDER, Rule.OPERATOR
    return [
        Endpoint("POST", "/api/sign-in", Rule.PUBLIC, "sign-in", accounts.sign_in),
        Endpoint("GET", "/api/me", Rule.SIGNED_IN, "", accounts.me),
        Endpoint("POST", "/api/sign-out", Rule.SIGNED_IN, "sign-out", accounts.sign_out),
        Endpoint("POST", "/api/on-call", provider, "on-call", accounts.on_call),
        Endpoint("GET", "/api/worklist", provider, "worklist", visits.worklist),
        Endpoint("GET", "/api/visits/{id}", provider, "visit-read", visits.detail),
        Endpoint("POST", "/api/visits/{id}/accept", provider, "call-accept", visits.accept),
        Endpoint("POST", "/api/visits/{id}/end-call", provider, "call-end", visits.end_call),
        Endpoint("POST", "/api/visits/{id}/chat", provider, "chat", visits.chat),
        Endpoint("POST", "/api/visits/{id}/ask-measure", provider, "ask-measure", visits.ask_measure),
        Endpoint("PUT", "/api/visits/{id}/plan", provider, "plan-draft", visits.draft),
        Endpoint("POST", "/api/visits/{id}/sign", provider, "plan-sign", visits.sign),
        Endpoint("POST", "/api/visits/{id}/callback-done", provider, "settle", visits.callback_done),
        Endpoint("POST", "/api/alarms/{id}/acknowledge", provider, "alarm-acknowledge", visits.acknowledge),
        Endpoint("WS", "/api/socket", provider, "console-socket", socket.serve),
        Endpoint("GET", "/api/audit", Rule.OPERATOR, "audit-read", operators.audit),
        Endpoint("GET", "/api/quarantine", Rule.OPERATOR, "quarantine-read", operators.quarantine),
        Endpoint("POST", "/api/quarantine/{id}/release", operator, "quarantine-release", operators.release),
        Endpoint("POST", "/api/quarantine/{id}/keep", operator, "quarantine-keep", operators.keep),
        Endpoint("GET", "/api/stations", operator, "stations-read", operators.stations),
        Endpoint("POST", "/api/station-alarms/{id}/settle", operator, "alarm-settle", operators.settle_alarm),
        Endpoint("GET", "/api/forwarding", Rule.OPERATOR, "forwarding-read", forward.status),
        Endpoint("POST", "/api/forwarding/{id}/retry", Rule.OPERATOR, "forwarding-retry", forward.retry),
        Endpoint("GET", "/fhir/R4/metadata", Rule.PUBLIC, "", fhir.metadata),
        Endpoint("GET", "/fhir/R4/Encounter/{id}/$everything", Rule.FHIR, "fhir-everything", fhir.everything),
        Endpoint("GET", "/fhir/R4/{type}", Rule.FHIR, "fhir-search", fhir.search),
        Endpoint("GET", "/fhir/R4/Binary/{id}", Rule.FHIR, "fhir-binary", BinaryApi(hub.db).read),
        Endpoint("GET", "/fhir/R4/{type}/{id}", Rule.FHIR, "fhir-read", fhir.read),
        Endpoint("GET", "/.well-known/est/cacerts", Rule.PUBLIC, "", fleet.cacerts),
        Endpoint("POST", "/.well-known/est/simpleenroll", Rule.PUBLIC, "enrol", fleet.enrol),
    ]


def station_endpoints(hub: "Hub") -> list[Endpoint]:
    """Return the routes of the stations' listener."""
    limits = hub.config.limits
    fleet = FleetApi(hub.db, hub.enrolment, hub.filer, limits)
    socket = StationSocket(hub.switch, hub.telling, limits, hub.filer)
    return [
        Endpoint("POST", "/station/v1/envelopes", Rule.STATION, "envelopes", fleet.envelopes),
        Endpoint("GET", "/station/v1/keys", Rule.STATION, "keys", fleet.keys),
        Endpoint("GET", "/station/v1/profile", Rule.STATION, "profile", fleet.profile),
        Endpoint("WS", "/station/v1/socket", Rule.STATION, "station-socket", socket.serve),
    ]
