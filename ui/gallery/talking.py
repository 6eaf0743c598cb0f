"""Scenes of talking to a provider, of nobody being there, of the plan and the end."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final
from uuid import uuid5

from contract import instruments, station, talk
from contract.control import MediaState
from contract.measurement import Act
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.rehearsal import VISIT, Rehearsal
from ui.gallery.measuring import results
from ui.gallery.scene import PROVIDER, Played, Scene, table
from ui.inputs import Draft, Live
from ui.letters import Line

LONG_PLAN: Final = (
    "Take one tablet of the blood pressure medicine in the morning, with water.\n"
    "Drink six glasses of water a day. Rest today and tomorrow, and get up slowly.\n"
    "Write down your blood pressure each evening and bring the list with you."
)


def offer_call(language: str) -> Scene:
    """Talk to somebody?"""
    scene = results(language)
    scene.visit.do(e.Continued)
    return scene


def _offered_early(language: str, *, hub: bool) -> Scene:
    """Oxygen could not be measured: a provider is offered before the cuff."""
    visit = Played(language, hub=hub)
    visit.to_oximeter()
    visit.fail("no-signal", "warm-hand")
    visit.do(e.Continued)
    visit.fail("no-signal", "warm-hand")
    visit.do(e.PageClosed)
    visit.do(e.Continued)
    return Scene(visit)


def offer_call_offline(language: str) -> Scene:
    """A provider should look, and there is no connection."""
    return _offered_early(language, hub=False)


def waiting(language: str) -> Scene:
    """Third in line."""
    scene = offer_call(language)
    scene.visit.do(c.CallWanted, camera=True)
    media(scene.visit)
    scene.visit.core(station.CallState(state="queued", position=3, providers=1, estimate_s=360))
    return scene


def waiting_first(language: str) -> Scene:
    """Asked for early, next in line: measuring passes the time."""
    scene = _offered_early(language, hub=True)
    scene.visit.do(c.CallWanted, camera=False)
    scene.visit.core(station.CallState(state="queued", position=1, providers=1, estimate_s=60))
    return scene


def nobody(language: str) -> Scene:
    """Nobody is on call."""
    scene = waiting(language)
    scene.visit.core(station.CallState(state="nobody"))
    return scene


def unreachable(language: str) -> Scene:
    """The hub can't be reached, and something is left to measure."""
    scene = offer_call_offline(language)
    scene.visit.do(c.CallWanted, camera=True)
    return scene


def callback(language: str) -> Scene:
    """A number to call."""
    scene = nobody(language)
    scene.visit.do(c.NobodyChosen, choice="call-back")
    return replace(scene, draft=Draft(fields={"phone": "555 0199"}))


def stored_callback(language: str) -> Scene:
    """They will call back."""
    scene = callback(language)
    scene.visit.do(c.PhoneGiven, phone="555 0199")
    scene.visit.do(c.CallTimeChosen, when="evening")
    media(scene.visit, camera="off")
    return replace(scene, draft=Draft())


def stored(language: str) -> Scene:
    """Left for later, with places to go."""
    scene = nobody(language)
    scene.visit.do(c.NobodyChosen, choice="in-person")
    media(scene.visit, camera="off")
    return scene


def media(visit: Rehearsal, camera: str = "on") -> None:
    """Camera and microphone run."""
    state = MediaState(camera=camera, microphone="on", speaker="on", call="connected")
    visit.core(station.MediaIs(up=True, state=state))


def call(language: str) -> Scene:
    """A provider is on the line."""
    visit = Played(language)
    visit.to_call()
    media(visit)
    visit.hub(
        talk.ProviderJoined(
            id=uuid5(VISIT, "again"), visit=VISIT, at=visit.at.wall, name=PROVIDER, role="physician"
        )
    )
    return Scene(visit, video=True)


def call_more(language: str) -> Scene:
    """Louder, and what has no room among the buttons in large letters."""
    return replace(call(language), taps=("call-volume",))


def call_connecting(language: str) -> Scene:
    """Somebody took the call, no picture yet."""
    scene = waiting(language)
    scene.visit.core(station.CallState(state="connecting"))
    return scene


def call_sound_only(language: str) -> Scene:
    """Without the own camera, muted."""
    scene = call(language)
    media(scene.visit, camera="off")
    scene.visit.do(c.ControlsSet, microphone=False, camera=False, volume=0.8)
    return scene


