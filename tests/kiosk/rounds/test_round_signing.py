"""Staff sign in by badge and PIN, are signed out when left alone, and come back after a crash."""

import msgspec
import pytest

from contract import staff, station
from contract.staff import SignOut
from kiosk.rounds import events as e
from kiosk.rounds.effects import AskList, ForgetList, TryPin
from kiosk.rounds.model import Duty
from kiosk.rounds.rehearsal import ANA, BADGE, SHIFT, RoundRehearsal
from kiosk.visit import events as v
from kiosk.visit.context import Context
from kiosk.visit.model import Screen


def of(shift: RoundRehearsal, kind: type) -> list[object]:
    return [effect for effect in shift.effects if isinstance(effect, kind)]


def refused(shift: RoundRehearsal, why: str, **more: int) -> None:
    shift.core(staff.SignInRefused(shift=SHIFT, why=why, **more))


def test_badge_pin_list(shift: RoundRehearsal) -> None:
    shift.do(v.StationWanted)
    shift.do(e.SignInWanted)
    assert shift.shows(Screen.SIGN_IN)
    shift.to_pin()
    assert shift.shows(Screen.PIN)
    shift.type_pin()
    assert of(shift, TryPin) == [TryPin(SHIFT, BADGE)]
    shift.core(staff.SignedIn(shift=SHIFT, staff=SHIFT, roles=("aide",), until=""))
    assert shift.shows(Screen.ROUND)
    assert len(of(shift, AskList)) == 1
    shift.do(e.ListCame, name="Mo Silva")
    assert (shift.duty.name, shift.duty.role, shift.duty.is_nurse) == ("Mo Silva", "aide", False)


def test_a_badge_may_be_typed_in_any_case(shift: RoundRehearsal) -> None:
    shift.do(v.StationWanted)
    shift.do(e.SignInWanted)
    shift.do(e.BadgeTyping)
    shift.do(e.BadgeGiven, badge=f" {BADGE.lower().replace('-', '')} ")
    assert shift.shows(Screen.PIN)
    assert shift.duty.badge == BADGE


@pytest.mark.parametrize("badge", ["", "x", "CPC1-" + "A" * 26, "CPW1-" + "A" * 26, "\N{BULLET}" * 30])
def test_what_is_no_badge_is_said(shift: RoundRehearsal, badge: str) -> None:
    shift.do(v.StationWanted)
    shift.do(e.SignInWanted)
    shift.do(e.BadgeGiven, badge=badge)
    assert shift.shows(Screen.SIGN_IN)
    assert shift.state.mistake == "badge-not-ours"


def test_a_walk_in_station_signs_nobody_in(context: Context) -> None:
    shift = RoundRehearsal(context)
    profile = msgspec.structs.replace(context.profile, setting="walk-in")
    shift.context = msgspec.structs.replace(context, profile=profile)
    shift.do(v.StationWanted)
    shift.do(e.SignInWanted)
    assert shift.shows(Screen.STATION)
    shift.do(e.BadgeGiven, badge=BADGE)
    assert shift.duty == Duty()


def test_refusals_say_why_and_the_next_try_is_another_shift(shift: RoundRehearsal) -> None:
    shift.to_pin()
    shift.type_pin()
    refused(shift, "wrong", tries_left=2)
    assert shift.shows(Screen.PIN)
    assert (shift.duty.refusal, shift.duty.tries_left, shift.duty.shift) == ("wrong", 2, None)
    shift.type_pin()
    assert shift.duty.waiting
    refused(shift, "wait", wait_s=300)
    shift.type_pin()
    assert len(of(shift, TryPin)) == 2  # not before the time is over
    shift.do(v.Touched)
    shift.wait(60)
    shift.do(v.Touched)
    for _ in range(5):
        shift.wait(50)
        shift.do(v.Touched)
    shift.type_pin()
    assert len(of(shift, TryPin)) == 3


def test_a_pin_that_is_none_goes_nowhere(shift: RoundRehearsal) -> None:
    shift.to_pin()
    shift.do(e.PinGiven, shift=SHIFT, public=b"p", private=b"s", well_formed=False)
    assert shift.duty.refusal == "malformed"
    assert of(shift, TryPin) == []


def test_no_event_of_the_journal_has_a_pin() -> None:
    assert not [field for field in e.PinGiven.__struct_fields__ if "pin" in field]


def test_left_alone_before_the_pin_it_is_the_invitation_again(shift: RoundRehearsal) -> None:
    shift.to_pin()
    shift.wait(shift.context.profile.timing.idle_s + 1)
    assert shift.shows(Screen.WELCOME)
    assert shift.duty == Duty()
    assert of(shift, ForgetList)


def test_left_alone_one_is_warned_and_may_stay_as_often_as_one_likes(duty: RoundRehearsal) -> None:
    alone_s = duty.context.profile.staff.sign_out_s
    for _ in range(12):
        duty.wait(alone_s)
        leaving = duty.state.leaving
        assert leaving is not None
        assert (leaving.timer.until_ns - leaving.timer.since_ns) / 1e9 >= 20
        duty.do(v.StillHere)
        assert duty.state.leaving is None
    duty.wait(alone_s + 60)
    assert duty.shows(Screen.SIGNED_OUT)
    assert duty.told(SignOut) == [SignOut(shift=SHIFT, why="idle")]
    assert duty.ended is not None


