"""The manager of IEEE 11073-20601: negotiating, agents that break rules, and the descriptors of the plug."""

import pytest
from health_bench import (
    AARQ,
    ABORTED,
    ABRT,
    ALL,
    BP,
    SPOTS,
    WALL,
    Bench,
    Manager,
    aarq,
    at,
    attributes,
    bcd,
    configuration,
    data,
    event,
    identity,
    numeric,
    octets,
    operation_of,
    reading,
    result_of,
    rows,
    scan,
    u16,
)

from peripherals.protocols.base import FrameKind
from peripherals.protocols.ieee11073 import phdc
from peripherals.simulators.health_agent import State as Agent


@pytest.mark.parametrize(
    ("request_", "result"),
    [
        (aarq(version=0x40000000), 8),
        (aarq(id=0xFFFF), 4),
        (aarq(protocol=0x08000000), 5),
        (aarq(rules=0x2000), 5),
        (aarq(system=0x80000000), 5),
        (aarq(units=0x20000000), 1),
    ],
    ids=["association version", "protocol", "protocol version", "rules", "another manager", "test"],
)
def test_what_is_not_spoken_is_refused_with_the_reason(request_: bytes, result: int) -> None:
    manager = Manager()
    [answer] = manager.hear(request_)
    assert result_of(answer) == result
    assert not manager.talk.understood
    [accepted] = manager.hear(aarq())[:1]
    assert result_of(accepted) == 0


@pytest.mark.parametrize(
    ("offered", "chosen"), [(0x80000000, 0x80000000), (0x60000000, 0x40000000), (0x20000000, 0x20000000)]
)
def test_of_the_versions_offered_the_first_common_one_is_chosen(offered: int, chosen: int) -> None:
    answer = Manager().hear(aarq(protocol=offered))[0]
    assert int.from_bytes(answer[10:14], "big") == chosen


@pytest.mark.parametrize("agent", ALL)
@pytest.mark.parametrize("name", ALL)
def test_only_its_own_kind_of_agent_is_served(name: str, agent: str) -> None:
    """One of another kind is refused so that another driver can have it: for now, or by its configuration."""
    bench = Bench(name, agent=agent)
    bench.talk.measure(at(0.0))
    frames = bench.run(9.0)
    assert bench.talk.understood == (name == agent)
    assert bool(frames) == (name == agent)
    if name != agent:
        assert bench.device.agent.state is not Agent.OPERATING


def test_another_standard_kind_is_refused_for_now() -> None:
    [answer] = Manager("ieee11073-scale").hear(aarq(0x02BC))
    assert result_of(answer) == 2
    [answer] = Manager("ieee11073-scale").hear(aarq(0x02BD))  # not known, but of the same hundred
    assert result_of(answer) == 2


def test_an_unknown_configuration_is_reported_used_and_remembered() -> None:
    manager = Manager("ieee11073-scale")
    assert result_of(manager.hear(aarq(0x4000))[0]) == 3
    report = configuration(0x4000, numeric(7, 0xE140, 0x06E0, (0x0A56, 4)))
    confirmed, asked = manager.hear(report)
    assert operation_of(confirmed) == 0x0201
    assert confirmed.endswith(u16(0x0D1C, 4, 0x4000, 0))
    assert operation_of(asked) == 0x0103
    manager.hear(identity(1), scan(2, (7, b"\xff\x00\x06\x07")))
    assert manager.frames[-1].values == {"weight": 154.3}
    assert manager.frames[-1].units == {"weight": "[lb_av]"}
    manager.hear(bytes.fromhex("E40000020000"))
    assert result_of(manager.hear(aarq(0x4000))[0]) == 0


def test_a_configuration_of_another_kind_is_refused_and_not_remembered() -> None:
    manager = Manager("ieee11073-scale")
    manager.hear(aarq(0x4000))
    [answer] = manager.hear(configuration(0x4000, numeric(1, 0x4B5C, 0x17A0, (0x0A4C, 2))))
    assert answer.endswith(u16(0x0D1C, 4, 0x4000, 1))
    [answer] = manager.hear(scan(2, (1, u16(0xF16F))))
    assert operation_of(answer) == 0x0300
    manager.hear(bytes.fromhex("E40000020000"))
    assert result_of(manager.hear(aarq(0x4000))[0]) == 3
    assert not manager.talk.understood


def test_a_second_configuration_is_tried_when_the_first_is_refused() -> None:
    manager = Manager("ieee11073-scale")
    manager.hear(aarq(0x4000))
    manager.hear(configuration(0x4000, numeric(1, 0x4B5C, 0x17A0, (0x0A4C, 2))))
    answer = manager.hear(configuration(0x4001, numeric(1, 0xE140, 0x06C3, (0x0A56, 4))))[0]
    assert answer.endswith(u16(0x0D1C, 4, 0x4001, 0))
    assert manager.talk.understood