def call_chat(language: str) -> Scene:
    """Text beside the picture."""
    scene = call(language)
    for number, text in enumerate(
        ("Hello. Can you hear me well?", "How long have you been short of breath?")
    ):
        scene.visit.hub(
            talk.ChatLine(
                id=uuid5(VISIT, f"c{number}"), visit=VISIT, at=scene.visit.at.wall, sender=PROVIDER, text=text
            )
        )
        scene.visit.do(c.ChatWritten, text=("Yes, very well.", "Since yesterday.")[number])
    return replace(scene, taps=("write",))


def call_writing(language: str) -> Scene:
    """The provider is writing this moment; the patient wrote in Arabic."""
    scene = call_chat(language)
    scene.visit.do(c.ChatWritten, text="عندي صداع منذ أمس.")
    return replace(scene, live=Live(letters=(Line(PROVIDER, "chat", "Then we will measure your bl"),)))


def call_captions(language: str) -> Scene:
    """What is said stands under the picture; a line is under way."""
    scene = call(language)
    for number, text in enumerate(("Good morning, I am Doctor Kim.", "I have read your answers.")):
        scene.visit.hub(
            talk.ChatLine(
                id=uuid5(VISIT, f"caption{number}"),
                visit=VISIT,
                at=scene.visit.at.wall,
                sender=PROVIDER,
                text=text,
                kind="caption",
            )
        )
    return replace(scene, live=Live(letters=(Line(PROVIDER, "caption", "Since when do you feel your hea"),)))


def keep_text(language: str) -> Scene:
    """Is what was written to be kept?"""
    scene = replace(call_chat(language), taps=(), video=False)
    scene.visit.do(c.HungUp)
    media(scene.visit, camera="off")
    return scene


def call_unread(language: str) -> Scene:
    """The provider wrote, and the panel is closed; the plan is signed."""
    scene = replace(call_chat(language), taps=())
    line = talk.ChatLine(
        id=uuid5(VISIT, "c9"), visit=VISIT, at=scene.visit.at.wall, sender=PROVIDER, text="Are you warm?"
    )
    scene.visit.hub(line)
    scene.visit.plan()
    return scene


def call_asked(language: str) -> Scene:
    """The provider asks for a measurement."""
    scene = call(language)
    scene.visit.hub(
        talk.MeasureAsked(id=uuid5(VISIT, "asked"), visit=VISIT, at=scene.visit.at.wall, act="oximetry")
    )
    return scene


def call_refused(language: str) -> Scene:
    """The provider asks for a measurement that can't be made now."""
    scene = call(language)
    scene.visit.device("cuff", "absent", "unplugged", "plug-in")
    scene.visit.hub(
        talk.MeasureAsked(
            id=uuid5(VISIT, "asked"), visit=VISIT, at=scene.visit.at.wall, act=Act.BLOOD_PRESSURE
        )
    )
    return scene


def call_people(language: str) -> Scene:
    """A relative and an interpreter are there, and a specialist asks to come in."""
    scene = call(language)
    guests = (("Maria Delgado", "family"), ("Tomás Ruiz", "interpreter"), ("Dr. Ines Ruiz", "consultant"))
    told = [talk.Present(uuid5(VISIT, name), name, role) for name, role in guests]
    provider = talk.Present(uuid5(VISIT, "p"), PROVIDER, "provider")
    scene.visit.hub(
        talk.People(
            id=uuid5(VISIT, "people"),
            visit=VISIT,
            at=scene.visit.at.wall,
            present=(provider, *told[:2]),
            asking=(told[2],),
        )
    )
    return scene


def call_people_writing(language: str) -> Scene:
    """Three guests on a weak line, and the text is open: little room is left for who is there."""
    scene = call_weak_line(language)
    guests = (("Maria Delgado", "family"), ("Tomás Ruiz", "interpreter"), ("Cora Lind", "captioner"))
    provider = talk.Present(uuid5(VISIT, "p"), PROVIDER, "provider")
    scene.visit.hub(
        talk.People(
            id=uuid5(VISIT, "people"),
            visit=VISIT,
            at=scene.visit.at.wall,
            present=(
                provider,
                *(talk.Present(uuid5(VISIT, name), name, role) for name, role in guests),
            ),
        )
    )
    return replace(scene, taps=("write",))


def call_pictures_asked(language: str) -> Scene:
    """The specialist is let in; may they see the pictures too?"""
    scene = call_people(language)
    guest = scene.visit.state.call.asking[0]
    scene.visit.do(c.GuestAnswered, person=guest.person, yes=True)
    return scene


