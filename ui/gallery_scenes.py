"""Every screen and overlay as a visit would show it: the machine is played up to it, nothing is made up."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID, uuid5

from contract import documents, station
from contract.control import MediaState
from contract.measurement import Act, Grade, Kind, Reason, Value
from contract.profile import Help, Profile
from kiosk.clinical.library import default_questionnaire, default_rules
from kiosk.visit import events as e
from kiosk.visit.context import Context
from kiosk.visit.rehearsal import VISIT, Rehearsal, quick
from kiosk.visit.turn import SECOND
from ui.inputs import Draft, Inputs, Live, Prefs

PROFILE: Final = Profile(
    version=1,
    station=UUID(int=1),
    name="Riverside Pharmacy",
    address="12 River Street, Springfield",
    site_phone="555 0142",
    hub_url="https://localhost:1",
    help=Help(in_person_places=("City Clinic, 40 Main Street, until 8 pm", "Springfield General Hospital")),
)
PROVIDER: Final = "Dr. Grace Kim"


@dataclass
class Scene:
    """A visit played to a point, with what the session alone knows."""

    visit: Rehearsal
    draft: Draft = Draft()
    live: Live = Live()
    core_up: bool = True
    video: bool = False

    def inputs(self, prefs: Prefs) -> Inputs:
        """Return what the view models derive from."""
        return Inputs(
            state=self.visit.state,
            profile=self.visit.context.profile,
            prefs=prefs,
            draft=self.draft,
            live=self.live,
            now_ns=self.visit.ns,
            core_up=self.core_up,
        )


def context() -> Context:
    """Return the real questionnaires and rules with the demo's short times."""
    return quick(
        Context(PROFILE, default_questionnaire("visit"), default_questionnaire("cuff"), default_rules())
    )


def begun(language: str, *, hub: bool = True) -> Rehearsal:
    """Return a visit at the consent."""
    visit = _Visit(context(), language, hub=hub)
    return visit


class _Visit(Rehearsal):
    """A rehearsal in a language."""

    def __init__(self, judged_by: Context, language: str, *, hub: bool = True) -> None:
        super().__init__(judged_by, hub=hub)
        self.language = language

    def begin(self, language: str = "") -> None:
        """Touch the scene's language."""
        super().begin(language or self.language)


def welcome(language: str) -> Scene:
    """Nobody there yet."""
    return Scene(begun(language))


def consent(language: str) -> Scene:
    """The first screen of a visit."""
    visit = begun(language)
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
    """A name, half typed."""
    scene = who(language)
    scene.visit.do(e.WhoChosen, anonymous=False)
    return replace(scene, draft=Draft(fields={"given": "Ana María", "family": "Ruiz"}))


def birth_date(language: str) -> Scene:
    """A birth date that can't be."""
    scene = name(language)
    scene.visit.do(e.NameGiven, given="Ana María", family="Ruiz")
    fields = {"month": "2", "day": "30", "year": "1950"}
    return replace(scene, draft=Draft(fields=fields, refused=("day", "day-wrong")))


def age(language: str) -> Scene:
    """Without a name: the age."""
    scene = who(language)
    scene.visit.do(e.WhoChosen, anonymous=True)
    return scene


def _asking(language: str, item: str) -> Scene:
    visit = begun(language)
    visit.to_questions()
    while visit.state.item != item:
        visit.do(e.Answered, item=visit.state.item, answer=visit._harmless(visit.state.item))
    return Scene(visit)


def question_yes_no(language: str) -> Scene:
    """An emergency question."""
    return replace(_asking(language, "chest-pain"), draft=Draft(chosen=("no",)))


def question_one(language: str) -> Scene:
    """One of several."""
    return replace(_asking(language, "reason"), draft=Draft(chosen=("breathing",)))


def question_many(language: str) -> Scene:
    """Several of many."""
    return replace(_asking(language, "also"), draft=Draft(chosen=("fever", "headache")))


