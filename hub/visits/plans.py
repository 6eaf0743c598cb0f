"""A provider's deeds on a visit: plan, chat, asking for a measurement, alarms, call-backs."""

from typing import Any, Literal
from uuid import UUID, uuid4

import msgspec
from sqlalchemy.orm import Session

from contract import documents
from contract.measurement import Act
from hub.accounts.logins import User
from hub.calls import live
from hub.config import Limits
from hub.errors import conflict, invalid, not_found
from hub.fhir import build
from hub.fhir.store import put
from hub.fhir.terms import derived
from hub.models import Alarm, Chat, Plan, Visit
from hub.times import now, rfc3339
from hub.visits import record


class PlanDraft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the console sends."""

    text: str
    disposition: Literal["self-care", "in-person", "follow-up"]
    warning_signs: list[str] = []
    referral: str | None = ""
    follow_up: str | None = ""


def visit_row(session: Session, visit: UUID) -> Visit:
    """Return a visit; ProblemError when there is none."""
    row = session.get(Visit, visit)
    if row is None:
        raise not_found("visit")
    return row


def draft(session: Session, visit: UUID, user: User, told: PlanDraft, limits: Limits) -> None:
    """Keep a draft; ProblemError when the plan is signed already or too long."""
    visit_row(session, visit)
    sizes = (told.text, told.referral or "", told.follow_up or "", *told.warning_signs)
    if sum(len(s) for s in sizes) > limits.plan_chars:
        raise invalid(f"A plan has at most {limits.plan_chars} characters.")
    plan = record.plan_of(session, visit)
    if plan is None:
        plan = Plan(visit_id=visit)
        session.add(plan)
    elif plan.signed_at is not None:
        raise conflict("signed", "The plan is signed and cannot be changed.")
    plan.text, plan.disposition = told.text, told.disposition
    plan.warning_signs = [w.strip() for w in told.warning_signs if w.strip()]
    plan.referral, plan.follow_up = told.referral or "", told.follow_up or ""
    plan.author, plan.updated_at = user.display, now()


def sign(session: Session, visit: UUID, user: User) -> Plan:
    """Sign the draft: it goes to the station's screen and into FHIR. ProblemError 404, 409."""
    row = visit_row(session, visit)
    plan = record.plan_of(session, visit)
    if plan is None or not plan.text.strip():
        raise conflict("no-plan", "Write the plan first.")
    if plan.signed_at is not None:
        raise conflict("signed", "The plan is signed already.")
    plan.signed_at, plan.author = now(), user.display
    message = documents.Plan(
        id=derived(visit, "plan/message"),
        visit=visit,
        at=rfc3339(plan.signed_at),
        text=plan.text,
        disposition=plan.disposition,
        provider=user.display,
        warning_signs=tuple(plan.warning_signs),
        referral=plan.referral,
        follow_up=plan.follow_up,
    )
    live.enqueue(session, message)
    session.flush()
    written = put(session, build.care_plan(plan))
    who: dict[str, Any] = {"display": user.display}
    put(session, build.provenance(message.id, [written], plan.signed_at, who, "CREATE"))
    record.refresh(session, row)
    return plan


def chat(session: Session, visit: UUID, user: User, text: str, limits: Limits) -> None:
    """Write to the patient; ProblemError when the text is empty or too long, or nobody is there."""
    row = visit_row(session, visit)
    if not text.strip() or len(text) > limits.chat_chars:
        raise invalid(f"A message has 1 to {limits.chat_chars} characters.")
    _somebody_there(row)
    line = documents.ChatLine(
        id=uuid4(), visit=visit, at=rfc3339(now()), sender=user.display, text=text.strip()
    )
    session.add(
        Chat(
            id=line.id,
            visit_id=visit,
            at=line.at,
            sender=user.display,
            text=line.text,
            account_id=user.id,
        )
    )
    live.enqueue(session, line)


def _somebody_there(row: Visit) -> None:
    if row.closed_how is not None:
        raise conflict("left", "The patient has left the station.")


def ask_measure(session: Session, visit: UUID, act: str) -> None:
    """Ask the patient for a measurement; ProblemError for an unknown one, or when nobody is there."""
    row = visit_row(session, visit)
    if act not in set(Act):
        raise invalid(f"A measurement is one of {', '.join(Act)}.")
    _somebody_there(row)
    live.enqueue(session, documents.MeasureAsked(id=uuid4(), visit=visit, at=rfc3339(now()), act=act))


def callback_done(session: Session, visit: UUID, user: User, note: str, limits: Limits) -> None:
    """Settle a call-back, a stored case or somebody who left; ProblemError while the patient is there."""
    row = visit_row(session, visit)
    if len(note) > limits.plan_chars:
        raise invalid(f"A note has at most {limits.plan_chars} characters.")
    if row.closed_how is None and row.callback_phone is None:
        raise conflict("open", "The visit is not over.")
    row.settled_at, row.settled_by, row.settled_note = now(), user.display, note
    record.refresh(session, row)


def acknowledge(session: Session, alarm: UUID, by: str, role: str) -> Alarm:
    """Note that a person has seen an alarm; a second one changes nothing. ProblemError 404."""
    row = session.get(Alarm, alarm)
    if row is None:
        raise not_found("alarm")
    if row.acknowledged_at is None:
        row.acknowledged_by, row.acknowledged_role, row.acknowledged_at = by, role, now()
        put(session, build.flag(row))
        record.refresh(session, session.get_one(Visit, row.visit_id))
    return row
