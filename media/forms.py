"""How cameras, microphones and speakers are named in a profile, and which of them are there now."""

from pathlib import Path
from typing import Final, Literal, NamedTuple

CAMERA_HELP: Final = """\
camera:      auto               the first camera of this machine; none: no video from here
             v4l2:/dev/video0   this camera
             file:PATH          a video file, over and over, or a picture (.jpg, .png …)
             synthetic          a moving test picture with the time drawn into it
exam camera: the same forms; empty: the camera above does both
dermoscope:  the same forms (the exam camera's own, for a lens put on it); empty: there is none"""
MICROPHONE_HELP: Final = """\
microphone:  auto               a headset's, or else the default microphone; none: silence
             device:NAME        the first one whose name contains NAME (a headset's while one is plugged in)
             file:PATH          a sound file, over and over (its first two minutes)
             tone               a soft 440 Hz
             silence            nothing"""
SPEAKER_HELP: Final = """\
speaker:     auto               a headset's, or else the default loudspeaker; none: no sound
             device:NAME        the first one whose name contains NAME (a headset's while one is plugged in)
             none               no sound"""

STETHOSCOPE_HELP: Final = """\
stethoscope: none               there is none
             device:NAME        the first sound device whose name contains NAME; never used for talking
             file:PATH          a sound file, over and over (its first two minutes)
             synthetic          a made-up heart and breath"""


class Form(NamedTuple):
    """A parsed form: `kind` is the word before the colon, `value` what follows it."""

    kind: str
    value: str = ""


_KINDS: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    # what: (words that stand alone, words that take a value)
    "camera": (frozenset({"auto", "synthetic"}), frozenset({"v4l2", "file"})),
    "microphone": (frozenset({"auto", "tone", "silence"}), frozenset({"device", "file"})),
    "speaker": (frozenset({"auto", "none"}), frozenset({"device"})),
    "stethoscope": (frozenset({"none", "synthetic"}), frozenset({"device", "file"})),
}


def parse(what: Literal["camera", "microphone", "speaker", "stethoscope"], text: str) -> Form:
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
    """A microphone or loudspeaker; `number` is PortAudio's. `headset`: it is worn on a head."""

    number: int
    name: str
    default: bool
    headset: bool = False


class Choice(NamedTuple):
    """Which device of several: what the profile names, `headset_first`, and never the one called `never`."""

    form: str
    headset_first: bool = True
    never: str = ""


def ranked(
    devices: list[SoundDevice], form: Form, *, headset_first: bool = True, never: str = ""
) -> list[SoundDevice]:
    """Return the devices a form means, best first: headsets, then those of the name, or the default and all.

    Several, because one that is listed cannot always be opened: a headset may have no microphone.
    """
    devices = [device for device in devices if not never or never.lower() not in device.name.lower()]
    if form.kind == "device":
        meant = [device for device in devices if form.value.lower() in device.name.lower()]
    else:
        meant = sorted(devices, key=lambda device: not device.default)
    headsets = [device for device in devices if device.headset] if headset_first else []
    return [*headsets, *(device for device in meant if device not in headsets)]
