"""The manager's state machine of 11073-20601: one table. What to do is only named here; `manager.py` does it.

The standard's states *associating* and *checking configuration* last no longer than judging one APDU does;
they are the events AARQ_… and CONFIGURATION_… of this table. *Disconnected* is a manager that does not exist.
"""

from enum import Enum, auto
from typing import Final


class State(Enum):
    """Where an association stands."""

    UNASSOCIATED = auto()
    CONFIGURING = auto()  # accepted; the agent must report its configuration
    OPERATING = auto()
    DISASSOCIATING = auto()  # asked to release, not answered yet


class Event(Enum):
    """What can happen."""

    AARQ_KNOWN = auto()  # acceptable, and its configuration is known
    AARQ_UNKNOWN = auto()  # acceptable, its configuration must be reported
    AARQ_REFUSED = auto()  # not acceptable
    AARE = auto()
    RLRQ = auto()
    RLRE = auto()
    ABRT = auto()
    CONFIGURATION_GOOD = auto()
    CONFIGURATION_BAD = auto()
    REPORT = auto()  # any other event report
    REQUEST = auto()  # get, set or action: an agent may ask nothing of a manager
    RESPONSE = auto()  # a result, an error or a rejection
    NONSENSE = auto()  # a question whose contents do not add up
    TIMEOUT = auto()
    RELEASE = auto()  # we want to end


class Do(Enum):
    """What the manager does."""

    NOTHING = auto()
    ACCEPT = auto()
    ACCEPT_AND_WAIT = auto()  # for the agent's configuration
    REJECT = auto()
    CONFIRM_CONFIGURATION = auto()
    REFUSE_CONFIGURATION = auto()
    TAKE_REPORT = auto()
    TAKE_RESPONSE = auto()
    REFUSE_REQUEST = auto()
    REJECT_NONSENSE = auto()
    ASK_FOR_RELEASE = auto()
    ANSWER_RELEASE = auto()
    ABORT = auto()


_ABORT: Final = (Do.ABORT, State.UNASSOCIATED)
_OVER: Final = (Do.NOTHING, State.UNASSOCIATED)

Row = tuple[Do, State]

TABLE: Final[dict[State, dict[Event, Row]]] = {
    State.UNASSOCIATED: {
        Event.AARQ_KNOWN: (Do.ACCEPT, State.OPERATING),
        Event.AARQ_UNKNOWN: (Do.ACCEPT_AND_WAIT, State.CONFIGURING),
        Event.AARQ_REFUSED: (Do.REJECT, State.UNASSOCIATED),
        Event.AARE: _ABORT,
        Event.RLRQ: _ABORT,
        Event.RLRE: _OVER,
        Event.ABRT: _OVER,
        Event.CONFIGURATION_GOOD: _ABORT,
        Event.CONFIGURATION_BAD: _ABORT,
        Event.REPORT: _ABORT,
        Event.REQUEST: _ABORT,
        Event.RESPONSE: _ABORT,
        Event.NONSENSE: _ABORT,
        Event.TIMEOUT: _OVER,
        Event.RELEASE: _OVER,
    },
    State.CONFIGURING: {
        Event.AARQ_KNOWN: _ABORT,
        Event.AARQ_UNKNOWN: _ABORT,
        Event.AARQ_REFUSED: _ABORT,
        Event.AARE: _ABORT,
        Event.RLRQ: (Do.ANSWER_RELEASE, State.UNASSOCIATED),
        Event.RLRE: _ABORT,
        Event.ABRT: _OVER,
        Event.CONFIGURATION_GOOD: (Do.CONFIRM_CONFIGURATION, State.OPERATING),
        Event.CONFIGURATION_BAD: (Do.REFUSE_CONFIGURATION, State.CONFIGURING),  # it may offer another
        Event.REPORT: (Do.REFUSE_REQUEST, State.CONFIGURING),
        Event.REQUEST: (Do.REFUSE_REQUEST, State.CONFIGURING),
        Event.RESPONSE: _ABORT,
        Event.NONSENSE: (Do.REJECT_NONSENSE, State.CONFIGURING),
        Event.TIMEOUT: _ABORT,
        Event.RELEASE: (Do.ASK_FOR_RELEASE, State.DISASSOCIATING),
    },
    State.OPERATING: {
        Event.AARQ_KNOWN: _ABORT,
        Event.AARQ_UNKNOWN: _ABORT,
        Event.AARQ_REFUSED: _ABORT,
        Event.AARE: _ABORT,
        Event.RLRQ: (Do.ANSWER_RELEASE, State.UNASSOCIATED),
        Event.RLRE: _ABORT,
        Event.ABRT: _OVER,
        Event.CONFIGURATION_GOOD: (Do.REFUSE_REQUEST, State.OPERATING),
        Event.CONFIGURATION_BAD: (Do.REFUSE_REQUEST, State.OPERATING),
        Event.REPORT: (Do.TAKE_REPORT, State.OPERATING),
        Event.REQUEST: (Do.REFUSE_REQUEST, State.OPERATING),
        Event.RESPONSE: (Do.TAKE_RESPONSE, State.OPERATING),
        Event.NONSENSE: (Do.REJECT_NONSENSE, State.OPERATING),
        Event.TIMEOUT: _ABORT,
        Event.RELEASE: (Do.ASK_FOR_RELEASE, State.DISASSOCIATING),
    },
    State.DISASSOCIATING: {
        Event.AARQ_KNOWN: _ABORT,
        Event.AARQ_UNKNOWN: _ABORT,
        Event.AARQ_REFUSED: _ABORT,
        Event.AARE: _ABORT,
        Event.RLRQ: (Do.ANSWER_RELEASE, State.DISASSOCIATING),  # both sides asked at once
        Event.RLRE: _OVER,
        Event.ABRT: _OVER,
        Event.CONFIGURATION_GOOD: (Do.NOTHING, State.DISASSOCIATING),  # it was on its way already
        Event.CONFIGURATION_BAD: (Do.NOTHING, State.DISASSOCIATING),
        Event.REPORT: (Do.NOTHING, State.DISASSOCIATING),
        Event.REQUEST: (Do.NOTHING, State.DISASSOCIATING),
        Event.RESPONSE: (Do.NOTHING, State.DISASSOCIATING),
        Event.NONSENSE: (Do.NOTHING, State.DISASSOCIATING),
        Event.TIMEOUT: _ABORT,
        Event.RELEASE: (Do.NOTHING, State.DISASSOCIATING),
    },
}
"""Every event has a row in every state."""

CONFIGURING_S: Final = 10.0
"""How long an agent has to report its configuration."""

ANSWER_S: Final = 3.0
"""How long it has to answer a get, a set, an action or a release."""
