"""How the station itself stands, as core last said: shown, and no event of a visit."""

from dataclasses import dataclass

from contract.agent import UpdateState
from contract.capture import Looks
from contract.control import SoundTested
from contract.queue_state import QueueState
from contract.readiness import Readiness
from contract.staff import CartIs
from contract.station import NetworkTested, OperatorSays, ReadinessIs, SpareAnswered
from contract.technician import IN, SparesAre, TechnicianIs

HandsOn = TechnicianIs | Looks | SparesAre | SpareAnswered
Told = HandsOn | CartIs | QueueState | SoundTested | NetworkTested | OperatorSays | ReadinessIs | UpdateState


@dataclass
class Standing:
    """None: not told (yet)."""

    queue: QueueState | None = None
    network: NetworkTested | None = None
    sound: SoundTested | None = None
    update: UpdateState | None = None
    readiness: Readiness | None = None
    operator: OperatorSays | None = None
    cart: CartIs | None = None
    technician: TechnicianIs | None = None
    looks: Looks | None = None
    spares: SparesAre | None = None
    spare: SpareAnswered | None = None

    @property
    def disabled(self) -> bool:
        """Does the hub's operator let no visit begin here?"""
        return self.operator is not None and self.operator.disabled != ""

    def take(self, told: Told) -> None:
        """Keep what core said."""
        match told:
            case CartIs():
                self.cart = told
            case QueueState():
                self.queue = told
            case SoundTested():
                self.sound = told
            case NetworkTested():
                self.network = told
            case OperatorSays():
                self.operator = told
            case ReadinessIs(readiness=readiness):
                self.readiness = readiness
            case UpdateState():
                self.update = told
            case _:
                self._of_hands_on(told)

    def _of_hands_on(self, told: HandsOn) -> None:
        match told:
            case TechnicianIs():
                self.technician = told
                if told.state != IN:
                    self.looks = None
            case Looks():
                self.looks = told
            case SparesAre():
                self.spares = told
            case SpareAnswered():
                self.spare = told
