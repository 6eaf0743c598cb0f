"""The link and the paper to take home, what is kept, and the wipe that waits for paper."""

from uuid import UUID

import msgspec
import pytest

from contract import documents, health_link, station, talk
from contract.profile import TakeAwayConfig
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.context import Context
from kiosk.visit.effects import CancelPrint, EndSession, PrintPage
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal, replay

LINK, KEY, CODE = b"l" * 32, b"k" * 32, "407192"
BOTH = TakeAwayConfig(printer="desk", link_url="https://hub.example.org", link_days=30)


def at(context: Context, take_away: TakeAwayConfig) -> Context:
    profile = msgspec.structs.replace(context.profile, take_away=take_away)
    return msgspec.structs.replace(context, profile=profile)


@pytest.fixture
def visit(context: Context) -> Rehearsal:
    return Rehearsal(at(context, BOTH))


def to_plan(visit: Rehearsal) -> None:
    visit.to_call()
    visit.do(c.HungUp)
    visit.plan()
    assert visit.shows(Screen.PLAN)


def take(visit: Rehearsal, link: bytes = LINK, key: bytes = KEY, passcode: str = CODE) -> None:
    visit.do(e.TakeAwayWanted, link=link, key=key, passcode=passcode)


def told(visit: Rehearsal, state: str, why: str = "") -> None:
    assert visit.state.printing is not None
    visit.do(e.PaperTold, id=visit.state.printing.id, state=state, why=why)


def cancelled(visit: Rehearsal) -> list[UUID]:
    return [effect.id for effect in visit.effects if isinstance(effect, CancelPrint)]


def test_the_link_is_chosen_once_and_sealed_with_the_visit(visit: Rehearsal) -> None:
    to_plan(visit)
    take(visit)
    assert visit.shows(Screen.TAKE_AWAY)
    [sealed] = visit.sealed(documents.TakeAway)
    assert (sealed.link, sealed.key, sealed.passcode) == (LINK, KEY, CODE)
    assert sealed.expires_at == visit.state.health_link.expires_at if visit.state.health_link else False
    visit.do(e.WentBack)
    assert visit.shows(Screen.PLAN)
    take(visit, b"o" * 32, b"o" * 32, "111222")
    assert len(visit.sealed(documents.TakeAway)) == 1
    assert visit.state.health_link is not None and visit.state.health_link.link == LINK
    assert replay(visit.events, visit.context).health_link == visit.state.health_link


def test_the_link_lasts_as_long_as_the_profile_says(visit: Rehearsal) -> None:
    to_plan(visit)
    take(visit)
    link = visit.state.health_link
    assert link is not None and link.expires_at[:10] == "2026-12-24"  # thirty days on


@pytest.mark.parametrize(
    "secrets",
    [(b"", KEY, CODE), (LINK, b"short", CODE), (LINK, KEY, "12345"), (LINK, KEY, "12345x")],
)
def test_what_is_no_secret_makes_no_link(visit: Rehearsal, secrets: tuple[bytes, bytes, str]) -> None:
    to_plan(visit)
    take(visit, *secrets)
    assert visit.state.health_link is None and not visit.sealed(documents.TakeAway)


def test_the_hub_says_when_it_opens(visit: Rehearsal) -> None:
    to_plan(visit)
    take(visit)
    assert visit.state.health_link is not None and not visit.state.health_link.ready
    visit.hub(talk.LinkReady(id=UUID(int=4), visit=VISIT, at=visit.at.wall))
    assert visit.state.health_link.ready


def test_without_link_and_printer_the_plan_ends_the_visit(context: Context) -> None:
    visit = Rehearsal(at(context, TakeAwayConfig()))
    to_plan(visit)
    take(visit)
    assert visit.shows(Screen.PLAN) and visit.state.health_link is None
    visit.do(e.Finished)
    assert visit.shows(Screen.GOODBYE)


def test_an_address_that_readers_need_not_take_makes_no_link(context: Context) -> None:
    long = TakeAwayConfig(printer="desk", link_url="https://" + "h" * 73)
    assert health_link.too_long(long.link_url) and not health_link.too_long("https://" + "h" * 72)
    visit = Rehearsal(at(context, long))
    to_plan(visit)
    take(visit)
    assert visit.shows(Screen.TAKE_AWAY) and visit.state.health_link is None