def test_a_configuration_that_never_comes_ends_the_association() -> None:
    manager = Manager()
    manager.hear(aarq(0x4000))
    assert manager.wait(9.8) == []
    assert manager.wait(0.5) == [bytes.fromhex("E60000020003")]
    assert result_of(manager.hear(aarq())[0]) == 0


# ---- what breaks rules


def test_who_never_says_what_it_is_is_aborted_once_and_then_not_asked() -> None:
    manager = Manager()
    manager.talk.measure(at(0.0))
    assert len(manager.hear(aarq())) == 2
    manager.hear(scan(9, *reading(bcd(WALL))))
    assert manager.wait(3.3) == [bytes.fromhex("E60000020002")]
    assert [result_of(answer) for answer in manager.hear(aarq())] == [0]
    manager.hear(scan(9, *reading(bcd(WALL))))
    assert [frame.kind for frame in manager.frames] == [FrameKind.STORED] * 2
    assert manager.wait(30.0) == []


def test_an_agent_whose_answers_are_lost_is_aborted_and_comes_back() -> None:
    bench = Bench("ieee11073-bp")
    bench.deaf = True
    bench.run(5.0)
    bench.deaf = False
    frames = bench.run(20.0)
    assert ABRT in bench.kinds("M")
    assert bench.kinds("A").count(AARQ) == 2
    assert bench.device.agent.state is Agent.OPERATING
    assert [frame.values["systolic"] for frame in frames][:2] == [124, 121]


@pytest.mark.parametrize(
    "apdu",
    [
        scan(1, *BP),
        data(1, 0x0203, u16(0) + attributes()),
        data(1, 0x0103, u16(0) + rows()),
        bytes.fromhex("E40000020000"),
        u16(0xE300) + octets(u16(0, 0) + octets(b"")),
    ],
    ids=["report", "answer", "question", "release", "manager's answer"],
)
def test_what_needs_an_association_is_aborted_without_one(apdu: bytes) -> None:
    assert Manager().hear(apdu) == [ABORTED]


@pytest.mark.parametrize("apdu", [bytes.fromhex("E50000020000"), ABORTED], ids=["release answered", "abort"])
def test_the_end_of_nothing_is_not_answered(apdu: bytes) -> None:
    assert Manager().hear(apdu) == []


def test_a_second_request_ends_the_association() -> None:
    manager = Manager()
    manager.hear(aarq())
    assert manager.hear(aarq()) == [ABORTED]
    assert result_of(manager.hear(aarq())[0]) == 0


def test_an_agent_may_ask_a_manager_nothing() -> None:
    manager = Manager()
    manager.hear(aarq())
    [answer] = manager.hear(data(7, 0x0103, u16(0) + rows()))
    assert operation_of(answer) == 0x0300
    assert answer[6:8] == u16(7)
    [answer] = manager.hear(configuration(0x4000))  # nobody asked for it either
    assert operation_of(answer) == 0x0300


def test_a_report_that_its_configuration_does_not_explain_is_rejected() -> None:
    manager = Manager()
    manager.talk.measure(at(0.0))
    manager.hear(aarq(), identity(1))
    [answer] = manager.hear(scan(9, (1, u16(120, 80))))
    assert operation_of(answer) == 0x0400
    assert manager.frames == []


def test_what_is_not_whole_is_neither_answered_nor_taken() -> None:
    manager = Manager()
    manager.hear(aarq(), identity(1))
    broken = bytearray(scan(9, *reading(bcd(WALL))))
    broken[27] += 1
    assert manager.hear(bytes(broken), b"\xe7\x00", b"\0" * 30) == []
    assert manager.talk.dropped == len(broken) + 32
    assert len(manager.hear(scan(9, *reading(bcd(WALL))))) == 1


def test_an_unconfirmed_report_is_not_confirmed() -> None:
    manager = Manager()
    manager.hear(aarq(), identity(1))
    assert manager.hear(scan(9, *reading(bcd(WALL)), operation=0x0100)) == []
    assert len(manager.frames) == 1


def test_a_pressure_that_cannot_be_true_is_refused() -> None:
    manager = Manager()
    manager.talk.measure(at(0.0))
    manager.hear(aarq(), identity(1, (0x0987, bcd(WALL))), scan(9, *reading(bcd(WALL), systolic=70)))
    [frame] = manager.frames
    assert frame.kind is FrameKind.REFUSED
    assert not frame.values


def test_a_release_that_nobody_answers_ends_in_an_abort() -> None:
    manager = Manager()
    manager.hear(aarq(), identity(1))
    manager.talk.closing()
    assert manager.answers() == [bytes.fromhex("E40000020000")]
    assert manager.hear(scan(9, *reading(bcd(WALL)))) == []
    assert manager.wait(2.8) == []
    assert manager.wait(0.5) == [bytes.fromhex("E60000020002")]


