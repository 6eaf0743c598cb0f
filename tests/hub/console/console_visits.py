"""Visits as the hub tells a console of them: a morning's worth, every state and quality in it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

Json = dict[str, Any]

SPACE = UUID("6f3b0d3e-8f0a-4d9a-9a35-1f2d1f8f2a10")
STATIONS = {
    "library": {
        "name": "Elm Street Library",
        "address": "12 Elm Street, Springfield",
        "phone": "+1 555 010 4471",
    },
    "hall": {
        "name": "Harbor Community Hall",
        "address": "3 Quay Road, Port Alder",
        "phone": "+1 555 010 2210",
    },
    "clinic": {
        "name": "North Valley Pharmacy",
        "address": "88 Mill Lane, North Valley",
        "phone": "+1 555 010 9034",
    },
}

NO_ORDERS: Json = {"referral_address": "", "referral_phone": "", "medicines": [], "refills": []}


def name(word: str) -> str:
    """Return the id of a thing by a short word: the same in every run."""
    return str(uuid5(SPACE, word))


def ago(minutes: float) -> str:
    """Return a moment that many minutes ago."""
    return (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat(timespec="milliseconds")


def visit(word: str, display: str, station: str, **more: Any) -> Json:
    """Return a visit's detail; `more` replaces what is usual."""
    usual: Json = {
        "id": name(word),
        "station": STATIONS[station],
        "patient": {"display": display, "birth_date": None, "anonymous": False},
        "language": "en",
        "reason": "",
        "level": "N",
        "state": "waiting",
        "waiting_since": None,
        "started_at": ago(20),
        "present": ["alone"],
        "callback": None,
        "provider": None,
        "alarms": [],
        "new_after_signature": None,
        "after_closing": None,
        "duty": None,
        "answers": [],
        "about": {"asked": False, "alerts": [], "told": []},
        "consent": {"version": "2026-1", "at": ago(19)},
        "measurements": [],
        "score": no_score("Still missing: respiratory rate, consciousness."),
        "skipped": [],
        "chat": [],
        "asks": [],
        "attachments": [],
        "text_kept": None,
        "call": None,
        "plan": None,
        "earlier": [],
        "closed": None,
        "link": None,
        "cards": 0,
        "cleaned": None,
        "resident": None,
        "care": None,
    }
    made = usual | more
    unproven: dict[str, Any] = {"told_before": [], "known_by": "", "guardian": None, "attended": ""}
    return made | {"patient": unproven | made["patient"]}


def no_score(why: str) -> Json:
    """Return NEWS2 as the hub tells of it where there is none."""
    return {"total": None, "band": "", "at": None, "scale": 1, "parts": [], "why": why}


def score(band: str, minutes: float, **points: int) -> Json:
    """Return NEWS2 with these parts; the others are 0."""
    names = ("Respiratory rate", "Oxygen saturation", "Air or oxygen", "Systolic blood pressure")
    words = (*names, "Pulse", "Consciousness", "Temperature")
    parts = [{"name": w.lower(), "words": w, "points": points.get(w.split()[0].lower(), 0)} for w in words]
    total = sum(points.values())
    return no_score("") | {"total": total, "band": band, "at": ago(minutes), "parts": parts}


def duty(kind: str, minutes: float, **more: Any) -> Json:
    """Return what must still be done, due that many minutes ago (or, negative, in as many)."""
    usual: Json = {"kind": kind, "since": ago(200), "due_at": ago(minutes), "owner": None, "tries": []}
    return usual | {"why": "", "wish": "review"} | more


def device(manufacturer: str, model: str, serial: str | None, transport: str, **more: Any) -> Json:
    """Return a device as the hub tells of it."""
    unknown = {"firmware": None, "calibrated_on": None, "checked_by": None, "calibration_due": None}
    told = {"manufacturer": manufacturer, "model": model, "serial": serial, "transport": transport}
    return told | unknown | more


def value(kind: str, number: float, unit: str, words: str, measured: str = "") -> Json:
    """Return a value as the hub tells of it."""
    return {
        "kind": kind,
        "value": number,
        "unit": unit,
        "display": f"{number} {words}",
        "measured": measured,
    }


