"""A provider's deeds on a visit: plan, chat, alarms, call-backs. Asking for something: hub.visits.wishes."""

from typing import Any, Literal
from uuid import UUID, uuid4

import msgspec
from sqlalchemy.orm import Session

from contract import talk
from hub.accounts.logins import User
from hub.calls import live
from hub.config import Limits
from hub.errors import conflict, invalid, not_found
from hub.fhir import build, orders
from hub.fhir.store import put
from hub.fhir.terms import derived
from hub.models import Alarm, Chat, Plan, Visit
from hub.times import now, rfc3339
from hub.visits import duties, record
from hub.visits.duties import Outcome

MOST_ORDERS = 30
LONGEST_DAYS = 366


class PlanDraft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the console sends."""

    text: str
    disposition: Literal["self-care", "in-person", "follow-up"]
    warning_signs: list[str] = []
    referral: str | None = ""
    follow_up: str | None = ""
    referral_address: str = ""
    referral_phone: str = ""
    medicines: list[talk.Medicine] = []
    refills: list[talk.Refill] = []

    def texts(self) -> list[str]:
        """Return everything that was written, for its size."""
        found = [self.text, self.referral or "", self.follow_up or "", *self.warning_signs]
        found += [self.referral_address, self.referral_phone]
        found += [text for each in self.medicines for text in (each.name, each.amount, each.note)]
        return found + [text for each in self.refills for text in (each.medicine, each.why, each.pharmacy)]


def visit_row(session: Session, visit: UUID) -> Visit:
    """Return a visit; ProblemError when there is none."""
    row = session.get(Visit, visit)
    if row is None:
        raise not_found("visit")
    return row


def draft(session: Session, visit: UUID, user: User, told: PlanDraft, limits: Limits) -> None:
    """Keep a draft; ProblemError when the plan is signed already or too long."""
    visit_row(session, visit)
    if sum(map(len, told.texts())) > limits.plan_chars:
        raise invalid(f"A plan has at most {limits.plan_chars} characters.")
    _checked(told)
    plan = record.plan_of(session, visit)
    if plan is None:
        plan = Plan(visit_id=visit)
        session.add(plan)
    elif plan.signed_at is not None:
        raise conflict("signed", "The plan is signed and cannot be changed.")
    plan.text, plan.disposition = told.text, told.disposition
    plan.warning_signs = [w.strip() for w in told.warning_signs if w.strip()]
    plan.referral, plan.follow_up = told.referral or "", told.follow_up or ""
    plan.referral_address = told.referral_address.strip()
    plan.referral_phone = told.referral_phone.strip()
    plan.medicines = [msgspec.to_builtins(each) for each in told.medicines if each.name.strip()]
    plan.refills = [msgspec.to_builtins(each) for each in told.refills if each.medicine.strip()]
    plan.author, plan.updated_at = user.display, now()


def _checked(told: PlanDraft) -> None:
    """Refuse, ProblemError, what no patient could follow."""
    if max(len(told.medicines), len(told.refills)) > MOST_ORDERS:
        raise invalid(f"A plan has at most {MOST_ORDERS} medicines and refills.")
    for each in told.medicines:
        if unknown := set(each.times) - set(talk.TIMES_OF_DAY):
            raise invalid(f"A time of day is one of {', '.join(talk.TIMES_OF_DAY)}, not {min(unknown)}.")
        if each.days is not None and not 1 <= each.days <= LONGEST_DAYS:
            raise invalid(f"A medicine is taken for 1 to {LONGEST_DAYS} days.")


def sign(session: Session, visit: UUID, user: User) -> Plan:
    """Sign the draft: it goes to the station's screen and into FHIR. ProblemError 404, 409."""
    row = visit_row(session, visit)
    plan = record.plan_of(session, visit)
    if plan is None or not plan.text.strip():
        raise conflict("no-plan", "Write the plan first.")
    if plan.signed_at is not None:
        raise conflict("signed", "The plan is signed already.")
    if any(not each.approved and not each.why.strip() for each in orders.refills(plan)):
        raise conflict("no-reason", "Say why a refill is not approved: the patient reads it.")
    plan.signed_at, plan.author = now(), user.display
    message = talk.Plan(
        id=derived(visit, "plan/message"),
        visit=visit,
        at=rfc3339(plan.signed_at),
        text=plan.text,
        disposition=plan.disposition,
        provider=user.display,
        warning_signs=tuple(plan.warning_signs),
        referral=plan.referral,
        follow_up=plan.follow_up,
        referral_address=plan.referral_address,
        referral_phone=plan.referral_phone,
        medicines=tuple(orders.medicines(plan)),
        refills=tuple(orders.refills(plan)),
    )
    live.enqueue(session, message)
    session.flush()
    ordered = [put(session, each) for each in orders.orders(plan)]
    written = [*ordered, put(session, build.care_plan(plan, ordered))]
    who: dict[str, Any] = {"display": user.display}
    put(session, build.provenance(message.id, written, plan.signed_at, who, "CREATE"))
    record.refresh(session, row)
    return plan


