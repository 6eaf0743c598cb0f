"""Nonin's formats 2, 7, 8 and 13: conversations against a simulated 9560, in made-up time."""

from datetime import timedelta

import msgspec
import pytest
from meter_bench import NOON, Table

from peripherals.devices import nonin_df2, nonin_df7, nonin_df8, nonin_df13
from peripherals.devices.product import Product
from peripherals.protocols import nonin
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Conversation, Now, Packet
from peripherals.protocols.nonin import ACK, GET_CLOCK, NAK, DataFormat, select
from peripherals.simulators import SIMULATORS
from peripherals.simulators.device import Make
from peripherals.simulators.nonin import Nonin9560
from peripherals.simulators.scenarios import Finger, Oximeter, Scenario, find

PRODUCTS = {
    product.name: product
    for product in (nonin_df2.PRODUCT, nonin_df7.PRODUCT, nonin_df8.PRODUCT, nonin_df13.PRODUCT)
}
OWN = dict(zip(PRODUCTS, DataFormat, strict=True))
STREAMS = [name for name in PRODUCTS if name != "nonin-df13"]

every_stream = pytest.mark.parametrize("name", STREAMS)


def table(name: str, story: Scenario | str = "healthy", *, make: Make | None = None) -> Table:
    result = Table(make or SIMULATORS[name], PRODUCTS[name].talk(), story)
    result.open()
    return result


def told(at: Table) -> list[bytes]:
    return [packet.data for packet in at.said]


def readings(frames: list[Frame]) -> set[tuple[object, object]]:
    return {(frame.values.get("spo2"), frame.values.get("pulse_rate")) for frame in frames}


def story(**oximeter: object) -> Scenario:
    return Scenario(says="made up", oximeter=Oximeter(**oximeter))  # type: ignore[arg-type]


IN_AT_ONCE = (Finger("in", 1.0),)


# ---- which format


@every_stream
def test_a_device_that_speaks_the_format_is_told_nothing(name: str) -> None:
    at = table(name)
    at.run(PRODUCTS[name].talk().patience_s)
    assert at.talk.understood
    assert told(at) == []


@every_stream
@pytest.mark.parametrize("speaks", SIMULATORS.keys() & PRODUCTS.keys())
def test_a_device_that_speaks_another_format_is_switched(name: str, speaks: str) -> None:
    at = table(name, make=SIMULATORS[speaks])
    at.run(PRODUCTS[name].talk().patience_s)
    assert at.talk.understood
    if speaks != name:
        assert told(at) == [select(OWN[name])]


def test_the_command_is_that_of_the_document() -> None:
    assert select(DataFormat.ONCE_A_SECOND) == bytes.fromhex("02 70 02 02 08 03")
    assert nonin.set_clock(NOON.replace(2050, 12, 31, 14, 30, 15)) == bytes.fromhex(
        "02 72 06 32 0C 1F 0E 1E 0F 03"
    )
    assert bytes.fromhex("02 72 00 03") == GET_CLOCK


@every_stream
def test_a_refusal_is_not_asked_again(name: str) -> None:
    at = table(name, "silent")
    at.answers = lambda packet: []

    def refused(packet: Packet) -> list[Packet]:
        at.talk.heard(bytes((NAK,)), "", at.now)
        return []

    at.questions = refused
    at.run(10)
    assert told(at) == [select(OWN[name])]
    assert not at.talk.understood


@every_stream
def test_without_a_reply_it_is_asked_once_more(name: str) -> None:
    at = table(name)
    at.answers = lambda packet: []
    at.run(10)
    assert told(at) == [select(OWN[name])] * 2


def test_all_formats_together_agree_on_one() -> None:
    """As when the driver is *auto*: each listens, each would ask; any device is understood."""
    for speaks in PRODUCTS:
        talks: dict[str, Conversation] = {name: product.talk() for name, product in PRODUCTS.items()}
        device = SIMULATORS[speaks](find("healthy"), 3, NOON)
        patience = max(talk.patience_s for talk in talks.values())
        asked: list[bytes] = []
        t = 0.0
        understood: list[str] = []
        while t < patience and not understood:
            t += 0.05
            now = Now(round(t * 1e9), NOON + timedelta(seconds=t))
            heard = device.tick(t)
            for talk in talks.values():
                talk.tick(now)
                for said in talk.outgoing():
                    asked.append(said.data)
                    heard += device.host_sent(said.data, t)
            for packet in heard:
                for talk in talks.values():
                    talk.heard(packet.data, "", now)
            understood = [name for name, talk in talks.items() if talk.understood]
        assert len(understood) == 1, speaks
        assert len(asked) <= 1


def test_a_fast_stream_is_not_taken_for_format_8() -> None:
    device = SIMULATORS["nonin-df7"](find("healthy"), 3, NOON)
    talk = nonin_df8.PRODUCT.talk()
    talk.opened(Now(0, NOON))
    for step in range(100):
        t = step * 0.05
        for packet in device.tick(t):
            talk.heard(packet.data, "", Now(round(t * 1e9), NOON))
    assert not talk.understood


# ---- what is measured


@every_stream
def test_readings_of_the_story(name: str) -> None:
    at = table(name)
    at.run(12)
    assert readings(at.of(FrameKind.LIVE)[-5:]) == {(97, 72)}


@every_stream
def test_after_the_finger_left_there_is_no_reading_and_a_flag(name: str) -> None:
    at = table(name, story(fingers=(Finger("in", 8), Finger("out", 1))))
    at.run(12)
    after = at.of(FrameKind.LIVE)[-3:]
    assert readings(after) == {(None, None)}
    assert all("sensor-fault" in frame.flags for frame in after)


