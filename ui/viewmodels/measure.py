"""Measuring: the number, one word of quality with its colour and icon, and how long it still takes."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from contract.measurement import Act, Kind
from contract.quality import scheme
from kiosk.visit.model import MISSING, Screen, seconds_left
from kiosk.visit.repeats import differ
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels.base import view_model


@dataclass(frozen=True)
class MeasureProps:
    """What the oximeter, rest and cuff screens show. `accepted`: this is a reading now.

    `waving`: there is a finger in a device; an old wave without one would look alive. `own_button`: the
    person starts the cuff by its own button, and no STOP of ours can stop it. `why` it is measured once more;
    `stop`: how the cuff is stopped, said before it squeezes.
    """

    instruction: str = ""
    spo2: str = "–"
    pulse: str = "–"
    accepted: bool = False
    quality: str = ""
    tone: str = "muted"
    icon: str = "info"
    fraction: float = 0.0
    left: str = ""
    pressure: str = "–"
    reading: int = 1
    shortened: bool = False
    rest_over: bool = False
    last: str = ""
    waving: bool = False
    own_button: bool = False
    why: str = ""
    stop: str = ""


NO_DEVICE: Final = QT_TRANSLATE_NOOP("Measure", "No device")
SIGNS: Final = {  # phase: words, tone, icon
    "no-finger": (QT_TRANSLATE_NOOP("Measure", "No finger"), "caution", "circle-alert"),
    "searching": (QT_TRANSLATE_NOOP("Measure", "Looking for your pulse"), "primary", "hourglass"),
    "hold-still": (QT_TRANSLATE_NOOP("Measure", "Hold still"), "caution", "hand"),
    "use-device": (QT_TRANSLATE_NOOP("Measure", "Waiting for the device"), "primary", "hourglass"),
    "settling": (QT_TRANSLATE_NOOP("Measure", "Good signal"), "good", "circle-check"),
    "accepted": (QT_TRANSLATE_NOOP("Measure", "Done"), "good", "circle-check"),
    "starting": (QT_TRANSLATE_NOOP("Measure", "The cuff starts"), "primary", "hourglass"),
    "inflating": (QT_TRANSLATE_NOOP("Measure", "The cuff gets tight"), "primary", "activity"),
    "deflating": (QT_TRANSLATE_NOOP("Measure", "Measuring"), "good", "heart-pulse"),
    "done": (QT_TRANSLATE_NOOP("Measure", "Done"), "good", "circle-check"),
    "stopped": (QT_TRANSLATE_NOOP("Measure", "Stopped"), "caution", "octagon-x"),
}
_DO: Final = {
    "use-device": QT_TRANSLATE_NOOP("Measure", "Please measure with the clip now."),
    "no-finger": QT_TRANSLATE_NOOP("Measure", "Put your finger into the clip."),
    "searching": QT_TRANSLATE_NOOP("Measure", "Keep your hand still on the table."),
    "hold-still": QT_TRANSLATE_NOOP("Measure", "Please hold your hand still."),
    "settling": QT_TRANSLATE_NOOP("Measure", "Very good. Keep still."),
    "accepted": QT_TRANSLATE_NOOP("Measure", "You can take your finger out."),
}


def tr(text: str) -> str:
    """Return a text of these screens in their language."""
    return QCoreApplication.translate("Measure", text)


def derive(inputs: Inputs) -> MeasureProps:
    """Return what the present measuring screen shows."""
    running = inputs.state.running
    over_call = running is not None and running.in_call
    if inputs.screen is Screen.OXIMETER or (over_call and running and running.act is Act.OXIMETRY):
        return _oximetry(inputs)
    if inputs.screen in (Screen.CUFF_REST, Screen.CUFF_BETWEEN):
        return _rest(inputs)
    if inputs.screen is Screen.CUFF_MEASURE or over_call:
        return _pressure(inputs)
    return MeasureProps()


def _oximetry(inputs: Inputs) -> MeasureProps:
    state, live = inputs.state, inputs.live
    device = state.device("oximeter")
    if device is None or device.state in MISSING:
        return MeasureProps(
            instruction=tr(QT_TRANSLATE_NOOP("Measure", "The finger clip is not connected.")),
            quality=tr(NO_DEVICE),
            tone="danger",
            icon="triangle-alert",
        )
    progress = live.progress if live.progress and live.progress.act is Act.OXIMETRY else None
    phase = progress.phase if progress and progress.phase in _DO else "searching"
    accepted = state.running is None and bool(state.oximetry.readings)
    if accepted:
        phase = "accepted"
    text, tone, icon = SIGNS[phase]
    spo2, pulse = _values(inputs) if accepted else _shown(inputs, phase)
    seconds = round((1 - progress.fraction) * 8) if progress and phase == "settling" else 0
    return MeasureProps(
        instruction=tr(_DO[phase]),
        spo2=spo2,
        pulse=pulse,
        accepted=accepted,
        quality=tr(text),
        tone=tone,
        icon=icon,
        fraction=1.0 if accepted else progress.fraction if progress else 0.0,
        left=tr(QT_TRANSLATE_NOOP("Measure", "%1 s left")).replace("%1", str(seconds)) if seconds else "",
        waving=phase not in ("no-finger", "use-device"),
    )


def _values(inputs: Inputs) -> tuple[str, str]:
    """The accepted reading's own numbers, not the moving ones."""
    wanted = inputs.state.oximetry.readings[-1]
    for measurement in inputs.state.measurements:
        if measurement.id == wanted:
            spo2, pulse = measurement.get(Kind.SPO2), measurement.get(Kind.PULSE_RATE)
            return (f"{spo2.value:.0f}" if spo2 else "–", f"{pulse.value:.0f}" if pulse else "–")
    return "–", "–"


