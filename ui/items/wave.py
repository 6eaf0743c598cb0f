"""A sweeping wave: samples in, two polylines out (before and behind the sweep), at most 30 times a second.

Drawn by QML's Shape and PathPolyline, which work on every back end. The pen runs from left to right over
`seconds` and starts again; what it has not reached yet is the last sweep's, after a small gap.
"""

from collections import deque
from typing import Final, NamedTuple

from PySide6.QtCore import Property, QObject, QPointF, QTimer, Signal, Slot

SECONDS: Final = 6.0  # one sweep
GAP_S: Final = 0.25  # blank in front of the pen
FRAME_MS: Final = 33
HIGHEST: Final = 127  # of a pleth sample (contract.instruments.Pleth)
MAX_SAMPLES: Final = 2048


class Sample(NamedTuple):
    """A moment (monotonic ns) and a level 0..1; None breaks the line."""

    t_ns: int
    level: float | None


def sweep(
    samples: "deque[Sample] | list[Sample]", width: float, height: float, seconds: float = SECONDS
) -> tuple[list[QPointF], list[QPointF]]:
    """Return the current sweep's and the previous sweep's points in item coordinates.

    Each list holds at most `seconds` of samples; a broken line shows as the part after the last break.
    """
    if not samples or width <= 0 or height <= 0:
        return [], []
    span = int(seconds * 1e9)
    newest = samples[-1].t_ns
    started = newest - newest % span
    now: list[QPointF] = []
    before: list[QPointF] = []
    clear_until = newest - started + int(GAP_S * 1e9)
    for sample in samples:
        current = sample.t_ns >= started
        offset = sample.t_ns - (started if current else started - span)
        line = now if current else before
        if not current and (offset < clear_until or offset < 0):
            continue
        if sample.level is None:
            line.clear()
            continue
        line.append(QPointF(offset / span * width, (1 - sample.level) * height))
    return now, before


class WaveItem(QObject):
    """Collects samples of one wave and publishes polylines as long as they come."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._samples: deque[Sample] = deque(maxlen=MAX_SAMPLES)
        self._size = (0.0, 0.0)
        self._lines: tuple[list[QPointF], list[QPointF]] = ([], [])
        self._dirty = False
        self.samples_seen = 0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._publish)

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def line(self) -> list[QPointF]:
        """The current sweep."""
        return self._lines[0]

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]
    def previous(self) -> list[QPointF]:
        """What is left of the sweep before."""
        return self._lines[1]

    @Property(QPointF, notify=changed)
    def pen(self) -> QPointF:
        """Where the pen is."""
        return self._lines[0][-1] if self._lines[0] else QPointF(-1, -1)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height drawn for, in px."""
        return self._size

    @Slot(float, float)
    def resize(self, width: float, height: float) -> None:
        """Draw for this size in px."""
        self._size = (width, height)
        self._dirty = True
        self._publish()

    def push(self, t_ns: int, wave: int | None) -> None:
        """Add a sample; None where the device says there is no signal."""
        level = None if wave is None else min(max(wave / HIGHEST, 0.0), 1.0)
        if self._samples and t_ns <= self._samples[-1].t_ns:
            return
        self._samples.append(Sample(t_ns, level))
        self.samples_seen += 1
        self._dirty = True
        if not self._timer.isActive():
            self._timer.start()

    def clear(self) -> None:
        """Forget the wave."""
        self._samples.clear()
        self._dirty = True
        self._publish()
        self._timer.stop()

    def _publish(self) -> None:
        if not self._dirty:
            self._timer.stop()
            return
        self._dirty = False
        cutoff = self._samples[-1].t_ns - int(SECONDS * 1e9) if self._samples else 0
        while self._samples and self._samples[0].t_ns < cutoff:
            self._samples.popleft()
        self._lines = sweep(self._samples, *self._size)
        self.changed.emit()
