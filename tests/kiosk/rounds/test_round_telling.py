"""What changed, the handover, who is told, and the call from a round."""

from uuid import uuid4

from contract import care, documents, station, talk
from contract.care import (
    ConditionChange,
    Notified,
    ResidentConsent,
)
from kiosk.rounds import events as e
from kiosk.rounds.rehearsal import ANA, BEN, CAROL, NURSE, RoundRehearsal
from kiosk.visit import call_events as c
from kiosk.visit import events as v
from kiosk.visit.context import Context
from kiosk.visit.model import Screen


def test_what_changed_is_described_one_by_one(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("observe")
    duty.do(e.RoundChose, what=("eating", "tiredness", "made up"))
    assert duty.shows(Screen.OBSERVE_HOW, "eating")
    duty.do(e.RoundChose, what=("less",))
    assert duty.shows(Screen.OBSERVE_HOW, "eating")  # since when?
    duty.do(e.RoundChose, what=("less", "yesterday"))
    duty.do(e.RoundChose, what=("more", "today"))
    (seen,) = duty.sealed(ConditionChange)
    assert [(change.what, change.trend, change.since) for change in seen.changes] == [
        ("eating", "less", "yesterday"),
        ("tiredness", "more", "today"),
    ]
    assert seen.by == NURSE


def test_all_as_usual_is_written_down_as_well(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("observe")
    duty.do(e.RoundChose, what=())
    assert duty.sealed(ConditionChange)[0].changes == ()


def keep_sbar(duty: RoundRehearsal, then: str = "") -> None:
    duty.touch("sbar")
    duty.do(e.SbarKept, situation="S", background="B", request="R", observation="O", then=then)


def test_a_nurse_writes_the_assessment_and_a_later_handover_replaces_it(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("sbar")
    duty.touch("assess")
    duty.do(e.RoundWrote, text="  Fluid   overload? ")
    assert duty.shows(Screen.SBAR)
    duty.do(v.WentBack)
    keep_sbar(duty)
    keep_sbar(duty)
    first, second = duty.sealed(care.Sbar)
    assert (first.assessment, first.assessed_by) == ("Fluid overload?", NURSE)
    assert first.id == second.id


def test_an_aide_writes_no_assessment(context: Context) -> None:
    duty = RoundRehearsal(context, roles=("aide",))
    duty.sign_in()
    duty.to_bed(ANA)
    duty.touch("sbar")
    duty.touch("assess")
    assert duty.shows(Screen.SBAR)
    duty.do(e.RoundWrote, text="It is her heart.")
    duty.do(e.SbarKept, situation="S", background="B", request="R", observation="O")
    (made,) = duty.sealed(care.Sbar)
    assert (made.assessment, made.assessed_by) == ("", None)
    assert (made.observation, made.observed_by) == ("O", NURSE)


def test_all_three_are_told_with_time_and_person(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("notify")
    duty.touch("resident")
    duty.do(e.RoundChose, what=("in-person", "significant-change"))
    duty.touch("physician")
    duty.do(e.RoundChose, what=("phone", "significant-change"))
    assert duty.shows(Screen.TOLD_NAME)
    duty.do(e.RoundWrote, text=" ")
    assert duty.state.mistake == "missing"
    duty.do(e.RoundWrote, text="Dr. Lee")
    duty.touch("representative")
    duty.do(e.RoundChose, what=("not-reached", "significant-change"))
    duty.do(e.RoundWrote, text="Eva Ruiz")
    made = duty.sealed(Notified)
    assert [(n.who, n.person, n.how) for n in made] == [
        ("resident", "Ana Ruiz", "in-person"),
        ("physician", "Dr. Lee", "phone"),
        ("representative", "Eva Ruiz", "not-reached"),
    ]
    assert all(n.when and n.by == NURSE for n in made)
    assert duty.duty.bedside is not None
    assert [who for who, _ in duty.duty.bedside.told] == ["resident", "physician"]  # a try is not told


def test_no_call_without_a_yes_and_the_round_goes_on_after_it(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("call")
    assert duty.shows(Screen.AGREE)
    assert duty.told(station.RequestCall) == []
    duty.touch("yes")
    (said,) = duty.sealed(ResidentConsent)
    assert (said.who, said.basis, said.given, said.by) == ("resident", "resident-decides", True, NURSE)
    assert duty.shows(Screen.WAITING)
    duty.do(v.WentBack)
    assert duty.shows(Screen.BEDSIDE)  # meanwhile
    duty.core(station.CallState(state="connected"))
    assert duty.shows(Screen.CALL)
    duty.do(c.HungUp)
    assert duty.shows(Screen.PLAN_WAITING)
    duty.do(v.Finished)
    assert duty.shows(Screen.BEDSIDE)
    assert duty.duty.bedside is not None
    duty.touch("leave")
    assert duty.shows(Screen.ROUND)
    assert duty.ended is None


def test_the_plan_of_a_call_is_shown_and_leads_back(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("call")
    duty.touch("yes")
    duty.core(station.CallState(state="connected"))
    assert duty.state.visit is not None
    plan = talk.Plan(
        id=uuid4(),
        visit=duty.state.visit,
        at=duty.at.wall,
        text="More water.",
        disposition="self-care",
        provider="Dr. Kim",
    )
    duty.do(c.HungUp)
    duty.hub(plan)
    assert duty.shows(Screen.PLAN)
    duty.do(v.Finished)
    assert duty.shows(Screen.BEDSIDE)
    duty.touch("plan")  # once more
    assert duty.shows(Screen.PLAN)
    duty.do(v.Finished)
    assert duty.shows(Screen.BEDSIDE)
    duty.touch("leave")
    duty.to_bed(BEN)
    duty.touch("plan")
    assert duty.shows(Screen.BEDSIDE), "it was another's"


def test_nobody_there_is_no_dead_end(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.core(station.HubState(online=False, since=duty.at.wall))
    duty.touch("call")
    duty.touch("yes")
    assert duty.shows(Screen.NOBODY)
    duty.do(c.NobodyChosen, choice="store")
    assert duty.shows(Screen.STORED)
    duty.do(v.Finished)
    assert duty.shows(Screen.BEDSIDE)
    assert duty.sealed(documents.CaseLeft)[0].wish == "review"


def test_who_cannot_decide_needs_the_representative(duty: RoundRehearsal) -> None:
    duty.to_bed(CAROL)
    duty.touch("case")
    duty.touch("yes")
    assert duty.shows(Screen.AGREE)  # not hers to say
    duty.touch("on-record")
    duty.touch("guardian")
    duty.do(e.RoundWrote, text="Tom Meyer")
    (said,) = duty.sealed(ResidentConsent)
    assert (said.who, said.basis, said.name, said.authority) == (
        "representative",
        "on-record",
        "Tom Meyer",
        "guardian",
    )
    assert duty.sealed(documents.CaseLeft)[0].wish == "review"
    assert duty.shows(Screen.BEDSIDE)


def test_a_no_is_a_no(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("photo")
    duty.touch("no")
    assert duty.shows(Screen.BEDSIDE)
    (said,) = duty.sealed(ResidentConsent)
    assert (said.given, said.what) == (False, "photo")
    duty.touch("photo")
    assert duty.shows(Screen.AGREE)


def test_a_yes_is_asked_for_once(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    keep_sbar(duty, "case")
    duty.touch("yes")
    assert len(duty.sealed(documents.CaseLeft)) == 1
    duty.touch("photo")
    assert duty.shows(Screen.AGREE)  # a picture is asked for by itself
    duty.touch("yes")
    assert duty.shows(Screen.PHOTO)
    assert duty.state.shooting is not None
    assert duty.state.shooting.by == "staff"


# ---- own words, answers, who else is there


def test_what_is_seen_can_be_put_in_own_words(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("observe")
    duty.do(e.RoundChose, what=("eating", "skin"))
    duty.do(e.RoundChose, what=("less", "yesterday", "words"))
    assert duty.shows(Screen.OBSERVE_NOTE, "eating")
    duty.do(e.RoundWrote, text=" left half   of it ")
    assert duty.shows(Screen.OBSERVE_HOW, "skin")
    duty.do(e.RoundChose, what=("different", "today"))
    assert duty.shows(Screen.BEDSIDE)
    (change,) = duty.sealed(ConditionChange)
    assert [(c.what, c.note) for c in change.changes] == [("eating", "left half of it"), ("skin", "")]


def test_what_came_of_a_telling_is_written_down(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("notify")
    duty.touch("physician")
    duty.do(e.RoundChose, what=("phone", "significant-change", "answer"))
    duty.do(e.RoundWrote, text="Dr. Lee")
    assert duty.shows(Screen.TOLD_SAID)
    assert duty.sealed(Notified) == []
    duty.do(e.RoundWrote, text="comes at 4 pm")
    duty.touch("representative")
    duty.do(e.RoundChose, what=("left-message", "significant-change", "answer"))
    duty.do(e.RoundWrote, text="Eva Ruiz")  # nobody answered: there is nothing to write down
    assert duty.shows(Screen.NOTIFY)
    assert [(t.person, t.how, t.said) for t in duty.sealed(Notified)] == [
        ("Dr. Lee", "phone", "comes at 4 pm"),
        ("Eva Ruiz", "left-message", ""),
    ]
    assert duty.duty.bedside is not None
    assert [who for who, _ in duty.duty.bedside.told] == ["physician"]


def test_a_consent_says_who_was_there_and_who_interpreted(duty: RoundRehearsal) -> None:
    duty.to_bed(ANA)
    duty.touch("call")
    duty.touch("with")
    assert duty.shows(Screen.AGREE_WITH)
    duty.do(e.RoundChose, what=("family", "by-remote", "burglar"))
    assert duty.shows(Screen.AGREE)
    duty.touch("yes")
    (consent,) = duty.sealed(ResidentConsent)
    assert (consent.present, consent.interpreter) == (("staff", "family"), "remote")
