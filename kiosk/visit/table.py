"""The visit's state machine: `step`, and the one table of who handles what where.

What may live here: the table and the order in which it is looked up. What may not: any decision of the
visit (the handlers' modules have those), any clock, any I/O, any word for a person to read.

`step` is total: an event that has no row for the present screen changes nothing, and nothing raises.
When nothing changed the very same state comes back (`after is before`) with no effects; such an event need
not be kept in the journal.

Looked up in this order:
    a closed visit      CLOSED only
    no visit yet        BEFORE only
    (screen, event)     TABLE
    event               EVERYWHERE
Messages of core's count by the type of the message inside `FromCore`.
"""

from collections.abc import Callable
from typing import Any, Final

from contract import capture, instruments, station
from contract.agent import UpdateState
from contract.technician import TechnicianIs
from kiosk.visit import (
    acts,
    alarms,
    by_hand,
    calls,
    change,
    cleaning,
    cuff,
    flow,
    guests,
    guided,
    handover,
    identity,
    leaving,
    listening,
    measuring,
    nobody,
    papers,
    photos,
    questions,
    resume,
    staff,
    symptoms,
    taking,
    technician,
    texts,
    welcome,
    who,
)
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.context import Context
from kiosk.visit.effects import Effect
from kiosk.visit.model import Screen
from kiosk.visit.state import State
from kiosk.visit.turn import Turn

Handler = Callable[[Turn, Any], None]


def go_back(turn: Turn, _event: e.WentBack) -> None:
    """Back to the screen before."""
    turn.backward()


def go_on(turn: Turn, _event: e.Continued) -> None:
    """On to what is not done yet."""
    flow.onward(turn)


def to_offer(turn: Turn, _event: e.Continued) -> None:
    """From the results to the provider."""
    turn.forward(Screen.OFFER_CALL)


def broke(turn: Turn, event: e.Broke) -> None:
    """The session can't go on."""
    papers.out_of_order(turn, event.fault)


def touched(_turn: Turn, _event: e.Touched) -> None:
    """Somebody is there; `step` notes it."""


def came(turn: Turn, event: e.FromCore) -> None:
    """A picture or a sound is there, or there will be none: for who asked for it."""
    listening.came(turn, event)
    photos.came(turn, event)


def time_passes(turn: Turn, event: e.Ticked) -> None:
    """What time alone brings about, on every screen; then the screen's own."""
    for pass_by in (
        leaving.idle,
        papers.core_missing,
        papers.retry_refused,
        measuring.time_out,
        calls.waited,
    ):
        pass_by(turn)
    own = SCREEN_TICKS.get(turn.state.screen)
    if own is not None:
        own(turn, event)


def time_passes_closed(turn: Turn, _event: e.Ticked) -> None:
    """After the visit was closed."""
    papers.retry_refused(turn)
    leaving.goodbye_ticked(turn)


def time_passes_before(turn: Turn, _event: e.Ticked) -> None:
    """Without a visit."""
    papers.core_missing(turn)
    staff.forgotten(turn)
    technician.forgotten(turn)
    symptoms.forgotten(turn)
    cleaning.passed(turn)


def back_before(turn: Turn, event: e.WentBack) -> None:
    """Back, without a visit."""
    staff.left(turn, event)
    technician.went_back(turn, event)
    symptoms.went_back(turn, event)


def next_before(turn: Turn, event: e.Continued) -> None:
    """Next, without a visit."""
    staff.try_now(turn, event)
    technician.went_on(turn, event)


def touched_before(turn: Turn, event: e.Touched) -> None:
    """Somebody is there, without a visit."""
    touched(turn, event)
    technician.here(turn)


SCREEN_TICKS: Final[dict[Screen, Handler]] = {
    Screen.OXIMETER: guided.ticked,
    Screen.DEVICE_MEASURE: guided.ticked,
    Screen.BY_HAND: by_hand.ticked,
    Screen.CUFF_REST: cuff.rest_ticked,
    Screen.CUFF_BETWEEN: cuff.between_ticked,
    Screen.SOUND: listening.ticked,
    Screen.PHOTO: photos.ticked,
    Screen.LOOKING: identity.looked_long,
    Screen.RESUME: leaving.resume_ticked,
}

