"""What waits for whom. Changes are noted where they are written (hub.fhir.changes), sorted to their visits
here, and marked as sent bundle by bundle; a crash in between sends something again, and loses nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.orm import Session

from hub.errors import not_found
from hub.fhir import store
from hub.fhir.everything import everything
from hub.fhir.terms import Json, patient_id
from hub.forward import consent, files
from hub.forward.bundle import Made, anchors, name_of
from hub.forward.targets import Target
from hub.forward.trouble import TroubleError
from hub.models import ForwardChange, ForwardItem, ForwardTarget, ForwardVisit, IndexEntry, Visit
from hub.times import maybe, now, rfc3339

AT_ONCE: Final = 200  # changes sorted in a transaction: other writers wait no longer than these take
SHOWN: Final = 20  # visits in trouble that people are shown


# ---- changes to their visits ---------------------------------------------------------------------


def unsorted(session: Session) -> bool:
    """Say whether there are changes that are in no line yet."""
    return session.scalar(select(ForwardChange.row).limit(1)) is not None


def sort(session: Session) -> bool:
    """Put the oldest changes in line as visits, for every target; False when there are none."""
    rows = list(session.scalars(select(ForwardChange).order_by(ForwardChange.row).limit(AT_ONCE)))
    found = dict.fromkeys(filter(None, (_visit_of(session, row.type, row.id) for row in rows)))
    names = list(session.scalars(select(ForwardTarget.name)))
    for name in names:
        for visit in found:
            changed(session, name, visit)
    session.execute(delete(ForwardChange).where(ForwardChange.row.in_([row.row for row in rows])))
    return bool(rows)


def changed(session: Session, target: str, visit: UUID) -> None:
    """A visit has something new for a target."""
    row = session.get(ForwardVisit, (target, visit))
    if row is None:
        session.add(ForwardVisit(target=target, visit_id=visit, since=now()))
        return
    row.changes += 1
    if row.state != "waiting":
        row.state, row.since, row.attempts, row.next_at, row.trouble = "waiting", now(), 0, 0.0, ""


def _visit_of(session: Session, kind: str, identity: str) -> UUID | None:
    """Return the visit a resource belongs to; None for a Device, which goes along with what names it."""
    if kind == "Encounter":
        return UUID(identity)
    if kind == "Patient":
        owner = select(IndexEntry.id).where(
            IndexEntry.type == "Encounter",
            IndexEntry.param == "patient",
            IndexEntry.text == f"Patient/{identity}",
        )
        found = session.scalar(owner.limit(1))
        return None if found is None else UUID(found)
    body = store.get(session, kind, identity)
    if body is None:
        return None
    for reference in _belongs(body):
        other, _, target = reference.partition("/")
        visit = _visit_of(session, other, target)
        if visit is not None:
            return visit
    return None


def _belongs(body: Json) -> list[str]:
    """Return the references that may tell a resource's visit, of parts that no station writes."""
    match body["resourceType"]:
        case "DocumentReference":
            named = body["context"]["encounter"]
        case "Consent":
            named = [part["reference"] for part in body["provision"]["data"]]
        case "Provenance":
            named = body["target"]
        case _:
            named = [body.get("encounter")]
    return [one["reference"] for one in named if isinstance(one, dict) and "reference" in one]


# ---- a visit to be sent --------------------------------------------------------------------------


@dataclass(frozen=True)
class Load:
    """A visit for a target: its resources, and what the target has (`places`), had (`sent`), refused."""

    visit: UUID
    changes: int
    attempts: int
    state: str
    resources: dict[str, Json]
    places: dict[str, str]
    sent: dict[str, int]
    refused: dict[str, int]


class Refusal(NamedTuple):
    """A version that was refused, with HTTP's status and the server's words."""

    version: int
    status: int
    words: str


def next_visit(session: Session, target: str) -> UUID | None:
    """Return the visit whose turn it is: of those tried least often the one that waits longest."""
    query = select(ForwardVisit.visit_id).where(
        ForwardVisit.target == target, ForwardVisit.state == "waiting", ForwardVisit.next_at <= now()
    )
    return session.scalar(query.order_by(ForwardVisit.attempts, ForwardVisit.since).limit(1))


