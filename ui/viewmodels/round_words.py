"""Words for the ids and codes of a round."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.mark import QT_TRANSLATE_NOOP

REFUSALS: Final = {  # of staff.REFUSALS, residents.SHIFT_REFUSALS
    "wrong": QT_TRANSLATE_NOOP("Round", "Badge and PIN do not match."),
    "unknown-badge": QT_TRANSLATE_NOOP("Round", "This station does not know this badge. Ask your lead."),
    "wait": QT_TRANSLATE_NOOP("Round", "Too many wrong PINs. This badge must wait."),
    "no-list": QT_TRANSLATE_NOOP(
        "Round", "This station must reach the center once before staff can sign in."
    ),
    "expired": QT_TRANSLATE_NOOP(
        "Round", "The list of staff here is too old. The station needs the network."
    ),
    "not-offline": QT_TRANSLATE_NOOP("Round", "Without the network nobody can sign in at this station."),
    "malformed": QT_TRANSLATE_NOOP("Round", "A PIN has 4 to 8 digits."),
    "busy": QT_TRANSLATE_NOOP("Round", "Please try again in a moment."),
    "revoked": QT_TRANSLATE_NOOP("Round", "This badge is no longer valid. Ask your lead."),
    "over": QT_TRANSLATE_NOOP("Round", "This shift is too long. Please sign in again."),
    "no-facility": QT_TRANSLATE_NOOP("Round", "This station belongs to no home yet. Ask your lead."),
    "too-many": QT_TRANSLATE_NOOP("Round", "The center is busy. We ask again soon."),
}
ENDINGS: Final = {  # of staff.SIGN_OUTS
    "asked": QT_TRANSLATE_NOOP("Round", "You are signed out."),
    "idle": QT_TRANSLATE_NOOP("Round", "You are signed out: nobody was here."),
    "over": QT_TRANSLATE_NOOP("Round", "You are signed out: the shift is over."),
    "revoked": QT_TRANSLATE_NOOP("Round", "You are signed out: this badge is no longer valid."),
    "unknown": QT_TRANSLATE_NOOP("Round", "You are signed out: the station had to start again."),
}
CODE_STATUSES: Final = {
    "full": QT_TRANSLATE_NOOP("Round", "Full treatment"),
    "dnr": QT_TRANSLATE_NOOP("Round", "Do not resuscitate (DNR)"),
    "dni": QT_TRANSLATE_NOOP("Round", "Do not intubate (DNI)"),
    "dnr-dni": QT_TRANSLATE_NOOP("Round", "Do not resuscitate, do not intubate (DNR, DNI)"),
    "comfort": QT_TRANSLATE_NOOP("Round", "Comfort care only"),
    "other": QT_TRANSLATE_NOOP("Round", "Other: see the record"),
    "unknown": QT_TRANSLATE_NOOP("Round", "Not known here: see the record"),
}
MISSED: Final = {
    "asleep": QT_TRANSLATE_NOOP("Round", "Asleep"),
    "refused": QT_TRANSLATE_NOOP("Round", "Did not want it"),
    "away": QT_TRANSLATE_NOOP("Round", "Away"),
    "not-found": QT_TRANSLATE_NOOP("Round", "Not found"),
    "unwell": QT_TRANSLATE_NOOP("Round", "Too unwell for it now"),
    "no-time": QT_TRANSLATE_NOOP("Round", "No time now"),
    "other": QT_TRANSLATE_NOOP("Round", "Another reason"),
}
SKIPPED: Final = {  # of kiosk.visit.model.SKIP_REASONS, as staff read them at the bed
    "do-not-want": QT_TRANSLATE_NOOP("Round", "They did not want it."),
    "hurts": QT_TRANSLATE_NOOP("Round", "It hurts."),
    "cannot": QT_TRANSLATE_NOOP("Round", "They could not do it."),
    "cannot-stand": QT_TRANSLATE_NOOP("Round", "They can't stand safely."),
    "no-cuff-fits": QT_TRANSLATE_NOOP("Round", "No cuff fits the arm."),
    "arms-excluded": QT_TRANSLATE_NOOP("Round", "A cuff should not go on either arm."),
    "device-missing": QT_TRANSLATE_NOOP("Round", "The device did not work."),
    "gave-up": QT_TRANSLATE_NOOP("Round", "It did not work."),
    "unmeasurable": QT_TRANSLATE_NOOP("Round", "Tried twice: it could not be measured well."),
    "not-measured-here": QT_TRANSLATE_NOOP("Round", "It can't be measured here."),
    "other": QT_TRANSLATE_NOOP("Round", "Left out for another reason."),
}
CHANGES: Final = {
    "behaviour": QT_TRANSLATE_NOOP("Round", "How they act"),
    "talking": QT_TRANSLATE_NOOP("Round", "How they talk"),
    "taking-part": QT_TRANSLATE_NOOP("Round", "Joining in"),
    "help-needed": QT_TRANSLATE_NOOP("Round", "Help needed"),
    "pain": QT_TRANSLATE_NOOP("Round", "Pain"),
    "eating": QT_TRANSLATE_NOOP("Round", "Eating"),
    "drinking": QT_TRANSLATE_NOOP("Round", "Drinking"),
    "bowels": QT_TRANSLATE_NOOP("Round", "Bowels"),
    "weight": QT_TRANSLATE_NOOP("Round", "Weight"),
    "agitation": QT_TRANSLATE_NOOP("Round", "Unrest"),
    "tiredness": QT_TRANSLATE_NOOP("Round", "Tiredness"),
    "skin": QT_TRANSLATE_NOOP("Round", "Skin"),
    "mobility": QT_TRANSLATE_NOOP("Round", "Moving about"),
}
TRENDS: Final = {
    "more": QT_TRANSLATE_NOOP("Round", "More than usual"),
    "less": QT_TRANSLATE_NOOP("Round", "Less than usual"),
    "different": QT_TRANSLATE_NOOP("Round", "Not as usual"),
}
SINCES: Final = {
    "today": QT_TRANSLATE_NOOP("Round", "Since today"),
    "yesterday": QT_TRANSLATE_NOOP("Round", "Since yesterday"),
    "this-week": QT_TRANSLATE_NOOP("Round", "This week"),
    "longer": QT_TRANSLATE_NOOP("Round", "For longer"),
    "unknown": QT_TRANSLATE_NOOP("Round", "I don't know since when"),
}
REQUESTS: Final = {
    "see-today": QT_TRANSLATE_NOOP("Round", "Please see this person today."),
    "orders": QT_TRANSLATE_NOOP("Round", "Please give new orders."),
    "advice": QT_TRANSLATE_NOOP("Round", "Please tell us what to do."),
    "know": QT_TRANSLATE_NOOP("Round", "This is for you to know."),
}
TOLD: Final = {
    "resident": QT_TRANSLATE_NOOP("Round", "The resident"),
    "physician": QT_TRANSLATE_NOOP("Round", "The doctor"),
    "representative": QT_TRANSLATE_NOOP("Round", "The family or representative"),
}
WAYS: Final = {
    "in-person": QT_TRANSLATE_NOOP("Round", "In person"),
    "phone": QT_TRANSLATE_NOOP("Round", "By phone"),
    "video": QT_TRANSLATE_NOOP("Round", "By video"),
    "message": QT_TRANSLATE_NOOP("Round", "By message"),
    "left-message": QT_TRANSLATE_NOOP("Round", "Left a message, not reached"),
    "not-reached": QT_TRANSLATE_NOOP("Round", "Tried, but not reached"),
}
PRESENT: Final = {
    "family": QT_TRANSLATE_NOOP("Round", "Family or friend"),
    "representative": QT_TRANSLATE_NOOP("Round", "The representative"),
    "other-staff": QT_TRANSLATE_NOOP("Round", "Other staff"),
    "other-person": QT_TRANSLATE_NOOP("Round", "Another person"),
}
INTERPRETERS: Final = {
    "in-person": QT_TRANSLATE_NOOP("Round", "An interpreter in the room"),
    "remote": QT_TRANSLATE_NOOP("Round", "An interpreter by phone or video"),
    "family": QT_TRANSLATE_NOOP("Round", "Family interprets"),
}
WHYS: Final = {
    "injury": QT_TRANSLATE_NOOP("Round", "An injury"),
    "significant-change": QT_TRANSLATE_NOOP("Round", "A big change"),
    "treatment-change": QT_TRANSLATE_NOOP("Round", "A new or changed treatment"),
    "transfer": QT_TRANSLATE_NOOP("Round", "A move to another place"),
}
AUTHORITIES: Final = {
    "health-care-proxy": QT_TRANSLATE_NOOP("Round", "Health care proxy"),
    "power-of-attorney": QT_TRANSLATE_NOOP("Round", "Power of attorney"),
    "guardian": QT_TRANSLATE_NOOP("Round", "Legal guardian"),
    "next-of-kin": QT_TRANSLATE_NOOP("Round", "Next of kin"),
    "other": QT_TRANSLATE_NOOP("Round", "In another way"),
}
ROLES: Final = {
    "nurse": QT_TRANSLATE_NOOP("Round", "Nurse"),
    "aide": QT_TRANSLATE_NOOP("Round", "Aide"),
    "other-staff": QT_TRANSLATE_NOOP("Round", "Staff"),
}
VALUES: Final = {  # of contract.measurement.Kind, for the handover
    "spo2": QT_TRANSLATE_NOOP("Round", "Oxygen (SpO2)"),
    "pulse_rate": QT_TRANSLATE_NOOP("Round", "Pulse"),
    "heart_rate": QT_TRANSLATE_NOOP("Round", "Heart rate"),
    "systolic": QT_TRANSLATE_NOOP("Round", "Upper blood pressure"),
    "diastolic": QT_TRANSLATE_NOOP("Round", "Lower blood pressure"),
    "temperature": QT_TRANSLATE_NOOP("Round", "Temperature"),
    "weight": QT_TRANSLATE_NOOP("Round", "Weight"),
    "height": QT_TRANSLATE_NOOP("Round", "Height"),
    "glucose": QT_TRANSLATE_NOOP("Round", "Blood sugar"),
    "respiratory_rate": QT_TRANSLATE_NOOP("Round", "Breaths a minute"),
    "pain": QT_TRANSLATE_NOOP("Round", "Pain (0 to 10)"),
}
STANDINGS: Final = {  # of kiosk.rounds.due: heading of the part of the list, icon, tone
    "late": (QT_TRANSLATE_NOOP("Round", "Late"), "triangle-alert", "caution"),
    "due": (QT_TRANSLATE_NOOP("Round", "Due now"), "clock", "primary"),
    "left-out": (QT_TRANSLATE_NOOP("Round", "Left out in this round"), "ban", "caution"),
    "later": (QT_TRANSLATE_NOOP("Round", "Nothing due now"), "minus", "muted"),
    "done": (QT_TRANSLATE_NOOP("Round", "Done"), "circle-check", "good"),
}


def tr(text: str) -> str:
    """Return a text of the round in the screen's language."""
    return QCoreApplication.translate("Round", text)


def say(table: dict[str, str], code: str) -> str:
    """Return a code's words; the code itself where it has none."""
    return tr(table[code]) if code in table else code