TABLE: Final[dict[tuple[Screen, type], Handler]] = {
    (Screen.CONSENT, e.ConsentAnswered): welcome.consent_answered,
    (Screen.CONSENT_DECLINED, e.WentBack): welcome.read_again,
    (Screen.CONSENT_DECLINED, e.Finished): leaving.left,
    (Screen.WHO, e.WhoChosen): welcome.who_chosen,
    (Screen.WHO, e.WentBack): go_back,
    (Screen.WHO, e.ProofChosen): identity.chosen,
    (Screen.WHO, station.CardRead): identity.card_read,
    (Screen.WHO, e.StaffAttends): who.staff_attends,
    (Screen.CARD, station.CardRead): identity.card_read,
    (Screen.CARD, e.Skipped): identity.go_without,
    (Screen.CARD, e.WentBack): go_back,
    (Screen.PHONE, c.PhoneGiven): identity.phone_given,
    (Screen.PHONE, e.WentBack): go_back,
    (Screen.CODE, e.CodeGiven): identity.code_given,
    (Screen.CODE, e.CodeAgainWanted): identity.code_again,
    (Screen.CODE, e.Skipped): identity.go_without,
    (Screen.CODE, e.WentBack): go_back,
    (Screen.LOOKING, e.Skipped): identity.go_without,
    (Screen.KNOWN, e.Continued): identity.known,
    (Screen.KNOWN, e.WentBack): identity.not_me,
    (Screen.GUARDIAN, e.GuardianIs): who.guardian_is,
    (Screen.GUARDIAN, e.WentBack): go_back,
    (Screen.GUARDIAN_NAME, e.GuardianNamed): who.guardian_named,
    (Screen.GUARDIAN_NAME, e.WentBack): go_back,
    (Screen.CHANGE, e.ChangeWanted): change.chosen,
    (Screen.CHANGE, e.WentBack): change.left,
    (Screen.NAME, e.NameGiven): welcome.name_given,
    (Screen.NAME, e.WentBack): go_back,
    (Screen.BIRTH_DATE, e.BirthDateGiven): welcome.birth_date_given,
    (Screen.BIRTH_DATE, e.AgeGiven): welcome.age_given,
    (Screen.BIRTH_DATE, e.Skipped): welcome.birth_date_skipped,
    (Screen.BIRTH_DATE, e.WentBack): go_back,
    (Screen.QUESTION, e.Answered): questions.answered,
    (Screen.QUESTION, e.Continued): questions.kept,
    (Screen.QUESTION, e.WentBack): go_back,
    (Screen.ABOUT, e.Answered): questions.answered,
    (Screen.ABOUT, e.Continued): questions.kept,
    (Screen.ABOUT, e.WentBack): go_back,
    (Screen.EMERGENCY, c.CallWanted): calls.wanted,
    (Screen.EMERGENCY, e.Continued): resume.emergency_continued,
    (Screen.EMERGENCY, e.WentBack): resume.emergency_mistaken,
    (Screen.OXIMETER_PREPARE, e.Continued): guided.started,
    (Screen.OXIMETER_PREPARE, e.Skipped): measuring.skipped,
    (Screen.OXIMETER_PREPARE, e.WentBack): go_back,
    (Screen.OXIMETER, e.Continued): guided.next_wanted,
    (Screen.OXIMETER, e.Skipped): measuring.skipped,
    (Screen.OXIMETER, e.StopPressed): measuring.stop_pressed,
    (Screen.DEVICE_PREPARE, e.Continued): guided.started,
    (Screen.DEVICE_PREPARE, e.Skipped): measuring.skipped,
    (Screen.DEVICE_PREPARE, e.WentBack): go_back,
    (Screen.DEVICE_MEASURE, e.Continued): guided.next_wanted,
    (Screen.DEVICE_MEASURE, e.Skipped): measuring.skipped,
    (Screen.DEVICE_MEASURE, e.StopPressed): measuring.stop_pressed,
    (Screen.SKIP_WHY, e.Skipped): measuring.skipped,
    (Screen.SKIP_WHY, e.WentBack): measuring.skip_taken_back,
    (Screen.CUFF_QUESTION, e.Answered): cuff.answered,
    (Screen.CUFF_QUESTION, e.Continued): cuff.kept,
    (Screen.CUFF_QUESTION, e.Skipped): measuring.skipped,
    (Screen.CUFF_QUESTION, e.WentBack): go_back,
    (Screen.CUFF_ARM, e.CuffChosen): cuff.chosen,
    (Screen.CUFF_ARM, e.Skipped): measuring.skipped,
    (Screen.CUFF_ARM, e.WentBack): go_back,
    (Screen.CUFF_POSTURE, e.Continued): cuff.rest,
    (Screen.CUFF_POSTURE, e.Skipped): measuring.skipped,
    (Screen.CUFF_POSTURE, e.WentBack): go_back,
    (Screen.CUFF_REST, e.Continued): cuff.rest_cut_short,
    (Screen.CUFF_REST, e.Skipped): measuring.skipped,
    (Screen.CUFF_REST, e.StopPressed): measuring.stop_pressed,
    (Screen.CUFF_REST, e.WentBack): go_back,
    (Screen.CUFF_MEASURE, e.StopPressed): measuring.stop_pressed,
    (Screen.CUFF_MEASURE, e.Skipped): measuring.skipped,
    (Screen.CUFF_BETWEEN, e.StopPressed): measuring.stop_pressed,
    (Screen.CUFF_BETWEEN, e.Skipped): measuring.skipped,
    (Screen.MEASURE_PROBLEM, e.Continued): measuring.try_again,
    (Screen.MEASURE_PROBLEM, e.Skipped): measuring.skipped,
    (Screen.MEASURE_PROBLEM, e.StopPressed): measuring.stop_pressed,
    (Screen.MEASURE_PROBLEM, e.HandWanted): by_hand.wanted,
    (Screen.BY_HAND, e.HandTouched): by_hand.touched,
    (Screen.BY_HAND, e.HandNamed): by_hand.named,
    (Screen.BY_HAND, e.HandGiven): by_hand.given,
    (Screen.BY_HAND, e.Continued): by_hand.went_on,
    (Screen.BY_HAND, e.WentBack): by_hand.went_back,
    (Screen.BY_HAND, c.ChatWritten): texts.written,
    (Screen.BY_HAND, c.ControlsSet): calls.controls_set,
    (Screen.RESULTS, e.HandWanted): by_hand.wanted,
    (Screen.RESULTS, e.MoreWanted): measuring.more_wanted,
    (Screen.RESULTS, e.Continued): to_offer,
    (Screen.RESULTS, c.CallWanted): calls.wanted,
    (Screen.RESULTS, e.WentBack): go_back,
    (Screen.RESULTS, e.ChangeWanted): change.wanted,
    (Screen.RESULTS, e.PhotoWanted): photos.wanted,
    (Screen.PHOTO, e.PhotoTouched): photos.touched,
    (Screen.PHOTO, e.Continued): photos.went_on,
    (Screen.PHOTO, e.StopPressed): photos.stopped,
    (Screen.PHOTO, e.WentBack): photos.went_back,
    (Screen.PHOTO, c.ChatWritten): texts.written,
    (Screen.PHOTO, c.ControlsSet): calls.controls_set,
    (Screen.CALL, e.PhotoTouched): photos.no_room,
    (Screen.RESULTS, e.SoundWanted): listening.wanted,
    (Screen.SOUND, e.SoundTouched): listening.touched,
    (Screen.SOUND, e.Continued): listening.went_on,
    (Screen.SOUND, e.StopPressed): listening.stopped,
    (Screen.SOUND, e.WentBack): listening.went_back,
    (Screen.SOUND, c.ChatWritten): texts.written,
    (Screen.SOUND, c.ControlsSet): calls.controls_set,
    (Screen.OFFER_CALL, c.CallWanted): calls.wanted,
    (Screen.OFFER_CALL, c.CallDeclined): nobody.declined,
    (Screen.OFFER_CALL, e.WentBack): go_back,
    (Screen.OFFER_CALL, e.ChangeWanted): change.wanted,
    (Screen.WAITING, c.HungUp): calls.hung_up,
    (Screen.WAITING, c.ChatWritten): texts.written,
    (Screen.WAITING, e.ChangeWanted): change.wanted,
    (Screen.NOBODY, e.ChangeWanted): change.wanted,
    (Screen.CALL, e.ChangeWanted): change.wanted,
    (Screen.PLAN_WAITING, e.ChangeWanted): change.wanted,
    (Screen.STORED, e.ChangeWanted): change.wanted,
    (Screen.WAITING, e.Continued): flow.measure_meanwhile,
    (Screen.CALL, c.HungUp): calls.hung_up,
    (Screen.CALL, c.ChatWritten): texts.written,
    (Screen.CALL, c.ControlsSet): calls.controls_set,
    (Screen.CALL, c.MeasureAgreed): measuring.agreed,
    (Screen.CALL, c.GuestAnswered): guests.answered,
    (Screen.CALL, c.GuestPicturesAnswered): guests.pictures_answered,
    (Screen.CALL, c.GuestSentAway): guests.sent_away,
    (Screen.CALL, e.StopPressed): measuring.stop_pressed,
    (Screen.NOBODY, c.NobodyChosen): nobody.chosen,
    (Screen.NOBODY, e.Continued): flow.measure_meanwhile,
    (Screen.CALLBACK, c.PhoneGiven): nobody.phone_given,
    (Screen.CALLBACK, e.WentBack): nobody.back,
    (Screen.CALLBACK_WHEN, c.CallTimeChosen): nobody.time_chosen,
    (Screen.CALLBACK_WHEN, e.WentBack): nobody.back,
    (Screen.KEEP_TEXT, c.TextKept): calls.text_decided,
    (Screen.PLAN_WAITING, c.CallWanted): calls.wanted,
    (Screen.PLAN_WAITING, e.Finished): leaving.finished,
    (Screen.PLAN_WAITING, e.TakeAwayWanted): taking.wanted,
    (Screen.PLAN_WAITING, e.KeepingAsked): taking.keeping_asked,
    (Screen.STORED, c.CallWanted): calls.wanted,
    (Screen.STORED, e.Finished): leaving.finished,
    (Screen.STORED, e.CardWanted): who.card_wanted,
    (Screen.PLAN, e.CardWanted): who.card_wanted,
    (Screen.CARD_MADE, e.Continued): who.card_taken,
    (Screen.CARD_MADE, e.WentBack): who.card_taken,
    (Screen.STORED, e.Continued): leaving.finished,
    (Screen.STORED, e.TakeAwayWanted): taking.wanted,
    (Screen.STORED, e.KeepingAsked): taking.keeping_asked,
    (Screen.PLAN, e.Finished): leaving.finished,
    (Screen.PLAN, e.Continued): leaving.finished,
    (Screen.PLAN, e.TakeAwayWanted): taking.wanted,
    (Screen.PLAN, e.KeepingAsked): taking.keeping_asked,
    (Screen.TAKE_AWAY, e.PaperWanted): taking.paper_wanted,
    (Screen.TAKE_AWAY, e.KeepingAsked): taking.keeping_asked,
    (Screen.TAKE_AWAY, e.WentBack): taking.back,
    (Screen.TAKE_AWAY, e.Finished): leaving.finished,
    (Screen.TAKE_AWAY, e.Continued): leaving.finished,
    (Screen.WHAT_WE_KEEP, e.WentBack): taking.keeping_read,
    (Screen.WHAT_WE_KEEP, e.Continued): taking.keeping_read,
    (Screen.RESUME, e.ResumeAnswered): leaving.resume_answered,
    (Screen.RESUME, e.StartedOver): leaving.left,
    (Screen.OUT_OF_ORDER, e.Finished): leaving.left,
}

