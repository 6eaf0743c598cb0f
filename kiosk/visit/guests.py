"""Others in the call: who is there, who asks to come in, and the patient's word on both."""

from contract import talk
from kiosk.visit.call_events import GuestAnswered, GuestPicturesAnswered, GuestSentAway
from kiosk.visit.effects import SealLive
from kiosk.visit.turn import Turn


def told(turn: Turn, people: talk.People) -> None:
    """Take the hub's word on who is there; the newest counts."""
    gone = {one.person for one in turn.state.call.people} - {one.person for one in people.present}
    gone |= {one.person for one in people.asking}  # out, and asks anew
    showing = tuple(one for one in turn.state.call.showing if one.person not in gone)
    turn.set_call(people=people.present, asking=people.asking, showing=showing)


def answered(turn: Turn, event: GuestAnswered) -> None:
    """Yes or no to somebody who asks to come in; a touch that came too late is about nobody."""
    call = turn.state.call
    guest = next((guest for guest in call.asking if guest.person == event.person), None)
    if guest is None:
        return
    asked_next = (guest,) if event.yes and guest.role in talk.PICTURE_ROLES else ()
    turn.set_call(
        asking=tuple(each for each in call.asking if each.person != event.person),
        showing=(*call.showing, *asked_next),
    )
    turn.effects.append(
        SealLive(
            talk.JoinAnswered(
                id=turn.new_id(), visit=turn.visit, at=turn.at.wall, person=event.person, yes=event.yes
            )
        )
    )


def pictures_answered(turn: Turn, event: GuestPicturesAnswered) -> None:
    """Yes or no to showing somebody who was let in the visit's pictures and sounds."""
    showing = turn.state.call.showing
    if all(guest.person != event.person for guest in showing):
        return
    turn.set_call(showing=tuple(guest for guest in showing if guest.person != event.person))
    turn.effects.append(
        SealLive(
            talk.PicturesAnswered(
                id=turn.new_id(), visit=turn.visit, at=turn.at.wall, person=event.person, yes=event.yes
            )
        )
    )


def sent_away(turn: Turn, event: GuestSentAway) -> None:
    """Have somebody leave; the provider's own call ends by hanging up."""
    guests = turn.state.call.people
    if not any(guest.person == event.person and guest.role in talk.GUEST_ROLES for guest in guests):
        return
    turn.set_call(
        people=tuple(guest for guest in guests if guest.person != event.person),
        showing=tuple(guest for guest in turn.state.call.showing if guest.person != event.person),
    )
    turn.effects.append(
        SealLive(talk.SendAway(id=turn.new_id(), visit=turn.visit, at=turn.at.wall, person=event.person))
    )
