"""Changing a draft: what is touched or typed and not said yet."""

from typing import Final

from ui.inputs import Draft

NONE_OF_THESE: Final = "none-of-these"
MISSING: Final = "missing"


def replaced(draft: Draft, **changes: object) -> Draft:
    """Return the draft with some of it changed; what was refused is no longer."""
    values = {"place": draft.place, "chosen": draft.chosen, "fields": draft.fields, "refused": ("", "")}
    return Draft(**{**values, **changes})  # type: ignore[arg-type]


def toggled(draft: Draft, name: str) -> Draft:
    """Return the draft with one of several choices turned; "none of these" stands alone."""
    if name == NONE_OF_THESE:
        return replaced(draft, chosen=(NONE_OF_THESE,))
    rest = tuple(code for code in draft.chosen if code != NONE_OF_THESE)
    return replaced(draft, chosen=tuple(c for c in rest if c != name) if name in rest else (*rest, name))


def refused(draft: Draft, field: str, why: str) -> Draft:
    """Return the draft with the field that Next stumbled over, and why."""
    return Draft(draft.place, draft.chosen, draft.fields, (field, why))
