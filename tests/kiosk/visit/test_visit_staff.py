"""Who works here looks at the station: from the welcome screen, back to it, and never in a visit."""

from contract import queue_state, station
from kiosk.visit import events as e
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import Rehearsal


def test_from_the_welcome_screen_and_back(visit: Rehearsal) -> None:
    visit.do(e.StationWanted)
    assert visit.shows(Screen.STATION)
    visit.do(e.WentBack)
    assert visit.shows(Screen.WELCOME)
    visit.begin()
    assert visit.shows(Screen.CONSENT)


def test_try_now_is_told_to_core_from_there_only(visit: Rehearsal) -> None:
    visit.do(e.Continued)
    assert visit.told(station.TryNow) == []
    visit.do(e.StationWanted)
    visit.do(e.Continued)
    visit.do(e.Continued)
    assert visit.told(station.TryNow) == [station.TryNow(), station.TryNow()]
    assert visit.shows(Screen.STATION)


def test_a_language_there_is_only_a_language(visit: Rehearsal) -> None:
    visit.do(e.StationWanted)
    visit.do(e.LanguageChosen, language="es")
    assert visit.state.language == "es"
    visit.begin()
    assert visit.shows(Screen.STATION)
    assert visit.state.visit is None


def test_left_alone_it_becomes_the_invitation_again(visit: Rehearsal) -> None:
    visit.do(e.StationWanted)
    idle_s = visit.context.profile.timing.idle_s
    visit.wait(idle_s - 1)
    visit.do(e.Touched)
    visit.wait(idle_s - 1)
    assert visit.shows(Screen.STATION)
    visit.wait(2)
    assert visit.shows(Screen.WELCOME)


def test_a_visit_has_no_way_there(visit: Rehearsal) -> None:
    visit.begin()
    visit.do(e.StationWanted)
    assert visit.shows(Screen.CONSENT)


def test_a_new_session_is_back_at_the_invitation_or_still_there_with_nothing_to_hide(
    visit: Rehearsal,
) -> None:
    visit.do(e.StationWanted)
    visit.resume()
    assert visit.shows(Screen.STATION)
    assert visit.state.visit is None


def test_what_the_queue_says_is_no_event_of_a_visit(visit: Rehearsal) -> None:
    visit.begin()
    before = visit.state
    visit.core(queue_state.QueueState(unsaved=3))
    visit.core(station.ClockState(clock="unsure"))
    assert visit.state is before


def test_a_damaged_document_is_put_again_while_the_hub_lacks_it(visit: Rehearsal) -> None:
    visit.begin()
    paper = visit.state.papers[0]
    assert paper.state == "saved"
    before = len(visit.effects)
    visit.core(station.PutDone(id=paper.id, state="damaged"))
    again = [effect for effect in visit.effects[before:] if getattr(effect, "id", None) == paper.id]
    assert len(again) == 1
    assert visit.state.papers[0].state == "saved"  # the rehearsal's core saved it anew
    visit.core(station.PutDone(id=paper.id, state="sent"))
    assert visit.state.papers[0].document is None
    visit.core(station.PutDone(id=paper.id, state="damaged"))
    assert visit.state.papers[0].state == "sent"


def test_why_it_was_not_saved_is_known_until_it_is(visit: Rehearsal) -> None:
    visit.saves = False
    visit.begin()
    paper = visit.state.papers[0]
    visit.core(station.PutDone(id=paper.id, state="failed", detail="full"))
    assert (visit.state.papers[0].state, visit.state.papers[0].why) == ("failed", "full")
    visit.core(station.PutDone(id=paper.id, state="saved"))
    assert (visit.state.papers[0].state, visit.state.papers[0].why) == ("saved", "")
