"""Simulated scales: somebody steps on, sways, stands; as the lines and reports of five formats. No I/O here.

The scales that speak all the time are stepped on once and stood on from then on. On those that speak only
when asked, or once a weighing, the story begins with each new series of questions, or comes again and again.
"""

import random
from abc import ABC, abstractmethod
from datetime import datetime, timedelta
from typing import NamedTuple

from peripherals.protocols import and_scale, detecto, dymo, tanita, toledo
from peripherals.protocols.conversation import Packet
from peripherals.protocols.dymo import Status
from peripherals.simulators.scenarios import Scale, Scenario

SWAY_KG = 1.5
STEP_KG = 0.1
POUND_KG = 0.45359237
INCH_CM = 2.54


class Shown(NamedTuple):
    """What the display shows: kg. `state`: "zero", "motion", "stable", "overload" or "underload"."""

    weight: float
    state: str


class Person:
    """Somebody who steps on and stands still after a while."""

    def __init__(self, story: Scale, seed: int) -> None:
        self._story = story
        self._seed = seed

    def at(self, t: float) -> Shown:
        """Return what is shown at a time in seconds since the story began."""
        story = self._story
        since = t - story.steps_on_s
        if since < 0:
            return Shown(0.0, "zero")
        if story.refuses:
            return Shown(0.0, story.refuses)
        if since >= story.still_after_s:
            return Shown(story.weight, "stable")
        sway = random.Random(self._seed * 100_003 + int(t * 10)).uniform(-SWAY_KG, SWAY_KG)
        return Shown(max(0.0, round((story.weight + sway) / STEP_KG) * STEP_KG), "motion")


class StreamingScale(ABC):
    """Speaks all the time and hears nothing; how, says the subclass."""

    period_s = 0.1

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self.person = Person(scenario.scale, seed)

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """The host's bytes mean nothing to this device."""
        return []

    def tick(self, t: float) -> list[Packet]:
        """Return the frame of this moment."""
        return [Packet(self.frame(self.person.at(t)))]

    def measuring_for(self, t: float) -> float:
        """Seconds since the story began: with the power."""
        return t

    @abstractmethod
    def frame(self, shown: Shown) -> bytes:
        """Say it in the format's words."""


class ToledoScale(StreamingScale):
    """Continuous output in kilograms, one decimal, with a check byte."""

    def frame(self, shown: Shown) -> bytes:
        """One frame; out of range it sends zeros."""
        status = toledo.KILOGRAM
        if shown.state == "motion":
            status |= toledo.MOTION
        if shown.state in ("overload", "underload"):
            status |= toledo.OUT_OF_RANGE
        if shown.state == "underload":
            status |= toledo.NEGATIVE
        return toledo.encode(shown.weight, status=status)


class AndScale(StreamingScale):
    """A&D in stream mode, kilograms."""

    def frame(self, shown: Shown) -> bytes:
        """One line."""
        if shown.state in ("overload", "underload"):
            return and_scale.encode("OL" if shown.state == "overload" else "OL-", None)
        return and_scale.encode("US" if shown.state == "motion" else "ST", shown.weight)


class DymoScale(StreamingScale):
    """HID reports in kilograms, two decimals."""

    period_s = 0.25

    _STATUS = {  # noqa: RUF012
        "zero": Status.ZERO,
        "motion": Status.MOTION,
        "stable": Status.STABLE,
        "overload": Status.OVER,
        "underload": Status.UNDER_ZERO,
    }

    def frame(self, shown: Shown) -> bytes:
        """One report."""
        return dymo.encode(self._STATUS[shown.state], shown.weight)


class DetectoSolo:
    """Silent until asked; answers in pounds, feet and inches; knows the height somebody has typed in.

    The story begins when it is asked after a pause: until somebody steps on, it shows the last weight. Who
    has stood long enough steps off, and on again.
    """

    period_s = 0.1
    PAUSE_S = 10.0
    STANDS_S = 6.0

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._story = scenario.scale
        self._person = Person(scenario.scale, seed)
        self._wall = wall
        self._heard = b""
        self._began: float | None = None
        self._asked = 0.0
        self.held = 0.0  # kg: what the display keeps when somebody has stepped off

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Answer each print command."""
        self._heard += data
        asked = self._heard.count(detecto.PRINT)
        self._heard = self._heard[-len(detecto.PRINT) + 1 :]
        return [Packet(self._answer(t)) for _ in range(asked)]

    def tick(self, t: float) -> list[Packet]:
        """Say nothing unasked."""
        return []

    def measuring_for(self, t: float) -> float:
        """Seconds since the questions began."""
        return 0.0 if self._began is None else t - self._began

    def _answer(self, t: float) -> bytes:
        if self._began is None or t - self._asked > self.PAUSE_S:
            self._began = t
        self._asked = t
        story = self._story
        turn, at = divmod(t - self._began, story.steps_on_s + story.still_after_s + self.STANDS_S)
        shown = self._person.at(at)
        if shown.state != "zero" or turn:
            self.held = shown.weight
        height = None if story.height is None else story.height / INCH_CM
        return detecto.encode(self._wall + timedelta(seconds=t), height, self.held / POUND_KG)


class TanitaScale:
    """Silent but for one line after each weighing; somebody weighs again and again."""

    period_s = 0.1
    BETWEEN_S = 8.0  # from one line to the next stepping on
    AGE = 30  # typed in on the scale, like the height

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._story = scenario.scale
        self._said = 0

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """The host's bytes mean nothing to this device."""
        return []

    def tick(self, t: float) -> list[Packet]:
        """Return the line when a weighing is done; a refused one gives none."""
        story = self._story
        takes = story.steps_on_s + story.still_after_s
        done = int((t + self.BETWEEN_S) / (takes + self.BETWEEN_S))
        if done <= self._said or story.refuses:
            return []
        self._said = done
        return [Packet(self.line())]

    def measuring_for(self, t: float) -> float:
        """Seconds since the story began: with the power."""
        return t

    def line(self) -> bytes:
        """Return the line of one weighing without body composition."""
        story = self._story
        items = [("MO", '"SC-240"'), ("SN", '"00000002"'), ("Bt", "0"), ("GE", "1"), ("AG", str(self.AGE))]
        items += [] if story.height is None else [("Hm", f"{story.height:.1f}")]
        items += [("Pt", "0.0"), ("Wk", f"{story.weight:.1f}")]
        if story.height is not None:
            items.append(("MI", f"{story.weight / (story.height / 100) ** 2:.1f}"))
        return tanita.encode(items)
