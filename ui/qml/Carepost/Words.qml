import QtQuick

// Text as people read it: never markup, never cut off, cap height in mm.
Text {
    property real cap: Theme.body
    property bool strong: false

    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.size(cap)
    font.weight: strong ? Font.Bold : Font.Normal
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    lineHeight: 1.12
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
