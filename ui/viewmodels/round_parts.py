"""What the screens of a round share: their props, and how residents and acts are called."""

from dataclasses import dataclass
from typing import Any

from contract.measurement import Act
from contract.residents import Resident
from ui.inputs import Inputs
from ui.viewmodels.page import tr as page_tr
from ui.viewmodels.pages_by_hand import TITLES


@dataclass(frozen=True)
class RoundProps:
    """`parts` of the list: [{id, title, icon, tone, rows: [{name, label, hint}]}]; `cards` as results' rows.

    `sections` of the handover: [{id, title, lines, muted}]; `buttons` and `notes` as a page's.
    """

    heading: str = ""
    why: str = ""
    notes: tuple[dict[str, Any], ...] = ()
    parts: tuple[dict[str, Any], ...] = ()
    cards: tuple[dict[str, Any], ...] = ()
    sections: tuple[dict[str, Any], ...] = ()
    buttons: tuple[dict[str, Any], ...] = ()
    tools: tuple[dict[str, Any], ...] = ()


def name_of(resident: Resident) -> str:
    """Return a resident's name, family name first, as lists have it."""
    full = ", ".join(part for part in (resident.family, resident.given) if part)
    return f"{full} ({resident.called})" if resident.called and resident.called != resident.given else full


def here(inputs: Inputs) -> str:
    """Return the name of the resident whose bed this is; empty: at none."""
    bed = inputs.duty.bedside
    return name_of(bed.resident) if bed is not None else ""


def words_of(act: Act) -> str:
    """Return what an act is called."""
    return page_tr(TITLES[act])