def test_nobody_is_signed_out_while_a_cuff_squeezes(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.do(v.Continued)
    duty.do(v.Continued)
    assert duty.state.running
    for _ in range(9):
        duty.do(v.Ticked)
    duty.ns += 400 * 1_000_000_000
    duty.do(v.Ticked)
    assert not duty.duty.ending


def test_signing_out_closes_the_visit_and_waits_for_what_is_not_saved(context: Context) -> None:
    shift = RoundRehearsal(context, saves=False)
    shift.sign_in()
    shift.to_bed(ANA)
    shift.do(v.LeaveWanted)
    shift.do(v.LeaveConfirmed)
    assert shift.shows(Screen.SIGNED_OUT)
    shift.wait(4)
    assert shift.ended is None
    for paper in shift.duty.papers:
        shift.core(station.PutDone(id=paper.id, state="saved"))
    shift.wait(2)
    assert shift.ended is not None
    assert (shift.ended.how, shift.ended.saved) == ("signed-out", True)
    assert shift.told(station.VisitEnded)[-1].next is False


def test_what_can_never_be_saved_does_not_keep_the_screen_for_ever(context: Context) -> None:
    shift = RoundRehearsal(context, saves=False)
    shift.sign_in()
    shift.to_bed(ANA)
    shift.do(v.LeaveWanted)
    shift.do(v.LeaveConfirmed)
    shift.wait(40)
    assert shift.ended is not None
    assert shift.ended.saved is False


@pytest.mark.parametrize("why", ["revoked", "over", "unknown"])
def test_core_may_end_the_shift(duty: RoundRehearsal, why: str) -> None:
    duty.to_bed(ANA)
    duty.core(staff.SignedOut(shift=SHIFT, why=why))
    assert duty.shows(Screen.SIGNED_OUT)
    assert duty.duty.ending == why
    assert duty.told(SignOut) == []


@pytest.mark.parametrize("why", ["wrong", "revoked", "over", "no-facility"])
def test_no_list_for_good_ends_the_shift_and_says_why(shift: RoundRehearsal, why: str) -> None:
    shift.sign_in(list_there=False)
    shift.do(e.ListRefused, why=why)
    assert shift.shows(Screen.SIGNED_OUT)
    assert shift.duty.refusal == why


def test_a_busy_hub_is_asked_again(shift: RoundRehearsal) -> None:
    shift.sign_in(list_there=False)
    shift.do(e.ListRefused, why="too-many")
    assert shift.shows(Screen.ROUND)
    before = len(of(shift, AskList))
    for _ in range(17):
        shift.wait(60)
        shift.do(v.Touched)
    assert len(of(shift, AskList)) == before + 1


def test_after_a_crash_nothing_is_shown_before_the_same_badge(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("sbar")
    duty.resume()
    assert duty.shows(Screen.SIGN_IN)
    assert duty.state.hidden
    duty.do(v.Continued)
    duty.touch("sbar")
    duty.do(v.WentBack)
    assert duty.shows(Screen.SIGN_IN)
    duty.do(e.BadgeGiven, badge=BADGE[:-1] + "2")
    assert duty.state.mistake == "badge-not-the-same"
    duty.do(e.BadgeGiven, badge=BADGE)
    assert duty.shows(Screen.SBAR)
    assert not duty.state.hidden


def test_after_a_crash_between_two_residents_the_list_comes_again(duty: RoundRehearsal) -> None:
    duty.resume()
    asks = len(of(duty, AskList))
    duty.core(staff.SignedIn(shift=SHIFT, staff=SHIFT, roles=("nurse",), until=""))
    assert duty.shows(Screen.SIGN_IN)  # the word of core alone opens nothing
    duty.do(e.BadgeGiven, badge=BADGE)
    assert duty.shows(Screen.ROUND)
    assert len(of(duty, AskList)) == asks + 1


def test_nobody_comes_back_after_a_crash(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.resume()
    duty.wait(duty.context.profile.staff.sign_out_s + 60)
    assert duty.ended is not None


def test_a_session_that_died_over_the_pin_asks_for_it_again(shift: RoundRehearsal) -> None:
    shift.to_pin()
    shift.type_pin()
    shift.resume()
    assert shift.shows(Screen.PIN)
    shift.type_pin()
    assert len(of(shift, TryPin)) == 2


def test_core_came_back_without_having_heard_the_pin(shift: RoundRehearsal) -> None:
    shift.to_pin()
    shift.type_pin()
    shift.do(v.CoreLost)
    shift.core_is_up()
    assert len(of(shift, TryPin)) == 2


def test_the_goodbye_is_put_away_by_a_touch(duty: RoundRehearsal) -> None:
    duty.do(v.LeaveWanted)
    duty.do(v.LeaveConfirmed)
    duty.do(v.Continued)
    assert duty.ended is not None
    before = len(duty.effects)
    duty.do(v.Continued)
    duty.wait(5)
    assert len(duty.effects) == before  # once is once
