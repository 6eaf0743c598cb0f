"""How the station is doing, for who works here: what waits to be sent, since when, why, and what to do.

Each line is about one matter: what is so, and what to do about it. docs/queue.md says more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from contract.envelope import Lane
from contract.queue_state import QueueState
from kiosk.visit.model import Screen
from ui.inputs import Inputs
from ui.mark import QT_TRANSLATE_NOOP
from ui.viewmodels import network, readiness, sound_test, updates
from ui.viewmodels.base import view_model

HOUR_S: Final = 3600
DAY_S: Final = 24 * HOUR_S
LONG_S: Final = 2 * HOUR_S  # what waits for longer is worth a look
NEEDED: Final = frozenset({Lane.ALERT, Lane.READING, Lane.DOCUMENT})  # without these no visit is kept
GOOD, CAUTION, DANGER = "good", "caution", "danger"
_WORST: Final = (DANGER, CAUTION, GOOD)

LANES: Final = {
    Lane.ALERT: QT_TRANSLATE_NOOP("Station", "Alerts: %1"),
    Lane.READING: QT_TRANSLATE_NOOP("Station", "Readings: %1"),
    Lane.DOCUMENT: QT_TRANSLATE_NOOP("Station", "Answers and notes: %1"),
    Lane.MEDIA: QT_TRANSLATE_NOOP("Station", "Pictures and sounds: %1"),
    Lane.LOG: QT_TRANSLATE_NOOP("Station", "Logs: %1"),
}
_CABLE: Final = QT_TRANSLATE_NOOP("Station", "Check the network cable and the router. Then touch Try now.")
_SITE: Final = QT_TRANSLATE_NOOP("Station", "You need do nothing. If it lasts a day, call your technician.")
_TECHNICIAN: Final = QT_TRANSLATE_NOOP("Station", "Call your technician.")
WHYS: Final = {
    "no-network": (QT_TRANSLATE_NOOP("Station", "The station has no network."), _CABLE),
    "no-answer": (QT_TRANSLATE_NOOP("Station", "The center's computer does not answer."), _SITE),
    "clock-wrong": (
        QT_TRANSLATE_NOOP("Station", "The station's clock is wrong. So it can't connect."),
        _TECHNICIAN,
    ),
    "not-trusted": (
        QT_TRANSLATE_NOOP("Station", "Something else answers in place of the center. We tell it nothing."),
        _TECHNICIAN,
    ),
    "not-known": (QT_TRANSLATE_NOOP("Station", "The center does not know this station."), _TECHNICIAN),
    "busy": (QT_TRANSLATE_NOOP("Station", "The center is busy. We try again by ourselves."), _SITE),
    "turned-away": (QT_TRANSLATE_NOOP("Station", "The center does not take what we send."), _TECHNICIAN),
    "bad-receipt": (
        QT_TRANSLATE_NOOP("Station", "The center's receipt could not be trusted. We keep everything."),
        _TECHNICIAN,
    ),
    "store": (QT_TRANSLATE_NOOP("Station", "The station can't read its own memory now."), _TECHNICIAN),
}
_KEPT: Final = QT_TRANSLATE_NOOP("Station", "All of it is safe here, locked. Keep the station switched on.")


@dataclass(frozen=True)
class StationProps:
    """`waits`: how many of each kind; `oldest`: since when; `tried`: when it was last tried.

    `lines`: [{id, tone, icon, text, more, picture}], the most urgent first; `network`: the same of a network
    test; `test`: what the button that begins one says, empty while one runs; `sound`, `test_sound`: of the
    sound; `sound_runs`: a sound test is under way; `look`: of looking for updates.
    `ready`, `test_station`: whether the station can do its work.
    """

    heading: str = ""
    tone: str = GOOD
    icon: str = ""
    waits: tuple[str, ...] = ()
    oldest: str = ""
    tried: str = ""
    lines: tuple[dict[str, Any], ...] = ()
    network: tuple[dict[str, Any], ...] = ()
    test: str = ""
    sound: tuple[dict[str, Any], ...] = ()
    test_sound: str = ""
    sound_runs: bool = False
    look: str = ""
    sign_in: str = ""
    ready: tuple[dict[str, Any], ...] = ()
    test_station: str = ""
    technician: str = ""
    swap: str = ""


def tr(text: str) -> str:
    """Return a text of this screen in its language."""
    return QCoreApplication.translate("Station", text)


def derive(inputs: Inputs) -> StationProps:
    """Return how the station is doing; nothing on any other screen."""
    if inputs.screen is not Screen.STATION:
        return StationProps()
    queue = inputs.queue
    sign_in = (
        tr(QT_TRANSLATE_NOOP("Station", "Sign in for a round")) if inputs.profile.setting == "ltc" else ""
    )
    if queue is None:
        wait = tr(QT_TRANSLATE_NOOP("Station", "One moment, please."))
        return StationProps(wait, CAUTION, "hourglass", sign_in=sign_in, **_doors(inputs))
    lines = tuple(_lines(inputs, queue))
    heading, tone, icon = _heading(queue)
    return StationProps(
        heading,
        tone,
        icon,
        tuple(_waits(queue)),
        _oldest(inputs, queue),
        _tried(queue),
        lines,
        network=tuple(network.lines(inputs.network)),
        test=network.button(inputs.network),
        sound=tuple(sound_test.lines(inputs.sound)),
        test_sound=sound_test.button(inputs.sound),
        sound_runs=inputs.sound is not None and inputs.sound.running,
        look=updates.button(inputs.update),
        sign_in=sign_in,
        ready=tuple(readiness.lines(inputs.readiness)),
        test_station=readiness.button(inputs.readiness),
        **_doors(inputs),
    )


def _doors(inputs: Inputs) -> dict[str, Any]:
    """What the buttons say that lead to a technician's checks, and to a spare."""
    swap = tr(QT_TRANSLATE_NOOP("Station", "Swap a broken device")) if inputs.profile.devices else ""
    return {"technician": tr(QT_TRANSLATE_NOOP("Station", "I am a technician")), "swap": swap}


