"""The tables. Machine times are Unix seconds; clinical times keep the text the station wrote.

Secrets (passwords, codes, session tokens) are stored as hashes only. Visits, measurements, alarms and
chat hold what the sealed documents said; `fhir_resource` holds the same as FHIR, written in the same
transaction.
"""

from hub.models.base import Base, Meta
from hub.models.fhir import IndexEntry, Resource
from hub.models.forward import ForwardChange, ForwardItem, ForwardTarget, ForwardVisit
from hub.models.intake import Backup, Blob, ChainGap, Quarantine, StoredEnvelope
from hub.models.people import Account, Audit, Failure, Login, SignInCode, Token
from hub.models.stations import ClockAnchor, EnrolCode, Station, StationAlarm, StationBoot, StationKey
from hub.models.visits import Alarm, Call, Chat, LiveMessage, Plan, Reading, Skipped, Visit

__all__ = [
    "Account",
    "Alarm",
    "Audit",
    "Backup",
    "Base",
    "Blob",
    "Call",
    "ChainGap",
    "Chat",
    "ClockAnchor",
    "EnrolCode",
    "Failure",
    "ForwardChange",
    "ForwardItem",
    "ForwardTarget",
    "ForwardVisit",
    "IndexEntry",
    "LiveMessage",
    "Login",
    "Meta",
    "Plan",
    "Quarantine",
    "Reading",
    "Resource",
    "SignInCode",
    "Skipped",
    "Station",
    "StationAlarm",
    "StationBoot",
    "StationKey",
    "StoredEnvelope",
    "Token",
    "Visit",
]