def _shown(inputs: Inputs, phase: str) -> tuple[str, str]:
    """Moving numbers only while the device says they are valid."""
    pleth = inputs.live.pleth
    if pleth is None or phase in ("no-finger", "searching"):
        return "–", "–"
    return (
        "–" if pleth.spo2 is None else str(pleth.spo2),
        "–" if pleth.pulse_rate is None else str(pleth.pulse_rate),
    )


def _rest(inputs: Inputs) -> MeasureProps:
    state = inputs.state
    between = state.screen is Screen.CUFF_BETWEEN
    timer = state.timer
    seconds = seconds_left(timer, inputs.now_ns) if timer else 0
    whole = max(1, (timer.until_ns - timer.since_ns) // 1_000_000_000) if timer else 1
    if between:
        instruction = tr(QT_TRANSLATE_NOOP("Measure", "Stay as you are. We measure again in a moment."))
    else:
        instruction = tr(QT_TRANSLATE_NOOP("Measure", "Rest quietly. Don't talk."))
    return MeasureProps(
        instruction=instruction,
        left=f"{seconds // 60}:{seconds % 60:02}",
        fraction=min(1.0, 1 - seconds / whole),
        shortened=inputs.profile.timing.shortened,
        rest_over=seconds == 0,
        reading=len(state.pressure.readings) + 1,
        last=_last(inputs),
        why=_why_more(inputs) if between else "",
        stop=how_to_stop(inputs),
    )


def how_to_stop(inputs: Inputs) -> str:
    """Say, before the cuff squeezes, how it is stopped."""
    cuff = inputs.state.device("cuff")
    if cuff is not None and cuff.by_hand:
        return tr(QT_TRANSLATE_NOOP("Measure", "To stop the cuff, press its own button again."))
    return tr(QT_TRANSLATE_NOOP("Measure", "To stop the cuff at any time, touch STOP or press any key."))


def _why_more(inputs: Inputs) -> str:
    """Say why the pressure is measured once more."""
    state = inputs.state
    usual = scheme(inputs.profile.pressure_scheme)
    readings = [m for m in state.measurements if m.id in state.pressure.readings]
    if not readings:
        return ""
    if len(readings) >= usual.readings and differ(readings[0], readings[1], usual):
        return tr(QT_TRANSLATE_NOOP("Measure", "Two readings were far apart. One more makes it sure."))
    if len(readings) >= usual.readings:
        return tr(QT_TRANSLATE_NOOP("Measure", "Your pulse was not even. One more makes it sure."))
    if state.pressure.repeat:
        return tr(QT_TRANSLATE_NOOP("Measure", "This reading is unusual. We measure again, to be sure."))
    text = tr(QT_TRANSLATE_NOOP("Measure", "One reading can be off. We take %1 and work out the average."))
    return text.replace("%1", str(usual.readings))


def _pressure(inputs: Inputs) -> MeasureProps:
    progress = inputs.live.progress
    if progress is None or progress.act is not Act.BLOOD_PRESSURE:
        progress = None
    phase = progress.phase if progress else "starting"
    text, tone, icon = SIGNS.get(phase, SIGNS["starting"])
    pressure = progress.cuff_pressure if progress else None
    keep_still = QT_TRANSLATE_NOOP("Measure", "Keep still. Don't talk. It gets tight for a moment.")
    press = QT_TRANSLATE_NOOP("Measure", "Press the start button on the cuff. Then keep still.")
    cuff = inputs.state.device("cuff")
    return MeasureProps(
        own_button=cuff is not None and cuff.by_hand,
        instruction=tr(press if phase == "use-device" else keep_still),
        quality=tr(text),
        tone=tone,
        icon=icon,
        fraction=progress.fraction if progress else 0.0,
        pressure="–" if pressure is None else str(pressure),
        reading=len(inputs.state.pressure.readings) + 1,
        last=_last(inputs),
    )


def _last(inputs: Inputs) -> str:
    """The reading before, so that one sees it go on."""
    readings = inputs.state.pressure.readings
    found = next((m for m in inputs.state.measurements if readings and m.id == readings[-1]), None)
    if found is None:
        return ""
    systolic, diastolic = found.get(Kind.SYSTOLIC), found.get(Kind.DIASTOLIC)
    if systolic is None or diastolic is None:
        return ""
    return f"{systolic.value:.0f}/{diastolic.value:.0f} mmHg"


MeasureView = view_model(MeasureProps)
