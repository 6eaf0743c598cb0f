"""What staff enter by hand: who they are, what they count, see or read off, and its way to hub and rules.

Marked so everywhere (`Measurement.measured_by`, `entered_by`). A number that can't be is not taken; one that
is far from most people's must be given twice. A hand-taken reading closes what the station could not measure.
"""

from typing import Final

import msgspec

from contract import asks
from contract.measurement import (
    BY_HAND,
    NO_DEVICE,
    OBSERVED,
    Act,
    Grade,
    Kind,
    Measurement,
    Quality,
    Reason,
    Value,
)
from kiosk.visit import wishes
from kiosk.visit.acts import MEASURING, add, unconfirmed
from kiosk.visit.alarms import look
from kiosk.visit.captures import CAPTURES, Capture, lead_back
from kiosk.visit.entries import ENTRIES, MISSING, ROLES, mistake, unusual
from kiosk.visit.events import Continued, HandGiven, HandNamed, HandTouched, HandWanted, WentBack
from kiosk.visit.flow import onward
from kiosk.visit.model import Place, Screen
from kiosk.visit.parts import Asked, Entering
from kiosk.visit.turn import Turn

LOOK_AGAIN: Final = "look-again"  # mistakes with words
COUNT_AGAIN: Final = "count-again"
NAME_CHARS: Final = 60


def wanted(turn: Turn, _event: HandWanted) -> None:
    """Staff want to enter something; from a problem, what could not be measured comes first."""
    what = turn.state.problem if turn.state.screen is Screen.MEASURE_PROBLEM else None
    _open(turn, Entering(back=turn.here, act=what.act if what else None))


def begin(turn: Turn, asked: Asked) -> None:
    """The patient agreed to a provider's wish for what only a person can see."""
    _open(turn, Entering(back=turn.here, act=asked.act, ask=asked.id))


def _open(turn: Turn, entering: Entering) -> None:
    care = turn.state.care
    if care is not None:  # who it is was shown by badge and PIN
        entering = msgspec.structs.replace(entering, role=care.role, name=care.name, phase="menu")
    turn.set(entering=entering)
    turn.show(Screen.BY_HAND, _item(entering))
    if care is not None and entering.act is not None:
        _choose(turn, entering.act)


def enter(turn: Turn, act: Act) -> None:
    """In a round: this is due, and only a person can see or count it. Afterwards back to what is next."""
    _open(turn, Entering(back=Place(Screen.BEDSIDE), act=act, due=True))


def _item(entering: Entering) -> str:
    """Return what tells one part of this screen from the next."""
    return f"{entering.phase}/{entering.act or ''}"


def touched(turn: Turn, event: HandTouched) -> None:
    """A choice or a button; what does not fit the phase changes nothing."""
    now, what = turn.state.entering, event.what
    if now is None:
        return
    if now.phase == "role" and what in ROLES:
        _change(turn, role=what, phase="name")
    elif now.phase == "menu" and what in tuple(ENTRIES):
        _choose(turn, Act(what))
    elif now.phase == "site" and now.act and what in ENTRIES[now.act].sites:
        _change(turn, site=what, phase="numbers")
    elif now.phase == "codes" and now.act and what in OBSERVED[now.act]:
        _record(turn, observed=(what,))
    elif now.phase == "numbers" and now.act is Act.PAIN and what == "signs":
        _change(turn, phase="signs")
    elif now.phase == "counting" and what == "breath":
        _breath(turn)
    elif now.phase in ("counting", "counted") and what == "again":
        _change(turn, phase="ready", counting=None, breaths=0)


def named(turn: Turn, event: HandNamed) -> None:
    """Who it is."""
    now, name = turn.state.entering, " ".join(event.name.split())[:NAME_CHARS]
    if now is None or now.phase != "name":
        return
    if not name:
        turn.set(mistake=MISSING)
    elif now.act is None:
        _change(turn, name=name, phase="menu")
    else:
        _change(turn, name=name)
        _choose(turn, now.act)


def given(turn: Turn, event: HandGiven) -> None:
    """Numbers, or the signs of pain that were seen."""
    now = turn.state.entering
    if now is None or now.act is None:
        return
    if now.phase == "signs":
        if set(event.codes) <= set(OBSERVED[now.act]):
            _record(turn, observed=("signs", *event.codes))
        return
    if now.phase != "numbers":
        return
    entry = ENTRIES[now.act]
    if wrong := mistake(entry, event.values):
        _change(turn, unusual=())
        turn.set(mistake=wrong)
    elif unusual(entry, event.values) and now.unusual != event.values:
        _change(turn, unusual=event.values)
        turn.set(mistake=LOOK_AGAIN)
    else:
        _record(turn, event.values)