def worst(inputs: Inputs) -> str:
    """Return the tone of the most urgent matter; nothing to see to: "good"."""
    if inputs.queue is None:
        return GOOD
    tones = {line["tone"] for line in _lines(inputs, inputs.queue)} | {readiness.tone(inputs.readiness)}
    return next((tone for tone in _WORST if tone in tones), GOOD)


def media_refusal(inputs: Inputs) -> str:
    """Return why no picture or sound can be taken now, in words for the patient; empty: it can.

    Whoever offers to take one asks this first: a picture must never take the room of a reading.
    """
    queue = inputs.queue
    if queue is None or Lane.MEDIA not in queue.no_room:
        return ""
    return tr(
        QT_TRANSLATE_NOOP(
            "Station",
            "The station has no room for pictures or sounds now. Your answers and readings are still saved.",
        )
    )


def _heading(queue: QueueState) -> tuple[str, str, str]:
    if queue.unsaved:
        return tr(QT_TRANSLATE_NOOP("Station", "Something could not be saved yet.")), DANGER, "octagon-x"
    if not queue.waiting:
        return tr(QT_TRANSLATE_NOOP("Station", "Everything has been sent.")), GOOD, "circle-check"
    if queue.waiting == 1:
        text = tr(QT_TRANSLATE_NOOP("Station", "1 thing waits to be sent."))
    else:
        text = tr(QT_TRANSLATE_NOOP("Station", "%1 things wait to be sent.")).replace(
            "%1", str(queue.waiting)
        )
    return text, CAUTION, "hourglass"


def _waits(queue: QueueState) -> Iterator[str]:
    """What waits, how many of each kind."""
    for lane in queue.lanes:
        if lane.waiting:
            yield tr(LANES[lane.lane]).replace("%1", str(lane.waiting))