def test_format_8_repeats_its_last_value_with_the_alarm() -> None:
    """What is left out above is really there on the wire, for ten seconds."""
    at = table("nonin-df8", story(fingers=(Finger("in", 8), Finger("out", 1))))
    at.run(30)
    raws = [frame.raw for frame in at.of(FrameKind.LIVE) if "sensor-fault" in frame.flags]
    repeated = [raw for raw in raws if raw[1:3] == bytes((72, 97))]
    assert 9 <= len(repeated) <= 10
    assert raws[-1][1:3] == b"\x7f\x7f"


@every_stream
def test_movement_is_an_artefact_and_a_long_one_has_no_values(name: str) -> None:
    at = table(name, story(fingers=IN_AT_ONCE, artefact_s=6))
    at.run(31)
    live = at.of(FrameKind.LIVE)
    restless = [frame for frame in live if "artefact" in frame.flags]
    assert 0.4 < len(restless) / len(live) < 0.75
    if name != "nonin-df8":  # which shows the last value instead
        assert any(not frame.values for frame in restless)


@every_stream
def test_a_weak_pulse_is_flagged(name: str) -> None:
    at = table(name, story(fingers=IN_AT_ONCE, perfusion=0.2))
    at.run(10)
    assert any("low-perfusion" in frame.flags for frame in at.of(FrameKind.LIVE))


@every_stream
@pytest.mark.parametrize("low", [True, False])
def test_the_battery_is_learnt(name: str, low: bool) -> None:
    at = table(name, msgspec.structs.replace(find("healthy"), battery_low=low))
    at.run(5)
    assert at.talk.learnt.battery_low is low


@pytest.mark.parametrize("name", ["nonin-df2", "nonin-df7"])
def test_the_wave_fits_the_screen(name: str) -> None:
    at = table(name)
    at.run(12)
    wave = [height for frame in at.of(FrameKind.LIVE)[-9:] for height in frame.series["pleth"]]
    assert len(wave) == 9 * 25
    assert 0 <= min(wave) < 20
    assert 90 < max(wave) <= 127


def test_a_flat_fine_wave_stays_flat() -> None:
    at = table("nonin-df7", "no-finger")
    at.run(5)
    assert {height for frame in at.of(FrameKind.LIVE) for height in frame.series["pleth"]} == {0}


# ---- format 13


def spot(clock: Scenario | str = "healthy") -> Table:
    at = table("nonin-df13", clock)
    at.run(6)
    return at


def test_spot_check_device_is_understood_by_its_clock() -> None:
    at = spot()
    assert told(at) == [select(DataFormat.SPOT_CHECK), GET_CLOCK]
    assert at.talk.understood
    assert at.talk.learnt.clock_error_s == pytest.approx(0, abs=1)


def test_spot_check_device_with_a_wrong_clock_is_set() -> None:
    at = spot("clock-lost")
    error = at.talk.learnt.clock_error_s
    assert error is not None
    assert error < -700_000_000
    at.talk.set_clock(at.now)
    at.step()
    assert at.talk.learnt.clock_error_s == pytest.approx(0, abs=1)
    device = at.device
    assert isinstance(device, Nonin9560)
    assert abs(device.clock(at.t) - at.now.local) < timedelta(seconds=1)


def test_spot_check_gives_one_result_for_one_finger() -> None:
    at = spot()
    at.run(30)
    [result] = at.of(FrameKind.RESULT)
    assert result.values == {"spo2": 97, "pulse_rate": 72}
    assert result.time is not None
    assert result.flags == ("clock-unsure",)


def test_spot_check_sends_strangers_first_and_marked() -> None:
    at = spot("strangers")
    at.run(30)
    kinds = [frame.kind for frame in at.frames if frame.kind is not FrameKind.REPLY]
    assert kinds == [FrameKind.STORED, FrameKind.STORED, FrameKind.RESULT]
    stored = at.of(FrameKind.STORED)
    assert [frame.values["spo2"] for frame in stored] == [84, 91]
    assert all("from-memory" in frame.flags for frame in stored)
    ages = [record.age_s for record in find("strangers").memory]
    assert [frame.time for frame in stored] == [
        (NOON + timedelta(seconds=600 - age)).isoformat() for age in ages
    ]


def test_spot_check_without_a_finger_gives_nothing() -> None:
    at = spot("no-finger")
    at.run(60)
    assert at.of(FrameKind.RESULT) == []


def test_spot_check_of_a_weak_pulse_takes_its_time() -> None:
    at = spot(story(fingers=IN_AT_ONCE, perfusion=0.2))
    at.run(30)
    assert at.of(FrameKind.RESULT) == []
    at.run(10)
    assert len(at.of(FrameKind.RESULT)) == 1


def test_commands_in_pieces_and_among_noise_are_understood() -> None:
    device = SIMULATORS["nonin-df13"](find("healthy"), 1, NOON)
    assert device.host_sent(b"\x55\x02\x99\x02\x70\x02", 0.0) == []
    assert device.host_sent(b"\x02\x08", 0.1) == []
    assert device.host_sent(b"\x03", 0.2) == [Packet(bytes((ACK,)))]
    assert device.host_sent(bytes.fromhex("02 70 02 02 09 03"), 0.3) == [Packet(bytes((NAK,)))]


def test_products_say_how_often_they_speak() -> None:
    """The engine takes the pace of the samples and of the silence from it."""
    pace: dict[str, Product] = PRODUCTS
    assert [product.frames_per_s for product in pace.values()] == [3, 3, 1, 0]
