"""Contec "EB", on USB and over Bluetooth: the conversation against a simulated device, in made-up time."""

from meter_bench import NOON, Table

from peripherals.devices import contec_eb as eb_product
from peripherals.devices.product import BleLine
from peripherals.protocols import contec_eb
from peripherals.protocols.base import FrameKind
from peripherals.protocols.contec_eb_talk import ContecEbTalk
from peripherals.protocols.conversation import Now, Packet
from peripherals.simulators.contec import ContecEbOximeter
from peripherals.simulators.scenarios import Scenario, find


def eb(story: Scenario | str = "healthy") -> Table:
    table = Table(ContecEbOximeter, ContecEbTalk(), story)
    table.open()
    return table


def test_eb_is_started_as_the_readers_do() -> None:
    table = eb()
    assert [packet.data.hex(" ") for packet in table.said] == ["80 00", "9b 01 1c", "9b 00 1b"]
    table.run(2)
    assert table.talk.understood
    assert table.talk.learnt.model == "50E"


def test_eb_wave_carries_the_reading_that_holds() -> None:
    table = eb()
    table.run(8)
    live = table.of(FrameKind.LIVE)
    assert live[-1].values.keys() == {"pleth", "bar", "spo2", "pulse_rate"}
    assert {frame.values.get("spo2") for frame in live} == {None, 97}


def test_eb_wave_without_a_finger_carries_none() -> None:
    table = eb("finger-out")
    table.run(14)
    out = [frame for frame in table.of(FrameKind.LIVE) if "finger-out" in frame.flags]
    assert out
    assert all("spo2" not in frame.values for frame in out)


def test_eb_reading_does_not_hold_for_ever() -> None:
    talk = ContecEbTalk()
    talk.heard(contec_eb.encode_reading(72, 97), "", Now(10**9, NOON))
    wave = contec_eb.encode_wave(40, 5)
    assert talk.heard(wave, "", Now(3 * 10**9, NOON))[0].values["spo2"] == 97
    assert "spo2" not in talk.heard(wave, "", Now(4 * 10**9, NOON))[0].values


def test_eb_is_kept_alive_every_ten_packets() -> None:
    table = eb()
    table.run(30)
    said_alive = [packet.data for packet in table.said].count(contec_eb.KEEP_ALIVE)
    assert said_alive == 30  # the table ticks ten times a second, and each tick is a packet
    assert bytes.fromhex("9A 1A") == contec_eb.KEEP_ALIVE
    before = len(table.frames)
    table.run(1)
    assert len(table.frames) > before


def test_eb_is_kept_alive_where_nothing_comes() -> None:
    talk = ContecEbTalk()
    talk.opened(Now(0, NOON))
    talk.outgoing()
    talk.heard(contec_eb.encode_wave(1, 1), "", Now(0, NOON))
    talk.tick(Now(round(4.4e9), NOON))
    assert talk.outgoing() == []
    talk.tick(Now(round(4.6e9), NOON))
    assert talk.outgoing() == [Packet(contec_eb.KEEP_ALIVE)]


def test_eb_is_started_again_while_it_does_not_answer() -> None:
    table = Table(ContecEbOximeter, ContecEbTalk())
    table.questions = lambda packet: []
    table.open()
    table.run(2.2)
    assert [packet.data for packet in table.said].count(contec_eb.START_READINGS) == 3


def test_eb_clock_is_set() -> None:
    table = eb("clock-lost")
    table.run(1)
    table.talk.set_clock(table.now)
    at = table.now.local
    table.run(0.2)
    device = table.device
    assert isinstance(device, ContecEbOximeter)
    assert device.inside.clock_set_to == at.replace(microsecond=0)
    assert table.talk.learnt.clock_error_s == 0


def test_eb_is_left_as_it_was_found() -> None:
    table = eb()
    table.run(1)
    table.talk.closing()
    table.run(0.2)
    before = len(table.frames)
    table.run(1)
    assert len(table.frames) == before


def test_eb_over_bluetooth_says_the_same_in_notifications() -> None:
    """The transport puts what is said on no channel on the line's own; here that is done by hand."""
    line = eb_product.PRODUCT.lines[1]
    assert isinstance(line, BleLine)
    table = Table(ContecEbOximeter, ContecEbTalk())
    table.questions = lambda packet: [packet._replace(channel=packet.channel or line.write)]
    table.device.host_sent(b"", 0.0, "gatt")
    table.device.host_sent(b"\x01", 0.0, f"notify {contec_eb.NOTIFY}")
    table.open()
    heard: list[Packet] = []
    table.answers = lambda packet: heard.append(packet) or [packet]  # type: ignore[func-returns-value]
    table.run(8)
    records = [packet.data for packet in heard if packet.channel == contec_eb.NOTIFY]
    assert len(records) > 70
    assert max(map(len, records)) <= 20, "what one notification holds"
    assert table.talk.understood
    assert table.of(FrameKind.LIVE)[-1].values["spo2"] == 97


def test_eb_over_bluetooth_learns_what_the_transport_read() -> None:
    talk = ContecEbTalk()
    moment = Now(0, NOON)
    assert talk.heard(b"SN-77", "2A25", moment) == []
    assert talk.heard(b"\x05", "2A19", moment) == []
    assert talk.heard(contec_eb.encode_wave(1, 1), "FF04", moment) == []
    assert talk.learnt.serial == "SN-77"
    assert talk.learnt.battery_low is True


def test_eb_answers_what_it_does_not_know() -> None:
    device = ContecEbOximeter(find("healthy"), 1, NOON)
    [packet] = device.host_sent(b"\x9f\x1f", 0.0)
    assert packet.data.rstrip(b"\0") == contec_eb.NOT_UNDERSTOOD
    assert len(packet.data) == contec_eb.REPORT