def question_number(language: str) -> Scene:
    """A number."""
    return replace(_asking(language, "how-bad"), draft=Draft(fields={"answer": "4"}))


def emergency(language: str) -> Scene:
    """Chest pain: nobody has answered."""
    visit = begun(language)
    visit.to_questions()
    visit.do(e.Answered, item="chest-pain", answer=True)
    visit.wait(12)
    return Scene(visit)


def emergency_seen(language: str) -> Scene:
    """Chest pain, and a person on site has come."""
    scene = emergency(language)
    scene.visit.do(e.StaffHere)
    return scene


def emergency_quiet(language: str) -> Scene:
    """Thoughts of suicide: no red."""
    scene = _asking(language, "self-harm")
    scene.visit.do(e.Answered, item="self-harm", answer=True)
    scene.visit.wait(5)
    return scene


def oximeter_prepare(language: str) -> Scene:
    """Before the finger goes in."""
    visit = begun(language)
    visit.to_questions()
    visit.answer_all()
    return Scene(visit)


def _oximeter(language: str, phase: str, fraction: float = 0.0, spo2: int | None = None) -> Scene:
    scene = oximeter_prepare(language)
    scene.visit.do(e.Continued)
    pleth = station.Pleth(
        device="oximeter",
        t_ns=scene.visit.ns,
        wave=60,
        spo2=spo2,
        pulse_rate=None if spo2 is None else 72,
        perfusion_index=None,
        flags=(),
    )
    progress = station.Progress(act=Act.OXIMETRY, phase=phase, fraction=fraction)
    return replace(scene, live=Live(pleth, progress))


def oximeter_no_finger(language: str) -> Scene:
    """No finger in the clip."""
    return _oximeter(language, "no-finger")


def oximeter_hold_still(language: str) -> Scene:
    """It moves too much."""
    return _oximeter(language, "hold-still", 0.1, 95)


def oximeter_settling(language: str) -> Scene:
    """A good signal, not a reading yet."""
    return _oximeter(language, "settling", 0.5, 97)


def oximeter_accepted(language: str) -> Scene:
    """A reading."""
    scene = _oximeter(language, "settling", 1.0, 97)
    scene.visit.oximetry()
    return scene


def problem(language: str) -> Scene:
    """The first failed attempt."""
    scene = _oximeter(language, "searching")
    scene.visit.fail("no-signal")
    return scene


def problem_final(language: str) -> Scene:
    """The second failed attempt: a person."""
    scene = problem(language)
    scene.visit.do(e.Continued)
    scene.visit.fail("no-signal")
    scene.visit.do(e.PageClosed)
    return scene


def problem_unplugged(language: str) -> Scene:
    """The oximeter's cable was pulled."""
    scene = _oximeter(language, "settling", 0.5, 97)
    scene.visit.device("oximeter", "absent", "unplugged")
    scene.visit.fail("unplugged")
    return scene


def cuff_question(language: str) -> Scene:
    """Before the cuff."""
    scene = oximeter_accepted(language)
    scene.visit.do(e.Continued)
    return scene


def cuff_arm(language: str) -> Scene:
    """Which arm, which cuff."""
    scene = cuff_question(language)
    scene.visit.answer_all()
    return replace(scene, draft=Draft(chosen=("left", "adult")))


def cuff_posture(language: str) -> Scene:
    """How to sit."""
    scene = cuff_arm(language)
    scene.visit.do(e.CuffChosen, arm="left", size="adult")
    return scene


def cuff_rest(language: str) -> Scene:
    """Quiet rest."""
    scene = cuff_posture(language)
    scene.visit.do(e.Continued)
    scene.visit.wait(3)
    return scene


def cuff_measure(language: str) -> Scene:
    """The cuff squeezes."""
    scene = cuff_rest(language)
    scene.visit.wait(10)
    progress = station.Progress(act=Act.BLOOD_PRESSURE, phase="inflating", fraction=0.4, cuff_pressure=142)
    return replace(scene, live=Live(None, progress))


