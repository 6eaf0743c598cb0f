"""Every route with who may use it: the only place where routes are made. `hub/README.md` lists them."""

from typing import TYPE_CHECKING

from hub.accounts.api import AccountsApi
from hub.audit.api import OperatorApi
from hub.calls.consoles import ConsoleSocket
from hub.calls.stations import StationSocket
from hub.calls.tried import NetworkTest
from hub.facility.api import FacilityApi
from hub.facility.shifts import Shifts
from hub.fhir.api import FhirApi
from hub.fhir.binary import BinaryApi
from hub.fleet.api import FleetApi
from hub.fleet.desk import FleetDesk
from hub.forward.api import ForwardApi
from hub.rooms.api import RoomsApi
from hub.rooms.captions import Captions
from hub.rooms.pictures import GuestPictures
from hub.rooms.socket import GuestSocket
from hub.takeaway.api import TakeAwayApi
from hub.updates.api import UpdatesApi
from hub.usage.api import UsageApi
from hub.visits.api import VisitsApi
from hub.web.caller import Rule
from hub.web.guard import Endpoint

if TYPE_CHECKING:
    from hub.app import Hub


def console_endpoints(hub: "Hub") -> list[Endpoint]:
    """Return the routes of the console's listener."""
    limits = hub.config.limits
    accounts = AccountsApi(hub.config, hub.switch, hub.identities)
    visits = VisitsApi(hub.switch, limits, hub.identities)
    fleet = FleetApi(hub.db, hub.enrolment, hub.filer, limits)
    fhir = FhirApi(hub.db, limits)
    operators = OperatorApi(hub.db, hub.filer)
    desk = FleetDesk(hub.db, hub.links, limits, hub.switch.keys)
    forward = ForwardApi(hub.db)
    socket = ConsoleSocket(hub.switch, limits, hub.rooms)
    rooms = RoomsApi(hub.rooms, hub.switch, accounts, limits)
    guests = GuestSocket(hub.rooms, hub.switch, limits)
    pictures, captions = GuestPictures(hub.db), Captions(hub.switch, limits)
    home = TakeAwayApi(hub.db, limits)
    house = FacilityApi(hub.db, limits)
    provider, operator, manager, link = Rule.PROVIDER, Rule.OPERATOR, Rule.MANAGER, Rule.LINK
    return [
        Endpoint("POST", "/api/sign-in", Rule.PUBLIC, "sign-in", accounts.sign_in),
        Endpoint("GET", "/api/me", Rule.SIGNED_IN, "", accounts.me),
        Endpoint("POST", "/api/sign-out", Rule.SIGNED_IN, "sign-out", accounts.sign_out),
        Endpoint("POST", "/api/on-call", provider, "on-call", accounts.on_call),
        Endpoint("GET", "/api/worklist", provider, "worklist", visits.worklist),
        Endpoint("GET", "/api/visits/{id}", provider, "visit-read", visits.detail, of="visit"),
        Endpoint("POST", "/api/visits/{id}/accept", provider, "call-accept", visits.accept, of="visit"),
        Endpoint("POST", "/api/visits/{id}/end-call", provider, "call-end", visits.end_call, of="visit"),
        Endpoint("POST", "/api/visits/{id}/chat", provider, "chat", visits.chat, of="visit"),
        Endpoint(
            "POST", "/api/visits/{id}/ask-measure", provider, "ask-measure", visits.ask_measure, of="visit"
        ),
        Endpoint(
            "POST", "/api/visits/{id}/ask-capture", provider, "ask-capture", visits.ask_capture, of="visit"
        ),
        Endpoint("POST", "/api/asks/{id}/withdraw", provider, "ask-withdraw", visits.withdraw, of="ask"),
        Endpoint("PUT", "/api/visits/{id}/plan", provider, "plan-draft", visits.draft, of="visit"),
        Endpoint("POST", "/api/visits/{id}/sign", provider, "plan-sign", visits.sign, of="visit"),
        Endpoint("POST", "/api/visits/{id}/shut-link", provider, "link-shut", visits.shut_link, of="visit"),
        Endpoint(
            "POST", "/api/visits/{id}/revoke-cards", provider, "cards-revoke", visits.revoke_cards, of="visit"
        ),
        Endpoint("GET", "/api/consultants", provider, "consultants-read", rooms.consultants),
        Endpoint("POST", "/api/visits/{id}/invite", provider, "guest-invite", rooms.invite, of="visit"),
        Endpoint("POST", "/api/visits/{id}/remove", provider, "guest-remove", rooms.remove, of="visit"),
        Endpoint("POST", "/api/join", Rule.PUBLIC, "guest-join", rooms.join),
        Endpoint("GET", "/api/invitation", Rule.GUEST, "invitation-read", rooms.invitation),
        Endpoint("POST", "/api/ask-to-join", Rule.GUEST, "guest-ask", rooms.ask),
        Endpoint("POST", "/api/leave-call", Rule.GUEST, "guest-leave", rooms.leave),
        Endpoint("GET", "/api/calls/{id}/pictures", Rule.CONSULTANT, "guest-pictures", pictures.listed),
        Endpoint(
            "GET", "/api/calls/{id}/pictures/{picture}", Rule.CONSULTANT, "guest-picture-read", pictures.read
        ),
        Endpoint("POST", "/api/calls/{id}/captions", Rule.CAPTIONER, "caption", captions.say),
        Endpoint("WS", "/api/guest-socket", Rule.GUEST, "guest-socket", guests.serve),
        Endpoint(
            "POST", "/api/visits/{id}/callback-done", provider, "settle", visits.callback_done, of="visit"
        ),
        Endpoint("POST", "/api/visits/{id}/take", provider, "duty-take", visits.take, of="visit"),
        Endpoint(
            "POST", "/api/visits/{id}/give-back", provider, "duty-give-back", visits.give_back, of="visit"
        ),
        Endpoint("POST", "/api/visits/{id}/tried", provider, "duty-tried", visits.tried, of="visit"),
        Endpoint("POST", "/api/pages/{id}/answer", provider, "page-answer", visits.page_answer, of="page"),
        Endpoint("POST", "/api/pages/{id}/settle", provider, "page-settle", visits.page_settle, of="page"),
        Endpoint(
            "POST",
            "/api/alarms/{id}/acknowledge",
            provider,
            "alarm-acknowledge",
            visits.acknowledge,
            of="alarm",
        ),
        Endpoint("WS", "/api/socket", provider, "console-socket", socket.serve),
        Endpoint("GET", "/api/audit", Rule.OPERATOR, "audit-read", operators.audit),
        Endpoint("GET", "/api/quarantine", Rule.OPERATOR, "quarantine-read", operators.quarantine),
        Endpoint("POST", "/api/quarantine/{id}/release", operator, "quarantine-release", operators.release),
        Endpoint("POST", "/api/quarantine/{id}/keep", operator, "quarantine-keep", operators.keep),
        Endpoint("GET", "/api/stations", operator, "stations-read", desk.stations),
        Endpoint("GET", "/api/stations/{id}/orders", operator, "orders-read", desk.orders),
        Endpoint("POST", "/api/stations/{id}/orders", operator, "order", desk.order),
        Endpoint("POST", "/api/stations/{id}/technician", operator, "technician-yes", desk.technician),
        Endpoint("POST", "/api/stations/{id}/revoke", operator, "station-revoke", desk.revoke),
        Endpoint("GET", "/api/orders/{id}/bundle", operator, "bundle-read", desk.bundle),
        Endpoint("GET", "/metrics", Rule.METRICS, "", desk.metrics),
        Endpoint("GET", "/health", Rule.PUBLIC, "", desk.health),
        Endpoint("GET", "/api/enrolments", operator, "enrolments-read", desk.waiting),
        Endpoint("POST", "/api/enrolments/{machine}/confirm", operator, "enrolment-confirm", desk.confirm),
        Endpoint("POST", "/api/enrolments/{machine}/refuse", operator, "enrolment-refuse", desk.refuse),
        Endpoint("POST", "/api/station-alarms/{id}/settle", operator, "alarm-settle", operators.settle_alarm),
        Endpoint("GET", "/api/usage", operator, "usage-read", UsageApi(hub.db).read),
        Endpoint("GET", "/api/forwarding", Rule.OPERATOR, "forwarding-read", forward.status),
        Endpoint("POST", "/api/forwarding/{id}/retry", Rule.OPERATOR, "forwarding-retry", forward.retry),
        Endpoint("GET", "/api/facility/round", manager, "round-read", house.round),
        Endpoint("GET", "/api/facility/residents", manager, "residents-read", house.residents),
        Endpoint("PUT", "/api/facility/residents", manager, "resident-save", house.save),
        Endpoint("POST", "/api/facility/residents/import", manager, "residents-import", house.load),
        Endpoint(
            "POST", "/api/facility/residents/{id}/wristband", manager, "resident-wristband", house.wristband
        ),
        Endpoint("POST", "/api/facility/residents/{id}/photo", manager, "resident-photo", house.photo),
        Endpoint("POST", "/api/facility/residents/{id}/leave", manager, "resident-leave", house.leave),
        Endpoint("GET", "/api/facility/staff", manager, "staff-read", house.staff),
        Endpoint("POST", "/api/facility/staff", manager, "staff-add", house.add_member),
        Endpoint("POST", "/api/facility/staff/{id}/badge", manager, "staff-badge", house.badge),
        Endpoint("POST", "/api/facility/staff/{id}/revoke", manager, "staff-revoke", house.revoke),
        Endpoint("GET", "/fhir/R4/metadata", Rule.PUBLIC, "", fhir.metadata),
        Endpoint(
            "GET",
            "/fhir/R4/Encounter/{id}/$everything",
            Rule.FHIR,
            "fhir-everything",
            fhir.everything,
            of="visit",
        ),
        Endpoint("GET", "/fhir/R4/{type}", Rule.FHIR, "fhir-search", fhir.search, of="record"),
        Endpoint(
            "GET", "/fhir/R4/Binary/{id}", Rule.FHIR, "fhir-binary", BinaryApi(hub.db).read, of="binary"
        ),
        Endpoint("GET", "/fhir/R4/{type}/{id}", Rule.FHIR, "fhir-read", fhir.read, of="record"),
        Endpoint("POST", "/shl/{id}", link, "link-open", home.manifest),
        Endpoint("OPTIONS", "/shl/{id}", link, "", home.preflight),
        Endpoint("GET", "/shl/{id}/file/{ticket}", link, "link-file", home.file),
        Endpoint("GET", "/.well-known/est/cacerts", Rule.PUBLIC, "", fleet.cacerts),
        Endpoint("POST", "/.well-known/est/simpleenroll", Rule.PUBLIC, "enrol", fleet.enrol),
    ]


def station_endpoints(hub: "Hub") -> list[Endpoint]:
    """Return the routes of the stations' listener."""
    limits = hub.config.limits
    fleet = FleetApi(hub.db, hub.enrolment, hub.filer, limits)
    shifts = Shifts(hub.switch, limits)
    socket = StationSocket(hub.switch, hub.telling, limits, hub.filer, hub.rooms, hub.knowing, shifts)
    tried = NetworkTest(hub.switch)
    return [
        Endpoint("POST", "/station/v1/envelopes", Rule.STATION, "envelopes", fleet.envelopes),
        Endpoint("POST", "/.well-known/est/simplereenroll", Rule.STATION, "re-enrol", fleet.renew),
        Endpoint("GET", "/station/v1/keys", Rule.STATION, "keys", fleet.keys),
        Endpoint("GET", "/station/v1/profile", Rule.STATION, "profile", fleet.profile),
        Endpoint("WS", "/station/v1/socket", Rule.STATION, "station-socket", socket.serve),
        Endpoint(
            "GET", "/station/v1/updates/{path:path}", Rule.STATION, "", UpdatesApi(hub.config.data).file
        ),
        Endpoint("WS", "/station/v1/network-test", Rule.STATION, "network-test", tried.serve),
    ]
