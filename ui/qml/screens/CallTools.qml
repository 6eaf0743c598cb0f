pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// The readings as a strip, and the buttons of a call: large, with words, always in the same places.
Item {
    id: tools

    required property var app
    readonly property var about: app.call
    required property bool wide
    required property bool writing

    signal write
    signal volumeWanted

    implicitHeight: row.height + (strip.visible ? strip.height + 3 * Theme.mm : 0) + 2 * 3 * Theme.mm

    Flow {
        id: strip
        x: Theme.margin
        y: 3 * Theme.mm
        width: parent.width - 2 * Theme.margin
        spacing: 8 * Theme.mm
        visible: tools.app.results.strip.length > 0 && Theme.letters < 2 && !(tools.writing && Theme.large) // else: CallCards

        Repeater {
            model: tools.app.results.strip

            Words {
                required property var modelData
                objectName: "strip-" + modelData.id
                text: modelData.name + " " + modelData.value + " " + modelData.unit + (modelData.reliable ? "" : " (" + qsTr("not reliable") + ")")
                color: modelData.reliable ? Theme.ink : Theme.muted
                wrapMode: Text.NoWrap
                lineHeight: 1
                strong: true
            }
        }
    }

    // In portrait two rows that fill the width, so that End call is always bottom right.
    Flow {
        id: row
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 3 * Theme.mm
        width: parent.width - 2 * Theme.margin
        spacing: 4 * Theme.mm
        readonly property int upper: 2 + (tools.about.camera_possible ? 1 : 0) + (change.visible ? 1 : 0)
        readonly property real each: share(tools.wide ? upper + 3 : upper)
        readonly property real below: share(tools.wide ? upper + 3 : 3)
        readonly property real tall: Math.max(mute.implicitHeight, camera.implicitHeight, volume.implicitHeight, change.visible ? change.implicitHeight : 0, write.implicitHeight, person.implicitHeight, end.implicitHeight)

        function share(count: int): real {
            return Math.floor((width - (count - 1) * spacing) / count)
        }

        BigButton {
            id: mute
            objectName: "mute"
            width: row.each
            height: row.tall
            iconAbove: true
            icon: tools.about.microphone ? "mic" : "mic-off"
            label: tools.about.microphone ? qsTr("Mute") : qsTr("Speak again")
            onPressed: tools.app.act.control("microphone")
        }

        BigButton {
            id: camera
            objectName: "camera"
            width: row.each
            height: row.tall
            iconAbove: true
            visible: tools.about.camera_possible
            icon: tools.about.camera ? "video" : "video-off"
            label: tools.about.camera ? qsTr("Camera off") : qsTr("Camera on")
            onPressed: tools.app.act.control("camera")
        }

        BigButton {
            id: volume
            objectName: "call-volume"
            width: row.each
            height: row.tall
            iconAbove: true
            icon: Theme.large ? "menu" : tools.app.shell.volume === 0 ? "volume-x" : "volume-2"
            label: Theme.large ? qsTr("More") : qsTr("Volume")
            onPressed: tools.volumeWanted()
        }

        BigButton {
            id: change
            objectName: "change"
            visible: !Theme.large && !tools.app.shell.signed_in // a resident was asked nothing; seven buttons in large letters would push the picture out: it is under "More"
            width: row.each
            height: row.tall
            iconAbove: true
            icon: "repeat"
            label: qsTr("My answers")
            onPressed: tools.app.act.choose("change")
        }

        BigButton {
            id: write
            objectName: "write"
            width: row.below
            height: row.tall
            iconAbove: true
            icon: "message-square"
            label: tools.writing ? qsTr("Close text") : qsTr("Write")
            onPressed: tools.write()
        }

        BigButton {
            id: person
            objectName: "person"
            width: row.below
            height: row.tall
            iconAbove: true
            icon: "hand"
            label: qsTr("Get a person")
            onPressed: tools.app.act.person()
        }

        BigButton {
            id: end
            objectName: "end-call"
            width: row.below
            height: row.tall
            iconAbove: true
            kind: "danger"
            icon: "phone-off"
            label: qsTr("End call")
            onPressed: tools.app.act.control("end")
        }
    }
}
