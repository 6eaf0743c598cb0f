"""What is written in a call: kept with the visit if the patient says so, otherwise forgotten and erased."""

from uuid import UUID, uuid4

from contract import documents, station, talk
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal


def said(visit: Rehearsal, text: str, *, kind: str = "chat", corrects: UUID | None = None) -> UUID:
    line = talk.ChatLine(
        id=uuid4(), visit=VISIT, at=visit.at.wall, sender="Dr. Kim", text=text, kind=kind, corrects=corrects
    )
    visit.hub(line)
    return line.id


def ended(visit: Rehearsal) -> Rehearsal:
    """A call with a word of each side, hung up."""
    visit.to_call()
    said(visit, "Does it hurt?")
    visit.do(c.ChatWritten, text="Yes")
    visit.do(c.HungUp)
    return visit


def connected(visit: Rehearsal) -> None:
    for state in ("connecting", "connected"):
        visit.core(station.CallState(state=state))


def kept(visit: Rehearsal) -> list[tuple[str, ...]]:
    return [tuple(line.text for line in t.lines) for t in visit.sealed(documents.Transcript)]


def test_a_call_without_text_asks_nothing(visit: Rehearsal) -> None:
    visit.to_call()
    visit.do(c.HungUp)
    assert visit.shows(Screen.PLAN_WAITING)


def test_yes_seals_the_transcript_and_a_later_call_adds_to_it(visit: Rehearsal) -> None:
    ended(visit)
    assert visit.shows(Screen.KEEP_TEXT)
    visit.do(c.TextKept, keep=True)
    assert visit.shows(Screen.PLAN_WAITING)
    assert kept(visit) == [("Does it hurt?", "Yes")]
    visit.do(c.CallWanted, camera=False)
    connected(visit)
    visit.do(c.ChatWritten, text="More")
    visit.do(c.HungUp)
    assert visit.shows(Screen.PLAN_WAITING)  # asked once
    assert kept(visit)[1:] == [("Does it hurt?", "Yes", "More")]
    visit.do(e.Finished)
    assert len(kept(visit)) == 2
    assert not visit.live(talk.TextDropped)


def test_no_forgets_here_erases_there_and_asks_again_after_another_call(visit: Rehearsal) -> None:
    ended(visit)
    visit.do(c.TextKept, keep=False)
    assert visit.shows(Screen.PLAN_WAITING)
    assert visit.state.call.chat == ()
    assert len(visit.live(talk.TextDropped)) == 1
    visit.do(c.CallWanted, camera=False)
    connected(visit)
    visit.do(c.ChatWritten, text="Again")
    visit.do(c.HungUp)
    assert visit.shows(Screen.KEEP_TEXT)
    visit.do(c.TextKept, keep=True)
    assert kept(visit) == [("Again",)]


def test_without_an_answer_nothing_is_kept(visit: Rehearsal) -> None:
    ended(visit)
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    assert visit.shows(Screen.GOODBYE)
    assert kept(visit) == []


def test_a_plan_waits_for_the_answer(visit: Rehearsal) -> None:
    ended(visit)
    visit.plan()
    assert visit.shows(Screen.KEEP_TEXT)
    visit.do(c.TextKept, keep=False)
    assert visit.shows(Screen.PLAN)


def test_a_caption_put_right_is_kept_as_it_is_now(visit: Rehearsal) -> None:
    visit.to_call()
    first = said(visit, "Take too tablets.", kind="caption")
    said(visit, "Twice a day.", kind="caption")
    said(visit, "Take two tablets.", kind="caption", corrects=first)
    said(visit, "Nobody's", kind="caption", corrects=uuid4())
    visit.do(c.HungUp)
    visit.do(c.TextKept, keep=True)
    assert kept(visit) == [("Take two tablets.", "Twice a day.")]
