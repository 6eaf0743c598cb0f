"""How old somebody is, by the calendar."""

from datetime import date, datetime
from typing import Final

from contract.measurement import Instant
from kiosk.visit.state import State

_DAYS_A_YEAR: Final = 365.25


def age_of(state: State, at: Instant) -> float | None:
    """Return the age in years (with fractions for small children), None when it is not known."""
    age, person = state.age_given, state.person_is
    if age is None and (person is None or person.birth_date is None):
        age, person = state.told_age, state.told_who  # it is being said anew
    if age is not None:
        return float(age)
    if person is None or person.birth_date is None:
        return None
    years = years_since(date.fromisoformat(person.birth_date), at)
    return None if years is None else max(0.0, years)


def years_since(born: date, at: Instant) -> float | None:
    """Whole years by the calendar plus the part of the running one; None without a readable clock."""
    try:
        today = datetime.fromisoformat(at.wall).date()
    except ValueError:
        return None
    whole = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if whole < 0:
        return -1.0
    year = born.year + whole
    try:
        birthday = born.replace(year=year)
    except ValueError:  # 29 February
        birthday = date(year, 3, 1)
    return whole + min((today - birthday).days / _DAYS_A_YEAR, 0.999) if today >= birthday else float(whole)
