"""Pictures: offered by the answers, asked by a provider; good, poor, skipped, stopped, lost; and a film."""

from typing import Any
from uuid import UUID

import msgspec
import pytest

from contract import asks, capture, documents, station, talk
from contract.profile import MediaConfig, Profile
from contract.views import views
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit import photos
from kiosk.visit.context import Context, context_for
from kiosk.visit.effects import DropTaken, KeepTaken
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal, quick

WISH = UUID(int=501)
SKIN = tuple(view.id for view in photos.views_of("photo:skin", MediaConfig()))


def phase(visit: Rehearsal) -> str:
    assert visit.state.shooting is not None
    return visit.state.shooting.phase


def taken(visit: Rehearsal, *reasons: str) -> capture.Take:
    """Touch the shutter; the picture comes."""
    visit.do(e.Continued)
    take = visit.told(capture.Take)[-1]
    thing = capture.Thing(
        kind=take.kind,
        media_type="image/jpeg",
        size=10,
        sha256=b"x",
        wall=visit.at.wall,
        monotonic_ns=visit.ns,
        view=take.view,
        grade=capture.POOR if reasons else capture.GOOD,
        reasons=reasons,
    )
    visit.core(capture.Taken(id=take.id, thing=thing))
    return take


def kept(visit: Rehearsal) -> list[Any]:
    return [effect.about for effect in visit.effects if isinstance(effect, KeepTaken)]


@pytest.fixture
def offered(context: Context) -> Rehearsal:
    """Came because of the skin (the clinic's own questions); everything is measured."""
    return for_the_skin(context.profile)


def for_the_skin(profile: Profile) -> Rehearsal:
    visit = Rehearsal(quick(context_for(profile)))
    visit.to_questions()
    visit.answer_all({"reason": "skin", "pregnant": "does-not-apply"})
    for _ in range(60):
        if visit.shows(Screen.PHOTO) or visit.shows(Screen.RESULTS):
            break
        visit.go_on()
    assert visit.shows(Screen.PHOTO)
    return visit


def test_the_skin_lens_is_asked_for_where_there_is_one(context: Context) -> None:
    assert "dermoscopy" not in SKIN
    media = MediaConfig(dermoscope="v4l2:/dev/video4")
    visit = for_the_skin(msgspec.structs.replace(context.profile, media=media))
    visit.do(e.PhotoTouched, what="photo:skin")
    visit.do(e.PhotoTouched, what="arm")
    for _ in SKIN:
        visit.do(e.PhotoTouched, what="skip")
        visit.do(e.PhotoTouched, what="hurts")
    assert visit.told(capture.Aim)[-1] == capture.Aim(kind="photo:skin", view="dermoscopy")
    taken(visit)
    visit.do(e.Continued)
    assert visit.shows(Screen.RESULTS)
    assert [(each.view, each.site) for each in kept(visit)] == [("dermoscopy", "arm")]


@pytest.fixture
def asked(visit: Rehearsal) -> Rehearsal:
    """In a call, agreed to have an eye photographed."""
    visit.to_call()
    visit.hub(talk.CaptureAsked(id=WISH, visit=VISIT, at="", kind="photo:eye", note=""))
    visit.do(c.MeasureAgreed, yes=True)
    return visit


def test_a_whole_set_of_the_skin(offered: Rehearsal) -> None:
    assert not offered.told(capture.Aim)  # nothing is opened before the yes
    offered.do(e.PhotoTouched, what="photo:skin")
    consent = offered.sealed(documents.ConsentGiven)[-1]
    assert (consent.what, consent.given) == ("photo", True)
    offered.do(e.PhotoTouched, what="arm")
    for view in SKIN:
        assert offered.told(capture.Aim)[-1] == capture.Aim(kind="photo:skin", view=view)
        taken(offered)
        assert phase(offered) == "look"
        offered.do(e.Continued)
    assert offered.shows(Screen.RESULTS) and offered.told(capture.AimOver)
    assert [(each.view, each.site, each.by, each.grade) for each in kept(offered)] == [
        (view, "arm", "patient", "good") for view in SKIN
    ]
    offered.do(e.Continued)
    assert not offered.shows(Screen.PHOTO)  # offered once


