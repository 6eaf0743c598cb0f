"""What the console shows of visits: typed, as JSON (see the console's own description of its protocol)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from hub.accounts.reach import Stations
from hub.config import Limits
from hub.facility import doubting, shown
from hub.facility.shown import CareView, ResidentView
from hub.knowing import people
from hub.models import Account, Alarm, Call, Chat, HealthLink, Plan, Skipped, Station, Visit
from hub.rooms import guests
from hub.rooms.guests import GuestView
from hub.times import maybe, now, parse, rfc3339
from hub.visits import asks, attachments, duties, record, scores, told
from hub.visits.asks import AskView
from hub.visits.attachments import AttachmentView
from hub.visits.duties import DutyView
from hub.visits.readings import MeasurementView, measurements
from hub.visits.scores import ScoreView
from hub.visits.state import RANK
from hub.visits.told import AboutView

WHOSE = "Wrong resident, not known yet whose it is:"  # before the words of a red flag


class StationView(msgspec.Struct):
    """Where."""

    name: str
    address: str
    phone: str


class PatientView(msgspec.Struct):
    """Who. `told_before`: who it was said to be earlier in the visit, where that was somebody else.

    `known_by`: "card" or "phone", shown together with the birth date; "wristband" or "list": a resident, by
    staff; empty: only told.
    """

    display: str
    birth_date: str | None
    anonymous: bool
    told_before: list[dict[str, str | None]]
    known_by: str = ""
    guardian: dict[str, str] | None = None
    attended: str = ""


class CallbackView(msgspec.Struct):
    """A call-back that was asked for."""

    phone: str
    when: str


class AlarmView(msgspec.Struct):
    """A red flag and who has seen it."""

    id: UUID
    rule: str
    level: str
    why: str
    quiet: bool
    raised_at: str
    acknowledged_by: str | None
    acknowledged_at: str | None


class VisitSummary(msgspec.Struct, kw_only=True):
    """A row of the worklist. `new_after_signature`: since when there is something clinical that came after
    the plan was signed, or the visit settled; `after_closing`: since when, though the visit was over."""

    id: UUID
    station: StationView
    patient: PatientView
    language: str
    reason: str
    level: str
    state: str
    waiting_since: str | None
    started_at: str
    present: list[Any]
    callback: CallbackView | None
    provider: str | None
    alarms: list[AlarmView]
    new_after_signature: str | None
    after_closing: str | None
    duty: DutyView | None
    resident: ResidentView | None


class PlanView(msgspec.Struct):
    """A plan, draft or signed."""

    text: str
    disposition: str
    warning_signs: list[Any]
    referral: str
    follow_up: str
    provider: str
    updated_at: str
    signed_at: str | None
    referral_address: str = ""
    referral_phone: str = ""
    medicines: list[Any] = []
    refills: list[Any] = []


class LinkView(msgspec.Struct):
    """What the patient took home as a link. `state`: "waiting", "open", "expired" or "shut" (and `why`).

    `opened`: how often.
    """

    state: str
    why: str
    expires_at: str
    opened: int
    opened_at: str | None


class EarlierView(msgspec.Struct):
    """An earlier visit. `proven`: of the same person; else only of the same name and birth date."""

    id: UUID
    started_at: str
    reason: str
    measurements: list[MeasurementView]
    attachments: list[AttachmentView]
    plan: PlanView | None
    proven: bool


class VisitDetail(VisitSummary, kw_only=True):
    """Everything of one visit."""

    answers: list[dict[str, str]]
    about: AboutView
    consent: dict[str, str] | None
    measurements: list[MeasurementView]
    score: ScoreView
    skipped: list[dict[str, str]]
    chat: list[dict[str, Any]]
    text_kept: bool | None
    asks: list[AskView]
    attachments: list[AttachmentView]
    call: dict[str, Any] | None
    people: list[GuestView]  # asked into the call, whether they are in it yet or not
    plan: PlanView | None
    earlier: list[EarlierView]
    closed: dict[str, str] | None
    link: LinkView | None
    cards: int  # that bring this person back
    cleaned: dict[str, str] | None
    care: CareView | None  # of a resident's visit


def worklist(session: Session, stations: Stations = None) -> list[VisitSummary]:
    """Return the open visits of these stations: urgency first, then waiting time, then age."""
    query = select(Visit).where(Visit.open)
    rows = list(session.scalars(query if stations is None else query.where(Visit.station_id.in_(stations))))

    def order(row: Visit) -> tuple[int, bool, float, float]:
        started = parse(row.started_at).timestamp()  # offsets differ: a text does not say what came first
        return RANK.get(row.level, 3), row.waiting_since is None, row.waiting_since or 0.0, started

    return summaries(session, sorted(rows, key=order))


def summaries(session: Session, rows: Sequence[Visit]) -> list[VisitSummary]:
    """Return rows of the worklist, looking each kind of thing up once."""
    ids = [row.id for row in rows]
    stations = {s.id: s for s in session.scalars(select(Station))} if rows else {}
    alarms: dict[UUID, list[Alarm]] = {}
    for alarm in session.scalars(select(Alarm).where(Alarm.visit_id.in_(ids)).order_by(Alarm.raised_at)):
        alarms.setdefault(alarm.visit_id, []).append(alarm)
    busy = select(Call.visit_id, Account.display).join(Account, Account.id == Call.account_id)
    providers = dict(session.execute(busy.where(Call.visit_id.in_(ids)).order_by(Call.started_at)).all())
    signed = select(Plan.visit_id, Plan.signed_at).where(Plan.visit_id.in_(ids), Plan.signed_at.is_not(None))
    signed_at = dict(session.execute(signed).all())
    doubted = doubting.wrong_ones(session, ids)
    to_do = duties.views(session, {row.id: row for row in rows})
    return [
        VisitSummary(
            **_summary(
                row,
                stations[row.station_id],
                [alarm_view(alarm, doubted=row.id in doubted) for alarm in alarms.get(row.id, [])],
                providers.get(row.id),
            ),
            duty=to_do.get(row.id),
            resident=shown.resident(session, row),
            new_after_signature=maybe(record.news(row, signed_at.get(row.id))),
            after_closing=maybe(row.after_closing),
        )
        for row in rows
    ]


def _patient(row: Visit) -> PatientView:
    earlier: list[dict[str, str | None]] = [
        {"display": _display_of(each), "birth_date": each["birth_date"], "until": each["until"]}
        for each in row.identities[:-1]
    ]
    display = _display_of({"given": row.given, "family": row.family, "anonymous": row.anonymous})
    return PatientView(
        display, row.birth_date, row.anonymous, earlier, row.known_by, row.guardian, row.attended
    )


def _display_of(told: dict[str, Any]) -> str:
    name = " ".join(n for n in (told["given"], told["family"]) if n)
    return "Anonymous" if told["anonymous"] else name or "Not told yet"


def _summary(row: Visit, station: Station, alarms: list[AlarmView], provider: str | None) -> dict[str, Any]:
    callback = None
    if row.callback_phone is not None:
        callback = CallbackView(row.callback_phone, row.callback_when)
    return {
        "id": row.id,
        "station": StationView(station.name, station.address, station.phone),
        "patient": _patient(row),
        "language": row.language,
        "reason": row.reason,
        "level": row.level,
        "state": row.state,
        "waiting_since": maybe(row.waiting_since),
        "started_at": row.started_at,
        "present": row.present,
        "callback": callback,
        "provider": provider,
        "alarms": alarms,
    }


def alarm_view(row: Alarm, *, doubted: bool = False) -> AlarmView:
    """Return a red flag. `doubted`: staff said that it is another resident's, and nobody knows yet whose."""
    why = f"{WHOSE} {row.why}" if doubted and row.acknowledged_at is None else row.why
    return AlarmView(
        row.id,
        row.rule,
        row.level,
        why,
        row.quiet,
        row.raised_at,
        row.acknowledged_by,
        maybe(row.acknowledged_at),
    )


