"""What is written and captioned in a call, and whether it is kept: the patient says so at its end.

Without a yes nothing written outlives the visit: it is forgotten here and erased at the hub.
"""

import msgspec

from contract import documents, talk
from contract.documents import Said
from contract.talk import ChatLine
from kiosk.visit.call_events import ChatWritten
from kiosk.visit.effects import SealLive
from kiosk.visit.model import Screen
from kiosk.visit.state import State
from kiosk.visit.turn import Turn


def written(turn: Turn, event: ChatWritten) -> None:
    """A line for the provider, kept in order."""
    text = event.text.strip()[: turn.context.limits.chat_chars]
    if not text or not turn.state.call.wanted:
        return
    line = ChatLine(
        id=turn.new_id(), visit=turn.visit, at=turn.at.wall, sender="patient", text=text, line=event.line
    )
    turn.set_call(chat=(*turn.state.call.chat, line))
    turn.effects.append(SealLive(line))


def came(turn: Turn, line: ChatLine) -> None:
    """A line of the provider's, or an earlier one put right."""
    chat = turn.state.call.chat
    if line.corrects is None:
        turn.set_call(chat=(*chat, line))
        return
    right = (msgspec.structs.replace(c, text=line.text) if c.id == line.corrects else c for c in chat)
    turn.set_call(chat=tuple(right))


def ask(turn: Turn) -> bool:
    """Ask whether what was written is to be kept; False when there is nothing to ask."""
    if turn.state.keep_text is not None or not turn.state.call.chat:
        return False
    turn.show(Screen.KEEP_TEXT)
    return True


def decide(turn: Turn, keep: bool) -> None:
    """Keep it with the visit, or forget it here and have it erased at the hub."""
    if keep:
        turn.set(keep_text=True)
        seal(turn)
        return
    turn.set_call(chat=())  # a later call begins with nothing, and asks anew
    turn.effects.append(SealLive(talk.TextDropped(id=turn.new_id(), visit=turn.visit, at=turn.at.wall)))


def seal(turn: Turn) -> None:
    """Put the transcript into the queue, if it is to be kept and says more than the one before."""
    lines = said(turn.state)
    if turn.state.keep_text and lines and lines != turn.state.text_sealed:
        turn.set(text_sealed=lines)
        turn.seal(documents.Transcript(visit=turn.visit, at=turn.at, lines=lines))


def said(state: State) -> tuple[Said, ...]:
    """Return what was written and captioned, as a transcript has it."""
    return tuple(Said(line.at, line.sender, line.kind, line.text) for line in state.call.chat)