def test_no_is_a_no_and_may_be_taken_back(offered: Rehearsal) -> None:
    offered.do(e.PhotoTouched, what="none")
    assert offered.shows(Screen.RESULTS) and not offered.told(capture.Aim)
    assert all(consent.what == "visit" for consent in offered.sealed(documents.ConsentGiven))
    offered.do(e.PhotoWanted)
    assert phase(offered) == "kinds"
    offered.do(e.WentBack)
    assert offered.shows(Screen.RESULTS)


def test_nothing_is_offered_to_who_came_for_something_else(visit: Rehearsal) -> None:
    visit.to_results()
    assert not visit.state.photos_offered


def test_the_third_poor_one_is_taken_as_it_is(offered: Rehearsal) -> None:
    offered.do(e.PhotoTouched, what="photo:throat")
    for failures in (1, 2):
        taken(offered, "blurred")
        assert offered.state.shooting is not None and offered.state.shooting.failures == failures
        offered.do(e.Continued)  # take it again
        assert phase(offered) == "aim" and not kept(offered)
    poor = taken(offered, "too-dark")
    offered.do(e.Continued)
    assert [(each.grade, each.reasons) for each in kept(offered)] == [("poor", ("too-dark",))]
    dropped = [effect.id for effect in offered.effects if isinstance(effect, DropTaken)]
    assert len(dropped) == 2 and poor.id not in dropped
    assert offered.shows(Screen.RESULTS)


def test_failures_count_anew_for_each_view_and_a_good_one_may_be_taken_again(offered: Rehearsal) -> None:
    offered.do(e.PhotoTouched, what="photo:wound")
    offered.do(e.PhotoTouched, what="leg")
    taken(offered, "blurred")
    offered.do(e.Continued)
    taken(offered)
    offered.do(e.PhotoTouched, what="again")
    taken(offered)
    offered.do(e.Continued)
    assert offered.state.shooting is not None
    assert (offered.state.shooting.view, offered.state.shooting.failures) == (1, 0)


def test_a_picture_is_skipped_with_a_reason(offered: Rehearsal) -> None:
    offered.do(e.PhotoTouched, what="photo:wound")
    offered.do(e.PhotoTouched, what="foot")
    offered.do(e.PhotoTouched, what="skip")
    offered.do(e.PhotoTouched, what="nonsense")
    assert phase(offered) == "skip"
    offered.do(e.PhotoTouched, what="hurts")
    skipped = offered.sealed(documents.MeasureSkipped)[-1]
    assert (skipped.act, skipped.reason) == ("photo:wound/medium", "hurts")
    offered.do(e.PhotoTouched, what="staff")
    taken(offered)
    offered.do(e.Continued)
    assert [(each.view, each.by) for each in kept(offered)] == [("close", "staff")]


def test_a_provider_asks_and_hears_what_became_of_it(asked: Rehearsal) -> None:
    assert asked.shows(Screen.PHOTO) and phase(asked) == "place"
    assert asked.sealed(documents.ConsentGiven)[-1].what == "photo"
    asked.do(e.PhotoTouched, what="left-eye")
    for _ in views().sets["photo:eye"].views:
        taken(asked)
        asked.do(e.Continued)
    assert asked.shows(Screen.CALL)
    assert {(each.ask, each.laterality, each.site) for each in kept(asked)} == {(WISH, "left", "left-eye")}
    assert [told.answer for told in asked.live(talk.AskAnswered)] == [asks.YES, asks.DONE]


def test_nothing_shown_is_a_failed_wish(asked: Rehearsal) -> None:
    asked.do(e.PhotoTouched, what="right-eye")
    for _ in views().sets["photo:eye"].views:
        asked.do(e.PhotoTouched, what="skip")
        asked.do(e.PhotoTouched, what="cannot")
    assert asked.shows(Screen.CALL) and not kept(asked)
    assert [told.answer for told in asked.live(talk.AskAnswered)] == [asks.YES, asks.FAILED]