def test_both_sides_may_ask_for_the_release_at_once() -> None:
    manager = Manager()
    manager.hear(aarq(), identity(1))
    manager.talk.closing()
    manager.answers()
    assert manager.hear(bytes.fromhex("E40000020000")) == [bytes.fromhex("E50000020000")]
    assert manager.hear(bytes.fromhex("E50000020000")) == []


# ---- agents that must be asked, and scanners


def test_an_agent_that_sends_nothing_by_itself_is_asked() -> None:
    manager = Manager()
    manager.hear(aarq(modes=0x0820))
    [asked] = manager.hear(identity(1, (0x0987, bcd(WALL))))
    assert operation_of(asked) == 0x0107
    assert asked[10:] == octets(u16(0, 0x0C1B) + octets(u16(1, 0x8820, 0, 0, 0xFFFF, 0) + rows()))
    manager.talk.measure(at(0.0))
    report = u16(1, 0) + rows(*(u16(handle) + octets(value) for handle, value in reading(bcd(WALL))))
    result = b"\0" * 4 + u16(0, 0x0D1D) + octets(report)
    manager.hear(data(int.from_bytes(asked[6:8], "big"), 0x0207, u16(0, 0x0C1B) + octets(result)))
    assert manager.frames[-1].values["systolic"] == 120
    assert manager.frames[-1].kind is FrameKind.RESULT


def test_scanners_are_switched_on() -> None:
    manager = Manager("ieee11073")
    scanner = u16(19, 40) + attributes((0x0A53, rows(u16(1) + rows(u16(0x0A4C, 2)))))
    manager.hear(aarq(0x4000), configuration(0x4000, numeric(1, 0x4BB8, 0x0220, (0x0A4C, 2)), scanner))
    [asked] = manager.hear(identity(1))
    assert operation_of(asked) == 0x0105
    assert asked[12:] == u16(40) + rows(u16(0, 0x0953) + octets(u16(1)))
    row = event(5, 0x0100, 0x0D2A, u16(0xF000, 0) + rows(octets(u16(97))), handle=40)
    manager.hear(row)
    assert manager.frames[-1].values == {"spo2": 97}


def test_errors_and_late_answers_are_no_answers() -> None:
    manager = Manager()
    manager.hear(aarq())
    assert manager.hear(data(99, 0x0203, u16(0) + attributes())) == []
    assert manager.hear(data(1, 0x0300, u16(1) + octets(b""))) == []
    assert manager.wait(5.0) == []  # it has answered: who it is will not be told
    assert manager.talk.learnt.model is None


# ---- the descriptors


def test_what_is_plugged_in_is_told_by_its_descriptors() -> None:
    for name in SPOTS:
        manager = Manager(name)
        manager.talk.heard(phdc.write_descriptors(0x1004), phdc.CHANNEL, at(0.0))
        assert not manager.talk.understood
    manager = Manager("ieee11073-bp")
    manager.talk.heard(phdc.write_descriptors(0x1004, 0x1007), phdc.CHANNEL, at(0.0))
    assert manager.talk.understood
    streams = Manager("ieee11073")
    streams.talk.heard(phdc.write_descriptors(0x1004), phdc.CHANNEL, at(0.0))
    assert not streams.talk.understood  # a stream is only there once it streams


def test_descriptors_are_read_as_far_as_they_are_whole() -> None:
    whole = phdc.write_descriptors(0x1004, 0x1007)
    assert phdc.read_descriptors(whole) == (True, False, (0x1004, 0x1007))
    assert phdc.read_descriptors(bytes.fromhex("0420020104300001")) == (True, True, ())
    assert phdc.read_descriptors(bytes.fromhex("04200100")) == (False, False, ())
    assert phdc.read_descriptors(whole[:5]) == (True, False, ())
    assert phdc.read_descriptors(bytes.fromhex("00200201")) == (False, False, ())
    assert phdc.read_descriptors(bytes.fromhex("06300002041000")) == (False, False, (0x1004,))


def test_the_class_descriptors_are_found_among_all_of_a_device() -> None:
    device = Bench("ieee11073-bp").device
    assert phdc.class_descriptors(device.descriptors) == phdc.write_descriptors(0x1007)
    other = bytes.fromhex("090400000103000000 0921110100012222 00 0705810308000A".replace(" ", ""))
    assert phdc.class_descriptors(device.descriptors[:18] + other) == b""
    assert phdc.class_descriptors(device.descriptors[:18] + other + device.descriptors[18:]) != b""
    assert phdc.class_descriptors(b"\x00\x04") == b""
    assert phdc.class_descriptors(b"") == b""


def test_a_message_preamble_is_taken_off() -> None:
    preamble = b"PhdcQoSSignature" + bytes((1, 1, 0x20, 2)) + b"xy"
    assert phdc.without_preamble(preamble + b"data") == b"data"
    assert phdc.without_preamble(preamble) == b""
    assert phdc.without_preamble(b"data") == b"data"
    assert phdc.without_preamble(preamble[:18]) == preamble[:18]
