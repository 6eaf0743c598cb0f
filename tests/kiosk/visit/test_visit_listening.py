"""Recording a heart's or lungs' sound: by a provider's wish, by staff; saved, done again, stopped, lost."""

from uuid import UUID

import msgspec
import pytest

from contract import asks, capture, station, talk
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit import listening
from kiosk.visit.effects import DropTaken, KeepTaken
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal

WISH = UUID(int=401)


@pytest.fixture
def equipped(visit: Rehearsal) -> Rehearsal:
    profile = visit.context.profile
    media = msgspec.structs.replace(profile.media, stethoscope="synthetic")
    visit.context = msgspec.structs.replace(
        visit.context, profile=msgspec.structs.replace(profile, media=media)
    )
    return visit


@pytest.fixture
def asked(equipped: Rehearsal) -> Rehearsal:
    """In a call, agreed to have the heart recorded."""
    equipped.to_call()
    equipped.hub(talk.CaptureAsked(id=WISH, visit=VISIT, at="", kind="sound:heart", note=""))
    equipped.do(c.MeasureAgreed, yes=True)
    assert equipped.shows(Screen.SOUND)
    return equipped


@pytest.fixture
def staff(equipped: Rehearsal) -> Rehearsal:
    """At the results, staff wants to record."""
    equipped.to_results()
    equipped.do(e.SoundWanted)
    assert equipped.shows(Screen.SOUND)
    return equipped


def phase(visit: Rehearsal) -> str:
    assert visit.state.listening is not None
    return visit.state.listening.phase


def record(visit: Rehearsal, spot: str) -> capture.Take:
    visit.do(e.SoundTouched, what=spot)
    visit.do(e.Continued)
    return visit.told(capture.Take)[-1]


def taken(visit: Rehearsal, take: capture.Take) -> None:
    thing = capture.Thing(
        kind=take.kind,
        media_type="audio/flac",
        size=9,
        sha256=b"",
        wall=visit.at.wall,
        monotonic_ns=visit.ns,
        view=take.view,
        seconds=20.0,
        rate_hz=16_000.0,
    )
    visit.core(capture.Taken(id=take.id, thing=thing))


def kept(visit: Rehearsal) -> list[KeepTaken]:
    return [effect for effect in visit.effects if isinstance(effect, KeepTaken)]


def answers(visit: Rehearsal) -> list[str]:
    return [told.answer for told in visit.live(talk.AskAnswered)]


def test_a_provider_gets_the_sound_that_was_asked_for(asked: Rehearsal) -> None:
    take = record(asked, "mitral")
    assert asked.told(capture.Aim) == [capture.Aim(kind="sound:heart", view="mitral")]
    assert (take.kind, take.view, take.seconds) == ("sound:heart", "mitral", 20)
    assert phase(asked) == "recording"
    taken(asked, take)
    assert phase(asked) == "review"
    asked.do(e.SoundTouched, what="play-bell")
    assert asked.told(capture.Play) == [capture.Play(id=take.id, filter="bell")]
    asked.do(e.Continued)
    about = kept(asked)[0].about
    assert (about.kind, about.view, about.media_type, about.ask) == (
        "sound:heart",
        "mitral",
        "audio/flac",
        WISH,
    )
    asked.do(e.Continued)  # done
    assert asked.shows(Screen.CALL)
    assert asked.told(capture.AimOver)
    assert answers(asked) == [asks.YES, asks.DONE]
    assert asked.state.asked is None and asked.state.listening is None


def test_staff_records_both_sides_and_comes_back_to_the_results(staff: Rehearsal) -> None:
    assert phase(staff) == "kinds"
    staff.do(e.SoundTouched, what="sound:lungs")
    for spot in ("back-left-low", "back-right-low"):
        taken(staff, record(staff, spot))
        staff.do(e.Continued)
    assert [(each.about.view, each.about.laterality) for each in kept(staff)] == [
        ("back-left-low", "left"),
        ("back-right-low", "right"),
    ]
    assert staff.state.listening is not None
    assert staff.state.listening.saved == ("back-left-low", "back-right-low")
    staff.do(e.Continued)
    assert staff.shows(Screen.RESULTS)


