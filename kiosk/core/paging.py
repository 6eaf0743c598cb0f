""" "Get a person": the site first, the hub when nobody has come within the profile's time.

A page is open until a person on site presses "I am here" or somebody at the hub looks after it. It outlives
the visit: who asked for help and left is still looked for.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Final
from uuid import UUID, uuid4

import msgspec

from contract import station, wire
from kiosk.core.clock import now_text
from kiosk.core.site import Site

LOOK_S: Final = 0.5  # between looks at open pages
AGAIN_S: Final = 10.0  # between two tries of what was not taken
CHIME_S: Final = 15.0  # between two soundings
CHIME_FOR_S: Final = 300.0  # nobody listens for ever
GRACE_S: Final = 4.0  # in which something on site takes the page, or the hub is told at once
SITE_ALARM: Final = "site-alarm"
SITE: Final = "site"
HUB: Final = "hub"


class Page(msgspec.Struct):
    """One open page. Times ending `_s` are monotonic seconds; `at` is RFC 3339."""

    id: UUID
    visit: UUID | None
    at: str
    quiet: bool
    asked_s: float
    chime: bool = True  # the visit goes on: somebody is still there
    since_s: float = 0.0  # from when on it sounds
    sounded_s: float | None = None
    posted_s: float | None = None
    told_s: float | None = None
    reached: tuple[str, ...] = ()
    answered_by: str = ""
    answered_at: str = ""

    def sounds(self, now: float) -> bool:
        """Is it still young enough, and somebody there, for people on site to hear of it again?"""
        return self.chime and now - self.since_s < CHIME_FOR_S

    def sound_anew(self, now: float) -> None:
        """It is asked for again after all was silent: people on site are called as at the first time."""
        self.chime, self.since_s, self.posted_s = True, now, None
        self.reach(SITE, False)
        self.reach(SITE_ALARM, False)

    def reach(self, what: str, got: bool) -> None:
        """Note whether a way has taken the page."""
        others = tuple(way for way in self.reached if way != what)
        self.reached = (*others, what) if got else others


def due(last: float | None, every_s: float, now: float) -> bool:
    """Is something due that was done last then?"""
    return last is None or now - last >= every_s


class Pages:
    """The station's open pages. `run` is to be run as a task."""

    def __init__(
        self,
        site: Site,
        to_session: Callable[[station.ToSession], None],
        to_hub: Callable[[wire.ToHub], bool],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._site = site
        self._to_session = to_session
        self._to_hub = to_hub
        self._clock = clock
        self._open: list[Page] = []
        self._over: list[wire.PageOver] = []  # what the hub was not told yet
        self._last: Page | None = None  # of the present visit, also once it is answered
        self._said: station.PersonPaged | None = None
        self._news = asyncio.Event()

    def page(self, message: station.PagePerson) -> None:
        """Call a person; asked again, the page that is open goes on."""
        now = self._clock()
        known = next((page for page in self._open if page.visit == message.visit), None)
        if known is None:
            known = Page(
                id=uuid4(), visit=message.visit, at=now_text(), quiet=message.quiet, asked_s=now, since_s=now
            )
            self._open.append(known)
        elif known.sounds(now):
            known.quiet = known.quiet or message.quiet
        else:  # perhaps somebody else, and nobody has come to the one before
            known.sound_anew(now)
            known.quiet = message.quiet
        self._last, self._said = known, None
        self._sound(known)
        self._say()
        self._news.set()

    def person_here(self, message: station.PersonHere) -> None:
        """A person on site has come: nothing sounds any more, and the hub need not look after it."""
        at = now_text()
        for page in self._open:
            page.answered_by, page.answered_at = message.by, at
            if page.told_s is not None:
                self._over.append(wire.PageOver(page=page.id, by=message.by, at=at))
        self._open.clear()
        self._tell_over()
        self._say()

    def visit_over(self) -> None:
        """Whoever asked has gone: no more tones for an empty chair; the page itself goes on."""
        for page in self._open:
            page.chime = False
        self._last = None

    # ---- the hub

    def hub_has(self, page_id: UUID) -> None:
        """The hub shows it on every console."""
        for page in self._open:
            if page.id == page_id:
                page.reach(HUB, True)
        self._say()

    def answered(self, message: wire.PageAnswered) -> None:
        """A person at the hub looks after it."""
        for page in [page for page in self._open if page.id == message.page]:
            page.answered_by, page.answered_at = message.by, message.at
            self._open.remove(page)
        self._say()

    def hub_is(self, online: bool) -> None:
        """Tell a hub that came back what it may have missed."""
        if online:
            self._tell_over()
            for page in self._open:
                page.told_s = None if page.told_s is not None and HUB not in page.reached else page.told_s
            self._news.set()

    def _tell_over(self) -> None:
        while self._over and self._to_hub(self._over[0]):
            del self._over[0]

    # ---- time

    async def run(self) -> None:
        """Look after open pages until cancelled."""
        while True:
            await self._news.wait()
            await self.look()
            if not self._open:
                self._news.clear()
            await asyncio.sleep(LOOK_S)

    async def look(self) -> None:
        """Do what is due for each open page."""
        for page in list(self._open):
            now = self._clock()
            if due(page.sounded_s, CHIME_S, now) and page.sounds(now):
                self._sound(page)
            if self._site.pages and SITE not in page.reached and due(page.posted_s, AGAIN_S, now):
                page.posted_s = now
                page.reach(SITE, await self._site.page("person", quiet=page.quiet))
            if page in self._open and HUB not in page.reached and now >= self._hub_at(page):
                self._tell_hub(page, now)
        self._say()

    def _sound(self, page: Page) -> None:
        if page.chime and not page.quiet:
            page.sounded_s = self._clock()
            self._site.sound()

    def chimed(self, sounded: bool) -> None:
        """Media says whether the tones came from a loudspeaker."""
        for page in self._open:
            if page.sounded_s is not None:
                page.reach(SITE_ALARM, sounded)
        self._say()

    def _hub_at(self, page: Page) -> float:
        """When the hub is to know: almost at once, if nothing on site takes it."""
        on_site = {SITE_ALARM, SITE} & set(page.reached)
        return page.asked_s + (self._site.config.answer_s if on_site else GRACE_S)

    def _tell_hub(self, page: Page, now: float) -> None:
        if due(page.told_s, AGAIN_S, now) and self._to_hub(
            wire.StaffPaged(visit=page.visit, at=page.at, page=page.id, quiet=page.quiet)
        ):
            page.told_s = now

    def _say(self) -> None:
        """Tell the session the truth about the page of its visit, when that changed."""
        page = self._last
        if page is None:
            return
        left = self._hub_at(page) - self._clock()
        waits = page in self._open and HUB not in page.reached and left > 0
        said = station.PersonPaged(
            reached=page.reached,
            hub_in_s=round(left) if waits else None,
            answered_by=page.answered_by,
            answered_at=page.answered_at,
        )
        before = self._said
        if (
            before is None
            or msgspec.structs.replace(said, hub_in_s=None) != msgspec.structs.replace(before, hub_in_s=None)
            or (said.hub_in_s is None) != (before.hub_in_s is None)
        ):
            self._said = said
            self._to_session(said)
