"""Contec V7.0: the conversation against a simulated device, in made-up time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from meter_bench import NOON, Table

from peripherals.protocols import contec_v7
from peripherals.protocols.base import FrameKind
from peripherals.protocols.contec_v7 import Command, Reason, Uplink, command
from peripherals.protocols.contec_v7_talk import ContecV7Talk
from peripherals.protocols.conversation import Packet
from peripherals.simulators.contec import SAMPLES, ContecV7Oximeter
from peripherals.simulators.scenarios import Scenario, find

STRANGERS = find("strangers")


def v7(story: Scenario | str = "healthy") -> Table:
    table = Table(ContecV7Oximeter, ContecV7Talk(), story)
    table.open()
    return table


def said(table: Table) -> list[bytes]:
    return [packet.data for packet in table.said]


def commands(table: Table) -> list[int]:
    return [contec_v7.payload_of(data)[0] for data in said(table)]


@dataclass
class Deaf:
    """Lets nothing through of a kind of question, or of answer."""

    code: int
    heard: int = 0

    def question(self, packet: Packet) -> list[Packet]:
        if contec_v7.payload_of(packet.data)[0] != self.code:
            return [packet]
        self.heard += 1
        return []


# ---- V7.0: live


def test_v7_starts_live_and_is_understood() -> None:
    table = v7()
    assert said(table) == [bytes.fromhex("7D 81 A1 80 80 80 80 80 80")]
    table.run(1.5)
    assert table.talk.understood
    assert len(table.of(FrameKind.LIVE)) >= 10


def test_v7_says_keep_alive_every_five_seconds() -> None:
    table = v7()
    table.run(31)
    assert commands(table).count(Command.KEEP_ALIVE) == 6
    assert said(table).count(bytes.fromhex("7D 81 AF 80 80 80 80 80 80")) == 6
    before = len(table.frames)
    table.run(1)
    assert len(table.frames) > before, "it would have fallen silent without"


def test_v7_is_started_again_while_it_does_not_answer() -> None:
    table = Table(ContecV7Oximeter, ContecV7Talk())
    deaf = Deaf(Command.START_LIVE)
    table.questions = deaf.question
    table.open()
    table.run(1.6)
    assert deaf.heard == 3
    assert not table.talk.understood
    table.questions = lambda packet: [packet]
    table.run(2)
    assert table.talk.understood


def test_v7_tells_its_model_and_its_id() -> None:
    table = v7()
    table.run(4)
    assert table.talk.learnt.model == "CMS50F"
    assert table.talk.learnt.serial == "SIM0042"
    assert table.talk.learnt.clock_error_s is None, "it can't be asked for its clock"


def test_v7_sold_under_another_name_tells_that_too() -> None:
    table = Table(ContecV7Oximeter, ContecV7Talk())

    def renamed(packet: Packet) -> list[Packet]:
        if packet.data[0] == Uplink.VENDOR:
            return [Packet(contec_v7.encode(Uplink.VENDOR, b"PULOX\0\0"))]
        return [packet]

    table.answers = renamed
    table.open()
    table.run(4)
    assert table.talk.learnt.model == "PULOX CMS50F"


@pytest.mark.parametrize("refuses", [True, False], ids=["refused", "no answer"])
def test_v7_without_identity_still_streams(refuses: bool) -> None:
    table = Table(ContecV7Oximeter, ContecV7Talk())
    unknown = (Command.MODEL, Command.VENDOR, Command.DEVICE_ID)

    def without(packet: Packet) -> list[Packet]:
        code = contec_v7.payload_of(packet.data)[0]
        if code not in unknown:
            return [packet]
        return [Packet(contec_v7.command(Command.USERS))] if refuses else []

    def refusal(packet: Packet) -> list[Packet]:
        if packet.data[0] != Uplink.RESULT:
            return [packet]
        return [
            Packet(contec_v7.encode(Uplink.RESULT, bytes((code, Reason.UNSUPPORTED)))) for code in unknown
        ]

    table.questions, table.answers = without, refusal
    table.open()
    table.run(6)
    assert table.talk.learnt.model is None
    assert table.of(FrameKind.LIVE)[-1].values["spo2"] == 97


def test_v7_is_left_as_it_was_found() -> None:
    table = v7()
    table.run(2)
    table.talk.closing()
    table.run(0.2)
    before = len(table.frames)
    table.run(2)
    assert len(table.frames) == before
    assert said(table)[-1] == bytes.fromhex("7D 81 A2 80 80 80 80 80 80")


# ---- V7.0: clock


def test_v7_clock_is_set_date_first() -> None:
    table = v7("clock-lost")
    table.run(4)
    table.talk.set_clock(table.now)
    table.run(1)
    device = table.device
    assert isinstance(device, ContecV7Oximeter)
    assert abs(device.clock(table.t) - table.now.local) < timedelta(seconds=1)
    assert table.talk.learnt.clock_error_s == 0
    order = [code for code in commands(table) if code in (Command.SET_DATE, Command.SET_TIME)]
    assert order == [Command.SET_DATE, Command.SET_TIME]


def test_v7_date_has_century_and_weekday_as_the_document_counts_them() -> None:
    table = Table(ContecV7Oximeter, ContecV7Talk(), begin=datetime(2010, 7, 11, 23, 59, 58))  # a Sunday
    table.open()
    table.talk.set_clock(table.now)
    table.step()
    assert command(Command.SET_DATE, 20, 10, 7, 11, 0) in said(table)
    assert command(Command.SET_TIME, 23, 59, 58) in said(table)


def test_v7_that_refuses_its_clock_says_nothing_of_it() -> None:
    table = v7()
    table.answers = lambda packet: (
        [Packet(contec_v7.encode(Uplink.RESULT, contec_v7.payload_of(packet.data)[:1] + b"\5"))]
        if packet.data[0] == Uplink.RESULT
        else [packet]
    )
    table.talk.set_clock(table.now)
    table.run(3)
    assert table.talk.learnt.clock_error_s is None


# ---- V7.0: memory


def test_v7_download_gives_every_sample_with_its_time() -> None:
    table = v7(STRANGERS)
    table.run(4)
    table.talk.download(table.now)
    assert table.talk.busy
    table.run(6)
    assert not table.talk.busy
    stored = table.of(FrameKind.STORED)
    assert len(stored) == 2 * SAMPLES
    clock = NOON + timedelta(seconds=600)
    for segment, record in zip((stored[:SAMPLES], stored[SAMPLES:]), STRANGERS.memory, strict=True):
        began = clock - timedelta(seconds=record.age_s)
        for second, frame in enumerate(segment):
            assert frame.time == (began + timedelta(seconds=second)).isoformat()
            assert frame.values == {"spo2": record.values["spo2"], "pulse_rate": record.values["pulse_rate"]}
            assert frame.flags == ("from-memory",)


def test_v7_is_live_again_after_a_download() -> None:
    table = v7(STRANGERS)
    table.run(4)
    table.talk.download(table.now)
    table.run(6)
    before = len(table.of(FrameKind.LIVE))
    table.run(2)
    assert len(table.of(FrameKind.LIVE)) >= before + 15


def test_v7_is_live_again_after_the_download_of_nothing() -> None:
    table = v7()
    table.run(4)
    table.talk.download(table.now)
    table.run(3)
    assert not table.talk.busy
    assert not table.of(FrameKind.STORED)
    before = len(table.of(FrameKind.LIVE))
    table.run(1)
    assert len(table.of(FrameKind.LIVE)) > before


def test_v7_a_person_goes_before_a_download() -> None:
    table = v7(STRANGERS)
    table.run(4)
    table.talk.download(table.now)
    table.run(0.8)
    assert table.talk.busy
    table.talk.measure(table.now)
    assert not table.talk.busy
    table.step()
    stored, live = len(table.of(FrameKind.STORED)), len(table.of(FrameKind.LIVE))
    table.run(1.5)
    assert len(table.of(FrameKind.STORED)) == stored
    assert len(table.of(FrameKind.LIVE)) > live


def test_v7_a_download_that_falls_silent_is_given_up() -> None:
    table = v7(STRANGERS)
    table.run(4)
    table.answers = lambda packet: [] if packet.data[0] == Uplink.STORED else [packet]
    table.talk.download(table.now)
    table.run(12)
    assert not table.talk.busy


def test_v7_without_the_question_for_segments_has_one() -> None:
    table = v7(STRANGERS)
    table.run(4)
    table.questions = Deaf(Command.SEGMENTS).question
    table.talk.download(table.now)
    table.run(8)
    assert len(table.of(FrameKind.STORED)) == SAMPLES


def test_v7_that_keeps_no_start_gives_samples_without_time() -> None:
    table = v7(STRANGERS)
    table.run(4)
    table.questions = Deaf(Command.START_TIME).question
    table.talk.download(table.now)
    table.run(10)
    stored = table.of(FrameKind.STORED)
    assert len(stored) == 2 * SAMPLES
    assert all(frame.time is None for frame in stored)


def test_v7_closed_during_a_download_stops_it_first() -> None:
    table = v7(STRANGERS)
    table.run(4)
    table.talk.download(table.now)
    table.run(0.5)
    table.talk.closing()
    table.run(0.1)
    assert commands(table)[-2:] == [Command.STOP_STORAGE, Command.STOP_LIVE]