def reading(word: str, act: str, minutes: float, values: list[Json], of: Json, **more: Any) -> Json:
    """Return a reading; `more` replaces what is usual."""
    usual: Json = {"id": name(word), "act": act, "at": ago(minutes), "attempt": 1, "grade": "good"}
    rest: Json = {"reasons": [], "values": values, "device": of, "site": None, "position": None}
    beside: Json = {"derived_from": [], "said": [], "off_scale": "", "clock_error_s": None}
    came: Json = {
        "received_at": ago(minutes),
        "late": False,
        "time_unsure": False,
        "time_note": "",
        "twin": None,
        "observed": "",
        "by_hand": "",
    }
    return usual | rest | beside | came | more


def oximetry(word: str, minutes: float, spo2: int, pulse: int, grade: str = "good", **more: Any) -> Json:
    """Return an oximeter's reading."""
    values = [value("spo2", spo2, "%", "%"), value("pulse_rate", pulse, "/min", "beats/min")]
    clip = device("Contec", "CMS50D+", None, "serial:ttyUSB0")
    more = {"grade": grade, "site": "right-index-finger"} | more
    return reading(word, "oximetry", minutes, values, clip, **more)


def pressure(word: str, minutes: float, top: int, low: int, pulse: int, **more: Any) -> Json:
    """Return a cuff's reading."""
    values = [
        value("systolic", top, "mm[Hg]", "mmHg"),
        value("diastolic", low, "mm[Hg]", "mmHg"),
        value("pulse_rate", pulse, "/min", "beats/min"),
    ]
    cuff = device("Rossmax", "RBP-9804", "B2407", "serial:ttyUSB1")
    more = {"site": "left-upper-arm", "position": "sitting"} | more
    return reading(word, "blood_pressure", minutes, values, cuff, **more)


def ward() -> list[Json]:
    """Return readings of a thermometer, a scale, a meter that shows HI, and a heart monitor."""
    checked = {"calibrated_on": "2026-10-01", "checked_by": "J. Ortiz", "calibration_due": "2027-10-01"}
    thermometer = device("Welch Allyn", "SureTemp Plus", "T55", "serial:ttyUSB2", firmware="2.1", **checked)
    scale = device("Tanita", "SC-240", None, "serial:ttyUSB3")
    meter = device("LifeScan", "OneTouch", "C176", "serial:ttyUSB4")
    strap = device("Polar", "H10", "P9", "ble:C0:26:DA:01:02:03")
    kilo = [value("weight", 72.5, "kg", "kg"), value("height", 170, "cm", "cm")]
    warm = [value("temperature", 38.0, "Cel", "°C", "100.4 °F")]
    heart = [value("heart_rate", 72, "/min", "beats/min")]
    sugar = [value("glucose", 6.2, "mmol/L", "mmol/L")]
    return [
        reading("temp-1", "temperature", 9, warm, thermometer, site="oral", said=["estimated"]),
        reading("scale-1", "weight", 8, kilo, scale),
        reading("sugar-1", "glucose", 7, sugar, meter, clock_error_s=7200.0),
        reading("sugar-2", "glucose", 6, [], meter, off_scale="HI", said=["HI, above what it can measure"]),
        reading("heart-1", "heart_rate", 5, heart, strap),
    ]


