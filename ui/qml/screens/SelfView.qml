pragma ComponentBehavior: Bound

import QtQuick
import Carepost
import CarepostItems

// What the provider sees of you: mirrored, as in a mirror. Its two buttons stand beside it, never on it.
Item {
    id: view

    required property var app
    readonly property var about: app.call
    property real wide: 100 * Theme.mm // of the picture
    property bool across: true // the buttons under the picture; otherwise beside it
    property bool shown: true
    property real room: height // what of the height is not covered

    signal moved

    implicitWidth: across || !shown ? plate.width : plate.width + Theme.gap + buttons.width
    implicitHeight: !shown ? buttons.height : across ? plate.height + Theme.gap + buttons.height : Math.max(plate.height, buttons.height)

    Rectangle {
        id: plate
        objectName: "self-view"
        visible: view.shown
        width: view.shown ? view.wide : buttons.width
        height: width * 9 / 16
        x: view.across || view.LayoutMirroring.enabled ? 0 : buttons.width + Theme.gap
        color: "#14213D"
        border.color: "#FFFFFF"
        border.width: Theme.line
        Accessible.role: Accessible.Graphic
        Accessible.name: view.about.camera ? qsTr("What they see of you") : qsTr("Your camera is off")

        VideoView {
            objectName: "self-video"
            visible: view.about.camera
            anchors.fill: parent
            anchors.margins: Theme.line
            source: view.app.mine
            fill: true
            transform: Scale {
                xScale: -1
                origin.x: plate.width / 2 - Theme.line
            }
        }

        Icon {
            visible: !view.about.camera
            anchors.centerIn: parent
            name: "video-off"
            side: Math.min(plate.height * 0.6, 24 * Theme.mm)
            color: "#FFFFFF"
        }
    }

    Grid {
        id: buttons
        y: view.shown && view.across ? plate.height + Theme.gap : 0
        x: view.across ? (view.LayoutMirroring.enabled ? 0 : plate.width - width) : view.LayoutMirroring.enabled && view.shown ? plate.width + Theme.gap : 0
        columns: view.across ? 2 : 1
        visible: y + height + 3.2 * Theme.mm <= view.room
        spacing: 3.2 * Theme.mm

        IconButton {
            objectName: "self-move"
            visible: view.shown
            letters: qsTr("Move")
            label: qsTr("Move my picture to the other side")
            onPressed: view.moved()
        }

        IconButton {
            objectName: "self-hide"
            letters: view.shown ? qsTr("Hide") : qsTr("Show me")
            label: view.shown ? qsTr("Hide my picture. They still see you.") : qsTr("Show my picture")
            onPressed: view.shown = !view.shown
        }
    }
}
