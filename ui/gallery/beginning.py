"""Scenes up to the first measurement, emergencies, and what lies over a screen."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from contract import station
from kiosk.clinical.questions import Answer
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.asking import form_of, harmless
from kiosk.visit.model import Screen
from ui.gallery.scene import Played, Scene, table
from ui.inputs import Draft
from ui.tongues import TONGUES


def welcome(language: str) -> Scene:
    """Nobody there yet."""
    return Scene(Played(language))


def welcome_in_all_languages(language: str) -> Scene:
    """A station that offers every language there is."""
    visit = Played(language)
    visit.offer(tuple(TONGUES))
    return Scene(visit)


def looking_up(language: str, *touched: str) -> Scene:
    """A symptom is looked up, without a visit."""
    visit = Played(language)
    visit.do(e.SymptomsWanted, language=language)
    for what in touched:
        visit.do(e.SymptomTouched, what=what)
    return Scene(visit)


def symptom_search(language: str) -> Scene:
    """Typed wrongly, and found."""
    typed = {"es": "dolor de cabesa"}.get(language, "hedake")
    return replace(looking_up(language), draft=Draft(fields={"symptom": typed}))


def symptom_unknown(language: str) -> Scene:
    """A word that nobody knows."""
    return replace(looking_up(language), draft=Draft(fields={"symptom": "qwxz"}))


def symptom_body(language: str) -> Scene:
    """Where is it?"""
    return looking_up(language, "body")


def symptom_part(language: str) -> Scene:
    """What one can have there."""
    return looking_up(language, "body", "part:belly")


def symptom_asked(language: str) -> Scene:
    """The signs that can't wait."""
    return looking_up(language, "ask:fever")


def symptom_now(language: str) -> Scene:
    """One of them is there."""
    return looking_up(language, "ask:fever", "yes")


def symptom_quiet(language: str) -> Scene:
    """Thoughts of ending one's life: the line, without red."""
    return looking_up(language, "ask:suicide", "yes")


def symptom_care(language: str) -> Scene:
    """None of them: soon, and what one can do."""
    return looking_up(language, "ask:back-pain", "no")


def consent(language: str) -> Scene:
    """The first screen of a visit."""
    visit = Played(language)
    visit.begin()
    return Scene(visit)


def declined(language: str) -> Scene:
    """No to the consent."""
    scene = consent(language)
    scene.visit.do(e.ConsentAnswered, given=False)
    return scene


def who(language: str) -> Scene:
    """With or without a name."""
    scene = consent(language)
    scene.visit.do(e.ConsentAnswered, given=True)
    return scene


def name(language: str) -> Scene:
    """A name, typed."""
    scene = who(language)
    scene.visit.do(e.WhoChosen, anonymous=False)
    return replace(scene, draft=Draft(fields={"given": "Ana María", "family": "Ruiz"}))


def name_missing(language: str) -> Scene:
    """Next without a name."""
    scene = who(language)
    scene.visit.do(e.WhoChosen, anonymous=False)
    scene.visit.do(e.NameGiven, given="", family="")
    return scene


def birth_date_asked(language: str) -> Scene:
    """Nothing typed yet."""
    scene = name(language)
    scene.visit.do(e.NameGiven, given="Ana María", family="Ruiz")
    return replace(scene, draft=Draft())


def birth_date(language: str) -> Scene:
    """A birth date that can't be."""
    fields = {"month": "2", "day": "30", "year": "1950"}
    return replace(birth_date_asked(language), draft=Draft(fields=fields, refused=("day", "day-wrong")))


def birth_date_future(language: str) -> Scene:
    """A birth date that is still to come."""
    scene = birth_date_asked(language)
    scene.visit.do(e.BirthDateGiven, birth_date="2050-02-03")
    return replace(scene, draft=Draft(fields={"month": "2", "day": "3", "year": "2050"}))


def age(language: str) -> Scene:
    """Without a name: the age."""
    scene = who(language)
    scene.visit.do(e.WhoChosen, anonymous=True)
    return scene