def test_a_full_memory_is_said_and_the_provider_hears_it(visit: Rehearsal) -> None:
    visit.to_call()
    visit.hub(talk.CaptureAsked(id=WISH, visit=VISIT, at="", kind="clip:eye", note=""))
    visit.do(e.PhotoTouched, what=photos.NO_ROOM)
    assert visit.state.asked is not None and visit.state.asked.refusal == photos.NO_ROOM
    assert visit.live(talk.AskAnswered)[-1].why == photos.NO_ROOM
    assert not visit.told(capture.Aim)


def test_a_film_is_taken_with_its_length_and_can_be_stopped(visit: Rehearsal) -> None:
    visit.to_call()
    visit.hub(talk.CaptureAsked(id=WISH, visit=VISIT, at="", kind="clip:breathing", note=""))
    visit.do(c.MeasureAgreed, yes=True)
    visit.do(e.Continued)
    take = visit.told(capture.Take)[-1]
    assert (take.kind, take.seconds, take.sound) == ("clip:breathing", photos.film_s(), True)
    visit.do(e.StopPressed)
    assert visit.told(capture.StopTake)[-1].id == take.id
    visit.core(capture.NotTaken(id=take.id, fault="clip-too-short"))
    assert phase(visit) == "aim" and visit.state.shooting is not None
    assert visit.state.shooting.fault == "clip-too-short"
    visit.do(e.Continued)
    visit.wait(photos.film_s() + photos.ANSWER_S + 2)
    assert visit.state.shooting.fault == photos.NO_ANSWER


def test_the_end_of_the_call_throws_away_what_is_half_done(asked: Rehearsal) -> None:
    asked.do(e.PhotoTouched, what="left-eye")
    take = taken(asked)
    asked.core(station.CallState(state="ended"))
    assert asked.state.shooting is None and not asked.shows(Screen.PHOTO)
    assert DropTaken(take.id) in asked.effects and asked.told(capture.AimOver)


def test_a_session_that_died_forgets_the_picture_and_closes_the_camera(offered: Rehearsal) -> None:
    offered.do(e.PhotoTouched, what="photo:throat")
    taken(offered)
    offered.resume()
    assert offered.state.shooting is None and offered.shows(Screen.RESUME)
    offered.go_on()
    assert offered.shows(Screen.RESULTS)


def test_going_back_leads_out_step_by_step(offered: Rehearsal) -> None:
    offered.do(e.PhotoTouched, what="photo:skin")
    offered.do(e.PhotoTouched, what="back")
    taken(offered)
    for expected in ("aim", "place", "kinds"):
        offered.do(e.WentBack)
        assert phase(offered) == expected
    offered.do(e.WentBack)
    assert offered.shows(Screen.RESULTS)


# ---- what is not photographed ----------------------------------------------------------------------


def of_age(context: Context, birth_date: str, guardian: str) -> Rehearsal:
    """At the results, nothing measured; `guardian`: who is with a minor."""
    visit = Rehearsal(context)
    visit.begin()
    visit.do(e.ConsentAnswered, given=True)
    visit.do(e.WhoChosen, anonymous=False)
    visit.do(e.NameGiven, given="Leo", family="Ruiz")
    visit.do(e.BirthDateGiven, birth_date=birth_date)
    visit.do(e.GuardianIs, relation=guardian)
    visit.do(e.GuardianNamed, name="Eva Ruiz")
    visit.answer_all()
    while not visit.shows(Screen.RESULTS):
        visit.do(e.Skipped, reason="do-not-want")
    return visit


@pytest.mark.parametrize(
    ("birth_date", "guardian", "shown"),
    [
        ("2008-11-25", "nobody", "refused"),  # eighteen tomorrow
        ("2008-11-25", "parent", "kinds"),
        ("2008-11-24", "nobody", "kinds"),  # eighteen today
        ("2010-06-01", "nobody", "refused"),
    ],
)
def test_a_minor_is_photographed_only_when_a_guardian_has_agreed(
    context: Context, birth_date: str, guardian: str, shown: str
) -> None:
    visit = of_age(context, birth_date, guardian)
    visit.do(e.PhotoWanted)
    assert phase(visit) == shown
    visit.do(e.PhotoTouched, what="photo:throat")
    consents = [each for each in visit.sealed(documents.ConsentGiven) if each.what == "photo"]
    if shown == "refused":
        assert not consents and not visit.told(capture.Aim)
    else:
        assert [each.by for each in consents] == ["Eva Ruiz (parent)" if guardian == "parent" else ""]


