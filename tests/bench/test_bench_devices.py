"""The benches of the device layer measure what they say, on every registered device."""

import asyncio

import pytest

from bench import device_latency
from bench.decode import MINUTE_S, line_bytes_s, minute_of
from bench.device_cpu import DEVICES, busiest
from bench.device_latency import delays
from peripherals.devices.product import BleLine, EvdevLine, HidLine, PhdcLine, Product, SerialLine
from peripherals.registry import PRODUCTS

MS = 1_000_000


@pytest.mark.parametrize("product", PRODUCTS.values(), ids=lambda product: product.name)
def test_every_device_says_something_in_a_minute_and_never_more_than_its_line_carries(
    product: Product,
) -> None:
    minute = minute_of(product)
    assert minute.size > 0
    assert minute.size / MINUTE_S < line_bytes_s(product.lines[0])
    decoder = product.decoder()
    assert [frame for portion in minute.portions for frame in decoder.feed(portion)] + decoder.finish()


def test_a_line_carries_what_its_kind_can() -> None:
    assert line_bytes_s(SerialLine(9600)) == 960
    assert line_bytes_s(HidLine((), report=8)) == 1000
    assert all(line_bytes_s(line) > 1000 for line in (BleLine("", ()), PhdcLine(), EvdevLine(())))


def test_the_six_that_speak_most_often() -> None:
    names = busiest()
    assert len(names) == len(set(names)) == DEVICES
    assert {"contec-v5", "berry-bci", "contec-v7"} <= set(names)


def test_a_frame_is_found_by_its_number_however_often_that_comes_round() -> None:
    went = [number * 10 * MS for number in range(400)]
    heard = [(number % 128, at + (number % 7) * MS) for number, at in enumerate(went) if number % 3]
    assert delays(went, heard) == [float(number % 7) for number in range(400) if number % 3]
    assert delays(went, [(5, 3 * MS)]) == []  # of before we looked


def test_samples_are_timed_through_the_supervisor_and_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device_latency, "WATCH_S", 1.5)
    for ours in (True, False):
        times = asyncio.run(device_latency._stream(ours=ours))
        assert len(times) > 20
        assert all(0 < each < 1500 for each in times)


def test_results_are_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device_latency, "RESULTS", 3)
    times = asyncio.run(device_latency._results())
    assert len(times) == 3
    assert all(0 < each < 1000 for each in times)
