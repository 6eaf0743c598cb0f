"""Core and the technician's tool: messages over core's tool socket (contract.link). No patient's data.

One tool at a time; a second takes the first one's place.
"""

from contract.message import Message
from contract.readiness import Readiness


class AskReadiness(Message, tag="ask-readiness", frozen=True):
    """How is the station? `test`: after a test of camera, sound and network, once no visit is on."""

    test: bool = False


FromTool = AskReadiness


class ReadinessIs(Message, tag="readiness-is", frozen=True):
    """The answer; with `readiness.testing` another follows. `visit`: one is on, tests wait for its end."""

    readiness: Readiness
    visit: bool = False


ToTool = ReadinessIs
