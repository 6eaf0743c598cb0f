"""Pictures of the body, view by view, and films: offered by the answers, asked by a provider, taken, kept.

A yes to pictures is a record of its own. Nothing of this ever blocks care: each picture may be skipped with a
reason, and after a few poor ones the next is taken as it is. Two are refused, with the reason and another
way: any of a minor for whom no guardian has agreed, and of private parts.
"""

from typing import Final

import msgspec

from contract import asks, capture, documents
from contract.profile import MediaConfig
from contract.views import DERMOSCOPE, View, ViewSet, views
from kiosk.clinical import questionnaire as forms
from kiosk.visit import handover, minors, wishes
from kiosk.visit.captures import CAPTURES, Capture, lead_back
from kiosk.visit.events import Continued, FromCore, PhotoTouched, PhotoWanted, StopPressed, WentBack
from kiosk.visit.model import Place, Screen
from kiosk.visit.parts import Asked, Shooting
from kiosk.visit.turn import Turn

ANSWER_S: Final = 20  # in which a picture must be there (after a film: its length more)
NO_MEDIA: Final = "media-restarted"  # fault ids with words
NO_ANSWER: Final = "no-answer"
NO_ROOM: Final = "no-room"
NO_GUARDIAN: Final = "no-guardian"
PRIVATE: Final = "private"  # a place on the body, and why no picture is taken there
WALK_IN: Final = "walk-in"  # the setting in which it is not; a wound of a resident's may be there
NONE: Final = "none"
GUARDIAN: Final = "guardian"  # touched: a parent or guardian is here
ELSEWHERE: Final = "elsewhere"  # touched: show another place
REASONS: Final = ("do-not-want", "cannot", "hurts", "other")  # for skipping a picture
SIDES: Final = ("left", "right")
KINDS: Final = tuple(kind for kind in views().sets if asks.family(kind) == "photo")


def set_of(kind: str) -> ViewSet:
    """Return the pictures a kind is made of."""
    return views().sets[kind]


def views_of(kind: str, media: MediaConfig) -> tuple[View, ...]:
    """Return the pictures of a kind that this station can take, in order."""
    return tuple(view for view in set_of(kind).views if view.camera != DERMOSCOPE or media.dermoscope)


def is_film(kind: str) -> bool:
    """Is it a clip?"""
    return asks.family(kind) == "clip"


def film_s() -> int:
    """Return how long a film is, seconds."""
    return views().clip.usual_s


def suggested(turn: Turn) -> tuple[str, ...]:
    """Return the kinds of pictures that the reason asks for, or the answers speak for."""
    asked = forms.wants(turn.context.questionnaire, turn.state.answers)
    wanted = tuple(want.what for want in asked if want.kind == "photo")
    codes = {
        item: frozenset(answer if isinstance(answer, tuple) else (answer,))
        for item, answer in turn.state.answers.items()
        if isinstance(answer, str | tuple)
    }
    return tuple(dict.fromkeys((*wanted, *views().suggested(codes))))


def offer(turn: Turn) -> bool:
    """Offer pictures once, when the answers speak for them; False when they do not."""
    if turn.state.photos_offered or not suggested(turn):
        return False
    turn.set(photos_offered=True)
    _open(turn, Place(Screen.RESULTS))
    return True


def wanted(turn: Turn, _event: PhotoWanted) -> None:
    """Somebody wants to show something."""
    _open(turn, turn.here)


def missing(turn: Turn, kind: str) -> str:
    """Return why nothing can be taken now (an id with words), empty: it can."""
    if kind not in views().sets:
        return "not-measured-here"
    if minors.unguarded(turn):
        return NO_GUARDIAN
    return "" if turn.state.call.media_up else NO_MEDIA


def begin(turn: Turn, asked: Asked) -> None:
    """The patient agreed to a provider's wish."""
    turn.set(shooting=Shooting(back=turn.here, ask=asked.id))
    _choose(turn, asked.kind)
    turn.show(Screen.PHOTO)


def no_room(turn: Turn, event: PhotoTouched) -> None:
    """The patient agreed to a provider's wish, and the station has no room for it."""
    asked = turn.state.asked
    if asked is not None and not asked.agreed and event.what == NO_ROOM:
        wishes.refused(turn, asked, NO_ROOM)