def asking(language: str, item: str, **answers: str) -> Scene:
    """The visit at a question, everything before answered harmlessly but for `answers`."""
    visit = Played(language)
    visit.to_questions()
    while visit.state.item != item:
        asked = visit.state.item
        answer = answers.get(asked.replace("-", "_"), harmless(visit.context.questionnaire, asked))
        visit.do(e.Answered, item=asked, answer=answer)
    return Scene(visit)


def question_urgent(language: str) -> Scene:
    """The urgent questions, nothing ticked."""
    return asking(language, "emergency")


def question_urgent_ticked(language: str) -> Scene:
    """One of them ticked."""
    return replace(asking(language, "emergency"), draft=Draft(chosen=("breathing",)))


def question_one(language: str) -> Scene:
    """One of several."""
    return replace(asking(language, "reason"), draft=Draft(chosen=("breathing",)))


def question_many(language: str) -> Scene:
    """Several of many."""
    return replace(asking(language, "also"), draft=Draft(chosen=("fever", "headache")))


def question_words(language: str) -> Scene:
    """In one's own words."""
    return asking(language, "reason-text", reason="other")


def question_number(language: str) -> Scene:
    """A number."""
    scene = asking(language, "how-bad", reason="back-joint")
    return replace(scene, draft=Draft(chosen=("4",), fields={"answer": "4"}))


def about(language: str, item: str = "about", **answers: Answer) -> Scene:
    """What is asked of everybody, the rest answered harmlessly but for `answers`."""
    visit = Played(language)
    visit.to_questions()
    while visit.screen is not Screen.ABOUT or visit.state.item != item:
        asked = visit.state.item
        given = answers.get(asked.replace("-", "_"), harmless(form_of(visit.context, visit.screen), asked))
        visit.do(e.Answered, item=asked, answer=given)
    return Scene(visit)


def about_ticked(language: str) -> Scene:
    """Some of it is so."""
    return replace(about(language), draft=Draft(chosen=("medicines", "allergy")))


def about_illness(language: str) -> Scene:
    """Which illness."""
    return about(language, "illness", about=("illness",))


def about_allergy(language: str) -> Scene:
    """Allergic to what."""
    scene = about(language, "allergy", about=("allergy",))
    return replace(scene, draft=Draft(chosen=("penicillin",)))


def about_medicines(language: str) -> Scene:
    """Which medicines, typed."""
    scene = about(language, "medicines", about=("medicines",))
    return replace(scene, draft=Draft(fields={"answer": "Metformin, aspirin"}))


def question_yes_no(language: str) -> Scene:
    """Yes, no, or neither: on oxygen now?"""
    return about(language, "oxygen-now", about=("oxygen",))


def question_yes_no_chosen(language: str) -> Scene:
    """The same, answered before."""
    scene = question_yes_no(language)
    scene.visit.do(e.Answered, item="oxygen-now", answer=False)
    scene.visit.do(e.WentBack)
    return replace(scene, draft=Draft(chosen=("no",)))


def question_present(language: str) -> Scene:
    """Who is in the room."""
    return about(language, "present", about=("somebody",))


def emergency(language: str) -> Scene:
    """Chest pain: nobody has heard of it yet."""
    visit = Played(language)
    visit.to_questions()
    visit.do(e.Answered, item="chest-pain", answer=True)
    visit.wait(12)
    return Scene(visit)


def _alarm_is(scene: Scene, **said: str) -> Scene:
    alarm = scene.visit.state.alarms[0]
    scene.visit.core(
        station.Alarm(
            alarm=alarm.id,
            visit=scene.visit.state.visit or alarm.id,
            rule=alarm.rule,
            level=alarm.level,
            quiet=alarm.quiet,
            raised_at=alarm.raised.wall,
            hub_has_it=True,
            **said,
        )
    )
    return scene


def emergency_sent(language: str) -> Scene:
    """The hub has it, nobody has answered; a provider was asked for."""
    scene = _alarm_is(emergency(language))
    scene.visit.wait(50)
    scene.visit.do(c.CallWanted, camera=True)
    scene.visit.core(station.CallState(state="queued", position=1, providers=1))
    return scene


