"""A device that the person uses: what to do now, the number, one word of how well it goes."""

from dataclasses import dataclass
from typing import Final

from contract.measurement import ACT_KINDS, Act, Measurement, Value
from kiosk.visit.kinds import KINDS
from kiosk.visit.model import MISSING, Screen
from ui import words
from ui.inputs import Inputs
from ui.viewmodels import kinds
from ui.viewmodels.base import view_model
from ui.viewmodels.measure import NO_DEVICE, SIGNS, tr
from ui.viewmodels.results import also, number


@dataclass(frozen=True)
class DeviceProps:
    """`value`: pale until `accepted`, empty while there is none. `also`: the same in another unit."""

    heading: str = ""
    value: str = ""
    unit: str = ""
    also: str = ""
    accepted: bool = False
    quality: str = ""
    tone: str = "muted"
    icon: str = "info"
    fraction: float = 0.0
    picture: str = ""
    picture_words: str = ""


WAITING: Final = "use-device"


def derive(inputs: Inputs) -> DeviceProps:
    """Return what the screen shows."""
    act = kinds.shown(inputs)
    if inputs.screen is not Screen.DEVICE_MEASURE or act is None:
        return DeviceProps()
    told = kinds.of(inputs, act)
    device = inputs.state.device(KINDS[act].role)
    accepted = _accepted(inputs, act)
    if accepted is None and (device is None or device.state in MISSING):
        away = words.fault("not-connected" if device is None else device.fault or "not-connected")
        return DeviceProps(heading=away, quality=tr(NO_DEVICE), tone="danger", icon="triangle-alert")
    progress = inputs.live.progress if inputs.live.progress and inputs.live.progress.act is act else None
    phase = "accepted" if accepted else progress.phase if progress else WAITING
    doing = kinds.tr(told.doing.get(phase, told.doing[WAITING]))
    sign, tone, icon = SIGNS.get(phase, SIGNS[WAITING])
    values = accepted.values if accepted else progress.shown if progress else ()
    main = next((v for v in values if v.kind is ACT_KINDS[act][0]), None)
    return DeviceProps(
        heading=doing,
        value=_said(main, accepted),
        unit=words.unit(main.unit, main.kind) if main else "",
        also=also((main,)) if main and accepted else "",
        accepted=accepted is not None,
        quality=kinds.tr(told.signs[phase]) if phase in told.signs else tr(sign),
        tone=tone,
        icon=icon,
        fraction=1.0 if accepted else progress.fraction if progress else 0.0,
        picture=told.picture.name,
        picture_words=kinds.tr(told.picture.words),
    )


def _accepted(inputs: Inputs, act: Act) -> Measurement | None:
    """The reading this screen came to, once nothing runs any more."""
    state = inputs.state
    readings = state.record(act).readings
    if state.running is not None or not readings:
        return None
    return next((m for m in state.measurements if m.id == readings[-1]), None)


def _said(main: Value | None, accepted: Measurement | None) -> str:
    if main is not None:
        return number(main)
    return words.off_scale(accepted.off_scale) if accepted else ""


DeviceView = view_model(DeviceProps)