def cuff_between(language: str) -> Scene:
    """Between two readings."""
    scene = cuff_measure(language)
    scene.visit.pressure(128, 79)
    scene.visit.wait(4)
    return scene


def results(language: str) -> Scene:
    """Everything measured well."""
    visit = begun(language)
    visit.to_results()
    return Scene(visit)


def results_mixed(language: str) -> Scene:
    """Low oxygen, high pressure, and a reading that is not good enough."""
    visit = begun(language)
    visit.to_oximeter()
    visit.oximetry(91, 104)
    visit.wait(6)
    if visit.state.running is None:
        visit.do(e.Continued)
    visit.oximetry(91, 104, Grade.USABLE, (Reason.WEAK_SIGNAL,))
    visit.do(e.Continued)
    visit.fit_cuff()
    for _ in range(2):
        values = (Value(Kind.SYSTOLIC, 168.0, "mm[Hg]"), Value(Kind.DIASTOLIC, 104.0, "mm[Hg]"))
        visit.reading(values, Grade.NOT_RELIABLE, (Reason.MOVEMENT, Reason.IRREGULAR_PULSE))
        visit.do(e.Continued)
        visit.wait(11)
    visit.do(e.PageClosed)
    visit.do(e.Continued)
    return Scene(visit)


def results_none(language: str) -> Scene:
    """Nothing measured."""
    visit = begun(language)
    visit.to_questions()
    visit.answer_all()
    visit.do(e.Skipped, reason="do-not-want")
    visit.do(e.Skipped, reason="do-not-want")
    return Scene(visit)


def offer_call(language: str) -> Scene:
    """Talk to somebody?"""
    scene = results(language)
    scene.visit.do(e.Continued)
    return scene


def waiting(language: str) -> Scene:
    """Third in line."""
    scene = offer_call(language)
    scene.visit.do(e.CallWanted, camera=True)
    _media(scene.visit)
    scene.visit.core(station.CallState(state="queued", position=3, providers=1, estimate_s=360))
    return scene


def nobody(language: str) -> Scene:
    """Nobody is on call."""
    scene = waiting(language)
    scene.visit.core(station.CallState(state="nobody"))
    return scene


def unreachable(language: str) -> Scene:
    """The hub can't be reached."""
    visit = begun(language, hub=False)
    visit.to_results()
    visit.do(e.Continued)
    visit.do(e.CallWanted, camera=True)
    return Scene(visit)


def callback(language: str) -> Scene:
    """A number to call."""
    scene = nobody(language)
    scene.visit.do(e.NobodyChosen, choice="call-back")
    return scene


def stored(language: str) -> Scene:
    """Left for later, with places to go."""
    scene = nobody(language)
    scene.visit.do(e.NobodyChosen, choice="in-person")
    return scene


def _media(visit: Rehearsal, camera: str = "on") -> None:
    media = MediaState(camera=camera, microphone="on", speaker="on", call="connected")
    visit.core(station.MediaIs(up=True, state=media))


def call(language: str) -> Scene:
    """A provider is on the line."""
    visit = begun(language)
    visit.to_call()
    _media(visit)
    visit.hub(
        documents.ProviderJoined(
            id=uuid5(VISIT, "again"), visit=VISIT, at=visit.at.wall, name=PROVIDER, role="physician"
        )
    )
    return Scene(visit, video=True)


def call_chat(language: str) -> Scene:
    """Text beside the picture; `chat` opens it."""
    scene = call(language)
    for number, text in enumerate(
        ("Hello. Can you hear me well?", "How long have you been short of breath?")
    ):
        scene.visit.hub(
            documents.ChatLine(
                id=uuid5(VISIT, f"c{number}"), visit=VISIT, at=scene.visit.at.wall, sender=PROVIDER, text=text
            )
        )
        scene.visit.do(e.ChatWritten, text=("Yes, very well.", "Since yesterday.")[number])
    return scene


