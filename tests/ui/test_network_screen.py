"""The network test on the staff's screen: each finding has words, and the button begins it."""

from PySide6.QtGui import QGuiApplication

from contract import network
from contract.measurement import Instant
from contract.network import WayTested
from contract.station import NetworkTested, TestNetwork
from kiosk.visit import events as e
from kiosk.visit.effects import Tell
from ui import intents
from ui.gallery import SCENES
from ui.inputs import Prefs
from ui.viewmodels import network as view


def found(*results: WayTested, running: bool = False, failed: bool = False) -> NetworkTested:
    return NetworkTested(running=running, at="2026-11-26T10:00:00+01:00", results=results, failed=failed)


def test_every_way_reason_verdict_and_wish_has_words(qapp: QGuiApplication) -> None:
    assert set(view.WORKS) == set(view.FAILS) == set(network.WAYS)
    assert set(view.WHYS) == set(network.WHYS)
    assert set(view.ASKS) == set(network.ASKS)
    for name in network.WAYS:
        for why in ("", *network.WHYS):
            *_, line = view.lines(found(WayTested(way=name, ok=not why, why=why, where="a:1", ms=1.0)))
            assert line["text"]
            assert "a:1" in line["more"]


def test_the_sum_of_it_stands_first(qapp: QGuiApplication) -> None:
    assert list(view.lines(None)) == []
    assert [one["icon"] for one in view.lines(found(running=True))] == ["hourglass"]
    assert [one["tone"] for one in view.lines(found(failed=True))] == ["danger"]
    assert view.button(None) != view.button(found())
    assert view.button(found(running=True)) == ""
    lines = list(view.lines(SCENES["station_network"]("en").inputs(Prefs()).network))
    assert [one["id"] for one in lines[:3]] == ["net-sum", "net-ask-no-inspection", "net-ask-relay-udp"]
    assert len(lines) == 9


def test_touching_the_button_has_core_test_the_network() -> None:
    scene = SCENES["station_fine"]("en")
    inputs = scene.inputs(Prefs())
    at = Instant("2026-11-26T10:00:00.000+01:00", 1, "boot", "synced")
    assert isinstance(intents.choose(inputs, "test-network", at), e.NetworkTestWanted)
    assert scene.visit.do(e.NetworkTestWanted) == (Tell(TestNetwork()),)
    elsewhere = SCENES["consent"]("en")
    assert elsewhere.visit.do(e.NetworkTestWanted) == ()
