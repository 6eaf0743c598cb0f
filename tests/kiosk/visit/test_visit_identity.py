"""Who it is: card, phone, guardian, staff; nothing of earlier visits without a proof; changing it later."""

from uuid import UUID, uuid5

import msgspec
import pytest

from contract import cards, documents, station, talk
from contract.documents import Guardian, Person
from contract.talk import CodeState, EarlierValue, IdentityAnswer
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.age import age_of
from kiosk.visit.context import Context
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal

CARD = cards.token_of(b"somebody")
ANA = Person(given="Ana", family="Ruiz", birth_date="1950-03-02")
BEFORE = (EarlierValue("systolic", 128.0, "mm[Hg]", "2026-10-01T09:00:00+00:00"),)


@pytest.fixture
def visit(context: Context) -> Rehearsal:
    """At the question who it is; a reader for cards is there, and the hub sends codes."""
    profile = msgspec.structs.replace(context.profile, phone_codes=True)
    made = Rehearsal(msgspec.structs.replace(context, profile=profile))
    made.device("scanner", "ready")
    made.begin()
    made.do(e.ConsentAnswered, given=True)
    return made


def ask(visit: Rehearsal) -> UUID:
    proof = visit.state.proof
    assert proof is not None and proof.ask is not None
    return proof.ask


def answer(
    visit: Rehearsal, person: Person | None = None, why: str = "", earlier: tuple[EarlierValue, ...] = ()
) -> None:
    asked = ask(visit)
    live = IdentityAnswer(
        id=uuid5(asked, "answer"), visit=VISIT, at="", ask=asked, person=person, why=why, earlier=earlier
    )
    visit.hub(live)


def code(visit: Rehearsal, state: str, left: int = 0) -> None:
    asked = ask(visit)
    visit.hub(CodeState(id=uuid5(asked, "state"), visit=VISIT, at="", ask=asked, state=state, left=left))


def show_card(visit: Rehearsal) -> None:
    visit.do(e.ProofChosen, by="card")
    assert visit.shows(Screen.CARD)
    visit.core(station.CardRead(token=CARD))
    assert visit.shows(Screen.BIRTH_DATE)
    visit.do(e.BirthDateGiven, birth_date="1950-03-02")


def test_a_card_and_the_birth_date_bring_a_person_back(visit: Rehearsal) -> None:
    show_card(visit)
    assert visit.shows(Screen.LOOKING)
    (claim,) = visit.live(talk.IdentityClaimed)
    assert (claim.card, claim.birth_date) == (CARD, "1950-03-02")
    assert visit.state.person_is is None and not visit.state.earlier
    answer(visit, ANA, earlier=BEFORE)
    assert visit.shows(Screen.KNOWN)
    visit.do(e.Continued)
    assert visit.shows(Screen.QUESTION)
    (told,) = visit.sealed(documents.Identified)
    assert (told.person, told.how, told.card) == (ANA, "card", CARD)
    assert visit.state.earlier == BEFORE


def test_a_card_may_be_held_before_the_reader_at_once(visit: Rehearsal) -> None:
    visit.core(station.CardRead(token=CARD))
    assert visit.shows(Screen.BIRTH_DATE)


def test_a_name_and_birth_date_alone_bring_nothing_back(visit: Rehearsal) -> None:
    visit.do(e.WhoChosen, anonymous=False)
    visit.do(e.NameGiven, given="Ana", family="Ruiz")
    visit.do(e.BirthDateGiven, birth_date="1950-03-02")
    assert visit.live(talk.IdentityClaimed) == []
    stray = IdentityAnswer(id=uuid5(VISIT, "x"), visit=VISIT, at="", ask=VISIT, person=ANA, earlier=BEFORE)
    visit.hub(stray)  # an answer to what was never asked
    assert visit.state.earlier == ()
    assert visit.sealed(documents.Identified)[-1].how == "told"


def test_another_card_is_none_of_ours(visit: Rehearsal) -> None:
    visit.do(e.ProofChosen, by="card")
    visit.core(station.CardRead(token="29999001234567"))
    assert (visit.screen, visit.state.mistake) == (Screen.CARD, "card-not-ours")


def test_three_birth_dates_that_do_not_match_and_the_name_is_asked(visit: Rehearsal) -> None:
    show_card(visit)
    for _ in range(2):
        answer(visit, why="no-match")
        assert (visit.screen, visit.state.mistake) == (Screen.BIRTH_DATE, "card-not-matching")
        visit.do(e.BirthDateGiven, birth_date="1951-03-02")
    answer(visit, why="no-match")
    assert (visit.screen, visit.state.mistake) == (Screen.NAME, "proof-too-many")


