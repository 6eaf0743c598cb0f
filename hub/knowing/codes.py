"""A code to a phone: asked for, sent, typed. Six digits, of one visit, for ten minutes and five tries."""

import hashlib
import hmac
import re
import secrets
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.talk import CodeTyped, CodeWanted
from hub.accounts import limits as tries
from hub.config import Limits
from hub.errors import FilingError
from hub.models import PhoneCode
from hub.times import now

LONGEST: Final = 40  # characters of a number
DIGITS: Final = 6
TEXTS: Final = {
    "en": "Your Carepost code is {code}. It works for {minutes} minutes. Tell it to nobody.",
    "es": "Su código de Carepost es {code}. Vale por {minutes} minutos. No se lo diga a nadie.",
    "zh": "您的 Carepost 验证码是 {code}，{minutes} 分钟内有效。不要告诉任何人。",
    "vi": "Mã Carepost của quý vị là {code}. Mã dùng được {minutes} phút. Đừng cho ai biết.",
    "ar": "رمز Carepost الخاص بك هو {code}. صالح لمدة {minutes} دقائق. لا تخبر به أحداً.",
}


def number(phone: str, country: str) -> str:
    """Return a number in one form, with its country's prefix; FilingError when it can be none."""
    digits = re.sub(r"[^\d+]", "", phone)
    if len(phone) > LONGEST or not re.fullmatch(r"\+?\d{7,15}", digits):
        raise FilingError("a code is wanted for what is no phone number")
    return digits if digits.startswith("+") else country + digits


def phone_hash(phone: str) -> bytes:
    """Return what a phone is known by."""
    return hashlib.sha256(b"carepost/phone/1" + phone.encode()).digest()


def _code_hash(ask: UUID, code: str) -> bytes:
    return hashlib.sha256(ask.bytes + code.encode()).digest()


def ask(session: Session, station: UUID, wanted: CodeWanted, limits: Limits) -> tuple[str, str] | None:
    """Make a code; return number and text to send. None: this one was asked for already.

    Raises ProblemError 429 when there were too many, for this phone, in this visit or from this station.
    """
    if session.get(PhoneCode, wanted.id) is not None:
        return None
    phone = number(wanted.phone, limits.phone_country)
    known_by = phone_hash(phone)
    most = {
        f"code-phone:{known_by.hex()}": limits.codes_per_phone,
        f"code-visit:{wanted.visit}": limits.codes_per_visit,
        f"code-station:{station}": limits.codes_per_station,
    }
    tries.begin(session, most, limits)
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    session.add(
        PhoneCode(
            id=wanted.id,
            visit_id=wanted.visit,
            phone=known_by,
            code=_code_hash(wanted.id, code),
            expires_at=now() + limits.phone_code_life_s,
        )
    )
    text = TEXTS.get(wanted.language, TEXTS["en"])
    return phone, text.format(code=code, minutes=limits.phone_code_life_s // 60)


def typed(session: Session, told: CodeTyped, limits: Limits) -> tuple[str, int]:
    """Look at a code; return its state (talk.CODE_STATES) and how many tries are left.

    Only the newest code of the visit counts.
    """
    row = newest(session, told.visit)
    if row is None or row.expires_at < now():
        return "expired", 0
    if row.proven:
        return "right", 0
    if row.tries >= limits.phone_code_tries:
        return "too-many", 0
    if hmac.compare_digest(row.code, _code_hash(row.id, told.code)):
        row.proven = True
        return "right", 0
    row.tries += 1
    left = limits.phone_code_tries - row.tries
    return ("wrong", left) if left else ("too-many", 0)


def newest(session: Session, visit: UUID) -> PhoneCode | None:
    """Return the newest code of a visit."""
    query = (
        select(PhoneCode).where(PhoneCode.visit_id == visit).order_by(PhoneCode.expires_at.desc()).limit(1)
    )
    return session.scalar(query)


def proven(session: Session, visit: UUID) -> bytes | None:
    """Return the phone whose code was right in this visit, None when none was."""
    row = newest(session, visit)
    return row.phone if row is not None and row.proven else None
