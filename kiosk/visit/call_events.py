"""What a person touches about a call: asks, declines, finds nobody, talks, lets others in, hangs up."""

from uuid import UUID

from kiosk.visit.event import VisitEvent


class CallWanted(VisitEvent, tag="call-wanted", frozen=True):
    """Talk to a provider; `camera`: the patient agrees to be seen (else sound and text only)."""

    camera: bool


class CallDeclined(VisitEvent, tag="call-declined", frozen=True):
    """Not now: leave the case to be looked at later."""


class NobodyChosen(VisitEvent, tag="nobody-chosen", frozen=True):
    """What to do when nobody answers: one of `contract.documents.CHOICES`."""

    choice: str


class PhoneGiven(VisitEvent, tag="phone-given", frozen=True):
    """Where to call back."""

    phone: str


class CallTimeChosen(VisitEvent, tag="call-time-chosen", frozen=True):
    """When it suits to be called back: one of `contract.documents.CALL_TIMES`."""

    when: str


class NumberWanted(VisitEvent, tag="number-wanted", frozen=True):
    """Leaving after a red flag that nobody saw: leave a number first."""


class ControlsSet(VisitEvent, tag="controls-set", frozen=True):
    """Microphone and camera on; volume 0..1."""

    microphone: bool
    camera: bool
    volume: float


class ChatWritten(VisitEvent, tag="chat-written", frozen=True):
    """A line of text for the provider. `line`: of real-time text, which this is the end of."""

    text: str
    line: UUID | None = None


class TextKept(VisitEvent, tag="text-kept", frozen=True):
    """Yes or no to keeping what was written in the call with the visit."""

    keep: bool


class HungUp(VisitEvent, tag="hung-up", frozen=True):
    """The patient ends the call, or stops waiting."""


class MeasureAgreed(VisitEvent, tag="measure-agreed", frozen=True):
    """Yes or no to what the provider asked for (`State.asked`): a measurement, picture, clip or sound."""

    yes: bool


class GuestAnswered(VisitEvent, tag="guest-answered", frozen=True):
    """Yes or no to somebody who asks to come into the call (`Call.asking`)."""

    person: UUID
    yes: bool


class GuestPicturesAnswered(VisitEvent, tag="guest-pictures-answered", frozen=True):
    """May somebody who was let in see the visit's pictures and hear its sounds (`Call.showing`)?"""

    person: UUID
    yes: bool


class GuestSentAway(VisitEvent, tag="guest-sent-away", frozen=True):
    """Somebody in the call (`Call.people`) shall leave it."""

    person: UUID


CallEvent = (
    CallWanted
    | CallDeclined
    | NobodyChosen
    | PhoneGiven
    | CallTimeChosen
    | NumberWanted
    | ControlsSet
    | ChatWritten
    | TextKept
    | HungUp
    | MeasureAgreed
    | GuestAnswered
    | GuestPicturesAnswered
    | GuestSentAway
)
