"""Is the station ready? Facts in, a judgement out: each item green, amber or red, with what to do. Pure.

The rules: red is what keeps a visit from something (or from beginning), amber what somebody should see to
before it does. Out of service is only what would make a visit worse than none: nothing can be saved, nothing
can be done at all, or the hub's operator said so. What was not tested says nothing.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from contract.agent import UpdateState
from contract.control import SoundTested
from contract.envelope import Lane
from contract.instruments import DeviceState
from contract.keyfile import LOCKS
from contract.queue_state import QueueState
from contract.readiness import AMBER, GREEN, LACKS, LIMITED, OUT, READY, RED, Item, Readiness

MIB: Final = 1 << 20
LEAST_DISK: Final = 64 * MIB  # below this core itself may fail
LOW_DISK: Final = 512 * MIB
CERTIFICATE_SOON_D: Final = 60
CERTIFICATE_NOW_D: Final = 14
NEEDED: Final = frozenset({Lane.ALERT, Lane.READING, Lane.DOCUMENT})
MEASURES: Final = {
    "cuff": "pressure",
    "oximeter": "oximetry",
    "thermometer": "temperature",
    "scale": "weight",
    "glucose-meter": "glucose",
    "heart-monitor": "heart-rate",
    "scanner": "cards",
}
WELL: Final = frozenset({"ready", "measuring", "found", "attention"})
ON_DEMAND: Final = frozenset({"glucose-meter", "heart-monitor"})  # are switched on when somebody uses them


class Facts(NamedTuple):
    """What is so. Sizes in bytes. None, or an empty text: not known, not tested."""

    devices: tuple[DeviceState, ...] = ()
    spares: frozenset[str] = frozenset()  # devices in whose place a spare was admitted
    disk_free: int | None = None
    queue: QueueState | None = None
    clock: str = ""
    hub_online: bool = True
    hub_why: str = ""
    calls: str = ""  # of contract.network.verdict
    certificate_days: int | None = None
    media_up: bool = True
    camera: str = ""  # "ok", "covered", or a fault's id
    sound: SoundTested | None = None
    headset: bool = False
    update: str = ""  # "current", "waiting", "failed"
    at_rest: str = ""  # contract.keyfile's words, or "disk": the disk itself is locked by a TPM
    profile_problem: str = ""
    disabled: str = ""  # why the hub's operator took it out of service
    staff_sign_in: bool = False  # staff sign in here
    plain_at_rest_allowed: bool = False  # by the profile


def update_of(told: UpdateState | None) -> str:
    """Return how updates stand, as `Facts` has it; empty: nobody says, or none come to this station."""
    if told is None or told.state == "off":
        return ""
    return told.state if told.state in {"waiting", "failed"} else "current"


def judge(facts: Facts, *, at: str, tested_at: str = "", testing: bool = False) -> Readiness:
    """Return what follows. `at`: now, RFC 3339."""
    items = tuple(_items(facts))
    found = {item.lacks for item in items if item.lacks}
    lacks = tuple(lack for lack in LACKS if lack in found)
    state = OUT if found & {"all", "saving"} else LIMITED if lacks else READY
    return Readiness(state, at, items, lacks, tested_at, testing)


def _items(facts: Facts) -> Iterator[Item]:
    if facts.disabled:
        yield Item("disabled", RED, "by-operator", "ask-operator", facts.disabled, lacks="all")
    for device in facts.devices:
        yield _device(device, facts)
    yield from _storage(facts)
    yield _clock(facts)
    yield _hub(facts)
    yield from _calls(facts)
    yield from _picture_and_sound(facts)
    yield from _trust(facts)


def _device(device: DeviceState, facts: Facts) -> Item:
    lacks, name = MEASURES.get(device.role, ""), device.device
    if name in facts.spares:
        return Item("device", AMBER, "spare-in-use", "call-technician", device.role, name)
    if device.state == "absent":
        if device.role in ON_DEMAND or device.by_hand:
            return Item("device", GREEN, "when-used", "", device.role, name)
        return Item("device", RED, "absent", "check-cable", device.role, name, lacks)
    if device.state not in WELL:
        return Item("device", RED, "fault", "use-spare", device.role, name, lacks)
    if device.battery_low:
        return Item("device", AMBER, "battery-low", "replace-battery", device.role, name)
    if "calibration-due" in device.attention:
        return Item("device", AMBER, "calibration-due", "calibrate", device.role, name)
    if device.attention:
        return Item("device", AMBER, device.attention[0], "check-cable", device.role, name)
    return Item("device", GREEN, "answers", "", device.role, name)


def _storage(facts: Facts) -> Iterator[Item]:
    if facts.disk_free is not None:
        free = f"{facts.disk_free // MIB} MiB free"
        if facts.disk_free < LEAST_DISK:
            yield Item("disk", RED, "full", "make-room", free, lacks="saving")
        elif facts.disk_free < LOW_DISK:
            yield Item("disk", AMBER, "filling", "call-technician", free)
        else:
            yield Item("disk", GREEN, "room", "", free)
    queue = facts.queue
    if queue is None:
        return
    waits = f"{queue.waiting} wait"
    if queue.level == "full" or queue.why == "store" or not NEEDED.isdisjoint(queue.no_room):
        yield Item("queue", RED, "takes-nothing", "call-technician", waits, lacks="saving")
    elif queue.level == "short" or queue.damaged or queue.damage is not None or queue.why == "bad-receipt":
        yield Item("queue", AMBER, "needs-a-look", "call-technician", waits)
    else:
        yield Item("queue", GREEN, "works", "", waits)


def _clock(facts: Facts) -> Item:
    if facts.hub_why == "clock-wrong":
        return Item("clock", RED, "wrong", "set-clock", lacks="sending")
    if facts.clock == "unsure":
        return Item("clock", AMBER, "unsure", "wait")
    return Item("clock", GREEN, "right")


def _hub(facts: Facts) -> Item:
    if facts.hub_online:
        return Item("hub", GREEN, "answers")
    why = facts.hub_why or "no-answer"
    remedy = {"no-network": "check-network", "no-answer": "wait", "busy": "wait"}.get(why, "call-technician")
    return Item("hub", RED, why, remedy, lacks="sending")


def _calls(facts: Facts) -> Iterator[Item]:
    if not facts.hub_online:
        yield Item("calls", RED, "no-hub", "check-network", lacks="calls")
    elif facts.calls == "good":
        yield Item("calls", GREEN, "good")
    elif facts.calls == "slow":
        yield Item("calls", AMBER, "slow", "ask-it")
    elif facts.calls:
        yield Item("calls", RED, "blocked", "ask-it", lacks="calls")


def _picture_and_sound(facts: Facts) -> Iterator[Item]:
    if not facts.media_up:
        yield Item("media", AMBER, "starting", "wait")
    if facts.camera == "ok":
        yield Item("camera", GREEN, "sees")
    elif facts.camera == "covered":
        yield Item("camera", RED, "covered", "uncover-camera", lacks="picture")
    elif facts.camera:
        yield Item("camera", RED, "fault", "check-cable", facts.camera, lacks="picture")
    sound = facts.sound
    if sound is None or sound.running:
        return
    room = f"{sound.room_db:.0f} dB in the room"
    if sound.microphone_fault:
        yield Item("microphone", RED, "fault", "plug-headset", sound.microphone_fault, lacks="speaking")
    elif sound.speaker_fault or sound.heard or facts.headset:
        yield Item("microphone", GREEN, "hears", "", room)
    else:
        yield Item("microphone", AMBER, "does-not-hear", "turn-up-sound", room)
    if sound.speaker_fault:
        yield Item("speaker", RED, "fault", "plug-headset", sound.speaker_fault, lacks="hearing")
    else:
        yield Item("speaker", GREEN, "heard" if sound.heard else "plays")


def _trust(facts: Facts) -> Iterator[Item]:
    days = facts.certificate_days
    if days is not None:
        left = f"{days} days"
        if days < 0:
            yield Item("certificate", RED, "expired", "renew", left, lacks="sending")
        elif days < CERTIFICATE_SOON_D:
            finding = "ends-now" if days < CERTIFICATE_NOW_D else "ends-soon"
            yield Item("certificate", AMBER, finding, "renew", left)
        else:
            yield Item("certificate", GREEN, "valid", "", left)
    if facts.update:
        colour = {"current": GREEN, "waiting": GREEN}.get(facts.update, AMBER)
        yield Item("update", colour, facts.update, "" if colour == GREEN else "call-technician")
    if facts.profile_problem:
        yield Item("profile", AMBER, "refused", "ask-operator", facts.profile_problem)
    if facts.at_rest in LOCKS:
        yield Item("at-rest", GREEN, "locked")
    elif facts.at_rest:
        refused = facts.staff_sign_in and not facts.plain_at_rest_allowed
        yield Item(
            "at-rest", AMBER, "readable-if-taken", "lock-disk", lacks="staff-offline" if refused else ""
        )
