"""Ways out of the screen that a program opens itself (docs/security/breakouts.md, 14 to 18): there are none.

Each search has its control: a text in which it must find what it looks for.
"""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from ui.window import HERE

QML = sorted([*(HERE / "qml").rglob("*.qml"), *(HERE / "keyboard").rglob("*.qml")])
PYTHON = sorted(path for path in HERE.rglob("*.py") if path.parent.name != "gallery")  # no part of a station
WAYS = {
    "rich text": (
        r"textFormat:(?!\s*Text\.PlainText)|^\s*TextEdit\b|^\s*TextArea\b",
        "    textFormat: Text.RichText",
    ),
    "text of a kind that Qt guesses": (r"^\s*Text\s*\{", "    Text {"),
    "links": (r"onLinkActivated|onLinkHovered", "onLinkActivated: link => open(link)"),
    "another program": (
        r"openUrlExternally|QDesktopServices|Qt\.labs\.platform",
        "Qt.openUrlExternally(url)",
    ),
    "dialogs": (r"\b(File|Print|Message|Folder|Color|Font)Dialog\b|QtQuick\.Dialogs", "FileDialog {"),
    "the network": (r"XMLHttpRequest|WebSocket\b|https?://|QtWebView|QtWebEngine", 'source: "https://x"'),
    "code from text": (r"createQmlObject|\beval\(|new Function\(", 'Qt.createQmlObject(text, this, "x")'),
    "the debugger": (r"QQmlDebuggingEnabler|qmljsdebugger", "-qmljsdebugger=port:1"),
    "the clipboard": (r"\bcopy\(\)|\bpaste\(\)|QClipboard|selectByMouse:\s*true", "field.paste()"),
    "dragging": (r"\bDropArea\b|Drag\.active", "DropArea {"),
}
ALLOWED = {("text of a kind that Qt guesses", "Words.qml")}  # it says PlainText itself


@pytest.mark.parametrize("way", WAYS)
def test_no_screen_opens_a_way_out(way: str) -> None:
    pattern, control = WAYS[way]
    assert re.search(pattern, control, re.MULTILINE)
    found = [
        path.name
        for path in (*QML, *PYTHON)
        if (way, path.name) not in ALLOWED and re.search(pattern, _code(path), re.MULTILINE)
    ]
    assert not found


def _code(path: Path) -> str:
    """Return a file's text without comments: they may name what is avoided."""
    text = path.read_text()
    marks = r'//[^\n"]*$' if path.suffix == ".qml" else r'#[^\n"]*$|"""[\s\S]*?"""'
    return re.sub(marks, "", text, flags=re.MULTILINE)


def test_what_a_patient_types_stays_text(qapp: QGuiApplication) -> None:
    engine = QQmlEngine()
    engine.addImportPath(str(HERE / "qml"))
    widths = {}
    for kind in ("Words", "Text"):
        component = QQmlComponent(engine)
        source = f'import QtQuick\nimport Carepost\n{kind} {{ font.pixelSize: 20; text: "<h1>a</h1>" }}'
        component.setData(source.encode(), QUrl.fromLocalFile(str(HERE / "qml" / "x.qml")))
        made = component.create()
        assert made is not None, component.errorString()
        widths[kind] = made.property("contentHeight") / made.property("font").pixelSize()
        made.deleteLater()
    assert widths["Text"] > widths["Words"] * 1.4  # the control: there it became a heading
