"""Talking to a provider: asking, waiting, the call, and what the hub says during it."""

from typing import Final

from contract import station, talk
from kiosk.visit import captures, guests, identity, measuring, taking, texts
from kiosk.visit.acts import MEASURING
from kiosk.visit.alarms import request, take_over
from kiosk.visit.call_events import CallWanted, ControlsSet, HungUp, TextKept
from kiosk.visit.events import FromCore, FromHub
from kiosk.visit.flow import DROPPED, NOBODY_STATES, OBSTACLES, after_call, nobody, stored
from kiosk.visit.model import CHANGING, Screen
from kiosk.visit.questions import seal_unsent
from kiosk.visit.turn import Turn

BROKE_OFF: Final = ("provider-lost", "interrupted")  # ends of a call that nobody wanted, as the hub says them
SETTLED: Final = ("call-back", "store", "in-person")  # choices of which something comes later
PLAN_GOES_OVER: Final = (
    Screen.WAITING,
    Screen.NOBODY,
    Screen.CALLBACK,
    Screen.CALLBACK_WHEN,
    Screen.STORED,
    Screen.PLAN_WAITING,
    Screen.TAKE_AWAY,
    Screen.WHAT_WE_KEEP,
    Screen.CHANGE,
)
FINISHED_FIRST: Final = {
    Screen.LOOKING,
    Screen.KNOWN,
    Screen.GUARDIAN,
    Screen.GUARDIAN_NAME,
}  # a touch or two


def wanted(turn: Turn, event: CallWanted) -> None:
    """Ask for a provider. An emergency stays on its screen until somebody answers."""
    if turn.state.call.live:
        turn.show(Screen.CALL)
        return
    seal_unsent(turn)  # the provider reads them
    turn.set_call(camera=event.camera, camera_on=event.camera)
    open_camera(turn)
    ask(turn)
    if turn.state.screen is not Screen.EMERGENCY:
        turn.set(back=())
        if turn.state.hub_online:
            turn.show(Screen.WAITING)
        else:
            nobody(turn, "no-connection")


def open_camera(turn: Turn) -> None:
    """Open camera and microphone; the controls go first: nothing may be shown that was not agreed to."""
    say_controls(turn)
    turn.tell(station.OpenCamera())


def ask(turn: Turn, *, waits: bool = False) -> None:
    """Stand in line from now on; the promised time begins."""
    turn.set_call(
        state="requested" if turn.state.hub_online else "unreachable",
        wanted=True,
        level=turn.state.level,
        waits=waits,
        wait=turn.countdown(turn.context.profile.timing.provider_wait_s),
        position=0,
        estimate_s=None,
        reason="",
    )
    turn.tell(request(turn))


def call_is(turn: Turn, event: FromCore) -> None:
    """Follow the call; only the patient or the provider ends it."""
    message, call = event.message, turn.state.call
    if not isinstance(message, station.CallState):
        return
    if not call.wanted:
        if message.state not in ("none", "ended"):  # core did not hear that it is over
            turn.tell(station.CancelCall(visit=turn.visit, reason="not-wanted"))
        return
    if message.state == "none":
        _asked_again(turn)
        return
    if call.live and message.state in ("requested", "unreachable"):
        turn.set_call(state="lost")  # a call that was on is mended, not begun anew
        _note_end(turn, call.state)
        return
    turn.set_call(
        state=message.state,
        position=message.position,
        estimate_s=message.estimate_s,
        providers=message.providers,
        reason=message.reason,
        connected_once=call.connected_once or message.state == "connected",
    )
    _note_end(turn, call.state)
    if message.state == "ended":
        _ended(turn)
    elif message.state in ("connecting", "connected"):
        turn.set(leaving=None, obstacle="")
        if not (
            call.live and turn.state.screen in CHANGING
        ):  # begun from within the call, which goes on behind
            _to_call(turn)
    elif message.state in NOBODY_STATES:
        waits_here = turn.state.screen is Screen.WAITING and not call.waits
        if turn.state.screen in (Screen.CALL, Screen.NOBODY) or waits_here:
            nobody(turn, OBSTACLES[message.state])
    elif message.state == "queued" and turn.state.screen in (Screen.CALL, Screen.NOBODY):
        turn.show(Screen.WAITING)


def _to_call(turn: Turn) -> None:
    """Show the call; not in the middle of a measurement, and not before the privacy check.

    Only in an emergency the call goes before the check (`State.hidden` keeps the rest covered).
    """
    state = turn.state
    measuring_now = state.screen in MEASURING and state.running is None
    over = state.screen in PLAN_GOES_OVER or state.screen in CHANGING - FINISHED_FIRST
    if state.screen is Screen.EMERGENCY or over or measuring_now:
        turn.set(problem=None)
        turn.show(Screen.CALL)


