"""Scenes of a round in long-term care: signing in, the list, one resident, a call, signing out."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final
from uuid import UUID, uuid5

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

from contract import staff
from contract.measurement import Kind, Value
from contract.queue_state import QueueState
from contract.residents import Me
from contract.staff import CartIs
from contract.station import CallState
from contract.talk import Plan, ProviderJoined
from kiosk.rounds import events as e
from kiosk.rounds.rehearsal import ANA, BADGE, BEN, CAROL, EVERYBODY, NURSE, SHIFT, RoundRehearsal
from kiosk.visit import call_events as c
from kiosk.visit import events as v
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import Rehearsal
from ui.gallery.scene import Scene, context, table
from ui.gallery.talking import media
from ui.inputs import Draft
from ui.roster import Roster

CART: Final = CartIs(battery_percent=64, way="wireless", signal_percent=78)


def photo() -> bytes:
    """Return a made-up portrait: a plate with a head, as a JPEG."""
    image = QImage(240, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#C9D6DF"))
    painter = QPainter(image)
    painter.setBrush(QColor("#8A6A55"))
    painter.setPen(QColor("#8A6A55"))
    painter.drawEllipse(70, 60, 100, 125)
    painter.setBrush(QColor("#3F5A6B"))
    painter.drawEllipse(20, 200, 200, 220)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")  # type: ignore[call-overload]
    return bytes(data.data())


def played(language: str, *, roles: tuple[str, ...] = ("nurse",), hub: bool = True) -> RoundRehearsal:
    """A station for rounds in a language; nobody is signed in."""
    visit = RoundRehearsal(context(), roles=roles, hub=hub)
    visit.do(v.LanguageChosen, language=language)
    return visit


def scene(visit: RoundRehearsal, *, old: bool = False, cart: CartIs = CART) -> Scene:
    """A scene with the list and a cart."""
    face, taken = photo(), "2024-02-01" if old else "2026-06-01"
    residents = tuple(msgspec.structs.replace(each, photo=face, photo_taken=taken) for each in EVERYBODY)
    me = Me(NURSE, "Mo Silva", visit.roles)
    return Scene(visit, roster=Roster(visit.at.wall, "Oak House", "UTC", me, residents), cart=cart)


def signed_in(language: str, *, roles: tuple[str, ...] = ("nurse",), hub: bool = True) -> RoundRehearsal:
    """Somebody is signed in."""
    visit = played(language, roles=roles, hub=hub)
    visit.sign_in()
    return visit


def at_bed(language: str, *, roles: tuple[str, ...] = ("nurse",)) -> RoundRehearsal:
    """Ana's bed, nothing measured yet."""
    visit = signed_in(language, roles=roles)
    visit.to_bed(ANA)
    return visit


def measured(language: str, *, roles: tuple[str, ...] = ("nurse",)) -> RoundRehearsal:
    """Ana's bed, all measured: the upper pressure is higher than usual."""
    visit = at_bed(language, roles=roles)
    visit.do(v.Continued)
    for _ in range(60):
        if visit.screen is Screen.BEDSIDE:
            break
        if visit.screen is Screen.CUFF_MEASURE:
            visit.pressure(148, 82)
        else:
            visit.go_on()
    return visit


def station_sign_in(language: str) -> Scene:
    """The staff's screen of a station for rounds."""
    visit = played(language)
    visit.do(v.StationWanted)
    return Scene(visit, queue=QueueState(clock="synced", total=20 << 30))


def sign_in(language: str) -> Scene:
    """Hold your badge before the reader."""
    visit = played(language)
    visit.do(v.StationWanted)
    visit.do(e.SignInWanted)
    return Scene(visit)


def sign_in_badge(language: str) -> Scene:
    """The badge's number is typed."""
    shown = sign_in(language)
    shown.visit.device("scanner", "absent")
    shown.visit.do(e.BadgeTyping)
    return shown


def sign_in_pin(language: str) -> Scene:
    """The PIN, two digits in."""
    visit = played(language)
    visit.to_pin()
    return Scene(visit, Draft(fields={"pin": "47"}))


