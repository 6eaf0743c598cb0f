"""The plan in plain words: what the provider wrote, medicines with their times, refills, where to go."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from contract.talk import Medicine, Refill
from kiosk.visit.who import may_have_card
from ui import beside, words
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.base import view_model

TIMES: Final = {  # every one of contract.talk.TIMES_OF_DAY
    "morning": QT_TRANSLATE_NOOP("Plan", "in the morning"),
    "midday": QT_TRANSLATE_NOOP("Plan", "at midday"),
    "evening": QT_TRANSLATE_NOOP("Plan", "in the evening"),
    "bedtime": QT_TRANSLATE_NOOP("Plan", "at bedtime"),
}
AT_ONCE: Final = QT_TRANSLATE_NOOP("Plan", "Get help at once if:")
IF_WORSE: Final = QT_TRANSLATE_NOOP("Plan", "If you get worse, call %1.")


@dataclass(frozen=True)
class PlanProps:
    """What the provider wrote and signed. `medicines`: [{name, how, beside, note}].

    `refills`: [{tone, icon, text, beside, why}]. `referral`: lines: where, address, phone. `…beside`: the
    English of our own fixed words, where nobody has reviewed them.
    """

    provider: str = ""
    disposition: str = ""
    disposition_beside: str = ""
    warning_beside: str = ""
    text: str = ""
    referral: tuple[str, ...] = ()
    follow_up: str = ""
    warning_signs: tuple[str, ...] = ()
    emergency: str = ""
    emergency_beside: str = ""
    medicines: tuple[dict[str, str], ...] = ()
    refills: tuple[dict[str, Any], ...] = ()
    card: str = ""  # the button's words, empty: no card can be made


def tr(text: str) -> str:
    """Return a text of the plan in the screen's language."""
    return QCoreApplication.translate("Plan", text)


def derive(inputs: Inputs) -> PlanProps:
    """Return the plan."""
    plan = inputs.state.plan
    if plan is None or inputs.state.hidden:
        return PlanProps()
    language = inputs.prefs.language
    return PlanProps(
        provider=plan.provider,
        disposition=words.say(words.DISPOSITIONS, plan.disposition),
        disposition_beside=beside.of_screen(
            words.DISPOSITIONS.get(plan.disposition, ""),
            words.say(words.DISPOSITIONS, plan.disposition),
            language,
        ),
        warning_beside=beside.of_screen(AT_ONCE, tr(AT_ONCE), language),
        text=plan.text,
        referral=tuple(line for line in (plan.referral, plan.referral_address, plan.referral_phone) if line),
        follow_up=plan.follow_up,
        warning_signs=plan.warning_signs,
        emergency=if_worse(inputs),
        emergency_beside=beside.of_screen(_if_worse(inputs, IF_WORSE), if_worse(inputs), language),
        medicines=tuple(medicine(each, language) for each in plan.medicines),
        refills=tuple(refill(each, language) for each in plan.refills),
        card=tr(QT_TRANSLATE_NOOP("Plan", "A card for next time"))
        if may_have_card(inputs.state) and inputs.duty.bedside is None
        else "",
    )


def if_worse(inputs: Inputs) -> str:
    """Return whom to call when it gets worse."""
    return _if_worse(inputs, tr(IF_WORSE))


def _if_worse(inputs: Inputs, text: str) -> str:
    return text.replace("%1", inputs.profile.help.emergency_number)


def medicine(one: Medicine, language: str) -> dict[str, str]:
    """Return a medicine: its name, how it is taken in a line, and the provider's own words."""
    english = beside.of_screen(_how(one, str), _how(one, tr), language)
    return {"name": one.name, "how": _how(one, tr), "beside": english, "note": one.note}


def _how(one: Medicine, say: Callable[[str], str]) -> str:
    """Return how a medicine is taken; `say` puts our own words into a language."""
    times = ", ".join(say(TIMES[time]) for time in one.times if time in TIMES)
    when = times or say(QT_TRANSLATE_NOOP("Plan", "only when you need it"))
    parts = [part for part in (one.amount, when) if part]
    if one.days == 1:
        parts.append(say(QT_TRANSLATE_NOOP("Plan", "for 1 day")))
    elif one.days is not None:
        parts.append(say(QT_TRANSLATE_NOOP("Plan", "for %1 days")).replace("%1", str(one.days)))
    return ", ".join(parts)


def refill(one: Refill, language: str) -> dict[str, Any]:
    """Return the answer to a wish for a medicine, with the reason."""
    text = (
        QT_TRANSLATE_NOOP("Plan", "Yes: you get %1 again.")
        if one.approved
        else QT_TRANSLATE_NOOP("Plan", "No: you do not get %1 again for now.")
    )
    why = [tr(QT_TRANSLATE_NOOP("Plan", "Why: %1")).replace("%1", one.why)] if one.why else []
    if one.approved and one.pharmacy:
        why.append(tr(QT_TRANSLATE_NOOP("Plan", "Pick it up here: %1")).replace("%1", one.pharmacy))
    return {
        "tone": "good" if one.approved else "caution",
        "icon": "circle-check" if one.approved else "x",
        "text": tr(text).replace("%1", one.medicine),
        "beside": beside.of_screen(
            text.replace("%1", one.medicine), tr(text).replace("%1", one.medicine), language
        ),
        "why": "\n".join(why),
    }


PlanView = view_model(PlanProps)
