"""Congestion control over links in virtual time: it finds the rate, backs off, shares, does not starve."""

from itertools import pairwise

import pytest
from virtual_link import VirtualLink, VirtualSender, run

from media.rate.controller import Controller
from media.rate.probe import Prober
from media.rate.sent import History
from media.rate.twcc import Feedback

MAX_KBIT = 2500


def sender(link: VirtualLink, start_kbit: float = 600) -> VirtualSender:
    made = VirtualSender(Controller(1000 * start_kbit, 60_000, 1000 * MAX_KBIT), link)
    made.controller.opened(0.0, wide=True)
    return made


def test_a_wide_link_is_used_within_a_second() -> None:
    one = sender(VirtualLink(10_000))
    run([one], 0, 1)
    assert one.controller.bps == 1000 * MAX_KBIT


@pytest.mark.parametrize("kbit", [300, 600, 1000, 2000])
def test_a_narrow_link_is_filled_but_not_overfilled(kbit: int) -> None:
    one = sender(VirtualLink(kbit))
    run([one], 0, 20)
    assert 0.7 * kbit < one.mean_kbit(3) < 1.1 * kbit
    assert one.delay_ms(3) < 180
    assert one.delay_ms(3, 0.5) < 90


def test_a_long_way_is_no_narrow_one() -> None:
    one = sender(VirtualLink(10_000, delay_s=0.2))
    run([one], 0, 4)
    assert one.controller.bps == 1000 * MAX_KBIT
    assert one.controller.rtt_s == pytest.approx(0.43, abs=0.05)


def test_jitter_is_no_queue() -> None:
    link = VirtualLink(10_000)
    link.jitter_s = 0.02
    one = sender(link)
    run([one], 0, 12)
    assert one.mean_kbit(8) > 0.8 * MAX_KBIT


@pytest.mark.parametrize(("loss", "least"), [(0.01, 0.95), (0.03, 0.95)])
def test_a_little_loss_is_no_congestion(loss: float, least: float) -> None:
    one = sender(VirtualLink(10_000, loss=loss))
    run([one], 0, 8)
    assert one.mean_kbit(4) > least * MAX_KBIT


def test_a_quarter_lost_slows_it_down_and_it_comes_back() -> None:
    link = VirtualLink(10_000)
    one = sender(link)
    run([one], 0, 5)
    link.loss = 0.25
    run([one], 5, 13)
    assert one.mean_kbit(11, 13) < 0.4 * MAX_KBIT
    assert one.mean_kbit(11, 13) > 200, "but a call needs a picture still"
    link.loss = 0.0
    run([one], 13, 15)
    assert one.controller.bps == 1000 * MAX_KBIT


def test_ten_percent_lost_for_good_is_lived_with() -> None:
    one = sender(VirtualLink(1000, delay_s=0.1, loss=0.1))
    run([one], 0, 20)
    assert one.mean_kbit(5) > 300


def test_a_link_that_gets_narrow_is_emptied() -> None:
    link = VirtualLink(5000, delay_s=0.01)
    one = sender(link)
    run([one], 0, 8)
    link.kbit, link.delay_s, link.jitter_s = 800, 0.06, 0.01
    run([one], 8, 20)
    assert one.mean_kbit(9, 20) < 850
    assert one.mean_kbit(14, 20) > 450
    assert one.delay_ms(12) < 300


def test_a_link_that_gets_wide_is_found_out() -> None:
    link = VirtualLink(700)
    one = sender(link)
    run([one], 0, 8)
    link.kbit = 5000
    run([one], 8, 20)
    assert one.controller.bps > 0.8 * 1000 * MAX_KBIT


def test_two_share_a_link() -> None:
    link = VirtualLink(2000)
    first, second = sender(link), sender(link)
    run([first, second], 0, 60)
    shares = [one.mean_kbit(20) for one in (first, second)]
    assert min(shares) > 0.5 * max(shares)
    assert sum(shares) < 2300


def test_a_blocked_way_is_heard_by_its_silence() -> None:
    link = VirtualLink(10_000)
    one = sender(link)
    run([one], 0, 3)
    link.loss = 1.0
    run([one], 3, 9)
    assert one.controller.bps < 0.2 * 1000 * MAX_KBIT


def test_little_to_send_is_no_narrow_link() -> None:
    one = sender(VirtualLink(10_000))
    one.demand_kbit = 300
    run([one], 0, 10)
    assert one.controller.bps > 0.9 * 1000 * MAX_KBIT


def test_with_nothing_to_send_room_is_still_found() -> None:
    link = VirtualLink(100)
    one = sender(link)
    run([one], 0, 10)
    one.demand_kbit = 0  # text only
    link.kbit = 3000
    run([one], 10, 50)
    assert one.controller.bps > 400_000


@pytest.mark.parametrize("kbit", [60, 100])
def test_text_only_after_heavy_loss_finds_the_way_back(kbit: int) -> None:
    link = VirtualLink(10_000)
    one = sender(link)
    run([one], 0, 8)
    link.kbit, link.buffer_s, link.loss = kbit, 0.1, 0.7
    run([one], 8, 20)
    assert one.controller.loss > 0.5
    one.demand_kbit = 0
    run([one], 20, 25)
    link.kbit, link.loss = 10_000, 0.0
    run([one], 25, 40)
    assert one.controller.loss == 0.0
    assert one.controller.bps > 400_000


def test_loss_that_nobody_spoke_of_for_long_is_not_known_any_more() -> None:
    link = VirtualLink(10_000)
    one = sender(link)
    run([one], 0, 5)
    link.loss = 0.8
    run([one], 5, 8)
    assert one.controller.loss > 0.5
    link.loss = 1.0
    run([one], 8, 20)
    assert one.controller.loss == 0.0


def test_without_wide_feedback_reports_and_remb_rule() -> None:
    control = Controller(600_000, 60_000, 2_500_000)
    control.opened(0.0, wide=False)
    assert control.probe(0.0) is None
    control.remb(400_000, 1.0)
    assert control.bps == 400_000
    control.remb(3_000, 1.5)
    assert control.bps == 100_000
    control.remb(2_000_000, 2.0)
    for second in range(3, 13):
        control.report(0.3, 0.1, second)
    assert control.bps < 1_000_000
    assert control.loss == pytest.approx(0.3)
    assert control.rtt_s == pytest.approx(0.1)


def test_packets_that_come_late_are_not_lost() -> None:
    history = History()
    for _ in range(3):
        history.add(1.0, 100)
    assert history.told(Feedback(1, 0, [5.0, None, 5.1]))[1:3] == (1, 3)
    assert history.told(Feedback(2, 1, [5.2]))[1:3] == (-1, 0)
    assert history.in_flight == 0


def test_probes_that_bring_nothing_become_rare() -> None:
    prober = Prober(2_500_000)
    asked = []
    for tick in range(1000):
        now = tick / 10
        prober.consider(500_000, now, calm=True)
        if prober.next(now):
            asked.append(now)
    gaps = [later - earlier for earlier, later in pairwise(asked)]
    assert gaps[-1] > 9.9 > gaps[0]
