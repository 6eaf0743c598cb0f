"""Every kind of measurement a visit can guide through: its device, its screens, and when it is wanted.

**Adding a kind is a row here**, its words and picture in `ui/viewmodels/kinds.py`, and a gate for its act in
`contract/quality.json`. A device that the person uses and that gives one value needs no screen of its own:
`DEVICE_PREPARE` and `DEVICE_MEASURE` show every such kind (`guided.py`).
"""

from typing import Final, NamedTuple

from contract.measurement import Act
from kiosk.clinical import questionnaire as forms
from kiosk.visit.model import MISSING, Place, Screen
from kiosk.visit.state import State
from kiosk.visit.turn import Turn


class Kind(NamedTuple):
    """`role`: of its device (contract.profile.DeviceConfig). `runs`: the screen while it measures.

    `wanted` when the questions do not say what is to be measured: "always", "present" (whenever its device
    is there and well) or "asked" (only when a provider or the patient asks for it). `site`: where on the
    body, if always the same.
    """

    act: Act
    role: str
    prepares: Screen
    runs: Screen
    wanted: str
    site: str | None = None
    position: str | None = "sitting"

    @property
    def guided(self) -> bool:
        """Is it one prepare screen and one that measures?"""
        return self.act is not Act.BLOOD_PRESSURE

    def place(self, screen: Screen) -> Place:
        """Return one of its screens."""
        return Place(screen, str(self.act) if screen in SHARED else "")


SHARED: Final = (Screen.DEVICE_PREPARE, Screen.DEVICE_MEASURE)  # State.item says which kind

_KINDS: Final = (
    Kind(Act.OXIMETRY, "oximeter", Screen.OXIMETER_PREPARE, Screen.OXIMETER, "always", "finger"),
    Kind(Act.TEMPERATURE, "thermometer", *SHARED, "present"),
    Kind(Act.BLOOD_PRESSURE, "cuff", Screen.CUFF_QUESTION, Screen.CUFF_MEASURE, "always"),
    Kind(Act.WEIGHT, "scale", *SHARED, "asked", position="standing"),
    Kind(Act.GLUCOSE, "glucose-meter", *SHARED, "asked", "finger"),
    Kind(Act.HEART_RATE, "heart-monitor", *SHARED, "asked"),
)
KINDS: Final[dict[Act, Kind]] = {kind.act: kind for kind in _KINDS}
"""In the order in which they are measured."""


def want(turn: Turn) -> None:
    """Note what this visit measures; what was wanted once stays so, though its device goes.

    In a round the schedule alone says it.
    """
    if turn.state.care is not None:
        return
    found = tuple(act for act, kind in KINDS.items() if act in turn.state.wanted or _wanted(turn, kind))
    turn.set(wanted=found)


def also(turn: Turn, act: Act) -> None:
    """Somebody wants this one too."""
    chosen = {*turn.state.wanted, act}
    turn.set(wanted=tuple(each for each in KINDS if each in chosen))


def by_reason(turn: Turn) -> None:
    """The questions are over: what the reason asks for is measured, and what was begun before."""
    if turn.context.questionnaire.any_wants:
        records = {act: turn.state.record(act) for act in turn.state.wanted}
        turn.set(wanted=tuple(act for act, record in records.items() if record.attempts or record.done))
        want(turn)


def _wanted(turn: Turn, kind: Kind) -> bool:
    """Is it wanted? A device that this station has never had is asked of nobody."""
    if not turn.context.questionnaire.any_wants:
        return kind.wanted == "present" and well(turn.state, kind.role)
    has = kind.wanted == "always" or turn.state.device(kind.role) is not None
    return has and kind.act in asked_for(turn)


def asked_for(turn: Turn) -> frozenset[str]:
    """Return the acts that the patient's reason and answers ask for."""
    asked = forms.wants(turn.context.questionnaire, turn.state.answers)
    return frozenset(want.what for want in asked if want.kind == "measure")


def well(state: State, role: str) -> bool:
    """Is there a device in this role that can measure?"""
    device = state.device(role)
    return device is not None and device.state not in MISSING


def extra(state: State) -> tuple[Act, ...]:
    """Return what could be measured besides: its device is there and well, and nobody has asked for it."""
    return tuple(act for act, kind in KINDS.items() if act not in state.wanted and well(state, kind.role))


def of_screen(state: State) -> Act | None:
    """Return the kind that the present screen is for; None: it is for none."""
    if state.screen is Screen.MEASURE_PROBLEM:
        return state.problem.act if state.problem else None
    if state.screen in (*SHARED, Screen.SKIP_WHY):
        return Act(state.item) if state.item in tuple(Act) else None
    if state.screen in (Screen.OXIMETER_PREPARE, Screen.OXIMETER):
        return Act.OXIMETRY
    return Act.BLOOD_PRESSURE if state.screen in CUFF_SCREENS else None


CUFF_SCREENS: Final = (
    Screen.CUFF_QUESTION,
    Screen.CUFF_ARM,
    Screen.CUFF_POSTURE,
    Screen.CUFF_REST,
    Screen.CUFF_MEASURE,
    Screen.CUFF_BETWEEN,
)
