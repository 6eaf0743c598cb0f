"""Who asks: nobody, a signed-in user, a bearer token, or a station; and the rules that let them."""

from dataclasses import dataclass
from enum import StrEnum

from contract.talk import GUEST_ROLES
from hub.accounts.logins import User
from hub.fleet.stations import KnownStation


class Rule(StrEnum):
    """Who may use a route."""

    PUBLIC = "public"  # anybody; no patient's data is behind it
    SIGNED_IN = "signed-in"  # any role
    PROVIDER = "provider"
    OPERATOR = "operator"
    MANAGER = "manager"  # of one facility: see hub.facility.api
    GUEST = "guest"  # asked into one call: see contract.talk.GUEST_ROLES
    CONSULTANT = "consultant"  # … by account
    CAPTIONER = "captioner"  # … to write what is said
    FHIR = "provider-or-token"
    METRICS = "operator-or-metrics-token"
    LINK = "link"  # whoever has a SMART Health Link: its secret address, and its passcode
    STATION = "station"  # an enrolled, not revoked station's certificate


@dataclass(frozen=True)
class TokenHolder:
    """A program with a bearer token."""

    name: str


Caller = User | TokenHolder | KnownStation | None


def may(rule: Rule, caller: Caller) -> bool:
    """Say whether the caller may use a route of this rule."""
    match rule:
        case Rule.PUBLIC | Rule.LINK:
            return True
        case Rule.STATION:
            return isinstance(caller, KnownStation)
        case Rule.FHIR:
            return isinstance(caller, TokenHolder) or (isinstance(caller, User) and caller.role == "provider")
        case Rule.METRICS:
            return isinstance(caller, TokenHolder) or (isinstance(caller, User) and caller.role == "operator")
        case Rule.SIGNED_IN:
            return isinstance(caller, User)
        case Rule.GUEST:
            return isinstance(caller, User) and caller.role in GUEST_ROLES
        case Rule.PROVIDER | Rule.OPERATOR | Rule.MANAGER | Rule.CONSULTANT | Rule.CAPTIONER:
            return isinstance(caller, User) and caller.role == rule.value


def actor(caller: Caller) -> str:
    """Name the caller for the audit."""
    match caller:
        case User():
            return f"user:{caller.name}"
        case TokenHolder():
            return f"token:{caller.name}"
        case KnownStation():
            return f"station:{caller.id}"
        case None:
            return "nobody"
