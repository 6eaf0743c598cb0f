"""What is wrong with a microphone is found in its sound, and nothing is found in sound that is well."""

from pathlib import Path

import numpy as np
import pytest

from bench.room import RATE, Sound, Talker, speech, to_int16
from media.faults import Fault
from media.sound.headsets import is_headset, terminal_types
from media.sound.hearing import Hearing, fault_of

T = np.arange(RATE * 4) / RATE


def room(level_db: float) -> Sound:
    return np.random.default_rng(7).standard_normal(len(T)) * 10 ** (level_db / 20)


def hum(mains: float, level: float) -> Sound:
    waves = [np.sin(2 * np.pi * mains * number * T) * part for number, part in ((1, 1), (2, 0.6), (3, 0.3))]
    return level * np.asarray(np.sum(waves, axis=0))


TALK = speech(Talker(120, 0.1, 9), 4)

HEARD = {
    "a quiet room": (room(-65), Fault.NONE),
    "a very quiet microphone that lives": (room(-80), Fault.NONE),
    "somebody talks": (TALK + room(-65), Fault.NONE),
    "a deep steady voice": (
        hum(87, 0.05) + room(-60),
        Fault.NONE,
    ),
    "a tone": (0.1 * np.sin(2 * np.pi * 440 * T), Fault.NONE),
    "a loud plop": (np.where(np.arange(len(T)) % RATE < 20, 2.0, 0.0) + room(-60), Fault.NONE),
    "zeros": (np.zeros(len(T)), Fault.MICROPHONE_SILENT),
    "a stuck converter": (np.full(len(T), 0.25), Fault.MICROPHONE_SILENT),
    "almost nothing": (room(-95), Fault.MICROPHONE_SILENT),
    "far too loud": (TALK * 20, Fault.MICROPHONE_CLIPPING),
    "Europe's mains": (hum(50, 0.01) + room(-60), Fault.MICROPHONE_HUM),
    "America's mains": (hum(60, 0.02) + room(-60), Fault.MICROPHONE_HUM),
    "mains that waver as they do": (hum(50.04, 0.01) + room(-60), Fault.MICROPHONE_HUM),
    "only overtones, a rectifier's": (hum(120, 0.02) + room(-60), Fault.MICROPHONE_HUM),
    "a hum nobody hears": (hum(50, 0.0003) + room(-60), Fault.NONE),
}


@pytest.mark.parametrize("what", HEARD)
def test_each_second_tells_what_is_wrong(what: str) -> None:
    sound, fault = HEARD[what]
    samples = to_int16(sound)
    assert [fault_of(samples[at : at + RATE]) for at in range(0, len(samples), RATE)] == [fault] * 4


def hear(hearing: Hearing, sound: Sound) -> list[Fault]:
    samples = to_int16(sound)
    blocks = [samples[at : at + 960] for at in range(0, len(samples), 960)]
    return [hearing.fault for block in blocks if hearing.take(block)]


def test_a_fault_is_named_after_three_seconds_and_words_do_not_flicker() -> None:
    hearing = Hearing()
    assert hear(hearing, hum(50, 0.02)[: 2 * RATE]) == []
    assert hear(hearing, TALK[:RATE]) == []
    assert hear(hearing, hum(50, 0.02)[: 3 * RATE]) == [Fault.MICROPHONE_HUM]
    assert hear(hearing, TALK[:RATE]) == []
    assert hear(hearing, room(-60)[: 2 * RATE]) == [Fault.NONE]


def test_a_microphone_that_is_switched_on_is_forgiven_at_once() -> None:
    hearing = Hearing()
    assert hear(hearing, np.zeros(3 * RATE)) == [Fault.MICROPHONE_SILENT]
    assert hear(hearing, room(-60)[:RATE]) == [Fault.NONE]


INTERFACE = bytes([9, 4, 0, 0, 0, 1, 1, 0, 0])  # an audio control interface
STREAMING = bytes([9, 4, 1, 0, 0, 1, 2, 0, 0])


def terminal(subtype: int, kind: int) -> bytes:
    return bytes([9, 0x24, subtype, 1, kind & 255, kind >> 8, 0, 0, 0])


def test_a_usb_device_says_what_it_is() -> None:
    device = bytes([18, 1, *range(16)])
    assert list(terminal_types(device + INTERFACE + terminal(2, 0x0402) + terminal(3, 0x0301))) == [
        0x0402,
        0x0301,
    ]
    assert list(terminal_types(device + STREAMING + terminal(2, 0x0402))) == []
    for garbage in (
        b"",
        b"\0",
        b"\1",
        bytes(40),
        INTERFACE + b"\x09\x24",
        INTERFACE + terminal(2, 0x0402)[:5],
    ):
        assert list(terminal_types(garbage)) == []


def test_a_headset_is_known_by_its_name_or_its_plug(tmp_path: Path) -> None:
    for words in ("Poly Headset", "Jabra head-phones", "Earbuds"):
        assert is_headset(words, tmp_path)
    for card, kind in ((2, 0x0402), (3, 0x0301)):
        usb = tmp_path / f"usb{card}"
        (usb / "1-2:1.0").mkdir(parents=True)
        (usb / "descriptors").write_bytes(INTERFACE + terminal(2, kind))
        (tmp_path / f"card{card}").mkdir()
        (tmp_path / f"card{card}" / "device").symlink_to(usb / "1-2:1.0")
    assert is_headset("Blackwire 3220: USB Audio (hw:2,0)", tmp_path)
    assert not is_headset("Desk speaker: USB Audio (hw:3,0)", tmp_path)
    assert not is_headset("HDMI: 0 (hw:0,3)", tmp_path)
