"""Until when something is promised to a patient, or must be done for one. Pure.

Times are Unix seconds; parts of the day are those of the station's own clock.
"""

from datetime import datetime, timedelta
from typing import Final

from contract.documents import CALL_WINDOWS
from hub.times import parse

REVIEW_S: Final = 24 * 3600.0  # where nothing was promised
CALL_BACK_S: Final = 2 * 3600.0
LEFT_S: Final = {"E": 15 * 60.0, "P": 60 * 60.0}  # after a red flag that nobody saw [P]


def review(since: float, promised_s: float | None) -> float:
    """A case that was left, or a visit that nobody has looked at."""
    return since + (promised_s or REVIEW_S)


def call_back(since: float, when: str, asked: str, promised_s: float | None) -> float:
    """A call-back: as soon as possible, or by the end of the part of the day that suits.

    `asked`: when the patient asked, by the station's clock (RFC 3339). A part of the day is the next one that
    has not ended when the hub has the wish.
    """
    hours = CALL_WINDOWS.get(when)
    if hours is None:
        return since + (promised_s or CALL_BACK_S)
    try:
        zone = parse(asked).tzinfo
    except ValueError:
        return since + CALL_BACK_S
    now = datetime.fromtimestamp(since, zone)
    end = now.replace(hour=hours[1], minute=0, second=0, microsecond=0)
    while end <= now:
        end += timedelta(days=1)
    return end.timestamp()


def left(since: float, level: str) -> float:
    """Somebody who left after a red flag before anybody had seen it."""
    return since + LEFT_S.get(level, LEFT_S["P"])
