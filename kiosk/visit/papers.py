"""Documents on their way: nothing is called saved before it is, nothing is acknowledged before that."""

import msgspec

from contract.instruments import AckMeasurement
from contract.station import PutDone, VisitStarted, Welcome
from kiosk.visit import alarms, calls, cleaning, welcome
from kiosk.visit.acts import RESTARTED, problem
from kiosk.visit.effects import SealDocument, SealLive
from kiosk.visit.events import CoreLost, FromCore
from kiosk.visit.model import Place, Screen
from kiosk.visit.parts import Paper, Problem
from kiosk.visit.resume import return_to
from kiosk.visit.turn import Turn

FINAL = ("sent", "quarantined")
DAMAGED = "damaged"


def put_done(turn: Turn, event: FromCore) -> None:
    """A document is saved, sent, or was refused; a reading is acknowledged once it is saved.

    What the disk no longer gives back before the hub had it is put again, as long as we still have it.
    """
    message = event.message
    if not isinstance(message, PutDone):
        return
    paper = next((p for p in turn.state.papers if p.id == message.id), None)
    if paper is None or paper.state in FINAL or (paper.durable and message.state == "failed"):
        return
    lost = message.state == DAMAGED
    why = message.detail if message.state == "failed" else ""
    after = msgspec.structs.replace(
        paper, state="put" if lost else message.state, failed_ns=turn.now_ns, why=why
    )
    if lost:
        put_again(turn, paper)
    elif after.state in FINAL:
        after = msgspec.structs.replace(after, document=None)
    if after.durable and not paper.durable and after.measurement is not None:
        turn.tell(AckMeasurement(id=after.measurement))
    turn.set(papers=tuple(after if p.id == after.id else p for p in turn.state.papers))


def put_again(turn: Turn, paper: Paper) -> None:
    """Put under the same id; once is once."""
    if paper.document is not None:
        turn.effects.append(SealDocument(paper.id, paper.lane, paper.document))


def retry_refused(turn: Turn) -> None:
    """After a full disk: try again now and then."""
    wait_s = turn.context.limits.put_again_s
    for paper in turn.state.papers:
        if paper.state == "failed" and turn.since_s(paper.failed_ns) >= wait_s:
            waiting = msgspec.structs.replace(paper, state="put")
            turn.set(papers=tuple(waiting if p.id == paper.id else p for p in turn.state.papers))
            put_again(turn, waiting)


def core_up(turn: Turn, event: FromCore) -> None:
    """Core is (back) up: say again all that it may not have heard. Every id is the same as before."""
    if not isinstance(event.message, Welcome):
        return
    was_up = turn.state.core_up
    turn.set(core_up=True, hub_online=event.message.hub_online)
    back_in_order(turn)
    cleaning.due(turn, event.message)
    if turn.state.visit is None:
        return
    if turn.state.closing is None or turn.state.closing.state != "ended":
        turn.tell(VisitStarted(visit=turn.visit))
        welcome.say_session_key(turn)
    for alarm in turn.state.alarms:
        if not alarm.acknowledged_by:
            alarms.tell_alarm(turn, alarm)
    for paper in turn.state.papers:
        if not paper.durable:
            put_again(turn, paper)
    if turn.state.call.wanted:
        calls.open_camera(turn)
    person = turn.state.person
    if person is not None and not person.answered_by and "hub" not in person.reached:
        turn.tell(alarms.page_of(turn))
    turn.effects.extend(SealLive(line) for line in turn.state.call.chat if line.sender == "patient")
    running = turn.state.running
    if running is not None and not was_up:
        turn.set(running=None)
        failures = turn.state.record(running.act).failures
        problem(turn, Problem(running.act, RESTARTED, failures=failures, untried=True))


def core_lost(turn: Turn, _event: CoreLost) -> None:
    """Core is gone; it is being restarted."""
    if turn.state.core_up:
        turn.set(core_up=False, core_lost_ns=turn.now_ns)


def out_of_order(turn: Turn, fault: str) -> None:
    """Say that the station does not work; an emergency and a goodbye stay on the screen."""
    if turn.state.screen not in (Screen.EMERGENCY, Screen.GOODBYE, Screen.OUT_OF_ORDER):
        turn.set(out_from=turn.here)
        turn.show(Screen.OUT_OF_ORDER)
        turn.set(fault=fault)


def back_in_order(turn: Turn) -> None:
    """Go on where it stopped, when only core was missing."""
    place = turn.state.out_from or Place(Screen.WELCOME)
    if turn.state.screen is Screen.OUT_OF_ORDER and turn.state.fault == RESTARTED:
        turn.set(out_from=None, fault="")
        return_to(turn, place)


def core_missing(turn: Turn) -> None:
    """Core stays away."""
    state = turn.state
    if not state.core_up and turn.since_s(state.core_lost_ns) >= turn.context.limits.core_lost_s:
        out_of_order(turn, RESTARTED)
