"""Scenes for who works here: how the station is doing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec

from contract.agent import UpdateState
from contract.control import SoundTested
from contract.envelope import Lane
from contract.network import WayTested
from contract.queue_state import FoundDamage, LaneWaits, QueueState
from contract.readiness import AMBER, GREEN, LIMITED, RED, Item, Readiness
from contract.station import NetworkTested, OperatorSays
from kiosk.visit import events as e
from ui.gallery.scene import Played, Scene, table

GIB: Final = 1 << 30


def waits(scene: Scene, hours: int, **counts: int) -> tuple[LaneWaits, ...]:
    """Return so much waiting in each lane, the oldest put so long ago."""
    since = datetime.fromisoformat(scene.visit.at.wall) - timedelta(hours=hours)
    return tuple(LaneWaits(Lane(lane), count, since.isoformat(), 4096) for lane, count in counts.items())


def at_station(language: str, *, hub: bool = True, **queue: Any) -> Scene:
    """The screen for who works here; the station is well but for `queue`."""
    visit = Played(language, hub=hub)
    visit.do(e.StationWanted)
    fine = {"kept": GIB, "total": 20 * GIB, "clock": "synced"}
    return Scene(visit, queue=QueueState(**{**fine, **queue}))


def station_fine(language: str) -> Scene:
    """Everything was sent."""
    return at_station(language, sent_at="2026-11-24T10:00:00+01:00")


def station_network(language: str) -> Scene:
    """The network was tested: UDP is blocked, and somebody reads TLS."""
    place, hub = "turn.example.org", "hub.example.org:8443"
    results = (
        WayTested(way="hub-https", ok=True, where=hub, ms=38.0),
        WayTested(way="hub-socket", ok=True, where=hub, ms=21.0),
        WayTested(way="udp", ok=False, where=f"{place}:3478", why="no-answer"),
        WayTested(way="relay-udp", ok=False, where=f"{place}:3478", why="no-answer"),
        WayTested(way="relay-tcp", ok=True, where=f"{place}:3478", ms=31.0, kbit=5200.0),
        WayTested(way="relay-tls", ok=False, where=f"{place}:443", why="not-trusted"),
    )
    tested = NetworkTested(running=False, at="2026-11-24T10:15:42+01:00", results=results)
    return replace(at_station(language), network=tested)


def station_sound_runs(language: str) -> Scene:
    """A sound test listens to the room."""
    return replace(at_station(language), sound=SoundTested(running=True, step="listening"))


def station_sound(language: str) -> Scene:
    """A sound test has found a hum."""
    tested = SoundTested(
        running=False, speaker="Desk speaker", microphone="Desk microphone", microphone_fault="microphone-hum"
    )
    return replace(at_station(language), sound=tested)


def station_sound_heard(language: str) -> Scene:
    """A sound test has heard itself."""
    tested = SoundTested(
        running=False, speaker="Desk speaker", microphone="Desk microphone", heard=True, delay_ms=84.0
    )
    return replace(at_station(language), sound=tested)


def station_unknown(language: str) -> Scene:
    """Core has not said yet."""
    return replace(at_station(language), queue=None)


def station_sending(language: str) -> Scene:
    """Things are on their way."""
    scene = at_station(language, link="sending")
    return _with(scene, lanes=waits(scene, 0, reading=1))


def station_waiting(language: str) -> Scene:
    """The network is gone since yesterday."""
    scene = at_station(
        language, hub=False, link="unreachable", why="no-network", tried_at="2026-11-24T10:15:42+01:00"
    )
    return _with(scene, lanes=waits(scene, 31, alert=1, reading=24, document=61, media=3))


def station_not_known(language: str) -> Scene:
    """The hub does not know this station any more."""
    scene = at_station(
        language, hub=False, link="refused", why="not-known", tried_at="2026-11-24T10:15:42+01:00"
    )
    return _with(scene, lanes=waits(scene, 1, document=2))


def station_filling(language: str) -> Scene:
    """Most of the memory is used, and pictures are refused already."""
    scene = at_station(
        language, hub=False, link="unreachable", why="no-answer", tried_at="2026-11-24T10:15:42+01:00",
        level="filling", kept=15 * GIB, no_room=(Lane.MEDIA,),
    )  # fmt: skip
    return _with(scene, lanes=waits(scene, 24 * 9, reading=410, document=980, media=2100, log=12))


def station_full(language: str) -> Scene:
    """Nothing can be saved any more."""
    return at_station(language, level="full", kept=20 * GIB, unsaved=3, no_room=(Lane.MEDIA, Lane.READING))


def station_limited(language: str) -> Scene:
    """The station tested itself: no cuff, a covered camera, a battery."""
    items = (
        Item("device", RED, "absent", "check-cable", "cuff", "cuff", "pressure"),
        Item("camera", RED, "covered", "uncover-camera", lacks="picture"),
        Item("device", AMBER, "battery-low", "replace-battery", "scale", "scale"),
        Item("device", GREEN, "answers", "", "oximeter", "clip"),
    )
    found = Readiness(LIMITED, "2026-11-24T10:15:42+01:00", items, ("pressure", "picture"))
    return replace(at_station(language), readiness=found)


def station_remedies(language: str) -> Scene:
    """What staff mend themselves, in pictures: a covered camera, a cable that is out, no headset."""
    items = (
        Item("camera", RED, "covered", "uncover-camera", lacks="picture"),
        Item("calls", RED, "no-hub", "check-network", lacks="calls"),
    )
    found = Readiness(LIMITED, "2026-11-24T10:15:42+01:00", items, ("picture", "calls", "speaking"))
    sound = SoundTested(running=False, speaker="Desk speaker", microphone_fault="no-microphone")
    return replace(at_station(language, hub=False, why="no-network"), readiness=found, sound=sound)


def welcome_closed(language: str) -> Scene:
    """The center took the station out of service, and says something to whoever passes by."""
    scene = station_fine(language)
    scene.visit.do(e.WentBack)
    return replace(scene, operator=OperatorSays(disabled="painting", notice="Back on Monday."))


def station_worst(language: str) -> Scene:
    """Everything at once that needs a person."""
    scene = at_station(
        language, hub=False, link="bad-receipt", why="bad-receipt", tried_at="2026-11-24T10:15:42+01:00",
        level="short", kept=18 * GIB, quarantined=2, refused=1, damaged=4, damage=FoundDamage(812, 3),
        keys_expired_at="2026-11-20T00:00:00+00:00", clock="unsure",
    )  # fmt: skip
    return _with(scene, lanes=waits(scene, 24 * 4, reading=1))


def station_update(language: str) -> Scene:
    """An update waits for its hour; the one before was not well."""
    update = UpdateState(
        state="waiting",
        version="1.2",
        offered="1.2.2",
        waits_for="hours",
        hours="01:00-05:00",
        back_from="1.2.1",
    )
    return replace(at_station(language), update=update)


def station_no_update(language: str) -> Scene:
    """An update that is not signed as it must be; questions that can't be used."""
    update = UpdateState(state="failed", version="1.2", why="not-signed", content_refused="8")
    return replace(at_station(language), update=update)


def updating(language: str) -> Scene:
    """The station restarts for an update."""
    visit = Played(language)
    visit.core(UpdateState(state="restarting", version="1.2", offered="1.3"))
    return Scene(visit)


def welcome_attention(language: str) -> Scene:
    """The invitation, while something wants who works here."""
    scene = station_worst(language)
    scene.visit.do(e.WentBack)
    return scene


def _with(scene: Scene, **changes: Any) -> Scene:
    return replace(scene, queue=msgspec.structs.replace(scene.queue or QueueState(), **changes))


SCENES: Final[dict[str, Callable[[str], Scene]]] = table(
    station_fine,
    station_network,
    station_sound_runs,
    station_sound,
    station_sound_heard,
    station_update,
    station_no_update,
    updating,
    station_unknown,
    station_sending,
    station_waiting,
    station_not_known,
    station_filling,
    station_full,
    station_limited,
    station_remedies,
    station_worst,
    welcome_attention,
    welcome_closed,
)
