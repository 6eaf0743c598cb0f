"""Which page belongs to which screen: one pure derive each, one view model for all."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from kiosk.visit.model import CHANGING, Screen
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import meanwhile, pages_keeping
from ui.viewmodels import pages_about as about
from ui.viewmodels import pages_by_hand as by_hand
from ui.viewmodels import pages_change as change
from ui.viewmodels import pages_ending as ending
from ui.viewmodels import pages_known as known
from ui.viewmodels import pages_measuring as measuring
from ui.viewmodels import pages_talking as talking
from ui.viewmodels.page import PageProps, is_long, note, tr
from ui.viewmodels.pages_hands_on import HANDS_ON_PAGES
from ui.viewmodels.pages_round import ROUND_PAGES
from ui.viewmodels.pages_round_call import BEDSIDE_PAGES

PAGES: Final[dict[Screen, Callable[[Inputs], PageProps]]] = {
    Screen.CONSENT: about.consent,
    Screen.CONSENT_DECLINED: about.consent_declined,
    Screen.WHO: known.who,
    Screen.CARD: known.card,
    Screen.PHONE: known.phone,
    Screen.CODE: known.code,
    Screen.LOOKING: known.looking,
    Screen.KNOWN: known.known,
    Screen.GUARDIAN: known.guardian,
    Screen.GUARDIAN_NAME: known.guardian_name,
    Screen.CHANGE: change.change,
    Screen.CARD_MADE: known.card_made,
    Screen.NAME: about.name,
    Screen.BIRTH_DATE: about.birth_date,
    Screen.QUESTION: about.question,
    Screen.ABOUT: about.question,
    Screen.CUFF_QUESTION: about.question,
    Screen.CUFF_ARM: measuring.cuff_arm,
    Screen.OXIMETER_PREPARE: measuring.oximeter_prepare,
    Screen.CUFF_POSTURE: measuring.cuff_posture,
    Screen.DEVICE_PREPARE: measuring.device_prepare,
    Screen.SKIP_WHY: measuring.skip_why,
    Screen.MEASURE_PROBLEM: measuring.problem,
    Screen.BY_HAND: by_hand.by_hand,
    Screen.OFFER_CALL: talking.offer_call,
    Screen.WAITING: talking.waiting,
    Screen.NOBODY: talking.nobody,
    Screen.CALLBACK: talking.callback,
    Screen.CALLBACK_WHEN: talking.callback_when,
    Screen.KEEP_TEXT: talking.keep_text,
    Screen.PLAN_WAITING: talking.plan_waiting,
    Screen.STORED: talking.stored,
    Screen.WHAT_WE_KEEP: pages_keeping.what_we_keep,
    Screen.GOODBYE: ending.goodbye,
    Screen.RESUME: ending.resume,
    Screen.OUT_OF_ORDER: ending.out_of_order,
    **ROUND_PAGES,
    **HANDS_ON_PAGES,
}


def derive(inputs: Inputs) -> PageProps:
    """Return the present page; empty on the screens that have a view model of their own."""
    at_bed = BEDSIDE_PAGES if inputs.duty.bedside is not None else {}
    page = at_bed.get(inputs.screen) or PAGES.get(inputs.screen)
    if page is None:
        return PageProps()
    shown = page(inputs)
    chosen = inputs.draft.chosen or shown.chosen
    return replace(
        shown,
        chosen=chosen,
        long=is_long(shown),
        notes=(*shown.notes, *meanwhile.notes(inputs), *_call_behind(inputs)),
    )


def _call_behind(inputs: Inputs) -> tuple[dict[str, Any], ...]:
    """Say that the call goes on while answers are changed."""
    if not inputs.state.call.live or inputs.screen not in CHANGING:
        return ()
    return (
        note(
            tr(QT_TRANSLATE_NOOP("Page", "Your call goes on. The provider still hears you.")),
            "primary",
            "phone",
        ),
    )