def sign_in_pin_wrong(language: str) -> Scene:
    """Badge and PIN do not match."""
    visit = played(language)
    visit.to_pin()
    visit.type_pin()
    visit.core(staff.SignInRefused(shift=SHIFT, why="wrong", tries_left=3))
    return Scene(visit)


def sign_in_waits(language: str) -> Scene:
    """Too many wrong PINs."""
    visit = played(language)
    visit.to_pin()
    visit.type_pin()
    visit.core(staff.SignInRefused(shift=SHIFT, why="wait", wait_s=272))
    return Scene(visit)


def round_list(language: str) -> Scene:
    """Some are due, one was left out, one is done."""
    visit = signed_in(language)
    visit.to_bed(CAROL)
    visit.touch("not-now")
    visit.touch("asleep")
    return scene(visit)


def round_list_coming(language: str) -> Scene:
    """The list is not there yet, and no network."""
    visit = played(language, hub=False)
    visit.sign_in(list_there=False)
    return Scene(visit, cart=CartIs(battery_percent=14, way="none"))


def round_offline(language: str) -> Scene:
    """The network is gone; the round goes on."""
    return scene(signed_in(language, hub=False), cart=CartIs(battery_percent=64, way="none"))


def round_find(language: str) -> Scene:
    """A name is looked for."""
    visit = signed_in(language)
    visit.do(e.FindWanted)
    return scene(visit)


def round_found(language: str) -> Scene:
    """One was found."""
    visit = signed_in(language)
    visit.do(e.Found, text="oka")
    return scene(visit)


def check_scanned(language: str) -> Scene:
    """A wristband was scanned: one more identifier."""
    visit = signed_in(language)
    visit.pick(ANA, photo=True)
    return replace(scene(visit), draft=Draft(chosen=("birth-date",)))


def check_listed(language: str) -> Scene:
    """A name was touched; the photo is old."""
    visit = signed_in(language)
    old = msgspec.structs.replace(ANA, photo_taken="2024-02-01")
    visit.pick(old, "list", photo=True, photo_old=True)
    return scene(visit, old=True)


def bedside_due(language: str) -> Scene:
    """Nothing measured yet."""
    return scene(at_bed(language))


def bedside_measured(language: str) -> Scene:
    """All measured, beside the usual values."""
    return scene(measured(language))


def bedside_urgent(language: str) -> Scene:
    """A fever over her own usual temperature: a provider should look."""
    visit = measured(language)
    visit.touch("hand")
    visit.do(v.HandTouched, what="temperature")
    visit.do(v.HandTouched, what="oral")
    visit.do(v.HandGiven, values=(Value(Kind.TEMPERATURE, 38.2, "Cel"),))
    visit.do(v.Continued)
    return scene(visit)


def not_now(language: str) -> Scene:
    """Why not now?"""
    visit = at_bed(language)
    visit.touch("not-now")
    return scene(visit)


def wrong_resident(language: str) -> Scene:
    """Whose readings are they?"""
    visit = measured(language)
    visit.touch("wrong")
    return scene(visit)


def refiled(language: str) -> Scene:
    """They are Ben's; it can be undone."""
    visit = measured(language)
    visit.touch("wrong")
    visit.to_bed(BEN)
    return scene(visit)


def observe(language: str) -> Scene:
    """What has changed?"""
    visit = at_bed(language)
    visit.touch("observe")
    return replace(scene(visit), draft=Draft(chosen=("eating", "tiredness")))


def observe_how(language: str) -> Scene:
    """Less, since yesterday."""
    visit = at_bed(language)
    visit.touch("observe")
    visit.do(e.RoundChose, what=("eating", "tiredness"))
    return replace(scene(visit), draft=Draft(chosen=("less", "yesterday")))


def observe_note(language: str) -> Scene:
    """In the aide's own words."""
    visit = at_bed(language)
    visit.touch("observe")
    visit.do(e.RoundChose, what=("eating",))
    visit.do(e.RoundChose, what=("less", "yesterday", "words"))
    return replace(scene(visit), draft=Draft(fields={"words": "Left half of her breakfast"}))


