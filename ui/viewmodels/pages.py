"""Which page belongs to which screen: one pure derive each, one view model for all."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kiosk.visit.model import Screen
from ui.inputs import Inputs
from ui.viewmodels import pages_about as about
from ui.viewmodels import pages_ending as ending
from ui.viewmodels import pages_measuring as measuring
from ui.viewmodels import pages_talking as talking
from ui.viewmodels.page import PageProps

PAGES: Final[dict[Screen, Callable[[Inputs], PageProps]]] = {
    Screen.CONSENT: about.consent,
    Screen.CONSENT_DECLINED: about.consent_declined,
    Screen.WHO: about.who,
    Screen.NAME: about.name,
    Screen.BIRTH_DATE: about.birth_date,
    Screen.QUESTION: about.question,
    Screen.CUFF_QUESTION: about.question,
    Screen.CUFF_ARM: measuring.cuff_arm,
    Screen.OXIMETER_PREPARE: measuring.oximeter_prepare,
    Screen.CUFF_POSTURE: measuring.cuff_posture,
    Screen.MEASURE_PROBLEM: measuring.problem,
    Screen.OFFER_CALL: talking.offer_call,
    Screen.WAITING: talking.waiting,
    Screen.NOBODY: talking.nobody,
    Screen.CALLBACK: talking.callback,
    Screen.PLAN_WAITING: talking.plan_waiting,
    Screen.STORED: talking.stored,
    Screen.GOODBYE: ending.goodbye,
    Screen.RESUME: ending.resume,
    Screen.OUT_OF_ORDER: ending.out_of_order,
}


def derive(inputs: Inputs) -> PageProps:
    """Return the present page; empty on the screens that have a view model of their own."""
    page = PAGES.get(inputs.screen)
    return replace(page(inputs), chosen=inputs.draft.chosen) if page else PageProps()