TABLE.update(
    {
        (screen, e.SkipWanted): measuring.skip_wanted
        for screen, kind in tuple(TABLE)
        if kind is e.Skipped and screen is not Screen.SKIP_WHY and screen is not Screen.BIRTH_DATE
    }
)

_PLACES: Final[dict[type, Handler]] = {  # with or without a visit
    e.Touched: touched,
    e.LanguageChosen: welcome.language_chosen,
    e.PersonWanted: alarms.person_wanted,
    e.PageClosed: alarms.page_closed,
    e.CoreLost: papers.core_lost,
    e.Broke: broke,
    e.Resumed: resume.resumed,
    station.Welcome: papers.core_up,
    station.HubState: calls.hub_is,
    station.MediaIs: calls.media_is,
    instruments.DeviceState: measuring.device_is,
    station.PersonPaged: alarms.person_paged,
}

EVERYWHERE: Final[dict[type, Handler]] = {
    **_PLACES,
    e.StaffHere: alarms.staff_here,
    e.EmergencyWanted: alarms.emergency_wanted,
    e.LeaveWanted: leaving.asked,
    e.LeaveConfirmed: leaving.confirmed,
    e.StillHere: leaving.still_here,
    c.NumberWanted: nobody.number_wanted,
    e.Ticked: time_passes,
    e.FromHub: calls.heard,
    e.TakenStored: handover.stored,
    e.PaperTold: taking.paper_told,
    instruments.Measured: measuring.measured,
    instruments.MeasureFailed: measuring.measure_failed,
    station.PutDone: papers.put_done,
    station.CallState: calls.call_is,
    station.Alarm: alarms.alarm_is,
    capture.Taken: came,
    capture.NotTaken: came,
}

