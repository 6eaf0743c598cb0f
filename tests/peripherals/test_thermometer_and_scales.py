"""The SureTemp and the five scales: what their conversations make of what the simulated devices say."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from stations import Outcome, Station, quick, simulate

from contract.measurement import Act, Kind, Value
from peripherals.events import DeviceConfig, Fault, MeasurementFailed, MeasurementReady, Phase, Role, State
from peripherals.protocols import and_scale, detecto, suretemp, tanita, toledo
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Conversation, Now
from peripherals.protocols.seven_bits import with_parity
from peripherals.protocols.suretemp import Record
from peripherals.protocols.suretemp import State as Stands
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.simulators.device import SimulatedDevice
from peripherals.simulators.scales import DetectoSolo
from peripherals.simulators.scenarios import Refusal, Scale, Scenario, Thermometer, find

STREAMING = ("toledo", "and-scale", "dymo")
NOON = datetime(2026, 11, 24, 12, 0)
STEP_S = 0.1


class Play:
    """A conversation and a simulated device on one table, with a time of their own."""

    def __init__(self, device: SimulatedDevice, talk: Conversation, t: float = 0.0) -> None:
        self.device, self.talk = device, talk
        self.t = self._due = t
        self.heard: list[Frame] = []
        talk.opened(self.now)
        self._exchange()

    @classmethod
    def of(cls, name: str, scenario: Scenario | str = "healthy") -> "Play":
        story = find(scenario) if isinstance(scenario, str) else scenario
        return cls(SIMULATORS[name](story, 1, NOON), PRODUCTS[name].talk())

    @property
    def now(self) -> Now:
        return Now(round(self.t * 1e9), NOON + timedelta(seconds=self.t))

    def run(self, seconds: float) -> list[Frame]:
        """Let the time pass; return what was heard in it."""
        since = len(self.heard)
        end = self.t + seconds
        while self.t < end:
            self.t += STEP_S
            self.talk.tick(self.now)
            self._exchange()
            while self._due <= self.t:
                self._due += self.device.period_s
                for packet in self.device.tick(self.t):
                    self._hear(packet.data)
        return self.heard[since:]

    def measure(self) -> None:
        self.talk.measure(self.now)
        self._exchange()

    def rest(self) -> None:
        self.talk.rest(self.now)

    def _exchange(self) -> None:
        for packet in self.talk.outgoing():
            for reply in self.device.host_sent(packet.data, self.t, packet.channel):
                self._hear(reply.data)

    def _hear(self, data: bytes) -> None:
        self.heard += self.talk.heard(data, "", self.now)


def results(frames: list[Frame]) -> list[Frame]:
    return [frame for frame in frames if frame.kind is FrameKind.RESULT]


# ---- SureTemp


def test_the_thermometer_is_polled_and_tells_its_number() -> None:
    play = Play.of("suretemp")
    play.run(1.0)
    assert play.talk.understood
    assert play.talk.learnt.serial == "0306100500"
    said = [suretemp.POLL.hex(" "), suretemp.ASK_SERIAL.hex(" ")]
    assert said == ["03 02 10 94 1c 01 00 00 3a", "03 02 10 29 00 01 01 00 00 c0"]


@pytest.mark.parametrize(
    ("site", "named"), [("oral", "oral"), ("axillary", "axillary"), ("rectal", "rectal")]
)
def test_one_cycle_of_the_probe_gives_one_temperature(site: str, named: str) -> None:
    play = Play.of("suretemp", Scenario("a fever", thermometer=Thermometer(39.4, site, takes_s=5)))
    play.measure()
    frames = play.run(11.0)
    [result] = results(frames)
    assert (result.values, result.unit("temperature"), result.site) == ({"temperature": 312.55}, "K", named)
    waited = [frame for frame in frames if frame.kind is FrameKind.LIVE]
    assert waited
    assert all(frame.flags == ("ongoing",) and not frame.values for frame in waited)


def test_a_temperature_that_stood_there_before_is_somebody_else_s() -> None:
    """The probe was not put back: neither a new line nor a new act makes the old result new."""
    play = Play.of("suretemp", Scenario("quick", thermometer=Thermometer(takes_s=1)))
    at_final = 2.0 + 0.5 + 1.0 + 1.0
    play.run(at_final + 1.0)
    assert len(results(play.heard)) == 1
    play.measure()
    assert results(play.run(2.5)) == []
    assert len(results(play.run(6.0))) == 1

    late = Play(play.device, PRODUCTS["suretemp"].talk(), play.t)
    late.measure()
    assert results(late.run(0.5)) == []


def talk_hears(*records: Record) -> list[Frame]:
    talk = suretemp.SureTempTalk()
    now = Now(0, NOON)
    talk.opened(now)
    talk.measure(now)
    return [frame for one in records for frame in talk.heard(suretemp.encode_record(one), "", now)]


IDLE = Record(0.0, 296.0, 1, 0, 0, Stands.IDLE, 0, False, 0)


def state(which: int, **changes: float) -> Record:
    return msgspec.structs.replace(IDLE, state=which, active=True, **changes)


def test_idle_says_nothing_and_the_way_to_a_result_is_told() -> None:
    frames = talk_hears(IDLE, state(Stands.NOT_READY), state(Stands.READY), state(Stands.PREDICT))
    assert [frame.flags for frame in frames] == [("ongoing",)]


@pytest.mark.parametrize(("which", "flag"), [(Stands.OVER, "high"), (Stands.UNDER, "low")])
def test_out_of_the_thermometer_s_range_ends_the_act_without_a_number(which: int, flag: str) -> None:
    [frame] = talk_hears(IDLE, state(which, final=320.0), state(which, final=320.0))
    assert (frame.kind, frame.values, frame.flags) == (FrameKind.ERROR, {}, (flag,))
    assert PRODUCTS["suretemp"].fault_of(frame.code or 0) is Fault.DEVICE_RANGE


def test_its_own_error_ends_the_act_with_its_number() -> None:
    play = Play.of("suretemp", Scenario("broken", thermometer=Thermometer(takes_s=1, error=12)))
    play.measure()
    errors = [frame for frame in play.run(6.0) if frame.kind is FrameKind.ERROR]
    assert {(error.code, error.flags) for error in errors} == {(12, ("error-12",))}
    assert PRODUCTS["suretemp"].fault_of(12) is Fault.DEVICE_ERROR


def test_the_module_refuses_what_it_does_not_know() -> None:
    device = SIMULATORS["suretemp"](find("healthy"), 0, NOON)
    [reply] = device.host_sent(suretemp.encode(0x2A12, suretemp.Type.COMMAND, b"\1"), 0.0)
    assert reply.data[5] == suretemp.Type.REFUSED
    assert sum(reply.data) & 0xFF == 0


def test_a_lost_answer_is_asked_for_again() -> None:
    talk = suretemp.SureTempTalk()
    talk.opened(Now(0, NOON))
    talk.outgoing()
    said = []
    for tenth in range(1, 11):
        talk.tick(Now(tenth * 10**8, NOON))
        said += [packet.data for packet in talk.outgoing()]
    assert said.count(suretemp.POLL) == 5


# ---- scales that speak all the time


@pytest.mark.parametrize("name", STREAMING)
def test_a_streaming_scale_shows_zero_then_sways_then_stands(name: str) -> None:
    play = Play.of(name)
    zero = play.run(0.8)
    play.run(0.4)
    swaying = play.run(2.6)
    play.run(0.4)
    still = play.run(2.0)
    assert {frame.values["weight"] for frame in zero} == {0}
    assert all("unstable" in frame.flags for frame in swaying)
    assert len({frame.values["weight"] for frame in swaying}) > 3
    assert {(frame.values["weight"], frame.flags) for frame in still} == {(72.5, ())}
    assert all(frame.kind is FrameKind.LIVE and frame.unit("weight") == "kg" for frame in still)


@pytest.mark.parametrize("name", STREAMING)
@pytest.mark.parametrize("refuses", ["overload", "underload"])
def test_a_streaming_scale_says_when_it_is_out_of_range(name: str, refuses: Refusal) -> None:
    play = Play.of(name, Scenario("too much or too little", scale=Scale(refuses=refuses)))
    play.run(1.5)
    frames = play.run(2.0)
    assert frames
    assert all(frame.values == {} and frame.flags == (refuses,) for frame in frames)


@pytest.mark.parametrize("name", STREAMING)
def test_who_never_stands_still_is_never_stable(name: str) -> None:
    play = Play.of(name, "moving")
    play.run(1.2)
    assert all("unstable" in frame.flags for frame in play.run(10.0))


def test_a_scale_that_does_not_stream_is_asked_with_and_without_parity() -> None:
    talk = and_scale.AndTalk()
    talk.opened(Now(0, NOON))
    said = []
    for tenth in range(1, 25):
        talk.tick(Now(tenth * 10**8, NOON))
        said += [packet.data for packet in talk.outgoing()]
    assert said == [b"Q\r\n", b"\xd1\x8d\x0a", b"Q\r\n", b"\xd1\x8d\x0a"]
    talk.heard(with_parity(b"ST,+00072.5 kg\r\n"), "", Now(25 * 10**8, NOON))
    talk.tick(Now(28 * 10**8, NOON))
    assert talk.understood
    assert talk.outgoing() == []


def test_the_first_frame_with_a_wrong_check_byte_is_no_weight() -> None:
    """Nothing is known of check bytes yet: what follows the frame is neither one nor another frame."""
    decoder = toledo.decoder()
    good = toledo.encode(72.5)
    frames = decoder.feed(good.replace(b"725", b"735") + good)
    assert [frame.values for frame in frames] == [{"weight": 72.5}]
    assert decoder.dropped == len(good)


def test_a_terminal_whose_check_byte_is_switched_off_is_understood_again() -> None:
    decoder = toledo.decoder()
    plain = toledo.encode(72.5, check=False)
    frames = decoder.feed(toledo.encode(72.5) * 3 + plain * 4) + decoder.finish()
    assert len(frames) == 6


# ---- Detecto


def test_the_detecto_is_left_alone_between_weighings() -> None:
    play = Play.of("detecto")
    assert play.talk.understood
    play.run(5.0)
    assert play.talk.outgoing() == []
    assert detecto.PRINT == b"\x0aP\x0d"


def test_a_weighing_gives_weight_and_height_once_they_stand() -> None:
    play = Play.of("detecto")
    play.run(20.0)
    play.measure()
    frames = play.run(7.0)
    first = results(frames)[0]
    assert first.values == {"weight": 159.8, "height": 67.3}
    assert (first.unit("weight"), first.unit("height")) == ("[lb_av]", "[in_i]")
    assert first.time == "2026-11-24T12:00:00"
    shown = frames[: frames.index(first)]
    assert shown
    assert all(frame.kind is FrameKind.LIVE and "unstable" in frame.flags for frame in shown)


def test_the_weight_the_scale_still_holds_is_somebody_else_s() -> None:
    play = Play.of("detecto")
    play.run(20.0)
    play.measure()
    play.run(6.0)
    play.rest()
    play.run(20.0)
    slow = Scenario("slow to step on", scale=Scale(weight=90.0, steps_on_s=8.0))
    after = DetectoSolo(slow, 1, NOON)
    after.held = 72.5
    play.device = after
    play.measure()
    waiting = play.run(7.0)
    assert waiting
    assert results(waiting) == []
    assert results(play.run(10.0))[0].values["weight"] == 198.4


def test_two_answers_of_the_same_moment_are_not_a_weight_that_stands() -> None:
    """After a pause of the station's, the scale hears two questions at once while somebody still sways."""
    play = Play.of("detecto")
    play.measure()
    talk = play.talk
    talk.heard(detecto.encode(NOON, None, 140.0), "", play.now)
    swaying = detecto.encode(NOON, None, 160.7)
    twice = talk.heard(swaying + swaying, "", play.now)
    assert [frame.kind for frame in twice] == [FrameKind.LIVE] * 2
    play.t += 1.0
    assert [frame.kind for frame in talk.heard(swaying, "", play.now)] == [FrameKind.RESULT]