def emergency_nobody(language: str) -> Scene:
    """A provider was asked for, and none can answer."""
    scene = emergency_sent(language)
    scene.visit.core(station.CallState(state="nobody"))
    return scene


def emergency_seen(language: str) -> Scene:
    """A provider has acknowledged the alarm."""
    scene = emergency_sent(language)
    return _alarm_is(scene, acknowledged_by="provider", acknowledged_at=scene.visit.at.wall)


def emergency_quiet(language: str) -> Scene:
    """Thoughts of suicide: no red."""
    scene = asking(language, "emergency")
    scene.visit.do(e.Answered, item="self-harm", answer=True)
    scene.visit.wait(5)
    return scene


def emergency_quiet_seen(language: str) -> Scene:
    """The same, and a person on site has come."""
    scene = emergency_quiet(language)
    return _alarm_is(scene, acknowledged_by="staff", acknowledged_at=scene.visit.at.wall)


def volume(language: str) -> Scene:
    """The volume's panel."""
    return replace(who(language), taps=("volume",))


def leaving(language: str) -> Scene:
    """Leave?"""
    scene = question_one(language)
    scene.visit.do(e.LeaveWanted)
    return scene


def still_here(language: str) -> Scene:
    """Nobody touched anything for a while."""
    scene = question_one(language)
    scene.visit.wait(scene.visit.context.profile.timing.idle_s + 8)
    return scene


def person(language: str) -> Scene:
    """Somebody on site was called."""
    scene = question_one(language)
    scene.visit.do(e.PersonWanted)
    scene.visit.core(station.PersonPaged(reached=("site-alarm", "hub")))
    return scene


def person_unreached(language: str) -> Scene:
    """Somebody was called from the welcome screen, and nobody can be told."""
    visit = Played(language, hub=False)
    visit.do(e.PersonWanted)
    visit.core(station.PersonPaged(reached=()))
    return Scene(visit)


def away(language: str) -> Scene:
    """Core starts again."""
    return replace(question_one(language), core_up=False)


def resume(language: str) -> Scene:
    """After a crash: is it still the same person?"""
    scene = question_one(language)
    scene.visit.resume()
    return replace(scene, draft=Draft())


def resume_wrong(language: str) -> Scene:
    """Asked for a letter, and it was the wrong one."""
    scene = name(language)
    scene.visit.do(e.NameGiven, given="Ana María", family="Ruiz")
    scene.visit.resume()
    scene.visit.do(e.ResumeAnswered, answer="x")
    return replace(scene, draft=Draft(fields={"check": "X"}))


def resume_confirm(language: str) -> Scene:
    """After a crash before anything was said: a yes is enough."""
    scene = who(language)
    scene.visit.resume()
    return scene


def out_of_order(language: str) -> Scene:
    """Nothing goes."""
    scene = consent(language)
    scene.visit.do(e.Broke, fault="core-lost")
    return scene


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    welcome,
    welcome_in_all_languages,
    symptom_search,
    symptom_unknown,
    symptom_body,
    symptom_part,
    symptom_asked,
    symptom_now,
    symptom_quiet,
    symptom_care,
    consent,
    declined,
    who,
    name,
    name_missing,
    birth_date_asked,
    birth_date,
    birth_date_future,
    age,
    question_urgent,
    question_urgent_ticked,
    question_one,
    question_many,
    question_words,
    question_number,
    about,
    about_ticked,
    about_illness,
    about_allergy,
    about_medicines,
    question_yes_no,
    question_yes_no_chosen,
    question_present,
    emergency,
    emergency_sent,
    emergency_nobody,
    emergency_seen,
    emergency_quiet,
    emergency_quiet_seen,
    volume,
    leaving,
    still_here,
    person,
    person_unreached,
    away,
    resume,
    resume_wrong,
    resume_confirm,
    out_of_order,
)
