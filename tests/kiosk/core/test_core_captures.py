"""What media took passes through core: for whom it is wanted, once, with its descriptor, nothing kept."""

from collections.abc import Sequence
from uuid import UUID, uuid4

import pytest

from contract import capture, control, station
from kiosk.core.captures import Captures

THING = capture.Thing(
    kind="photo:skin",
    media_type="image/jpeg",
    size=1,
    sha256=b"",
    wall="2026-11-26T10:00:00Z",
    monotonic_ns=1,
)


class Ends:
    def __init__(self) -> None:
        self.session: list[tuple[station.ToSession, tuple[int, ...]]] = []
        self.media: list[control.ToMedia] = []
        self.captures = Captures(self._to_session, self.media.append)

    def _to_session(self, message: station.ToSession, fds: Sequence[int]) -> None:
        self.session.append((message, tuple(fds)))

    def take(self) -> UUID:
        take = capture.Take(id=uuid4(), kind="photo:skin", view="close")
        self.captures.take(take)
        return take.id


@pytest.fixture
def ends() -> Ends:
    return Ends()


def test_a_thing_goes_to_the_session_that_asked_for_it_once(ends: Ends) -> None:
    taken = capture.Taken(id=ends.take(), thing=THING)
    ends.captures.came(taken, [7])
    ends.captures.came(taken, [8])
    assert ends.session == [(taken, (7,))]


def test_what_was_taken_for_somebody_who_left_goes_nowhere(ends: Ends) -> None:
    taken = capture.Taken(id=ends.take(), thing=THING)
    ends.captures.over()
    ends.captures.came(taken, [7])
    assert ends.session == []
    assert ends.media[-1] == capture.AimOver()


def test_guidance_comes_only_while_something_is_aimed_at(ends: Ends) -> None:
    ends.captures.came(capture.Guidance(), [])
    ends.captures.aim(capture.Aim(kind="photo:skin", view="far"))
    ends.captures.came(capture.Guidance(good=True), [])
    ends.captures.over()
    ends.captures.came(capture.Guidance(), [])
    assert ends.session == [(capture.Guidance(good=True), ())]


def test_a_new_media_process_aims_again_and_what_was_under_way_has_failed(ends: Ends) -> None:
    aim = capture.Aim(kind="photo:skin", view="far")
    ends.captures.aim(aim)
    take = ends.take()
    ends.captures.media_down()
    ends.captures.media_up()
    assert ends.session == [(capture.NotTaken(id=take, fault="media-restarted"), ())]
    assert ends.media[-1] == aim


def test_nothing_aimed_at_nothing_to_end(ends: Ends) -> None:
    ends.captures.over()
    ends.captures.media_up()
    assert ends.media == []
