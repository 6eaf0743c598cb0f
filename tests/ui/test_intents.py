"""What a touch means: pure functions from a screen and a draft to an event or a better draft."""

from dataclasses import replace
from uuid import UUID

import msgspec
import pytest

from contract.envelope import Lane
from contract.measurement import Instant
from contract.queue_state import QueueState
from kiosk.visit import events as e
from kiosk.visit.model import Screen, Timer
from kiosk.visit.parts import Asked
from ui.drafts import NONE_OF_THESE
from ui.gallery import SCENES
from ui.inputs import Draft, Inputs, Prefs
from ui.intents import DONT_KNOW, RATHER_NOT, Intent, can_go_on, choose, drafted, edited, next_event

AT = Instant("2026-11-24T10:00:00+00:00", 1, "boot", "synced")


def at(scene: str, **changes: object) -> Inputs:
    return replace(SCENES[scene]("en").inputs(Prefs()), **changes)  # type: ignore[arg-type]


def born(month: str, day: str, year: str) -> Intent:
    fields = {"month": month, "day": day, "year": year}
    return next_event(at("birth_date_asked", draft=Draft(fields=fields)), AT)


@pytest.mark.parametrize(
    ("month", "day", "year", "date"),
    [
        ("7", "21", "1948", "1948-07-21"),
        ("02", "29", "2000", "2000-02-29"),
        ("12", "31", "1899", "1899-12-31"),
    ],
)
def test_a_birth_date(month: str, day: str, year: str, date: str) -> None:
    assert born(month, day, year) == e.BirthDateGiven(at=AT, birth_date=date)


@pytest.mark.parametrize(
    ("month", "day", "year", "refused"),
    [
        ("", "1", "1950", ("month", "missing")),
        ("13", "1", "1950", ("month", "month-wrong")),
        ("0", "1", "1950", ("month", "month-wrong")),
        ("4", "31", "1950", ("day", "day-wrong")),
        ("2", "29", "1950", ("day", "day-wrong")),
        ("2", "29", "1900", ("day", "day-wrong")),
        ("1", "0", "1950", ("day", "day-wrong")),
        ("1", "1", "50", ("year", "year-wrong")),
        ("1", "1", "", ("year", "missing")),
    ],
)
def test_a_birth_date_that_can_not_be(month: str, day: str, year: str, refused: tuple[str, str]) -> None:
    answer = born(month, day, year)
    assert isinstance(answer, Draft)
    assert answer.refused == refused
    assert answer.fields["year"] == year  # nothing typed is lost


def test_editing_takes_the_refusal_away() -> None:
    inputs = at("birth_date")
    assert inputs.draft.refused[0] == "day"
    assert edited(inputs, "day", "3").refused == ("", "")


def test_none_of_these_excludes_the_others_and_they_exclude_it() -> None:
    inputs = at("question_many", draft=Draft(chosen=("fever", "headache")))
    assert choose(inputs, NONE_OF_THESE, AT) == e.Answered(at=AT, item="also", answer=())
    before = Draft(chosen=(NONE_OF_THESE,))  # said, and come back to
    again = choose(replace(inputs, draft=before), "fever", AT)
    assert isinstance(again, Draft)
    assert again.chosen == ("fever",)
    off = choose(replace(inputs, draft=again), "fever", AT)
    assert isinstance(off, Draft)
    assert off.chosen == ()
    assert not can_go_on(replace(inputs, draft=off))


def test_one_arm_and_one_size() -> None:
    inputs = at("cuff_arm", draft=Draft(chosen=("left", "adult")))
    other = choose(inputs, "right", AT)
    assert isinstance(other, Draft)
    assert set(other.chosen) == {"right", "adult"}
    assert next_event(replace(inputs, draft=other), AT) == e.CuffChosen(at=AT, arm="right", size="adult")
    only_arm = replace(inputs, draft=Draft(chosen=("left",)))
    assert not can_go_on(only_arm)
    assert choose(only_arm, "large", AT) == e.CuffChosen(at=AT, arm="left", size="large")


