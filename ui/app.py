"""What QML sees: the view models, the wave, the videos, and `act`, which says what was touched."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.visit.context import Context
from ui.inputs import Inputs
from ui.items.levels import Levels
from ui.items.video import VideoSource
from ui.items.wave import WaveItem
from ui.viewmodels import (
    call,
    check,
    cleaning,
    count,
    device,
    emergency,
    measure,
    overlay,
    page,
    pages,
    photo,
    plan,
    results,
    shell,
    sound,
    station,
    symptoms,
    taking,
    welcome,
)
from ui.viewmodels import (
    round as round_view,
)


class Actions(QObject):
    """One signal a kind of touch; the session decides what it means."""

    backWanted = Signal()
    nextWanted = Signal()
    personWanted = Signal()
    stationWanted = Signal()
    finishWanted = Signal()
    stopWanted = Signal()
    languageWanted = Signal(str)
    preferred = Signal(str)
    helpWanted = Signal()
    headphonesSeen = Signal(bool)
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

    @Slot(str)
    def prefer(self, wish: str) -> None:
        """Another look or a voice; see `ui.preferences.turned`."""
        self.preferred.emit(wish)

    @Slot()
    def help(self) -> None:
        """The raised round key: a voice, or all of it once more."""
        self.helpWanted.emit()

    @Slot(bool)
    def headphones(self, plugged: bool) -> None:
        """A keypad tells that headphones were plugged into it, or pulled out."""
        self.headphonesSeen.emit(plugged)

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
            "symptoms": symptoms.SymptomsView(self),
            "page": page.PageView(self),
            "emergency": emergency.EmergencyView(self),
            "measure": measure.MeasureView(self),
            "device": device.DeviceView(self),
            "count": count.CountView(self),
            "results": results.ResultsView(self),
            "photo": photo.PhotoView(self),
            "sound": sound.SoundView(self),
            "call": call.CallView(self),
            "plan": plan.PlanView(self),
            "take": taking.TakeView(self),
            "cleaning": cleaning.CleaningView(self),
            "check": check.CheckView(self),
            "round": round_view.RoundView(self),
            "overlay": overlay.OverlayView(self),
        }
        self.wave_item = WaveItem(self)
        self.sound_levels = Levels(self)
        self.remote_video = VideoSource(self)
        self.self_video = VideoSource(self)
        self.exam_video = VideoSource(self)
        self.videos = {"remote": self.remote_video, "self": self.self_video, "exam": self.exam_video}

    def publish_moving(self, inputs: Inputs) -> None:
        """Show what a wave frame or a step of progress can change, and nothing else."""
        self.views["measure"].publish(measure.derive(inputs))
        self.views["device"].publish(device.derive(inputs))
        self.views["check"].publish(check.derive(inputs))
        self.views["photo"].publish(photo.derive(inputs))
        self.views["sound"].publish(sound.derive(inputs))

    def forget(self) -> None:
        """Another person is here: no wave and no picture of the one before."""
        self.wave_item.clear()
        for video in self.videos.values():
            video.forget()

    def publish_letters(self, inputs: Inputs) -> None:
        """Show what somebody is writing, and nothing else."""
        self.views["call"].publish(call.derive(inputs))

    def publish(self, inputs: Inputs) -> None:
        """Show these inputs; only what changed is told to QML."""
        views = self.views
        # What a screen shows comes before which screen it is, so that no screen opens on old words.
        views["welcome"].publish(welcome.derive(inputs))
        views["station"].publish(station.derive(inputs))
        views["symptoms"].publish(symptoms.derive(inputs))
        views["page"].publish(pages.derive(inputs))
        views["emergency"].publish(emergency.derive(inputs))
        views["measure"].publish(measure.derive(inputs))
        views["device"].publish(device.derive(inputs))
        views["count"].publish(count.derive(inputs))
        context = self._context()
        if context is not None:
            views["results"].publish(results.derive(inputs, context))
        views["photo"].publish(photo.derive(inputs))
        views["sound"].publish(sound.derive(inputs))
        views["call"].publish(call.derive(inputs))
        views["plan"].publish(plan.derive(inputs))
        views["take"].publish(taking.derive(inputs))
        views["cleaning"].publish(cleaning.derive(inputs))
        views["check"].publish(check.derive(inputs))
        views["round"].publish(round_view.derive(inputs))
        views["overlay"].publish(overlay.derive(inputs))
        views["shell"].publish(shell.derive(inputs))

    shell = Property(QObject, lambda self: self.views["shell"], constant=True)
    welcome = Property(QObject, lambda self: self.views["welcome"], constant=True)
    station = Property(QObject, lambda self: self.views["station"], constant=True)
    symptoms = Property(QObject, lambda self: self.views["symptoms"], constant=True)
    page = Property(QObject, lambda self: self.views["page"], constant=True)
    emergency = Property(QObject, lambda self: self.views["emergency"], constant=True)
    measure = Property(QObject, lambda self: self.views["measure"], constant=True)
    photo = Property(QObject, lambda self: self.views["photo"], constant=True)
    sound = Property(QObject, lambda self: self.views["sound"], constant=True)
    results = Property(QObject, lambda self: self.views["results"], constant=True)
    device = Property(QObject, lambda self: self.views["device"], constant=True)
    count = Property(QObject, lambda self: self.views["count"], constant=True)
    call = Property(QObject, lambda self: self.views["call"], constant=True)
    plan = Property(QObject, lambda self: self.views["plan"], constant=True)
    take = Property(QObject, lambda self: self.views["take"], constant=True)
    check = Property(QObject, lambda self: self.views["check"], constant=True)
    cleaning = Property(QObject, lambda self: self.views["cleaning"], constant=True)
    round = Property(QObject, lambda self: self.views["round"], constant=True)
    overlay = Property(QObject, lambda self: self.views["overlay"], constant=True)
    wave = Property(QObject, lambda self: self.wave_item, constant=True)
    levels = Property(QObject, lambda self: self.sound_levels, constant=True)
    remote = Property(QObject, lambda self: self.remote_video, constant=True)
    mine = Property(QObject, lambda self: self.self_video, constant=True)
    exam = Property(QObject, lambda self: self.exam_video, constant=True)
    act = Property(QObject, lambda self: self.actions, constant=True)