def test_a_hub_that_does_not_answer_holds_nobody_up(visit: Rehearsal) -> None:
    show_card(visit)
    asked = ask(visit)
    visit.wait(16)
    assert (visit.screen, visit.state.mistake) == (Screen.NAME, "could-not-look")
    visit.hub(
        IdentityAnswer(id=uuid5(asked, "late"), visit=VISIT, at="", ask=asked, person=ANA, earlier=BEFORE)
    )
    assert visit.shows(Screen.NAME) and visit.state.earlier == ()
    visit.do(e.NameGiven, given="Ana", family="Ruiz")  # the birth date was told already
    assert visit.shows(Screen.QUESTION)
    told = visit.sealed(documents.Identified)[-1]
    assert (told.person, told.how, told.card) == (ANA, "told", CARD)


def test_without_the_hub_a_card_is_kept_for_it_and_no_phone_is_offered(visit: Rehearsal) -> None:
    visit.core(station.HubState(online=False, since=""))
    visit.do(e.ProofChosen, by="phone")
    assert visit.shows(Screen.WHO)
    visit.core(station.CardRead(token=CARD))
    assert visit.shows(Screen.NAME)
    visit.do(e.NameGiven, given="Ana", family="Ruiz")
    visit.do(e.BirthDateGiven, birth_date="1950-03-02")
    assert visit.shows(Screen.QUESTION)
    assert visit.sealed(documents.Identified)[-1].card == CARD
    assert visit.live(talk.IdentityClaimed) == []


def test_that_is_not_me_keeps_nothing(visit: Rehearsal) -> None:
    show_card(visit)
    answer(visit, ANA, earlier=BEFORE)
    visit.do(e.WentBack)
    assert visit.shows(Screen.NAME)
    assert (visit.state.proof, visit.state.earlier, visit.state.person_is) == (None, (), None)


# ---- the phone


def type_phone(visit: Rehearsal) -> None:
    visit.do(e.ProofChosen, by="phone")
    visit.do(c.PhoneGiven, phone=" 555 014  2077 ")
    assert visit.shows(Screen.CODE)


def test_a_code_to_the_phone_and_the_birth_date(visit: Rehearsal) -> None:
    type_phone(visit)
    (wanted,) = visit.live(talk.CodeWanted)
    assert (wanted.phone, wanted.language) == ("555 014 2077", "en")
    code(visit, "sent")
    visit.do(e.CodeGiven, code="12345")
    assert visit.state.mistake == "code-unreadable"
    visit.do(e.CodeGiven, code="123 456")
    assert [typed.code for typed in visit.live(talk.CodeTyped)] == ["123456"]
    code(visit, "wrong", 4)
    assert visit.shows(Screen.CODE)
    visit.do(e.CodeGiven, code="654321")
    code(visit, "right")
    assert visit.shows(Screen.BIRTH_DATE)
    visit.do(e.BirthDateGiven, birth_date="1950-03-02")
    assert visit.live(talk.IdentityClaimed)[-1].card == ""
    answer(visit, ANA, earlier=BEFORE)
    visit.do(e.Continued)
    assert visit.sealed(documents.Identified)[-1].how == "phone"


def test_a_phone_that_is_new_is_asked_for_the_name_only(visit: Rehearsal) -> None:
    type_phone(visit)
    code(visit, "right")
    visit.do(e.BirthDateGiven, birth_date="1950-03-02")
    answer(visit, why="no-match")
    assert (visit.screen, visit.state.mistake) == (Screen.NAME, "phone-new")
    visit.do(e.NameGiven, given="Ana", family="Ruiz")
    assert visit.shows(Screen.QUESTION)
    assert visit.sealed(documents.Identified)[-1] == msgspec.structs.replace(
        visit.sealed(documents.Identified)[-1], person=ANA, how="told", card=""
    )


def test_another_code_only_after_a_while(visit: Rehearsal) -> None:
    type_phone(visit)
    visit.do(e.CodeAgainWanted)
    assert len(visit.live(talk.CodeWanted)) == 1
    visit.wait(31)
    visit.do(e.CodeAgainWanted)
    assert len(visit.live(talk.CodeWanted)) == 2
    code(visit, "too-many")
    visit.wait(31)
    visit.do(e.CodeAgainWanted)
    assert len(visit.live(talk.CodeWanted)) == 2
    visit.do(e.Skipped, reason="do-not-want")
    assert visit.shows(Screen.NAME)


def test_no_number_of_a_phone(visit: Rehearsal) -> None:
    visit.do(e.ProofChosen, by="phone")
    visit.do(c.PhoneGiven, phone="555")
    assert (visit.screen, visit.state.mistake) == (Screen.PHONE, "phone-unreadable")


