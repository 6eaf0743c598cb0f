"""Touches with sense and without it, and parts of a visit to begin at: for whatever happens in any order."""

from collections.abc import Callable
from uuid import uuid5

import hypothesis.strategies as st

from contract import station
from contract.measurement import Kind, Value
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.model import CUFF_SIZES
from kiosk.visit.rehearsal import VISIT, Rehearsal

ITEMS = ["chest", "breathless", "suicidal", "screen", "pregnant", "why", "room", "arm", "nonsense"]

ANSWERS: list[bool | int | str | tuple[str, ...]] = [
    True,
    False,
    "cough",
    "none",
    "left",
    "both",
    "x",
    (),
    ("alone",),
    3,
]

ANYWHERE = [
    e.Touched,
    e.PersonWanted,
    e.PageClosed,
    e.StaffHere,
    e.LeaveWanted,
    e.LeaveConfirmed,
    e.StillHere,
    e.StopPressed,
    e.LanguageChosen,
    e.LeaveWanted,
    e.EmergencyWanted,
    e.StaffAttends,
    e.CardWanted,
    e.CodeAgainWanted,
]

PEOPLE = (uuid5(VISIT, "guest/0"), uuid5(VISIT, "guest/1"))

FIELDS: dict[type, dict[str, list[object]]] = {
    e.LanguageChosen: {"language": ["en", "es", "xx"]},
    e.Broke: {"fault": ["journal-full"]},
    e.ConsentAnswered: {"given": [True, True, False]},
    e.WhoChosen: {"anonymous": [True, False]},
    e.ProofChosen: {"by": ["card", "phone", "x"]},
    e.CodeGiven: {"code": ["123456", "12", "x"]},
    e.GuardianIs: {"relation": ["parent", "nobody", "x"]},
    e.GuardianNamed: {"name": ["Eva Ruiz", "", "x" * 500]},
    e.ChangeWanted: {"what": ["", "who", "question:why", "question:x"]},
    e.NameGiven: {"given": ["", "Ana", "A" * 500], "family": ["", "Ruiz"]},
    e.BirthDateGiven: {
        "birth_date": ["1950-03-02", "2012-02-29", "2999-01-01", "1800-01-01", "", "31.12.1990"]
    },
    e.AgeGiven: {"years": [-1, 0, 12, 70, 131]},
    e.Answered: {"item": list(ITEMS), "answer": list(ANSWERS)},
    e.Skipped: {"reason": ["hurts", "cannot", "made up"]},
    e.TakeAwayWanted: {"link": [b"l" * 32, b""], "key": [b"k" * 32], "passcode": ["407192", "x"]},
    e.PaperWanted: {"numbers": [True, False]},
    e.CleaningTouched: {"what": ["cleaned", "no-wipes", "unlock", "unlock-yes", "x"]},
    e.MoreWanted: {"act": ["weight", "temperature", "glucose", "x"]},
    e.HandTouched: {
        "what": [
            "nurse",
            "respiration",
            "alertness",
            "pain",
            "temperature",
            "oral",
            "C",
            "breath",
            "again",
            "x",
        ]
    },
    e.HandNamed: {"name": ["R. Diaz", " "]},
    e.HandGiven: {
        "values": [
            (),
            (Value(Kind.TEMPERATURE, 39.6, "Cel"),),
            (Value(Kind.PAIN, 7.0, "{score}"),),
            (Value(Kind.WEIGHT, float("nan"), "furlong"),),
        ],
        "codes": [(), ("face",), ("x",)],
    },
    e.CuffChosen: {"arm": ["left", "right", "tail"], "size": [*CUFF_SIZES, "none", "giant"]},
    c.CallWanted: {"camera": [True, False]},
    c.NobodyChosen: {"choice": ["wait", "call-back", "store", "in-person", "person", "x"]},
    c.PhoneGiven: {"phone": ["+1 555 0100", "", "abc", "1" * 99]},
    c.CallTimeChosen: {"when": ["soon", "evening", "x"]},
    c.ControlsSet: {
        "microphone": [True, False],
        "camera": [True, False],
        "volume": [float("nan"), -1.0, 0.5, 9.0],
    },
    c.ChatWritten: {"text": ["", "hello", "x" * 5000]},
    c.TextKept: {"keep": [True, False]},
    c.GuestAnswered: {"person": list(PEOPLE), "yes": [True, False]},
    c.GuestPicturesAnswered: {"person": list(PEOPLE), "yes": [True, False]},
    c.GuestSentAway: {"person": list(PEOPLE)},
    e.PhotoTouched: {
        "what": [
            *("photo:skin", "clip:hands", "arm", "private", "again", "skip", "staff", "patient"),
            *("guardian", "elsewhere", "none", "no-room", "x"),
        ]
    },
    e.SoundTouched: {
        "what": ["sound:heart", "mitral", "again", "play", "play-bell", "quiet", "no-room", "x"]
    },
    c.MeasureAgreed: {"yes": [True, True, False]},
    e.ResumeAnswered: {"answer": ["1950", "2012", "a", "70", "zz", ""]},
}


def fields_of(kind: type, data: st.DataObject, item: str) -> dict[str, object]:
    drawn = {name: data.draw(st.sampled_from(values)) for name, values in FIELDS.get(kind, {}).items()}
    if kind is e.Answered and data.draw(st.integers(0, 3)):
        drawn["item"] = item
    return drawn


def to_waiting(visit: Rehearsal) -> None:
    visit.to_results()
    visit.do(e.Continued)
    visit.do(c.CallWanted, camera=True)


def to_nobody(visit: Rehearsal) -> None:
    to_waiting(visit)
    visit.core(station.CallState(state="nobody"))


def to_plan_waiting(visit: Rehearsal) -> None:
    visit.to_call()
    visit.do(c.HungUp)


def to_emergency(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"chest": True})


def to_problem(visit: Rehearsal) -> None:
    visit.to_oximeter()
    visit.fail("no-finger")


def skipping_the_cuff(visit: Rehearsal) -> None:
    visit.to_oximeter()
    visit.oximetry()
    visit.do(e.Continued)
    visit.do(e.Skipped, reason="do-not-want")
    visit.do(e.Continued)
    visit.do(c.CallWanted, camera=False)
    visit.core(station.CallState(state="connected"))


def to_by_hand(visit: Rehearsal) -> None:
    visit.to_results()
    visit.do(e.HandWanted)
    visit.do(e.HandTouched, what="nurse")
    visit.do(e.HandNamed, name="R. Diaz")


def to_the_scale(visit: Rehearsal) -> None:
    visit.device("scale", "ready")
    visit.to_results()
    visit.do(e.MoreWanted, act="weight")
    visit.do(e.Continued)


def to_proof(visit: Rehearsal) -> None:
    visit.device("scanner", "ready")
    visit.begin()
    visit.do(e.ConsentAnswered, given=True)


PARTS: dict[str, Callable[[Rehearsal], None]] = {
    "consent": Rehearsal.begin,
    "questions": Rehearsal.to_questions,
    "proof": to_proof,
    "oximeter": Rehearsal.to_oximeter,
    "problem": to_problem,
    "cuff": Rehearsal.to_cuff,
    "results": Rehearsal.to_results,
    "waiting": to_waiting,
    "nobody": to_nobody,
    "call": Rehearsal.to_call,
    "call without cuff": skipping_the_cuff,
    "plan waiting": to_plan_waiting,
    "emergency": to_emergency,
    "by hand": to_by_hand,
    "scale": to_the_scale,
}
