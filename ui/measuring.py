"""What a touch means where something is measured, left out, or entered by hand. Pure, like intents.py."""

from typing import Final

from contract.measurement import Act, Instant, Kind, Value
from kiosk.visit import events as e
from kiosk.visit.entries import ENTRIES, Entry
from kiosk.visit.model import Screen
from kiosk.visit.state import State
from kiosk.visit.table import TABLE
from ui.drafts import MISSING, NONE_OF_THESE, refused, replaced, toggled
from ui.inputs import Draft, Inputs

HAND: Final = "hand-"
SKIP: Final = "skip-"
MORE: Final = "more-"


def choose(inputs: Inputs, name: str, at: Instant) -> Draft | e.Event | None:
    """Return what touching a choice or a button means; None: it is none of measuring's."""
    screen = inputs.screen
    if name == "skip" and (screen, e.SkipWanted) in TABLE:
        return _skip(inputs.state, at)
    if screen is Screen.SKIP_WHY and name.startswith(SKIP):
        return e.Skipped(at=at, reason=name.removeprefix(SKIP))
    if screen is Screen.RESULTS and name.startswith(MORE):
        return e.MoreWanted(at=at, act=name.removeprefix(MORE))
    return _by_hand(inputs, name, at) if screen is Screen.BY_HAND else None


def _skip(state: State, at: Instant) -> e.Event:
    """Leave a measurement out: where the reason is plain, it is not asked for."""
    what = state.problem if state.screen is Screen.MEASURE_PROBLEM else None
    if what is None:
        return e.SkipWanted(at=at)
    return e.Skipped(at=at, reason="device-missing" if what.untried else "gave-up")


def _by_hand(inputs: Inputs, name: str, at: Instant) -> Draft | e.Event | None:
    if name.startswith(HAND):
        return e.HandTouched(at=at, what=name.removeprefix(HAND))
    phase = _phase(inputs)
    if phase == "signs":
        return toggled(inputs.draft, name)
    return replaced(inputs.draft, chosen=(name,)) if phase == "numbers" else None


def can_go_on(inputs: Inputs) -> bool:
    """May Next be touched?"""
    now = inputs.state.entering
    chooses = now is not None and (now.phase == "signs" or (now.phase == "numbers" and now.act is Act.PAIN))
    return bool(inputs.draft.chosen) if chooses else True


def next_event(inputs: Inputs, at: Instant) -> Draft | e.Event:
    """Return what Next says; a Draft with `refused` when something must be put right first."""
    now, draft = inputs.state.entering, inputs.draft
    if now is None or now.act is None or now.phase not in ("numbers", "signs"):
        named = now is not None and now.phase == "name"
        return e.HandNamed(at=at, name=draft.text("staff")) if named else e.Continued(at=at)
    if now.phase == "signs":
        codes = tuple(code for code in draft.chosen if code != NONE_OF_THESE)
        return e.HandGiven(at=at, codes=codes)
    if now.act is Act.PAIN:
        score = Value(Kind.PAIN, float(draft.chosen[0]), "{score}") if draft.chosen else None
        return e.HandGiven(at=at, values=(score,) if score else ())
    return _typed(ENTRIES[now.act], draft, at)


def _typed(entry: Entry, draft: Draft, at: Instant) -> Draft | e.Event:
    values = []
    for field in entry.fields:
        text = draft.text(field.name).replace(",", ".")
        if not text and (field.choice or field.optional):
            continue
        try:
            number = float(text)
        except ValueError:
            return refused(draft, field.name, MISSING)
        values.append(Value(field.kind, number, field.unit))
    return e.HandGiven(at=at, values=tuple(values))


def _phase(inputs: Inputs) -> str:
    return inputs.state.entering.phase if inputs.state.entering else ""
