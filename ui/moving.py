"""What moves too fast for the visit: the newest of each kind."""

from dataclasses import replace

from contract import capture, station
from ui.inputs import Live
from ui.taken import data_url

Moving = (
    station.Pleth
    | station.Progress
    | capture.Guidance
    | capture.CameraControls
    | capture.Played
    | capture.SoundShown
)


def moved(live: Live, message: Moving, fds: list[int]) -> Live:
    """Return what moves with a message of core's in it."""
    match message:
        case station.Pleth():
            return replace(live, pleth=message)
        case station.Progress():
            return replace(live, progress=message)
        case capture.Guidance():
            return replace(live, guidance=message)
        case capture.CameraControls():
            return replace(live, camera=message)
        case capture.Played():
            return replace(live, played=message)
        case capture.SoundShown():
            return replace(live, graph=(message.id, data_url(message, fds)))