def call_asked(language: str) -> Scene:
    """The provider asks for a measurement."""
    scene = call(language)
    scene.visit.hub(
        documents.MeasureAsked(
            id=uuid5(VISIT, "asked"), visit=VISIT, at=scene.visit.at.wall, act="blood_pressure"
        )
    )
    return scene


def call_measuring(language: str) -> Scene:
    """The cuff squeezes during the call."""
    scene = call_asked(language)
    scene.visit.do(e.MeasureAgreed, yes=True)
    progress = station.Progress(act=Act.BLOOD_PRESSURE, phase="inflating", fraction=0.4, cuff_pressure=142)
    return replace(scene, live=Live(None, progress))


def call_lost(language: str) -> Scene:
    """The line broke; the last picture stays."""
    scene = call(language)
    scene.visit.core(station.CallState(state="lost"))
    return scene


def call_emergency(language: str) -> Scene:
    """An emergency during a call: the call goes on."""
    visit = begun(language)
    visit.to_questions()
    visit.do(e.Answered, item="chest-pain", answer=True)
    visit.do(e.CallWanted, camera=True)
    visit.core(station.CallState(state="connecting"))
    visit.core(station.CallState(state="connected"))
    _media(visit)
    visit.wait(8)
    return Scene(visit, video=True)


def plan_waiting(language: str) -> Scene:
    """The provider is still writing."""
    scene = call(language)
    scene.visit.do(e.HungUp)
    return replace(scene, video=False)


def plan(language: str) -> Scene:
    """What the provider wrote."""
    scene = plan_waiting(language)
    scene.visit.hub(
        documents.Plan(
            id=uuid5(VISIT, "plan"),
            visit=VISIT,
            at=scene.visit.at.wall,
            text="Take one tablet in the morning. Drink enough, and rest today and tomorrow.",
            disposition="follow-up",
            provider=PROVIDER,
            warning_signs=("pain or pressure in the chest", "breathless while you sit still"),
            follow_up="Friday at 10 in the morning, here",
        )
    )
    return scene


def goodbye(language: str) -> Scene:
    """Saved and forgotten."""
    scene = plan(language)
    scene.visit.do(e.Finished)
    return scene


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


def away(language: str) -> Scene:
    """Core starts again."""
    return replace(results(language), core_up=False)


def resume(language: str) -> Scene:
    """After a crash: is it still the same person?"""
    visit = begun(language)
    visit.to_results()
    visit.resume()
    return Scene(visit)


def out_of_order(language: str) -> Scene:
    """Nothing goes."""
    scene = consent(language)
    scene.visit.do(e.Broke, fault="core-lost")
    return scene


def now_s(scene: Scene) -> int:
    """Return the scene's clock in seconds."""
    return scene.visit.ns // SECOND


SCENES: Final[dict[str, Callable[[str], Scene]]] = {
    f.__name__: f
    for f in (
        welcome,
        consent,
        declined,
        who,
        name,
        birth_date,
        age,
        question_yes_no,
        question_one,
        question_many,
        question_number,
        emergency,
        emergency_seen,
        emergency_quiet,
        oximeter_prepare,
        oximeter_no_finger,
        oximeter_hold_still,
        oximeter_settling,
        oximeter_accepted,
        problem,
        problem_final,
        problem_unplugged,
        cuff_question,
        cuff_arm,
        cuff_posture,
        cuff_rest,
        cuff_measure,
        cuff_between,
        results,
        results_mixed,
        results_none,
        offer_call,
        waiting,
        nobody,
        unreachable,
        callback,
        stored,
        call,
        call_chat,
        call_asked,
        call_measuring,
        call_lost,
        call_emergency,
        plan_waiting,
        plan,
        goodbye,
        leaving,
        still_here,
        person,
        away,
        resume,
        out_of_order,
    )
}