def test_nobody_is_not_a_weight() -> None:
    play = Play.of("detecto", Scenario("nobody", scale=Scale(steps_on_s=1e6)))
    play.measure()
    assert play.run(10.0) == []


# ---- Tanita


def test_the_tanita_speaks_once_a_weighing_and_tells_who_it_is() -> None:
    play = Play.of("tanita")
    [result] = play.run(6.0)
    assert result.kind is FrameKind.RESULT
    assert result.values == {"weight": 72.5, "height": 171.0}
    assert (play.talk.learnt.model, play.talk.learnt.serial) == ("SC-240", "00000002")
    assert len(play.run(12.0)) == 1


def test_the_manual_s_line_is_written_as_it_is_printed() -> None:
    items = 'MO,"SC-240",SN,"00000002",Bt,0,GE,1,AG,30,Hm,170,Pt,0.0,Wk,82.7,FW,18.6,fW,15.4,MW,67.3,mW,64.0,'
    items += "sW,19,bW,3.3,wW,48.0,ww,58.0,MI,28.6,Sw,63.6,OV,30.0,IF,6,rb,8255,rB,1973,rJ,12,rA,28,ZF,369.4"
    words = items.split(",")
    line = tanita.encode(list(zip(words[::2], words[1::2], strict=True)))
    assert line.endswith(b",CS,FD\r\n")


