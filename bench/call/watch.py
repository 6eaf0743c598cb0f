"""Watches one call, whoever is in it, while its link goes through its phases."""

import time
from collections.abc import Callable
from typing import NamedTuple

from bench.call.links import Course, Link
from bench.call.measures import Seen, seen
from bench.eyes import PageEye, RingEye
from bench.processes import cpu_s, pss_mib, waited_s


class Call(NamedTuple):
    """One call. `setup`: ms from "accept" until both have a picture; `made_up`: share of the sound at the
    console, in %, that was invented to fill gaps; the station's side in % of a core and MiB; `own`: the
    emulator's own delay, 95th percentile in ms; `waited`: how many s the station's side waited for a core
    for each s that it ran."""

    setup: float
    console: Seen
    station: Seen
    made_up: float
    cpu: float
    memory: float
    own: float
    waited: float


class Ends(NamedTuple):
    """A call that has just been accepted at the console."""

    console: PageEye
    station: PageEye | RingEye
    pids: list[int]  # of the station's side
    wait: Callable[[float], object]  # so many seconds


def watch(course: Course, link: Link, ends: Ends) -> Call:
    """Wait until both ends have a picture, then see what comes while the link takes its course."""
    first = max(ends.console.first(), ends.station.first())
    accepted = ends.console.accepted
    ends.console.take(), ends.station.take()
    link.afresh()
    sound, cpu, shares = ends.console.sound(), _cpu(ends), waited_s(ends.pids)
    begin = calm = _now()
    for number, phase in enumerate(course.phases):
        if number:
            link.set(phase.way)
            calm = _now()
        ends.wait(phase.seconds)
        ends.console.look()
        ends.station.look()
    end = _now()
    cpu = _cpu(ends) - cpu
    ran, waited = (now - before for now, before in zip(waited_s(ends.pids), shares, strict=True))
    played, made_up = (now - before for now, before in zip(ends.console.sound(), sound, strict=True))
    halves = [
        seen(eye.shots, eye.take(), accepted=accepted, begin=begin, end=end, calm=calm)
        for eye in (ends.console, ends.station)
    ]
    return Call(
        setup=first - accepted,
        console=halves[0],
        station=halves[1],
        made_up=100 * made_up / played if played else 100.0,
        cpu=100_000 * cpu / (end - begin),
        memory=pss_mib(ends.pids),
        own=link.told().own_ms[1],
        waited=waited / ran if ran else 0.0,
    )


def _cpu(ends: Ends) -> float:
    """Return the processor time of the station's side in seconds, without what looking at it costs there."""
    return cpu_s(ends.pids) - ends.station.busy_s()


def _now() -> float:
    return time.time() * 1000