def detail(session: Session, visit: UUID, user: UUID, limits: Limits) -> VisitDetail | None:
    """Return everything of one visit as one provider sees it (`mine` in the chat), or None."""
    row = session.get(Visit, visit)
    if row is None:
        return None
    [summary] = summaries(session, [row])
    call = record.active_call(session, visit)
    consent = None
    if row.consent_version is not None and row.consent_at is not None:
        consent = {"version": row.consent_version, "at": row.consent_at}
    closed = None
    if row.closed_how is not None and row.closed_at is not None:
        closed = {"how": row.closed_how, "at": row.closed_at}
    return VisitDetail(
        **_summary(row, session.get_one(Station, row.station_id), summary.alarms, summary.provider),
        new_after_signature=summary.new_after_signature,
        after_closing=summary.after_closing,
        duty=summary.duty,
        resident=summary.resident,
        care=shown.care(session, row),
        answers=[each for response in (row.answers or {}).values() for each in answers(response)],
        about=told.view(row),
        consent=consent,
        measurements=measurements(session, visit, limits.late_after_s),
        score=scores.view(session, row),
        skipped=_skipped(session, visit),
        chat=_chat(session, visit, user),
        text_kept=row.text_kept,
        asks=asks.of_visit(session, visit, user),
        attachments=attachments.of_visit(session, visit),
        call=None if call is None else _call(call),
        people=[] if call is None else guests.views(session, call.id),
        plan=plan_view(record.plan_of(session, visit)),
        earlier=[
            _earlier(session, v, row.person_id, limits.late_after_s)
            for v in record.same_person(session, row, limits.earlier_visits)
        ],
        closed=closed,
        link=_link(session, visit),
        cards=len(people.cards_of(session, row)),
        cleaned={"how": row.cleaned, "at": row.cleaned_at} if row.cleaned and row.cleaned_at else None,
    )


