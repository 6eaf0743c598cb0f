"""What the console shows of a resident's visit: who, what is usual, what staff noted."""

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from contract.care import ChangeSeen
from hub.facility import doubting, history, notes, roster, words
from hub.models import CareNote, Facility, Refiled, Resident, Visit
from hub.times import parse
from hub.visits.readings import shown


class ResidentView(msgspec.Struct):
    """Who it is, on a row of the worklist."""

    id: UUID
    number: str
    facility: str
    room: str
    called: str
    code_status: str  # in words
    code_status_note: str


class UsualView(msgspec.Struct):
    """What is usual for a resident: the median of so many readings of the two weeks before the visit."""

    kind: str
    display: str
    value: float
    unit: str
    readings: int


class ContactView(msgspec.Struct):
    """A person to notify."""

    name: str
    phone: str
    relation: str


class NoteView(msgspec.Struct):
    """Something staff noted, in lines. `kind`: as in hub.models.CareNote; `by`: who, with the roles."""

    kind: str
    at: str
    title: str
    by: str
    lines: list[dict[str, str]]  # {"label", "text"}


class CareView(msgspec.Struct):
    """A resident's visit. `checked`: how it was made sure who it is, in words. `refiled`: ids of readings of
    this visit that were another resident's, wherever those are now; `refiled_here`: … that were filed for
    another one first."""

    by: str
    checked: str
    round: bool
    missed: str
    allergies: list[str]
    diagnoses: list[str]
    medicines: list[str]
    lacks_capacity: bool
    representative: ContactView | None
    physician: ContactView | None
    usual: list[UsualView]
    notes: list[NoteView]
    refiled: list[UUID]
    refiled_here: list[UUID]


def resident(session: Session, row: Visit) -> ResidentView | None:
    """Return who it is, None: no resident's visit."""
    found = None if row.resident_id is None else session.get(Resident, row.resident_id)
    if found is None or row.bound is None:
        return None
    return ResidentView(
        found.id,
        found.number,
        row.bound["facility_name"],
        found.room,
        found.called,
        words.CODE_STATUS[found.code_status],
        found.code_status_note,
    )


def care(session: Session, row: Visit) -> CareView | None:
    """Return all that a resident's visit has beside others."""
    found = None if row.resident_id is None else session.get(Resident, row.resident_id)
    if found is None or row.bound is None:
        return None
    facility = session.get_one(Facility, found.facility_id)
    began = parse(row.started_at).astimezone(ZoneInfo(facility.zone))
    known = history.load(session, [found.id], began)[found.id]
    gone = [each.former for each in _refiled(session, Refiled.former_visit == row.id)]
    if doubting.is_wrong(session, row.id):
        gone = list(dict.fromkeys([*gone, *doubting.readings(session, row.id)]))
    came = _refiled(session, Refiled.visit_id == row.id)
    return CareView(
        by=row.bound["by"],
        checked=_checked(row.bound),
        round=row.bound["round"],
        missed=words.MISSED.get(row.missed, ""),
        allergies=list(found.allergies),
        diagnoses=list(found.diagnoses),
        medicines=list(found.medicines),
        lacks_capacity=found.lacks_capacity,
        representative=_contact(found.representative),
        physician=_contact(found.physician),
        usual=[
            UsualView(
                each.kind, shown(each.kind, each.value, each.unit), each.value, each.unit, each.readings
            )
            for each in history.baseline(known.readings, began)
        ],
        notes=[_note(each) for each in notes.of_visit(session, row.id)],
        refiled=gone,
        refiled_here=[each.reading for each in came],
    )


def _refiled(session: Session, condition: ColumnElement[bool]) -> list[Refiled]:
    return list(session.scalars(select(Refiled).where(condition)))


def _contact(kept: dict[str, Any] | None) -> ContactView | None:
    told = roster.contact(kept)
    return None if told is None else ContactView(told.name, told.phone, told.relation)


def _checked(bound: dict[str, Any]) -> str:
    how = "wristband scanned" if bound["how"] == "scan" else "picked from the list"
    read = ", ".join(name.replace("-", " ") for name in bound["identifiers"])
    old = "; the photo is older than a year" if bound["photo_old"] else ""
    return f"{how}; read back: {read}{old}"


def _note(row: CareNote) -> NoteView:
    body = row.body
    title, lines = _TITLES[row.kind], _LINES[row.kind](body)
    told = [{"label": label, "text": text} for label, text in lines if text]
    return NoteView(row.kind, row.at, title, str(body.get("by_name", "")), told)


def _changes(body: dict[str, Any]) -> list[tuple[str, str]]:
    seen = [msgspec.convert(each, ChangeSeen) for each in body["changes"]]
    lines = [("", words.change(each.what, each.trend, each.since, each.note)) for each in seen]
    return lines or [("", "As usual")]


def _sbar(body: dict[str, Any]) -> list[tuple[str, str]]:
    observed, assessed = body.get("observed_by_name", ""), body.get("assessed_by_name", "")
    return [
        ("Situation", body["situation"]),
        ("Background", body["background"]),
        (f"Aide's observation, {observed}" if observed else "Aide's observation", body["observation"]),
        (f"Nurse's assessment, {assessed}" if assessed else "Nurse's assessment", body["assessment"]),
        ("Request", body["request"]),
    ]


def _notified(body: dict[str, Any]) -> list[tuple[str, str]]:
    how, why = words.TELLING_WAYS[body["how"]], words.TELLING_WHYS[body["why"]]
    return [(words.TOLD[body["who"]], f"{body['person']}, {how}, {body['when']} ({why})"), ("", body["said"])]


def _consent(body: dict[str, Any]) -> list[tuple[str, str]]:
    who = "The resident" if body["who"] == "resident" else body["name"]
    authority = words.AUTHORITIES.get(body["authority"], "")
    return [
        ("Given" if body["given"] else "Refused", f"by {who}" + (f" ({authority})" if authority else "")),
        ("Capacity", words.BASES[body["basis"]]),
        ("Language", body["language"]),
        ("Interpreter", words.INTERPRETERS.get(body["interpreter"], body["interpreter"])),
        ("In the room", ", ".join(words.PRESENT.get(each, each) for each in body["present"])),
        ("Recording", "on" if body["recording"] else "off"),
    ]


_TITLES: Final = {
    "condition-change": "What has changed",
    "sbar": "Handover (SBAR)",
    "notified": "Told",
    "resident-consent": "Consent",
    "code-status-shown": "Code status shown with the alarm",
    "resident-missed": "Not done in this round",
    "wrong-resident": "Wrong resident",
}
_LINES: Final[dict[str, Callable[[dict[str, Any]], list[tuple[str, str]]]]] = {
    "condition-change": _changes,
    "sbar": _sbar,
    "notified": _notified,
    "resident-consent": _consent,
    "code-status-shown": lambda body: [("", words.CODE_STATUS[body["status"]])],
    "wrong-resident": lambda body: [("", words.WRONG[body["wrong"]])],
    "resident-missed": lambda body: [("Why", words.MISSED[body["why"]]), ("", body["note"])],
}
