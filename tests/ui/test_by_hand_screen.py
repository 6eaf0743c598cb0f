"""Guided devices, leaving out with a reason, and entering by hand, on the real screen."""

from screen_person import Person, Touch, answer_to, to_cuff, to_questions

from contract import instruments, station
from contract.documents import Measured, MeasureSkipped
from contract.measurement import Act, Kind, Value
from kiosk.visit.model import Screen


def left_out(person: Person, why: str) -> None:
    person.tap("skip")
    person.on(Screen.SKIP_WHY)
    person.tap(f"skip-{why}")


def to_results(person: Person) -> None:
    to_questions(person)
    answer_to(person, Screen.QUESTION, pregnant="does-not-apply")
    left_out(person, "hurts")
    person.on(Screen.CUFF_QUESTION)
    left_out(person, "cannot")
    person.on(Screen.RESULTS)


def sign_on(person: Person) -> None:
    person.tap("by-hand")
    person.tap("hand-nurse")
    Touch(person).write("staff", "mo")
    person.tap("next")
    person.ready("answer-hand-respiration")


def newest(person: Person) -> Measured:
    return [paper for paper in person.core.papers() if isinstance(paper, Measured)][-1]


def test_a_scale_is_wanted_from_the_results_and_its_number_is_pale_until_it_is_one(person: Person) -> None:
    to_results(person)
    person.core.device("scale", "ready")
    person.tap("more-weight")
    person.ready("cannot-stand")
    person.tap("next")
    person.on(Screen.DEVICE_MEASURE)
    shown = (Value(Kind.WEIGHT, 72.4, "kg"),)
    person.core.say(instruments.Progress(act=Act.WEIGHT, phase="settling", fraction=0.4, shown=shown))
    person.wait(lambda: person.reads("Stand still"), "what to do")
    assert person.seen("value-device").text == "72.4"
    assert not person.seen("next").enabled
    person.core.reading((Value(Kind.WEIGHT, 72.5, "kg"),))
    person.wait(lambda: person.reads("159.8"), "the same in pounds")
    assert person.seen("value-device").text == "72.5"
    person.tap("next")
    person.on(Screen.RESULTS)
    reasons = [paper.reason for paper in person.core.papers() if isinstance(paper, MeasureSkipped)]
    assert reasons == ["hurts", "cannot"]


def test_staff_enter_a_temperature_in_their_unit_with_its_site(person: Person) -> None:
    to_results(person)
    sign_on(person)
    assert person.reads("For NEWS2 we still need")
    person.tap("answer-hand-temperature")
    person.tap("hand-axillary")
    person.ready("temperature:[degF]")
    person.tap("next")
    person.wait(lambda: person.reads("Please fill this in"), "why it was not taken")
    Touch(person).write("temperature:[degF]", "98.6")
    person.tap("next")
    person.ready("answer-hand-respiration")
    made = newest(person).measurement
    assert (made.values, made.site) == ((Value(Kind.TEMPERATURE, 98.6, "[degF]"),), "axillary")
    assert (made.measured_by, made.entered_by) == ("by-hand", "nurse, mo")
    person.tap("next")
    person.on(Screen.RESULTS)
    assert person.reads("Entered by hand")


def test_breaths_are_counted_touch_by_touch(person: Person) -> None:
    to_results(person)
    sign_on(person)
    person.tap("answer-hand-respiration")
    person.tap("next")
    for number in range(3):
        person.tap("breath")
        person.wait(lambda n=number: person.seen("value-breaths").text == str(n + 1), "a breath")  # type: ignore[misc]
    person.tap("back")
    person.wait(lambda: not person.hands.shows("breath"), "the start again")


def test_before_the_cuff_squeezes_the_screen_says_how_to_stop_it(person: Person) -> None:
    to_questions(person)
    answer_to(person, Screen.QUESTION)
    left_out(person, "hurts")
    answer_to(person, Screen.CUFF_QUESTION)
    for name in ("answer-left", "answer-adult"):
        person.tap(name)
    person.on(Screen.CUFF_POSTURE)
    assert person.reads("touch STOP or press any key")
    person.tap("next")
    person.on(Screen.CUFF_REST)
    assert person.reads("touch STOP or press any key")


def test_staff_are_told_of_a_broken_cuff_and_can_enter_a_pressure(person: Person) -> None:
    to_cuff(person)
    person.core.fail("cuff-leak", "refit-cuff")
    person.core.device("cuff", "fault", "cuff-leak")
    person.on(Screen.MEASURE_PROBLEM)
    person.tap("next")
    person.wait(lambda: person.reads("We have told the staff."), "that staff know")
    person.wait(lambda: bool(person.core.all(station.PagePerson)), "the page")
    person.tap("by-hand")
    person.tap("hand-physician")
    Touch(person).write("staff", "kim")
    person.tap("next")
    person.tap("hand-left-upper-arm")
    for field, number in (("systolic:mm[Hg]", "134"), ("diastolic:mm[Hg]", "82")):
        Touch(person).write(field, number)
    person.tap("next")
    person.ready("answer-hand-respiration")
    person.tap("next")
    person.on(Screen.RESULTS)
    assert person.reads("134/82")
