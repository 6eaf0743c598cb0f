pragma ComponentBehavior: Bound

import QtQuick
import Carepost

// The call: pictures, what lies over them, the captions under them, the text beside them, the buttons below.
FocusScope {
    id: screen

    required property var app
    readonly property var about: app.call
    readonly property bool wide: width > height
    property bool writeWanted: false
    property int read: 0 // lines of the text that were in sight
    // What the provider asks, a squeezing cuff and an emergency need the room; the text comes back after them.
    readonly property bool writing: writeWanted && about.asked === "" && about.joins.length === 0 && about.measuring === "" && !app.emergency.shown

    onWritingChanged: look()

    function look() {
        if (writing)
            read = about.lines
    }

    CallPictures {
        id: stage
        app: screen.app
        covered: over.height
        onAway: (person, name) => cards.sendAway = ({ person: person, name: name })
        width: screen.writing && screen.wide ? screen.width * 0.45 : screen.width
        height: (screen.writing && !screen.wide ? tools.y * 0.3 : tools.y) - captions.height

        Scroller { // in the largest letters there can be more to say than there is room
            id: over
            objectName: "call-cards"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: Math.min(cards.height, parent.height)
            centred: false

            CallCards {
                id: cards
                width: parent?.width ?? 0
                app: screen.app
                writing: screen.writing
                read: screen.read
            }
        }
    }

    CallCaptions {
        id: captions
        app: screen.app
        wanted: !screen.app.emergency.shown && screen.about.measuring === "" && !(screen.writing && !screen.wide)
        y: stage.height
        width: stage.width
        height: implicitHeight
    }

    CallText {
        app: screen.app
        visible: screen.writing
        x: screen.wide ? stage.width : 0
        y: screen.wide ? 0 : stage.height
        width: screen.width - x
        height: tools.y - y
        onSeen: screen.look()
    }

    CallTools {
        id: tools
        app: screen.app
        wide: screen.wide
        writing: screen.writing
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: implicitHeight
        onWrite: screen.writeWanted = !screen.writeWanted
        onVolumeWanted: cards.volume = !cards.volume
    }
}
