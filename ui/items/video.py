"""Video from a frame ring (contract.frames) as one textured node: works on OpenGL and in software."""

import os
from typing import Any

from PySide6.QtCore import Property, QObject, QRectF, QSocketNotifier, Signal
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow, QSGNode, QSGSimpleTextureNode
from shiboken6 import delete

from contract.frames import Frame, RingReader


class VideoSource(QObject):
    """Reads one ring, woken by its eventfd, and keeps the newest frame for any number of items."""

    updated = Signal()
    liveChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader: RingReader | None = None
        self._notifier: QSocketNotifier | None = None
        self.frame: Frame | None = None
        self.frames = 0

    @Property(bool, notify=liveChanged)
    def live(self) -> bool:
        """Has a frame of this ring arrived?"""
        return self.frame is not None

    def attach(self, reader: RingReader) -> None:
        """Take over a ring (and close the one before); the last picture stays until a new one comes."""
        self.detach(keep_picture=True)
        self._reader = reader
        self._notifier = QSocketNotifier(reader.event, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)

    def detach(self, *, keep_picture: bool = False) -> None:
        """Close the ring; without `keep_picture` the picture goes too."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._reader is not None:
            self._reader.close()
            self._reader = None
        if not keep_picture and self.frame is not None:
            self.frame = None
            self.liveChanged.emit()
            self.updated.emit()

    def forget(self) -> None:
        """Show nothing until a picture comes that is made from now on."""
        if self._reader is not None:
            drain(self._reader.event)
        if self.frame is not None:
            self.frame = None
            self.liveChanged.emit()
            self.updated.emit()

    def _wake(self, *_: object) -> None:
        reader = self._reader
        if reader is None:
            return
        drain(reader.event)
        frame = reader.newest(0)
        if frame is None:
            return
        first = self.frame is None
        self.frame = frame
        self.frames += 1
        if first:
            self.liveChanged.emit()
        self.updated.emit()


def drain(event: int) -> None:
    """Reset an eventfd's counter so that its notifier sleeps again."""
    try:
        os.eventfd_read(event)
    except BlockingIOError:
        return


def placed(frame: tuple[int, int], room: tuple[float, float], *, fill: bool) -> tuple[QRectF, QRectF]:
    """Return where a frame of this size goes (item coordinates) and which part of it is shown (pixels).

    `fill` cuts the edges off so that no bars remain; otherwise the whole frame is shown.
    """
    (fw, fh), (rw, rh) = frame, room
    if fill:
        scale = max(rw / fw, rh / fh)
        sw, sh = rw / scale, rh / scale
        return QRectF(0, 0, rw, rh), QRectF((fw - sw) / 2, (fh - sh) / 2, sw, sh)
    scale = min(rw / fw, rh / fh)
    w, h = fw * scale, fh * scale
    return QRectF((rw - w) / 2, (rh - h) / 2, w, h), QRectF(0, 0, fw, fh)


class VideoItem(QQuickItem):
    """Draws a VideoSource's newest frame."""

    sourceChanged = Signal()
    fillChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self.setFlag(QQuickItem.Flag.ItemHasContents, True)
        self._source: VideoSource | None = None
        self._fill = True
        self.widthChanged.connect(self.update)
        self.heightChanged.connect(self.update)
        self._size: tuple[float, float, int, int] | None = None
        self._kept: list[bytes] = []  # pixels the renderer may still be reading
        # Not `self.window()`: PySide makes what that returns a child of this item's wrapper, and so
        # everybody's window would be gone with this item.
        self._window: QQuickWindow | None = None
        self.windowChanged.connect(self._moved)

    def _moved(self, window: QQuickWindow | None) -> None:
        self._window = window

    def _get_source(self) -> QObject | None:
        return self._source

    def _set_source(self, source: QObject | None) -> None:
        if source is self._source:
            return
        if self._source is not None:
            self._source.updated.disconnect(self.update)
        self._source = source if isinstance(source, VideoSource) else None
        if self._source is not None:
            self._source.updated.connect(self.update)
        self.sourceChanged.emit()
        self.update()

    source = Property(QObject, _get_source, _set_source, notify=sourceChanged)

    def _get_fill(self) -> bool:
        return self._fill

    def _set_fill(self, fill: bool) -> None:
        if fill != self._fill:
            self._fill = fill
            self.fillChanged.emit()
            self.update()

    fill = Property(bool, _get_fill, _set_fill, notify=fillChanged)

    def updatePaintNode(  # type: ignore[override]
        self, old: QSGNode | None, data: Any
    ) -> QSGNode | None:
        """Put the newest frame into the node; called by the scene graph."""
        frame = self._source.frame if self._source is not None else None
        window = self._window
        shown = frame is not None and window is not None and self.width() > 0 and self.height() > 0
        size = (self.width(), self.height(), frame.width, frame.height) if shown and frame else None
        if old is not None and size != self._size:
            # The software renderer keeps the old place of an opaque node that moves: take a new one.
            delete(old)
            old = None
        self._size = size
        if size is None or frame is None or window is None:
            return None
        node = old if isinstance(old, QSGSimpleTextureNode) else QSGSimpleTextureNode()
        image = QImage(frame.data, frame.width, frame.height, frame.width * 4, QImage.Format.Format_RGB32)
        self._kept = [*self._kept[-1:], frame.data]
        texture = window.createTextureFromImage(image)
        node.setOwnsTexture(True)
        node.setTexture(texture)
        target, part = placed((frame.width, frame.height), (self.width(), self.height()), fill=self._fill)
        node.setRect(target)
        node.setSourceRect(part)
        return node
