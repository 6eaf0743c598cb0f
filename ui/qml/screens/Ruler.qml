pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// A line to hold a ruler to, above the form that asks how long it really is.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.check

    Words {
        id: words
        objectName: "line-words"
        x: Theme.margin
        y: Theme.gap
        width: parent.width - 2 * Theme.margin
        text: screen.about.line_words
        cap: 6
        strong: true
        horizontalAlignment: Text.AlignLeft
    }

    Item {
        id: line
        objectName: "line"
        anchors.top: words.bottom
        anchors.topMargin: Theme.gap
        anchors.horizontalCenter: parent.horizontalCenter
        width: screen.about.length_mm * Theme.mm
        height: 12 * Theme.mm

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: 1 * Theme.mm
            color: Theme.ink
        }

        Repeater {
            model: 2

            Rectangle {
                required property int index
                x: index * (line.width - width)
                width: 1 * Theme.mm
                height: line.height
                color: Theme.ink
            }
        }
    }

    Form {
        app: screen.app
        anchors.top: line.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        focus: true
    }
}