# ---- all of them, through the engine

ALL = ("suretemp", "detecto", "tanita", *STREAMING)


async def outcome(
    name: str, scenario: Scenario | str, place: Path, timeout_s: float = 15.0
) -> tuple[Station, Outcome]:
    """Play a story on a real port until the act has ended."""
    role = PRODUCTS[name].role
    act = Act.TEMPERATURE if role is Role.THERMOMETER else Act.WEIGHT
    with simulate(name, scenario, speed=4.0, link=place / name) as device:
        config = DeviceConfig("it", role, device.port, name)
        async with Station(config, limits=quick(act, timeout_s=timeout_s)) as station:
            await station.is_now(State.READY, "it")
            return station, await station.outcome(station.measure(act))


async def test_each_is_measured_through_a_real_port(tmp_path: Path) -> None:
    played = await asyncio.gather(*(outcome(name, "feverish", tmp_path) for name in ALL))
    for name, (station, ready) in zip(ALL, played, strict=True):
        assert isinstance(ready, MeasurementReady), name
        values = {value.kind: value for value in ready.measurement.values}
        if name == "suretemp":
            assert values == {Kind.TEMPERATURE: Value(Kind.TEMPERATURE, 39.4, "Cel")}
            assert Phase.USE_DEVICE in station.phases()
            continue
        assert values[Kind.WEIGHT].unit == "kg"
        assert values[Kind.WEIGHT].value == pytest.approx(72.5, abs=0.05)
        if name in ("detecto", "tanita"):
            assert values[Kind.HEIGHT].unit == "cm"
            assert values[Kind.HEIGHT].value == pytest.approx(171.0, abs=0.1)


async def test_what_a_device_refuses_fails_the_act_with_its_reason(tmp_path: Path) -> None:
    stories: dict[str, tuple[Scenario, Fault]] = {
        "suretemp": (Scenario("broken", thermometer=Thermometer(error=7)), Fault.DEVICE_ERROR),
        "toledo": (Scenario("heavy", scale=Scale(refuses="overload")), Fault.OVERLOAD),
        "and-scale": (Scenario("light", scale=Scale(refuses="underload")), Fault.UNDERLOAD),
        "dymo": (Scenario("heavy", scale=Scale(refuses="overload")), Fault.OVERLOAD),
        "tanita": (Scenario("nobody", scale=Scale(steps_on_s=1e6)), Fault.NO_RESULT),
    }
    playing = (outcome(name, story, tmp_path, 4.0) for name, (story, _) in stories.items())
    played = await asyncio.gather(*playing)
    for (name, (_, fault)), (_, failed) in zip(stories.items(), played, strict=True):
        assert isinstance(failed, MeasurementFailed), name
        assert failed.fault is fault, name
