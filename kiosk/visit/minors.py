"""Who is too young to agree alone, and whether somebody has agreed in their place."""

from kiosk.visit.age import age_of
from kiosk.visit.turn import Turn


def is_minor(turn: Turn) -> bool:
    """Is the patient known to be younger than a guardian is asked for?"""
    age = age_of(turn.state, turn.at)
    return age is not None and age < turn.context.profile.minor_under_years


def unguarded(turn: Turn) -> bool:
    """Is it a minor for whom no parent or guardian has said yes?"""
    return is_minor(turn) and turn.state.guardian is None


def agreed_by(turn: Turn) -> str:
    """Return who says yes: empty for the patient, for a minor the guardian with the relation."""
    guardian = turn.state.guardian
    return f"{guardian.name} ({guardian.relation})" if guardian is not None and is_minor(turn) else ""
