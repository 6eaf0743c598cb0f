"""Pictures, clips and sounds pass through core unread: a descriptor comes in and goes out, nothing is kept.

What is remembered is only what is aimed at, so that a media process that starts anew goes on with it.
"""

from collections.abc import Callable, Sequence

from contract import capture, control, station

ToSession = Callable[[station.ToSession, Sequence[int]], object]

CaptureFromMedia = (
    capture.Taken
    | capture.NotTaken
    | capture.Guidance
    | capture.CameraControls
    | capture.Played
    | capture.SoundShown
)
PassedOn = capture.StopTake | capture.SetCamera | capture.Play | capture.StopPlaying
MEDIA_RESTARTED = "media-restarted"


class Captures:
    """Between a session and media. Sends through the two functions it is given."""

    def __init__(self, to_session: ToSession, to_media: Callable[[control.ToMedia], None]) -> None:
        self._to_session = to_session
        self._to_media = to_media
        self._aim: capture.Aim | None = None
        self._taking: capture.Take | None = None

    # ---- the session

    def aim(self, message: capture.Aim) -> None:
        """The patient agreed: open what is needed, or turn to another view."""
        self._aim = message
        self._to_media(message)

    def over(self) -> None:
        """No picture and no sound is wanted any more: also when the visit or the session ends."""
        if self._aim is not None or self._taking is not None:
            self._aim = self._taking = None
            self._to_media(capture.AimOver())

    def take(self, message: capture.Take) -> None:
        """Take one."""
        self._taking = message
        self._to_media(message)

    def pass_on(self, message: PassedOn) -> None:
        """Hand on what needs no remembering."""
        self._to_media(message)

    # ---- media

    def came(self, message: CaptureFromMedia, fds: list[int]) -> None:
        """Hand on what media says, with its descriptor; what nobody waits for any more goes no further."""
        if isinstance(message, capture.Taken | capture.NotTaken):
            if self._taking is None or self._taking.id != message.id:
                return
            self._taking = None
        if self._aim is not None or isinstance(message, capture.Taken | capture.NotTaken):
            self._to_session(message, fds)

    def media_up(self) -> None:
        """A new media process: aim again."""
        if self._aim is not None:
            self._to_media(self._aim)

    def media_down(self) -> None:
        """What was being taken is lost; the session is told, and asks again or not."""
        taking, self._taking = self._taking, None
        if taking is not None:
            self._to_session(capture.NotTaken(id=taking.id, fault=MEDIA_RESTARTED), ())
