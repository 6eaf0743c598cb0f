"""What moves too fast for the visit: the newest of each kind."""

from dataclasses import replace

from contract import capture, instruments
from ui.inputs import Live
from ui.taken import data_url

Moving = (
    instruments.Pleth
    | instruments.Progress
    | capture.Guidance
    | capture.CameraControls
    | capture.Played
    | capture.SoundShown
)


def moved(live: Live, message: Moving, fds: list[int]) -> Live:
    """Return what moves with a message of core's in it."""
    match message:
        case instruments.Pleth():
            return replace(live, pleth=message)
        case instruments.Progress():
            return replace(live, progress=message)
        case capture.Guidance():
            return replace(live, guidance=message)
        case capture.CameraControls():
            return replace(live, camera=message)
        case capture.Played():
            return replace(live, played=message)
        case capture.SoundShown():
            return replace(live, graph=(message.id, data_url(message, fds)))