def test_once_more_forgets_the_first_try(asked: Rehearsal) -> None:
    take = record(asked, "aortic")
    taken(asked, take)
    asked.do(e.SoundTouched, what="again")
    assert DropTaken(take.id) in asked.effects and kept(asked) == []
    assert phase(asked) == "ready"
    asked.do(e.Continued)
    second = asked.told(capture.Take)[-1]
    assert second.id != take.id
    taken(asked, take)  # the first one comes late: nobody wants it
    assert phase(asked) == "recording"


def test_stopping_early_asks_media_and_its_answer_counts(asked: Rehearsal) -> None:
    take = record(asked, "aortic")
    asked.do(e.StopPressed)
    assert asked.told(capture.StopTake) == [capture.StopTake(id=take.id)]
    asked.core(capture.NotTaken(id=take.id, fault="sound-too-short"))
    assert phase(asked) == "ready"
    assert asked.state.listening is not None and asked.state.listening.fault == "sound-too-short"


def test_back_goes_step_by_step_and_out_without_a_sound_is_a_failure(asked: Rehearsal) -> None:
    taken(asked, record(asked, "aortic"))
    steps = []
    for _ in range(3):
        asked.do(e.WentBack)
        steps.append(asked.state.listening.phase if asked.state.listening else "")
    assert steps == ["ready", "spots", ""]
    assert asked.shows(Screen.CALL)
    assert answers(asked) == [asks.YES, asks.FAILED]


def test_a_recording_that_never_comes_is_given_up(asked: Rehearsal) -> None:
    record(asked, "aortic")
    asked.wait(listening.SECONDS + listening.ANSWER_S + 2)
    assert phase(asked) == "ready"
    assert asked.state.listening is not None and asked.state.listening.fault == listening.NO_ANSWER


@pytest.mark.parametrize("how", ["ended", "withdrawn", "left", "crashed"])
def test_whatever_ends_it_nothing_half_done_stays(asked: Rehearsal, how: str) -> None:
    take = record(asked, "aortic")
    taken(asked, take)
    match how:
        case "ended":
            asked.core(station.CallState(state="ended"))
        case "withdrawn":
            asked.hub(talk.AskWithdrawn(id=UUID(int=9), visit=VISIT, at="", ask=WISH))
            assert asked.shows(Screen.CALL)
        case "left":
            asked.do(e.LeaveWanted)
            asked.do(e.LeaveConfirmed)
            assert asked.shows(Screen.GOODBYE)
        case "crashed":
            asked.do(e.Resumed)
            assert asked.shows(Screen.RESUME)
    assert asked.state.listening is None and not asked.shows(Screen.SOUND)
    assert DropTaken(take.id) in asked.effects and kept(asked) == []
    assert asked.told(capture.AimOver)


def test_a_station_without_a_stethoscope_says_so(visit: Rehearsal) -> None:
    visit.to_call()
    visit.hub(talk.CaptureAsked(id=WISH, visit=VISIT, at="", kind="sound:lungs", note=""))
    assert visit.state.asked is not None and visit.state.asked.refusal == listening.MISSING
    assert answers(visit) == [asks.CANNOT]


def test_what_does_not_fit_changes_nothing(staff: Rehearsal) -> None:
    for what in ("mitral", "again", "play", "quiet", "", "sound:soul"):
        staff.do(e.SoundTouched, what=what)
        assert phase(staff) == "kinds"
    staff.do(e.SoundTouched, what="sound:heart")
    staff.do(e.SoundTouched, what="back-left-low")  # not of a heart
    assert phase(staff) == "spots"
    staff.do(e.WentBack)
    assert phase(staff) == "kinds"
