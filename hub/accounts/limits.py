"""Failed sign-ins, counted per account and per address; too many, and both wait.

Counting per account lets anybody lock a known name for a quarter of an hour; a one-time code from the
hub's operator is the way around, as codes are counted per address only.
"""

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from hub.config import Limits
from hub.errors import ProblemError
from hub.models import Failure
from hub.times import now


def check(session: Session, keys: dict[str, int], limits: Limits) -> None:
    """Raise ProblemError 429 when one of the keys has failed as often as it may (`keys`: key -> most)."""
    since = now() - limits.failures_window_s
    for key, most in keys.items():
        count, oldest = session.execute(
            select(func.count(), func.min(Failure.at)).where(Failure.key == key, Failure.at > since)
        ).one()
        if count >= most:
            wait = max(1, int(oldest - since) + 1)
            minutes = -(-wait // 60)
            raise ProblemError(
                429, "too-many-tries", f"Too many failed tries. Try again in {minutes} min.", wait
            )


def failed(session: Session, keys: dict[str, int], limits: Limits) -> None:
    """Count a failure, and forget the old ones."""
    moment = now()
    session.execute(delete(Failure).where(Failure.at < moment - limits.failures_window_s))
    session.add_all(Failure(key=key, at=moment) for key in keys)


def succeeded(session: Session, key: str) -> None:
    """Forget an account's failures."""
    session.execute(delete(Failure).where(Failure.key == key))