def _link(session: Session, visit: UUID) -> LinkView | None:
    link = session.scalar(select(HealthLink).where(HealthLink.visit_id == visit))
    if link is None:
        return None
    state = (
        "shut" if link.shut else "expired" if link.expires_at < now() else "open" if link.jwe else "waiting"
    )
    return LinkView(state, link.shut, rfc3339(link.expires_at), link.opened, maybe(link.opened_at))


def _call(call: Call) -> dict[str, Any]:
    words = "connecting" if call.answer_generation == 0 else "connected"
    return {"id": call.id, "state": words, "room": call.room}


def _skipped(session: Session, visit: UUID) -> list[dict[str, str]]:
    rows = session.scalars(select(Skipped).where(Skipped.visit_id == visit))
    return [{"act": r.act, "reason": r.reason} for r in rows]


def _chat(session: Session, visit: UUID, user: UUID) -> list[dict[str, Any]]:
    rows = session.scalars(select(Chat).where(Chat.visit_id == visit))
    ordered = sorted(rows, key=lambda r: parse(r.at))  # offsets differ: a text does not say what came first
    return [
        {
            "id": r.id,
            "at": r.at,
            "sender": r.sender,
            "text": r.text,
            "mine": r.account_id == user,
            "kind": r.kind,
            "line": r.line,
            "corrected": r.corrected,
        }
        for r in ordered
    ]


def _earlier(session: Session, visit: UUID, person: UUID | None, late_after_s: float) -> EarlierView:
    row = session.get_one(Visit, visit)
    plan = record.plan_of(session, visit)
    signed = plan if plan is not None and plan.signed_at is not None else None
    made = measurements(session, visit, late_after_s)
    shown = attachments.of_visit(session, visit)
    proven = person is not None and row.person_id == person
    return EarlierView(row.id, row.started_at, row.reason, made, shown, plan_view(signed), proven)


def plan_view(plan: Plan | None) -> PlanView | None:
    """Return a plan."""
    if plan is None:
        return None
    return PlanView(
        plan.text,
        plan.disposition,
        plan.warning_signs,
        plan.referral,
        plan.follow_up,
        plan.author,
        rfc3339(plan.updated_at),
        maybe(plan.signed_at),
        plan.referral_address,
        plan.referral_phone,
        plan.medicines,
        plan.refills,
    )


def answers(response: dict[str, Any]) -> list[dict[str, str]]:
    """Return a QuestionnaireResponse's questions and answers in words, nested items in their order."""
    found: list[dict[str, str]] = []
    for item in response.get("item", []):
        given = [_words(a) for a in item.get("answer", []) if isinstance(a, dict)]
        if given:
            found.append({"question": str(item.get("text") or item["linkId"]), "answer": ", ".join(given)})
        found.extend(answers(item))
        for answer in item.get("answer", []):
            found.extend(answers(answer) if isinstance(answer, dict) else [])
    return found


def _words(answer: dict[str, Any]) -> str:
    for name, value in answer.items():
        if name == "valueBoolean":
            return "Yes" if value else "No"
        if name == "valueCoding" and isinstance(value, dict):
            return str(value.get("display") or value.get("code", ""))
        if name == "valueQuantity" and isinstance(value, dict):
            return f"{value.get('value', '')} {value.get('unit', '')}".strip()
        if name.startswith("value"):
            return str(value)
    return ""