def touched(turn: Turn, event: PhotoTouched) -> None:
    """A choice or a button of this screen; what does not fit the phase changes nothing."""
    now, what = turn.state.shooting, event.what
    if now is None:
        return
    if what == NO_ROOM:
        _change(turn, fault=NO_ROOM)
    elif now.phase == "kinds" and what in KINDS:
        _choose(turn, what)
    elif now.phase == "kinds" and what == NONE:
        _done(turn)
    elif now.phase == "refused":
        _after_refusal(turn, now, what)
    elif now.phase == "place" and what == PRIVATE and turn.context.profile.setting == WALK_IN:
        _change(turn, phase="refused", fault=PRIVATE)
    elif now.phase == "place" and what in set_of(now.kind).places:
        _change(turn, place=what)
        _aim(turn)
    elif now.phase in ("aim", "look") and what == "skip":
        _forget(turn)
        _change(turn, phase="skip", fault="")
    elif now.phase == "skip" and what in REASONS:
        _skip(turn, what)
    elif now.phase == "look" and what == "again":
        _forget(turn)
        _aim(turn)
    elif now.phase == "aim" and what in ("staff", "patient"):
        _change(turn, by=what)


def went_on(turn: Turn, _event: Continued) -> None:
    """The button at the bottom right: take it, use it, or take it again."""
    now = turn.state.shooting
    if now is None:
        return
    if now.phase == "aim":
        _take(turn)
    elif now.phase == "look" and now.taken is not None:
        if usable(now):
            _keep(turn)
        else:
            _forget(turn)
            _aim(turn)


def usable(now: Shooting) -> bool:
    """May this one be used: it is good, or there were enough poor ones."""
    thing = now.taken.thing if now.taken is not None else None
    good = thing is not None and thing.grade == capture.GOOD
    return good or is_film(now.kind) or now.failures >= views().failures_most


def stopped(turn: Turn, _event: StopPressed) -> None:
    """End a film early; what is long enough is kept."""
    now = turn.state.shooting
    if now is not None and now.phase == "taking" and now.take is not None:
        turn.tell(capture.StopTake(id=now.take))


def went_back(turn: Turn, _event: WentBack) -> None:
    """One step back; from the first of them, out."""
    now = turn.state.shooting
    if now is None:
        return
    if now.phase in ("taking", "look", "skip"):
        _forget(turn)
        _aim(turn)
    elif now.phase == "aim" and set_of(now.kind).places and not now.saved:
        turn.tell(capture.AimOver())
        _change(turn, phase="place", view=0, failures=0, fault="")
    elif now.phase == "refused" and now.fault == PRIVATE:
        _change(turn, phase="place", fault="")
    elif now.phase in ("aim", "place") and now.ask is None and not now.saved:
        turn.tell(capture.AimOver())
        _change(turn, phase="kinds", kind="", view=0, failures=0, fault="")
    else:
        _done(turn)


def came(turn: Turn, event: FromCore) -> None:
    """A picture or film is there, or there will be none."""
    now, message = turn.state.shooting, event.message
    if now is None or not isinstance(message, capture.Taken | capture.NotTaken) or message.id != now.take:
        return
    if isinstance(message, capture.Taken):
        poor = message.thing.grade != capture.GOOD
        _change(turn, phase="look", taken=message, failures=now.failures + int(poor))
    else:
        _change(turn, take=None)
        _aim(turn, message.fault)


def ticked(turn: Turn, _event: object) -> None:
    """Give up on a picture that never came."""
    now = turn.state.shooting
    if now is None or now.phase != "taking":
        return
    if turn.since_s(now.since_ns) > ANSWER_S + (film_s() if is_film(now.kind) else 0):
        _forget(turn)
        _aim(turn, NO_ANSWER)


def cancel(turn: Turn) -> None:
    """The call is over, the visit ends, or the session died: what is not saved is thrown away."""
    now = turn.state.shooting
    if now is None:
        return
    _forget(turn)
    turn.tell(capture.AimOver())
    turn.set(shooting=None)
    if turn.state.screen is Screen.PHOTO:
        lead_back(turn, now.back)


def _open(turn: Turn, back: Place) -> None:
    shooting = Shooting(back=back, by="staff" if turn.state.care else "patient")
    if minors.unguarded(turn):
        shooting = msgspec.structs.replace(shooting, phase="refused", fault=NO_GUARDIAN)
    turn.set(shooting=shooting)
    turn.show(Screen.PHOTO)


