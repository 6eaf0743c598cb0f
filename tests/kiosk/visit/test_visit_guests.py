"""Others in the call: asked about by name, let in by a yes, sent away; and nothing by a late touch."""

from uuid import UUID, uuid4

import pytest

from contract import station, talk
from kiosk.visit import call_events as c
from kiosk.visit.effects import SealLive
from kiosk.visit.rehearsal import Rehearsal

ADA = talk.Present(uuid4(), "Dr Ada", "provider")
MARIA = talk.Present(uuid4(), "Maria", "family")
RUIZ = talk.Present(uuid4(), "Dr Ruiz", "consultant")


@pytest.fixture
def calling(visit: Rehearsal) -> Rehearsal:
    """In a call with the provider alone."""
    visit.to_results()
    visit.do(c.CallWanted, camera=True)
    visit.core(station.CallState(state="connected"))
    return visit


def tell(visit: Rehearsal, present: tuple[talk.Present, ...], *asking: talk.Present) -> None:
    assert visit.state.visit is not None
    visit.hub(
        talk.People(id=uuid4(), visit=visit.state.visit, at=visit.at.wall, present=present, asking=asking)
    )


def said(visit: Rehearsal) -> list[tuple[str, UUID]]:
    """Return what was told to the hub about anybody."""
    found = []
    for effect in visit.effects:
        if isinstance(effect, SealLive):
            match effect.live:
                case talk.JoinAnswered(person=person, yes=yes):
                    found.append(("yes" if yes else "no", person))
                case talk.PicturesAnswered(person=person, yes=yes):
                    found.append(("pictures" if yes else "no pictures", person))
                case talk.SendAway(person=person):
                    found.append(("away", person))
    return found


def test_each_who_asks_is_answered_once(calling: Rehearsal) -> None:
    tell(calling, (ADA,), MARIA, RUIZ)
    assert [guest.name for guest in calling.state.call.asking] == ["Maria", "Dr Ruiz"]
    calling.do(c.GuestAnswered, person=MARIA.person, yes=True)
    calling.do(c.GuestAnswered, person=MARIA.person, yes=False)  # a second touch on what was there
    calling.do(c.GuestAnswered, person=RUIZ.person, yes=False)
    assert said(calling) == [("yes", MARIA.person), ("no", RUIZ.person)]
    assert calling.state.call.asking == ()
    assert calling.state.call.people == (ADA,)  # not before the hub says so
    tell(calling, (ADA, MARIA))
    assert [guest.name for guest in calling.state.call.people] == ["Dr Ada", "Maria"]


def test_a_consultant_who_is_let_in_is_asked_about_a_second_time_for_pictures(calling: Rehearsal) -> None:
    tell(calling, (ADA,), MARIA, RUIZ)
    calling.do(c.GuestAnswered, person=MARIA.person, yes=True)
    assert not calling.state.call.showing  # family does not see them
    calling.do(c.GuestPicturesAnswered, person=RUIZ.person, yes=True)  # not let in yet
    calling.do(c.GuestAnswered, person=RUIZ.person, yes=True)
    assert calling.state.call.showing == (RUIZ,)
    tell(calling, (ADA, MARIA))  # told before he was in
    tell(calling, (ADA, MARIA, RUIZ))
    calling.do(c.GuestPicturesAnswered, person=RUIZ.person, yes=False)
    calling.do(c.GuestPicturesAnswered, person=RUIZ.person, yes=True)  # a second touch
    assert said(calling)[-1] == ("no pictures", RUIZ.person) and not calling.state.call.showing


def test_who_left_is_not_asked_about_any_more(calling: Rehearsal) -> None:
    tell(calling, (ADA,), RUIZ)
    calling.do(c.GuestAnswered, person=RUIZ.person, yes=True)
    tell(calling, (ADA, RUIZ))
    tell(calling, (ADA,))
    assert calling.state.call.showing == ()
    tell(calling, (ADA,), RUIZ)
    calling.do(c.GuestAnswered, person=RUIZ.person, yes=False)
    assert calling.state.call.showing == ()


def test_a_touch_for_whom_has_gone_says_nothing_about_the_next(calling: Rehearsal) -> None:
    tell(calling, (ADA,), MARIA)
    tell(calling, (ADA,), RUIZ)
    calling.do(c.GuestAnswered, person=MARIA.person, yes=True)
    assert said(calling) == []
    assert calling.state.call.asking == (RUIZ,)


def test_a_guest_is_sent_away_but_not_the_provider(calling: Rehearsal) -> None:
    tell(calling, (ADA, MARIA))
    calling.do(c.GuestSentAway, person=ADA.person)
    calling.do(c.GuestSentAway, person=uuid4())
    assert said(calling) == []
    calling.do(c.GuestSentAway, person=MARIA.person)
    assert said(calling) == [("away", MARIA.person)]
    assert calling.state.call.people == (ADA,)


def test_the_end_of_the_call_ends_it_for_all(calling: Rehearsal) -> None:
    tell(calling, (ADA, MARIA), RUIZ)
    calling.do(c.HungUp)
    assert (calling.state.call.people, calling.state.call.asking) == ((), ())
