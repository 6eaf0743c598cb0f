"""Who asks: nobody, a signed-in user, a bearer token, or a station; and the rules that let them."""

from dataclasses import dataclass
from enum import StrEnum

from hub.accounts.logins import User
from hub.fleet.stations import KnownStation


class Rule(StrEnum):
    """Who may use a route."""

    PUBLIC = "public"  # anybody; no patient's data is behind it
    SIGNED_IN = "signed-in"  # any role
    PROVIDER = "provider"
    OPERATOR = "operator"
    FHIR = "provider-or-token"
    STATION = "station"  # an enrolled, not revoked station's certificate


@dataclass(frozen=True)
class TokenHolder:
    """A program with a bearer token."""

    name: str


Caller = User | TokenHolder | KnownStation | None


def may(rule: Rule, caller: Caller) -> bool:
    """Say whether the caller may use a route of this rule."""
    match rule:
        case Rule.PUBLIC:
            return True
        case Rule.STATION:
            return isinstance(caller, KnownStation)
        case Rule.FHIR:
            return isinstance(caller, TokenHolder) or (isinstance(caller, User) and caller.role == "provider")
        case Rule.SIGNED_IN:
            return isinstance(caller, User)
        case Rule.PROVIDER | Rule.OPERATOR:
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
