"""The cleaning step: begun by core's word, locked, answered or not, told once, and never in anybody's way."""

import msgspec
import pytest

from contract import documents, station
from contract.envelope import Lane
from kiosk.visit import events as e
from kiosk.visit.context import Context
from kiosk.visit.effects import SealDocument
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import BOOT, VISIT, Rehearsal, replay


def welcome(visit: Rehearsal) -> None:
    """Core says that the station was not wiped clean since a visit."""
    visit.core(
        station.Welcome(
            protocol=station.PROTOCOL,
            boot_id=BOOT,
            profile=b"",
            keys=b"",
            hub_online=True,
            clock="synced",
            clean_after=VISIT,
        )
    )


def said(visit: Rehearsal) -> list[str]:
    return [document.how for document in visit.sealed(documents.Cleaned)]


def test_touches_do_nothing_for_thirty_seconds(visit: Rehearsal) -> None:
    welcome(visit)
    assert visit.shows(Screen.CLEANING)
    for what in ("cleaned", "no-wipes", "nonsense"):
        visit.do(e.CleaningTouched, what=what)
    visit.do(e.Continued)
    visit.begin()
    visit.wait(29)
    visit.do(e.CleaningTouched, what="cleaned")
    assert visit.shows(Screen.CLEANING) and not said(visit) and visit.state.visit is None
    visit.wait(1)
    visit.do(e.CleaningTouched, what="cleaned")
    assert visit.shows(Screen.WELCOME) and said(visit) == ["cleaned"]


@pytest.mark.parametrize("how", ["cleaned", "no-wipes"])
def test_what_was_said_is_sealed_under_the_visit_and_core_may_forget(visit: Rehearsal, how: str) -> None:
    welcome(visit)
    visit.wait(31)
    visit.do(e.CleaningTouched, what=how)
    [effect] = [f for f in visit.effects if isinstance(f, SealDocument)]
    assert (effect.lane, effect.document.visit) == (Lane.LOG, VISIT)
    assert visit.told(station.CleaningOver) == [station.CleaningOver(visit=VISIT)]
    welcome(visit)  # core did not hear it: it is told again, nobody is asked again
    assert visit.shows(Screen.WELCOME) and len(visit.told(station.CleaningOver)) == 2
    assert said(visit) == [how]


def test_without_an_answer_the_next_patient_is_invited(visit: Rehearsal) -> None:
    welcome(visit)
    visit.wait(30 + visit.context.limits.clean_answer_s)
    assert visit.shows(Screen.WELCOME) and said(visit) == ["unanswered"]


def test_who_needs_help_now_is_not_kept_waiting(visit: Rehearsal) -> None:
    welcome(visit)
    visit.do(e.PersonWanted)
    assert visit.told(station.PagePerson)
    visit.do(e.CleaningTouched, what="unlock-yes")  # a wiping hand: nobody was asked
    visit.do(e.CleaningTouched, what="unlock")
    visit.wait(visit.context.limits.unlock_s)
    visit.do(e.CleaningTouched, what="unlock-yes")  # too late to belong to the first touch
    visit.do(e.CleaningTouched, what="no-wipes")
    assert visit.shows(Screen.CLEANING)
    visit.do(e.CleaningTouched, what="unlock")
    visit.do(e.CleaningTouched, what="unlock-yes")
    visit.do(e.CleaningTouched, what="no-wipes")
    assert visit.shows(Screen.WELCOME)
    visit.begin()
    assert visit.shows(Screen.CONSENT)


def test_a_session_that_dies_meanwhile_goes_on_with_it(visit: Rehearsal) -> None:
    welcome(visit)
    visit.wait(10)
    visit.resume()
    welcome(visit)
    assert visit.shows(Screen.CLEANING) and visit.state == replay(visit.events, visit.context)
    visit.wait(20)
    visit.do(e.CleaningTouched, what="cleaned")
    assert said(visit) == ["cleaned"]


def test_a_clinic_without_the_step_does_without(context: Context) -> None:
    timing = msgspec.structs.replace(context.profile.timing, clean_s=0)
    profile = msgspec.structs.replace(context.profile, timing=timing)
    visit = Rehearsal(msgspec.structs.replace(context, profile=profile))
    welcome(visit)
    assert visit.shows(Screen.WELCOME) and not said(visit)
    assert visit.told(station.CleaningOver) == [station.CleaningOver(visit=VISIT)]


def test_a_visit_under_way_is_not_disturbed(visit: Rehearsal) -> None:
    visit.to_questions()
    welcome(visit)
    assert visit.shows(Screen.QUESTION) and visit.state.cleaning is None
