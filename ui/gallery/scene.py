"""A scene: a visit played to a point, with what the session alone knows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from contract.agent import UpdateState
from contract.capture import Looks
from contract.control import SoundTested
from contract.profile import Help, Profile, TakeAwayConfig
from contract.queue_state import QueueState
from contract.readiness import Readiness
from contract.staff import CartIs
from contract.station import NetworkTested, OperatorSays, SpareAnswered
from contract.technician import SparesAre, TechnicianIs
from kiosk.clinical.library import default_questionnaire, default_rules
from kiosk.clinical.questionnaire import Answer
from kiosk.rounds.model import Duty
from kiosk.visit.context import Context
from kiosk.visit.judge import score
from kiosk.visit.rehearsal import Rehearsal, quick
from ui.inputs import Draft, Inputs, Live, Prefs, place_of
from ui.roster import Roster

PROFILE: Final = Profile(
    version=1,
    station=UUID(int=1),
    name="Riverside Pharmacy",
    address="12 River Street, Springfield",
    site_phone="555 0142",
    hub_url="https://localhost:1",
    languages=("en", "es", "ar"),
    help=Help(in_person_places=("City Clinic, 40 Main Street, until 8 pm", "Springfield General Hospital")),
    take_away=TakeAwayConfig(printer="desk", link_url="https://hub.springfield-care.example"),
)
PROVIDER: Final = "Dr. Grace Kim"


def context() -> Context:
    """Return the real questionnaires and rules with the demo's short times."""
    return quick(
        Context(
            PROFILE,
            default_questionnaire("visit"),
            default_questionnaire("cuff"),
            default_rules(),
            about=default_questionnaire("about"),
        )
    )


class Played(Rehearsal):
    """A rehearsal in a language."""

    def __init__(self, language: str, *, hub: bool = True, saves: bool = True) -> None:
        super().__init__(context(), hub=hub, saves=saves)
        self.language = language
        if language not in PROFILE.languages:
            self.offer((*PROFILE.languages, language))

    def offer(self, languages: tuple[str, ...]) -> None:
        """Have the station offer these languages."""
        profile = msgspec.structs.replace(self.context.profile, languages=languages)
        self.context = msgspec.structs.replace(self.context, profile=profile)

    def begin(self, language: str = "") -> None:
        """Touch the scene's language."""
        super().begin(language or self.language)

    def answer_all(self, given: dict[str, Answer] | None = None) -> int:
        """Answer as somebody for whom the adult ranges are made."""
        return super().answer_all(given)


@dataclass
class Scene:
    """`taps`: touched once the screen is there. `video`: pictures in both directions."""

    visit: Rehearsal
    draft: Draft = field(default_factory=Draft)
    live: Live = field(default_factory=Live)
    queue: QueueState | None = None
    network: NetworkTested | None = None
    sound: SoundTested | None = None
    update: UpdateState | None = None
    readiness: Readiness | None = None
    operator: OperatorSays | None = None  # what the hub's operator wants on the screen
    technician: TechnicianIs | None = None
    looks: Looks | None = None
    spares: SparesAre | None = None
    spare: SpareAnswered | None = None
    core_up: bool = True
    roster: Roster | None = None
    cart: CartIs | None = None
    video: bool = False
    taps: tuple[str, ...] = ()

    def inputs(self, prefs: Prefs) -> Inputs:
        """Return what the view models derive from."""
        draft = Draft(place_of(self.visit.state), self.draft.chosen, self.draft.fields, self.draft.refused)
        return Inputs(
            state=self.visit.state,
            profile=self.visit.context.profile,
            prefs=prefs,
            draft=draft,
            live=self.live,
            now_ns=self.visit.ns,
            now=datetime.fromisoformat(self.visit.at.wall).timestamp(),
            queue=self.queue,
            network=self.network,
            sound=self.sound,
            update=self.update,
            readiness=self.readiness,
            operator=self.operator,
            technician=self.technician,
            looks=self.looks,
            spares=self.spares,
            spare=self.spare,
            news2=score(self.visit.state, self.visit.at, self.visit.context),
            core_up=self.core_up,
            voice_there=True,
            duty=getattr(self.visit, "duty", Duty()),
            roster=self.roster,
            cart=self.cart,
            context=None if self.roster is None else self.visit.context,
        )


def table(*scenes: Callable[[str], Scene]) -> dict[str, Callable[[str], Scene]]:
    """Return scenes by their names."""
    return {scene.__name__: scene for scene in scenes}
