import QtQuick

// Reads this page aloud once, for who sees it but reads little. Not there while the voice is on: that has said it.
BigButton {
    required property var app
    property bool wanted: true
    readonly property bool reading: app.shell.reading

    objectName: "read-aloud"
    visible: wanted && app.shell.voice_there && !app.shell.voice
    anchors.left: parent?.left
    width: Math.min(implicitWidth, parent?.width ?? 0)
    icon: reading ? "volume-x" : "volume-2"
    label: reading ? qsTr("Stop reading") : qsTr("Read this to me")
    onPressed: app.act.prefer("reading")
}
