"""Where visits are forwarded to: settings in the database, secrets in files only the hub can read."""

import ipaddress
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from hub.errors import conflict, invalid, not_found
from hub.fhir.terms import Json
from hub.files import write_private
from hub.models import ForwardChange, ForwardItem, ForwardTarget, ForwardVisit, Resource
from hub.times import now

FOLDER: Final = "forward"
NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
ENTRIES: Final = 8  # Medplum takes no more that are conditional in one transaction; others take any number

LARGEST: Final = 64 << 20  # bytes of a file that goes to a target, where nobody said otherwise


@dataclass(frozen=True)
class Target:
    """A target's settings, apart from the database."""

    name: str
    url: str
    auth: Json
    consents: tuple[str, ...]
    from_start: bool
    entries: int
    created_at: float
    next_at: float
    kind: str = "fhir"
    largest: int = LARGEST


def address(url: str, what: str, *, insecure: bool) -> str:
    """Return an address without its last slash; ProblemError when it is none, or not encrypted."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise invalid(f"{what} is not an address.") from error
    if parts.scheme not in {"http", "https"} or not host or parts.query or parts.fragment:
        raise invalid(f"{what} is not an address like https://records.example.org/fhir.")
    if parts.username is not None or parts.password is not None:
        raise invalid(f"{what} must hold no password: give it in a file.")
    if parts.scheme == "http" and not insecure and not _here(host):
        raise invalid(f"{what} is not https. (--insecure allows it, for a network that you trust wholly.)")
    return url.rstrip("/")


def _here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def add(
    session: Session,
    name: str,
    url: str,
    *,
    auth: Json,
    consents: list[str],
    from_start: bool = False,
    entries: int = ENTRIES,
    since: float | None = None,
    kind: str = "fhir",
    largest: int = LARGEST,
) -> int:
    """Add a target; every visit written to from now on goes there, and those written to since `since`.

    Returns how many older visits are in line. ProblemError 409, 422.
    """
    if not NAME.fullmatch(name):
        raise invalid("A target's name is small letters, digits and hyphens, 41 at most.")
    if entries < 1:
        raise invalid("A transaction has at least one resource.")
    if session.get(ForwardTarget, name) is not None:
        raise conflict("there-already", f"There is a target {name} already. Remove it first.")
    session.add(
        ForwardTarget(
            name=name,
            url=url,
            auth=auth,
            consents=consents,
            from_start=from_start,
            entries=entries,
            created_at=now(),
            kind=kind,
            largest=largest,
        )
    )
    session.flush()
    if since is None:
        return 0
    older = [Resource.type == "Encounter", Resource.updated_at >= since]
    session.execute(
        insert(ForwardChange).from_select(["type", "id"], select(Resource.type, Resource.id).where(*older))
    )
    return session.scalar(select(func.count()).select_from(Resource).where(*older)) or 0


def remove(session: Session, name: str) -> None:
    """Forget a target and what waits for it; ProblemError 404."""
    if session.get(ForwardTarget, name) is None:
        raise not_found("target")
    for table in (ForwardItem, ForwardVisit):
        session.execute(delete(table).where(table.target == name))
    session.execute(delete(ForwardTarget).where(ForwardTarget.name == name))
    if session.scalar(select(ForwardTarget.name).limit(1)) is None:
        session.execute(delete(ForwardChange))


def everyone(session: Session) -> list[Target]:
    """Return the targets by name."""
    return [
        Target(
            row.name,
            row.url,
            row.auth,
            tuple(row.consents),
            row.from_start,
            row.entries,
            row.created_at,
            row.next_at,
            row.kind,
            row.largest,
        )
        for row in session.scalars(select(ForwardTarget).order_by(ForwardTarget.name))
    ]


# ---- secrets -------------------------------------------------------------------------------------


def secret_file(data: Path, name: str) -> Path:
    """Return where a target's bearer token or client secret is kept."""
    return data / FOLDER / f"{name}.secret"


def authority_file(data: Path, name: str) -> Path:
    """Return where a target's own certificate authority is kept, for one that the system does not know."""
    return data / FOLDER / f"{name}.ca.pem"


def keep(path: Path, content: bytes) -> None:
    """Write a file only its owner can read, whole or not at all."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_private(path, content, replace=True)


def forget(data: Path, name: str) -> None:
    """Remove a target's files."""
    for path in (secret_file(data, name), authority_file(data, name)):
        path.unlink(missing_ok=True)


def auth_of(client_id: str | None, token_url: str | None, scope: str, *, token: bool, insecure: bool) -> Json:
    """Return how to show who we are; ProblemError when the options do not go together."""
    told: dict[str, Any] = {"kind": "bearer" if token else "none"}
    if client_id is None and token_url is None:
        return told
    if token or client_id is None or token_url is None:
        raise invalid("--client-id, --client-secret-file and --token-url go together, without --token-file.")
    where = address(token_url, "The token's address", insecure=insecure)
    return {"kind": "client", "client_id": client_id, "token_url": where, "scope": scope}
