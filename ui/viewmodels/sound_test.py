"""The sound test on the staff's screen: what was used, what is wrong with it, and what to do."""

from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from contract.control import SoundTested
from ui.mark import QT_TRANSLATE_NOOP

GOOD, CAUTION = "good", "caution"

FAULTS: Final = {  # what is so, and what to do
    "no-microphone": (
        QT_TRANSLATE_NOOP("SoundTest", "There is no microphone."),
        QT_TRANSLATE_NOOP("SoundTest", "Plug one in. Then test again."),
    ),
    "microphone-missing": (
        QT_TRANSLATE_NOOP("SoundTest", "The station's microphone is not plugged in."),
        QT_TRANSLATE_NOOP("SoundTest", "Plug it in. Or plug in a headset: that one goes first."),
    ),
    "microphone-failed": (
        QT_TRANSLATE_NOOP("SoundTest", "The microphone does not work."),
        QT_TRANSLATE_NOOP("SoundTest", "Unplug it and plug it in again, or take another one."),
    ),
    "microphone-silent": (
        QT_TRANSLATE_NOOP("SoundTest", "The microphone hears nothing at all."),
        QT_TRANSLATE_NOOP(
            "SoundTest", "Look for a mute switch on it. Check its cable. Else take another one."
        ),
    ),
    "microphone-clipping": (
        QT_TRANSLATE_NOOP("SoundTest", "The microphone is set too loud."),
        QT_TRANSLATE_NOOP("SoundTest", "Turn its level down, or move it away from the speaker."),
    ),
    "microphone-hum": (
        QT_TRANSLATE_NOOP("SoundTest", "The microphone hums, as from the power line."),
        QT_TRANSLATE_NOOP(
            "SoundTest", "Keep its cable away from power supplies. Try another socket or cable."
        ),
    ),
    "no-speaker": (
        QT_TRANSLATE_NOOP("SoundTest", "There is no speaker."),
        QT_TRANSLATE_NOOP("SoundTest", "Plug one in. Then test again."),
    ),
    "speaker-missing": (
        QT_TRANSLATE_NOOP("SoundTest", "The station's speaker is not plugged in."),
        QT_TRANSLATE_NOOP("SoundTest", "Plug it in. Or plug in a headset: that one goes first."),
    ),
    "speaker-failed": (
        QT_TRANSLATE_NOOP("SoundTest", "The speaker does not work."),
        QT_TRANSLATE_NOOP("SoundTest", "Unplug it and plug it in again, or take another one."),
    ),
}
PLUGGED_IN: Final = frozenset({"no-microphone", "microphone-missing", "no-speaker", "speaker-missing"})
STEPS: Final = {
    "listening": QT_TRANSLATE_NOOP("SoundTest", "Listening to the room. Please be quiet for a moment."),
    "playing": QT_TRANSLATE_NOOP("SoundTest", "Now you should hear three tones."),
}


def tr(text: str) -> str:
    """Return a text of the sound test in its language."""
    return QCoreApplication.translate("SoundTest", text)


def button(tested: SoundTested | None) -> str:
    """Return what the button says; empty while a test runs."""
    if tested is not None and tested.running:
        return ""
    again = QT_TRANSLATE_NOOP("SoundTest", "Test the sound again")
    first = QT_TRANSLATE_NOOP("SoundTest", "Test the sound")
    return tr(first if tested is None else again)


def lines(tested: SoundTested | None) -> Iterator[dict[str, Any]]:
    """Yield one line a matter."""
    if tested is None:
        return
    if tested.running and tested.step in STEPS:
        yield _line("sound-step", GOOD, "hourglass", tr(STEPS[tested.step]))
    if tested.microphone or tested.microphone_fault:
        good = QT_TRANSLATE_NOOP("SoundTest", "The microphone works: %1")
        yield _device("sound-microphone", "mic", good, tested.microphone, tested.microphone_fault)
    if tested.speaker or tested.speaker_fault:
        good = QT_TRANSLATE_NOOP("SoundTest", "The speaker is on: %1")
        yield _device("sound-speaker", "volume-2", good, tested.speaker, tested.speaker_fault)
    if not tested.running and not tested.speaker_fault and not tested.microphone_fault:
        yield _heard(tested)


def _heard(tested: SoundTested) -> dict[str, Any]:
    if tested.heard:
        text = tr(QT_TRANSLATE_NOOP("SoundTest", "The microphone heard the speaker, %1 ms later."))
        return _line("sound-heard", GOOD, "circle-check", text.replace("%1", f"{tested.delay_ms:.0f}"))
    text = tr(QT_TRANSLATE_NOOP("SoundTest", "The microphone did not hear the speaker."))
    do = QT_TRANSLATE_NOOP(
        "SoundTest", "With a headset that is right. Else: did you hear three tones? Turn the speaker up."
    )
    return _line("sound-heard", CAUTION, "circle-alert", text, tr(do))


def _device(name: str, icon: str, good: str, device: str, fault: str) -> dict[str, Any]:
    if not fault:
        return _line(name, GOOD, icon, tr(good).replace("%1", device))
    text, do = FAULTS.get(fault, FAULTS["microphone-failed"])
    picture = "headset-plug" if fault in PLUGGED_IN else ""
    return _line(name, CAUTION, "triangle-alert", tr(text), tr(do)) | {"picture": picture}


def _line(name: str, tone: str, icon: str, text: str, more: str = "") -> dict[str, Any]:
    return {"id": name, "tone": tone, "icon": icon, "text": text, "more": more}