def rosa() -> Json:
    """Return the visit most tests open: good, usable and failed readings, chat, earlier visits."""
    readings = [
        oximetry(
            "ox-1",
            11,
            84,
            131,
            "not_reliable",
            reasons=[{"code": "movement", "words": "movement during measuring"}],
        ),
        oximetry("ox-2", 10, 93, 96, attempt=2),
        pressure("bp-1", 8, 158, 94, 92),
        pressure(
            "bp-2",
            6.5,
            149,
            90,
            88,
            attempt=2,
            grade="usable",
            reasons=[{"code": "rest_shortened", "words": "the rest time was shortened"}],
        ),
        pressure("bp-3", 5, 151, 91, 89, attempt=3),
        pressure("bp-mean", 5, 150, 91, 89, derived_from=[name("bp-2"), name("bp-3")]),
    ]
    earlier = {
        "id": name("rosa-before"),
        "started_at": ago(60 * 24 * 41),
        "reason": "Dizzy when standing up",
        "proven": False,
        "measurements": [pressure("bp-old", 60 * 24 * 41, 138, 84, 76)],
        "attachments": [],
        "plan": {
            "text": "Drink more during the day. Stand up slowly.",
            "disposition": "self-care",
            "warning_signs": [],
            "referral": "",
            **NO_ORDERS,
            "follow_up": "",
            "provider": "Dr. Amara Osei",
            "updated_at": ago(60 * 24 * 41),
            "signed_at": ago(60 * 24 * 41),
        },
    }
    answers = [
        ("Do you have chest pain now?", "No"),
        ("Is it hard to breathe?", "Yes, when climbing stairs"),
        ("Since when?", "About three days"),
        ("Do you take any medicines?", "Something for blood pressure, I forgot the name"),
    ]
    return visit(
        "rosa",
        "Rosa Delgado",
        "library",
        patient={"display": "Rosa Delgado", "birth_date": "1951-03-04", "anonymous": False},
        language="es",
        reason="Short of breath on the stairs",
        level="P",
        waiting_since=ago(4.2),
        present=["family"],
        answers=[{"question": q, "answer": a} for q, a in answers],
        measurements=readings,
        score=score("medium", 5, respiratory=2, oxygen=1, pulse=2),
        chat=[
            {
                "id": name("c1"),
                "at": ago(3),
                "sender": "patient",
                "text": "Hola, ¿hay alguien?",
                "mine": False,
                "kind": "chat",
                "line": None,
                "corrected": False,
            }
        ],
        earlier=[earlier],
    )


def chest() -> Json:
    """Return an emergency with an open alarm."""
    alarm = {
        "id": name("alarm"),
        "rule": "rf-01",
        "level": "E",
        "why": "Chest pain now",
        "quiet": False,
        "raised_at": ago(1.1),
        "acknowledged_by": None,
        "acknowledged_at": None,
    }
    return visit(
        "chest",
        "Tom Becker",
        "hall",
        patient={"display": "Tom Becker", "birth_date": "1968-11-20", "anonymous": False},
        reason="Chest pain now",
        level="E",
        waiting_since=ago(1.3),
        alarms=[alarm],
        skipped=[{"act": "blood_pressure", "reason": "emergency"}],
    )


def morning() -> list[Json]:
    """Return the worklist of a busy morning, in the hub's order."""
    anonymous = {"display": "Anonymous", "birth_date": None, "anonymous": True}
    plan = {
        "text": "Rest the ankle for two days.",
        "disposition": "self-care",
        "warning_signs": ["You can't stand on it tomorrow"],
        "referral": "",
        **NO_ORDERS,
        "follow_up": "",
        "provider": "Dr. Amara Osei",
        "updated_at": ago(30),
        "signed_at": None,
    }
    return [
        chest(),
        rosa(),
        visit(
            "mai",
            "Mai Nguyen",
            "clinic",
            patient={"display": "Mai Nguyen", "birth_date": "1993-07-30", "anonymous": False},
            language="vi",
            reason="Rash on both arms since the weekend",
            waiting_since=ago(12.6),
            measurements=[oximetry("ox-mai", 13, 98, 71), *ward()],
        ),
        visit(
            "busy",
            "Oleksandr Hrytsenko",
            "hall",
            language="uk",
            reason="Follow-up on blood pressure medicine",
            state="in-call",
            provider="Dr. Liam Walsh",
            present=["family", "interpreter"],
        ),
        visit("walk", "Not told yet", "library", state="in-progress", started_at=ago(1.5), consent=None),
        visit(
            "call",
            "Hannah Price",
            "clinic",
            reason="Sore throat and fever",
            state="callback",
            callback={"phone": "+1 555 010 7788", "when": "evening"},
            duty=duty("callback", -35),
            started_at=ago(140),
            closed={"how": "finished", "at": ago(128)},
        ),
        visit(
            "stored",
            "Anonymous",
            "library",
            patient=anonymous,
            reason="Twisted ankle",
            state="stored",
            started_at=ago(215),
            closed={"how": "finished", "at": ago(200)},
            duty=duty("review", -1240, why="nobody"),
            plan=plan,
        ),
    ]
