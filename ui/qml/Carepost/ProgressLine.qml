import QtQuick

// How far, from 0 to 1.
Rectangle {
    id: line

    property real fraction: 0
    property color fill: Theme.primary

    implicitHeight: 8 * Theme.mm
    radius: height / 2
    color: Theme.contrast ? "#000000" : "#E2E6EC"
    border.width: Theme.contrast ? Theme.line : 0
    border.color: Theme.edge
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1 percent done").arg(Math.round(fraction * 100))

    Rectangle {
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        height: parent.height
        width: Math.max(height, parent.width * Math.min(1, Math.max(0, line.fraction)))
        visible: line.fraction > 0
        radius: height / 2
        color: line.fill

        Behavior on width {
            NumberAnimation {
                duration: Theme.motion
            }
        }
    }
}
