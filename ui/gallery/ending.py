"""Scenes of the end: the plan with its orders, what is taken home, what is kept, goodbye, cleaning."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

from contract import station, talk
from contract.talk import Medicine, Refill
from kiosk.visit import events as e
from kiosk.visit.rehearsal import BOOT, VISIT
from ui.gallery.scene import Played, Scene, table
from ui.gallery.talking import plan, plan_waiting, with_plan

LINK: Final = bytes(range(32))
KEY: Final = bytes(range(100, 132))
PASSCODE: Final = "407192"


def plan_orders(language: str) -> Scene:
    """Medicines with their times, a refill that is given and one that is not, a referral with its address."""
    return with_plan(
        plan_waiting(language),
        text="Your chest sounds clear. Rest for two days.",
        disposition="in-person",
        warning_signs=("breathless while you sit still",),
        referral="City Clinic, this week",
        referral_address="40 Main Street, Springfield",
        referral_phone="555 0199",
        medicines=(
            Medicine(name="Ibuprofen 400 mg", amount="1 tablet", times=("morning", "evening"), days=5),
            Medicine(name="Cough syrup", amount="10 ml", note="when the cough keeps you awake"),
        ),
        refills=(
            Refill(medicine="Lisinopril 10 mg", approved=True, pharmacy="Riverside Pharmacy"),
            Refill(medicine="Zolpidem 10 mg", approved=False, why="It must be looked at in person first."),
        ),
    )


def _taken(scene: Scene) -> Scene:
    scene.visit.do(e.TakeAwayWanted, link=LINK, key=KEY, passcode=PASSCODE)
    return scene


def _paper(scene: Scene, state: str, why: str = "") -> Scene:
    scene.visit.do(e.PaperWanted)
    printing = scene.visit.state.printing
    assert printing is not None  # asked for just now
    scene.visit.do(e.PaperTold, id=printing.id, state=state, why=why)
    return scene


def take_away(language: str) -> Scene:
    """The link works."""
    scene = _taken(plan(language))
    scene.visit.hub(talk.LinkReady(id=UUID(int=9), visit=VISIT, at=scene.visit.at.wall))
    return scene


def take_away_offline(language: str) -> Scene:
    """There is no connection, and no paper in the printer."""
    scene = _taken(plan(language))
    scene.visit.core(station.HubState(online=False, since=scene.visit.at.wall))
    return _paper(scene, "waiting", "paper-out")


def take_away_printed(language: str) -> Scene:
    """The paper is out."""
    return _paper(_taken(plan(language)), "printed")


def take_away_no_printer(language: str) -> Scene:
    """The printer is gone."""
    return _paper(_taken(plan(language)), "failed", "no-printer")


def what_we_keep(language: str) -> Scene:
    """What is kept, where, whom to ask."""
    scene = take_away(language)
    scene.visit.do(e.KeepingAsked)
    return scene


def goodbye(language: str) -> Scene:
    """Saved and forgotten."""
    scene = plan(language)
    scene.visit.do(e.Finished)
    scene.visit.wait(1)
    return scene


def goodbye_late(language: str) -> Scene:
    """Not saved."""
    visit = Played(language, saves=False)
    visit.to_questions()
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    visit.wait(6)
    return Scene(visit)


def goodbye_paper(language: str) -> Scene:
    """There is paper to take."""
    scene = take_away_printed(language)
    scene.visit.do(e.Finished)
    scene.visit.wait(1)
    return scene


def _cleaning(language: str) -> Scene:
    visit = Played(language)
    visit.core(
        station.Welcome(
            protocol=station.PROTOCOL,
            boot_id=BOOT,
            profile=b"",
            keys=b"",
            hub_online=True,
            clock="synced",
            clean_after=VISIT,
        )
    )
    return Scene(visit)


def cleaning_locked(language: str) -> Scene:
    """Touch is off while the screen is wiped."""
    scene = _cleaning(language)
    scene.visit.wait(9)
    return scene


def cleaning_unlocking(language: str) -> Scene:
    """Somebody needs help now: asked once more."""
    scene = cleaning_locked(language)
    scene.visit.do(e.CleaningTouched, what="unlock")
    return scene


def cleaning(language: str) -> Scene:
    """Is it clean?"""
    scene = _cleaning(language)
    scene.visit.wait(31)
    return scene


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    plan_orders,
    take_away,
    take_away_offline,
    take_away_printed,
    take_away_no_printer,
    what_we_keep,
    goodbye,
    goodbye_late,
    goodbye_paper,
    cleaning_locked,
    cleaning_unlocking,
    cleaning,
)