def test_a_guardian_who_comes_later_may_say_yes(context: Context) -> None:
    visit = of_age(context, "2010-06-01", "nobody")
    visit.do(e.PhotoWanted)
    visit.do(e.PhotoTouched, what="guardian")
    visit.do(e.GuardianIs, relation="guardian")
    visit.do(e.GuardianNamed, name="Eva Ruiz")
    assert visit.shows(Screen.RESULTS)
    visit.do(e.PhotoWanted)
    assert phase(visit) == "kinds"


def test_a_minors_pictures_that_the_answers_speak_for_are_told_as_not_taken(context: Context) -> None:
    visit = Rehearsal(quick(context_for(context.profile)))
    visit.begin()
    visit.do(e.ConsentAnswered, given=True)
    visit.do(e.WhoChosen, anonymous=False)
    visit.do(e.NameGiven, given="Leo", family="Ruiz")
    visit.do(e.BirthDateGiven, birth_date="2010-06-01")
    visit.do(e.GuardianIs, relation="nobody")
    visit.answer_all({"reason": "skin", "pregnant": "does-not-apply"})
    while not visit.shows(Screen.PHOTO):
        visit.do(e.Skipped, reason="do-not-want")
    assert phase(visit) == "refused"
    visit.do(e.PhotoTouched, what="none")
    assert visit.shows(Screen.RESULTS)
    skipped = [(each.act, each.reason) for each in visit.sealed(documents.MeasureSkipped)]
    assert ("photo:skin", photos.NO_GUARDIAN) in skipped


def test_a_provider_who_asks_for_a_minors_picture_hears_why_there_is_none(context: Context) -> None:
    visit = of_age(context, "2010-06-01", "nobody")
    visit.do(e.Continued)
    visit.do(c.CallWanted, camera=True)
    visit.core(station.CallState(state="connected"))
    visit.hub(talk.CaptureAsked(id=WISH, visit=VISIT, at="", kind="clip:face", note=""))
    visit.do(c.MeasureAgreed, yes=True)
    assert visit.shows(Screen.CALL) and not visit.told(capture.Aim)
    answered = visit.live(talk.AskAnswered)[-1]
    assert (answered.answer, answered.why) == (asks.CANNOT, photos.NO_GUARDIAN)


def test_no_picture_of_private_parts(offered: Rehearsal) -> None:
    offered.do(e.PhotoTouched, what="photo:skin")
    offered.do(e.PhotoTouched, what="private")
    assert phase(offered) == "refused" and not offered.told(capture.Aim)
    offered.do(e.PhotoTouched, what="guardian")  # no way round it
    assert phase(offered) == "refused"
    offered.do(e.PhotoTouched, what="elsewhere")
    assert phase(offered) == "place"
    offered.do(e.PhotoTouched, what="private")
    offered.do(e.PhotoTouched, what="none")
    assert offered.shows(Screen.RESULTS) and not offered.told(capture.Aim)
    skipped = offered.sealed(documents.MeasureSkipped)[-1]
    assert (skipped.act, skipped.reason) == ("photo:skin", photos.PRIVATE)


def test_a_provider_hears_that_private_parts_are_not_photographed(visit: Rehearsal) -> None:
    visit.to_call()
    visit.hub(talk.CaptureAsked(id=WISH, visit=VISIT, at="", kind="photo:wound", note=""))
    visit.do(c.MeasureAgreed, yes=True)
    visit.do(e.PhotoTouched, what="private")
    visit.do(e.PhotoTouched, what="none")
    assert visit.shows(Screen.CALL)
    answered = visit.live(talk.AskAnswered)[-1]
    assert (answered.answer, answered.why) == (asks.FAILED, photos.PRIVATE)


def test_a_residents_wound_may_be_anywhere(context: Context) -> None:
    visit = for_the_skin(msgspec.structs.replace(context.profile, setting="ltc"))
    visit.do(e.PhotoTouched, what="photo:wound")
    visit.do(e.PhotoTouched, what="private")
    assert visit.told(capture.Aim)[-1].kind == "photo:wound"