BEFORE: Final[dict[type, Handler]] = {
    **_PLACES,
    e.Touched: touched_before,
    e.StaffHere: alarms.staff_here,
    e.Begun: welcome.begun,
    e.StationWanted: staff.wanted,
    e.SymptomsWanted: symptoms.wanted,
    e.SymptomTouched: symptoms.touched,
    e.WentBack: back_before,
    e.Continued: next_before,
    e.TechnicianTouched: technician.touched,
    e.StopPressed: technician.stopped,
    TechnicianIs: technician.technician_is,
    station.SpareAnswered: technician.spare_answered,
    e.NetworkTestWanted: staff.test_network,
    e.SoundTestWanted: staff.test_sound,
    e.LookWanted: staff.look_for_updates,
    UpdateState: staff.update_is,
    e.StationTestWanted: staff.test_station,
    e.CleaningTouched: cleaning.touched,
    e.Ticked: time_passes_before,
}

CLOSED: Final[dict[type, Handler]] = {
    e.Ticked: time_passes_closed,
    e.Finished: leaving.goodbye_touched,
    e.Continued: leaving.goodbye_touched,
    e.PersonWanted: alarms.person_wanted,
    e.PageClosed: alarms.page_closed,
    e.StaffHere: alarms.staff_here,
    e.CoreLost: papers.core_lost,
    e.Resumed: resume.resumed,
    e.TakenStored: handover.stored,
    e.PaperTold: taking.paper_told,
    station.Welcome: papers.core_up,
    station.HubState: calls.hub_is,
    station.PersonPaged: alarms.person_paged,
    instruments.Measured: acts.keep_only,
    station.PutDone: papers.put_done,
    station.Alarm: alarms.alarm_is,
}

