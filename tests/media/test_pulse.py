"""Signs of life, by a clock of our own."""

from media.pulse import QUIET_S, Pulse


def test_silence_is_asked_about_before_it_counts_as_a_loss() -> None:
    pulse = Pulse(10.0)
    assert not pulse.quiet(10.0 + QUIET_S / 2)
    assert pulse.quiet(10.01 + QUIET_S)
    assert not pulse.lost
    pulse.asked(11.0, answered=True)
    assert not pulse.lost
    assert not pulse.quiet(11.1)
    pulse.asked(12.0, answered=False)
    assert pulse.lost
    pulse.heard(12.5)
    assert not pulse.lost


def test_what_comes_while_nobody_answers_counts_more() -> None:
    pulse = Pulse(10.0)
    pulse.heard(10.9)
    pulse.asked(11.0, answered=False)
    assert not pulse.lost
