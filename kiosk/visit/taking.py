"""What the patient takes home: the visit as a link, the page on paper; and what is kept of it.

The link's secrets come from the session, with the event that asks for it: a replayed journal has the same.
"""

from datetime import datetime, timedelta

import msgspec

from contract.documents import TakeAway
from contract.health_link import PASSCODE_DIGITS, SECRET_BYTES, too_long
from contract.profile import Profile
from contract.talk import LinkReady
from kiosk.visit.effects import CancelPrint, PrintPage
from kiosk.visit.events import KeepingAsked, PaperTold, PaperWanted, TakeAwayWanted, WentBack
from kiosk.visit.model import Place, Screen
from kiosk.visit.parts import HealthLink, Printing
from kiosk.visit.turn import Turn

INTERRUPTED = "interrupted"


def has_link(profile: Profile) -> bool:
    """Can this station give a link that readers take?"""
    base = profile.take_away.link_url
    return bool(base) and not too_long(base)


def offered(profile: Profile) -> bool:
    """Is there anything to take home here?"""
    return has_link(profile) or bool(profile.take_away.printer)


def wanted(turn: Turn, event: TakeAwayWanted) -> None:
    """Show what can be taken home; the link is chosen and sealed the first time."""
    profile = turn.context.profile
    if not offered(profile):
        return
    if has_link(profile) and turn.state.health_link is None and _whole(event):
        _make_link(turn, event)
    turn.set(take_away_from=turn.here)
    turn.show(Screen.TAKE_AWAY)


def _whole(event: TakeAwayWanted) -> bool:
    return (
        len(event.link) == len(event.key) == SECRET_BYTES
        and len(event.passcode) == PASSCODE_DIGITS
        and event.passcode.isdecimal()
    )


def _make_link(turn: Turn, event: TakeAwayWanted) -> None:
    days = timedelta(days=turn.context.profile.take_away.link_days)
    until = (datetime.fromisoformat(turn.at.wall) + days).isoformat(timespec="seconds")
    document = turn.seal(
        TakeAway(
            visit=turn.visit,
            at=turn.at,
            link=event.link,
            key=event.key,
            passcode=event.passcode,
            expires_at=until,
        )
    )
    turn.set(health_link=HealthLink(event.link, event.key, event.passcode, until, document))


def ready(turn: Turn, _live: LinkReady) -> None:
    """The hub says that the link opens."""
    if turn.state.health_link is not None:
        turn.set(health_link=msgspec.structs.replace(turn.state.health_link, ready=True))


def back(turn: Turn, _event: WentBack) -> None:
    """To where it was asked for."""
    place = turn.state.take_away_from or Place(Screen.STORED)
    turn.show(place.screen, place.item)


def keeping_asked(turn: Turn, _event: KeepingAsked) -> None:
    """Show what is kept of the visit."""
    turn.set(keep_from=turn.here)
    turn.show(Screen.WHAT_WE_KEEP)


def keeping_read(turn: Turn, _event: object) -> None:
    """Back to where it was asked."""
    place = turn.state.keep_from or Place(Screen.STORED)
    turn.show(place.screen, place.item)


def paper_wanted(turn: Turn, event: PaperWanted) -> None:
    """Print; once at a time."""
    printing = turn.state.printing
    if not turn.context.profile.take_away.printer or (printing is not None and printing.under_way):
        return
    page = Printing(turn.new_id(), event.numbers and turn.state.health_link is not None, turn.now_ns)
    turn.set(printing=page)
    turn.effects.append(PrintPage(page.id, page.numbers))


def paper_told(turn: Turn, event: PaperTold) -> None:
    """The session says how it stands with the paper."""
    printing = turn.state.printing
    if printing is not None and printing.id == event.id and printing.under_way:
        turn.set(printing=msgspec.structs.replace(printing, state=event.state, why=event.why))


def cancel_paper(turn: Turn) -> None:
    """Nothing more is to come out of the printer: nobody is there to take it."""
    printing = turn.state.printing
    if printing is not None and printing.under_way:
        turn.set(printing=msgspec.structs.replace(printing, state="failed", why=INTERRUPTED))
        turn.effects.append(CancelPrint(printing.id))