def _oldest(inputs: Inputs, queue: QueueState) -> str:
    """Return how long the oldest has waited; times of waiting are kept to the hour."""
    if not queue.waiting:
        return ""
    seconds = max(inputs.now - _moment(lane.since) for lane in queue.lanes)
    if seconds < 2 * HOUR_S:
        return tr(QT_TRANSLATE_NOOP("Station", "The oldest has waited for less than 2 hours."))
    if seconds < 2 * DAY_S:
        text = tr(QT_TRANSLATE_NOOP("Station", "The oldest has waited for about %1 hours."))
        return text.replace("%1", str(int(seconds // HOUR_S)))
    text = tr(QT_TRANSLATE_NOOP("Station", "The oldest has waited for about %1 days."))
    return text.replace("%1", str(int(seconds // DAY_S)))


def _moment(text: str) -> float:
    """Return Unix seconds; far in the future for a time that is none, so that nothing is called old by it."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC).timestamp()
    except ValueError:
        return float("inf")


def _tried(queue: QueueState) -> str:
    if queue.link == "sending" and queue.why:
        return tr(QT_TRANSLATE_NOOP("Station", "We are trying now."))
    if queue.link in {"sending", "paced"}:
        return tr(QT_TRANSLATE_NOOP("Station", "It is being sent now."))
    if not queue.waiting or not queue.tried_at:
        return ""
    when = f"{datetime.fromisoformat(queue.tried_at):%H:%M:%S}"
    return tr(QT_TRANSLATE_NOOP("Station", "Last try: %1")).replace("%1", when)


def _lines(inputs: Inputs, queue: QueueState) -> Iterator[dict[str, Any]]:
    """Return one line a matter, what is dangerous first."""
    found = [
        *_space(queue),
        *_link(inputs, queue),
        *_left_over(queue),
        *_keys_and_clock(queue),
        *updates.lines(inputs.update),
    ]
    yield from sorted(found, key=lambda line: _WORST.index(line["tone"]))


def _line(name: str, tone: str, icon: str, text: str, more: str = "") -> dict[str, Any]:
    picture = "network-cable" if more is _CABLE else ""
    more = tr(more) if more else ""
    return {"id": name, "tone": tone, "icon": icon, "text": text, "more": more, "picture": picture}


def _link(inputs: Inputs, queue: QueueState) -> Iterator[dict[str, Any]]:
    """Why it does not go, or that it would."""
    why = queue.why
    if why in WHYS:
        text, do = WHYS[why]
        own = do is _TECHNICIAN
        old = any(inputs.now - _moment(lane.since) >= LONG_S for lane in queue.lanes)
        yield _line("link", DANGER if own else CAUTION if old else GOOD, "wifi-off", tr(text), do)
        if queue.waiting and not (queue.unsaved or queue.damaged or queue.damage):
            yield _line("kept", GOOD, "shield-check", tr(_KEPT))
    elif inputs.state.hub_online:
        text = QT_TRANSLATE_NOOP("Station", "The station is connected to the center.")
        yield _line("link", GOOD, "circle-check", tr(text))
    else:
        text = QT_TRANSLATE_NOOP("Station", "The station can't reach the center now. Calls don't work.")
        yield _line("link", CAUTION, "wifi-off", tr(text), _CABLE)


def _space(queue: QueueState) -> Iterator[dict[str, Any]]:
    """The room left, and what is refused for want of it."""
    if not queue.total:
        return
    percent = str(min(100, round(100 * queue.kept / queue.total)))
    used = tr(QT_TRANSLATE_NOOP("Station", "The station's memory is %1 % full.")).replace("%1", percent)
    if queue.level == "full" or not NEEDED.isdisjoint(queue.no_room):
        full = QT_TRANSLATE_NOOP("Station", "The memory is full. New readings can't be saved.")
        do = QT_TRANSLATE_NOOP("Station", "Take no new patients here. Call your technician now.")
        yield _line("space", DANGER, "octagon-x", tr(full), do)
    elif queue.level == "short":
        do = QT_TRANSLATE_NOOP("Station", "Call your technician today, before it is full.")
        yield _line("space", DANGER, "triangle-alert", used, do)
    elif queue.level == "filling":
        do = QT_TRANSLATE_NOOP("Station", "See that the network works. Tell your technician this week.")
        yield _line("space", CAUTION, "triangle-alert", used, do)
    else:
        yield _line("space", GOOD, "save", used)
    if Lane.MEDIA in queue.no_room:
        text = QT_TRANSLATE_NOOP("Station", "No new pictures are taken, to keep room for readings.")
        yield _line("media", CAUTION, "ban", tr(text), QT_TRANSLATE_NOOP("Station", "Readings still work."))


def _left_over(queue: QueueState) -> Iterator[dict[str, Any]]:
    """What a person has to see to: at the center, or here."""
    if queue.quarantined:
        text = tr(QT_TRANSLATE_NOOP("Station", "At the center, not filed yet: %1"))
        do = QT_TRANSLATE_NOOP("Station", "The center has it. Somebody there must look at it. Tell them.")
        yield _line("quarantined", CAUTION, "users", text.replace("%1", str(queue.quarantined)), do)
    if queue.refused:
        text = tr(QT_TRANSLATE_NOOP("Station", "Too large to be sent, kept here: %1"))
        yield _line("refused", CAUTION, "circle-alert", text.replace("%1", str(queue.refused)), _TECHNICIAN)
    if queue.damaged:
        text = tr(QT_TRANSLATE_NOOP("Station", "Can't be read from the memory any more: %1"))
        do = QT_TRANSLATE_NOOP("Station", "The memory may be failing. Call your technician now.")
        yield _line("damaged", DANGER, "octagon-x", text.replace("%1", str(queue.damaged)), do)
    if queue.damage is not None:
        text = tr(QT_TRANSLATE_NOOP("Station", "The memory was damaged. Saved from it: %1. Lost: %2."))
        text = text.replace("%1", str(queue.damage.salvaged)).replace("%2", str(queue.damage.lost))
        yield _line("damage", DANGER, "triangle-alert", text, _TECHNICIAN)


def _keys_and_clock(queue: QueueState) -> Iterator[dict[str, Any]]:
    if queue.keys_expired_at:
        text = QT_TRANSLATE_NOOP("Station", "The center's key is too old. We still lock all data with it.")
        do = QT_TRANSLATE_NOOP(
            "Station", "It is renewed when the station is online. If not, call your technician."
        )
        yield _line("keys", CAUTION, "shield-check", tr(text), do)
    if queue.clock == "unsure":
        text = QT_TRANSLATE_NOOP("Station", "The station is not sure of the time.")
        do = QT_TRANSLATE_NOOP("Station", "Times are put right when it is online again.")
        yield _line("clock", CAUTION, "clock", tr(text), do)


StationView = view_model(StationProps)