def load(session: Session, target: Target, visit: UUID) -> Load | None:
    """Return what there is of a visit for a target, and what of it may go; None when it is not in line."""
    line = session.get(ForwardVisit, (target.name, visit))
    if line is None:
        return None
    found = everything(session, str(visit))
    own = _own(found, visit)
    items = _items(session, target.name, [*(name_of(one) for one in found), *files.names(found)])
    places = {name: row.remote for name, row in items.items() if row.remote is not None}
    row = session.get(Visit, visit)
    if row is None or (row.closed_how is None and not target.from_start):
        state, may = "open", []
    else:
        begun = any(_may_be_there(item) for item in items.values() if item.visit_id == visit)
        may = consent.may_go(own, target.consents, there_already=begun)
        state = "waiting" if may else "no-consent"
    return Load(
        visit,
        line.changes,
        line.attempts,
        state,
        {name_of(one): one for one in may},
        places,
        {name: item.version for name, item in items.items()},
        {name: item.refused_version for name, item in items.items() if item.refused_version is not None},
    )


def _own(found: list[Json], visit: UUID) -> list[Json]:
    """Return what is this visit's, and what is nobody's (devices).

    Answers come as a station wrote them, and may name what belongs to others, who did not say yes.
    """
    about = {f"Patient/{patient_id(visit)}", f"Encounter/{visit}"}
    own = [
        one
        for one in found
        if (
            name_of(one) in about
            if one["resourceType"] in {"Patient", "Encounter"}
            else anchors(one) <= about
        )
    ]
    names = {name_of(one) for one in own if one["resourceType"] != "Device"}
    return [
        one
        for one in own
        if one["resourceType"] != "Provenance" or any(each["reference"] in names for each in one["target"])
    ]


def _still(session: Session, target: Target) -> ForwardTarget | None:
    """Return a target's row; None when it was removed meanwhile, though another may have its name by now."""
    row = session.get(ForwardTarget, target.name)
    return row if row is not None and row.created_at == target.created_at else None


def _may_be_there(item: ForwardItem) -> bool:
    """Say whether the target has it, or may: it was sent, and no answer came."""
    return item.remote is not None or item.refused_version is None


def may_still(session: Session, target: Target, visit: UUID) -> bool:
    """Say whether a visit may still go there, asked again before each part of it is sent."""
    if _still(session, target) is None:
        return False
    consents = store.referring(session, "Consent", "patient", f"Patient/{patient_id(visit)}")
    return bool(consent.may_go(_own(consents, visit), target.consents, there_already=False))


def _items(session: Session, target: str, names: Iterable[str]) -> dict[str, ForwardItem]:
    found = {}
    for name in names:
        kind, _, identity = name.partition("/")
        row = session.get(ForwardItem, (target, kind, identity))
        if row is not None:
            found[name] = row
    return found


def _item(session: Session, target: str, visit: UUID, name: str) -> ForwardItem:
    kind, _, identity = name.partition("/")
    row = session.get(ForwardItem, (target, kind, identity))
    if row is None:
        row = ForwardItem(target=target, type=kind, id=identity, key=uuid4(), visit_id=visit, version=0)
        session.add(row)
    return row


# ---- what became of it ---------------------------------------------------------------------------


def begin(session: Session, target: Target, visit: UUID, names: Iterable[str]) -> None:
    """Note, before they are sent, that the target may have these from now on: an answer may get lost."""
    if _still(session, target) is not None:
        for name in names:
            _item(session, target.name, visit, name)


def there(session: Session, target: Target, visit: UUID, made: Iterable[tuple[Made, int]]) -> None:
    """Note that the target has these, each in a version (0: it has one, which may be another)."""
    row = _still(session, target)
    if row is None:
        return
    row.ok_at, row.failures, row.next_at, row.trouble = now(), 0, 0.0, ""
    for one, version in made:
        item = _item(session, target.name, visit, one.name)
        item.remote = one.place or item.remote or ""
        item.version = version or item.version
        if version:
            item.refused_version = item.refused_status = item.refused_at = None
            item.refused_words = ""


def file_there(session: Session, target: Target, visit: UUID, made: Made, named_by: Iterable[str]) -> None:
    """Note that the target has a file, and that what names it must be told of its address."""
    there(session, target, visit, [(made, 1)])
    if _still(session, target) is None:
        return
    for name, item in _items(session, target.name, named_by).items():
        if item.remote is not None and name != made.name:
            item.version = 0


def refuse(session: Session, target: Target, visit: UUID, name: str, refusal: Refusal) -> None:
    """Note that the target refused a resource for good."""
    if _still(session, target) is None:
        return
    item = _item(session, target.name, visit, name)
    item.refused_version, item.refused_at = refusal.version, now()
    item.refused_status, item.refused_words = refusal.status, refusal.words


