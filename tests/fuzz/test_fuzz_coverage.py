"""Coverage-guided fuzzing: some targets briefly here, all for long with `-m long`; and its parts proved.

A failure prints the command that shows what was found again. More by hand: `python -m tests.fuzz --help`.
"""

import random
from collections.abc import Callable
from pathlib import Path

import fuzz_harness
import fuzz_play
import msgspec
import pytest
from fuzz_harness import Result, fuzz, read_result, table, troubles
from fuzz_legal import check_frame, check_identity, held
from fuzz_play import Player
from fuzz_script import PAUSES, Act, Hear, Pause, Step, read, write
from fuzz_targets import PLANTED, TALK, target, targets
from hypothesis import given
from hypothesis import strategies as st

from peripherals.devices.product import Product, SerialLine
from peripherals.events import Role
from peripherals.protocols import contec_v5
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Conversation, Learnt, Now
from peripherals.registry import PRODUCTS

PARALLEL = 2
A_FEW = 16  # targets, others each time
BRIEFLY_S = 2.0  # for one of them
LONG_S = 120.0


def test_nothing_is_found_in_a_short_time() -> None:
    names = random.sample(sorted(targets()), A_FEW)
    results = fuzz(dict.fromkeys(names, BRIEFLY_S), parallel=PARALLEL)
    print(table(results))
    assert not troubles(results), troubles(results)


@pytest.mark.long
def test_nothing_is_found_in_a_long_time() -> None:
    results = fuzz(dict.fromkeys(targets(), LONG_S), parallel=PARALLEL, keep=fuzz_harness.FOUND / "inputs")
    print(table(results))
    assert not troubles(results), troubles(results)


def test_everything_that_reads_bytes_is_a_target() -> None:
    assert set(PRODUCTS) | {name + TALK for name in PRODUCTS} <= targets().keys()
    assert all(each.seeds() for each in targets().values())


@pytest.mark.parametrize("name", targets())
def test_what_the_fuzzer_begins_with_is_well(name: str) -> None:
    one = target(name)
    for seed in one.seeds():
        one.takes(seed)


@pytest.mark.parametrize("name", PRODUCTS)
def test_the_seeds_of_a_conversation_hear_its_simulator(name: str) -> None:
    steps = [step for seed in target(name + TALK).seeds() for step in read(seed)]
    assert sum(isinstance(step, Hear) for step in steps) > 10
    assert {Act.MEASURE, Act.DOWNLOAD} <= set(steps)


# ---- the fuzzer finds what is wrong, and says so


def test_what_is_wrong_is_found_kept_and_shown_again(tmp_path: Path) -> None:
    [result] = fuzz({PLANTED: 20}, found=tmp_path)
    assert not result.is_well
    assert result.found is not None and result.found.read_bytes()[:3] == b"abc"
    assert "planted" in result.said
    assert f"python -m tests.fuzz --again {result.found} planted" in troubles([result])
    assert "FOUND" in table([result])
    with pytest.raises(ZeroDivisionError):
        target(PLANTED).takes(result.found.read_bytes())


def test_a_target_that_does_not_even_start_is_no_success() -> None:
    result = read_result("x", 1, "Traceback (most recent call last):\nImportError: no module\n")
    assert not result.is_well and result.again == ""
    assert "ImportError" in troubles([result])
    assert "FAILED" in table([result])
    assert troubles([Result("x", 0, 0, 0, 0)])


def test_the_numbers_are_the_last_ones_the_fuzzer_told() -> None:
    output = (
        "#2\tINITED cov: 4 ft: 5 corp: 1/2b\n"
        "#8192\tpulse  cov: 9 ft: 12 corp: 3/8b lim: 4\n"
        "#9000\tDONE   cov: 10 ft: 14 corp: 4/9b\n"
    )
    assert read_result("x", 0, output) == Result("x", 9000, 10, 14, 4)


# ---- scripts

steps = st.one_of(
    st.builds(Hear, st.binary(max_size=300), st.integers(0, 15)),
    st.builds(Pause, st.sampled_from(sorted(set(PAUSES)))),
    st.sampled_from(Act),
)


@given(st.binary(max_size=500))
def test_any_bytes_are_a_script(data: bytes) -> None:
    again = write(read(data))
    assert read(again) == read(data)


@given(st.lists(steps, max_size=20))
def test_a_script_is_read_as_it_was_written(told: list[Step]) -> None:
    assert read(write(told)) == told


# ---- what is watched for


def frame(**changes: object) -> Frame:
    return msgspec.structs.replace(Frame(FrameKind.LIVE, b"\x01", {"spo2": 97}), **changes)


