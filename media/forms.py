"""How cameras, microphones and speakers are named in a profile, and which of them are there now."""

from pathlib import Path
from typing import Final, Literal, NamedTuple

CAMERA_HELP: Final = """\
camera:      auto               the first camera of this machine; none: no video from here
             v4l2:/dev/video0   this camera
             file:PATH          a video file, over and over
             synthetic          a moving test picture with the time drawn into it"""
MICROPHONE_HELP: Final = """\
microphone:  auto               the default microphone; none: silence
             device:NAME        the first one whose name contains NAME
             file:PATH          a sound file, over and over (its first two minutes)
             tone               a soft 440 Hz
             silence            nothing"""
SPEAKER_HELP: Final = """\
speaker:     auto               the default loudspeaker; none: no sound
             device:NAME        the first one whose name contains NAME
             none               no sound"""


class Form(NamedTuple):
    """A parsed form: `kind` is the word before the colon, `value` what follows it."""

    kind: str
    value: str = ""


_KINDS: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    # what: (words that stand alone, words that take a value)
    "camera": (frozenset({"auto", "synthetic"}), frozenset({"v4l2", "file"})),
    "microphone": (frozenset({"auto", "tone", "silence"}), frozenset({"device", "file"})),
    "speaker": (frozenset({"auto", "none"}), frozenset({"device"})),
}


def parse(what: Literal["camera", "microphone", "speaker"], text: str) -> Form:
    """Parse a form; ValueError in plain words when it is none."""
    alone, valued = _KINDS[what]
    kind, colon, value = text.partition(":")
    if (kind in alone and not colon) or (kind in valued and value):
        return Form(kind, value)
    raise ValueError(f"{text!r} names no {what} (see `python -m media --help`)")


class CameraInfo(NamedTuple):
    """A camera of this machine."""

    device: str  # /dev/video0
    name: str


def cameras(classes: Path = Path("/sys/class/video4linux")) -> list[CameraInfo]:
    """List V4L2 cameras, without opening them. A camera's second node (metadata) has an index above 0."""
    found = []
    for node in sorted(classes.glob("video*"), key=lambda path: int(path.name[5:] or 0)):
        try:
            index = (node / "index").read_text().strip()
            name = (node / "name").read_text().strip()
        except OSError:
            continue  # unplugged while we looked
        if index == "0":
            found.append(CameraInfo(f"/dev/{node.name}", name))
    return found


class SoundDevice(NamedTuple):
    """A microphone or loudspeaker; `number` is PortAudio's."""

    number: int
    name: str
    default: bool


def sound_devices(direction: Literal["input", "output"]) -> list[SoundDevice]:
    """List microphones or loudspeakers; none where there is no sound system at all."""
    try:
        import sounddevice
    except OSError:
        return []  # PortAudio itself is not installed
    default = sounddevice.default.device[0 if direction == "input" else 1]
    return [
        SoundDevice(int(device["index"]), str(device["name"]), device["index"] == default)
        for device in sounddevice.query_devices()
        if device[f"max_{direction}_channels"] > 0
    ]


def choose(devices: list[SoundDevice], form: Form) -> SoundDevice | None:
    """Choose the device a form means: by name, or the default, or the first."""
    if form.kind == "device":
        return next((device for device in devices if form.value.lower() in device.name.lower()), None)
    return next((device for device in devices if device.default), devices[0] if devices else None)
