"""Core and agent: messages over the agent's connection to core's socket for it (contract.link).

The agent brings updates in. It asks before it restarts anything, and core, which knows whether somebody is
in the middle of a visit, answers. Nothing here names a patient.
"""

from typing import Final

from contract.message import Message

PROTOCOL: Final[int] = 1
STATES: Final = (
    "off",  # no updates come to this station: it has no root of trust for them
    "idle",  # the newest, as far as is known
    "looking",
    "fetching",  # `fraction` of it
    "writing",  # into the other slot, `fraction` of it
    "waiting",  # ready; `waits_for` says for what
    "restarting",
    "trying",  # a new version runs, and is watched whether it is well
    "failed",  # `why`; tried again by itself
)

WHYS: Final = (
    "no-root",  # this station was given nobody to trust for updates
    "no-answer",  # the place updates come from does not answer
    "turned-away",  # it answers with a refusal
    "slow",  # less came than a page a minute: broken off, what came is kept
    "not-signed",  # not signed by enough of the keys that we trust
    "older",  # metadata or a version older than what we had
    "expired",  # its word is too old: somebody may be holding newer ones back
    "altered",  # what came is not what was signed
    "too-long",  # more came than was signed for
    "not-understood",  # signed, but not in a form that this station knows
    "clock",  # this station's clock can't be right, so no date can be judged
    "no-room",  # the disk has no room for it
    "disk",  # reading or writing here failed
    "not-written",  # the slot did not give back what was written into it
    "not-well",  # the new version started and was not well
    "not-started",  # the new version did not start
    "content-refused",  # the new questions or words can't be used
)


# ---- agent to core


class AgentHello(Message, tag="agent-hello", frozen=True):
    """First message. `version`: what runs, empty: not from a slot."""

    protocol: int
    version: str = ""


class UpdateState(Message, tag="update-state", frozen=True):
    """How updates stand; said when it changes. Times are RFC 3339, empty: never.

    `why`: an id with words (`WHYS`), of the last failure. `waits_for`: "hours" (of the site), "visit" or
    empty. `hours`: in which the station may restart, "22:00-05:00". `back_from`: the version that was tried
    and not well, so that the former runs again. `content`: the version of the questions and words in use
    beside the station's own, `content_refused` one that could not be used.
    """

    state: str
    version: str = ""
    offered: str = ""
    forced: bool = False
    fraction: float = 0.0
    why: str = ""
    detail: str = ""
    waits_for: str = ""
    hours: str = ""
    looked_at: str = ""
    back_from: str = ""
    content: str = ""
    content_refused: str = ""


class AskRestart(Message, tag="ask-restart", frozen=True):
    """May the station restart now, into `version`?"""

    version: str


class ContentCame(Message, tag="content-came", frozen=True):
    """A content pack that was proven; the descriptor beside it is its file. Can it be used?"""

    version: str


FromAgent = AgentHello | UpdateState | AskRestart | ContentCame


# ---- core to agent


class StationIs(Message, tag="station-is", frozen=True):
    """How the station stands: said first, and when it changes.

    `visit`: somebody is in the middle of one, or staff are signed in. `screen`, `media`: that process is
    there and has spoken. `content`: the version of the pack that is kept and in use.
    """

    visit: bool
    screen: bool
    media: bool
    content: str = ""


class RestartAnswer(Message, tag="restart-answer", frozen=True):
    """May it? When yes, the screen says so, and no visit begins any more for `HOLD_S`."""

    granted: bool


class ContentJudged(Message, tag="content-judged", frozen=True):
    """Can the pack be used? `problem`: why not, in words for a technician; empty: it is in use."""

    version: str
    problem: str = ""


class LookNow(Message, tag="look-now", frozen=True):
    """Staff want it looked for updates now, at the hub and on a USB stick."""


ToAgent = StationIs | RestartAnswer | ContentJudged | LookNow

HOLD_S: Final = 60.0  # a granted restart that did not come by then is none any more
