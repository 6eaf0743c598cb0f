"""What QML sees: the view models, the wave, the videos, and `act`, which says what was touched."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.visit.context import Context
from ui.inputs import Inputs
from ui.items.video import VideoSource
from ui.items.wave import WaveItem
from ui.viewmodels import call, emergency, measure, overlay, page, pages, results, shell, station, welcome


class Actions(QObject):
    """One signal a kind of touch; the session decides what it means."""

    backWanted = Signal()
    nextWanted = Signal()
    personWanted = Signal()
    stationWanted = Signal()
    finishWanted = Signal()
    stopWanted = Signal()
    languageWanted = Signal(str)
    largeWanted = Signal()
    contrastWanted = Signal()
    volumeWanted = Signal(int)
    chosen = Signal(str)
    typed = Signal(str, str)
    chatWanted = Signal()
    controlWanted = Signal(str)
    noticed = Signal()

    @Slot()
    def back(self) -> None:
        """Back."""
        self.backWanted.emit()

    @Slot()
    def next(self) -> None:
        """Next, bottom right."""
        self.nextWanted.emit()

    @Slot()
    def person(self) -> None:
        """Get a person."""
        self.personWanted.emit()

    @Slot()
    def station(self) -> None:
        """I work here: how is the station doing?"""
        self.stationWanted.emit()

    @Slot()
    def finish(self) -> None:
        """Leave."""
        self.finishWanted.emit()

    @Slot()
    def stop(self) -> None:
        """STOP."""
        self.stopWanted.emit()

    @Slot(str)
    def language(self, code: str) -> None:
        """Another language; on the welcome screen, the visit begins."""
        self.languageWanted.emit(code)

    @Slot()
    def large(self) -> None:
        """Large letters on or off."""
        self.largeWanted.emit()

    @Slot()
    def contrast(self) -> None:
        """Strong contrast on or off."""
        self.contrastWanted.emit()

    @Slot(int)
    def volume(self, step: int) -> None:
        """Louder (1) or quieter (-1)."""
        self.volumeWanted.emit(step)

    @Slot(str)
    def choose(self, name: str) -> None:
        """A choice or a button by its name."""
        self.chosen.emit(name)

    @Slot(str, str)
    def type(self, field: str, text: str) -> None:
        """A field's new text."""
        self.typed.emit(field, text)

    @Slot()
    def say(self) -> None:
        """Send the chat line."""
        self.chatWanted.emit()

    @Slot(str)
    def control(self, name: str) -> None:
        """In a call: "microphone", "camera", "end"."""
        self.controlWanted.emit(name)

    @Slot()
    def notice(self) -> None:
        """Somebody is there."""
        self.noticed.emit()


class App(QObject):
    """The one object given to QML."""

    def __init__(self, context: Callable[[], Context | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.actions = Actions(self)
        self.views = {
            "shell": shell.ShellView(self),
            "welcome": welcome.WelcomeView(self),
            "station": station.StationView(self),
            "page": page.PageView(self),
            "emergency": emergency.EmergencyView(self),
            "measure": measure.MeasureView(self),
            "results": results.ResultsView(self),
            "call": call.CallView(self),
            "plan": call.PlanView(self),
            "overlay": overlay.OverlayView(self),
        }
        self.wave_item = WaveItem(self)
        self.remote_video = VideoSource(self)
        self.self_video = VideoSource(self)

    def publish_moving(self, inputs: Inputs) -> None:
        """Show what a wave frame or a step of progress can change, and nothing else."""
        self.views["measure"].publish(measure.derive(inputs))

    def publish(self, inputs: Inputs) -> None:
        """Show these inputs; only what changed is told to QML."""
        views = self.views
        # What a screen shows comes before which screen it is, so that no screen opens on old words.
        views["welcome"].publish(welcome.derive(inputs))
        views["station"].publish(station.derive(inputs))
        views["page"].publish(pages.derive(inputs))
        views["emergency"].publish(emergency.derive(inputs))
        views["measure"].publish(measure.derive(inputs))
        context = self._context()
        if context is not None:
            views["results"].publish(results.derive(inputs, context))
        views["call"].publish(call.derive(inputs))
        views["plan"].publish(call.derive_plan(inputs))
        views["overlay"].publish(overlay.derive(inputs))
        views["shell"].publish(shell.derive(inputs))

    shell = Property(QObject, lambda self: self.views["shell"], constant=True)
    welcome = Property(QObject, lambda self: self.views["welcome"], constant=True)
    station = Property(QObject, lambda self: self.views["station"], constant=True)
    page = Property(QObject, lambda self: self.views["page"], constant=True)
    emergency = Property(QObject, lambda self: self.views["emergency"], constant=True)
    measure = Property(QObject, lambda self: self.views["measure"], constant=True)
    results = Property(QObject, lambda self: self.views["results"], constant=True)
    call = Property(QObject, lambda self: self.views["call"], constant=True)
    plan = Property(QObject, lambda self: self.views["plan"], constant=True)
    overlay = Property(QObject, lambda self: self.views["overlay"], constant=True)
    wave = Property(QObject, lambda self: self.wave_item, constant=True)
    remote = Property(QObject, lambda self: self.remote_video, constant=True)
    mine = Property(QObject, lambda self: self.self_video, constant=True)
    act = Property(QObject, lambda self: self.actions, constant=True)
