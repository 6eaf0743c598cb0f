"""Documents of a resident's visit in long-term care; part of `documents.Document`.

A resident's visit is opened (`VisitOpened`), bound to the resident (`ResidentBound`), closed like any other.
No `Identified` is sent: the hub knows the resident's name. `by` is the opaque id of the staff member signed
in, `shift` that of the sign-in; the hub refuses what an aide may not do (assess).
"""

from typing import Final
from uuid import UUID

import msgspec

from contract.measurement import Measurement
from contract.visit_document import VisitDocument

IDENTIFIERS: Final = ("wristband", "name", "birth-date", "photo")
HOW_BOUND: Final = ("scan", "list")


class ResidentBound(VisitDocument, tag="resident-bound", frozen=True):
    """Whose visit this is, sealed before its first reading is. One visit is one resident's for ever.

    `how`: the wristband was scanned, or the resident was picked from the list. `identifiers`: at least two of
    `IDENTIFIERS`, read back by the staff member against the person; the room number is none. `photo_old`: the
    photo was older than a year, and that was said. `round`: as part of a round, or for something in between.
    """

    resident: UUID
    shift: UUID
    by: UUID
    how: str
    identifiers: tuple[str, ...]
    photo_old: bool = False
    round: bool = True


class ReadingRefiled(VisitDocument, tag="reading-refiled", frozen=True):
    """ "Wrong resident": a reading is filed anew, in this visit, which is the right resident's.

    `measurement`: the same reading under a new id; `former`: its id in `former_visit`, where it becomes
    "entered in error" and stays to be seen. Either may come first.
    """

    measurement: Measurement
    former: UUID
    former_visit: UUID
    by: UUID


class WrongResident(VisitDocument, tag="wrong-resident", frozen=True):
    """Staff say that this visit was begun for another resident than the one it is bound to.

    All of it is in doubt from then on, whether its readings are filed anew elsewhere or not: nobody may ever
    find them. `wrong` false takes it back: they were the bound resident's after all. The newest counts.
    """

    by: UUID
    wrong: bool = True


WRONG_RESIDENT: Final = "wrong-resident"
"""By whom an alarm "was seen" that was closed because its readings are another resident's."""


class ResidentMissed(VisitDocument, tag="resident-missed", frozen=True):
    """Nothing was measured of this resident in this round, and why: one of `MISSED`."""

    why: str
    by: UUID
    note: str = ""


MISSED: Final = ("asleep", "refused", "away", "not-found", "unwell", "no-time", "other")

CHANGES: Final = (
    "behaviour",
    "talking",
    "taking-part",
    "help-needed",
    "pain",
    "eating",
    "drinking",
    "bowels",
    "weight",
    "agitation",
    "tiredness",
    "skin",
    "mobility",
)
"""What is looked at, beside the resident's own usual. Our own words; each has words on the screen."""

TRENDS: Final = ("more", "less", "different")
SINCES: Final = ("today", "yesterday", "this-week", "longer", "unknown")


class ChangeSeen(msgspec.Struct, frozen=True):
    """Something that is not as usual. `what`: one of `CHANGES`, `trend` of `TRENDS`, `since` of `SINCES`."""

    what: str
    trend: str
    since: str = "unknown"
    note: str = ""


class ConditionChange(VisitDocument, tag="condition-change", frozen=True):
    """What a staff member sees that has changed; none: "as usual". A later one of a visit replaces it."""

    changes: tuple[ChangeSeen, ...]
    by: UUID


class Sbar(VisitDocument, tag="sbar", frozen=True):
    """A handover made from the data and put right by a person; a later one with the same `id` replaces it.

    `observation` is the aide's, by `observed_by`; `assessment` a nurse's alone, by `assessed_by`: the hub
    refuses one by anybody whose roles do not have "nurse". All of it is plain text.
    """

    id: UUID
    situation: str
    background: str
    request: str
    observation: str = ""
    observed_by: UUID | None = None
    assessment: str = ""
    assessed_by: UUID | None = None


TOLD: Final = ("resident", "physician", "representative")
TELLING_WHYS: Final = ("injury", "significant-change", "treatment-change", "transfer")
TELLING_WAYS: Final = ("in-person", "phone", "video", "message", "left-message", "not-reached")
TRIES: Final = ("left-message", "not-reached")  # nobody was told yet


class Notified(VisitDocument, tag="notified", frozen=True):
    """Who was told of what (42 CFR 483.10(g)(14)): each telling, also a try that reached nobody.

    `who`: one of `TOLD`; `person`: name of whom was spoken to; `when`: RFC 3339; `how`: of `TELLING_WAYS`;
    `why`: of `TELLING_WHYS`. `said`: what came of it ("will come at 4 pm"), in the person's words.
    """

    id: UUID
    who: str
    person: str
    when: str
    how: str
    why: str
    by: UUID
    said: str = ""


CAPACITY_BASES: Final = (
    "resident-decides",  # assumed to have capacity, nothing speaks against it
    "assessed-able",  # somebody assessed it
    "assessed-unable",  # … and found that the representative decides
    "on-record",  # the record says that the representative decides
)
PRESENT: Final = ("family", "representative", "other-staff", "other-person")  # beside who is signed in
INTERPRETERS: Final = ("in-person", "remote", "family")
AUTHORITIES: Final = ("health-care-proxy", "power-of-attorney", "guardian", "next-of-kin", "other")


class ResidentConsent(VisitDocument, tag="resident-consent", frozen=True):
    """Consent of a resident's visit. `who`: "resident" or "representative" (then `name` and `authority`).

    `basis`: of `CAPACITY_BASES`; the last two need a representative. `authority`: of `AUTHORITIES`.
    `what` as in ConsentGiven. `present`: who is in the room ("staff", and of `PRESENT`). `interpreter`: of
    `INTERPRETERS`, empty: none. `recording`: is anything recorded?
    """

    version: str
    language: str
    given: bool
    who: str
    basis: str
    by: UUID
    name: str = ""
    authority: str = ""
    interpreter: str = ""
    present: tuple[str, ...] = ()
    recording: bool = False
    what: str = "visit"


class CodeStatusShown(VisitDocument, tag="code-status-shown", frozen=True):
    """Beside this alarm the code status was shown, as the list had it (`residents.CODE_STATUSES`)."""

    alarm: UUID
    status: str


CareDocument = (
    ResidentBound
    | ReadingRefiled
    | WrongResident
    | ResidentMissed
    | ConditionChange
    | Sbar
    | Notified
    | ResidentConsent
    | CodeStatusShown
)
