"""Red flags: what the rules say, who was told, and the truth about it.

An alarm is raised once a rule and level, never taken back, and never called answered before
somebody acknowledged it. An emergency stops the flow, but no live call.
"""

import msgspec

from contract.documents import AlarmRaised
from contract.envelope import Lane
from contract.station import AcknowledgeAlarm, Alarm, PagePerson, PersonPaged, RaiseAlarm, RequestCall
from contract.station import StopMeasure as StopMeasureMessage
from kiosk.visit import asking
from kiosk.visit.events import FromCore, PageClosed, PersonWanted, StaffHere
from kiosk.visit.judge import fired_now
from kiosk.visit.model import Fired, OpenAlarm, PersonPage, Place, Screen, State
from kiosk.visit.turn import Turn

UNMEASURABLE = "rf-unmeasurable"


def look(turn: Turn) -> bool:
    """Apply the rules to what is known now; True when the emergency screen has taken over."""
    fired = fired_now(turn.state, turn.at, turn.context)
    turn.set(fired=fired)
    for rule in fired:
        if rule.action in ("E", "P"):
            raise_alarm(turn, rule)
    return take_over(turn)


def take_over(turn: Turn) -> bool:
    """Show the emergency screen when one is open that nobody saw; not over a live call."""
    state = turn.state
    if not burning(state) or state.call.live or state.closing is not None:
        return False
    if state.screen is not Screen.EMERGENCY:
        turn.set(emergency_from=_from_where(turn), leaving=None)
        cancel_act(turn)
        asking.seal_answers(turn)  # whoever comes to help needs them, complete or not
        turn.show(Screen.EMERGENCY)
    return True


def burning(state: State) -> bool:
    """Is there an emergency by what is known now that nobody has seen?"""
    open_rules = {alarm.rule for alarm in state.emergencies if not state.was_seen(alarm)}
    return any(fired.action == "E" and fired.rule in open_rules for fired in state.fired)


def _from_where(turn: Turn) -> Place | None:
    """Where to go on afterwards; the privacy check is none such place, what is behind it is."""
    place = turn.state.resume.back if turn.state.resume else turn.here
    if place.screen is Screen.EMERGENCY:
        return turn.state.emergency_from
    return None if place.screen in (Screen.RESUME, Screen.OUT_OF_ORDER) else place


def raise_alarm(turn: Turn, rule: Fired) -> None:
    """Raise a rule's alarm, unless the same one was raised at this level or a higher one."""
    state = turn.state
    if any(a.rule == rule.rule and a.level in ("E", rule.action) for a in state.alarms):
        return
    alarm = OpenAlarm(
        id=turn.new_id(),
        rule=rule.rule,
        level=rule.action,
        why=rule.why,
        quiet=rule.quiet,
        raised=turn.at,
    )
    before = state.level
    turn.set(alarms=(*turn.state.alarms, alarm))
    tell_alarm(turn, alarm)
    turn.seal(
        AlarmRaised(
            visit=turn.visit,
            at=turn.at,
            alarm=alarm.id,
            rule=alarm.rule,
            level=alarm.level,
            why=alarm.why,
            quiet=alarm.quiet,
        ),
        Lane.ALERT,
    )
    if turn.state.level != before:
        _more_urgent(turn)


def raise_unmeasurable(turn: Turn, why: str) -> None:
    """A measurement that fails is itself a finding (clinical.md §3, [P])."""
    source = turn.context.rules[UNMEASURABLE].cited
    raise_alarm(turn, Fired(UNMEASURABLE, "P", why, source))


def tell_alarm(turn: Turn, alarm: OpenAlarm) -> None:
    """Tell core; the same alarm again is once."""
    turn.tell(
        RaiseAlarm(alarm=alarm.id, visit=turn.visit, rule=alarm.rule, level=alarm.level, quiet=alarm.quiet)
    )


def _more_urgent(turn: Turn) -> None:
    """Move up in the line when one already waits."""
    call = turn.state.call
    if call.wanted and not call.live:
        turn.set_call(level=turn.state.level)
        turn.tell(request(turn))


def request(turn: Turn) -> RequestCall:
    """Ask for a provider at the present level."""
    return RequestCall(visit=turn.visit, level=turn.state.level, language=turn.state.language)


def cancel_act(turn: Turn) -> None:
    """Stop what is running; it does not count as a failed attempt."""
    if turn.state.running is not None:
        turn.tell(StopMeasureMessage(act=turn.state.running.act))
        turn.set(running=None)


def alarm_is(turn: Turn, event: FromCore) -> None:
    """Take core's word on one of our alarms."""
    message = event.message
    if not isinstance(message, Alarm):
        return
    turn.set(
        alarms=tuple(
            msgspec.structs.replace(
                alarm,
                hub_has_it=message.hub_has_it or alarm.hub_has_it,
                acknowledged_by=message.acknowledged_by or alarm.acknowledged_by,
                acknowledged_at=message.acknowledged_at or alarm.acknowledged_at,
            )
            if alarm.id == message.alarm
            else alarm
            for alarm in turn.state.alarms
        )
    )


def staff_here(turn: Turn, event: StaffHere) -> None:
    """A person on site is there: core and hub are told; the screen says so when core confirms."""
    for alarm in turn.state.alarms:
        if not alarm.acknowledged_by:
            turn.tell(AcknowledgeAlarm(alarm=alarm.id, by=event.by))
    turn.set(person=None)


def page(turn: Turn) -> None:
    """Call a person on site."""
    turn.tell(PagePerson(visit=turn.state.visit))
    turn.set(person=PersonPage(asked=turn.at))


def person_wanted(turn: Turn, _event: PersonWanted) -> None:
    """ "Get a person": from everywhere, also before a visit began."""
    page(turn)


def person_paged(turn: Turn, event: FromCore) -> None:
    """Say whom the page reached."""
    if isinstance(event.message, PersonPaged) and turn.state.person is not None:
        turn.set(person=msgspec.structs.replace(turn.state.person, reached=event.message.reached))


def page_closed(turn: Turn, _event: PageClosed) -> None:
    """Put the overlay away; the page stands."""
    if turn.state.person is not None:
        turn.set(person=msgspec.structs.replace(turn.state.person, closed=True))