UNDER_LEAVING: Final = (  # what still counts while "do you want to leave?" is shown over the screen
    e.LeaveConfirmed,
    e.StillHere,
    c.NumberWanted,
    e.PersonWanted,
    e.StaffHere,
    e.StopPressed,
    e.LanguageChosen,
    e.Touched,
)
BEGINS: Final = (Screen.WELCOME, Screen.SYMPTOMS)  # where a visit can begin
NOT_A_PERSON: Final = (
    e.Ticked,
    e.Resumed,
    e.TakenStored,
    e.PaperTold,
    e.CoreLost,
    e.Broke,
    e.FromCore,
    e.FromHub,
)


def handler_for(state: State, event: e.Event) -> Handler | None:
    """Return who handles an event now, or None."""
    kind = type(event.message) if isinstance(event, e.FromCore) else type(event)
    if state.closing is not None:
        return CLOSED.get(kind)
    if state.visit is None:
        return BEFORE.get(kind) if kind is not e.Begun or state.screen in BEGINS else None
    by_person = not isinstance(event, NOT_A_PERSON)
    if state.leaving is not None and by_person and not isinstance(event, UNDER_LEAVING):
        return None
    return TABLE.get((state.screen, kind)) or EVERYWHERE.get(kind)


def step(state: State, event: e.Event, context: Context) -> tuple[State, tuple[Effect, ...]]:
    """Return the next state, and what is to be done. Total: never raises, ignores what does not fit."""
    handler = handler_for(state, event)
    if handler is None:
        return state, ()
    turn = Turn(state, event.at, context)
    if not isinstance(event, NOT_A_PERSON):
        turn.set(touched_ns=turn.now_ns)
    handler(turn, event)
    if turn.state == state:
        return state, tuple(turn.effects)
    turn.set(changed_ns=turn.now_ns)
    return turn.state, tuple(turn.effects)