@pytest.mark.parametrize(
    "bad",
    [
        frame(raw=b""),
        frame(flags=("happy",)),
        frame(flags=("error-x",)),
        frame(values={"mood": 3}),
        frame(values={"spo2": 0}),
        frame(values={"spo2": 101}),
        frame(values={"pulse_rate": 0}),
        frame(values={"spo2": True}),
        frame(values={"temperature": float("nan")}),
        frame(values={"temperature": float("inf")}),
        frame(values={"systolic": 80, "diastolic": 80}),
        frame(values={"weight": 3}, units={"weight": "stone"}),
        frame(units={"weight": "kg"}),
        frame(series={"mood": (1,)}),
        frame(series={"pleth": (1, float("nan"))}),
        frame(time="yesterday"),
        frame(time="2026-11-24T10:00:00+01:00"),
        frame(kind=FrameKind.PRESSURE, values={}),
        frame(kind=FrameKind.REPLY),
    ],
    ids=repr,
)
def test_what_no_frame_may_be_is_noticed(bad: Frame) -> None:
    with pytest.raises((AssertionError, ValueError)):
        check_frame(bad)


def test_what_a_frame_may_be_is_let_through() -> None:
    check_frame(frame(flags=("beep", "error-7"), time="2026-11-24T10:00:00"))
    check_frame(frame(values={"weight": 160.5}, units={"weight": "[lb_av]"}, series={"pleth": (1, 2)}))


@pytest.mark.parametrize(
    ("told", "shown"),
    [("a\x1b[2J\n", "a[2J"), ("", None), ("\0\0", None), ("x" * 1000, "x" * 64), ("\ud800", None)],
)
def test_what_a_device_calls_itself_is_made_fit_to_be_shown(told: str, shown: str | None) -> None:
    made = product(lambda: Conversation(contec_v5.decoder()))
    learnt = Learnt(model=told, serial=told, firmware=told)
    check_identity(made, learnt)
    assert made.identity("x", learnt).serial == shown


def test_a_clock_that_is_wrong_for_ever_is_noticed() -> None:
    made = product(lambda: Conversation(contec_v5.decoder()))
    with pytest.raises(AssertionError):
        check_identity(made, Learnt(clock_error_s=float("inf")))


def test_memory_is_measured() -> None:
    assert held([bytes(1000) for _ in range(10)]) > 10_000
    assert held(bytes(10_000) for _ in [bytes(20_000)]) > 0


class Chatterbox(Conversation):
    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        self.say(bytes(5000))
        return []


class Drip(Conversation):
    def tick(self, now: Now) -> list[Frame]:
        self.say(bytes(3000))
        return []


class Hoarder(Conversation):
    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        self.__dict__.setdefault("kept", []).append(bytes(data))
        return []


class Waiter(Conversation):
    def opened(self, now: Now) -> None:
        self.understood = True

    def download(self, now: Now) -> None:
        self.busy = True


class Starter(Conversation):
    def opened(self, now: Now) -> None:
        self.say(b"\0" + PRODUCTS["rbp9804"].start)


class Stumbler(Conversation):
    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        return [frame(values={"spo2": data[3]})]


def product(conversation: Callable[[], Conversation]) -> Product:
    return Product(
        name="made-up",
        title="",
        role=Role.OXIMETER,
        manufacturer="",
        model="None",
        protocol="",
        lines=(SerialLine(9600),),
        decoder=contec_v5.decoder,
        conversation=conversation,
    )


HEAR = Hear(b"\x81\x01\x01\x01")


@pytest.mark.parametrize(
    ("kind", "script"),
    [
        (Chatterbox, [HEAR]),
        (Drip, [Pause(0.1)]),
        (Hoarder, [Hear(bytes(200)), Act.FLOOD]),
        (Hoarder, [Hear(bytes(4000)), Act.FLOOD]),
        (Waiter, [Act.DOWNLOAD, Act.SILENCE]),
        (Starter, []),
        (Stumbler, [Hear(b"1")]),
        (Stumbler, [Hear(b"\1\2\3\0")]),
    ],
)
def test_a_conversation_that_is_not_well_is_noticed(
    kind: type[Conversation], script: list[Step], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = product(lambda: kind(contec_v5.decoder()))
    monkeypatch.setattr(fuzz_play, "FLOODED", 1)
    with pytest.raises((AssertionError, IndexError)):
        Player(made).play(write(script))


def test_a_conversation_that_is_well_is_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz_play, "FLOODED", 1)
    made = product(lambda: Conversation(contec_v5.decoder()))
    script = [HEAR, *Act, Pause(0.1), Hear(bytes(2000)), Act.FLOOD, HEAR]
    Player(made).play(write(script))