def went_on(turn: Turn, _event: Continued) -> None:
    """The button at the bottom right: start counting, keep the count, or done."""
    now = turn.state.entering
    if now is None:
        return
    if now.phase == "ready":
        until = turn.countdown(turn.context.limits.breaths_s)
        _change(turn, phase="counting", counting=until, breaths=0)
    elif now.phase == "counted":
        counted = (Value(Kind.RESPIRATORY_RATE, float(now.breaths), "/min"),)
        if mistake(ENTRIES[Act.RESPIRATION], counted):
            turn.set(mistake=COUNT_AGAIN)
        else:
            _record(turn, counted)
    elif now.phase == "menu":
        _leave(turn)


def went_back(turn: Turn, _event: WentBack) -> None:
    """One step back; from the first of them, out."""
    now = turn.state.entering
    if now is None:
        return
    before = {"name": "role", "signs": "numbers", "counting": "ready", "counted": "ready"}
    if now.phase in before:
        _change(turn, phase=before[now.phase], counting=None, breaths=0)
    elif now.phase in ("role", "menu") or now.ask is not None:
        _leave(turn)
    elif now.phase == "numbers" and now.site:
        _change(turn, phase="site", site="")
    else:
        _change(turn, phase="menu", act=None, site="")


def ticked(turn: Turn, _event: object) -> None:
    """The minute of counting is over."""
    now = turn.state.entering
    if now is not None and now.phase == "counting" and turn.over(now.counting):
        _change(turn, phase="counted")


def cancel(turn: Turn) -> None:
    """The call is over, the visit ends, or the session died: what is not entered is not."""
    now = turn.state.entering
    if now is None:
        return
    turn.set(entering=None)
    if turn.state.screen is Screen.BY_HAND:
        lead_back(turn, now.back)


def _choose(turn: Turn, act: Act) -> None:
    entry = ENTRIES[act]
    phase = "ready" if entry.counted else "site" if entry.sites else "codes" if entry.codes else "numbers"
    _change(turn, act=act, phase=phase, site="", unusual=(), counting=None, breaths=0)


def _breath(turn: Turn) -> None:
    now = turn.state.entering
    assert now is not None
    if now.counting is not None and not turn.over(now.counting):
        _change(turn, breaths=now.breaths + 1)


def _record(turn: Turn, values: tuple[Value, ...] = (), observed: tuple[str, ...] = ()) -> None:
    """Seal it, have the rules look, and go on: to the menu, or back to who asked for it."""
    now = turn.state.entering
    if now is None or now.act is None:
        return
    act = now.act
    far = bool(values) and unusual(ENTRIES[act], values)
    wanted_before = turn.state.again
    record = turn.state.record(act)
    turn.set_record(act, attempts=record.attempts + 1, done=True, skipped="", repeat=())
    add(
        turn,
        Measurement(
            id=turn.new_id(),
            act=act,
            values=values,
            effective=turn.at,
            device=NO_DEVICE,
            quality=Quality(Grade.USABLE, (Reason.ASK_AGAIN,)) if far else Quality(Grade.GOOD),
            attempt=record.attempts + 1,
            site=now.site or None,
            measured_by=BY_HAND,
            entered_by=now.by,
            observed=observed,
        ),
    )
    turn.forget_way(*MEASURING)
    _change(turn, phase="menu", act=None, site="", unusual=(), counting=None, breaths=0)
    if now.ask is not None:
        turn.set(entering=None)
        wishes.over(turn, asks.DONE)
        lead_back(turn, now.back)
    look(turn)
    turn.set_record(act, repeat=tuple(sorted(turn.state.again - wanted_before)))  # the menu says so
    if now.due and not turn.state.record(act).repeat:
        turn.set(entering=None)
        onward(turn)


def _leave(turn: Turn) -> None:
    """Back to where it began; a problem that is solved now is left behind."""
    now = turn.state.entering
    assert now is not None
    turn.set(entering=None)
    unconfirmed(turn)
    if now.ask is not None:
        wishes.over(turn, asks.FAILED, "stopped")
    what = turn.state.problem
    solved = what is not None and turn.state.record(what.act).done and not what.final
    if now.back.screen is Screen.MEASURE_PROBLEM and solved and not turn.state.call.live:
        onward(turn)
    else:
        lead_back(turn, now.back)


def _change(turn: Turn, **changes: object) -> None:
    assert turn.state.entering is not None
    after = msgspec.structs.replace(turn.state.entering, **changes)
    turn.set(entering=after, mistake="", touched_ns=turn.now_ns)
    if turn.state.screen is Screen.BY_HAND:
        turn.set(item=_item(after))


def _missing(turn: Turn, kind: str) -> str:
    """Return why a provider's wish can't be met; what a person sees can always be."""
    return "" if asks.family(kind) == asks.MEASURE else "not-measured-here"


CAPTURES[asks.MEASURE] = Capture(missing=_missing, begin=begin, cancel=cancel)
