"""Qt's side of the session: application, fonts, languages. Imports nothing slow: it comes first."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTranslator, QUrl, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent

from ui.local import speak_as

HERE: Final = Path(__file__).resolve().parent
SOURCE_LANGUAGE: Final = "en"
MAIN: Final = HERE / "qml" / "Main.qml"
FIRST: Final = (MAIN, HERE / "qml" / "screens" / "Welcome.qml")


class Languages(QObject):
    """Installs the translator of a language and has QML say everything anew."""

    changed = Signal()

    def __init__(self, application: QGuiApplication, engine: QQmlApplicationEngine | None = None) -> None:
        super().__init__()
        self._application = application
        self.engine = engine
        self._installed: QTranslator | None = None

    def show(self, language: str) -> None:
        """Switch; a language without a file is shown in English."""
        if self._installed is not None:
            self._application.removeTranslator(self._installed)
            self._installed = None
        translator = QTranslator(self)
        if language != SOURCE_LANGUAGE and translator.load(str(HERE / "i18n" / f"carepost_{language}.qm")):
            self._application.installTranslator(translator)
            self._installed = translator
        speak_as(language)
        if self.engine is not None:
            self.engine.retranslate()
        self.changed.emit()


def application() -> QGuiApplication:
    """Make the Qt application with our fonts."""
    qt = QGuiApplication(["carepost"])
    for font in sorted((HERE / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    qt.setFont(QFont("Atkinson Hyperlegible"))
    return qt


def begin(engine: QQmlApplicationEngine) -> list[QQmlComponent]:
    """Let QML's own thread read the first screens while Python is still importing; keep what is returned."""
    engine.addImportPath(str(HERE / "qml"))
    ahead = QQmlComponent.CompilationMode.Asynchronous
    return [QQmlComponent(engine, QUrl.fromLocalFile(str(path)), ahead) for path in FIRST]
