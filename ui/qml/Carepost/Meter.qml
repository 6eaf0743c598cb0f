pragma ComponentBehavior: Bound

import QtQuick

// How loud it is: bars of growing height, lit from the left. It moves all the time, so no voice tells it.
Row {
    id: meter

    property int tenths: 0
    property color fill: Theme.primary
    property real side: 8 * Theme.mm
    readonly property int bars: 5

    spacing: side / 8
    height: side
    Accessible.ignored: true

    Repeater {
        model: meter.bars

        Rectangle {
            required property int index
            objectName: "bar-" + index
            readonly property bool lit: meter.tenths > index * 2
            width: meter.side / 6
            height: meter.side * (index + 2) / (meter.bars + 1)
            anchors.bottom: parent?.bottom
            radius: width / 3
            color: lit ? meter.fill : "transparent"
            border.width: Theme.line
            border.color: meter.fill
        }
    }
}
