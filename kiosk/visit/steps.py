"""In which part of a visit somebody is: for the figures of how well stations serve, and for nothing else.

So coarse on purpose: a part says where a way is too long or too hard, and not what somebody came for.
"""

from typing import Final

from kiosk.visit.model import Screen
from kiosk.visit.state import State

AT_BEDSIDE: Final = (  # of a round (kiosk.rounds)
    Screen.BEDSIDE,
    Screen.NOT_NOW,
    Screen.OBSERVE,
    Screen.OBSERVE_HOW,
    Screen.OBSERVE_NOTE,
    Screen.SBAR,
    Screen.ASSESS,
    Screen.REQUEST,
    Screen.NOTIFY,
    Screen.TOLD,
    Screen.TOLD_NAME,
    Screen.TOLD_SAID,
    Screen.AGREE,
    Screen.AGREE_WITH,
    Screen.AGREE_AS,
    Screen.AGREE_NAME,
)
STEPS: Final[dict[Screen, str]] = {
    Screen.CONSENT: "consent",
    Screen.CONSENT_DECLINED: "consent",
    Screen.WHO: "about-you",
    Screen.NAME: "about-you",
    Screen.BIRTH_DATE: "about-you",
    Screen.CARD: "about-you",
    Screen.PHONE: "about-you",
    Screen.CODE: "about-you",
    Screen.LOOKING: "about-you",
    Screen.KNOWN: "about-you",
    Screen.GUARDIAN: "about-you",
    Screen.GUARDIAN_NAME: "about-you",
    Screen.CHANGE: "questions",
    Screen.QUESTION: "questions",
    Screen.ABOUT: "questions",
    Screen.OXIMETER_PREPARE: "measuring",
    Screen.OXIMETER: "measuring",
    Screen.CUFF_QUESTION: "measuring",
    Screen.CUFF_ARM: "measuring",
    Screen.CUFF_POSTURE: "measuring",
    Screen.CUFF_REST: "measuring",
    Screen.CUFF_MEASURE: "measuring",
    Screen.CUFF_BETWEEN: "measuring",
    Screen.DEVICE_PREPARE: "measuring",
    Screen.DEVICE_MEASURE: "measuring",
    Screen.SKIP_WHY: "measuring",
    Screen.BY_HAND: "measuring",
    Screen.MEASURE_PROBLEM: "measuring",
    Screen.RESULTS: "results",
    Screen.PHOTO: "results",
    Screen.SOUND: "results",
    Screen.OFFER_CALL: "waiting",
    Screen.WAITING: "waiting",
    Screen.NOBODY: "waiting",
    Screen.CALLBACK: "waiting",
    Screen.CALLBACK_WHEN: "waiting",
    Screen.CALL: "call",
    Screen.KEEP_TEXT: "call",
    Screen.PLAN_WAITING: "call",
    Screen.STORED: "after",
    Screen.PLAN: "after",
    Screen.TAKE_AWAY: "after",
    Screen.WHAT_WE_KEEP: "after",
    Screen.CARD_MADE: "after",
    **dict.fromkeys(AT_BEDSIDE, "results"),
}
COVERS: Final = (
    Screen.EMERGENCY,
    Screen.RESUME,
    Screen.OUT_OF_ORDER,
)  # over another screen, whose part counts


def step_of(state: State) -> str:
    """Return the part of the visit, one of `contract.documents.STEPS`; empty when there is none."""
    screen = state.screen
    if screen is Screen.RESUME and state.resume is not None:
        screen = state.resume.back.screen
    elif screen is Screen.OUT_OF_ORDER and state.out_from is not None:
        screen = state.out_from.screen
    if screen is Screen.EMERGENCY:
        screen = state.emergency_from.screen if state.emergency_from is not None else Screen.QUESTION
    return STEPS.get(screen, "")