def _asked_again(turn: Turn) -> None:
    """Core started anew and knows of no call: ask again; what was live is lost for the moment."""
    before = turn.state.call.state
    turn.set_call(state="lost" if turn.state.call.live else "requested")
    _note_end(turn, before)
    turn.tell(request(turn))


def _ended(turn: Turn) -> None:
    over(turn)
    if turn.state.call.reason in BROKE_OFF:
        turn.set(obstacle=DROPPED)
    if turn.state.screen in (Screen.CALL, Screen.WAITING, Screen.NOBODY):
        after_call(turn)
    else:
        take_over(turn)  # what was an overlay of the call must not vanish with it


def _note_end(turn: Turn, before: str) -> None:
    """Remember until when somebody was on the line."""
    if before == "connected" != turn.state.call.state:
        turn.set_call(ended_ns=turn.now_ns)


def over(turn: Turn) -> None:
    """No call any more; what was measured within it stops with it."""
    turn.set_call(wanted=False, waits=False, wait=None, state="ended", people=(), asking=(), showing=())
    captures.cancel(turn)


def cancel(turn: Turn, reason: str) -> None:
    """Tell core that the patient no longer waits, or hung up."""
    if turn.state.call.wanted:
        turn.tell(station.CancelCall(visit=turn.visit, reason=reason))
        before = turn.state.call.state
        over(turn)
        _note_end(turn, before)


def hung_up(turn: Turn, _event: HungUp) -> None:
    """End the call, or stop waiting."""
    in_call, broken = turn.state.screen is Screen.CALL, turn.state.call.state == "lost"
    cancel(turn, "hung-up")
    if in_call:
        turn.set(obstacle=DROPPED if broken else "")
        after_call(turn)
    else:
        nobody(turn, "stopped-waiting")


def waited(turn: Turn) -> None:
    """The promised time is over: say so and offer the other ways; the place in line stays."""
    if turn.state.screen is Screen.WAITING and turn.over(turn.state.call.wait):
        turn.set_call(wait=None, reason="promised-time-over")
        nobody(turn, "promised-time-over")


def controls_set(turn: Turn, event: ControlsSet) -> None:
    """Mute, camera, volume. The camera never comes on without the patient's agreement."""
    call = turn.state.call
    volume = min(1.0, max(0.0, event.volume)) if event.volume == event.volume else call.volume
    turn.set_call(
        microphone=event.microphone,
        camera_on=event.camera,
        camera=call.camera or event.camera,  # switching it on is agreeing
        volume=volume,
    )
    say_controls(turn)


def say_controls(turn: Turn) -> None:
    """Tell core what is set."""
    call = turn.state.call
    turn.tell(station.CallControls(microphone=call.microphone, camera=call.camera_on, volume=call.volume))


def text_decided(turn: Turn, event: TextKept) -> None:
    """Is what was written to be kept?"""
    texts.decide(turn, event.keep)
    if turn.state.obstacle and turn.state.chose in SETTLED:
        stored(turn)
    else:
        after_call(turn)


def media_is(turn: Turn, event: FromCore) -> None:
    """Media's state, shown beside the call; a restart does not end it."""
    if isinstance(event.message, station.MediaIs):
        turn.set_call(media_up=event.message.up, media=event.message.state)


def hub_is(turn: Turn, event: FromCore) -> None:
    """Can the hub be reached?"""
    if isinstance(event.message, station.HubState):
        turn.set(hub_online=event.message.online)


def heard(turn: Turn, event: FromHub) -> None:
    """Take the hub's live message once, and say that we have it."""
    turn.tell(station.AckLive(id=event.id))
    live = event.live
    if live.visit != turn.visit or live.id in turn.state.heard:
        return
    turn.set(heard=(*turn.state.heard, live.id))
    match live:
        case talk.ChatLine():
            texts.came(turn, live)
        case talk.ProviderJoined():
            turn.set_call(provider=live.name, role=live.role)
        case talk.Plan():
            _plan(turn, live)
        case talk.MeasureAsked():
            measuring.asked_for(turn, live.id, live.act)
        case talk.CaptureAsked():
            captures.asked_for(turn, live.id, live.kind, live.note)
        case talk.People():
            guests.told(turn, live)
        case talk.AskWithdrawn():
            captures.withdrawn(turn, live.ask)
        case talk.LinkReady():
            taking.ready(turn, live)
        case talk.CodeState():
            identity.code_is(turn, live)
        case talk.IdentityAnswer():
            identity.answered(turn, live)


def _plan(turn: Turn, plan: talk.Plan) -> None:
    """Show the plan at once, except over a call (a banner there) or before the privacy check."""
    turn.set(plan=plan)
    if turn.state.screen in PLAN_GOES_OVER and not turn.state.call.live:
        show_plan(turn)


def show_plan(turn: Turn) -> None:
    """Show the plan; nobody needs to wait any more."""
    cancel(turn, "plan")
    stored(turn)