def test_a_crash_in_between_leaves_nothing_to_the_next(visit: Rehearsal) -> None:
    type_phone(visit)
    code(visit, "right")
    visit.resume()
    assert visit.shows(Screen.RESUME) and visit.state.proof is None
    visit.do(e.ResumeAnswered, answer="")
    assert visit.shows(Screen.WHO)


# ---- minors, staff


def child(visit: Rehearsal) -> None:
    visit.do(e.WhoChosen, anonymous=False)
    visit.do(e.NameGiven, given="Leo", family="Ruiz")
    visit.do(e.BirthDateGiven, birth_date="2015-06-01")
    assert visit.shows(Screen.GUARDIAN)


def test_a_guardian_agrees_for_a_minor(visit: Rehearsal) -> None:
    child(visit)
    assert visit.sealed(documents.Identified) == []
    visit.do(e.GuardianIs, relation="parent")
    visit.do(e.GuardianNamed, name=" ")
    assert (visit.screen, visit.state.mistake) == (Screen.GUARDIAN_NAME, "missing")
    visit.do(e.GuardianNamed, name="Ana Ruiz")
    assert visit.shows(Screen.QUESTION)
    assert visit.sealed(documents.Identified)[-1].guardian == Guardian("Ana Ruiz", "parent")
    consent = visit.sealed(documents.ConsentGiven)[-1]
    assert (consent.given, consent.by) == (True, "Ana Ruiz (parent)")


def test_going_back_and_forth_does_not_get_a_minor_past_the_guardian(visit: Rehearsal) -> None:
    child(visit)
    visit.do(e.GuardianIs, relation="parent")
    visit.do(e.WentBack)
    visit.do(e.WentBack)
    assert visit.shows(Screen.BIRTH_DATE)
    visit.do(e.BirthDateGiven, birth_date="2015-06-01")
    assert visit.shows(Screen.GUARDIAN)


def test_a_minor_alone_is_not_sent_away_and_a_person_is_called(visit: Rehearsal) -> None:
    child(visit)
    visit.do(e.GuardianIs, relation="nobody")
    assert visit.shows(Screen.QUESTION)
    assert len(visit.told(station.PagePerson)) == 1
    assert visit.sealed(documents.Identified)[-1].guardian is None


def test_an_adults_corrected_birth_date_needs_no_guardian(visit: Rehearsal) -> None:
    child(visit)
    visit.do(e.WentBack)
    visit.do(e.BirthDateGiven, birth_date="1951-06-01")
    assert visit.shows(Screen.QUESTION)
    assert visit.state.guardian_is == ""


@pytest.mark.parametrize("ways", [{"anonymous": True}, {"anonymous": False}, None])
def test_who_it_was_holds_until_it_is_said_anew(visit: Rehearsal, ways: dict[str, bool] | None) -> None:
    child(visit)
    visit.do(e.GuardianIs, relation="parent")
    visit.do(e.GuardianNamed, name="Ana Ruiz")
    visit.answer_all()
    assert visit.shows(Screen.OFFER_CALL)  # a provider at once: the patient is a child
    visit.do(e.ChangeWanted)
    visit.do(e.ChangeWanted, what="who")
    if ways is None:
        visit.core(station.CardRead(token=CARD))
    else:
        visit.do(e.WhoChosen, **ways)
    assert age_of(visit.state, visit.at) == pytest.approx(11.48, abs=0.01)
    visit.resume()
    assert visit.state.resume is not None and visit.state.resume.kind == "birth-year"
    visit.do(e.ResumeAnswered, answer="2015")
    assert visit.state.resume is None


def test_staff_does_it_with_the_patient(visit: Rehearsal) -> None:
    visit.do(e.StaffAttends)
    visit.do(e.StaffAttends)
    visit.do(e.StaffAttends)
    visit.do(e.WhoChosen, anonymous=True)
    visit.do(e.AgeGiven, years=70)
    assert visit.sealed(documents.Identified)[-1].attended == "staff"


# ---- a card for next time, changes, an emergency, two minutes


def test_a_card_for_next_time_is_the_same_in_a_replay_and_nobody_elses(visit: Rehearsal) -> None:
    visit.do(e.WhoChosen, anonymous=False)
    visit.do(e.NameGiven, given="Ana", family="Ruiz")
    visit.do(e.BirthDateGiven, birth_date="1950-03-02")
    visit.answer_all()
    while not visit.shows(Screen.STORED):
        visit.go_on()
        if visit.shows(Screen.OFFER_CALL):
            visit.do(c.CallDeclined)
    visit.do(e.CardWanted)
    assert visit.shows(Screen.CARD_MADE)
    told = visit.sealed(documents.Identified)[-1]
    assert told.new_card == visit.state.card == cards.token_of(b"s" * 32)
    assert cards.is_card(told.new_card)
    assert told.new_card not in repr(told)
    visit.do(e.Continued)
    assert visit.shows(Screen.STORED)


