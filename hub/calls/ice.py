"""The ways a call may take: short-lived relay credentials as coturn's `use-auth-secret` checks them, and
whether a station's calls go through the relay only, giving no address of either end away."""

import base64
import hashlib
import hmac
import re
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.wire import IceServer
from hub.config import Turn
from hub.models import Call, Station, Visit
from hub.times import now

MOST_LIFE_S: Final = 600
_CANDIDATE: Final = re.compile(r"^a=candidate:.*\r?\n?", re.MULTILINE)
_RELATED: Final = re.compile(r" raddr \S+ rport \d+")
_OWN: Final = re.compile(r"^([co]=.*IN IP[46] )\S+", re.MULTILINE)


def life_s(turn: Turn) -> int:
    """Return for how many seconds a credential is good: never for more than ten minutes."""
    return min(turn.life_s, MOST_LIFE_S)


def servers(turn: Turn | None, who: UUID) -> tuple[IceServer, ...]:
    """Return the relay for one side of a call; none is configured by default."""
    if turn is None:
        return ()
    username = f"{int(now()) + life_s(turn)}:{who}"
    # SHA-1 is what coturn's shared-secret scheme is made of
    digest = hmac.new(turn.secret.encode(), username.encode(), hashlib.sha1).digest()
    return (IceServer(turn.urls, username, base64.b64encode(digest).decode()),)


def relay_only(session: Session, call: UUID) -> bool:
    """Say whether the profile of a call's station has its calls go through the relay only."""
    query = (
        select(Station.overrides)
        .join(Visit, Visit.station_id == Station.id)
        .join(Call, Call.visit_id == Visit.id)
        .where(Call.id == call)
    )
    overrides = session.scalar(query) or {}
    return bool(overrides.get("media", {}).get("relay_only", False))


def ways(turn: Turn | None, who: UUID, *, only: bool) -> dict[str, Any]:
    """Return what a browser is told with each offer: relays, and whether it may use nothing else."""
    return {"ice_servers": servers(turn, who), "relay_only": only}


def without_addresses(sdp: str) -> str:
    """Return a description that names no address but a relay's.

    Both ends gather nothing else when they are told so; this is for one that does not heed it.
    """

    def relayed(match: re.Match[str]) -> str:
        return _RELATED.sub(" raddr 0.0.0.0 rport 9", match[0]) if " typ relay" in match[0] else ""

    return _OWN.sub(r"\g<1>0.0.0.0", _CANDIDATE.sub(relayed, sdp))
