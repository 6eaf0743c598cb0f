"""Scanners through the supervisor: our cards and no others, and tokens in no log."""

import logging
from pathlib import Path

import pytest
from stations import Station, simulate, until

from peripherals.capture import read_log
from peripherals.devices.product import SCHEMES
from peripherals.events import CardSeen, DeviceConfig, Role, State
from peripherals.protocols.card_line import encode
from peripherals.protocols.key_events import encode_typed
from peripherals.registry import PRODUCTS
from peripherals.simulators.scenarios import Card, Scenario

OURS = r"CP1-[0-9A-Z]{8}"
CARDS = Scenario(
    says="",
    cards=(
        Card("https://x.example/login?user=1", 0.8),
        Card("CP1-7Q2M9XKD", 1.0),
        Card("CP1-7Q2M9XKDX", 1.0),
        Card("CP1-00000000", 1.05),
    ),
)


def sent(log: Path) -> int:
    """Count the bytes that the scanner has sent."""
    return sum(len(line.data) for line in read_log(log) if line.dir == "device")


scanners = pytest.mark.parametrize("name", ["scanner-serial", "scanner-hid"])


def scanner(name: str, link: Path, pattern: str = OURS) -> DeviceConfig:
    scheme = SCHEMES[type(PRODUCTS[name].lines[0])]
    return DeviceConfig("scanner", Role.SCANNER, f"{scheme}:{link}", name, pattern=pattern)


@scanners
async def test_only_our_cards_are_told_and_none_is_logged(
    name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    link = tmp_path / "scanner"
    with simulate(name, CARDS, link=link):
        async with Station(scanner(name, link)) as station:
            await until(lambda: len(station.of(CardSeen)) == 2, "two cards")
            assert [card.token for card in station.of(CardSeen)] == ["CP1-7Q2M9XKD", "CP1-00000000"]
    told = caplog.text + repr(station.events)
    assert "7Q2M9XKD" not in told
    assert "x.example" not in told


@scanners
async def test_pulled_and_put_back_it_reads_again(name: str, tmp_path: Path) -> None:
    link = tmp_path / "scanner"
    with simulate(name, CARDS, link=link) as device:
        async with Station(scanner(name, link)) as station:
            await until(lambda: len(station.of(CardSeen)) == 2, "two cards")
            device.unplug()
            await until(lambda: station.latest("scanner").state is State.ABSENT, "its absence")
            device.replug()
            await station.is_now(State.READY, "scanner")
            await until(lambda: len(station.of(CardSeen)) >= 3, "a card after it was put back")


@scanners
@pytest.mark.parametrize("pattern", ["(a+)+", "[", "a|"])
async def test_a_pattern_that_is_not_allowed_is_told_to_the_technician(
    name: str, pattern: str, tmp_path: Path
) -> None:
    link = tmp_path / "scanner"
    with simulate(name, CARDS, link=link):
        async with Station(scanner(name, link, pattern)) as station:
            status = await station.is_now(State.FAULT, "scanner", "unknown-product")
            assert "pattern" in status.detail
    assert station.of(CardSeen) == []


@scanners
async def test_without_a_pattern_no_card_is_ours(name: str, tmp_path: Path) -> None:
    link = tmp_path / "scanner"
    log = tmp_path / "log"
    texts = [card.text for card in CARDS.cards]
    serial = name == "scanner-serial"
    total = sum(len(encode(text) if serial else b"".join(encode_typed(text))) for text in texts)
    with simulate(name, CARDS, link=link, log=log):
        async with Station(scanner(name, link, "")) as station:
            await station.is_now(State.READY, "scanner")
            await until(lambda: sent(log) == total, "all cards")
    assert station.of(CardSeen) == []
