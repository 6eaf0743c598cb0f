"""The rows of one link: ours beside the peer's, and the goals of the design."""

from collections.abc import Callable, Sequence

from bench.call.links import BURST, CLEAN, Course
from bench.call.measures import Seen
from bench.call.watch import Call
from bench.rows import Row, alone, beside, near

PEER = "Chromium to Chromium"
HD_MS = 3000.0  # to 720p, on a clean link
BACK_MS = 2000.0  # after a burst of loss


def rows(course: Course, ours: Sequence[Call], theirs: Sequence[Call]) -> list[Row]:
    """Return the rows of a link's calls, ours and theirs run by run."""

    def both(name: str, unit: str, of: Callable[[Call], float], goal: str | None = None) -> Row:
        return beside(f"call_{course.name}_{name}", unit, [*map(of, ours)], PEER, [*map(of, theirs)], goal)

    return [
        both("setup", "ms", lambda call: call.setup),
        *_way(course, "to_console", [call.console for call in ours], [call.console for call in theirs]),
        *_way(course, "to_station", [call.station for call in ours], [call.station for call in theirs]),
        near(
            f"call_{course.name}_sound_made_up_to_console",
            "%",
            [call.made_up for call in ours],
            PEER,
            [call.made_up for call in theirs],
        ),
        both("cpu", "% core", lambda call: call.cpu, "<= 1"),
        both("memory", "MiB", lambda call: call.memory),
        near(
            f"call_{course.name}_waited",
            "s for a core, each s run",
            [call.waited for call in ours],
            PEER,
            [call.waited for call in theirs],
        ),
        alone(f"call_{course.name}_emulator", "ms, p95", [call.own for call in (*ours, *theirs)]),
    ]


def _way(course: Course, way: str, ours: Sequence[Seen], theirs: Sequence[Seen]) -> list[Row]:
    def name(what: str) -> str:
        return f"call_{course.name}_{what}_{way}"

    def both(what: str, unit: str, of: Callable[[Seen], float], goal: str | None = None) -> Row:
        return beside(name(what), unit, [*map(of, ours)], PEER, [*map(of, theirs)], goal)

    def plain(what: str, unit: str, of: Callable[[Seen], float]) -> Row:
        return near(name(what), unit, [*map(of, ours)], PEER, [*map(of, theirs)])

    def within(what: str, of: Callable[[Seen], float], most: float) -> Row:
        goal = f"the goal, {most:.0f} ms"
        return beside(name(what), "ms", [*map(of, ours)], goal, [most] * len(ours), "<= 1")

    found = [
        both("frames", f"in {course.seconds:g} s", lambda seen: seen.frames, ">= 1"),
        both("glass_p95", "ms", lambda seen: seen.late, "<= 1.1"),
        both("ssim", "", lambda seen: seen.ssim, ">= 1"),
        plain("freezes", "over 200 ms", lambda seen: seen.freezes),
        plain("frozen", "ms", lambda seen: seen.frozen),
        both("width", "px, mean", lambda seen: seen.width),
    ]
    if course.name == CLEAN:
        found += [within("hd_goal", lambda seen: seen.hd, HD_MS), plain("hd", "ms", lambda seen: seen.hd)]
    if course.name == BURST:
        found += [
            within("back_goal", lambda seen: max(seen.back, 1.0), BACK_MS),
            plain("back", "ms", lambda seen: seen.back),
        ]
    return found
