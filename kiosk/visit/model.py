"""The words a visit is told in: its screens, the places one can go back to, countdowns, codes.

What is known of a visit is `kiosk.visit.state`, what that is made of `kiosk.visit.parts`. Times in fields
ending `_ns` are `Instant.monotonic_ns` of this boot; `seconds_left` turns a deadline into what a screen
counts down. Nothing here has words for a person: ids only, their words are the user interface's.
"""

from enum import StrEnum
from typing import Final

import msgspec

from contract.measurement import Act, Grade, Measurement
from contract.quality import schemes

CUFF_SIZES: Final = schemes().cuffs  # arm circumference in cm, both ends included
CUFF_HOLDS: Final = "cuff-holds"  # a fault id of the devices
MISSING: Final = ("absent", "fault")  # states of a device that can't measure
VISIT_ACTS: Final = (Act.OXIMETRY, Act.BLOOD_PRESSURE)  # what every visit measures, in this order
SKIP_REASONS: Final = (
    "do-not-want",
    "hurts",
    "cannot",  # for instance no finger or arm that can be used
    "cannot-stand",  # safely and alone, on a scale
    "no-cuff-fits",
    "arms-excluded",  # the cuff's questions leave neither arm
    "device-missing",
    "gave-up",  # after a failed attempt
    "unmeasurable",  # after the second failed attempt
    "not-measured-here",  # a provider asked for what the visit has no screen for
    "other",
)


class Screen(StrEnum):
    """One QML file each."""

    WELCOME = "welcome"
    STATION = "station"  # for who works here: what waits to be sent, and why; before a visit only
    TECHNICIAN = "technician"  # a technician signs in; State.item "code": the code by phone is typed
    COMMISSION = "commission"  # State.item: a check's subject, "report", or empty: the list of checks
    SPARE = "spare"  # State.item: the broken device, empty: which is it?
    SYMPTOMS = "symptoms"  # State.item: where (kiosk.visit.symptoms); before a visit only
    CONSENT = "consent"
    CONSENT_DECLINED = "consent_declined"
    WHO = "who"  # name or anonymous
    NAME = "name"
    BIRTH_DATE = "birth_date"  # an anonymous patient is asked for the age only (AgeGiven)
    CARD = "card"  # hold your card before the reader
    PHONE = "phone"
    CODE = "code"  # State.proof says how it stands with the code
    LOOKING = "looking"  # the hub is asked who it is; State.timer
    KNOWN = "known"  # is this you?
    GUARDIAN = "guardian"  # who is with this minor
    GUARDIAN_NAME = "guardian_name"
    CHANGE = "change"  # what is to be changed
    CARD_MADE = "card_made"  # a card for the next visit, as a QR code
    QUESTION = "question"  # State.item of the visit's questionnaire: a question, or a group asked together
    ABOUT = "about"  # State.item of what is asked about the patient in every visit
    EMERGENCY = "emergency"  # State.quiet: no red, no tone
    OXIMETER_PREPARE = "oximeter_prepare"
    OXIMETER = "oximeter"
    CUFF_QUESTION = "cuff_question"  # State.item of the cuff's questionnaire
    CUFF_ARM = "cuff_arm"
    CUFF_POSTURE = "cuff_posture"
    CUFF_REST = "cuff_rest"  # State.timer; Continued starts at once, without full rest
    CUFF_MEASURE = "cuff_measure"
    CUFF_BETWEEN = "cuff_between"  # State.timer
    DEVICE_PREPARE = "device_prepare"  # State.item is the act; every kind without screens of its own
    DEVICE_MEASURE = "device_measure"  # likewise
    SKIP_WHY = "skip_why"  # State.item is the act that is not wanted: why not?
    BY_HAND = "by_hand"  # State.entering: staff enter what no device gives
    MEASURE_PROBLEM = "measure_problem"  # State.problem
    RESULTS = "results"
    PHOTO = "photo"  # State.shooting: pictures or a film of the body, before or in the call
    SOUND = "sound"  # State.listening: a stethoscope's sound, from the results or in the call
    OFFER_CALL = "offer_call"
    WAITING = "waiting"
    CALL = "call"
    NOBODY = "nobody"
    CALLBACK = "callback"
    CALLBACK_WHEN = "callback_when"  # when it suits to be called
    KEEP_TEXT = "keep_text"  # the call is over: is what was written to be kept?
    PLAN_WAITING = "plan_waiting"  # the call is over, the provider is still writing
    STORED = "stored"
    PLAN = "plan"
    GOODBYE = "goodbye"  # State.closing
    RESUME = "resume"  # State.resume; shows nothing of the visit
    OUT_OF_ORDER = "out_of_order"  # State.fault
    TAKE_AWAY = "take_away"  # the link and the paper (State.health_link, State.printing)
    WHAT_WE_KEEP = "what_we_keep"  # what is kept of the visit, where, and whom to ask
    CLEANING = "cleaning"  # after the wipe, without a visit: State.cleaning
    SIGN_IN = (
        "sign_in"  # of staff: hold your badge before the reader (kiosk.rounds has these and what follows)
    )
    BADGE = "badge"  # its number is typed
    PIN = "pin"
    ROUND = "round"  # who is due; State.item: what is looked for
    FIND = "find"
    CHECK = "check"  # is it this resident? two identifiers
    BEDSIDE = "bedside"  # one resident: today's values beside the usual ones, and what can be done
    NOT_NOW = "not_now"  # why this resident is left out
    OBSERVE = "observe"  # what has changed
    OBSERVE_HOW = "observe_how"  # State.item: which of it
    OBSERVE_NOTE = "observe_note"  # in the staff member's own words
    SBAR = "sbar"
    ASSESS = "assess"  # the nurse's own words
    REQUEST = "request"  # what is asked of the provider
    NOTIFY = "notify"  # who was told of it
    TOLD = "told"  # State.item: who; how, and why
    TOLD_NAME = "told_name"
    TOLD_SAID = "told_said"  # what came of it
    AGREE = "agree"  # who agrees to call, case or picture
    AGREE_WITH = "agree_with"  # who else is in the room, and who interprets
    AGREE_AS = "agree_as"  # by what right a representative does
    AGREE_NAME = "agree_name"
    SIGNED_OUT = "signed_out"


ASKING: Final = frozenset({Screen.QUESTION, Screen.ABOUT})  # the emergency may begin at an answer there

CHANGING: Final = (
    frozenset(  # where something said before is said anew, perhaps with a call going on behind it
        {
            *ASKING,
            Screen.CHANGE,
            Screen.WHO,
            Screen.NAME,
            Screen.BIRTH_DATE,
            Screen.CARD,
            Screen.PHONE,
            Screen.CODE,
            Screen.LOOKING,
            Screen.KNOWN,
            Screen.GUARDIAN,
            Screen.GUARDIAN_NAME,
        }
    )
)


class Place(msgspec.Struct, frozen=True):
    """A screen one can go back to; `item` for the questionnaires."""

    screen: Screen
    item: str = ""


class Timer(msgspec.Struct, frozen=True):
    """A countdown on the screen."""

    since_ns: int
    until_ns: int


def seconds_left(timer: Timer, now_ns: int) -> int:
    """Whole seconds to show, rounded up, never under 0."""
    return max(0, -(-(timer.until_ns - now_ns) // 1_000_000_000))


def reliable(measurement: Measurement) -> bool:
    """May it be called a reading?"""
    return measurement.quality.grade is not Grade.NOT_RELIABLE
