"""Codes of long-term care in words, for consoles and records."""

from typing import Final

CHANGES: Final = {
    "behaviour": "Behaviour",
    "talking": "Talking",
    "taking-part": "Taking part in the day",
    "help-needed": "Help needed",
    "pain": "Pain",
    "eating": "Eating",
    "drinking": "Drinking",
    "bowels": "Bowels",
    "weight": "Weight",
    "agitation": "Restless or upset",
    "tiredness": "Tiredness",
    "skin": "Skin",
    "mobility": "Moving about",
}
TRENDS: Final = {"more": "more than usual", "less": "less than usual", "different": "not as usual"}
SINCES: Final = {
    "today": "since today",
    "yesterday": "since yesterday",
    "this-week": "for some days",
    "longer": "for longer",
    "unknown": "since when is not known",
}
MISSED: Final = {
    "asleep": "asleep",
    "refused": "did not want it",
    "away": "not in the house",
    "not-found": "not found",
    "unwell": "too unwell for it",
    "no-time": "there was no time",
    "other": "another reason",
}
CODE_STATUS: Final = {
    "full": "Full treatment",
    "dnr": "Do not resuscitate (DNR)",
    "dni": "Do not intubate (DNI)",
    "dnr-dni": "Do not resuscitate or intubate (DNR, DNI)",
    "comfort": "Comfort care only",
    "other": "See the note",
    "unknown": "Not known",
}
WRONG: Final = {
    True: "Staff said that this visit was begun for the wrong resident. Nothing of it counts as this one's.",
    False: "Staff had called this the wrong resident, and took it back: it is the right one.",
}
TOLD: Final = {
    "resident": "Resident told",
    "physician": "Physician consulted",
    "representative": "Representative notified",
}
TELLING_WHYS: Final = {
    "injury": "injury",
    "significant-change": "significant change",
    "treatment-change": "change of treatment",
    "transfer": "transfer or discharge",
}
TELLING_WAYS: Final = {
    "in-person": "in person",
    "phone": "by phone",
    "video": "by video",
    "message": "by message",
    "left-message": "left a message",
    "not-reached": "not reached",
}
PRESENT: Final = {
    "staff": "staff",
    "family": "family",
    "representative": "the representative",
    "other-staff": "other staff",
    "other-person": "another person",
}
INTERPRETERS: Final = {
    "in-person": "in the room",
    "remote": "by phone or video",
    "family": "a family member",
}
BASES: Final = {
    "resident-decides": "The resident decides",
    "assessed-able": "Assessed: the resident can decide",
    "assessed-unable": "Assessed: the representative decides",
    "on-record": "On record: the representative decides",
}
AUTHORITIES: Final = {
    "health-care-proxy": "health care proxy",
    "power-of-attorney": "power of attorney",
    "guardian": "guardian",
    "next-of-kin": "next of kin",
    "other": "other authority",
}


def change(what: str, trend: str, since: str, note: str) -> str:
    """Say what has changed, in a line."""
    said = f"{CHANGES[what]}: {TRENDS[trend]}, {SINCES[since]}"
    return f"{said}. {note}" if note else said
