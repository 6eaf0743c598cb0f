"""Red flags: what the rules say, who was told, and the truth about it.

An alarm is raised once a rule and level, never taken back, and never called answered before
somebody acknowledged it. An emergency stops the flow, but no live call.
"""

import msgspec

from contract.documents import AlarmRaised
from contract.envelope import Lane
from contract.instruments import StopMeasure as StopMeasureMessage
from contract.station import (
    AcknowledgeAlarm,
    Alarm,
    PagePerson,
    PersonHere,
    PersonPaged,
    RaiseAlarm,
    RequestCall,
)
from kiosk.visit import asking, judge, scores
from kiosk.visit.events import EmergencyWanted, FromCore, PageClosed, PersonWanted, StaffHere
from kiosk.visit.model import CHANGING, Place, Screen
from kiosk.visit.parts import Fired, OpenAlarm, PersonPage
from kiosk.visit.state import State
from kiosk.visit.turn import Turn

UNMEASURABLE = "rf-unmeasurable"
SAID = "said-by-patient"  # no rule: whoever says so is believed


def look(turn: Turn) -> bool:
    """Apply the rules to what is known now; True when the emergency screen has taken over."""
    before = {(rule.rule, rule.action) for rule in turn.state.fired}
    emergencies, found = turn.state.emergencies, judge.outcome(turn.state, turn.at, turn.context)
    fired = judge.fired_of(found)
    turn.set(fired=fired)
    scores.note(turn, found.news2)
    for rule in fired:
        if rule.action in ("E", "P"):
            raise_alarm(turn, rule, anew=before.isdisjoint({(rule.rule, "E"), (rule.rule, rule.action)}))
    return _over_the_call(turn, emergencies) or take_over(turn)


def _over_the_call(turn: Turn, before: tuple[OpenAlarm, ...]) -> bool:
    """A new emergency while answers are changed behind a live call: back to the call, where it is shown."""
    new = turn.state.emergencies != before and turn.state.call.live
    if new and turn.state.screen in CHANGING:
        turn.show(Screen.CALL)
        return True
    return False


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


def emergency_wanted(turn: Turn, _event: EmergencyWanted) -> None:
    """ "This is an emergency", said by the patient, from anywhere once they have agreed to be helped here."""
    if turn.state.consented and turn.state.closing is None:
        before = turn.state.emergencies
        raise_alarm(
            turn,
            Fired(SAID, "E", "The patient says that this is an emergency", "said by the patient"),
            anew=True,
        )
        turn.set(person=None)
        if not _over_the_call(turn, before):
            take_over(turn)


def burning(state: State) -> bool:
    """Is there an emergency by what is known now, or was said, that nobody has seen?"""
    open_rules = {alarm.rule for alarm in state.emergencies if not state.was_seen(alarm)}
    return SAID in open_rules or any(
        fired.action == "E" and fired.rule in open_rules for fired in state.fired
    )


def _from_where(turn: Turn) -> Place | None:
    """Where to go on afterwards; the privacy check is none such place, what is behind it is."""
    place = turn.state.resume.back if turn.state.resume else turn.here
    if place.screen is Screen.EMERGENCY:
        return turn.state.emergency_from
    return None if place.screen in (Screen.RESUME, Screen.OUT_OF_ORDER) else place


def raise_alarm(turn: Turn, rule: Fired, *, anew: bool = False) -> None:
    """Raise a rule's alarm, unless the same one was raised at this level or a higher one.

    `anew`: it was not so a moment ago, so that what somebody has seen before does not speak for it.
    """
    state = turn.state
    same = [a for a in state.alarms if a.rule == rule.rule and a.level in ("E", rule.action)]
    if same and not (anew and state.call.state != "connected" and all(state.was_seen(a) for a in same)):
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
    if turn.state.person is not None:
        turn.tell(PersonHere(by=event.by))
    turn.set(person=None)


def page(turn: Turn) -> None:
    """Call a person on site; without a sound where somebody may be a danger to themselves."""
    turn.tell(page_of(turn))
    turn.set(person=PersonPage(asked=turn.at))


def page_of(turn: Turn) -> PagePerson:
    """Return what core is told of it."""
    return PagePerson(visit=turn.state.visit, quiet=any(alarm.quiet for alarm in turn.state.alarms))


def person_wanted(turn: Turn, _event: PersonWanted) -> None:
    """ "Get a person": from everywhere, also before a visit began."""
    page(turn)


def person_paged(turn: Turn, event: FromCore) -> None:
    """Say whom the page reached, when the hub is told, and who has answered."""
    message, person = event.message, turn.state.person
    if not isinstance(message, PersonPaged) or person is None:
        return
    news = msgspec.structs.replace(
        person,
        reached=message.reached,
        hub=None if message.hub_in_s is None else turn.countdown(message.hub_in_s),
        answered_by=message.answered_by,
        answered_at=message.answered_at,
        closed=person.closed and message.answered_by == person.answered_by,  # an answer is shown again
    )
    turn.set(person=news)


def page_closed(turn: Turn, _event: PageClosed) -> None:
    """Put the overlay away; the page stands."""
    if turn.state.person is not None:
        turn.set(person=msgspec.structs.replace(turn.state.person, closed=True))
