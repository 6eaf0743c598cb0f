pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

// A sweeping wave: `wave` is a WaveItem of Python's.
Item {
    id: view

    required property var wave
    property color color: Theme.primary

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Your pulse as a moving line")
    clip: true

    onWidthChanged: wave.resize(width, height)
    onHeightChanged: wave.resize(width, height)
    Component.onCompleted: wave.resize(width, height)

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.line
        color: Theme.edge
        opacity: 0.5
    }

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: view.color
            strokeWidth: 0.9 * Theme.mm
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin

            PathPolyline {
                path: view.wave.line
            }
        }

        ShapePath {
            strokeColor: Theme.edge
            strokeWidth: 0.7 * Theme.mm
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin

            PathPolyline {
                path: view.wave.previous
            }
        }
    }

    Rectangle {
        readonly property real side: 3 * Theme.mm
        visible: view.wave.pen.x >= 0
        x: view.wave.pen.x - side / 2
        y: view.wave.pen.y - side / 2
        width: side
        height: side
        radius: side / 2
        color: view.color
    }
}
