"""Calls between the station and the console beside Chromium to Chromium, over six emulated links.

Both ends of both calls send the same clip; a relay (link_emulator of the tests) is between them; calls and
the peer's calls take turns on each link, with the same seed. `to_console` is the way of the station's
picture, `to_station` the way of the provider's. The link is as it is from before the call: set-up goes over
it too, but for what goes through the hub.
"""

import os

from playwright.sync_api import Browser

from bench import eyes
from bench.call.links import Course, Link, Way, chosen
from bench.call.report import rows
from bench.call.watch import Call, Ends, watch
from bench.eyes import PageEye, RingEye
from bench.pair import Peers, peers
from bench.processes import go_first
from bench.rig import Rig, process_of, rig
from bench.rows import Row
from bench.table import say
from demo.memory import family
from demo.provider import Provider
from demo.world import Options


def run(runs: int, links: str = "", *, first: bool = False) -> list[Row]:
    """Call `runs` times each way over the links named (with commas; empty: all).

    `first`: both ends of both calls go before what else this machine does; needs root.
    """
    courses = chosen(links)
    ours: dict[str, list[Call]] = {course.name: [] for course in courses}
    theirs: dict[str, list[Call]] = {course.name: [] for course in courses}
    with rig(Options(idle_s=600), prepare=_open_eyes) as made, peers(_browser(made)) as others:
        made.to_oximeter()
        made.to_results()
        for number in range(runs):
            for course in courses:
                say(f"call over {course.name}: {course.words}; run {number + 1} of {runs}")
                if first:
                    go_first(family(os.getpid()))
                ours[course.name].append(_our_call(made, course, number))
                theirs[course.name].append(_peers_call(others, course, number))
    return [row for course in courses for row in rows(course, ours[course.name], theirs[course.name])]


def _open_eyes(provider: Provider) -> None:
    provider.page.add_init_script(eyes.javascript())


def _browser(made: Rig) -> Browser:
    browser = made.provider.page.context.browser
    assert browser
    return browser


def _our_call(made: Rig, course: Course, seed: int) -> Call:
    page = made.provider.page
    pids = family(made.world.processes["station"].pid)
    made.ask_for_call()
    with Link(seed) as link, RingEye(process_of(made.world, "media")) as ring:
        link.set(course.phases[0].way)
        page.evaluate(link.javascript)
        made.provider.accept()
        call = watch(course, link, Ends(PageEye(page), ring, pids, made.wait))
        link.set(Way())
        made.hang_up()
    return call


def _peers_call(others: Peers, course: Course, seed: int) -> Call:
    with others.pair() as pair, Link(seed) as link:
        link.set(course.phases[0].way)
        pair.provider.evaluate(link.javascript)
        pair.call()
        eyes_ = PageEye(pair.provider), PageEye(pair.station)
        return watch(course, link, Ends(*eyes_, others.pids, pair.wait))
