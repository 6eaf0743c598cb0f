"""Contour USB: what its conversation and decoder do beyond what all meters do (test_glucose_meters.py)."""

import re
from datetime import datetime

import pytest
from meter_bench import Table

from peripherals.protocols import contour_usb as contour
from peripherals.protocols.base import FrameKind
from peripherals.protocols.contour_usb_talk import ContourUsbTalk
from peripherals.protocols.conversation import Packet
from peripherals.simulators.contour import ContourUsbMeter
from peripherals.simulators.scenarios import Scenario, Stored

RESULT, STORED = FrameKind.RESULT, FrameKind.STORED


def connected(story: str = "healthy") -> Table:
    result = Table(ContourUsbMeter, ContourUsbTalk(), story)
    result.open()
    result.run(2)
    return result


def test_s_clock_cannot_be_set_and_nothing_is_said() -> None:
    at = connected("strangers")
    before = len(at.said)
    at.talk.set_clock(at.now)
    at.run(5)
    assert len(at.said) == before


def test_a_full_memory_tells_the_new_one_by_its_time() -> None:
    """The number of results stays the same; the oldest goes."""
    old = tuple(Stored(7200 + age, {"glucose": 61}) for age in range(20))
    at = Table(ContourUsbMeter, ContourUsbTalk(), Scenario(says="", memory=old))

    def full(packet: Packet) -> list[Packet]:
        return [packet._replace(data=data) for data in contour.encode_reports(with_2000(packet.data))]

    def with_2000(report: bytes) -> bytes:
        payloads.append(report[4 : 4 + report[3]])
        if report[3] == contour.ROOM:
            return b""
        said = b"".join(payloads)
        payloads.clear()
        begin = said.find(b"|\\^&|")
        if begin < 0:
            return said
        frame = said[said.index(b"\x02") : said.rindex(b"\n") + 1]
        text = re.sub(r"\|\d+\|\|\|\|\|\|1\|", "|2000||||||1|", frame[2:-6].decode())
        return said.replace(frame, contour.encode_frame(1, text))

    payloads: list[bytes] = []
    at.answers = full
    at.open()
    at.talk.measure(at.now)
    at.run(180)
    assert at.of(RESULT) == []
    assert set(at.glucose(STORED)) == {104}


def test_a_lost_acknowledgement_does_not_double_a_result() -> None:
    at = connected("strangers")
    seen = 0

    def third_ack_is_late(packet: Packet) -> list[Packet]:
        """The meter sends the third frame twice, as if it had not heard the host."""
        nonlocal seen
        seen += 1
        return [packet, packet] if seen == 4 + 4 + 2 + 1 else [packet]

    at.answers = third_ack_is_late
    at.talk.download(at.now)
    at.run(5)
    assert at.glucose(STORED) == [311, 61]


def test_a_meter_that_says_only_enq_is_asked_for_its_header() -> None:
    """As the specification has it; the meters seen send the header with the greeting."""
    at = Table(ContourUsbMeter, ContourUsbTalk())

    def only_enq(packet: Packet) -> list[Packet]:
        if packet.data[4] == contour.EOT and packet.data[3] == contour.ROOM:
            return [packet._replace(data=contour.encode_report(b"\x04\x05"))]
        return [packet]

    at.answers = only_enq
    at.open()
    at.run(2)
    assert at.talk.learnt.model == "Bayer7390"
    assert [packet.data[4] for packet in at.said] == [contour.EOT, contour.ACK]


def test_host_s_reports_are_whole() -> None:
    at = connected()
    at.talk.measure(at.now)
    at.run(30)
    assert {len(packet.data) for packet in at.said} == {contour.REPORT}
    assert all(packet.data.startswith(b"ABC\x01") for packet in at.said)


def test_a_header_s_fields_are_read() -> None:
    text = (
        rb"H|\^&||abcdef|Bayer7390^01.24\01.04\09.02.20^7390-1234567^7403-|A=1^C=63^U=1^V=10600"
        rb"|209||||||1|201102142249"
    )
    header = contour.read_header(text)
    assert header == ("Bayer7390", "01.24 01.04 09.02.20", "7390-1234567", 209, datetime(2011, 2, 14, 22, 49))
    for broken in (b"", b"H", b"H|1|2", text.replace(b"|209|", b"|x|"), text.replace(b"^", b"")):
        assert contour.read_header(broken) is None


def test_a_result_that_is_not_wanted_has_no_value() -> None:
    decoder = contour.decoder(lambda time: time is not None and time.year == 2015)
    told = datetime(2014, 1, 1)
    text = contour.encode_result(1, "93", "mg/dL", "", told)
    [frame] = decoder.feed(contour.encode_frame(1, text))
    assert (frame.kind, frame.values, frame.payload, frame.time) == (
        FrameKind.REPLY,
        {},
        b"",
        told.isoformat(),
    )


@pytest.mark.parametrize("size", [1, 7, 64, 1000])
def test_reports_without_filling_wait_for_what_follows(size: int) -> None:
    """A report may be filled up later: only the next byte, or the end, tells."""
    frame = contour.encode_frame(1, contour.encode_result(1, "93", "mg/dL", "", datetime(2014, 1, 1)))
    short = contour.HEADER + bytes((len(frame),)) + frame
    decoder = contour.decoder()
    frames = [found for at in range(0, len(short), size) for found in decoder.feed(short[at : at + size])]
    assert frames == []
    assert [found.values for found in decoder.feed(short)] == [{"glucose": 93}]
    assert [found.values for found in decoder.finish()] == [{"glucose": 93}]
    assert decoder.dropped == 0


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_control_characters_of_a_bare_stream_belong_to_the_frame_behind_them(size: int) -> None:
    result = contour.encode_frame(1, contour.encode_result(1, "93", "mg/dL", "", datetime(2014, 1, 1)))
    stream = b"\x05" + result + b"\x06\x06" + result + b"\x15x" + b"\x05" * 40 + result + b"\x04\x04"
    decoder = contour.decoder()
    frames = [found for at in range(0, len(stream), size) for found in decoder.feed(stream[at : at + size])]
    frames += decoder.finish()
    assert [found.code for found in frames if found.kind is FrameKind.REPLY] == [5, 6, 6, *[5] * 16, 4, 4]
    assert [found.values for found in frames if found.kind is STORED] == [{"glucose": 93}] * 3
    assert decoder.dropped == 2 + 40 - contour.MOST_CONTROLS