def test_every_answer_can_be_changed_from_the_results(visit: Rehearsal) -> None:
    visit.do(e.WhoChosen, anonymous=True)
    visit.do(e.AgeGiven, years=70)
    visit.answer_all()
    while not visit.shows(Screen.RESULTS):
        visit.go_on()
    visit.do(e.ChangeWanted)
    assert visit.shows(Screen.CHANGE)
    visit.do(e.ChangeWanted, what="question:nonsense")
    assert visit.shows(Screen.CHANGE)
    visit.do(e.ChangeWanted, what="question:why")
    assert visit.shows(Screen.QUESTION, "why")
    visit.do(e.Answered, item="why", answer="rash")
    assert visit.shows(Screen.RESULTS)
    assert visit.sealed(documents.Answers)[-1].reason == "rash"


def test_changing_in_line_keeps_the_place_and_the_call_goes_before(visit: Rehearsal) -> None:
    visit.do(e.WhoChosen, anonymous=True)
    visit.do(e.AgeGiven, years=70)
    visit.answer_all()
    while not visit.shows(Screen.WAITING):
        visit.go_on()
    visit.do(e.ChangeWanted)
    visit.do(e.WentBack)
    assert visit.shows(Screen.WAITING)
    visit.do(e.ChangeWanted)
    visit.do(e.ChangeWanted, what="question:why")
    visit.core(station.CallState(state="connected"))
    assert visit.shows(Screen.CALL)
    assert visit.told(station.CancelCall) == []


def test_an_emergency_can_be_said_from_anywhere(visit: Rehearsal) -> None:
    visit.do(e.PersonWanted)
    visit.do(e.EmergencyWanted)
    assert visit.shows(Screen.EMERGENCY)
    (alarm,) = visit.told(station.RaiseAlarm)
    assert (alarm.rule, alarm.level) == ("said-by-patient", "E")
    visit.acknowledge(alarm.alarm)
    visit.do(e.Continued)
    assert visit.shows(Screen.WHO)


def test_before_consent_a_person_is_called_and_nothing_else(context: Context) -> None:
    visit = Rehearsal(context)
    visit.begin()
    visit.do(e.PersonWanted)
    visit.do(e.EmergencyWanted)
    assert visit.shows(Screen.CONSENT)
    assert visit.told(station.RaiseAlarm) == []
    assert len(visit.told(station.PagePerson)) == 1


def test_two_minutes_after_a_crash_the_visit_is_closed_with_what_it_has(visit: Rehearsal) -> None:
    visit.do(e.WhoChosen, anonymous=True)
    visit.do(e.AgeGiven, years=70)
    visit.answer_all()
    visit.resume()
    visit.wait(115)
    visit.do(e.StillHere)  # looking at the warning is no answer to the check
    assert visit.state.closing is None
    visit.wait(6)
    assert visit.state.closing is not None and visit.state.closing.how == "timed-out"
    assert visit.sealed(documents.Answers)


def test_a_session_that_comes_back_too_late_lets_nobody_in(visit: Rehearsal) -> None:
    visit.do(e.WhoChosen, anonymous=True)
    visit.do(e.AgeGiven, years=70)
    visit.ns += 121 * 1_000_000_000  # nobody started it again
    visit.resume()
    visit.wait(1)
    assert visit.state.closing is not None and visit.state.closing.how == "timed-out"


def test_a_rest_does_not_use_up_the_two_minutes(visit: Rehearsal) -> None:
    visit.do(e.WhoChosen, anonymous=True)
    visit.do(e.AgeGiven, years=70)
    visit.answer_all()
    timing = msgspec.structs.replace(visit.context.profile.timing, rest_s=300)
    profile = msgspec.structs.replace(visit.context.profile, timing=timing)
    visit.context = msgspec.structs.replace(visit.context, profile=profile)
    while not visit.shows(Screen.CUFF_POSTURE):
        visit.go_on()
    visit.do(e.Continued)
    assert visit.shows(Screen.CUFF_REST)
    visit.wait(200)
    visit.resume()
    visit.wait(60)
    assert visit.shows(Screen.RESUME)
    visit.do(e.ResumeAnswered, answer="70")
    assert visit.shows(Screen.CUFF_POSTURE)
