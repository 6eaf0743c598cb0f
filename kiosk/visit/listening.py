"""Recording the sound of a heart or of lungs with a stethoscope: place by place, heard again, saved or not.

Begun by a provider's wish in the call, or by staff from the results. One place is one recording; each is
given to the queue when it is saved, so that nothing waits for the last one.
"""

from typing import Final
from uuid import UUID

import msgspec

from contract import asks, capture
from kiosk.visit import handover, wishes
from kiosk.visit.captures import CAPTURES, Capture, lead_back
from kiosk.visit.events import Continued, FromCore, SoundTouched, SoundWanted, StopPressed, WentBack
from kiosk.visit.model import Screen
from kiosk.visit.parts import Asked, Listening
from kiosk.visit.turn import Turn

SECONDS: Final = 20
ANSWER_S: Final = 15  # after a recording's end, in which it must be there
MISSING: Final = "stethoscope-missing"  # fault ids with words
NO_MEDIA: Final = "media-restarted"
NO_ANSWER: Final = "no-answer"
NO_ROOM: Final = "no-room"
NONE_CONFIGURED: Final = "none"

# Where a stethoscope is put (the four classic places of the heart; lungs from behind, then from the front).
SPOTS: Final[dict[str, tuple[str, ...]]] = {
    "sound:heart": ("aortic", "pulmonic", "tricuspid", "mitral"),
    "sound:lungs": (
        "back-left-high",
        "back-right-high",
        "back-left-low",
        "back-right-low",
        "front-left",
        "front-right",
    ),
}
FILTERS: Final = ("", "bell", "diaphragm")
PLAY: Final = "play"  # "play", "play-bell", "play-diaphragm"


def possible(turn: Turn) -> str:
    """Return why no sound can be recorded now, an id with words; empty: it can."""
    if turn.context.profile.media.stethoscope == NONE_CONFIGURED:
        return MISSING
    return "" if turn.state.call.media_up else NO_MEDIA


def wanted(turn: Turn, event: SoundWanted) -> None:
    """Staff wants to record; which kind is asked first."""
    if not possible(turn):
        _open(turn, "", None)


def begin(turn: Turn, asked: Asked) -> None:
    """The patient agreed to a provider's wish."""
    _open(turn, asked.kind, asked.id)


def _open(turn: Turn, kind: str, ask: UUID | None) -> None:
    turn.set(listening=Listening(back=turn.here, kind=kind, phase="spots" if kind else "kinds", ask=ask))
    turn.show(Screen.SOUND)


def touched(turn: Turn, event: SoundTouched) -> None:
    """A choice or a button of this screen; what does not fit the phase changes nothing."""
    now = turn.state.listening
    if now is None:
        return
    what = event.what
    if now.phase == "kinds" and what in SPOTS:
        _change(turn, kind=what, phase="spots")
    elif now.phase == "spots" and what in SPOTS[now.kind]:
        turn.tell(capture.Aim(kind=now.kind, view=what))
        _change(turn, spot=what, phase="ready", fault="")
    elif now.phase == "ready" and what == NO_ROOM:
        _change(turn, fault=NO_ROOM)
    elif now.phase == "review" and now.taken is not None:
        if what == "again":
            _forget(turn)
            _change(turn, phase="ready", fault="")
        elif what == "quiet":
            turn.tell(capture.StopPlaying())
        elif what.partition("-")[0] == PLAY and what.partition("-")[2] in FILTERS:
            turn.tell(capture.Play(id=now.taken.id, filter=what.partition("-")[2]))


def went_on(turn: Turn, _event: Continued) -> None:
    """The button at the bottom right: record, save, or done."""
    now = turn.state.listening
    if now is None:
        return
    if now.phase == "ready":
        take = turn.new_id()
        turn.tell(capture.Take(id=take, kind=now.kind, view=now.spot, seconds=SECONDS))
        _change(turn, phase="recording", take=take, since_ns=turn.now_ns, fault="")
    elif now.phase == "review" and now.taken is not None:
        turn.tell(capture.StopPlaying())
        handover.keep(turn, now.taken, laterality=laterality(now.spot), ask=now.ask)
        _change(turn, phase="spots", take=None, taken=None, spot="", saved=(*now.saved, now.spot))
    elif now.phase == "spots":
        _done(turn)


def stopped(turn: Turn, _event: StopPressed) -> None:
    """Stop early; what is long enough is kept."""
    now = turn.state.listening
    if now is not None and now.phase == "recording" and now.take is not None:
        turn.tell(capture.StopTake(id=now.take))


def went_back(turn: Turn, _event: WentBack) -> None:
    """One step back; from the first of them, out."""
    now = turn.state.listening
    if now is None:
        return
    if now.phase in ("recording", "review"):
        _forget(turn)
        _change(turn, phase="ready", fault="")
    elif now.phase == "ready":
        _change(turn, phase="spots", spot="", fault="")
    elif now.phase == "spots" and now.ask is None and not now.saved:
        _change(turn, phase="kinds", kind="")
    else:
        _done(turn)


def came(turn: Turn, event: FromCore) -> None:
    """A recording is there, or there will be none."""
    now, message = turn.state.listening, event.message
    if now is None or not isinstance(message, capture.Taken | capture.NotTaken) or message.id != now.take:
        return
    if isinstance(message, capture.Taken):
        _change(turn, phase="review", taken=message)
    else:
        _change(turn, phase="ready", take=None, fault=message.fault)


def ticked(turn: Turn, _event: object) -> None:
    """Give up on a recording that never came."""
    now = turn.state.listening
    if now is not None and now.phase == "recording" and turn.since_s(now.since_ns) > SECONDS + ANSWER_S:
        _forget(turn)
        _change(turn, phase="ready", fault=NO_ANSWER)


def cancel(turn: Turn) -> None:
    """The call is over, the visit ends, or the session died: what is not saved is thrown away."""
    now = turn.state.listening
    if now is None:
        return
    _forget(turn)
    turn.tell(capture.AimOver())
    turn.set(listening=None)
    if turn.state.screen is Screen.SOUND:
        lead_back(turn, now.back)


def laterality(spot: str) -> str:
    """Return the side of the body a place is on, empty where there is none."""
    return next((side for side in ("left", "right") if side in spot.split("-")), "")


def _done(turn: Turn) -> None:
    now = turn.state.listening
    assert now is not None
    turn.tell(capture.AimOver())
    turn.set(listening=None)
    if now.ask is not None:
        wishes.over(turn, asks.DONE if now.saved else asks.FAILED, "" if now.saved else "stopped")
    lead_back(turn, now.back)


def _forget(turn: Turn) -> None:
    """Nothing of the present recording is wanted, whether it is there or still comes."""
    now = turn.state.listening
    if now is None or now.take is None:
        return
    turn.tell(capture.StopTake(id=now.take))
    turn.tell(capture.StopPlaying())
    handover.drop(turn, now.take)
    _change(turn, take=None, taken=None)


def _change(turn: Turn, **changes: object) -> None:
    assert turn.state.listening is not None
    turn.set(listening=msgspec.structs.replace(turn.state.listening, **changes))


CAPTURES["sound"] = Capture(missing=lambda turn, _kind: possible(turn), begin=begin, cancel=cancel)