class Text(msgspec.Struct, frozen=True):
    """A line for the patient. `line`: of real-time text, which it ends; `corrects`: an own line put right."""

    text: str
    kind: Literal["chat", "caption"] = "chat"
    line: UUID | None = None
    corrects: UUID | None = None


def chat(session: Session, visit: UUID, user: User, told: Text, limits: Limits) -> UUID:
    """Write to the patient; ProblemError when it is empty, too long, or corrects what is nobody's own.

    Returns the line's id.
    """
    row = visit_row(session, visit)
    text = told.text.strip()
    if not text or len(told.text) > limits.chat_chars:
        raise invalid(f"A message has 1 to {limits.chat_chars} characters.")
    somebody_there(row)
    line = talk.ChatLine(
        id=uuid4(),
        visit=visit,
        at=rfc3339(now()),
        sender=user.display,
        text=text,
        kind=told.kind,
        line=told.line,
        corrects=told.corrects,
    )
    if told.corrects is not None:
        _correct(session, visit, user, told.corrects, text)
    else:
        session.add(
            Chat(
                id=line.id,
                visit_id=visit,
                at=line.at,
                sender=user.display,
                text=text,
                account_id=user.id,
                kind=told.kind,
                line=told.line,
            )
        )
    live.enqueue(session, line)
    return line.id


def _correct(session: Session, visit: UUID, user: User, line: UUID, text: str) -> None:
    before = session.get(Chat, line)
    if before is None or before.visit_id != visit or before.account_id != user.id:
        raise not_found("line")
    before.text, before.corrected = text, True


def somebody_there(row: Visit) -> None:
    """Refuse, ProblemError, to say something to a station the patient has left."""
    if row.closed_how is not None:
        raise conflict("left", "The patient has left the station.")


def callback_done(session: Session, visit: UUID, user: User, outcome: Outcome, note: str) -> None:
    """Settle a call-back, a stored case or somebody who left; ProblemError while the patient is there."""
    row = visit_row(session, visit)
    if row.closed_how is None and row.callback_phone is None:
        raise conflict("open", "The visit is not over.")
    duties.done(session, visit, user, outcome, note)
    row.settled_at, row.settled_by, row.settled_note = now(), user.display, note
    record.refresh(session, row)


def acknowledge(session: Session, alarm: UUID, by: str, role: str, at: float | None = None) -> Alarm:
    """Note that a person has seen an alarm (now, or `at`); a second one changes nothing. ProblemError 404."""
    row = session.get(Alarm, alarm)
    if row is None:
        raise not_found("alarm")
    if row.acknowledged_at is None:
        row.acknowledged_by, row.acknowledged_role, row.acknowledged_at = by, role, at or now()
        put(session, build.flag(row))
        record.refresh(session, session.get_one(Visit, row.visit_id))
    return row
