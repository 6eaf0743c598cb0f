"""Failed sign-ins, counted per account and per address; too many, and both wait.

A try counts as failed before it is looked at and is taken back when it was right, so that many at once
get no more tries than one after the other. Counting per account lets anybody lock a known name for a
quarter of an hour; a one-time code from the hub's operator is the way around, as codes are counted per
address only.
"""

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from hub.config import Limits
from hub.errors import ProblemError
from hub.models import Failure
from hub.times import now


def begin(session: Session, keys: dict[str, int], limits: Limits) -> list[int]:
    """Count a try; return what `take_back` takes. `keys`: key -> most failures in a window.

    Raises ProblemError 429 when one of the keys has failed as often as it may; that try is not counted.
    """
    moment = now()
    since = moment - limits.failures_window_s
    session.execute(delete(Failure).where(Failure.at < since))
    for key, most in keys.items():
        count, oldest = session.execute(
            select(func.count(), func.min(Failure.at)).where(Failure.key == key)
        ).one()
        if count >= most:
            wait = max(1, int(oldest - since) + 1)
            words = f"Too many failed tries. Try again in {-(-wait // 60)} min."
            raise ProblemError(429, "too-many-tries", words, wait)
    rows = [Failure(key=key, at=moment) for key in keys]
    session.add_all(rows)
    session.flush()
    return [row.id for row in rows]


def take_back(session: Session, tries: list[int]) -> None:
    """It was right: these tries were no failures."""
    session.execute(delete(Failure).where(Failure.id.in_(tries)))


def forget(session: Session, key: str) -> None:
    """Forget an account's failures."""
    session.execute(delete(Failure).where(Failure.key == key))
