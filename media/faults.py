"""What can go wrong here, as ids the session has words for."""

from enum import StrEnum


class Fault(StrEnum):
    """The `fault` of a MediaState; the empty one means that nothing is wrong."""

    NONE = ""
    CAMERA_MISSING = "camera-missing"  # the camera the profile names is not there
    CAMERA_FAILED = "camera-failed"  # it is there, but gives no pictures (any more)
    MICROPHONE_MISSING = "microphone-missing"
    MICROPHONE_FAILED = "microphone-failed"
    MICROPHONE_SILENT = "microphone-silent"  # it is open, but hears nothing at all: muted, or broken
    MICROPHONE_CLIPPING = "microphone-clipping"  # far too loud
    MICROPHONE_HUM = "microphone-hum"  # the mains are in its cable
    STETHOSCOPE_MISSING = "stethoscope-missing"
    STETHOSCOPE_FAILED = "stethoscope-failed"
    SPEAKER_MISSING = "speaker-missing"
    SPEAKER_FAILED = "speaker-failed"
    CALL_REFUSED = "call-refused"  # the other end's description makes no sense
    CALL_FAILED = "call-failed"  # no way was found between the two ends
    NO_RELAY = "no-relay"  # calls may go through the hub's relay only, and none can be reached
    CALL_LOST = "call-lost"  # it was connected, and nothing comes any more


class SourceError(Exception):
    """A camera, microphone or speaker cannot be used now.

    `state` is "absent" (nothing to open) or "failed"; `fault` is empty when absence is no fault ("auto").
    """

    def __init__(self, state: str, fault: Fault, detail: str) -> None:
        super().__init__(detail)
        self.state = state
        self.fault = fault