def round_left(language: str) -> Scene:
    """A resident was left: hands, and "wrong resident" from the list."""
    visit = measured(language)
    visit.touch("leave")
    return scene(visit)


def round_emergency(language: str) -> Scene:
    """An emergency at Ana's bed, with her code status."""
    visit = at_bed(language)
    visit.do(v.EmergencyWanted)
    return scene(visit)


def round_by_hand(language: str) -> Scene:
    """By hand: who it is, is known by the badge."""
    visit = measured(language)
    visit.touch("hand")
    return scene(visit)


def round_measuring(language: str) -> Scene:
    """The header says whose bed it is."""
    visit = at_bed(language)
    visit.do(v.Continued)
    return scene(visit)


def round_in_line(language: str) -> Scene:
    """Waiting for a provider; the round goes on meanwhile."""
    visit = measured(language)
    visit.touch("call")
    visit.touch("yes")
    visit.do(v.WentBack)
    return scene(visit)


def round_call(language: str) -> Scene:
    """The provider is on the line, beside Ana's bed."""
    visit = measured(language)
    visit.touch("call")
    visit.touch("yes")
    visit.core(CallState(state="connecting"))
    visit.hub(
        ProviderJoined(
            id=uuid5(SHIFT, "joined"),
            visit=_bed(visit),
            at=visit.at.wall,
            name="Dr. Grace Kim",
            role="physician",
        )
    )
    visit.core(CallState(state="connected"))
    media(visit)
    return replace(scene(visit), video=True)


def round_plan(language: str) -> Scene:
    """The call is over, and its plan has come."""
    shown = replace(round_call(language), video=False)
    shown.visit.do(c.HungUp)
    media(shown.visit, camera="off")
    shown.visit.hub(
        Plan(
            id=uuid5(SHIFT, "plan"),
            visit=_bed(shown.visit),
            at=shown.visit.at.wall,
            text="Weigh her each morning. Furosemide 60 mg from tomorrow.",
            disposition="follow-up",
            provider="Dr. Grace Kim",
            warning_signs=("breathless while she sits still",),
        )
    )
    return shown


def round_photo(language: str) -> Scene:
    """A picture of a wound: where is it?"""
    visit = at_bed(language)
    visit.touch("photo")
    visit.touch("yes")
    visit.do(v.PhotoTouched, what="photo:wound")
    return scene(visit)


def _bed(visit: Rehearsal) -> UUID:
    assert visit.state.visit is not None
    return visit.state.visit


def sign_out_idle(language: str) -> Scene:
    """Nobody touched anything."""
    visit = signed_in(language)
    visit.wait(visit.context.profile.staff.sign_out_s + 2)
    return scene(visit)


def round_again(language: str) -> Scene:
    """After a crash: the badge once more."""
    visit = at_bed(language)
    visit.resume()
    return scene(visit)


def round_wrong_again(language: str) -> Scene:
    """Another badge."""
    shown = round_again(language)
    shown.visit.do(e.BadgeGiven, badge=BADGE[:-1] + "2")
    return shown


def signed_out(language: str) -> Scene:
    """Signed out."""
    visit = signed_in(language)
    visit.do(v.LeaveWanted)
    visit.do(v.LeaveConfirmed)
    return Scene(visit)


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    station_sign_in,
    sign_in,
    sign_in_badge,
    sign_in_pin,
    sign_in_pin_wrong,
    sign_in_waits,
    round_list,
    round_list_coming,
    round_offline,
    round_find,
    round_found,
    round_left,
    check_scanned,
    check_listed,
    bedside_due,
    bedside_measured,
    bedside_urgent,
    not_now,
    wrong_resident,
    refiled,
    observe,
    observe_how,
    observe_note,
    round_emergency,
    round_by_hand,
    round_measuring,
    round_in_line,
    round_call,
    round_plan,
    round_photo,
    sign_out_idle,
    round_again,
    round_wrong_again,
    signed_out,
)