def settle(session: Session, target: Target, visit: UUID, changes: int, state: str) -> None:
    """Note how a visit stands, unless it has changed meanwhile: then it is in line again."""
    row = session.get(ForwardVisit, (target.name, visit))
    if row is None or _still(session, target) is None:
        return
    row.attempts, row.next_at, row.trouble = 0, 0.0, ""
    if row.changes == changes:
        row.state = state


def trouble(
    session: Session, target: Target, visit: UUID, error: TroubleError, pause: Callable[[int], float]
) -> int:
    """Note that a visit could not be sent now; return how often the target has failed in a row.

    `pause`: seconds to wait after so many failures. The server's own wish counts when it is longer.
    """
    row, line = _still(session, target), session.get(ForwardVisit, (target.name, visit))
    if row is None or line is None:
        return 0
    row.trouble = line.trouble = error.words
    line.next_at = now() + max(error.wait_s, pause(line.attempts))
    line.attempts += 1
    if error.down:
        row.next_at = line.next_at = now() + max(error.wait_s, pause(row.failures))
        row.failures += 1
    return row.failures


# ---- for people ----------------------------------------------------------------------------------


def retry(session: Session, key: UUID) -> None:
    """Release something refused: it is sent as if for the first time. ProblemError 404."""
    item = session.scalar(
        select(ForwardItem).where(ForwardItem.key == key, ForwardItem.refused_version.is_not(None))
    )
    if item is None:
        raise not_found("refused resource")
    _release(session, item)


def retry_all(session: Session, target: str) -> int:
    """Release all that a target refused, and try at once what waits; returns how many were released."""
    row = session.get(ForwardTarget, target)
    if row is None:
        raise not_found("target")
    row.next_at = 0.0
    waiting = update(ForwardVisit).where(ForwardVisit.target == target, ForwardVisit.state == "waiting")
    session.execute(waiting.values(next_at=0.0))
    items = list(session.scalars(_refused(target)))
    for item in items:
        _release(session, item)
    return len(items)


def _release(session: Session, item: ForwardItem) -> None:
    item.refused_version = item.refused_status = item.refused_at = None
    item.refused_words = ""
    item.remote = None  # it may be gone there: look for it by its identifier
    changed(session, item.target, item.visit_id)


def _refused(target: str) -> Select[ForwardItem]:
    query = select(ForwardItem).where(ForwardItem.target == target, ForwardItem.refused_version.is_not(None))
    return query.order_by(ForwardItem.refused_at)


def _failing(target: str) -> Select[ForwardVisit]:
    query = select(ForwardVisit).where(
        ForwardVisit.target == target, ForwardVisit.state == "waiting", ForwardVisit.attempts > 0
    )
    return query.order_by(ForwardVisit.attempts.desc(), ForwardVisit.since.desc()).limit(SHOWN)


def status(session: Session) -> list[Json]:
    """Return how each target stands: counts, what waits longest, what fails and why, what was refused."""
    return [
        _status(session, row) for row in session.scalars(select(ForwardTarget).order_by(ForwardTarget.name))
    ]


def _status(session: Session, row: ForwardTarget) -> Json:
    by_state = select(ForwardVisit.state, func.count()).where(ForwardVisit.target == row.name)
    by_state = by_state.group_by(ForwardVisit.state)
    waiting = select(func.min(ForwardVisit.since)).where(
        ForwardVisit.target == row.name, ForwardVisit.state == "waiting"
    )
    return {
        "name": row.name,
        "url": row.url,
        "kind": row.kind,
        "visits": {state: count for state, count in session.execute(by_state)},  # noqa: C416 - rows are no pairs
        "waiting_since": maybe(session.scalar(waiting)),
        "trouble": row.trouble,
        "failures": row.failures,
        "next_at": maybe(row.next_at or None),
        "last_ok": maybe(row.ok_at),
        "failing": [
            {
                "visit": str(line.visit_id),
                "failures": line.attempts,
                "next_at": maybe(line.next_at),
                "words": line.trouble,
            }
            for line in session.scalars(_failing(row.name))
        ],
        "refused": [
            {
                "id": str(item.key),
                "visit": str(item.visit_id),
                "resource": f"{item.type}/{item.id}",
                "status": item.refused_status,
                "words": item.refused_words,
                "at": rfc3339(item.refused_at or 0.0),
            }
            for item in session.scalars(_refused(row.name))
        ],
    }