def call_captioner(language: str) -> Scene:
    """Somebody asks to come in to write what is said."""
    scene = call(language)
    cora = talk.Present(uuid5(VISIT, "Cora"), "Cora Lind", "captioner")
    provider = talk.Present(uuid5(VISIT, "p"), PROVIDER, "provider")
    scene.visit.hub(
        talk.People(
            id=uuid5(VISIT, "captioner"),
            visit=VISIT,
            at=scene.visit.at.wall,
            present=(provider,),
            asking=(cora,),
        )
    )
    return scene


def call_not_here(language: str) -> Scene:
    """The provider asks for a measurement the station has no screen for."""
    scene = call(language)
    scene.visit.hub(
        talk.MeasureAsked(id=uuid5(VISIT, "asked"), visit=VISIT, at=scene.visit.at.wall, act=Act.GLUCOSE)
    )
    return scene


def call_oximetry(language: str) -> Scene:
    """Oxygen is measured during the call."""
    scene = call_asked(language)
    scene.visit.do(c.MeasureAgreed, yes=True)
    pleth = instruments.Pleth(
        device="oximeter",
        t_ns=scene.visit.ns,
        wave=60,
        spo2=96,
        pulse_rate=78,
        perfusion_index=None,
        flags=(),
    )
    progress = instruments.Progress(act=Act.OXIMETRY, phase="settling", fraction=0.4)
    return replace(scene, live=Live(pleth, progress))


def call_measuring(language: str) -> Scene:
    """The cuff squeezes during the call."""
    scene = call(language)
    scene.visit.wait(600)
    scene.visit.hub(
        talk.MeasureAsked(
            id=uuid5(VISIT, "asked"), visit=VISIT, at=scene.visit.at.wall, act=Act.BLOOD_PRESSURE
        )
    )
    scene.visit.do(c.MeasureAgreed, yes=True)
    progress = instruments.Progress(
        act=Act.BLOOD_PRESSURE, phase="inflating", fraction=0.4, cuff_pressure=142
    )
    return replace(scene, live=Live(None, progress))


def call_lost(language: str) -> Scene:
    """The line broke; the last picture stays."""
    scene = call(language)
    scene.visit.core(station.CallState(state="lost"))
    return scene


def call_weak_line(language: str) -> Scene:
    """The line carries no sound either: the call stays open for what is written."""
    scene = call(language)
    state = MediaState(
        camera="on", microphone="on", speaker="on", call="connected", step_out="still", step_in="text"
    )
    scene.visit.core(station.MediaIs(up=True, state=state))
    return scene


def call_emergency(language: str) -> Scene:
    """An emergency during a call: the call goes on."""
    visit = Played(language)
    visit.to_questions()
    visit.do(e.Answered, item="chest-pain", answer=True)
    visit.do(c.CallWanted, camera=True)
    visit.core(station.CallState(state="connecting"))
    visit.core(station.CallState(state="connected"))
    media(visit)
    visit.wait(8)
    return Scene(visit, video=True)


def plan_waiting(language: str) -> Scene:
    """The provider is still writing."""
    scene = call(language)
    scene.visit.do(c.HungUp)
    media(scene.visit, camera="off")
    return replace(scene, video=False)


def with_plan(scene: Scene, **said: object) -> Scene:
    """The provider signs a plan that says this."""
    scene.visit.hub(
        talk.Plan(
            id=uuid5(VISIT, "plan"),
            visit=VISIT,
            at=scene.visit.at.wall,
            provider=PROVIDER,
            **said,  # type: ignore[arg-type]
        )
    )
    return scene


def plan(language: str) -> Scene:
    """What the provider wrote."""
    return with_plan(
        plan_waiting(language), text="Drink enough, and rest today and tomorrow.", disposition="self-care"
    )


def plan_long(language: str) -> Scene:
    """All there can be in a plan."""
    return with_plan(
        plan_waiting(language),
        text=LONG_PLAN,
        disposition="follow-up",
        warning_signs=("pain or pressure in the chest", "breathless while you sit still"),
        follow_up="Friday at 10 in the morning, here",
        referral="Heart clinic, 3 Oak Street",
    )


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    offer_call,
    offer_call_offline,
    waiting,
    waiting_first,
    nobody,
    unreachable,
    callback,
    stored_callback,
    stored,
    call_connecting,
    call,
    call_more,
    call_sound_only,
    call_chat,
    call_writing,
    call_captions,
    call_unread,
    call_asked,
    call_refused,
    call_not_here,
    call_people,
    call_people_writing,
    call_pictures_asked,
    call_captioner,
    call_oximetry,
    call_measuring,
    call_lost,
    call_weak_line,
    call_emergency,
    keep_text,
    plan_waiting,
    plan,
    plan_long,
)