def test_a_plan_that_comes_meanwhile_is_shown(visit: Rehearsal) -> None:
    visit.to_call()
    visit.do(c.HungUp)
    take(visit)
    assert visit.shows(Screen.TAKE_AWAY)
    visit.plan()
    assert visit.shows(Screen.PLAN)
    take(visit)
    assert visit.shows(Screen.TAKE_AWAY) and len(visit.sealed(documents.TakeAway)) == 1


def test_paper_is_asked_for_once_at_a_time_and_again_after(visit: Rehearsal) -> None:
    to_plan(visit)
    take(visit)
    visit.do(e.PaperWanted, numbers=True)
    visit.do(e.PaperWanted)
    pages = [effect for effect in visit.effects if isinstance(effect, PrintPage)]
    assert [page.numbers for page in pages] == [True]
    told(visit, "waiting", "paper-out")
    assert visit.state.printing is not None and visit.state.printing.why == "paper-out"
    told(visit, "printed")
    visit.do(e.PaperWanted)
    assert len([effect for effect in visit.effects if isinstance(effect, PrintPage)]) == 2


def test_the_goodbye_waits_for_the_paper_and_says_so(visit: Rehearsal) -> None:
    to_plan(visit)
    take(visit)
    visit.do(e.PaperWanted)
    told(visit, "printing")
    visit.do(e.Finished)
    visit.wait(20)
    assert visit.shows(Screen.GOODBYE) and visit.ended is None
    visit.do(e.Finished)  # an impatient touch does not leave the paper behind
    assert visit.ended is None
    told(visit, "printed")
    visit.wait(1)
    assert visit.ended == EndSession("finished", saved=True)
    assert not cancelled(visit)


def test_paper_that_never_comes_holds_nobody_up_for_ever(visit: Rehearsal) -> None:
    to_plan(visit)
    take(visit)
    visit.do(e.PaperWanted)
    told(visit, "waiting", "paper-out")
    visit.do(e.Finished)
    visit.wait(visit.context.limits.paper_s + 1)
    assert visit.ended is not None
    assert len(cancelled(visit)) == 1
    at_end = [type(effect) for effect in visit.effects]
    assert at_end.index(CancelPrint) < at_end.index(EndSession)


def test_printed_paper_is_shown_longer_than_a_plain_goodbye(visit: Rehearsal) -> None:
    to_plan(visit)
    take(visit)
    visit.do(e.PaperWanted)
    told(visit, "printed")
    visit.do(e.Finished)
    visit.wait(visit.context.limits.goodbye_s + 1)
    assert visit.ended is None
    visit.wait(visit.context.limits.take_paper_s)
    assert visit.ended is not None


def test_who_leaves_in_the_middle_leaves_no_paper(visit: Rehearsal) -> None:
    to_plan(visit)
    take(visit)
    visit.do(e.PaperWanted)
    told(visit, "printing")
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    assert len(cancelled(visit)) == 1
    visit.wait(4)
    assert visit.ended == EndSession("left", saved=True)


def test_after_a_crash_the_same_link_is_there_and_printing_begins_anew(visit: Rehearsal) -> None:
    to_plan(visit)
    take(visit)
    visit.do(e.PaperWanted)
    link = visit.state.health_link
    visit.resume()
    assert visit.state.hidden and visit.state.printing is not None
    assert visit.state.printing.why == "interrupted" and len(cancelled(visit)) == 1
    visit.do(e.ResumeAnswered, answer="1950")
    assert visit.shows(Screen.PLAN)  # a plan is shown first, whatever was on the screen
    take(visit)
    assert visit.state.health_link == link


def test_what_is_kept_is_one_touch_away_and_leads_back(visit: Rehearsal) -> None:
    to_plan(visit)
    for screen in (Screen.PLAN, Screen.TAKE_AWAY):
        if screen is Screen.TAKE_AWAY:
            take(visit)
        for back in (e.Continued, e.WentBack):
            visit.do(e.KeepingAsked)
            assert visit.shows(Screen.WHAT_WE_KEEP)
            visit.do(back)
            assert visit.shows(screen)


def test_only_one_place_ends_a_session(visit: Rehearsal) -> None:
    """`leaving.end`: whatever way a visit ends, the wipe follows from there."""
    to_plan(visit)
    visit.do(e.Finished)
    visit.wait(10)
    ended = [effect for effect in visit.effects if isinstance(effect, EndSession)]
    assert len(ended) == 1
    assert visit.told(station.VisitEnded) == [station.VisitEnded(visit=VISIT)]