def _after_refusal(turn: Turn, now: Shooting, what: str) -> None:
    """What the patient chooses instead; the provider sees which picture there is not, and why."""
    if what == ELSEWHERE and now.fault == PRIVATE:
        _change(turn, phase="place", fault="")
    elif what == GUARDIAN and now.fault == NO_GUARDIAN:
        turn.set(shooting=None, photos_offered=not suggested(turn))
        turn.forward(Screen.GUARDIAN)
    elif what == NONE:
        for kind in (now.kind,) if now.kind else suggested(turn):
            turn.seal(documents.MeasureSkipped(visit=turn.visit, at=turn.at, act=kind, reason=now.fault))
        _done(turn, now.fault)


def _choose(turn: Turn, kind: str) -> None:
    """This kind was agreed to: say so to the hub, ask where it is, or aim.

    In a round a consent of its own came before (`ResidentConsent`), except to a provider's wish.
    """
    now = turn.state.shooting
    if turn.state.care is None or (now is not None and now.ask is not None):
        turn.seal(
            documents.ConsentGiven(
                visit=turn.visit,
                at=turn.at,
                version=turn.context.profile.consent_version,
                language=turn.state.language,
                given=True,
                what=asks.family(kind),
                by=minors.agreed_by(turn),
            )
        )
    _change(turn, kind=kind, view=0, failures=0, fault="")
    if set_of(kind).places:
        _change(turn, phase="place")
    else:
        _aim(turn)


def _aim(turn: Turn, fault: str = "") -> None:
    now = turn.state.shooting
    assert now is not None
    turn.tell(capture.Aim(kind=now.kind, view=_view(turn, now)))
    _change(turn, phase="aim", fault=fault)


def _take(turn: Turn) -> None:
    now = turn.state.shooting
    assert now is not None
    film = is_film(now.kind)
    take = capture.Take(
        id=turn.new_id(),
        kind=now.kind,
        view=_view(turn, now),
        seconds=film_s() if film else 0,
        sound=film and set_of(now.kind).sound,
    )
    turn.tell(take)
    _change(turn, phase="taking", take=take.id, since_ns=turn.now_ns, fault="")


def _keep(turn: Turn) -> None:
    now = turn.state.shooting
    assert now is not None and now.taken is not None
    side = next((side for side in SIDES if now.place.startswith(f"{side}-")), "")
    handover.keep(turn, now.taken, laterality=side, site=now.place, by=now.by, ask=now.ask)
    view = now.taken.thing.view
    _change(turn, take=None, taken=None, saved=(*now.saved, view))
    _next(turn)


def _skip(turn: Turn, reason: str) -> None:
    now = turn.state.shooting
    assert now is not None
    act = f"{now.kind}/{_view(turn, now)}"
    turn.seal(documents.MeasureSkipped(visit=turn.visit, at=turn.at, act=act, reason=reason))
    _next(turn)


def _next(turn: Turn) -> None:
    """On to the next view of the set, or done."""
    now = turn.state.shooting
    assert now is not None
    if now.view + 1 < len(views_of(now.kind, turn.context.profile.media)):
        _change(turn, view=now.view + 1, failures=0)
        _aim(turn)
    else:
        _done(turn)


def _view(turn: Turn, now: Shooting) -> str:
    return views_of(now.kind, turn.context.profile.media)[now.view].id


def _done(turn: Turn, why: str = "skipped") -> None:
    now = turn.state.shooting
    assert now is not None
    turn.tell(capture.AimOver())
    turn.set(shooting=None)
    if now.ask is not None:
        wishes.over(turn, asks.DONE if now.saved else asks.FAILED, "" if now.saved else why)
    lead_back(turn, now.back)


def _forget(turn: Turn) -> None:
    """Nothing of the present one is wanted, whether it is there or still comes."""
    now = turn.state.shooting
    if now is None or now.take is None:
        return
    turn.tell(capture.StopTake(id=now.take))
    handover.drop(turn, now.take)
    _change(turn, take=None, taken=None)


def _change(turn: Turn, **changes: object) -> None:
    assert turn.state.shooting is not None
    turn.set(shooting=msgspec.structs.replace(turn.state.shooting, **changes))


for family in ("photo", "clip"):
    CAPTURES[family] = Capture(missing=missing, begin=begin, cancel=cancel)
