"""The tables. Machine times are Unix seconds; clinical times keep the text the station wrote.

Secrets (passwords, codes, session tokens) are stored as hashes only. Visits, measurements, alarms and
chat hold what the sealed documents said; `fhir_resource` holds the same as FHIR, written in the same
transaction.
"""

from hub.models.base import Base, Meta
from hub.models.facility import CareNote, Facility, Refiled, Resident, Shift, StaffMember
from hub.models.fhir import IndexEntry, Resource
from hub.models.forward import ForwardChange, ForwardItem, ForwardTarget, ForwardVisit
from hub.models.intake import Backup, Blob, ChainGap, Quarantine, StoredEnvelope
from hub.models.knowing import KnownKey, PhoneCode
from hub.models.people import Account, Audit, Failure, Login, Reach, SignInCode, Token
from hub.models.service import Duty, Page, Usage
from hub.models.stations import (
    ClockAnchor,
    EnrolCode,
    Station,
    StationAlarm,
    StationBoot,
    StationKey,
    StationOrder,
)
from hub.models.takeaway import HealthLink
from hub.models.visits import Alarm, Ask, Call, Chat, Guest, LiveMessage, Plan, Reading, Skipped, Visit

__all__ = [
    "Account",
    "Alarm",
    "Ask",
    "Audit",
    "Backup",
    "Base",
    "Blob",
    "Call",
    "CareNote",
    "ChainGap",
    "Chat",
    "ClockAnchor",
    "Duty",
    "EnrolCode",
    "Facility",
    "Failure",
    "ForwardChange",
    "ForwardItem",
    "ForwardTarget",
    "ForwardVisit",
    "Guest",
    "HealthLink",
    "IndexEntry",
    "KnownKey",
    "LiveMessage",
    "Login",
    "Meta",
    "Page",
    "PhoneCode",
    "Plan",
    "Quarantine",
    "Reach",
    "Reading",
    "Refiled",
    "Resident",
    "Resource",
    "Shift",
    "SignInCode",
    "Skipped",
    "StaffMember",
    "Station",
    "StationAlarm",
    "StationBoot",
    "StationKey",
    "StationOrder",
    "StoredEnvelope",
    "Token",
    "Usage",
    "Visit",
]