def test_the_first_free_arm_is_chosen_to_begin_with() -> None:
    assert drafted(at("cuff_arm").state).chosen == ("left",)


def test_next_waits_for_an_answer() -> None:
    inputs = at("question_urgent", draft=Draft())
    assert not can_go_on(inputs)
    ticked = choose(inputs, "chest-pain", AT)
    assert isinstance(ticked, Draft)
    assert next_event(replace(inputs, draft=ticked), AT) == e.Answered(
        at=AT, item="emergency", answer=("chest-pain",)
    )


def test_one_touch_says_what_goes_with_nothing_else() -> None:
    def said(scene: str, name: str) -> object:
        event = choose(at(scene, draft=Draft()), name, AT)
        return event.answer if isinstance(event, e.Answered) else None

    assert said("question_urgent", NONE_OF_THESE) == ()
    assert said("about", NONE_OF_THESE) == ()
    assert said("about", "asked-unknown") == ("asked-unknown",)
    assert said("about", "pregnant") is None
    assert said("question_one", "breathing") == "breathing"
    assert said("question_number", "4") == 4
    assert said("question_yes_no", "no") is False
    assert said("about_medicines", DONT_KNOW) == ()


def test_what_goes_with_nothing_else_takes_the_ticks_away() -> None:
    inputs = at("about_ticked")
    event = choose(inputs, "asked-unknown", AT)
    assert isinstance(event, e.Answered) and event.answer == ("asked-unknown",)


def test_next_waits_for_the_reading() -> None:
    assert not can_go_on(at("oximeter_settling"))
    assert can_go_on(at("oximeter_accepted"))


def test_coming_back_shows_what_was_answered() -> None:
    scene = SCENES["question_present"]("en")
    scene.visit.do(e.WentBack)
    state = scene.visit.state
    assert state.screen is Screen.ABOUT
    draft = drafted(state)
    assert draft.chosen or draft.fields


def test_a_choice_no_screen_has_means_nothing() -> None:
    assert choose(at("consent"), "no-such-thing", AT) is None


def test_a_question_one_need_not_answer_has_a_way_not_to() -> None:
    answer = choose(at("question_yes_no", draft=Draft()), RATHER_NOT, AT)
    assert answer == e.Answered(at=AT, item="oxygen-now", answer=())
    scene = SCENES["question_yes_no"]("en")
    scene.visit.feed(answer)
    assert scene.visit.screen is Screen.OXIMETER_PREPARE
    scene.visit.do(e.WentBack)
    assert drafted(scene.visit.state).chosen == (RATHER_NOT,)


def test_a_number_on_a_short_scale_is_touched() -> None:
    inputs = at("question_number", draft=Draft(chosen=("10",)))
    assert next_event(inputs, AT) == e.Answered(at=AT, item="how-bad", answer=10)
    assert not can_go_on(replace(inputs, draft=Draft()))


def test_a_repeat_that_has_to_wait_can_not_be_started() -> None:
    inputs = at("oximeter_again")
    until = Timer(inputs.now_ns, inputs.now_ns + 30_000_000_000)
    waiting = replace(inputs, state=msgspec.structs.replace(inputs.state, timer=until))
    assert can_go_on(inputs)
    assert not can_go_on(waiting)
    assert can_go_on(replace(waiting, now_ns=until.until_ns))


def test_no_sound_is_begun_or_agreed_to_without_room_for_it() -> None:
    full = QueueState(no_room=(Lane.MEDIA,))
    ready = at("sound_ready", queue=full)
    assert next_event(ready, AT) == e.SoundTouched(at=AT, what="no-room")
    assert next_event(at("sound_ready"), AT) == e.Continued(at=AT)
    asked = at("sound_ready", queue=full)
    wish = Asked(UUID(int=1), None, kind="sound:heart")
    asked = replace(asked, state=msgspec.structs.replace(asked.state, asked=wish))
    assert choose(asked, "measure-yes", AT) == e.PhotoTouched(at=AT, what="no-room")
